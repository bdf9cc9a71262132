// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/sessions.h"
#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/server/command.h"
#include "environment/server/reply_reader.h"
#include "environment/server/settings.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pbx;
using namespace pbx::server;
using namespace Qt::StringLiterals;

namespace {

Command command()
{
    return Command("ECHO", Command::Effect::Reads);
}

std::string lineOf(const Command &command)
{
    return command.line().value_or("refused");
}

} // namespace

/// What goes over the line and what comes, without one; and how a server is written down.
class WireTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotes_data();
    void quotes();
    void onlyWholeLines();
    void nothingSecretIsShown();
    void answers_data();
    void answers();
    void answersCutAnywhere();
    void everyKindOfObject();
    void fewBytesMuchMemory();
    void noise();
    void addresses_data();
    void addresses();
    void badAddresses_data();
    void badAddresses();
    void dictionaries();
    void badDictionaries_data();
    void badDictionaries();
};

void WireTest::quotes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("asName");
    QTest::addColumn<QByteArray>("asText");
    const auto row = [](const QByteArray &name, const QByteArray &asName, const QByteArray &asText) {
        QTest::newRow(name.constData()) << name << asName << asText;
    };
    row("ivanov@example.com", "ivanov@example.com", "\"ivanov@example.com\"");
    row("*", "*", "\"*\"");
    row("a b", "\"a b\"", "\"a b\"");
    row("a\"b\\c", "\"a\\\"b\\\\c\"", "\"a\\\"b\\\\c\"");
    row("x\ty", "\"x\\009y\"", "\"x\\009y\"");
    row("\x7f", "\"\\127\"", "\"\\127\"");
    row("иван", "\"иван\"", "\"иван\"");
    row("-x", "\"-x\"", "\"-x\"");
    row("a;b", "\"a;b\"", "\"a;b\"");
    row("#5", "\"#5\"", "\"#5\"");
    row("a/b", "\"a/b\"", "\"a/b\"");
}

void WireTest::quotes()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, asName);
    QFETCH(QByteArray, asText);
    QCOMPARE(QByteArray::fromStdString(lineOf(command().name(name.toStdString()))), "ECHO " + asName);
    QCOMPARE(QByteArray::fromStdString(lineOf(command().text(name.toStdString()))), "ECHO " + asText);
}

/// No name, text or value begins a second line, whichever bytes it holds.
void WireTest::onlyWholeLines()
{
    for (int code = 0; code < 256; ++code) {
        const auto bytes = std::string("a") + static_cast<char>(code) + "b";
        for (const auto &made : {command().name(bytes), command().text(bytes), command().object(data::Value::string(bytes)),
                                 command().data(bytes), command().word(bytes), command().secret(bytes)}) {
            if (!made.line()) {
                QCOMPARE(made.line().error().kind, Failure::Kind::BadRequest);
                continue;
            }
            QVERIFY(made.line()->find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
        }
    }
    for (const auto *faulty : {"a\nb", "a\rb"}) {
        QVERIFY(!command().name(faulty).line());
        QVERIFY(!command().name("x").text(faulty).name("y").line());
        QVERIFY(!command().secret(faulty).line());
        // In a value a line break has a way to be written.
        QVERIFY(command().object(data::Value::string(faulty)).line());
    }
    QVERIFY(!command().name("").line());
    QVERIFY(!Command("NO OP", Command::Effect::Reads).line());
    QVERIFY(!command().word("FILE 1").line());
    QCOMPARE(lineOf(command().text("")), std::string("ECHO \"\""));
    auto deep = data::Value::newArray();
    for (int i = 0; i < 2000; ++i) {
        auto outer = data::Value::newArray();
        outer.array().append(deep);
        deep = outer;
    }
    QVERIFY(!command().object(deep).line());
}

void WireTest::nothingSecretIsShown()
{
    const auto secret = command().secret("s3cr3t");
    QVERIFY(secret.line()->ends_with("s3cr3t"));
    QVERIFY(!secret.shown().contains("s3cr3t"));
    const auto data = command().data(std::string(1000, 'x'));
    QCOMPARE(data.shown(), std::string("ECHO [1000 bytes]"));
    QVERIFY(command().text(std::string(5000, 'x')).shown().size() < 300);
}

void WireTest::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("answers"); ///< "code|text|object" joined by " ; "; "!" a fault behind them
    const auto row = [](const char *name, const QByteArray &bytes, const QString &answers) { QTest::newRow(name) << bytes << answers; };
    row("ok", "200 OK\r\n", u"200|OK|"_s);
    row("bare line feed", "200 OK\n", u"200|OK|"_s);
    row("no text", "200\r\n", u"200||"_s);
    row("inline", "201 (a,b)\r\n", u"201|(a,b)|"_s);
    row("refused", "512 unknown secondary domain\r\n", u"512|unknown secondary domain|"_s);
    row("two at once", "300 PASS\r\n200 in\r\n", u"300|PASS| ; 200|in|"_s);
    row("data", "200 data follow\r\n{a=b;\n c=(d,\n e);}\r\n200 OK\r\n", u"200|data follow|{a=b;\n c=(d,\n e);}\r ; 200|OK|"_s);
    row("data on one line", "200 Data Follow\r\n\"a\"\r\n", u"200|Data Follow|\"a\"\r"_s);
    row("brackets in quotes", "200 data follow\r\n(\"a)\\\"\n)\",\nb)\r\n", u"200|data follow|(\"a)\\\"\n)\",\nb)\r"_s);
    row("not yet", "200 OK", u""_s);
    row("data not yet", "200 data follow\r\n(a,\n", u""_s);
    row("no status", "+OK POP3 ready\r\n", u"!"_s);
    row("a page", "HTTP/1.1 400 Bad Request\r\n", u"!"_s);
    row("a code of none", "999 x\r\n", u"!"_s);
    row("glued", "2000 x\r\n", u"!"_s);
    row("empty line", "\r\n", u"!"_s);
}

