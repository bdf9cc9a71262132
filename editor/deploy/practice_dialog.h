// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace pbx::editor {

class Notice;
class PracticeHost;

/// Starts a practice server over a copy of the workspace or over a folder, and shows how it is reached.
class PracticeDialog : public QDialog {
    Q_OBJECT
public:
    /// `workspace`: folder of the one that is open.
    PracticeDialog(PracticeHost *host, const QString &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    /// It runs, and the user wants to work with it. Its url.
    void chosen(const QString &url);

private:
    QWidget *buildWhere();
    QWidget *buildReach();
    void start();
    void showState();

    PracticeHost *m_host;
    QString m_workspace;
    bool m_wanted = false; ///< it was started here
    QWidget *m_where;
    QRadioButton *m_copy;
    QRadioButton *m_inFolder;
    QLineEdit *m_folder;
    QPushButton *m_browse;
    QWidget *m_reach;
    QLineEdit *m_address;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_serves;
    Notice *m_notice;
    QPushButton *m_start;
    QPushButton *m_stop;
};

} // namespace pbx::editor
