// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/section_builder.h"

#include "environment/language/catalogue.h"

#include <optional>

namespace pbx::machine {

using namespace language;
using data::Value;

bool literalNumber(const Expression &expression, std::int64_t &number)
{
    if (expression.kind == ExpressionKind::Number) {
        number = expression.as<NumberExpression>().value;
        return true;
    }
    if (expression.kind != ExpressionKind::Unary)
        return false;
    const auto &unary = expression.as<UnaryExpression>();
    if (unary.op == UnaryOperator::Not || unary.operand->kind != ExpressionKind::Number)
        return false;
    number = unary.operand->as<NumberExpression>().value;
    if (unary.op == UnaryOperator::Minus)
        number = static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(number));
    return true;
}

namespace {

bool isComparison(BinaryOperator op)
{
    return op >= BinaryOperator::Less && op <= BinaryOperator::Greater;
}

bool isNullLiteral(const Expression &e)
{
    return e.kind == ExpressionKind::Null;
}

/// The text of a string literal or of true.
std::optional<std::string_view> literalText(const Expression &e)
{
    if (e.kind == ExpressionKind::String)
        return e.as<StringExpression>().value;
    if (e.kind == ExpressionKind::True)
        return "YES";
    return std::nullopt;
}

} // namespace

/// The register that holds the value: a variable's own, else a new temporary.
Register SectionBuilder::value(const Expression &e)
{
    if (e.kind == ExpressionKind::Variable) {
        const Variable *variable = e.as<VariableExpression>().variable;
        if (variable
            && (variable->kind == Variable::Kind::Parameter || variable->kind == Variable::Kind::Local
                || variable->kind == Variable::Kind::LocalConstant))
            return static_cast<Register>(variable->index);
    }
    const Register target = temporary();
    valueTo(target, e);
    return target;
}

/// Temporaries taken on the way are free again afterwards.
void SectionBuilder::valueTo(Register target, const Expression &e)
{
    const Register top = m_top;
    switch (e.kind) {
    case ExpressionKind::Error:
    case ExpressionKind::Null:
        at(e.span);
        emit(Opcode::LoadNull, target);
        break;
    case ExpressionKind::True:
        at(e.span);
        emit(Opcode::LoadConstant, target, constant(Value::yes()));
        break;
    case ExpressionKind::Number:
    case ExpressionKind::String: {
        // Each literal is an object of its own (Same).
        Value v = e.kind == ExpressionKind::Number ? Value::number(e.as<NumberExpression>().value)
                                                   : Value::string(e.as<StringExpression>().value);
        v.markIdentity();
        at(e.span);
        emit(Opcode::LoadConstant, target, constant(std::move(v)));
        break;
    }
    case ExpressionKind::Variable:
        at(e.span);
        variableTo(target, e.as<VariableExpression>());
        break;
    case ExpressionKind::Index: {
        const auto &index = e.as<IndexExpression>();
        const Register object = value(*index.object);
        const Register place = value(*index.index);
        at(e.span);
        emit(Opcode::GetIndex, target, object, place);
        break;
    }
    case ExpressionKind::Key: {
        const auto &key = e.as<KeyExpression>();
        const Register object = value(*key.object);
        at(key.key.span);
        emit(Opcode::GetKey, target, object, textConstant(key.key.text));
        break;
    }
    case ExpressionKind::ComputedKey: {
        const auto &key = e.as<ComputedKeyExpression>();
        const Register object = value(*key.object);
        const Register name = value(*key.key);
        at(e.span);
        emit(Opcode::GetComputedKey, target, object, name);
        break;
    }
    case ExpressionKind::Call:
        callTo(target, e.as<CallExpression>());
        break;
    case ExpressionKind::Unary: {
        const auto &unary = e.as<UnaryExpression>();
        std::int64_t number = 0;
        if (literalNumber(e, number)) {
            at(e.span);
            emit(Opcode::LoadConstant, target, numberConstant(number));
            break;
        }
        const Register operand = value(*unary.operand);
        at(e.span);
        emit(unary.op == UnaryOperator::Not ? Opcode::Not
                 : unary.op == UnaryOperator::Minus ? Opcode::Negate
                                                    : Opcode::Plus,
             target, operand);
        break;
    }
    case ExpressionKind::Binary:
        binaryTo(target, e.as<BinaryExpression>());
        break;
    case ExpressionKind::Conditional: {
        const auto &conditional = e.as<ConditionalExpression>();
        const JumpList past = jump(*conditional.condition, false);
        valueTo(target, *conditional.whenTrue);
        const std::size_t end = emitJump(Opcode::Jump);
        patchHere(past);
        valueTo(target, *conditional.whenFalse);
        patchHere({end});
        break;
    }
    case ExpressionKind::Spawn:
        spawnTo(target, e.as<SpawnExpression>());
        break;
    }
    m_top = top;
}

