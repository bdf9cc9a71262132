// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/code/text_format.h"

#include <QObject>

class QLabel;
class QStatusBar;
class QToolButton;

namespace pbx::app {

/// The fixed parts of the status bar: problems, caret, encoding, line ends, whether the file is saved.
class StatusLine : public QObject {
    Q_OBJECT
public:
    explicit StatusLine(QStatusBar *bar);
    void setFile(bool open, bool modified, const editor::TextFormat &format);
    void setCaret(int line, int column);
    void setProblems(int errors, int warnings);

Q_SIGNALS:
    void problemsClicked();

private:
    QToolButton *m_problems;
    QLabel *m_saved;
    QLabel *m_caret;
    QLabel *m_encoding;
    QLabel *m_lineEnds;
};

} // namespace pbx::app
