// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/parser_state.h"

#include <algorithm>

/// Statements with bodies, in both notations.
namespace pbx::language {

/// Words of another language and the rest of a broken condition: up to where a statement may begin.
void Parser::skipBrokenHead()
{
    while (!atKind(TokenKind::End) && !startsLine(m_token.span) && !isBoundary(m_token.word) && !at(Word::Semicolon) &&
           !at(Word::Null) && !at(Word::Spawn) && !nameBeginsStatement())
        advance();
}

/// Behind a condition: the word or brace that begins the body. Single: neither, and one statement is all there is.
Parser::Body Parser::takeBodyOpener(Word basicWord, Open &open)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (at(basicWord) || at(Word::OpenBrace)) {
            open.braces = at(Word::OpenBrace);
            advance();
            m_panic = false;
            return open.braces ? Body::Braces : Body::Basic;
        }
        if (!m_panic && basicWord == Word::OpenBrace)
            error(PBX_TRANSLATE("language", "Expected '{' after the head of '%1', found %2."), m_token.span,
                  {std::string(spelling(open.word)), found()});
        else if (!m_panic)
            error(PBX_TRANSLATE("language", "Expected '%1' or '{' after the head of '%2', found %3."), m_token.span,
                  {std::string(spelling(basicWord)), std::string(spelling(open.word)), found()});
        m_panic = true;
        if (!skipToBodyOpener(basicWord))
            break;
    }
    m_panic = false;
    skipBrokenHead();
    const bool insideBraces = !m_open.empty() && m_open.back().braces;
    return insideBraces || basicWord == Word::OpenBrace ? Body::Single : Body::Basic;
}

void Parser::parseIf()
{
    const std::uint32_t begin = m_token.span.begin;
    auto *node = m_tree.make<IfStatement>();
    std::vector<IfStatement::Branch> branches;
    IfStatement::Branch branch;
    branch.head = m_token.span;
    Open open;
    open.kind = Open::If;
    open.word = Word::If;
    open.opener = m_token.span;
    advance();
    branch.condition = parseExpression();
    const Body body = takeBodyOpener(Word::Then, open);
    if (body == Body::Basic) {
        parseBasicBranches(branches, open, branch);
    } else {
        branch.body = body == Body::Braces ? parseBody(open) : parseSingle();
        branches.push_back(branch);
        parseBraceBranches(branches, false);
    }
    node->branches = m_tree.list(branches);
    add(finish(node, begin));
}

/// then … { elif … then … } [ else … ] end if;  The first condition and its `then` are passed.
void Parser::parseBasicBranches(std::vector<IfStatement::Branch> &branches, Open open, IfStatement::Branch branch)
{
    m_open.push_back(open);
    const std::size_t base = m_statements.size();
    bool hadElse = !branch.condition;
    for (;;) {
        parseCode();
        if (at(Word::Elif) || at(Word::Else)) {
            branch.body = takeBlock(base);
            branches.push_back(branch);
            if (hadElse && !open.quiet)
                error(PBX_TRANSLATE("language", "'%1' after 'else': expected 'end if' to close the 'if' of line %2."),
                      m_token.span, {std::string(spelling(m_token.word)), lineOf(open.opener)});
            if (!branches.back().condition)
                branches.back().condition = finish(m_tree.make<ErrorExpression>(), m_token.span.begin);
            branch = {};
            branch.head = m_token.span;
            if (accept(Word::Elif)) {
                branch.condition = parseExpression();
                if (m_panic)
                    skipToBodyOpener(Word::Then);
                if (!expect(Word::Then, PBX_TRANSLATE("language", "Expected 'then' after the condition, found %1."))) {
                    if (skipToBodyOpener(Word::Then))
                        accept(Word::Then);
                    else
                        skipBrokenHead();
                }
                m_panic = false;
            } else {
                advance();
                hadElse = true;
            }
            continue;
        }
        if (close(m_open.back()) != Closing::Continue)
            break;
    }
    m_open.pop_back();
    branch.body = takeBlock(base);
    branches.push_back(branch);
}

