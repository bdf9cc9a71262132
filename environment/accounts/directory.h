// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/account.h"

#include <deque>
#include <unordered_map>

namespace pbx::accounts {

enum class ObjectKind { None, Account, Alias, Number, Forwarder, Group };

struct Forwarder {
    std::string name;
    std::string target; ///< an address, may start a program
};

struct Group {
    std::string name;
    std::vector<std::string> members;
    data::Value source;
};

struct Domain {
    std::string name;
    std::deque<Account> accounts; ///< addresses stay good while the directory is alive
    std::deque<Forwarder> forwarders;
    std::deque<Group> groups;
    std::vector<Rule> rules; ///< SignalRules of domain.settings
    data::Value preferences;
};

/// What an address's local part is.
struct Found {
    ObjectKind kind = ObjectKind::None;
    const Account *account = nullptr; ///< for Account, Alias, Number
    const Forwarder *forwarder = nullptr;
    const Group *group = nullptr;
};

struct DirectoryProblem {
    std::string domain;
    std::string account; ///< empty: of the domain
    std::string message;
    std::string code = "settings"; ///< as in SettingsProblem
    std::vector<std::string> path; ///< in the settings of the account, the domain or, without a domain, the workspace
};

/// All objects of all domains; names are compared ignoring case. Move-only; pointers from it stay good while it lives,
/// as long as nothing is added.
class Directory {
public:
    Directory() = default;
    Directory(Directory &&) = default;
    Directory &operator=(Directory &&) = default;
    Directory(const Directory &) = delete;
    Directory &operator=(const Directory &) = delete;

    void setServer(const data::Value &signalRules, const data::Value &preferences, std::string workspaceZone);
    void setDefaultDomain(std::string name) { m_defaultDomain = std::move(name); }
    /// `settings`: domain.settings or null.
    void addDomain(std::string_view name, const data::Value &settings);
    /// The domain is added when it is new. A name used twice is a problem; the order account, alias, number, forwarder,
    /// group decides, then the first.
    void addAccount(std::string_view domain, std::string_view name, const data::Value &settings);

    const std::string &defaultDomain() const noexcept { return m_defaultDomain; }
    const std::deque<Domain> &domains() const noexcept { return m_domains; }
    const Domain *domain(std::string_view name) const;
    const std::vector<Rule> &serverRules() const noexcept { return m_serverRules; }
    const std::string &workspaceZone() const noexcept { return m_workspaceZone; }

    /// Order: account, alias, telephone number (also written with +), forwarder, group (pbx-runtime, 8.1).
    [[nodiscard]] Found find(std::string_view localPart, std::string_view domain) const;
    /// "ivanov", "200", "ivanov@specialists.example": the account behind it, through aliases and numbers; else null.
    [[nodiscard]] const Account *account(std::string_view address) const;
    /// Settings that were left out, names used twice.
    [[nodiscard]] std::vector<DirectoryProblem> problems() const;

private:
    struct Names {
        std::unordered_map<std::string, Found> objects; ///< by folded name
    };
    Domain &domainFor(std::string_view name);
    void checkPreferences(const data::Value &preferences, const std::string &domain);
    void enter(Domain &domain, std::string_view name, const Found &found, std::vector<std::string> path);

    std::string m_defaultDomain;
    std::string m_workspaceZone;
    data::Value m_serverPreferences;
    std::vector<Rule> m_serverRules;
    std::deque<Domain> m_domains;
    std::unordered_map<std::string, std::size_t> m_domainIndex; ///< folded name → place in m_domains
    std::vector<Names> m_names;                                 ///< beside m_domains
    std::vector<DirectoryProblem> m_problems;
};

} // namespace pbx::accounts
