// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/codes.h"
#include "environment/language/names_state.h"
#include "environment/language/similar.h"
#include "environment/language/stock_sections.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace pbx::language {

namespace {

bool isLogical(BinaryOperator op)
{
    return op >= BinaryOperator::And;
}
bool isComparison(BinaryOperator op)
{
    return op >= BinaryOperator::Less && op <= BinaryOperator::Greater;
}

std::string writtenName(const CallExpression &call)
{
    std::string result;
    if (!call.module.text.empty())
        result = std::string(call.module.text) + "::";
    return result += call.name.text;
}

/// Described as functions, listed as procedures (pbx-runtime 14, number 17).
bool isEitherForm(const Builtin &builtin)
{
    return builtin.folded == "rejectbridge" || builtin.folded == "rejecttransfer";
}

std::string_view kindWord(SectionKind kind)
{
    return kind == SectionKind::Entry ? "entry" : kind == SectionKind::Procedure ? "procedure" : "function";
}

} // namespace

void Resolver::resolve(Expression *expression)
{
    switch (expression->kind) {
    case ExpressionKind::Error:
    case ExpressionKind::Null:
    case ExpressionKind::True:
    case ExpressionKind::Number:
    case ExpressionKind::String:
        return;
    case ExpressionKind::Variable:
        return resolveVariable(expression->as<VariableExpression>(), Access::Read);
    case ExpressionKind::Index:
        resolve(expression->as<IndexExpression>().object);
        return resolve(expression->as<IndexExpression>().index);
    case ExpressionKind::Key:
        return resolve(expression->as<KeyExpression>().object);
    case ExpressionKind::ComputedKey:
        resolve(expression->as<ComputedKeyExpression>().object);
        return resolve(expression->as<ComputedKeyExpression>().key);
    case ExpressionKind::Call:
        return resolveCall(expression->as<CallExpression>(), false);
    case ExpressionKind::Unary:
        return resolve(expression->as<UnaryExpression>().operand);
    case ExpressionKind::Binary:
        return resolveBinary(expression->as<BinaryExpression>());
    case ExpressionKind::Conditional:
        resolve(expression->as<ConditionalExpression>().condition);
        resolve(expression->as<ConditionalExpression>().whenTrue);
        return resolve(expression->as<ConditionalExpression>().whenFalse);
    case ExpressionKind::Spawn:
        return resolveSpawn(expression->as<SpawnExpression>());
    }
}

void Resolver::resolveBinary(BinaryExpression &expression)
{
    resolve(expression.left);
    const Expression *mixedLeft = m_mixed;
    resolve(expression.right);
    if (!m_options.warnings)
        return;
    if (isLogical(expression.op) && expression.left->kind == ExpressionKind::Binary) {
        const auto &left = expression.left->as<BinaryExpression>();
        if (isLogical(left.op) && !left.parenthesised) {
            const bool told = mixedLeft == &left;
            if (left.op != expression.op && !told)
                warn(codes::mixedLogic,
                     PBX_TRANSLATE(
                         "language",
                         "Different logical operators meet here and are taken from left to right: put parentheses."),
                     expression.operatorSpan);
            if (told || left.op != expression.op)
                m_mixed = &expression;
        }
    }
    // The span tells whether the `not` stands in parentheses of its own.
    if (isComparison(expression.op) && expression.left->kind == ExpressionKind::Unary &&
        expression.left->as<UnaryExpression>().op == UnaryOperator::Not &&
        expression.left->span.begin == expression.span.begin) {
        const std::string operand(m_source.view(expression.left->as<UnaryExpression>().operand->span));
        warn(codes::misleadingNot,
             PBX_TRANSLATE(
                 "language",
                 "'not' belongs to '%1' alone and not to the comparison: put parentheses around what it is meant for."),
             expression.left->span, {operand.substr(0, 40)});
    }
}

// ---- variables ---------------------------------------------------------------------------------------------------

