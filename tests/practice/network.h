// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/practice_server.h"
#include "tests/practice/practice_workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <memory>

/// A practice server in this thread, and clients that talk to it over real sockets.
namespace practice_test {

constexpr int patience = 10'000; // ms

/// Turns the event loop until `done`.
template<typename Done>
bool waitUntil(Done done)
{
    QTimer wake; // for what no event tells
    wake.start(50);
    QElapsedTimer clock;
    clock.start();
    while (!done()) {
        if (clock.elapsed() > patience)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// A certificate of its own and its key, made by the `openssl` program.
struct Certificate {
    explicit Certificate(const char *kind = "rsa:2048")
    {
        QStringList words{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QString::fromUtf8(kind),
                          QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                          QStringLiteral("/CN=localhost"), QStringLiteral("-keyout"), key(), QStringLiteral("-out"), file()};
        if (qstrcmp(kind, "ec") == 0)
            words << QStringLiteral("-pkeyopt") << QStringLiteral("ec_paramgen_curve:prime256v1");
        if (QProcess::execute(QStringLiteral("openssl"), words) != 0)
            qFatal("no certificate can be made");
    }
    QString file() const { return m_folder.path() + QStringLiteral("/certificate.pem"); }
    QString key() const { return m_folder.path() + QStringLiteral("/key.pem"); }

private:
    QTemporaryDir m_folder;
};

class Server {
public:
    explicit Server(const Workspace &workspace, practice::PracticeServer::Options options = {})
        : m_server(std::make_unique<practice::PracticeServer>(workspace.store(), withUsers(std::move(options))))
    {
        if (const auto listening = m_server->listen(); !listening)
            qFatal("%s", qPrintable(listening.error()));
    }
    practice::PracticeServer *operator->() const { return m_server.get(); }
    practice::PracticeServer *get() const { return m_server.get(); }

private:
    static practice::PracticeServer::Options withUsers(practice::PracticeServer::Options options)
    {
        options.users = users();
        return options;
    }
    std::unique_ptr<practice::PracticeServer> m_server;
};

/// One connection.
class Client {
public:
    explicit Client(std::uint16_t port, bool encrypted = false)
    {
        if (encrypted) {
            socket.setPeerVerifyMode(QSslSocket::VerifyNone);
            socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        } else {
            socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        }
        m_connected = waitUntil([&] {
            return encrypted ? socket.isEncrypted() : socket.state() == QAbstractSocket::ConnectedState;
        });
    }
    bool isConnected() const { return m_connected; }
    void send(const QByteArray &bytes) { socket.write(bytes); }
    /// Up to and with CRLF; what there was when the connection ended.
    QByteArray line()
    {
        waitUntil([&] { return ended() || m_read.contains("\r\n"); });
        const auto end = m_read.indexOf("\r\n");
        return take(end < 0 ? m_read.size() : end + 2);
    }
    QByteArray take(qsizetype size)
    {
        auto taken = m_read.first(size);
        m_read.remove(0, size);
        return taken;
    }
    QByteArray bytes(qsizetype size)
    {
        waitUntil([&] { return ended() || m_read.size() >= size; });
        return take(std::min(size, m_read.size()));
    }
    /// Everything until the other side closes; a null one when it does not.
    QByteArray rest()
    {
        return waitUntil([&] { return ended(); }) ? take(m_read.size()) : QByteArray();
    }
    QByteArray ask(const QByteArray &command)
    {
        send(command + "\r\n");
        return line();
    }
    bool logIn()
    {
        return line().startsWith("200 ") && ask("USER admin").startsWith("300 ") && ask("PASS secret").startsWith("200 ")
               && ask("INLINE").startsWith("200 ");
    }
    /// The other side has closed, and all it sent is here.
    bool ended()
    {
        m_read += socket.readAll();
        return socket.state() == QAbstractSocket::UnconnectedState;
    }

    QSslSocket socket;

private:
    bool m_connected = false;
    QByteArray m_read;
};

} // namespace practice_test
