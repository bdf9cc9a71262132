// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/practice/practice_workspace.h"

using namespace practice_test;

/// Accounts, settings, rules, forwarders, groups and routes by command (server-interfaces, 2.7 and 4).
class TestPracticeAccounts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void preferences();
    void defaults();
    void settings();
    void keepsWhatItDoesNotKnow();
    void damagedFilesStay();
    void aliases();
    void numbers();
    void registrations();
    void createsRenamesDeletes();
    void signalRules();
    void refusesRules_data();
    void refusesRules();
    void rulesOfDomainAndServer();
    void forwarders();
    void groups();
    void namedTasks();
    void routes();
    void general();
};

void TestPracticeAccounts::preferences()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("GETACCOUNTPREFS ivanov"), "201 {Language=Russian;Unknown=(a,b);WorkDayStart=32400;}");
    QCOMPARE(session.say("GETACCOUNTPREFS \"201@example.com\""), session.say("GETWEBUSER ivanov"));
    QCOMPARE(session.say("UPDATEACCOUNTPREFS ivanov {Language=default;WorkDays=(Mon,Tue);Unknown={a=#5;};}"), "200 OK");
    QCOMPARE(session.say("GETACCOUNTPREFS ivanov"), "201 {Unknown={a=#5;};WorkDayStart=32400;WorkDays=(Mon,Tue);}");
    QCOMPARE(session.say("SETACCOUNTPREFS ivanov {Language=French;}"), "200 OK");
    QCOMPARE(session.say("GETACCOUNTPREFS ivanov"), "201 {Language=French;}");
    QCOMPARE(session.code("GETACCOUNTPREFS ghost"), 513);
    QCOMPARE(session.code("UPDATEACCOUNTPREFS ghost {a=b;}"), 513);
    QCOMPARE(session.say("GETACCOUNTPREFS smith@other.example"), "201 {}");
}

void TestPracticeAccounts::defaults()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("UPDATESERVERACCOUNTPREFS {WorkDayEnd=61201;HoldMusic=NO;}"), "200 OK");
    QCOMPARE(session.say("UPDATEACCOUNTDEFAULTPREFS example.com {HoldMusic=YES;DTMFLength=70;}"), "200 OK");
    QCOMPARE(session.say("UPDATEACCOUNTDEFAULTPREFS {DTMFLength=80;}"), "200 OK"); // of the own domain
    QCOMPARE(session.say("GETACCOUNTDEFAULTPREFS example.com"), "201 {DTMFLength=80;HoldMusic=YES;}");
    const auto effective = session.say("GETACCOUNTEFFECTIVEPREFS ivanov");
    for (const auto *member : {"Language=Russian;", "WorkDayStart=32400;", "WorkDayEnd=61201;", "HoldMusic=YES;", "DTMFLength=80;",
                               "ReceptDirDigits=3;", "WorkDays=(Mon,Tue,Wed,Thu,Fri);"})
        QVERIFY2(effective.contains(member), member + (": " + effective));
    QVERIFY(session.say("GETACCOUNTEFFECTIVEPREFS smith@other.example").contains("HoldMusic=NO;"));
    QCOMPARE(session.say("GETSERVERACCOUNTPREFS"), "201 {HoldMusic=NO;WorkDayEnd=61201;}");
}

void TestPracticeAccounts::settings()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("UPDATEACCOUNTSETTINGS ivanov {RealName=\"Иван\\eИванов\";Password=x;}"), "200 OK");
    QCOMPARE(session.say("GETACCOUNTSETTINGS ivanov"), "201 {RealName=\"Иван\\eИванов\";}");
    QCOMPARE(session.say("UPDATEDOMAINSETTINGS example.com {MailToAll=NO;}"), "200 OK");
    QCOMPARE(session.say("GETDOMAINSETTINGS example.com"), "201 {MailToAll=NO;}");
    QCOMPARE(session.say("GETDOMAINALIASES example.com"), "201 ()");
    QCOMPARE(session.say("GETACCOUNTINFO ivanov"), "201 {}");
    QCOMPARE(session.code("GETACCOUNTINFO ivanov LastLogin"), 501);
}

