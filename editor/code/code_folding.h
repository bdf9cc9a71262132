// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/lexer.h"

namespace pbx::editor {

/// Counts how deep blocks nest, token by token, in both notations. Knows only what stands in the tokens, so that it
/// can begin anywhere and never waits for a parser.
class BlockCounter {
public:
    struct Step {
        int close = 0; ///< levels left, before
        int open = 0; ///< levels entered, after
    };
    /// `follows` is the token after this one.
    Step next(const language::Token &token, const language::Token &follows);

private:
    language::Word m_previous = language::Word::None;
};

} // namespace pbx::editor
