// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/account.h"

namespace pbx::editor {

/// Places in the account's list of rules, in the order in which they are asked: stage by stage, the higher priority
/// first, then as stored. Rules that are switched off stand last in their stage.
[[nodiscard]] std::vector<std::size_t> rulesAsAsked(const accounts::Account &account);

struct MovedRule {
    data::Value rules; ///< the whole list, for SignalRules
    std::size_t index = 0; ///< the moved rule's place in it
};
/// The rule at `index` asked right before the one at `beside`, or right behind it; it takes that one's priority where
/// they differ. nullopt: the account has no rules of its own, the two act at different stages, or only one of them is
/// switched on, so that no order is to be had.
[[nodiscard]] std::optional<MovedRule> withRuleBeside(const accounts::Account &account, std::size_t index,
                                                      std::size_t beside, bool behind);

} // namespace pbx::editor
