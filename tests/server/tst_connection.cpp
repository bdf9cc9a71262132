// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/http_digest.h"
#include "environment/server/remote.h"
#include "tests/server/practice_thread.h"

#include <QCryptographicHash>
#include <QHostInfo>
#include <QNetworkInterface>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pbx;
using namespace pbx::server;
using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

namespace {

/// Says what it was told: the greeting, then an answer for each line. In a thread of its own.
class Scripted {
public:
    explicit Scripted(std::vector<QByteArray> answers, const QHostAddress &address = QHostAddress::LocalHost)
    {
        m_thread.reset(QThread::create([this, answers = std::move(answers), address] {
            QTcpServer server;
            server.listen(address);
            m_port = server.serverPort();
            QEventLoop loop;
            m_loop = &loop;
            QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
                auto *socket = server.nextPendingConnection();
                auto place = std::make_shared<std::size_t>(0);
                const auto say = [this, socket, place, answers] {
                    if (*place >= answers.size())
                        return;
                    auto answer = answers[(*place)++];
                    const bool close = answer.endsWith("CLOSE");
                    if (close)
                        answer.chop(5);
                    socket->write(answer);
                    if (close)
                        socket->disconnectFromHost();
                };
                say();
                QObject::connect(socket, &QTcpSocket::readyRead, &server, [this, socket, say] {
                    while (socket->canReadLine()) {
                        received += socket->readLine();
                        say();
                    }
                });
            });
            m_ready.release();
            loop.exec();
        }));
        m_thread->start();
        m_ready.acquire();
    }
    ~Scripted() { stop(); }
    void stop()
    {
        if (m_thread->isRunning())
            QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
        m_thread->wait();
    }
    ServerSettings settings() const
    {
        ServerSettings made;
        made.host = u"127.0.0.1"_s;
        made.user = u"admin"_s;
        made.port = m_port;
        made.connectTime = made.commandTime = std::chrono::milliseconds(600);
        return made;
    }
    QByteArray received; ///< to be looked at after stop()

private:
    std::unique_ptr<QThread> m_thread;
    std::binary_semaphore m_ready{0};
    QEventLoop *m_loop = nullptr;
    std::uint16_t m_port = 0;
};

const QByteArray greeting = "200 mail.example.com CommuniGate Pro PWD Server 6.3.12 ready <42.17@mail.example.com>\r\n";
const QByteArray basicWanted = "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
const QByteArray digestWanted = "HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"n1\", qop=\"auth,auth-int\"\r\nContent-Length: 0\r\n\r\n";

QByteArray httpAnswer(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Requests have six lines, a first one without a log-in five; what is answered comes behind the last.
std::vector<QByteArray> overHttp(const std::vector<QByteArray> &answers, int first = 6)
{
    std::vector<QByteArray> lines{""};
    for (const auto &answer : answers) {
        lines.resize(lines.size() + static_cast<std::size_t>((lines.size() == 1 ? first : 6) - 1));
        lines.push_back(answer);
    }
    return lines;
}

const QByteArray unstamped = "200 CommuniGate Pro at mail.example.com PWD Server 5.3 ready\r\n";

} // namespace

/// Getting connected, and every way in which that goes wrong.
class ConnectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void logsInByDigest();
    void fallsBack_data();
    void fallsBack();
    void clearPassword();
    void challenge_data();
    void challenge();
    void wrongPasswordOverTls();
    void wrongPasswordLater();
    void slowToConnect();
    void cancelledWhileConnecting();
    void greetings_data();
    void greetings();
    void oldServers();
    void nobodyThere();
    void brokenLater_data();
    void brokenLater();
    void droppedWhileIdle();
    void unaskedAnswers();
    void certificates_data();
    void certificates();
    void clearPortForTls();
    void digests();
    void digestOverHttp();
    void httpWithoutCommands_data();
    void httpWithoutCommands();
    void sideBySide();
};

void ConnectionTest::logsInByDigest()
{
    Scripted server({greeting, "200 login OK\r\n", "200 OK\r\n", "201 (NOOP,Echo)\r\n", "201 \"6.3.12\"\r\n", "200 bye\r\n"});
    {
        const auto line = connectTo(server.settings(), u"geheim"_s);
        QVERIFY2(line, line ? "" : qPrintable(line.error().text()));
        QVERIFY((*line)->supports("ECHO"));
        QVERIFY(!(*line)->supports("LISTDOMAINS"));
        QCOMPARE((*line)->version(), u"6.3.12"_s);
    }
    QTest::qWait(50);
    server.stop();
    const auto digest = QCryptographicHash::hash("<42.17@mail.example.com>geheim", QCryptographicHash::Md5).toHex();
    QCOMPARE(server.received, "APOP admin " + digest + "\r\nINLINE\r\nLISTCLICOMMANDS\r\nGETVERSION\r\nQUIT\r\n");
}

