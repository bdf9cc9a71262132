// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/accounts/hours_grid.h"
#include "editor/desk/panel.h"
#include "environment/accounts/diverts.h"

class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QTreeWidget;

namespace pbx::editor {

class AccountForm;
class DivertList;
class RuleList;
class WeekMap;

/// The accounts of a domain: who they are, when they work, where their calls go, and what callers get through the week.
class AccountsPanel : public Panel {
    Q_OBJECT
public:
    explicit AccountsPanel(Desk *desk, QWidget *parent = nullptr);

    QString title() const override { return tr("Accounts"); }
    QIcon icon() const override;
    QString account() const;
    void showAccount(const QString &name);

protected:
    void refresh() override;
    void retranslate() override;

private:
    QWidget *buildList();
    QWidget *buildDetails();
    void connectAll();
    void fillList();
    void fillWeek();
    const accounts::Account *current() const;
    bool change(const QString &name, const QString &key, const std::function<void(data::DictionaryObject &)> &edit);
    void setPreferenceOf(const char *preference, const data::Value &value, const QString &name);
    void setHours(const HoursGrid::Hours &hours);
    void setDivert(accounts::DivertWhen when, const QString &target);
    void switchRule(int rule, bool on);
    void moveRule(int rule, int beside, bool behind);
    void updateRuleButtons();
    void addAccount();
    void removeAccount();

    QTreeWidget *m_list;
    QLineEdit *m_newName;
    QPushButton *m_add;
    QPushButton *m_remove;
    QScrollArea *m_details;
    AccountForm *m_form;
    QLabel *m_divertTitle;
    DivertList *m_diverts;
    QLabel *m_weekTitle;
    QDateEdit *m_week;
    WeekMap *m_map;
    QLabel *m_cell;
    QPushButton *m_callCell;
    QTreeWidget *m_spans;
    QLabel *m_ruleTitle;
    RuleList *m_rules;
    QPushButton *m_ruleUp;
    QPushButton *m_ruleDown;
    QPushButton *m_asText;
    QString m_shown;
    bool m_filling = false;
};

} // namespace pbx::editor
