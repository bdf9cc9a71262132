// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/commands.h"

#include "environment/data/objects.h"

#include <algorithm>

/// Forwarders and groups, which stand in domain.settings (server-interfaces, 4.3).
namespace pbx::practice {

namespace {

constexpr std::string_view forwarders = "Forwarders";
constexpr std::string_view groups = "Groups";

/// One of a domain's objects with the settings it stands in.
struct Objects {
    std::string domain;
    std::string name;      ///< as asked for
    data::Value settings;  ///< of the domain
    data::Value all;       ///< the dictionary of its kind
    data::Value key;       ///< as written there; null: there is none of that name
};

Result<Objects> open(Caller &caller, const std::string &address, std::string_view kind, std::string_view right)
{
    const auto name = splitAccount(caller, address);
    if (const auto may = caller.mayDomain(name.domain, right); !may)
        return std::unexpected(may.error());
    auto settings = caller.store.domainSettings(name.domain);
    if (!settings)
        return std::unexpected(settings.error());
    Objects objects{name.domain, name.name, *settings, dictionaryIn(*settings, kind), {}};
    for (const auto &entry : objects.all.dictionary().entries()) {
        if (folded(entry.key.bytes()) == folded(name.name))
            objects.key = entry.key;
    }
    return objects;
}

Reply save(Caller &caller, const Objects &objects, std::string_view kind)
{
    objects.settings.dictionary().set(kind, objects.all);
    if (const auto saved = caller.store.saveDomainSettings(objects.domain, objects.settings); !saved)
        return std::unexpected(saved.error());
    return std::nullopt;
}

/// Accounts, aliases, forwarders and groups share their names.
Result<> isFree(Caller &caller, const Objects &objects)
{
    if (objects.name.empty() || objects.name.contains('@'))
        return refused(General, "illegal name");
    if (accountOf(caller, objects.name + '@' + objects.domain, {}))
        return refused(AccountExists, "account with this name already exists");
    for (const auto &[kind, code] : {std::pair{groups, GroupExists}, std::pair{forwarders, ForwarderExists}}) {
        const auto others = dictionaryIn(objects.settings, kind);
        for (const auto &entry : others.dictionary().entries()) {
            if (folded(entry.key.bytes()) == folded(objects.name))
                return refused(code, "an object with this name already exists");
        }
    }
    return {};
}

// ---- forwarders

Reply createForwarder(Caller &caller, Words &words)
{
    const auto name = words.text("the forwarder's name");
    words.expect("TO");
    const auto target = words.text("the address");
    if (!words.done())
        return words.fault();
    auto objects = open(caller, name, forwarders, "CanCreateForwarders");
    if (!objects)
        return std::unexpected(objects.error());
    if (const auto nameFree = isFree(caller, *objects); !nameFree)
        return std::unexpected(nameFree.error());
    objects->all.dictionary().set(objects->name, data::Value::string(target));
    return save(caller, *objects, forwarders);
}

Reply getForwarder(Caller &caller, Words &words)
{
    const auto name = words.text("the forwarder's name");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, forwarders, {});
    if (!objects)
        return std::unexpected(objects.error());
    if (objects->key.isNull())
        return refused(NoForwarder, "unknown forwarder");
    return *objects->all.dictionary().find(objects->key);
}

Reply deleteForwarder(Caller &caller, Words &words)
{
    const auto name = words.text("the forwarder's name");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, forwarders, "CanCreateForwarders");
    if (!objects)
        return std::unexpected(objects.error());
    if (objects->key.isNull())
        return refused(NoForwarder, "unknown forwarder");
    objects->all.dictionary().remove(objects->key);
    return save(caller, *objects, forwarders);
}

