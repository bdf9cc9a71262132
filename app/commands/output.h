// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pbx::app {

/// Exit statuses of every command (command-line.md).
enum Status : int { Good = 0, Wrong = 1, Impossible = 2 };

/// One line of results. Nothing is lost in a pipe that is closed early: the program ends quietly then.
void printLine(std::string_view text);
/// "pbx: TEXT" for people.
void complain(std::string_view text);
/// A whole line for people, without prefix.
void tell(std::string_view line);

/// What is wrong at a place.
struct Finding {
    std::string file;
    int line = 1;
    int column = 1;
    std::string severity; ///< error, warning, note
    std::string code;
    std::string message;
};
/// FILE:LINE:COLUMN: error: TEXT
std::string findingText(const Finding &finding);
/// {"file":…,"line":…,"column":…,"severity":…,"code":…,"message":…}; `more` is put before the closing brace.
std::string findingJson(const Finding &finding, std::string_view more = {});

} // namespace pbx::app
