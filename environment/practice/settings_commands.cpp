// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/commands.h"

#include "environment/accounts/account.h"
#include "environment/data/objects.h"

#include <array>

/// Settings and preferences of accounts, with the defaults of domains and the server (server-interfaces, 4.1 and 4.2).
namespace pbx::practice {

namespace {

enum class Change { Set, Update };

/// Where a dictionary stands in the files, and what is needed for it.
struct Kind {
    std::string_view key;         ///< of an account's file
    std::string_view defaultsKey; ///< of the domain's and the server's
    std::string_view right;
};
constexpr Kind settingsKind{"Settings", "AccountDefaults", "BasicSettings"};
constexpr Kind preferencesKind{"Preferences", "Preferences", "WebUserSettings"};

Reply nothing(const Result<> &done)
{
    if (!done)
        return std::unexpected(done.error());
    return std::nullopt;
}

void change(const data::Value &settings, std::string_view key, const data::Value &changes, Change how)
{
    auto own = how == Change::Set ? data::Value::newDictionary() : dictionaryIn(settings, key);
    update(own.dictionary(), changes.dictionary());
    settings.dictionary().set(key, own);
}

// ---- of an account

Reply getOwn(Caller &caller, Words &words, const Kind &kind)
{
    const auto name = words.account();
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, kind.right);
    if (!account)
        return std::unexpected(account.error());
    const auto settings = caller.store.account(account->domain, account->name);
    if (!settings)
        return std::unexpected(settings.error());
    return dictionaryIn(*settings, kind.key);
}

Reply changeOwn(Caller &caller, Words &words, const Kind &kind, Change how)
{
    const auto name = words.account();
    auto changes = words.dictionary("the new settings");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, kind.right, kind.key == preferencesKind.key);
    if (!account)
        return std::unexpected(account.error());
    const auto settings = caller.store.account(account->domain, account->name);
    if (!settings)
        return std::unexpected(settings.error());
    if (kind.key == settingsKind.key) {
        if (const auto password = changes.dictionary().get("Password"); password.isString())
            caller.store.passwords[folded(account->address())] = password.toStdString();
        changes.dictionary().remove(data::Value::string("Password"));
    }
    change(*settings, kind.key, changes, how);
    return nothing(caller.store.saveAccount(account->domain, account->name, *settings));
}

constexpr std::array builtInKeys{
    "Language", "TimeZone", "WeekStart", "WorkDays", "WorkDayStart", "WorkDayEnd", "LanguageMenu", "ReceptMenu",
    "ReceptDirPrefix", "ReceptDirDigits", "CalendarBox", "PublishFreeBusy", "HoldMusic", "DTMFLength", "DTMFSendMode",
    "CallOutPrivacy",
};

Reply getEffective(Caller &caller, Words &words, const Kind &kind)
{
    const auto name = words.account();
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, kind.right);
    if (!account)
        return std::unexpected(account.error());
    const auto server = caller.store.serverSettings();
    const auto domain = caller.store.domainSettings(account->domain);
    const auto own = caller.store.account(account->domain, account->name);
    for (const auto *read : {&server, &domain, &own}) {
        if (!*read)
            return std::unexpected(read->error());
    }
    auto effective = data::Value::newDictionary();
    for (const auto *key : builtInKeys) {
        if (const auto value = accounts::builtInPreference(key); kind.key == preferencesKind.key && !value.isNull())
            effective.dictionary().set(key, value);
    }
    for (const auto &layer : {dictionaryIn(*server, kind.defaultsKey), dictionaryIn(*domain, kind.defaultsKey),
                              dictionaryIn(*own, kind.key)}) {
        for (const auto &[key, value] : layer.dictionary().entries()) {
            if (!value.isString() || value.bytes() != "default")
                effective.dictionary().set(key, value);
        }
    }
    return effective;
}

// ---- defaults

