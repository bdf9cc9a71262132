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

std::string quoted(const std::string &name)
{
    return '"' + shown(name) + '"';
}

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
            warn("The department menu has an empty entry; it is skipped.");
        else if (!seen.insert(folded(name)).second)
            warn("The department menu names " + quoted(name) + " twice.");
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
        result.errors.push_back("The directory prefix " + result.reservedDigits +
                                " keeps every key from 1 to 9 for extensions, so no department has a key; shorten ReceptDirPrefix.");
    else if (without == 1)
        result.errors.push_back("No key is left for department " + quoted(first) + ": it is neither spoken nor reachable.");
    else if (without > 1)
        result.errors.push_back("No key is left for " + std::to_string(without) + " departments, " + quoted(first) +
                                " first: they are neither spoken nor reachable.");
}

} // namespace

DepartmentMenu assignKeys(const std::vector<std::string> &menu, std::string_view prefix)
{
    DepartmentMenu result;
    for (const char c : prefix) {
        if (c >= '0' && c <= '9' && !result.reservedDigits.contains(c))
            result.reservedDigits += c;
        else if ((c < '0' || c > '9') && !isBlank(c) && result.warnings.empty())
            result.warnings.push_back("The directory prefix holds something that is no digit.");
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
        result.warnings.push_back("The operator has 0, so extensions beginning with 0 can't be dialled.");
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
            menu.errors.push_back("Department " + quoted(department.name) +
                                  " is no account, alias, group or forwarder of " + account.domain + '.');
    }
    if (unknown > mostErrors)
        menu.errors.push_back(std::to_string(unknown - mostErrors) + " more departments are unknown in " + account.domain + '.');
    return menu;
}

} // namespace pbx::accounts
