// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/output.h"
#include "app/commands/tables.h"

#include <array>
#include <utility>

namespace pbx::app {

namespace {

/// Text for roff: nothing in it is a request, an escape, or a sign that a typesetter would make prettier and useless.
std::string roff(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> names{{
        {"\\", "\\e"}, {"-", "\\-"}, {"'", "\\(aq"}, {"\"", "\\(dq"}, {"`", "\\(ga"}, {"^", "\\(ha"}, {"~", "\\(ti"},
        {"…", "..."}, {"|", "|\\:"}, {"«", "\\(Fo"}, {"»", "\\(Fc"}, {"–", "\\(en"},
    }};
    std::string out;
    while (!text.empty()) {
        std::size_t taken = 0;
        for (const auto &[sign, name] : names) {
            if (text.starts_with(sign)) {
                out += name;
                taken = sign.size();
                break;
            }
        }
        if (taken == 0) {
            out += text[0];
            taken = 1;
        }
        text.remove_prefix(taken);
    }
    return out.starts_with('.') ? "\\&" + out : out;
}

void printText(std::string_view text, bool linesStay = false)
{
    while (!text.empty()) {
        const auto end = text.find('\n');
        printLine(roff(text.substr(0, end)));
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
        if (linesStay && !text.empty())
            printLine(".br");
    }
}

void printOption(std::string_view name, std::string_view value, std::string_view help)
{
    printLine(".TP");
    printLine("\\fB" + roff(name) + "\\fR" + (value.empty() ? "" : " \\fI" + roff(value) + "\\fR"));
    // A first line with a colon announces a list, a line each; other texts are filled anew.
    const auto first = help.substr(0, help.find('\n'));
    printText(help, first.ends_with(':'));
}

void printCommand(const Command &command)
{
    printLine(".SS " + roff(command.name));
    printLine("\\fBpbx " + roff(command.name) + "\\fR " + roff(command.usage));
    printLine(".PP");
    printText(command.description);
    for (const OptionRule &rule : command.options)
        printOption(rule.name, rule.value, rule.help);
}

constexpr std::string_view beginning = R"(.nh
.ad l
.SH NAME
pbx \- check, run and test\-call telephony programs of CommuniGate Pro
.SH SYNOPSIS
.B pbx
.I COMMAND
.RI [ options "] ..."
.br
.B pbx
.I COMMAND
.B \-\-help
.br
.B pbx \-\-help
|
.B \-\-version
|
.B \-\-completion
.BR bash | zsh | fish
.SH DESCRIPTION
.B pbx
does without a window what
.BR pbx\-studio (1)
does in one: it looks for mistakes in CG/PL programs, places test calls and
prints what callers hear, runs scenarios, and compares a workspace with a
CommuniGate Pro server or puts it there.
.PP
A workspace is a folder that mirrors what a server holds: programs and prompts
of the server and of its domains, accounts with their hours and diverts, and
scenarios.
.PP
Results go to standard output, messages to standard error. With
.B \-\-format json
every result is a JSON object on a line of its own.
.SH OPTIONS
.TP
.B \-\-help
Lists the commands; behind a command, tells about that one.
.TP
.B \-\-version
Tells the version.
.TP
\fB\-\-completion\fR \fISHELL\fR
Writes the script with which
.BR bash ,
.B zsh
or
.B fish
completes commands and options.
.SH COMMANDS
Options may stand anywhere behind the command;
.B \-\-
ends them.)";

constexpr std::string_view ending = R"(.SH EXIT STATUS
.TP
.B 0
The work was done, and nothing is wrong.
.TP
.B 1
The work was done and found something wrong: a mistake in a program, a failed
call or scenario, a difference.
.TP
.B 2
The work could not be done: wrong usage, a file that can\(aqt be read, a server
that can\(aqt be reached.
.SH ENVIRONMENT
.TP
.B PBX_PASSWORD
The password for the server.
Without it, the desktop\(aqs keyring is asked, then the terminal.
.TP
.B PBX_STOCK
A folder to use in place of the stock environment that comes with the program.
.TP
.B TZDIR
Where time zones are looked up, in place of
.IR /usr/share/zoneinfo .
.SH FILES
.TP
.I WORKSPACE/workspace.settings
The name of the workspace, its default domain, time zone and server; never a
password.
.TP
.I WORKSPACE/server/
Programs and prompts of the whole server; a folder for each language.
.TP
.I WORKSPACE/domains/DOMAIN/environment/
Programs and prompts of one domain.
.TP
.I WORKSPACE/domains/DOMAIN/accounts/NAME.settings
An account: its aliases, preferences, working hours and diverts.
.TP
.I WORKSPACE/scenarios/*.scenario
Test calls.
.PP
The stock environment and an example workspace are installed in
.IR share/pbx\-studio ,
the guides in
.IR share/doc/pbx\-studio/guide ,
both beside the folder of the program.
.SH EXAMPLES
Look for mistakes, then call the number 200 on a Wednesday evening, press 1, and
dial a number:
.PP
.nf
.RS
pbx check specialists
pbx call specialists 200 \-\-at 2026\-11\-25T20:15 \-\-keys \(aq1495123#\(aq
.RE
.fi
.PP
Run all scenarios of a workspace, with results for a build server:
.PP
.nf
.RS
pbx test specialists \-\-junit results.xml
.RE
.fi
.PP
See what a push would do, and do it:
.PP
.nf
.RS
pbx push specialists \-\-to cgps://admin@pbx.example.com \-\-dry\-run
pbx push specialists \-\-to cgps://admin@pbx.example.com
.RE
.fi
.SH SEE ALSO
.BR pbx\-studio (1))";

} // namespace

void printManual(CommandTable commands, std::string_view version, std::string_view date)
{
    printLine(".\\\" SPDX-License-Identifier: GPL-3.0-or-later");
    printLine(".\\\" Written by pbx --manual from its table of commands.");
    printLine(".TH PBX 1 \"" + std::string(date) + "\" \"PBX Studio " + std::string(version) + "\" \"User Commands\"");
    printLine(beginning);
    for (const Command *command : commands)
        printCommand(*command);
    printLine(ending);
}

} // namespace pbx::app