/// { elif condition { … } } [ else { … } ] behind the first block.
void Parser::parseBraceBranches(std::vector<IfStatement::Branch> &branches, bool quiet)
{
    bool hadElse = !branches.empty() && !branches.back().condition;
    for (;;) {
        if (at(Word::Semicolon)) {
            const Word next = peek().word;
            if (next != Word::Elif && next != Word::Else)
                return;
            error(PBX_TRANSLATE("language", "Expected '%1' right after '}', found ';'."), m_token.span,
                  {std::string(spelling(next))});
            advance();
        }
        if (!at(Word::Elif) && !at(Word::Else))
            return;
        // An else of an `if … then` around this one.
        if (hadElse && std::ranges::any_of(m_open, [](const Open &open) { return open.kind == Open::If; }))
            return;
        if (hadElse && !quiet)
            error(PBX_TRANSLATE("language", "'%1' after 'else': an 'if' has one 'else', and it is the last part."),
                  m_token.span, {std::string(spelling(m_token.word))});
        if (hadElse && !branches.back().condition)
            branches.back().condition = finish(m_tree.make<ErrorExpression>(), m_token.span.begin);
        IfStatement::Branch branch;
        Open open;
        open.kind = Open::If;
        open.word = m_token.word;
        open.opener = m_token.span;
        branch.head = m_token.span;
        bool conditional = at(Word::Elif);
        const Token first = m_token;
        advance();
        if (first.word == Word::Else && at(Word::If)) {
            auto *message = warn(PBX_TRANSLATE("language", "The server may refuse 'else if': write 'elif'."),
                                 {first.span.begin, m_token.span.end});
            if (message)
                message->fix = Fix{{first.span.begin, m_token.span.end}, "elif"};
            advance();
            conditional = true;
        }
        if (conditional) {
            branch.condition = parseExpression();
            const Body body = takeBodyOpener(Word::OpenBrace, open);
            branch.body = body == Body::Single ? parseSingle() : parseBody(open);
        } else if (accept(Word::OpenBrace)) {
            open.braces = true;
            branch.body = parseBody(open);
        } else {
            error(PBX_TRANSLATE("language", "Expected '{' after 'else', found %1."), m_token.span, {found()});
            branch.body = parseSingle();
        }
        hadElse = hadElse || !conditional;
        branches.push_back(branch);
    }
}

/// elif or else where no if is open: read as the rest of one, so that its closer is not a second mistake.
void Parser::parseStray()
{
    const std::uint32_t begin = m_token.span.begin;
    m_statementBegin = begin;
    const Word word = m_token.word;
    error(PBX_TRANSLATE("language", "Expected a statement, found '%1' without 'if'."), m_token.span,
          {std::string(spelling(word))});
    auto *node = m_tree.make<IfStatement>();
    std::vector<IfStatement::Branch> branches;
    IfStatement::Branch branch;
    branch.head = m_token.span;
    Open open;
    open.kind = Open::If;
    open.word = word;
    open.opener = m_token.span;
    open.quiet = true;
    advance();
    const Deeper deeper(*this, m_blockDepth);
    if (deeper.tooDeep())
        return;
    m_panic = true; // a condition or `then` missing here is no news
    if (word == Word::Elif || at(Word::If)) {
        accept(Word::If);
        branch.condition = parseExpression();
        accept(Word::Then);
    }
    m_panic = false;
    if (accept(Word::OpenBrace)) {
        open.braces = true;
        branch.body = parseBody(open);
        branches.push_back(branch);
        parseBraceBranches(branches, true);
    } else if (surplusAfterToken().ifs > 0) {
        parseBasicBranches(branches, open, branch);
    } else {
        return; // nothing closes it: its statements belong to the block around
    }
    node->branches = m_tree.list(branches);
    add(finish(node, begin));
}

/// At a `then` whose `if` could not be read.
void Parser::parseQuietIf()
{
    const std::uint32_t begin = m_token.span.begin;
    auto *node = m_tree.make<IfStatement>();
    std::vector<IfStatement::Branch> branches;
    IfStatement::Branch branch;
    branch.head = m_token.span;
    branch.condition = finish(m_tree.make<ErrorExpression>(), begin);
    Open open;
    open.kind = Open::If;
    open.word = Word::If;
    open.opener = m_token.span;
    open.quiet = true;
    advance();
    const Deeper deeper(*this, m_blockDepth);
    if (deeper.tooDeep())
        return;
    parseBasicBranches(branches, open, branch);
    node->branches = m_tree.list(branches);
    add(finish(node, begin));
}

