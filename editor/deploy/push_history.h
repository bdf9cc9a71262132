// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/remote_job.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace pbx::editor {

class Notice;

/// Who pushed what when, newest first, with what each push did.
class PushHistory : public QWidget {
    Q_OBJECT
public:
    explicit PushHistory(QWidget *parent = nullptr);

    /// Reads the journal of the workspace, in another thread. An empty folder: nothing is shown.
    void load(const QString &folder);
    /// The push that ended neither done nor undone; null: none.
    const deploy::PushRecord *unfinished() const { return m_unfinished ? &*m_unfinished : nullptr; }
    void retranslate();

Q_SIGNALS:
    void loaded();
    void rollbackRequested(const pbx::deploy::PushRecord &record);

private:
    struct Read {
        deploy::History history;
        std::optional<deploy::PushRecord> unfinished;
    };
    void show();
    void showCurrent();
    const deploy::PushRecord *current() const;

    QString m_folder;
    QString m_readFolder;
    bool m_again = false;
    Read m_read; ///< of the thread
    deploy::History m_history;
    std::optional<deploy::PushRecord> m_unfinished;
    QTreeWidget *m_pushes;
    QTreeWidget *m_actions;
    QLabel *m_actionsLabel;
    QPushButton *m_rollback;
    Notice *m_notice;
    RemoteJob m_job; ///< last: it ends before what it writes to
};

} // namespace pbx::editor
