// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/server/http_reader.h"
#include "environment/server/probe.h"
#include "tests/server/practice_thread.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QTest>

using namespace pbx;
using namespace pbx::server;
using Kind = Failure::Kind;
using practice::Fault;

namespace {

const Scope domain{"example.com"};

QString secret()
{
    return QString::fromLatin1(PracticeThread::password);
}

} // namespace

/// Remote and probe over real lines, of every kind.
class SessionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void environments_data();
    void environments();
    void steps();
    void nothingSecretIsTold();
    void manners_data();
    void manners();
    void pinned();
    void wrongPassword();
    void lostLines_data();
    void lostLines();
    void hangs();
    void cancels();
    void probes_data();
    void probes();
    void httpAnswers_data();
    void httpAnswers();
    void httpNoise();

private:
    QTemporaryDir m_folder;
    QString m_certificate, m_key;
};

void SessionsTest::initTestCase()
{
    m_certificate = m_folder.filePath(QStringLiteral("c"));
    m_key = m_folder.filePath(QStringLiteral("k"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout %1 -out %2")
                      .arg(m_key, m_certificate).split(QLatin1Char(' ')));
    QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
}

void SessionsTest::environments_data()
{
    QTest::addColumn<bool>("http");
    QTest::addColumn<bool>("encrypted");
    QTest::newRow("cgp") << false << false;
    QTest::newRow("cgps") << false << true;
    QTest::newRow("http") << true << false;
    QTest::newRow("https") << true << true;
}

void SessionsTest::environments()
{
    QFETCH(bool, http);
    QFETCH(bool, encrypted);
    PracticeThread::Options options;
    if (encrypted) {
        options.certificate = m_certificate;
        options.key = m_key;
    }
    PracticeThread server(options);
    auto settings = server.settings(http);
    settings.authorities = encrypted ? m_certificate : QString();
    auto line = connectTo(settings, secret());
    QVERIFY2(line, line ? "" : qPrintable(line.error().text()));
    QCOMPARE((*line)->version(), QStringLiteral("6.3.12"));
    QVERIFY((*line)->supports("storedomainpbxfile"));
    QVERIFY(!(*line)->supports("NOSUCHCOMMAND"));
    Remote remote(**line);
    QVERIFY(remote.createLanguage(domain, "russian"));
    std::string content;
    for (int i = 0; i < 300'000; ++i)
        content += static_cast<char>(i * 7 + i / 256);
    for (const auto *name : {"a.wav", "russian/b \"+&%=ы.wav"}) {
        QVERIFY(remote.store(domain, name, content));
        QVERIFY(remote.read(domain, name).value() == std::optional(content));
        QCOMPARE(remote.read(domain, std::string(name) + "x").value(), std::optional<std::string>());
    }
    QVERIFY(remote.store(domain, "empty", ""));
    QCOMPARE(remote.read(domain, "empty").value(), std::optional<std::string>(""));
    QCOMPARE(remote.files(domain).value().languages, (std::vector<std::string>{"russian"}));
    QCOMPARE(remote.files(Scope{"no.example"}).error().kind, Kind::NoDomain);
    QCOMPARE(remote.account("example.com", "nobody").error().kind, Kind::NoAccount);
    const auto account = remote.account("example.com", "pbx");
    QVERIFY(account && account->signalRules.isArray());
    QVERIFY(remote.updatePreferences("example.com", "pbx", data::readNotation(R"({Language="a+b & c";})").value().value));
    QCOMPARE(remote.account("example.com", "pbx").value().preferences.dictionary().get("Language").bytes(), std::string_view("a+b & c"));
}

void SessionsTest::steps()
{
    PracticeThread server;
    std::vector<std::pair<Step::Stage, Step::State>> ends;
    std::string log;
    Observer observer;
    observer.step = [&](const Step &step) {
        if (step.state != Step::State::Begun)
            ends.emplace_back(step.stage, step.state);
        log += step.detail.toStdString() + '\n';
    };
    observer.sent = [&](const std::string &sent) { log += sent + '\n'; };
    observer.received = [&](const std::string &received) { log += received + '\n'; };
    QVERIFY(connectTo(server.settings(), secret(), {}, observer));
    using enum Step::Stage;
    const std::vector<std::pair<Step::Stage, Step::State>> expected{
        {Resolve, Step::State::Done}, {Connect, Step::State::Done}, {Encrypt, Step::State::Skipped}, {Greeting, Step::State::Done},
        {LogIn, Step::State::Done}, {Inline, Step::State::Done}, {Commands, Step::State::Done}, {Version, Step::State::Done}};
    QVERIFY(ends == expected);
    QVERIFY(!log.contains(PracticeThread::password));
    QVERIFY(log.contains("APOP admin …"));
}

/// Neither what is sent nor what comes back puts a password into a log.
void SessionsTest::nothingSecretIsTold()
{
    PracticeThread server;
    for (const bool http : {false, true}) {
        std::string log;
        Observer observer;
        observer.sent = observer.received = [&](const std::string &text) { log += text + '\n'; };
        const auto line = connectTo(server.settings(http), secret(), {}, observer);
        QVERIFY(line);
        Remote remote(**line);
        const auto settings = data::readNotation(R"({RealName=Visible;RPOP={a={password=h1dden;};};})").value().value;
        QVERIFY(remote.createAccount("example.com", http ? "one" : "two", settings));
        const auto account = remote.account("example.com", http ? "one" : "two");
        QVERIFY(account);
        QVERIFY(!account->settings.dictionary().find("RPOP"));
        QVERIFY(!log.contains("h1dden"));
        QVERIFY(!log.contains(PracticeThread::password));
        QVERIFY(log.contains("CREATEACCOUNT"));
    }
}

void SessionsTest::manners_data()
{
    QTest::addColumn<bool>("stamp");
    QTest::addColumn<bool>("inlineMode");
    QTest::addColumn<int>("lines");
    for (const bool stamp : {false, true}) {
        for (const bool inlineMode : {false, true}) {
            for (int lines = 0; lines < 3; ++lines)
                QTest::addRow("stamp %d inline %d lines %d", stamp, inlineMode, lines) << stamp << inlineMode << lines;
        }
    }
}

void SessionsTest::manners()
{
    QFETCH(bool, stamp);
    QFETCH(bool, inlineMode);
    QFETCH(int, lines);
    PracticeThread::Options options;
    options.manner.stamp = stamp;
    options.manner.inlineMode = inlineMode;
    options.manner.lines = static_cast<practice::Manner::Lines>(lines);
    PracticeThread server(options);
    const auto line = connectTo(server.settings(), secret());
    QVERIFY2(line, line ? "" : qPrintable(line.error().text()));
    Remote remote(**line);
    QVERIFY(remote.store(domain, "a.wav", std::string(1000, 'x')));
    QVERIFY(remote.read(domain, "a.wav").value() == std::optional(std::string(1000, 'x')));
    QVERIFY(remote.files(domain));
    QVERIFY(remote.account("example.com", "pbx"));
    QCOMPARE(remote.mainDomain().value(), std::string("example.com"));
}

void SessionsTest::pinned()
{
    PracticeThread::Options options;
    options.certificate = m_certificate;
    options.key = m_key;
    PracticeThread server(options);
    for (const bool http : {false, true}) {
        auto settings = server.settings(http);
        const auto refused = connectTo(settings, secret());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Certificate);
        settings.pinned = refused.error().certificate;
        QCOMPARE(settings.pinned, QSslCertificate::fromPath(m_certificate).constFirst().digest(QCryptographicHash::Sha256));
        QVERIFY(connectTo(settings, secret()));
        settings.pinned = QByteArray(32, 'x');
        QCOMPARE(connectTo(settings, secret()).error().kind, Kind::Certificate);
        settings.authorities = m_certificate;
        QCOMPARE(connectTo(settings, secret()).error().kind, Kind::Certificate);
    }
}

void SessionsTest::wrongPassword()
{
    PracticeThread server;
    for (const bool http : {false, true}) {
        const auto before = server.commandsRun();
        const auto line = connectTo(server.settings(http), QStringLiteral("wrong"));
        QVERIFY(!line);
        QCOMPARE(line.error().kind, Kind::WrongPassword);
        QVERIFY(!line.error().remedy.isEmpty());
        QVERIFY(server.commandsRun() - before <= 1);
    }
}

void SessionsTest::lostLines_data()
{
    QTest::addColumn<bool>("http");
    QTest::newRow("line") << false;
    QTest::newRow("http") << true;
}

/// Reading goes on, changing is never repeated, and what is not known is said to be unknown.
void SessionsTest::lostLines()
{
    QFETCH(bool, http);
    PracticeThread server;
    const auto line = connectTo(server.settings(http), secret());
    QVERIFY(line);
    Remote remote(**line);
    QVERIFY(remote.store(domain, "a.wav", "old"));
    for (const auto kind : {Fault::Kind::DropBefore, Fault::Kind::DropAfter}) {
        server.setFaults({{kind, 1}});
        QCOMPARE(remote.read(domain, "a.wav").value(), std::optional<std::string>("old"));
        server.setFaults({{kind, 1}});
        const auto before = server.commandsRun();
        const auto stored = remote.store(domain, "a.wav", "new");
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, Kind::ConnectionLost);
        QVERIFY(stored.error().answerLost);
        QVERIFY(server.commandsRun() - before <= 1);
        server.setFaults({});
        QCOMPARE(remote.read(domain, "a.wav").value(), std::optional<std::string>(kind == Fault::Kind::DropAfter ? "new" : "old"));
        QVERIFY(remote.store(domain, "a.wav", "old"));
    }
    server.setFaults({{Fault::Kind::Refuse, 1}});
    QVERIFY(!remote.store(domain, "a.wav", "new").error().answerLost);
    server.setFaults({{Fault::Kind::Garbage, 1}});
    const auto noise = remote.store(domain, "a.wav", "new");
    QVERIFY(!noise);
    QVERIFY(noise.error().answerLost);
    server.setFaults({});
    QVERIFY(remote.read(domain, "a.wav").value());
}

