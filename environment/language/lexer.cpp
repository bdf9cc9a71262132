// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/lexer.h"

#include "environment/language/utf8.h"

#include <array>
#include <cstring>

namespace pbx::language {

namespace {

constexpr std::array<std::string_view, 66> spellings{
    "",      "and",     "by",       "const", "elif", "else",  "end", "entry", "exitif", "external",  "false",
    "for",   "forward", "function", "if",    "is",   "loop",  "not", "null",  "or",     "procedure", "return",
    "spawn", "stop",    "then",     "true",  "var",  "while", "xor", "+=",    "-=",     "*=",        "/=",
    "%=",    "|=",      "&=",       "==",    "!=",   "<=",    ">=",  "&&",    "||",     "::",        "+",
    "-",     "*",       "/",        "%",     "=",    "!",     "<",   ">",     "&",      "|",         "^",
    "(",     ")",       "[",        "]",     "{",    "}",     ".",   ",",     ";",      ":",         "?",
};
constexpr std::size_t keywordCount = 28;
static_assert(static_cast<std::size_t>(Word::Question) + 1 == spellings.size());

enum class CharacterClass : std::uint8_t { Other, Space, Letter, Digit, High, Sign, Quote, SingleQuote, Slash };

constexpr auto classes = [] {
    std::array<CharacterClass, 256> table{};
    for (const char c : {' ', '\t', '\n', '\r'})
        table[static_cast<unsigned char>(c)] = CharacterClass::Space;
    for (int c = 'a'; c <= 'z'; ++c)
        table[static_cast<std::size_t>(c)] = table[static_cast<std::size_t>(c - 32)] = CharacterClass::Letter;
    table['_'] = CharacterClass::Letter;
    for (int c = '0'; c <= '9'; ++c)
        table[static_cast<std::size_t>(c)] = CharacterClass::Digit;
    for (std::size_t c = 0x80; c < 0x100; ++c)
        table[c] = CharacterClass::High;
    for (const char c : std::string_view("+-*%|&=!<>:^()[]{}.,;?"))
        table[static_cast<unsigned char>(c)] = CharacterClass::Sign;
    table['"'] = CharacterClass::Quote;
    table['\''] = CharacterClass::SingleQuote;
    table['/'] = CharacterClass::Slash;
    return table;
}();

constexpr CharacterClass classOf(char c)
{
    return classes[static_cast<unsigned char>(c)];
}
constexpr bool isNameCharacter(char c)
{
    return classOf(c) == CharacterClass::Letter || classOf(c) == CharacterClass::Digit;
}
constexpr char fold(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

/// First two letters, last letter and length tell the keywords apart.
struct KeywordHash {
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    constexpr std::size_t operator()(const char *name, std::size_t length) const
    {
        const auto letter = [name](std::size_t i) { return static_cast<unsigned char>(name[i]) | 0x20u; };
        return (letter(0) * a + letter(1) * b + letter(length - 1) * c + length) & 127u;
    }
};

constexpr KeywordHash findKeywordHash()
{
    for (unsigned a = 1; a < 32; ++a) {
        for (unsigned b = 1; b < 32; ++b) {
            for (unsigned c = 1; c < 8; ++c) {
                const KeywordHash hash{a, b, c};
                std::array<bool, 128> used{};
                bool clash = false;
                for (std::size_t i = 1; i <= keywordCount && !clash; ++i) {
                    bool &slot = used[hash(spellings[i].data(), spellings[i].size())];
                    clash = slot;
                    slot = true;
                }
                if (!clash)
                    return hash;
            }
        }
    }
    return {};
}
constexpr KeywordHash keywordHash = findKeywordHash();
static_assert(keywordHash.a != 0, "no hash without clashes was found");

constexpr auto keywordSlots = [] {
    std::array<Word, 128> table{};
    for (std::size_t i = 1; i <= keywordCount; ++i)
        table[keywordHash(spellings[i].data(), spellings[i].size())] = static_cast<Word>(i);
    return table;
}();

Word keyword(const char *name, std::size_t length)
{
    if (length < 2 || length > 9)
        return Word::None;
    const Word word = keywordSlots[keywordHash(name, length)];
    const std::string_view text = spellings[static_cast<std::size_t>(word)];
    if (text.size() != length)
        return Word::None;
    for (std::size_t i = 0; i < length; ++i) {
        if (fold(name[i]) != text[i])
            return Word::None;
    }
    return word;
}

/// Good enough without tables of Unicode: what lies outside the blocks of punctuation, symbols and spaces.
constexpr bool isHighLetter(char32_t code)
{
    if (code < 0xC0)
        return code == 0xAA || code == 0xB5 || code == 0xBA;
    if (code == 0xD7 || code == 0xF7)
        return false;
    if (code >= 0x2000 && code < 0x2C00)
        return code >= 0x2100 && code < 0x2190; // letter-like signs and number forms
    if (code >= 0x3000 && code < 0x3041)
        return code >= 0x3005 && code < 0x3008;
    if (code >= 0xE000 && code < 0xF900)
        return false;
    if ((code >= 0xFE00 && code < 0xFE70) || code == 0xFEFF || (code >= 0xFF00 && code < 0xFF21) || code >= 0xFFF0)
        return code >= 0x10000 && !(code >= 0x1F000 && code < 0x20000);
    return true;
}

} // namespace

std::string_view spelling(Word word)
{
    return spellings[static_cast<std::size_t>(word)];
}

Word findKeyword(std::string_view name)
{
    return keyword(name.data(), name.size());
}

Token Lexer::next()
{
    for (;;) {
        while (m_at != m_end && classOf(*m_at) == CharacterClass::Space)
            ++m_at;
        if (m_at == m_end)
            return make(m_at, TokenKind::End);
        const char *const start = m_at;
        switch (classOf(*start)) {
        case CharacterClass::Letter:
            return name(start);
        case CharacterClass::High:
            return nameSlowly(start);
        case CharacterClass::Digit:
            return number(start);
        case CharacterClass::Quote:
            return string(start);
        case CharacterClass::SingleQuote:
            return singleQuotes(start);
        case CharacterClass::Sign:
            return sign(start);
        case CharacterClass::Slash:
            if (m_end - start < 2 || (start[1] != '/' && start[1] != '*'))
                return sign(start);
            m_at += 2;
            if (start[1] == '*') {
                if (!skipBlockComment())
                    return makeError(start, LexicalError::UnclosedComment);
            } else {
                while (m_at != m_end && *m_at != '\n' && *m_at != '\r')
                    ++m_at;
            }
            if (m_comments == KeepComments)
                return make(start, TokenKind::Comment);
            break;
        default:
            return unknown(start);
        }
    }
}

bool Lexer::skipBlockComment()
{
    while (m_at != m_end) {
        const void *star = std::memchr(m_at, '*', static_cast<std::size_t>(m_end - m_at));
        if (!star)
            break;
        m_at = static_cast<const char *>(star) + 1;
        if (m_at != m_end && *m_at == '/') {
            ++m_at;
            return true;
        }
    }
    m_at = m_end;
    return false;
}

Token Lexer::name(const char *start)
{
    do
        ++m_at;
    while (m_at != m_end && isNameCharacter(*m_at));
    if (m_at != m_end && classOf(*m_at) == CharacterClass::High)
        return nameSlowly(start);
    const Word word = keyword(start, static_cast<std::size_t>(m_at - start));
    return make(start, word == Word::None ? TokenKind::Name : TokenKind::Keyword, word);
}

/// A name with, or a character from, the world outside ASCII. A byte that is not UTF-8 passes for a letter: it has
/// its message already, and one is enough.
Token Lexer::nameSlowly(const char *start)
{
    std::uint8_t flags = 0;
    while (m_at != m_end) {
        if (isNameCharacter(*m_at)) {
            ++m_at;
            continue;
        }
        if (classOf(*m_at) != CharacterClass::High)
            break;
        const auto decoded = utf8::decode({m_at, static_cast<std::size_t>(m_end - m_at)});
        if (decoded.valid && !isHighLetter(decoded.code))
            break;
        if (decoded.valid)
            flags = Token::NonAscii;
        m_at += decoded.length;
    }
    if (m_at == start)
        return unknown(start);
    const Word word = keyword(start, static_cast<std::size_t>(m_at - start));
    Token token = make(start, word == Word::None ? TokenKind::Name : TokenKind::Keyword, word);
    token.flags = flags;
    return token;
}

Token Lexer::number(const char *start)
{
    std::uint8_t flags = 0;
    ++m_at;
    if (*start == '0' && m_end - m_at >= 2 && (*m_at == 'x' || *m_at == 'o' || *m_at == 'b')) {
        const char base = *m_at;
        const auto isDigit = [base](char c) {
            if (base == 'x')
                return classOf(c) == CharacterClass::Digit || (fold(c) >= 'a' && fold(c) <= 'f');
            return c >= '0' && c <= (base == 'o' ? '7' : '1');
        };
        if (isDigit(m_at[1])) {
            flags = Token::Prefixed;
            ++m_at;
            while (m_at != m_end && isDigit(*m_at))
                ++m_at;
        }
    } else {
        while (m_at != m_end && classOf(*m_at) == CharacterClass::Digit)
            ++m_at;
    }
    const auto isLetter = [](char c) { return isNameCharacter(c) || classOf(c) == CharacterClass::High; };
    if (m_at != m_end && isLetter(*m_at)) {
        while (m_at != m_end && isLetter(*m_at))
            ++m_at;
        return makeError(start, LexicalError::BadNumber);
    }
    Token token = make(start, TokenKind::Number);
    token.flags = flags;
    return token;
}

Token Lexer::string(const char *start)
{
    std::uint8_t flags = 0;
    ++m_at;
    while (m_at != m_end) {
        const char c = *m_at;
        if (c == '"') {
            ++m_at;
            Token token = make(start, TokenKind::String);
            token.flags = flags;
            return token;
        }
        if (c == '\n' || c == '\r')
            break;
        ++m_at;
        if (c == '\\') {
            flags = Token::Escapes;
            if (m_at != m_end && *m_at != '\n' && *m_at != '\r')
                ++m_at;
        }
    }
    Token token = makeError(start, LexicalError::UnclosedString);
    token.flags = flags;
    return token;
}

/// 'text' up to the second quote of the line; a quote without a partner is an unknown character.
Token Lexer::singleQuotes(const char *start)
{
    const char *at = start + 1;
    while (at != m_end && *at != '\'' && *at != '\n' && *at != '\r')
        ++at;
    if (at == m_end || *at != '\'')
        return unknown(start);
    m_at = at + 1;
    return makeError(start, LexicalError::SingleQuotes);
}

Token Lexer::unknown(const char *start)
{
    do
        m_at += utf8::decode({m_at, static_cast<std::size_t>(m_end - m_at)}).length;
    while (m_at != m_end && classOf(*m_at) == CharacterClass::Other);
    return makeError(start, LexicalError::UnknownCharacter);
}

Token Lexer::sign(const char *start)
{
    const char second = m_end - start > 1 ? start[1] : '\0';
    const auto one = [&](Word word) {
        m_at = start + 1;
        return make(start, TokenKind::Sign, word);
    };
    const auto oneOrTwo = [&](char next, Word two, Word single) {
        m_at = start + (second == next ? 2 : 1);
        return make(start, TokenKind::Sign, second == next ? two : single);
    };
    switch (*start) {
    case '+':
        return oneOrTwo('=', Word::AddAssign, Word::Plus);
    case '-':
        return oneOrTwo('=', Word::SubtractAssign, Word::Minus);
    case '*':
        return oneOrTwo('=', Word::MultiplyAssign, Word::Star);
    case '/':
        return oneOrTwo('=', Word::DivideAssign, Word::Slash);
    case '%':
        return oneOrTwo('=', Word::RemainderAssign, Word::Percent);
    case '=':
        return oneOrTwo('=', Word::Equal, Word::Assign);
    case '!':
        return oneOrTwo('=', Word::NotEqual, Word::Exclamation);
    case '<':
        return oneOrTwo('=', Word::LessEqual, Word::Less);
    case '>':
        return oneOrTwo('=', Word::GreaterEqual, Word::Greater);
    case ':':
        return oneOrTwo(':', Word::Scope, Word::Colon);
    case '&':
        return second == '=' ? oneOrTwo('=', Word::AndAssign, Word::None)
                             : oneOrTwo('&', Word::AndAnd, Word::Ampersand);
    case '|':
        return second == '=' ? oneOrTwo('=', Word::OrAssign, Word::None) : oneOrTwo('|', Word::OrOr, Word::Bar);
    case '^':
        return one(Word::Caret);
    case '(':
        return one(Word::OpenParenthesis);
    case ')':
        return one(Word::CloseParenthesis);
    case '[':
        return one(Word::OpenBracket);
    case ']':
        return one(Word::CloseBracket);
    case '{':
        return one(Word::OpenBrace);
    case '}':
        return one(Word::CloseBrace);
    case '.':
        return one(Word::Dot);
    case ',':
        return one(Word::Comma);
    case ';':
        return one(Word::Semicolon);
    default:
        return one(Word::Question);
    }
}

} // namespace pbx::language
