// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/actions.h"
#include "app/shell/docks.h"
#include "app/shell/project.h"
#include "app/shell/prompt_speech.h"

#include <QHash>
#include <QMainWindow>
#include <QTimer>

#include <memory>

class QStackedWidget;

namespace pbx::editor {
class DeployPanel;
class Desk;
class EditorPage;
class Panel;
class PracticeHost;
class Recovery;
class SearchPanel;
class SectionIndex;
class ServerBook;
class TreePanel;
struct Place;
}
namespace pbx::phone {
class CallController;
class MailPanel;
class PhonesPanel;
class PhonePanel;
class TranscriptPanel;
}

namespace pbx::app {

class Appearance;
class DialogService;
class WorkspaceCheck;
class EditorArea;
class ProblemsPanel;
class ReferencePanel;
class ScenariosPanel;
class Settings;
enum class Setting;
class StartPage;
class StatusLine;
struct Problem;

/// What all windows share. Owned by the program, outlives them.
struct Shared {
    Settings *settings;
    Appearance *appearance;
    DialogService *dialogs;
    editor::Recovery *recovery;
    editor::ServerBook *servers;
    editor::PracticeHost *practice;
};

/// One window for one workspace: wires editors, tree and phone, which know nothing of each other.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Shared &shared, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// To be called before the window is shown when a workspace is to follow: its panels stand from the start.
    void expectWorkspace();
    /// Takes the workspace over and goes where the user was last time.
    bool openWorkspace(const QString &folder);
    QString folder() const;
    bool openFile(const QString &path, int line = 0, int column = 1);

    EditorArea *editors() const { return m_editors; }
    phone::PhonePanel *phone() const { return m_phone; }
    Actions *actions() const { return m_actions; }
    Docks *docks() const { return m_docks; }
    /// The keys as the settings have them now.
    void applyShortcuts();

Q_SIGNALS:
    /// Another workspace; this window may already have one.
    void workspaceRequested(const QString &folder);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // main_window.cpp
    void buildPanels();
    void buildMenus();
    void buildToolBar();
    void connectActions();
    void connectEditing();
    void connectSettings();
    void on(Command command, auto slot) { connect((*m_actions)[command], &QAction::triggered, this, slot); }
    void onPage(Command command, void (editor::EditorPage::*method)());
    void retranslate();
    void updateActions();
    void updateTitle();
    void updateRecent();
    void movePane(bool forward);
    /// The keyboard goes to the pane, or to the first thing in it that wants it.
    static void focusPane(QWidget *pane);
    void helpOnWord();
    void saveLayout();
    void showLayout(Docks::Layout layout);
    /// The panels as they were last in this layout, else as at first.
    void restoreLayout();
    Setting layoutSetting() const;

    // main_window_files.cpp
    void connectFiles();
    void takeProject(std::unique_ptr<Project> project);
    void restoreSession();
    void openRecovered();
    void saveSession();
    /// What the dialog proposes: the domain looked at and no name, unless given.
    void newProgram(QString domain = {}, const QString &name = {});
    void newWorkspace();
    void chooseWorkspace();
    void activateFile(const QString &path);
    /// Of a stock file, in the domain looked at.
    void makeOwnCopy(editor::EditorPage *page);
    /// A file is opened or played, a folder becomes a workspace.
    void openDropped(const QUrl &url);
    bool save(editor::EditorPage *page);
    bool saveAs(editor::EditorPage *page);
    bool saveAll(const QList<editor::EditorPage *> &pages);
    /// Asks once for all; false: the user wants to stay.
    bool settle(const QList<editor::EditorPage *> &pages);
    void closeFile(editor::EditorPage *page);
    void showError(const QString &text);
    void showRemarks(editor::EditorPage *page);
    void showFindings();
    void checkWorkspace();
    void filesChanged();

    // main_window_panels.cpp
    void connectPanels();
    void adopt(editor::Panel *panel);
    void showPanel(Command command);
    /// ivanov@specialists.example, or ivanov of the domain the panels show.
    void showAccount(const QString &address);
    static QString panelName(Command command); ///< its object name
    template<class Panel>
    Panel *panel(); ///< made when it is first wanted
    void connectTree();
    void newLanguage(const QString &domain);
    void importArchive(const QString &domain, const QString &path);
    void exportArchive(const QString &domain);
    void mend(const Problem &problem);
    void speakMissing(const Problem &problem);
    /// Panels and recordings go to the domain the problem is in.
    void chooseDomain(const Problem &problem);
    void recordPrompts(const QString &language, const QStringList &prompts);
    void undo(bool forward);
    /// The editor that has the keyboard or is in front; null while a panel is.
    editor::EditorPage *undoPage() const;

    // main_window_find.cpp
    void connectFinding();
    void goAnywhere();
    void goTo(const editor::Place &place);
    void searchWorkspace();
    void changeShortcuts();
    /// What stands in the editors and not on the disk.
    QHash<QString, QByteArray> unsavedTexts() const;

    // main_window_deploy.cpp
    void connectDeploy();
    void adoptDeploy(editor::DeployPanel *panel);
    editor::DeployPanel *deployPanel();
    /// False: work with the server goes on and the user wants to wait for it.
    bool settleDeploy();
    void showServers(const QString &current);
    void showPracticeServer(QWidget *parent);
    void showWebAdmin();
    void pullNewWorkspace();
    void filesTaken(const QStringList &paths);

    // main_window_calls.cpp
    void connectCalls();
    void placeCall();
    /// Offers to save what is changed, because calls run what the disk has. False: the user wants neither.
    bool settleBeforeCall();
    void runScenarios(const QStringList &files);
    void saveScenario();
    void listPhones();
    void callBegan();
    void callEnded();
    void mailEvent(int row);
    void showRunningPlace(const QString &file, int line);

    Shared m_shared;
    std::unique_ptr<Project> m_project;
    PromptSpeech m_speech;
    Actions *m_actions;
    Docks *m_docks;
    StatusLine *m_status;
    QStackedWidget *m_centre;
    StartPage *m_startPage;
    EditorArea *m_editors;
    editor::Desk *m_desk;
    QHash<const QMetaObject *, editor::Panel *> m_panels;
    editor::TreePanel *m_tree;
    phone::PhonePanel *m_phone;
    phone::CallController *m_controller;
    phone::TranscriptPanel *m_transcript;
    phone::MailPanel *m_mail;
    phone::PhonesPanel *m_phones;
    WorkspaceCheck *m_check;
    ProblemsPanel *m_problems;
    ScenariosPanel *m_scenarios;
    ReferencePanel *m_reference;
    editor::SearchPanel *m_search;
    editor::SectionIndex *m_sections;
    QMenu *m_menus[8];
    QMenu *m_recentMenu;
    QMenu *m_environmentMenu;
    QMenu *m_panelsMenu;
    QMenu *m_layoutMenu;
    QMenu *m_speedMenu;
    QMenu *m_languageMenu;
    QMenu *m_schemeMenu;
    QToolBar *m_toolBar;
    QTimer m_sessionTimer; ///< what is open is remembered soon after it changed, for the case of a crash
    editor::DeployPanel *m_deploy = nullptr; ///< null: not wanted yet
    bool m_closing = false; ///< as soon as the work with the server has ended
    QString m_shownProgram; ///< the file the running call was last shown in
};

} // namespace pbx::app
