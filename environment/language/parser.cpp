// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/parser.h"

#include "environment/language/codes.h"
#include "environment/language/parser_state.h"
#include "environment/language/utf8.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <utility>

namespace pbx::language {

namespace {

constexpr std::size_t messageLimit = 1000;

std::string hexadecimal(unsigned value, int digits)
{
    char text[16];
    std::snprintf(text, sizeof text, "%0*X", digits, value);
    return text;
}

} // namespace

Tree parse(const Source &source)
{
    return Parser(source).run();
}

Parser::Parser(const Source &source) : m_source(source), m_text(source.text()), m_names(m_tree), m_lexer(m_text) {}

Tree Parser::run()
{
    checkEncoding();
    if (!m_abandon) {
        advance();
        m_started = true;
        m_previous = {m_token.span.begin, m_token.span.begin};
        parseTopLevel();
    }
    std::ranges::stable_sort(m_tree.diagnostics, {}, [](const Diagnostic &d) { return d.span.begin; });
    return std::move(m_tree);
}

void Parser::checkEncoding()
{
    if (m_text.size() > std::numeric_limits<std::uint32_t>::max() / 2) {
        error(PBX_TRANSLATE("language", "The file is too large: at most two gigabytes can be read."), {});
        m_abandon = true;
        return;
    }
    if (m_text.starts_with("\xFF\xFE") || m_text.starts_with("\xFE\xFF")) {
        report(Severity::Error, codes::encoding,
               PBX_TRANSLATE("language", "The file is written in UTF-16: save it as UTF-8 without a byte order mark."),
               {0, 2});
        m_abandon = true;
        return;
    }
    if (m_text.starts_with("\xEF\xBB\xBF")) {
        auto *message =
            report(Severity::Error, codes::encoding,
                   PBX_TRANSLATE("language", "The file begins with a byte order mark, which the server takes for "
                                             "a part of the first word: save it as UTF-8 without the mark."),
                   {0, 3});
        if (message)
            message->fix = Fix{{0, 3}, {}};
        m_lexer = Lexer(m_text, 3);
    }
    const std::size_t invalid = findInvalidUtf8(m_text);
    if (invalid != std::string_view::npos) {
        const auto place = static_cast<std::uint32_t>(invalid);
        report(Severity::Error, codes::encoding,
               PBX_TRANSLATE("language", "The byte at offset %1 (0x%2) is not UTF-8: save the file as UTF-8."),
               {place, place + 1},
               {std::to_string(invalid), hexadecimal(static_cast<unsigned char>(m_text[invalid]), 2)});
    }
}

void Parser::advance()
{
    m_previous = m_token.span;
    m_token = m_lexer.next();
    if (m_token.kind == TokenKind::Error) [[unlikely]]
        takeLexicalError();
}

/// Tells of a token that is none and puts the most likely one in its place.
void Parser::takeLexicalError()
{
    while (m_token.kind == TokenKind::Error) {
        const Span span = m_token.span;
        switch (m_token.error) {
        case LexicalError::UnclosedString:
            error(PBX_TRANSLATE("language", "The string is not closed: expected '\"' before the end of the line."),
                  span);
            m_token.kind = TokenKind::String;
            m_unclosedString = true;
            if (span.end == m_text.size())
                m_textCut = true;
            break;
        case LexicalError::UnclosedComment:
            error(PBX_TRANSLATE("language", "The comment is not closed: expected '*/' before the end of the file."),
                  {span.begin, span.begin + 2});
            m_token = {{span.end, span.end}, TokenKind::End, Word::None, LexicalError::None, 0};
            m_textCut = true;
            break;
        case LexicalError::SingleQuotes: {
            auto *message = error(
                PBX_TRANSLATE("language", "A string stands in double quotes: single quotes have no meaning."), span);
            const std::string text(m_text.substr(span.begin + 1, span.end - span.begin - 2));
            if (message && text.find_first_of("\"\\") == std::string::npos)
                message->fix = Fix{span, '"' + text + '"'};
            m_token.kind = TokenKind::String;
            break;
        }
        case LexicalError::BadNumber:
            error(PBX_TRANSLATE("language", "Expected the end of the number after its digits, found a letter in '%1'."),
                  span, {std::string(m_source.view({span.begin, std::min(span.end, span.begin + 40)}))});
            m_token.kind = TokenKind::Number;
            break;
        default: {
            const auto decoded = utf8::decode(m_text.substr(span.begin));
            const bool printable = decoded.valid && decoded.code > 0x20 && decoded.code != 0x7F &&
                                   !(decoded.code >= 0x80 && decoded.code <= 0xA0) && decoded.code != 0xFEFF;
            error(printable ? PBX_TRANSLATE("language", "The character '%1' (%2) has no meaning here.")
                            : PBX_TRANSLATE("language", "The character %2 has no meaning here."),
                  span, {std::string(m_text.substr(span.begin, decoded.length)), "U+" + hexadecimal(decoded.code, 4)});
            m_token = m_lexer.next();
            break;
        }
        }
    }
}

Token Parser::peek() const
{
    Lexer ahead = m_lexer;
    Token token = ahead.next();
    while (token.kind == TokenKind::Error && token.error == LexicalError::UnknownCharacter)
        token = ahead.next();
    return token;
}

Name Parser::takeName()
{
    const Name name =
        m_names.name(m_text.substr(m_token.span.begin, m_token.span.end - m_token.span.begin), m_token.span);
    if (m_token.flags & Token::NonAscii) [[unlikely]]
        warn(PBX_TRANSLATE("language", "The name '%1' has letters outside ASCII, which the server may refuse."),
             m_token.span, {std::string(name.text)});
    advance();
    return name;
}

Diagnostic *Parser::report(Severity severity, std::string_view code, const char *format, Span span,
                           std::vector<std::string> arguments)
{
    if (m_abandon || m_tree.diagnostics.size() >= messageLimit)
        return nullptr;
    Diagnostic message;
    message.severity = severity;
    message.code = code;
    message.format = format;
    message.arguments = std::move(arguments);
    message.span = span;
    return &m_tree.diagnostics.emplace_back(std::move(message));
}

Diagnostic *Parser::error(const char *format, Span span, std::vector<std::string> arguments)
{
    // At the end of the file one message is enough: what else is missing is missing for the same reason.
    if (atKind(TokenKind::End) && m_started && std::exchange(m_textCut, true))
        return nullptr;
    return report(Severity::Error, codes::syntax, format, span, std::move(arguments));
}

Diagnostic *Parser::warn(const char *format, Span span, std::vector<std::string> arguments)
{
    return report(Severity::Warning, codes::doubtfulForm, format, span, std::move(arguments));
}

std::string Parser::describe(const Token &token) const
{
    if (token.kind == TokenKind::End)
        return PBX_TRANSLATE("language", "the end of the file");
    constexpr std::uint32_t longest = 40;
    std::uint32_t end = token.span.end;
    bool cut = false;
    if (end - token.span.begin > longest) {
        end = token.span.begin + longest;
        while (end > token.span.begin && (static_cast<unsigned char>(m_text[end]) & 0xC0u) == 0x80u)
            --end;
        cut = true;
    }
    std::string text(m_source.view({token.span.begin, end}));
    if (cut)
        text += "…";
    return token.kind == TokenKind::String ? text : '\'' + text + '\'';
}

std::string Parser::lineOf(Span span) const
{
    return std::to_string(m_source.lineAt(span.begin));
}

/// Tells what was expected; the last argument of the format is what was found. False, for the caller to hand on.
bool Parser::missing(const char *format, std::vector<std::string> arguments)
{
    if (!m_panic) {
        arguments.push_back(found());
        error(format, m_token.span, std::move(arguments));
        m_panic = true;
    }
    return false;
}

void Parser::abandon()
{
    error(PBX_TRANSLATE("language", "The program is nested too deep here: at most %1 levels are allowed."),
          m_token.span, {std::to_string(nestingLimit)});
    m_abandon = true;
    m_panic = true;
    skipToSection();
}

} // namespace pbx::language
