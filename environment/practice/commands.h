// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/interpreter.h"
#include "environment/practice/store.h"
#include "environment/practice/words.h"

#include <span>
#include <string_view>

namespace pbx::practice {

/// Who is logged in, for the commands.
struct Caller {
    Store &store;
    const Manner &manner;
    std::string name;   ///< without the domain
    std::string domain; ///< lower case; of a server's administrator the main one
    bool server = false; ///< an account of the server, not of a domain
    std::vector<std::string> rights;

    [[nodiscard]] bool isMaster() const;
    [[nodiscard]] bool has(std::string_view right) const;
    [[nodiscard]] std::string address() const { return name + '@' + domain; }

    /// What a command about a domain needs: Master, or the right while it is the caller's own. An empty right: to be
    /// the domain's administrator. Gives 512 for a domain that is not there, to those who may know it.
    [[nodiscard]] Result<> mayDomain(std::string_view domain, std::string_view right = {}) const;
    /// A right of the server: Settings, Users, Monitors.
    [[nodiscard]] Result<> mayServer(std::string_view right) const;
};

/// A command's name and what it does with the words behind it.
struct CommandEntry {
    std::string_view name; ///< upper case
    Reply (*run)(Caller &caller, Words &words);
};

std::span<const CommandEntry> generalCommands();
std::span<const CommandEntry> environmentCommands();
std::span<const CommandEntry> accountCommands();
std::span<const CommandEntry> settingsCommands();
std::span<const CommandEntry> ruleCommands();
std::span<const CommandEntry> objectCommands(); ///< forwarders, groups
std::span<const CommandEntry> taskCommands();

/// Null: there is none. The name in any letter case.
[[nodiscard]] const CommandEntry *findCommand(std::string_view name);
/// All of them and those of the session itself, sorted.
[[nodiscard]] std::vector<std::string_view> commandNames();

// ---- shared by the commands

/// A domain that is there, in lower case, after the right was looked at.
[[nodiscard]] Result<std::string> domainOf(const Caller &caller, const std::string &name, std::string_view right = {});

struct AccountName {
    std::string name, domain; ///< domain in lower case; the name as on disk is not told
    [[nodiscard]] std::string address() const { return name + '@' + domain; }
};
/// `ivanov`, `ivanov@domain`, `*`. Not looked for yet, rights not looked at.
[[nodiscard]] AccountName splitAccount(const Caller &caller, const std::string &name);
/// An account that is there (aliases count too), after the right was looked at. `own`: everybody may, for themselves.
[[nodiscard]] Result<AccountName> accountOf(const Caller &caller, const std::string &name, std::string_view right,
                                            bool own = true);

/// A name that accounts, aliases, groups, forwarders and named tasks may have, and that none of the domain's has yet.
/// Those of the account `except` don't count.
[[nodiscard]] Result<> nameIsFree(const Caller &caller, const std::string &domain, std::string_view name,
                                  std::string_view except = {});

/// Member of a dictionary, or an empty one / array.
[[nodiscard]] data::Value dictionaryIn(const data::Value &settings, std::string_view key);
[[nodiscard]] data::Value arrayIn(const data::Value &settings, std::string_view key);
/// A dictionary with the changed keys; the string "default" takes one away.
void update(data::DictionaryObject &settings, const data::DictionaryObject &changes);
[[nodiscard]] data::Value textArray(std::span<const std::string> texts);
[[nodiscard]] std::string folded(std::string_view name);

/// What the compiler says about a program; nullopt: nothing.
struct Complaint {
    std::string text;
    std::size_t offset = 0; ///< behind what was refused
};
[[nodiscard]] std::optional<Complaint> compile(const std::string &name, std::string_view program);

} // namespace pbx::practice
