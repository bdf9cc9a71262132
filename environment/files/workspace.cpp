// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/workspace.h"

#include "environment/accounts/words.h"
#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/files/atomic_file.h"
#include "environment/files/installed.h"
#include "environment/files/name_rules.h"
#include "environment/files/told.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace pbx::files {

using accounts::said;

namespace {

constexpr qint64 settingsLimit = qint64(32) << 20;

QString settingsName()
{
    return QStringLiteral("workspace.settings");
}

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string textMember(const data::Value &dictionary, std::string_view key)
{
    if (!dictionary.isDictionary())
        return {};
    const auto value = dictionary.dictionary().get(key);
    return value.isString() ? value.toStdString() : std::string();
}

/// Sorted by name; names with a leading dot are left out.
QStringList filesOf(const QString &folder, const QString &pattern)
{
    QStringList paths;
    const auto names = QDir(folder).entryList({pattern}, QDir::Files, QDir::Name);
    for (const auto &name : names) {
        if (!name.startsWith(QLatin1Char('.')))
            paths.append(folder + QLatin1Char('/') + name);
    }
    return paths;
}

} // namespace

QString stockFolder()
{
    const auto given = qEnvironmentVariable("PBX_STOCK");
    if (!given.isEmpty())
        return QDir::cleanPath(QFileInfo(given).absoluteFilePath());
    if (const auto installed = installedFolder(QStringLiteral("stock")); !installed.isEmpty())
        return installed;
    const auto source = QStringLiteral(PBX_SOURCE_STOCK);
    return QFileInfo(source).isDir() ? source : QString();
}

std::expected<Workspace, QString> Workspace::open(const QString &folder)
{
    return open(folder, Options());
}

std::expected<Workspace, QString> Workspace::open(const QString &folder, const Options &options)
{
    QFileInfo info(folder);
    if (info.isFile() && info.fileName() == settingsName())
        info = QFileInfo(info.absolutePath());
    const auto path = QDir::cleanPath(info.absoluteFilePath());
    if (!info.exists())
        return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "%1 does not exist."), {path.toStdString()}));
    if (!info.isDir())
        return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "%1 is no folder; a workspace is one."), {path.toStdString()}));
    if (!info.isReadable() || !info.isExecutable())
        return std::unexpected(
            told(QT_TRANSLATE_NOOP("Words", "%1 can't be read; its permissions don't allow it."), {path.toStdString()}));
    const QDir inside(path);
    if (!inside.exists(settingsName()) && !inside.exists(QStringLiteral("domains")) &&
        !inside.exists(QStringLiteral("server")))
        return std::unexpected(told(
            QT_TRANSLATE_NOOP("Words", "%1 is no workspace: it has neither workspace.settings nor a folder domains or server."),
            {path.toStdString()}));
    Workspace workspace;
    workspace.m_folder = path;
    workspace.m_options = options;
    workspace.load();
    return workspace;
}

void Workspace::report(const QString &path, const char *code, std::string message, bool error)
{
    m_problems.push_back({path, 0, 0, error, code, std::move(message)});
}

void Workspace::load()
{
    m_problems.clear();
    m_settings = readSettings(m_folder + QLatin1Char('/') + settingsName(), {});
    if (!m_settings.exists)
        report(m_settings.path, "settings",
               said(QT_TRANSLATE_NOOP("Words", "The workspace has no workspace.settings; defaults are used.")));
    loadDomains();
    const auto wanted = textMember(m_settings.dictionary, "DefaultDomain");
    if (!wanted.empty() && !domain(wanted))
        report(m_settings.path, "settings",
               said(QT_TRANSLATE_NOOP("Words", "The default domain %1 has no folder in domains."), {wanted}), true);

    m_scenarios.clear();
    QDirIterator scenarios(m_folder + QStringLiteral("/scenarios"), {QStringLiteral("*.scenario")}, QDir::Files,
                           QDirIterator::Subdirectories);
    while (scenarios.hasNext())
        m_scenarios.append(scenarios.next());
    m_scenarios.sort();
    loadEnvironments();
    m_stamps = stamps();
}

void Workspace::loadDomains()
{
    m_domains.clear();
    const QDir folder(m_folder + QStringLiteral("/domains"));
    const auto names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const auto &name : names) {
        if (name.startsWith(QLatin1Char('.')))
            continue;
        const auto path = folder.filePath(name);
        const auto folded = foldName(name.toStdString());
        if (const auto *other = domain(folded))
            report(path, "duplicate-file",
                   said(QT_TRANSLATE_NOOP("Words", "Two folders are the domain %1; %2 is used."),
                        {folded, other->path.toStdString()}),
                   true);
        else
            loadDomain(path, folded);
    }
    std::ranges::sort(m_domains, {}, &DomainFolder::name);
}

