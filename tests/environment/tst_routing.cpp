// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/routing.h"
#include "environment/data/notation.h"
#include "tests/environment/marked_texts.h"

#include <QElapsedTimer>
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

std::int64_t gmt(int year, unsigned month, unsigned day, int hour = 0, int minute = 0)
{
    using namespace std::chrono;
    return sys_seconds(sys_days(std::chrono::year(year) / month / day) + hours(hour) + minutes(minute))
        .time_since_epoch()
        .count();
}

std::string targets(const RouteResult &result)
{
    std::string text;
    for (const auto &target : result.targets)
        text += (text.empty() ? "" : " ") + describe(target);
    return text;
}

std::string by(const RouteResult &result)
{
    std::string text;
    for (const auto &step : result.steps)
        text += (text.empty() ? "" : " ") + step.by;
    return text;
}

constexpr auto redirectRule = "((100006,\"%\",((Method,is,INVITE)),((\"Redirect to\",\"@\"),(\"Stop Processing\"))))";

/// `{ SignalRules = one rule; }`
data::Value diverted(std::string_view name, std::string_view to)
{
    std::string text = redirectRule;
    text.replace(text.find('%'), 1, name);
    text.replace(text.find('@'), 1, to);
    return read("{ SignalRules = " + text + "; }");
}

} // namespace

class TestRouting : public QObject {
    Q_OBJECT

private:
    Directory m_directory;

    RouteOptions at(std::int64_t time = gmt(2026, 11, 23, 9)) const // Monday 12:00 in Moscow
    {
        RouteOptions options;
        options.caller = "caller@example.net";
        options.time = time;
        return options;
    }
    std::string to(std::string_view address) const { return targets(route(m_directory, address, at())); }

private Q_SLOTS:
    void init()
    {
        m_directory = Directory();
        m_directory.setServer({}, {}, "Europe/Moscow");
        m_directory.setDefaultDomain("a.example");
        m_directory.addDomain("a.example",
                              read("{ Forwarders = { sales = \"ivanov@a.example\"; ivr = \"ivrmenu{main}#ivanov\"; out "
                                   "= \"x@elsewhere.example\"; ring = ring; };"
                                   " Groups = { team = { Members = (ivanov,petrov,nobody); }; all = { Members = "
                                   "(ivanov); }; empty = {}; }; }"));
        m_directory.addAccount("a.example", "pbx", read("{ Aliases = (200,conference); }"));
        m_directory.addAccount("a.example", "ivanov", read("{ Aliases = (201); TelNums = (\"+74951234567\"); }"));
        m_directory.addAccount("a.example", "petrov", read("{ Aliases = (203); }"));
        m_directory.addAccount(
            "a.example", "night",
            read("{ SignalRules = ("
                 "(100006,\"pbx divert afterhours days\",((Method,is,INVITE),(\"Current Day\",\"not "
                 "in\",\"Mon,Tue,Wed,Thu,Fri\")),((\"Redirect to\",\"#callback\"),(\"Stop Processing\"))),"
                 "(100006,\"pbx divert afterhours times\",((Method,is,INVITE),(\"Time Of Day\",\"not "
                 "in\",\"09:00-18:00\")),((\"Redirect to\",\"#callback\"),(\"Stop Processing\")))); }"));
    }

