// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/practice_host.h"

#include "environment/practice/interpreter.h"
#include "environment/practice/practice_server.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace pbx::editor {

namespace {

constexpr auto userName = "postmaster";

QString randomPassword()
{
    const QString signs = QStringLiteral("abcdefghijkmnpqrstuvwxyz23456789");
    QString password;
    for (int i = 0; i < 16; ++i)
        password += signs[QRandomGenerator::system()->bounded(int(signs.size()))];
    return password;
}

} // namespace

PracticeHost::PracticeHost(ServerBook *book, QObject *parent) : QObject(parent), m_book(book) {}

PracticeHost::~PracticeHost()
{
    m_thread.quit();
    m_thread.wait();
}

void PracticeHost::start(const QString &workspace, Where where, const QString &folder)
{
    if (m_starting || m_running)
        return;
    m_starting = true;
    m_scratch.reset(where == Where::Copy ? new QTemporaryDir : nullptr);
    m_folder = m_scratch ? m_scratch->path() : QDir(folder).absolutePath();
    m_password = randomPassword();
    m_inside = new QObject;
    m_inside->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_inside, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(m_inside, [this, inside = m_inside, from = QDir(workspace).absolutePath(),
                                         password = m_password.toStdString()] { listen(inside, from, password); },
                              Qt::QueuedConnection);
}

/// In the server's thread.
void PracticeHost::listen(QObject *inside, const QString &workspace, const std::string &password)
{
    const auto fail = [this, inside](const QString &text) {
        QMetaObject::invokeMethod(this, [this, inside, text] {
            if (inside != m_inside)
                return; // it was stopped meanwhile
            stop();
            Q_EMIT failed(text);
        }, Qt::QueuedConnection);
    };
    if (QDir(m_folder).isEmpty()) { // also when it is missing
        if (const auto copied = practice::copyWorkspace(workspace, m_folder); !copied)
            return fail(copied.error());
    }
    const auto store = practice::openStore(m_folder);
    if (!store)
        return fail(store.error());
    practice::PracticeServer::Options options;
    options.users.push_back({userName, password, {}});
    options.httpPort = std::uint16_t(0);
    auto *server = new practice::PracticeServer(*store, options, inside);
    if (const auto listening = server->listen(); !listening)
        return fail(listening.error());
    QMetaObject::invokeMethod(this, [this, inside, port = server->port(), httpPort = server->httpPort()] {
        if (inside == m_inside)
            began(port, httpPort);
    }, Qt::QueuedConnection);
}

void PracticeHost::began(std::uint16_t port, std::uint16_t httpPort)
{
    m_starting = false;
    m_running = true;
    m_settings = {};
    m_settings.name = tr("Practice server");
    m_settings.host = QStringLiteral("127.0.0.1");
    m_settings.port = port;
    m_settings.user = QLatin1StringView(userName);
    m_settings.webAdmin = QStringLiteral("http://127.0.0.1:%1").arg(httpPort);
    m_book->putForNow(m_settings, m_password);
    Q_EMIT changed();
}

void PracticeHost::stop()
{
    m_thread.quit();
    m_thread.wait();
    m_inside = nullptr; // it went with the thread
    m_scratch.reset();
    const bool ran = std::exchange(m_running, false);
    m_starting = false;
    if (ran) {
        m_book->remove(m_settings.url());
        Q_EMIT changed();
    }
}

} // namespace pbx::editor