void Workspace::loadDomain(const QString &path, const std::string &name)
{
    DomainFolder domain;
    domain.name = name;
    domain.path = path;
    domain.settings = readSettings(path + QStringLiteral("/domain.settings"), {});
    const auto files = filesOf(path + QStringLiteral("/accounts"), QStringLiteral("*.settings"));
    for (const auto &file : files) {
        const auto account = QFileInfo(file).completeBaseName().toStdString();
        const auto folded = foldName(account);
        const auto same = [&folded](const SettingsFile &other) { return matchesFolded(other.name, folded); };
        if (std::ranges::any_of(domain.accounts, same))
            report(file, "duplicate-file",
                   said(QT_TRANSLATE_NOOP("Words", "Two files are the account %1; the first is used."), {folded + '@' + name}),
                   true);
        else
            domain.accounts.push_back(readSettings(file, account));
    }
    domain.promptFiles = filesOf(path + QStringLiteral("/prompts"), QStringLiteral("*.txt"));
    m_domains.push_back(std::move(domain));
}

void Workspace::loadEnvironments()
{
    const auto previous = std::move(m_environments);
    m_environments.clear();
    const auto stock = LayerIndex::scan(m_options.stock, Layer::Stock, "stock");
    const auto server = LayerIndex::scan(m_folder + QStringLiteral("/server"), Layer::Server, "server");
    const auto unchanged = [](const LayerIndex *before, const LayerIndex *now) {
        return before == now || (before && now && before->sameFiles(*now));
    };
    const auto enter = [&](const std::string &name, std::shared_ptr<const LayerIndex> domainLayer) {
        const auto before = previous.find(name);
        // Whoever holds the old view sees the same files: programs keep what they compiled from it.
        if (before != previous.end() && unchanged(before->second->layer(Layer::Stock), stock.get()) &&
            unchanged(before->second->layer(Layer::Server), server.get()) &&
            unchanged(before->second->layer(Layer::Domain), domainLayer.get())) {
            m_environments.emplace(name, before->second);
            return;
        }
        m_environments.emplace(
            name, std::make_shared<const Environment>(stock, server, std::move(domainLayer), m_options.order));
    };
    enter({}, nullptr);
    m_problems.insert(m_problems.end(), server->problems().begin(), server->problems().end());
    for (const auto &domain : m_domains) {
        const auto folder = QFileInfo(domain.path).fileName().toStdString();
        auto index = LayerIndex::scan(domain.path + QStringLiteral("/environment"), Layer::Domain,
                                      "domains/" + folder + "/environment");
        m_problems.insert(m_problems.end(), index->problems().begin(), index->problems().end());
        enter(domain.name, std::move(index));
    }
}

SettingsFile Workspace::readSettings(const QString &path, const std::string &name)
{
    SettingsFile file;
    file.name = name;
    file.path = path;
    file.exists = QFileInfo::exists(path);
    if (!file.exists)
        return file;
    const auto content = readFile(path, settingsLimit);
    if (!content) {
        report(path, "settings", content.error().toStdString(), true);
        return file;
    }
    const auto document = data::readNotation({content->constData(), static_cast<std::size_t>(content->size())});
    if (!document) {
        const auto &problem = document.error();
        m_problems.push_back({path, problem.line, problem.column, true, "settings", problem.message});
        return file;
    }
    for (const auto &warning : document->warnings)
        m_problems.push_back({path, warning.line, warning.column, false, "settings", warning.message});
    if (document->value.isDictionary())
        file.dictionary = document->value;
    else
        m_problems.push_back(
            {path, 1, 1, true, "settings", said(QT_TRANSLATE_NOOP("Words", "A settings file holds one dictionary, {…}."))});
    return file;
}

QString Workspace::name() const
{
    const auto name = textMember(m_settings.dictionary, "Name");
    return name.empty() ? QFileInfo(m_folder).fileName() : QString::fromStdString(name);
}

std::string Workspace::defaultDomain() const
{
    const auto name = foldName(textMember(m_settings.dictionary, "DefaultDomain"));
    return name.empty() && !m_domains.empty() ? m_domains.front().name : name;
}

std::string Workspace::timeZone() const
{
    const auto zone = textMember(m_settings.dictionary, "TimeZone");
    return zone.empty() ? "HostOS" : zone;
}

const DomainFolder *Workspace::domain(std::string_view name) const
{
    const auto folded = foldName(name);
    const auto found = std::ranges::find(m_domains, folded, &DomainFolder::name);
    return found == m_domains.end() ? nullptr : &*found;
}

const SettingsFile *Workspace::account(std::string_view domainName, std::string_view name) const
{
    const auto *folder = domain(domainName);
    if (!folder)
        return nullptr;
    const auto folded = foldName(name);
    const auto same = [&folded](const SettingsFile &file) { return matchesFolded(file.name, folded); };
    const auto found = std::ranges::find_if(folder->accounts, same);
    return found == folder->accounts.end() ? nullptr : &*found;
}

