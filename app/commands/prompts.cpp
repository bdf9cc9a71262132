// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/output.h"
#include "environment/prompts/prompt_matrix.h"
#include "preview/call/event.h"

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    {"--domain", "D", "whose prompts (the workspace's default domain)"},
    {"--missing", {}, "only prompts that a language lacks"},
    {"--format", "text|json", "one line or one JSON object a prompt"},
};

struct Row {
    std::string name;
    std::set<std::string> users;
    std::vector<std::pair<std::string, std::string>> files; ///< language, file
    std::vector<std::pair<std::string, std::string>> states; ///< language, word
    std::vector<std::string> missing;
};

void print(const Row &row, Format format)
{
    if (format == Format::Text) {
        std::string line = row.name;
        for (const auto &[language, file] : row.files)
            line += "  " + (language.empty() ? std::string("default") : language) + ": " + file;
    for (const auto &[language, state] : row.states) {
        if (state == "placeholder" || state == "stale" || state == "wrong-format")
            line += "  " + state + " in: " + (language.empty() ? std::string("default") : language);
    }
        if (!row.missing.empty()) {
            line += "  missing in:";
            for (const std::string &language : row.missing)
                line += ' ' + (language.empty() ? std::string("default") : language);
        }
        line += "  used by:";
        for (const std::string &user : row.users)
            line += ' ' + user;
        printLine(line);
        return;
    }
    std::string line = "{\"name\":";
    call::appendJsonString(line, row.name);
    const auto list = [&](const auto &items) {
        line += '[';
        bool first = true;
        for (const std::string &item : items) {
            if (!first)
                line += ',';
            first = false;
            call::appendJsonString(line, item);
        }
        line += ']';
    };
    line += ",\"used_by\":";
    list(row.users);
    line += ",\"files\":{";
    for (std::size_t i = 0; i < row.files.size(); ++i) {
        if (i > 0)
            line += ',';
        call::appendJsonString(line, row.files[i].first);
        line += ':';
        call::appendJsonString(line, row.files[i].second);
    }
    line += "},\"states\":{";
    for (std::size_t i = 0; i < row.states.size(); ++i) {
        if (i > 0)
            line += ',';
        call::appendJsonString(line, row.states[i].first);
        line += ':';
        call::appendJsonString(line, row.states[i].second);
    }
    line += "},\"missing\":";
    list(row.missing);
    printLine(line + "}");
}

int run(const Options &options)
{
    const auto format = readFormat(options);
    if (!format)
        return Impossible;
    if (options.operands().size() != 1)
        return wrongUsage(promptsCommand, "a workspace is needed");
    const auto workspace = files::Workspace::open(QString::fromLocal8Bit(options.operands()[0]));
    if (!workspace) {
        complain(workspace.error().toStdString());
        return Impossible;
    }
    const std::string domain = options.value("--domain", workspace->defaultDomain());
    if (options.has("--domain") && !workspace->domain(domain))
        return wrongUsage(promptsCommand, "--domain: the workspace has no domain " + domain);
    const accounts::Directory directory = files::loadDirectory(*workspace);
    const prompts::Matrix matrix = prompts::promptMatrix(*workspace, directory, domain);
    bool anyMissing = false;
    for (const prompts::Row &found : matrix.rows) {
        if (found.users.empty())
            continue;
        Row row{found.name, found.users, {}, {}, {}};
        for (std::size_t i = 0; i < matrix.languages.size(); ++i) {
            const prompts::Cell &cell = found.cells[i];
            if (cell.file)
                row.files.emplace_back(matrix.languages[i], cell.file->workspacePath);
            else
                row.missing.push_back(matrix.languages[i]);
            row.states.emplace_back(matrix.languages[i], prompts::stateName(cell.state));
        }
        // A language that falls back to nothing is missing; without any file everybody is.
        anyMissing = anyMissing || row.files.empty();
        if (!options.has("--missing") || !row.missing.empty())
            print(row, *format);
    }
    return anyMissing ? Wrong : Good;
}

} // namespace

const Command promptsCommand{
    "prompts",
    "[options] WORKSPACE",
    "prints which prompt is used by whom and heard from which file",
    "Prints the prompts that programs and menus of a domain use: who uses each, which file answers in each language, and\n"
    "where none does. Exit status 1 when a prompt has no file in any language.",
    rules,
    run,
};

} // namespace pbx::app
