// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/names.h"

#include "environment/language/codes.h"
#include "environment/language/names_state.h"

#include <algorithm>

namespace pbx::language {

namespace {

constexpr std::size_t messageLimit = 1000;

std::size_t hashOf(const char *key)
{
    return static_cast<std::size_t>((reinterpret_cast<std::uintptr_t>(key) * 0x9E3779B97F4A7C15u) >> 32);
}

} // namespace

void resolve(Tree &tree, const Source &source, const ResolveOptions &options)
{
    Resolver(tree, source, options).run();
}

Resolver::Resolver(Tree &tree, const Source &source, const ResolveOptions &options)
    : m_tree(tree)
    , m_source(source)
    , m_options(options)
    , m_slots(256)
{
    for (const Diagnostic &message : tree.diagnostics) {
        if (message.severity == Severity::Error)
            m_errors.push_back(message.span.begin);
    }
    std::ranges::sort(m_errors);
    m_symbols.reserve(128);
}

void Resolver::run()
{
    m_tree.taskVariables.clear();
    m_tree.fileConstants.clear();
    declareSections();
    declareFileNames();
    for (Section *section : m_tree.sections) {
        if (section->form == Section::Form::Definition)
            resolveSection(*section);
    }
    if (m_options.warnings)
        checkFlow();
    m_tree.sections.insert(m_tree.sections.end(), m_synthetic.begin(), m_synthetic.end());
    std::ranges::stable_sort(m_tree.diagnostics, {}, [](const Diagnostic &message) { return message.span.begin; });
}

Resolver::Symbol &Resolver::symbol(const Name &name)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hashOf(name.folded.data()) & mask;
    for (; m_slots[slot]; slot = (slot + 1) & mask) {
        Symbol &known = m_symbols[m_slots[slot] - 1];
        if (known.key == name.folded.data())
            return known;
    }
    return addSymbol(name, slot);
}

Resolver::Symbol &Resolver::addSymbol(const Name &name, std::size_t slot)
{
    Symbol added;
    added.key = name.folded.data();
    added.folded = name.folded;
    added.builtin = findBuiltin(name.folded);
    m_symbols.push_back(added);
    m_slots[slot] = static_cast<std::uint32_t>(m_symbols.size());
    if (m_symbols.size() * 2 > m_slots.size()) {
        std::vector<std::uint32_t> slots(m_slots.size() * 2);
        const std::size_t mask = slots.size() - 1;
        for (std::uint32_t i = 0; i < m_symbols.size(); ++i) {
            std::size_t at = hashOf(m_symbols[i].key) & mask;
            while (slots[at])
                at = (at + 1) & mask;
            slots[at] = i + 1;
        }
        m_slots.swap(slots);
    }
    return m_symbols.back();
}

Diagnostic *Resolver::report(Severity severity, std::string_view code, const char *format, Span span,
                             std::vector<std::string> arguments)
{
    if (m_tree.diagnostics.size() >= messageLimit)
        return nullptr;
    Diagnostic message;
    message.severity = severity;
    message.code = code;
    message.format = format;
    message.arguments = std::move(arguments);
    message.span = span;
    return &m_tree.diagnostics.emplace_back(std::move(message));
}

Diagnostic *Resolver::warn(std::string_view code, const char *format, Span span, std::vector<std::string> arguments)
{
    return m_options.warnings ? report(Severity::Warning, code, format, span, std::move(arguments)) : nullptr;
}

std::string Resolver::lineOf(Span span) const
{
    return std::to_string(m_source.lineAt(span.begin));
}

/// The parser found an error there: what looks wrong may be a consequence.
bool Resolver::brokenIn(Span span) const
{
    const auto place = std::ranges::lower_bound(m_errors, span.begin);
    return place != m_errors.end() && *place <= span.end;
}

bool Resolver::available(const Builtin *builtin) const
{
    return builtin && (builtin->environments & static_cast<std::uint8_t>(m_options.environment));
}

