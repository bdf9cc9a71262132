// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/practice/process_server.h"

#include <QSslSocket>

#include <csignal>

using namespace practice_test;

/// `pbx serve` as a process.
class TestServe : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhereItListens();
    void endsOnSignals_data();
    void endsOnSignals();
    void makesPassword();
    void tellsCommands();
    void worksInTheWorkspaceOrBesideIt();
    void speaksHttp();
    void encrypts();
    void makesFaults();
    void hasManners();
    void keepsRights();
    void refusesUsage_data();
    void refusesUsage();
    void refusesFolders();
    void refusesTakenPort();
};

void TestServe::saysWhereItListens()
{
    const Folder folder;
    Serve serve({folder.path(), QStringLiteral("--user"), QStringLiteral("admin=secret"), QStringLiteral("--format"), QStringLiteral("json")});
    const auto first = serve.json();
    QCOMPARE(first[QLatin1String("event")].toString(), QStringLiteral("listening"));
    QCOMPARE(first[QLatin1String("host")].toString(), QStringLiteral("127.0.0.1"));
    QVERIFY(first[QLatin1String("port")].toInt() > 0);
    QVERIFY(first[QLatin1String("http_port")].isNull());
    QCOMPARE(first[QLatin1String("user")].toString(), QStringLiteral("admin"));
    QVERIFY(!first.contains(QLatin1String("password"))); // what was given on the command line is not told again
    QVERIFY(talk(first[QLatin1String("port")].toInt(), {"USER admin", "PASS secret"}).contains("200 login OK"));
}

