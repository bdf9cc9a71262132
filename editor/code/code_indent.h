// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pbx::editor {

/// How the line before and the words on a line move its indentation, in both notations.
struct IndentStep {
    int next = 0; ///< steps the following line stands further in (or out, below 0, never here)
    bool closes = false; ///< the line begins with end, elif, else or }: it stands one step further out
};

/// Looks at one line alone.
IndentStep indentStep(std::string_view line);

} // namespace pbx::editor
