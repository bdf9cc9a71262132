// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/catalogue.h"
#include "environment/language/source.h"
#include "environment/language/syntax_tree.h"

namespace pbx::language {

enum class FileKind { Program, Module }; ///< .sppr / .sppi

struct ResolveOptions {
    Environment environment = Environment::Call;
    FileKind kind = FileKind::Program;
    bool allowExitIfInside = false; ///< exitif inside an if inside a loop (cgpl-language section 16, point 1)
    /// Off: only what the server's compiler refuses. On: warnings on top (unreachable code, reading before assignment …).
    bool warnings = true;
};

/// Binds names to variables, sections and built-ins, fills the fields marked "resolved" and adds its messages to
/// tree.diagnostics, which stay sorted by place. A call of module::name without declaration gets an External section
/// (appended to tree.sections, with as many parameters as that call has arguments). Safe on broken trees: what can't
/// be bound stays null and has an error, here or from the parser.
void resolve(Tree &tree, const Source &source, const ResolveOptions &options = {});

} // namespace pbx::language
