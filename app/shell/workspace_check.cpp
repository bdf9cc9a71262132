// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workspace_check.h"

#include "environment/check/checker.h"

namespace pbx::app {

namespace {

constexpr int delayMs = 300;

std::vector<check::Finding> findingsOf(const QString &folder)
{
    check::Checker checker;
    // Opened anew: values of a workspace stay in their thread.
    if (const auto workspace = files::Workspace::open(folder))
        checker.checkWorkspace(*workspace);
    return checker.takeFindings();
}

} // namespace

WorkspaceCheck::WorkspaceCheck(QObject *parent) : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &WorkspaceCheck::start);
}

WorkspaceCheck::~WorkspaceCheck()
{
    if (m_thread.joinable())
        m_thread.join();
}

void WorkspaceCheck::check(const QString &folder)
{
    if (folder != m_wanted)
        m_findings.clear();
    m_wanted = folder;
    if (folder.isEmpty())
        m_delay.stop();
    else
        m_delay.start();
}

void WorkspaceCheck::start()
{
    if (m_running) {
        m_again = true;
        return;
    }
    if (m_thread.joinable())
        m_thread.join();
    m_running = true;
    m_again = false;
    m_thread = std::thread([this, folder = m_wanted] {
        auto findings = findingsOf(folder);
        QMetaObject::invokeMethod(this, [this, folder, list = std::move(findings)]() mutable {
            take(folder, std::move(list));
        }, Qt::QueuedConnection);
    });
}

void WorkspaceCheck::take(const QString &folder, std::vector<check::Finding> findings)
{
    m_running = false;
    if (folder == m_wanted) {
        m_findings = std::move(findings);
        Q_EMIT finished();
    }
    if (m_again || (folder != m_wanted && !m_wanted.isEmpty()))
        start();
}

} // namespace pbx::app
