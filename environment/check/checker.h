// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/check/finding.h"
#include "environment/files/workspace.h"

#include <expected>

namespace pbx::check {

/// Finds what is wrong with programs, environments and workspaces before any call is placed (command-line,
/// `pbx check`).
class Checker {
public:
    /// A program, a folder of programs, or a workspace; findings show it as it was named. The error says why it can't
    /// be read.
    [[nodiscard]] std::expected<void, std::string> check(const std::string &path);
    /// A workspace already open; findings show paths inside of it.
    void checkWorkspace(const files::Workspace &workspace);

    /// By file and place.
    [[nodiscard]] std::vector<Finding> takeFindings() { return m_report.take(); }

private:
    [[nodiscard]] std::expected<void, std::string> checkFolder(const QString &folder, const std::string &shown);
    void checkPrograms(const files::Environment::Folders &folders, const QString &only);

    Report m_report;
};

} // namespace pbx::check