Reply getDomainDefaults(Caller &caller, Words &words, const Kind &kind)
{
    const auto name = words.atEnd() ? caller.domain : words.text("the domain's name");
    if (!words.done())
        return words.fault();
    const auto domain = domainOf(caller, name);
    if (!domain)
        return std::unexpected(domain.error());
    const auto settings = caller.store.domainSettings(*domain);
    if (!settings)
        return std::unexpected(settings.error());
    return dictionaryIn(*settings, kind.defaultsKey);
}

Reply changeDomainDefaults(Caller &caller, Words &words, const Kind &kind, Change how)
{
    std::string name = caller.domain;
    data::Value changes;
    if (const auto first = words.object("the domain's name or the new settings"); first.isString()) {
        name = first.toStdString();
        changes = words.dictionary("the new settings");
    } else {
        changes = first;
        if (!changes.isDictionary())
            words.fail("the new settings have to be a dictionary");
    }
    if (!words.done())
        return words.fault();
    const auto domain = domainOf(caller, name, kind.right);
    if (!domain)
        return std::unexpected(domain.error());
    const auto settings = caller.store.domainSettings(*domain);
    if (!settings)
        return std::unexpected(settings.error());
    change(*settings, kind.defaultsKey, changes, how);
    return nothing(caller.store.saveDomainSettings(*domain, *settings));
}

Reply getServerDefaults(Caller &caller, Words &words, const Kind &kind)
{
    if (!words.done())
        return words.fault();
    if (const auto may = caller.mayServer("Users"); !may)
        return std::unexpected(may.error());
    const auto settings = caller.store.serverSettings();
    if (!settings)
        return std::unexpected(settings.error());
    return dictionaryIn(*settings, kind.defaultsKey);
}

Reply changeServerDefaults(Caller &caller, Words &words, const Kind &kind, Change how)
{
    const auto changes = words.dictionary("the new settings");
    if (!words.done())
        return words.fault();
    if (const auto may = caller.mayServer("Users"); !may)
        return std::unexpected(may.error());
    const auto settings = caller.store.serverSettings();
    if (!settings)
        return std::unexpected(settings.error());
    change(*settings, kind.defaultsKey, changes, how);
    return nothing(caller.store.saveServerSettings(*settings));
}

// ---- of a domain

Reply getDomainSettings(Caller &caller, Words &words)
{
    constexpr Kind kind{"Settings", "Settings", {}};
    return getDomainDefaults(caller, words, kind);
}

/// Only the server's administrators change what a domain is.
Reply changeDomainSettings(Caller &caller, Words &words, Change how)
{
    const auto name = words.text("the domain's name");
    const auto changes = words.dictionary("the new settings");
    if (!words.done())
        return words.fault();
    if (const auto may = caller.mayServer("Users"); !may)
        return nothing(may);
    const auto domain = domainOf(caller, name);
    if (!domain)
        return std::unexpected(domain.error());
    const auto settings = caller.store.domainSettings(*domain);
    if (!settings)
        return std::unexpected(settings.error());
    change(*settings, "Settings", changes, how);
    return nothing(caller.store.saveDomainSettings(*domain, *settings));
}

Reply setDomainSettings(Caller &caller, Words &words)
{
    return changeDomainSettings(caller, words, Change::Set);
}

Reply updateDomainSettings(Caller &caller, Words &words)
{
    return changeDomainSettings(caller, words, Change::Update);
}

Reply getDomainAliases(Caller &caller, Words &words)
{
    const auto name = words.text("the domain's name");
    if (!words.done())
        return words.fault();
    const auto domain = domainOf(caller, name);
    if (!domain)
        return std::unexpected(domain.error());
    const auto settings = caller.store.domainSettings(*domain);
    if (!settings)
        return std::unexpected(settings.error());
    return arrayIn(*settings, "DomainAliases");
}

/// Nobody has logged in to these accounts: there is nothing to tell.
Reply getAccountInfo(Caller &caller, Words &words)
{
    const auto name = words.account();
    std::optional<data::Value> asked;
    if (words.takes("KEY"))
        asked = words.object("the key");
    else if (!words.atEnd())
        asked = words.array("the keys");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, {});
    if (!account)
        return std::unexpected(account.error());
    return asked && asked->isString() ? data::Value() : data::Value::newDictionary();
}

