// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/section_builder.h"

namespace pbx::machine {

using namespace language;
using data::Value;

SectionBuilder::SectionBuilder(FileContext &file, SectionCode &code, std::size_t sourceSize)
    : m_file(file), m_code(code),
      // An instruction takes at least a byte of source, a condition may be made twice: above this, 16 bits may not do.
      m_longJumps(sourceSize > 16'000)
{
}

void SectionBuilder::section(const Section &section)
{
    m_variables = static_cast<std::uint16_t>(section.variables.size());
    m_top = m_variables;
    m_code.registerCount = m_variables;
    m_code.variableCount = m_variables;
    m_code.parameterCount = static_cast<std::uint16_t>(section.parameters.size());
    m_code.variableNames.reserve(section.variables.size());
    for (const Variable *variable : section.variables)
        m_code.variableNames.emplace_back(variable->name.text);
    if (section.variables.size() > 60'000)
        fault("the section has too many variables");
    block(section.body);
    at(section.closing);
    m_statementBegins = true;
    emit(Opcode::ReturnNull);
}

void SectionBuilder::initializer(const Tree &tree)
{
    for (const DeclarationStatement *declaration : tree.declarations) {
        if (!declaration->constant)
            continue;
        for (const auto &item : declaration->items) {
            if (!item.variable || m_file.constantValues[item.variable->index])
                continue;
            at(item.name.span);
            m_statementBegins = true;
            emit(Opcode::SetFileConstant, value(*item.initial), static_cast<std::uint16_t>(item.variable->index));
            m_top = 0;
        }
    }
    emit(Opcode::ReturnNull);
}

void SectionBuilder::block(Block statements)
{
    for (const Statement *s : statements) {
        at(s->span);
        m_statementBegins = true;
        statement(*s);
        m_top = m_variables;
    }
}

void SectionBuilder::statement(const Statement &s)
{
    switch (s.kind) {
    case StatementKind::Error:
    case StatementKind::Empty:
        break;
    case StatementKind::Declaration:
        declaration(s.as<DeclarationStatement>());
        break;
    case StatementKind::Assignment:
        assignment(s.as<AssignmentStatement>());
        break;
    case StatementKind::Call:
        callTo(temporary(), *s.as<CallStatement>().call);
        break;
    case StatementKind::Spawn:
        spawnTo(temporary(), *s.as<SpawnStatement>().spawn);
        break;
    case StatementKind::If:
        conditional(s.as<IfStatement>());
        break;
    case StatementKind::Loop:
        loop(s.as<LoopStatement>());
        break;
    case StatementKind::ExitIf: {
        const JumpList jumps = jump(*s.as<ExitIfStatement>().condition, true);
        if (!m_loopExits.empty())
            m_loopExits.back()->insert(m_loopExits.back()->end(), jumps.begin(), jumps.end());
        break;
    }
    case StatementKind::Return:
        if (const Expression *result = s.as<ReturnStatement>().value)
            emit(Opcode::Return, value(*result));
        else
            emit(Opcode::ReturnNull);
        break;
    case StatementKind::Stop:
        emit(Opcode::Stop);
        break;
    }
}

void SectionBuilder::declaration(const DeclarationStatement &s)
{
    for (const auto &item : s.items) {
        if (!item.variable)
            continue;
        at(item.name.span);
        const auto target = static_cast<Register>(item.variable->index);
        if (item.initial)
            valueTo(target, *item.initial);
        else
            emit(Opcode::LoadNull, target);
        m_top = m_variables;
    }
}

namespace {

Opcode opcodeOf(AssignmentStatement::Operator op)
{
    switch (op) {
    case AssignmentStatement::Operator::Set: break;
    case AssignmentStatement::Operator::Add: return Opcode::Add;
    case AssignmentStatement::Operator::Subtract: return Opcode::Subtract;
    case AssignmentStatement::Operator::Multiply: return Opcode::Multiply;
    case AssignmentStatement::Operator::Divide: return Opcode::Divide;
    case AssignmentStatement::Operator::Remainder: return Opcode::Remainder;
    case AssignmentStatement::Operator::Or: return Opcode::Or;
    case AssignmentStatement::Operator::And: return Opcode::And;
    }
    return Opcode::Move;
}

bool inRegister(const Variable &variable)
{
    return variable.kind == Variable::Kind::Parameter || variable.kind == Variable::Kind::Local
        || variable.kind == Variable::Kind::LocalConstant;
}

} // namespace

void SectionBuilder::assignment(const AssignmentStatement &s)
{
    if (s.target->kind == ExpressionKind::Variable)
        assignVariable(s, s.target->as<VariableExpression>());
    else
        assignElement(s);
}

void SectionBuilder::assignVariable(const AssignmentStatement &s, const VariableExpression &target)
{
    if (!target.variable)
        return;
    const bool set = s.op == AssignmentStatement::Operator::Set;
    if (!inRegister(*target.variable)) {
        Register result = temporary();
        if (set) {
            valueTo(result, *s.value);
        } else {
            variableTo(result, target);
            emit(opcodeOf(s.op), result, result, value(*s.value), 1);
        }
        emit(Opcode::SetTaskVariable, result, textConstant(target.variable->name.text));
        return;
    }
    const auto place = static_cast<Register>(target.variable->index);
    if (set) {
        valueTo(place, *s.value);
        return;
    }
    std::int64_t number = 0;
    if (s.op == AssignmentStatement::Operator::Add && literalNumber(*s.value, number) && number >= INT32_MIN
        && number <= INT32_MAX) {
        const std::size_t index = emit(Opcode::Increment, place);
        m_code.code[index].setLongJump(static_cast<std::int32_t>(number));
        return;
    }
    arithmetic(opcodeOf(s.op), place, target, *s.value, s.span);
}

/// Container and index first, then the value, then the store (cgpl-language section 16, point 38).
void SectionBuilder::assignElement(const AssignmentStatement &s)
{
    Opcode get = Opcode::GetIndex;
    Opcode set = Opcode::SetIndex;
    Register object = 0;
    std::uint16_t key = 0;
    if (s.target->kind == ExpressionKind::Index) {
        object = value(*s.target->as<IndexExpression>().object);
        key = value(*s.target->as<IndexExpression>().index);
    } else if (s.target->kind == ExpressionKind::ComputedKey) {
        get = Opcode::GetComputedKey;
        set = Opcode::SetComputedKey;
        object = value(*s.target->as<ComputedKeyExpression>().object);
        key = value(*s.target->as<ComputedKeyExpression>().key);
    } else if (s.target->kind == ExpressionKind::Key) {
        get = Opcode::GetKey;
        set = Opcode::SetKey;
        object = value(*s.target->as<KeyExpression>().object);
        key = textConstant(s.target->as<KeyExpression>().key.text);
    } else {
        return;
    }
    std::int64_t number = 0;
    if (s.op == AssignmentStatement::Operator::Set && set == Opcode::SetIndex && literalNumber(*s.value, number)) {
        at(s.target->span);
        emit(Opcode::SetIndexK, object, key, numberConstant(number));
        return;
    }
    if (s.op == AssignmentStatement::Operator::Set) {
        const Register result = value(*s.value);
        at(s.target->span);
        emit(set, object, key, result);
        return;
    }
    const Register old = temporary();
    at(s.target->span);
    emit(get, old, object, key);
    const Register right = value(*s.value);
    at(s.span);
    emit(opcodeOf(s.op), old, old, right);
    emit(set, object, key, old);
}

void SectionBuilder::conditional(const IfStatement &s)
{
    JumpList ends;
    for (std::size_t n = 0; n < s.branches.size(); ++n) {
        const auto &branch = s.branches[n];
        JumpList past;
        if (branch.condition) {
            at(branch.condition->span);
            past = jump(*branch.condition, false);
            m_top = m_variables;
        }
        block(branch.body);
        if (n + 1 < s.branches.size())
            ends.push_back(emitJump(Opcode::Jump));
        patchHere(past);
    }
    patchHere(ends);
}

void SectionBuilder::loop(const LoopStatement &s)
{
    if (s.initial) {
        at(s.initial->span);
        statement(*s.initial);
        m_top = m_variables;
    }
    JumpList exits;
    if (s.condition) {
        at(s.condition->span);
        m_statementBegins = true;
        exits = jump(*s.condition, false);
        m_top = m_variables;
    }
    const std::size_t bodyStart = m_code.code.size();
    m_loopExits.push_back(&exits);
    block(s.body);
    m_loopExits.pop_back();
    at(s.step ? s.step->span : s.condition ? s.condition->span : s.head);
    m_statementBegins = true;
    if (!countedLoopEnd(s, bodyStart)) {
        if (s.step) {
            statement(*s.step);
            m_top = m_variables;
        }
        if (s.condition) {
            at(s.condition->span);
            jumpTo(*s.condition, true, bodyStart);
        } else {
            patch({emitJump(Opcode::Jump)}, bodyStart);
        }
    }
    patchHere(exits);
    m_top = m_variables;
}

/// `i += n` and `i < bound` (or <=) with a variable or number as bound: one instruction.
bool SectionBuilder::countedLoopEnd(const LoopStatement &s, std::size_t bodyStart)
{
    if (m_longJumps || !s.step || !s.condition || s.step->kind != StatementKind::Assignment
        || s.condition->kind != ExpressionKind::Binary)
        return false;
    const auto &step = s.step->as<AssignmentStatement>();
    const auto &test = s.condition->as<BinaryExpression>();
    std::int64_t by = 0;
    if (step.op != AssignmentStatement::Operator::Add || step.target->kind != ExpressionKind::Variable
        || test.left->kind != ExpressionKind::Variable || !literalNumber(*step.value, by) || by < INT8_MIN
        || by > INT8_MAX || (test.op != BinaryOperator::Less && test.op != BinaryOperator::LessEqual))
        return false;
    const Variable *counter = step.target->as<VariableExpression>().variable;
    if (!counter || counter != test.left->as<VariableExpression>().variable || !inRegister(*counter))
        return false;
    const bool less = test.op == BinaryOperator::Less;
    Opcode op;
    std::uint16_t bound = 0;
    std::int64_t number = 0;
    if (literalNumber(*test.right, number)) {
        op = less ? Opcode::LoopLessK : Opcode::LoopLessEqualK;
        bound = numberConstant(number);
    } else if (test.right->kind == ExpressionKind::Variable && test.right->as<VariableExpression>().variable
               && inRegister(*test.right->as<VariableExpression>().variable)) {
        op = less ? Opcode::LoopLess : Opcode::LoopLessEqual;
        bound = static_cast<std::uint16_t>(test.right->as<VariableExpression>().variable->index);
    } else {
        return false;
    }
    const std::size_t index = emit(op, static_cast<Register>(counter->index), bound, 0,
                                   static_cast<std::uint8_t>(static_cast<std::int8_t>(by)));
    patch({index}, bodyStart);
    return true;
}

// ---- code --------------------------------------------------------------------------------------------------------

std::size_t SectionBuilder::emit(Opcode op, std::uint16_t a, std::uint16_t b, std::uint16_t c, std::uint8_t x)
{
    const auto pc = static_cast<std::uint32_t>(m_code.code.size());
    if (m_statementBegins || m_code.positions.empty() || m_code.positions.back().offset != m_position) {
        m_code.positions.push_back({pc, m_position, m_statementBegins});
        m_statementBegins = false;
    }
    m_code.code.push_back({op, x, a, b, c});
    return pc;
}

std::size_t SectionBuilder::emitJump(Opcode op, Register a)
{
    return emit(op, a);
}

void SectionBuilder::patch(const JumpList &jumps, std::size_t target)
{
    for (const std::size_t index : jumps) {
        Instruction &i = m_code.code[index];
        const auto distance = static_cast<std::int64_t>(target) - static_cast<std::int64_t>(index) - 1;
        if (i.op == Opcode::Jump || i.op == Opcode::JumpIfTrue || i.op == Opcode::JumpIfNull)
            i.setLongJump(static_cast<std::int32_t>(distance));
        else if (distance >= INT16_MIN && distance <= INT16_MAX)
            i.c = static_cast<std::uint16_t>(static_cast<std::int16_t>(distance));
        else
            fault("the section is too long");
    }
}

Register SectionBuilder::temporary()
{
    const Register r = m_top++;
    if (m_top >= 0xfff0) {
        fault("an expression needs too many intermediate values");
        m_top = m_variables + 1;
    }
    if (m_top > m_code.registerCount)
        m_code.registerCount = m_top;
    return r;
}

std::uint16_t SectionBuilder::constant(Value value)
{
    if (m_code.constants.size() >= 0xffff) {
        fault("the section has too many constants");
        return 0;
    }
    m_code.constants.push_back(std::move(value));
    return static_cast<std::uint16_t>(m_code.constants.size() - 1);
}

std::uint16_t SectionBuilder::numberConstant(std::int64_t number)
{
    const auto [known, fresh] = m_numbers.emplace(number, 0);
    if (fresh)
        known->second = constant(Value::number(number));
    return known->second;
}

std::uint16_t SectionBuilder::textConstant(std::string_view text)
{
    const auto [known, fresh] = m_texts.emplace(text, 0);
    if (fresh)
        known->second = constant(Value::string(text));
    return known->second;
}

/// Limits of the instruction format end in a plain message when the section runs, never in wrong code.
void SectionBuilder::fault(const char *text)
{
    if (!m_code.code.empty() && m_code.code.front().op == Opcode::Fault)
        return;
    if (m_code.constants.empty())
        m_code.constants.emplace_back();
    m_code.constants.front() = Value::string(text);
    const Instruction stop{Opcode::Fault, 0, 0, 0, 0};
    if (m_code.code.empty())
        m_code.code.push_back(stop);
    else
        m_code.code.front() = stop;
}

} // namespace pbx::machine