void TestPracticeAccounts::keepsWhatItDoesNotKnow()
{
    const Workspace workspace;
    Session session(workspace);
    session.say("UPDATEACCOUNTPREFS ivanov {a=b;}");
    session.say("SETACCOUNTALIASES ivanov (202)");
    session.say("UPDATEACCOUNTSIGNALRULE ivanov (100005,x,(),())");
    QVERIFY(workspace.read("domains/example.com/accounts/ivanov.settings").contains("Kept"));
    session.say("CREATEFORWARDER boss TO ivanov");
    QVERIFY(workspace.read("domains/example.com/domain.settings").contains("Kept"));
    session.say("SETSERVERSIGNALRULES ()");
    QVERIFY(workspace.read("workspace.settings").contains("Europe/Moscow"));
}

void TestPracticeAccounts::damagedFilesStay()
{
    const Workspace workspace;
    const QByteArray damaged = "{ Aliases = (201";
    workspace.write("domains/example.com/accounts/ivanov.settings", damaged);
    Session session(workspace);
    for (const auto *line : {"GETACCOUNTPREFS ivanov", "UPDATEACCOUNTPREFS ivanov {a=b;}", "SETACCOUNTALIASES ivanov (202)",
                             "UPDATEACCOUNTSIGNALRULE ivanov (100005,x,(),())"})
        QVERIFY2(session.say(line).startsWith("501 the settings file ivanov.settings is damaged"), line);
    QCOMPARE(workspace.read("domains/example.com/accounts/ivanov.settings"), damaged);
}

void TestPracticeAccounts::aliases()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("GETACCOUNTALIASES pbx"), "201 (200,conference)");
    QCOMPARE(session.say("SETACCOUNTALIASES ivanov (201,boss)"), "200 OK");
    QCOMPARE(session.say("GETACCOUNTALIASES ivanov"), "201 (201,boss)");
    for (const auto *line : {"SETACCOUNTALIASES ivanov (200)", "SETACCOUNTALIASES ivanov (PBX)", "SETACCOUNTALIASES ivanov (203,203)",
                             "SETACCOUNTALIASES ivanov (ivanov)"})
        QVERIFY2(session.code(line) == 520, line);
    QCOMPARE(session.code("SETACCOUNTALIASES ivanov (sales)"), 524);
    for (const auto *line : {"SETACCOUNTALIASES ivanov (\"a b\")", "SETACCOUNTALIASES ivanov (\"\")", "SETACCOUNTALIASES ivanov (\"a@b\")",
                             "SETACCOUNTALIASES ivanov (#5)", "SETACCOUNTALIASES ivanov (\"../x\")"})
        QVERIFY2(session.code(line) == 501, line);
    QCOMPARE(session.say("GETACCOUNTALIASES ivanov"), "201 (201,boss)");
    QCOMPARE(session.say("SETACCOUNTALIASES ivanov ()"), "200 OK");
    QCOMPARE(session.say("GETACCOUNTALIASES ivanov"), "201 ()");
}

void TestPracticeAccounts::numbers()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("SETACCOUNTTELNUMS ivanov (\"+7495\")"), "200 OK");
    QCOMPARE(session.say("MODIFYACCOUNTTELNUMS ivanov {op=add;telnum=\"+7496\";}"), "200 OK");
    QCOMPARE(session.code("MODIFYACCOUNTTELNUMS ivanov {op=add;telnum=\"+7496\";}"), 501);
    QCOMPARE(session.say("MODIFYACCOUNTTELNUMS ivanov {op=del;telnum=\"+7495\";}"), "200 OK");
    QCOMPARE(session.say("GETACCOUNTTELNUMS ivanov"), "201 (\"+7496\")");
    QCOMPARE(session.say("MODIFYACCOUNTTELNUMS ivanov {op=pop;}"), "200 OK");
    QCOMPARE(session.code("MODIFYACCOUNTTELNUMS ivanov {op=pop;}"), 501);
    QCOMPARE(session.code("MODIFYACCOUNTTELNUMS ivanov {op=steal;}"), 501);
}

