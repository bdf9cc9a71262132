// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/parser_state.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pbx::language {

namespace {

enum Level : std::uint8_t { NoOperator, Logical, Comparison, Sum, Product };

struct OperatorEntry {
    Level level = NoOperator;
    BinaryOperator op = BinaryOperator::Add;
};

constexpr auto operators = [] {
    std::array<OperatorEntry, static_cast<std::size_t>(Word::Question) + 1> table{};
    const auto set = [&table](Word word, Level level, BinaryOperator op) {
        table[static_cast<std::size_t>(word)] = {level, op};
    };
    set(Word::Star, Product, BinaryOperator::Multiply);
    set(Word::Slash, Product, BinaryOperator::Divide);
    set(Word::Percent, Product, BinaryOperator::Remainder);
    set(Word::Plus, Sum, BinaryOperator::Add);
    set(Word::Minus, Sum, BinaryOperator::Subtract);
    set(Word::Less, Comparison, BinaryOperator::Less);
    set(Word::LessEqual, Comparison, BinaryOperator::LessEqual);
    set(Word::Equal, Comparison, BinaryOperator::Equal);
    set(Word::NotEqual, Comparison, BinaryOperator::NotEqual);
    set(Word::GreaterEqual, Comparison, BinaryOperator::GreaterEqual);
    set(Word::Greater, Comparison, BinaryOperator::Greater);
    set(Word::And, Logical, BinaryOperator::And);
    set(Word::Ampersand, Logical, BinaryOperator::And);
    set(Word::Or, Logical, BinaryOperator::Or);
    set(Word::Bar, Logical, BinaryOperator::Or);
    set(Word::Xor, Logical, BinaryOperator::Xor);
    set(Word::Caret, Logical, BinaryOperator::Xor);
    set(Word::AndAnd, Logical, BinaryOperator::AndThen);
    set(Word::OrOr, Logical, BinaryOperator::OrElse);
    return table;
}();

const OperatorEntry &operatorOf(Word word)
{
    return operators[static_cast<std::size_t>(word)];
}

} // namespace

bool Parser::startsExpression() const
{
    switch (m_token.kind) {
    case TokenKind::Name:
    case TokenKind::Number:
    case TokenKind::String:
        return true;
    default:
        return at(Word::OpenParenthesis) || at(Word::Null) || at(Word::True) || at(Word::False) || at(Word::Not) ||
               at(Word::Exclamation) || at(Word::Spawn);
    }
}

/// Counts the height of the tree just made; true when it is too tall to be walked by recursion.
bool Parser::tall(int height)
{
    m_height = height;
    if (height <= heightLimit)
        return false;
    if (!m_panic && !m_tallTold)
        error(PBX_TRANSLATE("language",
                            "The expression is too long: at most %1 operators and elements can follow one another."),
              m_token.span, {std::to_string(heightLimit)});
    m_panic = true;
    m_tallTold = true;
    return true;
}

Expression *Parser::parseExpression()
{
    const Deeper deeper(*this, m_depth);
    const std::uint32_t begin = m_token.span.begin;
    if (deeper.tooDeep())
        return finish(m_tree.make<ErrorExpression>(), begin);
    Expression *condition = parseBinary(Logical);
    if (!at(Word::Question)) [[likely]]
        return condition;
    const int height = m_height;
    if (m_conditional > 0)
        warn(PBX_TRANSLATE("language",
                           "The server may refuse a '?' between '?' and ':': put the inner one in parentheses."),
             m_token.span);
    advance();
    auto *node = m_tree.make<ConditionalExpression>();
    node->condition = condition;
    ++m_conditional;
    node->whenTrue = parseExpression();
    --m_conditional;
    const int middle = m_height;
    if (expect(Word::Colon,
               PBX_TRANSLATE("language", "Expected ':' and the value for the other case after '?', found %1."))) {
        // The rest of the chain stands behind the colon and is not between.
        const int outer = std::exchange(m_conditional, 0);
        node->whenFalse = parseExpression();
        m_conditional = outer;
    } else {
        node->whenFalse = finish(m_tree.make<ErrorExpression>(), m_token.span.begin);
    }
    finish(node, begin);
    if (tall(std::max({height, middle, m_height}) + 1))
        return finish(m_tree.make<ErrorExpression>(), begin);
    return node;
}

