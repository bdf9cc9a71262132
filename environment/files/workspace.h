// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/directory.h"
#include "environment/data/value.h"
#include "environment/files/environment.h"
#include "environment/files/prompt_texts.h"

#include <QHash>
#include <QStringList>

#include <expected>
#include <map>

/// The workspace on disk (command-line, "A workspace"). Holds data::Value, so it stays in the thread that opened it.
namespace pbx::files {

/// A settings file. A broken one has a null dictionary and its problems stand in Workspace::problems().
struct SettingsFile {
    std::string name; ///< of the account; empty for workspace.settings and domain.settings
    QString path;
    data::Value dictionary;
    bool exists = false;
};

struct DomainFolder {
    std::string name; ///< lower case
    QString path;
    SettingsFile settings;              ///< domain.settings
    std::vector<SettingsFile> accounts; ///< sorted by name
    QStringList promptFiles;            ///< prompts/LANGUAGE.txt, sorted
};

/// Absolute paths, sorted.
struct FileChanges {
    QStringList added;
    QStringList changed;
    QStringList removed;
    bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }
    QStringList all() const { return added + changed + removed; }
};

/// The built-in files: environment variable PBX_STOCK; else the installed share/pbx-studio/stock; else the
/// source tree the program was built from. Empty when none of them is a folder.
[[nodiscard]] QString stockFolder();

class Workspace {
public:
    struct Options {
        QString stock = stockFolder();
        LookupOrder order = LookupOrder::LanguagesFirst;
    };
    struct NewWorkspace {
        QString name;
        QString domain;   ///< "specialists.example"
        QString timeZone; ///< empty: HostOS
        QString language; ///< of the first accounts; empty: the default language
    };

    /// Fails only when the folder is no workspace or can't be read; a broken file in it becomes a problem.
    /// `folder` may also name its workspace.settings.
    [[nodiscard]] static std::expected<Workspace, QString> open(const QString &folder, const Options &options);
    [[nodiscard]] static std::expected<Workspace, QString> open(const QString &folder);
    /// The folder must be missing or empty. Writes settings, an account `pbx`, one domain and a small program.
    [[nodiscard]] static std::expected<Workspace, QString> create(const QString &folder, const NewWorkspace &what,
                                                                  const Options &options);

    const QString &folder() const noexcept { return m_folder; }
    QString name() const;              ///< Name of the settings, else the folder's
    std::string defaultDomain() const; ///< DefaultDomain of the settings, else the only or first domain, else empty
    std::string timeZone() const;      ///< as written; "HostOS" when absent
    const SettingsFile &settings() const noexcept { return m_settings; }

    /// Sorted by name.
    const std::vector<DomainFolder> &domains() const noexcept { return m_domains; }
    const DomainFolder *domain(std::string_view name) const;
    const SettingsFile *account(std::string_view domain, std::string_view name) const;
    const std::vector<FileProblem> &problems() const noexcept { return m_problems; }

    /// The view of one domain; an empty name: server and stock alone; a domain that is not here: the same. Never null.
    [[nodiscard]] std::shared_ptr<const Environment> environment(std::string_view domain) const;
    QString environmentFolder(std::string_view domain) const; ///< where new files go, may not exist yet; "": server/
    const QString &stock() const noexcept { return m_options.stock; }

    /// A missing file is an empty list of texts. The default language's file is english.txt.
    [[nodiscard]] std::expected<PromptTexts, QString> prompts(std::string_view domain, std::string_view language) const;
    /// May not exist yet. An empty domain: the workspace's own prompts folder, for texts of the server's environment.
    QString promptFile(std::string_view domain, std::string_view language) const;
    const QStringList &scenarios() const noexcept { return m_scenarios; } ///< absolute, sorted

    /// Where their settings stand, whether there are any or not.
    QString domainFile(std::string_view domain) const;
    QString accountFile(std::string_view domain, std::string_view name) const;

    /// "domains/D/environment/russian/welcome.wav", "stock/welcome.wav"; a path outside both comes back unchanged.
    QString workspacePath(const QString &path) const;
    /// The way back; empty when it would leave the workspace (`..`, absolute).
    QString absolutePath(const QString &workspacePath) const;

    /// Writes in the Settings style, keys in the order of the dictionary, and takes it over.
    std::expected<void, QString> saveSettings(const data::Value &dictionary);
    std::expected<void, QString> saveDomainSettings(std::string_view domain, const data::Value &dictionary);
    std::expected<void, QString> saveAccount(std::string_view domain, std::string_view name,
                                             const data::Value &dictionary);

    /// Looks at the disk again, reads all settings anew; environments already handed out stay as they are.
    FileChanges refresh();
    /// Folders and files whose changes refresh() would see.
    QStringList watchedPaths() const;

private:
    struct Stamp {
        qint64 size = 0;
        qint64 modified = 0;
        bool operator==(const Stamp &) const = default;
    };

    Workspace() = default;
    void load();
    void loadDomains();
    void loadDomain(const QString &path, const std::string &name);
    void loadEnvironments();
    void report(const QString &path, const char *code, std::string message, bool error = false);
    QString domainPath(std::string_view name) const;
    SettingsFile readSettings(const QString &path, const std::string &name);
    std::expected<void, QString> writeSettings(const QString &path, const data::Value &dictionary);
    QHash<QString, Stamp> stamps() const;

    QString m_folder;
    Options m_options;
    SettingsFile m_settings;
    std::vector<DomainFolder> m_domains;
    QStringList m_scenarios;
    std::vector<FileProblem> m_problems;
    std::map<std::string, std::shared_ptr<const Environment>, std::less<>> m_environments; ///< key "": server
    QHash<QString, Stamp> m_stamps;
};

/// A settings file in the Settings style, keys in the order of the dictionary.
[[nodiscard]] std::expected<QByteArray, QString> settingsText(const data::Value &dictionary);

/// Accounts, aliases, forwarders, groups and rules of all domains, ready for accounts::route().
[[nodiscard]] accounts::Directory loadDirectory(const Workspace &workspace);

/// The zone a moment in a domain is meant in: TimeZone of the domain's default preferences, else the workspace's.
[[nodiscard]] std::string timeZoneOf(const Workspace &workspace, std::string_view domain);

/// What a prompt says, from the texts beside the layer it lies in; empty: nobody has written it down.
[[nodiscard]] std::string spokenText(const Workspace &workspace, const FileEntry &prompt, std::string_view domain);

} // namespace pbx::files