void ConnectionTest::fallsBack_data()
{
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("password");
    QTest::newRow("unknown word") << QByteArray("500 unknown command\r\n") << false << true;
    QTest::newRow("not available") << QByteArray("501 APOP is not available\r\n") << false << true;
    QTest::newRow("wrong password") << QByteArray("515 incorrect password\r\n") << false << false;
    QTest::newRow("wrong password, clear ones allowed") << QByteArray("515 incorrect password\r\n") << true << true;
}

void ConnectionTest::fallsBack()
{
    QFETCH(QByteArray, refusal);
    QFETCH(bool, allowed);
    QFETCH(bool, password);
    Scripted server({greeting, refusal, "300 please send the PASS\r\n", "515 incorrect password\r\n"});
    auto settings = server.settings();
    settings.clearPasswordAllowed = allowed;
    const auto line = connectTo(settings, u"ge heim"_s);
    QVERIFY(!line);
    QCOMPARE(line.error().kind, Kind::WrongPassword);
    QCOMPARE(line.error().code, 515);
    QVERIFY(!line.error().text().contains(u"ge heim"_s));
    server.stop();
    QCOMPARE(server.received.contains("USER admin\r\nPASS ge heim\r\n"), password);
    QCOMPARE(server.received.count('\n'), password ? 3 : 1);
}

/// To another machine nothing readable goes without consent.
void ConnectionTest::clearPassword()
{
    // 127.0.0.1 under a name that is no loopback's: the greeting has no stamp, so a password would have to be sent.
    const auto name = QHostInfo::localHostName();
    const auto addresses = QHostInfo::fromName(name).addresses();
    if (!std::ranges::any_of(addresses, [](const QHostAddress &address) { return address.isLoopback(); }))
        QSKIP("this machine's name does not lead to itself");
    Scripted server({unstamped, "500 unknown command\r\n"});
    auto settings = server.settings();
    settings.host = name;
    const auto line = connectTo(settings, u"geheim"_s);
    QVERIFY(!line);
    if (line.error().kind == Kind::NoConnection)
        QSKIP("this machine's name leads to another of its addresses");
    QCOMPARE(line.error().kind, Kind::ClearPassword);
    QVERIFY(line.error().remedy.contains(u"cgps"_s));
    server.stop();
    QCOMPARE(server.received, QByteArray("AUTH CRAM-MD5\r\n")); // asked for a digest, in vain
    // Over HTTP it is asked first what the server offers.
    for (const bool digest : {false, true}) {
        Scripted web(overHttp({digest ? digestWanted : basicWanted, "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n"}, 5));
        settings.port = web.settings().port;
        settings.transport = Transport::Http;
        QCOMPARE(connectTo(settings, u"geheim"_s).error().kind, digest ? Kind::WrongPassword : Kind::ClearPassword);
        web.stop();
        QVERIFY(!web.received.contains("Basic"));
        QCOMPARE(web.received.contains("Authorization: Digest username=\"admin\""), digest);
    }
}

void ConnectionTest::challenge_data()
{
    QTest::addColumn<std::vector<QByteArray>>("answers");
    QTest::addColumn<int>("kind"); // -1: logged in
    const QByteArray question = "300 " + QByteArray("<1896.697170952@postoffice.reston.mci.net>").toBase64() + "\r\n";
    const auto row = [&](const char *name, std::vector<QByteArray> answers, int kind) {
        answers.insert(answers.begin(), unstamped);
        QTest::newRow(name) << answers << kind;
    };
    row("known", {question, "200 in\r\n", "200 OK\r\n", "201 (NOOP)\r\n", "201 \"1\"\r\n"}, -1);
    row("wrong password", {question, "515 incorrect password\r\n"}, static_cast<int>(Kind::WrongPassword));
    row("unknown", {"500 unknown command\r\n"}, static_cast<int>(Kind::ClearPassword));
    row("no question", {"300 *?*\r\n"}, static_cast<int>(Kind::ClearPassword));
}

