// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/objects.h"
#include "environment/server/remote.h"
#include "tests/server/fake_connection.h"

#include <QTest>

using namespace pbx;
using namespace pbx::server;
using Kind = Failure::Kind;

namespace {

data::Value notation(std::string_view text)
{
    return data::readNotation(text).value().value;
}

std::string text(const data::Value &value)
{
    return data::printNotation(value).value_or("?");
}

} // namespace

#define DONE(connection) QCOMPARE((connection).state(), std::string())

class RemoteAccountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void domainsAndAccounts();
    void accountWithoutSecrets();
    void unknownCommandsGiveNull();
    void changesOfAccounts();
    void domainSettings();
    void forwarders();
    void groups();
};

void RemoteAccountsTest::domainsAndAccounts()
{
    FakeConnection line;
    Remote remote(line);
    line.answer("LISTDOMAINS", "(other.example,example.com)");
    QCOMPARE(remote.domains().value(), (std::vector<std::string>{"example.com", "other.example"}));
    line.refuse("LISTDOMAINS", Kind::NoRight, 510);
    line.answer("LISTADMINDOMAINS", "(example.com)");
    QCOMPARE(remote.domains().value(), (std::vector<std::string>{"example.com"}));
    line.answer("MAINDOMAINNAME", "example.com");
    QCOMPARE(remote.mainDomain().value(), std::string("example.com"));
    line.answer("LISTACCOUNTS example.com", "{pbx=macnt;Ivanov=macnt;}");
    QCOMPARE(remote.accounts("example.com").value(), (std::vector<std::string>{"Ivanov", "pbx"}));
    for (const auto *list : {"(a,#5)", "(a,())", "(a,A)", "(\"../x\")", "(\"\")"}) {
        line.answer("LISTDOMAINS", list);
        QVERIFY2(!remote.domains(), list);
    }
    line.answer("MAINDOMAINNAME", "\"../x\"");
    QVERIFY(!remote.mainDomain());
    DONE(line);
}

void RemoteAccountsTest::accountWithoutSecrets()
{
    FakeConnection line;
    Remote remote(line);
    line.answer("GETACCOUNTALIASES ivanov@example.com", "(200,conference)");
    line.answer("GETACCOUNTSETTINGS ivanov@example.com",
                R"({RealName="Иван";Password="s3";SIPPassword=x;UseAppPassword=YES;PasswordEncryption=MD5;RPOP={a={password=y;};};RSIP=({x={Secret=q;};});Unknown=(1,{k=v;});})");
    line.answer("GETACCOUNTPREFS ivanov@example.com", R"({Language=Russian;WorkDayStart=#28800;})");
    line.answer("GETACCOUNTSIGNALRULES ivanov@example.com", "()");
    const auto account = remote.account("example.com", "ivanov");
    QVERIFY(account);
    QCOMPARE(account->name, std::string("ivanov"));
    QCOMPARE(text(account->aliases), std::string("(200,conference)"));
    QVERIFY(data::equal(account->settings,
                        notation(R"({RealName="Иван";UseAppPassword=YES;PasswordEncryption=MD5;Unknown=(1,{k=v;});})")));
    QVERIFY(data::equal(account->preferences, notation(R"({Language=Russian;WorkDayStart=#28800;})")));
    QCOMPARE(text(account->signalRules), std::string("()"));
    DONE(line);
}

void RemoteAccountsTest::unknownCommandsGiveNull()
{
    FakeConnection line;
    line.unknown = {"GETACCOUNTSIGNALRULES", "GETDOMAINSIGNALRULES", "LISTFORWARDERS", "LISTGROUPS", "GETACCOUNTDEFAULTPREFS"};
    Remote remote(line);
    line.answer("GETACCOUNTALIASES a@example.com", "()");
    line.answer("GETACCOUNTSETTINGS a@example.com", "{}");
    line.answer("GETACCOUNTPREFS a@example.com", "{}");
    const auto account = remote.account("example.com", "a");
    QVERIFY(account && account->signalRules.isNull() && account->aliases.isArray());
    QCOMPARE(text(remote.domainSettings("example.com").value()), std::string("{}"));
    line.answer("GETACCOUNTALIASES a@example.com", "()");
    line.refuse("GETACCOUNTSETTINGS a@example.com", Kind::NoRight, 510);
    QCOMPARE(remote.account("example.com", "a").error().kind, Kind::NoRight);
    DONE(line);
}

