// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/names.h"
#include "preview/machine/program.h"

#include <expected>

namespace pbx::machine {

/// Source to program: parses, resolves and compiles. All errors at once when there are any.
struct CompileResult {
    std::shared_ptr<const Program> program; ///< null when there are errors
    std::vector<language::Diagnostic> diagnostics;
};
CompileResult compile(const language::Source &source, const language::ResolveOptions &options = {});

/// A resolved tree without errors to a program.
std::shared_ptr<const Program> generate(const language::Tree &tree, const language::Source &source);

} // namespace pbx::machine
