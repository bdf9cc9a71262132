// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/menu.h"

#include "environment/accounts/texts.h"
#include "environment/accounts/words.h"

#include <algorithm>
#include <unordered_set>

namespace pbx::accounts {

namespace {

constexpr std::string_view operatorName = "operator";
constexpr std::size_t mostErrors = 20;

/// The menu without empty entries and repetitions; sets hasOperator and takes the operator out.
std::vector<std::string> cleanMenu(const std::vector<std::string> &menu, DepartmentMenu &result,
                                   std::string &operatorEntry)
{
    std::vector<std::string> names;
    std::unordered_set<std::string> seen;
    const auto warn = [&result](std::string text) {
        if (!std::ranges::contains(result.warnings, text))
            result.warnings.push_back(std::move(text));
    };
    for (const auto &entry : menu) {
        const std::string name(trimmed(entry));
        if (name.empty())
            warn(said(QT_TRANSLATE_NOOP("Words", "The department menu has an empty entry; it is skipped.")));
        else if (!seen.insert(folded(name)).second)
            warn(said(QT_TRANSLATE_NOOP("Words", "The department menu names \"%1\" twice."), {shown(name)}));
        else if (sameText(name, operatorName))
            operatorEntry = name;
        else
            names.push_back(name);
    }
    return names;
}

void giveKeys(std::vector<std::string> names, DepartmentMenu &result)
{
    char key = '1';
    std::size_t without = 0;
    std::string first;
    for (auto &name : names) {
        std::string kept;
        while (key <= '9' && result.reservedDigits.contains(key))
            kept += key++;
        Department department;
        department.name = std::move(name);
        if (key > '9') {
            department.reason = said(QT_TRANSLATE_NOOP("Words", "no key is left"));
            if (without++ == 0)
                first = department.name;
        } else {
            department.digit = key++;
            department.reason = said(QT_TRANSLATE_NOOP("Words", "the next free key is %1"), {std::string_view(&department.digit, 1)});
            for (const char digit : kept)
                department.reason += "; " + said(QT_TRANSLATE_NOOP("Words", "%1 is kept for extensions"), {std::string_view(&digit, 1)});
            department.prompts = {"for" + folded(department.name), "press", std::string(1, department.digit)};
        }
        result.departments.push_back(std::move(department));
    }
    if (without > 0 && without == result.departments.size())
        result.errors.push_back(
            said(QT_TRANSLATE_NOOP("Words", "The directory prefix %1 keeps every key from 1 to 9 for extensions, so no "
                                            "department has a key; shorten ReceptDirPrefix."),
                 {result.reservedDigits}));
    else if (without == 1)
        result.errors.push_back(
            said(QT_TRANSLATE_NOOP("Words", "No key is left for department \"%1\": it is neither spoken nor reachable."),
                 {shown(first)}));
    else if (without > 1)
        result.errors.push_back(
            said(QT_TRANSLATE_NOOP("Words", "No key is left for %1 departments, \"%2\" first: they are neither spoken nor "
                                            "reachable."),
                 {std::to_string(without), shown(first)}));
}

} // namespace

DepartmentMenu assignKeys(const std::vector<std::string> &menu, std::string_view prefix)
{
    DepartmentMenu result;
    const auto warnOfPrefix = [&result](const std::string &text) {
        result.warnings.push_back(text);
        result.prefixWarnings.push_back(text);
    };
    for (const char c : prefix) {
        if (c >= '0' && c <= '9' && !result.reservedDigits.contains(c))
            result.reservedDigits += c;
        else if ((c < '0' || c > '9') && !isBlank(c) && result.warnings.empty())
            warnOfPrefix(said(QT_TRANSLATE_NOOP("Words", "The directory prefix holds something that is no digit.")));
    }
    std::string operatorEntry;
    giveKeys(cleanMenu(menu, result, operatorEntry), result);
    if (operatorEntry.empty())
        return result;
    Department last;
    last.name = std::move(operatorEntry);
    last.digit = '0';
    last.prompts = {"tospeakoperator", "press", "0"};
    last.reason = said(QT_TRANSLATE_NOOP("Words", "the operator is always last and has 0"));
    result.departments.push_back(std::move(last));
    if (result.reservedDigits.contains('0'))
        warnOfPrefix(said(QT_TRANSLATE_NOOP("Words", "The operator has 0, so extensions beginning with 0 can't be dialled.")));
    return result;
}

DepartmentMenu departmentMenu(const Account &account, const Directory *directory)
{
    auto menu = assignKeys(account.receptMenu(), account.receptDirPrefix());
    menu.extensionDigits = account.receptDirDigits();
    if (!directory)
        return menu;
    std::size_t unknown = 0;
    for (auto &department : menu.departments) {
        const auto found = directory->find(department.name, account.domain);
        if (found.account)
            department.account = found.account->address();
        else if (found.kind != ObjectKind::None)
            department.account = folded(department.name) + '@' + account.domain;
        else if (++unknown <= mostErrors)
            menu.errors.push_back(
                said(QT_TRANSLATE_NOOP("Words", "Department \"%1\" is no account, alias, group or forwarder of %2."),
                     {shown(department.name), account.domain}));
    }
    if (unknown > mostErrors)
        menu.errors.push_back(said(QT_TRANSLATE_NOOP("Words", "%1 more departments are unknown in %2."),
                                   {std::to_string(unknown - mostErrors), account.domain}));
    return menu;
}

} // namespace pbx::accounts
