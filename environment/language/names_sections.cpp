// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/codes.h"
#include "environment/language/names_state.h"
#include "environment/language/similar.h"

#include <algorithm>

namespace pbx::language {

namespace {

std::string qualifiedName(const Name &module, const Name &name)
{
    std::string result(module.folded);
    result += "::";
    result += name.folded;
    return result;
}

} // namespace

void Resolver::declareSections()
{
    for (Section *section : m_tree.sections) {
        section->variables.clear();
        section->definition = nullptr;
        if (section->name.folded.empty())
            m_namesMissing = true;
        else
            declareSection(*section);
    }
    checkForwards();
}

void Resolver::declareSection(Section &section)
{
    if (section.kind == SectionKind::Entry && m_options.kind == FileKind::Module)
        warn(codes::ignoredEntry,
             PBX_TRANSLATE("language", "A module's entry is never run: tasks start at the entries of a program."),
             section.name.span);
    if (!section.module.folded.empty()) {
        const auto [place, added] = m_qualified.try_emplace(qualifiedName(section.module, section.name), &section);
        const Section &before = *place->second;
        if (section.form == Section::Form::External) {
            if (!added && before.form == Section::Form::External && before.kind == section.kind &&
                before.parameters.size() == section.parameters.size())
                warn(codes::duplicateName, PBX_TRANSLATE("language", "'%1' is declared already, in line %2."),
                     section.name.span, {std::string(section.name.text), lineOf(before.name.span)});
            else if (!added)
                error(codes::duplicateName, PBX_TRANSLATE("language", "'%1' is declared otherwise in line %2."),
                      section.name.span, {std::string(section.name.text), lineOf(before.name.span)});
            return;
        }
    }
    declareBareName(section);
}

/// Definitions and forwards are known by their own name, in a module, too.
void Resolver::declareBareName(Section &section)
{
    Symbol &known = symbol(section.name);
    if (section.module.folded.empty() && available(known.builtin))
        error(codes::duplicateName, PBX_TRANSLATE("language", "'%1' is a built-in: a section needs another name."),
              section.name.span, {std::string(section.name.text)});
    if (known.first)
        declareAgain(section, known);
    else
        known.first = &section;
    Section *&place = section.form == Section::Form::Definition ? known.definition
                      : section.form == Section::Form::Forward  ? known.forward
                                                                : known.external;
    if (!place)
        place = &section;
}

void Resolver::declareAgain(Section &section, Symbol &known)
{
    using Form = Section::Form;
    const Section &before = *known.first;
    const std::vector<std::string> arguments{std::string(section.name.text), lineOf(before.name.span)};
    if (section.form == Form::Definition && known.definition) {
        error(codes::duplicateName, PBX_TRANSLATE("language", "'%1' is defined already, in line %2."),
              section.name.span, {arguments[0], lineOf(known.definition->name.span)});
        return;
    }
    if ((section.form == Form::External) != (before.form == Form::External)) {
        error(
            codes::duplicateName,
            PBX_TRANSLATE("language",
                          "'%1' of line %2 is to be found in this file by one and elsewhere by the other declaration."),
            section.name.span, arguments);
        return;
    }
    if (section.form == Form::Definition) {
        if (known.forward)
            matchForward(*known.forward, section);
        return;
    }
    if (before.kind != section.kind || before.parameters.size() != section.parameters.size())
        error(codes::duplicateName, PBX_TRANSLATE("language", "'%1' is declared otherwise in line %2."),
              section.name.span, arguments);
    else
        warn(codes::duplicateName, PBX_TRANSLATE("language", "'%1' is declared already, in line %2."),
             section.name.span, arguments);
}

void Resolver::matchForward(const Section &forward, const Section &definition)
{
    const std::vector<std::string> arguments{std::string(definition.name.text), lineOf(forward.name.span)};
    if (forward.kind != definition.kind)
        error(codes::wrongKind,
              PBX_TRANSLATE("language", "'%1' is declared as something else by the 'forward' of line %2."),
              definition.name.span, arguments);
    else if (forward.parameters.size() != definition.parameters.size() && !brokenIn(forward.head) &&
             !brokenIn(definition.head))
        error(codes::wrongArgumentCount,
              PBX_TRANSLATE("language", "'%1' has another number of parameters in the 'forward' of line %2."),
              definition.name.span, arguments);
}

void Resolver::checkForwards()
{
    for (Section *section : m_tree.sections) {
        if (section->form != Section::Form::Forward || section->name.folded.empty())
            continue;
        Symbol &known = symbol(section->name);
        section->definition = known.definition;
        if (!known.definition && known.forward == section && !m_namesMissing)
            error(codes::missingDefinition,
                  PBX_TRANSLATE("language", "'%1' is promised by 'forward' and never defined in this file."),
                  section->name.span, {std::string(section->name.text)});
    }
}

// ---- names of the file -------------------------------------------------------------------------------------------

void Resolver::declareFileNames()
{
    m_section = nullptr;
    for (DeclarationStatement *declaration : m_tree.declarations) {
        for (DeclarationStatement::Item &item : declaration->items)
            declareFileName(*declaration, item);
    }
}

void Resolver::declareFileName(DeclarationStatement &declaration, DeclarationStatement::Item &item)
{
    const std::string text(item.name.text);
    if (item.initial) {
        resolve(item.initial);
        if (declaration.constant && !isConstant(*item.initial, item.name.span))
            warn(codes::initialValue,
                 PBX_TRANSLATE("language", "The value of the constant '%1' is computed when the program starts."),
                 item.initial->span, {text});
    }
    Symbol &known = symbol(item.name);
    if (available(known.builtin))
        error(codes::duplicateName,
              PBX_TRANSLATE("language", "'%1' is a built-in and can't be the name of a variable or constant."),
              item.name.span, {text});
    else if (known.first && known.first->kind != SectionKind::Entry)
        error(codes::duplicateName, PBX_TRANSLATE("language", "'%1' is the name of a section, declared in line %2."),
              item.name.span, {text, lineOf(known.first->name.span)});
    if (known.file) {
        const bool bothVariables = !declaration.constant && known.file->kind == Variable::Kind::Task;
        if (bothVariables)
            warn(codes::duplicateName, PBX_TRANSLATE("language", "'%1' is declared already, in line %2."),
                 item.name.span, {text, lineOf(known.file->name.span)});
        else
            error(codes::duplicateName, PBX_TRANSLATE("language", "'%1' is declared already, in line %2."),
                  item.name.span, {text, lineOf(known.file->name.span)});
        if (bothVariables) {
            item.variable = known.file;
            return;
        }
    }
    Variable *variable = m_tree.makeVariable();
    variable->kind = declaration.constant ? Variable::Kind::FileConstant : Variable::Kind::Task;
    variable->name = item.name;
    variable->declared = true;
    variable->assigned = item.initial;
    auto &list = declaration.constant ? m_tree.fileConstants : m_tree.taskVariables;
    variable->index = static_cast<std::uint32_t>(list.size());
    list.push_back(variable);
    item.variable = variable;
    if (!known.file)
        known.file = variable;
}

// ---- one section -------------------------------------------------------------------------------------------------

void Resolver::resolveSection(Section &section)
{
    m_section = &section;
    m_broken = brokenIn({section.span.begin, std::max(section.span.end, section.closing.end)});
    m_usesVar = usesVar(section.body);
    m_loop = LoopPlace::Outside;
    m_firstRead.clear();
    m_implicit.clear();
    m_bindings.clear();
    m_depth = 1;
    declareParameters(section);
    for (Statement *statement : section.body)
        resolveStatement(*statement);
    closeScope(0);
    for (const std::uint32_t index : m_implicit)
        m_symbols[index].local = nullptr;
    if (m_options.warnings && !m_broken)
        checkSection(section);
}

void Resolver::declareParameters(Section &section)
{
    for (const Name &name : section.parameters) {
        Symbol &known = symbol(name);
        if (known.local)
            error(codes::duplicateName, PBX_TRANSLATE("language", "Two parameters are called '%1'."), name.span,
                  {std::string(name.text)});
        else if (available(known.builtin))
            error(codes::duplicateName,
                  PBX_TRANSLATE("language", "'%1' is a built-in and can't be the name of a parameter."), name.span,
                  {std::string(name.text)});
        Variable *variable = addVariable(name, Variable::Kind::Parameter, true);
        variable->assigned = true;
        bind(known, variable);
    }
}

void Resolver::checkSection(const Section &section)
{
    for (const Variable *variable : section.variables) {
        if (variable->kind != Variable::Kind::Local || variable->declared || variable->assigned || !variable->read ||
            m_usesVar)
            continue;
        std::string_view similar;
        int best = allowedDistance(variable->name.folded);
        for (const Variable *other : section.variables) {
            const int distance =
                other->assigned ? editDistance(variable->name.folded, other->name.folded, best) : best + 1;
            if (distance <= best) {
                best = distance - 1;
                similar = other->name.text;
            }
        }
        const Span place = m_firstRead[variable->index];
        const std::string text(variable->name.text);
        if (similar.empty()) {
            warn(codes::unassignedVariable,
                 PBX_TRANSLATE("language", "'%1' is never assigned in this section: it is always null."), place,
                 {text});
        } else {
            auto *message = warn(
                codes::unassignedVariable,
                PBX_TRANSLATE("language", "'%1' is never assigned in this section and always null: did you mean '%2'?"),
                place, {text, std::string(similar)});
            if (message)
                message->fix = Fix{place, std::string(similar)};
        }
    }
    checkAssignments(section);
}

} // namespace pbx::language
