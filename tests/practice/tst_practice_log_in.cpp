// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/commands.h"
#include "environment/practice/store.h"
#include "tests/practice/practice_workspace.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace practice_test;

/// Who gets in, how, and what each may do there.
class TestPracticeLogIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void greets();
    void logsInByEveryWay();
    void refusesWrongOnes();
    void nothingBeforeLogIn();
    void blocksAfterTenFailures();
    void passwordsOfAccounts();
    void changesOwnPassword();
    void rights_data();
    void rights();
    void listsItsCommands();
    void overHttp();
};

namespace {

std::string digest(const std::string &password)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(stamp + password), QCryptographicHash::Md5).toHex().toStdString();
}

} // namespace

void TestPracticeLogIn::greets()
{
    const Workspace workspace;
    practice::Manner manner;
    manner.version = "7.1.10";
    Session with(workspace.store(), manner);
    QCOMPARE(with.interpreter().greeting(), "200 example.com CommuniGate Pro PWD Server 7.1.10 ready <1.2@example.com>\r\n");
    manner.stamp = false;
    Session without(workspace.store(), manner);
    QCOMPARE(without.interpreter().greeting(), "200 example.com CommuniGate Pro PWD Server 7.1.10 ready\r\n");
    QCOMPARE(without.code("APOP admin " + digest("secret")), 501);
}

void TestPracticeLogIn::logsInByEveryWay()
{
    const Workspace workspace;
    const auto login = [&](std::initializer_list<const char *> lines) {
        Session session(workspace.store());
        int code = 0;
        for (const auto *line : lines)
            code = session.code(line);
        return code == 200 && session.code("LISTDOMAINS") == 200;
    };
    QVERIFY(login({"USER admin", "PASS secret"}));
    QVERIFY(login({"user ADMIN", "pass secret"}));
    QVERIFY(login({"USER admin@example.com", "PASS secret"}));
    QVERIFY(login({"USER \"admin\"", "PASS \"secret\""}));
    QVERIFY(login({"AUTH WEBUSER admin secret"}));
    QVERIFY(login({("APOP admin " + digest("secret")).c_str()}));
    const auto initial = QByteArray("\0admin\0secret", 13).toBase64().toStdString();
    QVERIFY(login({("AUTH PLAIN " + initial).c_str()}));
    QVERIFY(login({"AUTH PLAIN", initial.c_str()}));
    const auto answer = "admin " + QMessageAuthenticationCode::hash(QByteArray::fromStdString(stamp), "secret", QCryptographicHash::Md5).toHex();
    Session session(workspace.store());
    const auto challenge = session.say("AUTH CRAM-MD5");
    QCOMPARE(QByteArray::fromBase64(challenge.mid(4)), QByteArray::fromStdString(stamp));
    QCOMPARE(session.code(answer.toBase64().toStdString()), 200);
}

void TestPracticeLogIn::refusesWrongOnes()
{
    const Workspace workspace;
    const auto login = [&](std::initializer_list<std::string> lines) {
        Session session(workspace.store());
        int code = 0;
        for (const auto &line : lines)
            code = session.code(line);
        return session.code("LISTDOMAINS") == 500 ? code : 0;
    };
    QCOMPARE(login({"USER admin", "PASS wrong"}), 515);
    QCOMPARE(login({"USER admin", "PASS"}), 515);
    QCOMPARE(login({"USER admin", "PASS SECRET"}), 515);
    QCOMPARE(login({"USER nobody-here", "PASS secret"}), 515);
    QCOMPARE(login({"USER admin@other.example", "PASS secret"}), 515);
    QCOMPARE(login({"USER"}), 501);
    QCOMPARE(login({"PASS secret"}), 501);
    QCOMPARE(login({"USER admin", "NOOP", "USER chief@example.com", "PASS wrong", "PASS secret"}), 501);
    QCOMPARE(login({"APOP admin " + digest("wrong")}), 515);
    QCOMPARE(login({"APOP admin"}), 501);
    QCOMPARE(login({"APOP"}), 501);
    QCOMPARE(login({"AUTH WEBUSER admin wrong"}), 515);
    QCOMPARE(login({"AUTH PLAIN", "*"}), 501);
    QCOMPARE(login({"AUTH CRAM-MD5", "YWRtaW4gMDEyMw=="}), 515);
    QVERIFY(login({"AUTH NOSUCH"}) >= 500);
    QVERIFY(login({"USER ivanov@example.com", "PASS "}) >= 500); // an account without a password
}

