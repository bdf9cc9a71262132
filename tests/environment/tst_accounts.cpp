// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/hours.h"
#include "environment/accounts/menu.h"
#include "environment/accounts/time_zones.h"
#include "environment/data/notation.h"
#include "tests/environment/marked_texts.h"

#include <QTest>

#include <chrono>

using namespace pbx;
using namespace pbx::accounts;
using namespace Qt::StringLiterals;

namespace {

data::Value read(std::string_view text)
{
    auto document = data::readNotation(text);
    if (!document)
        qFatal("%s", document.error().message.c_str());
    return document->value;
}

Account makeAccount(std::string_view settings, std::string_view domainPreferences = "{}")
{
    return readAccount("ivanov", "a.example", read(settings), {read(domainPreferences), {}, "Europe/Moscow"});
}

std::int64_t gmt(int year, unsigned month, unsigned day, int hour = 0, int minute = 0)
{
    using namespace std::chrono;
    return sys_seconds(sys_days(std::chrono::year(year) / month / day) + hours(hour) + minutes(minute))
        .time_since_epoch()
        .count();
}

std::string keysOf(const DepartmentMenu &menu)
{
    std::string text;
    for (const auto &department : menu.departments)
        text += department.name + (department.digit ? std::string(1, department.digit) : "-") + ' ';
    return text;
}

/// Every fault of settings that has a sentence of its own.
Directory faultyDirectory()
{
    Directory directory;
    directory.setServer(read("no"), read("(1)"), "Mars/Base");
    directory.addDomain("a.example", read("{ Forwarders = (1); Groups = no; Preferences = { WorkDays = (Someday); }; SignalRules = ((1)); }"));
    directory.addDomain("b.example", read("(1)"));
    directory.addDomain("c.example", read("{ Forwarders = { \"a b\" = x; twin = x; }; Groups = { \"a b\" = {}; twin = { Members = (x); }; }; "
                                          "Preferences = (); }"));
    const auto add = [&directory](const char *name, const char *settings) {
        directory.addAccount("c.example", name, read(settings));
    };
    add("bad name@x", "{}");
    add("twin", "{ Aliases = (\"a b\",{},other); TelNums = (123); Settings = no; Preferences = no; SignalRules = ((1),((),x,(),()),"
                "(100005,x,no,()),(100005,x,(),no),(123456789,x,(),()),(100005,x,(),((\"Reject with\",never)))); }");
    add("other", "(no,dictionary)");
    add("123", "{ SignalRules = no; }");
    add("early", "{ Preferences = { TimeZone = (1); WorkDays = {}; WorkDayStart = early; WorkDayEnd = 99999; ReceptMenu = {}; "
                 "LanguageMenu = ({}); ReceptDirDigits = 0; ReceptDirPrefix = (1); Language = (1); }; }");
    add("never", "{ Preferences = { WorkDays = (); WorkDayStart = 0; WorkDayEnd = 0; ReceptDirDigits = 99; }; }");
    add("night", "{ Preferences = { WorkDayStart = 64800; WorkDayEnd = 28800; TimeZone = \"Mars/Base\"; WorkDays = (Someday); }; }");
    add("owl", "{ Preferences = { WorkDayStart = 64800; WorkDayEnd = 28800; }; }");
    return directory;
}

} // namespace

class TestAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsStandBehindOwnValues()
    {
        const auto plain = makeAccount("{}");
        QCOMPARE(plain.language(), std::string());
        QCOMPARE(plain.timeZone(), std::string("Europe/Moscow")); // HostOS is the workspace's
        QCOMPARE(plain.workDays(), (std::vector<std::string>{"Mon", "Tue", "Wed", "Thu", "Fri"}));
        QCOMPARE(plain.workDayStart(), 28800);
        QCOMPARE(plain.workDayEnd(), 61200);
        QCOMPARE(plain.receptDirPrefix(), std::string("2"));
        QCOMPARE(plain.receptDirDigits(), 3);
        QCOMPARE(plain.email(), std::string("ivanov@a.example"));
        QVERIFY(plain.problems.empty());
        QVERIFY(plain.effectivePreference("NoSuchKey").isNull());

        const auto own = makeAccount("{ Preferences = { Language = Russian; WorkDayStart = #32400; WorkDayEnd = 64800; "
                                     "ReceptDirDigits = 0; }; }",
                                     "{ Language = French; TimeZone = \"Asia/India\"; }");
        QCOMPARE(own.language(), std::string("Russian"));
        QCOMPARE(own.timeZone(), std::string("Asia/India"));
        QCOMPARE(own.workDayStart(), 32400);
        QCOMPARE(own.workDayEnd(), 64800);
        QCOMPARE(own.receptDirDigits(), 3);
    }

    void numbersHaveOneSign()
    {
        const auto start = [](const char *text) {
            return makeAccount("{ Preferences = { WorkDayStart = \"" + std::string(text) + "\"; }; }").workDayStart();
        };
        QCOMPARE(start("+32400"), 32400);
        QCOMPARE(start(" 32400 "), 32400);
        for (const char *text : {"+-32400", "++32400", "-+32400", "+", "-", "+ 32400"})
            QCOMPARE(start(text), 28800);
    }

    void badSettingsAreTold()
    {
        const auto account = makeAccount(
            "{ Aliases = (201,{}); Preferences = { TimeZone = \"Mars/Base\"; WorkDays = (Mon,Someday);"
            " WorkDayStart = early; }; SignalRules = ((1),(100005,x,(),()),(123456789,y,(),())); Settings = no; }");
        QCOMPARE(account.aliases, std::vector<std::string>{"201"});
        QCOMPARE(account.workDays(), std::vector<std::string>{"Mon"});
        QCOMPARE(account.workDayStart(), 28800);
        QCOMPARE(account.rules.size(), std::size_t(2));
        QVERIFY(account.rules[0].active);
        QVERIFY(!account.rules[1].active);
        QCOMPARE(account.problems.size(), std::size_t(7));
        QVERIFY(!readAccount("x", "y", read("(no,dictionary)"), {}).problems.empty());
    }

    void pbxHasAStartRule()
    {
        QCOMPARE(readAccount("PBX", "a", read("{}"), {}).rules.size(), std::size_t(1));
        QVERIFY(readAccount("pbx", "a", read("{ SignalRules = (); }"), {}).rules.empty());
        QVERIFY(readAccount("other", "a", read("{}"), {}).rules.empty());
    }

    void priorities_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("level");
        const auto row = [](const char *text, StageKind kind, int seconds, int level) {
            QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(kind) << seconds << level;
        };
        row("100005", StageKind::Immediate, 0, 5);
        row("100010", StageKind::Immediate, 0, 10);
        row("100000", StageKind::Immediate, 0, 0);
        row("99006", StageKind::Seconds, 10, 6);
        row("98006", StageKind::Seconds, 20, 6);
        row("40003", StageKind::Seconds, 600, 3);
        row("506", StageKind::NoAnswer, 0, 6);
        row("305", StageKind::Busy, 0, 5);
        row("101", StageKind::Error, 0, 1);
    }
    void priorities()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(int, seconds);
        QFETCH(int, level);
        Stage stage;
        int read = -1;
        QVERIFY(readPriority(text.toStdString(), stage, read));
        QCOMPARE(static_cast<int>(stage.kind), kind);
        QCOMPARE(stage.seconds, seconds);
        QCOMPARE(read, level);
        QCOMPARE(printPriority(stage, read), text.toStdString());
    }
    void impossiblePriorities()
    {
        Stage stage;
        int level = 0;
        QVERIFY(readPriority("0", stage, level));
        QCOMPARE(level, 0);
        for (const char *text : {"", "x", "-5", "100011", "200005", "99999999999999999999", "405"})
            QVERIFY2(!readPriority(text, stage, level), text);
    }

    void rulesComeBackAsTheyWere()
    {
        const auto value = read("((100005,\"start\",((Method,is,INVITE),(\"Human Generated\",\"---\")),((\"Redirect "
                                "to\",\"#pbx\"),(\"Stop Processing\")),note))");
        const auto rules = readRules(value);
        QCOMPARE(rules.size(), std::size_t(1));
        auto again = data::Value::newArray();
        again.array().append(makeRule(rules[0]));
        QVERIFY(data::equal(value, again));
    }

    void divertsAreRecognised()
    {
        const auto rules =
            readRules(read("((100006,\"#Divert\",((Method,is,INVITE)),((\"Redirect to\",\"#callback\"))),"
                           "(306,\"pbx divert\",(),((\"Redirect to\",\"#callback\"))),"
                           "(98006,\"pbx divert 2\",(),((\"Redirect to\",\"#callback\"))),"
                           "(506,\"#Divert\",(),((\"Redirect to\",\"#callback\"))),"
                           "(100006,\"#Hours\",((FreeBusy,is,Unavailable)),((\"Redirect to\",\"#callback\"))),"
                           "(100006,\"pbx divert days\",((\"Current Day\",\"not in\",Mon)),((\"redirect "
                           "TO\",\"#callback\"),(\"Stop Processing\"))),"
                           "(100006,\"#Two\",(),((\"Redirect to\",a),(\"Redirect to\",b))),"
                           "(100006,\"mine\",(),((\"Redirect to\",a))))"));
        const DivertWhen wanted[] = {DivertWhen::Always,   DivertWhen::Busy,       DivertWhen::NoAnswer,
                                     DivertWhen::NoAnswer, DivertWhen::AfterHours, DivertWhen::AfterHours,
                                     DivertWhen::None,     DivertWhen::None};
        QCOMPARE(rules.size(), std::size(wanted));
        for (std::size_t i = 0; i < rules.size(); ++i)
            QCOMPARE(rules[i].divert, wanted[i]);
        QCOMPARE(rules[0].divertTarget, std::string("#callback"));
    }

    void patterns()
    {
        QVERIFY(matchesPattern("*@example.net", "Caller@Example.NET"));
        QVERIFY(!matchesPattern("*@example.net", "caller@example.org"));
        QVERIFY(matchesPattern("*", ""));
        QVERIFY(matchesPattern("a*b*c", "aXXbYYbZc"));
        QVERIFY(!matchesPattern("a*b*c", "acb"));
        QVERIFY(matchesPattern("ИВАНОВ*", "иванов@a"));
        // A pattern of stars is no trap.
        QVERIFY(!matchesPattern(std::string(200, '*') + "x", std::string(20000, 'a')));
    }

    void everyZoneIsKnown()
    {
        QCOMPARE(zoneNames().size(), std::size_t(55));
        for (const auto &zone : zoneNames())
            QVERIFY2(isKnownZone(zone.server), std::string(zone.server).c_str());
        QVERIFY(isKnownZone("Asia/Tokyo"));
        QVERIFY(isKnownZone("(+0545) Nepal"));
        for (const char *zone : {"Mars/Base", "(+9900) x", "(+05", "(0500) x", "(+05x0) y"}) {
            QVERIFY2(!isKnownZone(zone), zone);
            QVERIFY(!zoneProblem(zone).empty());
            QCOMPARE(offsetAt(zone, 0), 0);
        }
    }
    void offsets()
    {
        QCOMPARE(offsetAt("Europe/Moscow", gmt(2026, 11, 23)), 3 * 3600);
        QCOMPARE(offsetAt("Europe/Moscow", gmt(2012, 6, 1)), 4 * 3600);
        QCOMPARE(offsetAt("Europe/Central", gmt(2026, 7, 1)), 2 * 3600);
        QCOMPARE(offsetAt("Europe/Central", gmt(2026, 1, 1)), 3600);
        QCOMPARE(offsetAt("NorthAmerica/Pacific", gmt(2026, 1, 1)), -8 * 3600);
        QCOMPARE(offsetAt("Asia/India", gmt(2026, 1, 1)), 19800);
        QCOMPARE(offsetAt("(-0900) Marquesas Islands", 0), -9 * 3600);
        QCOMPARE(offsetAt("(+0545) Nepal", 0), 20700);
        // Whatever a program asks, there is an answer.
        QCOMPARE(offsetAt("Europe/Moscow", INT64_MAX), 3 * 3600);
        QVERIFY(std::abs(offsetAt("Europe/Central", INT64_MIN)) < 86400);
    }
    void doubledAndMissingHours()
    {
        const char *zone = "Europe/Central"; // 2026: 29 March 02:00 → 03:00, 25 October 03:00 → 02:00
        QCOMPARE(toGmt(zone, gmt(2026, 10, 25, 2, 30)), gmt(2026, 10, 25, 0, 30)); // the earlier
        QCOMPARE(toGmt(zone, gmt(2026, 3, 29, 2, 30)), gmt(2026, 3, 29, 1, 30));   // with the offset before
        QCOMPARE(toGmt(zone, gmt(2026, 6, 1, 12)), gmt(2026, 6, 1, 10));
        QCOMPARE(toGmt("(+0300) Saudi Arabia", gmt(2026, 6, 1, 12)), gmt(2026, 6, 1, 9));
        for (std::int64_t t = gmt(2026, 1, 1); t < gmt(2026, 12, 31); t += 86400)
            QCOMPARE(toGmt(zone, t + offsetAt(zone, t)), t);
    }

    void workingHours()
    {
        const auto account = makeAccount("{}"); // 08:00-17:00, Moscow: GMT+3
        QVERIFY(!inWorkingHours(account, gmt(2026, 11, 23, 4, 59)));
        QVERIFY(inWorkingHours(account, gmt(2026, 11, 23, 5)));
        QVERIFY(inWorkingHours(account, gmt(2026, 11, 23, 13, 59)));
        QVERIFY(!inWorkingHours(account, gmt(2026, 11, 23, 14)));
        QVERIFY(!inWorkingHours(account, gmt(2026, 11, 21, 10))); // Saturday
        QVERIFY(QString::fromStdString(explainWorkingHours(account, gmt(2026, 11, 21, 10)).reason)
                    .contains("Sat 13:00"_L1));
        QVERIFY(!inWorkingHours(account, INT64_MAX) || inWorkingHours(account, INT64_MAX));
    }
    void hoursOverMidnight()
    {
        const auto account = makeAccount("{ Preferences = { TimeZone = \"GMT (+0000)\"; WorkDays = (Mon); WorkDayStart "
                                         "= 79200; WorkDayEnd = 21600; }; }");
        QVERIFY(inWorkingHours(account, gmt(2026, 11, 23, 22)));
        QVERIFY(inWorkingHours(account, gmt(2026, 11, 24, 5, 59))); // belongs to Monday
        QVERIFY(!inWorkingHours(account, gmt(2026, 11, 24, 6)));
        QVERIFY(!inWorkingHours(account, gmt(2026, 11, 24, 22)));
        QVERIFY(!inWorkingHours(account, gmt(2026, 11, 23, 5)));
        QVERIFY(!explainWorkingHours(account, 0).problem.empty());
    }
    void neverWorking()
    {
        const auto equal = makeAccount("{ Preferences = { WorkDayStart = 3600; WorkDayEnd = 3600; }; }");
        const auto noDays = makeAccount("{ Preferences = { WorkDays = (); }; }");
        for (int hour = 0; hour < 24 * 7; ++hour) {
            QVERIFY(!inWorkingHours(equal, gmt(2026, 11, 23) + hour * 3600));
            QVERIFY(!inWorkingHours(noDays, gmt(2026, 11, 23) + hour * 3600));
        }
        QVERIFY(!explainWorkingHours(equal, 0).problem.empty());
        QVERIFY(!explainWorkingHours(noDays, 0).problem.empty());
    }
    void timesOfDay()
    {
        QCOMPARE(readTimeOfDay("09:00"), 32400);
        QCOMPARE(readTimeOfDay(" 9:05:30 "), 32730);
        QCOMPARE(readTimeOfDay("24:00"), 86400);
        for (const char *text : {"", "9", "24:01", "9:60", "9:", ":9", "9:00:", "9:00:00:00", "123:00", "a:b"})
            QCOMPARE(readTimeOfDay(text), -1);
        QCOMPARE(readWeekday("mon"), 1);
        QCOMPARE(readWeekday("Saturday"), 6);
        QCOMPARE(readWeekday("Mo"), -1);
    }

    void menuKeys()
    {
        QCOMPARE(keysOf(assignKeys({"ivanov", "petrov", "operator"}, "2")), std::string("ivanov1 petrov3 operator0 "));
        QCOMPARE(keysOf(assignKeys({"ivanov", "petrov", "operator"}, "")), std::string("ivanov1 petrov2 operator0 "));
        QCOMPARE(keysOf(assignKeys({"sales", "helpdesk"}, "12")), std::string("sales3 helpdesk4 "));
        QCOMPARE(keysOf(assignKeys({"sales", "operator", "helpdesk"}, "2")),
                 std::string("sales1 helpdesk3 operator0 "));
        const auto many = assignKeys({"a", "b", "c", "d", "e", "f", "g", "h", "i"}, "2");
        QCOMPARE(keysOf(many), std::string("a1 b3 c4 d5 e6 f7 g8 h9 i- "));
        QCOMPARE(many.errors.size(), std::size_t(1));
        QVERIFY(many.departments.back().prompts.empty());
        const auto zero = assignKeys({"sales", "operator"}, "0");
        QCOMPARE(keysOf(zero), std::string("sales1 operator0 "));
        QCOMPARE(zero.warnings.size(), std::size_t(1));
        const auto untidy = assignKeys({" Sales ", "", "sales", "Operator"}, "");
        QCOMPARE(keysOf(untidy), std::string("Sales1 Operator0 "));
        QCOMPARE(untidy.warnings.size(), std::size_t(2));
        QCOMPARE(untidy.departments[0].prompts, (std::vector<std::string>{"forsales", "press", "1"}));
        QCOMPARE(untidy.departments[1].prompts, (std::vector<std::string>{"tospeakoperator", "press", "0"}));
    }
    void menuOfAnAccount()
    {
        Directory directory;
        directory.addDomain("a.example", read("{ Groups = { sales = { Members = (ivanov); }; }; }"));
        directory.addAccount("a.example", "ivanov", read("{ Aliases = (ceo); }"));
        directory.addAccount("a.example", "pbx", read("{ Preferences = { ReceptMenu = (ceo,sales,nobody); }; }"));
        const auto menu = departmentMenu(*directory.account("pbx@a.example"), &directory);
        QCOMPARE(menu.departments[0].account, std::string("ivanov@a.example"));
        QCOMPARE(menu.departments[1].account, std::string("sales@a.example"));
        QVERIFY(menu.departments[2].account.empty());
        QCOMPARE(menu.errors.size(), std::size_t(1));
    }

    void directoryNames()
    {
        Directory directory;
        directory.setDefaultDomain("a.example");
        directory.addDomain("A.example", read("{ Forwarders = { sales = ivanov; petrov = ivanov; }; Groups = { all = { "
                                              "Members = (ivanov); }; }; Preferences = { Language = Russian; }; }"));
        directory.addAccount("a.example", "ivanov", read("{ Aliases = (201,Petrov); TelNums = (\"+74951234567\"); }"));
        directory.addAccount("a.example", "petrov", read("{}"));
        directory.addAccount("a.example", "bad name@x", read("{}"));
        QCOMPARE(directory.find("IVANOV", "A.EXAMPLE").kind, ObjectKind::Account);
        QCOMPARE(directory.find("201", "a.example").kind, ObjectKind::Alias);
        QCOMPARE(directory.find("74951234567", "a.example").kind, ObjectKind::Number);
        QCOMPARE(directory.find("+74951234567", "a.example").kind, ObjectKind::Number);
        QCOMPARE(directory.find("+201", "a.example").kind, ObjectKind::None);
        QCOMPARE(directory.find("petrov", "a.example").account->name, std::string("petrov")); // the account wins
        QCOMPARE(directory.find("sales", "a.example").kind, ObjectKind::Forwarder);
        QCOMPARE(directory.find("all", "a.example").kind, ObjectKind::Group);
        QCOMPARE(directory.find("ivanov", "b.example").kind, ObjectKind::None);
        QCOMPARE(directory.account("201")->name, std::string("ivanov"));
        QCOMPARE(directory.account("ivanov")->language(), std::string("Russian"));
        QCOMPARE(directory.problems().size(), std::size_t(3)); // petrov twice more, the bad name
    }

    /// What is said of settings is said in the language of whoever reads it.
    void problemsAreTranslated()
    {
        const auto plain = faultyDirectory().problems();
        const MarkedTexts marks;
        const auto told = faultyDirectory().problems();
        QCOMPARE(told.size(), plain.size());
        QCOMPARE(told.size(), std::size_t(44));
        for (std::size_t i = 0; i < told.size(); ++i) {
            QCOMPARE(told[i].code, plain[i].code);
            QCOMPARE(told[i].path, plain[i].path);
            QVERIFY2(MarkedTexts::isMarked(told[i].message, told[i].account + '@' + told[i].domain), told[i].message.c_str());
        }
    }
    void hoursAndMenusAreTranslated()
    {
        const MarkedTexts marks;
        for (const char *hours : {"WorkDays = ();", "WorkDayStart = 0; WorkDayEnd = 0;", "WorkDayStart = 64800; WorkDayEnd = 28800;"}) {
            const auto account = makeAccount("{ Preferences = { " + std::string(hours) + " }; }");
            const auto problem = explainWorkingHours(account, 0).problem;
            QVERIFY2(MarkedTexts::isMarked(problem), hours);
        }
        std::string strangers;
        for (int i = 0; i < 30; ++i)
            strangers += (i ? ",stranger" : "stranger") + std::to_string(i);
        const Directory nobody;
        const auto untidy = assignKeys({"sales", "", "Sales", "operator"}, "0x");
        QCOMPARE(untidy.warnings.size(), std::size_t(4));
        QCOMPARE(untidy.prefixWarnings, (std::vector<std::string>{untidy.warnings.front(), untidy.warnings.back()}));
        const auto unknown = departmentMenu(makeAccount("{ Preferences = { ReceptMenu = (" + strangers + "); }; }"), &nobody);
        QCOMPARE(unknown.errors.size(), std::size_t(22)); // no keys, twenty strangers, and more of them
        const auto oneTooMany = assignKeys({"a", "b", "c", "d", "e", "f", "g", "h", "i"}, "2");
        for (const auto &menu : {untidy, assignKeys({"sales"}, "123456789"), oneTooMany, unknown}) {
            QVERIFY(!menu.warnings.empty() || !menu.errors.empty());
            for (const auto *list : {&menu.warnings, &menu.errors}) {
                for (const auto &text : *list)
                    QVERIFY2(MarkedTexts::isMarked(text), text.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
