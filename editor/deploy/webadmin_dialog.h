// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/remote_job.h"

#include <QDialog>

#include <optional>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace pbx::editor {

class Notice;

/// The way through WebAdmin's page, for servers whose command port is closed: the archive to a file and the page in the
/// browser, or sent from here through the form that is found on the page.
class WebAdminDialog : public QDialog {
    Q_OBJECT
public:
    /// `folder`: of the workspace.
    WebAdminDialog(ServerBook *book, const QString &url, const QString &folder, const server::Scope &scope, QWidget *parent = nullptr);
    void reject() override;

Q_SIGNALS:
    /// The archive is to be written to a file of the user's choice.
    void exportRequested(const QString &domain);
    /// It was sent; what became of it, only reading back tells.
    void compareRequested();

private:
    void build();
    void send();
    void sendNow(const ServerAccess &access);
    std::optional<server::Failure> upload(const ServerAccess &access, const std::stop_token &stop);
    void end(const QString &url);
    void showBusy(bool busy);

    ServerBook *m_book;
    QString m_url;
    QString m_folder;
    server::Scope m_scope;
    std::optional<server::Failure> m_failure; ///< written by the job's thread

    QLineEdit *m_page;
    QPushButton *m_open;
    QPushButton *m_export;
    QPushButton *m_send;
    QPushButton *m_compare;
    QProgressBar *m_progress;
    Notice *m_notice;
    RemoteJob m_job; ///< last: it ends before what it writes to
};

} // namespace pbx::editor
