// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/codes.h"
#include "environment/language/names_state.h"

#include <algorithm>

/// Which statements are reached.
namespace pbx::language {

void Resolver::checkReachable(Block block)
{
    const Statement *end = nullptr;
    for (const Statement *statement : block) {
        if (end && statement->kind != StatementKind::Empty) {
            warn(codes::unreachable, PBX_TRANSLATE("language", "This is never reached: line %1 leaves before."),
                 statement->span, {lineOf(end->span)});
            return;
        }
        switch (statement->kind) {
        case StatementKind::Return:
        case StatementKind::Stop:
            end = statement;
            break;
        case StatementKind::If:
            for (const IfStatement::Branch &branch : statement->as<IfStatement>().branches)
                checkReachable(branch.body);
            break;
        case StatementKind::Loop:
            checkReachable(statement->as<LoopStatement>().body);
            break;
        default:
            break;
        }
    }
}

/// The end of the block may be reached.
bool Resolver::canEnd(Block block)
{
    return std::ranges::all_of(block, [](const Statement *statement) { return canPass(*statement); });
}

/// Execution may go on behind the statement.
bool Resolver::canPass(const Statement &statement)
{
    switch (statement.kind) {
    case StatementKind::Return:
    case StatementKind::Stop:
        return false;
    case StatementKind::If: {
        const auto &branches = statement.as<IfStatement>().branches;
        if (branches.empty() || branches.back().condition)
            return true;
        return std::ranges::any_of(branches, [](const IfStatement::Branch &branch) { return canEnd(branch.body); });
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
