// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation_detail.h"
#include "environment/data/utf8.h"

#include <format>

namespace pbx::data {

std::string describeCharacter(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return "the end of the text";
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\n' || byte == '\r')
        return "the end of the line";
    const Utf8Character read = readUtf8(text, at);
    if (byte < 0x20 || byte == 0x7f || read.size == 0)
        return std::format("the byte {}", int(byte));
    return std::format("'{}'", text.substr(at, read.size));
}

NotationProblem Locator::problem(std::size_t offset, std::string message)
{
    if (offset > m_text.size())
        offset = m_text.size();
    if (offset < m_offset) {
        m_offset = 0;
        m_line = 1;
        m_column = 1;
    }
    for (; m_offset < offset; ++m_offset) {
        const char c = m_text[m_offset];
        if (c == '\n' || (c == '\r' && !m_text.substr(m_offset + 1).starts_with('\n'))) {
            ++m_line;
            m_column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
            ++m_column;
        }
    }
    return {offset, m_line, m_column, std::move(message)};
}

} // namespace pbx::data
