// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/check/tree_walk.h"

namespace pbx::check {

using namespace language;

namespace {

void visitIf(const Expression *expression, const ExpressionVisitor &visit)
{
    if (expression)
        forEachExpression(*expression, visit);
}

void forEachCall(Block block, const CallVisitor &visit)
{
    for (const Statement *statement : block)
        check::forEachCall(*statement, visit);
}

} // namespace

void forEachExpression(const Expression &e, const ExpressionVisitor &visit)
{
    switch (e.kind) {
    case ExpressionKind::Index:
        visitIf(e.as<IndexExpression>().object, visit);
        visitIf(e.as<IndexExpression>().index, visit);
        break;
    case ExpressionKind::Key:
        visitIf(e.as<KeyExpression>().object, visit);
        break;
    case ExpressionKind::ComputedKey:
        visitIf(e.as<ComputedKeyExpression>().object, visit);
        visitIf(e.as<ComputedKeyExpression>().key, visit);
        break;
    case ExpressionKind::Call:
        for (const Expression *argument : e.as<CallExpression>().arguments)
            visitIf(argument, visit);
        break;
    case ExpressionKind::Unary:
        visitIf(e.as<UnaryExpression>().operand, visit);
        break;
    case ExpressionKind::Binary:
        visitIf(e.as<BinaryExpression>().left, visit);
        visitIf(e.as<BinaryExpression>().right, visit);
        break;
    case ExpressionKind::Conditional:
        visitIf(e.as<ConditionalExpression>().condition, visit);
        visitIf(e.as<ConditionalExpression>().whenTrue, visit);
        visitIf(e.as<ConditionalExpression>().whenFalse, visit);
        break;
    case ExpressionKind::Spawn:
        visitIf(e.as<SpawnExpression>().parameter, visit);
        break;
    default:
        break;
    }
    visit(e);
}

void forEachOwnExpression(const Statement &s, const ExpressionVisitor &visit)
{
    const auto give = [&](const Expression *expression) {
        if (expression)
            visit(*expression);
    };
    switch (s.kind) {
    case StatementKind::Declaration:
        for (const auto &item : s.as<DeclarationStatement>().items)
            give(item.initial);
        return;
    case StatementKind::Assignment:
        give(s.as<AssignmentStatement>().target);
        return give(s.as<AssignmentStatement>().value);
    case StatementKind::Call:
        return give(s.as<CallStatement>().call);
    case StatementKind::Spawn:
        return give(s.as<SpawnStatement>().spawn);
    case StatementKind::If:
        for (const auto &branch : s.as<IfStatement>().branches)
            give(branch.condition);
        return;
    case StatementKind::Loop:
        return give(s.as<LoopStatement>().condition);
    case StatementKind::ExitIf:
        return give(s.as<ExitIfStatement>().condition);
    case StatementKind::Return:
        return give(s.as<ReturnStatement>().value);
    default:
        return;
    }
}

void forEachCall(const Expression &expression, const CallVisitor &visit)
{
    forEachExpression(expression, [&](const Expression &e) {
        if (e.kind == ExpressionKind::Call)
            visit(e.as<CallExpression>());
    });
}

void forEachCall(const Statement &s, const CallVisitor &visit)
{
    if (s.kind == StatementKind::If) {
        for (const auto &branch : s.as<IfStatement>().branches) {
            if (branch.condition)
                forEachCall(*branch.condition, visit);
            forEachCall(branch.body, visit);
        }
        return;
    }
    if (s.kind == StatementKind::Loop) {
        const auto &loop = s.as<LoopStatement>();
        if (loop.initial)
            forEachCall(*loop.initial, visit);
        if (loop.condition)
            forEachCall(*loop.condition, visit);
        forEachCall(loop.body, visit);
        if (loop.step)
            forEachCall(*loop.step, visit);
        return;
    }
    forEachOwnExpression(s, [&](const Expression &e) { forEachCall(e, visit); });
}

void forEachCall(const Tree &tree, const CallVisitor &visit)
{
    for (const DeclarationStatement *declaration : tree.declarations)
        forEachCall(static_cast<const Statement &>(*declaration), visit);
    for (const Section *section : tree.sections)
        forEachCall(section->body, visit);
}

} // namespace pbx::check
