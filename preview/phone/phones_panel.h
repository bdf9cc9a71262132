// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/phone/call_controller.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace pbx::phone {

/// The telephones of the accounts, at the side of the caller's: what each does when it is called, and buttons to answer,
/// refuse and hang up by hand.
class PhonesPanel : public QWidget {
    Q_OBJECT
public:
    explicit PhonesPanel(CallController *controller, QWidget *parent = nullptr);

    /// Full addresses and the names of their people.
    void setAccounts(const QList<std::pair<QString, QString>> &accounts);

Q_SIGNALS:
    /// A phone has begun to ring that waits for the user's hand.
    void wanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void showSelected();
    void planChosen(int plan);
    QTreeWidgetItem *itemOf(const QString &account);
    QString selected() const;

    CallController *m_controller;
    QTreeWidget *m_list;
    QLabel *m_planLabel;
    QComboBox *m_plan;
    QPushButton *m_answer;
    QPushButton *m_refuse;
    QPushButton *m_hangUp;
    QList<std::pair<QString, QString>> m_accounts;
    QStringList m_ringing; ///< that have been announced
};

} // namespace pbx::phone
