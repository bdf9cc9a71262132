// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/desk/history.h"
#include "environment/files/workspace.h"

#include <optional>

namespace pbx::editor {

/// What all panels of a window work on: the open workspace, its accounts, and the changes made to it. Without a
/// workspace it is empty, and panels show nothing.
class Desk : public QObject {
    Q_OBJECT
public:
    explicit Desk(QObject *parent = nullptr);

    /// The workspace outlives the desk or is replaced by null first.
    void setWorkspace(files::Workspace *workspace);
    bool isOpen() const { return m_workspace != nullptr; }
    const files::Workspace &workspace() const { return *m_workspace; }
    const accounts::Directory &directory() const { return *m_directory; }
    History &changes() { return m_changes; }

    /// The domain the panels show.
    const std::string &domain() const { return m_domain; }
    void setDomain(const std::string &domain);

    /// Makes the change and reads the workspace anew. False: it could not be made, and failed() has said why.
    bool apply(const QString &name, const std::vector<FileState> &after, const QString &key = {});
    /// The accounts anew, after the workspace was.
    void reread();

Q_SIGNALS:
    /// Files or settings may be others than before.
    void changed();
    /// The workspace or the domain is another.
    void replaced();
    /// Somebody has to look at the disk: files were written.
    void written(const QStringList &paths);
    void failed(const QString &text);

private:
    files::Workspace *m_workspace = nullptr;
    std::optional<accounts::Directory> m_directory;
    History m_changes;
    std::string m_domain;
};

} // namespace pbx::editor