Expression *Parser::parseBinary(int level)
{
    const std::uint32_t begin = m_token.span.begin;
    Expression *left = parseUnary();
    int height = m_height;
    BinaryOperator op{};
    Span sign;
    while (operatorOf(m_token.word).level >= level || at(Word::Assign)) {
        const int found = at(Word::Assign) ? Comparison : operatorOf(m_token.word).level;
        if (!takeOperator(level, op, sign))
            break;
        Expression *right = parseBinary(found + 1);
        height = std::max(height, m_height) + 1;
        if (tall(height)) {
            left = finish(m_tree.make<ErrorExpression>(), begin);
            height = 1;
            continue;
        }
        auto *node = m_tree.make<BinaryExpression>();
        node->op = op;
        node->operatorSpan = sign;
        node->left = left;
        node->right = right;
        left = finish(node, begin);
    }
    m_height = height;
    return left;
}

/// Passes a binary operator of at least that level, both words of `and then` and `or else`.
bool Parser::takeOperator(int level, BinaryOperator &op, Span &span)
{
    if (at(Word::Assign))
        return takeAssignAsComparison(level, op, span);
    const OperatorEntry &entry = operatorOf(m_token.word);
    if (entry.level < level || entry.level == NoOperator)
        return false;
    const Word word = m_token.word;
    span = m_token.span;
    op = entry.op;
    advance();
    if (word == Word::And && at(Word::Then)) {
        op = BinaryOperator::AndThen;
        span.end = m_token.span.end;
        advance();
    } else if (word == Word::Or && at(Word::Else)) {
        op = BinaryOperator::OrElse;
        span.end = m_token.span.end;
        advance();
    } else if (entry.level == Comparison && adjacent() && (at(Word::Assign) || at(Word::Greater) || at(Word::Less))) {
        complainOfOperator(span);
        if (word == Word::Less && m_previous.end > span.end)
            op = BinaryOperator::NotEqual;
    }
    return true;
}

/// `a = b` where a value is wanted: a comparison was meant.
bool Parser::takeAssignAsComparison(int level, BinaryOperator &op, Span &span)
{
    if (level > Comparison)
        return false;
    span = m_token.span;
    op = BinaryOperator::Equal;
    const Token next = peek();
    const bool joined = next.span.begin == span.end;
    if (joined && (next.word == Word::Greater || next.word == Word::Less)) {
        op = next.word == Word::Greater ? BinaryOperator::GreaterEqual : BinaryOperator::LessEqual;
        advance();
        complainOfOperator(span);
        return true;
    }
    if (!m_panic) {
        auto *message =
            error(PBX_TRANSLATE("language", "'=' assigns and can't stand inside an expression: write '==' to compare."),
                  span);
        if (message)
            message->fix = Fix{span, "=="};
    }
    advance();
    return true;
}

/// A comparison sign run together with one more: ===, <>, =>.
void Parser::complainOfOperator(Span sign)
{
    const Span whole{sign.begin, m_token.span.end};
    const std::string text(m_source.view(whole));
    const char *right = text == "==="                   ? "=="
                        : text == "!==" || text == "<>" ? "!="
                        : text == "=>"                  ? ">="
                        : text == "=<"                  ? "<="
                                                        : nullptr;
    if (!m_panic) {
        auto *message =
            right ? error(PBX_TRANSLATE("language", "There is no operator '%1': write '%2'."), whole, {text, right})
                  : error(PBX_TRANSLATE("language", "There is no operator '%1'."), whole, {text});
        if (message && right)
            message->fix = Fix{whole, right};
    }
    advance();
}

