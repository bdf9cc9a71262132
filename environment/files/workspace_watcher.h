// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/workspace.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace pbx::files {

/// Notices changes made by other programs. The workspace must outlive it; it is refreshed before the signal.
/// Changes that come close together make one signal.
class WorkspaceWatcher : public QObject {
    Q_OBJECT
public:
    explicit WorkspaceWatcher(Workspace *workspace, QObject *parent = nullptr);
    /// How long it must be quiet, in ms (200).
    void setDelay(int milliseconds) { m_timer.setInterval(milliseconds); }
    /// False when the system refuses to watch (too many files): then checkNow() is the only way.
    bool isComplete() const noexcept { return m_complete; }

public Q_SLOTS:
    /// True: something has changed, and changed() has told it.
    bool checkNow();

Q_SIGNALS:
    void changed(const pbx::files::FileChanges &changes);

private:
    void watch();

    Workspace *m_workspace;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    bool m_complete = true;
};

} // namespace pbx::files