    void readsAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted"); // program{parameters}#local@domain;uri parameters, or "none"
        const auto row = [](const char *text, const char *wanted) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(wanted);
        };
        row("ivanov", "ivanov@");
        row(" ivanov@a.example ", "ivanov@a.example");
        row("sip:ivanov@a.example", "ivanov@a.example");
        row("\"Ivan <I.>\" <sip:ivanov@a.example;services=no>", "ivanov@a.example;services=no");
        row("ivanov@a.example;services=no;x=y", "ivanov@a.example;services=no;x=y");
        row("callback#ivanov", "callback{}#ivanov@");
        row("callback#ivanov@a.example", "callback{}#ivanov@a.example");
        row("#callback", "callback{}#@");
        row("#callback{x}@a.example", "callback{x}#@a.example");
        row("ivrmenu{main}#ivr@a", "ivrmenu{main}#ivr@a");
        row("p{ a , b c ,}#ivr", "p{a|b c|}#ivr@");
        row("p{}#ivr", "p{}#ivr@");
        row("p{a@b;c#d}#ivr", "p{a@b;c#d}#ivr@");
        row("*98", "*98@");
        row("+74951234567", "+74951234567@");
        row("иванов@пример.рф", "иванов@пример.рф");
        row("", "none");
        row("@a", "none");
        row("a@", "none");
        row("a b", "none");
        row("<sip:a@b", "none");
        row("#", "none");
        row("p{a#ivr", "none");
        row("../x#ivr", "none");
        row("a\nb", "none");
    }
    void readsAddresses()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        Address address;
        if (!readAddress(text.toStdString(), address)) {
            QCOMPARE(QStringLiteral("none"), wanted);
            return;
        }
        QString got;
        if (address.hasProgram) {
            QStringList parameters;
            for (const auto &parameter : address.parameters)
                parameters.append(QString::fromStdString(parameter));
            got = QString::fromStdString(address.program) + u'{' + parameters.join(u'|') + "}#"_L1;
        }
        got += QString::fromStdString(address.local + '@' + address.domain);
        for (const auto &parameter : address.uriParameters)
            got += u';' + QString::fromStdString(parameter);
        QCOMPARE(got, wanted);
    }
    void splitsLists()
    {
        QCOMPARE(splitAddresses("a, p{x,y}#b ,<sip:c;d=e,f>,\"g,h\" <i>,,"),
                 (std::vector<std::string>{"a", "p{x,y}#b", "<sip:c;d=e,f>", "\"g,h\" <i>"}));
    }

    void plainTargets()
    {
        QCOMPARE(to("ivanov"), std::string("phone:ivanov@a.example"));
        QCOMPARE(to("IVANOV@A.Example"), std::string("phone:ivanov@a.example"));
        QCOMPARE(to("201"), std::string("phone:ivanov@a.example"));
        QCOMPARE(to("+74951234567"), std::string("phone:ivanov@a.example"));
        QCOMPARE(to("x@other.example"), std::string("x@other.example"));
        QCOMPARE(to("nobody"), std::string("404-Not Found"));
        QCOMPARE(to("a b"), std::string("400-Bad address"));
        QCOMPARE(by(route(m_directory, "201", at())), std::string("alias account"));
        QCOMPARE(by(route(m_directory, "74951234567", at())), std::string("number account"));
    }
    void programs()
    {
        const auto result = route(m_directory, "ivrmenu{main, two}#201", at());
        const auto *program = result.as<ProgramTarget>();
        QVERIFY(program);
        QCOMPARE(program->program, std::string("ivrmenu"));
        QCOMPARE(program->account, std::string("ivanov@a.example"));
        QCOMPARE(program->parameters, (std::vector<std::string>{"main", "two"}));
        QCOMPARE(by(result), std::string("program"));
        QVERIFY(!route(m_directory, "x{}#201", at()).as<ProgramTarget>()->hasParameters);
        QCOMPARE(to("callback#nobody"), std::string("404-Not Found"));
        // No rule of the account stands before a program that is dialled.
        QCOMPARE(to("callback#pbx"), std::string("callback#pbx@a.example"));
        QCOMPARE(to("#callback"), std::string("404-Not Found")); // a stranger has no account to run it
        auto options = at();
        options.caller = "petrov@a.example";
        QCOMPARE(targets(route(m_directory, "#callback", options)), std::string("callback#petrov@a.example"));
    }
    void dialling200StartsPbx()
    {
        const auto result = route(m_directory, "200", at());
        QCOMPARE(targets(result), std::string("pbx#pbx@a.example"));
        QCOMPARE(by(result), std::string("alias rule:preinstalled"));
    }
    void forwardersAndGroups()
    {
        QCOMPARE(to("sales"), std::string("phone:ivanov@a.example"));
        QCOMPARE(to("ivr"), std::string("ivrmenu{main}#ivanov@a.example"));
        QCOMPARE(to("out"), std::string("x@elsewhere.example"));
        QCOMPARE(to("ring"), std::string("483-Too Many Hops"));
        QCOMPARE(to("team"), std::string("phone:ivanov@a.example phone:petrov@a.example"));
        QCOMPARE(to("all"), std::string("404-Not Found"));
        QCOMPARE(to("empty"), std::string("480-Temporarily Unavailable"));
        QCOMPARE(by(route(m_directory, "sales", at())), std::string("forwarder account"));
    }
    void routerRecords()
    {
        QCOMPARE(to("755"), std::string("pbx#pbx@a.example"));
        QCOMPARE(to("7555"), std::string("404-Not Found"));
        QCOMPARE(to("*201"), std::string("voicemail#ivanov@a.example"));
        QCOMPARE(to("*999"), std::string("404-Not Found"));
        QCOMPARE(to("*98"), std::string("404-Not Found"));
        auto options = at();
        options.caller = "petrov";
        QCOMPARE(targets(route(m_directory, "*98", options)), std::string("service#petrov@a.example"));
        m_directory.addAccount("a.example", "other", read("{ Aliases = (755); }"));
        QCOMPARE(to("755"), std::string("phone:other@a.example")); // only where nobody has the name
    }
    void callingOneself()
    {
        auto options = at();
        options.caller = "ivanov@a.example";
        QCOMPARE(targets(route(m_directory, "201", options)), std::string("phone:ivanov@a.example"));
        options.hasProgram = [](std::string_view program, std::string_view domain) {
            return program == "service" && domain == "a.example";
        };
        QCOMPARE(targets(route(m_directory, "201", options)), std::string("service#ivanov@a.example"));
        QCOMPARE(targets(route(m_directory, "petrov", options)), std::string("phone:petrov@a.example"));
    }

    void divertsAfterHours()
    {
        const auto weekday = route(m_directory, "night", at());
        QCOMPARE(targets(weekday), std::string("phone:night@a.example"));
        QCOMPARE(weekday.steps.back().others.size(), std::size_t(2)); // each with its reason
        QVERIFY(QString::fromStdString(weekday.steps.back().others[0]).contains("Mon"_L1));
        const auto evening = route(m_directory, "night", at(gmt(2026, 11, 23, 17, 15))); // 20:15 in Moscow
        QCOMPARE(targets(evening), std::string("callback#night@a.example"));
        QCOMPARE(by(evening), std::string("divert:afterhours"));
        QCOMPARE(evening.steps[0].result, std::string("callback#night@a.example"));
        QVERIFY(QString::fromStdString(evening.steps[0].explanation).contains("20:15"_L1));
        QCOMPARE(targets(route(m_directory, "night", at(gmt(2026, 11, 21, 9)))),
                 std::string("callback#night@a.example")); // Saturday
        // Edges of the hours: 09:00 rings, 18:00 does not.
        QCOMPARE(targets(route(m_directory, "night", at(gmt(2026, 11, 23, 6)))), std::string("phone:night@a.example"));
        QCOMPARE(targets(route(m_directory, "night", at(gmt(2026, 11, 23, 15)))),
                 std::string("callback#night@a.example"));
        QCOMPARE(targets(route(m_directory, "night;services=no", at(gmt(2026, 11, 21, 9)))),
                 std::string("phone:night@a.example"));
    }
    void freeBusy()
    {
        m_directory.addAccount("a.example", "fb",
                               read("{ SignalRules = ((100005,\"#Hours\",((FreeBusy,is,Unavailable)),((\"Redirect "
                                    "to\",\"#callback\")))); }"));
        m_directory.addAccount(
            "a.example", "fb2",
            read("{ SignalRules = ((100005,\"#Hours\",((FreeBusy,\"is not\",Free)),((\"Redirect to\",petrov)))); }"));
        QCOMPARE(to("fb"), std::string("phone:fb@a.example"));
        // Default hours end at 17:00, 14:00 GMT.
        QCOMPARE(targets(route(m_directory, "fb", at(gmt(2026, 11, 23, 13, 59)))), std::string("phone:fb@a.example"));
        QCOMPARE(targets(route(m_directory, "fb", at(gmt(2026, 11, 23, 14)))), std::string("callback#fb@a.example"));
        QCOMPARE(targets(route(m_directory, "fb2", at(gmt(2026, 11, 23, 14)))), std::string("phone:petrov@a.example"));
    }

    void conditions_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *condition, bool holds) {
            QTest::newRow(condition) << QString::fromUtf8(condition) << holds;
        };
        row("(Method,is,INVITE)", true);
        row("(method,is,invite)", true);
        row("(Method,is,MESSAGE)", false);
        row("(Method,\"is not\",MESSAGE)", true);
        row("(RequestURI,is,\"sip:x@a.example\")", true);
        row("(RequestURI,is,\"*;fromCC=true\")", false);
        row("(RequestURI,\"is not\",\"*;fromCC=true\")", true);
        row("(From,is,\"*@example.net\")", true);
        row("(From,in,\"a@b,*@example.net\")", true);
        row("(From,in,\"a@b\")", false);
        row("(From,\"not in\",\"a@b\")", true);
        row("(To,is,\"x@a.example\")", true);
        row("(\"'From' Name\",is,\"Пётр*\")", true);
        row("(Authenticated,is,\"\")", true);
        row("(Authenticated,is,\"*@a.example\")", false);
        row("(\"Time Of Day\",in,\"12:00-13:00\")", true);
        row("(\"Time Of Day\",in,\"09:00-12:00\")", false);
        row("(\"Time Of Day\",in,\"09:00-10:00, 11:59-12:01\")", true);
        row("(\"Time Of Day\",in,\"22:00-12:01\")", true);
        row("(\"Time Of Day\",in,nonsense)", false);
        row("(\"Time Of Day\",\"not in\",nonsense)", true);
        row("(\"Time Of Day\",\"greater than\",\"11:00\")", true);
        row("(\"Time Of Day\",\"less than\",\"11:00\")", false);
        row("(\"Current Day\",in,\"Sun,MON\")", true);
        row("(\"Current Day\",\"not in\",\"Sun,Mon\")", false);
        row("(FreeBusy,is,Free)", true);
        row("(FreeBusy,is,Busy)", false);
        row("(FreeBusy,is,Tentative)", false);
        row("(RegClients,\"greater than\",0)", true);
        row("(RegClients,is,0)", false);
        row("(Presence,in,\"away,online\")", true);
        row("(Preference,is,x)", false);
        row("(Preference,\"is not\",x)", false);
        row("(ReqField,is,x)", false);
        row("(ReqField,\"is not\",x)", true);
        row("(From,in,\"#Friends\")", false);
        row("(\"Human Generated\",\"---\")", false);
        row("(Method,sounds,INVITE)", false);
        row("(Method,is,INVITE),(Method,is,MESSAGE)", false);
    }
    void conditions()
    {
        QFETCH(QString, condition);
        QFETCH(bool, holds);
        m_directory.addAccount(
            "a.example", "x",
            read("{ SignalRules = ((100005,r,(" + condition.toStdString() + "),((\"Redirect to\",petrov)))); }"));
        auto options = at();
        options.callerName = "Пётр Первый";
        const auto result = route(m_directory, "x", options);
        QCOMPARE(targets(result), holds ? std::string("phone:petrov@a.example") : std::string("phone:x@a.example"));
        options.explain = false; // the same without words
        QCOMPARE(targets(route(m_directory, "x", options)), targets(result));
    }
    void unjudgedConditionsWarn()
    {
        m_directory.addAccount("a.example", "x",
                               read("{ SignalRules = ((100005,r,((ReqField,is,x)),((\"Redirect to\",petrov)))); }"));
        QCOMPARE(route(m_directory, "x", at()).warnings.size(), std::size_t(1));
        QVERIFY(route(m_directory, "ivanov", at()).warnings.empty());
    }

    void actions()
    {
        const auto add = [this](const char *name, const char *rules) {
            m_directory.addAccount("a.example", name, read(std::string("{ SignalRules = (") + rules + "); }"));
        };
        add("fork", "(100005,r,(),((\"Fork to\",\"petrov,x@other.example\")))");
        QCOMPARE(to("fork"), std::string("phone:fork@a.example phone:petrov@a.example x@other.example"));
        add("reject", "(100005,r,(),((\"Reject with\",603)))");
        QCOMPARE(to("reject"), std::string("603-Decline"));
        add("second", "(100007,r1,(),((\"Redirect to\",ivanov))),(100005,r2,(),((\"redirect TO\",petrov)))");
        QCOMPARE(to("second"), std::string("phone:petrov@a.example"));
        add("stop", "(100007,r1,(),((\"Redirect to\",ivanov),(\"Stop processing\"))),(100005,r2,(),((\"Redirect "
                    "to\",petrov)))");
        QCOMPARE(to("stop"), std::string("phone:ivanov@a.example"));
        add("guard", "(100007,r1,((From,is,\"*@example.net\")),((\"Stop Processing\"))),(100005,r2,(),((\"Redirect "
                     "to\",petrov)))");
        QCOMPARE(to("guard"), std::string("phone:guard@a.example"));
        add("off", "(100000,r1,(),((\"Redirect to\",petrov)))");
        QCOMPARE(to("off"), std::string("phone:off@a.example"));
        add("priority", "(100003,r1,(),((\"Redirect to\",ivanov),(\"Stop Processing\"))),(100009,r2,(),((\"Redirect "
                        "to\",petrov),(\"Stop Processing\")))");
        QCOMPARE(to("priority"), std::string("phone:petrov@a.example"));
        add("several", "(100005,r,(),((\"Redirect to\",\"petrov, p{a,b}#ivanov\")))");
        QCOMPARE(to("several"), std::string("phone:petrov@a.example p{a,b}#ivanov@a.example"));
        add("nowhere", "(100005,r,(),((\"Redirect to\",nobody)))");
        QCOMPARE(to("nowhere"), std::string("404-Not Found"));
    }
    void domainRulesStandAround()
    {
        Directory directory;
        directory.setDefaultDomain("d");
        directory.addDomain("d",
                            read("{ SignalRules = ((100008,high,((From,is,\"vip@*\")),((\"Redirect to\",b),(\"Stop "
                                 "Processing\"))),(100004,low,(),((\"Redirect to\",c),(\"Stop Processing\")))); }"));
        directory.addAccount("d", "a",
                             read("{ SignalRules = ((100001,own,((From,is,\"*@known\")),((\"Redirect "
                                  "to\",\"#own\"),(\"Stop Processing\")))); }"));
        directory.addAccount("d", "b", read("{}"));
        directory.addAccount("d", "c", read("{}"));
        RouteOptions options;
        options.caller = "vip@known";
        QVERIFY(QString::fromStdString(by(route(directory, "a", options))).startsWith("rule:high"_L1));
        options.caller = "x@known";
        QCOMPARE(targets(route(directory, "a", options)), std::string("own#a@d"));
        options.caller = "x@y";
        QVERIFY(QString::fromStdString(by(route(directory, "a", options))).startsWith("rule:low"_L1));
        // The domain's rule catches c itself as well: it comes back to c.
        QCOMPARE(targets(route(directory, "c", options)), std::string("482-Loop Detected"));
    }
    void serverRulesComeFirst()
    {
        m_directory.setServer(
            read("((100005,block,((From,is,\"spam@*\")),((\"Reject "
                 "with\",403))),(100005,\"night\",((To,is,\"201@*\")),((\"Redirect to\",\"petrov@a.example\"))))"),
            {}, "Europe/Moscow");
        auto options = at();
        options.caller = "spam@x";
        QCOMPARE(targets(route(m_directory, "ivanov", options)), std::string("403-Forbidden"));
        QCOMPARE(targets(route(m_directory, "201", at())), std::string("phone:petrov@a.example"));
        QCOMPARE(targets(route(m_directory, "203", at())), std::string("phone:petrov@a.example"));
    }

    void loops()
    {
        m_directory.addAccount("a.example", "a", diverted("#D", "b"));
        m_directory.addAccount("a.example", "b", diverted("#D", "a"));
        m_directory.addAccount("a.example", "self", diverted("#D", "self"));
        QCOMPARE(to("a"), std::string("482-Loop Detected"));
        QCOMPARE(to("self"), std::string("482-Loop Detected"));
        for (int i = 0; i < 20; ++i)
            m_directory.addAccount("a.example", "c" + std::to_string(i), diverted("#D", "c" + std::to_string(i + 1)));
        QCOMPARE(to("c0"), std::string("483-Too Many Hops"));
    }
    /// Twelve accounts, each sending on to all: without a bound this would branch twelve to the power of ten.
    void branchingLoopsEnd()
    {
        std::string everybody;
        for (int i = 0; i < 12; ++i)
            everybody += "m" + std::to_string(i) + ',';
        for (int i = 0; i < 12; ++i)
            m_directory.addAccount("a.example", "m" + std::to_string(i), diverted("#D", everybody));
        QElapsedTimer timer;
        timer.start();
        const auto result = route(m_directory, "m0", at());
        QVERIFY(result.as<RejectTarget>());
        QVERIFY(timer.elapsed() < 60'000); // it ends
    }

    void laterStages()
    {
        m_directory.addAccount(
            "a.example", "later",
            read("{ SignalRules = ((98006,ring,(),((\"Fork to\",petrov))),(306,\"pbx divert\",(),((\"Redirect "
                 "to\",\"#busy\"))),"
                 "(506,\"#NoAnswer\",(),((\"Redirect to\",petrov))),(97000,off,(),((\"Fork to\",ivanov)))); }"));
        const auto first = route(m_directory, "later", at());
        QCOMPARE(targets(first), std::string("phone:later@a.example"));
        QCOMPARE(timedStages(m_directory, first), std::vector<int>{20});
        const auto timed = routeTimed(m_directory, first, 20, at());
        QVERIFY(timed.acted);
        QVERIFY(timed.addsBranches);
        QCOMPARE(targets(timed), std::string("phone:petrov@a.example"));
        const auto busy = routeFailure(m_directory, first, failureKind(486), at());
        QCOMPARE(targets(busy), std::string("busy#later@a.example"));
        QCOMPARE(by(busy), std::string("divert:busy"));
        const auto noAnswer = routeFailure(m_directory, first, failureKind(408), at());
        QCOMPARE(targets(noAnswer), std::string("phone:petrov@a.example"));
        QCOMPARE(by(noAnswer), std::string("divert:noanswer account"));
        QVERIFY(!routeFailure(m_directory, first, failureKind(500), at()).acted);
        // petrov does not answer either: the rule is not asked a second time.
        QVERIFY(!routeFailure(m_directory, noAnswer, FailureKind::NoAnswer, at()).acted);
    }
    void withoutPhonesLaterStagesRunAtOnce()
    {
        m_directory.addAccount("a.example", "later",
                               read("{ SignalRules = ((506,\"#NoAnswer\",(),((\"Redirect to\",petrov)))); }"));
        auto options = at();
        options.phones["later@a.example"] = PhoneState::Offline;
        options.phones["ivanov@a.example"] = PhoneState::Offline;
        QCOMPARE(targets(route(m_directory, "later", options)), std::string("phone:petrov@a.example"));
        QCOMPARE(targets(route(m_directory, "ivanov", options)), std::string("480-Temporarily Unavailable"));
        QCOMPARE(targets(route(m_directory, "team", options)), std::string("phone:petrov@a.example"));
    }
    void stoppedRulesStayStopped()
    {
        m_directory.addAccount("a.example", "later",
                               read("{ SignalRules = ((100006,stop,(),((\"Discard "
                                    "Rules\"))),(506,\"#NoAnswer\",(),((\"Redirect to\",petrov)))); }"));
        const auto first = route(m_directory, "later", at());
        QCOMPARE(targets(first), std::string("phone:later@a.example"));
        QVERIFY(!routeFailure(m_directory, first, FailureKind::NoAnswer, at()).acted);
    }

    /// 8.2: each stage has its turn once; To stays as dialled.
    void stagesHaveOneTurn()
    {
        m_directory.addAccount("a.example", "late",
                               read("{ Aliases = (299); SignalRules = ((99006,ten,((To,is,\"299@a.example\")),((\"Fork to\",petrov))),(98006,twenty,(),((\"Redirect "
                                    "to\",ivanov))),(506,never,((From,is,nobody)),((\"Redirect to\",ivanov)))); }"));
        const auto first = route(m_directory, "299", at());
        QCOMPARE(timedStages(m_directory, first), (std::vector<int>{10, 20}));
        const auto ten = routeTimed(m_directory, first, 10, at());
        QCOMPARE(targets(ten), std::string("phone:petrov@a.example"));
        QCOMPARE(timedStages(m_directory, ten), std::vector<int>{20});
        QVERIFY(!routeTimed(m_directory, ten, 10, at()).acted);
        QCOMPARE(targets(routeTimed(m_directory, ten, 20, at())), std::string("phone:ivanov@a.example"));
        // Asked in vain: it is told why.
        const auto failed = routeFailure(m_directory, first, FailureKind::NoAnswer, at());
        QVERIFY(!failed.acted);
        QCOMPARE(failed.steps.size(), std::size_t(1));
        QCOMPARE(failed.steps[0].others, std::vector<std::string>{"late@a.example: never: From is \"caller@example.net\", which does not fit \"nobody\""});
        // Without a phone they run at once, and not again later.
        auto options = at();
        options.phones["late@a.example"] = PhoneState::Offline;
        const auto offline = route(m_directory, "299", options);
        QCOMPARE(targets(offline), std::string("phone:ivanov@a.example"));
        QVERIFY(timedStages(m_directory, offline).empty());
    }

    /// Reasons are in the language of whoever asks; what other code compares (by, result) is not.
    void reasonsAreTranslated()
    {
        Directory directory;
        directory.addAccount("d.example", "anna", read("{ Aliases = (201); }"));
        RouteOptions options;
        options.domain = "d.example";
        const RouteResult plain = route(directory, "201", options);
        QCOMPARE(plain.steps.front().explanation, std::string("201 is an alias of anna@d.example."));
        const MarkedTexts marks;
        const RouteResult told = route(directory, "201", options);
        QCOMPARE(told.steps.size(), plain.steps.size());
        QCOMPARE(QString::fromStdString(told.steps.front().explanation), u"«201 is an alias of anna@d.example.»"_s);
        for (std::size_t i = 0; i < told.steps.size(); ++i) {
            QCOMPARE(told.steps[i].by, plain.steps[i].by);
            QCOMPARE(told.steps[i].result, plain.steps[i].result);
            QVERIFY2(told.steps[i].explanation.starts_with("«"), told.steps[i].explanation.c_str());
        }
    }
    void warningsAreTranslated()
    {
        Directory directory;
        directory.addAccount("d.example", "anna", read("{ Preferences = { TimeZone = \"Mars/Base\"; }; SignalRules = ("
                                                       "(100009,r,((ReqField,is,x)),()),(100009,r,((ReqField,\"is not\",x)),()),"
                                                       "(100009,r,((Preference,is,x)),()),(100009,r,((\"Time Of Day\",in,\"00:00-23:00\")),()),"
                                                       "(100008,r,(),((\"Redirect to\",\"\"))),(100007,\"\",(),((\"Reject with\",never)))); }"));
        RouteOptions options;
        options.domain = "d.example";
        const MarkedTexts marks;
        const RouteResult told = route(directory, "anna", options);
        QCOMPARE(told.warnings.size(), std::size_t(6));
        for (const auto &warning : told.warnings)
            QVERIFY2(MarkedTexts::isMarked(warning, "r"), warning.c_str());
    }

    void failureKinds()
    {
        for (const int code : {486, 600, 603})
            QCOMPARE(failureKind(code), FailureKind::Busy);
        for (const int code : {408, 480})
            QCOMPARE(failureKind(code), FailureKind::NoAnswer);
        for (const int code : {404, 500, 503})
            QCOMPARE(failureKind(code), FailureKind::Error);
    }
};

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
