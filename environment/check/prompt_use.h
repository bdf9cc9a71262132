// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/menu.h"
#include "environment/files/workspace.h"

#include <map>
#include <set>
#include <string>
#include <vector>

/// Who uses which prompt, and where it is missing.
namespace pbx::check {

/// What every attendant speaks besides its departments (pbx-runtime 9.3).
std::vector<std::string> attendantPrompts(const accounts::Account &account);

/// The menu with the operator's prompt that the environment really has (pbx-runtime 9.3, step 5).
accounts::DepartmentMenu spokenMenu(const accounts::Account &account, const accounts::Directory &directory,
                                    const files::Environment &environment);

/// Languages an attendant speaks: the account's own first, then those of its language menu; "" is the default.
std::vector<std::string> spokenLanguages(const accounts::Account &account);

/// Of these prompts: NAME when the account's own language lacks it, LANGUAGE/NAME for the others of its menu.
std::vector<std::string> missingPrompts(const accounts::Account &account, const std::vector<std::string> &prompts,
                                        const files::Environment &environment);

/// Prompt names in lower case to who uses them: programs as the workspace shows them, attendants as "attendant:ACCOUNT".
using PromptUse = std::map<std::string, std::set<std::string>>;
/// Names that can be known in the programs of a domain and of the server layer, and the menus of the domain's accounts.
PromptUse usedPrompts(const files::Workspace &workspace, const accounts::Directory &directory, const std::string &domain);

} // namespace pbx::check
