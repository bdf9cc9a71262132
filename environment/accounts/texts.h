// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Small readings shared inside this room.
namespace pbx::accounts {

inline bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

inline std::string_view trimmed(std::string_view text) noexcept
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Lower case, all alphabets; one allocation for ASCII at most.
std::string folded(std::string_view text);

/// At commas, outer blanks dropped, empty parts left out.
std::vector<std::string_view> splitCommas(std::string_view text);

/// A whole decimal number with optional sign, nothing else.
std::optional<std::int64_t> readInteger(std::string_view text) noexcept;

/// Bytes of the UTF-8 character at `at`; 0: none stands there.
std::size_t characterLength(std::string_view text, std::size_t at) noexcept;

/// For messages: at most about 80 bytes, cut between characters, "…" behind; bytes that are no UTF-8 and control
/// characters as "\x1f".
std::string shown(std::string_view text);
/// "09:00", with seconds only when they are not 0. `seconds` is 0…86400.
std::string clockText(std::int64_t seconds);

/// Strings and numbers as text; nullopt for everything else.
std::optional<std::string> textOf(const data::Value &value);

/// Member of a dictionary; null when `dictionary` is none or lacks it.
data::Value memberOf(const data::Value &dictionary, std::string_view key);

/// Texts of an array, or of one text; false when something in it was no text (left out).
bool listOf(const data::Value &value, std::vector<std::string> &list);

} // namespace pbx::accounts
