// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/refusal.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace pbx::practice {

/// Whose environment.
struct Scope {
    enum class Layer { Domain, Server, Stock } layer = Layer::Domain;
    std::string domain; ///< of a domain's
};

struct StoredFile {
    std::string name; ///< lower case, without the folder
    std::int64_t size = 0;
    std::int64_t modified = 0; ///< seconds since 1970
    bool folder = false;
};

/// What the server holds: a workspace on disk, and what lives only as long as the server (passwords, tasks). Nothing is
/// kept of the files between commands, so that others may work on the workspace at the same time. Names are checked here;
/// nothing outside of the workspace is ever written, symbolic links are not followed.
class Store {
public:
    explicit Store(QString folder);

    /// Held by whoever runs a command.
    std::mutex mutex;

    const QString &folder() const noexcept { return m_folder; }

    // ---- environments; names in any letter case

    [[nodiscard]] bool hasEnvironment(const Scope &scope) const;
    /// Sorted by name. `language` empty: the top, folders too.
    [[nodiscard]] Result<std::vector<StoredFile>> list(const Scope &scope, const std::string &language) const;
    [[nodiscard]] Result<std::string> read(const Scope &scope, const std::string &name) const;
    /// `quota`: bytes the environment may hold; 0: any number.
    [[nodiscard]] Result<> store(const Scope &scope, const std::string &name, std::string_view content, std::int64_t quota);
    [[nodiscard]] Result<> remove(const Scope &scope, const std::string &name);
    [[nodiscard]] Result<> createEnvironment(const std::string &domain, bool againFails);
    [[nodiscard]] Result<> createLanguage(const Scope &scope, const std::string &language, bool againFails);
    [[nodiscard]] Result<> removeLanguage(const Scope &scope, const std::string &language, bool withFiles);
    /// The folder on disk; made where it is missing.
    [[nodiscard]] Result<QString> environmentFolder(const Scope &scope);

    // ---- domains and settings

    [[nodiscard]] std::vector<std::string> domains() const; ///< lower case, sorted
    [[nodiscard]] std::string mainDomain() const;
    [[nodiscard]] bool hasDomain(std::string_view domain) const;
    [[nodiscard]] std::vector<std::string> accounts(std::string_view domain) const; ///< as their files are called, sorted
    [[nodiscard]] bool hasAccount(std::string_view domain, std::string_view name) const;

    /// Dictionaries; a missing file is an empty one, an unreadable one is refused and stays as it is.
    [[nodiscard]] Result<data::Value> serverSettings() const;
    [[nodiscard]] Result<data::Value> domainSettings(std::string_view domain) const;
    [[nodiscard]] Result<data::Value> account(std::string_view domain, std::string_view name) const;
    [[nodiscard]] Result<> saveServerSettings(const data::Value &settings);
    [[nodiscard]] Result<> saveDomainSettings(std::string_view domain, const data::Value &settings);
    [[nodiscard]] Result<> saveAccount(std::string_view domain, std::string_view name, const data::Value &settings);
    [[nodiscard]] Result<> removeAccount(std::string_view domain, std::string_view name);
    [[nodiscard]] Result<> renameAccount(std::string_view domain, std::string_view from, std::string_view to);

    // ---- what is not on disk

    std::map<std::string, std::string> passwords; ///< by full name in lower case; of accounts, set by commands
    struct Task {
        std::string account; ///< in full
        std::string program;
    };
    std::map<std::string, Task> tasks; ///< by their ids
    std::uint64_t lastTask = 0;

    /// Ten failures a minute are borne (server-interfaces, 6.3).
    [[nodiscard]] bool logInsBlocked();
    void logInFailed();
    std::function<std::chrono::steady_clock::time_point()> clock = std::chrono::steady_clock::now;

    /// From the n-th writing on the disk is full; 0: never. The count begins anew.
    void setFullFrom(std::int64_t write);
    /// The file of an environment or of settings that was looked at or written last; empty: none yet.
    mutable QString lastTouched;
    /// What somebody else's program would do to that file meanwhile.
    void changeByOthers();

private:
    struct Place {
        QString folder; ///< the one the file lies in
        QString path;   ///< with the letter case on disk
        bool exists = false;
    };
    QString domainFolder(std::string_view domain) const;
    QString accountFile(std::string_view domain, std::string_view name) const;
    QString layerFolder(const Scope &scope) const;
    Result<Place> place(const Scope &scope, const std::string &name) const;
    Result<> checkLinks(const QString &path) const;
    Result<data::Value> readSettings(const QString &path) const;
    Result<> writeSettings(const QString &path, const data::Value &settings);
    Result<> write(const QString &path, const QByteArray &content);
    Result<> countWrite();
    std::int64_t size(const Scope &scope) const;

    QString m_folder;
    QString m_stock;
    std::deque<std::chrono::steady_clock::time_point> m_failures;
    std::int64_t m_writes = 0;
    std::int64_t m_fullFrom = 0;
};

} // namespace pbx::practice
