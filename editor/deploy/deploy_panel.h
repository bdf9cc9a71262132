// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/deploy/push_dialog.h"
#include "editor/desk/panel.h"
#include "environment/audio/sound.h"

#include <QPointer>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QTabWidget;
class QTreeView;

namespace pbx::editor {

class DeployFilter;
class DeployModel;
class ItemView;
class Notice;
class NoticeBar;
class PushHistory;

/// The workspace against a server: what differs and how, taking what changed there, putting what changed here, and the way
/// back to any earlier push. All work with the server goes on in other threads.
class DeployPanel : public Panel {
    Q_OBJECT
public:
    explicit DeployPanel(Desk *desk, QWidget *parent = nullptr);

    QString title() const override { return tr("Deploy"); }
    QIcon icon() const override;

    // What the window gives it, before it is shown.
    void setBook(ServerBook *book);
    void setGate(PushGate gate) { m_gate = std::move(gate); }
    /// Saves what is open and changed, or asks; false: the user wants to stay.
    void setSettle(std::function<bool()> settle) { m_settle = std::move(settle); }

    /// Url; empty: none is chosen.
    QString server() const { return m_server; }
    void setServer(const QString &url);
    server::Scope scope() const;
    void setScope(const server::Scope &scope);

    void compare();
    void pull();
    void push();
    void showHistory();
    bool busy() const;
    bool changesServer() const { return m_dialog && m_dialog->running(); }
    /// Writes the chosen server into the workspace's settings: `pbx` and colleagues find it there.
    void writeServer();
    /// What goes on comes to an end; idle() follows.
    void stop();
    DeployModel *model() const { return m_model; }

Q_SIGNALS:
    void serversRequested(const QString &url);
    void serverChosen(const QString &url);
    void placeRequested(const QString &path, int line, int column);
    /// These were written over by what the server had, as the user wanted.
    void filesTaken(const QStringList &paths);
    void soundRequested(const pbx::audio::Sound &sound);
    void silenceRequested();
    /// Other commands are possible now.
    void possibilitiesChanged();
    void idle();

protected:
    void refresh() override;
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // deploy_panel.cpp
    QWidget *buildTop();
    QWidget *buildDifferences();
    QWidget *buildDetails();
    void connectAll();
    void connectDecisions();
    void fillServers();
    void fillScopes();
    void forget();
    void showState();
    void showCounts();
    void showCurrent();
    void showBusy();
    void turnSplitter();
    QString currentPath() const;
    bool ready() const; ///< a workspace and a server
    bool filterKeys(QEvent *event);

    // deploy_panel_jobs.cpp
    /// The work with a known password, and its failure shown; `done` when there was none.
    void run(const QString &words, RemoteJob::Work work, std::function<void()> done);
    void fail(const server::Failure &failure);
    void compareThen(const std::function<void()> &next);
    void compareNow(const ServerAccess &access, const std::function<void()> &next);
    void pullNow(const ServerAccess &access);
    QString pulled(const std::vector<deploy::Pulled> &pulled, const std::vector<FileState> &before);
    std::vector<FileState> statesBefore() const;
    void pushNow(const ServerAccess &access);
    void open(PushTask task);
    void rollback(const deploy::PushRecord &record);
    void planRollback(const ServerAccess &access, const std::string &id, const QString &words);
    /// Finishes the unfinished push, or takes it back.
    void endUnfinished(bool forward);
    void merge();
    void mergeContents(const deploy::Item &item, const std::optional<std::string> &base, const std::string &here,
                       const std::string &there);
    /// The address of the server a push went to is the one that is asked.
    bool chooseServerOf(const deploy::PushRecord &record);

    ServerBook *m_book = nullptr;
    PushGate m_gate;
    std::function<bool()> m_settle;
    QString m_server;
    QString m_folder;           ///< of the workspace that is shown
    bool m_changedSince = false; ///< files are others than when they were compared
    bool m_writing = false;      ///< the files are this panel's own change

    DeployModel *m_model;
    DeployFilter *m_filter;
    NoticeBar *m_unfinished;
    QPushButton *m_resume;
    QPushButton *m_undo;
    QLabel *m_serverLabel;
    QComboBox *m_servers;
    QPushButton *m_edit;
    QLabel *m_scopeLabel;
    QComboBox *m_scopes;
    QPushButton *m_compare;
    QPushButton *m_pull;
    QPushButton *m_push;
    QTabWidget *m_tabs;
    QLineEdit *m_search;
    QComboBox *m_show;
    QTreeView *m_view;
    QLabel *m_counts;
    QSplitter *m_splitter;
    ItemView *m_item;
    QWidget *m_decisions;
    QPushButton *m_ours;
    QPushButton *m_theirs;
    QPushButton *m_merge;
    QPushButton *m_open;
    PushHistory *m_history;
    Notice *m_notice;
    QLabel *m_stage;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPointer<PushDialog> m_dialog;

    std::optional<server::Failure> m_failure; ///< of the job; written by its thread
    RemoteJob m_job; ///< last: it ends before what it writes to
};

} // namespace pbx::editor
