// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/faults.h"
#include "tests/practice/network.h"

using namespace practice_test;
using practice::Fault;
using practice::PracticeServer;

/// What goes wrong on purpose, exactly where it is told to.
class TestPracticeFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTexts();
    void refusesTexts_data();
    void refusesTexts();
    void countsBytes();
    void dropsAtEveryByteSent();
    void dropsAtEveryByteReceived();
    void dropsAroundCommands();
    void refusesHangsAndTalksNonsense();
    void delaysAndTrickles();
    void fullDisk();
    void foreignHand();
    void everyFromThereOn();
};

namespace {

Fault fault(const char *text)
{
    const auto read = Fault::fromText(QString::fromUtf8(text));
    if (!read)
        qFatal("%s", qPrintable(read.error()));
    return *read;
}

PracticeServer::Options with(const char *text)
{
    PracticeServer::Options options;
    options.manner.stamp = false; // the same greeting each time
    options.faults = {fault(text)};
    return options;
}

const QByteArray store = "STOREDOMAINPBXFILE example.com FILE x.wav DATA [QUJD]\r\n";
const QByteArray script = "USER admin\r\nPASS secret\r\nINLINE\r\n" + store;
const QByteArray answers = "200 example.com CommuniGate Pro PWD Server 6.3.12 ready\r\n300 please send the PASS\r\n"
                           "200 login OK, proceed\r\n200 OK\r\n200 OK\r\n";

} // namespace

void TestPracticeFaults::readsTexts()
{
    const auto drop = fault("drop-after:12");
    QCOMPARE(drop.kind, Fault::Kind::DropAfter);
    QCOMPARE(drop.at, 12);
    QVERIFY(drop.once);
    QVERIFY(!fault("refuse:3+").once);
    QCOMPARE(fault("drop-sent:0").at, 0);
    QCOMPARE(fault("trickle").at, 0);
    QCOMPARE(fault("trickle:5").at, 5);
    for (const auto &word : practice::faultWords())
        QVERIFY(Fault::fromText(QString::fromUtf8(word.word.data(), qsizetype(word.word.size())) + QStringLiteral(":1")));
}

