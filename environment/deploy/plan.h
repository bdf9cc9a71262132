// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/deploy.h"

namespace pbx::deploy {

/// Actions of one phase don't need each other; a phase begins when the one before is through.
[[nodiscard]] int phaseOf(const Action &action);
[[nodiscard]] bool isOneByOne(int phase); ///< an alias may have to leave one account before another gets it

/// Sorts by phases and names, and adds what has to be there before and goes away after: environment and language folders.
void complete(std::vector<Action> &actions, const Comparison &comparison);

[[nodiscard]] std::string languageOf(const std::string &name); ///< of "russian/welcome.wav"; empty: the top
[[nodiscard]] ItemKind itemKindOf(const Action &action);
[[nodiscard]] bool isOfSettings(const Action &action);

} // namespace pbx::deploy
