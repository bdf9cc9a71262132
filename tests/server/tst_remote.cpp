// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/objects.h"
#include "environment/server/answers.h"
#include "environment/server/remote.h"
#include "tests/server/fake_connection.h"

#include <QTest>

using namespace pbx;
using namespace pbx::server;
using Kind = Failure::Kind;

namespace {

std::string namesOf(const RemoteFiles &files)
{
    std::string names;
    for (const auto &file : files.files)
        names += file.name + (file.size ? "(" + std::to_string(*file.size) + ")" : "") + ' ';
    for (const auto &language : files.languages)
        names += '/' + language;
    return names;
}

const Scope domain{"example.com"};
const Scope wide{};

} // namespace

#define DONE(connection) QCOMPARE((connection).state(), std::string())

class RemoteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formsOfADomain();
    void formsOfTheServer();
    void listsWithLanguages();
    void listsOfAnyMaker();
    void missingEnvironment();
    void inheritedFiles();
    void hostileNames_data();
    void hostileNames();
    void senselessAnswers_data();
    void senselessAnswers();
    void missingFile();
    void lostAnswersAreNotAsked();
    void createdTwice();
    void filledLanguageStays();
    void namesAreCheckedBeforeSending_data();
    void namesAreCheckedBeforeSending();
    void longLines();
    void compiles();
    void complaints_data();
    void complaints();
    void scratchIsRemoved();
};

void RemoteTest::formsOfADomain()
{
    FakeConnection line;
    Remote remote(line);
    line.answer("CREATEDOMAINPBX example.com");
    QVERIFY(remote.createEnvironment(domain));
    line.answer("CREATEDOMAINPBX example.com FILE russian");
    QVERIFY(remote.createLanguage(domain, "Russian"));
    line.answer("LISTDOMAINPBXFILES example.com FILE russian", "{\"welcome.wav\"={};}");
    QCOMPARE(remote.files(domain, "russian").value().size(), std::size_t(1));
    line.answer("STOREDOMAINPBXFILE example.com FILE \"russian/welcome.wav\" DATA [SGVsbG8=]");
    QVERIFY(remote.store(domain, "russian/welcome.wav", "Hello"));
    line.answer("STOREDOMAINPBXFILE example.com FILE \"empty.wav\" DATA []");
    QVERIFY(remote.store(domain, "Empty.wav", ""));
    line.answer("READDOMAINPBXFILE example.com FILE \"russian/welcome.wav\"", "[SGVs bG8=]");
    QCOMPARE(remote.read(domain, "russian/welcome.wav").value(), std::optional<std::string>("Hello"));
    line.answer("READDOMAINPBXFILE example.com FILE \"empty.wav\"", "[]");
    QCOMPARE(remote.read(domain, "empty.wav").value(), std::optional<std::string>(""));
    line.answer("STOREDOMAINPBXFILE example.com FILE \"x.wav\" DELETE");
    QVERIFY(remote.remove(domain, "x.wav"));
    line.answer("LISTDOMAINPBXFILES example.com FILE russian", "{}");
    line.answer("DELETEDOMAINPBX example.com FILE russian");
    QVERIFY(remote.removeLanguage(domain, "russian"));
    DONE(line);
}

void RemoteTest::formsOfTheServer()
{
    FakeConnection line;
    Remote remote(line);
    line.answer("LISTSERVERPBXFILES", "{}");
    QVERIFY(remote.createEnvironment(wide));
    line.answer("CREATESERVERPBX russian");
    QVERIFY(remote.createLanguage(wide, "russian"));
    line.answer("LISTSERVERPBXFILES russian", "{}");
    QVERIFY(remote.files(wide, "russian"));
    line.answer("STORESERVERPBXFILE \"a.wav\" DATA [QQ==]");
    QVERIFY(remote.store(wide, "a.wav", "A"));
    line.answer("READSERVERPBXFILE \"a.wav\"", "[QQ==]");
    QCOMPARE(remote.read(wide, "a.wav").value(), std::optional<std::string>("A"));
    line.answer("STORESERVERPBXFILE \"a.wav\" DELETE");
    QVERIFY(remote.remove(wide, "a.wav"));
    line.answer("LISTSERVERPBXFILES russian", "{}");
    line.answer("DELETESERVERPBX russian");
    QVERIFY(remote.removeLanguage(wide, "russian"));
    DONE(line);
}

