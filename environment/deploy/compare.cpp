// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/sides.h"

#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace pbx::deploy {

using server::Failure;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

ItemState stateOf(const Item &item)
{
    if (item.here == item.there)
        return ItemState::Same;
    if (item.base.empty())
        return item.here.empty() || item.there.empty() ? ItemState::Added : ItemState::Conflict;
    if (item.base == item.there)
        return item.here.empty() ? ItemState::RemovedHere : ItemState::ChangedHere;
    if (item.base == item.here)
        return item.there.empty() ? ItemState::RemovedThere : ItemState::ChangedThere;
    return ItemState::Conflict;
}

/// Both sides have it: key by key.
ItemState stateOf(const std::vector<KeyDifference> &keys)
{
    if (keys.empty())
        return ItemState::Same;
    if (std::ranges::contains(keys, ItemState::Conflict, &KeyDifference::state))
        return ItemState::Conflict;
    return std::ranges::any_of(keys, isOfHere) ? ItemState::ChangedHere : ItemState::ChangedThere;
}

/// Reads both sides of one scope.
class Reader {
public:
    Reader(const files::Workspace &workspace, const server::Scope &scope, const Job &job, Crew &crew)
        : m_workspace(workspace), m_scope(scope), m_job(job), m_crew(crew), m_folder(workspace.folder())
    {
        m_sides.comparison.scope = scope;
    }

    Result<Sides> read()
    {
        if (auto sound = checkSettingsHere(); !sound)
            return std::unexpected(sound.error());
        if (auto listed = m_crew.one([this](server::Remote &remote) { return list(remote); }); !listed)
            return std::unexpected(listed.error());
        auto baseline = readBaseline(m_folder, m_sides.place, m_scope);
        if (!baseline)
            return std::unexpected(baseline.error());
        m_sides.baseline = std::move(*baseline);
        m_sides.comparison.baseline = m_sides.baseline.exists;
        addFiles();
        if (!m_scope.isServer())
            addSettings();
        if (auto contents = readContents(); !contents)
            return std::unexpected(contents.error());
        judge();
        return std::move(m_sides);
    }

private:
    /// Settings that can't be read here would look as if somebody had removed them all.
    Result<> checkSettingsHere() const
    {
        if (m_scope.isServer())
            return {};
        for (const auto &problem : m_workspace.problems()) {
            const auto *domain = m_workspace.domain(m_scope.domain);
            if (domain && problem.error && problem.code == "settings" && problem.path.startsWith(domain->path + QLatin1Char('/')))
                return std::unexpected(localFailure(
                    QStringLiteral("%1:%2:%3: %4")
                        .arg(m_workspace.workspacePath(problem.path)).arg(std::max(problem.line, 1)).arg(std::max(problem.column, 1))
                        .arg(QString::fromStdString(problem.message)),
                    Text::tr("Correct the file first; nothing was compared.")));
        }
        return {};
    }

    Result<> list(server::Remote &remote)
    {
        Teller teller(m_job, Progress::Stage::Listing, 1);
        m_sides.place = placeOf(remote.connection().settings());
        auto files = remote.files(m_scope);
        if (!files)
            return std::unexpected(files.error());
        m_there = std::move(*files);
        m_accountsThere.clear();
        if (m_scope.isServer())
            return {};
        auto accounts = remote.accounts(m_scope.domain);
        m_withAccounts = accounts.has_value();
        if (!accounts && accounts.error().kind != Failure::Kind::NoRight)
            return std::unexpected(accounts.error());
        if (accounts)
            m_accountsThere = std::move(*accounts);
        return {};
    }

    Item &add(ItemKind kind, const std::string &name, const QString &path)
    {
        Item item;
        item.kind = kind;
        item.name = name;
        item.path = m_workspace.workspacePath(path).toStdString();
        item.base = m_sides.baseline.get(kind, name);
        m_sides.comparison.items.push_back(std::move(item));
        m_sides.settings.emplace_back();
        m_sides.paths.push_back(path);
        return m_sides.comparison.items.back();
    }

