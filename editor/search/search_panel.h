// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/search/search_job.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace pbx::editor {

class SearchModel;

/// A text looked for in the whole workspace, and the places by file.
class SearchPanel : public QWidget {
    Q_OBJECT
public:
    explicit SearchPanel(QWidget *parent = nullptr);

    /// Asked whenever a search begins.
    void setSource(std::function<QList<SearchFile>()> source) { m_source = std::move(source); }
    /// The keyboard goes to the field; a text that is not empty is put into it.
    void beginWith(const QString &text);
    /// Another workspace: nothing of the one before stays.
    void clear();

Q_SIGNALS:
    void activated(const QString &path, int line, int column);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    void search();
    void stop();
    void go();
    void append(const QList<SearchedFile> &files);
    void showSummary(const SearchJob::Summary &summary);
    void showRunning();
    void retranslate();

    std::function<QList<SearchFile>()> m_source;
    SearchJob *m_job;
    SearchModel *m_model;
    QLineEdit *m_field;
    QCheckBox *m_case;
    QCheckBox *m_words;
    QCheckBox *m_expression;
    QPushButton *m_button; ///< begins, and stops while it runs
    QTreeView *m_view;
    QLabel *m_status;
};

} // namespace pbx::editor
