// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include "app/shell/appearance.h"
#include "app/shell/dialog_service.h"
#include "app/shell/editor_area.h"
#include "app/shell/problems_panel.h"
#include "app/shell/reference_panel.h"
#include "app/shell/scenarios_panel.h"
#include "app/shell/settings.h"
#include "app/shell/start_page.h"
#include "app/shell/status_line.h"
#include "app/shell/whats_this.h"
#include "app/shell/workspace_check.h"
#include "editor/desk/desk.h"
#include "editor/locator/section_index.h"
#include "editor/search/search_panel.h"
#include "editor/tree/tree_panel.h"
#include "preview/phone/call_options.h"
#include "preview/phone/mail_panel.h"
#include "preview/phone/phone_panel.h"
#include "preview/phone/phones_panel.h"
#include "preview/phone/transcript_panel.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QFontDatabase>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QTreeView>
#include <QWhatsThis>

namespace pbx::app {

using editor::EditorPage;

namespace {

enum MenuPlace { FileMenu, EditMenu, ViewMenu, WorkspaceMenu, CallMenu, ServerMenu, SettingsMenu, HelpMenu };

} // namespace

MainWindow::MainWindow(const Shared &shared, QWidget *parent)
    : QMainWindow(parent), m_shared(shared), m_actions(new Actions(this)), m_docks(nullptr),
      m_status(new StatusLine(statusBar()))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    resize(1280, 760);
    buildPanels();
    buildMenus();
    buildToolBar();
    connectActions();
    connectEditing();
    connectSettings();
    connectFiles();
    connectPanels();
    connectCalls();
    connectDeploy();
    connectFinding();
    retranslate();
    m_docks->setVisible(false);
    const QByteArray geometry = m_shared.settings->value(Setting::WindowGeometry).toByteArray();
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    updateActions();
}

MainWindow::~MainWindow()
{
    // Pages and phone tell of their end; nobody here listens any more.
    qApp->disconnect(this);
    m_desk->disconnect(this);
    m_desk->setWorkspace(nullptr);
    m_editors->disconnect(this);
    m_problems->disconnect(this);
    m_problems->model()->disconnect(this);
    m_controller->disconnect(this);
    m_check->disconnect(this);
    m_transcript->model()->setEvents(nullptr);
    m_controller->setWorld(nullptr, nullptr, nullptr);
}

void MainWindow::buildPanels()
{
    m_centre = new QStackedWidget(this);
    m_startPage = new StartPage(m_centre);
    m_startPage->setExampleAvailable(!Project::exampleFolder().isEmpty());
    m_editors = new EditorArea(m_centre);
    m_editors->setRecovery(m_shared.recovery);
    m_centre->addWidget(m_startPage);
    m_centre->addWidget(m_editors);
    setCentralWidget(m_centre);

    m_desk = new editor::Desk(this);
    m_docks = new Docks(this);
    m_tree = new editor::TreePanel(m_desk, this);
    m_phone = new phone::PhonePanel(this);
    m_controller = m_phone->controller();
    m_phones = new phone::PhonesPanel(m_controller, this);
    m_transcript = new phone::TranscriptPanel(this);
    m_mail = new phone::MailPanel(this);
    m_check = new WorkspaceCheck(this);
    m_problems = new ProblemsPanel(this);
    m_scenarios = new ScenariosPanel(this);
    m_reference = new ReferencePanel(this);
    m_search = new editor::SearchPanel(this);
    m_sections = new editor::SectionIndex(this);
    m_docks->setPanel(Docks::Tree, m_tree);
    m_docks->setPanel(Docks::Phone, m_phone);
    m_docks->setPanel(Docks::Phones, m_phones);
    m_docks->setPanel(Docks::Transcript, m_transcript);
    m_docks->setPanel(Docks::Mail, m_mail);
    m_docks->setPanel(Docks::Problems, m_problems);
    m_docks->setPanel(Docks::Scenarios, m_scenarios);
    m_docks->setPanel(Docks::Reference, m_reference);
    m_docks->setPanel(Docks::Search, m_search);

    m_phone->setAddressHistory(m_shared.settings->list(Setting::DialledAddresses));
    m_scenarios->setRunsOnChange(m_shared.settings->flag(Setting::RunScenariosOnChange));
    m_phone->options()->setVolume(m_shared.settings->number(Setting::Volume));
    m_phone->options()->setMuted(m_shared.settings->flag(Setting::Muted));
    const int speed = qBound(0, m_shared.settings->number(Setting::CallSpeed), 2);
    m_phone->options()->setSpeed(phone::CallController::Speed(speed));
    QFont font;
    const QString fontName = m_shared.settings->text(Setting::EditorFont);
    if (!fontName.isEmpty() && font.fromString(fontName))
        m_editors->setTextFont(font);
    m_editors->setAutomaticCompletion(m_shared.settings->flag(Setting::AutomaticCompletion));
}

