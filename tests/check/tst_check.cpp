// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/words.h"
#include "environment/check/checker.h"
#include "environment/check/known_texts.h"
#include "environment/check/settings_places.h"
#include "environment/language/parser.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace pbx;

namespace {

/// A folder that is filled and checked.
class Place {
public:
    void write(const QString &name, const QByteArray &content = {}) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s can't be written", qPrintable(path));
    }
    QString path(const QString &name = {}) const { return m_folder.filePath(name); }

    /// "domains/d.example/accounts/a.settings:3:12 error missing-program", one a finding.
    QStringList check(const QString &name) const
    {
        checkLanguage(name);
        check::Checker checker;
        const auto done = checker.check(path(name).toStdString());
        QStringList list;
        if (!done)
            list << QString::fromStdString(done.error());
        m_messages.clear();
        for (const check::Finding &finding : checker.takeFindings()) {
            QString file = QString::fromStdString(finding.file);
            file.remove(path(name) + QLatin1Char('/'));
            list << QStringLiteral("%1:%2:%3 %4 %5")
                        .arg(file)
                        .arg(finding.line)
                        .arg(finding.column)
                        .arg(QString::fromStdString(finding.severity), QString::fromStdString(finding.code));
            m_messages += list.last().toUtf8() + ": " + QByteArray::fromStdString(finding.message) + '\n';
        }
        return list;
    }
    const QByteArray &messages() const { return m_messages; }

private:
    /// Whatever is found is said in the user's language, but for what the notation itself complains of.
    void checkLanguage(const QString &name) const
    {
        accounts::setTranslator([](const char *source) { return "«" + std::string(source); });
        check::Checker checker;
        const auto done = checker.check(path(name).toStdString());
        accounts::setTranslator(nullptr);
        for (const check::Finding &finding : checker.takeFindings()) {
            if (done && !finding.message.contains("«") && finding.code != "settings")
                QTest::qFail(("not translated: " + finding.code + ": " + finding.message).c_str(), __FILE__, __LINE__);
        }
    }

    QTemporaryDir m_folder;
    mutable QByteArray m_messages;
};

/// Every line "== NAME" begins a file of that name. Names are those of domain d.example unless they begin with '/'.
void writeFiles(const Place &place, const QByteArray &text)
{
    QString name;
    QByteArray content;
    const auto flush = [&] {
        if (name.isEmpty())
            return;
        place.write(QStringLiteral("ws/")
                        + (name.startsWith(QLatin1Char('/')) ? name.mid(1) : QStringLiteral("domains/d.example/") + name),
                    content);
    };
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith("== ")) {
            flush();
            name = QString::fromUtf8(line.mid(3).trimmed());
            content.clear();
        } else {
            content += line + '\n';
        }
    }
    flush();
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void realPrograms();
    void example();
    void findings_data();
    void findings();
    void known_data();
    void known();
    void programInsideWorkspace();
    void messages_data();
    void messages();
    void unreadablePath();
    void guide();
    void hostile();
    void speed();

private:
    Place m_stock;
};