void TestPracticeLogIn::nothingBeforeLogIn()
{
    const Workspace workspace;
    Session session(workspace.store());
    for (const auto *line : {"LISTDOMAINS", "INLINE", "NEWPASS x", "STOREDOMAINPBXFILE example.com FILE x.wav DATA []"})
        QVERIFY2(session.say(line).startsWith("500 please log in"), line);
    QCOMPARE(session.code("NOOP"), 200);
    QVERIFY(!workspace.has("domains/example.com/environment/x.wav"));
    QCOMPARE(session.say("QUIT"), "200 CommuniGate Pro PWD connection closed");
}

void TestPracticeLogIn::blocksAfterTenFailures()
{
    const Workspace workspace;
    const auto store = workspace.store();
    auto now = std::chrono::steady_clock::now();
    store->clock = [&now] { return now; };
    for (int i = 0; i < 10; ++i) {
        Session session(store);
        session.say("USER admin");
        QCOMPARE(session.code("PASS wrong"), 515);
        now += std::chrono::seconds(2);
    }
    Session session(store);
    session.say("USER admin");
    const auto answer = session.say("PASS secret"); // the right one
    QVERIFY2(answer.startsWith("501 too many"), answer);
    QCOMPARE(session.interpreter().logIn("admin", "secret").code, 501);
    now += std::chrono::seconds(61);
    session.say("USER admin");
    QCOMPARE(session.code("PASS secret"), 200);
}

void TestPracticeLogIn::passwordsOfAccounts()
{
    const Workspace workspace;
    const auto store = workspace.store();
    Session admin(store);
    admin.logIn("admin");
    QCOMPARE(admin.code("SETACCOUNTPASSWORD ivanov PASSWORD \"s p\""), 200);
    QCOMPARE(admin.code("CREATEACCOUNT petrov {Password=top;RealName=\"Пётр\";}"), 200);
    QVERIFY(!workspace.read("domains/example.com/accounts/petrov.settings").contains("top"));
    QVERIFY(!workspace.read("domains/example.com/accounts/ivanov.settings").contains("s p"));
    Session ivanov(store);
    ivanov.say("USER ivanov");
    QCOMPARE(ivanov.code("PASS \"s p\""), 200);
    QCOMPARE(ivanov.code("GETACCOUNTPREFS *"), 200);
    QCOMPARE(ivanov.code("GETACCOUNTPREFS petrov"), 510);
    QCOMPARE(ivanov.code("LISTDOMAINS"), 510);
    Session petrov(store);
    petrov.say("USER petrov@example.com");
    QCOMPARE(petrov.code("PASS top"), 200);
    QCOMPARE(admin.code("RENAMEACCOUNT petrov INTO peter"), 200);
    Session peter(store);
    peter.say("USER peter");
    QCOMPARE(peter.code("PASS top"), 200);
    QCOMPARE(admin.code("DELETEACCOUNT peter"), 200);
    Session gone(store);
    gone.say("USER peter");
    QCOMPARE(gone.code("PASS top"), 515);
}

void TestPracticeLogIn::changesOwnPassword()
{
    const Workspace workspace;
    const auto store = workspace.store();
    Session session(store);
    session.logIn("admin");
    QCOMPARE(session.say("NEWPASS another"), "200 Password updated");
    QCOMPARE(session.code("NEWPASS"), 501);
    Session again(store);
    again.say("USER admin");
    QCOMPARE(again.code("PASS secret"), 515);
    again.say("USER admin");
    QCOMPARE(again.code("PASS another"), 200);
}