void TestPracticeAccounts::registrations()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("GETACCOUNTRSIPS ivanov"), "201 {}");
    QCOMPARE(session.say("SETACCOUNTRSIPS ivanov {line={domain=\"sip.example.net\";period=5m;};}"), "200 OK");
    QCOMPARE(session.say("GETACCOUNTRSIPS ivanov"), "201 {line={domain=sip.example.net;period=5m;};}");
    QCOMPARE(session.code("SETACCOUNTRSIPS ivanov {line=x;}"), 501);
}

void TestPracticeAccounts::createsRenamesDeletes()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("LISTACCOUNTS example.com"), "201 {ivanov=macnt;pbx=macnt;}");
    QCOMPARE(session.say("CREATEACCOUNT \"petrov@example.com\" {RealName=x;}"), "200 OK");
    QCOMPARE(session.code("CREATEACCOUNT Petrov"), 520);
    QCOMPARE(session.code("CREATEACCOUNT 201"), 520);
    QCOMPARE(session.code("CREATEACCOUNT sales"), 524);
    QCOMPARE(session.code("CREATEACCOUNT petrov@nowhere.example"), 512);
    for (const auto *name : {"\"\"", "\"../x\"", "\"a b\"", "\"a/b\"", "\".x\"", "\"a#b\""})
        QVERIFY2(session.code(std::string("CREATEACCOUNT ") + name) == 501, name);
    QCOMPARE(session.say("RENAMEACCOUNT petrov into peter"), "200 OK");
    QCOMPARE(session.say("GETACCOUNTSETTINGS peter"), "201 {RealName=x;}");
    QCOMPARE(session.code("RENAMEACCOUNT peter INTO ivanov"), 520);
    QCOMPARE(session.code("RENAMEACCOUNT peter INTO 200"), 520);
    QCOMPARE(session.code("RENAMEACCOUNT peter INTO peter@other.example"), 501);
    QCOMPARE(session.code("RENAMEACCOUNT ghost INTO x"), 513);
    QCOMPARE(session.say("DELETEACCOUNT peter"), "200 OK");
    QCOMPARE(session.code("DELETEACCOUNT peter"), 513);
    QVERIFY(!workspace.has("domains/example.com/accounts/peter.settings"));
}

void TestPracticeAccounts::signalRules()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("GETACCOUNTSIGNALRULES ivanov"), "201 ()");
    const QByteArray rule = "(100005,\"After hours\",((Method,is,INVITE)),((\"Redirect to\",\"#callback\"),(\"Stop Processing\")))";
    QCOMPARE(session.say("SETACCOUNTSIGNALRULES ivanov (" + rule.toStdString() + ")"), "200 OK");
    QCOMPARE(session.say("GETACCOUNTSIGNALRULES ivanov"), "201 (" + rule + ")");
    QCOMPARE(session.say("UPDATEACCOUNTSIGNALRULE ivanov (100006,\"After hours\")"), "200 OK");
    QVERIFY(session.say("GETACCOUNTSIGNALRULES ivanov").startsWith("201 ((100006,\"After hours\",((Method"));
    QCOMPARE(session.say("UPDATEACCOUNTSIGNALRULE ivanov (306,busy,(),((\"Fork to\",petrov)),\"a remark\")"), "200 OK");
    QCOMPARE(session.say("UPDATEACCOUNTSIGNALRULE ivanov (306,busy,(),((\"Fork to\",sidorov)))"), "200 OK");
    QVERIFY(session.say("GETACCOUNTSIGNALRULES ivanov").endsWith(",(306,busy,(),((\"Fork to\",sidorov))))"));
    QCOMPARE(session.code("UPDATEACCOUNTSIGNALRULE ivanov (100006,unknown)"), 501);
    QCOMPARE(session.say("UPDATEACCOUNTSIGNALRULE ivanov DELETE unknown"), "200 OK");
    QCOMPARE(session.say("UPDATEACCOUNTSIGNALRULE ivanov DELETE \"After hours\""), "200 OK");
    QCOMPARE(session.say("GETACCOUNTSIGNALRULES ivanov"), "201 ((306,busy,(),((\"Fork to\",sidorov))))");
}

