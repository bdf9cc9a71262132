// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/plan.h"
#include "environment/deploy/sides.h"
#include "environment/deploy/transaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace pbx::deploy {

using Kind = Action::Kind;

Result<PushResult> pushAs(const files::Workspace &workspace, const Plan &plan, const PushOptions &options, const Job &job,
                          const std::string &rollbackOf);

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

/// What the pushes from one on have made of a file or of settings.
struct Change {
    Action first;                                   ///< what was before it all
    std::string latest;                             ///< hash of what the last of them left there
    std::map<std::string, std::string> latestOfKey; ///< of settings: the content the key's last value stands in
};

using Changes = std::map<std::pair<ItemKind, std::string>, Change>;

/// All pushes to the same place since: the state before a push is only reached without the later ones.
Changes changesSince(const std::vector<Entry> &entries, const Entry &from)
{
    Changes changes;
    bool reached = false;
    for (const auto &entry : entries) {
        reached = reached || entry.record.id == from.record.id;
        const bool counts = entry.record.end == PushResult::End::Done || entry.record.id == from.record.id;
        if (!reached || !counts || entry.place != from.place || entry.record.scope != from.record.scope)
            continue;
        for (const auto &action : entry.record.actions) {
            if (action.kind != Kind::Store && action.kind != Kind::Delete && !isOfSettings(action))
                continue;
            const auto [at, isNew] = changes.try_emplace({itemKindOf(action), action.name});
            auto &change = at->second;
            if (isNew)
                change.first = action;
            change.latest = action.wanted;
            for (const auto &key : action.keys) {
                change.latestOfKey[key] = action.wanted;
                if (!std::ranges::contains(change.first.keys, key))
                    change.first.keys.push_back(key);
            }
        }
    }
    return changes;
}

/// Makes a plan that brings back what was before.
class Planner {
public:
    Planner(const files::Workspace &workspace, const Entry &entry, const Changes &changes, const Job &job)
        : m_workspace(workspace), m_entry(entry), m_folder(workspace.folder()), m_job(job), m_crew(job)
    {
        for (const auto &[name, change] : changes)
            m_changes.push_back(change);
        m_actions.resize(m_changes.size());
    }

    Result<Plan> plan()
    {
        Comparison comparison;
        comparison.scope = m_entry.record.scope;
        const auto listed = m_crew.one([&](server::Remote &remote) { return list(remote, comparison); });
        if (!listed)
            return std::unexpected(listed.error());
        Teller teller(m_job, Progress::Stage::Reading, m_changes.size());
        const auto troubles = m_crew.run(m_changes.size(), [&](server::Remote &remote, std::size_t i, int) {
            auto looked = isOfSettings(m_changes[i].first) ? lookAtSettings(remote, i) : lookAtFile(remote, i);
            if (looked)
                teller.done(m_changes[i].first.name);
            return looked;
        });
        if (!troubles.empty())
            return std::unexpected(troubles.front().failure);
        Plan plan;
        plan.scope = m_entry.record.scope;
        for (auto &action : m_actions) {
            if (action)
                plan.actions.push_back(std::move(*action));
        }
        plan.left = std::move(m_left);
        keepFolders(comparison);
        complete(plan.actions, comparison);
        return plan;
    }

private:
    Result<> list(server::Remote &remote, Comparison &comparison)
    {
        if (placeOf(remote.connection().settings()) != m_entry.place)
            return std::unexpected(localFailure(
                Text::tr("The push went to %1, not to %2.").arg(m_entry.record.server, remote.connection().settings().url()),
                Text::tr("Connect to the server it went to.")));
        const auto files = remote.files(m_entry.record.scope);
        if (!files)
            return std::unexpected(files.error());
        comparison.environmentThere = files->exists;
        comparison.languagesThere = files->languages;
        comparison.items.clear();
        for (const auto &file : files->files) {
            Item item;
            item.name = file.name;
            item.there = "listed";
            comparison.items.push_back(std::move(item));
        }
        return {};
    }

    /// Folders go only when the push has made them.
    void keepFolders(Comparison &comparison) const
    {
        for (const auto &language : comparison.languagesThere) {
            const bool made = std::ranges::any_of(m_entry.record.actions, [&](const Action &action) {
                return action.kind == Kind::CreateLanguage && action.name == language;
            });
            if (!made)
                comparison.languagesHere.push_back(language);
        }
    }

