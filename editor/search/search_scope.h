// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/workspace.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace pbx::editor {

/// A file to be searched.
struct SearchFile {
    QString path;                   ///< absolute
    QString shown;                  ///< in the workspace
    std::optional<QByteArray> text; ///< as it stands in an editor; otherwise the disk has it
};

/// All texts of the workspace: programs and other files of the environments, settings, texts of prompts, scenarios.
/// Neither sounds nor what comes with the server.
QList<SearchFile> searchableFiles(const files::Workspace &workspace);

} // namespace pbx::editor