/// An open line to elsewhere without a stamp: nothing readable, whatever the server says. The digest is that of RFC 2195.
void ConnectionTest::challenge()
{
    QFETCH(std::vector<QByteArray>, answers);
    QFETCH(int, kind);
    QHostAddress elsewhere;
    for (const auto &address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol)
            elsewhere = address;
    }
    if (elsewhere.isNull())
        QSKIP("this machine has no address but its own");
    Scripted server(answers, QHostAddress::AnyIPv4);
    auto settings = server.settings();
    settings.host = elsewhere.toString();
    settings.user = u"tim"_s;
    {
        const auto line = connectTo(settings, u"tanstaaftanstaaf"_s);
        QCOMPARE(line ? -1 : static_cast<int>(line.error().kind), kind);
    }
    server.stop();
    QVERIFY(server.received.startsWith("AUTH CRAM-MD5\r\n"));
    QVERIFY(!server.received.contains("tanstaaf"));
    const bool answered = answers[1].startsWith("300 P");
    QCOMPARE(server.received.contains("\r\ndGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw\r\n"), answered);
}

void ConnectionTest::wrongPasswordOverTls()
{
    QTemporaryDir folder;
    PracticeThread::Options served;
    served.certificate = folder.filePath(u"c"_s);
    served.key = folder.filePath(u"k"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s, u"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout %1 -out %2"_s
                                    .arg(served.key, served.certificate).split(u' '));
    QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
    PracticeThread server(served);
    auto settings = server.settings();
    settings.authorities = served.certificate;
    std::vector<std::string> sent;
    Observer observer;
    observer.sent = [&](const std::string &line) { sent.push_back(line); };
    const auto line = connectTo(settings, u"wrong"_s, {}, observer);
    QVERIFY(!line);
    QCOMPARE(line.error().kind, Kind::WrongPassword);
    QCOMPARE(sent, (std::vector<std::string>{"USER " + settings.user.toStdString(), "PASS …"}));
}

/// A password changed on the server meanwhile is not tried with every further command.
void ConnectionTest::wrongPasswordLater()
{
    PracticeThread server;
    const auto password = QString::fromLatin1(PracticeThread::password);
    int tries = 0;
    Observer observer;
    observer.sent = [&](const std::string &line) { tries += line.starts_with("APOP") ? 1 : 0; };
    const auto line = connectTo(server.settings(), password, {}, observer);
    QVERIFY(line);
    QVERIFY((*line)->run(Command("NEWPASS", Command::Effect::Changes).secret("another")));
    server.setFaults({{practice::Fault::Kind::DropBefore, 1}});
    for (int i = 0; i < 3; ++i) {
        const auto reply = (*line)->run(Command("NOOP", Command::Effect::Reads));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Kind::WrongPassword);
    }
    QCOMPARE(tries, 2); // the first log-in and one more
}

/// A queue that is full answers nobody; the line comes up when there is room again, after the next attempt of the system.
void ConnectionTest::slowToConnect()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof place;
    QCOMPARE(::bind(listener, reinterpret_cast<sockaddr *>(&place), size), 0);
    QCOMPARE(::listen(listener, 0), 0);
    QCOMPARE(::getsockname(listener, reinterpret_cast<sockaddr *>(&place), &size), 0);
    std::vector<std::unique_ptr<QTcpSocket>> waiting;
    for (int i = 0; i < 3; ++i) {
        waiting.push_back(std::make_unique<QTcpSocket>());
        waiting.back()->connectToHost(QHostAddress::LocalHost, ntohs(place.sin_port));
        waiting.back()->waitForConnected(100);
    }
    const std::unique_ptr<QThread> server(QThread::create([listener] {
        QThread::msleep(400);
        const QByteArray full = "500 too many connections\r\n";
        for (int i = 0; i < 4; ++i) {
            pollfd ready{listener, POLLIN, 0};
            if (::poll(&ready, 1, 4000) != 1)
                return;
            const int line = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
            [[maybe_unused]] const auto written = ::write(line, full.constData(), static_cast<std::size_t>(full.size()));
            ::shutdown(line, SHUT_WR);
        }
    }));
    server->start();
    ServerSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = ntohs(place.sin_port);
    settings.user = u"admin"_s;
    const auto line = connectTo(settings, u"x"_s);
    QVERIFY(!line);
    QVERIFY2(line.error().kind == Kind::Refused, qPrintable(line.error().text()));
    server->wait();
    ::close(listener);
}

void ConnectionTest::cancelledWhileConnecting()
{
    Scripted server({QByteArray()});
    auto settings = server.settings();
    settings.connectTime = std::chrono::minutes(1);
    std::stop_source stop;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QThread::msleep(100);
        stop.request_stop();
    }));
    thread->start();
    QCOMPARE(connectTo(settings, u"x"_s, stop.get_token()).error().kind, Kind::Cancelled);
    thread->wait();
}