/// The stock sections with the contracts of pbx-runtime 10.2.
void TestCheck::initTestCase()
{
    const auto procedure = [this](const char *name, const char *parameters) {
        m_stock.write(QString::fromUtf8(name) + QStringLiteral(".sppi"),
                      QByteArray("procedure ") + name + '(' + parameters + ") is SysLog(1); end procedure;");
    };
    const auto function = [this](const char *name, const char *parameters) {
        m_stock.write(QString::fromUtf8(name) + QStringLiteral(".sppi"),
                      QByteArray("function ") + name + '(' + parameters + ") is return null; end function;");
    };
    procedure("playnumber", "n");
    procedure("bridgedloop", "peer");
    procedure("pstnsdpfilter", "callParams");
    function("bridgedloophash", "peerLeg");
    function("callerleg", "parameters, callPending");
    function("callerlegbridge", "parameters, peerLeg");
    function("findfreeagents", "group");
    m_stock.write(QStringLiteral("pbx.sppr"), "entry main is AcceptCall(); end entry;");
    for (const char *prompt : {"welcome", "dialknownextension", "press", "tryingextension", "invalidentry", "failure",
                               "goodbye", "selectlanguage", "tospeakoperator", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"})
        m_stock.write(QString::fromUtf8(prompt) + QStringLiteral(".wav"));
    qputenv("PBX_STOCK", m_stock.path().toUtf8());
}

/// Programs of the kinds people write, in their ways of writing: not one finding, whoever calls them.
void TestCheck::realPrograms()
{
    Place place;
    const QDir folder(QStringLiteral(PBX_SOURCE_DIR "/tests/check/programs"));
    const QStringList names = folder.entryList({QStringLiteral("*.sppr"), QStringLiteral("*.sppi")});
    QVERIFY(names.size() >= 17);
    const QString environment = QStringLiteral("ws/domains/d.example/environment/");
    for (const QString &name : names)
        place.write(environment + name, readAll(folder.filePath(name)));
    const QByteArrayList prompts = readAll(folder.filePath(QStringLiteral("prompts.txt"))).simplified().split(' ');
    QVERIFY(prompts.size() > 40);
    for (const QByteArray &prompt : prompts)
        place.write(environment + QString::fromUtf8(prompt) + QStringLiteral(".wav"));
    place.write(QStringLiteral("ws/workspace.settings"), "{ DefaultDomain = \"d.example\"; }");
    QByteArray forwarders;
    for (const QString &name : names) {
        if (name.endsWith(QLatin1String(".sppr")))
            forwarders += "x" + name.chopped(5).toUtf8() + " = \"" + name.chopped(5).toUtf8() + "#a\"; ";
    }
    place.write(QStringLiteral("ws/domains/d.example/domain.settings"), "{ Forwarders = { " + forwarders + "}; }");
    place.write(QStringLiteral("ws/domains/d.example/accounts/a.settings"), "{ Preferences = { Language = Russian; }; }");
    const QStringList found = place.check(QStringLiteral("ws"));
    QVERIFY2(found.isEmpty(), place.messages().constData());
}

void TestCheck::example()
{
    check::Checker checker;
    QVERIFY(checker.check(PBX_SOURCE_DIR "/resources/example/specialists"));
    for (const check::Finding &finding : checker.takeFindings())
        QVERIFY2(finding.code == "missing-prompt", finding.message.c_str()); // the small stock of this test
}

void TestCheck::findings_data()
{
    QTest::addColumn<QByteArray>("files");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &files, const QStringList &expected) {
        QTest::newRow(name) << files << expected;
    };
    // A program by itself.
    const auto program = [&](const char *name, const QByteArray &text, const QStringList &expected) {
        QStringList places;
        for (const QString &one : expected)
            places << QStringLiteral("domains/d.example/environment/p.sppr:") + one;
        row(name, "== environment/busy.wav\n== environment/russian/only.wav\n== environment/p.sppr\n" + text, places);
    };
    const auto main = [&](const char *name, const QByteArray &text, const QStringList &expected) {
        program(name, "entry main is\nif AcceptCall() != null then stop; end if;\n" + text + "\nend entry;", expected);
    };
    main("syntax", "x = ;", {QStringLiteral("3:5 error syntax")});
    main("undefined-name", "  SysLok(1);", {QStringLiteral("3:3 error undefined-name")});
    main("wrong-argument-count", "SysLog(1,2);", {QStringLiteral("3:1 error wrong-argument-count")});
    main("wrong-kind", "x = SysLog(1);", {QStringLiteral("3:5 error wrong-kind")});
    main("unassigned-variable", "SysLog(phone);", {QStringLiteral("3:8 warning unassigned-variable")});
    main("read-before-assignment", "SysLog(phone); phone = 1;", {QStringLiteral("3:8 warning read-before-assignment")});
    main("unused-variable", "var phone;", {QStringLiteral("3:5 note unused-variable")});
    main("unreachable", "stop;\nSysLog(1);", {QStringLiteral("4:1 warning unreachable")});
    program("missing-entry", "procedure p() is end procedure;", {QStringLiteral("1:1 warning missing-entry")});
    main("missing-prompt", "PlayFile(\"busi\");", {QStringLiteral("3:10 warning missing-prompt")});
    main("missing-prompt joined", "for i = 0 while i < 2 by i += 1 loop kind = i == 0 ? \"sy\" : \"sier\";\n"
                                  "PlayFile(\"bu\" + kind); end loop;",
         {QStringLiteral("4:10 warning missing-prompt")});
    main("prompts that can't be known", "PlayFile(\"no\" + ReadInput(1)); PlayFile(Vars().x || \"no\"); x = \"no\"; x = String(ReadInput(1)); "
                                        "PlayFile(x); PlayFile(\"busy\"); PlayFile(\"BUSY.wav\"); PlayFile(\"only\");",
         {});
    main("silent-prompt: never read", "while IsConnected() loop\nPlayFile(\"busy\", -1); end loop;",
         {QStringLiteral("4:1 warning silent-prompt")});
    main("silent-prompt: to itself", "Void(SendEvent(ThisTask(), \"again\"));\nPlayFile(\"busy\");",
         {QStringLiteral("4:1 warning silent-prompt")});
    program("silent-prompt: not answered", "entry main is\nPlayFile(\"busy\");\nVoid(AcceptCall()); PlayFile(\"busy\"); end entry;",
            {QStringLiteral("2:1 warning silent-prompt")});
    main("loops that hear", "loop PlayFile(\"busy\"); exitif ReadInput(0) != null; end loop; loop PlayFile(\"busy\"); ClearDTMF(); "
                            "exitif not IsConnected(); end loop; for i = 0 while i < 3 by i += 1 loop PlayFile(\"busy\"); end loop; "
                            "loop PlayFile(\"busy\", 9000); exitif IsPlayCompleted() == null; end loop;",
         {});

    // Modules.
    row("missing-module",
        "== environment/p.sppr\nfunction away(n) external;\nentry main is SysLog(away(1));\nProcCall(\"gone::x\"); end entry;",
        {QStringLiteral("domains/d.example/environment/p.sppr:1:10 warning missing-module"),
         QStringLiteral("domains/d.example/environment/p.sppr:3:10 warning missing-module")});
    row("missing-section",
        "== environment/tools.sppi\nfunction split(s) is return s; end function;\n"
        "== environment/p.sppr\nfunction tools::splitt(s) external;\nentry main is SysLog(tools::splitt(1)); "
        "ProcCall(\"tools::split\", 1); end entry;",
        {QStringLiteral("domains/d.example/environment/p.sppr:1:17 warning missing-section"),
         QStringLiteral("domains/d.example/environment/p.sppr:2:50 warning missing-section")});
    row("a module's own kind and count",
        "== environment/tools.sppi\nfunction split(s) is return s; end function;\nprocedure say(a, b) is end procedure;\n"
        "== /server/p.sppr\nfunction tools::say(a) external;\nfunction tools::split(a, b) external;\nentry main is "
        "SysLog(tools::say(1)); SysLog(tools::split(1, 2)); end entry;",
        {QStringLiteral("server/p.sppr:1:17 error wrong-kind"), QStringLiteral("server/p.sppr:3:52 error wrong-argument-count")});
    row("stock sections, one argument more or less",
        "== environment/p.sppr\nfunction bridgedLoopHash(a, b) external; procedure bridgedLoop(a, b) external;\n"
        "entry main is Void(bridgedLoopHash(1, 2)); bridgedLoop(1, null); end entry;",
        {});

    // Whose language.
    const QByteArray speaker = "== environment/only.wav\n== environment/russian/hello.wav\n"
                               "== environment/p.sppr\nentry main is Void(AcceptCall()); PlayFile(\"only\");\nPlayFile(\"hello\"); end entry;\n";
    const QByteArray divert = "SignalRules = ((100006,\"pbx divert\",((Method,is,INVITE)),((\"Redirect to\",\"#p\")))); }";
    row("missing-prompt for a language",
        speaker + "== accounts/a.settings\n{ Preferences = { Language = French; }; " + divert,
        {QStringLiteral("domains/d.example/environment/p.sppr:2:10 warning missing-prompt")});
    row("prompt in the account's language",
        speaker + "== accounts/a.settings\n{ Preferences = { Language = Russian; }; " + divert, {});
    row("nobody known calls", speaker + "== accounts/a.settings\n{ Preferences = { Language = French; }; }", {});
    row("the program chooses the language",
        "== environment/russian/hello.wav\n== environment/p.sppr\nentry main is Void(AcceptCall()); "
        "SetLanguage(\"russian\"); PlayFile(\"hello\"); end entry;\n== accounts/a.settings\n{ " + divert,
        {});

    // Where calls go on to.
    const auto settings = [&](const char *name, const QByteArray &a, const QStringList &expected,
                              const QByteArray &more = {}) {
        row(name,
            "== environment/p.sppr\nentry main is Void(AcceptCall()); end entry;\n== accounts/ivanov.settings\n{ Aliases = (201); }\n"
            "== accounts/a.settings\n" + a + "\n" + more,
            expected);
    };
    const QString a = QStringLiteral("domains/d.example/accounts/a.settings:");
    const QString domain = QStringLiteral("domains/d.example/domain.settings:");
    settings("missing-program",
             "{\n SignalRules = (\n  (100006,\"pbx divert\",((Method,is,INVITE)),((\"Redirect to\",\"#gone\"))),\n"
             "  (506,x,(),((\"Fork to\",\"ivanov,q{1}#ivanov\"))));\n}",
             {a + QStringLiteral("3:61 error missing-program"), a + QStringLiteral("4:25 error missing-program")});
    settings("missing-account",
             "{\n SignalRules = ((506,x,(),((\"Redirect to\",\"ivanof\"))),\n (306,x,(),((\"Redirect to\",\"p#nobody\"))));\n}",
             {a + QStringLiteral("2:43 error missing-account"), a + QStringLiteral("3:28 error missing-account")});
    settings("bad-address", "{ SignalRules = ((506,x,(),((\"Redirect to\",\"<ivanov\"))),\n(306,y,(),((\"Fork to\")))); }",
             {a + QStringLiteral("1:44 error bad-address"), a + QStringLiteral("2:12 error bad-address")});
    settings("bad-condition",
             "{ SignalRules = (\n(506,x,((\"Current Day\",in,\"Mon,Mo\"),(\"Time Of Day\",in,\"25:00-26:00\")),"
             "((\"Redirect to\",\"ivanov\"))),\n(0,y,((\"Current Day\",is,Mo)),())); }",
             {a + QStringLiteral("2:27 warning bad-condition"), a + QStringLiteral("2:55 warning bad-condition"),
              a + QStringLiteral("2:55 warning bad-condition")});
    settings("a department diverted to a missing program",
             "{ SignalRules = ((100006,\"pbx divert\",(),\n((\"Redirect to\",\"#gone\")))); }",
             {a + QStringLiteral("2:17 error missing-program")},
             "== environment/fora.wav\n== accounts/pbx.settings\n{ Preferences = { ReceptMenu = (a); }; }");
    settings("targets that the server knows",
             "{ SignalRules = ((506,x,(),((\"Redirect to\",\"+74951234567,74951234567,x@elsewhere.example,201,700,*51,"
             "p{1,2}#ivanov,<sip:ivanov@d.example>,A\"))),(0,off,(),((\"Redirect to\",\"#gone\")))); }",
             {});
    row("forwarders and groups",
        "== accounts/a.settings\n{}\n== domain.settings\n{\n Forwarders = { sales = \"gone\"; help = \"#none\"; };\n"
        " Groups = { team = { Members = (a,\n  lost); }; };\n}",
        {domain + QStringLiteral("2:25 error missing-account"), domain + QStringLiteral("2:40 error missing-program"),
         domain + QStringLiteral("4:3 warning missing-account")});
    settings("divert-circle",
             "{ SignalRules = ((100006,\"pbx divert\",(),((\"Redirect to\",\"b\")))); }",
             {a + QStringLiteral("1:58 error divert-circle")},
             "== accounts/b.settings\n{ SignalRules = ((100006,\"pbx divert\",(),((\"Redirect to\",\"a\")))); }");
    settings("a circle after hours",
             "{ SignalRules = ((100006,x,((\"Time Of Day\",\"not in\",\"08:00-20:00\")),((\"Redirect to\",b)))); }",
             {a + QStringLiteral("1:85 error divert-circle")},
             "== accounts/b.settings\n{ SignalRules = ((100006,x,(),((\"Redirect to\",\"a\")))); }");
    settings("to itself", "{ SignalRules = ((100006,x,(),((\"Redirect to\",A)))); }",
             {a + QStringLiteral("1:47 error divert-circle")});
    settings("shifts are no circle",
             "{ SignalRules = ((100006,x,((\"Time Of Day\",in,\"08:00-20:00\")),((\"Redirect to\",\"b\")))); }", {},
             "== accounts/b.settings\n{ SignalRules = ((100006,x,((\"Time Of Day\",\"not in\",\"08:00-20:00\")),"
             "((\"Redirect to\",\"a\")))); }");
    settings("busy to each other is no circle", "{ SignalRules = ((306,x,(),((\"Redirect to\",\"b\")))); }", {},
             "== accounts/b.settings\n{ SignalRules = ((306,x,(),((\"Redirect to\",\"a\")))); }");
    row("forwarders in a circle",
        "== accounts/a.settings\n{}\n== domain.settings\n{ Forwarders = { x = y;\n y = x; }; }",
        {domain + QStringLiteral("1:22 error divert-circle")});

    // Settings by themselves.
    settings("settings", "{ Aliases = (", {a + QStringLiteral("3:1 error settings")});
    settings("bad-rule", "{ SignalRules = (\n(1)); }", {a + QStringLiteral("2:1 warning bad-rule")});
    settings("duplicate-name", "{\n Aliases = (300,\n201); }", {QStringLiteral("domains/d.example/accounts/ivanov.settings:1:14 warning duplicate-name")});
    settings("working-hours", "{ Preferences = {\n WorkDays = (Mon,Xyz);\n WorkDayStart = 90000; }; }",
             {a + QStringLiteral("2:13 warning working-hours"), a + QStringLiteral("3:17 warning working-hours")});
    settings("hours that end before they start", "{ Preferences = { WorkDayStart = 64800;\n WorkDayEnd = 32400; }; }",
             {a + QStringLiteral("2:15 warning working-hours")});
    settings("no working day", "{ Preferences = { WorkDays = (); }; }", {a + QStringLiteral("1:30 warning working-hours")});
    settings("unknown-time-zone", "{ Preferences = { TimeZone = \"Mars/Base\"; }; }", {a + QStringLiteral("1:30 warning unknown-time-zone")});
    settings("unknown-language", "{ Preferences = {\n Language = Rusian; LanguageMenu = (German); }; }",
             {a + QStringLiteral("2:13 warning unknown-language"), a + QStringLiteral("2:37 warning unknown-language")});
    settings("a language of the interface", "{ Preferences = { Language = German; }; }", {});
    row("defaults of a domain are told once",
        "== accounts/a.settings\n{}\n== accounts/b.settings\n{}\n== domain.settings\n{ Preferences = { TimeZone = Nowhere; }; }",
        {domain + QStringLiteral("1:30 warning unknown-time-zone")});
    row("prompt-texts", "== prompts/russian.txt\nwelcome = hello\nno equals sign\n",
        {QStringLiteral("domains/d.example/prompts/russian.txt:2:1 warning prompt-texts")});

    // Attendants.
    const QByteArray people = "== environment/forivanov.wav\n== accounts/ivanov.settings\n{ Aliases = (201); }\n";
    const QString pbx = QStringLiteral("domains/d.example/accounts/pbx.settings:");
    const auto menu = [&](const char *name, const QByteArray &preferences, const QStringList &expected,
                          const QByteArray &more = {}) {
        row(name, people + "== accounts/pbx.settings\n{ Preferences = {\n" + preferences + "\n}; }\n" + more, expected);
    };
    menu("a good menu", "ReceptMenu = (ivanov); ReceptDirPrefix = 2; ReceptDirDigits = 3;", {});
    menu("missing-department", "ReceptMenu = (ivanov,nobody);",
         {pbx + QStringLiteral("2:22 error missing-department"), pbx + QStringLiteral("2:22 warning missing-prompt")});
    row("missing-prompt of a menu language",
        "== accounts/ivanov.settings\n{}\n== environment/russian/forivanov.wav\n== environment/french/blank.wav\n"
        "== accounts/pbx.settings\n{ Preferences = { Language = Russian; LanguageMenu = (French);\n ReceptMenu = (ivanov); }; }",
        {pbx + QStringLiteral("2:16 warning missing-prompt")});
    menu("directory-prefix", "ReceptMenu = (ivanov);\nReceptDirPrefix = 123456789;", {pbx + QStringLiteral("3:19 error directory-prefix")});
    menu("no-extension", "ReceptMenu = (ivanov);\nReceptDirPrefix = 3;",
         {pbx + QStringLiteral("3:19 warning no-extension"),
          QStringLiteral("domains/d.example/accounts/ivanov.settings:1:14 note unreachable-extension")});
    menu("menu-entry", "ReceptMenu = (ivanov,ivanov);", {pbx + QStringLiteral("2:14 warning menu-entry")});
    row("too-many-departments",
        people + "== accounts/petrov.settings\n{}\n== environment/forpetrov.wav\n== accounts/pbx.settings\n"
                 "{ Preferences = { ReceptMenu = (ivanov,\npetrov); ReceptDirPrefix = 12345678; }; Aliases = (conference); }",
        {pbx + QStringLiteral("2:1 error too-many-departments")});
    row("attendant-without-rule",
        people + "== accounts/pbx.settings\n{ Preferences = { ReceptMenu = (ivanov); };\nSignalRules = (); }",
        {pbx + QStringLiteral("2:15 warning attendant-without-rule")});
    row("attendant-without-right",
        people + "== accounts/pbx.settings\n{ Preferences = { ReceptMenu = (ivanov); };\nRights = (Domain); }",
        {pbx + QStringLiteral("2:10 warning attendant-without-right")});
}

void TestCheck::findings()
{
    QFETCH(QByteArray, files);
    QFETCH(QStringList, expected);
    Place place;
    place.write(QStringLiteral("ws/workspace.settings"), "{ DefaultDomain = \"d.example\"; }");
    writeFiles(place, files);
    const QStringList found = place.check(QStringLiteral("ws"));
    expected.sort();
    QStringList sorted = found;
    sorted.sort();
    QVERIFY2(sorted == expected, place.messages() + "instead of\n" + expected.join(u'\n').toUtf8());
}

void TestCheck::known_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("names"); ///< of all prompts; ? where one can't be known
    const auto inMain = [](const char *name, const QByteArray &text, const QByteArray &names) {
        QTest::newRow(name) << "entry main is " + text + " end entry;" << names;
    };
    inMain("literal", "PlayFile(\"a\");", "a");
    inMain("method", "x = \"a\"; x.PlayFile();", "a");
    inMain("joined", "x = \"a\"; PlayFile(x + \"b\" + \"c\");", "abc");
    inMain("either", "PlayFile(ReadInput(1) ? \"a\" : \"b\");", "a b");
    inMain("assigned in branches", "if ReadInput(1) then x = \"a\"; else x = \"b\"; end if; PlayFile(\"p\" + x);", "pa pb");
    inMain("last value counts", "x = \"a\"; SysLog(x); x = \"b\"; PlayFile(x);", "b");
    inMain("compared", "x = ReadInput(1); if x == \"1\" or x == \"2\" then PlayFile(\"for\" + x); end if;", "for1 for2");
    inMain("excluded", "x = ReadInput(1) ? \"a\" : \"b\"; if x != \"a\" then PlayFile(\"p\" + x); end if;", "pb");
    inMain("sign for none", "x = \"none\"; if ReadInput(1) then x = \"a\"; end if; if x != \"none\" then PlayFile(x); end if; PlayFile(x);",
           "a a");
    inMain("null is silence", "x = null; if ReadInput(1) then x = \"a\"; end if; PlayFile(x);", "a");
    inMain("in a loop", "x = \"a\"; while ReadInput(1) loop PlayFile(x); x = \"b\"; end loop;", "a b");
    inMain("grows", "x = \"\"; while ReadInput(1) loop x += \"1\"; end loop; PlayFile(x);", "?");
    inMain("unknown", "PlayFile(ReadInput(1)); PlayFile(Vars().x); PlayFile(nothing::f());", "? ? ?");
    inMain("constant", "const A = \"a\"; PlayFile(A + \"b\");", "ab");
    inMain("number", "PlayFile(String(7));", "7");
    QTest::newRow("argument") << QByteArray("procedure say(x) is PlayFile(\"divert\" + x); end procedure;"
                                            "entry main is say(\"on\"); say(\"off\"); end entry;")
                              << QByteArray("divertoff diverton");
    QTest::newRow("result") << QByteArray("function name(n) is if n then return \"a\"; end if; return \"b\"; end function;"
                                          "entry main is PlayFile(name(ReadInput(1))); end entry;")
                            << QByteArray("a b");
    QTest::newRow("recursion") << QByteArray("function f(x) is return f(x + \"a\"); end function;"
                                             "entry main is PlayFile(f(\"\")); end entry;")
                               << QByteArray("");
    QTest::newRow("file constant") << QByteArray("const A = \"a\"; entry main is PlayFile(A); end entry;") << QByteArray("a");
}