void Resolver::resolveVariable(VariableExpression &expression, Access access)
{
    Symbol &known = symbol(expression.name);
    Variable *variable = known.local ? known.local : known.file;
    if (!variable) {
        if (refuseAsVariable(known, expression.name, access)) {
            // Assigned, it is meant as a variable: what follows is no news.
            if (access != Access::Read && m_section) {
                Variable *stand = implicitVariable(known, expression.name, false);
                stand->assigned = true;
                expression.variable = stand;
            }
            return;
        }
        if (!m_section) {
            if (!m_namesMissing)
                error(codes::undefinedName,
                      PBX_TRANSLATE("language", "'%1' is no constant declared above and no task variable."),
                      expression.span, {std::string(expression.name.text)});
            return;
        }
        variable = implicitVariable(known, expression.name, m_usesVar && !m_broken);
    }
    expression.variable = variable;
    const bool constant =
        variable->kind == Variable::Kind::FileConstant || variable->kind == Variable::Kind::LocalConstant;
    if (access != Access::Write) {
        const bool local =
            m_section && variable->kind != Variable::Kind::FileConstant && variable->kind != Variable::Kind::Task;
        if (local && !variable->read)
            m_firstRead[variable->index] = expression.span;
        variable->read = true;
    }
    if (access != Access::Read) {
        if (constant)
            error(codes::assignmentToConstant,
                  PBX_TRANSLATE("language", "'%1' is the constant of line %2 and can't be assigned to."),
                  expression.span, {std::string(expression.name.text), lineOf(variable->name.span)});
        variable->assigned = true;
    }
}

/// A built-in's or section's name where a variable is wanted.
bool Resolver::refuseAsVariable(const Symbol &known, const Name &name, Access access)
{
    const std::string text(name.text);
    const Section *section =
        known.first && known.first->kind != SectionKind::Entry && known.first->span.begin < name.span.begin
            ? known.first
            : nullptr;
    if (!section && !available(known.builtin))
        return false;
    if (access != Access::Read)
        error(codes::wrongKind, PBX_TRANSLATE("language", "'%1' is a procedure or function and can't be assigned to."),
              name.span, {text});
    else
        error(codes::wrongKind,
              PBX_TRANSLATE("language", "'%1' is a procedure or function: a call needs parentheses, '%1()'."),
              name.span, {text});
    return true;
}

/// A variable that no var declares lives in the whole section, wherever it was met first.
Variable *Resolver::implicitVariable(Symbol &known, const Name &name, bool warning)
{
    Variable *variable = addVariable(name, Variable::Kind::Local, false);
    known.local = variable;
    known.depth = 0;
    m_implicit.push_back(static_cast<std::uint32_t>(&known - m_symbols.data()));
    if (warning)
        warn(codes::undeclaredVariable,
             PBX_TRANSLATE("language", "'%1' is not declared here, though this section declares variables by 'var': it "
                                       "lives in the whole section."),
             name.span, {std::string(name.text)});
    return variable;
}

// ---- calls -------------------------------------------------------------------------------------------------------

void Resolver::resolveCall(CallExpression &call, bool asStatement)
{
    for (Expression *argument : call.arguments)
        resolve(argument);
    call.section = nullptr;
    call.builtin = nullptr;
    if (call.module.folded.empty())
        resolveUnqualified(call, asStatement);
    else
        resolveQualified(call, asStatement);
    if (call.section || call.builtin) {
        checkKind(call, asStatement);
        checkArguments(call);
    }
}

void Resolver::resolveUnqualified(CallExpression &call, bool asStatement)
{
    Symbol &known = symbol(call.name);
    const Section *first = known.first;
    const bool above = first && first->span.begin <= call.name.span.begin;
    if (!above && available(known.builtin)) {
        call.builtin = known.builtin;
        return;
    }
    if (first) {
        call.section = known.definition ? known.definition : first;
        if (!above)
            error(codes::undefinedName,
                  PBX_TRANSLATE("language",
                                "'%1' is used here and declared only in line %2: declare it above with 'forward'."),
                  call.name.span, {std::string(call.name.text), lineOf(first->name.span)});
        return;
    }
    if (known.builtin) {
        // A list of places where it makes sense is not a list of places where it is refused.
        const auto environments = known.builtin->environments;
        const bool general = environments & (environments - 1);
        const char *format =
            PBX_TRANSLATE("language", "The built-in '%1' does not belong to the programs of this environment.");
        if (general)
            warn(codes::wrongEnvironment, format, call.name.span, {std::string(known.builtin->name)});
        else
            error(codes::wrongEnvironment, format, call.name.span, {std::string(known.builtin->name)});
        call.builtin = known.builtin;
        return;
    }
    if (!m_namesMissing && !std::exchange(known.told, true))
        reportUnknown(call, asStatement);
}