void ConnectionTest::greetings_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &said, Kind kind) { QTest::newRow(name) << said << static_cast<int>(kind); };
    row("too many", "500 too many connections\r\n", Kind::Refused);
    row("blacklisted", "421 your address is blacklisted\r\n", Kind::Refused);
    row("mail server", "220 mail.example.com ESMTP\r\n", Kind::NotAServer);
    row("POP3", "+OK ready\r\n", Kind::NotAServer);
    row("SSH", "SSH-2.0-OpenSSH_9.9\r\n", Kind::NotAServer);
    row("a page", "HTTP/1.1 400 Bad Request\r\n\r\n", Kind::NotAServer);
    row("TLS alert", QByteArray("\x15\x03\x01\x00\x02\x02\x16\n", 8), Kind::NotAServer);
    row("closed", "CLOSE", Kind::ConnectionLost);
    row("silent", QByteArray(), Kind::TimedOut);
    row("begun", "200 mail.exa", Kind::TimedOut);
}

void ConnectionTest::greetings()
{
    QFETCH(QByteArray, said);
    QFETCH(int, kind);
    Scripted server({said});
    std::vector<Step> steps;
    Observer observer;
    observer.step = [&](const Step &step) { steps.push_back(step); };
    const auto line = connectTo(server.settings(), u"geheim"_s, {}, observer);
    QVERIFY(!line);
    QCOMPARE(static_cast<int>(line.error().kind), kind);
    QVERIFY(line.error().message.endsWith(u'.'));
    QVERIFY(!line.error().remedy.isEmpty());
    QVERIFY(std::ranges::all_of(line.error().text(), [](QChar c) { return c.isPrint(); }));
    QCOMPARE(steps.back().stage, Step::Stage::Greeting);
    QCOMPARE(steps.back().state, Step::State::Failed);
    server.stop();
    QCOMPARE(server.received, QByteArray());
}

/// Neither stamp nor INLINE nor lists of commands.
void ConnectionTest::oldServers()
{
    Scripted server({unstamped, "300 PASS\r\n", "200 in\r\n", "500 unknown command\r\n", "500 unknown command\r\n", "500 unknown command\r\n",
                     "200 data follow\r\n(example.com,\n other.example)\r\n"});
    const auto line = connectTo(server.settings(), u"geheim"_s);
    QVERIFY2(line, line ? "" : qPrintable(line.error().text()));
    QCOMPARE((*line)->version(), u"5.3"_s);
    QVERIFY((*line)->supports("ANYTHING"));
    Remote remote(**line);
    QCOMPARE(remote.domains().value(), (std::vector<std::string>{"example.com", "other.example"}));
}

void ConnectionTest::nobodyThere()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    ServerSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.user = u"admin"_s;
    settings.port = closed.serverPort();
    closed.close();
    for (const auto transport : {Transport::Clear, Transport::Tls, Transport::Http}) {
        settings.transport = transport;
        const auto line = connectTo(settings, u"x"_s);
        QVERIFY(!line);
        QCOMPARE(line.error().kind, Kind::NoConnection);
        QVERIFY(line.error().remedy.contains(transport == Transport::Http ? u"8100"_s : u"8106"_s));
    }
    settings.host = u"no-such-host.invalid"_s;
    QCOMPARE(connectTo(settings, u"x"_s).error().kind == Kind::NoConnection || !settings.isEncrypted(), true);
    settings.transport = Transport::Clear;
    const auto unknown = connectTo(settings, u"x"_s);
    QVERIFY(!unknown);
    QVERIFY(unknown.error().kind == Kind::NoConnection || unknown.error().kind == Kind::TimedOut);
    settings.host.clear();
    QCOMPARE(connectTo(settings, u"x"_s).error().kind, Kind::BadRequest);
}

void ConnectionTest::brokenLater_data()
{
    QTest::addColumn<std::vector<QByteArray>>("answers");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, std::vector<QByteArray> answers, Kind kind) { QTest::newRow(name) << answers << static_cast<int>(kind); };
    row("closed at the log-in", {greeting, "CLOSE"}, Kind::ConnectionLost);
    row("silent at the log-in", {greeting}, Kind::TimedOut);
    row("noise at the log-in", {greeting, "\x01\x02\n"}, Kind::NotAServer);
    row("closed at INLINE", {greeting, "200 in\r\n", "CLOSE"}, Kind::ConnectionLost);
    row("noise at INLINE", {greeting, "200 in\r\n", "hello\r\n"}, Kind::NotAServer);
}