void TestCheck::known()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, names);
    const language::Source source("x.sppr", text.toStdString());
    language::Tree tree = language::parse(source);
    language::resolve(tree, source, {});
    QByteArrayList found;
    for (const auto &played : check::playedPrompts(tree, language::FileKind::Program)) {
        if (!played.names.all)
            found << "?";
        for (const std::string &name : played.names.values)
            found << QByteArray::fromStdString(name);
    }
    QCOMPARE(found.join(' '), names);
}

/// One program of a workspace is seen with everything around it.
void TestCheck::programInsideWorkspace()
{
    Place place;
    place.write(QStringLiteral("ws/workspace.settings"), "{ DefaultDomain = \"d.example\"; }");
    writeFiles(place, "== /server/tools.sppi\nfunction split(s) is return s; end function;\n== /server/hello.wav\n"
                      "== environment/p.sppr\nfunction tools::split(s) external;\nentry main is Void(AcceptCall()); "
                      "PlayFile(\"hello\"); SysLog(tools::split(1)); end entry;");
    const QStringList found = place.check(QStringLiteral("ws/domains/d.example/environment/p.sppr"));
    QVERIFY2(found.isEmpty(), place.messages().constData());
}

void TestCheck::messages_data()
{
    QTest::addColumn<QByteArray>("files");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("what callers of a department hear")
        << QByteArray("== accounts/a.settings\n{ SignalRules = ((506,night,(),((\"Redirect to\",\"#gone\")))); }\n"
                      "== accounts/pbx.settings\n{ Preferences = { ReceptMenu = (a); }; }")
        << QByteArray("the rule \"night\" goes on to #gone, but no layer of the environment has gone.sppr; key 1 of "
                      "pbx@d.example leads there");
    QTest::newRow("nearly somebody")
        << QByteArray("== accounts/ivanov.settings\n{}\n== domain.settings\n{ Forwarders = { sales = ivanof; }; }")
        << QByteArray("the forwarder sales goes on to ivanof, but d.example has no account, alias, group or forwarder "
                      "ivanof: did you mean ivanov?");
    QTest::newRow("nearly a language")
        << QByteArray("== accounts/a.settings\n{ Preferences = { Language = Rusian; }; }") << QByteArray("did you mean russian?");
    QTest::newRow("whose language")
        << QByteArray("== environment/russian/hello.wav\n== environment/p.sppr\nentry main is Void(AcceptCall()); "
                      "PlayFile(\"Hello\"); end entry;\n== domain.settings\n{ Forwarders = { f = \"p#a\"; }; }\n"
                      "== accounts/a.settings\n{ Preferences = { Language = French; }; }")
        << QByteArray("no prompt Hello for calls to a@d.example (french): record it as french/hello.wav");
    QTest::newRow("a circle") << QByteArray("== accounts/a.settings\n{ SignalRules = ((100006,x,(),((\"Redirect to\",b)))); }\n"
                                            "== accounts/b.settings\n{ SignalRules = ((100006,x,(),((\"Redirect to\",a)))); }")
                              << QByteArray("calls to a@d.example go round in a circle with b@d.example and end with 482");
}

