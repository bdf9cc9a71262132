// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/commands.h"

#include "environment/data/objects.h"

#include <algorithm>

/// Forwarders, groups and named tasks, which stand in domain.settings (server-interfaces, 4.3).
namespace pbx::practice {

namespace {

constexpr std::string_view forwarders = "Forwarders";
constexpr std::string_view groups = "Groups";
constexpr std::string_view namedTasks = "NamedTasks";

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

Reply get(Caller &caller, Words &words, std::string_view kind, int missing)
{
    const auto name = words.text("the name");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, kind, {});
    if (!objects)
        return std::unexpected(objects.error());
    if (objects->key.isNull())
        return refused(missing, "there is no such object");
    return *objects->all.dictionary().find(objects->key);
}

Reply remove(Caller &caller, Words &words, std::string_view kind, std::string_view right, int missing)
{
    const auto name = words.text("the name");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, kind, right);
    if (!objects)
        return std::unexpected(objects.error());
    if (objects->key.isNull())
        return refused(missing, "there is no such object");
    objects->all.dictionary().remove(objects->key);
    return save(caller, *objects, kind);
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
    if (const auto nameFree = nameIsFree(caller, target->domain, target->name); !nameFree)
        return std::unexpected(nameFree.error());
    const auto value = *objects->all.dictionary().find(objects->key);
    objects->all.dictionary().remove(objects->key);
    objects->all.dictionary().set(target->name, value);
    return save(caller, *objects, kind);
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
    if (const auto nameFree = nameIsFree(caller, objects->domain, objects->name); !nameFree)
        return std::unexpected(nameFree.error());
    objects->all.dictionary().set(objects->name, data::Value::string(target));
    return save(caller, *objects, forwarders);
}

Reply getForwarder(Caller &caller, Words &words)
{
    return get(caller, words, forwarders, NoForwarder);
}

Reply deleteForwarder(Caller &caller, Words &words)
{
    return remove(caller, words, forwarders, "CanCreateForwarders", NoForwarder);
}

Reply renameForwarder(Caller &caller, Words &words)
{
    return rename(caller, words, forwarders, "CanCreateForwarders", NoForwarder);
}

Reply listForwarders(Caller &caller, Words &words)
{
    return listNames(caller, words, forwarders);
}

Reply findForwarders(Caller &caller, Words &words)
{
    const auto name = words.text("the domain's name");
    words.takes("TO"); // vendors' clients send it, descriptions leave it out
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
    if (const auto nameFree = nameIsFree(caller, objects->domain, objects->name); !nameFree)
        return std::unexpected(nameFree.error());
    objects->all.dictionary().set(objects->name, settings);
    return save(caller, *objects, groups);
}

Reply getGroup(Caller &caller, Words &words)
{
    return get(caller, words, groups, General);
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
    return remove(caller, words, groups, "CanCreateGroups", General);
}

Reply renameGroup(Caller &caller, Words &words)
{
    return rename(caller, words, groups, "CanCreateGroups", General);
}

Reply listGroups(Caller &caller, Words &words)
{
    return listNames(caller, words, groups);
}

// ---- named tasks

Reply createNamedTask(Caller &caller, Words &words)
{
    const auto name = words.text("the task's name");
    words.expect("FOR");
    const auto owner = words.account();
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, namedTasks, "CanCreateNamedTasks");
    if (!objects)
        return std::unexpected(objects.error());
    const auto account = accountOf(caller, owner.contains('@') ? owner : owner + '@' + objects->domain, {}, false);
    if (!account)
        return std::unexpected(account.error());
    if (account->domain != objects->domain)
        return refused(General, "the task and its owner have to be of one domain");
    if (const auto nameFree = nameIsFree(caller, objects->domain, objects->name); !nameFree)
        return std::unexpected(nameFree.error());
    auto task = data::Value::newDictionary();
    task.dictionary().set("owner", data::Value::string(account->name));
    objects->all.dictionary().set(objects->name, task);
    return save(caller, *objects, namedTasks);
}

Reply getNamedTask(Caller &caller, Words &words)
{
    return get(caller, words, namedTasks, General);
}

Reply updateNamedTask(Caller &caller, Words &words)
{
    const auto name = words.text("the task's name");
    const auto changes = words.dictionary("the settings");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, name, namedTasks, "CanCreateNamedTasks");
    if (!objects)
        return std::unexpected(objects.error());
    if (objects->key.isNull())
        return refused(General, "unknown named task");
    auto task = dictionaryIn(objects->all, objects->key.bytes());
    update(task.dictionary(), changes.dictionary());
    objects->all.dictionary().set(objects->key, task);
    return save(caller, *objects, namedTasks);
}

Reply deleteNamedTask(Caller &caller, Words &words)
{
    return remove(caller, words, namedTasks, "CanCreateNamedTasks", General);
}

Reply renameNamedTask(Caller &caller, Words &words)
{
    return rename(caller, words, namedTasks, "CanCreateNamedTasks", General);
}

/// Names with their owners and programs.
Reply listDomainTasks(Caller &caller, Words &words)
{
    const auto name = words.atEnd() ? caller.domain : words.text("the domain's name");
    if (!words.done())
        return words.fault();
    const auto objects = open(caller, "@" + name, namedTasks, {});
    if (!objects)
        return std::unexpected(objects.error());
    return objects->all;
}

Reply listAccountTasks(Caller &caller, Words &words)
{
    const auto name = words.account();
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, {});
    if (!account)
        return std::unexpected(account.error());
    const auto settings = caller.store.domainSettings(account->domain);
    if (!settings)
        return std::unexpected(settings.error());
    auto found = data::Value::newDictionary();
    const auto all = dictionaryIn(*settings, namedTasks);
    for (const auto &entry : all.dictionary().entries()) {
        if (entry.value.isDictionary() && folded(entry.value.dictionary().get("owner").toStdString()) == folded(account->name))
            found.dictionary().set(entry.key, entry.value);
    }
    return found;
}

const CommandEntry entries[] = {
    {"CREATEFORWARDER", createForwarder}, {"GETFORWARDER", getForwarder},     {"DELETEFORWARDER", deleteForwarder},
    {"RENAMEFORWARDER", renameForwarder}, {"LISTFORWARDERS", listForwarders}, {"FINDFORWARDERS", findForwarders},
    {"CREATEGROUP", createGroup},         {"GETGROUP", getGroup},             {"SETGROUP", setGroup},
    {"DELETEGROUP", deleteGroup},         {"RENAMEGROUP", renameGroup},       {"LISTGROUPS", listGroups},
    {"CREATENAMEDTASK", createNamedTask}, {"GETNAMEDTASK", getNamedTask},     {"UPDATENAMEDTASK", updateNamedTask},
    {"DELETENAMEDTASK", deleteNamedTask}, {"RENAMENAMEDTASK", renameNamedTask},
    {"LISTDOMAINNAMEDTASKS", listDomainTasks}, {"LISTACCOUNTNAMEDTASKS", listAccountTasks},
};

} // namespace

std::span<const CommandEntry> objectCommands()
{
    return entries;
}

} // namespace pbx::practice
