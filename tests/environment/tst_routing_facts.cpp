// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/routing.h"
#include "environment/accounts/time_zones.h"
#include "environment/data/notation.h"
#include "environment/data/objects.h"

#include <QTest>

using namespace pbx;
using namespace pbx::accounts;

/// Routing line by line: rows are named by the section they come from, 8.x of pbx-runtime, 4.x of server-interfaces. And
/// the words that go with each kind of step.
class TestRoutingFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void facts_data()
    {
        QTest::addColumn<QByteArray>("settings"); ///< { Server = rules; Domain = domain.settings; Accounts = { name = …; }; }
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("options"); ///< "from=…", "offline=…", "away=…", "at=YYYY-MM-DDThh:mm" (Moscow), "service"
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QByteArray>("steps");
        const auto row = [](const char *name, const QByteArray &settings, const QByteArray &address, const QByteArray &outcome,
                            const QByteArray &steps, const QByteArray &options = {}) {
            QTest::newRow(name) << QByteArray("{ " + settings + " }") << address << options << outcome << steps;
        };
        const auto accounts = [](const QByteArray &list) { return "Accounts = { b = {}; c = {}; " + list + " };"; };
        const auto rules = [&](const QByteArray &list) { return accounts("a = { SignalRules = (" + list + "); };"); };
        const auto redirect = [](const QByteArray &number, const QByteArray &name, const QByteArray &to, const QByteArray &conditions = {}) {
            return "(" + number + ",\"" + name + "\",(" + conditions + "),((\"Redirect to\",\"" + to + "\")))";
        };
        const QByteArray always = redirect("100005", "r", "b");
        const QByteArray stop = "(\"Stop Processing\")";

        // 8.1 (1): a program's address has no rules applied, the server's neither
        row("8.1 (1) program of an account with rules", rules(always), "p#a", "p#a@d", "program");
        row("8.1 (1) program and a server rule", "Server = (" + redirect("100005", "s", "b@d") + "); " + accounts("a = {};"), "p#a", "p#a@d", "program");
        row("8.1 (1) program by alias", accounts("a = { Aliases = (201); };"), "p{x,y}#201@d", "p{x,y}#a@d", "program");
        // 8.1 (2)
        row("8.1 (2) server rule first", "Server = (" + redirect("100001", "s", "b@d") + "); " + rules(redirect("100010", "r", "c")), "a", "phone:b@d", "rule:s account");
        row("8.1 (2) server rule of a later stage waits", "Server = (" + redirect("98005", "s", "b@d") + "); " + accounts("a = {};"), "a", "phone:a@d", "account");
        row("8.1 (2) Stop Processing ends all rules", "Server = ((100005,s,(),(" + stop + "))); " + rules(always), "a", "phone:a@d", "account");
        row("8.1 (2) server rule for outside calls", "Server = (" + redirect("100005", "s", "b@d", "(To,is,\"*@else.example\")") + "); " + accounts(""), "x@else.example", "phone:b@d", "rule:s account");
        // 8.1 (3)
        row("8.1 (3) domain not in the workspace", accounts(""), "a@else.example", "a@else.example", "outside");
        row("8.1 (3) letter case", accounts("a = {};"), "A@D", "phone:a@d", "account");
        row("8.1 (3) account before alias", accounts("a = { Aliases = (b); };"), "b", "phone:b@d", "account");
        row("8.1 (3) alias before number", accounts("a = { TelNums = (5); }; e = { Aliases = (5); };"), "5", "phone:e@d", "alias account");
        row("8.1 (3) number before forwarder", "Domain = { Forwarders = { 5 = b; }; }; " + accounts("a = { TelNums = (5); };"), "5", "phone:a@d", "number account");
        row("8.1 (3) forwarder before group", "Domain = { Forwarders = { x = b; }; Groups = { x = { Members = (c); }; }; }; " + accounts(""), "x", "phone:b@d", "forwarder account");
        row("8.1 (3) number with +", accounts("a = { TelNums = (\"74951234567\"); };"), "+74951234567", "phone:a@d", "number account");
        row("8.1 (3) number stored with +", accounts("a = { TelNums = (\"+74951234567\"); };"), "74951234567", "phone:a@d", "number account");
        // 8.1 (4)
        row("8.1 (4) forwarder to a program", "Domain = { Forwarders = { x = \"p{main}#a\"; }; }; " + accounts("a = {};"), "x", "p{main}#a@d", "forwarder program");
        row("8.1 (4) forwarder to a forwarder", "Domain = { Forwarders = { x = y; y = \"201@d\"; }; }; " + accounts("a = { Aliases = (201); };"), "x", "phone:a@d", "forwarder forwarder alias account");
        row("8.1 (4) forwarder outside", "Domain = { Forwarders = { x = \"sip:y@else.example\"; }; }; " + accounts(""), "x", "y@else.example", "forwarder outside");
        row("8.1 (4) group", "Domain = { Groups = { g = { Members = (b,\"c@d\",\"+7@else.example\"); }; }; }; " + accounts(""), "g", "phone:b@d phone:c@d +7@else.example", "group account account outside");
        row("8.1 (4) nested groups, a phone rings once", "Domain = { Groups = { g = { Members = (h,b); }; h = { Members = (b,c); }; }; }; " + accounts(""), "g", "phone:b@d phone:c@d", "group group account account account");
        row("8.1 (4) groups in a circle, others ring", "Domain = { Groups = { g = { Members = (h,b); }; h = { Members = (g); }; }; }; " + accounts(""), "h", "phone:b@d", "");
        row("8.1 (4) members' rules apply", "Domain = { Groups = { g = { Members = (a,c); }; }; }; " + rules(redirect("100005", "r", "#p")), "g", "p#a@d phone:c@d", "group rule:r account");
        row("8.1 (4) all", "Domain = { Groups = { all = { Members = (b); }; }; }; " + accounts(""), "all", "404-Not Found", "none");
        row("8.1 (4) all within a group", "Domain = { Groups = { all = { Members = (b); }; g = { Members = (all,c); }; }; }; " + accounts(""), "g", "phone:c@d", "group none account");
        // 8.1 (5)
        row("8.1 (5) 7nn", accounts("pbx = {};"), "755", "pbx#pbx@d", "router:7nn rule:preinstalled");
        row("8.1 (5) 7nn without pbx", accounts(""), "755", "404-Not Found", "none");
        row("8.1 (5) 7nn that somebody has", accounts("pbx = {}; a = { Aliases = (755); };"), "755", "phone:a@d", "alias account");
        row("8.1 (5) 7n and 7nnn are none", accounts("pbx = {};"), "7555", "404-Not Found", "none");
        row("8.1 (5) *NN", accounts("a = {};"), "*55", "service#a@d", "router:*NN", "from=a@d");
        row("8.1 (5) *NN of a stranger", accounts("a = {};"), "*55", "404-Not Found", "none");
        row("8.1 (5) * and a number", accounts("a = { Aliases = (201); };"), "*201", "voicemail#a@d", "router:*number");
        row("8.1 (5) * and a long number", accounts("a = { TelNums = (74951234567); };"), "*74951234567", "voicemail#a@d", "router:*number");
        row("8.1 (5) * and a number of nobody", accounts("a = {};"), "*999", "404-Not Found", "none");
        row("8.1 (5) nobody", accounts(""), "x", "404-Not Found", "none");
        // 8.1 (6)
        row("8.1 (6) own call", accounts("a = { Aliases = (201); };"), "201", "service#a@d", "alias program", "from=a@d service");
        row("8.1 (6) own call without the program", accounts("a = {};"), "a", "phone:a@d", "account", "from=a@d");
        row("8.1 (6) own call before own rules", rules(always), "a", "service#a@d", "program", "from=a@d service");
        row("8.1 (6) a group with the caller", "Domain = { Groups = { g = { Members = (a,b); }; }; }; " + accounts("a = {};"), "g", "phone:a@d phone:b@d", "group account account", "from=a@d service");
        // 8.1, ;services=no
        row("8.1 services=no", rules(always), "a;services=no", "phone:a@d", "account");
        row("8.1 services=no by alias", accounts("a = { Aliases = (201); SignalRules = (" + always + "); };"), "sip:201@d;services=no", "phone:a@d", "alias account");
        row("8.1 services=no in a redirect", accounts("a = { SignalRules = (" + redirect("100005", "r", "<sip:e@d;services=no>") + "); }; e = { SignalRules = (" + always + "); };"), "a", "phone:e@d", "rule:r account");
        row("8.1 services=no of one's own", rules(always), "a;services=no", "phone:a@d", "account", "from=a@d service");
        row("8.1 services=no without a phone", rules(redirect("506", "r", "b")), "a;services=no", "480-Temporarily Unavailable", "none", "offline=a@d");
        // 8.2, order
        const QByteArray around = "Domain = { SignalRules = (" + redirect("100006", "d6", "#d6") + "," + redirect("100005", "d5", "#d5") + "); }; ";
        row("8.2 domain above 5 first, the last redirect counts", around + rules(redirect("100010", "r", "#r")), "a", "d5#a@d", "rule:d5");
        row("8.2 domain above 5, then the account", "Domain = { SignalRules = ((100006,d6,(),((\"Redirect to\",\"#d6\")," + stop + "))); }; " + rules(redirect("100010", "r", "#r")), "a", "d6#a@d", "rule:d6");
        row("8.2 account before domain's 5", "Domain = { SignalRules = (" + redirect("100005", "d5", "#d5") + "); }; " + rules("(100001,r,(),((\"Redirect to\",\"#r\")," + stop + "))"), "a", "r#a@d", "rule:r");
        row("8.2 higher priority first", rules("(100002,low,(),((\"Redirect to\",b)," + stop + ")),(100009,high,(),((\"Redirect to\",c)," + stop + "))"), "a", "phone:c@d", "rule:high account");
        row("8.2 equal: as stored", rules("(100005,one,(),((\"Redirect to\",b)," + stop + ")),(100005,two,(),((\"Redirect to\",c)," + stop + "))"), "a", "phone:b@d", "rule:one account");
        row("8.2 inactive", rules("(100000,r,(),((\"Redirect to\",b)))"), "a", "phone:a@d", "account");
        // 8.2, actions
        row("8.2 a second Redirect replaces the first", rules(redirect("100006", "one", "b") + "," + redirect("100005", "two", "c")), "a", "phone:c@d", "rule:two account");
        row("8.2 Fork rings besides", rules("(100005,r,(),((\"Fork to\",\"b,#p\")))"), "a", "phone:a@d phone:b@d p#a@d", "");
        row("8.2 Redirect stops forks before it", rules("(100006,f,(),((\"Fork to\",b)))," + redirect("100005", "r", "c")), "a", "phone:c@d", "rule:r account");
        row("8.2 Fork after Redirect", rules(redirect("100006", "r", "c") + ",(100005,f,(),((\"Fork to\",b)))"), "a", "phone:c@d phone:b@d", "rule:r account rule:f account");
        row("8.2 Reject is final", rules(redirect("100007", "r", "b") + ",(100006,x,(),((\"Reject with\",486)))," + redirect("100005", "z", "c")), "a", "486-Busy Here", "rule:x");
        row("8.2 Reject with a text", rules("(100006,x,(),((\"reject WITH\",\"403-Go away\")))"), "a", "403-Forbidden", "rule:x");
        row("8.2 Discard Rules", rules("(100006,x,(),((\"Discard Rules\")))," + always), "a", "phone:a@d", "account");
        row("4.6 Stop processing in any case", rules("(100006,x,(),((\"Stop processing\",\"---\")))," + always), "a", "phone:a@d", "account");
        // 8.2, targets
        row("8.2 target: name, own domain", accounts("a = { SignalRules = (" + redirect("100005", "r", "b") + "); };"), "a@d", "phone:b@d", "rule:r account");
        row("8.2 target: name@domain", rules(redirect("100005", "r", "b@D")), "a", "phone:b@d", "rule:r account");
        row("8.2 target: <sip:…>", rules(redirect("100005", "r", "<sip:b@d>")), "a", "phone:b@d", "rule:r account");
        row("8.2 target: #program", rules(redirect("100005", "r", "#callback")), "a", "callback#a@d", "rule:r");
        row("8.2 target: #program{…}", rules(redirect("100005", "r", "#callback{x}")), "a", "callback{x}#a@d", "rule:r");
        row("8.2 target: program#account", rules(redirect("100005", "r", "p{x,y}#b")), "a", "p{x,y}#b@d", "rule:r");
        row("8.2 target: program#account@domain", rules(redirect("100005", "r", "p#b@d")), "a", "p#b@d", "rule:r");
        row("8.2 target: several", rules(redirect("100005", "r", "b,p{x,y}#a,<sip:z@else.example>")), "a", "phone:b@d p{x,y}#a@d z@else.example", "");
        row("8.2 target: number", accounts("a = { SignalRules = (" + redirect("100005", "r", "201") + "); }; e = { Aliases = (201); };"), "a", "phone:e@d", "rule:r alias account");
        // 8.2, loops
        row("8.2 rules of the target apply", accounts("a = { SignalRules = (" + redirect("100005", "r", "e") + "); }; e = { SignalRules = (" + redirect("100005", "q", "#p") + "); };"), "a", "p#e@d", "rule:r rule:q");
        row("8.2 back by a forwarder: 482", "Domain = { Forwarders = { f = a; }; }; " + rules(redirect("100005", "r", "f")), "a", "482-Loop Detected", "rule:r forwarder none");
        row("8.2 back by a group, others ring", "Domain = { Groups = { g = { Members = (a,b); }; }; }; " + rules(redirect("100005", "r", "g")), "a", "phone:b@d", "rule:r group none account");
        row("8.2 best failure: 6xx first", accounts("a = { SignalRules = (" + redirect("100005", "r", "nobody,e") + "); }; e = { SignalRules = ((100005,q,(),((\"Reject with\",603)))); };"), "a", "603-Decline", "");
        row("8.2 best failure: lowest code", accounts("a = { SignalRules = (" + redirect("100005", "r", "e,nobody") + "); }; e = { SignalRules = ((100005,q,(),((\"Reject with\",486)))); };"), "a", "404-Not Found", "");
        // 8.2, without a registered phone
        row("8.2 no phone: stages of seconds at once", rules(redirect("98005", "r", "b")), "a", "phone:b@d", "rule:r account", "offline=a@d");
        row("8.2 no phone: no answer at once", rules(redirect("506", "r", "b")), "a", "phone:b@d", "rule:r account", "offline=a@d");
        row("8.2 no phone: a later redirect takes over", rules("(99006,f,(),((\"Fork to\",c)))," + redirect("98005", "r", "b")), "a", "phone:b@d", "", "offline=a@d");
        row("8.2 no phone: busy stays", rules(redirect("305", "r", "b")), "a", "480-Temporarily Unavailable", "none", "offline=a@d");
        // 8.2, conditions: dates and clients
        row("8.2 Current Date is", rules(redirect("100005", "r", "b", "(\"Current Date\",is,\"2026-11-23\")")), "a", "phone:b@d", "rule:r account");
        row("8.2 Current Date in", rules(redirect("100005", "r", "b", "(\"Current Date\",in,\"22-11-2026,23.11.2026\")")), "a", "phone:b@d", "rule:r account");
        row("8.2 Current Date with a month's name", rules(redirect("100005", "r", "b", "(\"Current Date\",is,\"Mon, 23 Nov 2026\")")), "a", "phone:b@d", "rule:r account");
        row("8.2 Current Date greater than", rules(redirect("100005", "r", "b", "(\"Current Date\",\"greater than\",\"22 Nov 2026\")")), "a", "phone:b@d", "rule:r account");
        row("8.2 Current Date not greater", rules(redirect("100005", "r", "b", "(\"Current Date\",\"greater than\",\"23 Nov 2026\")")), "a", "phone:a@d", "account");
        row("8.2 Current Date less than", rules(redirect("100005", "r", "b", "(\"Current Date\",\"less than\",\"#T24-11-2026\")")), "a", "phone:b@d", "rule:r account");
        row("8.2 Current Date is not", rules(redirect("100005", "r", "b", "(\"Current Date\",\"is not\",\"23-11-2026\")")), "a", "phone:a@d", "account");
        row("8.2 the account's zone: its date", accounts("a = { Preferences = { TimeZone = \"NewZealand/Auckland\"; }; SignalRules = (" + redirect("100005", "r", "b", "(\"Current Date\",is,\"24-11-2026\")") + "); };"), "a", "phone:b@d", "rule:r account", "at=2026-11-23T20:00");
        row("8.2 Preference never holds", rules(redirect("100005", "r", "b", "(Preference,\"is not\",x)")), "a", "phone:a@d", "account");
        row("8.2 RegClients of a registered phone", rules(redirect("100005", "r", "b", "(RegClients,is,0)")), "a", "phone:a@d", "account");
        row("8.2 RegClients without a phone", rules(redirect("100005", "r", "b", "(RegClients,is,0)")), "a", "phone:b@d", "rule:r account", "offline=a@d");
        row("8.2 Presence of the scenario", rules(redirect("100005", "r", "b", "(Presence,in,\"busy,away\")")), "a", "phone:b@d", "rule:r account", "away=a@d");
        row("8.2 Authenticated: callers of the domain", rules(redirect("100005", "r", "c", "(Authenticated,is,\"*@d\")")), "a", "phone:c@d", "rule:r account", "from=b@d");
        row("8.2 Authenticated: strangers", rules(redirect("100005", "r", "c", "(Authenticated,is,\"\")")), "a", "phone:c@d", "rule:r account");
        row("4.6 RequestURI with parameters", rules(redirect("100005", "r", "c", "(RequestURI,is,\"*;fromCC=true\")")), "a@d;fromCC=true", "phone:c@d", "rule:r account");
        row("4.6 To as dialled", accounts("a = { Aliases = (201); SignalRules = (" + redirect("100005", "r", "c", "(To,is,\"201@d\")") + "); };"), "201", "phone:c@d", "alias rule:r account");
        // 8.3
        const QByteArray night = "(100006,\"#Night\",((FreeBusy,is,Unavailable)),((\"Redirect to\",\"#night\")," + stop + "))";
        const QByteArray ever = "(100006,\"#Ever\",(),((\"Redirect to\",\"#ever\")," + stop + "))";
        row("8.3 always before afterhours, as stored", rules(ever + "," + night), "a", "ever#a@d", "divert:always", "at=2026-11-23T20:15");
        row("8.3 always before afterhours, stored behind", rules(night + "," + ever), "a", "ever#a@d", "divert:always", "at=2026-11-23T20:15");
        row("8.3 busy and noanswer wait for the phones", rules("(306,\"pbx divert\",(),((\"Redirect to\",\"#x\"))),(506,\"pbx divert\",(),((\"Redirect to\",\"#y\")))"), "a", "phone:a@d", "account");
        row("8.3 (1) zone of the workspace", rules(night), "a", "phone:a@d", "account", "at=2026-11-23T08:00");
        row("8.3 (1) zone of the account", accounts("a = { Preferences = { TimeZone = \"Asia/India\"; }; SignalRules = (" + night + "); };"), "a", "night#a@d", "divert:afterhours", "at=2026-11-23T14:30");
        row("8.3 (1) HostOS is the workspace's", accounts("a = { Preferences = { TimeZone = HostOS; }; SignalRules = (" + night + "); };"), "a", "phone:a@d", "account", "at=2026-11-23T16:59");
        row("8.3 (1) zone of the domain's defaults", "Domain = { Preferences = { TimeZone = \"Asia/India\"; }; }; " + rules(night), "a", "night#a@d", "divert:afterhours", "at=2026-11-23T14:30");
        row("8.3 (2) 08:00 works", rules(night), "a", "phone:a@d", "account", "at=2026-11-23T08:00");
        row("8.3 (2) 07:59 does not", rules(night), "a", "night#a@d", "divert:afterhours", "at=2026-11-23T07:59");
        row("8.3 (2) 17:00 does not", rules(night), "a", "night#a@d", "divert:afterhours", "at=2026-11-23T17:00");
        row("8.3 (2) Saturday does not", rules(night), "a", "night#a@d", "divert:afterhours", "at=2026-11-28T12:00");
        row("8.3 (3) over midnight: the day it starts on", accounts("a = { Preferences = { WorkDays = (Mon); WorkDayStart = 79200; WorkDayEnd = 21600; }; SignalRules = (" + night + "); };"), "a", "phone:a@d", "account", "at=2026-11-24T05:59");
        row("8.3 (3) over midnight: not the day before", accounts("a = { Preferences = { WorkDays = (Mon); WorkDayStart = 79200; WorkDayEnd = 21600; }; SignalRules = (" + night + "); };"), "a", "night#a@d", "divert:afterhours", "at=2026-11-23T05:59");
        row("8.3 runs as the diverted account", accounts("a = { SignalRules = (" + redirect("100005", "#D", "e") + "); }; e = { SignalRules = (" + redirect("100005", "#D", "#callback") + "); };"), "a", "callback#e@d", "divert:always divert:always");
        row("4.1 the text default shows the default", accounts("a = { Preferences = { WorkDayStart = default; TimeZone = default; WorkDays = default; }; SignalRules = (" + night + "); };"), "a", "phone:a@d", "account", "at=2026-11-23T08:00");
        row("4.7 the pair for after hours: days", rules("(100006,\"pbx divert days\",((\"Current Day\",\"not in\",\"Mon,Tue,Wed,Thu,Fri\")),((\"Redirect to\",\"#x\")," + stop + "))"), "a", "x#a@d", "divert:afterhours", "at=2026-11-29T12:00");
        row("4.4 the example's rule", rules("(100005,\"After hours\",((Method,is,INVITE),(FreeBusy,is,Unavailable)),((\"Redirect to\",\"#callback\")," + stop + "))"), "a", "callback#a@d", "rule:After hours", "at=2026-11-23T20:15");
        // 8.4
        row("8.4 pbx without rules has the preinstalled one", accounts("pbx = { Aliases = (200); };"), "200", "pbx#pbx@d", "alias rule:preinstalled");
        row("8.4 pbx with a rule of its own", accounts("pbx = { SignalRules = (" + always + "); };"), "pbx", "phone:b@d", "rule:r account");
        // 4.6, shapes of working systems
        row("4.6 observed: to another program", accounts("pbx = {}; a = { SignalRules = ((100010,\"ccIn_d\",((Method,is,INVITE),(RequestURI,\"is not\",\"*;fromCC=true\")),((\"Redirect to\",\"ccincoming#pbx\"),(\"Stop Processing\")))); };"), "a", "ccincoming#pbx@d", "rule:ccIn_d");
        row("4.6 observed: fork after 10 s", rules("(99006,Morning,((Method,is,INVITE),(\"Time Of Day\",in,\"09:00-12:00\"),(\"Current Day\",in,\"Mon,Tue\")),((\"Fork to\",b)))"), "a", "phone:a@d", "account");
    }
    void facts()
    {
        QFETCH(QByteArray, settings);
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, outcome);
        QFETCH(QByteArray, steps);
        const auto world = read(settings);
        Directory directory;
        fill(directory, world);
        const auto options = optionsOf();
        const auto result = route(directory, address.toStdString(), options);
        QCOMPARE(targets(result), outcome);
        if (!steps.isEmpty())
            QCOMPARE(by(result), steps);
        // Everything decided is told: a sentence for each step, at the same targets as without words.
        for (const auto &step : result.steps)
            QVERIFY2(!step.explanation.empty(), step.by.c_str());
        auto silent = options;
        silent.explain = false;
        const auto quiet = route(directory, address.toStdString(), silent);
        QCOMPARE(targets(quiet), targets(result));
        QCOMPARE(by(quiet), by(result));
        for (const auto &step : quiet.steps)
            QVERIFY(step.explanation.empty() && step.others.empty());
    }

    void explanations_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QByteArray>("told"); ///< "by: explanation [other; other]" of each step, by lines
        const auto row = [](const char *name, const QByteArray &settings, const QByteArray &address, const QByteArray &told, const QByteArray &options = {}) {
            QTest::newRow(name) << QByteArray("{ " + settings + " }") << address << options << told;
        };
        const auto rules = [](const QByteArray &list) {
            return "Accounts = { b = { Aliases = (203); TelNums = (74951234567); }; a = { Preferences = { WorkDayStart = 32400; WorkDayEnd = 64800; TimeZone = \"Europe/Moscow\"; }; SignalRules = (" + list + "); }; };";
        };
        const QByteArray night = "(100006,night,((FreeBusy,is,Unavailable)),((\"Redirect to\",\"#x\"),(\"Stop Processing\")))";
        row("alias", rules(""), "203", "alias: 203 is an alias of b@d.\naccount: No rule sends the call elsewhere at once, so the phones ring.");
        row("number", rules(""), "74951234567", "number: 74951234567 is a telephone number of b@d.\naccount: No rule sends the call elsewhere at once, so the phones ring.");
        row("forwarder", "Domain = { Forwarders = { f = b; }; }; " + rules(""), "f", "forwarder: f is a forwarder to b@d.\naccount: No rule sends the call elsewhere at once, so the phones ring.");
        row("group", "Domain = { Groups = { g = { Members = (b); }; }; }; " + rules(""), "g", "group: g is a group, and its members ring together.\naccount: No rule sends the call elsewhere at once, so the phones ring.");
        row("program", rules(""), "p#b", "program: The address names the program; rules are not applied.");
        row("outside", rules(""), "x@else.example", "outside: The domain else.example is not in the workspace, so the call leaves it.");
        row("nobody", rules(""), "x", "none: No account, alias, number, forwarder or group of d has the name x.");
        row("7nn", "Accounts = { pbx = {}; };", "755", "router:7nn: Nobody has the name 755, and the server sends 7nn to pbx.\nrule:preinstalled: it has no condition that could fail");
        row("*NN", rules(""), "*55", "router:*NN: Nobody has the name *55, and the server sends *NN to the program service of the caller's account.", "from=b@d");
        row("*number", rules(""), "*203", "router:*number: Nobody has the name *203, and the server sends * and a number to that account's voice mail.");
        row("own call", rules(""), "b", "program: A call to oneself starts the program service.", "from=b@d service");
        row("services=no", rules(night), "a;services=no", "account: services=no leaves out rules and diverts, so the phones ring.");
        row("outside of hours", rules(night), "a", "rule:night: FreeBusy is Unavailable, as Mon 20:15 in Europe/Moscow is outside 09:00–18:00 Mon–Fri", "at=2026-11-23T20:15");
        row("no working day", rules(night), "a", "rule:night: FreeBusy is Unavailable, as Sat 12:00 in Europe/Moscow is no working day (Mon–Fri)", "at=2026-11-28T12:00");
        row("within hours", rules(night), "a", "account: No rule sends the call elsewhere at once, so the phones ring. [night: FreeBusy is Free, not Unavailable, as Mon 12:00 in Europe/Moscow is within 09:00–18:00 Mon–Fri]");
        row("time, day and date", rules("(100006,r,((\"Time Of Day\",in,\"12:00-13:00\"),(\"Current Day\",\"not in\",\"Sat,Sun\"),(\"Current Date\",\"less than\",\"2027-01-01\")),((\"Redirect to\",\"#x\")))"), "a",
            "rule:r: it is 12:00 in Europe/Moscow, within 12:00-13:00; it is Mon in Europe/Moscow, none of Sat,Sun; it is 2026-11-23 in Europe/Moscow, earlier than 2027-01-01");
        row("disabled, lower, same, later", rules("(100000,off,(),((\"Redirect to\",b))),(100005,low,(),((\"Redirect to\",b))),(100006,one,((From,is,\"*@example.net\")),((\"Stop Processing\"))),(100006,two,(),((\"Redirect to\",b))),(98505,late,(),((\"Redirect to\",b)))"), "a",
            "account: one has ended the rules without sending the call elsewhere, so the phones ring. "
            "[one: ended the rules (From is \"caller@example.net\", which fits \"*@example.net\"); two: not reached, one ended the rules; low: priority lower, stopped by rule one; off: priority lower, stopped by rule one]");
        row("not yet", rules("(98505,late,(),((\"Redirect to\",b))),(506,no,(),((\"Redirect to\",b))),(306,busy,(),((\"Redirect to\",b))),(106,fail,(),((\"Redirect to\",b))),(98500,off,(),((\"Redirect to\",b)))"), "a",
            "account: No rule sends the call elsewhere at once, so the phones ring. [late: not yet, it acts after 15 s without an answer; no: not yet, it acts when nobody answers; "
            "busy: not yet, it acts when the phones are busy; fail: not yet, it acts when the call fails otherwise]");
        row("rule disabled", rules("(100000,off,(),((\"Redirect to\",b)))"), "a", "account: No rule sends the call elsewhere at once, so the phones ring. [off: rule disabled]");
        row("replaced", rules("(100006,one,(),((\"Redirect to\",b))),(100005,two,(),((\"Redirect to\",\"#x\")))"), "a", "rule:two: it has no condition that could fail [one: its redirect was replaced by two]");
        row("the server's rules", "Server = ((100005,s,((From,is,\"spam@*\")),((\"Reject with\",403)))); " + rules(""), "203",
            "alias: 203 is an alias of b@d. [server's rule s: From is \"caller@example.net\", which does not fit \"spam@*\"]\naccount: No rule sends the call elsewhere at once, so the phones ring.");
        row("no phone", rules("(506,no,((From,is,boss)),((\"Redirect to\",b)))"), "a", "none: No phone of a@d is registered. [no: From is \"caller@example.net\", which does not fit \"boss\"]", "offline=a@d");
        row("loop", rules("(100006,\"#D\",(),((\"Redirect to\",a)))"), "a", "divert:always: it has no condition that could fail\nnone: The call came back to a@d, whose own rule had sent it away.");
    }
    void explanations()
    {
        QFETCH(QByteArray, settings);
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, told);
        Directory directory;
        const auto world = read(settings);
        fill(directory, world);
        const auto result = route(directory, address.toStdString(), optionsOf());
        QByteArray text;
        for (const auto &step : result.steps) {
            text += (text.isEmpty() ? "" : "\n") + QByteArray::fromStdString(step.by + ": " + step.explanation);
            QByteArray others;
            for (const auto &other : step.others)
                others += (others.isEmpty() ? "" : "; ") + QByteArray::fromStdString(other);
            if (!others.isEmpty())
                text += " [" + others + ']';
        }
        QCOMPARE(text, told);
    }

