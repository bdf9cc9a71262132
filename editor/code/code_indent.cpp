// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/code_indent.h"

#include "editor/code/code_folding.h"

namespace pbx::editor {

using language::Token;
using language::TokenKind;
using language::Word;

IndentStep indentStep(std::string_view line)
{
    IndentStep step;
    language::Lexer lexer(line);
    BlockCounter blocks;
    int level = 0;
    int lowest = 0;
    bool first = true;
    for (Token token = lexer.next(); token.kind != TokenKind::End;) {
        const Token follows = lexer.next();
        if (first) {
            step.closes = token.word == Word::End || token.word == Word::Elif || token.word == Word::Else
                || token.word == Word::CloseBrace;
            first = false;
        }
        const BlockCounter::Step move = blocks.next(token, follows);
        level -= move.close;
        lowest = level < lowest ? level : lowest;
        level += move.open;
        token = follows;
    }
    step.next = level - lowest;
    return step;
}

} // namespace pbx::editor
