// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "app/shell/handover.h"

#include <QLocalSocket>

using namespace pbx;
using namespace pbx::test;

/// pbx-studio FILE:LINE, as editors and file managers call it, while the workspace is open already.
class TestHandover : public WindowTest {
    Q_OBJECT

    void listen()
    {
        openExample();
        new app::Handover(m_studio.get());
        QVERIFY(!socketPath().isEmpty());
    }
    void startAnother(QProcess &process, const QStringList &arguments)
    {
        process.start(QStringLiteral(PBX_STUDIO_PROGRAM), arguments);
        QVERIFY(process.waitForStarted());
    }
    static QString socketPath()
    {
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
        const QStringList names = folder.entryList({QStringLiteral("pbx-studio-*-%1.socket").arg(QCoreApplication::applicationPid())}, QDir::System);
        return names.isEmpty() ? QString() : folder.filePath(names.first());
    }

private Q_SLOTS:
    void fileOpensInTheRunningWindow()
    {
        listen();
        QProcess another;
        const QByteArray text = m_window->editors()->currentPage()->text();
        const auto line = text.first(text.indexOf("PlayFile(\"callbacknumber\")")).count('\n') + 1;
        startAnother(another, {QStringLiteral("%1:%2:3").arg(programPath()).arg(line)});
        QTRY_COMPARE_WITH_TIMEOUT(another.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(another.exitCode(), 0);
        QCOMPARE(m_window->editors()->currentPage()->document()->path(), programPath());
        QCOMPARE(m_window->editors()->currentPage()->caretLine(), int(line));
        QCOMPARE(m_window->editors()->currentPage()->caretColumn(), 3);
        QCOMPARE(m_studio->windows().size(), 1);
    }

    void otherWorkspacesHaveTheirOwnWindow()
    {
        listen();
        const QString copy = m_folder->filePath(QStringLiteral("copy"));
        copyFolder(workspace(), copy);
        QProcess another;
        startAnother(another, {copy + QStringLiteral("/domains/specialists.example/environment/callback.sppr")});
        QVERIFY(!another.waitForFinished(3000));
        another.terminate();
        another.waitForFinished();
    }

    void sensibleWithNonsense()
    {
        listen();
        for (const QByteArray &message : {QByteArray("\n"), QByteArray("[]\n"), QByteArray("[{\"path\":1}]\n"), QByteArray("no json\n"),
                                          QByteArray("[{\"path\":\"/etc/passwd\"}]\n"), QByteArray(100'000, 'x') + '\n'}) {
            QLocalSocket socket;
            socket.connectToServer(socketPath());
            QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
            socket.write(message);
            QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
            QVERIFY(!socket.readAll().contains("taken"));
        }
        QCOMPARE(m_window->editors()->pages().size(), 1);
        m_studio.reset();
        QVERIFY(socketPath().isEmpty()); // nothing is left behind
    }
};

QTEST_MAIN(TestHandover)
#include "tst_handover.moc"
