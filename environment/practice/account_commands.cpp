// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/commands.h"

#include "environment/accounts/account.h"
#include "environment/data/objects.h"

#include <algorithm>
#include <set>

/// Accounts, their aliases, numbers, rights and passwords (server-interfaces, 4.3).
namespace pbx::practice {

namespace {

constexpr std::string_view domainRights[] = {
    "Domain", "BasicSettings", "PSTNSettings", "CanCreateAccounts", "CanCreateSpecialAccounts", "CanCreateGroups",
    "CanCreateForwarders", "CanCreateNamedTasks", "CanCreateAliases", "CanCreateTelnums", "CanCreateLists",
    "CanModifyRPOP", "CanModifyRSIP", "RulesAllowed", "SignalRulesAllowed", "WebUserSettings", "CentralDirectory",
    "CanCreateWebUserSessions", "CanAccessWebSites", "CanImpersonate",
};

Reply createAccount(Caller &caller, Words &words)
{
    const auto name = words.text("the account's name");
    for (const auto *type : {"MultiMailbox", "TextMailbox", "MailDirMailbox", "SlicedMailbox", "AGrade", "BGrade", "CGrade"}) {
        if (words.takes(type))
            break;
    }
    if (words.takes("PATH"))
        words.text("the storage path");
    if (!words.takes("LEGACY"))
        words.takes("EXTERNAL"); // older clients call it so
    auto settings = words.atEnd() ? data::Value::newDictionary() : words.dictionary("the settings");
    if (!words.done())
        return words.fault();
    const auto account = splitAccount(caller, name);
    if (const auto may = caller.mayDomain(account.domain, "CanCreateAccounts"); !may)
        return std::unexpected(may.error());
    if (const auto isFree = nameIsFree(caller, account.domain, account.name); !isFree)
        return std::unexpected(isFree.error());
    const auto password = settings.dictionary().get("Password");
    settings.dictionary().remove(data::Value::string("Password"));
    auto file = data::Value::newDictionary();
    file.dictionary().set("Settings", settings);
    if (const auto saved = caller.store.saveAccount(account.domain, account.name, file); !saved)
        return std::unexpected(saved.error());
    if (password.isString())
        caller.store.passwords[folded(account.address())] = password.toStdString();
    return std::nullopt;
}

Reply deleteAccount(Caller &caller, Words &words)
{
    const auto name = words.account();
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, "CanCreateAccounts", false);
    if (!account)
        return std::unexpected(account.error());
    if (const auto removed = caller.store.removeAccount(account->domain, account->name); !removed)
        return std::unexpected(removed.error());
    caller.store.passwords.erase(folded(account->address()));
    return std::nullopt;
}

Reply renameAccount(Caller &caller, Words &words)
{
    const auto from = words.account();
    words.expect("INTO");
    const auto into = words.text("the new name");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, from, "CanCreateAccounts", false);
    if (!account)
        return std::unexpected(account.error());
    const auto target = splitAccount(caller, into);
    if (target.domain != account->domain)
        return refused(General, "an account stays in its domain");
    const bool sameName = folded(target.name) == folded(account->name); // another letter case
    if (const auto isFree = nameIsFree(caller, target.domain, target.name, sameName ? account->name : ""); !isFree)
        return std::unexpected(isFree.error());
    if (const auto renamed = caller.store.renameAccount(account->domain, account->name, target.name); !renamed)
        return std::unexpected(renamed.error());
    if (auto moved = caller.store.passwords.extract(folded(account->address()))) {
        moved.key() = folded(target.address());
        caller.store.passwords.insert(std::move(moved));
    }
    return std::nullopt;
}

Reply setAccountPassword(Caller &caller, Words &words)
{
    const auto name = words.account();
    words.expect("PASSWORD");
    const auto password = words.text("the password");
    const bool sip = words.takes("METHOD");
    if (sip)
        words.expect("SIP");
    words.takes("CHECK");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, "BasicSettings");
    if (!account)
        return std::unexpected(account.error());
    if (!sip)
        caller.store.passwords[folded(account->address())] = password;
    return std::nullopt;
}

// ---- arrays of an account's file

Reply getArray(Caller &caller, Words &words, std::string_view key, std::string_view right)
{
    const auto name = words.account();
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, right);
    if (!account)
        return std::unexpected(account.error());
    const auto settings = caller.store.account(account->domain, account->name);
    if (!settings)
        return std::unexpected(settings.error());
    return arrayIn(*settings, key);
}

Result<> save(Caller &caller, const AccountName &account, std::string_view key, data::Value value)
{
    auto settings = caller.store.account(account.domain, account.name);
    if (!settings)
        return std::unexpected(settings.error());
    settings->dictionary().set(key, std::move(value));
    return caller.store.saveAccount(account.domain, account.name, *settings);
}

Result<> allTexts(const data::Value &array)
{
    if (std::ranges::all_of(array.array().items, [](const data::Value &item) { return item.isString() && !item.bytes().empty(); }))
        return {};
    return refused(General, "the array has to hold strings alone");
}