void SectionBuilder::variableTo(Register target, const VariableExpression &e)
{
    const Variable *variable = e.variable;
    if (!variable) {
        emit(Opcode::LoadNull, target);
        return;
    }
    switch (variable->kind) {
    case Variable::Kind::Task:
        emit(Opcode::GetTaskVariable, target, textConstant(variable->name.text));
        return;
    case Variable::Kind::FileConstant:
        if (const Expression *known = m_file.constantValues[variable->index])
            valueTo(target, *known);
        else
            emit(Opcode::GetFileConstant, target, static_cast<std::uint16_t>(variable->index));
        return;
    default:
        if (target != variable->index)
            emit(Opcode::Move, target, static_cast<Register>(variable->index));
        return;
    }
}

void SectionBuilder::arithmetic(Opcode plain, Register target, const Expression &left, const Expression &right,
                                Span span)
{
    const Register top = m_top;
    const Register l = value(left);
    const bool dying = !isVariable(l);
    std::int64_t number = 0;
    if (plain >= Opcode::Add && plain <= Opcode::Remainder && literalNumber(right, number)) {
        // 0 and -1 are for the general form, which knows what to do with them.
        const bool divides = plain == Opcode::Divide || plain == Opcode::Remainder;
        if (!divides || (number != 0 && number != -1)) {
            const auto constantForm = static_cast<Opcode>(static_cast<int>(Opcode::AddK) + static_cast<int>(plain)
                                                          - static_cast<int>(Opcode::Add));
            at(span);
            emit(constantForm, target, l, numberConstant(number), dying);
            m_top = top;
            return;
        }
    }
    const Register r = value(right);
    at(span);
    emit(plain, target, l, r, dying);
    m_top = top;
}

void SectionBuilder::binaryTo(Register target, const BinaryExpression &e)
{
    Opcode op = Opcode::Add;
    const Expression *left = e.left;
    const Expression *right = e.right;
    switch (e.op) {
    case BinaryOperator::Multiply: op = Opcode::Multiply; break;
    case BinaryOperator::Divide: op = Opcode::Divide; break;
    case BinaryOperator::Remainder: op = Opcode::Remainder; break;
    case BinaryOperator::Add: op = Opcode::Add; break;
    case BinaryOperator::Subtract: op = Opcode::Subtract; break;
    case BinaryOperator::And: op = Opcode::And; break;
    case BinaryOperator::Or: op = Opcode::Or; break;
    case BinaryOperator::Xor: op = Opcode::Xor; break;
    case BinaryOperator::Equal: op = Opcode::IsEqual; break;
    case BinaryOperator::NotEqual: op = Opcode::IsNotEqual; break;
    case BinaryOperator::Less:
    case BinaryOperator::Greater: op = Opcode::IsLess; break;
    case BinaryOperator::LessEqual:
    case BinaryOperator::GreaterEqual: op = Opcode::IsLessEqual; break;
    case BinaryOperator::AndThen:
    case BinaryOperator::OrElse: lazyTo(target, e); return;
    }
    if (e.op == BinaryOperator::Equal && (isNullLiteral(*left) || isNullLiteral(*right))) {
        const Register operand = value(isNullLiteral(*left) ? *right : *left);
        at(e.operatorSpan);
        emit(Opcode::Not, target, operand);
        return;
    }
    if (e.op == BinaryOperator::Greater || e.op == BinaryOperator::GreaterEqual) {
        // Left is evaluated first all the same.
        const Register l = value(*left);
        const Register r = value(*right);
        at(e.operatorSpan);
        emit(op, target, r, l);
        return;
    }
    arithmetic(op, target, *left, *right, e.operatorSpan);
}