// ---- blocks ------------------------------------------------------------------------------------------------------

void Resolver::bind(Symbol &symbol, Variable *variable)
{
    m_bindings.push_back({static_cast<std::uint32_t>(&symbol - m_symbols.data()), symbol.local, symbol.depth});
    symbol.local = variable;
    symbol.depth = m_depth;
}

void Resolver::closeScope(std::size_t bindings)
{
    while (m_bindings.size() > bindings) {
        const Binding &last = m_bindings.back();
        Symbol &symbol = m_symbols[last.symbol];
        symbol.local = last.local;
        symbol.depth = last.depth;
        m_bindings.pop_back();
    }
    --m_depth;
}

Variable *Resolver::addVariable(const Name &name, Variable::Kind kind, bool declared)
{
    Variable *variable = m_tree.makeVariable();
    variable->kind = kind;
    variable->name = name;
    variable->declared = declared;
    variable->index = static_cast<std::uint32_t>(m_section->variables.size());
    m_section->variables.push_back(variable);
    m_firstRead.emplace_back();
    return variable;
}

/// var or const in a section.
Variable *Resolver::declareLocal(const Name &name, Variable::Kind kind)
{
    Symbol &known = symbol(name);
    const std::string text(name.text);
    if (available(known.builtin))
        error(codes::duplicateName,
              PBX_TRANSLATE("language", "'%1' is a built-in and can't be the name of a variable or constant."),
              name.span, {text});
    else if (known.first && known.first->kind != SectionKind::Entry && known.first->span.begin < name.span.begin)
        warn(codes::shadowedName, PBX_TRANSLATE("language", "'%1' is also the name of a section, declared in line %2."),
             name.span, {text, lineOf(known.first->name.span)});
    if (known.local && known.local->declared && known.depth == m_depth) {
        Variable *before = known.local;
        if (kind == Variable::Kind::LocalConstant || before->kind == Variable::Kind::LocalConstant) {
            error(codes::duplicateName,
                  PBX_TRANSLATE("language", "'%1' is declared in this block already, in line %2."), name.span,
                  {text, lineOf(before->name.span)});
        } else {
            warn(codes::shadowedName,
                 PBX_TRANSLATE("language", "'%1' is declared in this block already, in line %2, and is set anew here."),
                 name.span, {text, lineOf(before->name.span)});
            return before;
        }
    } else if (known.local && known.local->kind == Variable::Kind::Parameter) {
        warn(codes::shadowedName,
             PBX_TRANSLATE("language", "'%1' hides the parameter of that name to the end of its block."), name.span,
             {text});
    } else if (known.file && known.file->kind == Variable::Kind::Task && !known.local) {
        warn(codes::shadowedName,
             PBX_TRANSLATE("language", "'%1' hides the task variable of that name to the end of its block."), name.span,
             {text});
    }
    Variable *variable = addVariable(name, kind, true);
    bind(symbol(name), variable);
    return variable;
}

void Resolver::resolveBlock(Block block)
{
    const std::size_t bindings = m_bindings.size();
    openScope();
    for (Statement *statement : block)
        resolveStatement(*statement);
    closeScope(bindings);
}

// ---- statements --------------------------------------------------------------------------------------------------

void Resolver::resolveStatement(Statement &statement)
{
    switch (statement.kind) {
    case StatementKind::Error:
    case StatementKind::Empty:
    case StatementKind::Stop:
        return;
    case StatementKind::Declaration:
        return resolveDeclaration(statement.as<DeclarationStatement>());
    case StatementKind::Assignment:
        return resolveAssignment(statement.as<AssignmentStatement>());
    case StatementKind::Call:
        return resolveCall(*statement.as<CallStatement>().call, true);
    case StatementKind::Spawn:
        return resolveSpawn(*statement.as<SpawnStatement>().spawn);
    case StatementKind::If:
        return resolveIf(statement.as<IfStatement>());
    case StatementKind::Loop:
        return resolveLoop(statement.as<LoopStatement>());
    case StatementKind::ExitIf:
        return resolveExitIf(statement.as<ExitIfStatement>());
    case StatementKind::Return:
        return resolveReturn(statement.as<ReturnStatement>());
    }
}

