// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commands.h"

/// What is written from the table of commands, so that it can't fall behind it.
namespace pbx::app {

using CommandTable = std::span<const Command *const>;

/// The manual page pbx(1), in the macros of man(7). Plain ASCII: special characters stand as roff names them.
void printManual(CommandTable commands, std::string_view version, std::string_view date);

/// The completion script for bash, zsh or fish; false: another shell.
bool printCompletion(CommandTable commands, std::string_view shell);

} // namespace pbx::app
