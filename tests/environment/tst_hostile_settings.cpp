// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/menu.h"
#include "environment/accounts/routing.h"
#include "environment/data/notation.h"
#include "environment/files/atomic_file.h"
#include "environment/files/workspace.h"
#include "tests/environment/marked_texts.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace pbx;
using namespace pbx::accounts;

/// Settings and rules that mean harm, or were written by somebody tired, on their way from the file to a routed call:
/// each loads, ends soon in the outcome given, and says what was wrong. What callers of such settings hear is asked in
/// tests/preview/tst_hostile.cpp.
class TestHostileSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files() { loadAndRoute(); }
    void types_data();
    void types() { loadAndRoute(); }
    void rules_data();
    void rules() { loadAndRoute(); }
    void conditions_data();
    void conditions() { loadAndRoute(); }
    void targets_data();
    void targets() { loadAndRoute(); }
    void hours_data();
    void hours() { loadAndRoute(); }
    void menus_data();
    void menus() { loadAndRoute(); }
    void names_data();
    void names() { loadAndRoute(); }
    void circles_data();
    void circles();
    void branchingCircles();

private:
    static constexpr const char *victimFile = "domains/d.example/accounts/victim.settings";
    static constexpr const char *domainFile = "domains/d.example/domain.settings";

    static void columns()
    {
        QTest::addColumn<QString>("file"); ///< beside a plain account petrov and, where it is another file, a plain victim
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("outcome"); ///< targets as describe() writes them
        QTest::addColumn<QByteArray>("message");
    }
    /// Settings of the account victim, who is called.
    static void victim(const char *name, const QByteArray &content, const QByteArray &outcome, const QByteArray &message)
    {
        QTest::newRow(name) << QString::fromLatin1(victimFile) << content << QByteArray("victim") << outcome << message;
    }
    static void domain(const char *name, const QByteArray &content, const QByteArray &address, const QByteArray &outcome,
                       const QByteArray &message)
    {
        QTest::newRow(name) << QString::fromLatin1(domainFile) << content << address << outcome << message;
    }
    static void rule(const char *name, const QByteArray &rules, const QByteArray &outcome, const QByteArray &message)
    {
        victim(name, "{ SignalRules = (" + rules + "); }", outcome, message);
    }
    static void write(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
    {
        QVERIFY(files::saveFile(folder.filePath(name), content));
    }
    static QByteArray described(const RouteResult &result)
    {
        QByteArray text;
        for (const auto &target : result.targets)
            text += (text.isEmpty() ? "" : " ") + QByteArray::fromStdString(describe(target));
        return text;
    }
    static QByteArray told(const files::Workspace &workspace, const Directory &directory, const RouteResult &result);
    static void loadAndRoute();
    static void readTranslated(const QString &folder, const QByteArray &content);
};

namespace {

constexpr const char *ringing = "phone:victim@d.example";

QByteArray all(const char *before, int count, const char *after)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += before + QByteArray::number(i) + after;
    return text;
}

} // namespace

QByteArray TestHostileSettings::told(const files::Workspace &workspace, const Directory &directory, const RouteResult &result)
{
    QByteArrayList texts;
    for (const auto &problem : workspace.problems())
        texts += QByteArray::fromStdString(problem.message);
    for (const auto &problem : directory.problems())
        texts += QByteArray::fromStdString(problem.message);
    for (const auto &warning : result.warnings)
        texts += QByteArray::fromStdString(warning);
    for (const auto &step : result.steps) {
        texts += QByteArray::fromStdString(step.by + ": " + step.explanation);
        for (const auto &other : step.others)
            texts += QByteArray::fromStdString(other);
    }
    if (const Account *account = directory.account("victim@d.example")) {
        const auto menu = departmentMenu(*account, &directory);
        for (const auto *list : {&menu.warnings, &menu.errors}) {
            for (const auto &text : *list)
                texts += QByteArray::fromStdString(text);
        }
        for (const auto &department : menu.departments) {
            if (department.digit)
                texts += QByteArray::fromStdString(department.account + " has key " + department.digit);
        }
    }
    return texts.join('\n');
}