Expression *Parser::parseUnary()
{
    if (!(at(Word::Not) || at(Word::Exclamation) || at(Word::Minus) || at(Word::Plus))) [[likely]]
        return parsePostfix();
    const Deeper deeper(*this, m_depth);
    const std::uint32_t begin = m_token.span.begin;
    if (deeper.tooDeep())
        return finish(m_tree.make<ErrorExpression>(), begin);
    auto *node = m_tree.make<UnaryExpression>();
    node->op = at(Word::Minus) ? UnaryOperator::Minus : at(Word::Plus) ? UnaryOperator::Plus : UnaryOperator::Not;
    advance();
    node->operand = parseUnary();
    ++m_height;
    return finish(node, begin);
}

Expression *Parser::parsePostfix()
{
    const std::uint32_t begin = m_token.span.begin;
    m_height = 1;
    Expression *object = parsePrimary();
    if (at(Word::Dot) || at(Word::OpenBracket) || at(Word::OpenParenthesis))
        return parseSuffixes(object, begin);
    return object;
}

Expression *Parser::parseSuffixes(Expression *object, std::uint32_t begin)
{
    for (;;) {
        const int height = m_height;
        if (at(Word::Dot)) {
            object = parseDot(object, begin);
        } else if (at(Word::OpenBracket)) {
            const Span opening = m_token.span;
            advance();
            auto *node = m_tree.make<IndexExpression>();
            node->object = object;
            const int outer = std::exchange(m_conditional, 0);
            node->index = parseExpression();
            m_conditional = outer;
            if (m_panic)
                skipInside({Word::CloseBracket});
            expect(Word::CloseBracket, PBX_TRANSLATE("language", "Expected ']' to close the '[' of line %1, found %2."),
                   opening);
            object = finish(node, begin);
        } else if (at(Word::OpenParenthesis) && !newStatementLikely() && !(m_panic && startsLine(m_token.span))) {
            if (!m_panic)
                error(PBX_TRANSLATE(
                          "language",
                          "Only a name can be called: expected an operator or the end of the expression, found %1."),
                      m_token.span, {found()});
            parseArguments(object);
            m_panic = false;
            object = finish(m_tree.make<ErrorExpression>(), begin);
        } else {
            return object;
        }
        if (tall(std::max(height, m_height) + 1))
            object = finish(m_tree.make<ErrorExpression>(), begin);
        if (m_height > heightLimit)
            m_height = 1;
    }
}

/// What follows a dot: a key, a computed key, or a call in the style of a method.
Expression *Parser::parseDot(Expression *object, std::uint32_t begin)
{
    advance();
    if (accept(Word::OpenParenthesis)) {
        auto *node = m_tree.make<ComputedKeyExpression>();
        node->object = object;
        const int outer = std::exchange(m_conditional, 0);
        node->key = parseExpression();
        m_conditional = outer;
        if (m_panic)
            skipInside({Word::CloseParenthesis});
        expect(Word::CloseParenthesis, PBX_TRANSLATE("language", "Expected ')' after the key, found %1."));
        return finish(node, begin);
    }
    if (atName()) {
        Name name = takeName();
        Name module;
        if (at(Word::Scope)) {
            advance();
            module = name;
            if (!atName()) {
                if (!m_panic)
                    error(
                        PBX_TRANSLATE("language", "Expected the name of a procedure or function after '::', found %1."),
                        m_token.span, {found()});
                m_panic = true;
                return finish(m_tree.make<ErrorExpression>(), begin);
            }
            name = takeName();
            if (!at(Word::OpenParenthesis)) {
                missing(PBX_TRANSLATE("language", "Expected '(' after '%1', found %2."),
                        {std::string(module.text) + "::" + std::string(name.text)});
                return finish(m_tree.make<ErrorExpression>(), begin);
            }
        }
        if (at(Word::OpenParenthesis)) {
            auto *node = m_tree.make<CallExpression>();
            node->module = module;
            node->name = name;
            node->methodStyle = true;
            node->arguments = parseArguments(object);
            return finish(node, begin);
        }
        auto *node = m_tree.make<KeyExpression>();
        node->object = object;
        node->key = name;
        return finish(node, begin);
    }
    if (atKind(TokenKind::Keyword) && !startsLine(m_token.span)) {
        warn(PBX_TRANSLATE("language", "The server may refuse the keyword '%1' as a key: write '.(\"%1\")'."),
             m_token.span, {std::string(m_source.view(m_token.span))});
        auto *node = m_tree.make<KeyExpression>();
        node->object = object;
        node->key = takeName();
        return finish(node, begin);
    }
    const bool decimal = atKind(TokenKind::Number) && object->kind == ExpressionKind::Number && adjacent();
    if (!m_panic) {
        if (decimal)
            error(PBX_TRANSLATE("language", "Numbers are whole: '%1' is not a number."), {begin, m_token.span.end},
                  {std::string(m_source.view({begin, m_token.span.end}))});
        else
            error(PBX_TRANSLATE("language", "Expected a key, a call or '(' after '.', found %1."), m_token.span,
                  {found()});
    }
    if (atKind(TokenKind::Number) || atKind(TokenKind::String))
        advance();
    else
        m_panic = true;
    return finish(m_tree.make<ErrorExpression>(), begin);
}

