// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/remote_job.h"
#include "environment/server/probe.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace pbx::editor {

class Notice;

/// Asks a server what no document tells: changes nothing, unless the user agrees to scratch files. Accepted: the answers
/// are to be kept.
class ProbeDialog : public QDialog {
    Q_OBJECT
public:
    ProbeDialog(const ServerAccess &access, const std::string &domain, QWidget *parent = nullptr);

    server::Dialect dialect() const { return m_result ? m_result->dialect : m_access.settings.dialect; }
    void reject() override;

private:
    void build(const QString &domain);
    void start();
    void end();
    void showAnswers();
    void showBusy(bool busy);

    using Outcome = std::expected<server::ProbeResult, server::Failure>;

    ServerAccess m_access;
    std::optional<Outcome> m_outcome;
    std::optional<server::ProbeResult> m_result;
    QLineEdit *m_domain;
    QCheckBox *m_scratch;
    QPushButton *m_start;
    QPushButton *m_keep;
    QTreeWidget *m_answers;
    QLabel *m_whole; ///< the answer in front, with all its words
    QProgressBar *m_progress;
    Notice *m_notice;
    RemoteJob m_job; ///< last: it ends before what it writes to
};

} // namespace pbx::editor
