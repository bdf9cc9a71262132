// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/parser_state.h"

#include <algorithm>

namespace pbx::language {

namespace {

bool isSectionWord(Word word)
{
    return word == Word::Entry || word == Word::Procedure || word == Word::Function;
}

SectionKind kindOf(Word word)
{
    return word == Word::Entry       ? SectionKind::Entry
           : word == Word::Procedure ? SectionKind::Procedure
                                     : SectionKind::Function;
}

} // namespace

void Parser::parseTopLevel()
{
    while (!atKind(TokenKind::End)) {
        m_panic = false;
        m_unclosedTold = false;
        m_statementBegin = m_token.span.begin;
        if (accept(Word::Semicolon))
            continue;
        if (isSectionWord(m_token.word)) {
            parseSection();
            continue;
        }
        if (at(Word::Var) || at(Word::Const)) {
            parseFileDeclaration();
            continue;
        }
        if (atName()) {
            const Name name = m_names.name(m_source.view(m_token.span), m_token.span);
            const Word meant =
                similarKeyword(name.folded, {Word::Entry, Word::Procedure, Word::Function, Word::Var, Word::Const});
            if (meant != Word::None && peek().kind == TokenKind::Name) {
                auto *message = error(
                    PBX_TRANSLATE(
                        "language",
                        "Expected 'entry', 'procedure', 'function', 'var' or 'const', found '%1': did you mean '%2'?"),
                    m_token.span, {std::string(name.text), std::string(spelling(meant))});
                if (message)
                    message->fix = Fix{m_token.span, std::string(spelling(meant))};
                replaceToken(meant);
                continue;
            }
        }
        if (at(Word::CloseBrace) || at(Word::End))
            error(PBX_TRANSLATE("language", "Expected 'entry', 'procedure', 'function', 'var' or 'const', found %1, "
                                            "which closes nothing here."),
                  m_token.span, {found()});
        else
            error(PBX_TRANSLATE("language", "Expected 'entry', 'procedure', 'function', 'var' or 'const', found %1: "
                                            "statements stand inside a section."),
                  m_token.span, {found()});
        skipToNextSection();
    }
}

/// Skips what belongs to no section, up to the next one or a declaration at the start of a line.
void Parser::skipToNextSection()
{
    const Token first = m_token;
    Word previous = Word::None;
    while (!atKind(TokenKind::End)) {
        if (isSectionWord(m_token.word) && previous != Word::End)
            return;
        const bool lineStart =
            m_token.span.begin == 0 || m_text[m_token.span.begin - 1] == '\n' || m_text[m_token.span.begin - 1] == '\r';
        if ((at(Word::Var) || at(Word::Const)) && lineStart && m_token.span.begin != first.span.begin)
            return;
        previous = m_token.word;
        advance();
    }
}

void Parser::parseFileDeclaration()
{
    DeclarationStatement *declaration = parseDeclaration(false, true);
    if (declaration)
        m_tree.declarations.push_back(declaration);
}

/// A definition, or a declaration with forward or external.
void Parser::parseSection()
{
    const Token opener = m_token;
    Section &section = *m_tree.makeSection();
    section.kind = kindOf(opener.word);
    section.head = opener.span;
    advance();
    if (atName()) {
        section.name = takeName();
        if (at(Word::Scope)) {
            if (section.kind == SectionKind::Entry)
                error(PBX_TRANSLATE("language",
                                    "An entry belongs to no module: expected 'is' or '{' after its name, found '::'."),
                      m_token.span);
            advance();
            section.module = section.name;
            if (atName()) {
                section.name = takeName();
            } else {
                error(PBX_TRANSLATE("language", "Expected the name of a procedure or function after '::', found %1."),
                      m_token.span, {found()});
                m_panic = true;
            }
        }
    } else {
        error(PBX_TRANSLATE("language", "Expected the name of the %1 after '%1', found %2."), m_token.span,
              {std::string(spelling(opener.word)), found()});
        m_panic = true;
        section.name = m_names.name({}, {m_token.span.begin, m_token.span.begin});
        // A keyword in the place of the name.
        if (atKind(TokenKind::Keyword) && peek().word == Word::OpenParenthesis) {
            section.name = m_names.name({}, m_token.span);
            advance();
        }
    }
    parseParameters(section);
    m_tree.sections.push_back(&section);

    if (at(Word::Forward) || at(Word::External)) {
        section.form = at(Word::Forward) ? Section::Form::Forward : Section::Form::External;
        section.head.end = m_previous.end;
        if (section.kind == SectionKind::Entry)
            error(PBX_TRANSLATE("language", "An entry has a body: expected 'is' or '{', found '%1'."), m_token.span,
                  {std::string(spelling(m_token.word))});
        advance();
        m_panic = false;
        if (!accept(Word::Semicolon)) {
            auto *message =
                error(PBX_TRANSLATE("language", "Expected ';' after '%1', found %2."), {m_previous.end, m_previous.end},
                      {section.form == Section::Form::Forward ? "forward" : "external", found()});
            if (message)
                message->fix = Fix{{m_previous.end, m_previous.end}, ";"};
        }
        section.span = {opener.span.begin, m_previous.end};
        return;
    }
    parseSectionBody(section, opener);
}

void Parser::parseParameters(Section &section)
{
    if (!at(Word::OpenParenthesis)) {
        if (section.kind != SectionKind::Entry && !m_panic) {
            error(PBX_TRANSLATE("language", "Expected '(' and the parameters after the name '%1', found %2: the list "
                                            "may be empty, but not left out."),
                  m_token.span, {std::string(section.name.text), found()});
            m_panic = true;
        }
        return;
    }
    const Span opening = m_token.span;
    advance();
    m_panic = false;
    std::vector<Name> names;
    while (!at(Word::CloseParenthesis)) {
        if (atName()) {
            names.push_back(takeName());
        } else {
            if (!m_panic)
                error(PBX_TRANSLATE("language", "Expected the name of a parameter after '%1', found %2."), m_token.span,
                      {std::string(m_source.view(m_previous)), found()});
            m_panic = true;
            while (!(atKind(TokenKind::End) || at(Word::Comma) || at(Word::CloseParenthesis) || at(Word::Is) ||
                     at(Word::OpenBrace) || at(Word::Forward) || at(Word::External) || at(Word::Semicolon) ||
                     isBoundary(m_token.word)))
                advance();
        }
        if (accept(Word::Comma)) {
            m_panic = false;
            continue;
        }
        if (at(Word::CloseParenthesis) || !atName() || startsLine(m_token.span))
            break;
        if (!m_panic)
            error(PBX_TRANSLATE("language", "Expected ',' or ')' after the parameter '%1', found %2."), m_token.span,
                  {std::string(m_source.view(m_previous)), found()});
    }
    const Span whole{opening.begin, m_token.span.end};
    if (expect(Word::CloseParenthesis, PBX_TRANSLATE("language", "Expected ')' after the parameters, found %1.")) &&
        section.kind == SectionKind::Entry) {
        if (names.empty())
            warn(PBX_TRANSLATE("language", "The server may refuse parentheses after the name of an entry."), whole);
        else
            error(PBX_TRANSLATE("language",
                                "An entry has no parameters: what it was started with is Vars().startParameter."),
                  whole);
    }
    section.parameters = m_tree.list(names);
}

void Parser::parseSectionBody(Section &section, const Token &opener)
{
    Open open;
    open.kind = Open::Section;
    open.word = opener.word;
    open.opener = opener.span;
    open.name = section.name;
    section.head.end = m_token.span.end;
    if (accept(Word::Is)) {
        // the basic notation
    } else if (accept(Word::OpenBrace)) {
        open.braces = true;
    } else {
        section.head.end = m_previous.end;
        if (!m_panic)
            error(
                section.kind == SectionKind::Entry
                    ? PBX_TRANSLATE("language", "Expected 'is' or '{' after the head of the %1, found %2.")
                    : PBX_TRANSLATE("language",
                                    "Expected 'is', '{', 'forward' or 'external' after the head of the %1, found %2."),
                m_token.span, {std::string(spelling(opener.word)), found()});
        mendSectionHead(open);
        if (accept(Word::Semicolon) || atKind(TokenKind::End) || isSectionWord(m_token.word)) {
            // A declaration without its word.
            if (section.kind != SectionKind::Entry)
                section.form = Section::Form::External;
            section.span = {opener.span.begin, m_previous.end};
            m_panic = false;
            return;
        }
    }
    m_panic = false;
    section.braces = open.braces;
    section.body = parseBody(open);
    section.closing = m_closing;
    section.span = {opener.span.begin, std::max(m_previous.end, section.head.end)};
    if (m_abandon && !atKind(TokenKind::End))
        m_abandon = false;
}

/// The word that begins the body is missing or misspelt.
void Parser::mendSectionHead(Open &open)
{
    open.either = true;
    open.quiet = true;
    Lexer ahead = m_lexer;
    Token token = m_token;
    constexpr int farthest = 8;
    for (int i = 0; i < farthest && !(i > 0 && startsLine(token.span)); ++i) {
        if (token.word == Word::Is || token.word == Word::OpenBrace) {
            while (!at(token.word))
                advance();
            open.braces = at(Word::OpenBrace);
            open.either = false;
            open.quiet = false;
            advance();
            return;
        }
        if (token.kind == TokenKind::End || token.word == Word::Semicolon || isBoundary(token.word))
            break;
        token = ahead.next();
    }
    // A word of another language: begin, as, do.
    if (atName() && !startsLine(m_token.span)) {
        const Word next = peek().word;
        if (next != Word::Assign && next != Word::OpenParenthesis && next != Word::Dot && next != Word::OpenBracket)
            advance();
    }
    while (atKind(TokenKind::Sign) && !at(Word::Semicolon) && !at(Word::CloseBrace) && !startsLine(m_token.span))
        advance();
}

} // namespace pbx::language
