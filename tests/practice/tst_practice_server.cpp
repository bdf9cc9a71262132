// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/practice/network.h"

#include <QSignalSpy>

using namespace practice_test;
using practice::PracticeServer;

/// The command port over real sockets, clear and encrypted.
class TestPracticeServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void talks();
    void takesPiecesAndHeaps();
    void endsWithQuit();
    void longLines();
    void longLinesBeforeLogIn();
    void manySessions();
    void largeFiles();
    void encrypted_data();
    void encrypted();
    void clearTalkToEncryptedPort();
    void refusesToListen();
    void tellsWhatHappens();
    void masksSecrets_data();
    void masksSecrets();
    void goesAwayInTheMiddle();
};

void TestPracticeServer::talks()
{
    const Workspace workspace;
    const Server server(workspace);
    QVERIFY(server->port() > 0);
    QCOMPARE(server->httpPort(), 0);
    Client client(server->port());
    const auto greeting = client.line();
    QVERIFY(greeting.startsWith("200 example.com CommuniGate Pro PWD Server 6.3.12 ready <"));
    QVERIFY(greeting.endsWith("@example.com>\r\n"));
    Client other(server->port());
    QVERIFY(other.line() != greeting); // a stamp is never given twice
    QCOMPARE(client.ask("USER admin"), "300 please send the PASS\r\n");
    QCOMPARE(client.ask("PASS secret"), "200 login OK, proceed\r\n");
    QCOMPARE(client.ask("ECHO (a,b)"), "200 data follow\r\n");
    while (!client.line().endsWith(")\r\n")) { }
    QCOMPARE(client.ask("INLINE"), "200 OK\r\n");
    QCOMPARE(client.ask("LISTDOMAINS"), "201 (example.com,other.example)\r\n");
    QCOMPARE(server->commandsRun(), 5);
}

void TestPracticeServer::takesPiecesAndHeaps()
{
    const Workspace workspace;
    const Server server(workspace);
    Client client(server->port());
    QVERIFY(client.logIn());
    for (const char c : QByteArray("ECHO \"slowly\"\r\n")) {
        client.send(QByteArray(1, c));
        client.socket.flush();
        QCoreApplication::processEvents();
    }
    QCOMPARE(client.line(), "201 slowly\r\n");
    client.send("NOOP\nECHO a\r\n\r\nECHO b\n"); // bare line ends are taken
    QCOMPARE(client.line(), "200 OK\r\n");
    QCOMPARE(client.line(), "201 a\r\n");
    QVERIFY(client.line().startsWith("500 "));
    QCOMPARE(client.line(), "201 b\r\n");
}

void TestPracticeServer::endsWithQuit()
{
    const Workspace workspace;
    const Server server(workspace);
    Client client(server->port());
    QVERIFY(client.logIn());
    client.send("QUIT\r\nSTOREDOMAINPBXFILE example.com FILE x.wav DATA []\r\n");
    QCOMPARE(client.rest(), "200 CommuniGate Pro PWD connection closed\r\n");
    QVERIFY(!workspace.has("domains/example.com/environment/x.wav"));
}

