// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

namespace pbx::editor {

/// All colours of the code editor, made from the palette in use, so that they follow light and dark.
struct EditorColours {
    QColor text;
    QColor paper;
    QColor keyword;
    QColor builtin;
    QColor section;
    QColor string;
    QColor number;
    QColor comment;
    QColor key; ///< name after a dot
    QColor mistake; ///< what is no token
    QColor currentLine;
    QColor margin;
    QColor marginText;
    QColor selection;
    QColor selectedText;
    QColor braceMatch;
    QColor found;
    QColor error;
    QColor warning;
    QColor note;
    QColor runningLine;
    QColor runningArrow;
    QColor added;
    QColor removed;
    bool dark = false;

    static EditorColours of(const QPalette &palette);
};

/// WCAG contrast of two colours, 1…21.
double contrast(const QColor &a, const QColor &b);

} // namespace pbx::editor