std::shared_ptr<const Environment> Workspace::environment(std::string_view domainName) const
{
    auto found = m_environments.find(domainName);
    if (found == m_environments.end())
        found = m_environments.find(foldName(domainName));
    return found == m_environments.end() ? m_environments.find(std::string_view())->second : found->second;
}

/// Of a domain that may not exist yet.
QString Workspace::domainPath(std::string_view name) const
{
    if (const auto *folder = domain(name))
        return folder->path;
    return m_folder + QStringLiteral("/domains/") + QString::fromStdString(foldName(name));
}

QString Workspace::environmentFolder(std::string_view domainName) const
{
    return domainName.empty() ? m_folder + QStringLiteral("/server")
                              : domainPath(domainName) + QStringLiteral("/environment");
}

QString Workspace::promptFile(std::string_view domainName, std::string_view language) const
{
    const auto folder = languageFolder(language);
    const auto base = domainName.empty() ? m_folder : domainPath(domainName);
    return base + QStringLiteral("/prompts/") +
           (folder.empty() ? QStringLiteral("english") : QString::fromStdString(folder)) + QStringLiteral(".txt");
}

std::expected<PromptTexts, QString> Workspace::prompts(std::string_view domainName, std::string_view language) const
{
    if (!isDefaultLanguage(language) && !isLookupName(language))
        return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "\"%1\" can't be the name of a language."), {language}));
    const auto path = promptFile(domainName, language);
    if (!QFileInfo::exists(path))
        return PromptTexts();
    const auto content = readFile(path, settingsLimit);
    if (!content)
        return std::unexpected(content.error());
    return PromptTexts::fromBytes(*content);
}

QString Workspace::workspacePath(const QString &path) const
{
    const auto clean = QDir::cleanPath(path);
    if (clean.startsWith(m_folder + QLatin1Char('/')))
        return clean.mid(m_folder.size() + 1);
    if (!m_options.stock.isEmpty() && clean.startsWith(m_options.stock + QLatin1Char('/')))
        return QStringLiteral("stock") + clean.mid(m_options.stock.size());
    return path;
}

QString Workspace::absolutePath(const QString &path) const
{
    const auto clean = QDir::cleanPath(path);
    if (path.isEmpty() || QDir::isAbsolutePath(clean) || clean == QLatin1String("..") ||
        clean.startsWith(QLatin1String("../")))
        return {};
    if (clean.startsWith(QLatin1String("stock/")))
        return m_options.stock + clean.mid(5);
    return m_folder + QLatin1Char('/') + clean;
}

std::expected<QByteArray, QString> settingsText(const data::Value &dictionary)
{
    if (!dictionary.isDictionary())
        return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "settings are a dictionary.")));
    const auto text = data::printNotation(dictionary, data::PrintStyle::Settings);
    if (!text)
        return std::unexpected(QString::fromStdString(text.error()));
    auto bytes = QByteArray::fromStdString(*text);
    if (!bytes.endsWith('\n'))
        bytes.append('\n');
    return bytes;
}

std::expected<void, QString> Workspace::writeSettings(const QString &path, const data::Value &dictionary)
{
    const auto bytes = settingsText(dictionary);
    if (!bytes)
        return std::unexpected(
            told(QT_TRANSLATE_NOOP("Words", "%1 can't be saved: %2"), {path.toStdString(), bytes.error().toStdString()}));
    if (auto saved = saveFile(path, *bytes); !saved)
        return saved;
    load();
    return {};
}

QString Workspace::domainFile(std::string_view domainName) const
{
    return domainPath(domainName) + QStringLiteral("/domain.settings");
}

QString Workspace::accountFile(std::string_view domainName, std::string_view name) const
{
    const auto *existing = account(domainName, name);
    return existing ? existing->path
                    : domainPath(domainName) + QStringLiteral("/accounts/") + fromView(name) + QStringLiteral(".settings");
}

std::expected<void, QString> Workspace::saveSettings(const data::Value &dictionary)
{
    return writeSettings(m_folder + QLatin1Char('/') + settingsName(), dictionary);
}

std::expected<void, QString> Workspace::saveDomainSettings(std::string_view domainName, const data::Value &dictionary)
{
    if (!checkName(domainName).accepted() || !isLookupName(domainName))
        return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "\"%1\" can't be the name of a domain."), {domainName}));
    return writeSettings(domainFile(domainName), dictionary);
}

std::expected<void, QString> Workspace::saveAccount(std::string_view domainName, std::string_view name,
                                                    const data::Value &dictionary)
{
    for (const auto part : {domainName, name}) {
        if (!checkName(part).accepted() || !isLookupName(part) || part.starts_with('.'))
            return std::unexpected(
                told(QT_TRANSLATE_NOOP("Words", "\"%1\" can't be the name of an account or a domain."), {part}));
    }
    return writeSettings(accountFile(domainName, name), dictionary);
}

