// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/store.h"

#include "environment/data/notation.h"
#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"
#include "environment/files/workspace.h"
#include "environment/practice/interpreter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace pbx::practice {

namespace {

constexpr qint64 settingsLimit = qint64(32) << 20;

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The entry of a folder with that name in any letter case: as it is called on disk; empty: there is none.
QString entryOf(const QString &folder, const std::string &folded)
{
    const auto straight = fromUtf8(folded);
    const QFileInfo info(folder + QLatin1Char('/') + straight);
    if (info.exists() || info.isSymLink())
        return straight;
    QDirIterator entries(folder, QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot);
    QString found;
    while (entries.hasNext()) {
        entries.next();
        const auto name = entries.fileName();
        if (files::matchesFolded(name.toStdString(), folded) && (found.isEmpty() || name < found))
            found = name;
    }
    return found;
}

/// One part of a path: no slash, not hidden.
bool isPart(std::string_view name)
{
    return files::isLookupName(name) && files::checkName(name).accepted() && !name.starts_with('.');
}

Result<std::string> environmentName(const std::string &name)
{
    if (const auto verdict = files::checkName(name); !verdict.accepted())
        return refused(General, "illegal file name: " + verdict.message);
    if (name.starts_with('.') || name.contains("/."))
        return refused(General, "illegal file name: it begins with a dot");
    return files::foldName(name);
}

} // namespace

Store::Store(QString folder) : m_folder(std::move(folder)), m_stock(files::stockFolder()) {}

std::expected<std::shared_ptr<Store>, QString> openStore(const QString &workspaceFolder)
{
    const auto workspace = files::Workspace::open(workspaceFolder);
    if (!workspace)
        return std::unexpected(workspace.error());
    return std::make_shared<Store>(QFileInfo(workspace->folder()).canonicalFilePath());
}

std::expected<void, QString> copyWorkspace(const QString &from, const QString &to)
{
    QDirIterator entries(from, QDir::Files | QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo info = entries.nextFileInfo();
        const QString target = to + info.filePath().mid(from.size());
        const bool done = info.isDir() ? QDir().mkpath(target)
                                       : QDir().mkpath(QFileInfo(target).absolutePath()) && QFile::copy(info.filePath(), target)
                && QFile::setPermissions(target, QFile::permissions(target) | QFile::WriteOwner);
        if (!done)
            return std::unexpected(QCoreApplication::translate("practice", "%1 can't be copied to %2. Look whether there is space left.")
                                       .arg(info.filePath(), target));
    }
    return {};
}

/// Nothing on the way down from the workspace is a link.
Result<> Store::checkLinks(const QString &path) const
{
    const auto inside = path.mid(m_folder.size() + 1);
    auto part = m_folder;
    for (const auto &name : inside.split(QLatin1Char('/'))) {
        part += QLatin1Char('/') + name;
        if (QFileInfo(part).isSymLink())
            return refused(General, "a symbolic link stands in the way; it is not followed");
    }
    return {};
}

QString Store::domainFolder(std::string_view domain) const
{
    const auto folder = m_folder + QStringLiteral("/domains");
    if (!isPart(domain))
        return {};
    const auto folded = files::foldName(domain);
    const auto entry = entryOf(folder, folded);
    return folder + QLatin1Char('/') + (entry.isEmpty() ? fromUtf8(folded) : entry);
}

QString Store::layerFolder(const Scope &scope) const
{
    switch (scope.layer) {
    case Scope::Layer::Domain:
        return domainFolder(scope.domain) + QStringLiteral("/environment");
    case Scope::Layer::Server:
        return m_folder + QStringLiteral("/server");
    case Scope::Layer::Stock:
        return m_stock;
    }
    return {};
}

bool Store::hasEnvironment(const Scope &scope) const
{
    return scope.layer != Scope::Layer::Domain || QFileInfo(layerFolder(scope)).isDir();
}

Result<QString> Store::environmentFolder(const Scope &scope)
{
    const auto folder = layerFolder(scope);
    if (const auto links = checkLinks(folder); !links)
        return std::unexpected(links.error());
    if (!QDir().mkpath(folder))
        return refused(General, "the environment's folder can't be made");
    return folder;
}

