// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/directory.h"

#include "environment/accounts/texts.h"
#include "environment/accounts/time_zones.h"
#include "environment/accounts/words.h"
#include "environment/data/objects.h"

#include <algorithm>

namespace pbx::accounts {

namespace {

std::string kindName(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::None:
        break;
    case ObjectKind::Account:
        return said(QT_TRANSLATE_NOOP("Words", "account"));
    case ObjectKind::Alias:
        return said(QT_TRANSLATE_NOOP("Words", "alias"));
    case ObjectKind::Number:
        return said(QT_TRANSLATE_NOOP("Words", "telephone number"));
    case ObjectKind::Forwarder:
        return said(QT_TRANSLATE_NOOP("Words", "forwarder"));
    case ObjectKind::Group:
        return said(QT_TRANSLATE_NOOP("Words", "group"));
    }
    return {};
}

/// Of the element with that text; 0 when the value is one text.
std::string elementIndex(const data::Value &list, std::string_view text)
{
    if (!list.isArray())
        return {};
    const auto &items = list.array().items;
    const auto found = std::ranges::find_if(items, [&](const data::Value &item) {
        return item.isString() ? trimmed(item.bytes()) == text : textOf(item) == text;
    });
    return found == items.end() ? std::string() : std::to_string(found - items.begin());
}

/// Of an alias or number the path ends in its text; in the settings it is an element of a list. Looked for only when a
/// problem has to name it.
std::vector<std::string> placeOf(const Found &found, std::vector<std::string> path)
{
    if ((found.kind == ObjectKind::Alias || found.kind == ObjectKind::Number) && path.size() == 2) {
        path[1] = elementIndex(memberOf(found.account->source, path[0]), path[1]);
        if (path[1].empty())
            path.pop_back();
    }
    return path;
}

/// What can stand before the @ of an address without quoting tricks.
bool isObjectName(std::string_view name)
{
    for (std::size_t at = 0; at < name.size();) {
        const auto length = characterLength(name, at);
        if (length == 0)
            return false;
        at += length;
    }
    return !name.empty() && name.size() <= 256 && std::ranges::none_of(name, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || std::string_view("@#<>,;\"\\{}()/\x7f").contains(c);
    });
}

} // namespace

void Directory::setServer(const data::Value &signalRules, const data::Value &preferences, std::string workspaceZone)
{
    std::vector<RuleProblem> problems;
    m_serverRules = readRules(signalRules, &problems);
    for (auto &problem : problems)
        m_problems.push_back(
            {{}, {}, std::move(problem.message), "bad-rule", {"SignalRules", std::to_string(problem.index)}});
    if (auto problem = zoneProblem(workspaceZone); !workspaceZone.empty() && !problem.empty())
        m_problems.push_back({{}, {}, std::move(problem), "unknown-time-zone", {"TimeZone"}});
    m_serverPreferences = preferences.isDictionary() ? preferences : data::Value();
    if (!preferences.isNull() && !preferences.isDictionary())
        m_problems.push_back({{},
                              {},
                              said(QT_TRANSLATE_NOOP("Words", "Preferences of the server is not a dictionary; it is not used.")),
                              "settings",
                              {"Preferences"}});
    m_workspaceZone = std::move(workspaceZone);
    checkPreferences(m_serverPreferences, {});
}

/// Defaults of a domain, or of the server when there is no domain.
void Directory::checkPreferences(const data::Value &preferences, const std::string &domain)
{
    Account owner;
    owner.defaults = {preferences, m_serverPreferences, m_workspaceZone};
    for (auto &problem : preferenceProblems(preferences, owner))
        m_problems.push_back({domain, {}, std::move(problem.message), std::move(problem.code), std::move(problem.path)});
}

Domain &Directory::domainFor(std::string_view name)
{
    const auto [place, isNew] = m_domainIndex.try_emplace(folded(name), m_domains.size());
    if (isNew) {
        m_domains.emplace_back().name = place->first;
        m_names.emplace_back();
    }
    return m_domains[place->second];
}

void Directory::enter(Domain &domain, std::string_view name, const Found &found, std::vector<std::string> path)
{
    auto &objects = m_names[m_domainIndex.at(domain.name)].objects;
    const auto [place, isNew] = objects.try_emplace(folded(name), found);
    if (isNew)
        return;
    const Found &before = place->second;
    const bool sameAccount = before.account && before.account == found.account;
    if (!sameAccount) {
        m_problems.push_back({domain.name, found.account ? found.account->name : std::string(),
                              said(QT_TRANSLATE_NOOP("Words", "The name \"%1\" is both %2 and %3 in %4; the %5 counts."),
                                   {shown(name), kindName(before.kind), kindName(found.kind), domain.name,
                                    kindName(std::min(before.kind, found.kind))}),
                              "duplicate-name", placeOf(found, std::move(path))});
    }
    if (found.kind < before.kind)
        place->second = found;
}