    Result<> lookAtFile(server::Remote &remote, std::size_t i)
    {
        const auto &change = m_changes[i];
        const auto content = remote.read(m_entry.record.scope, change.first.name);
        if (!content)
            return std::unexpected(content.error());
        const auto now = *content ? hashOf(**content) : std::string();
        if (now == change.first.expected)
            return {};
        Action action;
        action.kind = change.first.expected.empty() ? Kind::Delete : Kind::Store;
        action.name = change.first.name;
        action.path = change.first.path;
        action.expected = now;
        action.wanted = change.first.expected;
        action.conflict = now != change.latest;
        if (!action.wanted.empty()) {
            const auto before = m_folder.kept(action.wanted);
            if (!before)
                return std::unexpected(before.error());
            action.size = static_cast<std::int64_t>(before->size());
        }
        m_actions[i] = std::move(action);
        return {};
    }

    Result<Keys> keysKept(const std::string &hash, ItemKind kind) const
    {
        const auto content = m_folder.kept(hash);
        if (!content)
            return std::unexpected(content.error());
        return keysOfContent(*content, kind);
    }

    Result<> lookAtSettings(server::Remote &remote, std::size_t i)
    {
        const auto &change = m_changes[i];
        const auto kind = itemKindOf(change.first);
        if (change.first.kind == Kind::CreateAccount) {
            const std::lock_guard lock(m_mutex);
            m_left.push_back(change.first.path); // its mail would go with it
            return {};
        }
        const auto now = readSettings(remote, m_entry.record.scope, kind, change.first.name);
        if (!now)
            return std::unexpected(now.error());
        const auto before = keysKept(change.first.expected, kind);
        if (!before)
            return std::unexpected(before.error());
        Action action = change.first;
        action.kind = kind == ItemKind::DomainSettings ? Kind::UpdateDomain : Kind::UpdateAccount;
        action.keys.clear();
        action.conflict = !*now;
        for (const auto &key : change.first.keys) {
            const auto value = valueOf(now->value_or(Keys()), key);
            if (sameValue(value, valueOf(*before, key)))
                continue;
            const auto latest = keysKept(change.latestOfKey.at(key), kind);
            if (!latest)
                return std::unexpected(latest.error());
            action.keys.push_back(key);
            action.conflict = action.conflict || !sameValue(value, valueOf(*latest, key));
        }
        if (action.keys.empty() || !*now)
            return {};
        action.expected = hashOf(settingsContent(**now));
        action.wanted = change.first.expected;
        m_actions[i] = std::move(action);
        return {};
    }

    const files::Workspace &m_workspace;
    const Entry &m_entry;
    StateFolder m_folder;
    const Job &m_job;
    Crew m_crew;
    std::vector<Change> m_changes;
    std::vector<std::optional<Action>> m_actions; ///< by the changes' place
    std::mutex m_mutex;
    std::vector<std::string> m_left;
};

Result<Entry> entryOf(const files::Workspace &workspace, const std::string &id)
{
    auto entry = Journal::read(StateFolder(workspace.folder()), id);
    if (!entry)
        return entry;
    if (entry->ended && entry->record.end == PushResult::End::Undone)
        return std::unexpected(localFailure(Text::tr("The push %1 was undone at once; there is nothing to roll back.").arg(QString::fromStdString(id))));
    return entry;
}

} // namespace

Result<Plan> planRollback(const files::Workspace &workspace, const std::string &id, const Job &job)
{
    const auto entry = entryOf(workspace, id);
    if (!entry)
        return std::unexpected(entry.error());
    auto all = Journal::readAll(StateFolder(workspace.folder()));
    if (!all.problems.isEmpty())
        return std::unexpected(localFailure(all.problems.front(), Text::tr("Without it nobody knows what the later pushes changed.")));
    // Of an interrupted push only what was begun can be taken back.
    if (!entry->ended) {
        for (auto &other : all.entries) {
            if (other.record.id != id)
                continue;
            std::vector<Action> begun;
            for (const auto i : other.begun)
                begun.push_back(other.record.actions[i]);
            other.record.actions = std::move(begun);
        }
    }
    return Planner(workspace, *entry, changesSince(all.entries, *entry), job).plan();
}

Result<PushResult> rollback(const files::Workspace &workspace, const std::string &id, const Plan &plan,
                            const PushOptions &options, const Job &job)
{
    auto entry = entryOf(workspace, id);
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->ended)
        return pushAs(workspace, plan, options, job, id);
    const auto fresh = openAgain(workspace);
    if (!fresh)
        return std::unexpected(fresh.error());
    Transaction transaction(*fresh, std::move(*entry), job);
    if (auto locked = transaction.lock(id); !locked)
        return std::unexpected(locked.error());
    if (auto taken = transaction.takeUp(); !taken)
        return std::unexpected(taken.error());
    return transaction.backward();
}

} // namespace pbx::deploy
