// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/local_changes.h"
#include "environment/deploy/sides.h"

#include "environment/data/notation.h"
#include "environment/files/atomic_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace pbx::deploy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

bool isRemoval(const Item &item, bool theirs)
{
    return item.there.empty() && (item.state == ItemState::RemovedThere || (item.state == ItemState::Conflict && theirs));
}

/// One run of pull over a comparison.
class Puller {
public:
    Puller(const files::Workspace &workspace, Sides &sides, const std::vector<std::string> &theirs, const Job &job, Crew &crew)
        : m_workspace(workspace), m_sides(sides), m_theirs(theirs), m_job(job), m_crew(crew), m_folder(workspace.folder()),
          m_changes(m_folder)
    {
    }

    Result<std::vector<Pulled>> run()
    {
        choose();
        if (auto ready = m_changes.begin(); !ready)
            return std::unexpected(ready.error());
        if (auto fetched = fetch(); !fetched)
            return std::unexpected(fetched.error());
        if (auto settled = settings(); !settled)
            return std::unexpected(settled.error());
        if (auto applied = m_changes.apply(); !applied)
            return std::unexpected(applied.error());
        if (auto kept = keepBaseline(); !kept)
            return std::unexpected(kept.error());
        return std::move(m_pulled);
    }

private:
    Item &item(std::size_t i) { return m_sides.comparison.items[i]; }
    bool wantsTheirs(const Item &item) const { return std::ranges::contains(m_theirs, item.path); }

    void note(const Item &item, Pulled::What what, QString why = {}) { m_pulled.push_back({item.path, what, std::move(why)}); }

    void choose()
    {
        for (std::size_t i = 0; i < m_sides.comparison.items.size(); ++i) {
            const auto &it = item(i);
            const bool theirs = wantsTheirs(it);
            const bool keyed = it.kind != ItemKind::File && !it.here.empty() && !it.there.empty();
            if (keyed) {
                const bool some = std::ranges::any_of(it.keys, isOfThere) || (theirs && it.state == ItemState::Conflict);
                if (some)
                    m_settings.push_back(i);
                if (it.state == ItemState::Conflict && !theirs)
                    note(it, Pulled::What::Kept, conflictText(it));
            } else if (it.state == ItemState::Conflict && !theirs) {
                note(it, Pulled::What::Kept, conflictText(it));
            } else if (isRemoval(it, theirs)) {
                m_removals.push_back(i);
            } else if (takes(it, theirs)) {
                (it.kind == ItemKind::File ? m_files : m_settings).push_back(i);
            }
        }
    }

    static bool takes(const Item &it, bool theirs)
    {
        if (it.there.empty())
            return false;
        return it.state == ItemState::ChangedThere || (it.state == ItemState::Added && it.side == Side::There)
               || (it.state == ItemState::Conflict && theirs);
    }

    static QString conflictText(const Item &it)
    {
        if (it.here.empty())
            return Text::tr("It was removed here and changed on the server.");
        if (it.there.empty())
            return Text::tr("It was changed here and removed on the server.");
        QStringList keys;
        for (const auto &key : it.keys) {
            if (key.state == ItemState::Conflict)
                keys << QString::fromStdString(key.key);
        }
        if (!keys.isEmpty())
            return Text::tr("Changed here and on the server: %1.").arg(keys.join(QStringLiteral(", ")));
        return it.base.empty() ? Text::tr("Here and on the server it is not the same, and nobody knows which is newer.")
                               : Text::tr("It was changed here and on the server.");
    }

    /// Into files beside the workspace's; nothing of it is changed yet.
    Result<> fetch()
    {
        Teller teller(m_job, Progress::Stage::Reading, m_files.size());
        const auto troubles = m_crew.run(m_files.size(), [&](server::Remote &remote, std::size_t n, int) -> Result<> {
            const auto &it = item(m_files[n]);
            const auto content = remote.read(m_sides.comparison.scope, it.name);
            if (!content)
                return std::unexpected(content.error());
            if (!*content || hashOf(**content) != it.there)
                return std::unexpected(changedFailure(
                    Text::tr("%1 was changed on the server while it was fetched.").arg(QString::fromStdString(it.name)),
                    Text::tr("Nothing was changed here; pull again.")));
            if (isMergeable(it.kind, it.name)) {
                if (auto kept = m_folder.keep(it.there, **content); !kept)
                    return kept;
            }
            teller.done(it.name, static_cast<std::int64_t>((*content)->size()));
            return m_changes.write(m_sides.paths[m_files[n]], it.here, **content);
        });
        if (!troubles.empty())
            return std::unexpected(troubles.front().failure);
        for (const auto i : m_files)
            note(item(i), item(i).here.empty() ? Pulled::What::Added : Pulled::What::Changed);
        for (const auto i : m_removals) {
            note(item(i), Pulled::What::Removed);
            m_changes.remove(m_sides.paths[i], item(i).kind == ItemKind::File ? item(i).here : std::string());
        }
        return {};
    }

