// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/practice_server.h"
#include "environment/server/settings.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QThread>

#include <semaphore>

namespace pbx::server {

/// A practice server on real sockets, in a thread of its own: connections block the test's.
class PracticeThread {
public:
    using Options = practice::PracticeServer::Options;

    explicit PracticeThread(Options options = {})
    {
        files::Workspace::NewWorkspace made;
        made.name = QStringLiteral("Practice");
        made.domain = QStringLiteral("example.com");
        (void)files::Workspace::create(workspace(), made, files::Workspace::Options());
        if (options.users.empty())
            options.users = {{"admin", password, {}}, {"low@example.com", password, {"Domain"}}};
        options.httpPort = std::uint16_t(0);
        m_encrypted = !options.certificate.isEmpty();
        m_thread.reset(QThread::create([this, options = std::move(options)] {
            practice::PracticeServer server(practice::openStore(workspace()).value(), options);
            if (server.listen()) {
                m_server = &server;
                m_port = server.port();
                m_httpPort = server.httpPort();
            }
            QEventLoop loop;
            m_loop = &loop;
            m_ready.release();
            loop.exec();
        }));
        m_thread->start();
        m_ready.acquire();
    }
    ~PracticeThread()
    {
        QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
        m_thread->wait();
    }

    ServerSettings settings(bool http = false) const
    {
        ServerSettings made;
        made.host = QStringLiteral("127.0.0.1");
        made.user = QStringLiteral("admin");
        made.port = http ? m_httpPort : m_port;
        made.transport = http ? (m_encrypted ? Transport::Https : Transport::Http) : m_encrypted ? Transport::Tls : Transport::Clear;
        made.connectTime = made.commandTime = std::chrono::seconds(5);
        made.webAdmin = QStringLiteral("%1://127.0.0.1:%2").arg(m_encrypted ? QStringLiteral("https") : QStringLiteral("http")).arg(m_httpPort);
        return made;
    }
    QString workspace() const { return m_folder.filePath(QStringLiteral("w")); }
    void setFaults(std::vector<practice::Fault> faults)
    {
        inThread([&] { m_server->setFaults(std::move(faults)); });
    }
    int commandsRun()
    {
        int count = 0;
        inThread([&] { count = m_server->commandsRun(); });
        return count;
    }

    static constexpr const char *password = "se cret";

private:
    template<typename Work> void inThread(Work work) { QMetaObject::invokeMethod(m_server, work, Qt::BlockingQueuedConnection); }

    QTemporaryDir m_folder;
    std::unique_ptr<QThread> m_thread;
    std::binary_semaphore m_ready{0};
    practice::PracticeServer *m_server = nullptr;
    QEventLoop *m_loop = nullptr;
    std::uint16_t m_port = 0, m_httpPort = 0;
    bool m_encrypted = false;
};

} // namespace pbx::server
