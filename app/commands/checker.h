// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/output.h"
#include "environment/files/workspace.h"

#include <string>
#include <vector>

namespace pbx::app {

/// Finds what is wrong with programs, environments and workspaces before any call is placed (command-line, `pbx check`).
class Checker {
public:
    /// False: it can't be read; the message is told to `complain`.
    bool check(const std::string &path);
    /// By file and place.
    std::vector<Finding> takeFindings();

private:
    void checkProgram(const QString &path, const std::string &shown, const files::Environment *environment);
    void checkFolder(const QString &folder, const std::string &shown);
    void checkWorkspace(const files::Workspace &workspace, const std::string &shown);
    void checkLayer(const files::LayerIndex &layer, const files::Environment &environment);
    void checkAccount(const files::Workspace &workspace, const accounts::Directory &directory,
                      const accounts::Account &account);
    void checkTarget(const files::Workspace &workspace, const accounts::Directory &directory, const std::string &target,
                     const std::string &domain, const QString &file);
    std::string shownPath(const QString &path) const;
    void add(std::string file, int line, int column, std::string_view severity, std::string_view code,
             std::string message);

    std::vector<Finding> m_findings;
    QString m_root; ///< absolute folder that is shown as m_shownRoot
    std::string m_shownRoot;
};

} // namespace pbx::app
