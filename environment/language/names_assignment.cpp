// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/codes.h"
#include "environment/language/names_state.h"
#include "environment/language/similar.h"

#include <algorithm>

/// Which variables are read before anything can have been assigned to them, and which are assigned for nothing.
namespace pbx::language {

namespace {

/// One pass through a section in the order of execution. A variable counts as assigned as soon as one way to the place
/// assigns it; inside a loop, whatever its body assigns may have been assigned by the pass before.
class AssignmentFlow {
public:
    explicit AssignmentFlow(const Section &section)
        : m_assigned(section.variables.size())
        , m_early(section.variables.size())
        , m_effects(section.variables.size())
        , m_firstAssignment(section.variables.size())
    {
        walk(section.body);
    }

    /// First reading while nothing was assigned; an empty span: none.
    Span earlyRead(const Variable &variable) const { return m_early[variable.index]; }
    /// A value assigned to it comes from a call: it may be dropped on purpose.
    bool hasEffects(const Variable &variable) const { return m_effects[variable.index]; }
    Span firstAssignment(const Variable &variable) const { return m_firstAssignment[variable.index]; }

private:
    static bool isLocal(const Variable *variable)
    {
        return variable && variable->kind != Variable::Kind::Task && variable->kind != Variable::Kind::FileConstant;
    }

    void read(const VariableExpression &expression)
    {
        const Variable *variable = expression.variable;
        if (isLocal(variable) && !m_assigned[variable->index] && m_early[variable->index].end == 0)
            m_early[variable->index] = expression.span;
    }

    void assign(const Variable *variable, Span place, const Expression *value)
    {
        if (!isLocal(variable))
            return;
        m_assigned[variable->index] = true;
        if (m_firstAssignment[variable->index].end == 0)
            m_firstAssignment[variable->index] = place;
        if (value && hasCall(*value))
            m_effects[variable->index] = true;
    }

    static bool hasCall(const Expression &e)
    {
        switch (e.kind) {
        case ExpressionKind::Call:
        case ExpressionKind::Spawn:
        case ExpressionKind::Error:
            return true;
        case ExpressionKind::Index:
            return hasCall(*e.as<IndexExpression>().object) || hasCall(*e.as<IndexExpression>().index);
        case ExpressionKind::Key:
            return hasCall(*e.as<KeyExpression>().object);
        case ExpressionKind::ComputedKey:
            return hasCall(*e.as<ComputedKeyExpression>().object) || hasCall(*e.as<ComputedKeyExpression>().key);
        case ExpressionKind::Unary:
            return hasCall(*e.as<UnaryExpression>().operand);
        case ExpressionKind::Binary:
            return hasCall(*e.as<BinaryExpression>().left) || hasCall(*e.as<BinaryExpression>().right);
        case ExpressionKind::Conditional:
            return hasCall(*e.as<ConditionalExpression>().condition)
                || hasCall(*e.as<ConditionalExpression>().whenTrue)
                || hasCall(*e.as<ConditionalExpression>().whenFalse);
        default:
            return false;
        }
    }

    void walk(const Expression *e)
    {
        if (!e)
            return;
        switch (e->kind) {
        case ExpressionKind::Variable:
            return read(e->as<VariableExpression>());
        case ExpressionKind::Index:
            walk(e->as<IndexExpression>().object);
            return walk(e->as<IndexExpression>().index);
        case ExpressionKind::Key:
            return walk(e->as<KeyExpression>().object);
        case ExpressionKind::ComputedKey:
            walk(e->as<ComputedKeyExpression>().object);
            return walk(e->as<ComputedKeyExpression>().key);
        case ExpressionKind::Call:
            for (const Expression *argument : e->as<CallExpression>().arguments)
                walk(argument);
            return;
        case ExpressionKind::Unary:
            return walk(e->as<UnaryExpression>().operand);
        case ExpressionKind::Binary:
            walk(e->as<BinaryExpression>().left);
            return walk(e->as<BinaryExpression>().right);
        case ExpressionKind::Conditional:
            walk(e->as<ConditionalExpression>().condition);
            walk(e->as<ConditionalExpression>().whenTrue);
            return walk(e->as<ConditionalExpression>().whenFalse);
        case ExpressionKind::Spawn:
            return walk(e->as<SpawnExpression>().parameter);
        default:
            return;
        }
    }

    void walk(Block block)
    {
        for (const Statement *statement : block)
            walk(statement);
    }

