// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/syntax_tree.h"

#include <functional>

namespace pbx::app {

/// Visits every call in a source, in order.
void forEachCall(const language::Tree &tree, const std::function<void(const language::CallExpression &)> &visit);

} // namespace pbx::app