/// module::name(…)
void Resolver::resolveQualified(CallExpression &call, bool asStatement)
{
    std::string key(call.module.folded);
    key += "::";
    key += call.name.folded;
    const auto place = m_qualified.find(key);
    if (place != m_qualified.end()) {
        Section *first = place->second;
        const bool synthetic = std::ranges::find(m_synthetic, first) != m_synthetic.end();
        if (!synthetic && first->span.begin > call.name.span.begin)
            error(codes::undefinedName,
                  PBX_TRANSLATE("language", "'%1' is used here and declared only in line %2: declare it above."),
                  call.name.span, {writtenName(call), lineOf(first->name.span)});
        const Section *definition = first->form == Section::Form::Forward ? symbol(first->name).definition : first;
        call.section = definition ? definition : first;
        return;
    }
    Section *section = m_tree.makeSection();
    section->kind = asStatement ? SectionKind::Procedure : SectionKind::Function;
    section->form = Section::Form::External;
    section->module = call.module;
    section->name = call.name;
    section->parameters = m_tree.list(std::vector<Name>(call.arguments.size(), call.name));
    section->span = section->head = {call.module.span.begin, call.name.span.end};
    m_synthetic.push_back(section);
    m_qualified.emplace(std::move(key), section);
    call.section = section;
    warn(codes::undeclaredExternal,
         PBX_TRANSLATE("language", "'%1' is not declared: declare it above with '%2 %1(…) external;'."), section->span,
         {writtenName(call), std::string(kindWord(section->kind))});
}

void Resolver::reportUnknown(const CallExpression &call, bool asStatement)
{
    const std::string text(call.name.text);
    const std::string kind(asStatement ? "procedure" : "function");
    const std::string similar(similarCallable(call.name.folded, call.name.span.begin));
    if (!similar.empty()) {
        auto *message = error(codes::undefinedName, PBX_TRANSLATE("language", "Unknown %1 '%2': did you mean '%3'?"),
                              call.name.span, {kind, text, similar});
        if (message)
            message->fix = Fix{call.name.span, similar};
        return;
    }
    error(codes::undefinedName,
          PBX_TRANSLATE("language",
                        "Unknown %1 '%2': if it is in a file of its own, declare it above with '%1 %2(…) external;'."),
          call.name.span, {kind, text});
}

std::string_view Resolver::similarCallable(std::string_view folded, std::uint32_t) const
{
    std::string_view best;
    int limit = allowedDistance(folded);
    if (folded.size() < 3)
        return best;
    const auto consider = [&](std::string_view candidate, std::string_view text) {
        const int distance = editDistance(folded, candidate, limit);
        if (distance <= limit) {
            best = text;
            limit = distance - 1;
        }
    };
    for (const Section *section : m_tree.sections) {
        if (section->kind != SectionKind::Entry && section->module.text.empty())
            consider(section->name.folded, section->name.text);
    }
    for (const Builtin &builtin : builtins()) {
        if (available(&builtin) && limit >= 0)
            consider(builtin.folded, builtin.name);
    }
    return best;
}

/// Procedures are statements, functions are values, entries are neither.
void Resolver::checkKind(const CallExpression &call, bool asStatement)
{
    const std::string text = writtenName(call);
    if (call.section && call.section->kind == SectionKind::Entry) {
        error(codes::wrongKind,
              PBX_TRANSLATE("language", "'%1' is an entry and can't be called: a task is started there by 'spawn %1'."),
              call.name.span, {text});
        return;
    }
    const bool procedure = call.section ? call.section->kind == SectionKind::Procedure : call.builtin->procedure;
    if (asStatement && !procedure) {
        auto *message = error(
            codes::wrongKind,
            PBX_TRANSLATE("language", "'%1' is a function and no statement: to drop its value, write 'Void(%1(…));'."),
            call.span, {text});
        if (message)
            message->fix = Fix{call.span, "Void(" + std::string(m_source.view(call.span)) + ")"};
    } else if (!asStatement && procedure && call.builtin && isEitherForm(*call.builtin)) {
        if (m_options.warnings)
            report(Severity::Note, codes::doubtfulForm,
                   PBX_TRANSLATE("language", "Servers list '%1' as a procedure, descriptions as a function: if yours "
                                             "refuses the value, call it as a statement."),
                   call.name.span, {text});
    } else if (!asStatement && procedure) {
        error(codes::wrongKind, PBX_TRANSLATE("language", "'%1' is a procedure and gives no value."), call.name.span,
              {text});
    }
}