void Parser::parseLoop()
{
    const std::uint32_t begin = m_token.span.begin;
    auto *node = m_tree.make<LoopStatement>();
    node->head = m_token.span;
    Open open;
    open.kind = Open::Loop;
    open.word = Word::Loop;
    open.opener = m_token.span;
    advance();
    Body body = Body::Basic;
    if (at(Word::OpenBrace)) {
        auto *message = warn(PBX_TRANSLATE("language", "The server may refuse 'loop {': write 'for(;;) {'."),
                             {begin, m_token.span.end});
        if (message)
            message->fix = Fix{open.opener, "for(;;)"};
        open.braces = true;
        advance();
        body = Body::Braces;
    }
    finishLoop(*node, open, body);
    add(finish(node, begin));
}

void Parser::parseWhile()
{
    const std::uint32_t begin = m_token.span.begin;
    auto *node = m_tree.make<LoopStatement>();
    node->head = m_token.span;
    Open open;
    open.kind = Open::Loop;
    open.word = Word::While;
    open.opener = m_token.span;
    advance();
    node->condition = parseExpression();
    const Body body = takeBodyOpener(Word::Loop, open);
    finishLoop(*node, open, body);
    add(finish(node, begin));
}

void Parser::finishLoop(LoopStatement &loop, const Open &open, Body body)
{
    loop.body = body == Body::Single ? parseSingle() : parseBody(open);
}

void Parser::parseFor()
{
    const std::uint32_t begin = m_token.span.begin;
    auto *node = m_tree.make<LoopStatement>();
    node->head = m_token.span;
    Open open;
    open.kind = Open::Loop;
    open.word = Word::For;
    open.opener = m_token.span;
    advance();
    const Body body = at(Word::OpenParenthesis) ? parseCStyleFor(*node, open) : parseBasicFor(*node, open);
    finishLoop(*node, open, body);
    add(finish(node, begin));
}

/// [ simple | var ] [ while expr ] [ by simple ]
Parser::Body Parser::parseBasicFor(LoopStatement &loop, Open &open)
{
    if (at(Word::Var))
        loop.initial = parseDeclaration(true);
    else if (!at(Word::While) && !at(Word::By) && !at(Word::Loop) && !at(Word::OpenBrace))
        loop.initial = parseSimple();
    const auto skipTo = [this](std::initializer_list<Word> words) {
        if (m_panic && skipInside(words))
            m_panic = false;
    };
    skipTo({Word::While, Word::By, Word::Loop, Word::OpenBrace});
    if (accept(Word::While)) {
        loop.condition = parseExpression();
        skipTo({Word::By, Word::Loop, Word::OpenBrace});
    }
    if (!at(Word::By) && !at(Word::Loop) && !at(Word::OpenBrace) && !m_panic) {
        error(PBX_TRANSLATE("language", "Expected 'while', 'by', 'loop' or '{' in the head of 'for', found %1."),
              m_token.span, {found()});
        m_panic = true;
        skipTo({Word::While, Word::By, Word::Loop, Word::OpenBrace});
        if (accept(Word::While))
            loop.condition = parseExpression();
    }
    if (accept(Word::By)) {
        loop.step = parseSimple();
        skipTo({Word::Loop, Word::OpenBrace});
    }
    return takeBodyOpener(Word::Loop, open);
}

/// ( [ simple | var ] ; [ expr ] ; [ simple ] )
Parser::Body Parser::parseCStyleFor(LoopStatement &loop, Open &open)
{
    advance();
    if (at(Word::Var))
        loop.initial = parseDeclaration(true);
    else if (!at(Word::Semicolon))
        loop.initial = parseSimple();
    if (m_panic)
        skipInside({Word::Semicolon});
    expect(Word::Semicolon, PBX_TRANSLATE("language", "Expected ';' after the first part of 'for', found %1."));
    if (!at(Word::Semicolon) && !m_panic)
        loop.condition = parseExpression();
    if (m_panic)
        skipInside({Word::Semicolon});
    expect(Word::Semicolon, PBX_TRANSLATE("language", "Expected ';' after the condition of 'for', found %1."));
    if (!at(Word::CloseParenthesis) && !m_panic)
        loop.step = parseSimple();
    if (m_panic)
        skipInside({Word::CloseParenthesis});
    expect(Word::CloseParenthesis, PBX_TRANSLATE("language", "Expected ')' after the last part of 'for', found %1."));
    if (at(Word::Loop)) {
        error(PBX_TRANSLATE("language", "Expected '{' after the parentheses of 'for', found 'loop'."), m_token.span);
        advance();
        return Body::Basic;
    }
    return takeBodyOpener(Word::OpenBrace, open);
}

} // namespace pbx::language
