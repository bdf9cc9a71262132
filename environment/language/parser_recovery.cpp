// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/parser_state.h"
#include "environment/language/similar.h"

#include <algorithm>

/// How the parser finds its way again after a mistake, and which opener a doubtful closer belongs to.
namespace pbx::language {

namespace {

bool isSectionWord(Word word)
{
    return word == Word::Entry || word == Word::Procedure || word == Word::Function;
}

bool isAssignment(Word word)
{
    return word == Word::Assign || (word >= Word::AddAssign && word <= Word::AndAssign);
}

bool continuesStatement(Word word)
{
    return isAssignment(word) || word == Word::OpenParenthesis || word == Word::Dot || word == Word::OpenBracket ||
           word == Word::Scope;
}

} // namespace

bool Parser::startsLine(Span span) const
{
    for (std::uint32_t at = span.begin; at > 0; --at) {
        const char c = m_text[at - 1];
        if (c == '\n' || c == '\r')
            return true;
        if (c != ' ' && c != '\t')
            return false;
    }
    return true;
}

/// The token at hand is the first of its line and not further to the right than the statement being read.
bool Parser::indentedLikeStatement() const
{
    if (!startsLine(m_token.span))
        return false;
    const auto indent = [this](std::uint32_t at) {
        while (at > 0 && m_text[at - 1] != '\n' && m_text[at - 1] != '\r')
            --at;
        const std::uint32_t begin = at;
        while (at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\t'))
            ++at;
        return at - begin;
    };
    return indent(m_token.span.begin) <= indent(m_statementBegin);
}

bool Parser::nameBeginsStatement() const
{
    return atName() && continuesStatement(peek().word);
}

bool Parser::newStatementLikely() const
{
    return atName() && m_token.span.begin != m_statementBegin && indentedLikeStatement() &&
           continuesStatement(peek().word);
}

bool Parser::newAssignmentLikely() const
{
    return atName() && m_token.span.begin != m_statementBegin && indentedLikeStatement() && isAssignment(peek().word);
}

/// Words that begin or end a statement and stand nowhere else.
bool Parser::isBoundary(Word word) const
{
    switch (word) {
    case Word::If:
    case Word::While:
    case Word::For:
    case Word::Loop:
    case Word::Return:
    case Word::Stop:
    case Word::ExitIf:
    case Word::Var:
    case Word::Const:
    case Word::End:
    case Word::Elif:
    case Word::Else:
    case Word::Entry:
    case Word::Procedure:
    case Word::Function:
    case Word::CloseBrace:
        return true;
    default:
        return false;
    }
}

/// Skips to where a statement may begin again. Blocks on the way are read, so that their closers find them.
void Parser::synchronise()
{
    while (!atKind(TokenKind::End)) {
        if (accept(Word::Semicolon) || isBoundary(m_token.word) || newStatementLikely())
            break;
        if (at(Word::OpenBrace)) {
            m_panic = false;
            parseNestedBlock();
            break;
        }
        if (at(Word::Then)) {
            m_panic = false;
            parseQuietIf();
            break;
        }
        advance();
    }
    m_panic = false;
}

/// Inside parentheses or a header: skips to one of the words, not past what ends the whole. True: found.
bool Parser::skipInside(std::initializer_list<Word> wanted)
{
    int depth = 0;
    while (!atKind(TokenKind::End)) {
        if (depth == 0 && std::ranges::find(wanted, m_token.word) != wanted.end())
            return true;
        if (at(Word::OpenParenthesis) || at(Word::OpenBracket))
            ++depth;
        else if ((at(Word::CloseParenthesis) || at(Word::CloseBracket)) && --depth < 0)
            return false;
        if (at(Word::Semicolon) || at(Word::OpenBrace) || at(Word::Then) || isBoundary(m_token.word) ||
            newStatementLikely())
            return false;
        advance();
    }
    return false;
}

/// After a broken condition: skips to the word that opens the body if it stands in this line.
bool Parser::skipToBodyOpener(Word word)
{
    Lexer ahead = m_lexer;
    Token token = m_token;
    while (token.word != word && token.word != Word::OpenBrace) {
        if (token.kind == TokenKind::End || token.word == Word::Semicolon || isBoundary(token.word) ||
            startsLine(token.span))
            return false;
        token = ahead.next();
    }
    while (!at(token.word) && !atKind(TokenKind::End))
        advance();
    return at(token.word);
}

void Parser::skipToSection()
{
    Word previous = Word::None;
    while (!atKind(TokenKind::End)) {
        if (isSectionWord(m_token.word) && previous != Word::End)
            return;
        previous = m_token.word;
        advance();
    }
}

/// A missing semicolon is no mistake right before `end` and `}`.
void Parser::expectSemicolon(const char *format, std::vector<std::string> arguments)
{
    if (at(Word::Semicolon) || at(Word::End) || at(Word::CloseBrace)) {
        accept(Word::Semicolon);
        m_panic = false;
        return;
    }
    if (m_panic) {
        synchronise();
        return;
    }
    arguments.push_back(found());
    const bool nextLine = atKind(TokenKind::End) || startsLine(m_token.span);
    auto *message = error(format, nextLine ? Span{m_previous.end, m_previous.end} : m_token.span, std::move(arguments));
    if (message)
        message->fix = Fix{{m_previous.end, m_previous.end}, ";"};
    if (isBoundary(m_token.word) || nameBeginsStatement())
        return;
    m_panic = true;
    synchronise();
}

Word Parser::similarKeyword(std::string_view folded, std::initializer_list<Word> candidates) const
{
    Word best = Word::None;
    int bestDistance = folded.size() < 5 ? 1 : 2;
    if (folded.size() < 2)
        return best;
    for (const Word word : candidates) {
        const int distance = editDistance(folded, spelling(word), bestDistance);
        if (distance <= bestDistance) {
            best = word;
            bestDistance = distance - 1;
        }
    }
    return best;
}

void Parser::replaceToken(Word word)
{
    m_token.kind = TokenKind::Keyword;
    m_token.word = word;
    m_token.flags = 0;
}

/// Counts the closers that stay without opener from there to the end of the section.
Parser::Surplus Parser::surplusAfter(Lexer lexer)
{
    Surplus surplus;
    int ifs = 0;
    int loops = 0;
    int braces = 0;
    Word head = Word::None;
    Word previous = Word::None;
    // All looking ahead in a file together has its limit, so that no file takes long.
    for (; m_lookAhead > 0; --m_lookAhead) {
        const Token token = lexer.next();
        if (token.kind == TokenKind::End)
            break;
        const Word word = token.word;
        if (previous == Word::End) {
            if (word == Word::If)
                ifs > 0 ? --ifs : ++surplus.ifs;
            else if (word == Word::Loop)
                loops > 0 ? --loops : ++surplus.loops;
            else
                surplus.section = surplus.section || isSectionWord(word) || ifs + loops == 0;
        } else if (isSectionWord(word)) {
            break;
        } else if (word == Word::If || word == Word::Elif) {
            head = word;
        } else if (word == Word::Then && previous != Word::And && head == Word::If) {
            ++ifs;
        } else if (word == Word::Loop) {
            Lexer ahead = lexer;
            if (ahead.next().word != Word::OpenBrace)
                ++loops;
        } else if (word == Word::OpenBrace) {
            ++braces;
        } else if (word == Word::CloseBrace) {
            braces > 0 ? --braces : ++surplus.braces;
        }
        previous = word;
    }
    return surplus;
}

/// The same, at `end`: its second word is passed first.
Parser::Surplus Parser::surplusAfterEnd()
{
    Lexer ahead = m_lexer;
    ahead.next();
    return surplusAfter(ahead);
}

/// The same from the token at hand on, which is included.
Parser::Surplus Parser::surplusAfterToken()
{
    return surplusAfter(Lexer(m_text, m_token.span.begin));
}

bool Parser::anyOpen(bool braces) const
{
    return std::ranges::any_of(m_open, [braces](const Open &open) { return open.braces == braces || open.either; });
}

int Parser::countOpen(Open::Kind kind) const
{
    return static_cast<int>(std::ranges::count_if(
        m_open, [kind](const Open &open) { return open.kind == kind && !open.braces && !open.quiet; }));
}

bool Parser::enclosingIf() const
{
    return std::ranges::any_of(m_open, [](const Open &open) { return open.kind == Open::If; });
}

/// At a brace that closes no other: it stands where the `end` of the innermost block belongs, which has none.
bool Parser::braceForEnd()
{
    const Open &open = m_open.back();
    if (open.kind == Open::Section)
        return false;
    const Surplus surplus = surplusAfter(m_lexer);
    return (open.kind == Open::If ? surplus.ifs : surplus.loops) < countOpen(open.kind);
}

void Parser::reportUnclosed(const Open &open)
{
    m_closing = {m_token.span.begin, m_token.span.begin};
    const bool sectionOver = atKind(TokenKind::End) || (isSectionWord(m_token.word));
    if (open.quiet || m_panic || (sectionOver && m_unclosedTold))
        return;
    m_unclosedTold = m_unclosedTold || sectionOver;
    std::string opener(spelling(open.word));
    if (open.kind == Open::Section)
        opener += ' ' + std::string(open.name.text);
    const Word endWord = open.kind == Open::Loop                              ? Word::Loop
                         : open.word == Word::Elif || open.word == Word::Else ? Word::If
                                                                              : open.word;
    const std::string closer = open.braces ? "}" : "end " + std::string(spelling(endWord)) + ';';
    error(PBX_TRANSLATE("language", "'%1' of line %2 is not closed: expected '%3' before %4."), m_token.span,
          {opener, lineOf(open.opener), closer, found()});
}

/// Called where the code of a block ends: passes its closer or finds that it has none.
Parser::Closing Parser::close(const Open &open)
{
    if (open.braces || (open.either && at(Word::CloseBrace)))
        return closeBraces(open);
    return closeBasic(open);
}

Parser::Closing Parser::closeBraces(const Open &open)
{
    if (at(Word::CloseBrace)) {
        m_closing = m_token.span;
        advance();
        return Closing::Closed;
    }
    if (!at(Word::End)) {
        reportUnclosed(open);
        return Closing::Implied;
    }
    const Word second = peek().word;
    const auto below = std::span(m_open).first(m_open.size() - 1);
    const bool known = second == Word::If || second == Word::Loop || isSectionWord(second);
    const bool belongsBelow = std::ranges::any_of(below, [&](const Open &other) {
        if (other.braces)
            return false;
        return !known || (other.kind == Open::If && second == Word::If) ||
               (other.kind == Open::Loop && second == Word::Loop) ||
               (other.kind == Open::Section && isSectionWord(second));
    });
    if (belongsBelow) {
        reportUnclosed(open);
        return Closing::Implied;
    }
    const auto braces = std::ranges::count_if(m_open, [](const Open &other) { return other.braces; });
    if (surplusAfterEnd().braces >= braces)
        return strayEnd(second);
    if (!open.quiet)
        error(PBX_TRANSLATE("language", "Expected '}' to close the '{' of line %1, found %2."), m_token.span,
              {lineOf(open.opener), found()});
    takeEnd(open);
    return Closing::Closed;
}

Parser::Closing Parser::closeBasic(const Open &open)
{
    if (at(Word::End)) {
        const Token second = peek();
        return open.kind == Open::Section ? closeSectionByEnd(open, second) : closeInnerByEnd(open, second);
    }
    if (at(Word::CloseBrace)) {
        // Does the brace close an outer block, or was it put where `end` belongs?
        const auto braces = std::ranges::count_if(m_open, [](const Open &other) { return other.braces; });
        if (surplusAfter(m_lexer).braces >= braces) {
            if (!open.quiet)
                error(PBX_TRANSLATE("language", "Expected 'end' to close '%1' of line %2, found '}'."), m_token.span,
                      {std::string(spelling(open.word)), lineOf(open.opener)});
            m_closing = m_token.span;
            advance();
            accept(Word::Semicolon);
            return Closing::Closed;
        }
    }
    reportUnclosed(open);
    return Closing::Implied;
}

/// Only a section or nothing comes after `end` `;`.
bool Parser::sectionFollowsEnd() const
{
    Lexer ahead = m_lexer;
    Token token = ahead.next();
    if (token.word == Word::Semicolon)
        token = ahead.next();
    return token.kind == TokenKind::End || isSectionWord(token.word);
}

/// `end` at the end of an if or loop in the basic notation.
Parser::Closing Parser::closeInnerByEnd(const Open &open, const Token &second)
{
    const Word own = open.kind == Open::If ? Word::If : Word::Loop;
    const Word other = open.kind == Open::If ? Word::Loop : Word::If;
    const Open::Kind otherKind = open.kind == Open::If ? Open::Loop : Open::If;
    if (second.word == own) {
        takeEnd(open);
        return Closing::Closed;
    }
    if (second.word != other) {
        const bool outer = isSectionWord(second.word) || second.kind == TokenKind::Name || sectionFollowsEnd();
        if (outer && !m_open.front().braces) {
            reportUnclosed(open);
            return Closing::Implied;
        }
        if (second.word == Word::Semicolon || second.word == Word::End || second.word == Word::CloseBrace) {
            auto *message =
                warn(PBX_TRANSLATE("language", "'end' closes the '%1' of line %2 without naming it: write 'end %3'."),
                     m_token.span, {std::string(spelling(open.word)), lineOf(open.opener), std::string(spelling(own))});
            if (message)
                message->fix = Fix{m_token.span, "end " + std::string(spelling(own))};
        }
        takeEnd(open);
        return Closing::Closed;
    }
    const Surplus surplus = surplusAfterEnd();
    const int ownSurplus = own == Word::If ? surplus.ifs : surplus.loops;
    const int otherSurplus = own == Word::If ? surplus.loops : surplus.ifs;
    if (countOpen(otherKind) > otherSurplus) {
        reportUnclosed(open);
        return Closing::Implied;
    }
    if (ownSurplus >= countOpen(open.kind))
        return strayEnd(second.word);
    if (!open.quiet)
        error(PBX_TRANSLATE("language", "Expected 'end %1' to close '%2' of line %3, found 'end %4'."),
              {m_token.span.begin, second.span.end},
              {std::string(spelling(own)), std::string(spelling(open.word)), lineOf(open.opener),
               std::string(spelling(other))});
    takeEnd(open);
    return Closing::Closed;
}

Parser::Closing Parser::closeSectionByEnd(const Open &open, const Token &second)
{
    if (second.word == Word::If || second.word == Word::Loop) {
        if (surplusAfterEnd().section)
            return strayEnd(second.word);
        error(PBX_TRANSLATE("language", "Expected 'end %1' to close '%1 %2' of line %3, found 'end %4'."),
              {m_token.span.begin, second.span.end},
              {std::string(spelling(open.word)), std::string(open.name.text), lineOf(open.opener),
               std::string(spelling(second.word))});
    } else if (isSectionWord(second.word) && second.word != open.word) {
        auto *message =
            warn(PBX_TRANSLATE("language", "'end %1' closes '%2 %3' of line %4: write 'end %2'."), second.span,
                 {std::string(spelling(second.word)), std::string(spelling(open.word)), std::string(open.name.text),
                  lineOf(open.opener)});
        if (message)
            message->fix = Fix{second.span, std::string(spelling(open.word))};
    }
    takeEnd(open);
    return Closing::Closed;
}

/// `end if` where no if is open: passed over, the block goes on.
Parser::Closing Parser::strayEnd(Word second)
{
    const bool named = second == Word::If || second == Word::Loop || isSectionWord(second);
    error(named ? PBX_TRANSLATE("language", "'end %1' closes nothing: no '%1' is open here.")
                : PBX_TRANSLATE("language", "'end' closes nothing: no block that it could close is open here."),
          m_token.span, {std::string(spelling(second))});
    advance();
    if (named)
        advance();
    accept(Word::Semicolon);
    return Closing::Continue;
}

/// Passes `end`, its second word, for a section its name, and the semicolon.
void Parser::takeEnd(const Open &open)
{
    const std::uint32_t begin = m_token.span.begin;
    m_statementBegin = begin;
    Word second = Word::None;
    advance();
    if (at(Word::If) || at(Word::Loop) || isSectionWord(m_token.word)) {
        second = m_token.word;
        advance();
    }
    if (accept(Word::Semicolon)) [[likely]] {
        m_panic = false;
        m_closing = {begin, m_previous.end};
        return;
    }
    const std::string text = second == Word::None ? "end" : "end " + std::string(spelling(second));
    if (open.kind == Open::Section && atName() && !startsLine(m_token.span)) {
        warn(PBX_TRANSLATE("language", "The server may refuse the name '%1' after '%2'."), m_token.span,
             {std::string(m_source.view(m_token.span)), text});
        advance();
    }
    const bool outside = open.kind == Open::Section;
    if (!at(Word::Semicolon) && outside) {
        auto *message = error(PBX_TRANSLATE("language", "Expected ';' after '%1', found %2."),
                              {m_previous.end, m_previous.end}, {text, found()});
        if (message)
            message->fix = Fix{{m_previous.end, m_previous.end}, ";"};
    } else {
        expectSemicolon(PBX_TRANSLATE("language", "Expected ';' after '%1', found %2."), {text});
    }
    m_closing = {begin, std::max(m_previous.end, begin)};
}

} // namespace pbx::language
