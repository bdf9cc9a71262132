// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/code_lexer.h"

#include "editor/code/code_folding.h"
#include "environment/language/catalogue.h"
#include "environment/language/lexer.h"

#include <Qsci/qsciscintilla.h>

namespace pbx::editor {

using language::Token;
using language::TokenKind;
using language::Word;

namespace {

using Base = QsciScintillaBase;

/// What a name is, by what stands before it.
CodeLexer::Style nameStyle(std::string_view text, Word previous, const Token &follows)
{
    switch (previous) {
    case Word::Procedure:
    case Word::Function:
    case Word::Entry:
    case Word::Spawn: return CodeLexer::Section;
    case Word::Dot:
        if (follows.word != Word::OpenParenthesis)
            return CodeLexer::Key;
        break;
    default: break;
    }
    const bool called = follows.word == Word::OpenParenthesis;
    return called && language::findBuiltin(text) ? CodeLexer::Builtin : CodeLexer::Name;
}

CodeLexer::Style styleOf(const Token &token, std::string_view text, Word previous, const Token &follows)
{
    switch (token.kind) {
    case TokenKind::Keyword: return previous == Word::Dot ? CodeLexer::Key : CodeLexer::Keyword;
    case TokenKind::Name: return nameStyle(text, previous, follows);
    case TokenKind::Number: return CodeLexer::Number;
    case TokenKind::String: return CodeLexer::String;
    case TokenKind::Sign: return CodeLexer::Sign;
    case TokenKind::Comment: return CodeLexer::Comment;
    case TokenKind::Error: return CodeLexer::Mistake;
    case TokenKind::End: break;
    }
    return CodeLexer::Plain;
}

/// Writes the fold level of each line as Scintilla wants it: the line's own level, and in the upper half that of the
/// line after it.
class FoldWriter {
public:
    FoldWriter(QsciScintilla *editor, int line) : m_editor(editor), m_line(line)
    {
        if (line > 0)
            m_level = int(editor->SendScintilla(Base::SCI_GETFOLDLEVEL, line - 1)) >> 16;
        m_level = std::max(m_level, int(Base::SC_FOLDLEVELBASE));
        m_lowest = m_level;
    }
    void moveTo(int line)
    {
        while (m_line < line)
            finishLine();
    }
    void step(BlockCounter::Step step)
    {
        m_level = std::max(m_level - step.close, int(Base::SC_FOLDLEVELBASE));
        m_lowest = std::min(m_lowest, m_level);
        m_level += step.open;
    }
    void finishLine()
    {
        int value = m_lowest | m_level << 16;
        if (m_level > m_lowest)
            value |= Base::SC_FOLDLEVELHEADERFLAG;
        if (value != m_editor->SendScintilla(Base::SCI_GETFOLDLEVEL, m_line))
            m_editor->SendScintilla(Base::SCI_SETFOLDLEVEL, static_cast<unsigned long>(m_line), long(value));
        ++m_line;
        m_lowest = m_level;
    }

private:
    QsciScintilla *m_editor;
    int m_line;
    int m_level = Base::SC_FOLDLEVELBASE;
    int m_lowest = Base::SC_FOLDLEVELBASE;
};

/// The start of the line, at or before the offset, that no comment reaches into.
int safeStart(QsciScintilla *editor, int start)
{
    int line = int(editor->SendScintilla(Base::SCI_LINEFROMPOSITION, start));
    while (line > 0) {
        const int end = int(editor->SendScintilla(Base::SCI_POSITIONFROMLINE, line)) - 1;
        // The end of a line is part of a comment only inside /* */.
        if (editor->SendScintilla(Base::SCI_GETSTYLEAT, end) != CodeLexer::Comment)
            break;
        --line;
    }
    return int(editor->SendScintilla(Base::SCI_POSITIONFROMLINE, line));
}

} // namespace

CodeLexer::CodeLexer(QObject *parent) : QsciLexerCustom(parent) {}

void CodeLexer::setColours(const EditorColours &colours)
{
    m_colours = colours;
    setDefaultColor(colours.text);
    setDefaultPaper(colours.paper);
    for (int style = 0; style < StyleCount; ++style) {
        setColor(defaultColor(style), style);
        setPaper(defaultPaper(style), style);
    }
}

void CodeLexer::setBaseFont(const QFont &font)
{
    m_font = font;
    setDefaultFont(font);
    for (int style = 0; style < StyleCount; ++style)
        setFont(defaultFont(style), style);
}

QString CodeLexer::description(int style) const
{
    switch (style) {
    case Plain: return tr("Plain");
    case Keyword: return tr("Keyword");
    case Builtin: return tr("Built-in");
    case Section: return tr("Section");
    case Name: return tr("Name");
    case Key: return tr("Key");
    case Number: return tr("Number");
    case String: return tr("String");
    case Sign: return tr("Sign");
    case Comment: return tr("Comment");
    case Mistake: return tr("Mistake");
    default: return {}; // tells the base class where the list ends
    }
}

QColor CodeLexer::defaultColor(int style) const
{
    switch (style) {
    case Keyword: return m_colours.keyword;
    case Builtin: return m_colours.builtin;
    case Section: return m_colours.section;
    case Key: return m_colours.key;
    case Number: return m_colours.number;
    case String: return m_colours.string;
    case Comment: return m_colours.comment;
    case Mistake: return m_colours.mistake;
    default: return m_colours.text;
    }
}

QColor CodeLexer::defaultPaper(int) const
{
    return m_colours.paper;
}

QFont CodeLexer::defaultFont(int style) const
{
    QFont font = m_font;
    if (style == Keyword || style == Section)
        font.setBold(true);
    if (style == Comment)
        font.setItalic(true);
    return font;
}

void CodeLexer::styleText(int start, int end)
{
    QsciScintilla *text = editor();
    if (!text || end <= start)
        return;
    const int length = int(text->SendScintilla(Base::SCI_GETLENGTH));
    const auto *bytes = static_cast<const char *>(text->SendScintillaPtrResult(Base::SCI_GETCHARACTERPOINTER));
    const int from = safeStart(text, start);
    end = std::min(end, length);

    language::Lexer lexer({bytes, size_t(length)}, std::uint32_t(from), language::Lexer::KeepComments);
    FoldWriter folds(text, int(text->SendScintilla(Base::SCI_LINEFROMPOSITION, from)));
    BlockCounter blocks;
    Word previous = Word::None;
    int at = from;
    startStyling(from);
    for (Token token = lexer.next(); token.kind != TokenKind::End && int(token.span.begin) < end;) {
        const Token follows = lexer.next();
        const int begin = int(token.span.begin);
        const int stop = std::min(int(token.span.end), end);
        const std::string_view spelled(bytes + begin, token.span.end - token.span.begin);
        if (begin > at)
            setStyling(begin - at, Plain);
        setStyling(stop - begin, styleOf(token, spelled, previous, follows));
        at = stop;

        const int line = int(text->SendScintilla(Base::SCI_LINEFROMPOSITION, begin));
        folds.moveTo(line);
        if (token.kind == TokenKind::Comment) {
            const int last = int(text->SendScintilla(Base::SCI_LINEFROMPOSITION, std::max(begin, stop - 1)));
            if (last > line) {
                folds.step({0, 1});
                folds.moveTo(last);
                if (int(token.span.end) <= end)
                    folds.step({1, 0});
            }
        } else {
            folds.step(blocks.next(token, follows));
            previous = token.word;
        }
        token = follows;
    }
    if (end > at)
        setStyling(end - at, Plain);
    folds.moveTo(int(text->SendScintilla(Base::SCI_LINEFROMPOSITION, end)));
    if (end == length)
        folds.finishLine();
}

} // namespace pbx::editor
