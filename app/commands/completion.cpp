// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/output.h"
#include "app/commands/tables.h"

#include <algorithm>

namespace pbx::app {

namespace {

/// What can be said about the value of an option by the name it has in help.
enum class Kind { None, Words, File, Folder, Free };

Kind kindOf(const OptionRule &rule)
{
    const auto isPartOfWords = [](char c) { return (c >= 'a' && c <= 'z') || c == '|'; };
    if (rule.value.empty())
        return Kind::None;
    if (std::ranges::all_of(rule.value, isPartOfWords))
        return Kind::Words;
    if (rule.value.starts_with("FILE") || rule.value == "PATH")
        return Kind::File;
    return rule.value == "DIR" ? Kind::Folder : Kind::Free;
}

std::string wordsOf(const OptionRule &rule)
{
    std::string words(rule.value);
    std::ranges::replace(words, '|', ' ');
    return words;
}

std::string replaced(std::string text, std::string_view sign, std::string_view by)
{
    for (std::size_t at = 0; (at = text.find(sign, at)) != text.npos; at += by.size())
        text.replace(at, sign.size(), by);
    return text;
}

/// One line for a list of choices: a help of several lines goes on with details.
std::string brief(std::string_view help)
{
    std::string line(help.substr(0, help.find('\n')));
    while (line.ends_with(':') || line.ends_with(',') || line.ends_with(';'))
        line.pop_back();
    return line;
}

/// For single quotes of bash and zsh.
std::string quoted(const std::string &text)
{
    return '\'' + replaced(text, "'", R"('\'')") + '\'';
}

// --- bash -----------------------------------------------------------------------------------------------------

void printBashCommand(const Command &command)
{
    std::string names;
    std::string words; // `call --format) …`: the values of an option
    std::string kinds[2]; // options with any file, with a value nobody can guess
    for (const OptionRule &rule : command.options) {
        names += std::string(rule.name) + ' ';
        const Kind kind = kindOf(rule);
        const auto add = [&](std::string &list) { list += (list.empty() ? "" : " | ") + std::string(rule.name); };
        if (kind == Kind::Words)
            words += "        " + std::string(rule.name) + ") choices='" + wordsOf(rule) + "' ;;\n";
        else if (kind == Kind::File || kind == Kind::Folder)
            add(kinds[0]);
        else if (kind == Kind::Free)
            add(kinds[1]);
    }
    printLine("    " + std::string(command.name) + ")");
    printLine("        choices='" + names + "--help'");
    printLine("        case $option in");
    if (!words.empty())
        printLine(words.substr(0, words.size() - 1));
    if (!kinds[0].empty())
        printLine("        " + kinds[0] + ") return ;;");
    if (!kinds[1].empty())
        printLine("        " + kinds[1] + ") choices= ;;");
    printLine("        *) option= ;;");
    printLine("        esac");
    printLine("        ;;");
}

void printBash(CommandTable commands)
{
    std::string names;
    for (const Command *command : commands)
        names += std::string(command->name) + ' ';
    printLine("# bash completion for pbx; written by pbx --completion bash. An empty answer leaves it to the shell to");
    printLine("# complete names of files.");
    printLine("_pbx()");
    printLine("{");
    printLine("    local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} choices='' n");
    printLine("    COMPREPLY=()");
    printLine("    if [ \"$COMP_CWORD\" -le 1 ]; then");
    printLine("        choices='" + names + "--help --version --completion'");
    printLine("        mapfile -t COMPREPLY < <(compgen -W \"$choices\" -- \"$current\")");
    printLine("        compopt +o default +o bashdefault 2>/dev/null");
    printLine("        return 0");
    printLine("    fi");
    printLine("    for ((n = 2; n < COMP_CWORD; n++)); do");
    printLine("        [ \"${COMP_WORDS[n]}\" = -- ] && return");
    printLine("    done");
    printLine("    # The shell takes --option=value for three words.");
    printLine("    if [ \"$current\" = = ]; then");
    printLine("        current=");
    printLine("    elif [ \"$option\" = = ]; then");
    printLine("        option=${COMP_WORDS[COMP_CWORD-2]}");
    printLine("    fi");
    printLine("    case ${COMP_WORDS[1]} in");
    printLine("    --completion) choices='bash zsh fish' ;;");
    for (const Command *command : commands)
        printBashCommand(*command);
    printLine("    *) return ;;");
    printLine("    esac");
    printLine("    # An operand, until it begins like an option.");
    printLine("    [ -z \"$option\" ] && [ \"${current:0:1}\" != - ] && return");
    printLine("    mapfile -t COMPREPLY < <(compgen -W \"$choices\" -- \"$current\")");
    printLine("    # Files are no answer where an option or one of some words is wanted.");
    printLine("    compopt +o default +o bashdefault 2>/dev/null");
    printLine("    return 0");
    printLine("}");
    printLine("complete -o bashdefault -o default -F _pbx pbx");
}

// --- zsh ------------------------------------------------------------------------------------------------------

/// --name[help]:value:action, as _arguments wants it.
std::string zshOption(const OptionRule &rule)
{
    std::string help = brief(rule.help);
    for (const std::string_view sign : {"\\", "[", "]"})
        help = replaced(help, sign, "\\" + std::string(sign));
    const bool equalsMayFollow = !rule.value.empty() && rule.name.starts_with("--");
    std::string spec = (rule.repeatable ? "*" : "") + std::string(rule.name) + (equalsMayFollow ? "=[" : "[") + help + ']';
    if (!rule.value.empty())
        spec += ':' + replaced(std::string(rule.value), ":", "\\:") + ':';
    switch (kindOf(rule)) {
    case Kind::Words: spec += '(' + wordsOf(rule) + ')'; break;
    case Kind::File: spec += "_files"; break;
    case Kind::Folder: spec += "_files -/"; break;
    case Kind::Free: spec += ' '; break;
    case Kind::None: break;
    }
    return quoted(spec);
}

void printZsh(CommandTable commands)
{
    printLine("#compdef pbx");
    printLine("# zsh completion for pbx; written by pbx --completion zsh.");
    printLine("_pbx()");
    printLine("{");
    printLine("    local curcontext=$curcontext state line");
    printLine("    local -a commands=(");
    for (const Command *command : commands)
        printLine("        " + quoted(std::string(command->name) + ':' + std::string(command->summary)));
    printLine("    )");
    printLine("    _arguments -C '(- *)--help[tells the commands]' '(- *)--version[tells the version]' \\");
    printLine("        '(- *)--completion[writes completion for a shell]:shell:(bash zsh fish)' \\");
    printLine("        '1:command:->command' '*::argument:->argument' && return");
    printLine("    case $state in");
    printLine("    command) _describe command commands ;;");
    printLine("    argument)");
    printLine("        case $words[1] in");
    for (const Command *command : commands) {
        std::string line = "        " + std::string(command->name) + ") _arguments -S";
        for (const OptionRule &rule : command->options)
            line += " \\\n            " + zshOption(rule);
        printLine(line + " \\\n            '(- *)--help[tells about the command]' '*:file:_files' ;;");
    }
    printLine("        esac");
    printLine("        ;;");
    printLine("    esac");
    printLine("}");
    printLine("if [ \"$funcstack[1]\" = _pbx ]; then _pbx \"$@\"; else compdef _pbx pbx; fi");
}

// --- fish -----------------------------------------------------------------------------------------------------

std::string fishQuoted(std::string text)
{
    return '\'' + replaced(replaced(std::move(text), "\\", "\\\\"), "'", "\\'") + '\'';
}

void printFish(CommandTable commands)
{
    printLine("# fish completion for pbx; written by pbx --completion fish.");
    const std::string first = "complete -c pbx -n __fish_use_subcommand ";
    for (const Command *command : commands)
        printLine(first + "-f -a " + std::string(command->name) + " -d " + fishQuoted(std::string(command->summary)));
    printLine(first + "-f -l version -d 'tells the version'");
    printLine(first + "-x -l completion -a 'bash zsh fish' -d 'writes completion for a shell'");
    printLine("complete -c pbx -f -l help -d 'tells about the command'");
    for (const Command *command : commands) {
        const std::string start = "complete -c pbx -n '__fish_seen_subcommand_from " + std::string(command->name) + "' ";
        for (const OptionRule &rule : command->options) {
            std::string line = start + (rule.name.starts_with("--") ? "-l " : "-s ")
                               + std::string(rule.name.substr(rule.name.starts_with("--") ? 2 : 1));
            switch (kindOf(rule)) {
            case Kind::Words: line += " -x -a '" + wordsOf(rule) + '\''; break;
            case Kind::File: line += " -r -F"; break;
            case Kind::Folder: line += " -x -a '(__fish_complete_directories)'"; break;
            case Kind::Free: line += " -x"; break;
            case Kind::None: break;
            }
            printLine(line + " -d " + fishQuoted(brief(rule.help)));
        }
    }
}

} // namespace

bool printCompletion(CommandTable commands, std::string_view shell)
{
    if (shell == "bash")
        printBash(commands);
    else if (shell == "zsh")
        printZsh(commands);
    else if (shell == "fish")
        printFish(commands);
    else
        return false;
    return true;
}

} // namespace pbx::app