void ConnectionTest::brokenLater()
{
    QFETCH(std::vector<QByteArray>, answers);
    QFETCH(int, kind);
    Scripted server(answers);
    const auto line = connectTo(server.settings(), u"geheim"_s);
    QVERIFY(!line);
    QCOMPARE(static_cast<int>(line.error().kind), kind);
}

/// A session the server has ended meanwhile is begun anew, for a change too: nothing of it went out.
void ConnectionTest::droppedWhileIdle()
{
    for (const auto effect : {Command::Effect::Reads, Command::Effect::Changes}) {
        Scripted server({greeting, "200 in\r\n", "200 OK\r\n", "201 (NOOP)\r\n", "201 \"1\"\r\nCLOSE"});
        const auto line = connectTo(server.settings(), u"geheim"_s);
        QVERIFY(line);
        QTest::qWait(50);
        const auto done = (*line)->run(Command("STORE", effect));
        // The script begins anew with the session; what follows its log-in is the answer.
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
        QVERIFY(done->value.isArray());
    }
}

/// Two answers to one command would make each later one the answer to the command before it.
void ConnectionTest::unaskedAnswers()
{
    Scripted server({greeting, "200 in\r\n", "200 OK\r\n", "201 (NOOP)\r\n", "201 \"1\"\r\n200 once more\r\n", "201 example.com\r\n"});
    const auto line = connectTo(server.settings(), u"geheim"_s);
    QVERIFY(line);
    QTest::qWait(50);
    const auto stored = (*line)->run(Command("SETX", Command::Effect::Changes));
    QVERIFY(!stored);
    QCOMPARE(stored.error().kind, Kind::NotAServer);
    QVERIFY(!stored.error().answerLost);
    server.stop();
    QVERIFY(!server.received.contains("SETX"));
}

void ConnectionTest::certificates_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("authority");
    QTest::addColumn<QString>("says");
    QTest::newRow("self-signed") << u"-days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"_s << false << u"itself"_s;
    QTest::newRow("foreign name") << u"-days 2 -subj /CN=other.example -addext subjectAltName=DNS:other.example"_s << true << u"other.example"_s;
    QTest::newRow("expired") << u"-not_before 20200101000000Z -not_after 20210101000000Z -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"_s << true << u"expired"_s;
    QTest::newRow("not yet") << u"-not_before 20900101000000Z -not_after 20910101000000Z -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"_s << true << u"valid from"_s;
}

void ConnectionTest::certificates()
{
    QFETCH(QString, options);
    QFETCH(bool, authority);
    QFETCH(QString, says);
    QTemporaryDir folder;
    const auto key = folder.filePath(u"k"_s), certificate = folder.filePath(u"c"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s, (u"req -x509 -newkey rsa:2048 -nodes -keyout %1 -out %2 "_s.arg(key, certificate) + options).split(u' '));
    QVERIFY(openssl.waitForFinished());
    QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
    PracticeThread::Options served;
    served.certificate = certificate;
    served.key = key;
    PracticeThread server(served);
    auto settings = server.settings();
    settings.authorities = authority ? certificate : QString();
    const auto line = connectTo(settings, QString::fromLatin1(PracticeThread::password));
    QVERIFY(!line);
    QCOMPARE(line.error().kind, Kind::Certificate);
    QVERIFY2(line.error().message.contains(says), qPrintable(line.error().message));
    QCOMPARE(line.error().certificate.size(), 32);
    QCOMPARE(line.error().certificateOf.count(u'\n'), 2);
    settings.authorities = folder.filePath(u"none"_s);
    QCOMPARE(connectTo(settings, u"x"_s).error().kind, Kind::Local);
}

void ConnectionTest::clearPortForTls()
{
    PracticeThread server;
    auto settings = server.settings();
    settings.transport = Transport::Tls;
    const auto line = connectTo(settings, u"x"_s);
    QVERIFY(!line);
    QCOMPARE(line.error().kind, Kind::NoConnection);
    QVERIFY(line.error().remedy.contains(u"cgp://"_s));
}