void MainWindow::buildMenus()
{
    for (QMenu *&menu : m_menus)
        menu = menuBar()->addMenu(QString());
    const auto add = [this](QMenu *menu, std::initializer_list<Command> commands) {
        for (const Command command : commands)
            menu->addAction((*m_actions)[command]);
        return menu;
    };
    QMenu *file = add(m_menus[FileMenu], {Command::NewProgram, Command::NewWorkspace, Command::PullNew, Command::OpenWorkspace});
    m_recentMenu = file->addMenu(QString());
    add(file, {Command::OpenExample});
    file->addSeparator();
    add(file, {Command::Save, Command::SaveAs, Command::SaveAll, Command::CloseFile});
    file->addSeparator();
    add(file, {Command::Quit});

    QMenu *edit = add(m_menus[EditMenu], {Command::Undo, Command::Redo});
    edit->addSeparator();
    add(edit, {Command::Cut, Command::Copy, Command::Paste, Command::SelectAll});
    edit->addSeparator();
    add(edit, {Command::Find, Command::FindNext, Command::FindPrevious, Command::Replace, Command::GoToLine});
    edit->addSeparator();
    add(edit, {Command::GoAnywhere, Command::SearchWorkspace});
    edit->addSeparator();
    add(edit, {Command::ToggleComment, Command::Complete, Command::AutomaticCompletion});

    QMenu *view = m_menus[ViewMenu];
    m_panelsMenu = view->addMenu(QString());
    m_docks->fillMenu(m_panelsMenu);
    m_layoutMenu = add(view->addMenu(QString()), {Command::LayoutEditing, Command::LayoutCalling});
    m_layoutMenu->addSeparator();
    add(m_layoutMenu, {Command::ResetLayout});
    view->addSeparator();
    add(view, {Command::NextPane, Command::PreviousPane});
    view->addSeparator();
    add(view, {Command::ZoomIn, Command::ZoomOut, Command::ZoomReset});

    QMenu *panels = add(m_menus[WorkspaceMenu], {Command::ShowAttendant, Command::ShowAccounts, Command::ShowPrompts, Command::ShowDeploy});
    panels->addSeparator();
    m_environmentMenu = panels->addMenu(QString());
    m_environmentMenu->setObjectName(QStringLiteral("environmentMenu"));
    m_environmentMenu->addActions(m_tree->view()->actions());
    panels->addSeparator();
    add(panels, {Command::RecordPrompts, Command::SpeakPrompts});

    QMenu *call = add(m_menus[CallMenu], {Command::Call, Command::HangUp, Command::Redial, Command::LastKeys, Command::AddCaller});
    call->addSeparator();
    add(call, {Command::SaveScenario, Command::RunScenarios});
    call->addSeparator();
    add(call, {Command::FocusKeypad, Command::FocusAddress});
    call->addSeparator();
    m_speedMenu = add(call->addMenu(QString()), {Command::SpeedNormal, Command::SpeedQuadruple, Command::SpeedInstant});
    add(call, {Command::Mute});

    QMenu *server = add(m_menus[ServerMenu], {Command::Compare, Command::Pull, Command::Push, Command::PushHistory});
    server->addSeparator();
    add(server, {Command::WebAdmin});
    server->addSeparator();
    add(server, {Command::Servers, Command::PracticeServer, Command::OwnServer});

    QMenu *settings = m_menus[SettingsMenu];
    m_languageMenu = add(settings->addMenu(QString()),
                         {Command::LanguageSystem, Command::LanguageEnglish, Command::LanguageRussian});
    m_schemeMenu = add(settings->addMenu(QString()), {Command::SchemeSystem, Command::SchemeLight, Command::SchemeDark});
    add(settings, {Command::EditorFont, Command::Shortcuts});

    QMenu *help = add(m_menus[HelpMenu], {Command::HelpOnWord, Command::WhatsThis, Command::Reference});
    help->addSeparator();
    add(help, {Command::About, Command::AboutQt});
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::updateRecent);
}

