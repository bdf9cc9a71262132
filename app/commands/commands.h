// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/options.h"

#include <span>
#include <string>
#include <string_view>

/// The program `pbx` (command-line.md): everything but main().
namespace pbx::app {

/// Parses and runs; gives the exit status.
int runCommandLine(int argc, char **argv);

struct Command {
    std::string_view name;
    std::string_view usage; ///< behind the name
    std::string_view summary; ///< a line
    std::string_view description;
    std::span<const OptionRule> options;
    int (*run)(const Options &options);
};

extern const Command runCommand;
extern const Command checkCommand;
extern const Command callCommand;
extern const Command attendantCommand;
extern const Command promptsCommand;
extern const Command testCommand;
extern const Command packCommand;
extern const Command unpackCommand;
extern const Command serveCommand;
extern const Command probeCommand;
extern const Command pullCommand;
extern const Command diffCommand;
extern const Command pushCommand;
extern const Command rollbackCommand;

/// Text or json; nullopt (and a message) for anything else.
enum class Format { Text, Json };
std::optional<Format> readFormat(const Options &options);

/// Wrong usage: the message and where to find help; gives the exit status 2.
int wrongUsage(const Command &command, std::string_view text);

} // namespace pbx::app
