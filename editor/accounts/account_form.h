// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/accounts/hours_grid.h"
#include "editor/desk/desk.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QTimeEdit;

namespace pbx::editor {

/// Who an account is, what it speaks and when it works. Says what the user has changed; changes nothing itself.
class AccountForm : public QWidget {
    Q_OBJECT
public:
    explicit AccountForm(QWidget *parent = nullptr);
    void show(const Desk &desk, const accounts::Account &account);

Q_SIGNALS:
    void realNameChosen(const QString &name);
    void aliasesChosen(const QStringList &aliases);
    /// Capitalised, as the server writes it; empty: the default one.
    void languageChosen(const QString &language);
    void timeZoneChosen(const QString &zone);
    void hoursChosen(const pbx::editor::HoursGrid::Hours &hours);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildHours();
    void connectAll();
    void retranslate();
    void fillLanguages(const Desk &desk, const accounts::Account &account);
    void timesEdited();

    QFormLayout *m_form;
    QLabel *m_labels[6];
    QLineEdit *m_realName;
    QLabel *m_email;
    QLineEdit *m_aliases;
    QComboBox *m_language;
    QComboBox *m_zone;
    QLabel *m_from;
    QTimeEdit *m_start;
    QLabel *m_till;
    QTimeEdit *m_end;
    QWidget *m_times;
    HoursGrid *m_grid;
    QLabel *m_hint;
    bool m_filling = false;
};

} // namespace pbx::editor
