// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/code/analysis.h"
#include "editor/code/editor_colours.h"
#include "editor/code/text_format.h"

#include <Qsci/qsciscintilla.h>

#include <vector>

namespace pbx::editor {

class CodeLexer;

/// The text widget: colours, folds, remarks, completion, the running line. Knows nothing of files. Positions are bytes.
class CodeEditor : public QsciScintilla {
    Q_OBJECT
public:
    explicit CodeEditor(QWidget *parent = nullptr);
    ~CodeEditor() override;

    /// Replaces everything and forgets the undo history.
    void setBytes(const QByteArray &bytes);
    /// The same as one step that can be undone; the caret keeps its line.
    void replaceBytes(const QByteArray &bytes);
    QByteArray bytes() const;
    /// Programs are coloured and folded; anything else is plain text.
    void setProgram(bool program);
    void setFormat(const TextFormat &format);
    void setTextFont(const QFont &font);
    void setAutomaticCompletion(bool on) { m_automaticCompletion = on; }

    void setAnalysis(const Analysis &analysis);
    const QList<Remark> &remarks() const { return m_remarks; }
    /// Marks the line the program stands at; 0: none. Lines count from 1.
    void setRunningLine(int line);
    int runningLine() const;
    void setFound(const std::vector<language::Span> &places);

    void goTo(int line, int column = 1);
    int caretLine() const;
    int caretColumn() const; ///< in characters, from 1
    void select(language::Span span);
    language::Span selection() const;
    /// One undo step.
    void replace(const std::vector<std::pair<language::Span, QByteArray>> &edits);
    /// The name the caret stands in or after.
    QString wordAtCaret() const;
    void toggleComment();
    void complete();
    void applyFix(const Remark &remark);

Q_SIGNALS:
    void caretMoved();
    /// F1 on a built-in, or the menu's help.
    void zoomed();

protected:
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void setUpMargins();
    void setUpMarks();
    void setUpKeys();
    void applyColours();
    void applyFonts();
    void charAdded(int character);
    void indentNewLine();
    void outdentWord();
    void setLineIndent(int line, int columns);
    int lineIndent(int line) const;
    QByteArray lineBytes(int line) const;
    void showCompletion(int typed);
    QByteArrayList completionWords(const QByteArray &prefix) const;
    QString hoverText(int position) const;
    language::Span wordAt(int position) const;
    void showRemarks();
    void updateLineNumberWidth();

    CodeLexer *m_lexer;
    EditorColours m_colours;
    TextFormat m_format;
    QFont m_font;
    QList<Remark> m_remarks;
    QStringList m_names;
    int m_runningHandle = -1;
    bool m_program = false;
    bool m_automaticCompletion = true;
    int m_numberDigits = 0;
};

} // namespace pbx::editor