    void walk(const Statement *s)
    {
        if (!s)
            return;
        switch (s->kind) {
        case StatementKind::Declaration:
            for (const auto &item : s->as<DeclarationStatement>().items) {
                walk(item.initial);
                assign(item.variable, item.name.span, item.initial);
            }
            return;
        case StatementKind::Assignment: {
            const auto &assignment = s->as<AssignmentStatement>();
            if (assignment.target->kind != ExpressionKind::Variable) {
                walk(assignment.target);
                return walk(assignment.value);
            }
            walk(assignment.value);
            const auto &target = assignment.target->as<VariableExpression>();
            if (assignment.op != AssignmentStatement::Operator::Set)
                read(target);
            return assign(target.variable, target.span, assignment.value);
        }
        case StatementKind::Call:
            return walk(static_cast<const Expression *>(s->as<CallStatement>().call));
        case StatementKind::Spawn:
            return walk(static_cast<const Expression *>(s->as<SpawnStatement>().spawn));
        case StatementKind::If:
            return walkIf(s->as<IfStatement>());
        case StatementKind::Loop: {
            const auto &loop = s->as<LoopStatement>();
            walk(loop.initial);
            mark(loop.body);
            mark(loop.step);
            walk(loop.condition);
            walk(loop.body);
            return walk(loop.step);
        }
        case StatementKind::ExitIf:
            return walk(s->as<ExitIfStatement>().condition);
        case StatementKind::Return:
            return walk(s->as<ReturnStatement>().value);
        default:
            return;
        }
    }

    void walkIf(const IfStatement &statement)
    {
        const std::vector<bool> before = m_assigned;
        std::vector<bool> after = before;
        for (const IfStatement::Branch &branch : statement.branches) {
            m_assigned = before;
            walk(branch.condition);
            walk(branch.body);
            for (std::size_t i = 0; i < after.size(); ++i)
                after[i] = after[i] || m_assigned[i];
        }
        m_assigned = std::move(after);
    }

    void mark(Block block)
    {
        for (const Statement *statement : block)
            mark(statement);
    }

    /// Everything the statement may assign.
    void mark(const Statement *s)
    {
        if (!s)
            return;
        if (s->kind == StatementKind::Assignment) {
            const auto &target = *s->as<AssignmentStatement>().target;
            if (target.kind == ExpressionKind::Variable && isLocal(target.as<VariableExpression>().variable))
                m_assigned[target.as<VariableExpression>().variable->index] = true;
        } else if (s->kind == StatementKind::If) {
            for (const IfStatement::Branch &branch : s->as<IfStatement>().branches)
                mark(branch.body);
        } else if (s->kind == StatementKind::Loop) {
            mark(s->as<LoopStatement>().initial);
            mark(s->as<LoopStatement>().body);
            mark(s->as<LoopStatement>().step);
        }
    }

    std::vector<bool> m_assigned;
    std::vector<Span> m_early;
    std::vector<bool> m_effects;
    std::vector<Span> m_firstAssignment;
};

/// A variable that is read and whose name is a slip of the fingers away; numbered names are meant as they are.
std::string similarRead(const Section &section, const Variable &variable)
{
    const std::string_view name = variable.name.folded;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (name.size() < 5 || std::ranges::any_of(name, isDigit))
        return {};
    for (const Variable *other : section.variables) {
        if (other != &variable && other->read && other->assigned && other->name.folded.size() > 4
            && std::ranges::none_of(other->name.folded, isDigit) && editDistance(name, other->name.folded, 1) == 1)
            return std::string(other->name.text);
    }
    return {};
}

/// Names people give to what they drop.
bool isThrowaway(std::string_view folded)
{
    static constexpr std::string_view starts[] = {"_", "unused", "dummy", "ignore", "void", "nothing", "dropped"};
    return std::ranges::any_of(starts, [folded](std::string_view start) { return folded.starts_with(start); });
}

} // namespace

void Resolver::checkAssignments(const Section &section)
{
    const AssignmentFlow flow(section);
    for (const Variable *variable : section.variables) {
        const std::string text(variable->name.text);
        if (variable->kind == Variable::Kind::Local && !variable->declared && variable->assigned && !m_usesVar) {
            const Span early = flow.earlyRead(*variable);
            if (early.end)
                warn(codes::readBeforeAssignment,
                     PBX_TRANSLATE("language",
                                   "'%1' is always null here: it is assigned only later, in line %2. Give it a value above."),
                     early, {text, lineOf(flow.firstAssignment(*variable))});
        }
        if (variable->kind == Variable::Kind::Parameter || variable->read || flow.hasEffects(*variable)
            || isThrowaway(variable->name.folded))
            continue;
        const std::string similar = variable->declared ? std::string() : similarRead(section, *variable);
        if (!similar.empty()) {
            auto *message =
                report(Severity::Note, codes::unusedVariable,
                       PBX_TRANSLATE("language", "'%1' is assigned and never read: did you mean '%2'?"),
                       variable->name.span, {text, similar});
            if (message)
                message->fix = Fix{variable->name.span, similar};
        }
        if (!variable->declared)
            continue;
        report(Severity::Note, codes::unusedVariable,
               variable->assigned ? PBX_TRANSLATE("language", "'%1' is assigned and never read: drop it.")
                                  : PBX_TRANSLATE("language", "'%1' is declared and never used: drop it."),
               variable->name.span, {text});
    }
}

} // namespace pbx::language