static QString readAll(ReplyReader &reader)
{
    QStringList all;
    while (const auto answer = reader.next())
        all += u"%1|%2|%3"_s.arg(answer->code).arg(QString::fromStdString(answer->text), QString::fromStdString(answer->object));
    if (reader.fault() != ReplyReader::Fault::None)
        all += u"!"_s;
    return all.join(u" ; "_s);
}

void WireTest::answers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, answers);
    ReplyReader reader;
    reader.add(bytes.toStdString());
    QCOMPARE(readAll(reader), answers);
}

void WireTest::answersCutAnywhere()
{
    const std::string bytes = "200 data follow\r\n{a=\"}\\\"\n\";\n}\r\n201 (a)\r\n200 OK\r\n5";
    ReplyReader whole;
    whole.add(bytes);
    const auto expected = readAll(whole);
    QCOMPARE(expected.count(u" ; "_s), 2);
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        ReplyReader reader;
        reader.add(std::string_view(bytes).substr(0, cut));
        auto got = readAll(reader);
        reader.add(std::string_view(bytes).substr(cut));
        const auto rest = readAll(reader);
        got += (got.isEmpty() || rest.isEmpty() ? u""_s : u" ; "_s) + rest;
        QCOMPARE(got, expected);
    }
}

/// On lines of its own each ends where it ends, a byte at a time, and not before: whatever its strings, comments, opaque
/// objects and elements hold of brackets and quotes.
void WireTest::everyKindOfObject()
{
    const char *objects[] = {
        "(a,\n b,\n (c))", "word", "#-12", "#I[10.0.44.55]:25", "\"two\nlines\"", "{\r\n a = \"x) }\";\r\n b = [SGVs\r\nbG8=];\r\n}",
        "( // ) no end\n a /* ) \" */ , b)", "(<a b=\")>\">it's ) \"<!-- </a> ) --><![CDATA[</a>)]]><c/></a>,x)", "<a>\n(\n</a>",
        "(#(task ( \" 12),x)", "(a#,b)", "#T22-10-2013_10:11:12",
    };
    for (const std::string object : objects) {
        const auto bytes = "200 data follow\r\n" + object + "\r\n";
        ReplyReader reader;
        for (std::size_t size = 0; size + 1 < bytes.size(); ++size) {
            reader.add(std::string_view(bytes).substr(size, 1));
            QVERIFY2(!reader.next() && reader.fault() == ReplyReader::Fault::None, object.c_str());
        }
        reader.add("\n");
        const auto answer = reader.next();
        QVERIFY2(answer, object.c_str());
        QVERIFY2(pbx::data::readNotation(answer->object), object.c_str());
        QVERIFY(reader.rest().empty());
    }
}

void WireTest::fewBytesMuchMemory()
{
    const auto read = readResult({}, '(' + std::string(80'000'000, ',') + ')', true);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Failure::Kind::NotAServer);
    QVERIFY(readResult({}, "(a,b)", true));
}

void WireTest::noise()
{
    QRandomGenerator random(3);
    const QByteArray whole = "200 data follow\r\n{a=\"}\\\"\n\";\n}\r\n201 (a)\r\n200 OK\r\n";
    for (int round = 0; round < 20'000; ++round) {
        auto bytes = whole;
        for (int change = 0; change < 3; ++change)
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        ReplyReader reader(1000);
        reader.add(bytes.toStdString());
        (void)readAll(reader);
    }
    ReplyReader endless(1000);
    for (int i = 0; i < 100 && endless.fault() == ReplyReader::Fault::None; ++i) {
        endless.add("200 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
        (void)endless.next();
    }
    QCOMPARE(endless.fault(), ReplyReader::Fault::TooLong);
}

void WireTest::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("transport");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("url");
    const auto row = [](const QString &address, Transport transport, const QString &user, const QString &host, int port, const QString &url) {
        QTest::newRow(qPrintable(address)) << address << static_cast<int>(transport) << user << host << port << url;
    };
    row(u"cgp://admin@mail.example.com"_s, Transport::Clear, u"admin"_s, u"mail.example.com"_s, 106, u"cgp://admin@mail.example.com:106"_s);
    row(u"cgp://admin@mail.example.com:8106"_s, Transport::Clear, u"admin"_s, u"mail.example.com"_s, 8106, u"cgp://admin@mail.example.com:8106"_s);
    row(u"cgps://a%40b.example@mail.example.com:9106"_s, Transport::Tls, u"a@b.example"_s, u"mail.example.com"_s, 9106, u"cgps://a%40b.example@mail.example.com:9106"_s);
    row(u"cgps://a@b.example@mail.example.com:9106"_s, Transport::Tls, u"a@b.example"_s, u"mail.example.com"_s, 9106, u"cgps://a%40b.example@mail.example.com:9106"_s);
    row(u"http://admin@127.0.0.1:8100/cli/"_s, Transport::Http, u"admin"_s, u"127.0.0.1"_s, 8100, u"http://admin@127.0.0.1:8100"_s);
    row(u"https://admin@mail.example.com/cli/"_s, Transport::Https, u"admin"_s, u"mail.example.com"_s, 9100, u"https://admin@mail.example.com:9100"_s);
    row(u"cgp://admin@[::1]:106"_s, Transport::Clear, u"admin"_s, u"::1"_s, 106, u"cgp://admin@[::1]:106"_s);
}

