// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/call/program_store.h"
#include "preview/scenario/scenario.h"

#include <map>
#include <memory>

namespace pbx::scenario {

/// Runs scenario files, each in the workspace its folder belongs to. Opens a workspace once and keeps its programs
/// compiled. For one thread.
class Runner {
public:
    Runner();
    ~Runner();

    struct Outcome {
        std::string title;
        Result result;
        std::string problem; ///< it could not be run: FILE:LINE:COLUMN: error: TEXT or a sentence
        std::optional<Fault> fault; ///< the place and the text of the former, apart
    };
    [[nodiscard]] Outcome run(const QString &file);
    /// The same for a text that is no file yet.
    [[nodiscard]] Outcome run(std::string_view text, std::string_view name, const files::Workspace &workspace,
                              const accounts::Directory &directory);

private:
    struct World;
    World *worldOf(const QString &file, std::string &problem);

    std::map<QString, std::unique_ptr<World>> m_worlds; ///< by folder
    call::ProgramStore m_programs;
};

/// The workspace a file lies in: the nearest folder upwards with a workspace.settings. Empty: none.
[[nodiscard]] QString workspaceOf(const QString &file);

} // namespace pbx::scenario
