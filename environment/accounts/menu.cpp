// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/menu.h"

#include "environment/accounts/texts.h"

#include <algorithm>

namespace pbx::accounts {

namespace {

constexpr std::string_view operatorName = "operator";

std::string quoted(const std::string &name)
{
    return '"' + name + '"';
}

/// The menu without empty entries and repetitions; sets hasOperator and takes the operator out.
std::vector<std::string> cleanMenu(const std::vector<std::string> &menu, DepartmentMenu &result,
                                   std::string &operatorEntry)
{
    std::vector<std::string> names;
    for (const auto &entry : menu) {
        const std::string name(trimmed(entry));
        const auto same = [&name](const std::string &other) { return sameText(name, other); };
        if (name.empty()) {
            result.warnings.push_back("The department menu has an empty entry; it is skipped.");
        } else if (sameText(name, operatorName)) {
            if (!operatorEntry.empty())
                result.warnings.push_back("The department menu names " + quoted(name) + " twice.");
            else
                operatorEntry = name;
        } else if (std::ranges::any_of(names, same)) {
            result.warnings.push_back("The department menu names " + quoted(name) + " twice.");
        } else {
            names.push_back(name);
        }
    }
    return names;
}

void giveKeys(std::vector<std::string> names, DepartmentMenu &result)
{
    char key = '1';
    for (auto &name : names) {
        std::string kept;
        while (key <= '9' && result.reservedDigits.contains(key))
            kept += key++;
        Department department;
        department.name = std::move(name);
        if (key > '9') {
            department.reason = "no key is left";
            result.errors.push_back("No key is left for department " + quoted(department.name) +
                                    ": it is neither spoken nor reachable.");
        } else {
            department.digit = key++;
            department.reason = std::string("the next free key is ") + department.digit;
            for (const char digit : kept)
                department.reason += std::string("; ") + digit + " is kept for extensions";
            department.prompts = {"for" + folded(department.name), "press", std::string(1, department.digit)};
        }
        result.departments.push_back(std::move(department));
    }
}

} // namespace

DepartmentMenu assignKeys(const std::vector<std::string> &menu, std::string_view prefix)
{
    DepartmentMenu result;
    for (const char c : prefix) {
        if (c >= '0' && c <= '9' && !result.reservedDigits.contains(c))
            result.reservedDigits += c;
        else if ((c < '0' || c > '9') && !isBlank(c))
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
    last.reason = "the operator is always last and has 0";
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
    for (auto &department : menu.departments) {
        const auto found = directory->find(department.name, account.domain);
        if (found.account)
            department.account = found.account->address();
        else if (found.kind != ObjectKind::None)
            department.account = folded(department.name) + '@' + account.domain;
        else
            menu.errors.push_back("Department " + quoted(department.name) +
                                  " is no account, alias, group or forwarder of " + account.domain + '.');
    }
    return menu;
}

} // namespace pbx::accounts
