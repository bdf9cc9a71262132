// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/environment.h"

#include "environment/accounts/words.h"
#include "environment/files/name_rules.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <unordered_map>

namespace pbx::files {

namespace {

/// The names tried at each place, in order.
std::vector<std::string> namesToTry(const std::string &folded, NameKind kind)
{
    if (kind == NameKind::Exact || folded.contains('.'))
        return {folded};
    std::vector<std::string> names;
    for (const auto extension : mediaExtensions)
        names.push_back(folded + std::string(extension));
    return names;
}

/// "welcome" of "welcome.wav"; empty when the name is no prompt or the rest has a dot of its own.
std::string_view stem(std::string_view name)
{
    const auto dot = name.find('.');
    if (dot == std::string_view::npos || !std::ranges::contains(mediaExtensions, name.substr(dot)))
        return {};
    return name.substr(0, dot);
}

std::size_t extensionRank(std::string_view name)
{
    const auto dot = name.find('.');
    return static_cast<std::size_t>(std::ranges::find(mediaExtensions, name.substr(dot)) - mediaExtensions.begin());
}

} // namespace

Environment::Environment(std::shared_ptr<const LayerIndex> stock, std::shared_ptr<const LayerIndex> server,
                         std::shared_ptr<const LayerIndex> domain, LookupOrder order)
    : m_layers{std::move(domain), std::move(server), std::move(stock)}
    , m_order(order)
{
    buildTables();
}

std::shared_ptr<const Environment> Environment::fromFolders(const Folders &folders, LookupOrder order)
{
    const auto shown =
        folders.domainName.empty() ? std::string("environment") : "domains/" + folders.domainName + "/environment";
    return std::make_shared<const Environment>(LayerIndex::scan(folders.stock, Layer::Stock, "stock"),
                                               LayerIndex::scan(folders.server, Layer::Server, "server"),
                                               LayerIndex::scan(folders.domain, Layer::Domain, shown), order);
}

std::vector<Environment::Place> Environment::places(const std::string &language) const
{
    std::vector<Place> places;
    if (language.empty() || m_order == LookupOrder::LanguagesFirst) {
        for (const auto &index : m_layers) {
            if (index && !language.empty())
                places.push_back({index.get(), language});
        }
        for (const auto &index : m_layers) {
            if (index)
                places.push_back({index.get(), {}});
        }
        return places;
    }
    for (const auto &index : m_layers) {
        if (!index)
            continue;
        places.push_back({index.get(), language});
        places.push_back({index.get(), {}});
    }
    return places;
}

const FileEntry *Environment::fileAt(const Place &place, std::string_view folded)
{
    const auto &files = place.index->files();
    const auto key = std::tuple<std::string_view, std::string_view>(place.language, folded);
    const auto found = std::ranges::lower_bound(files, key, {}, [](const FileEntry &file) {
        return std::tuple<std::string_view, std::string_view>(file.language, file.name);
    });
    const bool hit = found != files.end() && found->language == place.language && found->name == folded;
    return hit ? &*found : nullptr;
}

Lookup Environment::find(std::string_view name, std::string_view language, NameKind kind) const
{
    Lookup lookup;
    if (!isLookupName(name)) {
        lookup.refused = checkName(name).message;
        if (lookup.refused.empty() || name.contains('/'))
            lookup.refused =
                accounts::said(QT_TRANSLATE_NOOP("Words", "A program's file name has no path in it: nothing is looked for."));
        return lookup;
    }
    const auto names = namesToTry(foldName(name), kind);
    for (const auto &place : places(languageFolder(language))) {
        for (const auto &candidate : names) {
            const auto *file = fileAt(place, candidate);
            lookup.steps.push_back(
                {place.index->layer(), place.language, candidate, file != nullptr, file ? file->path : QString()});
            if (file) {
                lookup.file = *file;
                return lookup;
            }
        }
    }
    return lookup;
}

void Environment::buildTables()
{
    struct Winner {
        const FileEntry *file;
        std::size_t place;
        std::size_t rank;
    };
    const auto fill = [](std::vector<Slot> &slots, const std::unordered_map<std::string_view, Winner> &winners) {
        slots.assign(std::bit_ceil(winners.size() * 2 + 1), {});
        const auto mask = slots.size() - 1;
        for (const auto &[key, winner] : winners) {
            const auto hash = hashName(key);
            auto at = hash & mask;
            while (slots[at].file)
                at = (at + 1) & mask;
            slots[at] = {hash, key, winner.file};
        }
    };
    auto all = languages();
    all.insert(all.begin(), std::string());
    for (auto &language : all) {
        std::unordered_map<std::string_view, Winner> exact;
        std::unordered_map<std::string_view, Winner> media;
        const auto order = places(language);
        for (std::size_t p = 0; p < order.size(); ++p) {
            for (const auto &file : order[p].index->files()) {
                if (file.language != order[p].language)
                    continue;
                exact.try_emplace(file.name, &file, p, std::size_t(0));
                if (file.name.contains('.'))
                    media.try_emplace(file.name, &file, p, std::size_t(0));
                const auto key = stem(file.name);
                if (key.empty())
                    continue;
                const Winner winner{&file, p, extensionRank(file.name)};
                const auto [place, isNew] = media.try_emplace(key, winner);
                if (!isNew && place->second.place == p && winner.rank < place->second.rank)
                    place->second = winner;
            }
        }
        Table table;
        table.language = std::move(language);
        fill(table.exact, exact);
        fill(table.media, media);
        m_tables.push_back(std::move(table));
    }
}

const Environment::Table &Environment::tableFor(std::string_view language) const noexcept
{
    if (!isDefaultLanguage(language)) {
        for (std::size_t i = 1; i < m_tables.size(); ++i) {
            if (matchesFolded(language, m_tables[i].language))
                return m_tables[i];
        }
    }
    return m_tables.front(); // also for a language nobody has a folder for
}

const FileEntry *Environment::search(const std::vector<Slot> &slots, std::string_view name) noexcept
{
    if (!isLookupName(name))
        return nullptr;
    const auto hash = hashName(name);
    const auto mask = slots.size() - 1;
    for (auto at = hash & mask; slots[at].file; at = (at + 1) & mask) {
        if (slots[at].hash == hash && matchesFolded(name, slots[at].key))
            return slots[at].file;
    }
    return nullptr;
}

const FileEntry *Environment::findMedia(std::string_view nameAnyCase, std::string_view language) const noexcept
{
    return search(tableFor(language).media, nameAnyCase);
}

const FileEntry *Environment::findFile(std::string_view nameAnyCase, std::string_view language) const noexcept
{
    return search(tableFor(language).exact, nameAnyCase);
}

std::vector<ListedFile> Environment::list() const
{
    std::vector<ListedFile> listed;
    for (const auto &index : m_layers) {
        if (!index)
            continue;
        for (const auto &file : index->files())
            listed.push_back({file, std::nullopt, {}});
    }
    // Stable: the layers stand from the domain outwards inside each name.
    std::ranges::stable_sort(listed, [](const ListedFile &a, const ListedFile &b) {
        return std::tie(a.file.language, a.file.name) < std::tie(b.file.language, b.file.name);
    });
    for (std::size_t i = 0; i < listed.size();) {
        std::size_t end = i + 1;
        while (end < listed.size() && listed[end].file.name == listed[i].file.name &&
               listed[end].file.language == listed[i].file.language) {
            listed[end].hiddenBy = listed[i].file.layer;
            listed[i].hides.push_back(listed[end].file.layer);
            ++end;
        }
        i = end;
    }
    return listed;
}

std::vector<std::string> Environment::languages() const
{
    std::vector<std::string> all;
    for (const auto &index : m_layers) {
        if (index)
            all.insert(all.end(), index->languages().begin(), index->languages().end());
    }
    std::ranges::sort(all);
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
    return all;
}

std::shared_ptr<const LayerIndex> Environment::sharedLayer(Layer layer) const
{
    for (const auto &index : m_layers) {
        if (index && index->layer() == layer)
            return index;
    }
    return nullptr;
}

const LayerIndex *Environment::layer(Layer layer) const noexcept
{
    for (const auto &index : m_layers) {
        if (index && index->layer() == layer)
            return index.get();
    }
    return nullptr;
}

std::vector<FileProblem> Environment::problems() const
{
    std::vector<FileProblem> all;
    for (const auto &index : m_layers) {
        if (index && index->layer() != Layer::Stock)
            all.insert(all.end(), index->problems().begin(), index->problems().end());
    }
    return all;
}

} // namespace pbx::files
