// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/options.h"
#include "environment/practice/practice_server.h"

namespace pbx::app {

struct ServeSettings {
    practice::PracticeServer::Options options;
    bool passwordMade = false; ///< of the only user
};

extern const OptionRule serveRuleList[10];
inline constexpr std::span<const OptionRule> serveRules(serveRuleList);
/// The error is a sentence for people.
[[nodiscard]] std::expected<ServeSettings, QString> readServeSettings(const Options &options);

} // namespace pbx::app