void RemoteAccountsTest::changesOfAccounts()
{
    FakeConnection line;
    Remote remote(line);
    line.answer(R"(CREATEACCOUNT ivanov@example.com {RealName="Ivan I";})");
    QVERIFY(remote.createAccount("example.com", "ivanov", notation(R"({RealName="Ivan I";})")));
    line.answer("CREATEACCOUNT ivanov@example.com");
    QVERIFY(remote.createAccount("example.com", "ivanov", {}));
    line.answer("SETACCOUNTALIASES ivanov@example.com (200,conference)");
    QVERIFY(remote.setAliases("example.com", "ivanov", notation("(200,conference)")));
    line.answer("SETACCOUNTALIASES ivanov@example.com ()");
    QVERIFY(remote.setAliases("example.com", "ivanov", {}));
    line.answer("UPDATEACCOUNTPREFS ivanov@example.com {Language=Russian;}");
    QVERIFY(remote.updatePreferences("example.com", "ivanov", notation("{Language=Russian;}")));
    line.answer("UPDATEACCOUNTSETTINGS ivanov@example.com {RealName=default;}");
    QVERIFY(remote.updateSettings("example.com", "ivanov", notation("{RealName=default;}")));
    line.answer(R"(SETACCOUNTSIGNALRULES ivanov@example.com ((100005,start,((Method,is,INVITE)),(("Redirect to","#pbx")))))");
    QVERIFY(remote.setSignalRules("example.com", "ivanov",
                                  notation(R"(((100005,start,((Method,is,INVITE)),(("Redirect to","#pbx")))))")));
    line.answer("SETDOMAINSIGNALRULES example.com ()");
    QVERIFY(remote.setDomainSignalRules("example.com", {}));
    line.answer("UPDATEACCOUNTDEFAULTPREFS example.com {Language=default;}");
    QVERIFY(remote.updateDomainPreferences("example.com", notation("{Language=default;}")));
    const auto before = line.sent.size();
    QVERIFY(!remote.updatePreferences("example.com", "ivanov", notation("(a)")));
    QVERIFY(!remote.updateSettings("example.com", "ivanov", {}));
    QVERIFY(!remote.setAliases("example.com", "ivanov", notation("{}")));
    QVERIFY(!remote.setSignalRules("example.com", "ivanov", notation("text")));
    QVERIFY(!remote.createAccount("example.com", "ivanov", notation("(a)")));
    QCOMPARE(line.sent.size(), before);
    DONE(line);
}

void RemoteAccountsTest::domainSettings()
{
    FakeConnection line;
    Remote remote(line);
    line.answer("GETDOMAINSIGNALRULES example.com", "()");
    line.answer("LISTFORWARDERS example.com", "(sales)");
    line.answer("GETFORWARDER sales@example.com", R"("ivrmenu{main}#ivr@example.com")");
    line.answer("LISTGROUPS example.com", "(all)");
    line.answer("GETGROUP all@example.com", "{Members=(a,b);}");
    line.answer("GETACCOUNTDEFAULTPREFS example.com", "{Language=Russian;}");
    const auto settings = remote.domainSettings("example.com");
    QVERIFY(settings);
    QVERIFY(data::equal(*settings, notation(R"({Forwarders={sales="ivrmenu{main}#ivr@example.com";};Groups={all={Members=(a,b);};};Preferences={Language=Russian;};})")));
    DONE(line);
}

void RemoteAccountsTest::forwarders()
{
    FakeConnection line;
    Remote remote(line);
    const auto list = [&](std::string_view names) { line.answer("LISTFORWARDERS example.com", names); };
    list("()");
    line.answer(R"(CREATEFORWARDER sales@example.com TO "ivanov@example.com")");
    QVERIFY(remote.setForwarder("example.com", "sales", "ivanov@example.com"));
    list("(Sales)");
    line.answer("GETFORWARDER sales@example.com", "\"ivanov@example.com\"");
    QVERIFY(remote.setForwarder("example.com", "sales", "ivanov@example.com"));
    list("()");
    QVERIFY(remote.setForwarder("example.com", "sales", std::nullopt));
    list("(sales)");
    line.answer("GETFORWARDER sales@example.com", "old");
    line.answer("DELETEFORWARDER sales@example.com");
    QVERIFY(remote.setForwarder("example.com", "sales", std::nullopt));
    // The new one is refused: the old one comes back.
    list("(sales)");
    line.answer("GETFORWARDER sales@example.com", "old");
    line.answer("DELETEFORWARDER sales@example.com");
    line.refuse(R"(CREATEFORWARDER sales@example.com TO "new")");
    line.answer(R"(CREATEFORWARDER sales@example.com TO "old")");
    auto set = remote.setForwarder("example.com", "sales", "new");
    QVERIFY(!set && !set.error().message.contains(QLatin1String("gone")));
    list("(sales)");
    line.answer("GETFORWARDER sales@example.com", "old");
    line.answer("DELETEFORWARDER sales@example.com");
    line.refuse(R"(CREATEFORWARDER sales@example.com TO "new")");
    line.refuse(R"(CREATEFORWARDER sales@example.com TO "old")");
    set = remote.setForwarder("example.com", "sales", "new");
    QVERIFY(!set && set.error().message.contains(QLatin1String("gone")));
    DONE(line);
}

void RemoteAccountsTest::groups()
{
    FakeConnection line;
    Remote remote(line);
    line.answer("LISTGROUPS example.com", "()");
    line.answer("CREATEGROUP all@example.com {Members=(a);}");
    QVERIFY(remote.setGroup("example.com", "all", notation("{Members=(a);}")));
    line.answer("LISTGROUPS example.com", "(all)");
    line.answer("SETGROUP all@example.com {Members=();}");
    QVERIFY(remote.setGroup("example.com", "all", notation("{Members=();}")));
    line.answer("LISTGROUPS example.com", "(all)");
    line.answer("DELETEGROUP all@example.com");
    QVERIFY(remote.setGroup("example.com", "all", {}));
    line.answer("LISTGROUPS example.com", "()");
    QVERIFY(remote.setGroup("example.com", "all", {}));
    DONE(line);
}

QTEST_GUILESS_MAIN(RemoteAccountsTest)
#include "tst_remote_accounts.moc"
