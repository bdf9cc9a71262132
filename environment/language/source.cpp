// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/source.h"

#include "environment/language/utf8.h"

#include <algorithm>
#include <cstring>

namespace pbx::language {

Source::Source(std::string fileName, std::string text) : m_fileName(std::move(fileName)), m_text(std::move(text))
{
    m_lineStarts.reserve(m_text.size() / 24 + 1);
    const char *const begin = m_text.data();
    const char *const end = begin + m_text.size();
    for (const char *at = begin; at != end;) {
        // Only two bytes below 14 end a line; everything else is passed by one comparison.
        const char c = *at++;
        if (static_cast<unsigned char>(c) > '\r')
            continue;
        if (c == '\r' && at != end && *at == '\n')
            ++at;
        else if (c != '\n' && c != '\r')
            continue;
        m_lineStarts.push_back(static_cast<std::uint32_t>(at - begin));
    }
}

std::string_view Source::view(Span span) const
{
    const auto size = m_text.size();
    const std::size_t begin = std::min<std::size_t>(span.begin, size);
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, size);
    return std::string_view(m_text).substr(begin, end - begin);
}

int Source::lineAt(std::uint32_t offset) const
{
    return static_cast<int>(std::ranges::upper_bound(m_lineStarts, offset) - m_lineStarts.begin());
}

Position Source::position(std::uint32_t offset) const
{
    offset = static_cast<std::uint32_t>(std::min<std::size_t>(offset, m_text.size()));
    const int line = lineAt(offset);
    int column = 1;
    for (std::size_t at = m_lineStarts[static_cast<std::size_t>(line - 1)]; at < offset; ++column) {
        const auto length = utf8::decode(std::string_view(m_text).substr(at)).length;
        if (at + length > offset)
            break; // inside a character: its own column
        at += length;
    }
    return {line, column};
}

std::uint32_t Source::offset(Position position) const
{
    if (position.line < 1)
        return 0;
    if (position.line > lineCount())
        return static_cast<std::uint32_t>(m_text.size());
    const std::string_view text = line(position.line);
    std::size_t at = 0;
    for (int column = 1; column < position.column && at < text.size(); ++column)
        at += utf8::decode(text.substr(at)).length;
    return m_lineStarts[static_cast<std::size_t>(position.line - 1)] + static_cast<std::uint32_t>(at);
}

std::string_view Source::line(int line) const
{
    if (line < 1 || line > lineCount())
        return {};
    const std::size_t begin = m_lineStarts[static_cast<std::size_t>(line - 1)];
    std::size_t end = line == lineCount() ? m_text.size() : m_lineStarts[static_cast<std::size_t>(line)];
    while (end > begin && (m_text[end - 1] == '\n' || m_text[end - 1] == '\r'))
        --end;
    return std::string_view(m_text).substr(begin, end - begin);
}

std::size_t findInvalidUtf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (text.size() - at >= 8) {
            std::uint64_t chunk;
            std::memcpy(&chunk, text.data() + at, 8);
            if (!(chunk & 0x8080808080808080u)) {
                at += 8;
                continue;
            }
        }
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto decoded = utf8::decode(text.substr(at));
        if (!decoded.valid)
            return at;
        at += decoded.length;
    }
    return std::string_view::npos;
}

} // namespace pbx::language