void TestPracticeLogIn::rights_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("admin");
    QTest::addColumn<int>("reader");
    QTest::addColumn<int>("chief");
    QTest::addColumn<int>("nobody");
    const auto row = [](const char *line, int admin, int reader, int chief, int nobody) {
        QTest::newRow(line) << QByteArray(line) << admin << reader << chief << nobody;
    };
    row("LISTDOMAINS", 201, 201, 201, 510);
    row("LISTACCOUNTS example.com", 201, 510, 201, 510);
    row("LISTACCOUNTS other.example", 201, 510, 510, 510);
    row("LISTACCOUNTS nowhere.example", 512, 510, 510, 510);
    row("LISTDOMAINPBXFILES example.com", 201, 510, 201, 510);
    row("LISTDOMAINPBXFILES other.example", 501, 510, 510, 510);
    row("LISTDOMAINPBXFILES nowhere.example", 512, 510, 510, 510);
    row("STOREDOMAINPBXFILE example.com FILE x.wav DATA []", 200, 510, 200, 510);
    row("LISTSERVERPBXFILES", 201, 510, 510, 510);
    row("STORESERVERPBXFILE x.wav DATA []", 200, 510, 510, 510);
    row("LISTSTOCKPBXFILES", 201, 201, 201, 201);
    row("GETACCOUNTPREFS ivanov@example.com", 201, 510, 201, 510);
    row("GETACCOUNTPREFS nobody-here@example.com", 513, 510, 513, 510);
    row("GETACCOUNTSETTINGS ivanov@example.com", 201, 510, 510, 510);
    row("UPDATEACCOUNTPREFS ivanov@example.com {a=b;}", 200, 510, 200, 510);
    row("SETACCOUNTALIASES ivanov@example.com (202)", 200, 510, 200, 510);
    row("SETACCOUNTTELNUMS ivanov@example.com (\"+7495\")", 200, 510, 510, 510);
    row("GETACCOUNTSIGNALRULES ivanov@example.com", 201, 510, 510, 510);
    row("SETDOMAINSIGNALRULES example.com ()", 200, 510, 510, 510);
    row("GETSERVERSIGNALRULES", 201, 510, 510, 510);
    row("CREATEACCOUNT petrov@example.com", 200, 510, 200, 510);
    row("CREATEFORWARDER boss@example.com TO ivanov", 200, 510, 510, 510);
    row("CREATEGROUP team@example.com", 200, 510, 510, 510);
    row("SETACCOUNTRIGHTS ivanov@example.com (Domain)", 200, 510, 200, 510);
    row("SETACCOUNTRIGHTS ivanov@example.com (CanImpersonate)", 200, 510, 510, 510);
    row("SETACCOUNTRIGHTS ivanov@example.com (NoSuchRight)", 501, 510, 501, 510);
    row("STARTPBXTASK ivanov@example.com PROGRAM callback", 201, 510, 201, 510);
    row("WRITELOG 1 test", 200, 200, 510, 510);
    row("UPDATEDOMAINSETTINGS example.com {a=b;}", 200, 510, 510, 510);
    row("ROUTE 200@example.com signal", 201, 201, 201, 510);
}

void TestPracticeLogIn::rights()
{
    QFETCH(QByteArray, line);
    for (const auto &[column, user] : {std::pair{"admin", "admin"}, {"reader", "reader"}, {"chief", "chief@example.com"},
                                       {"nobody", "nobody@example.com"}}) {
        const Workspace workspace;
        Session session(workspace, user);
        const auto answer = session.say(line.toStdString());
        QVERIFY2(answer.left(3).toInt() == *static_cast<const int *>(QTest::qData(column, qMetaTypeId<int>())),
                 qPrintable(QLatin1String(column) + QLatin1String(": ") + QString::fromUtf8(answer)));
    }
}

void TestPracticeLogIn::listsItsCommands()
{
    const Workspace workspace;
    Session session(workspace);
    const auto names = session.say("LISTCLICOMMANDS").mid(5).chopped(1).split(',');
    QVERIFY(names.size() > 80);
    QVERIFY(std::ranges::is_sorted(names));
    for (const auto &name : names) { // each is known: it may complain of its words, never of its name
        if (name == "QUIT" || name == "NEWPASS")
            continue;
        const auto answer = session.say(name.toStdString() + " ) ");
        QVERIFY2(!answer.contains("unknown command"), name + ": " + answer);
    }
}

void TestPracticeLogIn::overHttp()
{
    const Workspace workspace;
    Session session(workspace.store());
    QCOMPARE(session.interpreter().logIn("admin", "wrong").code, 515);
    QCOMPARE(session.code("LISTDOMAINS"), 500);
    QCOMPARE(session.interpreter().logIn("admin", "secret").code, 200);
    QCOMPARE(session.interpreter().run("MAINDOMAINNAME").result, "example.com");
    QCOMPARE(session.interpreter().run("NOOP").result, "");
}

QTEST_GUILESS_MAIN(TestPracticeLogIn)
#include "tst_practice_log_in.moc"