    void addFiles()
    {
        const auto folder = m_workspace.environmentFolder(m_scope.domain);
        const auto view = m_workspace.environment(m_scope.domain);
        const bool known = m_scope.isServer() || m_workspace.domain(m_scope.domain);
        const auto *layer = known ? view->layer(m_scope.isServer() ? files::Layer::Server : files::Layer::Domain) : nullptr;
        std::map<std::string, const files::FileEntry *> here;
        if (layer) {
            for (const auto &file : layer->files())
                here.emplace(file.language.empty() ? file.name : file.language + '/' + file.name, &file);
            m_sides.comparison.languagesHere = layer->languages();
            for (const auto &problem : layer->problems())
                m_sides.comparison.remarks << m_workspace.workspacePath(problem.path) + QStringLiteral(": ")
                                                  + QString::fromStdString(problem.message);
        }
        std::map<std::string, std::int64_t> names;
        for (const auto &[name, file] : here)
            names.emplace(name, -1);
        for (const auto &file : m_there.files)
            names[file.name] = file.size.value_or(0);
        for (const auto &[name, size] : names) {
            const auto local = here.find(name);
            auto &item = add(ItemKind::File, name, local != here.end() ? local->second->path
                                                                       : folder + QLatin1Char('/') + QString::fromStdString(name));
            item.sizeHere = local != here.end() ? local->second->size : 0;
            m_hereExists.push_back(local != here.end());
            m_thereExists.push_back(std::ranges::binary_search(m_there.files, name, {}, &server::RemoteFile::name));
        }
        m_sides.comparison.environmentThere = m_there.exists;
        m_sides.comparison.languagesThere = m_there.languages;
    }

    void addSettings()
    {
        const auto *domain = m_workspace.domain(m_scope.domain);
        if (!m_withAccounts) {
            m_sides.comparison.remarks << Text::tr("Accounts and settings of %1 were not compared: the user may not read them on the server.")
                                              .arg(QString::fromStdString(m_scope.domain));
            return;
        }
        std::map<std::string, std::string> names; // in lower case → as written
        for (const auto &name : m_accountsThere)
            names[files::foldName(name)] = name;
        if (domain) {
            for (const auto &file : domain->accounts)
                names[files::foldName(file.name)] = file.name;
        }
        for (const auto &[folded, name] : names) {
            add(ItemKind::Account, name, m_workspace.accountFile(m_scope.domain, name));
            const auto *file = m_workspace.account(m_scope.domain, name);
            const auto isThere = [&folded](const std::string &other) { return files::matchesFolded(other, folded); };
            addSettingsHere(file);
            m_thereExists.push_back(std::ranges::any_of(m_accountsThere, isThere));
        }
        add(ItemKind::DomainSettings, m_scope.domain, m_workspace.domainFile(m_scope.domain));
        addSettingsHere(domain && domain->settings.exists ? &domain->settings : nullptr);
        m_thereExists.push_back(true);
    }

    void addSettingsHere(const files::SettingsFile *file)
    {
        auto &item = m_sides.comparison.items.back();
        auto &settings = m_sides.settings.back();
        m_hereExists.push_back(file != nullptr);
        settings.fileHere = file != nullptr;
        if (file)
            settings.here = keysOf(file->dictionary, item.kind);
        if (const auto base = m_folder.has(item.base) ? m_folder.kept(item.base) : std::unexpected(Failure())) {
            if (auto keys = keysOfContent(*base, item.kind))
                settings.base = std::move(*keys);
        } else {
            item.base.clear(); // no longer known: counts as never having been the same
        }
        if (file) {
            const auto content = settingsContent(settings.here);
            item.here = hashOf(content);
            item.sizeHere = static_cast<std::int64_t>(content.size());
        }
    }

