// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/object_end.h"

#include <utility>

namespace pbx::server {

bool ObjectEnd::feed(char c)
{
    switch (m_in) {
    case In::String:
        m_in = c == '\\' ? In::Escape : c == '"' ? In::Plain : In::String;
        return false;
    case In::Escape:
        m_in = In::String;
        return false;
    case In::Data:
        m_in = c == ']' ? In::Plain : In::Data;
        return false;
    case In::Marked: // the sign behind '#'
        m_in = c == '(' ? In::Opaque : In::Plain;
        m_word = c != '(';
        return m_word && plain(c);
    case In::Opaque:
        m_in = c == ')' ? In::Plain : In::Opaque;
        return false;
    case In::Slash:
        m_in = c == '/' ? In::LineComment : c == '*' ? In::Comment : In::Plain;
        return m_in == In::Plain && plain(c);
    case In::LineComment:
        if (c == '\n' || c == '\r')
            m_in = In::Plain;
        return m_in == In::Plain && plain(c);
    case In::Comment:
    case In::CommentStar:
        m_in = c == '/' && m_in == In::CommentStar ? In::Plain : c == '*' ? In::CommentStar : In::Comment;
        return false;
    case In::Element:
        element(c);
        return false;
    case In::Plain:
        break;
    }
    return plain(c);
}

bool ObjectEnd::plain(char c)
{
    const bool inWord = std::exchange(m_word, false);
    if (c == '\n')
        return m_begun && m_depth == 0;
    if (c == ' ' || c == '\t' || c == '\r')
        return false;
    if (c == '/') {
        m_in = In::Slash;
        return false;
    }
    m_begun = true;
    switch (c) {
    case '"':
        m_in = In::String;
        break;
    case '[':
        m_in = In::Data;
        break;
    case '#': // Inside a word it is a sign like any other.
        m_in = inWord ? In::Plain : In::Marked;
        m_word = inWord;
        break;
    case '<':
        m_in = In::Element;
        m_elements = 0;
        beginMarkup();
        break;
    case '(':
    case '{':
        ++m_depth;
        break;
    case ')':
    case '}':
        m_depth -= m_depth > 0;
        break;
    default:
        m_word = c != '=' && c != ',' && c != ';';
        break;
    }
    return false;
}

void ObjectEnd::beginMarkup()
{
    m_inMarkup = true;
    m_markup = "<";
    m_markupSize = 1;
    m_quote = 0;
    m_before = m_beforeThat = 0;
}

/// Markup is remembered as far as it tells an instruction, a comment, a section or a closing tag from the rest.
void ObjectEnd::element(char c)
{
    if (!m_inMarkup) {
        if (c == '<')
            beginMarkup();
        return;
    }
    if (m_markup.size() < 9)
        m_markup += c;
    ++m_markupSize;
    const char before = std::exchange(m_before, c);
    const char beforeThat = std::exchange(m_beforeThat, before);
    const bool comment = m_markup.starts_with("<!--");
    const bool section = m_markup.starts_with("<![CDATA[");
    const bool instruction = m_markup.starts_with("<?");
    const bool tag = !m_markup.starts_with("<!") && !instruction;
    if (tag && m_quote != 0) {
        if (c == m_quote)
            m_quote = 0;
        return;
    }
    if (tag && (c == '"' || c == '\'')) {
        m_quote = c;
        return;
    }
    const bool ends = c == '>'
                      && (comment ? m_markupSize >= 7 && before == '-' && beforeThat == '-'
                          : section ? before == ']' && beforeThat == ']'
                          : instruction ? before == '?' && m_markupSize >= 4
                                        : true);
    if (!ends)
        return;
    m_inMarkup = false;
    if (!tag)
        return;
    if (m_markup.starts_with("</"))
        m_elements -= m_elements > 0;
    else if (before != '/')
        ++m_elements;
    if (m_elements == 0)
        m_in = In::Plain;
}

} // namespace pbx::server
