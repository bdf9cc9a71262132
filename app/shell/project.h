// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/workspace.h"
#include "environment/files/workspace_watcher.h"
#include "preview/call/program_store.h"

#include <QObject>

#include <memory>
#include <optional>

namespace pbx::app {

/// An open workspace with all that calls in it need, and an eye on the disk.
class Project : public QObject {
    Q_OBJECT
public:
    explicit Project(files::Workspace workspace, QObject *parent = nullptr);

    files::Workspace &workspace() { return m_workspace; }
    const files::Workspace &workspace() const { return m_workspace; }
    const accounts::Directory &directory() const { return *m_directory; }
    call::ProgramStore &programs() { return m_programs; }
    QString folder() const { return m_workspace.folder(); }

    /// Looks at the disk now, not when the system gets round to telling.
    bool look() { return m_watcher.checkNow(); }
    /// Looks at the disk and reads the accounts anew. Not while a call runs: it holds on to the accounts.
    void prepareCall();

    /// The example that comes with the program; empty: not found.
    static QString exampleFolder();
    /// The example as the user may change it: the source tree's own, or a copy of the installed one among the user's data.
    static QString ownExample();

Q_SIGNALS:
    void changed(const pbx::files::FileChanges &changes);

private:
    files::Workspace m_workspace;
    std::optional<accounts::Directory> m_directory;
    call::ProgramStore m_programs;
    files::WorkspaceWatcher m_watcher;
};

} // namespace pbx::app