void MainWindow::buildToolBar()
{
    m_toolBar = addToolBar(QString());
    m_toolBar->setObjectName(QStringLiteral("mainToolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int icon = std::max(18, m_toolBar->fontMetrics().height()); // as large as the text beside it
    m_toolBar->setIconSize(QSize(icon, icon));
    const auto add = [this](Command command, bool withText = false) {
        m_toolBar->addAction((*m_actions)[command]);
        if (!withText)
            (*m_actions)[command]->setPriority(QAction::LowPriority);
    };
    add(Command::NewProgram);
    add(Command::Save);
    m_toolBar->addSeparator();
    add(Command::Undo);
    add(Command::Redo);
    m_toolBar->addSeparator();
    add(Command::ShowAttendant, true);
    add(Command::ShowAccounts, true);
    add(Command::ShowPrompts, true);
    add(Command::ShowDeploy, true);
    m_toolBar->addSeparator();
    add(Command::Call, true);
    add(Command::HangUp, true);
    add(Command::FocusKeypad, true);
}

void MainWindow::onPage(Command command, void (EditorPage::*method)())
{
    on(command, [this, method] {
        if (EditorPage *page = m_editors->currentPage())
            (page->*method)();
    });
}

void MainWindow::connectActions()
{
    on(Command::Quit, [] { QApplication::closeAllWindows(); });
    on(Command::Undo, [this] { undo(false); });
    on(Command::Redo, [this] { undo(true); });
    onPage(Command::Cut, &EditorPage::cut);
    onPage(Command::Copy, &EditorPage::copy);
    onPage(Command::Paste, &EditorPage::paste);
    onPage(Command::SelectAll, &EditorPage::selectAll);
    onPage(Command::Find, &EditorPage::find);
    onPage(Command::FindNext, &EditorPage::findNext);
    onPage(Command::FindPrevious, &EditorPage::findPrevious);
    onPage(Command::Replace, &EditorPage::replace);
    onPage(Command::ToggleComment, &EditorPage::toggleComment);
    onPage(Command::Complete, &EditorPage::complete);
    const auto zoom = [this](int steps) {
        if (EditorPage *page = m_editors->currentPage())
            page->zoom(steps);
    };
    on(Command::ZoomIn, [zoom] { zoom(1); });
    on(Command::ZoomOut, [zoom] { zoom(-1); });
    on(Command::ZoomReset, [zoom] { zoom(0); });
    on(Command::GoToLine, [this] {
        EditorPage *page = m_editors->currentPage();
        if (!page)
            return;
        if (const auto line = m_shared.dialogs->askForLine(this, page->caretLine(), page->lineCount()))
            page->goTo(*line);
    });
    on(Command::NextPane, [this] { movePane(true); });
    on(Command::PreviousPane, [this] { movePane(false); });
    const bool calling = m_shared.settings->number(Setting::Layout) == Docks::Calling;
    for (const auto &[command, layout] : {std::pair(Command::LayoutEditing, Docks::Editing),
                                          std::pair(Command::LayoutCalling, Docks::Calling)}) {
        (*m_actions)[command]->setChecked(calling == (layout == Docks::Calling));
        on(command, [this, layout] { showLayout(layout); });
    }
    on(Command::ResetLayout, [this] { m_docks->reset(); });
    on(Command::HelpOnWord, &MainWindow::helpOnWord);
    on(Command::WhatsThis, [] { QWhatsThis::enterWhatsThisMode(); });
    on(Command::Reference, [this] {
        m_docks->show(Docks::Reference);
        m_reference->focusSearch();
    });
    on(Command::About, [this] { m_shared.dialogs->showAbout(this); });
    on(Command::AboutQt, [] { QApplication::aboutQt(); });
}

void MainWindow::connectEditing()
{
    connect(m_editors, &EditorArea::currentPageChanged, this, &MainWindow::updateActions);
    connect(m_editors, &EditorArea::remarksChanged, this, &MainWindow::showRemarks);
    connect(m_editors, &EditorArea::pageClosed, this,
            [this](const QString &path) { m_problems->model()->setProblems(path, {}); });
    connect(m_check, &WorkspaceCheck::finished, this, &MainWindow::showFindings);
    connect(m_problems, &ProblemsPanel::countsChanged, this, [this] {
        m_status->setProblems(m_problems->model()->errorCount(), m_problems->model()->warningCount());
    });
    connect(m_problems, &ProblemsPanel::activated, this, [this](const Problem &problem) {
        if (!problem.path.isEmpty())
            openFile(problem.path, problem.remark.line, problem.remark.column);
    });
    connect(m_problems, &ProblemsPanel::fixRequested, this, &MainWindow::mend);
    connect(m_problems, &ProblemsPanel::speakRequested, this, &MainWindow::speakMissing);
    connect(m_status, &StatusLine::problemsClicked, this, [this] { m_docks->show(Docks::Problems); });
}

void MainWindow::connectSettings()
{
    const auto choice = [this](Command command, const QString &value, Setting setting) {
        (*m_actions)[command]->setChecked(m_shared.settings->text(setting) == value);
        on(command, [this, value, setting] {
            if (setting == Setting::Language)
                m_shared.appearance->setLanguage(value);
            else
                m_shared.appearance->setColourScheme(value);
        });
    };
    choice(Command::LanguageSystem, QString(), Setting::Language);
    choice(Command::LanguageEnglish, QStringLiteral("en"), Setting::Language);
    choice(Command::LanguageRussian, QStringLiteral("ru"), Setting::Language);
    choice(Command::SchemeSystem, QString(), Setting::ColourScheme);
    choice(Command::SchemeLight, QStringLiteral("light"), Setting::ColourScheme);
    choice(Command::SchemeDark, QStringLiteral("dark"), Setting::ColourScheme);
    on(Command::EditorFont, [this] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        if (const QString name = m_shared.settings->text(Setting::EditorFont); !name.isEmpty())
            font.fromString(name);
        if (const auto chosen = m_shared.dialogs->askForFont(this, font)) {
            m_shared.settings->setValue(Setting::EditorFont, chosen->toString());
            m_editors->setTextFont(*chosen);
        }
    });
    QAction *automatic = (*m_actions)[Command::AutomaticCompletion];
    automatic->setChecked(m_shared.settings->flag(Setting::AutomaticCompletion));
    connect(automatic, &QAction::toggled, this, [this](bool on) {
        m_shared.settings->setValue(Setting::AutomaticCompletion, on);
        m_editors->setAutomaticCompletion(on);
    });
}

void MainWindow::updateActions()
{
    const EditorPage *page = m_editors->currentPage();
    const bool open = page != nullptr;
    const Actions &action = *m_actions;
    for (const Command command :
         {Command::Save, Command::SaveAs, Command::SaveAll, Command::CloseFile, Command::Paste, Command::SelectAll,
          Command::Find, Command::FindNext, Command::FindPrevious, Command::Replace, Command::GoToLine, Command::ToggleComment,
          Command::Complete, Command::ZoomIn, Command::ZoomOut, Command::ZoomReset})
        action[command]->setEnabled(open);
    action[Command::Save]->setEnabled(open && page->document()->isModified());
    action[Command::SaveAll]->setEnabled(!m_editors->modifiedPages().isEmpty());
    const EditorPage *typed = undoPage();
    editor::History &history = m_desk->changes();
    action[Command::Undo]->setEnabled(typed ? typed->canUndo() : history.canUndo());
    action[Command::Redo]->setEnabled(typed ? typed->canRedo() : history.canRedo());
    action[Command::Undo]->setText(typed || !history.canUndo() ? tr("&Undo") : tr("&Undo: %1").arg(history.undoName()));
    action[Command::Redo]->setText(typed || !history.canRedo() ? tr("&Redo") : tr("&Redo: %1").arg(history.redoName()));
    for (const Command command : {Command::ShowAttendant, Command::ShowAccounts, Command::ShowPrompts, Command::ShowDeploy,
                                  Command::RecordPrompts, Command::SpeakPrompts, Command::Compare, Command::Pull, Command::Push,
                                  Command::PushHistory, Command::WebAdmin, Command::OwnServer})
        action[command]->setEnabled(m_project != nullptr);
    action[Command::Cut]->setEnabled(open && page->hasSelection());
    action[Command::Copy]->setEnabled(open && page->hasSelection());
    action[Command::NewProgram]->setEnabled(m_project != nullptr);
    action[Command::SearchWorkspace]->setEnabled(m_project != nullptr);
    for (const Command command : {Command::LayoutEditing, Command::LayoutCalling, Command::ResetLayout})
        action[command]->setEnabled(m_project != nullptr);
    const bool running = m_controller->running();
    action[Command::Call]->setEnabled(m_project != nullptr && m_phone->mayDial());
    action[Command::HangUp]->setEnabled(m_phone->mayHangUp());
    action[Command::Redial]->setEnabled(m_project != nullptr && m_phone->mayRedial());
    action[Command::LastKeys]->setEnabled(m_phone->mayPressLastKeys());
    action[Command::AddCaller]->setEnabled(m_phone->mayAddCaller());
    action[Command::SaveScenario]->setEnabled(m_controller->hasCall() && !running);
    m_transcript->setSavable(m_controller->hasCall() && !running);
    action[Command::RunScenarios]->setEnabled(m_project != nullptr);
    action[Command::FocusKeypad]->setEnabled(m_phone->mayHangUp());
    action[Command::FocusAddress]->setEnabled(m_project != nullptr && m_phone->mayDial());
    m_status->setFile(open, open && page->document()->isModified(), open ? page->document()->format() : editor::TextFormat());
    if (open)
        m_status->setCaret(page->caretLine(), page->caretColumn());
    updateTitle();
}

void MainWindow::updateTitle()
{
    const EditorPage *page = m_editors->currentPage();
    QStringList parts;
    if (page)
        parts += page->document()->fileName() + QStringLiteral("[*]");
    if (m_project)
        parts += m_project->workspace().name();
    parts += QStringLiteral("PBX Studio");
    setWindowTitle(parts.join(QStringLiteral(" – ")));
    setWindowModified(page && page->document()->isModified());
}

void MainWindow::updateRecent()
{
    m_recentMenu->clear();
    for (const QString &folder : m_shared.settings->list(Setting::RecentWorkspaces)) {
        QString text = folder;
        QAction *action = m_recentMenu->addAction(text.replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, folder] { Q_EMIT workspaceRequested(folder); });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::movePane(bool forward)
{
    QList<QWidget *> panes{m_editors->currentWidget() ? m_editors->currentWidget() : m_startPage};
    for (int id = 0; id < Docks::Count; ++id) {
        QDockWidget *dock = m_docks->dock(Docks::Id(id));
        if (dock->isVisible() && !dock->visibleRegion().isEmpty())
            panes += dock->widget();
    }
    qsizetype current = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget()) || panes[i] == QApplication::focusWidget())
            current = i;
    }
    const qsizetype next = (current + (forward ? 1 : panes.size() - 1)) % panes.size();
    focusPane(panes[next]);
}

