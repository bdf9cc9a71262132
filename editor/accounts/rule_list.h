// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/account.h"

#include <QTreeWidget>

namespace pbx::editor {

/// The signal rules of an account in the order in which they are asked, in words; each can be switched off and on.
class RuleList : public QTreeWidget {
    Q_OBJECT
public:
    explicit RuleList(QWidget *parent = nullptr);
    void show(const accounts::Account &account);
    /// Place of the chosen rule in the account's list; -1: none.
    int currentRule() const;

Q_SIGNALS:
    void switched(int rule, bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_filling = false;
};

} // namespace pbx::editor