void TestServe::endsOnSignals_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestServe::endsOnSignals()
{
    QFETCH(int, signal);
    const Folder folder;
    Serve serve({folder.path(), QStringLiteral("--format"), QStringLiteral("json")});
    const auto port = serve.json()[QLatin1String("port")].toInt();
    QTcpSocket open; // a session under way does not hold it up
    open.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
    QVERIFY(open.waitForReadyRead(10'000));
    QCOMPARE(::kill(static_cast<pid_t>(serve.process.processId()), signal), 0);
    QVERIFY(serve.process.waitForFinished(10'000));
    QCOMPARE(serve.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(serve.process.exitCode(), 0);
    QCOMPARE(serve.process.readAllStandardError(), "");
}

void TestServe::makesPassword()
{
    const Folder folder;
    QStringList passwords;
    for (int i = 0; i < 2; ++i) {
        Serve serve({folder.path(), QStringLiteral("--format"), QStringLiteral("json")});
        const auto first = serve.json();
        passwords << first[QLatin1String("password")].toString();
        QVERIFY(passwords.last().size() >= 12);
        QVERIFY(talk(first[QLatin1String("port")].toInt(),
                     {"USER " + first[QLatin1String("user")].toString().toUtf8(), "PASS " + passwords.last().toUtf8()})
                    .contains("200 login OK"));
    }
    QVERIFY(passwords[0] != passwords[1]);
    Serve text({folder.path()});
    const auto line = text.line();
    QVERIFY2(line.startsWith("listening at 127.0.0.1 port ") && line.contains("; user postmaster with the password "), line);
}

void TestServe::tellsCommands()
{
    const Folder folder;
    Serve serve({folder.path(), QStringLiteral("--user"), QStringLiteral("admin=secret"), QStringLiteral("--format"), QStringLiteral("json")});
    talk(serve.json()[QLatin1String("port")].toInt(), {"USER admin", "PASS secret", "ECHO {a=\"b\";}"});
    QCOMPARE(serve.json()[QLatin1String("event")].toString(), QStringLiteral("connected"));
    serve.json();
    const auto pass = serve.json();
    QCOMPARE(pass[QLatin1String("command")].toString(), QStringLiteral("PASS …"));
    QCOMPARE(pass[QLatin1String("code")].toInt(), 200);
    QCOMPARE(serve.json()[QLatin1String("command")].toString(), QStringLiteral("ECHO {a=\"b\";}"));
    QCOMPARE(serve.json()[QLatin1String("command")].toString(), QStringLiteral("QUIT"));
    QCOMPARE(serve.json()[QLatin1String("event")].toString(), QStringLiteral("disconnected"));
}

void TestServe::worksInTheWorkspaceOrBesideIt()
{
    const Folder folder;
    const auto file = folder.path() + QStringLiteral("/domains/example.com/environment/x.wav");
    const QList<QByteArray> lines{"USER admin", "PASS secret", "STOREDOMAINPBXFILE example.com FILE x.wav DATA [QQ==]"};
    for (const bool scratch : {true, false}) {
        QStringList words{folder.path(), QStringLiteral("--user"), QStringLiteral("admin=secret"), QStringLiteral("--format"),
                          QStringLiteral("json")};
        if (scratch)
            words << QStringLiteral("--scratch");
        Serve serve(words);
        QVERIFY(talk(serve.json()[QLatin1String("port")].toInt(), lines).contains("login OK, proceed\r\n200 OK\r\n"));
        QCOMPARE(QFile::exists(file), !scratch);
    }
}

void TestServe::speaksHttp()
{
    const Folder folder;
    Serve serve({folder.path(), QStringLiteral("--user"), QStringLiteral("admin=secret"), QStringLiteral("--http"),
                 QStringLiteral("127.0.0.1:0"), QStringLiteral("--format"), QStringLiteral("json")});
    const auto port = serve.json()[QLatin1String("http_port")].toInt();
    QVERIFY(port > 0);
    const auto answer = exchange(port, "GET /cli/?command=LISTDOMAINS HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Basic "
                                           + QByteArray("admin:secret").toBase64() + "\r\n\r\n");
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n") && answer.endsWith("\r\n\r\n(example.com)"), answer);
}

void TestServe::encrypts()
{
    const Folder folder;
    const auto certificate = folder.path() + QStringLiteral("/certificate.pem");
    const auto key = folder.path() + QStringLiteral("/key.pem");
    QCOMPARE(QProcess::execute(QStringLiteral("openssl"),
                               {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                                QStringLiteral("-nodes"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                                QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate}), 0);
    Serve serve({folder.path(), QStringLiteral("--user"), QStringLiteral("admin=secret"), QStringLiteral("--certificate"), certificate,
                 QStringLiteral("--key"), key, QStringLiteral("--http"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--format"),
                 QStringLiteral("json")});
    const auto first = serve.json();
    for (const auto *name : {"port", "http_port"}) {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), static_cast<quint16>(first[QLatin1String(name)].toInt()));
        QVERIFY(socket.waitForEncrypted(10'000));
        socket.write("nonsense\r\n\r\n");
        QVERIFY(socket.waitForReadyRead(10'000));
    }
}

void TestServe::makesFaults()
{
    const Folder folder;
    Serve serve({folder.path(), QStringLiteral("--user"), QStringLiteral("admin=secret"), QStringLiteral("--manner"),
                 QStringLiteral("stamp=no"), QStringLiteral("--fault"), QStringLiteral("drop-sent:30"), QStringLiteral("--fault"),
                 QStringLiteral("refuse:1"), QStringLiteral("--format"), QStringLiteral("json")});
    const auto port = serve.json()[QLatin1String("port")].toInt();
    QCOMPARE(talk(port, {}).size(), 30);
    QVERIFY(talk(port, {"USER admin"}).contains("\r\n501 refused on purpose\r\n"));
}

void TestServe::hasManners()
{
    const Folder folder;
    Serve serve({folder.path(), QStringLiteral("--user"), QStringLiteral("admin=secret"), QStringLiteral("--manner"),
                 QStringLiteral("inline=no"), QStringLiteral("--manner"), QStringLiteral("version=7.9"), QStringLiteral("--manner"),
                 QStringLiteral("lines=one"), QStringLiteral("--format"), QStringLiteral("json")});
    const auto said = talk(serve.json()[QLatin1String("port")].toInt(), {"USER admin", "PASS secret", "INLINE", "ECHO (a,b)"});
    QVERIFY(said.contains("PWD Server 7.9 ready"));
    QVERIFY(said.contains("\r\n500 unknown command\r\n200 data follow\r\n(a,b)\r\n"));
}

void TestServe::keepsRights()
{
    const Folder folder;
    Serve serve({folder.path(), QStringLiteral("--user"), QStringLiteral("chief@example.com=secret"), QStringLiteral("--rights"),
                 QStringLiteral("chief@example.com=Domain,WebUserSettings"), QStringLiteral("--format"), QStringLiteral("json")});
    const auto said = talk(serve.json()[QLatin1String("port")].toInt(),
                           {"USER chief@example.com", "PASS secret", "CREATEACCOUNT x", "LISTSERVERPBXFILES", "CREATEDOMAINPBX example.com FILE russian"});
    QCOMPARE(said.count("\r\n510 "), 2);
    QVERIFY(said.contains("\r\n200 OK\r\n"));
}

void TestServe::refusesUsage_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](std::initializer_list<const char *> words) {
        QStringList list;
        for (const auto *word : words)
            list << QString::fromUtf8(word);
        QTest::newRow(qPrintable(list.join(QLatin1Char(' ')))) << list;
    };
    row({"--listen", "8106"});
    row({"--listen", "127.0.0.1:x"});
    row({"--listen", "127.0.0.1:70000"});
    row({"--listen", "nowhere.invalid:0"});
    row({"--http", "x"});
    row({"--user", "admin"});
    row({"--user", "admin="});
    row({"--user", "=x"});
    row({"--rights", "admin=Domain"});
    row({"--manner", "stamp"});
    row({"--manner", "stamp=maybe"});
    row({"--manner", "mood=good"});
    row({"--manner", "quota=-1"});
    row({"--fault", "explode:1"});
    row({"--fault", "refuse:0"});
    row({"--certificate", "x.pem"});
    row({"--certificate", "none.pem", "--key", "none.pem"});
    row({"--format", "xml"});
    row({"another"});
}

void TestServe::refusesUsage()
{
    QFETCH(QStringList, words);
    const Folder folder;
    QProcess process;
    process.start(QStringLiteral(PBX_PROGRAM), QStringList{QStringLiteral("serve"), folder.path()} + words);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardOutput(), "");
    QVERIFY(process.readAllStandardError().startsWith("pbx: "));
}

void TestServe::refusesFolders()
{
    for (const auto *folder : {"/no/such/folder", "/dev/null"}) {
        QProcess process;
        process.start(QStringLiteral(PBX_PROGRAM), {QStringLiteral("serve"), QString::fromUtf8(folder)});
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains(folder));
    }
}

void TestServe::refusesTakenPort()
{
    const Folder folder;
    Serve first({folder.path(), QStringLiteral("--format"), QStringLiteral("json")});
    const auto port = QString::number(first.json()[QLatin1String("port")].toInt());
    Serve second({folder.path(), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:") + port});
    QVERIFY(second.process.waitForFinished(10'000));
    QCOMPARE(second.process.exitCode(), 2);
    QVERIFY(second.process.readAllStandardError().contains(port.toUtf8()));
}

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
