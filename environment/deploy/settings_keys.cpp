// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/settings_keys.h"

#include "environment/data/notation.h"
#include "environment/deploy/state_folder.h"
#include "environment/files/name_rules.h"
#include "environment/files/workspace.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace pbx::deploy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

constexpr std::array<std::string_view, 2> accountLists{"Aliases", "SignalRules"};
constexpr std::array<std::string_view, 2> accountSections{"Settings", "Preferences"};
constexpr std::array<std::string_view, 1> domainLists{"SignalRules"};
constexpr std::array<std::string_view, 3> domainSections{"Preferences", "Forwarders", "Groups"};

std::span<const std::string_view> listsOf(ItemKind kind)
{
    return kind == ItemKind::Account ? std::span<const std::string_view>(accountLists) : domainLists;
}

std::span<const std::string_view> sectionsOf(ItemKind kind)
{
    return kind == ItemKind::Account ? std::span<const std::string_view>(accountSections) : domainSections;
}

void addList(Keys &keys, std::string_view name, const data::Value &value)
{
    if (data::length(value) == 0)
        return;
    if (auto text = data::printNotation(value))
        keys.emplace(name, std::move(*text));
}

void addSection(Keys &keys, std::string_view section, const data::Value &values)
{
    if (!values.isDictionary())
        return;
    const auto shown = server::withoutSecrets(values);
    for (const auto &entry : shown.dictionary().entries()) {
        // The word with which a server takes a value away: nothing is set.
        if (entry.value.isString() && entry.value.bytes() == "default" && section != "Forwarders")
            continue;
        if (auto text = data::printNotation(entry.value))
            keys.emplace(std::string(section) + '.' + entry.key.toStdString(), std::move(*text));
    }
}

/// Numbers become the texts that servers write for them; dictionaries are sorted. Depth is bounded by the reader.
data::Value normal(const data::Value &value)
{
    if (value.isNumber())
        return data::Value::string(std::to_string(value.toNumber()));
    if (value.isArray()) {
        auto array = data::Value::newArray();
        for (const auto &item : value.array().items)
            array.array().append(normal(item));
        return array;
    }
    if (value.isDictionary()) {
        std::map<std::string, data::Value> sorted;
        for (const auto &entry : value.dictionary().entries())
            sorted[entry.key.toStdString()] = normal(entry.value);
        auto dictionary = data::Value::newDictionary();
        for (auto &[key, item] : sorted)
            dictionary.dictionary().set(key, std::move(item));
        return dictionary;
    }
    return value;
}

ItemState stateOf(const KeyDifference &key)
{
    if (sameValue(key.base, key.there))
        return !key.base ? ItemState::Added : key.here ? ItemState::ChangedHere : ItemState::RemovedHere;
    if (sameValue(key.base, key.here))
        return !key.base ? ItemState::Added : key.there ? ItemState::ChangedThere : ItemState::RemovedThere;
    return ItemState::Conflict;
}

} // namespace

Keys keysOf(const data::Value &dictionary, ItemKind kind)
{
    Keys keys;
    if (!dictionary.isDictionary())
        return keys;
    for (const auto name : listsOf(kind))
        addList(keys, name, dictionary.dictionary().get(name));
    for (const auto name : sectionsOf(kind))
        addSection(keys, name, dictionary.dictionary().get(name));
    return keys;
}

Keys keysOf(const server::RemoteAccount &account)
{
    Keys keys;
    addList(keys, "Aliases", account.aliases);
    addList(keys, "SignalRules", account.signalRules);
    addSection(keys, "Settings", account.settings);
    addSection(keys, "Preferences", account.preferences);
    return keys;
}

std::string settingsContent(const Keys &keys)
{
    auto dictionary = data::Value::newDictionary();
    for (const auto &[key, text] : keys)
        (void)setKey(dictionary, key, text); // it was printed by this program
    const auto content = files::settingsText(dictionary);
    return content ? content->toStdString() : std::string();
}

Result<Keys> keysOfContent(std::string_view content, ItemKind kind)
{
    const auto document = data::readNotation(content);
    if (!document || !document->value.isDictionary())
        return std::unexpected(localFailure(Text::tr("Settings kept in the folder .pbx of the workspace are damaged.")));
    return keysOf(document->value, kind);
}

bool sameValue(const std::optional<std::string> &a, const std::optional<std::string> &b)
{
    if (a == b || !a || !b)
        return a == b;
    const auto left = data::readNotation(*a);
    const auto right = data::readNotation(*b);
    return left && right && data::equal(normal(left->value), normal(right->value));
}

std::optional<std::string> valueOf(const Keys &keys, const std::string &key)
{
    const auto found = keys.find(key);
    return found == keys.end() ? std::nullopt : std::optional(found->second);
}

std::vector<KeyDifference> differences(const Keys &base, const Keys &here, const Keys &there)
{
    std::set<std::string> names;
    for (const auto *keys : {&here, &there}) {
        for (const auto &[key, value] : *keys)
            names.insert(key);
    }
    std::vector<KeyDifference> different;
    for (const auto &name : names) {
        KeyDifference key{name, ItemState::Same, valueOf(base, name), valueOf(here, name), valueOf(there, name)};
        if (sameValue(key.here, key.there))
            continue;
        key.state = stateOf(key);
        different.push_back(std::move(key));
    }
    return different;
}

bool isOfHere(const KeyDifference &difference)
{
    return difference.state != ItemState::Conflict && sameValue(difference.base, difference.there);
}

bool isOfThere(const KeyDifference &difference)
{
    return difference.state != ItemState::Conflict && !isOfHere(difference);
}

KeyParts partsOf(const std::string &key)
{
    const auto dot = key.find('.');
    return dot == key.npos ? KeyParts{key, {}} : KeyParts{key.substr(0, dot), key.substr(dot + 1)};
}

Result<data::Value> readValue(const std::string &text)
{
    auto document = data::readNotation(text);
    if (!document)
        return std::unexpected(localFailure(QString::fromStdString(document.error().message)));
    return std::move(document->value);
}

Result<> setKey(data::Value &dictionary, const std::string &key, const std::optional<std::string> &value)
{
    data::Value wanted;
    if (value) {
        auto read = readValue(*value);
        if (!read)
            return std::unexpected(read.error());
        wanted = std::move(*read);
    }
    const auto parts = partsOf(key);
    if (!key.contains('.')) {
        dictionary.dictionary().set(parts.section, std::move(wanted));
        return {};
    }
    auto section = dictionary.dictionary().get(parts.section);
    if (!section.isDictionary()) {
        if (!value)
            return {};
        section = data::Value::newDictionary();
        dictionary.dictionary().set(parts.section, section);
    }
    section.dictionary().set(parts.name, std::move(wanted));
    if (section.dictionary().size() == 0)
        dictionary.dictionary().remove(data::Value::string(parts.section));
    return {};
}

} // namespace pbx::deploy