void RemoteTest::listsWithLanguages()
{
    FakeConnection line;
    Remote remote(line);
    line.answer("LISTDOMAINPBXFILES example.com",
                R"({"Callback.SPPR"={STFileSize=#120;STModified=#T01-02-2026_10:00:00;};"welcome.wav"={};russian={};german=();})");
    line.answer("LISTDOMAINPBXFILES example.com FILE german", "{}");
    line.answer("LISTDOMAINPBXFILES example.com FILE russian", R"({"welcome.wav"={FileSize="40044";};})");
    const auto files = remote.files(domain);
    QVERIFY(files);
    QCOMPARE(namesOf(*files), std::string("callback.sppr(120) russian/welcome.wav(40044) welcome.wav /german/russian"));
    QVERIFY(files->exists);
    DONE(line);
}

/// Unknown attributes, nonsense in them, a file without a dot that looks like a folder.
void RemoteTest::listsOfAnyMaker()
{
    FakeConnection line;
    Remote remote(line);
    line.answer("LISTSERVERPBXFILES",
                R"({readme={};"a.wav"={Bytes=#3;};"b.wav"={size=many;};"c.wav"=#NULL#;"d.wav"={Size=#-5;};"._a.wav"={};".hidden"={};pt={};})");
    line.answer("LISTSERVERPBXFILES pt", R"({note={};})");
    line.refuse("LISTSERVERPBXFILES readme");
    const auto files = remote.files(wide);
    QVERIFY2(files, files ? "" : qPrintable(files.error().text()));
    QCOMPARE(namesOf(*files), std::string("a.wav b.wav d.wav pt/note readme /pt"));
    DONE(line);
}

void RemoteTest::missingEnvironment()
{
    FakeConnection line;
    Remote remote(line);
    line.refuse("LISTDOMAINPBXFILES example.com", Kind::NoEnvironment);
    auto files = remote.files(domain);
    QVERIFY(files && !files->exists);
    line.answer("LISTDOMAINPBXFILES example.com", "{}");
    files = remote.files(domain);
    QVERIFY(files && !files->exists);
    line.answer("LISTSERVERPBXFILES", "{}");
    files = remote.files(wide);
    QVERIFY(files && files->exists);
    for (const auto kind : {Kind::NoRight, Kind::NoDomain, Kind::Refused, Kind::ConnectionLost}) {
        line.refuse("LISTDOMAINPBXFILES example.com", kind);
        files = remote.files(domain);
        QVERIFY(!files);
        QCOMPARE(files.error().kind, kind);
    }
    DONE(line);
}

void RemoteTest::inheritedFiles()
{
    FakeConnection line;
    line.serverSettings.dialect.listsInherited = true;
    Remote remote(line);
    line.answer("LISTDOMAINPBXFILES example.com", R"({"own.sppr"={};"pbx.sppr"={};"busy.wav"={};"other.wav"={};})");
    line.answer("LISTSERVERPBXFILES", R"({"busy.wav"={};})");
    line.answer("READDOMAINPBXFILE example.com FILE \"busy.wav\"", "[QQ==]");
    line.answer("READSERVERPBXFILE \"busy.wav\"", "[QQ==]");
    line.answer("LISTSTOCKPBXFILES", R"({"pbx.sppr"={};"other.wav"={};})");
    line.answer("READDOMAINPBXFILE example.com FILE \"other.wav\"", "[QUI=]");
    line.answer("READSTOCKPBXFILE \"other.wav\"", "[QQ==]");
    line.refuse("READDOMAINPBXFILE example.com FILE \"pbx.sppr\"");
    const auto files = remote.files(domain);
    QVERIFY(files);
    QCOMPARE(namesOf(*files), std::string("other.wav own.sppr "));
    DONE(line);
}

