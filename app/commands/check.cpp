// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/output.h"
#include "environment/check/checker.h"

#include <algorithm>

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    {"--format", "text|json", "findings as text or as one JSON object a line"},
};

std::string countText(std::size_t n, std::string_view word)
{
    return std::to_string(n) + ' ' + std::string(word) + (n == 1 ? "" : "s");
}

int run(const Options &options)
{
    const auto format = readFormat(options);
    if (!format)
        return Impossible;
    if (options.operands().empty())
        return wrongUsage(checkCommand, "which program, environment or workspace?");
    check::Checker checker;
    bool readable = true;
    for (const std::string &path : options.operands()) {
        if (const auto done = checker.check(path); !done) {
            complain(done.error());
            readable = false;
        }
    }
    const auto findings = checker.takeFindings();
    for (const Finding &finding : findings)
        printLine(*format == Format::Json ? findingJson(finding) : findingText(finding));
    const auto count = [&](std::string_view severity) {
        return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
    };
    const std::size_t errors = count("error");
    if (*format == Format::Text && !findings.empty())
        tell(countText(errors, "error") + ", " + countText(count("warning"), "warning") + ", "
             + countText(count("note"), "note"));
    if (!readable)
        return Impossible;
    return errors > 0 ? Wrong : Good;
}

} // namespace

const Command checkCommand{
    "check",
    "[options] PATH…",
    "finds mistakes in programs, environments and workspaces",
    "Checks programs (.sppr, .sppi), folders of them, and whole workspaces: what the server's compiler refuses, and what a\n"
    "caller would run into: a module, prompt, program or account that is not there, a divert that leads back, a menu with\n"
    "more departments than keys, hours that make no sense. Each finding has a stable code word (in JSON): the program's\n"
    "guide lists them with examples in check.md. Exit status 1 when there is an error.",
    rules,
    run,
};

} // namespace pbx::app
