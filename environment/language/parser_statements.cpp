// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/codes.h"
#include "environment/language/parser_state.h"

namespace pbx::language {

namespace {

constexpr std::uint8_t noOperator = 0xFF;

std::uint8_t assignmentOperator(Word word)
{
    using Operator = AssignmentStatement::Operator;
    switch (word) {
    case Word::Assign:
        return static_cast<std::uint8_t>(Operator::Set);
    case Word::AddAssign:
        return static_cast<std::uint8_t>(Operator::Add);
    case Word::SubtractAssign:
        return static_cast<std::uint8_t>(Operator::Subtract);
    case Word::MultiplyAssign:
        return static_cast<std::uint8_t>(Operator::Multiply);
    case Word::DivideAssign:
        return static_cast<std::uint8_t>(Operator::Divide);
    case Word::RemainderAssign:
        return static_cast<std::uint8_t>(Operator::Remainder);
    case Word::OrAssign:
        return static_cast<std::uint8_t>(Operator::Or);
    case Word::AndAssign:
        return static_cast<std::uint8_t>(Operator::And);
    default:
        return noOperator;
    }
}

} // namespace

/// Statements up to what ends the block: end, elif, else, }, another section or the end of the file. They are left on
/// the stack of statements.
void Parser::parseCode()
{
    for (;;) {
        switch (m_token.word) {
        case Word::Entry:
        case Word::Procedure:
        case Word::Function:
        case Word::End:
            return;
        case Word::CloseBrace:
            if (anyOpen(true) || braceForEnd())
                return;
            error(PBX_TRANSLATE("language", "'}' closes nothing: no '{' is open here."), m_token.span);
            advance();
            accept(Word::Semicolon);
            continue;
        case Word::Elif:
        case Word::Else:
            if (enclosingIf())
                return;
            parseStray();
            continue;
        default:
            if (atKind(TokenKind::End))
                return;
            parseStatement();
        }
    }
}

Block Parser::takeBlock(std::size_t base)
{
    const Block block = m_tree.list(std::span<Statement *const>(m_statements).subspan(base));
    m_statements.resize(base);
    return block;
}

/// The code of a block and what closes it.
Block Parser::parseBody(const Open &open)
{
    m_open.push_back(open);
    const std::size_t base = m_statements.size();
    do
        parseCode();
    while (close(m_open.back()) == Closing::Continue);
    m_open.pop_back();
    return takeBlock(base);
}

/// One statement where a block in braces belongs; the missing braces are reported already.
Block Parser::parseSingle()
{
    const std::size_t base = m_statements.size();
    m_panic = false;
    if (!at(Word::End) && !at(Word::CloseBrace) && !at(Word::Else) && !at(Word::Elif) && !atKind(TokenKind::End))
        parseStatement();
    return takeBlock(base);
}

void Parser::parseStatement()
{
    const Deeper deeper(*this, m_blockDepth);
    if (deeper.tooDeep())
        return;
    const std::uint32_t outerBegin = m_statementBegin;
    m_statementBegin = m_token.span.begin;
    m_panic = false;
    m_tallTold = false;
    if (atName()) [[likely]] {
        if (!mendFirstWord())
            parseStatementByName();
    } else {
        parseStatementByWord();
    }
    m_statementBegin = outerBegin;
}

void Parser::parseStatementByWord()
{
    const std::uint32_t begin = m_token.span.begin;
    switch (m_token.word) {
    case Word::If:
        return parseIf();
    case Word::Loop:
        return parseLoop();
    case Word::While:
        return parseWhile();
    case Word::For:
        return parseFor();
    case Word::Return:
        return parseReturn();
    case Word::ExitIf:
        return parseExitIf();
    case Word::Spawn:
        return parseSpawnStatement();
    case Word::Semicolon:
        advance();
        add(finish(m_tree.make<EmptyStatement>(), begin));
        return;
    case Word::Null: {
        advance();
        auto *node = finish(m_tree.make<EmptyStatement>(), begin);
        add(node);
        expectSemicolon(PBX_TRANSLATE("language", "Expected ';' after 'null', found %1."));
        return;
    }
    case Word::Stop: {
        advance();
        add(finish(m_tree.make<StopStatement>(), begin));
        expectSemicolon(PBX_TRANSLATE("language", "Expected ';' after 'stop', found %1."));
        return;
    }
    case Word::Var:
    case Word::Const:
        if (Statement *declaration = parseDeclaration(false))
            add(declaration);
        return;
    case Word::OpenBrace:
        error(PBX_TRANSLATE("language",
                            "A block stands only after its 'if', 'else' or loop: expected a statement, found '{'."),
              m_token.span);
        parseNestedBlock();
        return;
    case Word::Then:
        error(PBX_TRANSLATE("language", "Expected a statement, found 'then' without 'if'."), m_token.span);
        parseQuietIf();
        return;
    default:
        break;
    }
    error(PBX_TRANSLATE("language", "Expected a statement, found %1."), m_token.span, {found()});
    m_panic = true;
    advance();
    synchronise();
    add(finish(m_tree.make<ErrorStatement>(), begin));
}

/// Braces that belong to nothing; their statements are read, so that mistakes inside are found and the closing one
/// is not taken for another's.
void Parser::parseNestedBlock()
{
    const std::uint32_t begin = m_token.span.begin;
    Open open;
    open.kind = Open::Loop; // exitif inside gets no second message
    open.braces = true;
    open.quiet = true;
    open.word = Word::OpenBrace;
    open.opener = m_token.span;
    advance();
    const Deeper deeper(*this, m_blockDepth);
    auto *node = m_tree.make<LoopStatement>();
    if (!deeper.tooDeep())
        node->body = parseBody(open);
    node->head = open.opener;
    add(finish(node, begin));
}

/// A statement that begins with a word which is none, but looks like one or belongs to another language. True: the
/// statement has been dealt with.
bool Parser::mendFirstWord()
{
    const Token next = peek();
    if (assignmentOperator(next.word) != noOperator || next.word == Word::OpenParenthesis || next.word == Word::Dot ||
        next.word == Word::OpenBracket || next.word == Word::Scope) [[likely]]
        return false;
    const Name name = m_names.name(m_source.view(m_token.span), m_token.span);
    if (next.word == Word::Semicolon && (name.folded == "break" || name.folded == "continue")) {
        error(PBX_TRANSLATE("language",
                            "There is no '%1': set a flag and leave the loop by 'exitif flag;' directly in it."),
              m_token.span, {std::string(name.text)});
        advance();
        accept(Word::Semicolon);
        return true;
    }
    const bool operand = next.kind == TokenKind::Name || next.kind == TokenKind::Number ||
                         next.kind == TokenKind::String || (next.kind == TokenKind::Keyword && next.word != Word::End);
    Word meant = Word::None;
    if (name.folded == "elsif" || name.folded == "elseif")
        meant = Word::Elif;
    else if (name.folded == "endif" || name.folded == "endloop" || name.folded == "endwhile" || name.folded == "endfor")
        meant = Word::End;
    else if (next.word == Word::Semicolon)
        meant = similarKeyword(name.folded, {Word::End, Word::Stop, Word::Return, Word::Null, Word::Loop});
    else if (next.word == Word::OpenBrace)
        meant = similarKeyword(name.folded, {Word::Else, Word::Loop});
    else if (operand)
        meant = similarKeyword(name.folded, {Word::End, Word::Else, Word::Elif, Word::If, Word::While, Word::For,
                                             Word::Loop, Word::Return, Word::ExitIf, Word::Var, Word::Const,
                                             Word::Spawn, Word::Procedure, Word::Function, Word::Entry});
    if (meant == Word::None)
        return false;
    auto *message = error(PBX_TRANSLATE("language", "Expected a statement, found '%1': did you mean '%2'?"),
                          m_token.span, {std::string(name.text), std::string(spelling(meant))});
    if (message && !(meant == Word::End && name.folded.size() > 4))
        message->fix = Fix{m_token.span, std::string(spelling(meant))};
    replaceToken(meant);
    return true; // the word is looked at again as what was meant
}

void Parser::parseStatementByName()
{
    const std::uint32_t begin = m_token.span.begin;
    Expression *expression = parsePostfix();
    if (Statement *statement = finishSimple(expression, begin))
        add(statement);
    expectSemicolon(PBX_TRANSLATE("language", "Expected ';' after the statement, found %1."));
}

/// An assignment or a call without its semicolon, in the header of a for.
Statement *Parser::parseSimple()
{
    if (!atName()) {
        if (!m_panic)
            error(PBX_TRANSLATE("language", "Expected an assignment or a call, found %1."), m_token.span, {found()});
        m_panic = true;
        return nullptr;
    }
    const std::uint32_t begin = m_token.span.begin;
    return finishSimple(parsePostfix(), begin);
}

/// Behind a postfix expression: the rest of an assignment, or nothing if it is a call. Null: neither, and reported.
Statement *Parser::finishSimple(Expression *expression, std::uint32_t begin)
{
    const std::uint8_t op = assignmentOperator(m_token.word);
    if (op != noOperator && !m_panic) {
        const Span sign = m_token.span;
        if (expression->kind == ExpressionKind::Call)
            error(
                PBX_TRANSLATE(
                    "language",
                    "The result of a call can't be assigned to: expected a variable, an element or a key before '%1'."),
                expression->span, {std::string(spelling(m_token.word))});
        advance();
        if (op == 0 && adjacent() && (at(Word::Greater) || at(Word::Less))) {
            error(PBX_TRANSLATE("language", "There is no operator '%1': expected '=' and a value."),
                  {sign.begin, m_token.span.end}, {std::string(m_source.view({sign.begin, m_token.span.end}))});
            advance();
        }
        auto *node = m_tree.make<AssignmentStatement>();
        node->op = static_cast<AssignmentStatement::Operator>(op);
        node->target =
            expression->kind == ExpressionKind::Call ? finish(m_tree.make<ErrorExpression>(), begin) : expression;
        node->value = parseExpression();
        return finish(node, begin);
    }
    if (expression->kind == ExpressionKind::Call) {
        auto *node = m_tree.make<CallStatement>();
        node->call = &expression->as<CallExpression>();
        return finish(node, begin);
    }
    if (expression->kind != ExpressionKind::Error && !m_panic)
        complainOfStatement(expression);
    m_panic = m_panic || expression->kind == ExpressionKind::Error;
    return nullptr;
}

/// A statement that is neither assignment nor call. Known habits of other languages get their own words.
void Parser::complainOfStatement(Expression *expression)
{
    const Token next = peek();
    const bool joined = next.span.begin == m_token.span.end;
    const std::string text(m_source.view(expression->span));
    const std::string sign(m_source.view({m_token.span.begin, next.span.end}));
    const Span whole{m_token.span.begin, next.span.end};
    Diagnostic *message = nullptr;
    if (joined && (at(Word::Plus) || at(Word::Minus)) && next.word == m_token.word) {
        message = error(PBX_TRANSLATE("language", "There is no operator '%1': write '%2 %3= 1'."), whole,
                        {sign, text, sign.substr(1)});
        if (message)
            message->fix = Fix{{expression->span.begin, next.span.end}, text + ' ' + sign.substr(1) + "= 1"};
        advance();
        advance();
        return;
    }
    if (joined && at(Word::Caret) && next.word == Word::Assign) {
        error(PBX_TRANSLATE("language", "There is no operator '^=': write '%1 = %1 ^ …'."), whole, {text});
    } else if (joined && at(Word::Colon) && next.word == Word::Assign) {
        message = error(PBX_TRANSLATE("language", "There is no operator ':=': write '='."), whole);
        if (message)
            message->fix = Fix{whole, "="};
    } else if (at(Word::Equal)) {
        message =
            error(PBX_TRANSLATE("language", "'==' compares and is no statement: write '=' to assign."), m_token.span);
        if (message)
            message->fix = Fix{m_token.span, "="};
    } else if (expression->kind == ExpressionKind::Variable) {
        const bool nextLine = atKind(TokenKind::End) || startsLine(m_token.span);
        error(PBX_TRANSLATE("language", "Expected '=' or '(' after '%1', found %2."),
              nextLine ? expression->span : m_token.span, {text, found()});
    } else {
        error(PBX_TRANSLATE("language", "Expected '=' or a call after '%1', found %2."), m_token.span, {text, found()});
    }
    m_panic = true;
}

/// var a, b = 1;  const C = 1;  In a header the semicolon is not part of it.
DeclarationStatement *Parser::parseDeclaration(bool inHeader, bool fileLevel)
{
    const std::uint32_t begin = m_token.span.begin;
    auto *node = m_tree.make<DeclarationStatement>();
    node->constant = at(Word::Const);
    std::vector<DeclarationStatement::Item> items;
    advance();
    do {
        m_panic = false;
        if (!atName()) {
            error(PBX_TRANSLATE("language", "Expected a name after '%1', found %2."), m_token.span,
                  {std::string(m_source.view(m_previous)), found()});
            m_panic = true;
            break;
        }
        DeclarationStatement::Item item;
        item.name = takeName();
        const Span sign = m_token.span;
        if (accept(Word::Assign)) {
            item.initial = parseExpression();
            if (fileLevel && !node->constant) {
                report(Severity::Error, codes::initialValue,
                       PBX_TRANSLATE("language",
                                     "The task variable '%1' can't have an initial value: assign to it in a section."),
                       {sign.begin, m_previous.end}, {std::string(item.name.text)});
            }
        } else if (node->constant) {
            error(PBX_TRANSLATE("language", "Expected '=' and the value of the constant '%1', found %2."), m_token.span,
                  {std::string(item.name.text), found()});
            m_panic = true;
        }
        items.push_back(item);
        if (m_panic)
            skipInside({Word::Comma});
    } while (accept(Word::Comma));
    node->items = m_tree.list(items);
    finish(node, begin);
    if (inHeader)
        return node;
    if (fileLevel && atKind(TokenKind::Keyword) && (at(Word::Entry) || at(Word::Procedure) || at(Word::Function)) &&
        !m_panic)
        error(PBX_TRANSLATE("language", "Expected ';' after the declaration, found %1."),
              {m_previous.end, m_previous.end}, {found()});
    else if (fileLevel && m_panic)
        skipToDeclarationEnd();
    else
        expectSemicolon(PBX_TRANSLATE("language", "Expected ';' after the declaration, found %1."));
    return node;
}

/// At file level there are no statements to begin anew with.
void Parser::skipToDeclarationEnd()
{
    while (!atKind(TokenKind::End) && !at(Word::Entry) && !at(Word::Procedure) && !at(Word::Function) &&
           !at(Word::Var) && !at(Word::Const)) {
        if (accept(Word::Semicolon))
            break;
        advance();
    }
    m_panic = false;
}

void Parser::parseSpawnStatement()
{
    const std::uint32_t begin = m_token.span.begin;
    Expression *expression = parseSpawn();
    if (expression->kind == ExpressionKind::Spawn) {
        auto *node = m_tree.make<SpawnStatement>();
        node->spawn = &expression->as<SpawnExpression>();
        add(finish(node, begin));
    }
    expectSemicolon(PBX_TRANSLATE("language", "Expected ';' after the statement, found %1."));
}

void Parser::parseExitIf()
{
    const std::uint32_t begin = m_token.span.begin;
    advance();
    auto *node = m_tree.make<ExitIfStatement>();
    node->condition = parseExpression();
    add(finish(node, begin));
    expectSemicolon(PBX_TRANSLATE("language", "Expected ';' after the condition of 'exitif', found %1."));
}

void Parser::parseReturn()
{
    const std::uint32_t begin = m_token.span.begin;
    advance();
    auto *node = m_tree.make<ReturnStatement>();
    if (!at(Word::Semicolon) && !isBoundary(m_token.word) && !atKind(TokenKind::End) && !newStatementLikely())
        node->value = parseExpression();
    add(finish(node, begin));
    expectSemicolon(PBX_TRANSLATE("language", "Expected ';' after 'return', found %1."));
}

} // namespace pbx::language
