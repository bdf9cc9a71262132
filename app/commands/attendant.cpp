// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/output.h"
#include "environment/accounts/menu.h"
#include "environment/accounts/texts.h"
#include "environment/audio/sound_file.h"
#include "environment/check/prompt_use.h"
#include "environment/check/settings_places.h"
#include "environment/data/objects.h"
#include "environment/files/name_rules.h"
#include "environment/files/workspace.h"
#include "preview/call/event.h"

#include <algorithm>
#include <utility>

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    {"--record", "FILE.wav", "writes what a caller hears until the first key, as 8 kHz WAV"},
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
        out += (out.empty() ? "" : " ") + (!prompt ? '[' + name + " is missing]" : text.empty() ? '[' + name + ']' : text);
    }
    return out;
}

/// What a caller hears until the first key: a prompt and the language it is looked for in; no name: half a second of rest.
struct Spoken {
    std::string name;
    std::string language;
};

/// The language menu, the welcome, the departments (pbx-runtime 9.3, steps 2 to 5).
std::vector<Spoken> menuAsSpoken(const accounts::DepartmentMenu &menu, const accounts::Account &account)
{
    std::vector<Spoken> all;
    if (!account.languageMenu().empty()) {
        int key = 0;
        for (const std::string &language : check::spokenLanguages(account)) {
            all.push_back({});
            for (const std::string &name : {std::string("selectlanguage"), std::string("press"), std::to_string(++key)})
                all.push_back({name, language});
        }
    }
    for (const char *name : {"welcome", "dialknownextension"})
        all.push_back({name, account.language()});
    for (const accounts::Department &department : menu.departments) {
        for (const std::string &name : department.prompts)
            all.push_back({name, account.language()});
    }
    return all;
}

/// The message when it can't be written. Prompts that are missing or broken are told and left out.
std::string recordMenu(const std::vector<Spoken> &menu, const files::Environment &environment, const std::string &path)
{
    audio::Sound all;
    const auto append = [&all](const audio::Sound &sound) {
        all.samples.insert(all.samples.end(), sound.samples.begin(), sound.samples.end());
    };
    for (const Spoken &spoken : menu) {
        if (spoken.name.empty()) {
            append(audio::silence(500));
            continue;
        }
        const files::FileEntry *prompt = environment.findMedia(spoken.name, spoken.language);
        if (!prompt) {
            complain("--record: the prompt " + spoken.name + " is missing and left out");
            continue;
        }
        if (const auto sound = audio::read(prompt->path))
            append(*sound);
        else
            complain(prompt->workspacePath + ": " + sound.error().toStdString());
    }
    const auto written = audio::write(QString::fromLocal8Bit(path), all);
    return written ? std::string() : "--record: " + path + ": " + written.error().toStdString();
}

/// What is wrong with the menu, each at its line. True: an error is among it.
class Complaints {
public:
    Complaints(const files::Workspace &workspace, const accounts::Account &account)
        : m_workspace(workspace)
        , m_account(account)
    {
    }

    void error(const check::SettingsPath &path, const std::string &text) { add("error", path, text); }
    void warning(const check::SettingsPath &path, const std::string &text) { add("warning", path, text); }
    bool hasErrors() const { return m_errors; }

    /// Of a department in the menu as written.
    check::SettingsPath entry(const std::string &department) const
    {
        const auto menu = m_account.effectivePreference("ReceptMenu");
        check::SettingsPath path{"Preferences", "ReceptMenu"};
        if (!menu.isArray())
            return path;
        const auto &items = menu.array().items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (accounts::trimmed(accounts::textOf(items[i]).value_or("")) == department) {
                path.push_back(std::to_string(i));
                break;
            }
        }
        return path;
    }

private:
    /// The file that gives the setting: the account's, its domain's, the workspace's.
    QString fileOf(const check::SettingsPath &path) const
    {
        const auto *domain = m_workspace.domain(m_account.domain);
        const auto *own = m_workspace.account(m_account.domain, m_account.name);
        const auto has = [&](const data::Value &preferences) {
            return path.size() > 1 && !accounts::memberOf(preferences, path[1]).isNull();
        };
        if (domain && !has(m_account.preferences) && has(m_account.defaults.domainPreferences))
            return domain->settings.path;
        if (!has(m_account.preferences) && has(m_account.defaults.serverPreferences))
            return m_workspace.settings().path;
        return own ? own->path : m_workspace.settings().path;
    }
    void add(const char *severity, const check::SettingsPath &path, const std::string &text)
    {
        const QString file = fileOf(path);
        const auto place = m_places.at(file, path);
        tell(findingText({file.toStdString(), place.line, place.column, severity, {}, text}));
        m_errors = m_errors || severity == std::string_view("error");
    }

    const files::Workspace &m_workspace;
    const accounts::Account &m_account;
    check::SettingsPlaces m_places;
    bool m_errors = false;
};