void RemoteTest::hostileNames_data()
{
    QTest::addColumn<QString>("list");
    QTest::newRow("parent") << R"({".."={};})";
    QTest::newRow("self") << R"({"."={};})";
    QTest::newRow("climbing") << R"({"../../.bashrc"={};})";
    QTest::newRow("absolute") << R"({"/etc/passwd"={};})";
    QTest::newRow("two levels") << R"({"russian/a/b.wav"={};})";
    QTest::newRow("one level, in a list of names") << R"({"russian/b.wav"={};})";
    QTest::newRow("backslash") << R"({"..\\x.wav"={};})";
    QTest::newRow("line end") << R"({"a\eQUIT"={};})";
    QTest::newRow("control character") << R"({"a\027[2Jb"={};})";
    QTest::newRow("empty") << R"({""={};})";
    QTest::newRow("hidden and climbing") << R"({".x/../../y"={};})";
    QTest::newRow("hidden with a line end") << R"({".x\e"={};})";
    QTest::newRow("letter case") << R"({"Welcome.wav"={};"welcome.wav"={};})";
    QTest::newRow("Cyrillic letter case") << R"({"Привет.wav"={};"привет.wav"={};})";
    QTest::newRow("too long") << QStringLiteral("{\"%1\"={};}").arg(QString(101, QLatin1Char('a')));
    QTest::newRow("no UTF-8") << R"({"\195("={};})";
    QTest::newRow("filled folder in the list") << R"({russian=(a);})";
}

void RemoteTest::hostileNames()
{
    QFETCH(QString, list);
    FakeConnection line;
    Remote remote(line);
    line.answer("LISTDOMAINPBXFILES example.com", list.toStdString());
    const auto files = remote.files(domain);
    QVERIFY(!files);
    QCOMPARE(files.error().kind, Kind::NotAServer);
    QVERIFY(!files.error().message.contains(QLatin1Char('\x1b')));
    QVERIFY(!files.error().message.contains(QLatin1Char('\n')));
    QVERIFY(files.error().message.endsWith(QLatin1Char('.')));
    line.answer("LISTACCOUNTS example.com", list.toStdString());
    if (!list.contains(QLatin1String("russian=")))
        QVERIFY(!remote.accounts("example.com"));
}

void RemoteTest::senselessAnswers_data()
{
    QTest::addColumn<QString>("answer");
    for (const auto *answer : {"#5", "text", "\"\"", "(a,b)", "#NULL#", "<a/>", "[QQ==]"})
        QTest::newRow(answer) << QString::fromLatin1(answer);
    QTest::newRow("nothing") << QString();
}

void RemoteTest::senselessAnswers()
{
    QFETCH(QString, answer);
    FakeConnection line;
    Remote remote(line);
    const auto fails = [](const auto &result) { return !result && result.error().kind == Kind::NotAServer; };
    const auto result = answer.toStdString();
    line.answer("LISTDOMAINPBXFILES example.com", result);
    QVERIFY(fails(remote.files(domain)));
    line.answer("LISTACCOUNTS example.com", result);
    QVERIFY(fails(remote.accounts("example.com")));
    if (answer != QLatin1String("[QQ==]")) {
        line.answer("READDOMAINPBXFILE example.com FILE \"a.wav\"", result);
        QVERIFY(fails(remote.read(domain, "a.wav")));
    }
    if (answer != QLatin1String("(a,b)")) {
        line.answer("LISTDOMAINS", result);
        QVERIFY(fails(remote.domains()));
    }
    if (answer != QLatin1String("text")) {
        line.answer("MAINDOMAINNAME", result);
        QVERIFY(fails(remote.mainDomain()));
    }
    DONE(line);
}

void RemoteTest::missingFile()
{
    FakeConnection line;
    Remote remote(line);
    const std::string read = "READDOMAINPBXFILE example.com FILE \"russian/x.wav\"";
    const std::string list = "LISTDOMAINPBXFILES example.com FILE russian";
    line.refuse(read);
    line.answer(list, R"({"y.wav"={};})");
    QCOMPARE(remote.read(domain, "russian/x.wav").value(), std::optional<std::string>());
    // It is listed: the refusal means something else.
    line.refuse(read);
    line.answer(list, R"({"X.wav"={};})");
    QVERIFY(!remote.read(domain, "russian/x.wav"));
    // There is no such language.
    line.refuse(read);
    line.refuse(list);
    line.answer("LISTDOMAINPBXFILES example.com", R"({german={};})");
    QCOMPARE(remote.read(domain, "russian/x.wav").value(), std::optional<std::string>());
    // There is, but its list is refused.
    line.refuse(read);
    line.refuse(list);
    line.answer("LISTDOMAINPBXFILES example.com", R"({russian={};})");
    QVERIFY(!remote.read(domain, "russian/x.wav"));
    line.refuse(read);
    line.refuse(list, Kind::NoEnvironment);
    QCOMPARE(remote.read(domain, "russian/x.wav").value(), std::optional<std::string>());
    DONE(line);
}

void RemoteTest::lostAnswersAreNotAsked()
{
    FakeConnection line;
    Remote remote(line);
    line.lose("STOREDOMAINPBXFILE example.com FILE \"a.wav\" DATA [QQ==]");
    const auto stored = remote.store(domain, "a.wav", "A");
    QVERIFY(!stored && stored.error().answerLost);
    line.lose("CREATEDOMAINPBX example.com");
    QVERIFY(!remote.createEnvironment(domain));
    line.refuse("READDOMAINPBXFILE example.com FILE \"a.wav\"", Kind::TimedOut);
    QVERIFY(!remote.read(domain, "a.wav"));
    DONE(line);
}

void RemoteTest::createdTwice()
{
    FakeConnection line;
    Remote remote(line);
    line.refuse("CREATEDOMAINPBX example.com");
    line.answer("LISTDOMAINPBXFILES example.com", "{}");
    QVERIFY(remote.createEnvironment(domain));
    line.refuse("CREATEDOMAINPBX example.com");
    line.refuse("LISTDOMAINPBXFILES example.com", Kind::NoEnvironment);
    QCOMPARE(remote.createEnvironment(domain).error().kind, Kind::Refused);
    line.refuse("CREATEDOMAINPBX example.com", Kind::NoRight, 510);
    QCOMPARE(remote.createEnvironment(domain).error().kind, Kind::NoRight);
    line.refuse("CREATEDOMAINPBX example.com FILE german");
    line.answer("LISTDOMAINPBXFILES example.com FILE german", "{}");
    QVERIFY(remote.createLanguage(domain, "german"));
    line.refuse("CREATESERVERPBX german");
    line.refuse("LISTSERVERPBXFILES german");
    QVERIFY(!remote.createLanguage(wide, "german"));
    DONE(line);
}

void RemoteTest::filledLanguageStays()
{
    FakeConnection line;
    Remote remote(line);
    line.answer("LISTDOMAINPBXFILES example.com FILE russian", R"({"a.wav"={};})");
    const auto removed = remote.removeLanguage(domain, "russian");
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, Kind::Changed);
    QVERIFY(removed.error().message.contains(QLatin1String("a.wav")));
    DONE(line);
}

void RemoteTest::namesAreCheckedBeforeSending_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("line end") << QByteArray("a.wav\r\nDELETEDOMAIN example.com");
    QTest::newRow("null byte") << QByteArray("a\0b", 3);
    QTest::newRow("parent") << QByteArray("../a.wav");
    QTest::newRow("two levels") << QByteArray("a/b/c.wav");
    QTest::newRow("backslash") << QByteArray("a\\b.wav");
    QTest::newRow("no name") << QByteArray("russian/");
    QTest::newRow("too long") << QByteArray(101, 'a');
}

