// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/state_folder.h"

#include <map>

namespace pbx::deploy {

/// What was last the same on both sides, by hashes; contents of programs and settings are kept under them.
struct Baseline {
    bool exists = false;
    std::map<std::string, std::string> files;    ///< by name
    std::map<std::string, std::string> accounts; ///< by name in lower case
    std::string domainSettings;                  ///< empty: none

    /// The place for an item's hash. An empty hash takes it away.
    void set(ItemKind kind, const std::string &name, const std::string &hash);
    [[nodiscard]] std::string get(ItemKind kind, const std::string &name) const;
};

/// One for each server and scope; missing: an empty one.
[[nodiscard]] Result<Baseline> readBaseline(const StateFolder &folder, const std::string &place, const server::Scope &scope);
[[nodiscard]] Result<> writeBaseline(const StateFolder &folder, const std::string &place, const server::Scope &scope,
                                     const Baseline &baseline);

/// Contents small enough, and of a kind, that people merge.
[[nodiscard]] bool isMergeable(ItemKind kind, std::string_view name);

} // namespace pbx::deploy