    Result<> readContents()
    {
        auto &items = m_sides.comparison.items;
        Teller teller(m_job, Progress::Stage::Reading, items.size());
        const auto troubles = m_crew.run(items.size(), [&](server::Remote &remote, std::size_t i, int) -> Result<> {
            auto read = items[i].kind == ItemKind::File ? readFile(remote, i) : readSettingsThere(remote, i);
            if (read)
                teller.done(items[i].name, items[i].sizeThere);
            return read;
        });
        return troubles.empty() ? Result<>() : std::unexpected(troubles.front().failure);
    }

    Result<> readFile(server::Remote &remote, std::size_t i)
    {
        auto &item = m_sides.comparison.items[i];
        if (m_hereExists[i]) {
            auto hash = hashOfFile(m_sides.paths[i]);
            if (!hash)
                return std::unexpected(hash.error());
            item.here = std::move(*hash);
        }
        if (!m_thereExists[i])
            return {};
        const auto content = remote.read(m_scope, item.name);
        if (!content)
            return std::unexpected(content.error());
        item.there = *content ? hashOf(**content) : std::string();
        item.sizeThere = *content ? static_cast<std::int64_t>((*content)->size()) : 0;
        return {};
    }

    Result<> readSettingsThere(server::Remote &remote, std::size_t i)
    {
        auto &item = m_sides.comparison.items[i];
        if (!m_thereExists[i])
            return {};
        auto keys = readSettings(remote, m_scope, item.kind, item.name);
        if (!keys)
            return std::unexpected(keys.error());
        if (!*keys)
            return {};
        const auto content = settingsContent(**keys);
        item.there = hashOf(content);
        item.sizeThere = static_cast<std::int64_t>(content.size());
        m_sides.settings[i].there = std::move(**keys);
        return {};
    }

    void judge()
    {
        auto &items = m_sides.comparison.items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto &item = items[i];
            const auto &settings = m_sides.settings[i];
            item.state = stateOf(item);
            if (item.kind != ItemKind::File) {
                item.keys = differences(settings.base, settings.here, settings.there);
                // A domain always has settings, be they empty.
                if ((!item.here.empty() && !item.there.empty()) || (item.kind == ItemKind::DomainSettings && !item.base.empty()))
                    item.state = stateOf(item.keys);
                else if (item.kind == ItemKind::DomainSettings && item.keys.empty())
                    item.state = ItemState::Same;
            }
            item.side = item.here.empty() ? Side::There : Side::Here;
        }
        // What is on neither side is no difference, and an empty domain is nothing to speak of.
        for (std::size_t i = items.size(); i-- > 0;) {
            const bool nothing = items[i].here.empty() && items[i].there.empty();
            const bool emptyDomain = items[i].kind == ItemKind::DomainSettings && items[i].state == ItemState::Same
                                     && m_sides.settings[i].there.empty() && !m_sides.settings[i].fileHere;
            if (!nothing && !emptyDomain)
                continue;
            const auto at = static_cast<std::ptrdiff_t>(i);
            items.erase(items.begin() + at);
            m_sides.settings.erase(m_sides.settings.begin() + at);
            m_sides.paths.erase(m_sides.paths.begin() + at);
        }
    }

    const files::Workspace &m_workspace;
    const server::Scope &m_scope;
    const Job &m_job;
    Crew &m_crew;
    StateFolder m_folder;
    Sides m_sides;
    server::RemoteFiles m_there;
    std::vector<std::string> m_accountsThere;
    bool m_withAccounts = true;
    std::vector<bool> m_hereExists, m_thereExists; ///< by the items' place
};

} // namespace

Result<files::Workspace> openAgain(const files::Workspace &workspace)
{
    files::Workspace::Options options;
    options.stock = workspace.stock();
    auto fresh = files::Workspace::open(workspace.folder(), options);
    if (!fresh)
        return std::unexpected(localFailure(fresh.error()));
    return std::move(*fresh);
}

