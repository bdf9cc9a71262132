// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/code_folding.h"

#include <utility>

namespace pbx::editor {

using language::Word;

BlockCounter::Step BlockCounter::next(const language::Token &token, const language::Token &follows)
{
    if (token.kind == language::TokenKind::Comment)
        return {};
    const Word previous = std::exchange(m_previous, token.word);
    if (previous == Word::Dot)
        return {}; // a keyword after a dot is a key
    switch (token.word) {
    case Word::OpenBrace: return {0, 1};
    case Word::CloseBrace: return {1, 0};
    case Word::Is: return {0, 1};
    case Word::Then: return previous == Word::And ? Step{} : Step{0, 1};
    case Word::Loop: return previous == Word::End || follows.word == Word::OpenBrace ? Step{} : Step{0, 1};
    case Word::End: return {1, 0};
    case Word::Elif: return previous == Word::CloseBrace ? Step{} : Step{1, 0};
    case Word::Else:
        if (previous == Word::Or || previous == Word::CloseBrace)
            return {};
        return {1, 1};
    default: return {};
    }
}

} // namespace pbx::editor
