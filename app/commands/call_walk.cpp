// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/call_walk.h"

namespace pbx::app {

using namespace language;

namespace {

class Walker {
public:
    explicit Walker(const std::function<void(const CallExpression &)> &visit) : m_visit(visit) {}

    void block(const Block &body)
    {
        for (const Statement *statement : body)
            walk(statement);
    }

    void walk(const Expression *e)
    {
        if (!e)
            return;
        switch (e->kind) {
        case ExpressionKind::Index:
            walk(e->as<IndexExpression>().object);
            walk(e->as<IndexExpression>().index);
            break;
        case ExpressionKind::Key: walk(e->as<KeyExpression>().object); break;
        case ExpressionKind::ComputedKey:
            walk(e->as<ComputedKeyExpression>().object);
            walk(e->as<ComputedKeyExpression>().key);
            break;
        case ExpressionKind::Call:
            m_visit(e->as<CallExpression>());
            for (const Expression *argument : e->as<CallExpression>().arguments)
                walk(argument);
            break;
        case ExpressionKind::Unary: walk(e->as<UnaryExpression>().operand); break;
        case ExpressionKind::Binary:
            walk(e->as<BinaryExpression>().left);
            walk(e->as<BinaryExpression>().right);
            break;
        case ExpressionKind::Conditional:
            walk(e->as<ConditionalExpression>().condition);
            walk(e->as<ConditionalExpression>().whenTrue);
            walk(e->as<ConditionalExpression>().whenFalse);
            break;
        case ExpressionKind::Spawn: walk(e->as<SpawnExpression>().parameter); break;
        default: break;
        }
    }

    void walk(const Statement *s)
    {
        if (!s)
            return;
        switch (s->kind) {
        case StatementKind::Declaration:
            for (const auto &item : s->as<DeclarationStatement>().items)
                walk(item.initial);
            break;
        case StatementKind::Assignment:
            walk(s->as<AssignmentStatement>().target);
            walk(s->as<AssignmentStatement>().value);
            break;
        case StatementKind::Call: walk(static_cast<const Expression *>(s->as<CallStatement>().call)); break;
        case StatementKind::Spawn: walk(static_cast<const Expression *>(s->as<SpawnStatement>().spawn)); break;
        case StatementKind::If:
            for (const auto &branch : s->as<IfStatement>().branches) {
                walk(branch.condition);
                block(branch.body);
            }
            break;
        case StatementKind::Loop: {
            const auto &loop = s->as<LoopStatement>();
            walk(loop.initial);
            walk(loop.condition);
            block(loop.body);
            walk(loop.step);
            break;
        }
        case StatementKind::ExitIf: walk(s->as<ExitIfStatement>().condition); break;
        case StatementKind::Return: walk(s->as<ReturnStatement>().value); break;
        default: break;
        }
    }

private:
    const std::function<void(const CallExpression &)> &m_visit;
};

} // namespace

void forEachCall(const Tree &tree, const std::function<void(const CallExpression &)> &visit)
{
    Walker walker(visit);
    for (const DeclarationStatement *declaration : tree.declarations)
        walker.walk(static_cast<const Statement *>(declaration));
    for (const Section *section : tree.sections)
        walker.block(section->body);
}

} // namespace pbx::app
