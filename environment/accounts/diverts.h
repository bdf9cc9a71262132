// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/account.h"

/// "Divert calls" as the simplified page offers it, read from and written into signal rules (server-interfaces 4.7).
namespace pbx::accounts {

struct Divert {
    DivertWhen when = DivertWhen::None;
    std::string target;
    bool ours = false; ///< rules of this program ("pbx divert …"); otherwise one of the server's own page
};

/// One for each When that an active rule diverts at; the first rule decides.
[[nodiscard]] std::vector<Divert> readDiverts(const Account &account);

/// The account's signal rules with that divert instead of an earlier one; an empty target takes it away. Rules of the
/// server's own page are switched off, not removed. `afterhours` copies the account's working hours into its rules:
/// write it again when they change. NoAnswer acts when nobody has answered at last.
[[nodiscard]] data::Value withDivert(const Account &account, DivertWhen when, std::string_view target);

/// The rules with an existing "pbx divert afterhours" following the account's hours; null when there is none.
[[nodiscard]] data::Value withCurrentHours(const Account &account);

} // namespace pbx::accounts