Expression *Parser::parsePrimary()
{
    const std::uint32_t begin = m_token.span.begin;
    switch (m_token.kind) {
    case TokenKind::Name:
        return newAssignmentLikely() ? missingExpression() : parseNamed();
    case TokenKind::Number:
        return parseNumber();
    case TokenKind::String:
        return parseString();
    default:
        break;
    }
    switch (m_token.word) {
    case Word::Null:
    case Word::False:
        advance();
        return finish(m_tree.make<NullExpression>(), begin);
    case Word::True:
        advance();
        return finish(m_tree.make<TrueExpression>(), begin);
    case Word::OpenParenthesis:
        return parseParenthesised();
    case Word::Spawn:
        return parseSpawn();
    default:
        return missingExpression();
    }
}

/// No operand where one is needed. An operator too many is passed over, anything else is left where it is.
Expression *Parser::missingExpression()
{
    const std::uint32_t begin = m_token.span.begin;
    if (!m_panic) {
        const std::string_view before = m_source.view({m_previous.end >= 2 ? m_previous.end - 2 : 0, m_previous.end});
        if (before == "++" || before == "--")
            error(PBX_TRANSLATE("language", "There is no operator '%1': expected a value after '%2', found %3."),
                  {m_previous.end - 2, m_previous.end}, {std::string(before), std::string(before.substr(1)), found()});
        else if (m_previous.end > m_previous.begin)
            error(PBX_TRANSLATE("language", "Expected an expression after '%1', found %2."), m_token.span,
                  {std::string(m_source.view({m_previous.begin, std::min(m_previous.end, m_previous.begin + 40)})),
                   found()});
        else
            error(PBX_TRANSLATE("language", "Expected an expression, found %1."), m_token.span, {found()});
    }
    if (operatorOf(m_token.word).level != NoOperator) {
        m_panic = true;
        while (operatorOf(m_token.word).level != NoOperator || at(Word::Assign))
            advance();
        if (startsExpression()) {
            Expression *operand = parseUnary();
            m_panic = false;
            return operand;
        }
    }
    // A keyword taken for a name.
    if (at(Word::Is) || at(Word::Forward) || at(Word::External))
        advance();
    m_panic = true;
    return finish(m_tree.make<ErrorExpression>(), begin);
}

Expression *Parser::parseNamed()
{
    const std::uint32_t begin = m_token.span.begin;
    Name name = takeName();
    Name module;
    if (at(Word::Scope)) {
        advance();
        module = name;
        if (!atName()) {
            if (!m_panic)
                error(PBX_TRANSLATE("language", "Expected the name of a procedure or function after '::', found %1."),
                      m_token.span, {found()});
            m_panic = true;
            return finish(m_tree.make<ErrorExpression>(), begin);
        }
        name = takeName();
        if (!at(Word::OpenParenthesis)) {
            missing(PBX_TRANSLATE("language", "Expected '(' after '%1', found %2."),
                    {std::string(module.text) + "::" + std::string(name.text)});
            return finish(m_tree.make<ErrorExpression>(), begin);
        }
    }
    if (at(Word::OpenParenthesis)) {
        auto *node = m_tree.make<CallExpression>();
        node->module = module;
        node->name = name;
        node->arguments = parseArguments(nullptr);
        return finish(node, begin);
    }
    auto *node = m_tree.make<VariableExpression>();
    node->name = name;
    return finish(node, begin);
}