void TestPracticeFaults::refusesTexts_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {"", ":", "drop", "drop-after", "drop-after:", "drop-after:0", "drop-after:-1", "drop-after:x",
                             "drop-after:1x", "drop-after:+", "refuse:+1", "delay:", "trickle:", "Hang:1", "hang: 1"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestPracticeFaults::refusesTexts()
{
    QFETCH(QString, text);
    const auto read = Fault::fromText(text);
    QVERIFY(!read);
    QVERIFY(!read.error().isEmpty());
}

void TestPracticeFaults::countsBytes()
{
    practice::FaultPlan plan({fault("drop-sent:10"), fault("drop-sent:12")});
    QCOMPARE(plan.sent(9).pass, 9);
    auto last = plan.sent(9);
    QCOMPARE(last.pass, 1);
    QVERIFY(last.drop);
    QCOMPARE(plan.bytesSent, 10);
    last = plan.sent(9); // of the next connection
    QCOMPARE(last.pass, 2);
    QVERIFY(last.drop);
    QVERIFY(!plan.sent(1000).drop);
    QVERIFY(!plan.received(1000).drop);
}

void TestPracticeFaults::dropsAtEveryByteSent()
{
    const Workspace workspace;
    const Server server(workspace, with("drop-sent:0"));
    for (qsizetype at = 0; at <= answers.size(); ++at) {
        server->setFaults({{Fault::Kind::DropSent, at, true}});
        Client client(server->port());
        client.send(script);
        if (at == answers.size())
            client.send("NOOP\r\n");
        QCOMPARE(client.rest(), answers.first(at));
        QCOMPARE(server->bytesSent(), at);
    }
    server->setFaults({});
    Client client(server->port());
    QVERIFY(client.logIn());
}

void TestPracticeFaults::dropsAtEveryByteReceived()
{
    const Workspace workspace;
    const Server server(workspace, with("drop-received:0"));
    for (qsizetype at = 0; at <= script.size(); ++at) {
        QFile::remove(workspace.path(QStringLiteral("domains/example.com/environment/x.wav")));
        server->setFaults({{Fault::Kind::DropReceived, at, true}});
        Client client(server->port());
        client.send(script + "NOOP\r\n");
        client.rest();
        QCOMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(server->bytesReceived(), at);
        QCOMPARE(server->commandsRun(), script.first(at).count('\n'));
        // A command is done once its line end has come, whether the answer gets out or not.
        QCOMPARE(workspace.has("domains/example.com/environment/x.wav"), at == script.size());
    }
}

void TestPracticeFaults::dropsAroundCommands()
{
    for (const bool before : {true, false}) {
        const Workspace workspace;
        const Server server(workspace, with(before ? "drop-before:4" : "drop-after:4"));
        Client client(server->port());
        client.send(script);
        QCOMPARE(client.rest(), answers.first(answers.size() - 8));
        QCOMPARE(workspace.has("domains/example.com/environment/x.wav"), !before);
        Client again(server->port());
        QVERIFY(again.logIn());
    }
}

void TestPracticeFaults::refusesHangsAndTalksNonsense()
{
    const Workspace workspace;
    const Server server(workspace, with("refuse:4"));
    Client refused(server->port());
    QVERIFY(refused.logIn());
    QCOMPARE(refused.ask(store.chopped(2)), "501 refused on purpose\r\n");
    QVERIFY(!workspace.has("domains/example.com/environment/x.wav"));
    QCOMPARE(refused.ask("NOOP"), "200 OK\r\n");

    server->setFaults({fault("garbage:4")});
    Client confused(server->port());
    QVERIFY(confused.logIn());
    confused.send("NOOP\r\n");
    QVERIFY(!confused.bytes(24).startsWith("2"));
    QCOMPARE(confused.ask("NOOP"), "200 OK\r\n");

    server->setFaults({fault("hang:4")});
    Client waiting(server->port());
    QVERIFY(waiting.logIn());
    waiting.send(store + "NOOP\r\n");
    QVERIFY(waitUntil([&] { return workspace.has("domains/example.com/environment/x.wav"); }));
    Client other(server->port());
    QVERIFY(other.logIn());
    QCOMPARE(other.ask("NOOP"), "200 OK\r\n");
    QVERIFY(!waiting.ended());
    QCOMPARE(waiting.bytes(0), "");
    QCOMPARE(waiting.socket.bytesAvailable(), 0);
}

void TestPracticeFaults::delaysAndTrickles()
{
    const Workspace workspace;
    const Server server(workspace, with("delay:30"));
    QElapsedTimer clock;
    clock.start();
    Client client(server->port());
    client.send(script);
    QCOMPARE(client.bytes(answers.size()), answers);
    QVERIFY(clock.elapsed() >= 30);
    clock.start();
    QCOMPARE(client.ask("NOOP"), "200 OK\r\n");
    QVERIFY(clock.elapsed() >= 29);
    client.send("QUIT\r\nNOOP\r\n");
    QCOMPARE(client.rest(), "200 CommuniGate Pro PWD connection closed\r\n");

    server->setFaults({fault("trickle")});
    Client slow(server->port());
    int pieces = 0;
    QObject::connect(&slow.socket, &QIODevice::readyRead, &slow.socket, [&pieces] { ++pieces; });
    slow.send(script);
    QCOMPARE(slow.bytes(answers.size()), answers);
    QVERIFY(pieces > 1);
}

void TestPracticeFaults::fullDisk()
{
    const Workspace workspace;
    const Server server(workspace, with("disk-full:2"));
    Client client(server->port());
    QVERIFY(client.logIn());
    QCOMPARE(client.ask(store.chopped(2)), "200 OK\r\n");
    QVERIFY(client.ask("STOREDOMAINPBXFILE example.com FILE x.wav DATA [QQ==]").startsWith("501 no space"));
    QVERIFY(client.ask("CREATEDOMAINPBX example.com FILE french").startsWith("501 no space"));
    QCOMPARE(workspace.read("domains/example.com/environment/x.wav"), "ABC");
}

void TestPracticeFaults::foreignHand()
{
    const Workspace workspace;
    const Server server(workspace, with("foreign:4"));
    Client client(server->port());
    QVERIFY(client.logIn());
    const auto before = client.ask("READDOMAINPBXFILE example.com FILE callback.sppr");
    const auto after = client.ask("READDOMAINPBXFILE example.com FILE callback.sppr");
    QVERIFY(before.startsWith("201 [") && after.startsWith("201 [") && before != after);
    QCOMPARE(client.ask("READDOMAINPBXFILE example.com FILE callback.sppr"), after);
}

void TestPracticeFaults::everyFromThereOn()
{
    const Workspace workspace;
    const Server server(workspace, with("refuse:4+"));
    Client client(server->port());
    QVERIFY(client.logIn());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.ask("NOOP"), "501 refused on purpose\r\n");
    server->setFaults({fault("drop-sent:20+")});
    for (const auto size : {20, 0, 0}) {
        Client dropped(server->port());
        QCOMPARE(dropped.rest().size(), size);
    }
}

QTEST_GUILESS_MAIN(TestPracticeFaults)
#include "tst_practice_faults.moc"
