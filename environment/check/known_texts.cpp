// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/check/known_texts.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace pbx::check {

using namespace language;

namespace {

constexpr std::size_t mostTexts = 64;
constexpr int mostPasses = 6;
constexpr std::size_t mostSteps = 100'000; ///< statements looked at in one source, loops in loops counted as often
constexpr int mostRounds = 4; ///< of a loop, before what still grows counts as unknown

KnownTexts unknown()
{
    return {{}, false};
}

KnownTexts exactly(std::string_view text)
{
    return {{std::string(text)}, true};
}

KnownTexts joined(const KnownTexts &left, const KnownTexts &right)
{
    if (!left.all || !right.all || left.values.size() * right.values.size() > mostTexts)
        return unknown();
    KnownTexts result;
    for (const std::string &a : left.values) {
        for (const std::string &b : right.values)
            result.values.push_back(a + b);
    }
    std::ranges::sort(result.values);
    const auto rest = std::ranges::unique(result.values);
    result.values.erase(rest.begin(), rest.end());
    // A null on one side stands for an empty text; what that makes is not followed.
    result.all = !result.values.empty();
    return result;
}

/// One source, section by section, as often as arguments and results of its sections still change.
class TextFlow {
public:
    TextFlow(const Tree &tree, FileKind kind) : m_tree(tree), m_program(kind == FileKind::Program) {}

    std::vector<PlayedPrompt> run()
    {
        for (const Section *section : m_tree.sections) {
            KnownTexts start = m_program && section->kind != SectionKind::Entry ? KnownTexts() : unknown();
            m_parameters[section].assign(section->parameters.size(), start);
        }
        findCompared();
        for (int pass = 0; pass < mostPasses; ++pass) {
            m_changed = false;
            runSections();
            if (!m_changed)
                break;
            if (pass + 2 == mostPasses)
                giveUp();
        }
        std::vector<PlayedPrompt> result;
        for (const CallExpression *call : m_order) {
            result.push_back({call, m_played[call]});
            if (m_steps > mostSteps)
                result.back().names.setUnknown();
        }
        return result;
    }

private:
    struct State {
        bool alive = true;
        std::vector<KnownTexts> locals;
    };
    using Exits = std::vector<State>;

    void runSections()
    {
        m_played.clear();
        m_order.clear();
        m_constants.assign(m_tree.fileConstants.size(), unknown());
        m_section = nullptr;
        State none;
        for (const DeclarationStatement *declaration : m_tree.declarations) {
            for (const auto &item : declaration->items) {
                if (declaration->constant && item.variable && item.initial
                    && item.variable->index < m_constants.size())
                    m_constants[item.variable->index] = evaluate(item.initial, none);
            }
        }
        for (const Section *section : m_tree.sections) {
            if (section->form != Section::Form::Definition)
                continue;
            m_section = section;
            m_exits = nullptr;
            State state;
            state.locals.resize(section->variables.size());
            const auto &parameters = m_parameters[section];
            for (std::size_t i = 0; i < parameters.size() && i < state.locals.size(); ++i)
                state.locals[i] = parameters[i];
            execute(section->body, state);
        }
    }

    void giveUp()
    {
        for (auto &[section, parameters] : m_parameters) {
            for (KnownTexts &texts : parameters)
                texts.setUnknown();
        }
        for (auto &[section, texts] : m_results)
            texts.setUnknown();
    }

    void grow(KnownTexts &texts, const KnownTexts &more)
    {
        const KnownTexts before = texts;
        texts.add(more);
        m_changed = m_changed || texts != before;
    }

    static void merge(State &state, const State &other)
    {
        if (!other.alive)
            return;
        if (!state.alive) {
            state = other;
            return;
        }
        for (std::size_t i = 0; i < state.locals.size(); ++i)
            state.locals[i].add(other.locals[i]);
    }

    /// The place of a variable whose texts are followed; null for all others.
    static KnownTexts *local(const Variable *variable, State &state)
    {
        if (!variable || variable->kind == Variable::Kind::Task || variable->kind == Variable::Kind::FileConstant
            || variable->index >= state.locals.size())
            return nullptr;
        return &state.locals[variable->index];
    }

    // ---- expressions

