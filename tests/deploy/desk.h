// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/deploy.h"
#include "environment/practice/practice_server.h"

#include <QDir>
#include <QDirIterator>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <map>
#include <semaphore>

namespace pbx::deploy {

/// Contents by path.
using Tree = std::map<std::string, std::string>;

/// A workspace here and a practice server, in a thread of its own, over another one.
class Desk {
public:
    static constexpr const char *domain = "example.com";
    using Options = practice::PracticeServer::Options;

    explicit Desk(Options options = {})
    {
        for (const auto &side : {here(), there()}) {
            write(side, "workspace.settings", "{DefaultDomain=example.com;}\n");
            QDir().mkpath(side + QStringLiteral("/domains/example.com/accounts"));
        }
        if (options.users.empty())
            options.users = {{"admin", "secret", {}}};
        m_thread.reset(QThread::create([this, options = std::move(options)] {
            practice::PracticeServer server(practice::openStore(there()).value(), options);
            if (server.listen()) {
                m_server = &server;
                m_port = server.port();
            }
            QEventLoop loop;
            m_loop = &loop;
            m_ready.release();
            loop.exec();
        }));
        m_thread->start();
        m_ready.acquire();
    }
    ~Desk()
    {
        QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
        m_thread->wait();
    }

    /// In memory where that is possible: thousands of pushes wait for the disk otherwise.
    static QString scratch()
    {
        const auto memory = QStringLiteral("/dev/shm");
        return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/pbx-desk-XXXXXX");
    }

    QString here() const { return m_folder.filePath(QStringLiteral("here")); }
    QString there() const { return m_folder.filePath(QStringLiteral("there")); }
    std::uint16_t port() const { return m_port; }

    server::ServerSettings settings() const
    {
        server::ServerSettings made = m_settings;
        made.host = QStringLiteral("127.0.0.1");
        made.user = QStringLiteral("admin");
        made.port = m_port;
        return made;
    }
    server::ServerSettings m_settings = [] {
        server::ServerSettings made;
        made.connectTime = made.commandTime = std::chrono::seconds(5);
        return made;
    }();

    Job job(int connections = 2) const
    {
        Job made;
        made.connect = [settings = settings()] { return server::connectTo(settings, QStringLiteral("secret")); };
        made.connections = connections;
        made.patience = std::chrono::milliseconds(0);
        return made;
    }
    /// Without the built-in files, which nobody looks at here.
    files::Workspace workspace() const
    {
        files::Workspace::Options options;
        options.stock.clear();
        return files::Workspace::open(here(), options).value();
    }
    server::Scope scope() const { return {domain}; }

    void setFaults(std::vector<practice::Fault> faults)
    {
        inThread([&] { m_server->setFaults(std::move(faults)); });
    }
    struct Traffic {
        int commands = 0;
        std::int64_t received = 0, sent = 0;
    };
    Traffic traffic()
    {
        Traffic traffic;
        inThread([&] { traffic = {m_server->commandsRun(), m_server->bytesReceived(), m_server->bytesSent()}; });
        return traffic;
    }

    static void write(const QString &side, const std::string &path, std::string_view content)
    {
        const auto file = side + QLatin1Char('/') + QString::fromStdString(path);
        QDir().mkpath(QFileInfo(file).absolutePath());
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content.data(), static_cast<qint64>(content.size()));
    }
    static std::string env(const std::string &name) { return "domains/example.com/environment/" + name; }
    static std::string account(const std::string &name) { return "domains/example.com/accounts/" + name + ".settings"; }
    static std::string read(const QString &side, const std::string &path)
    {
        QFile in(side + QLatin1Char('/') + QString::fromStdString(path));
        return in.open(QIODevice::ReadOnly) ? in.readAll().toStdString() : std::string("(none)");
    }
    static void remove(const QString &side, const std::string &path) { QFile::remove(side + QLatin1Char('/') + QString::fromStdString(path)); }
    /// Everything but `.pbx`; folders end in a slash.
    static Tree tree(const QString &side)
    {
        Tree tree;
        QDirIterator entries(side, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const auto info = entries.nextFileInfo();
            const auto path = info.filePath().mid(side.size() + 1).toStdString();
            if (path.starts_with(".pbx") || path == "domains/example.com/environment")
                continue;
            if (info.isDir())
                tree[path + '/'];
            else
                tree[path] = read(side, path);
        }
        return tree;
    }

private:
    template<typename Work> void inThread(Work work) { QMetaObject::invokeMethod(m_server, work, Qt::BlockingQueuedConnection); }

    QTemporaryDir m_folder{scratch()};
    std::unique_ptr<QThread> m_thread;
    std::binary_semaphore m_ready{0};
    practice::PracticeServer *m_server = nullptr;
    QEventLoop *m_loop = nullptr;
    std::uint16_t m_port = 0;
};

/// The state of one path in a comparison; empty: it is not there.
inline std::string stateOf(const Comparison &comparison, const std::string &path)
{
    for (const auto &item : comparison.items) {
        if (item.path == path)
            return std::string(stateWord(item.state));
    }
    return {};
}

/// The first path that is not the same in both; empty: none.
inline std::string difference(const Tree &a, const Tree &b)
{
    for (const auto *one : {&a, &b}) {
        const auto &other = one == &a ? b : a;
        for (const auto &[path, content] : *one) {
            if (!other.contains(path))
                return path + (one == &a ? " is too many" : " is missing");
            if (other.at(path) != content)
                return path + ": " + a.at(path).substr(0, 200) + " instead of " + b.at(path).substr(0, 200);
        }
    }
    return {};
}

template<typename T> std::string text(const Result<T> &result)
{
    return result ? std::string() : result.error().text().toStdString();
}

} // namespace pbx::deploy
