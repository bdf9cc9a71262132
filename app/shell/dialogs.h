// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/workspace.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace pbx::app {

/// Name, folder, domain, zone and language of a workspace to be made.
class NewWorkspaceDialog : public QDialog {
    Q_OBJECT
public:
    explicit NewWorkspaceDialog(QWidget *parent = nullptr);
    QString folder() const;
    files::Workspace::NewWorkspace what() const;

private:
    void check();
    void chooseFolder();

    QLineEdit *m_name;
    QLineEdit *m_folder;
    QLineEdit *m_domain;
    QComboBox *m_zone;
    QComboBox *m_language;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
    bool m_folderTouched = false;
};

/// Name and place of a program to be made.
class NewProgramDialog : public QDialog {
    Q_OBJECT
public:
    NewProgramDialog(const QStringList &domains, const QString &domain, const QString &name, QWidget *parent = nullptr);
    QString fileName() const;
    QString domain() const;
    QString pattern() const;

private:
    void check();

    QLineEdit *m_name;
    QComboBox *m_domain;
    QComboBox *m_pattern;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace pbx::app
