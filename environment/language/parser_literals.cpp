// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/codes.h"
#include "environment/language/parser_state.h"
#include "environment/language/utf8.h"

#include <charconv>
#include <limits>
#include <utility>

/// Numbers and strings.
namespace pbx::language {

Expression *Parser::parseNumber()
{
    const Token token = m_token;
    std::string_view digits = m_source.view(token.span);
    int base = 10;
    if (token.flags & Token::Prefixed) {
        base = digits[1] == 'x' ? 16 : digits[1] == 'o' ? 8 : 2;
        digits.remove_prefix(2);
        warn(PBX_TRANSLATE("language", "The server may refuse the number '%1': write it in decimal digits."),
             token.span,
             {std::string(m_source.view({token.span.begin, std::min(token.span.end, token.span.begin + 40)}))});
    }
    auto *node = m_tree.make<NumberExpression>();
    std::int64_t value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (result.ec == std::errc())
        node->value = value;
    else if (token.error == LexicalError::None)
        error(PBX_TRANSLATE("language", "The number is too large: the largest is %1."), token.span,
              {std::to_string(std::numeric_limits<std::int64_t>::max())});
    advance();
    return finish(node, token.span.begin);
}

/// One literal or several side by side, which are one text.
Expression *Parser::parseString()
{
    const std::uint32_t begin = m_token.span.begin;
    auto *node = m_tree.make<StringExpression>();
    Token first = m_token;
    const bool cut = std::exchange(m_unclosedString, false);
    advance();
    if (cut)
        m_panic = true; // what should follow is inside the string
    const bool more = !cut && atKind(TokenKind::String);
    if (!more && !(first.flags & Token::Escapes)) [[likely]] {
        const std::uint32_t end = cut ? first.span.end : first.span.end - 1;
        node->value = m_tree.text(m_source.view({first.span.begin + 1, end}));
        return finish(node, begin);
    }
    m_buffer.clear();
    const auto append = [this](const Token &token, bool unclosed) {
        const Span inside{token.span.begin + 1, unclosed ? token.span.end : token.span.end - 1};
        if (token.flags & Token::Escapes)
            appendLiteral(m_buffer, inside);
        else
            m_buffer += m_source.view(inside);
    };
    append(first, cut);
    while (!m_panic && atKind(TokenKind::String)) {
        const Token token = m_token;
        const bool unclosed = std::exchange(m_unclosedString, false);
        append(token, unclosed);
        advance();
        if (unclosed) {
            m_panic = true;
            break;
        }
    }
    node->value = m_tree.text(m_buffer);
    return finish(node, begin);
}

void Parser::appendLiteral(std::string &text, Span span)
{
    const std::string_view literal = m_source.view(span);
    for (std::size_t at = 0; at < literal.size();) {
        const std::size_t backslash = literal.find('\\', at);
        text += literal.substr(at, backslash - at);
        if (backslash == std::string_view::npos)
            return;
        at = backslash;
        appendEscape(text, literal, at, span.begin);
    }
}

/// At a backslash; leaves at behind the escape. Offset: of the literal in the source, for messages.
void Parser::appendEscape(std::string &text, std::string_view literal, std::size_t &at, std::uint32_t offset)
{
    const std::size_t start = at;
    const auto place = [&](std::size_t length) {
        const auto begin = offset + static_cast<std::uint32_t>(start);
        return Span{begin, begin + static_cast<std::uint32_t>(length)};
    };
    const auto isDigit = [&](std::size_t i) { return i < literal.size() && literal[i] >= '0' && literal[i] <= '9'; };
    if (++at == literal.size())
        return; // only in an unclosed string
    const char c = literal[at];
    if (isDigit(at) && isDigit(at + 1) && isDigit(at + 2)) {
        const int code = (c - '0') * 100 + (literal[at + 1] - '0') * 10 + (literal[at + 2] - '0');
        if (code > 255)
            error(PBX_TRANSLATE("language", "There is no byte %1: the decimal code after '\\' is at most 255."),
                  place(4), {std::to_string(code)});
        text += static_cast<char>(code);
        at += 3;
        return;
    }
    if (c == 'u' && at + 1 < literal.size() && literal[at + 1] == '\'') {
        const std::size_t end = literal.find('\'', at + 2);
        const std::string_view digits = literal.substr(at + 2, end == std::string_view::npos ? 0 : end - at - 2);
        std::uint32_t code = 0;
        const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        if (!digits.empty() && result.ec == std::errc() && result.ptr == digits.data() + digits.size() &&
            code <= 0x10FFFF && !(code >= 0xD800 && code < 0xE000)) {
            utf8::append(text, code);
            at = end + 1;
            return;
        }
        error(PBX_TRANSLATE("language", "Expected the hexadecimal code of a character in '\\u'…''."), place(3));
        at = end == std::string_view::npos ? literal.size() : end + 1;
        return;
    }
    ++at;
    switch (c) {
    case '"':
    case '\\':
        text += c;
        return;
    case 'n':
    case 'e':
        text += '\n';
        return;
    case 'r':
        text += '\r';
        return;
    case 't':
        text += '\t';
        return;
    default:
        break;
    }
    const auto length = utf8::decode(literal.substr(start + 1)).length;
    const std::string sign(literal.substr(start + 1, length));
    text += sign;
    at = start + 1 + length;
    report(Severity::Warning, codes::unknownEscape,
           PBX_TRANSLATE("language", "'\\%1' is no known escape and stands for '%1'."), place(1 + length), {sign});
}

} // namespace pbx::language