void TestPracticeServer::longLines()
{
    const Workspace workspace;
    PracticeServer::Options options;
    options.manner.longestLine = 1000;
    const Server server(workspace, options);
    Client client(server->port());
    QVERIFY(client.logIn());
    QVERIFY(client.ask("ECHO " + QByteArray(990, 'a')).startsWith("201 "));
    QVERIFY(client.ask("ECHO " + QByteArray(1001, 'a')).startsWith("500 the command line is too long"));
    QVERIFY(client.ask("ECHO " + QByteArray(300'000, 'a')).startsWith("500 the command line is too long"));
    QCOMPARE(client.ask("ECHO a"), "201 a\r\n");
}

void TestPracticeServer::longLinesBeforeLogIn()
{
    const Workspace workspace;
    const Server server(workspace);
    Client client(server->port());
    client.line();
    client.send(QByteArray(200'000, 'a'));
    QCOMPARE(client.rest(), "500 the command line is too long\r\n");
}

void TestPracticeServer::manySessions()
{
    const Workspace workspace;
    const Server server(workspace);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 40; ++i)
        clients.push_back(std::make_unique<Client>(server->port()));
    for (auto &client : clients)
        QVERIFY(client->logIn());
    for (auto &client : clients)
        client->send("LISTDOMAINS\r\n");
    for (auto &client : clients)
        QCOMPARE(client->line(), "201 (example.com,other.example)\r\n");
}

void TestPracticeServer::largeFiles()
{
    const Workspace workspace;
    const Server server(workspace);
    Client client(server->port());
    QVERIFY(client.logIn());
    QByteArray content(20 << 20, '\0');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = static_cast<char>(i * 7 + i / 251);
    const auto text = content.toBase64();
    QCOMPARE(client.ask("STOREDOMAINPBXFILE example.com FILE big.wav DATA [" + text + "]"), "200 OK\r\n");
    QVERIFY(client.ask("READDOMAINPBXFILE example.com FILE big.wav") == "201 [" + text + "]\r\n");
    QVERIFY(workspace.read("domains/example.com/environment/big.wav") == content);
}

void TestPracticeServer::encrypted_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("RSA") << QByteArray("rsa:2048");
    QTest::newRow("elliptic curve") << QByteArray("ec");
}

void TestPracticeServer::encrypted()
{
    QFETCH(QByteArray, kind);
    const Certificate certificate(kind.constData());
    const Workspace workspace;
    PracticeServer::Options options;
    options.certificate = certificate.file();
    options.key = certificate.key();
    const Server server(workspace, options);
    Client client(server->port(), true);
    QVERIFY(client.isConnected());
    QVERIFY(client.logIn());
    QCOMPARE(client.ask("LISTDOMAINS"), "201 (example.com,other.example)\r\n");
    QFile file(certificate.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(client.socket.peerCertificate(), QSslCertificate(file.readAll()));
}

void TestPracticeServer::clearTalkToEncryptedPort()
{
    const Certificate certificate;
    const Workspace workspace;
    PracticeServer::Options options;
    options.certificate = certificate.file();
    options.key = certificate.key();
    const Server server(workspace, options);
    Client client(server->port());
    client.send("USER admin\r\nPASS secret\r\nLISTDOMAINS\r\n");
    QVERIFY(!client.rest().contains("200 "));
    QCOMPARE(server->commandsRun(), 0);
}

void TestPracticeServer::refusesToListen()
{
    const Workspace workspace;
    const Server first(workspace);
    const auto listen = [&](PracticeServer::Options options) {
        PracticeServer server(workspace.store(), std::move(options));
        const auto listening = server.listen();
        return listening ? QString() : listening.error();
    };
    PracticeServer::Options options;
    options.port = first->port();
    QVERIFY(listen(options).contains(QString::number(first->port())));
    options = {};
    options.address = QStringLiteral("no address");
    QVERIFY(listen(options).contains(QLatin1String("no address")));
    options = {};
    options.certificate = options.key = workspace.path(QStringLiteral("none.pem"));
    QVERIFY(listen(options).contains(QLatin1String("none.pem")));
    options.certificate = options.key = workspace.path(QStringLiteral("workspace.settings"));
    QVERIFY(listen(options).contains(QLatin1String("PEM")));
    const Certificate certificate;
    options.certificate = certificate.file();
    options.key = certificate.file(); // no key in it
    QVERIFY(listen(options).contains(QLatin1String("private key")));
}

void TestPracticeServer::tellsWhatHappens()
{
    const Workspace workspace;
    const Server server(workspace);
    const QSignalSpy connected(server.get(), &PracticeServer::connected);
    const QSignalSpy commands(server.get(), &PracticeServer::commandRun);
    const QSignalSpy disconnected(server.get(), &PracticeServer::disconnected);
    {
        Client client(server->port());
        QVERIFY(client.logIn());
        client.ask("SETACCOUNTPASSWORD ivanov PASSWORD \"top secret\"");
        client.ask("NOSUCH");
    }
    QVERIFY(waitUntil([&] { return disconnected.size() == 1; }));
    QCOMPARE(connected.size(), 1);
    QCOMPARE(commands.size(), 5);
    QCOMPARE(commands[1][1].toString(), QStringLiteral("PASS …"));
    QCOMPARE(commands[1][2].toInt(), 200);
    QCOMPARE(commands[3][1].toString(), QStringLiteral("SETACCOUNTPASSWORD ivanov PASSWORD …"));
    QCOMPARE(commands[4][2].toInt(), 500);
    QCOMPARE(commands[4][0], disconnected[0][0]);
}

void TestPracticeServer::masksSecrets_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const auto *line : {"PASS hidden", "pass hidden", "APOP admin hidden", "AUTH WEBUSER admin hidden", "NEWPASS hidden",
                             "SETACCOUNTPASSWORD a PASSWORD hidden", "SETACCOUNTPASSWORD a PASSWORD \"very hidden\" CHECK",
                             "CREATEACCOUNT a {Password=hidden;RealName=x;}", "CREATEACCOUNT a {\"Password\"=\"so \\\"hidden\";}",
                             "SETACCOUNTRSIPS a {x={password=hidden;};}", "UPDATEACCOUNTSETTINGS a {PASSWORD = \"hidden\" ;}"})
        QTest::newRow(line) << QByteArray(line);
}

void TestPracticeServer::masksSecrets()
{
    QFETCH(QByteArray, line);
    const Workspace workspace;
    const Server server(workspace);
    const QSignalSpy commands(server.get(), &PracticeServer::commandRun);
    Client client(server->port());
    QVERIFY(client.logIn());
    client.ask(line);
    QCOMPARE(commands.size(), 4);
    const auto shown = commands[3][1].toString();
    QVERIFY2(!shown.contains(QLatin1String("hidden")) && shown.contains(QChar(0x2026)), qPrintable(shown));
}

void TestPracticeServer::goesAwayInTheMiddle()
{
    const Workspace workspace;
    auto server = std::make_unique<Server>(workspace);
    Client client((*server)->port());
    QVERIFY(client.logIn());
    client.send("ECHO (unfinished");
    client.socket.flush();
    QCoreApplication::processEvents();
    server.reset();
    QCOMPARE(client.rest(), "");
}

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practice_server.moc"