/// The message says what a caller meets, or the remedy.
void TestCheck::messages()
{
    QFETCH(QByteArray, files);
    QFETCH(QByteArray, text);
    Place place;
    place.write(QStringLiteral("ws/workspace.settings"), "{ DefaultDomain = \"d.example\"; }");
    writeFiles(place, files);
    place.check(QStringLiteral("ws"));
    QVERIFY2(place.messages().contains(text), place.messages().constData());
}

void TestCheck::unreadablePath()
{
    check::Checker checker;
    const auto done = checker.check("/no/such");
    QVERIFY(!done && done.error().find("/no/such") != std::string::npos);
}

/// The guide names every code.
void TestCheck::guide()
{
    const QString text = QString::fromUtf8(readAll(QStringLiteral(PBX_SOURCE_DIR "/resources/guide/check.md")));
    for (const char *header : {"/environment/check/codes.h", "/environment/language/codes.h"}) {
        const QString codes = QString::fromUtf8(readAll(QStringLiteral(PBX_SOURCE_DIR) + QString::fromUtf8(header)));
        const QRegularExpression pattern(QStringLiteral("= \"([a-z-]+)\";"));
        int count = 0;
        for (const auto &match : pattern.globalMatch(codes)) {
            ++count;
            QVERIFY2(text.contains(QLatin1String("| `") + match.captured(1) + QLatin1String("` |")),
                     qPrintable(match.captured(1)));
        }
        QVERIFY(count > 15);
    }
}

