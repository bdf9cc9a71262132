// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/diagnostic.h"

#include <cstdint>
#include <string_view>

/// Source text into tokens: for the parser, and with comments kept for an editor's colours.
namespace pbx::language {

enum class TokenKind : std::uint8_t { End, Keyword, Name, Number, String, Sign, Comment, Error };

/// Which keyword or sign a token is.
enum class Word : std::uint8_t {
    None,
    // keywords (cgpl-language, 2.2), in the order of their spelling
    And,
    By,
    Const,
    Elif,
    Else,
    End,
    Entry,
    ExitIf,
    External,
    False,
    For,
    Forward,
    Function,
    If,
    Is,
    Loop,
    Not,
    Null,
    Or,
    Procedure,
    Return,
    Spawn,
    Stop,
    Then,
    True,
    Var,
    While,
    Xor,
    // signs (2.6)
    AddAssign,
    SubtractAssign,
    MultiplyAssign,
    DivideAssign,
    RemainderAssign,
    OrAssign,
    AndAssign,
    Equal,
    NotEqual,
    LessEqual,
    GreaterEqual,
    AndAnd,
    OrOr,
    Scope,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Assign,
    Exclamation,
    Less,
    Greater,
    Ampersand,
    Bar,
    Caret,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Dot,
    Comma,
    Semicolon,
    Colon,
    Question,
};

/// Spelling as printed in messages: "while", "+=".
std::string_view spelling(Word word);

enum class LexicalError : std::uint8_t {
    None,
    UnknownCharacter, ///< one or more characters that begin nothing
    UnclosedString,   ///< the token ends with its line
    UnclosedComment,  ///< the token ends with the text
    SingleQuotes,     ///< 'text'
    BadNumber,        ///< a letter right after digits
};

struct Token {
    enum Flag : std::uint8_t {
        NonAscii = 1, ///< a name with a letter past U+007F
        Escapes = 2,  ///< a string with backslashes
        Prefixed = 4, ///< 0x, 0o, 0b
    };
    Span span;
    TokenKind kind = TokenKind::End;
    Word word = Word::None;                  ///< keywords and signs
    LexicalError error = LexicalError::None; ///< kind Error
    std::uint8_t flags = 0;
};

/// Reads token after token. May be started at any offset that is not inside a token or comment (the start of a line
/// that no comment or string reaches into will do) and may be copied to look ahead. The text has to outlive it.
class Lexer {
public:
    enum Comments : std::uint8_t { SkipComments, KeepComments };

    explicit Lexer(std::string_view text, std::uint32_t offset = 0, Comments comments = SkipComments)
        : m_begin(text.data())
        , m_at(text.data() + (offset < text.size() ? offset : text.size()))
        , m_end(text.data() + text.size())
        , m_comments(comments)
    {}

    /// White space is passed over; a token of kind End at the end, again and again. Never fails: what is no token has
    /// the kind Error, and every character that is neither white space nor comment belongs to exactly one token.
    Token next();

private:
    Token name(const char *start);
    Token nameSlowly(const char *start);
    Token number(const char *start);
    Token string(const char *start);
    Token sign(const char *start);
    Token singleQuotes(const char *start);
    Token unknown(const char *start);
    bool skipBlockComment();
    std::uint32_t offset(const char *at) const { return static_cast<std::uint32_t>(at - m_begin); }
    Token make(const char *start, TokenKind kind, Word word = Word::None) const
    {
        return {{offset(start), offset(m_at)}, kind, word, LexicalError::None, 0};
    }
    Token makeError(const char *start, LexicalError error) const
    {
        return {{offset(start), offset(m_at)}, TokenKind::Error, Word::None, error, 0};
    }

    const char *m_begin;
    const char *m_at;
    const char *m_end;
    Comments m_comments;
};

/// The keyword with that spelling in any case of letters, or None.
Word findKeyword(std::string_view name);

} // namespace pbx::language