void RemoteTest::namesAreCheckedBeforeSending()
{
    QFETCH(QByteArray, name);
    FakeConnection line;
    line.serverSettings.dialect.tryCompile = TryCompile::StoresNothing;
    Remote remote(line);
    const auto refused = [](const auto &result) { return !result && result.error().kind == Kind::BadRequest; };
    const auto text = name.toStdString();
    QVERIFY(refused(remote.store(domain, text, "x")));
    QVERIFY(refused(remote.read(domain, text)));
    QVERIFY(refused(remote.remove(wide, text)));
    QVERIFY(refused(remote.compile(domain, text, "x")));
    QVERIFY(refused(remote.createLanguage(domain, text)));
    QVERIFY(refused(remote.removeLanguage(domain, text)));
    QVERIFY(refused(remote.createLanguage(domain, "russian/x")));
    QCOMPARE(line.sent.size(), std::size_t(0));
}

void RemoteTest::longLines()
{
    FakeConnection line;
    line.serverSettings.dialect.longestLine = 100;
    Remote remote(line);
    const auto stored = remote.store(domain, "a.wav", std::string(100, 'x'));
    QVERIFY(!stored);
    QCOMPARE(stored.error().kind, Kind::BadRequest);
    QVERIFY(!stored.error().remedy.isEmpty());
    line.answer("STOREDOMAINPBXFILE example.com FILE \"a.wav\" DATA [QQ==]");
    QVERIFY(remote.store(domain, "a.wav", "A"));
    DONE(line);
}

