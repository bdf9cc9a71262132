// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/codes.h"
#include "environment/language/names_state.h"

#include <algorithm>

/// Which statements are reached.
namespace pbx::language {

namespace {

/// A last `return` or `stop` that is never reached is caution, not a mistake.
bool isCaution(Block rest)
{
    const Statement *only = nullptr;
    for (const Statement *statement : rest) {
        if (statement->kind == StatementKind::Empty)
            continue;
        if (only || (statement->kind != StatementKind::Return && statement->kind != StatementKind::Stop))
            return false;
        only = statement;
    }
    return true;
}

} // namespace

/// When all sections are resolved: whether a call comes back depends on what the called section does.
void Resolver::checkFlow()
{
    for (const Section *section : m_tree.sections) {
        if (section->form != Section::Form::Definition ||
            brokenIn({section->span.begin, std::max(section->span.end, section->closing.end)}))
            continue;
        checkReachable(section->body);
        if (section->kind == SectionKind::Function && canEnd(section->body))
            warn(codes::missingReturn,
                 PBX_TRANSLATE("language", "The function '%1' can end without 'return' and gives null then."),
                 section->closing, {std::string(section->name.text)});
    }
}

void Resolver::checkReachable(Block block)
{
    const Statement *end = nullptr;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const Statement *statement = block[i];
        if (end && statement->kind != StatementKind::Empty) {
            const bool plain = end->kind == StatementKind::Return || end->kind == StatementKind::Stop;
            if (plain || !isCaution(block.subspan(i)))
                warn(codes::unreachable, PBX_TRANSLATE("language", "This is never reached: line %1 leaves before."),
                     statement->span, {lineOf(end->span)});
            return;
        }
        if (statement->kind == StatementKind::If) {
            for (const IfStatement::Branch &branch : statement->as<IfStatement>().branches)
                checkReachable(branch.body);
        } else if (statement->kind == StatementKind::Loop) {
            checkReachable(statement->as<LoopStatement>().body);
        }
        if (!end && !canPass(*statement))
            end = statement;
    }
}

/// The end of the block may be reached.
bool Resolver::canEnd(Block block)
{
    return std::ranges::all_of(block, [this](const Statement *statement) { return canPass(*statement); });
}

/// Execution may go on behind the statement.
bool Resolver::canPass(const Statement &statement)
{
    switch (statement.kind) {
    case StatementKind::Return:
    case StatementKind::Stop:
        return false;
    case StatementKind::Call: {
        const Section *section = statement.as<CallStatement>().call->section;
        return !section || returns(section->definition ? *section->definition : *section);
    }
    case StatementKind::If: {
        const auto &branches = statement.as<IfStatement>().branches;
        if (branches.empty() || branches.back().condition)
            return true;
        return std::ranges::any_of(branches, [this](const IfStatement::Branch &branch) { return canEnd(branch.body); });
    }
    case StatementKind::Loop: {
        const auto &loop = statement.as<LoopStatement>();
        const bool endless = !loop.condition || loop.condition->kind == ExpressionKind::True ||
                             loop.condition->kind == ExpressionKind::Number ||
                             loop.condition->kind == ExpressionKind::String;
        return !endless || hasExit(loop.body);
    }
    default:
        return true;
    }
}

/// False: a call of the section never comes back, as every way through it ends the task.
bool Resolver::returns(const Section &section)
{
    if (section.form != Section::Form::Definition)
        return true;
    const auto [place, isNew] = m_returns.try_emplace(&section, true); // a section that calls itself: no news
    if (!isNew)
        return place->second;
    const bool answer = hasReturn(section.body) || canEnd(section.body);
    m_returns[&section] = answer;
    return answer;
}

bool Resolver::hasReturn(Block block)
{
    return std::ranges::any_of(block, [](const Statement *statement) {
        switch (statement->kind) {
        case StatementKind::Return:
            return true;
        case StatementKind::If:
            return std::ranges::any_of(statement->as<IfStatement>().branches,
                                       [](const IfStatement::Branch &branch) { return hasReturn(branch.body); });
        case StatementKind::Loop:
            return hasReturn(statement->as<LoopStatement>().body);
        default:
            return false;
        }
    });
}

/// An exitif that leaves the loop with that body.
bool Resolver::hasExit(Block block)
{
    return std::ranges::any_of(block, [](const Statement *statement) {
        if (statement->kind == StatementKind::ExitIf)
            return true;
        if (statement->kind != StatementKind::If)
            return false;
        return std::ranges::any_of(statement->as<IfStatement>().branches,
                                   [](const IfStatement::Branch &branch) { return hasExit(branch.body); });
    });
}

/// The section declares variables by var.
bool Resolver::usesVar(Block block)
{
    return std::ranges::any_of(block, [](const Statement *statement) {
        switch (statement->kind) {
        case StatementKind::Declaration:
            return !statement->as<DeclarationStatement>().constant;
        case StatementKind::If:
            return std::ranges::any_of(statement->as<IfStatement>().branches,
                                       [](const IfStatement::Branch &branch) { return usesVar(branch.body); });
        case StatementKind::Loop: {
            const auto &loop = statement->as<LoopStatement>();
            const bool inHead = loop.initial && loop.initial->kind == StatementKind::Declaration &&
                                !loop.initial->as<DeclarationStatement>().constant;
            return inHead || usesVar(loop.body);
        }
        default:
            return false;
        }
    });
}

} // namespace pbx::language