void Directory::addDomain(std::string_view name, const data::Value &settings)
{
    Domain &domain = domainFor(name);
    const auto report = [&](std::string message, std::vector<std::string> path, const char *code = "settings") {
        m_problems.push_back({domain.name, {}, std::move(message), code, std::move(path)});
    };
    if (!settings.isNull() && !settings.isDictionary())
        report(said(QT_TRANSLATE_NOOP("Words", "The settings of the domain %1 are not a dictionary; none of them is used."),
                    {domain.name}),
               {});
    for (const auto *key : {"Forwarders", "Groups", "Preferences"}) {
        if (const auto value = memberOf(settings, key); !value.isNull() && !value.isDictionary())
            report(
                said(QT_TRANSLATE_NOOP("Words", "%1 of the domain %2 is not a dictionary; it is not used."), {key, domain.name}),
                {key});
    }
    std::vector<RuleProblem> problems;
    domain.rules = readRules(memberOf(settings, "SignalRules"), &problems);
    for (auto &problem : problems)
        report(std::move(problem.message), {"SignalRules", std::to_string(problem.index)}, "bad-rule");
    if (auto preferences = memberOf(settings, "Preferences"); preferences.isDictionary()) {
        domain.preferences = std::move(preferences);
        checkPreferences(domain.preferences, domain.name);
    }

    if (const auto forwarders = memberOf(settings, "Forwarders"); forwarders.isDictionary()) {
        for (const auto &entry : forwarders.dictionary().entries()) {
            const auto target = textOf(entry.value);
            if (!target || !isObjectName(entry.key.bytes())) {
                report(said(QT_TRANSLATE_NOOP("Words", "The forwarder \"%1\" has no usable name or address; it is left out."),
                            {shown(entry.key.bytes())}),
                       {"Forwarders", entry.key.toStdString()});
                continue;
            }
            const auto &forwarder = domain.forwarders.emplace_back(entry.key.toStdString(), *target);
            enter(domain, forwarder.name, {ObjectKind::Forwarder, nullptr, &forwarder, nullptr},
                  {"Forwarders", forwarder.name});
        }
    }
    if (const auto groups = memberOf(settings, "Groups"); groups.isDictionary()) {
        for (const auto &entry : groups.dictionary().entries()) {
            std::vector<std::string> members;
            const bool clean = listOf(memberOf(entry.value, "Members"), members);
            if (!clean || !entry.value.isDictionary() || !isObjectName(entry.key.bytes()))
                report(said(QT_TRANSLATE_NOOP("Words", "The group \"%1\" has a name or a member that can't be used."),
                            {shown(entry.key.bytes())}),
                       {"Groups", entry.key.toStdString()});
            if (!isObjectName(entry.key.bytes()))
                continue;
            std::erase_if(members, [](const std::string &member) { return member.empty(); });
            const auto &group = domain.groups.emplace_back(entry.key.toStdString(), std::move(members), entry.value);
            enter(domain, group.name, {ObjectKind::Group, nullptr, nullptr, &group}, {"Groups", group.name});
        }
    }
}

void Directory::addAccount(std::string_view domainName, std::string_view name, const data::Value &settings)
{
    Domain &domain = domainFor(domainName);
    if (!isObjectName(name)) {
        m_problems.push_back(
            {domain.name,
             std::string(name),
             said(QT_TRANSLATE_NOOP("Words", "\"%1\" is no name of an account; the file is not used."), {shown(name)}),
             "settings",
             {}});
        return;
    }
    const Defaults defaults{domain.preferences, m_serverPreferences, m_workspaceZone};
    const Account &account = domain.accounts.emplace_back(readAccount(name, domain.name, settings, defaults));
    enter(domain, account.name, {ObjectKind::Account, &account, nullptr, nullptr}, {});
    const auto enterAll = [&](const std::vector<std::string> &names, ObjectKind kind, const char *key) {
        for (const auto &other : names) {
            const std::string_view text = kind == ObjectKind::Number && other.starts_with('+')
                                              ? std::string_view(other).substr(1)
                                              : std::string_view(other);
            const Found found{kind, &account, nullptr, nullptr};
            if (isObjectName(text))
                enter(domain, text, found, {key, other});
            else
                m_problems.push_back(
                    {domain.name, account.name,
                     said(QT_TRANSLATE_NOOP("Words", "\"%1\" can't be a name of %2."), {shown(other), account.address()}),
                     "settings", placeOf(found, {key, other})});
        }
    };
    enterAll(account.aliases, ObjectKind::Alias, "Aliases");
    enterAll(account.telephoneNumbers, ObjectKind::Number, "TelNums");
}

const Domain *Directory::domain(std::string_view name) const
{
    const auto place = m_domainIndex.find(folded(name));
    return place == m_domainIndex.end() ? nullptr : &m_domains[place->second];
}

Found Directory::find(std::string_view localPart, std::string_view domainName) const
{
    const auto place = m_domainIndex.find(folded(domainName));
    if (place == m_domainIndex.end())
        return {};
    const auto &objects = m_names[place->second].objects;
    if (const auto found = objects.find(folded(localPart)); found != objects.end())
        return found->second;
    if (localPart.starts_with('+')) {
        const auto found = objects.find(std::string(localPart.substr(1)));
        if (found != objects.end() && found->second.kind == ObjectKind::Number)
            return found->second;
    }
    return {};
}

const Account *Directory::account(std::string_view address) const
{
    const auto at = address.rfind('@');
    if (at == std::string_view::npos)
        return find(address, m_defaultDomain).account;
    return find(address.substr(0, at), address.substr(at + 1)).account;
}

std::vector<DirectoryProblem> Directory::problems() const
{
    auto all = m_problems;
    for (const auto &domain : m_domains) {
        for (const auto &account : domain.accounts) {
            for (const auto &problem : account.problems)
                all.push_back({domain.name, account.name, problem.message, problem.code, problem.path});
        }
    }
    return all;
}

} // namespace pbx::accounts
