// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/line.h"

#include "environment/server/failures.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslCipher>
#include <QSslError>
#include <QTimer>

#include <algorithm>

namespace pbx::server {

namespace {

using namespace std::chrono_literals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr int slice = 50;                  ///< ms between looks at `stop`
constexpr std::size_t bytesASecond = 50'000; ///< time that is given for sending and receiving (server-interfaces, 8.1)

/// The system's authorities and those of the settings' file.
std::expected<QSslConfiguration, Failure> encryption(const ServerSettings &settings)
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!settings.authorities.isEmpty()) {
        const auto more = QSslCertificate::fromPath(settings.authorities, QSsl::Pem);
        if (more.isEmpty())
            return std::unexpected(noAuthorities(settings));
        configuration.addCaCertificates(more);
    }
    return configuration;
}

} // namespace

Line::Line(const ServerSettings &settings, std::stop_token stop, const Observer &observer)
    : m_settings(settings), m_stop(std::move(stop)), m_observer(observer)
{
}

void Line::tell(Step::Stage stage, Step::State state, const QString &detail) const
{
    if (m_observer.step)
        m_observer.step({stage, state, detail});
}

bool Line::isOpen() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

void Line::close()
{
    if (m_socket)
        m_socket->abort();
    m_socket.reset();
    m_reader = ReplyReader();
}

Failure Line::fail(Failure failure)
{
    close();
    return failure;
}

Failure Line::lost()
{
    const bool byServer = !m_socket || m_socket->error() == QAbstractSocket::RemoteHostClosedError;
    return fail(connectionLost(m_settings, byServer ? Text::tr("the server closed it") : m_socket->errorString()));
}

Line::Result<> Line::wait(const QDeadlineTimer &deadline, std::chrono::milliseconds whole, const std::function<bool(int)> &step,
                          const std::function<bool()> &done)
{
    while (!done()) {
        if (m_stop.stop_requested())
            return std::unexpected(fail(cancelled()));
        if (deadline.hasExpired())
            return std::unexpected(fail(timedOut(m_settings, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(whole).count()))));
        const auto left = deadline.isForever() ? slice : static_cast<int>(std::clamp<qint64>(deadline.remainingTime(), 1, slice));
        if (!step(left) && m_socket->state() == QAbstractSocket::UnconnectedState && !done())
            return std::unexpected(lost());
    }
    return {};
}

/// Qt's own waiting can't be cut into slices here: while a host is looked up it hears nobody, and a slice that ends before
/// the other side has answered gives the address up.
Line::Result<> Line::waitForLine(const QDeadlineTimer &deadline, const std::function<bool()> &done)
{
    QEventLoop loop;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(m_socket.get(), &QAbstractSocket::stateChanged, &loop, &QEventLoop::quit);
    timer.start(slice);
    while (!done()) {
        if (m_stop.stop_requested())
            return std::unexpected(cancelled());
        if (deadline.hasExpired())
            return std::unexpected(timedOut(m_settings, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(m_settings.connectTime).count())));
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
    return {};
}

Line::Result<> Line::open()
{
    close();
    // A thread that Qt did not start has nothing that could watch a socket before the first event loop was made in it.
    const QEventLoop watching;
    m_socket = std::make_unique<QSslSocket>();
    if (auto connected = connectSocket(); !connected)
        return connected;
    if (!m_settings.isEncrypted()) {
        tell(Step::Stage::Encrypt, Step::State::Skipped);
        return {};
    }
    return encrypt();
}

Line::Result<> Line::connectSocket()
{
    using Stage = Step::Stage;
    using State = Step::State;
    const QDeadlineTimer deadline(m_settings.connectTime);
    tell(Stage::Resolve, State::Begun, m_settings.host);
    m_socket->connectToHost(m_settings.host, m_settings.effectivePort());
    bool resolved = false;
    const auto connected = waitForLine(deadline, [&] {
        const auto state = m_socket->state();
        if (!resolved && (state == QAbstractSocket::ConnectingState || state == QAbstractSocket::ConnectedState)) {
            resolved = true;
            tell(Stage::Resolve, State::Done, m_socket->peerAddress().toString());
            tell(Stage::Connect, State::Begun, QString::number(m_settings.effectivePort()));
        }
        return state == QAbstractSocket::ConnectedState || state == QAbstractSocket::UnconnectedState;
    });
    if (connected && isOpen()) {
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        tell(Stage::Connect, State::Done, m_socket->peerAddress().toString());
        return {};
    }
    auto failure = [&] {
        if (!connected)
            return connected.error();
        switch (m_socket->error()) {
        case QAbstractSocket::HostNotFoundError:
            return unknownHost(m_settings);
        case QAbstractSocket::ConnectionRefusedError:
            return refusedConnection(m_settings);
        default:
            return noConnection(m_settings, m_socket->errorString());
        }
    }();
    tell(resolved ? Stage::Connect : Stage::Resolve, State::Failed, failure.text());
    return std::unexpected(fail(std::move(failure)));
}

