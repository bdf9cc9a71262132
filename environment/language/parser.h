// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/source.h"
#include "environment/language/syntax_tree.h"

namespace pbx::language {

/// Always gives a tree, however broken the source; all messages are in tree.diagnostics, sorted by place. Reports a
/// byte order mark, bytes that are not UTF-8, and nesting beyond 200 levels, as errors; at most 1000 messages.
Tree parse(const Source &source);

} // namespace pbx::language
