// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/scenario_runs.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace pbx::app {

/// The test calls of the workspace: runs them, tells what became of each, leads to the line that was not met.
class ScenariosPanel : public QWidget {
    Q_OBJECT
public:
    enum Column { Title, State, Length, Message, File, ColumnCount };
    enum class Outcome { NotRun, Running, Passed, Failed, Impossible };
    enum Role {
        PathRole = Qt::UserRole,
        LineRole, ///< to go to; 1 when none in particular
        ColumnRole,
        OutcomeRole, ///< an Outcome as int
    };

    explicit ScenariosPanel(QWidget *parent = nullptr);

    /// The files of the workspace, absolute; `folder` is left out in what is shown. Results of files that are still
    /// there stay.
    void setFiles(const QStringList &files, const QString &folder);
    /// Something in the workspace has changed: results are old, or run anew where the user wants that.
    void filesChanged();
    void select(const QString &file);
    void run(const QStringList &files);
    void runAll();
    QTreeWidget *list() const { return m_list; }
    bool running() const { return m_runs->running(); }
    /// What is said below the list: counts in words.
    QString summary() const;
    bool runsOnChange() const;
    void setRunsOnChange(bool on);

Q_SIGNALS:
    void activated(const QString &file, int line, int column);
    /// The buttons ask first, so that open files can be saved; an empty list: all.
    void runRequested(const QStringList &files);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLayout *buildButtons();
    void connectAll();
    void retranslate();
    void refresh();
    void filter();
    void take(const QString &file, const scenario::Runner::Outcome &outcome);
    void showOutcome(QTreeWidgetItem *item, Outcome outcome);
    QTreeWidgetItem *itemOf(const QString &file) const;
    QStringList selectedFiles() const;
    int count(Outcome outcome) const;

    ScenarioRuns *m_runs;
    QToolButton *m_runAll;
    QToolButton *m_runSelected;
    QToolButton *m_stop;
    QLineEdit *m_filter;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    QTreeWidget *m_list;
    QLabel *m_summary;
    QCheckBox *m_onChange;
    QAction *m_goTo;
    QAction *m_runThese;
    QAction *m_copy;
    QString m_folder;
    bool m_old = false; ///< files have changed since the run
};

} // namespace pbx::app
