// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/wire.h"

#include <algorithm>
#include <chrono>

namespace pbx::practice {

namespace {

using namespace std::chrono_literals;

constexpr qint64 mostBacklog = qint64(16) << 20; ///< answers nobody fetches: nothing more is read until they leave
constexpr qint64 readAtOnce = qint64(1) << 20;
constexpr auto idleTime = 300s;
constexpr auto listenTime = 1s;

} // namespace

Wire::Wire(QTcpSocket *socket, FaultPlan &plan, QObject *parent) : QObject(parent), m_socket(socket), m_plan(plan)
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setReadBufferSize(readAtOnce);
    m_clock.start();
    m_sendTimer.setSingleShot(true);
    m_sendTimer.setTimerType(Qt::PreciseTimer);
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleTime);
    m_idle.start();
    connect(socket, &QTcpSocket::readyRead, this, &Wire::read, Qt::QueuedConnection);
    connect(socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_socket->bytesAvailable() > 0)
            read();
    }, Qt::QueuedConnection);
    connect(socket, &QTcpSocket::disconnected, this, &Wire::closed);
    connect(&m_sendTimer, &QTimer::timeout, this, &Wire::sendDue);
    connect(&m_idle, &QTimer::timeout, this, &Wire::drop);
    QMetaObject::invokeMethod(this, &Wire::read, Qt::QueuedConnection);
}

qint64 Wire::backlog() const
{
    return m_pendingBytes + m_socket->bytesToWrite();
}

void Wire::read()
{
    while (!m_over && m_socket->bytesAvailable() > 0 && backlog() < mostBacklog) {
        auto bytes = m_socket->read(readAtOnce);
        m_idle.start();
        if (m_closing || m_frozen)
            continue;
        const auto allowed = m_plan.received(bytes.size());
        bytes.truncate(allowed.pass);
        m_silent = allowed.drop;
        if (!bytes.isEmpty())
            Q_EMIT received(bytes);
        if (allowed.drop)
            drop();
    }
}

void Wire::send(QByteArray bytes)
{
    if (m_over || m_silent || m_closing || bytes.isEmpty())
        return;
    if (m_pending.empty() && m_plan.delay() == 0 && !m_plan.trickles()) {
        write(bytes);
        return;
    }
    const auto due = m_clock.elapsed() + m_plan.delay();
    m_pendingBytes += bytes.size();
    m_pending.push_back({due, std::move(bytes)});
    if (!m_sendTimer.isActive())
        m_sendTimer.start(std::max<qint64>(m_pending.front().due - m_clock.elapsed(), 0));
}

/// What is due; of a trickle one byte.
void Wire::sendDue()
{
    while (!m_over && !m_pending.empty() && m_pending.front().due <= m_clock.elapsed()) {
        auto &first = m_pending.front();
        if (m_plan.trickles() && first.bytes.size() > 1) {
            const auto byte = first.bytes.first(1);
            first.bytes.remove(0, 1);
            first.due = m_clock.elapsed() + m_plan.trickleTime();
            --m_pendingBytes;
            write(byte);
            break;
        }
        const auto bytes = std::move(first.bytes);
        m_pending.pop_front();
        m_pendingBytes -= bytes.size();
        write(bytes);
    }
    if (m_over)
        return;
    if (!m_pending.empty())
        m_sendTimer.start(std::max<qint64>(m_pending.front().due - m_clock.elapsed(), 0));
    finishIfDone();
}

void Wire::write(const QByteArray &bytes)
{
    const auto allowed = m_plan.sent(bytes.size());
    m_socket->write(bytes.constData(), allowed.pass);
    if (allowed.drop)
        drop();
}

void Wire::closeAfterSending()
{
    m_closing = true;
    finishIfDone();
}

void Wire::closeAfterListening()
{
    m_closing = true;
    QTimer::singleShot(listenTime, this, &Wire::drop);
}

void Wire::finishIfDone()
{
    if (m_closing && m_pending.empty())
        drop();
}

void Wire::drop()
{
    if (m_over)
        return;
    m_over = true;
    m_pending.clear();
    m_sendTimer.stop();
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        Q_EMIT closed();
    else
        m_socket->disconnectFromHost();
}

} // namespace pbx::practice