void WireTest::addresses()
{
    QFETCH(QString, address);
    QFETCH(int, transport);
    QFETCH(QString, user);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, url);
    const auto settings = ServerSettings::fromUrl(address);
    QVERIFY2(settings, settings ? "" : qPrintable(settings.error()));
    QCOMPARE(static_cast<int>(settings->transport), transport);
    QCOMPARE(settings->user, user);
    QCOMPARE(settings->host, host);
    QCOMPARE(int(settings->effectivePort()), port);
    QCOMPARE(settings->url(), url);
    QCOMPARE(ServerSettings::fromUrl(url).value().url(), url);
}

void WireTest::badAddresses_data()
{
    QTest::addColumn<QString>("address");
    for (const auto *address : {"", "mail.example.com", "ftp://a@b", "cgp://", "cgp://admin@", "cgp://a@b:0", "cgp://a@b:70000", "cgp://a@b:x",
                                "cgp://admin:secret1@mail.example.com", "http://admin:secret1@mail.example.com:8100/cli/",
                                "cgp://a@b@c:secret1@mail.example.com"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void WireTest::badAddresses()
{
    QFETCH(QString, address);
    const auto settings = ServerSettings::fromUrl(address);
    QVERIFY(!settings);
    QVERIFY(settings.error().endsWith(u'.'));
    QVERIFY(!settings.error().contains(u"secret1"_s));
}

void WireTest::dictionaries()
{
    ServerSettings settings;
    settings.name = u"Почта \"1\""_s;
    settings.transport = Transport::Https;
    settings.host = u"mail.example.com"_s;
    settings.port = 9101;
    settings.user = u"admin@example.com"_s;
    settings.clearPasswordAllowed = true;
    settings.pinned = QByteArray(32, '\x5a');
    settings.authorities = u"/etc/ssl/own.pem"_s;
    settings.webAdmin = u"https://mail.example.com:9010/{domain}/x"_s;
    settings.connections = 3;
    settings.connectTime = std::chrono::seconds(4);
    settings.commandTime = std::chrono::seconds(90);
    settings.dialect = {TryCompile::Stores, true, true, 123456, true, u"6.3.12"_s, u"2026-11-26T12:00:00"_s};
    const auto printed = data::printNotation(settings.toDictionary(), data::PrintStyle::Settings).value();
    const auto read = ServerSettings::fromDictionary(data::readNotation(printed).value().value);
    QVERIFY2(read, read ? "" : qPrintable(read.error()));
    QVERIFY(*read == settings);
    settings = ServerSettings();
    settings.host = u"h"_s;
    QVERIFY(ServerSettings::fromDictionary(settings.toDictionary()).value() == settings);
    for (const auto way : {TryCompile::Unknown, TryCompile::No, TryCompile::StoresNothing, TryCompile::Stores}) {
        Dialect dialect;
        dialect.tryCompile = way;
        QVERIFY(Dialect::fromDictionary(dialect.toDictionary()) == dialect);
    }
    QVERIFY(Dialect::fromDictionary({}) == Dialect());
    QVERIFY(Dialect::fromDictionary(data::readNotation("{TryCompile=(a);LongestLine=\"-5\";ListsInherited=maybe;}").value().value) == Dialect());
}

void WireTest::badDictionaries_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {"{}", "()", "{Host=\"\";}", "{Host=(a);}", "{Host=h;Port=70000;}", "{Host=h;Port=x;}", "{Host=h;Transport=gopher;}",
                             "{Host=h;Certificate=abc;}", "{Host=h;Connections=0;}", "{Host=h;Connections=33;}", "{Host=h;CommandTime=0;}"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void WireTest::badDictionaries()
{
    QFETCH(QString, text);
    const auto settings = ServerSettings::fromDictionary(data::readNotation(text.toStdString()).value().value);
    QVERIFY(!settings);
    QVERIFY(settings.error().endsWith(u'.'));
}

QTEST_GUILESS_MAIN(WireTest)
#include "tst_wire.moc"
