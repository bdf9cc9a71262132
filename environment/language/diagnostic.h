// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Marks an English text for translation: plain rooms carry the text, the window shows its translation.
#define PBX_TRANSLATE(context, text) text

namespace pbx::language {

/// Bytes of the source, end not included.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Span &, const Span &) = default;
};

enum class Severity { Error, Warning, Note };

/// A suggested edit: replace the span by the text.
struct Fix {
    Span span;
    std::string replacement;
};

/// One remark on a source. The code is stable and for programs ("syntax", "undefined-name", …); the text is for
/// people: an English sentence with %1, %2 … for the arguments.
struct Diagnostic {
    Severity severity = Severity::Error;
    std::string_view code;
    const char *format = "";
    std::vector<std::string> arguments;
    Span span;
    std::optional<Fix> fix;

    /// The English sentence with its arguments.
    std::string message() const;
};

/// Place in a source as people count: lines from 1, columns from 1 in characters (UTF-8 code points; a byte that is
/// not UTF-8 counts as one).
struct Position {
    int line = 1;
    int column = 1;
    friend bool operator==(const Position &, const Position &) = default;
};

std::string_view severityName(Severity severity);

} // namespace pbx::language
