// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/commands.h"

#include "environment/accounts/rules.h"
#include "environment/data/objects.h"

#include <algorithm>

/// Signal rules of accounts, domains and the server (server-interfaces, 4.6).
namespace pbx::practice {

namespace {

constexpr std::string_view right = "SignalRulesAllowed";
constexpr std::string_view key = "SignalRules";

bool isText(const data::Value &value)
{
    return value.isString() || value.isNumber();
}

/// (opcode, operator, value) or (action [, parameter]): texts alone.
bool areLines(const data::Value &lines, std::size_t least, std::size_t most)
{
    return lines.isArray() && std::ranges::all_of(lines.array().items, [=](const data::Value &line) {
        return line.isArray() && line.array().size() >= least && line.array().size() <= most
               && std::ranges::all_of(line.array().items, isText);
    });
}

Result<> checkRule(const data::Value &rule)
{
    if (!rule.isArray() || rule.array().size() < 4 || rule.array().size() > 5)
        return refused(General, "a rule is an array of priority, name, conditions and actions");
    const auto &parts = rule.array().items;
    accounts::Stage stage;
    int level = 0;
    const auto priority = parts[0].isNumber() ? std::to_string(parts[0].toNumber()) : parts[0].toStdString();
    if (!isText(parts[0]) || !accounts::readPriority(priority, stage, level))
        return refused(General, "a rule's priority has to be a number");
    if (!parts[1].isString() || parts[1].bytes().empty())
        return refused(General, "a rule needs a name");
    if (!areLines(parts[2], 1, 3))
        return refused(General, "a rule's conditions are arrays of up to three strings");
    if (!areLines(parts[3], 1, 2))
        return refused(General, "a rule's actions are arrays of one or two strings");
    return {};
}

Result<> checkRules(const data::Value &rules)
{
    for (const auto &rule : rules.array().items) {
        if (auto checked = checkRule(rule); !checked)
            return checked;
    }
    return {};
}

Reply nothing(const Result<> &done)
{
    if (!done)
        return std::unexpected(done.error());
    return std::nullopt;
}

Reply getAccountRules(Caller &caller, Words &words)
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

Result<> saveRules(Caller &caller, const AccountName &account, const data::Value &rules)
{
    auto settings = caller.store.account(account.domain, account.name);
    if (!settings)
        return std::unexpected(settings.error());
    settings->dictionary().set(key, rules);
    return caller.store.saveAccount(account.domain, account.name, *settings);
}

Reply setAccountRules(Caller &caller, Words &words)
{
    const auto name = words.account();
    const auto rules = words.array("the rules");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, right);
    if (!account)
        return std::unexpected(account.error());
    if (const auto checked = checkRules(rules); !checked)
        return nothing(checked);
    return nothing(saveRules(caller, *account, rules));
}

std::size_t placeOf(const data::Value &rules, std::string_view name)
{
    const auto &items = rules.array().items;
    const auto found = std::ranges::find_if(items, [&](const data::Value &rule) {
        return rule.isArray() && rule.array().size() > 1 && rule.array().items[1].bytes() == name;
    });
    return static_cast<std::size_t>(found - items.begin());
}

/// With four or more elements the rule, with fewer only its priority.
Result<> putRule(const data::Value &rules, const data::Value &rule)
{
    const auto &parts = rule.array().items;
    if (parts.size() >= 4) {
        if (auto checked = checkRule(rule); !checked)
            return checked;
        const auto place = placeOf(rules, parts[1].bytes());
        if (place < rules.array().size())
            rules.array().items[place] = rule;
        else
            rules.array().append(rule);
        return {};
    }
    if (parts.size() < 2 || !isText(parts[0]) || !parts[1].isString())
        return refused(General, "a rule's priority and name are expected");
    const auto place = placeOf(rules, parts[1].bytes());
    if (place == rules.array().size())
        return refused(General, "there is no rule with this name");
    auto changed = data::Value::newArray();
    for (const auto &part : rules.array().items[place].array().items)
        changed.array().append(part);
    changed.array().items[0] = parts[0];
    if (auto checked = checkRule(changed); !checked)
        return checked;
    rules.array().items[place] = changed;
    return {};
}

Reply updateAccountRule(Caller &caller, Words &words)
{
    const auto name = words.account();
    const bool remove = words.takes("DELETE");
    const auto removed = remove ? words.text("the rule's name") : std::string();
    const auto rule = remove ? data::Value() : words.array("the rule");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, right);
    if (!account)
        return std::unexpected(account.error());
    const auto settings = caller.store.account(account->domain, account->name);
    if (!settings)
        return std::unexpected(settings.error());
    const auto rules = arrayIn(*settings, key);
    if (remove) {
        const auto place = placeOf(rules, removed);
        if (place == rules.array().size())
            return std::nullopt;
        rules.array().remove(place);
    } else if (const auto put = putRule(rules, rule); !put) {
        return nothing(put);
    }
    return nothing(saveRules(caller, *account, rules));
}

Reply getDomainRules(Caller &caller, Words &words)
{
    const auto name = words.text("the domain's name");
    if (!words.done())
        return words.fault();
    const auto domain = domainOf(caller, name, right);
    if (!domain)
        return std::unexpected(domain.error());
    const auto settings = caller.store.domainSettings(*domain);
    if (!settings)
        return std::unexpected(settings.error());
    return arrayIn(*settings, key);
}

Reply setDomainRules(Caller &caller, Words &words)
{
    const auto name = words.text("the domain's name");
    const auto rules = words.array("the rules");
    if (!words.done())
        return words.fault();
    const auto domain = domainOf(caller, name, right);
    if (!domain)
        return std::unexpected(domain.error());
    if (const auto checked = checkRules(rules); !checked)
        return nothing(checked);
    const auto settings = caller.store.domainSettings(*domain);
    if (!settings)
        return std::unexpected(settings.error());
    settings->dictionary().set(key, rules);
    return nothing(caller.store.saveDomainSettings(*domain, *settings));
}

Reply getServerRules(Caller &caller, Words &words)
{
    if (!words.done())
        return words.fault();
    if (const auto may = caller.mayServer("Settings"); !may)
        return nothing(may);
    const auto settings = caller.store.serverSettings();
    if (!settings)
        return std::unexpected(settings.error());
    return arrayIn(*settings, key);
}

Reply setServerRules(Caller &caller, Words &words)
{
    const auto rules = words.array("the rules");
    if (!words.done())
        return words.fault();
    if (const auto may = caller.mayServer("Settings"); !may)
        return nothing(may);
    if (const auto checked = checkRules(rules); !checked)
        return nothing(checked);
    const auto settings = caller.store.serverSettings();
    if (!settings)
        return std::unexpected(settings.error());
    settings->dictionary().set(key, rules);
    return nothing(caller.store.saveServerSettings(*settings));
}

const CommandEntry entries[] = {
    {"GETACCOUNTSIGNALRULES", getAccountRules}, {"SETACCOUNTSIGNALRULES", setAccountRules},
    {"UPDATEACCOUNTSIGNALRULE", updateAccountRule}, {"GETDOMAINSIGNALRULES", getDomainRules},
    {"SETDOMAINSIGNALRULES", setDomainRules}, {"GETSERVERSIGNALRULES", getServerRules},
    {"SETSERVERSIGNALRULES", setServerRules},
};

} // namespace

std::span<const CommandEntry> ruleCommands()
{
    return entries;
}

} // namespace pbx::practice
