// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/rules.h"
#include "environment/data/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// One account as its settings file gives it, with the defaults of domain and server behind it
/// (server-interfaces, 4.1, 4.2).
namespace pbx::accounts {

/// What stands behind an account's own values.
struct Defaults {
    data::Value domainPreferences; ///< dictionary or null
    data::Value serverPreferences; ///< dictionary or null; behind it stand the server's built-in defaults
    std::string workspaceZone;     ///< what HostOS and an empty TimeZone mean
};

/// Something in settings that can't be used, or makes no sense.
struct SettingsProblem {
    std::string code;              ///< stable word, as of `pbx check`: "settings", "working-hours" …
    std::vector<std::string> path; ///< keys and indices that lead to it: "SignalRules", "2"
    std::string message;           ///< complete sentence
};

struct Account {
    std::string name; ///< as the file is called
    std::string domain;
    std::vector<std::string> aliases;
    std::vector<std::string> telephoneNumbers; ///< key TelNums
    data::Value settings;                      ///< each a dictionary or null, own values only
    data::Value preferences;
    data::Value signalRules; ///< array or null
    data::Value source;      ///< the whole dictionary, unknown keys included
    std::vector<Rule> rules; ///< read from signalRules; the preinstalled rule for `pbx` without own ones
    Defaults defaults;
    std::vector<SettingsProblem> problems; ///< of its own settings

    [[nodiscard]] std::string address() const { return name + '@' + domain; } ///< ivanov@specialists.example
    std::string email() const { return address(); }
    std::string realName() const; ///< RealName of the settings, else the name

    /// Own value, else the domain's, else the server's, else the built-in one; null when nobody has it. The text
    /// "default" counts as no value: to the server it means that the one behind shows (server-interfaces, 4.1).
    [[nodiscard]] data::Value effectivePreference(std::string_view key) const;
    /// Strings and numbers as text.
    [[nodiscard]] std::string effectiveText(std::string_view key) const;
    /// "28800" and #28800; nullopt for anything else.
    [[nodiscard]] std::optional<std::int64_t> effectiveNumber(std::string_view key) const;
    /// An array of texts; one text counts as an array of one.
    [[nodiscard]] std::vector<std::string> effectiveList(std::string_view key) const;

    std::string language() const;              ///< preference Language as written; empty: default
    std::string timeZone() const;              ///< HostOS and empty already replaced by the workspace's
    std::vector<std::string> workDays() const; ///< Sun Mon Tue Wed Thu Fri Sat
    std::int64_t workDayStart() const;         ///< seconds after midnight
    std::int64_t workDayEnd() const;
    std::vector<std::string> receptMenu() const; ///< as typed, outer blanks dropped; one text is split at commas and lines
    std::vector<std::string> languageMenu() const;
    std::string receptDirPrefix() const;
    std::int64_t receptDirDigits() const; ///< 3 where the value is 0, negative or no number
};

/// Never fails: what can't be understood is left out and told in problems. `dictionary` null: an account without
/// settings.
[[nodiscard]] Account readAccount(std::string_view name, std::string_view domain, const data::Value &dictionary,
                                  const Defaults &defaults);

/// What is wrong with a dictionary of preferences by itself: zone, days, hours, the attendant's menu. `account` gives the
/// values it leaves out; paths begin with "Preferences".
[[nodiscard]] std::vector<SettingsProblem> preferenceProblems(const data::Value &preferences, const Account &account);

/// The server's own defaults of 4.2; null for keys without one.
[[nodiscard]] data::Value builtInPreference(std::string_view key);

} // namespace pbx::accounts
