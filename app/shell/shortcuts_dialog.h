// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/actions.h"
#include "editor/locator/places.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace pbx::app {

/// The commands with their keys, to be changed. Nothing is changed before the dialog is accepted.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    /// `places`: where the commands stand in the menus, and what else there has keys.
    ShortcutsDialog(const Actions &actions, const QList<editor::Place> &places, QWidget *parent = nullptr);

    /// For Actions::setOwnKeys(): those that differ from a new installation.
    QStringList ownKeys() const;

private:
    struct Row {
        const QAction *action;
        QList<QKeySequence> keys;
        QTreeWidgetItem *item;
        bool fixed; ///< belongs to a panel, and keeps its keys
    };
    void buildLayout();
    void fill(const QList<editor::Place> &places);
    Row *current();
    /// Who has these keys, but for the current one.
    Row *owner(const QKeySequence &keys);
    void setKeys(Row &row, const QList<QKeySequence> &keys);
    void takeAway(Row &row, const QKeySequence &keys);
    void filter(const QString &text);
    void assign();
    void resetAll();
    void showCurrent();
    void showConflict();

    const Actions &m_actions;
    std::vector<Row> m_rows;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QLabel *m_editLabel;
    QKeySequenceEdit *m_edit;
    QPushButton *m_assign;
    QPushButton *m_clear;
    QPushButton *m_reset;
    QLabel *m_conflict;
};

} // namespace pbx::app
