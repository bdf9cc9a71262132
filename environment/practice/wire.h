// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/faults.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTimer>

#include <deque>

namespace pbx::practice {

/// One connection, with what goes wrong on it on purpose. Answers leave in the order they were given.
class Wire : public QObject {
    Q_OBJECT
public:
    /// Takes the socket over.
    Wire(QTcpSocket *socket, FaultPlan &plan, QObject *parent);

    void send(QByteArray bytes);
    /// When everything has left.
    void closeAfterSending();
    /// Likewise, but reads on for a second: who is still sending gets the answer, not a broken line.
    void closeAfterListening();
    /// Now; what has not left yet never does.
    void drop();
    /// Nothing more is sent or read; the connection stays.
    void freeze() { m_frozen = true; }
    /// What came is not to be looked at any more.
    [[nodiscard]] bool isOver() const noexcept { return m_over || m_frozen || m_closing; }

Q_SIGNALS:
    void received(const QByteArray &bytes);
    void closed();

private:
    struct Pending {
        qint64 due = 0; ///< ms of m_clock
        QByteArray bytes;
    };
    void read();
    void write(const QByteArray &bytes);
    void sendDue();
    void finishIfDone();
    qint64 backlog() const;

    QTcpSocket *m_socket;
    FaultPlan &m_plan;
    std::deque<Pending> m_pending;
    qint64 m_pendingBytes = 0;
    QElapsedTimer m_clock;
    QTimer m_sendTimer;
    QTimer m_idle;
    bool m_over = false;
    bool m_closing = false;
    bool m_frozen = false;
    bool m_silent = false; ///< the line is dead for what would go out
};

} // namespace pbx::practice