/// Free names, each once, none of them the account's own.
Result<> areAliases(Caller &caller, const AccountName &account, const data::Value &array)
{
    std::set<std::string> seen{folded(account.name)};
    for (const auto &item : array.array().items) {
        if (!seen.insert(folded(item.bytes())).second)
            return refused(AccountExists, "the alias " + item.toStdString() + " is the account's own name or stands there twice");
        if (auto isFree = nameIsFree(caller, account.domain, item.bytes(), account.name); !isFree)
            return isFree;
    }
    return {};
}

Reply setArray(Caller &caller, Words &words, std::string_view key, std::string_view right, bool names)
{
    const auto name = words.account();
    const auto array = words.array("the new list");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, right, false);
    if (!account)
        return std::unexpected(account.error());
    if (const auto texts = allTexts(array); !texts)
        return std::unexpected(texts.error());
    if (const auto fine = names ? areAliases(caller, *account, array) : Result<>(); !fine)
        return std::unexpected(fine.error());
    if (const auto saved = save(caller, *account, key, array); !saved)
        return std::unexpected(saved.error());
    return std::nullopt;
}

Reply getAliases(Caller &caller, Words &words)
{
    return getArray(caller, words, "Aliases", {});
}

Reply setAliases(Caller &caller, Words &words)
{
    return setArray(caller, words, "Aliases", "CanCreateAliases", true);
}

Reply getTelnums(Caller &caller, Words &words)
{
    return getArray(caller, words, "TelNums", {});
}

Reply setTelnums(Caller &caller, Words &words)
{
    return setArray(caller, words, "TelNums", "CanCreateTelnums", false);
}

/// {op=add;telnum="+7…";}, del, pop.
Reply modifyTelnums(Caller &caller, Words &words)
{
    const auto name = words.account();
    const auto change = words.dictionary("the change");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, "CanCreateTelnums", false);
    if (!account)
        return std::unexpected(account.error());
    const auto settings = caller.store.account(account->domain, account->name);
    if (!settings)
        return std::unexpected(settings.error());
    const auto numbers = arrayIn(*settings, "TelNums");
    const auto operation = change.dictionary().get("op").toStdString();
    const auto number = change.dictionary().get("telnum");
    auto &items = numbers.array().items;
    const auto found = std::ranges::find_if(items, [&](const data::Value &item) { return data::equal(item, number); });
    if (operation == "add" && number.isString() && found == items.end())
        numbers.array().append(number);
    else if (operation == "del" && found != items.end())
        numbers.array().remove(static_cast<std::size_t>(found - items.begin()));
    else if (operation == "pop" && !items.empty())
        numbers.array().remove(0);
    else
        return refused(General, "the numbers can't be changed so");
    if (const auto saved = save(caller, *account, "TelNums", numbers); !saved)
        return std::unexpected(saved.error());
    return std::nullopt;
}

Reply getRights(Caller &caller, Words &words)
{
    return getArray(caller, words, "Rights", {});
}

/// Registrations with other servers: dictionaries by their names.
Reply getRsips(Caller &caller, Words &words)
{
    const auto name = words.account();
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, "CanModifyRSIP");
    if (!account)
        return std::unexpected(account.error());
    const auto settings = caller.store.account(account->domain, account->name);
    if (!settings)
        return std::unexpected(settings.error());
    return dictionaryIn(*settings, "RSIPs");
}

Reply setRsips(Caller &caller, Words &words)
{
    const auto name = words.account();
    const auto records = words.dictionary("the registrations");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, "CanModifyRSIP");
    if (!account)
        return std::unexpected(account.error());
    if (!std::ranges::all_of(records.dictionary().entries(), [](const auto &entry) { return entry.value.isDictionary(); }))
        return refused(General, "each registration has to be a dictionary");
    if (const auto saved = save(caller, *account, "RSIPs", records); !saved)
        return std::unexpected(saved.error());
    return std::nullopt;
}

/// Nobody gives a right he has not.
Reply setRights(Caller &caller, Words &words)
{
    const auto name = words.account();
    const auto rights = words.array("the rights");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, {}, false);
    if (!account)
        return std::unexpected(account.error());
    for (const auto &right : rights.array().items) {
        if (std::ranges::find(domainRights, right.bytes()) == std::ranges::end(domainRights))
            return refused(General, "unknown access right");
        if (!caller.isMaster() && !caller.has(right.bytes()))
            return refused(NoRight, "access rights are insufficient: a right can't be given that one has not");
    }
    if (const auto saved = save(caller, *account, "Rights", rights); !saved)
        return std::unexpected(saved.error());
    return std::nullopt;
}

const CommandEntry entries[] = {
    {"CREATEACCOUNT", createAccount},
    {"DELETEACCOUNT", deleteAccount},
    {"RENAMEACCOUNT", renameAccount},
    {"SETACCOUNTPASSWORD", setAccountPassword},
    {"GETACCOUNTALIASES", getAliases},
    {"SETACCOUNTALIASES", setAliases},
    {"GETACCOUNTTELNUMS", getTelnums},
    {"SETACCOUNTTELNUMS", setTelnums},
    {"MODIFYACCOUNTTELNUMS", modifyTelnums},
    {"GETACCOUNTRSIPS", getRsips},
    {"SETACCOUNTRSIPS", setRsips},
    {"GETACCOUNTRIGHTS", getRights},
    {"SETACCOUNTRIGHTS", setRights},
};

} // namespace

std::span<const CommandEntry> accountCommands()
{
    return entries;
}

} // namespace pbx::practice