Line::Result<> Line::encrypt()
{
    using State = Step::State;
    tell(Step::Stage::Encrypt, State::Begun);
    const auto configuration = encryption(m_settings);
    if (!configuration)
        return std::unexpected(fail(configuration.error()));
    m_socket->setSslConfiguration(*configuration);
    m_socket->setPeerVerifyName(m_settings.host);
    QList<QSslError> errors;
    bool trusted = false;
    QObject::connect(m_socket.get(), &QSslSocket::sslErrors, m_socket.get(), [&](const QList<QSslError> &found) {
        errors = found;
        trusted = !m_settings.pinned.isEmpty()
                  && m_socket->peerCertificate().digest(QCryptographicHash::Sha256) == m_settings.pinned;
        if (trusted)
            m_socket->ignoreSslErrors();
    });
    m_socket->startClientEncryption();
    const QDeadlineTimer deadline(m_settings.connectTime);
    auto encrypted = wait(
        deadline, m_settings.connectTime, [&](int time) { return m_socket->waitForEncrypted(time); },
        [&] { return m_socket->isEncrypted() || m_socket->state() == QAbstractSocket::UnconnectedState; });
    const auto certificate = m_socket ? m_socket->peerCertificate() : QSslCertificate();
    const bool pinnedOther = encrypted && m_socket->isEncrypted() && !m_settings.pinned.isEmpty()
                             && certificate.digest(QCryptographicHash::Sha256) != m_settings.pinned;
    if (encrypted && m_socket->isEncrypted() && !pinnedOther) {
        QObject::disconnect(m_socket.get(), &QSslSocket::sslErrors, nullptr, nullptr);
        tell(Step::Stage::Encrypt, State::Done,
             m_socket->sessionCipher().protocolString() + QStringLiteral(", ") + m_socket->sessionCipher().name());
        return {};
    }
    auto failure = [&] {
        if ((!errors.isEmpty() && !trusted) || pinnedOther)
            return untrusted(m_settings, certificate, errors);
        if (!encrypted && encrypted.error().kind != Failure::Kind::ConnectionLost)
            return encrypted.error();
        return notEncrypted(m_settings, m_socket ? m_socket->errorString() : Text::tr("the server closed the line"));
    }();
    tell(Step::Stage::Encrypt, State::Failed, failure.text());
    return std::unexpected(fail(std::move(failure)));
}

Line::Result<> Line::send(std::string_view bytes, std::string_view more)
{
    m_wentOut = false;
    m_time = m_settings.commandTime + std::chrono::seconds((bytes.size() + more.size()) / bytesASecond);
    m_deadline = QDeadlineTimer(m_time);
    m_socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
    m_socket->write(more.data(), static_cast<qint64>(more.size()));
    const auto left = [this] { return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite(); };
    const auto sent = wait(
        m_deadline, m_time, [&](int time) { return m_socket->waitForBytesWritten(time); }, [&] { return left() == 0; });
    m_wentOut = sent.has_value();
    return sent;
}

void Line::sayGoodbye(std::string_view bytes)
{
    m_socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
    m_socket->waitForBytesWritten(slice);
}

Line::Result<> Line::receive(const std::function<bool(std::string_view)> &take)
{
    bool enough = false;
    const auto look = [&] {
        const auto bytes = m_socket->readAll();
        if (!bytes.isEmpty()) {
            m_deadline.setRemainingTime(m_deadline.remainingTimeAsDuration() + 1s * (static_cast<std::size_t>(bytes.size()) / bytesASecond));
            enough = take({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        } else if (m_socket->state() == QAbstractSocket::UnconnectedState) {
            enough = take({});
        }
        return enough;
    };
    return wait(m_deadline, m_time, [this](int time) { return m_socket->waitForReadyRead(time); }, look);
}

Line::Result<ReplyReader::Answer> Line::receive()
{
    // More than one answer may have come at once.
    std::optional<ReplyReader::Answer> answer = m_reader.next();
    if (!answer && m_reader.fault() == ReplyReader::Fault::None) {
        const auto came = receive([&](std::string_view bytes) {
            m_reader.add(bytes);
            answer = m_reader.next();
            return answer || m_reader.fault() != ReplyReader::Fault::None;
        });
        if (!came)
            return std::unexpected(came.error());
    }
    if (!answer) {
        const std::string said(m_reader.rest().substr(0, 200));
        return std::unexpected(fail(notAServer(m_settings, said)));
    }
    return std::move(*answer);
}

Line::Result<ReplyReader::Answer> Line::ask(std::string_view line)
{
    m_wentOut = false;
    // A server that has hung up meanwhile; what nobody asked for would be taken for the answer.
    m_socket->waitForReadyRead(0);
    if (!isOpen())
        return std::unexpected(lost());
    if (m_socket->bytesAvailable() > 0 || !m_reader.rest().empty()) {
        const std::string said = std::string(m_reader.rest().substr(0, 200)) + m_socket->peek(200).toStdString();
        return std::unexpected(fail(notAServer(m_settings, said)));
    }
    if (const auto sent = send(line, "\r\n"); !sent)
        return std::unexpected(sent.error());
    return receive();
}

Line::Result<ReplyReader::Answer> Line::answer()
{
    m_time = m_settings.connectTime;
    m_deadline = QDeadlineTimer(m_time);
    return receive();
}

Line::Result<HttpReader::Answer> Line::ask(std::string_view head, std::string_view body)
{
    m_wentOut = false;
    m_socket->waitForReadyRead(0);
    if (!isOpen())
        return std::unexpected(lost());
    if (const auto sent = send(head, body); !sent)
        return std::unexpected(sent.error());
    HttpReader reader;
    const auto came = receive([&](std::string_view bytes) {
        if (bytes.empty())
            reader.end();
        reader.add(bytes);
        return reader.state() != HttpReader::State::Incomplete;
    });
    if (!came)
        return std::unexpected(came.error());
    if (reader.state() == HttpReader::State::Cut)
        return std::unexpected(lost());
    if (reader.state() == HttpReader::State::Faulty)
        return std::unexpected(fail(notAServer(m_settings, reader.beginning())));
    return reader.take();
}

} // namespace pbx::server