void RemoteTest::compiles()
{
    FakeConnection line;
    Remote remote(line);
    for (const auto way : {TryCompile::Unknown, TryCompile::No}) {
        line.serverSettings.dialect.tryCompile = way;
        QVERIFY(!remote.compile(domain, "a.sppr", "entry").value());
    }
    QCOMPARE(line.sent.size(), std::size_t(0));
    line.serverSettings.dialect.tryCompile = TryCompile::StoresNothing;
    line.answer("STOREDOMAINPBXFILE example.com FILE \"a.sppr\" DATA [ZW50cnk=] TRYCOMPILE");
    auto compiled = remote.compile(domain, "a.sppr", "entry").value();
    QVERIFY(compiled && compiled->sound);
    line.answer("STORESERVERPBXFILE \"a.sppr\" DATA [ZW50cnk=] TRYCOMPILE");
    QVERIFY(remote.compile(wide, "a.sppr", "entry").value()->sound);
    line.refuse("STOREDOMAINPBXFILE example.com FILE \"a.sppr\" DATA [ZW50cnk=] TRYCOMPILE", Kind::NoRight, 510);
    QVERIFY(!remote.compile(domain, "a.sppr", "entry"));
    DONE(line);
}

void RemoteTest::complaints_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("refused");
    QTest::addColumn<bool>("sound");
    QTest::addColumn<int>("offset");
    QTest::newRow("5xx") << "entry or procedure is expected, offset=8" << true << false << 8;
    QTest::newRow("5xx, words") << "entry expected at offset 120" << true << false << 120;
    QTest::newRow("5xx, colon") << "Offset: 7; illegal operator" << true << false << 7;
    QTest::newRow("5xx without") << "it is wrong" << true << false << -1;
    QTest::newRow("5xx, word alone") << "the offset of line 3 is bad" << true << false << -1;
    QTest::newRow("too large") << "offset=99999999999999999999999" << true << false << -1;
    QTest::newRow("success naming one") << "entry expected, offset=3" << false << false << 3;
    QTest::newRow("success") << "OK" << false << true << -1;
}

void RemoteTest::complaints()
{
    QFETCH(QString, answer);
    QFETCH(bool, refused);
    QFETCH(bool, sound);
    QFETCH(int, offset);
    FakeConnection line;
    line.serverSettings.dialect.tryCompile = TryCompile::StoresNothing;
    Remote remote(line);
    const std::string command = "STOREDOMAINPBXFILE example.com FILE \"a.sppr\" DATA [eA==] TRYCOMPILE";
    if (refused)
        line.refuse(command, Kind::Refused, 501, answer);
    else
        line.answer(command, {}, answer);
    const auto compiled = remote.compile(domain, "a.sppr", "x").value();
    QVERIFY(compiled);
    QCOMPARE(compiled->sound, sound);
    QCOMPARE(compiled->offset.value_or(-1), offset);
    QCOMPARE(compiled->complaint, sound ? QString() : answer);
}

void RemoteTest::scratchIsRemoved()
{
    FakeConnection line;
    line.serverSettings.dialect.tryCompile = TryCompile::Stores;
    Remote remote(line);
    const std::string store = "STOREDOMAINPBXFILE example.com FILE \"pbx-compile-.sppi\" DATA [eA==] TRYCOMPILE";
    const std::string remove = "STOREDOMAINPBXFILE example.com FILE \"pbx-compile-.sppi\" DELETE";
    line.answer(store);
    line.answer(remove);
    QVERIFY(remote.compile(domain, "russian/a.sppi", "x").value()->sound);
    // Refused and not stored.
    line.refuse(store, Kind::Refused, 501, QStringLiteral("bad, offset=1"));
    line.refuse(remove);
    line.answer("LISTDOMAINPBXFILES example.com", "{}");
    QVERIFY(!remote.compile(domain, "a.sppi", "x").value()->sound);
    // Its answer lost: it may be there.
    line.lose(store);
    line.answer(remove);
    QVERIFY(!remote.compile(domain, "a.sppi", "x"));
    // It can't be removed: said.
    line.answer(store);
    line.refuse(remove, Kind::NoRight, 510);
    const auto left = remote.compile(domain, "a.sppi", "x");
    QVERIFY(!left);
    QVERIFY(left.error().message.contains(QLatin1String("pbx-compile-")));
    DONE(line);
    QVERIFY(line.sent[0].substr(0, 60) != line.sent[2].substr(0, 60)); // a name of its own each time
}

QTEST_GUILESS_MAIN(RemoteTest)
#include "tst_remote.moc"
