// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/problems_model.h"

#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;
class QTreeView;

namespace pbx::app {

/// What is wrong in the open files and the workspace; double-click goes there.
class ProblemsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsPanel(QWidget *parent = nullptr);
    ProblemsModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }

Q_SIGNALS:
    void activated(const pbx::app::Problem &problem);
    void fixRequested(const pbx::app::Problem &problem);
    /// The missing prompts, by the computer.
    void speakRequested(const pbx::app::Problem &problem);
    void countsChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateActions();

    ProblemsModel *m_model;
    QStackedWidget *m_stack;
    QTreeView *m_view;
    QLabel *m_empty;
    QAction *m_goTo;
    QAction *m_fix;
    QAction *m_speak;
};

} // namespace pbx::app
