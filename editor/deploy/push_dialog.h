// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/remote_job.h"

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

/// What has to be in order before callers meet it: says what is not, in another thread. Empty: all is well.
using PushGate = std::function<QStringList(const QString &folder, const std::stop_token &stop)>;

/// A push, a roll back or the rest of an unfinished push, as the dialog does it.
struct PushTask {
    using Run = std::function<deploy::Result<deploy::PushResult>(const files::Workspace &, const deploy::PushOptions &, const deploy::Job &)>;
    QString title;
    QString words;      ///< what is about to happen
    QString action;     ///< of the button
    QString folder;     ///< of the workspace
    ServerAccess access;
    deploy::Plan plan;  ///< what is shown before and after
    bool conflictsDecided = false; ///< the conflicts in it are what the user wants
    bool asksRemark = true;
    PushGate gate;      ///< null: nothing is asked
    Run run;            ///< in another thread
};

/// The plan to read, what speaks against it, the progress, and how each of its actions ended.
class PushDialog : public QDialog {
    Q_OBJECT
public:
    explicit PushDialog(PushTask task, QWidget *parent = nullptr);

    bool running() const { return m_job.running(); }
    /// Ends with the server as it was, or says that it could not.
    void stop() { m_job.stop(); }
    const std::optional<deploy::PushResult> &outcome() const { return m_result; }
    void reject() override; ///< while something goes on, stops that first

Q_SIGNALS:
    /// The server's complaint about a program, in the workspace.
    void placeRequested(const QString &workspacePath, int line, int column);
    void failedWith(const pbx::server::Failure &failure);
    void idle();

private:
    enum class Stage { Checking, Asking, Running, Ended };

    void build();
    void fillPlan();
    void check();
    void checked();
    void begin();
    void end();
    void showEnd(const deploy::PushResult &result);
    void showActions(const deploy::PushResult &result);
    void showProgress(const deploy::Progress &progress);
    void setStage(Stage stage);
    bool needsForce() const;

    PushTask m_task;
    Stage m_stage = Stage::Asking;
    QStringList m_problems;
    std::optional<deploy::Result<deploy::PushResult>> m_outcome;
    std::optional<deploy::PushResult> m_result;
    bool m_closing = false;

    QTreeWidget *m_actions;
    Notice *m_gate;
    Notice *m_notice;
    QCheckBox *m_force;
    QLineEdit *m_remark;
    QLabel *m_remarkLabel;
    QLabel *m_stageText;
    QProgressBar *m_progress;
    QPushButton *m_go;
    QPushButton *m_cancel;
    RemoteJob m_job; ///< last: it ends before what it writes to
};

} // namespace pbx::editor