void Resolver::checkArguments(const CallExpression &call)
{
    const auto synthetic = [this](const Section *section) {
        return std::ranges::find(m_synthetic, section) != m_synthetic.end();
    };
    if ((call.section && (call.section->kind == SectionKind::Entry || synthetic(call.section))) || brokenIn(call.span))
        return;
    if (call.section && brokenIn(call.section->head))
        return;
    const int given = static_cast<int>(call.arguments.size());
    const int least = call.section ? static_cast<int>(call.section->parameters.size()) : call.builtin->minArguments;
    const int most = call.section ? least : call.builtin->maxArguments;
    if (given >= least && (most < 0 || given <= most))
        return;
    // Newer stock sections take one argument more (pbx-runtime 14, number 40).
    if (call.section && call.section->form == Section::Form::External && isStockSection(*call.section) &&
        std::abs(given - least) == 1 && given > 0)
        return;
    const char *format = most == least
                             ? least == 0   ? PBX_TRANSLATE("language", "'%1' takes no arguments, and %4 are given.")
                               : least == 1 ? PBX_TRANSLATE("language", "'%1' takes one argument, and %4 are given.")
                                            : PBX_TRANSLATE("language", "'%1' takes %2 arguments, and %4 are given.")
                         : most < 0 ? PBX_TRANSLATE("language", "'%1' takes %2 arguments or more, and %4 are given.")
                                    : PBX_TRANSLATE("language", "'%1' takes %2 to %3 arguments, and %4 are given.");
    error(codes::wrongArgumentCount, format, call.name.span,
          {writtenName(call), std::to_string(least), std::to_string(most), std::to_string(given)});
}

void Resolver::resolveSpawn(SpawnExpression &spawn)
{
    if (spawn.parameter)
        resolve(spawn.parameter);
    const Symbol &known = symbol(spawn.entry);
    const Section *section = known.definition ? known.definition : known.first;
    if (section && section->kind == SectionKind::Entry) {
        spawn.section = section;
        return;
    }
    const std::string text(spawn.entry.text);
    if (section) {
        error(codes::wrongKind, PBX_TRANSLATE("language", "'spawn' starts an entry, and '%1' of line %2 is none."),
              spawn.entry.span, {text, lineOf(section->name.span)});
        return;
    }
    if (m_namesMissing)
        return;
    std::string_view similar;
    int limit = allowedDistance(spawn.entry.folded);
    for (const Section *other : m_tree.sections) {
        const int distance =
            other->kind == SectionKind::Entry ? editDistance(spawn.entry.folded, other->name.folded, limit) : limit + 1;
        if (distance <= limit) {
            similar = other->name.text;
            limit = distance - 1;
        }
    }
    if (similar.empty())
        error(codes::undefinedName, PBX_TRANSLATE("language", "There is no entry '%1' in this file."), spawn.entry.span,
              {text});
    else
        error(codes::undefinedName,
              PBX_TRANSLATE("language", "There is no entry '%1' in this file: did you mean '%2'?"), spawn.entry.span,
              {text, std::string(similar)});
}

/// Made of literals, operators and constants declared above.
bool Resolver::isConstant(const Expression &expression, Span place) const
{
    switch (expression.kind) {
    case ExpressionKind::Error:
    case ExpressionKind::Null:
    case ExpressionKind::True:
    case ExpressionKind::Number:
    case ExpressionKind::String:
        return true;
    case ExpressionKind::Variable: {
        const Variable *variable = expression.as<VariableExpression>().variable;
        return !variable ||
               ((variable->kind == Variable::Kind::FileConstant || variable->kind == Variable::Kind::LocalConstant) &&
                variable->name.span.begin < place.begin);
    }
    case ExpressionKind::Unary:
        return isConstant(*expression.as<UnaryExpression>().operand, place);
    case ExpressionKind::Binary:
        return isConstant(*expression.as<BinaryExpression>().left, place) &&
               isConstant(*expression.as<BinaryExpression>().right, place);
    case ExpressionKind::Conditional: {
        const auto &conditional = expression.as<ConditionalExpression>();
        return isConstant(*conditional.condition, place) && isConstant(*conditional.whenTrue, place) &&
               isConstant(*conditional.whenFalse, place);
    }
    default:
        return false;
    }
}

} // namespace pbx::language
