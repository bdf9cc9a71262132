// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/objects.h"
#include "environment/server/remote.h"
#include "tests/server/practice_connection.h"

#include <QTest>

using namespace pbx;
using namespace pbx::server;
using practice::Manner;
using Kind = Failure::Kind;

namespace {

const Scope domain{"example.com"};
const Scope wide{};

data::Value notation(std::string_view text)
{
    return data::readNotation(text).value().value;
}

#define GOOD(result)                                                                                                        \
    do {                                                                                                                    \
        const auto &checked = (result);                                                                                     \
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().text()));                                               \
    } while (false)

} // namespace

/// Everything Remote says is understood by a server that forgives nothing, whatever its manner.
class RemotePracticeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void environments_data();
    void environments();
    void everyByte();
    void missingThings();
    void foldersAbsentFromLists();
    void accounts();
    void domainObjects();
    void rights();
};

void RemotePracticeTest::environments_data()
{
    QTest::addColumn<int>("attributes");
    QTest::addColumn<int>("folder");
    QTest::addColumn<bool>("createAgainFails");
    for (int attributes = 0; attributes < 3; ++attributes) {
        for (int folder = 0; folder < 2; ++folder) {
            for (const bool fails : {false, true})
                QTest::addRow("attributes %d, folder %d, again %d", attributes, folder, fails) << attributes << folder << fails;
        }
    }
}

void RemotePracticeTest::environments()
{
    QFETCH(int, attributes);
    QFETCH(int, folder);
    QFETCH(bool, createAgainFails);
    Manner manner;
    manner.attributes = static_cast<Manner::Attributes>(attributes);
    manner.folder = static_cast<Manner::Folder>(folder);
    manner.createAgainFails = createAgainFails;
    PracticeConnection line(manner);
    QVERIFY(QDir(line.workspace() + QStringLiteral("/domains/example.com/environment")).removeRecursively());
    Remote remote(line);
    QVERIFY(!remote.files(domain).value().exists);
    for (const auto &scope : {domain, wide}) {
        GOOD(remote.createEnvironment(scope));
        GOOD(remote.createEnvironment(scope));
        GOOD(remote.createLanguage(scope, "russian"));
        GOOD(remote.createLanguage(scope, "russian"));
        GOOD(remote.createLanguage(scope, "german"));
        GOOD(remote.store(scope, "russian/Привет мир.wav", "one"));
        GOOD(remote.store(scope, "a \"b\".txt", "two"));
        GOOD(remote.store(scope, "readme", ""));
        const auto files = remote.files(scope);
        GOOD(files);
        QVERIFY(files->exists);
        QCOMPARE(files->languages, (std::vector<std::string>{"german", "russian"}));
        QCOMPARE(files->files.size(), std::size_t(3));
        QCOMPARE(files->files[0].name, std::string("a \"b\".txt"));
        QCOMPARE(files->files[0].size.has_value(), attributes == 1);
        QCOMPARE(files->files[1].name, std::string("readme"));
        QCOMPARE(files->files[2].name, std::string("russian/привет мир.wav"));
        QCOMPARE(remote.read(scope, "russian/Привет мир.wav").value(), std::optional<std::string>("one"));
        QVERIFY(!remote.removeLanguage(scope, "russian"));
        GOOD(remote.remove(scope, "russian/привет мир.wav"));
        GOOD(remote.removeLanguage(scope, "russian"));
        GOOD(remote.removeLanguage(scope, "german"));
        GOOD(remote.remove(scope, "a \"b\".txt"));
        QCOMPARE(remote.files(scope).value().files.size(), std::size_t(1));
    }
}

