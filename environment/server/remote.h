// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace pbx::server {

/// Whose environment: a domain's, or the server-wide one (empty name).
struct Scope {
    std::string domain;
    [[nodiscard]] bool isServer() const noexcept { return domain.empty(); }
    bool operator==(const Scope &) const = default;
};

struct RemoteFile {
    std::string name; ///< "callback.sppr", "russian/welcome.wav"; lower case
    std::optional<std::int64_t> size; ///< where the server tells it
};

struct RemoteFiles {
    bool exists = true;                 ///< false: the domain has none of its own, or an empty one: lists can't tell
    std::vector<std::string> languages; ///< folders, sorted, also empty ones
    std::vector<RemoteFile> files;      ///< sorted by name
};

/// One account's part of a workspace, each as the server has it; null: the server gives none.
struct RemoteAccount {
    std::string name; ///< without the domain
    data::Value aliases;
    data::Value settings;    ///< without keys that hold a password
    data::Value preferences;
    data::Value signalRules;
};

/// Settings without what lets people in. A key that holds a secret anywhere inside goes as a whole: a part of it, written
/// back, would wipe out the rest.
[[nodiscard]] data::Value withoutSecrets(const data::Value &dictionary);

/// The commands of environments and accounts (server-interfaces, 3 and 4) in words of this program. Failures come back as
/// they are. Every name a method gives is fit to be the name of a file or folder: a list with another one, or with two that
/// differ in letter case alone, is a failure; hidden names (.x) of environments are passed over.
class Remote {
public:
    explicit Remote(Connection &connection) : m_connection(connection) {}

    template<typename T = void> using Result = std::expected<T, Failure>;

    [[nodiscard]] Result<std::vector<std::string>> domains();
    [[nodiscard]] Result<std::string> mainDomain();

    /// The whole list, one command and one more for each language.
    [[nodiscard]] Result<RemoteFiles> files(const Scope &scope);
    /// The names in one folder ("": the top).
    [[nodiscard]] Result<std::vector<RemoteFile>> files(const Scope &scope, const std::string &language);
    /// nullopt: there is none by a fresh list too (server-interfaces, 6.1).
    [[nodiscard]] Result<std::optional<std::string>> read(const Scope &scope, const std::string &name);
    [[nodiscard]] Result<> store(const Scope &scope, const std::string &name, std::string_view content);
    [[nodiscard]] Result<> remove(const Scope &scope, const std::string &name);
    /// Fine when it exists already.
    [[nodiscard]] Result<> createEnvironment(const Scope &scope);
    [[nodiscard]] Result<> createLanguage(const Scope &scope, const std::string &language);
    /// Only an empty one; never a whole environment.
    [[nodiscard]] Result<> removeLanguage(const Scope &scope, const std::string &language);

    struct Compiled {
        bool sound = true;
        QString complaint;
        std::optional<std::int64_t> offset; ///< bytes from the beginning, behind the token refused
    };
    /// Has the server compile without putting it to use; nullopt: the server can't (Dialect::tryCompile). A server that
    /// stores what it compiles gets it under a scratch name, which is removed again.
    [[nodiscard]] Result<std::optional<Compiled>> compile(const Scope &scope, const std::string &name,
                                                          std::string_view program);

    [[nodiscard]] Result<std::vector<std::string>> accounts(const std::string &domain);
    [[nodiscard]] Result<RemoteAccount> account(const std::string &domain, const std::string &name);
    [[nodiscard]] Result<> createAccount(const std::string &domain, const std::string &name, const data::Value &settings);
    /// With all its mail: only to undo a createAccount() of the same moment.
    [[nodiscard]] Result<> removeAccount(const std::string &domain, const std::string &name);
    [[nodiscard]] Result<> setAliases(const std::string &domain, const std::string &name, const data::Value &aliases);
    /// The keys given; the string "default" takes an own value away.
    [[nodiscard]] Result<> updatePreferences(const std::string &domain, const std::string &name, const data::Value &changed);
    [[nodiscard]] Result<> updateSettings(const std::string &domain, const std::string &name, const data::Value &changed);
    [[nodiscard]] Result<> setSignalRules(const std::string &domain, const std::string &name, const data::Value &rules);

    /// SignalRules, Forwarders, Groups and Preferences of a domain, as domain.settings has them.
    [[nodiscard]] Result<data::Value> domainSettings(const std::string &domain);
    [[nodiscard]] Result<> setDomainSignalRules(const std::string &domain, const data::Value &rules);
    [[nodiscard]] Result<> updateDomainPreferences(const std::string &domain, const data::Value &changed);
    [[nodiscard]] Result<> setForwarder(const std::string &domain, const std::string &name,
                                        const std::optional<std::string> &target); ///< nullopt: away with it
    [[nodiscard]] Result<> setGroup(const std::string &domain, const std::string &name, const data::Value &settings); ///< null: away

    [[nodiscard]] Connection &connection() { return m_connection; }

private:
    Connection &m_connection;
};

} // namespace pbx::server