void TestPracticeAccounts::refusesRules_data()
{
    QTest::addColumn<QByteArray>("rule");
    for (const auto *rule : {"()", "x", "(x,y,(),())", "(100005,\"\",(),())", "(100005,(a),(),())", "(100005,a,b,())",
                             "(100005,a,(),b)", "(100005,a,((a,b,c,d)),())", "(100005,a,(),((a,b,c)))", "(100005,a,(),(),b,c)",
                             "(100005,a,((a,(b),c)),())", "(100005,a,(()),())", "(\"-5\",a,(),())"})
        QTest::newRow(rule) << QByteArray(rule);
}

void TestPracticeAccounts::refusesRules()
{
    QFETCH(QByteArray, rule);
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.code("UPDATEACCOUNTSIGNALRULE ivanov " + rule.toStdString()), 501);
    QCOMPARE(session.code("SETACCOUNTSIGNALRULES ivanov (" + rule.toStdString() + ")"), 501);
    QCOMPARE(session.code("SETDOMAINSIGNALRULES example.com (" + rule.toStdString() + ")"), 501);
    QCOMPARE(session.say("GETACCOUNTSIGNALRULES ivanov"), "201 ()");
}

void TestPracticeAccounts::rulesOfDomainAndServer()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("SETDOMAINSIGNALRULES example.com ((100005,d,(),()))"), "200 OK");
    QCOMPARE(session.say("SETSERVERSIGNALRULES ((100005,s,(),()))"), "200 OK");
    QCOMPARE(session.say("GETDOMAINSIGNALRULES example.com"), "201 ((100005,d,(),()))");
    QCOMPARE(session.say("GETSERVERSIGNALRULES"), "201 ((100005,s,(),()))");
    QCOMPARE(session.say("GETDOMAINSIGNALRULES other.example"), "201 ()");
    QCOMPARE(session.code("GETDOMAINSIGNALRULES nowhere.example"), 512);
}

void TestPracticeAccounts::forwarders()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("CREATEFORWARDER \"ivr@example.com\" TO \"ivrmenu{main}#ivr@example.com\""), "200 OK");
    QCOMPARE(session.say("LISTFORWARDERS example.com"), "201 (sales,ivr)");
    QCOMPARE(session.say("GETFORWARDER IVR"), "201 \"ivrmenu{main}#ivr@example.com\"");
    QCOMPARE(session.say("FINDFORWARDERS example.com ivanov@example.com"), "201 (sales)");
    QCOMPARE(session.code("CREATEFORWARDER ivr TO x"), 524);
    QCOMPARE(session.code("CREATEFORWARDER ivanov TO x"), 520);
    QCOMPARE(session.code("CREATEFORWARDER \"a b\" TO x"), 501);
    QCOMPARE(session.say("RENAMEFORWARDER ivr INTO menu"), "200 OK");
    QCOMPARE(session.code("RENAMEFORWARDER menu INTO sales"), 524);
    QCOMPARE(session.say("DELETEFORWARDER menu"), "200 OK");
    QCOMPARE(session.code("DELETEFORWARDER menu"), 553);
    QCOMPARE(session.code("GETFORWARDER menu"), 553);
    QCOMPARE(session.code("LISTFORWARDERS nowhere.example"), 512);
}

