// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/account.h"

#include <QTreeWidget>

namespace pbx::editor {

/// The signal rules of an account in the order in which they are asked, in words; each can be
/// switched off and on, and moved among those of its stage: by dragging, or by moveCurrent().
class RuleList : public QTreeWidget {
    Q_OBJECT
public:
    explicit RuleList(QWidget *parent = nullptr);
    void show(const accounts::Account &account);
    /// Place of the chosen rule in the account's list; -1: none.
    int currentRule() const;
    void setCurrentRule(int rule);
    /// Asks to have the chosen rule moved one line up (-1) or down (1).
    void moveCurrent(int by);
    bool canMove(int by) const;

Q_SIGNALS:
    void switched(int rule, bool on);
    /// `rule` is to be asked right before `beside`, or right behind it.
    void moved(int rule, int beside, bool behind);

protected:
    void changeEvent(QEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void retranslate();

    accounts::Account m_account; ///< the one shown
    bool m_filling = false;
};

} // namespace pbx::editor