FileChanges Workspace::refresh()
{
    const auto before = m_stamps;
    load();
    FileChanges changes;
    for (auto i = m_stamps.cbegin(); i != m_stamps.cend(); ++i) {
        const auto old = before.constFind(i.key());
        if (old == before.cend())
            changes.added.append(i.key());
        else if (*old != i.value())
            changes.changed.append(i.key());
    }
    for (auto i = before.cbegin(); i != before.cend(); ++i) {
        if (!m_stamps.contains(i.key()))
            changes.removed.append(i.key());
    }
    changes.added.sort();
    changes.changed.sort();
    changes.removed.sort();
    return changes;
}

QHash<QString, Workspace::Stamp> Workspace::stamps() const
{
    QHash<QString, Stamp> stamps;
    const auto add = [&stamps](const QString &path) {
        const QFileInfo info(path);
        if (info.isFile())
            stamps.insert(path, {info.size(), info.lastModified().toMSecsSinceEpoch()});
        else if (info.isDir())
            stamps.insert(path, {-1, 0}); // that it is there, not what is in it
    };
    const auto addLayer = [&](const LayerIndex *layer) {
        if (!layer || layer->layer() == Layer::Stock)
            return;
        for (const auto &language : layer->languages())
            stamps.insert(layer->folder() + QLatin1Char('/') + QString::fromStdString(language), {-1, 0});
        for (const auto &file : layer->files())
            stamps.insert(file.path, {file.size, file.modified});
    };
    add(m_settings.path);
    for (const auto &domain : m_domains) {
        add(domain.path);
        add(domain.settings.path);
        for (const auto &account : domain.accounts)
            add(account.path);
        for (const auto &file : domain.promptFiles)
            add(file);
        addLayer(environment(domain.name)->layer(Layer::Domain));
    }
    addLayer(environment({})->layer(Layer::Server));
    for (const auto &file : m_scenarios)
        add(file);
    return stamps;
}

QStringList Workspace::watchedPaths() const
{
    QStringList paths = m_stamps.keys();
    paths.append(m_folder);
    for (const auto *name : {"/server", "/domains", "/scenarios"})
        paths.append(m_folder + QLatin1String(name));
    for (const auto &domain : m_domains) {
        for (const auto *name : {"/environment", "/accounts", "/prompts"})
            paths.append(domain.path + QLatin1String(name));
    }
    for (const auto &file : m_scenarios)
        paths.append(QFileInfo(file).absolutePath());
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    paths.sort();
    paths.removeDuplicates();
    return paths;
}

accounts::Directory loadDirectory(const Workspace &workspace)
{
    accounts::Directory directory;
    const auto &settings = workspace.settings().dictionary;
    const auto member = [&settings](std::string_view key) {
        return settings.isDictionary() ? settings.dictionary().get(key) : data::Value();
    };
    directory.setServer(member("SignalRules"), member("Preferences"), workspace.timeZone());
    directory.setDefaultDomain(workspace.defaultDomain());
    for (const auto &domain : workspace.domains()) {
        directory.addDomain(domain.name, domain.settings.dictionary);
        for (const auto &account : domain.accounts)
            directory.addAccount(domain.name, account.name, account.dictionary);
    }
    return directory;
}

std::string timeZoneOf(const Workspace &workspace, std::string_view domain)
{
    const DomainFolder *folder = workspace.domain(domain);
    if (folder && folder->settings.dictionary.isDictionary()) {
        const data::Value preferences = folder->settings.dictionary.dictionary().get("Preferences");
        const data::Value zone = preferences.isDictionary() ? preferences.dictionary().get("TimeZone") : data::Value();
        if (zone.isString() && zone.bytes() != "HostOS" && !zone.bytes().empty())
            return zone.toStdString();
    }
    return workspace.timeZone();
}

std::string spokenText(const Workspace &workspace, const FileEntry &prompt, std::string_view domain)
{
    constexpr qint64 largestTexts = qint64(1) << 20;
    PromptTexts texts;
    if (prompt.layer == Layer::Stock) {
        const std::string language = prompt.language.empty() ? "english" : prompt.language;
        const QString path = workspace.stock() + QStringLiteral("/../prompts/%1.txt").arg(QString::fromStdString(language));
        if (const auto bytes = readFile(path, largestTexts))
            texts = PromptTexts::fromBytes(*bytes);
    } else if (auto read = workspace.prompts(prompt.layer == Layer::Domain ? domain : std::string_view(), prompt.language)) {
        texts = std::move(*read);
    }
    const std::string name = prompt.name.substr(0, prompt.name.rfind('.'));
    return texts.text(name).value_or(std::string());
}

} // namespace pbx::files
