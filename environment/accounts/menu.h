// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/directory.h"

namespace pbx::accounts {

struct Department {
    std::string name;                 ///< as typed in ReceptMenu
    char digit = 0;                   ///< '0'…'9'; 0: no key was left, neither spoken nor reachable
    std::string account;              ///< full address it calls; empty: no object of that name in the domain
    std::vector<std::string> prompts; ///< in playing order: "forivanov", "press", "1"
    std::string reason;               ///< why this digit: "1 is free", "3: 2 is kept for extensions"
};

struct DepartmentMenu {
    std::vector<Department> departments; ///< in speaking order, the operator last
    std::string reservedDigits;          ///< of the prefix
    std::int64_t extensionDigits = 3;
    std::vector<std::string> warnings;       ///< repeated or empty entries, prefix with 0 beside an operator
    std::vector<std::string> prefixWarnings; ///< those of `warnings` that are about the prefix, not the menu
    std::vector<std::string> errors;         ///< more departments than keys, a department nobody has
};

/// Which key for which department (pbx-runtime, 9.2).
[[nodiscard]] DepartmentMenu assignKeys(const std::vector<std::string> &menu, std::string_view prefix);
/// The same for an account, with what each department calls. The directory may be null.
[[nodiscard]] DepartmentMenu departmentMenu(const Account &account, const Directory *directory);

} // namespace pbx::accounts
