// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/code/text_search.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace pbx::editor {

class CodeEditor;

/// Find and replace below the text, as you type.
class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(CodeEditor *editor, QWidget *parent = nullptr);

    /// Opens with the selection as what to look for.
    void open(bool withReplace);
    void close();
    void findNext();
    void findPrevious();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addOption(const char *objectName, const QString &sign);
    void buildLayout();
    void connectAll();
    void retranslate();
    SearchOptions options() const;
    void search();
    void step(bool forward);
    void selectPlace(std::size_t index);
    void replaceOne();
    void replaceAll();
    void showStatus(std::size_t current);

    CodeEditor *m_editor;
    QLabel *m_findLabel;
    QLineEdit *m_find;
    QLabel *m_replaceLabel;
    QLineEdit *m_replace;
    QToolButton *m_case;
    QToolButton *m_words;
    QToolButton *m_expression;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    QPushButton *m_replaceButton;
    QPushButton *m_replaceAllButton;
    QLabel *m_status;
    QTimer m_later;
    std::vector<language::Span> m_places;
    QString m_problem;
};

} // namespace pbx::editor
