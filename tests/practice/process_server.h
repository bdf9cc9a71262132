// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

/// `pbx serve` as another process, and plain talk with it.
namespace practice_test {

/// The smallest workspace there is.
class Folder {
public:
    Folder()
    {
        QDir().mkpath(path() + QStringLiteral("/domains/example.com/environment"));
        QFile file(path() + QStringLiteral("/workspace.settings"));
        if (!file.open(QIODevice::WriteOnly) || file.write("{ DefaultDomain = \"example.com\"; }\n") < 0)
            qFatal("the test's workspace can't be written");
    }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

class Serve {
public:
    explicit Serve(const QStringList &words)
    {
        process.start(QStringLiteral(PBX_PROGRAM), QStringList{QStringLiteral("serve")} + words);
        process.waitForStarted();
    }
    ~Serve()
    {
        process.terminate();
        process.waitForFinished(10'000);
    }
    /// The next line of its standard output.
    QByteArray line()
    {
        while (!process.canReadLine() && process.waitForReadyRead(10'000)) { }
        return process.readLine();
    }
    QJsonObject json() { return QJsonDocument::fromJson(line()).object(); }

    QProcess process;
};

/// Sends, and gives all that comes until the other side closes.
inline QByteArray exchange(int port, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
    if (!socket.waitForConnected(10'000))
        return {};
    socket.write(bytes);
    QByteArray all;
    while (socket.waitForReadyRead(10'000))
        all += socket.readAll();
    return all + socket.readAll();
}

/// A whole session of lines; QUIT comes last.
inline QByteArray talk(int port, const QList<QByteArray> &lines)
{
    QByteArray bytes;
    for (const auto &line : lines)
        bytes += line + "\r\n";
    return exchange(port, bytes + "QUIT\r\n");
}

} // namespace practice_test
