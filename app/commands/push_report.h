// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/deploy_session.h"

namespace pbx::app {

/// What would be done, a line each.
void printPlan(const deploy::Plan &plan, Format format);
/// What was done, and how it ended; gives the exit status.
int printResult(const deploy::PushResult &result, const std::vector<deploy::Action> &actions, Format format);

/// "anna@desk": the person at this machine.
[[nodiscard]] QString thisPerson();

[[nodiscard]] std::string_view endWord(deploy::PushResult::End end);

} // namespace pbx::app
