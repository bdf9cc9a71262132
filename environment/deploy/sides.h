// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/baseline.h"
#include "environment/deploy/crew.h"
#include "environment/deploy/settings_keys.h"

/// What compare, pull and push look at together.
namespace pbx::deploy {

/// The workspace as it is on disk now, for the thread that asks: what the caller has open may be older, and its values belong
/// to another thread.
[[nodiscard]] Result<files::Workspace> openAgain(const files::Workspace &workspace);

/// Tells how far a stage is; any thread.
class Teller {
public:
    Teller(const Job &job, Progress::Stage stage, std::size_t all, std::int64_t allBytes = 0);
    void done(const std::string &name, std::int64_t bytes = 0);

private:
    const Job &m_job;
    std::mutex m_mutex;
    Progress m_progress;
};

/// A comparison with everything behind it.
struct Sides {
    Comparison comparison;
    std::string place; ///< of the server, for baselines
    Baseline baseline;
    struct Settings {
        Keys base, here, there;
        bool fileHere = false;
    };
    std::vector<Settings> settings; ///< by the items' place; empty for files
    std::vector<QString> paths;     ///< by the items' place: where the file here is or would be, absolute
};
[[nodiscard]] Result<Sides> readSides(const files::Workspace &fresh, const server::Scope &scope, const Job &job, Crew &crew);

/// One side's settings of an account or a domain as the server has them now; nullopt: there is no such account.
[[nodiscard]] Result<std::optional<Keys>> readSettings(server::Remote &remote, const server::Scope &scope, ItemKind kind,
                                                       const std::string &name);

} // namespace pbx::deploy