void MainWindow::focusPane(QWidget *pane)
{
    if (pane->focusProxy() || pane->focusPolicy() != Qt::NoFocus) {
        pane->setFocus(Qt::TabFocusReason);
        return;
    }
    for (QWidget *inside = pane->nextInFocusChain(); inside && pane->isAncestorOf(inside); inside = inside->nextInFocusChain()) {
        if (inside->isEnabled() && inside->isVisible() && (inside->focusPolicy() & Qt::TabFocus)) {
            inside->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::helpOnWord()
{
    const EditorPage *page = m_editors->currentPage();
    QWidget *focus = focusWidget();
    if (focus && (!page || !page->isAncestorOf(focus)) && showWhatsThis(focus))
        return;
    const QString word = page ? page->wordAtCaret() : QString();
    m_docks->show(Docks::Reference);
    if (!m_reference->showName(word))
        m_reference->focusSearch();
}

void MainWindow::expectWorkspace()
{
    if (m_centre->currentWidget() == m_editors)
        return;
    m_centre->setCurrentWidget(m_editors);
    m_docks->setVisible(true);
    m_docks->setLayout((*m_actions)[Command::LayoutCalling]->isChecked() ? Docks::Calling : Docks::Editing);
    restoreLayout();
}

Setting MainWindow::layoutSetting() const
{
    return m_docks->layout() == Docks::Calling ? Setting::CallingState : Setting::WindowState;
}

void MainWindow::restoreLayout()
{
    const QByteArray state = m_shared.settings->value(layoutSetting()).toByteArray();
    if (!state.isEmpty())
        restoreState(state);
}

void MainWindow::showLayout(Docks::Layout layout)
{
    if (layout == m_docks->layout())
        return;
    m_shared.settings->setValue(layoutSetting(), saveState());
    m_docks->setLayout(layout);
    restoreLayout();
}

void MainWindow::saveLayout()
{
    m_shared.settings->setValue(Setting::WindowGeometry, saveGeometry());
    if (m_project) {
        m_shared.settings->setValue(layoutSetting(), saveState());
        m_shared.settings->setValue(Setting::Layout, int(m_docks->layout()));
    }
    m_shared.settings->setValue(Setting::DialledAddresses, m_phone->addressHistory());
    m_shared.settings->setValue(Setting::Volume, m_phone->options()->volume());
    m_shared.settings->setValue(Setting::Muted, m_phone->options()->muted());
    m_shared.settings->setValue(Setting::RunScenariosOnChange, m_scenarios->runsOnChange());
    m_shared.settings->setValue(Setting::CallSpeed, int(m_phone->options()->speed()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!settleDeploy() || !settle(m_editors->modifiedPages())) {
        event->ignore();
        return;
    }
    m_controller->hangUp();
    m_editors->giveUpUnsaved();
    saveSession();
    saveLayout();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange && m_project)
        checkWorkspace(); // findings come in the language they were found in
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_editors->checkDisk();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_docks->retranslate();
    m_menus[FileMenu]->setTitle(tr("&File"));
    m_menus[EditMenu]->setTitle(tr("&Edit"));
    m_menus[ViewMenu]->setTitle(tr("&View"));
    m_menus[WorkspaceMenu]->setTitle(tr("&Workspace"));
    m_menus[CallMenu]->setTitle(tr("&Call"));
    m_menus[ServerMenu]->setTitle(tr("Ser&ver"));
    m_menus[SettingsMenu]->setTitle(tr("&Settings"));
    m_menus[HelpMenu]->setTitle(tr("&Help"));
    m_editors->updatePanelTitles();
    m_environmentMenu->setTitle(tr("&Environment"));
    m_recentMenu->setTitle(tr("&Recent Workspaces"));
    m_panelsMenu->setTitle(tr("&Panels"));
    m_layoutMenu->setTitle(tr("&Layout"));
    m_speedMenu->setTitle(tr("&Speed"));
    m_languageMenu->setTitle(tr("&Language"));
    m_schemeMenu->setTitle(tr("&Colours"));
    m_toolBar->setWindowTitle(tr("Toolbar"));
    m_toolBar->setAccessibleName(m_toolBar->windowTitle());
    if (auto *more = m_toolBar->findChild<QWidget *>(QStringLiteral("qt_toolbar_ext_button")))
        more->setAccessibleName(tr("More commands"));
    m_editors->setAccessibleName(tr("Open files"));
    explainParts(this);
    m_status->setProblems(m_problems->model()->errorCount(), m_problems->model()->warningCount());
    updateActions();
}

} // namespace pbx::app