void Resolver::resolveDeclaration(DeclarationStatement &declaration)
{
    for (DeclarationStatement::Item &item : declaration.items) {
        // In its own initial value the name means what it meant before.
        if (item.initial)
            resolve(item.initial);
        if (declaration.constant && item.initial && !isConstant(*item.initial, item.name.span))
            warn(codes::initialValue,
                 PBX_TRANSLATE("language", "The value of the constant '%1' is computed when this line is reached."),
                 item.initial->span, {std::string(item.name.text)});
        Variable *variable =
            declareLocal(item.name, declaration.constant ? Variable::Kind::LocalConstant : Variable::Kind::Local);
        variable->assigned = variable->assigned || item.initial;
        item.variable = variable;
    }
}

void Resolver::resolveAssignment(AssignmentStatement &assignment)
{
    if (assignment.target->kind == ExpressionKind::Variable) {
        resolve(assignment.value);
        resolveVariable(assignment.target->as<VariableExpression>(),
                        assignment.op == AssignmentStatement::Operator::Set ? Access::Write : Access::Update);
        return;
    }
    resolve(assignment.target);
    resolve(assignment.value);
}

void Resolver::resolveIf(IfStatement &statement)
{
    const LoopPlace outer = m_loop;
    for (IfStatement::Branch &branch : statement.branches) {
        if (branch.condition)
            resolve(branch.condition);
        m_loop = outer == LoopPlace::Outside ? outer : LoopPlace::InIf;
        resolveBlock(branch.body);
        m_loop = outer;
    }
}

/// The head and the body of a loop are one block.
void Resolver::resolveLoop(LoopStatement &statement)
{
    const std::size_t bindings = m_bindings.size();
    openScope();
    if (statement.initial)
        resolveStatement(*statement.initial);
    if (statement.condition)
        resolve(statement.condition);
    if (statement.step)
        resolveStatement(*statement.step);
    const LoopPlace outer = m_loop;
    m_loop = LoopPlace::Directly;
    for (Statement *inner : statement.body)
        resolveStatement(*inner);
    m_loop = outer;
    closeScope(bindings);
}

void Resolver::resolveExitIf(ExitIfStatement &statement)
{
    if (statement.condition)
        resolve(statement.condition);
    if (m_loop == LoopPlace::Directly || m_broken)
        return;
    if (m_loop == LoopPlace::Outside)
        error(codes::misplacedExitIf, PBX_TRANSLATE("language", "'exitif' leaves a loop, and none is open here."),
              statement.span);
    else if (!m_options.allowExitIfInside)
        error(codes::misplacedExitIf,
              PBX_TRANSLATE("language", "'exitif' stands directly in its loop, not in an 'if' inside it: set a flag "
                                        "here and write 'exitif flag;' "
                                        "behind the 'if'."),
              statement.span);
}

void Resolver::resolveReturn(ReturnStatement &statement)
{
    if (statement.value)
        resolve(statement.value);
    if (statement.value && m_section->kind != SectionKind::Function)
        error(codes::wrongReturn,
              m_section->kind == SectionKind::Entry
                  ? PBX_TRANSLATE("language", "An entry gives no value: write 'return;' alone.")
                  : PBX_TRANSLATE("language", "A procedure gives no value: write 'return;' alone."),
              statement.span);
    else if (!statement.value && m_section->kind == SectionKind::Function && !brokenIn(statement.span))
        warn(codes::wrongReturn,
             PBX_TRANSLATE("language",
                           "A function gives a value: 'return;' alone gives null, and the server may refuse it."),
             statement.span);
}

} // namespace pbx::language