Reply rename(Caller &caller, Words &words, std::string_view kind, std::string_view right, int missing)
{
    const auto name = words.text("the old name");
    words.expect("INTO");
    const auto into = words.text("the new name");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, kind, right);
    if (!objects)
        return std::unexpected(objects.error());
    if (objects->key.isNull())
        return refused(missing, "there is no such object");
    const auto target = open(caller, into, kind, right);
    if (!target)
        return std::unexpected(target.error());
    if (target->domain != objects->domain)
        return refused(General, "the object stays in its domain");
    if (const auto nameFree = isFree(caller, *target); !nameFree)
        return std::unexpected(nameFree.error());
    const auto value = *objects->all.dictionary().find(objects->key);
    objects->all.dictionary().remove(objects->key);
    objects->all.dictionary().set(target->name, value);
    return save(caller, *objects, kind);
}

Reply renameForwarder(Caller &caller, Words &words)
{
    return rename(caller, words, forwarders, "CanCreateForwarders", NoForwarder);
}

Reply listNames(Caller &caller, Words &words, std::string_view kind)
{
    const auto name = words.atEnd() ? caller.domain : words.text("the domain's name");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, "@" + name, kind, {});
    if (!objects)
        return std::unexpected(objects.error());
    auto names = data::Value::newArray();
    for (const auto &entry : objects->all.dictionary().entries())
        names.array().append(entry.key);
    return names;
}

Reply listForwarders(Caller &caller, Words &words)
{
    return listNames(caller, words, forwarders);
}

Reply findForwarders(Caller &caller, Words &words)
{
    const auto name = words.text("the domain's name");
    const auto address = words.text("the address");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, "@" + name, forwarders, {});
    if (!objects)
        return std::unexpected(objects.error());
    auto found = data::Value::newArray();
    for (const auto &entry : objects->all.dictionary().entries()) {
        if (folded(entry.value.bytes()) == folded(address))
            found.array().append(entry.key);
    }
    return found;
}

// ---- groups

Reply createGroup(Caller &caller, Words &words)
{
    const auto name = words.text("the group's name");
    const auto settings = words.atEnd() ? data::Value::newDictionary() : words.dictionary("the settings");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, groups, "CanCreateGroups");
    if (!objects)
        return std::unexpected(objects.error());
    if (const auto nameFree = isFree(caller, *objects); !nameFree)
        return std::unexpected(nameFree.error());
    objects->all.dictionary().set(objects->name, settings);
    return save(caller, *objects, groups);
}

Reply getGroup(Caller &caller, Words &words)
{
    const auto name = words.text("the group's name");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, groups, {});
    if (!objects)
        return std::unexpected(objects.error());
    if (objects->key.isNull())
        return refused(General, "unknown group");
    return *objects->all.dictionary().find(objects->key);
}

Reply setGroup(Caller &caller, Words &words)
{
    const auto name = words.text("the group's name");
    const auto settings = words.dictionary("the settings");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, groups, "CanCreateGroups");
    if (!objects)
        return std::unexpected(objects.error());
    if (objects->key.isNull())
        return refused(General, "unknown group");
    objects->all.dictionary().set(objects->key, settings);
    return save(caller, *objects, groups);
}

Reply deleteGroup(Caller &caller, Words &words)
{
    const auto name = words.text("the group's name");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, groups, "CanCreateGroups");
    if (!objects)
        return std::unexpected(objects.error());
    if (objects->key.isNull())
        return refused(General, "unknown group");
    objects->all.dictionary().remove(objects->key);
    return save(caller, *objects, groups);
}

Reply renameGroup(Caller &caller, Words &words)
{
    return rename(caller, words, groups, "CanCreateGroups", General);
}

Reply listGroups(Caller &caller, Words &words)
{
    return listNames(caller, words, groups);
}

const CommandEntry entries[] = {
    {"CREATEFORWARDER", createForwarder}, {"GETFORWARDER", getForwarder},     {"DELETEFORWARDER", deleteForwarder},
    {"RENAMEFORWARDER", renameForwarder}, {"LISTFORWARDERS", listForwarders}, {"FINDFORWARDERS", findForwarders},
    {"CREATEGROUP", createGroup},         {"GETGROUP", getGroup},             {"SETGROUP", setGroup},
    {"DELETEGROUP", deleteGroup},         {"RENAMEGROUP", renameGroup},       {"LISTGROUPS", listGroups},
};

} // namespace

std::span<const CommandEntry> objectCommands()
{
    return entries;
}

} // namespace pbx::practice