Result<Store::Place> Store::place(const Scope &scope, const std::string &name) const
{
    const auto folded = environmentName(name);
    if (!folded)
        return std::unexpected(folded.error());
    if (!hasEnvironment(scope))
        return refused(General, "the domain has no PBX environment");
    Place place;
    place.folder = layerFolder(scope);
    auto file = *folded;
    if (const auto slash = file.find('/'); slash != file.npos) {
        const auto language = entryOf(place.folder, file.substr(0, slash));
        if (language.isEmpty() || !QFileInfo(place.folder + QLatin1Char('/') + language).isDir())
            return refused(General, "there is no language " + file.substr(0, slash));
        place.folder += QLatin1Char('/') + language;
        file.erase(0, slash + 1);
    }
    const auto entry = entryOf(place.folder, file);
    place.exists = !entry.isEmpty();
    place.path = place.folder + QLatin1Char('/') + (place.exists ? entry : fromUtf8(file));
    if (scope.layer != Scope::Layer::Stock) {
        if (const auto links = checkLinks(place.path); !links)
            return std::unexpected(links.error());
    }
    return place;
}

Result<std::vector<StoredFile>> Store::list(const Scope &scope, const std::string &language) const
{
    if (!hasEnvironment(scope))
        return refused(General, "the domain has no PBX environment");
    auto folder = layerFolder(scope);
    if (scope.layer != Scope::Layer::Stock) {
        if (const auto links = checkLinks(folder); !links)
            return std::unexpected(links.error());
    }
    if (!language.empty()) {
        const auto at = place(scope, language);
        if (!at)
            return std::unexpected(at.error());
        if (language.contains('/') || !at->exists || !QFileInfo(at->path).isDir())
            return refused(General, "there is no language " + language);
        folder = at->path;
    }
    std::map<std::string, StoredFile> found;
    QDirIterator entries(folder, QDir::Files | QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    while (entries.hasNext()) {
        const auto info = entries.nextFileInfo();
        if (info.isDir() && !language.empty())
            continue;
        auto name = environmentName(info.fileName().toStdString());
        if (name && !name->contains('/'))
            found.try_emplace(*name, StoredFile{*name, info.isDir() ? 0 : info.size(),
                                                info.lastModified().toSecsSinceEpoch(), info.isDir()});
    }
    std::vector<StoredFile> files;
    for (auto &[name, file] : found)
        files.push_back(std::move(file));
    return files;
}

Result<std::string> Store::read(const Scope &scope, const std::string &name) const
{
    const auto at = place(scope, name);
    if (!at)
        return std::unexpected(at.error());
    if (!at->exists || !QFileInfo(at->path).isFile())
        return refused(General, "there is no file " + files::foldName(name));
    const auto content = files::readFile(at->path);
    if (scope.layer != Scope::Layer::Stock)
        lastTouched = at->path;
    if (!content)
        return refused(General, content.error().toStdString());
    return content->toStdString();
}

std::int64_t Store::size(const Scope &scope) const
{
    std::int64_t bytes = 0;
    QDirIterator entries(layerFolder(scope), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (entries.hasNext())
        bytes += entries.nextFileInfo().size();
    return bytes;
}

Result<> Store::store(const Scope &scope, const std::string &name, std::string_view content, std::int64_t quota)
{
    const auto at = place(scope, name);
    if (!at)
        return std::unexpected(at.error());
    const QFileInfo info(at->path);
    if (at->exists && !info.isFile())
        return refused(General, files::foldName(name) + " is a language, not a file");
    if (quota > 0) {
        const auto before = at->exists ? info.size() : 0;
        if (size(scope) - before + static_cast<std::int64_t>(content.size()) > quota)
            return refused(General, "the environment's quota is exceeded");
    }
    return write(at->path, QByteArray(content.data(), static_cast<qsizetype>(content.size())));
}

Result<> Store::remove(const Scope &scope, const std::string &name)
{
    const auto at = place(scope, name);
    if (!at)
        return std::unexpected(at.error());
    if (!at->exists || !QFileInfo(at->path).isFile())
        return refused(General, "there is no file " + files::foldName(name));
    if (const auto counted = countWrite(); !counted)
        return counted;
    if (!QFile::remove(at->path))
        return refused(General, "the file can't be deleted");
    return {};
}

Result<> Store::createEnvironment(const std::string &domain, bool againFails)
{
    const Scope scope{Scope::Layer::Domain, domain};
    if (hasEnvironment(scope))
        return againFails ? Result<>(refused(General, "the PBX environment exists already")) : Result<>();
    if (const auto counted = countWrite(); !counted)
        return counted;
    const auto folder = environmentFolder(scope);
    return folder ? Result<>() : std::unexpected(folder.error());
}

Result<> Store::createLanguage(const Scope &scope, const std::string &language, bool againFails)
{
    if (language.contains('/'))
        return refused(General, "illegal language name: language folders are one level deep");
    if (language.contains('.'))
        return refused(General, "illegal language name: a name with a dot is a file's");
    if (scope.layer == Scope::Layer::Server) {
        if (const auto folder = environmentFolder(scope); !folder)
            return std::unexpected(folder.error());
    }
    const auto at = place(scope, language);
    if (!at)
        return std::unexpected(at.error());
    if (at->exists && !QFileInfo(at->path).isDir())
        return refused(General, "there is a file with this name");
    if (at->exists)
        return againFails ? Result<>(refused(General, "the language exists already")) : Result<>();
    if (const auto counted = countWrite(); !counted)
        return counted;
    if (!QDir().mkdir(at->path))
        return refused(General, "the language's folder can't be made");
    return {};
}

Result<> Store::removeLanguage(const Scope &scope, const std::string &language, bool withFiles)
{
    const auto at = place(scope, language);
    if (!at)
        return std::unexpected(at.error());
    if (language.contains('/') || !at->exists || !QFileInfo(at->path).isDir())
        return refused(General, "there is no language " + language);
    QDir folder(at->path);
    if (!withFiles && !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return refused(General, "the language still has files");
    if (const auto counted = countWrite(); !counted)
        return counted;
    if (withFiles ? !folder.removeRecursively() : !QDir().rmdir(at->path))
        return refused(General, "the language's folder can't be deleted");
    return {};
}

std::vector<std::string> Store::domains() const
{
    std::vector<std::string> names;
    const auto entries = QDir(m_folder + QStringLiteral("/domains"))
                             .entryList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot, QDir::Name);
    for (const auto &entry : entries) {
        if (isPart(entry.toStdString()))
            names.push_back(files::foldName(entry.toStdString()));
    }
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

std::string Store::mainDomain() const
{
    if (const auto settings = serverSettings()) {
        const auto name = settings->dictionary().get("DefaultDomain");
        if (name.isString() && hasDomain(name.bytes()))
            return files::foldName(name.bytes());
    }
    const auto all = domains();
    return all.empty() ? std::string() : all.front();
}

bool Store::hasDomain(std::string_view domain) const
{
    const auto folder = domainFolder(domain);
    return !folder.isEmpty() && QFileInfo(folder).isDir() && checkLinks(folder);
}

QString Store::accountFile(std::string_view domain, std::string_view name) const
{
    const auto folder = domainFolder(domain) + QStringLiteral("/accounts");
    const auto folded = files::foldName(name) + ".settings";
    const auto entry = entryOf(folder, folded);
    return folder + QLatin1Char('/') + (entry.isEmpty() ? fromUtf8(folded) : entry);
}

std::vector<std::string> Store::accounts(std::string_view domain) const
{
    std::vector<std::string> names;
    const auto entries = QDir(domainFolder(domain) + QStringLiteral("/accounts"))
                             .entryList({QStringLiteral("*.settings")}, QDir::Files | QDir::NoSymLinks, QDir::Name);
    for (const auto &entry : entries) {
        if (const auto name = entry.chopped(9).toStdString(); isPart(name))
            names.push_back(name);
    }
    return names;
}

bool Store::hasAccount(std::string_view domain, std::string_view name) const
{
    return isPart(name) && hasDomain(domain) && QFileInfo(accountFile(domain, name)).isFile();
}

Result<data::Value> Store::readSettings(const QString &path) const
{
    if (const auto links = checkLinks(path); !links)
        return std::unexpected(links.error());
    if (!QFileInfo::exists(path))
        return data::Value::newDictionary();
    const auto content = files::readFile(path, settingsLimit);
    if (!content)
        return refused(General, content.error().toStdString());
    auto document = data::readNotation({content->constData(), static_cast<std::size_t>(content->size())});
    if (!document || !document->value.isDictionary())
        return refused(General, "the settings file " + QFileInfo(path).fileName().toStdString() + " is damaged: "
                                    + (document ? "it holds no dictionary" : document.error().message));
    return std::move(document->value);
}

Result<data::Value> Store::serverSettings() const
{
    return readSettings(m_folder + QStringLiteral("/workspace.settings"));
}

Result<data::Value> Store::domainSettings(std::string_view domain) const
{
    return readSettings(domainFolder(domain) + QStringLiteral("/domain.settings"));
}

Result<data::Value> Store::account(std::string_view domain, std::string_view name) const
{
    return readSettings(accountFile(domain, name));
}

Result<> Store::saveServerSettings(const data::Value &settings)
{
    return writeSettings(m_folder + QStringLiteral("/workspace.settings"), settings);
}

Result<> Store::saveDomainSettings(std::string_view domain, const data::Value &settings)
{
    return writeSettings(domainFolder(domain) + QStringLiteral("/domain.settings"), settings);
}

Result<> Store::saveAccount(std::string_view domain, std::string_view name, const data::Value &settings)
{
    if (!isPart(name) || name.contains('@'))
        return refused(General, "illegal account name");
    return writeSettings(accountFile(domain, name), settings);
}

Result<> Store::removeAccount(std::string_view domain, std::string_view name)
{
    if (const auto counted = countWrite(); !counted)
        return counted;
    if (!QFile::remove(accountFile(domain, name)))
        return refused(General, "the account can't be deleted");
    return {};
}

Result<> Store::renameAccount(std::string_view domain, std::string_view from, std::string_view to)
{
    if (!isPart(to) || to.contains('@'))
        return refused(General, "illegal account name");
    if (const auto counted = countWrite(); !counted)
        return counted;
    const auto target = domainFolder(domain) + QStringLiteral("/accounts/") + fromUtf8(files::foldName(to))
                        + QStringLiteral(".settings");
    if (!QFile::rename(accountFile(domain, from), target))
        return refused(General, "the account can't be renamed");
    return {};
}

Result<> Store::writeSettings(const QString &path, const data::Value &settings)
{
    const auto text = files::settingsText(settings);
    if (!text)
        return refused(General, text.error().toStdString());
    return write(path, *text);
}

Result<> Store::write(const QString &path, const QByteArray &content)
{
    if (const auto links = checkLinks(path); !links)
        return links;
    if (const auto counted = countWrite(); !counted)
        return counted;
    lastTouched = path;
    if (const auto saved = files::saveFile(path, content); !saved)
        return refused(General, saved.error().toStdString());
    return {};
}

Result<> Store::countWrite()
{
    ++m_writes;
    if (m_fullFrom > 0 && m_writes >= m_fullFrom)
        return refused(General, "no space left on the disk");
    return {};
}

void Store::setFullFrom(std::int64_t write)
{
    m_writes = 0;
    m_fullFrom = write;
}

void Store::changeByOthers()
{
    const std::lock_guard lock(mutex);
    if (lastTouched.isEmpty())
        return;
    auto content = files::readFile(lastTouched).value_or(QByteArray());
    if (lastTouched.endsWith(QLatin1String(".settings"))) {
        const auto settings = readSettings(lastTouched);
        if (!settings)
            return;
        settings->dictionary().set("ChangedBy", data::Value::string("somebody else"));
        content = files::settingsText(*settings).value_or(content);
    } else if (lastTouched.endsWith(QLatin1String(".sppr")) || lastTouched.endsWith(QLatin1String(".sppi"))) {
        content += "\n// changed by somebody else\n";
    } else {
        content += '\0';
    }
    // Without an answer to carry a failure it stays as it is.
    std::ignore = files::saveFile(lastTouched, content);
}

bool Store::logInsBlocked()
{
    constexpr std::size_t borne = 10;
    const auto minuteAgo = clock() - std::chrono::minutes(1);
    while (!m_failures.empty() && m_failures.front() < minuteAgo)
        m_failures.pop_front();
    return m_failures.size() >= borne;
}

void Store::logInFailed()
{
    m_failures.push_back(clock());
}

} // namespace pbx::practice
