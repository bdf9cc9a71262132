// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/code/editor_colours.h"

#include <Qsci/qscilexercustom.h>

namespace pbx::editor {

/// Colours and folds by the tokens of the language room: editor and parser can't disagree.
class CodeLexer : public QsciLexerCustom {
    Q_OBJECT
public:
    enum Style { Plain, Keyword, Builtin, Section, Name, Key, Number, String, Sign, Comment, Mistake, StyleCount };

    explicit CodeLexer(QObject *parent = nullptr);
    void setColours(const EditorColours &colours);
    void setBaseFont(const QFont &font);

    const char *language() const override { return "CG/PL"; }
    bool caseSensitive() const override { return false; }
    QString description(int style) const override;
    QColor defaultColor(int style) const override;
    QColor defaultPaper(int style) const override;
    QFont defaultFont(int style) const override;
    void styleText(int start, int end) override;

private:
    EditorColours m_colours;
    QFont m_font;
};

} // namespace pbx::editor