/// The examples of the standards.
void ConnectionTest::digests()
{
    const auto response = [](std::string_view challenge, std::string_view password, std::string nonce) {
        const auto read = readDigest(challenge);
        const auto answer = read ? digestAnswer(*read, {"GET", "/dir/index.html", "Mufasa", password, std::move(nonce), 1}) : std::nullopt;
        return answer.value_or("refused");
    };
    QVERIFY(response(R"(Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41")",
                     "Circle Of Life", "0a4f113b").contains("response=\"6629fae49393a05397450978507c4ef1\""));
    const std::string same = R"(realm="http-auth@example.org", qop="auth, auth-int", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS")";
    const std::string nonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
    QVERIFY(response("Digest algorithm=SHA-256, " + same, "Circle of Life", nonce)
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\""));
    QVERIFY(response("digest " + same + ", Algorithm=MD5", "Circle of Life", nonce).contains("response=\"8ca523f5e9506fed4657c9700eebdbec\""));
    QVERIFY(readDigest(R"(Digest nonce="a", stale=TRUE)")->stale);
    for (const auto *other : {"Basic realm=\"x\"", "Digest", "Digest realm=\"x\"", "Digest nonce=\"a", "Digest nonce=\"a\", algorithm=SHA-1",
                              "Digest nonce=\"a\", qop=\"auth-int\"", "Negotiate", ""})
        QVERIFY2(!readDigest(other), other);
    QCOMPARE(response("Digest nonce=\"a\\\"b\"", "x", "c"), std::string("refused"));
}

void ConnectionTest::digestOverHttp()
{
    const QByteArray stale = "HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"n2\", stale=true, qop=auth\r\nContent-Length: 0\r\n\r\n";
    Scripted server(overHttp({digestWanted, httpAnswer("OK"), httpAnswer("(NOOP)"), stale, httpAnswer("\"6.3\""), httpAnswer("(a.example)")}));
    auto settings = server.settings();
    settings.transport = Transport::Http;
    const auto line = connectTo(settings, u"geheim"_s);
    QVERIFY2(line, line ? "" : qPrintable(line.error().text()));
    QCOMPARE((*line)->version(), u"6.3"_s);
    Remote remote(**line);
    QCOMPARE(remote.domains().value(), (std::vector<std::string>{"a.example"}));
    server.stop();
    QCOMPARE(server.received.count("Authorization: Basic"), 1);
    QCOMPARE(server.received.count("nonce=\"n1\""), 3);
    QCOMPARE(server.received.count("nonce=\"n2\""), 2);
    QVERIFY(server.received.contains("nonce=\"n2\", uri=\"/cli/\""));
    QVERIFY(server.received.contains("nc=00000003"));
}

void ConnectionTest::httpWithoutCommands_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &head, const QByteArray &body, Kind kind) {
        QTest::newRow(name) << "HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body << static_cast<int>(kind);
    };
    row("switched off", "404 Not Found", "<html>no</html>", Kind::Refused);
    row("elsewhere", "302 Found\r\nLocation: http://other/", "", Kind::Refused);
    row("wrong password", "401 Unauthorized", "", Kind::WrongPassword);
    row("no right", "403 Forbidden", "ERROR: no", Kind::NoRight);
    row("broken", "500 Oops", "", Kind::Refused);
}

void ConnectionTest::httpWithoutCommands()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, kind);
    // A blank line ends the head of a request; the body behind it has no end of line and goes unread.
    Scripted server({"", "", "", "", "", "", answer});
    auto settings = server.settings();
    settings.transport = Transport::Http;
    const auto line = connectTo(settings, u"x"_s);
    QVERIFY(!line);
    QCOMPARE(static_cast<int>(line.error().kind), kind);
    QVERIFY(!line.error().remedy.isEmpty());
}

/// Several lines at once in threads of their own.
void ConnectionTest::sideBySide()
{
    PracticeThread server;
    const auto settings = server.settings();
    std::atomic<int> good = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int number = 0; number < 8; ++number) {
        threads.emplace_back(QThread::create([&, number] {
            const auto line = connectTo(settings, QString::fromLatin1(PracticeThread::password));
            if (!line)
                return;
            Remote remote(**line);
            const auto name = "f" + std::to_string(number) + ".wav";
            for (int round = 0; round < 20; ++round) {
                const auto content = name + std::to_string(round);
                if (!remote.store(Scope{"example.com"}, name, content) || remote.read(Scope{"example.com"}, name).value() != content)
                    return;
            }
            ++good;
        }));
    }
    for (const auto &thread : threads)
        thread->start();
    for (const auto &thread : threads)
        QVERIFY(thread->wait(30'000));
    QCOMPARE(good.load(), 8);
}

QTEST_GUILESS_MAIN(ConnectionTest)
#include "tst_connection.moc"