void TestPracticeAccounts::groups()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("CREATEGROUP team@example.com {Members=(ivanov,pbx);}"), "200 OK");
    QCOMPARE(session.code("CREATEGROUP team"), 523);
    QCOMPARE(session.say("GETGROUP team"), "201 {Members=(ivanov,pbx);}");
    QCOMPARE(session.say("SETGROUP team {Members=(ivanov);}"), "200 OK");
    QCOMPARE(session.say("RENAMEGROUP team INTO crew"), "200 OK");
    QCOMPARE(session.say("LISTGROUPS"), "201 (crew)");
    QCOMPARE(session.say("GETGROUP crew"), "201 {Members=(ivanov);}");
    QCOMPARE(session.say("DELETEGROUP crew"), "200 OK");
    QCOMPARE(session.code("GETGROUP crew"), 501);
    QCOMPARE(session.code("SETGROUP crew {}"), 501);
}

void TestPracticeAccounts::namedTasks()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("CREATENAMEDTASK watch FOR ivanov"), "200 OK");
    QCOMPARE(session.code("CREATENAMEDTASK watch FOR ivanov"), 520);
    QCOMPARE(session.code("CREATENAMEDTASK other FOR ghost"), 513);
    QCOMPARE(session.code("CREATENAMEDTASK other FOR smith@other.example"), 501);
    QCOMPARE(session.say("UPDATENAMEDTASK watch {program=callback;}"), "200 OK");
    QCOMPARE(session.say("GETNAMEDTASK watch"), "201 {owner=ivanov;program=callback;}");
    QCOMPARE(session.say("LISTACCOUNTNAMEDTASKS ivanov"), "201 {watch={owner=ivanov;program=callback;};}");
    QCOMPARE(session.say("LISTACCOUNTNAMEDTASKS pbx"), "201 {}");
    QCOMPARE(session.say("RENAMENAMEDTASK watch into guard"), "200 OK");
    QCOMPARE(session.say("LISTDOMAINNAMEDTASKS example.com"), "201 {guard={owner=ivanov;program=callback;};}");
    QCOMPARE(session.say("DELETENAMEDTASK guard"), "200 OK");
    QCOMPARE(session.code("GETNAMEDTASK guard"), 501);
}

void TestPracticeAccounts::routes()
{
    const Workspace workspace;
    workspace.write("domains/example.com/accounts/ivanov.settings",
                    "{ Aliases = (201); SignalRules = ((100005,d,((Method,is,INVITE)),((\"Redirect to\",\"#callback\"),(\"Stop Processing\")))); }");
    Session session(workspace);
    QCOMPARE(session.say("ROUTE 201@example.com"), "201 (LOCAL,example.com,ivanov)");
    QCOMPARE(session.say("ROUTE sales@example.com mail"), "201 (FORWARDER,example.com,ivanov@example.com)");
    QCOMPARE(session.say("ROUTE ghost access"), "201 (ERROR,\"\",\"unknown user account\")");
    QCOMPARE(session.say("ROUTE a@elsewhere.example"), "201 (SMTP,elsewhere.example,a)");
    QCOMPARE(session.say("ROUTE 201@example.com signal"), "201 (PBX,example.com,\"callback#ivanov\")");
    QCOMPARE(session.say("ROUTE smith@other.example signal"), "201 (LOCAL,other.example,smith)");
    QVERIFY(session.say("ROUTE ghost@example.com signal").startsWith("201 (ERROR,"));
}

void TestPracticeAccounts::general()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("LISTDOMAINS"), "201 (example.com,other.example)");
    QCOMPARE(session.say("MAINDOMAINNAME"), "201 example.com");
    QCOMPARE(session.say("GETVERSION"), "201 6.3.12");
    QCOMPARE(session.say("GETSYSTEMINFO serverVersion"), "201 6.3.12");
    QCOMPARE(session.code("GETSYSTEMINFO shoeSize"), 501);
    QCOMPARE(session.say("LISTADMINDOMAINS other.example"), "201 (other.example)");
    QVERIFY(session.say("GETCURRENTTIME").startsWith("201 #T"));
    QCOMPARE(session.code("WRITELOG 9 x"), 501);
}

QTEST_GUILESS_MAIN(TestPracticeAccounts)
#include "tst_practice_accounts.moc"