    KnownTexts evaluate(const Expression *e, State &state)
    {
        if (!e)
            return {};
        switch (e->kind) {
        case ExpressionKind::Null:
            return {};
        case ExpressionKind::True:
            return exactly("YES");
        case ExpressionKind::String:
            return exactly(e->as<StringExpression>().value);
        case ExpressionKind::Variable:
            return variableTexts(e->as<VariableExpression>(), state);
        case ExpressionKind::Index:
            evaluate(e->as<IndexExpression>().object, state);
            evaluate(e->as<IndexExpression>().index, state);
            return unknown();
        case ExpressionKind::Key:
            evaluate(e->as<KeyExpression>().object, state);
            return unknown();
        case ExpressionKind::ComputedKey:
            evaluate(e->as<ComputedKeyExpression>().object, state);
            evaluate(e->as<ComputedKeyExpression>().key, state);
            return unknown();
        case ExpressionKind::Call:
            return callTexts(e->as<CallExpression>(), state);
        case ExpressionKind::Unary:
            evaluate(e->as<UnaryExpression>().operand, state);
            return unknown();
        case ExpressionKind::Binary:
            return binaryTexts(e->as<BinaryExpression>(), state);
        case ExpressionKind::Conditional: {
            const auto &conditional = e->as<ConditionalExpression>();
            evaluate(conditional.condition, state);
            State other = state;
            narrow(conditional.condition, true, state);
            narrow(conditional.condition, false, other);
            KnownTexts texts = evaluate(conditional.whenTrue, state);
            texts.add(evaluate(conditional.whenFalse, other));
            merge(state, other);
            return texts;
        }
        case ExpressionKind::Spawn:
            evaluate(e->as<SpawnExpression>().parameter, state);
            return unknown();
        default:
            return unknown();
        }
    }

    KnownTexts variableTexts(const VariableExpression &e, State &state)
    {
        const Variable *variable = e.variable;
        if (const KnownTexts *texts = local(variable, state))
            return *texts;
        if (variable && variable->kind == Variable::Kind::FileConstant && variable->index < m_constants.size())
            return m_constants[variable->index];
        return unknown();
    }

    KnownTexts binaryTexts(const BinaryExpression &e, State &state)
    {
        KnownTexts left = evaluate(e.left, state);
        if (e.op == BinaryOperator::AndThen || e.op == BinaryOperator::OrElse) {
            State skipped = state;
            narrow(e.left, e.op == BinaryOperator::AndThen, state);
            KnownTexts right = evaluate(e.right, state);
            merge(state, skipped);
            if (e.op == BinaryOperator::OrElse)
                right.add(left);
            return right;
        }
        const KnownTexts right = evaluate(e.right, state);
        return e.op == BinaryOperator::Add ? joined(left, right) : unknown();
    }

    KnownTexts callTexts(const CallExpression &call, State &state)
    {
        std::vector<KnownTexts> arguments;
        for (const Expression *argument : call.arguments)
            arguments.push_back(evaluate(argument, state));
        if (call.builtin) {
            if ((call.builtin->folded == "playfile" || call.builtin->folded == "playfileinloop") && !arguments.empty())
                play(call, std::move(arguments[0]));
            else if (call.builtin->folded == "string" && arguments.size() == 1)
                return call.arguments[0]->kind == ExpressionKind::Number
                           ? exactly(std::to_string(call.arguments[0]->as<NumberExpression>().value))
                           : arguments[0];
            return unknown();
        }
        const Section *section = call.section && call.section->definition ? call.section->definition : call.section;
        if (!section || section->form != Section::Form::Definition)
            return unknown();
        auto &parameters = m_parameters[section];
        for (std::size_t i = 0; i < parameters.size() && i < arguments.size(); ++i)
            grow(parameters[i], arguments[i]);
        return m_results[section];
    }

    void play(const CallExpression &call, KnownTexts names)
    {
        // What the section compares with may be a sign for "none" that never comes to be played.
        if (call.arguments[0]->kind == ExpressionKind::Variable && names.values.size() > 1)
            std::erase_if(names.values, [this](const std::string &name) { return m_compared.contains(name); });
        const auto [place, isNew] = m_played.try_emplace(&call, names);
        if (isNew)
            m_order.push_back(&call);
        else
            place->second.add(names);
    }

    // ---- conditions

    static const VariableExpression *variableSide(const BinaryExpression &e, const Expression *&other)
    {
        if (e.left->kind == ExpressionKind::Variable) {
            other = e.right;
            return &e.left->as<VariableExpression>();
        }
        other = e.left;
        return e.right->kind == ExpressionKind::Variable ? &e.right->as<VariableExpression>() : nullptr;
    }

