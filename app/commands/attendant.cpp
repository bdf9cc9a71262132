// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/output.h"
#include "environment/accounts/menu.h"
#include "environment/audio/sound_file.h"
#include "environment/check/prompt_use.h"
#include "environment/files/workspace.h"
#include "preview/call/event.h"

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    {"--record", "FILE.wav", "writes the menu as a caller hears it"},
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

/// What the caller hears of a department: words where they are written down, else the prompts' names.
std::string sentence(const files::Workspace &workspace, const files::Environment &environment, const accounts::Account &account,
                     const std::vector<std::string> &prompts)
{
    std::string out;
    for (const std::string &name : prompts) {
        const files::FileEntry *prompt = environment.findMedia(name, account.language());
        const std::string text = prompt ? files::spokenText(workspace, *prompt, account.domain) : std::string();
        out += (out.empty() ? "" : " ") + (text.empty() ? '[' + name + ']' : text);
    }
    return out;
}

/// The prompts of all departments one behind the other. The message when it can't be written.
std::string recordMenu(const accounts::DepartmentMenu &menu, const files::Environment &environment,
                       const accounts::Account &account, const std::string &path)
{
    audio::Sound all;
    for (const accounts::Department &department : menu.departments) {
        for (const std::string &name : department.prompts) {
            const files::FileEntry *prompt = environment.findMedia(name, account.language());
            if (!prompt) {
                complain("--record: the prompt " + name + " is missing and left out");
                continue;
            }
            const auto sound = audio::read(prompt->path);
            if (!sound)
                complain(prompt->workspacePath + ": " + sound.error().toStdString());
            else
                all.samples.insert(all.samples.end(), sound->samples.begin(), sound->samples.end());
        }
    }
    const auto written = audio::write(QString::fromLocal8Bit(path), all);
    return written ? std::string() : "--record: " + path + ": " + written.error().toStdString();
}

void printDepartment(const accounts::Department &department, const std::vector<std::string> &missing,
                     const std::string &spoken, Format format)
{
    const std::string digit = department.digit == 0 ? std::string() : std::string(1, department.digit);
    if (format == Format::Text) {
        std::string line = (digit.empty() ? "-" : digit) + "  " + department.name;
        line += "  " + (department.account.empty() ? std::string("(nobody)") : department.account);
        line += "  " + join(department.prompts);
        if (!missing.empty())
            line += "  missing: " + join(missing);
        printLine(line);
        printLine("     " + department.reason + (spoken.empty() ? "" : ": «" + spoken + "»"));
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
    line += ",\"prompts\":" + jsonList(department.prompts) + ",\"missing\":" + jsonList(missing) + ",\"reason\":";
    call::appendJsonString(line, department.reason);
    line += ",\"text\":";
    call::appendJsonString(line, spoken);
    printLine(line + '}');
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
        printDepartment(department, check::missingPrompts(*account, department.prompts, *environment),
                        sentence(*workspace, *environment, *account, department.prompts), *format);
    for (const std::string &warning : menu.warnings)
        complain("warning: " + warning);
    for (const std::string &error : menu.errors)
        complain("error: " + error);
    if (menu.departments.empty())
        complain("warning: " + account->address() + " has no department menu (preference ReceptMenu)");
    if (options.has("--record")) {
        if (const std::string problem = recordMenu(menu, *environment, *account, options.value("--record")); !problem.empty()) {
            complain(problem);
            return Impossible;
        }
    }
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
