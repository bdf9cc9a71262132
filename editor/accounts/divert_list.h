// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/desk/desk.h"
#include "environment/accounts/diverts.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace pbx::editor {

/// "Divert calls": for each When a switch and a target, checked as it is typed.
class DivertList : public QWidget {
    Q_OBJECT
public:
    explicit DivertList(QWidget *parent = nullptr);
    void show(const Desk &desk, const accounts::Account &account);

Q_SIGNALS:
    /// An empty target: no divert.
    void divertChosen(pbx::accounts::DivertWhen when, const QString &target);
    void callRequested(const QString &address);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        accounts::DivertWhen when;
        QCheckBox *on;
        QComboBox *target;
        QLabel *state;
    };
    void retranslate();
    void choose(const Row &row);
    void fillTargets(const Desk &desk, const accounts::Account &account);
    static QString stateOf(const Desk &desk, const accounts::Account &account, const std::string &target, bool &good);

    std::vector<Row> m_rows;
    QLabel *m_note;
    bool m_filling = false;
};

} // namespace pbx::editor