Teller::Teller(const Job &job, Progress::Stage stage, std::size_t all, std::int64_t allBytes) : m_job(job)
{
    m_progress.stage = stage;
    m_progress.all = static_cast<int>(all);
    m_progress.allBytes = allBytes;
    if (m_job.told)
        m_job.told(m_progress);
}

void Teller::done(const std::string &name, std::int64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_progress.name = name;
    ++m_progress.done;
    m_progress.bytes += bytes;
    if (m_job.told)
        m_job.told(m_progress);
}

Result<Sides> readSides(const files::Workspace &fresh, const server::Scope &scope, const Job &job, Crew &crew)
{
    return Reader(fresh, scope, job, crew).read();
}

Result<std::optional<Keys>> readSettings(server::Remote &remote, const server::Scope &scope, ItemKind kind,
                                         const std::string &name)
{
    if (kind == ItemKind::DomainSettings) {
        const auto settings = remote.domainSettings(scope.domain);
        if (!settings)
            return std::unexpected(settings.error());
        return keysOf(*settings, kind);
    }
    const auto account = remote.account(scope.domain, name);
    if (!account && account.error().kind == Failure::Kind::NoAccount)
        return std::nullopt;
    if (!account)
        return std::unexpected(account.error());
    return keysOf(*account);
}

std::string_view stateWord(ItemState state)
{
    switch (state) {
    case ItemState::Same: return "same";
    case ItemState::Added: return "added";
    case ItemState::ChangedHere: return "changed-here";
    case ItemState::ChangedThere: return "changed-there";
    case ItemState::Conflict: return "conflict";
    case ItemState::RemovedHere: return "removed-here";
    case ItemState::RemovedThere: return "removed-there";
    }
    return {};
}

int Comparison::count(ItemState state) const
{
    return static_cast<int>(std::ranges::count(items, state, &Item::state));
}

bool Comparison::differs() const
{
    return count(ItemState::Same) != static_cast<int>(items.size());
}

Result<Comparison> compare(const files::Workspace &workspace, const server::Scope &scope, const Job &job)
{
    const auto fresh = openAgain(workspace);
    if (!fresh)
        return std::unexpected(fresh.error());
    Crew crew(job);
    auto sides = readSides(*fresh, scope, job, crew);
    if (!sides)
        return std::unexpected(sides.error());
    return std::move(sides->comparison);
}

Result<std::string> content(const files::Workspace &workspace, const server::Scope &scope, const Item &item, Side side,
                            const Job &job)
{
    if (side == Side::Here) {
        const auto read = files::readFile(workspace.absolutePath(QString::fromStdString(item.path)));
        if (!read)
            return std::unexpected(localFailure(read.error()));
        return read->toStdString();
    }
    std::string found;
    Crew crew(job);
    const auto read = crew.one([&](server::Remote &remote) -> Result<> {
        if (item.kind != ItemKind::File) {
            const auto keys = readSettings(remote, scope, item.kind, item.name);
            if (!keys)
                return std::unexpected(keys.error());
            found = settingsContent(keys->value_or(Keys()));
            return {};
        }
        auto content = remote.read(scope, item.name);
        if (!content)
            return std::unexpected(content.error());
        if (!*content)
            return std::unexpected(changedFailure(Text::tr("%1 is no longer on the server.").arg(QString::fromStdString(item.name)),
                                                  Text::tr("Compare again.")));
        found = std::move(**content);
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

std::optional<std::string> baseContent(const files::Workspace &workspace, const server::Scope &, const Item &item)
{
    const StateFolder folder(workspace.folder());
    if (!folder.has(item.base))
        return std::nullopt;
    auto content = folder.kept(item.base);
    return content ? std::optional(std::move(*content)) : std::nullopt;
}

} // namespace pbx::deploy
