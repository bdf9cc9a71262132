// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/desk/panel.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace pbx::editor {

class FaultList;
class KeyMap;

/// The menu an auto-attendant account speaks: departments in order, each with its key, what it calls, its prompt and
/// state; prefix and digits of extensions; languages to choose from. Every change is saved at once and can be undone.
class AttendantPanel : public Panel {
    Q_OBJECT
public:
    explicit AttendantPanel(Desk *desk, QWidget *parent = nullptr);

    QString title() const override { return tr("Attendant"); }
    QIcon icon() const override;
    /// Name of the account shown; empty: the domain has none.
    QString account() const;
    void showAccount(const QString &name);

protected:
    void refresh() override;
    void retranslate() override;

private:
    QWidget *buildMenu();
    QWidget *buildSettings();
    QWidget *buildSide();
    void connectAll();
    void fillAccounts();
    void fillDepartments();
    void fillKeys();
    void fillLanguages();
    void fillFaults();
    void fillNew();
    const accounts::Account *current() const;
    std::vector<std::string> menu() const;
    void setMenu(std::vector<std::string> menu, const QString &name, int select);
    void addDepartment();
    void removeDepartment();
    void moveDepartment(int by);
    void takeOrder();
    void takeLanguages();
    void createAccount(const std::string &name);
    QStringList sentence() const;
    std::string dialled() const;
    void updateButtons();

    QLabel *m_accountLabel;
    QComboBox *m_account;
    QLabel *m_speaks;
    QPushButton *m_listen;
    QPushButton *m_call;
    QLabel *m_menuTitle;
    QTreeWidget *m_departments;
    QLabel *m_state; ///< of the department chosen, in full: the column may be cut
    QLabel *m_newLabel;
    QComboBox *m_new;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QLabel *m_prefixLabel;
    QLineEdit *m_prefix;
    QLabel *m_digitsLabel;
    QSpinBox *m_digits;
    QLabel *m_languagesLabel;
    QListWidget *m_languages;
    QLabel *m_keysTitle;
    KeyMap *m_keys;
    QLabel *m_faultsTitle;
    FaultList *m_faults;
    bool m_filling = false;
};

} // namespace pbx::editor