template<const Kind &kind>
Reply getOwnOf(Caller &caller, Words &words)
{
    return getOwn(caller, words, kind);
}
template<const Kind &kind, Change how>
Reply changeOwnOf(Caller &caller, Words &words)
{
    return changeOwn(caller, words, kind, how);
}
template<const Kind &kind>
Reply getEffectiveOf(Caller &caller, Words &words)
{
    return getEffective(caller, words, kind);
}
template<const Kind &kind>
Reply getDomainOf(Caller &caller, Words &words)
{
    return getDomainDefaults(caller, words, kind);
}
template<const Kind &kind, Change how>
Reply changeDomainOf(Caller &caller, Words &words)
{
    return changeDomainDefaults(caller, words, kind, how);
}
template<const Kind &kind>
Reply getServerOf(Caller &caller, Words &words)
{
    return getServerDefaults(caller, words, kind);
}
template<const Kind &kind, Change how>
Reply changeServerOf(Caller &caller, Words &words)
{
    return changeServerDefaults(caller, words, kind, how);
}

const CommandEntry entries[] = {
    {"GETACCOUNTSETTINGS", getOwnOf<settingsKind>},
    {"SETACCOUNTSETTINGS", changeOwnOf<settingsKind, Change::Set>},
    {"UPDATEACCOUNTSETTINGS", changeOwnOf<settingsKind, Change::Update>},
    {"GETACCOUNTEFFECTIVESETTINGS", getEffectiveOf<settingsKind>},
    {"GETACCOUNTPREFS", getOwnOf<preferencesKind>},
    {"SETACCOUNTPREFS", changeOwnOf<preferencesKind, Change::Set>},
    {"UPDATEACCOUNTPREFS", changeOwnOf<preferencesKind, Change::Update>},
    {"GETACCOUNTEFFECTIVEPREFS", getEffectiveOf<preferencesKind>},
    {"GETWEBUSER", getOwnOf<preferencesKind>},
    {"GETEFFECTIVEWEBUSER", getEffectiveOf<preferencesKind>},
    {"SETWEBUSER", changeOwnOf<preferencesKind, Change::Set>},
    {"GETACCOUNTDEFAULTPREFS", getDomainOf<preferencesKind>},
    {"SETACCOUNTDEFAULTPREFS", changeDomainOf<preferencesKind, Change::Set>},
    {"UPDATEACCOUNTDEFAULTPREFS", changeDomainOf<preferencesKind, Change::Update>},
    {"GETSERVERACCOUNTPREFS", getServerOf<preferencesKind>},
    {"SETSERVERACCOUNTPREFS", changeServerOf<preferencesKind, Change::Set>},
    {"UPDATESERVERACCOUNTPREFS", changeServerOf<preferencesKind, Change::Update>},
    {"GETACCOUNTDEFAULTS", getDomainOf<settingsKind>},
    {"SETACCOUNTDEFAULTS", changeDomainOf<settingsKind, Change::Set>},
    {"UPDATEACCOUNTDEFAULTS", changeDomainOf<settingsKind, Change::Update>},
    {"GETSERVERACCOUNTDEFAULTS", getServerOf<settingsKind>},
    {"SETSERVERACCOUNTDEFAULTS", changeServerOf<settingsKind, Change::Set>},
    {"UPDATESERVERACCOUNTDEFAULTS", changeServerOf<settingsKind, Change::Update>},
    {"GETDOMAINSETTINGS", getDomainSettings},
    {"GETDOMAINEFFECTIVESETTINGS", getDomainSettings},
    {"SETDOMAINSETTINGS", setDomainSettings},
    {"UPDATEDOMAINSETTINGS", updateDomainSettings},
    {"GETDOMAINALIASES", getDomainAliases},
    {"GETACCOUNTINFO", getAccountInfo},
};

} // namespace

std::span<const CommandEntry> settingsCommands()
{
    return entries;
}

} // namespace pbx::practice