void SessionsTest::hangs()
{
    PracticeThread server;
    for (const bool http : {false, true}) {
        server.setFaults({});
        auto settings = server.settings(http);
        settings.commandTime = std::chrono::milliseconds(300);
        const auto line = connectTo(settings, secret());
        QVERIFY(line);
        Remote remote(**line);
        server.setFaults({{Fault::Kind::Hang, 1}});
        const auto stored = remote.store(domain, "a.wav", "x");
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, Kind::TimedOut);
        QVERIFY(stored.error().answerLost);
        server.setFaults({});
        QVERIFY(remote.store(domain, "a.wav", "x"));
    }
}

void SessionsTest::cancels()
{
    PracticeThread server;
    std::stop_source stop;
    const auto line = connectTo(server.settings(), secret(), stop.get_token());
    QVERIFY(line);
    Remote remote(**line);
    server.setFaults({{Fault::Kind::Hang, 1}});
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QThread::msleep(100);
        stop.request_stop();
    }));
    thread->start();
    QCOMPARE(remote.read(domain, "a.wav").error().kind, Kind::Cancelled);
    thread->wait();
    QCOMPARE(connectTo(server.settings(), secret(), stop.get_token()).error().kind, Kind::Cancelled);
}

void SessionsTest::probes_data()
{
    lostLines_data();
}

