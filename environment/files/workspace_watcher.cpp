// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/workspace_watcher.h"

#include <QSet>

namespace pbx::files {

namespace {

constexpr int defaultDelay = 200;

} // namespace

WorkspaceWatcher::WorkspaceWatcher(Workspace *workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(defaultDelay);
    const auto wait = [this] { m_timer.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, wait);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, wait);
    connect(&m_timer, &QTimer::timeout, this, &WorkspaceWatcher::checkNow);
    watch();
}

void WorkspaceWatcher::watch()
{
    const auto wanted = m_workspace->watchedPaths();
    const auto present = m_watcher.files() + m_watcher.directories();
    const QSet<QString> wantedSet(wanted.begin(), wanted.end());
    const QSet<QString> presentSet(present.begin(), present.end());
    const auto gone = presentSet - wantedSet;
    const auto fresh = wantedSet - presentSet;
    if (!gone.isEmpty())
        m_watcher.removePaths(gone.values());
    m_complete = fresh.isEmpty() || m_watcher.addPaths(fresh.values()).isEmpty();
}

bool WorkspaceWatcher::checkNow()
{
    m_timer.stop();
    const auto changes = m_workspace->refresh();
    // A file replaced by an atomic save has lost its watch.
    watch();
    if (!changes.isEmpty())
        Q_EMIT changed(changes);
    return !changes.isEmpty();
}

} // namespace pbx::files
