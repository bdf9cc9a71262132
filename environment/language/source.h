// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/diagnostic.h"

namespace pbx::language {

/// A source text with its lines. LF, CRLF and a lone CR end a line. The only place that turns bytes into lines,
/// columns and back.
class Source {
public:
    Source() = default;
    Source(std::string fileName, std::string text);

    const std::string &fileName() const { return m_fileName; }
    const std::string &text() const { return m_text; }
    std::string_view view(Span span) const;
    int lineCount() const { return static_cast<int>(m_lineStarts.size()); }
    Position position(std::uint32_t offset) const;
    /// Its line alone, from 1: quicker where lines are very long.
    int lineAt(std::uint32_t offset) const;
    /// Byte offset of a place; clamped to the text.
    std::uint32_t offset(Position position) const;
    /// The line without its end, line from 1.
    std::string_view line(int line) const;

private:
    std::string m_fileName;
    std::string m_text;
    std::vector<std::uint32_t> m_lineStarts{0};
};

/// Offset of the first byte that is not valid UTF-8, or npos.
std::size_t findInvalidUtf8(std::string_view text);

} // namespace pbx::language