void SectionBuilder::lazyTo(Register target, const BinaryExpression &e)
{
    // The right side may read the variable that is being assigned: it must not see the left side's value.
    const Register result = isVariable(target) ? temporary() : target;
    valueTo(result, *e.left);
    const std::size_t past = emitJump(e.op == BinaryOperator::AndThen ? Opcode::JumpIfNull : Opcode::JumpIfTrue, result);
    valueTo(result, *e.right);
    patchHere({past});
    if (result != target)
        emit(Opcode::Move, target, result);
}

void SectionBuilder::callTo(Register target, const CallExpression &e)
{
    // A call's window begins at the first free register: nothing above it is alive.
    const Register first = m_top;
    if (e.arguments.size() > 250) {
        fault("a call has too many arguments");
        return;
    }
    const auto count = static_cast<std::uint8_t>(e.arguments.size());
    if (e.builtin && e.builtin->folded == "length" && count == 1) {
        const Register operand = value(*e.arguments[0]);
        at(e.name.span);
        emit(Opcode::Length, target, operand);
        m_top = first;
        return;
    }
    for (const Expression *argument : e.arguments)
        valueTo(temporary(), *argument);
    if (count == 0) {
        temporary(); // the window exists even when it is empty
    }
    m_top = first;
    at(e.name.span);
    if (e.builtin) {
        if (e.builtin->folded == "proccall" || e.builtin->folded == "funccall")
            emit(Opcode::CallByName, first, e.builtin->procedure ? 0 : 1, target, count);
        else
            emit(Opcode::CallBuiltin, first, static_cast<std::uint16_t>(e.builtin->id), target, count);
        return;
    }
    const Section *section = e.section;
    if (section && section->definition)
        section = section->definition;
    if (!section) {
        emit(Opcode::LoadNull, target);
        return;
    }
    if (const auto own = m_file.sections.find(section); own != m_file.sections.end()) {
        emit(Opcode::Call, first, own->second, target, count);
        return;
    }
    const std::string_view module = section->module.folded.empty() ? section->name.folded : section->module.folded;
    const CodeKind kind = section->kind == SectionKind::Function ? CodeKind::Function : CodeKind::Procedure;
    const std::string key = std::string(module) + "::" + std::string(section->name.folded)
        + (kind == CodeKind::Function ? 'f' : 'p');
    const auto [known, fresh]
        = m_file.externals.emplace(key, static_cast<std::uint16_t>(m_file.program.externals.size()));
    if (fresh)
        m_file.program.externals.push_back({std::string(module), std::string(section->name.folded), kind});
    emit(Opcode::CallExternal, first, known->second, target, count);
}

void SectionBuilder::spawnTo(Register target, const SpawnExpression &e)
{
    const Register parameter = temporary();
    if (e.parameter)
        valueTo(parameter, *e.parameter);
    else
        emit(Opcode::LoadNull, parameter);
    at(e.span);
    const auto own = e.section ? m_file.sections.find(e.section->definition ? e.section->definition : e.section)
                               : m_file.sections.end();
    if (own == m_file.sections.end())
        emit(Opcode::LoadNull, target);
    else
        emit(Opcode::Spawn, target, own->second, parameter);
}

// ---- conditions --------------------------------------------------------------------------------------------------