    /// The keys that changed there go into the file here; all others in it stay as they are.
    Result<> settings()
    {
        for (const auto i : m_settings) {
            const auto &it = item(i);
            auto dictionary = data::Value::newDictionary();
            std::string before;
            if (m_sides.settings[i].fileHere) {
                const auto content = files::readFile(m_sides.paths[i]);
                if (!content)
                    return std::unexpected(localFailure(content.error()));
                before = hashOf(content->toStdString());
                auto document = data::readNotation(content->toStdString());
                if (!document || !document->value.isDictionary())
                    return std::unexpected(localFailure(Text::tr("%1 was damaged meanwhile.").arg(m_sides.paths[i])));
                dictionary = document->value;
            }
            for (const auto &key : it.keys) {
                if (!isOfThere(key) && !wantsTheirs(it))
                    continue;
                if (auto set = setKey(dictionary, key.key, key.there); !set)
                    return set;
            }
            const auto text = files::settingsText(dictionary);
            if (!text)
                return std::unexpected(localFailure(text.error()));
            if (auto written = m_changes.write(m_sides.paths[i], before, text->toStdString()); !written)
                return written;
            note(it, it.here.empty() ? Pulled::What::Added : Pulled::What::Changed);
        }
        return {};
    }

    /// What is the same now, and what was the same already.
    Result<> keepBaseline()
    {
        auto &baseline = m_sides.baseline;
        for (const auto &it : m_sides.comparison.items) {
            if (it.state == ItemState::Same && it.kind == ItemKind::File && !it.here.empty())
                baseline.set(it.kind, it.name, it.here);
            if (it.state == ItemState::Same && it.kind == ItemKind::File && isMergeable(it.kind, it.name) && !m_folder.has(it.here))
                keepHere(it);
        }
        for (const auto i : m_files)
            baseline.set(item(i).kind, item(i).name, item(i).there);
        for (const auto i : m_removals)
            baseline.set(item(i).kind, item(i).name, {});
        for (std::size_t i = 0; i < m_sides.comparison.items.size(); ++i) {
            if (item(i).kind == ItemKind::File || item(i).there.empty() || item(i).here.empty() != !m_sides.settings[i].fileHere)
                continue;
            if (auto kept = keepSettingsBase(i); !kept)
                return kept;
        }
        return writeBaseline(m_folder, m_sides.place, m_sides.comparison.scope, baseline);
    }

    void keepHere(const Item &it)
    {
        const auto content = files::readFile(m_workspace.absolutePath(QString::fromStdString(it.path)));
        if (content && hashOf(content->toStdString()) == it.here)
            (void)m_folder.keep(it.here, content->toStdString()); // only merging would miss it
    }

    /// Keys that were taken or are the same become the base; those changed here keep theirs.
    Result<> keepSettingsBase(std::size_t i)
    {
        const auto &it = item(i);
        const auto &settings = m_sides.settings[i];
        const bool taken = std::ranges::contains(m_settings, i);
        if (it.here.empty() && !taken)
            return {};
        auto base = settings.there;
        for (const auto &key : it.keys) {
            if (taken && (isOfThere(key) || wantsTheirs(it)))
                continue;
            if (key.base)
                base[key.key] = *key.base;
            else
                base.erase(key.key);
        }
        const auto content = settingsContent(base);
        const auto hash = hashOf(content);
        if (auto kept = m_folder.keep(hash, content); !kept)
            return kept;
        m_sides.baseline.set(it.kind, it.name, hash);
        return {};
    }

    const files::Workspace &m_workspace;
    Sides &m_sides;
    const std::vector<std::string> &m_theirs;
    const Job &m_job;
    Crew &m_crew;
    StateFolder m_folder;
    LocalChanges m_changes;
    std::vector<std::size_t> m_files, m_settings, m_removals; ///< places of items
    std::vector<Pulled> m_pulled;
};

} // namespace

Result<std::vector<Pulled>> pull(const files::Workspace &workspace, const server::Scope &scope,
                                 const std::vector<std::string> &theirs, const Job &job)
{
    const auto fresh = openAgain(workspace);
    if (!fresh)
        return std::unexpected(fresh.error());
    Crew crew(job);
    auto sides = readSides(*fresh, scope, job, crew);
    if (!sides)
        return std::unexpected(sides.error());
    return Puller(*fresh, *sides, theirs, job, crew).run();
}

Result<> settle(const files::Workspace &workspace, const server::Scope &scope, const Item &item, const std::string &text,
                const Job &job)
{
    const auto there = item.there.empty() ? Result<std::string>() : content(workspace, scope, item, Side::There, job);
    if (!there)
        return std::unexpected(there.error());
    if (!item.there.empty() && hashOf(*there) != item.there)
        return std::unexpected(changedFailure(
            Text::tr("%1 was changed on the server again.").arg(QString::fromStdString(item.path)), Text::tr("Compare again.")));
    std::string place;
    Crew crew(job);
    const auto asked = crew.one([&](server::Remote &remote) -> Result<> {
        place = placeOf(remote.connection().settings());
        return {};
    });
    if (!asked)
        return asked;
    const StateFolder folder(workspace.folder());
    auto baseline = readBaseline(folder, place, scope);
    if (!baseline)
        return std::unexpected(baseline.error());
    if (isMergeable(item.kind, item.name) && !item.there.empty()) {
        if (auto kept = folder.keep(item.there, *there); !kept)
            return kept;
    }
    const auto saved = files::saveFile(workspace.absolutePath(QString::fromStdString(item.path)), QByteArray::fromStdString(text));
    if (!saved)
        return std::unexpected(localFailure(saved.error()));
    baseline->set(item.kind, item.name, item.there);
    return writeBaseline(folder, place, scope, *baseline);
}

} // namespace pbx::deploy
