// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/output.h"
#include "app/commands/tables.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>

namespace pbx::app {

namespace {

constexpr std::string_view version = "0.1.0";

const std::array<const Command *, 14> &commands()
{
    static const std::array<const Command *, 14> all{&checkCommand,     &runCommand,     &callCommand, &testCommand,
                                                    &attendantCommand, &promptsCommand, &packCommand, &unpackCommand,
                                                    &serveCommand,     &probeCommand,   &pullCommand, &diffCommand,
                                                    &pushCommand,      &rollbackCommand};
    return all;
}

/// Named by the contract, made later.
constexpr std::array laterCommands{
    std::string_view("explore"), std::string_view("lsp"), std::string_view("dap"), std::string_view("book"),
};

void printOption(std::string_view name, std::string_view value, std::string_view help)
{
    std::string left = "  " + std::string(name) + (value.empty() ? "" : " " + std::string(value));
    constexpr std::size_t column = 30;
    if (left.size() + 2 > column) {
        printLine(left);
        left.clear();
    }
    left.resize(column, ' ');
    while (!help.empty()) {
        const auto end = help.find('\n');
        printLine(left + std::string(help.substr(0, end)));
        left.assign(column, ' ');
        help = end == help.npos ? std::string_view() : help.substr(end + 1);
    }
}

void printHelp()
{
    printLine("pbx checks, runs and test-calls telephony programs of CommuniGate Pro without a window.");
    printLine("");
    printLine("Usage: pbx COMMAND [options] …");
    printLine("");
    for (const Command *command : commands())
        printOption(command->name, command->usage, command->summary);
    printLine("");
    printOption("--help", {}, "this text; pbx COMMAND --help tells about one command");
    printOption("--version", {}, "the version");
    printOption("--completion", "bash|zsh|fish", "writes what lets that shell complete commands and options");
    printLine("");
    printLine("Exit status: 0 all is well, 1 something is wrong with what was looked at, 2 it could not be done.");
}

void printCommandHelp(const Command &command)
{
    printLine("Usage: pbx " + std::string(command.name) + " " + std::string(command.usage));
    printLine("");
    printLine(command.description);
    printLine("");
    for (const OptionRule &rule : command.options) {
        if (rule.name != "--help")
            printOption(rule.name, rule.value, rule.help);
    }
    printOption("--help", {}, "this text");
}

/// The one operand is the name of a shell.
int writeCompletion(std::span<const std::string> operands)
{
    if (operands.size() == 1 && printCompletion(commands(), operands[0]))
        return Good;
    complain("--completion is for one shell: bash, zsh or fish");
    return Impossible;
}

int unknownCommand(std::string_view name)
{
    if (std::ranges::find(laterCommands, name) != laterCommands.end()) {
        complain("the command " + std::string(name) + " is not in this version; pbx --help lists what there is");
        return Impossible;
    }
    std::vector<std::string_view> names;
    for (const Command *command : commands())
        names.push_back(command->name);
    std::string text = (name.starts_with('-') ? "there is no option " : "there is no command ") + std::string(name);
    if (const auto meant = nearest(name, names); meant && !name.starts_with('-'))
        text += "; did you mean " + std::string(*meant) + "?";
    else
        text += "; pbx --help lists what there is";
    complain(text);
    return Impossible;
}

} // namespace

std::optional<Format> readFormat(const Options &options)
{
    const std::string format = options.value("--format", "text");
    if (format == "text")
        return Format::Text;
    if (format == "json")
        return Format::Json;
    complain("--format is text or json, not " + format);
    return std::nullopt;
}

int wrongUsage(const Command &command, std::string_view text)
{
    complain(std::string(command.name) + ": " + std::string(text));
    tell("Usage: pbx " + std::string(command.name) + " " + std::string(command.usage) + "; more with pbx "
         + std::string(command.name) + " --help");
    return Impossible;
}

int runCommandLine(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    if (words.empty()) {
        complain("a command is missing; pbx --help lists what there is");
        return Impossible;
    }
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        printHelp();
        return Good;
    }
    if (words[0] == "--version") {
        printLine("pbx " + std::string(version));
        return Good;
    }
    const auto &all = commands();
    const std::span<const std::string> rest(words.begin() + 1, words.end());
    if (words[0] == "--completion")
        return writeCompletion(rest);
    if (words[0] == "--manual") { // for the build: the page pbx(1), with the date it is to bear
        printManual(all, version, rest.empty() ? std::string_view() : rest[0]);
        return Good;
    }
    const auto found = std::ranges::find_if(all, [&](const Command *c) { return c->name == words[0]; });
    if (found == all.end())
        return unknownCommand(words[0]);
    const Command &command = **found;
    for (const std::string &word : rest) {
        if (word == "--")
            break;
        if (word == "--help" || word == "-h") {
            printCommandHelp(command);
            return Good;
        }
    }
    const auto options = Options::parse(rest, command.options);
    if (!options)
        return wrongUsage(command, options.error());
    const int status = command.run(*options);
    if (std::fflush(stdout) != 0)
        return Impossible;
    return status;
}

} // namespace pbx::app
