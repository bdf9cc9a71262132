// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/output.h"
#include "environment/accounts/menu.h"
#include "environment/check/prompt_use.h"
#include "environment/files/workspace.h"
#include "preview/call/event.h"

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    {"--format", "text|json", "one line or one JSON object a department"},
};

std::string jsonList(const std::vector<std::string> &items)
{
    std::string out = "[";
    for (const std::string &item : items) {
        if (out.size() > 1)
            out += ',';
        call::appendJsonString(out, item);
    }
    return out + "]";
}

std::string join(const std::vector<std::string> &items)
{
    std::string out;
    for (const std::string &item : items)
        out += (out.empty() ? "" : " ") + item;
    return out;
}

void printDepartment(const accounts::Department &department, const std::vector<std::string> &missing, Format format)
{
    const std::string digit = department.digit == 0 ? std::string() : std::string(1, department.digit);
    if (format == Format::Text) {
        std::string line = (digit.empty() ? "-" : digit) + "  " + department.name;
        line += "  " + (department.account.empty() ? std::string("(nobody)") : department.account);
        line += "  " + join(department.prompts);
        if (!missing.empty())
            line += "  missing: " + join(missing);
        printLine(line);
        return;
    }
    std::string line = "{\"digit\":";
    if (digit.empty())
        line += "null";
    else
        call::appendJsonString(line, digit);
    line += ",\"department\":";
    call::appendJsonString(line, department.name);
    line += ",\"account\":";
    if (department.account.empty())
        line += "null";
    else
        call::appendJsonString(line, department.account);
    line += ",\"prompts\":" + jsonList(department.prompts) + ",\"missing\":" + jsonList(missing) + "}";
    printLine(line);
}

int run(const Options &options)
{
    const auto format = readFormat(options);
    if (!format)
        return Impossible;
    if (options.operands().size() != 2)
        return wrongUsage(attendantCommand, "a workspace and an account are needed");
    const auto workspace = files::Workspace::open(QString::fromLocal8Bit(options.operands()[0]));
    if (!workspace) {
        complain(workspace.error().toStdString());
        return Impossible;
    }
    const accounts::Directory directory = files::loadDirectory(*workspace);
    std::string address = options.operands()[1];
    if (address.find('@') == std::string::npos)
        address += '@' + workspace->defaultDomain();
    const accounts::Account *account = directory.account(address);
    if (!account) {
        complain("there is no account " + address + " in the workspace");
        return Impossible;
    }
    const auto environment = workspace->environment(account->domain);
    const accounts::DepartmentMenu menu = check::spokenMenu(*account, directory, *environment);
    for (const accounts::Department &department : menu.departments)
        printDepartment(department, check::missingPrompts(*account, department.prompts, *environment), *format);
    for (const std::string &warning : menu.warnings)
        complain("warning: " + warning);
    for (const std::string &error : menu.errors)
        complain("error: " + error);
    return menu.errors.empty() ? Good : Wrong;
}

} // namespace

const Command attendantCommand{
    "attendant",
    "[options] WORKSPACE ACCOUNT",
    "prints the menu an auto-attendant speaks",
    "Prints the menu an auto-attendant account speaks: a line for each department with its digit, the account it calls and\n"
    "its prompts in playing order. Exit status 1 when a department can't be reached.",
    rules,
    run,
};

} // namespace pbx::app