    /// What is known behind a condition that came out so.
    static void narrow(const Expression *e, bool truth, State &state)
    {
        if (!e)
            return;
        if (e->kind == ExpressionKind::Unary && e->as<UnaryExpression>().op == UnaryOperator::Not)
            return narrow(e->as<UnaryExpression>().operand, !truth, state);
        if (e->kind == ExpressionKind::Variable) {
            KnownTexts *texts = local(e->as<VariableExpression>().variable, state);
            if (texts && !truth)
                *texts = {};
            return;
        }
        if (e->kind != ExpressionKind::Binary)
            return;
        const auto &binary = e->as<BinaryExpression>();
        switch (binary.op) {
        case BinaryOperator::Equal:
            return narrowByValue(binary, truth, state);
        case BinaryOperator::NotEqual:
            return narrowByValue(binary, !truth, state);
        case BinaryOperator::And:
        case BinaryOperator::AndThen:
        case BinaryOperator::Or:
        case BinaryOperator::OrElse: {
            const bool isAnd = binary.op == BinaryOperator::And || binary.op == BinaryOperator::AndThen;
            if (isAnd == truth) {
                narrow(binary.left, truth, state);
                return narrow(binary.right, truth, state);
            }
            State other = state;
            narrow(binary.left, truth, state);
            narrow(binary.right, truth, other);
            return merge(state, other);
        }
        default:
            return;
        }
    }

    static void narrowByValue(const BinaryExpression &e, bool equal, State &state)
    {
        const Expression *other = nullptr;
        const VariableExpression *variable = variableSide(e, other);
        KnownTexts *texts = variable ? local(variable->variable, state) : nullptr;
        if (!texts)
            return;
        if (other->kind == ExpressionKind::Null) {
            if (equal)
                *texts = {};
        } else if (other->kind == ExpressionKind::String) {
            const auto &text = other->as<StringExpression>().value;
            if (equal)
                *texts = texts->all && !std::ranges::binary_search(texts->values, text) ? KnownTexts() : exactly(text);
            else
                std::erase(texts->values, text);
        }
    }

    /// Literals that variables are compared with.
    void findCompared()
    {
        m_compared.clear();
        // The parser keeps no list of comparisons: every section is run through once to find them.
        for (const Section *section : m_tree.sections)
            findCompared(section->body);
    }

    void findCompared(Block block)
    {
        for (const Statement *s : block) {
            if (s->kind == StatementKind::If) {
                for (const auto &branch : s->as<IfStatement>().branches) {
                    findCompared(branch.condition);
                    findCompared(branch.body);
                }
            } else if (s->kind == StatementKind::Loop) {
                findCompared(s->as<LoopStatement>().condition);
                findCompared(s->as<LoopStatement>().body);
            } else if (s->kind == StatementKind::ExitIf) {
                findCompared(s->as<ExitIfStatement>().condition);
            } else if (s->kind == StatementKind::Assignment) {
                findCompared(s->as<AssignmentStatement>().value);
            }
        }
    }

    void findCompared(const Expression *e)
    {
        if (!e)
            return;
        if (e->kind == ExpressionKind::Unary)
            return findCompared(e->as<UnaryExpression>().operand);
        if (e->kind == ExpressionKind::Conditional)
            return findCompared(e->as<ConditionalExpression>().condition);
        if (e->kind != ExpressionKind::Binary)
            return;
        const auto &binary = e->as<BinaryExpression>();
        findCompared(binary.left);
        findCompared(binary.right);
        const Expression *other = nullptr;
        if ((binary.op == BinaryOperator::Equal || binary.op == BinaryOperator::NotEqual)
            && variableSide(binary, other) && other->kind == ExpressionKind::String)
            m_compared.emplace(other->as<StringExpression>().value);
    }

    // ---- statements

    void execute(Block block, State &state)
    {
        for (const Statement *statement : block)
            execute(statement, state);
    }

