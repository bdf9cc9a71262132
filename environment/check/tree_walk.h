// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/syntax_tree.h"

#include <functional>

/// Ways through a syntax tree, in the order of the source; arguments come before their call.
namespace pbx::check {

using CallVisitor = std::function<void(const language::CallExpression &)>;
using ExpressionVisitor = std::function<void(const language::Expression &)>;

/// Every call.
void forEachCall(const language::Tree &tree, const CallVisitor &visit);
void forEachCall(const language::Statement &statement, const CallVisitor &visit);
void forEachCall(const language::Expression &expression, const CallVisitor &visit);

/// The expressions that a statement holds itself, without those inside them and without those of inner statements.
void forEachOwnExpression(const language::Statement &statement, const ExpressionVisitor &visit);
/// The expression and everything inside it, innermost first.
void forEachExpression(const language::Expression &expression, const ExpressionVisitor &visit);

} // namespace pbx::check
