// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/commands.h"

#include "environment/accounts/routing.h"
#include "environment/data/objects.h"

#include <algorithm>
#include <ctime>

/// What every administrator asks first (server-interfaces, 2.7).
namespace pbx::practice {

namespace {

Reply noop(Caller &, Words &words)
{
    if (!words.done())
        return words.fault();
    return std::nullopt;
}

Reply echo(Caller &, Words &words)
{
    auto value = words.object("the object");
    if (!words.done())
        return words.fault();
    return value;
}

Reply getVersion(Caller &caller, Words &words)
{
    if (!words.done())
        return words.fault();
    return data::Value::string(caller.manner.version);
}

Reply listCliCommands(Caller &, Words &words)
{
    if (!words.done())
        return words.fault();
    auto array = data::Value::newArray();
    for (const auto name : commandNames())
        array.array().append(data::Value::string(name));
    return array;
}

Reply getCurrentTime(Caller &, Words &words)
{
    if (!words.done())
        return words.fault();
    return data::Value::timeStamp(std::time(nullptr));
}

Reply mainDomainName(Caller &caller, Words &words)
{
    if (!words.done())
        return words.fault();
    return data::Value::string(caller.store.mainDomain());
}

Reply getSystemInfo(Caller &caller, Words &words)
{
    const auto what = words.text("the kind of information");
    if (!words.done())
        return words.fault();
    const auto name = folded(what);
    if (name == "serverversion")
        return data::Value::string(caller.manner.version);
    if (name == "maindomainname" || name == "licensedomainname")
        return data::Value::string(caller.store.mainDomain());
    if (name == "serveros" || name == "servercpu" || name == "starttime" || name == "serverinstance" || name == "clusterinstance")
        return data::Value::string("");
    return refused(General, "unknown kind of information");
}

Reply listDomains(Caller &caller, Words &words)
{
    if (!words.done())
        return words.fault();
    if (caller.server)
        return textArray(caller.store.domains());
    if (!caller.has("Domain"))
        return refused(NoRight, "access rights are insufficient");
    return textArray(std::vector{caller.domain});
}

/// Administrators of a domain manage their own one here.
Reply listAdminDomains(Caller &caller, Words &words)
{
    const auto name = words.atEnd() ? caller.domain : words.text("the domain's name");
    if (!words.done())
        return words.fault();
    const auto domain = domainOf(caller, name);
    if (!domain)
        return std::unexpected(domain.error());
    return textArray(std::vector{*domain});
}

Reply listAccounts(Caller &caller, Words &words)
{
    const auto name = words.atEnd() ? caller.domain : words.text("the domain's name");
    if (!words.done())
        return words.fault();
    const auto domain = domainOf(caller, name);
    if (!domain)
        return std::unexpected(domain.error());
    auto accounts = data::Value::newDictionary();
    for (const auto &account : caller.store.accounts(*domain))
        accounts.dictionary().set(account, data::Value::string("macnt"));
    return accounts;
}

/// Into a log that nobody keeps: who runs the server sees the command itself.
Reply writeLog(Caller &caller, Words &words)
{
    const auto level = words.number("the level");
    words.text("the text");
    if (!words.done())
        return words.fault();
    if (level < 0 || level > 5)
        return refused(General, "there is no such level");
    if (const auto may = caller.mayServer("Monitors"); !may)
        return std::unexpected(may.error());
    return std::nullopt;
}

// ---- ROUTE

accounts::Directory directoryOf(const Store &store)
{
    accounts::Directory directory;
    const auto server = store.serverSettings();
    const auto member = [](const Result<data::Value> &settings, std::string_view key) {
        return settings ? settings->dictionary().get(key) : data::Value();
    };
    const auto zone = member(server, "TimeZone");
    directory.setServer(member(server, "SignalRules"), member(server, "Preferences"),
                        zone.isString() ? zone.toStdString() : "HostOS");
    directory.setDefaultDomain(store.mainDomain());
    for (const auto &domain : store.domains()) {
        directory.addDomain(domain, store.domainSettings(domain).value_or(data::Value()));
        for (const auto &account : store.accounts(domain))
            directory.addAccount(domain, account, store.account(domain, account).value_or(data::Value()));
    }
    return directory;
}

struct Module {
    data::Value operator()(const accounts::PhoneTarget &phone) const { return made("LOCAL", phone.account); }
    data::Value operator()(const accounts::ProgramTarget &) const { return made("PBX", accounts::describe(target)); }
    data::Value operator()(const accounts::OutsideTarget &outside) const { return made(outsideModule, outside.address); }
    data::Value operator()(const accounts::RejectTarget &reject) const { return made("ERROR", reject.text); }

    const accounts::Target &target;
    std::string outsideModule;

private:
    static data::Value made(const std::string &module, const std::string &address)
    {
        const auto at = address.rfind('@');
        const bool whole = at == address.npos || module == "ERROR";
        return textArray(std::vector{module, whole ? std::string() : address.substr(at + 1),
                                     whole ? address : address.substr(0, at)});
    }
};

/// Mail and access go by the names alone, signals by the rules too.
Reply routeByName(const accounts::Directory &directory, const std::string &address)
{
    accounts::Address parts;
    if (!accounts::readAddress(address, parts))
        return refused(General, "illegal address");
    const auto domain = parts.domain.empty() ? directory.defaultDomain() : parts.domain;
    if (!directory.domain(domain))
        return textArray(std::vector<std::string>{"SMTP", domain, parts.local});
    const auto found = directory.find(parts.local, domain);
    if (found.account)
        return textArray(std::vector<std::string>{"LOCAL", found.account->domain, found.account->name});
    if (found.forwarder)
        return textArray(std::vector<std::string>{"FORWARDER", domain, found.forwarder->target});
    if (found.group)
        return textArray(std::vector<std::string>{"GROUP", domain, found.group->name});
    return textArray(std::vector<std::string>{"ERROR", "", "unknown user account"});
}

Reply route(Caller &caller, Words &words)
{
    const auto address = words.text("the address");
    std::string kind = "mail";
    for (const auto *other : {"mail", "access", "signal"}) {
        if (words.takes(other)) {
            kind = other;
            break;
        }
    }
    if (!words.done())
        return words.fault();
    if (!caller.server && !caller.has("Domain"))
        return refused(NoRight, "access rights are insufficient");
    const auto directory = directoryOf(caller.store);
    if (kind != "signal")
        return routeByName(directory, address);
    accounts::RouteOptions options;
    options.caller = caller.address();
    options.domain = caller.domain;
    options.time = std::time(nullptr);
    options.explain = false;
    const auto result = accounts::route(directory, address, options);
    if (result.targets.empty())
        return refused(General, "the address can't be routed");
    return std::visit(Module{result.target(), "SIP"}, result.target());
}

const CommandEntry entries[] = {
    {"NOOP", noop},
    {"ECHO", echo},
    {"GETVERSION", getVersion},
    {"LISTCLICOMMANDS", listCliCommands},
    {"GETCURRENTTIME", getCurrentTime},
    {"MAINDOMAINNAME", mainDomainName},
    {"GETSYSTEMINFO", getSystemInfo},
    {"LISTDOMAINS", listDomains},
    {"LISTADMINDOMAINS", listAdminDomains},
    {"LISTACCOUNTS", listAccounts},
    {"WRITELOG", writeLog},
    {"ROUTE", route},
};

} // namespace

std::span<const CommandEntry> generalCommands()
{
    return entries;
}

} // namespace pbx::practice
