// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/practice_server.h"

#include "environment/practice/http_session.h"
#include "environment/practice/line_session.h"
#include "environment/practice/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>

namespace pbx::practice {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(practice)
};

constexpr int mostSessions = 500;

std::expected<QByteArray, QString> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Text::tr("%1 can't be read: %2.").arg(path, file.errorString()));
    return file.readAll();
}

std::expected<QSslConfiguration, QString> encryption(const QString &certificateFile, const QString &keyFile)
{
    const auto certificate = contentOf(certificateFile);
    if (!certificate)
        return std::unexpected(certificate.error());
    const auto keyText = contentOf(keyFile);
    if (!keyText)
        return std::unexpected(keyText.error());
    const auto chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
    if (chain.isEmpty())
        return std::unexpected(Text::tr("%1 holds no certificate in PEM form.").arg(certificateFile));
    QSslKey key(*keyText, QSsl::Rsa, QSsl::Pem);
    if (key.isNull())
        key = QSslKey(*keyText, QSsl::Ec, QSsl::Pem);
    if (key.isNull())
        return std::unexpected(Text::tr("%1 holds no private key in PEM form, or one with a password.").arg(keyFile));
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

} // namespace

class PracticeServer::Private {
public:
    Private(PracticeServer *server, std::shared_ptr<Store> shared, Options given)
        : q(server), store(std::move(shared)), options(std::move(given)), plan(options.faults)
    {
        store->setFullFrom(plan.fullFrom());
    }

    std::expected<std::unique_ptr<QTcpServer>, QString> open(const QString &address, std::uint16_t port);
    std::string newStamp();
    int begin(QTcpSocket *socket);
    CommandRunner runner(int session);
    void acceptAll(QTcpServer &server, void (Private::*accept)(QTcpSocket *socket), const char *refusal);
    void acceptLine(QTcpSocket *socket);
    void acceptHttp(QTcpSocket *socket);
    void endWith(Wire *wire, QObject *handler, int session);

    PracticeServer *q;
    std::shared_ptr<Store> store;
    Options options;
    FaultPlan plan;
    std::unique_ptr<QTcpServer> lines;
    std::unique_ptr<QTcpServer> http;
    std::shared_ptr<const HttpSite> site;
    int lastSession = 0;
    int sessions = 0;
};

std::expected<std::unique_ptr<QTcpServer>, QString> PracticeServer::Private::open(const QString &address, std::uint16_t port)
{
    std::unique_ptr<QTcpServer> server;
    if (options.certificate.isEmpty()) {
        server = std::make_unique<QTcpServer>();
    } else {
        const auto configuration = encryption(options.certificate, options.key);
        if (!configuration)
            return std::unexpected(configuration.error());
        auto encrypted = std::make_unique<QSslServer>();
        encrypted->setSslConfiguration(*configuration);
        server = std::move(encrypted);
    }
    const QHostAddress host(address);
    if (host.isNull())
        return std::unexpected(Text::tr("\"%1\" is no network address.").arg(address));
    server->setListenBacklogSize(200);
    server->setMaxPendingConnections(mostSessions);
    if (!server->listen(host, port))
        return std::unexpected(Text::tr("Nothing can be listened to at %1, port %2: %3.")
                                   .arg(address)
                                   .arg(port)
                                   .arg(server->errorString()));
    return server;
}

/// Never the same twice in a server's life.
std::string PracticeServer::Private::newStamp()
{
    const auto host = [this] {
        const std::lock_guard lock(store->mutex);
        return store->mainDomain();
    }();
    return '<' + std::to_string(QRandomGenerator::system()->bounded(1'000'000)) + std::to_string(lastSession) + '.'
           + std::to_string(QDateTime::currentSecsSinceEpoch()) + '@' + (host.empty() ? "localhost" : host) + '>';
}

int PracticeServer::Private::begin(QTcpSocket *socket)
{
    const int session = ++lastSession;
    ++sessions;
    Q_EMIT q->connected(socket->peerAddress().toString() + QLatin1Char(':') + QString::number(socket->peerPort()), session);
    return session;
}

CommandRunner PracticeServer::Private::runner(int session)
{
    return {*store, plan, [this, session](const QString &shown, int code) { Q_EMIT q->commandRun(session, shown, code); }};
}

void PracticeServer::Private::endWith(Wire *wire, QObject *handler, int session)
{
    connect(wire, &Wire::closed, q, [this, handler, session] {
        --sessions;
        handler->deleteLater();
        Q_EMIT q->disconnected(session);
    });
}

void PracticeServer::Private::acceptLine(QTcpSocket *socket)
{
    const int session = begin(socket);
    auto *wire = new Wire(socket, plan, q);
    auto *line = new LineSession(wire, std::make_unique<Interpreter>(store, options.users, options.manner, newStamp()),
                                 runner(session), options.manner.longestLine, q);
    endWith(wire, line, session);
    line->greet();
}

void PracticeServer::Private::acceptHttp(QTcpSocket *socket)
{
    const int session = begin(socket);
    auto *wire = new Wire(socket, plan, q);
    http::Limits limits;
    limits.body = options.manner.httpRequestSize;
    endWith(wire, new HttpSession(wire, site, runner(session), limits, q), session);
}

void PracticeServer::Private::acceptAll(QTcpServer &server, void (Private::*accept)(QTcpSocket *socket), const char *refusal)
{
    connect(&server, &QTcpServer::pendingConnectionAvailable, q, [this, &server, accept, refusal] {
        while (auto *socket = server.nextPendingConnection()) {
            if (sessions < mostSessions) {
                (this->*accept)(socket);
            } else {
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                socket->write(refusal);
                socket->disconnectFromHost();
            }
        }
    });
}

PracticeServer::PracticeServer(std::shared_ptr<Store> store, Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(store), std::move(options)))
{
}

PracticeServer::~PracticeServer() = default;

std::expected<void, QString> PracticeServer::listen()
{
    auto lines = d->open(d->options.address, d->options.port);
    if (!lines)
        return std::unexpected(lines.error());
    if (d->options.httpPort) {
        auto http = d->open(d->options.httpAddress, *d->options.httpPort);
        if (!http)
            return std::unexpected(http.error());
        d->http = std::move(*http);
        const auto token = QString::number(QRandomGenerator::system()->generate64(), 16).toStdString();
        d->site = std::make_shared<const HttpSite>(d->store, d->options.users, d->options.manner, token);
        d->acceptAll(*d->http, &Private::acceptHttp, "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n");
    }
    d->lines = std::move(*lines);
    d->acceptAll(*d->lines, &Private::acceptLine, "500 too many connections\r\n");
    return {};
}

std::uint16_t PracticeServer::port() const
{
    return d->lines ? d->lines->serverPort() : 0;
}

std::uint16_t PracticeServer::httpPort() const
{
    return d->http ? d->http->serverPort() : 0;
}

std::int64_t PracticeServer::bytesReceived() const
{
    return d->plan.bytesReceived;
}

std::int64_t PracticeServer::bytesSent() const
{
    return d->plan.bytesSent;
}

int PracticeServer::commandsRun() const
{
    return static_cast<int>(d->plan.commands);
}

void PracticeServer::setFaults(std::vector<Fault> faults)
{
    d->plan = FaultPlan(std::move(faults));
    const std::lock_guard lock(d->store->mutex);
    d->store->setFullFrom(d->plan.fullFrom());
}

} // namespace pbx::practice
