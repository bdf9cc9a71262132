// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/remote_job.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace pbx::editor {

class Notice;

/// A workspace made from what a server has. Accepted: it is there.
class PullNewDialog : public QDialog {
    Q_OBJECT
public:
    PullNewDialog(ServerBook *book, const QString &server, QWidget *parent = nullptr);
    QString folder() const;
    void reject() override;

Q_SIGNALS:
    void serversRequested();

private:
    void build();
    void fillServers(const QString &url);
    void check();
    void listDomains();
    void pull();
    void pullNow(const ServerAccess &access);
    void showBusy(bool busy);
    bool showFailure();

    ServerBook *m_book;
    std::optional<server::Failure> m_failure; ///< these three are written by the job's thread
    std::vector<std::string> m_names;
    std::vector<deploy::Pulled> m_pulled;

    QComboBox *m_servers;
    QPushButton *m_edit;
    QComboBox *m_domain;
    QPushButton *m_list;
    QLineEdit *m_folder;
    QPushButton *m_browse;
    QLabel *m_stage;
    QProgressBar *m_progress;
    Notice *m_notice;
    QPushButton *m_go;
    RemoteJob m_job; ///< last: it ends before what it writes to
};

} // namespace pbx::editor
