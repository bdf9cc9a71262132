// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/texts.h"
#include "environment/accounts/words.h"
#include "environment/check/codes.h"
#include "environment/check/prompt_use.h"
#include "environment/check/workspace_check.h"
#include "environment/data/objects.h"

#include <algorithm>

/// What is wrong with attendants' menus (pbx-runtime 9.2 to 9.4).
namespace pbx::check {

using accounts::said;
using accounts::sameText;
using language::Severity;

namespace {

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Of the entry in the menu as written; empty: not found.
std::string entryIndex(const accounts::Account &account, std::string_view name)
{
    const auto menu = account.effectivePreference("ReceptMenu");
    if (!menu.isArray())
        return {};
    const auto &items = menu.array().items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (sameText(accounts::trimmed(accounts::textOf(items[i]).value_or("")), name))
            return std::to_string(i);
    }
    return {};
}

bool holdsRight(const data::Value &rights, std::string_view right)
{
    if (rights.isString())
        return sameText(rights.bytes(), right);
    if (rights.isArray())
        return std::ranges::any_of(rights.array().items,
                                   [&](const data::Value &item) { return holdsRight(item, right); });
    return rights.isDictionary() && !accounts::memberOf(rights, right).isNull();
}

std::string join(const std::vector<std::string> &items)
{
    std::string text;
    for (const std::string &item : items)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

} // namespace

void WorkspaceCheck::checkAttendants()
{
    for (const accounts::Domain &domain : m_directory.domains()) {
        for (const accounts::Account &account : domain.accounts) {
            // A menu among the domain's defaults is meant for its attendant, not for everybody.
            const bool own = !accounts::memberOf(account.preferences, "ReceptMenu").isNull();
            if (sameText(account.name, "pbx") || (own && !account.receptMenu().empty()))
                checkAttendant(account);
        }
    }
}

void WorkspaceCheck::checkAttendant(const accounts::Account &account)
{
    checkStart(account);
    if (account.receptMenu().empty())
        return;
    const auto environment = m_workspace.environment(account.domain);
    const accounts::DepartmentMenu menu = spokenMenu(account, m_directory, *environment);
    checkMenu(account, menu);
    checkMenuPrompts(account, *environment);
    checkExtensions(account, menu);
}

/// The program that speaks the menu has to be started by something, and to place calls for people.
void WorkspaceCheck::checkStart(const accounts::Account &account)
{
    if (!m_started.contains(account.address())) {
        const bool hasRules = !account.signalRules.isNull();
        const Place place{settingsFile(account.domain, account.name),
                          hasRules ? SettingsPath{"SignalRules"} : SettingsPath{"Preferences", "ReceptMenu"}};
        report(place, Severity::Warning, codes::attendantWithoutRule,
               said(QT_TRANSLATE_NOOP("Words", "no rule of %1 starts a program, so nobody hears its menu: add a rule that redirects "
                                               "calls to #pbx"),
                    {account.address()}));
    }
    for (const data::Value *holder : {&account.source, &account.settings}) {
        for (const char *key : {"Rights", "AccessRights"}) {
            const auto rights = accounts::memberOf(*holder, key);
            if (rights.isNull() || holdsRight(rights, "CanImpersonate") || holdsRight(rights, "Master"))
                continue;
            const bool inSettings = holder == &account.settings;
            report({settingsFile(account.domain, account.name),
                    inSettings ? SettingsPath{"Settings", key} : SettingsPath{key}},
                   Severity::Warning, codes::attendantWithoutRight,
                   said(QT_TRANSLATE_NOOP("Words", "%1 lacks the right CanImpersonate, without which it can't place calls for others"),
                        {account.address()}));
        }
    }
}

void WorkspaceCheck::checkMenu(const accounts::Account &account, const accounts::DepartmentMenu &menu)
{
    const bool noKeys = std::ranges::all_of(std::string_view("123456789"),
                                            [&](char digit) { return menu.reservedDigits.contains(digit); });
    if (noKeys && std::ranges::any_of(menu.departments, [](const auto &department) { return department.digit != '0'; }))
        report(preferencePlace(account, "ReceptDirPrefix"), Severity::Error, codes::directoryPrefix,
               said(QT_TRANSLATE_NOOP("Words", "the directory prefix %1 takes every key from 1 to 9, so no department can be reached: "
                                               "shorten it"),
                    {account.receptDirPrefix()}));
    for (const accounts::Department &department : menu.departments) {
        const Place place = preferencePlace(account, "ReceptMenu", entryIndex(account, department.name));
        if (department.account.empty())
            report(place, Severity::Error, codes::missingDepartment,
                   said(QT_TRANSLATE_NOOP("Words", "%1 has no account, alias, group or forwarder %2, so callers who choose it hear "
                                                   "\"failure\""),
                        {account.domain, department.name}),
                   {Remedy::Kind::CreateAccount, account.domain, department.name});
        if (department.digit == 0 && !noKeys)
            report(place, Severity::Error, codes::tooManyDepartments,
                   said(QT_TRANSLATE_NOOP("Words", "no key is left for the department %1: it is neither spoken nor reachable. Shorten the "
                                                   "menu or the directory prefix"),
                        {department.name}));
        if (department.digit && !department.account.empty())
            m_departments.try_emplace(department.account, said(QT_TRANSLATE_NOOP("Words", "key %1 of %2"),
                                                               {std::string_view(&department.digit, 1), account.address()}));
    }
    for (const std::string &warning : menu.warnings) {
        const bool prefix = std::ranges::contains(menu.prefixWarnings, warning);
        report(preferencePlace(account, prefix ? "ReceptDirPrefix" : "ReceptMenu"), Severity::Warning,
               prefix ? codes::directoryPrefix : codes::menuEntry, warning);
    }
}

void WorkspaceCheck::checkMenuPrompts(const accounts::Account &account, const files::Environment &environment)
{
    const accounts::DepartmentMenu menu = spokenMenu(account, m_directory, environment);
    for (const std::string &language : spokenLanguages(account)) {
        const std::string spoken = language.empty() ? said(QT_TRANSLATE_NOOP("Words", "the default language")) : language;
        const auto lacks = [&](const std::string &prompt) {
            if (environment.findMedia(prompt, language))
                return false;
            return prompt != "tospeakoperator"
                || (!environment.findMedia("tospeakopertator", language) && !environment.findMedia("foroperator", language));
        };
        std::vector<std::string> common;
        for (const std::string &prompt : attendantPrompts(account)) {
            if (lacks(prompt))
                common.push_back(prompt);
        }
        for (const accounts::Department &department : menu.departments) {
            for (const std::string &prompt : department.prompts) {
                if (!lacks(prompt) || std::ranges::find(common, prompt) != common.end())
                    continue;
                report(preferencePlace(account, "ReceptMenu", entryIndex(account, department.name)), Severity::Warning,
                       codes::missingPrompt,
                       said(QT_TRANSLATE_NOOP("Words", "the menu of %1 needs the prompt %2 in %3: record it as %4.wav"),
                            {account.name, prompt, spoken, (language.empty() ? "" : language + '/') + prompt}),
                       {Remedy::Kind::AddPrompts, account.domain, {}, language, {prompt}});
            }
        }
        if (!common.empty())
            report(preferencePlace(account, "ReceptMenu"), Severity::Warning, codes::missingPrompt,
                   said(QT_TRANSLATE_NOOP("Words", "the attendant %1 needs in %2: %3"), {account.name, spoken, join(common)}),
                   {Remedy::Kind::AddPrompts, account.domain, {}, language, common});
    }
}

/// Numbers that callers can dial: of the menu's length, beginning with a digit of the prefix.
void WorkspaceCheck::checkExtensions(const accounts::Account &account, const accounts::DepartmentMenu &menu)
{
    if (menu.reservedDigits.empty())
        return;
    const accounts::Domain *domain = m_directory.domain(account.domain);
    const auto length = static_cast<std::size_t>(menu.extensionDigits);
    const auto fits = [&](std::string_view name) { return isDigits(name) && name.size() == length; };
    bool reachable = false;
    std::vector<std::pair<const accounts::Account *, std::size_t>> others;
    for (const accounts::Account &other : domain->accounts) {
        if (&other == &account)
            continue;
        for (std::size_t i = 0; i < other.aliases.size(); ++i) {
            const std::string &alias = other.aliases[i];
            if (!fits(alias))
                continue;
            if (menu.reservedDigits.contains(alias.front()))
                reachable = true;
            else
                others.emplace_back(&other, i);
        }
        for (const std::string &number : other.telephoneNumbers)
            reachable = reachable || (fits(number) && menu.reservedDigits.contains(number.front()));
        reachable = reachable || (fits(other.name) && menu.reservedDigits.contains(other.name.front()));
    }
    const auto named = [&](const auto &object) { return fits(object.name) && menu.reservedDigits.contains(object.name.front()); };
    reachable = reachable || std::ranges::any_of(domain->forwarders, named) || std::ranges::any_of(domain->groups, named);

    const bool chosen = !accounts::memberOf(account.preferences, "ReceptDirPrefix").isNull()
        || !accounts::memberOf(account.preferences, "ReceptDirDigits").isNull();
    if (!reachable && chosen)
        report(preferencePlace(account, "ReceptDirPrefix"), Severity::Warning, codes::noExtension,
               said(QT_TRANSLATE_NOOP("Words", "no account has a number of %1 digits that begins with %2: callers can dial no extension. "
                                               "Add aliases or change prefix and digits"),
                    {std::to_string(length), menu.reservedDigits}));
    for (const auto &[other, index] : others) {
        const auto list = accounts::memberOf(other->source, "Aliases");
        SettingsPath path{"Aliases"};
        if (list.isArray()) {
            for (std::size_t i = 0; i < list.array().size(); ++i) {
                if (accounts::trimmed(accounts::textOf(list.array().items[i]).value_or("")) == other->aliases[index])
                    path = {"Aliases", std::to_string(i)};
            }
        }
        report({settingsFile(other->domain, other->name), path}, Severity::Note, codes::unreachableExtension,
               said(QT_TRANSLATE_NOOP("Words", "callers of %1 can't dial %2: only numbers that begin with %3 are extensions there"),
                    {account.name, other->aliases[index], menu.reservedDigits}));
    }
}

} // namespace pbx::check