void TestHostileSettings::loadAndRoute()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, outcome);
    QFETCH(QByteArray, message);
    QTemporaryDir folder;
    write(folder, QStringLiteral("workspace.settings"), "{ DefaultDomain = \"d.example\"; TimeZone = \"Europe/Moscow\"; }");
    write(folder, QStringLiteral("domains/d.example/accounts/petrov.settings"), "{ Aliases = (203); }");
    write(folder, QString::fromLatin1(victimFile), "{}");
    write(folder, file, content);

    QElapsedTimer timer;
    timer.start();
    const auto workspace = files::Workspace::open(folder.path());
    QVERIFY(workspace);
    const Directory directory = files::loadDirectory(*workspace);
    RouteOptions options;
    options.caller = "caller@example.net";
    options.time = 1'795'424'400; // Mon 23 Nov 2026, 12:00 in Moscow
    const auto result = route(directory, address.toStdString(), options);
    const auto text = told(*workspace, directory, result);
    QVERIFY2(timer.elapsed() < 20'000, "it should end soon");
    QCOMPARE(described(result), outcome);
    QVERIFY2(text.contains(message), text.left(3000).constData());
    QVERIFY2(text.size() < 50'000, "messages stay readable");
    QVERIFY2(QString::fromUtf8(text).toUtf8() == text, "messages are UTF-8");
    if (content.size() < 100'000)
        readTranslated(folder.path(), content);
}

/// Every problem is said in the language of whoever reads it, but for those of the notation itself.
void TestHostileSettings::readTranslated(const QString &folder, const QByteArray &content)
{
    std::vector<std::string> ofNotation;
    if (const auto read = data::readNotation({content.constData(), static_cast<std::size_t>(content.size())}); !read) {
        ofNotation.push_back(read.error().message);
    } else {
        for (const auto &warning : read->warnings)
            ofNotation.push_back(warning.message);
    }
    const MarkedTexts marks;
    const auto workspace = files::Workspace::open(folder);
    QVERIFY(workspace);
    for (const auto &problem : workspace->problems()) {
        if (!std::ranges::contains(ofNotation, problem.message))
            QVERIFY2(MarkedTexts::isMarked(problem.message), problem.message.c_str());
    }
    const Directory directory = files::loadDirectory(*workspace);
    for (const auto &problem : directory.problems())
        QVERIFY2(MarkedTexts::isMarked(problem.message, problem.account + '@' + problem.domain), problem.message.c_str());
    if (const Account *account = directory.account("victim@d.example")) {
        const auto menu = departmentMenu(*account, &directory);
        for (const auto *list : {&menu.warnings, &menu.errors}) {
            for (const auto &text : *list)
                QVERIFY2(MarkedTexts::isMarked(text), text.c_str());
        }
    }
}

void TestHostileSettings::files_data()
{
    columns();
    victim("empty", "", ringing, "Expected an object, but the text is empty.");
    victim("a list", "(1,2,3)", ringing, "A settings file holds one dictionary, {…}.");
    victim("a text", "hello", ringing, "A settings file holds one dictionary, {…}.");
    victim("null", "#NULL#", ringing, "No rule sends the call elsewhere");
    victim("cut off in a list", "{ Aliases = (20", ringing, "The array that begins here has no end; expected ')'.");
    victim("cut off in a string", "{ Aliases = \"20", ringing, "string");
    victim("without semicolon", "{ A = 5 }", ringing, ";");
    victim("two values", "{} {}", ringing, "");
    victim("zero bytes", QByteArray(1000, '\0'), ringing, "");
    victim("bytes that are no UTF-8", "{ \xff\xfe = 5; }", ringing, "");
    victim("UTF-8 names that are cut", "{ Aliases = (\"\xd0\"); }", ringing, "\\xd0");
    victim("a byte order mark", "\xef\xbb\xbf{}", ringing, "No rule sends the call elsewhere");
    victim("nested too deep", "{ A = " + QByteArray(100'000, '(') + QByteArray(100'000, ')') + "; }", ringing, "deep");
    victim("dictionaries nested too deep", QByteArray("{a=").repeated(50'000), ringing, "deep");
    victim("a giant text", "{ Settings = { RealName = \"" + QByteArray(2'000'000, 'x') + "\"; }; }", ringing, "No rule sends the call elsewhere");
    victim("a giant key", "{ " + QByteArray(1'000'000, 'k') + " = 1; }", ringing, "No rule sends the call elsewhere");
    victim("a number past 64 bits", "{ A = #99999999999999999999999; }", ringing, "number");
    victim("a key twice", "{ Aliases = (204); Aliases = (205); }", ringing, "Aliases");
    victim("unknown keys", "{ " + all("Key", 5000, " = (1,{a=b;},[AAAA]); ") + "}", ringing, "No rule sends the call elsewhere");
    domain("domain: a list", "(a,b)", "victim", ringing, "A settings file holds one dictionary, {…}.");
    domain("domain: cut off", "{ Forwarders = { a", "a", "404-Not Found", "has the name a.");
}

void TestHostileSettings::types_data()
{
    columns();
    victim("aliases as a dictionary", "{ Aliases = { a = b; }; }", ringing, "Aliases of victim@d.example holds something that is no name");
    victim("aliases of lists", "{ Aliases = ((a),{b=c;},205); }", ringing, "Aliases of victim@d.example holds something that is no name");
    victim("numbers as a dictionary", "{ TelNums = { a = b; }; }", ringing, "TelNums of victim@d.example holds something that is no name");
    victim("preferences as text", "{ Preferences = nonsense; }", ringing, "Preferences of victim@d.example is not a dictionary");
    victim("preferences as a list", "{ Preferences = (Language,Russian); }", ringing, "Preferences of victim@d.example is not a dictionary");
    victim("settings as a number", "{ Settings = #5; }", ringing, "Settings of victim@d.example is not a dictionary");
    victim("rules as text", "{ SignalRules = nonsense; }", ringing, "SignalRules is not an array");
    victim("rules as a dictionary", "{ SignalRules = { a = b; }; }", ringing, "SignalRules is not an array");
    victim("language as a list", "{ Preferences = { Language = (a,b); }; }", ringing, "Language is not the name of a language");
    victim("a zone as a list", "{ Preferences = { TimeZone = (a,b); }; }", ringing, "TimeZone is not the name of a zone");
    victim("a zone that does not exist", "{ Preferences = { TimeZone = \"Nowhere/Atall\"; }; }", ringing,
           "TimeZone names \"Nowhere/Atall\", which neither the server nor this system knows; GMT is used.");
    victim("a giant zone", "{ Preferences = { TimeZone = \"" + QByteArray(1'000'000, 'Z') + "\"; }; }", ringing, "ZZZ…\", which neither");
    victim("a zone like a path", "{ Preferences = { TimeZone = \"../../../etc/passwd\"; }; }", ringing, "TimeZone names \"../../../etc/passwd\"");
    domain("forwarders as a list", "{ Forwarders = (a,b); }", "a", "404-Not Found", "Forwarders of the domain d.example is not a dictionary");
    domain("groups as text", "{ Groups = x; }", "x", "404-Not Found", "Groups of the domain d.example is not a dictionary");
    domain("default preferences as text", "{ Preferences = x; }", "victim", ringing, "Preferences of the domain d.example is not a dictionary");
    domain("a forwarder to a list", "{ Forwarders = { a = (b,c); }; }", "a", "404-Not Found", "The forwarder \"a\" has no usable name or address");
    domain("a group that is a list", "{ Groups = { g = (petrov); }; }", "g", "480-Temporarily Unavailable", "The group \"g\" has a name or a member that can't be used");
    domain("a group of lists", "{ Groups = { g = { Members = ((),{},petrov); }; }; }", "g", "phone:petrov@d.example", "The group \"g\" has a name or a member that can't be used");
    domain("a group without members", "{ Groups = { g = {}; }; }", "g", "480-Temporarily Unavailable", "The group has no members.");
    domain("a group of nobody", "{ Groups = { g = { Members = (\"\",nobody); }; }; }", "g", "404-Not Found", "has the name nobody.");
    domain("a group of itself", "{ Groups = { g = { Members = (g); }; }; }", "g", "483-Too Many Hops", "passed on more than 10 times");
    domain("a group with ten thousand members", "{ Groups = { g = { Members = (" + all("m", 10'000, ",") + "petrov); }; }; }", "g",
           "404-Not Found", "One call has touched 250 addresses");
}

void TestHostileSettings::rules_data()
{
    columns();
    rule("numbers", "1,2,3", ringing, "A rule is an array of priority, name, conditions and actions");
    rule("empty lists", "(),(),((),())", ringing, "A rule is an array of priority, name, conditions and actions");
    rule("texts", "(a,b,c,d)", ringing, "The conditions of rule \"b\" are not arrays of texts");
    rule("actions as text", "(100005,r,(),stop)", ringing, "The actions of rule \"r\" are not arrays of texts");
    rule("an action that is a text", "(100005,r,(),(stop))", ringing, "The actions of rule \"r\" are not arrays of texts");
    rule("an action of nothing", "(100005,r,(),(()))", ringing, "The actions of rule \"r\" are not arrays of texts");
    rule("name as a list", "(100005,(r),(),())", ringing, "The priority and the name of a rule are texts");
    rule("without actions", "(100006,r,(),())", ringing, "No rule sends the call elsewhere");
    rule("priority as text", "(high,r,(),((\"Reject with\",486)))", ringing, "The priority \"high\" of rule \"r\" is none the server uses");
    rule("priority below 0", "(-5,r,(),((\"Reject with\",486)))", ringing, "The priority \"-5\" of rule \"r\" is none the server uses");
    rule("priority past 64 bits", "(99999999999999999999,r,(),((\"Reject with\",486)))", ringing,
         "The priority \"99999999999999999999\" of rule \"r\" is none the server uses");
    rule("priority 11", "(100011,r,(),((\"Reject with\",486)))", ringing, "The priority \"100011\" of rule \"r\" is none the server uses");
    rule("priority with a point", "(1000.5,r,(),((\"Reject with\",486)))", ringing, "The priority \"1000.5\" of rule \"r\" is none the server uses");
    rule("a giant priority", "(" + QByteArray(100'000, '1') + ",r,(),((\"Reject with\",486)))", ringing, "111…\" of rule \"r\" is none the server uses");
    rule("disabled", "(100000,r,(),((\"Reject with\",486)))", ringing, "r: rule disabled");
    rule("disabled by 0", "(0,r,(),((\"Reject with\",486)))", ringing, "r: rule disabled");
    rule("a name of nothing", "(100000,\"\",(),((\"Reject with\",486)))", ringing, "rule 1: rule disabled");
    rule("a giant name", "(100000," + QByteArray(1'000'000, 'n') + ",(),())", ringing, "nnn…: rule disabled");
    rule("a name of bytes", "(100000,\"\xff\xfe\",(),())", ringing, "\\xff\\xfe: rule disabled");
    rule("an unknown action", "(100006,r,(),((\"Make tea\",now)))", ringing, "No rule sends the call elsewhere");
    rule("reject without code", "(100006,r,(),((\"Reject with\")))", "603-Decline", "names no code from 300 to 699; 603 is used");
    rule("reject with a fruit", "(100006,r,(),((\"Reject with\",banana)))", "603-Decline", "Reject with \"banana\" names no code from 300 to 699; 603 is used");
    rule("reject with 200", "(100006,r,(),((\"Reject with\",200)))", "603-Decline", "Reject with \"200\" names no code");
    rule("reject with a number past 64 bits", "(100006,r,(),((\"Reject with\",99999999999999999999)))", "603-Decline", "names no code from 300 to 699; 603 is used");
    rule("a thousand that never hold", all("(100006,r", 1000, ",((From,is,nobody)),((\"Reject with\",486))),") + "(6,y,(),())", ringing, "and 951 more");
    rule("a thousand that can't be judged", all("(100006,r", 1000, ",((Moon,is,full)),((\"Reject with\",486))),") + "(6,y,(),())", ringing, "can't be judged here");
    rule("a thousand redirects", all("(100006,r", 1000, ",(),((\"Redirect to\",petrov))),") + "(6,y,(),())", "phone:petrov@d.example", "r0: its redirect was replaced by r1");
    rule("a thousand behind one that ends", "(100007,stop,(),((\"Stop Processing\")))," + all("(100006,r", 1000, ",(),((\"Redirect to\",petrov))),") + "(6,y,(),())",
         ringing, "r0: priority lower, stopped by rule stop");
    rule("stages without end", all("(", 900, "06,r,(),((\"Fork to\",petrov))),") + "(6,y,(),())", ringing, "r: not yet, it acts after ");
}

void TestHostileSettings::conditions_data()
{
    columns();
    const auto condition = [](const char *name, const QByteArray &conditions, const QByteArray &outcome, const QByteArray &message) {
        rule(name, "(100006,r,(" + conditions + "),((\"Redirect to\",petrov)))", outcome, message);
    };
    const QByteArray taken = "phone:petrov@d.example";
    condition("of nothing", "()", ringing, "The conditions of rule \"r\" are not arrays of texts");
    condition("of lists", "((),(),())", ringing, "The conditions of rule \"r\" are not arrays of texts");
    condition("without operator", "(From)", ringing, "\"From\" without an operator can't be judged here; it is taken as not holding.");
    condition("without value", "(\"Time Of Day\",in)", ringing, "\"Time Of Day\" without a value can't be judged here; it is taken as not holding.");
    condition("without value, negative", "(\"Current Day\",\"not in\")", taken, "\"Current Day\" without a value can't be judged here; it is taken as holding.");
    condition("with the filler", "(\"Human Generated\",\"---\")", ringing, "The condition Human Generated can't be judged here");
    condition("unknown operator", "(From,sounds,x)", ringing, "From sounds \"x\" can't be judged here");
    condition("unknown", "(Moonphase,is,full)", ringing, "Moonphase is \"full\" can't be judged here");
    condition("unknown, negative", "(Moonphase,\"is not\",full)", taken, "Moonphase is not \"full\" can't be judged here; it is taken as holding.");
    condition("preference", "(Preference,is,x)", ringing, "r: conditions on preferences never hold here");
    condition("time of nonsense", "(\"Time Of Day\",in,\"25:99-banana\")", ringing, "Time Of Day in \"25:99-banana\" can't be judged here");
    condition("time of commas", "(\"Time Of Day\",in,\",,,\")", ringing, "Time Of Day in \",,,\" can't be judged here");
    condition("time below 0", "(\"Time Of Day\",in,\"-1:00-5:00\")", ringing, "can't be judged here");
    condition("ten thousand times", "(\"Time Of Day\",in,\"" + QByteArray("00:00-01:00,").repeated(10'000) + "11:00-13:00\")", taken, "it is 12:00 in Europe/Moscow, within 00:00-01:00,");
    condition("day of nonsense", "(\"Current Day\",in,Caturday)", ringing, "Current Day in \"Caturday\" can't be judged here");
    condition("day greater", "(\"Current Day\",\"greater than\",Mon)", ringing, "Current Day greater than \"Mon\" can't be judged here");
    condition("a date that never was", "(\"Current Date\",is,\"30 Feb 2026\")", ringing, "Current Date is \"30 Feb 2026\" can't be judged here");
    condition("a date of nonsense", "(\"Current Date\",in,\"yesterday,tomorrow\")", ringing, "Current Date in \"yesterday,tomorrow\" can't be judged here");
    condition("a year past 64 bits", "(\"Current Date\",is,\"1 Jan 99999999999999999999\")", ringing, "can't be judged here");
    condition("clients compared with text", "(RegClients,\"greater than\",many)", ringing, "RegClients greater than \"many\" can't be judged here");
    condition("clients past 64 bits", "(RegClients,\"less than\",99999999999999999999)", ringing, "RegClients less than \"99999999999999999999\" can't be judged here");
    condition("FreeBusy of nonsense", "(FreeBusy,is,Napping)", ringing, "FreeBusy is Free, not Napping, as Mon 12:00 in Europe/Moscow is within 08:00–17:00 Mon–Fri");
    condition("a data set", "(From,in,\"#Friends\")", ringing, "From in \"#Friends\" can't be judged here");
    condition("a pattern of stars", "(From,is,\"" + QByteArray("*a").repeated(50'000) + "\")", ringing, "which does not fit \"*a*a");
    condition("ten thousand senders", "(From,in,\"" + QByteArray("nobody@x.example,").repeated(10'000) + "caller@example.net\")", taken, "which fits \"nobody@x.example,");
    condition("ten thousand conditions", QByteArray("(Method,is,INVITE),").repeated(10'000) + "(Method,is,MESSAGE)", ringing, "r: Method is \"INVITE\", which does not fit \"MESSAGE\"");
    condition("bytes", "(From,is,\"\xff\xfe\")", ringing, "which does not fit \"\\xff\\xfe\"");
}

void TestHostileSettings::targets_data()
{
    columns();
    const auto target = [](const char *name, const QByteArray &action, const QByteArray &outcome, const QByteArray &message) {
        rule(name, "(100006,r,(),(" + action + "))", outcome, message);
    };
    const auto to = [&target](const char *name, const QByteArray &address, const QByteArray &outcome, const QByteArray &message) {
        target(name, "(\"Redirect to\",\"" + address + "\")", outcome, message);
    };
    target("missing", "(\"Redirect to\")", ringing, "r: Redirect to names no address, so it does nothing.");
    target("a list", "(\"Redirect to\",(a,b))", ringing, "The actions of rule \"r\" are not arrays of texts");
    to("empty", "", ringing, "r: Redirect to names no address, so it does nothing.");
    to("commas", ",,,", ringing, "r: Redirect to names no address, so it does nothing.");
    target("fork to nothing", "(\"Fork to\",\"---\")", ringing, "r: Fork to names no address, so it does nothing.");
    to("nonsense", "<<<>>>@@@", "404-Not Found", "This is no address.");
    to("open bracket", "<sip:petrov", "404-Not Found", "This is no address.");
    to("open brace", "test{{{#victim", "404-Not Found", "This is no address.");
    to("a program without name", "#", "404-Not Found", "This is no address.");
    to("a program with a path", "#../../etc/passwd", "404-Not Found", "This is no address.");
    to("a line break", "petrov\\eBcc: x", "404-Not Found", "This is no address.");
    to("a giant address", QByteArray(100'000, 'a'), "404-Not Found", "This is no address.");
    to("nobody", "nobody", "404-Not Found", "No account, alias, number, forwarder or group of d.example has the name nobody.");
    to("a program of nobody", "p#nobody", "404-Not Found", "No account nobody@d.example runs the program.");
    to("another domain", "x@nowhere.example", "x@nowhere.example", "rule:r: it has no condition that could fail");
    to("everybody", "all", "404-Not Found", "has the name all.");
    to("itself by alias", "victim@D.EXAMPLE", "482-Loop Detected", "The call came back to victim@d.example, whose own rule had sent it away.");
    to("ten thousand times the same", QByteArray("petrov,").repeated(10'000) + "petrov", "phone:petrov@d.example", "One call has touched 250 addresses");
    to("ten thousand unknown", all("n", 10'000, ",") + "petrov", "404-Not Found", "One call has touched 250 addresses");
    to("ten thousand parameters", "p{" + all("x", 300, ",") + "y}#petrov", "p{" + all("x", 300, ",") + "y}#petrov@d.example", "rule:r");
    to("bytes", "\xff\xfe", "404-Not Found", "has the name \\xff\\xfe.");
}

void TestHostileSettings::hours_data()
{
    columns();
    const auto hours = [](const char *name, const QByteArray &start, const QByteArray &end, const QByteArray &days, bool working, const QByteArray &message) {
        victim(name, "{ Preferences = { WorkDayStart = " + start + "; WorkDayEnd = " + end + "; WorkDays = " + days
                   + "; }; SignalRules = ((100006,\"#AfterHours\",((FreeBusy,is,Unavailable)),((\"Redirect to\",petrov),(\"Stop Processing\")))); }",
               working ? QByteArray(ringing) : QByteArray("phone:petrov@d.example"), message);
    };
    const QByteArray week = "(Sun,Mon,Tue,Wed,Thu,Fri,Sat)";
    hours("never end", "0", "86400", week, true, "as Mon 12:00 in Europe/Moscow is within 00:00–24:00 Mon–Sun");
    hours("end before they start", "64800", "32400", "(Mon)", false, "The working day ends before it starts (18:00–09:00): it is taken as a span over midnight.");
    hours("of no length", "32400", "32400", week, false, "The working day ends when it starts (09:00): it is always after hours.");
    hours("below 0", "-5", "-1", "(Mon)", true, "WorkDayStart is not a number of seconds from 0 to 86400; the server's default is used.");
    hours("huge", "99999999", "999999999", "(Mon)", true, "WorkDayEnd is not a number of seconds from 0 to 86400; the server's default is used.");
    hours("past 64 bits", "99999999999999999999", "1e99", "(Mon)", true, "WorkDayStart is not a number of seconds");
    hours("as words", "morning", "evening", "(Mon)", true, "WorkDayStart is not a number of seconds");
    hours("as clock times", "\"09:00\"", "\"18:00\"", "(Mon)", true, "WorkDayStart is not a number of seconds");
    hours("as lists", "(1)", "{}", "(Mon)", true, "WorkDayEnd is not a number of seconds");
    hours("no days", "32400", "64800", "()", false, "No working day is set: it is always after hours.");
    hours("days of nonsense", "32400", "64800", "(Caturday)", false, "WorkDays names \"Caturday\", which is no day of the week: write Mon, Tue, …");
    hours("days as a dictionary", "32400", "64800", "{ Mon = YES; }", false, "WorkDays is not a list of days");
    hours("days of lists", "32400", "64800", "((Mon),Mon)", true, "WorkDays is not a list of days");
    hours("ten thousand days", "32400", "64800", "(" + QByteArray("Tue,").repeated(10'000) + "Tue)", false, "as Mon 12:00 in Europe/Moscow is no working day (Tue)");
}

void TestHostileSettings::menus_data()
{
    columns();
    const auto menu = [](const char *name, const QByteArray &preferences, const QByteArray &message) {
        victim(name, "{ Preferences = { " + preferences + " }; }", ringing, message);
    };
    menu("empty", "ReceptMenu = ();", "No rule sends the call elsewhere");
    menu("of empty entries", "ReceptMenu = (\"\",\" \",petrov);", "The department menu has an empty entry; it is skipped.");
    menu("a text with commas", "ReceptMenu = \"petrov, victim\\eoperator\";", "victim@d.example has key 3");
    menu("a dictionary", "ReceptMenu = { a = b; };", "ReceptMenu is a dictionary; write a list");
    menu("of lists", "ReceptMenu = ((),{},(petrov),petrov);", "ReceptMenu holds something that is no name; it is left out.");
    menu("of nobody", "ReceptMenu = (nobody);", "Department \"nobody\" is no account, alias, group or forwarder of d.example.");
    menu("a thousand departments", "ReceptMenu = (" + all("d", 1000, ",") + "petrov);", "No key is left for 993 departments, \"d8\" first");
    menu("the same thousand times", "ReceptMenu = (" + QByteArray("petrov,").repeated(1000) + "petrov);", "The department menu names \"petrov\" twice.");
    menu("a prefix of all digits", "ReceptMenu = (petrov); ReceptDirPrefix = 123456789;",
         "The directory prefix 123456789 keeps every key from 1 to 9 for extensions, so no department has a key; shorten ReceptDirPrefix.");
    menu("a prefix of letters", "ReceptMenu = (petrov); ReceptDirPrefix = abc;", "The directory prefix holds something that is no digit.");
    menu("a giant prefix", "ReceptMenu = (petrov); ReceptDirPrefix = \"" + QByteArray(100'000, '2') + "\";", "petrov@d.example has key 1");
    menu("a giant prefix of letters", "ReceptMenu = (petrov); ReceptDirPrefix = \"" + QByteArray(100'000, 'x') + "\";", "The directory prefix holds something that is no digit.");
    menu("a prefix as a list", "ReceptMenu = (petrov); ReceptDirPrefix = (2,3);", "ReceptDirPrefix is not a text of digits; it is taken as empty.");
    menu("0 kept beside an operator", "ReceptMenu = (petrov,operator); ReceptDirPrefix = 0;", "The operator has 0, so extensions beginning with 0 can't be dialled.");
    menu("extensions below 0", "ReceptDirDigits = -5;", "ReceptDirDigits is not a number of digits from 1 up; 3 is used.");
    menu("extensions past 64 bits", "ReceptDirDigits = 99999999999999999999;", "ReceptDirDigits is not a number of digits from 1 up; 3 is used.");
    menu("extensions without end", "ReceptDirDigits = 999999999;", "ReceptDirDigits is 999999999: nobody has or dials so long an extension.");
    menu("extensions as a list", "ReceptDirDigits = (3);", "ReceptDirDigits is not a number of digits from 1 up; 3 is used.");
    menu("languages as a dictionary", "LanguageMenu = { russian = 1; };", "LanguageMenu is a dictionary; write a list");
    menu("languages of lists", "LanguageMenu = ((),russian);", "LanguageMenu holds something that is no name; it is left out.");
    menu("names like paths", "ReceptMenu = (\"../../etc/passwd\");", "Department \"../../etc/passwd\" is no account");
    menu("names of bytes", "ReceptMenu = (\"\xff\xfe\");", "Department \"\\xff\\xfe\" is no account");
    menu("a giant name", "ReceptMenu = (" + QByteArray(1'000'000, 'p') + ");", "ppp…\" is no account");
}

void TestHostileSettings::names_data()
{
    columns();
    victim("an alias equal to an account", "{ Aliases = (petrov); }", ringing, "The name \"petrov\" is both account and alias in d.example; the account counts.");
    victim("an alias of itself", "{ Aliases = (victim,VICTIM); }", ringing, "No rule sends the call elsewhere");
    victim("an alias of somebody", "{ Aliases = (203); }", ringing, "The name \"203\" is both alias and alias in d.example");
    victim("an alias with @", "{ Aliases = (\"x@y\"); }", ringing, "\"x@y\" can't be a name of victim@d.example.");
    victim("an alias like a path", "{ Aliases = (\"../x\"); }", ringing, "\"../x\" can't be a name of victim@d.example.");
    victim("an alias of blanks", "{ Aliases = (\"a b\"); }", ringing, "\"a b\" can't be a name of victim@d.example.");
    victim("a giant alias", "{ Aliases = (" + QByteArray(100'000, 'a') + "); }", ringing, "aaa…\" can't be a name of victim@d.example.");
    victim("ten thousand aliases", "{ Aliases = (" + all("a", 10'000, ",") + "petrov); }", ringing, "The name \"petrov\" is both account and alias");
    domain("a forwarder equal to an account", "{ Forwarders = { petrov = victim; }; }", "petrov", "phone:petrov@d.example",
           "The name \"petrov\" is both forwarder and account in d.example; the account counts.");
    domain("a group equal to a forwarder", "{ Forwarders = { x = victim; }; Groups = { x = { Members = (petrov); }; }; }", "x", ringing,
           "The name \"x\" is both forwarder and group in d.example; the forwarder counts.");
    domain("a forwarder like a path", "{ Forwarders = { \"../x\" = victim; }; }", "victim", ringing, "The forwarder \"../x\" has no usable name or address");
    domain("a forwarder to nonsense", "{ Forwarders = { x = \"<<<\"; }; }", "x", "404-Not Found", "This is no address.");
    domain("a forwarder to bytes", "{ Forwarders = { x = \"\xff\"; }; }", "x", "404-Not Found", "x is a forwarder to \\xff");
    const auto file = [](const char *name, const QString &path, const QByteArray &message, const QByteArray &outcome = ringing) {
        QTest::newRow(name) << path << QByteArray("{ Aliases = (777); }") << QByteArray("victim") << outcome << message;
    };
    file("an account file with @", QStringLiteral("domains/d.example/accounts/a@b.settings"), "\"a@b\" is no name of an account; the file is not used.");
    file("an account file with a backslash", QStringLiteral("domains/d.example/accounts/a\\b.settings"), "\"a\\b\" is no name of an account; the file is not used.");
    file("an account file with braces", QStringLiteral("domains/d.example/accounts/p{x}#y.settings"), "\"p{x}#y\" is no name of an account; the file is not used.");
    file("an account file without name", QStringLiteral("domains/d.example/accounts/.settings"), "No rule sends the call elsewhere");
    file("an account twice by letter case", QStringLiteral("domains/d.example/accounts/VICTIM.settings"), "Two files are the account victim@d.example", "phone:VICTIM@d.example");
}

void TestHostileSettings::circles_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("length");
    for (const char *kind : {"diverts", "forwarders", "groups", "mixed"}) {
        for (int length = 1; length <= 12; ++length)
            QTest::addRow("%s, %d", kind, length) << QByteArray(kind) << length;
    }
}

/// More than ten hops end first (pbx-runtime, 8.2).
void TestHostileSettings::circles()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, length);
    QTemporaryDir folder;
    write(folder, QStringLiteral("workspace.settings"), "{ DefaultDomain = \"d.example\"; }");
    QByteArray forwarders;
    QByteArray groups;
    bool diverts = false;
    for (int i = 0; i < length; ++i) {
        const QByteArray here = "c" + QByteArray::number(i);
        const QByteArray next = "c" + QByteArray::number((i + 1) % length);
        const int what = kind == "diverts" ? 0 : kind == "forwarders" ? 1 : kind == "groups" ? 2 : i % 3;
        diverts = diverts || what == 0;
        if (what == 0)
            write(folder, QStringLiteral("domains/d.example/accounts/%1.settings").arg(QString::fromLatin1(here)),
                  "{ SignalRules = ((100006,\"#Always\",(),((\"Redirect to\"," + next + "),(\"Stop Processing\")))); }");
        else if (what == 1)
            forwarders += here + " = " + next + "; ";
        else
            groups += here + " = { Members = (" + next + "); }; ";
    }
    write(folder, QString::fromLatin1(domainFile), "{ Forwarders = { " + forwarders + "}; Groups = { " + groups + "}; }");
    const auto workspace = files::Workspace::open(folder.path());
    QVERIFY(workspace);
    const Directory directory = files::loadDirectory(*workspace);
    const auto result = route(directory, "c0", {});
    const bool comesBack = diverts && length <= 10;
    QCOMPARE(described(result), QByteArray(comesBack ? "482-Loop Detected" : "483-Too Many Hops"));
    const auto &last = result.steps.back().explanation;
    QVERIFY2(last.contains(comesBack ? "The call came back to c0@d.example, whose own rule had sent it away."
                                     : "The call was passed on more than 10 times."), last.c_str());
    QVERIFY(result.steps.size() <= 25);
}

/// Thirty accounts, groups and forwarders, each leading to all: without a bound this branches thirty to the power of ten.
void TestHostileSettings::branchingCircles()
{
    QTemporaryDir folder;
    write(folder, QStringLiteral("workspace.settings"), "{ DefaultDomain = \"d.example\"; }");
    const QByteArray everybody = all("c", 10, ",") + all("g", 10, ",") + all("f", 10, ",") + "c0";
    QByteArray forwarders;
    QByteArray groups;
    for (int i = 0; i < 10; ++i) {
        const QByteArray number = QByteArray::number(i);
        write(folder, QStringLiteral("domains/d.example/accounts/c%1.settings").arg(i),
              "{ SignalRules = ((100006,\"#Always\",(),((\"Redirect to\",\"" + everybody + "\")))); }");
        groups += "g" + number + " = { Members = (" + everybody + "); }; ";
        forwarders += "f" + number + " = g" + number + "; ";
    }
    write(folder, QString::fromLatin1(domainFile), "{ Forwarders = { " + forwarders + "}; Groups = { " + groups + "}; }");
    const auto workspace = files::Workspace::open(folder.path());
    QVERIFY(workspace);
    const Directory directory = files::loadDirectory(*workspace);
    QElapsedTimer timer;
    timer.start();
    const auto result = route(directory, "g0", {});
    QVERIFY(timer.elapsed() < 20'000);
    QVERIFY(result.as<RejectTarget>());
    QVERIFY(result.steps.back().explanation.contains("One call has touched 250 addresses"));
    QVERIFY(result.steps.size() < 600);
}

QTEST_GUILESS_MAIN(TestHostileSettings)
#include "tst_hostile_settings.moc"