private:
    static data::Value read(const QByteArray &text)
    {
        auto document = data::readNotation(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        if (!document)
            qFatal("%s", document.error().message.c_str());
        return document->value;
    }
    static QByteArray targets(const RouteResult &result)
    {
        QByteArray text;
        for (const auto &target : result.targets)
            text += (text.isEmpty() ? "" : " ") + QByteArray::fromStdString(describe(target));
        return text;
    }
    static QByteArray by(const RouteResult &result)
    {
        QByteArray text;
        for (const auto &step : result.steps)
            text += (text.isEmpty() ? "" : " ") + QByteArray::fromStdString(step.by);
        return text;
    }
    static void fill(Directory &directory, const data::Value &world)
    {
        const auto member = [](const data::Value &dictionary, std::string_view key) {
            return dictionary.isDictionary() ? dictionary.dictionary().get(key) : data::Value();
        };
        directory.setServer(member(world, "Server"), {}, "Europe/Moscow");
        directory.setDefaultDomain("d");
        directory.addDomain("d", member(world, "Domain"));
        if (const auto accounts = member(world, "Accounts"); accounts.isDictionary()) {
            for (const auto &entry : accounts.dictionary().entries())
                directory.addAccount("d", entry.key.bytes(), entry.value);
        }
    }
    RouteOptions optionsOf() const
    {
        QFETCH(QByteArray, options);
        RouteOptions wanted;
        wanted.caller = "caller@example.net";
        wanted.time = 1'795'424'400; // Mon 23 Nov 2026, 12:00 in Moscow
        wanted.domain = "d";
        for (const auto &option : options.split(' ')) {
            const auto value = option.mid(option.indexOf('=') + 1).toStdString();
            if (option.startsWith("from="))
                wanted.caller = value;
            else if (option.startsWith("offline="))
                wanted.phones[value] = PhoneState::Offline;
            else if (option.startsWith("away="))
                wanted.presence[value] = "away";
            else if (option.startsWith("at="))
                wanted.time = toGmt("Europe/Moscow", readMoment(value).value());
            else if (option == "service")
                wanted.hasProgram = [](std::string_view program, std::string_view) { return program == "service"; };
        }
        return wanted;
    }
};

QTEST_GUILESS_MAIN(TestRoutingFacts)
#include "tst_routing_facts.moc"
