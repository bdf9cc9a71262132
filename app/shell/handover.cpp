// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/handover.h"

#include "app/shell/main_window.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QStandardPaths>

namespace pbx::app {

namespace {

constexpr int patienceMs = 1000; ///< a program that hangs must not keep another from starting
constexpr qint64 longestMessage = 64 << 10;
constexpr auto taken = "taken\n";

/// Of this user on this display: a window elsewhere is no use.
QString socketName(const QString &process)
{
    QString display = qEnvironmentVariable("WAYLAND_DISPLAY", qEnvironmentVariable("DISPLAY"));
    static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9]"));
    return QStringLiteral("pbx-studio-%1-%2.socket").arg(display.replace(odd, QStringLiteral("_")), process);
}

QDir runtimeFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
}

QByteArray message(const QList<Studio::Place> &files)
{
    QJsonArray list;
    for (const Studio::Place &file : files)
        list += QJsonObject{{QStringLiteral("path"), QFileInfo(file.path).canonicalFilePath()},
                            {QStringLiteral("line"), file.line},
                            {QStringLiteral("column"), file.column}};
    return QJsonDocument(list).toJson(QJsonDocument::Compact) + '\n';
}

QList<Studio::Place> readMessage(const QByteArray &line)
{
    QList<Studio::Place> files;
    for (const QJsonValue &value : QJsonDocument::fromJson(line).array())
        files += {value[QStringLiteral("path")].toString(), value[QStringLiteral("line")].toInt(),
                  qMax(1, value[QStringLiteral("column")].toInt())};
    return files;
}

} // namespace

Handover::Handover(Studio *studio) : QObject(studio), m_studio(studio), m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *visitor = m_server->nextPendingConnection()) {
            connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
            connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] { answer(visitor); });
        }
    });
    if (const QDir folder = runtimeFolder(); folder.exists())
        m_server->listen(folder.filePath(socketName(QString::number(QCoreApplication::applicationPid()))));
}

Handover::~Handover() = default;

void Handover::answer(QLocalSocket *visitor)
{
    if (!visitor->canReadLine()) {
        if (visitor->bytesAvailable() > longestMessage)
            visitor->abort();
        return;
    }
    visitor->write(take(readMessage(visitor->readLine(longestMessage))) ? taken : "no\n");
    visitor->disconnectFromServer();
}

/// The window that has the workspace of the file; null: none has.
MainWindow *Handover::windowOf(const QString &file) const
{
    const QString workspace = QFileInfo(workspaceOf(file)).canonicalFilePath();
    const auto windows = m_studio->windows();
    const auto found = std::ranges::find_if(windows, [&](const MainWindow *window) {
        return !workspace.isEmpty() && QFileInfo(window->folder()).canonicalFilePath() == workspace;
    });
    return found == windows.end() ? nullptr : *found;
}

bool Handover::take(const QList<Studio::Place> &files)
{
    if (files.isEmpty() || !std::ranges::all_of(files, [this](const Studio::Place &file) { return windowOf(file.path); }))
        return false;
    for (const Studio::Place &file : files) {
        MainWindow *window = windowOf(file.path);
        window->openFile(file.path, file.line, file.column);
        window->raise();
        window->activateWindow();
    }
    return true;
}

bool Handover::toRunning(const QList<Studio::Place> &files)
{
    const auto known = [](const Studio::Place &file) { return QFileInfo(file.path).isFile() && !workspaceOf(file.path).isEmpty(); };
    if (files.isEmpty() || !std::ranges::all_of(files, known))
        return false;
    const QDir folder = runtimeFolder();
    for (const QString &name : folder.entryList({socketName(QStringLiteral("*"))}, QDir::System)) {
        QLocalSocket socket;
        socket.connectToServer(folder.filePath(name));
        if (!socket.waitForConnected(patienceMs)) {
            if (socket.error() == QLocalSocket::ConnectionRefusedError)
                QFile::remove(folder.filePath(name)); // of a program that was killed
            continue;
        }
        socket.write(message(files));
        while (!socket.canReadLine() && socket.waitForReadyRead(patienceMs)) { }
        if (socket.readLine() == taken)
            return true;
    }
    return false;
}

} // namespace pbx::app