/// Whatever stands in the files, there is an end to it.
void TestCheck::hostile()
{
    Place place;
    QByteArray loops;
    for (int i = 0; i < 60; ++i)
        loops += "while ReadInput(1) loop x" + QByteArray::number(i) + " += \"a\"; PlayFile(x" + QByteArray::number(i) + "); ";
    for (int i = 0; i < 60; ++i)
        loops += "end loop; ";
    QByteArray condition = "x == \"0\"";
    for (int i = 1; i < 150; ++i)
        condition += " or x == \"" + QByteArray::number(i) + '"';
    place.write(QStringLiteral("f/loops.sppr"), "entry main is Void(AcceptCall()); " + loops + "end entry;");
    place.write(QStringLiteral("f/chain.sppr"),
                "entry main is Void(AcceptCall()); x = ReadInput(1); if " + condition + " then SysLog(x); end if; end entry;");
    place.write(QStringLiteral("f/bytes.sppr"), QByteArray("\xff\x00entry main is \"", 17));
    place.write(QStringLiteral("f/empty.sppr"));
    QElapsedTimer timer;
    timer.start();
    place.check(QStringLiteral("f"));
    QVERIFY2(timer.elapsed() < 60'000, QByteArray::number(timer.elapsed()).constData());
}

/// 200 programs and 5,000 prompts: told, and bounded far above what it takes.
void TestCheck::speed()
{
    Place place;
    place.write(QStringLiteral("ws/workspace.settings"), "{ DefaultDomain = \"d.example\"; }");
    const QString environment = QStringLiteral("ws/domains/d.example/environment/");
    const QByteArray text = readAll(QStringLiteral(PBX_SOURCE_DIR "/tests/check/programs/ivrmenu.sppr"));
    for (int i = 0; i < 200; ++i)
        place.write(environment + QStringLiteral("p%1.sppr").arg(i), text);
    for (int i = 0; i < 5000; ++i)
        place.write(environment + (i % 2 ? QStringLiteral("russian/w%1.wav") : QStringLiteral("w%1.wav")).arg(i));
    for (int i = 0; i < 200; ++i)
        place.write(QStringLiteral("ws/domains/d.example/accounts/a%1.settings").arg(i),
                    "{ Preferences = { Language = Russian; }; SignalRules = ((100006,\"pbx divert\",((Method,is,INVITE)),"
                    "((\"Redirect to\",\"#p" + QByteArray::number(i) + "\")))); }");
    QElapsedTimer timer;
    timer.start();
    const QStringList found = place.check(QStringLiteral("ws"));
    qInfo("200 programs, 200 accounts, 5,000 prompts: %lld ms, %lld findings", timer.elapsed(), qint64(found.size()));
    QVERIFY(timer.elapsed() < 60'000);
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