void SessionsTest::probes()
{
    QFETCH(bool, http);
    PracticeThread::Options options;
    options.manner.longestLine = http ? 0 : 100'000;
    options.manner.tryCompile = practice::Manner::TryCompile::StoresAll;
    PracticeThread server(options);
    const auto line = connectTo(server.settings(http), secret());
    QVERIFY(line);
    Remote remote(**line);
    const auto before = remote.files(domain);
    const auto result = probe(remote, "example.com", ProbeDepth::WithScratchFiles);
    QVERIFY2(result, result ? "" : qPrintable(result.error().text()));
    QCOMPARE(result->dialect.tryCompile, TryCompile::Stores);
    QCOMPARE(result->dialect.longestLine >= 64u << 10 && result->dialect.longestLine <= 100'000, !http);
    const auto after = remote.files(domain);
    QVERIFY(before && after);
    QCOMPARE(after->files.size(), before->files.size());
    QCOMPARE(after->languages, before->languages);
    const auto form = probeWebAdmin(server.settings(http), secret(), "example.com");
    QCOMPARE(form.point, 7);
    QVERIFY2(form.answer.contains(QLatin1String("fileData")), qPrintable(form.answer));
}

void SessionsTest::httpAnswers_data()
{
    using State = HttpReader::State;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepAlive");
    const auto row = [](const char *name, const QByteArray &bytes, State state, const QByteArray &body = {}, bool keepAlive = false) {
        QTest::newRow(name) << bytes << static_cast<int>(state) << body << keepAlive;
    };
    row("length", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", State::Complete, "abc", true);
    row("closing", "HTTP/1.1 200 OK\r\nConnection: Close\r\ncontent-length:3\r\n\r\nabc", State::Complete, "abc");
    row("old", "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", State::Complete);
    row("until closed", "HTTP/1.1 200 OK\r\n\r\nabc", State::Complete, "abc");
    row("continue first", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", State::Complete, "x", true);
    row("no content", "HTTP/1.1 204 No Content\r\n\r\n", State::Complete, {}, true);
    row("chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n", State::Complete, "abc0123456789", true);
    row("chunks and fields", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: y\r\n\r\n", State::Complete, "a", true);
    row("more than asked for", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nabc", State::Complete, "a");
    row("cut body", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", State::Cut);
    row("cut chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc", State::Cut);
    row("cut head", "HTTP/1.1 200 OK\r\nContent-Le", State::Cut);
    row("nothing", "", State::Cut);
    row("no HTTP", "200 OK\r\n\r\n", State::Faulty);
    row("no status", "HTTP/1.1 abc\r\n\r\n", State::Faulty);
    row("bad length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", State::Faulty);
    row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", State::Faulty);
    row("huge length", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n", State::Faulty);
    row("huge chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\n", State::Faulty);
    row("bad chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", State::Faulty);
    row("unended chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc", State::Faulty);
    row("unknown coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", State::Faulty);
    row("no field", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", State::Faulty);
    row("endless head", "HTTP/1.1 200 OK\r\nX: " + QByteArray(70'000, 'x'), State::Faulty);
}

void SessionsTest::httpAnswers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, state);
    QFETCH(QByteArray, body);
    QFETCH(bool, keepAlive);
    for (const qsizetype piece : {qsizetype(1), qsizetype(7), std::max<qsizetype>(bytes.size(), 1)}) {
        if (piece == 1 && bytes.contains("more than"))
            continue;
        HttpReader reader;
        for (qsizetype at = 0; at < bytes.size() && reader.state() == HttpReader::State::Incomplete; at += piece)
            reader.add(bytes.mid(at, piece).toStdString());
        if (reader.state() == HttpReader::State::Incomplete)
            reader.end();
        QCOMPARE(static_cast<int>(reader.state()), state);
        if (reader.state() != HttpReader::State::Complete)
            continue;
        const auto answer = reader.take();
        QCOMPARE(QByteArray::fromStdString(answer.body), body);
        if (piece > 7)
            QCOMPARE(answer.keepAlive, keepAlive);
    }
}

void SessionsTest::httpNoise()
{
    QRandomGenerator random(11);
    const QByteArray whole = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 12\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    for (int round = 0; round < 20'000; ++round) {
        auto bytes = whole;
        for (int change = 0; change < 3; ++change)
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        HttpReader reader(1000);
        reader.add(bytes.left(random.bounded(bytes.size())).toStdString());
        reader.end();
        QVERIFY(reader.state() != HttpReader::State::Incomplete);
    }
}

QTEST_GUILESS_MAIN(SessionsTest)
#include "tst_sessions.moc"