/// Code that jumps when the condition is true (when) or null (!when), else goes on. Gives the jumps to patch.
JumpList SectionBuilder::jump(const Expression &condition, bool when)
{
    const Register top = m_top;
    JumpList jumps;
    if (condition.kind == ExpressionKind::Unary && condition.as<UnaryExpression>().op == UnaryOperator::Not)
        return jump(*condition.as<UnaryExpression>().operand, !when);
    if (condition.kind == ExpressionKind::Binary) {
        const auto &binary = condition.as<BinaryExpression>();
        if (binary.op == BinaryOperator::AndThen || binary.op == BinaryOperator::OrElse) {
            // `and` jumps on null as soon as one side is null, `or` on true as soon as one is true.
            const bool shortWay = binary.op == BinaryOperator::OrElse;
            JumpList first = jump(*binary.left, shortWay);
            JumpList second = jump(*binary.right, when);
            if (when == shortWay) {
                first.insert(first.end(), second.begin(), second.end());
                return first;
            }
            patchHere(first);
            return second;
        }
        if (isComparison(binary.op)) {
            jumps = compareJump(binary, when);
            m_top = top;
            return jumps;
        }
    }
    const Register r = value(condition);
    jumps.push_back(emitJump(when ? Opcode::JumpIfTrue : Opcode::JumpIfNull, r));
    m_top = top;
    return jumps;
}

JumpList SectionBuilder::compareJump(const BinaryExpression &e, bool when)
{
    const bool equality = e.op == BinaryOperator::Equal || e.op == BinaryOperator::NotEqual;
    const bool sense = e.op == BinaryOperator::NotEqual ? !when : when;
    if (equality && (isNullLiteral(*e.left) || isNullLiteral(*e.right))) {
        const Register r = value(isNullLiteral(*e.left) ? *e.right : *e.left);
        at(e.operatorSpan);
        return {emitJump(sense ? Opcode::JumpIfNull : Opcode::JumpIfTrue, r)};
    }
    if (m_longJumps) {
        const Register r = temporary();
        binaryTo(r, e);
        return {emitJump(when ? Opcode::JumpIfTrue : Opcode::JumpIfNull, r)};
    }
    const Register left = value(*e.left);
    const auto pair = [sense](Opcode yes, Opcode no) { return sense ? yes : no; };
    if (equality) {
        std::int64_t number = 0;
        const auto text = literalText(*e.right);
        if (text || literalNumber(*e.right, number)) {
            const std::uint16_t k = text ? textConstant(*text) : numberConstant(number);
            at(e.operatorSpan);
            return {emit(pair(Opcode::JumpEqualK, Opcode::JumpNotEqualK), left, k)};
        }
        const Register right = value(*e.right);
        at(e.operatorSpan);
        return {emit(pair(Opcode::JumpEqual, Opcode::JumpNotEqual), left, right)};
    }
    std::int64_t number = 0;
    if (literalNumber(*e.right, number)) {
        Opcode op = Opcode::JumpLessK;
        switch (e.op) {
        case BinaryOperator::Less: op = pair(Opcode::JumpLessK, Opcode::JumpNotLessK); break;
        case BinaryOperator::LessEqual: op = pair(Opcode::JumpLessEqualK, Opcode::JumpNotLessEqualK); break;
        case BinaryOperator::Greater: op = pair(Opcode::JumpGreaterK, Opcode::JumpNotGreaterK); break;
        default: op = pair(Opcode::JumpGreaterEqualK, Opcode::JumpNotGreaterEqualK); break;
        }
        at(e.operatorSpan);
        return {emit(op, left, numberConstant(number))};
    }
    const Register right = value(*e.right);
    const bool swapped = e.op == BinaryOperator::Greater || e.op == BinaryOperator::GreaterEqual;
    const bool orEqual = e.op == BinaryOperator::LessEqual || e.op == BinaryOperator::GreaterEqual;
    at(e.operatorSpan);
    return {emit(orEqual ? pair(Opcode::JumpLessEqual, Opcode::JumpNotLessEqual)
                         : pair(Opcode::JumpLess, Opcode::JumpNotLess),
                 swapped ? right : left, swapped ? left : right)};
}

void SectionBuilder::jumpTo(const Expression &condition, bool when, std::size_t target)
{
    patch(jump(condition, when), target);
}

} // namespace pbx::machine