Expression *Parser::parseParenthesised()
{
    const Span opening = m_token.span;
    advance();
    const int outer = std::exchange(m_conditional, 0);
    Expression *inner = parseExpression();
    m_conditional = outer;
    if (m_panic)
        skipInside({Word::CloseParenthesis});
    expect(Word::CloseParenthesis, PBX_TRANSLATE("language", "Expected ')' to close the '(' of line %1, found %2."),
           opening);
    if (inner->kind == ExpressionKind::Binary)
        inner->as<BinaryExpression>().parenthesised = true;
    return inner;
}

/// spawn name, spawn name(value)
Expression *Parser::parseSpawn()
{
    const std::uint32_t begin = m_token.span.begin;
    advance();
    auto *node = m_tree.make<SpawnExpression>();
    if (!atName()) {
        if (!m_panic)
            error(PBX_TRANSLATE("language", "Expected the name of an entry after 'spawn', found %1."), m_token.span,
                  {found()});
        m_panic = true;
        return finish(m_tree.make<ErrorExpression>(), begin);
    }
    node->entry = takeName();
    if (at(Word::Scope)) {
        if (!m_panic)
            error(PBX_TRANSLATE("language",
                                "'spawn' starts an entry of this file: expected a name without a module, found '::'."),
                  m_token.span);
        advance();
        if (atName())
            node->entry = takeName();
    }
    if (accept(Word::OpenParenthesis)) {
        const int outer = std::exchange(m_conditional, 0);
        if (!at(Word::CloseParenthesis))
            node->parameter = parseExpression();
        m_conditional = outer;
        if (m_panic)
            skipInside({Word::CloseParenthesis});
        expect(Word::CloseParenthesis,
               PBX_TRANSLATE("language", "Expected ')' after the one value that 'spawn' can pass on, found %1."));
    }
    ++m_height;
    return finish(node, begin);
}

/// From ( to ). A receiver becomes the first argument.
List<Expression *> Parser::parseArguments(Expression *receiver)
{
    const Span opening = m_token.span;
    const std::size_t base = m_arguments.size();
    const int outer = std::exchange(m_conditional, 0);
    int height = m_height;
    if (receiver)
        m_arguments.push_back(receiver);
    advance();
    while (!at(Word::CloseParenthesis)) {
        if (newAssignmentLikely() || isBoundary(m_token.word) || at(Word::Semicolon) || atKind(TokenKind::End)) {
            if (m_previous.begin == opening.begin || m_panic)
                break;
        }
        m_arguments.push_back(parseExpression());
        height = std::max(height, m_height);
        if (m_panic && !skipInside({Word::Comma, Word::CloseParenthesis}))
            break;
        if (at(Word::Comma)) {
            advance();
            m_panic = false;
            continue;
        }
        if (at(Word::CloseParenthesis))
            break;
        if (!startsExpression() || newStatementLikely())
            break;
        error(PBX_TRANSLATE("language", "Expected ',' or ')' after the argument, found %1."), m_token.span, {found()});
    }
    m_conditional = outer;
    expect(Word::CloseParenthesis, PBX_TRANSLATE("language", "Expected ')' to close the '(' of line %1, found %2."),
           opening);
    const auto arguments = m_tree.list(std::span<Expression *const>(m_arguments).subspan(base));
    m_arguments.resize(base);
    m_height = receiver ? height : height + 1; // the suffix that a receiver has is counted there
    return arguments;
}

} // namespace pbx::language
