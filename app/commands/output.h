// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/check/finding.h"

#include <string>
#include <string_view>

namespace pbx::app {

/// Exit statuses of every command (command-line.md).
enum Status : int { Good = 0, Wrong = 1, Impossible = 2 };

/// One line of results. Nothing is lost in a pipe that is closed early: the program ends quietly then.
void printLine(std::string_view text);
/// "pbx: TEXT" for people.
void complain(std::string_view text);
/// A whole line for people, without prefix.
void tell(std::string_view line);

using check::Finding;
/// FILE:LINE:COLUMN: error: TEXT
std::string findingText(const Finding &finding);
/// {"file":…,"line":…,"column":…,"severity":…,"code":…,"message":…}; `more` is put before the closing brace.
std::string findingJson(const Finding &finding, std::string_view more = {});

} // namespace pbx::app