void judgeMenu(const accounts::DepartmentMenu &menu, const accounts::Account &account, const files::Environment &environment,
               Complaints &complaints)
{
    constexpr std::size_t mostErrors = 20;
    const std::string language = files::languageFolder(account.language());
    if (menu.departments.empty())
        complaints.error({"Preferences", "ReceptMenu"},
                         account.address() + " has no department menu: list departments in its preference ReceptMenu");
    for (const std::string &warning : menu.warnings)
        complaints.warning({"Preferences", warning.contains("prefix") ? "ReceptDirPrefix" : "ReceptMenu"}, warning);
    const bool noKeys = std::ranges::all_of(std::string_view("123456789"), [&](char key) { return menu.reservedDigits.contains(key); });
    if (noKeys)
        complaints.error({"Preferences", "ReceptDirPrefix"}, "the directory prefix " + menu.reservedDigits
                             + " keeps every key from 1 to 9 for extensions, so no department has one: shorten it");
    std::size_t withoutKey = 0;
    std::size_t unknown = 0;
    for (const accounts::Department &department : menu.departments) {
        const std::string name = accounts::shown(department.name);
        if (department.digit == 0 && !noKeys && ++withoutKey <= mostErrors)
            complaints.error(complaints.entry(department.name), "no key is left for the department " + name
                                 + ": it is neither spoken nor reachable. Shorten the menu or the directory prefix");
        if (department.account.empty() && ++unknown <= mostErrors)
            complaints.error(complaints.entry(department.name), account.domain
                                 + " has no account, alias, group or forwarder " + name + ", so callers who choose it hear \"failure\"");
        for (const std::string &prompt : department.prompts) {
            if (!environment.findMedia(prompt, account.language()))
                complaints.error(complaints.entry(department.name), "the department " + name + " needs the prompt " + prompt + " in "
                                     + (language.empty() ? std::string("the default language") : language) + ": record it as "
                                     + (language.empty() ? "" : language + '/') + prompt + ".wav");
        }
    }
    for (const auto &[count, what] : {std::pair(withoutKey, "have no key"), std::pair(unknown, "are nobody in the domain")}) {
        if (count > mostErrors)
            complaints.error({"Preferences", "ReceptMenu"}, std::to_string(count - mostErrors) + " more departments " + what);
    }
}

/// Who else has that name; for the message when no account has it.
std::string whatElse(const accounts::Directory &directory, const std::string &address)
{
    const auto at = address.rfind('@');
    const auto found = directory.find(address.substr(0, at), address.substr(at + 1));
    const char *kind = found.group ? "a group" : found.forwarder ? "a forwarder" : nullptr;
    return kind ? address + " is " + kind + "; only an account has a menu" : "there is no account " + address + " in the workspace";
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
        complain(whatElse(directory, address));
        return Impossible;
    }
    const auto environment = workspace->environment(account->domain);
    const accounts::DepartmentMenu menu = check::spokenMenu(*account, directory, *environment);
    if (*format == Format::Text && !menu.departments.empty())
        printLine("   «" + sentence(*workspace, *environment, *account, {"welcome", "dialknownextension"}) + "»");
    for (const accounts::Department &department : menu.departments)
        printDepartment(department, check::missingPrompts(*account, department.prompts, *environment),
                        sentence(*workspace, *environment, *account, department.prompts), *format);
    Complaints complaints(*workspace, *account);
    judgeMenu(menu, *account, *environment, complaints);
    if (options.has("--record")) {
        const std::string problem = recordMenu(menuAsSpoken(menu, *account), *environment, options.value("--record"));
        if (!problem.empty()) {
            complain(problem);
            return Impossible;
        }
    }
    return complaints.hasErrors() ? Wrong : Good;
}

} // namespace

const Command attendantCommand{
    "attendant",
    "[options] WORKSPACE ACCOUNT",
    "prints the menu an auto-attendant speaks",
    "Prints the menu an auto-attendant account speaks: a line for each department with its digit, the account it calls and\n"
    "its prompts in playing order, below it why it has that digit and what is said. Exit status 1 when there is no menu, a\n"
    "department can't be reached, or one of its prompts is missing in the account's language.",
    rules,
    run,
};

} // namespace pbx::app