void RemotePracticeTest::everyByte()
{
    PracticeConnection line;
    Remote remote(line);
    std::string content;
    for (int i = 0; i < 70'000; ++i)
        content += static_cast<char>(i * 7 + i / 256);
    for (const auto size : {std::size_t(0), std::size_t(1), std::size_t(2), std::size_t(3), std::size_t(256), content.size()}) {
        GOOD(remote.store(domain, "bytes.bin", content.substr(0, size)));
        QCOMPARE(remote.read(domain, "bytes.bin").value(), std::optional(content.substr(0, size)));
    }
}

void RemotePracticeTest::missingThings()
{
    PracticeConnection line;
    Remote remote(line);
    QCOMPARE(remote.read(domain, "none.wav").value(), std::optional<std::string>());
    QCOMPARE(remote.read(domain, "klingon/none.wav").value(), std::optional<std::string>());
    QCOMPARE(remote.read(wide, "none.wav").value(), std::optional<std::string>());
    QCOMPARE(remote.files(Scope{"no.example"}).error().kind, Kind::NoDomain);
    QCOMPARE(remote.accounts("no.example").error().kind, Kind::NoDomain);
    QCOMPARE(remote.account("example.com", "nobody").error().kind, Kind::NoAccount);
    QVERIFY(!remote.remove(domain, "none.wav"));
    QVERIFY(!remote.store(domain, "klingon/a.wav", "x"));
}

/// A folder no list tells of can be asked for by its name.
void RemotePracticeTest::foldersAbsentFromLists()
{
    Manner manner;
    manner.folder = Manner::Folder::Absent;
    PracticeConnection line(manner);
    Remote remote(line);
    GOOD(remote.createLanguage(domain, "russian"));
    GOOD(remote.store(domain, "russian/a.wav", "x"));
    QCOMPARE(remote.files(domain, "russian").value().size(), std::size_t(1));
    QCOMPARE(remote.read(domain, "russian/b.wav").value(), std::optional<std::string>());
    GOOD(remote.createLanguage(domain, "russian"));
}

void RemotePracticeTest::accounts()
{
    PracticeConnection line;
    Remote remote(line);
    QCOMPARE(remote.domains().value(), (std::vector<std::string>{"example.com"}));
    QCOMPARE(remote.mainDomain().value(), std::string("example.com"));
    GOOD(remote.createAccount("example.com", "ivanov", notation(R"({RealName="Иван \"И\" Иванов";})")));
    QVERIFY(std::ranges::contains(remote.accounts("example.com").value(), "ivanov"));
    QVERIFY(!remote.createAccount("example.com", "ivanov", {}));
    GOOD(remote.setAliases("example.com", "ivanov", notation("(205,helpline)")));
    GOOD(remote.updatePreferences("example.com", "ivanov", notation(R"({Language=Russian;ReceptMenu=(a,"б в");WorkDayStart="28800";})")));
    GOOD(remote.updatePreferences("example.com", "ivanov", notation("{WorkDayStart=default;}")));
    GOOD(remote.updateSettings("example.com", "ivanov", notation("{Custom=(1,{k=v;});}")));
    const auto rules = notation(R"(((100005,"After hours",((Method,is,INVITE)),(("Redirect to","#callback"),("Stop Processing")))))");
    GOOD(remote.setSignalRules("example.com", "ivanov", rules));
    const auto account = remote.account("example.com", "ivanov");
    GOOD(account);
    QVERIFY(data::equal(account->aliases, notation("(205,helpline)")));
    QVERIFY(data::equal(account->preferences, notation(R"({Language=Russian;ReceptMenu=(a,"б в");})")));
    QVERIFY(data::equal(account->settings, notation(R"({RealName="Иван \"И\" Иванов";Custom=(1,{k=v;});})")));
    QVERIFY(data::equal(account->signalRules, rules));
    GOOD(remote.setSignalRules("example.com", "ivanov", {}));
    GOOD(remote.setAliases("example.com", "ivanov", {}));
    QCOMPARE(data::length(remote.account("example.com", "ivanov").value().aliases), 0);
}

void RemotePracticeTest::domainObjects()
{
    PracticeConnection line;
    Remote remote(line);
    GOOD(remote.setForwarder("example.com", "sales", "ivrmenu{main}#ivr@example.com"));
    GOOD(remote.setForwarder("example.com", "sales", "pbx@example.com"));
    GOOD(remote.setForwarder("example.com", "gone", "pbx@example.com"));
    GOOD(remote.setForwarder("example.com", "gone", std::nullopt));
    GOOD(remote.setGroup("example.com", "all", notation("{Members=(pbx);}")));
    GOOD(remote.setGroup("example.com", "all", notation("{Members=(pbx,ivanov);}")));
    GOOD(remote.setGroup("example.com", "none", notation("{}")));
    GOOD(remote.setGroup("example.com", "none", {}));
    GOOD(remote.updateDomainPreferences("example.com", notation("{Language=Russian;TimeZone=default;}")));
    const auto rules = notation(R"(((100005,d,((Method,is,INVITE)),(("Redirect to","#pbx")))))");
    GOOD(remote.setDomainSignalRules("example.com", rules));
    const auto settings = remote.domainSettings("example.com");
    GOOD(settings);
    const auto &all = settings->dictionary();
    QVERIFY(data::equal(all.get("Forwarders"), notation("{sales=\"pbx@example.com\";}")));
    QVERIFY(data::equal(all.get("Groups"), notation("{all={Members=(pbx,ivanov);};}")));
    QVERIFY(data::equal(all.get("SignalRules"), rules));
    QCOMPARE(all.get("Preferences").dictionary().get("Language").bytes(), std::string_view("Russian"));
}

void RemotePracticeTest::rights()
{
    PracticeConnection line({}, "low@example.com", {"Domain"});
    Remote remote(line);
    QCOMPARE(remote.domains().value(), (std::vector<std::string>{"example.com"}));
    QCOMPARE(remote.files(wide).error().kind, Kind::NoRight);
    QCOMPARE(remote.createEnvironment(wide).error().kind, Kind::NoRight);
    QCOMPARE(remote.createAccount("example.com", "a", {}).error().kind, Kind::NoRight);
    QCOMPARE(remote.setForwarder("example.com", "a", "b").error().kind, Kind::NoRight);
}

QTEST_GUILESS_MAIN(RemotePracticeTest)
#include "tst_remote_practice.moc"