    void execute(const Statement *s, State &state)
    {
        if (!s || !state.alive)
            return;
        if (++m_steps > mostSteps) {
            state.alive = false;
            return;
        }
        switch (s->kind) {
        case StatementKind::Declaration:
            for (const auto &item : s->as<DeclarationStatement>().items) {
                KnownTexts texts = evaluate(item.initial, state);
                if (KnownTexts *place = local(item.variable, state))
                    *place = std::move(texts);
            }
            return;
        case StatementKind::Assignment:
            return assign(s->as<AssignmentStatement>(), state);
        case StatementKind::Call:
            evaluate(s->as<CallStatement>().call, state);
            return;
        case StatementKind::Spawn:
            evaluate(s->as<SpawnStatement>().spawn, state);
            return;
        case StatementKind::If:
            return executeIf(s->as<IfStatement>(), state);
        case StatementKind::Loop:
            return executeLoop(s->as<LoopStatement>(), state);
        case StatementKind::ExitIf: {
            const Expression *condition = s->as<ExitIfStatement>().condition;
            evaluate(condition, state);
            if (m_exits) {
                m_exits->push_back(state);
                narrow(condition, true, m_exits->back());
            }
            narrow(condition, false, state);
            return;
        }
        case StatementKind::Return:
            if (m_section)
                grow(m_results[m_section], evaluate(s->as<ReturnStatement>().value, state));
            state.alive = false;
            return;
        case StatementKind::Stop:
            state.alive = false;
            return;
        default:
            return;
        }
    }

    void assign(const AssignmentStatement &assignment, State &state)
    {
        KnownTexts texts = evaluate(assignment.value, state);
        if (assignment.target->kind != ExpressionKind::Variable) {
            evaluate(assignment.target, state);
            return;
        }
        KnownTexts *place = local(assignment.target->as<VariableExpression>().variable, state);
        if (!place)
            return;
        if (assignment.op == AssignmentStatement::Operator::Set)
            *place = std::move(texts);
        else if (assignment.op == AssignmentStatement::Operator::Add)
            *place = joined(*place, texts);
        else
            *place = unknown();
    }

    void executeIf(const IfStatement &statement, State &state)
    {
        State after;
        after.alive = false;
        bool hasElse = false;
        for (const IfStatement::Branch &branch : statement.branches) {
            State inside = state;
            if (branch.condition) {
                evaluate(branch.condition, state);
                inside = state;
                narrow(branch.condition, true, inside);
                narrow(branch.condition, false, state);
            } else {
                hasElse = true;
            }
            execute(branch.body, inside);
            merge(after, inside);
        }
        if (!hasElse)
            merge(after, state);
        state = std::move(after);
    }

    void executeLoop(const LoopStatement &loop, State &state)
    {
        execute(loop.initial, state);
        Exits *outer = m_exits;
        State after;
        for (int round = 0;; ++round) {
            Exits exits;
            m_exits = &exits;
            const State before = state;
            after = State();
            after.alive = false;
            State inside = state;
            if (loop.condition) {
                evaluate(loop.condition, inside);
                State left = inside;
                narrow(loop.condition, false, left);
                narrow(loop.condition, true, inside);
                merge(after, left);
            }
            execute(loop.body, inside);
            execute(loop.step, inside);
            merge(state, inside);
            m_exits = outer;
            for (const State &exit : exits)
                merge(after, exit);
            if (state.locals == before.locals || round > mostRounds)
                break;
            if (round == mostRounds) {
                for (std::size_t i = 0; i < state.locals.size(); ++i) {
                    if (state.locals[i] != before.locals[i])
                        state.locals[i].setUnknown();
                }
            }
        }
        state = std::move(after);
    }

    const Tree &m_tree;
    const bool m_program;
    bool m_changed = false;
    std::size_t m_steps = 0;
    const Section *m_section = nullptr;
    Exits *m_exits = nullptr;
    std::vector<KnownTexts> m_constants;
    std::unordered_map<const Section *, std::vector<KnownTexts>> m_parameters;
    std::unordered_map<const Section *, KnownTexts> m_results;
    std::unordered_map<const CallExpression *, KnownTexts> m_played;
    std::vector<const CallExpression *> m_order;
    std::set<std::string, std::less<>> m_compared;
};

} // namespace

void KnownTexts::add(const KnownTexts &other)
{
    all = all && other.all;
    std::vector<std::string> both;
    std::ranges::set_union(values, other.values, std::back_inserter(both));
    values = std::move(both);
    if (values.size() > mostTexts)
        setUnknown();
}

void KnownTexts::setUnknown()
{
    values.clear();
    all = false;
}

std::vector<PlayedPrompt> playedPrompts(const Tree &tree, FileKind kind)
{
    return TextFlow(tree, kind).run();
}

} // namespace pbx::check
