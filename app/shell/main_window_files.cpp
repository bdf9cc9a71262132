// SPDX-License-Identifier: GPL-3.0-or-later
// The window's dealings with files: workspaces, saving, closing, what other programs changed.
#include "app/shell/main_window.h"

#include "app/shell/dialog_service.h"
#include "app/shell/editor_area.h"
#include "app/shell/problems_panel.h"
#include "app/shell/scenarios_panel.h"
#include "app/shell/session.h"
#include "app/shell/settings.h"
#include "app/shell/workspace_check.h"
#include "app/shell/start_page.h"
#include "app/shell/studio.h"
#include "editor/desk/desk.h"
#include "editor/search/search_panel.h"
#include "editor/tree/file_edits.h"
#include "editor/code/recovery.h"
#include "editor/tree/tree_panel.h"
#include "preview/phone/call_controller.h"
#include "preview/phone/phone_panel.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>

#include <algorithm>

namespace pbx::app {

using editor::EditorPage;

namespace {

/// What a new program or module begins as.
QByteArray programTemplate(const QString &fileName, const QString &pattern)
{
    QFile file(QStringLiteral(":/templates/") + (fileName.endsWith(u".sppi") ? QStringLiteral("module.sppi") : pattern + QStringLiteral(".sppr")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("%1", fileName.toUtf8());
}

bool isSound(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == u"wav" || suffix == u"au" || suffix == u"gsm";
}

} // namespace

void MainWindow::connectFiles()
{
    on(Command::NewProgram, [this] { newProgram(); });
    on(Command::NewWorkspace, &MainWindow::newWorkspace);
    on(Command::OpenWorkspace, &MainWindow::chooseWorkspace);
    const auto openExample = [this] { Q_EMIT workspaceRequested(Project::ownExample()); };
    on(Command::OpenExample, openExample);
    (*m_actions)[Command::OpenExample]->setEnabled(!Project::exampleFolder().isEmpty());
    on(Command::Save, [this] {
        if (EditorPage *page = m_editors->currentPage())
            save(page);
    });
    on(Command::SaveAs, [this] {
        if (EditorPage *page = m_editors->currentPage())
            saveAs(page);
    });
    on(Command::SaveAll, [this] { saveAll(m_editors->modifiedPages()); });
    on(Command::CloseFile, [this] {
        if (EditorPage *page = m_editors->currentPage())
            closeFile(page);
    });
    m_sessionTimer.setSingleShot(true);
    m_sessionTimer.setInterval(1000);
    connect(&m_sessionTimer, &QTimer::timeout, this, &MainWindow::saveSession);
    connect(m_editors, &EditorArea::currentPageChanged, this, [this] {
        if (m_project && !m_sessionTimer.isActive())
            m_sessionTimer.start();
    });
    connect(m_startPage, &StartPage::openRequested, this, &MainWindow::workspaceRequested);
    connect(m_startPage, &StartPage::exampleRequested, this, openExample);
    connect(m_startPage, &StartPage::chooseRequested, this, &MainWindow::chooseWorkspace);
    connect(m_startPage, &StartPage::newRequested, this, &MainWindow::newWorkspace);
    m_startPage->setRecent(m_shared.settings->list(Setting::RecentWorkspaces));
    connect(m_tree, &editor::TreePanel::fileActivated, this, &MainWindow::activateFile);
    connect(m_tree, &editor::TreePanel::newProgramRequested, this, [this] { newProgram(); });
    connect(m_editors, &EditorArea::closeRequested, this, &MainWindow::closeFile);
    connect(m_editors, &EditorArea::errorOccurred, this, &MainWindow::showError);
    connect(m_editors, &EditorArea::fileDropped, this, &MainWindow::openDropped);
    connect(m_shared.recovery, &editor::Recovery::failed, statusBar(), [this](const QString &text) { statusBar()->showMessage(text); });
    connect(m_editors, &EditorArea::ownCopyRequested, this, &MainWindow::makeOwnCopy);
    connect(m_editors, &EditorArea::overwriteRequested, this, [this](EditorPage *page) {
        if (auto saved = page->document()->save(true); !saved)
            showError(saved.error());
    });
}

bool MainWindow::openWorkspace(const QString &folder)
{
    auto workspace = files::Workspace::open(folder);
    if (!workspace) {
        m_shared.settings->forgetWorkspace(folder);
        m_startPage->setRecent(m_shared.settings->list(Setting::RecentWorkspaces));
        if (!m_project) {
            m_centre->setCurrentWidget(m_startPage);
            m_docks->setVisible(false);
        }
        showError(workspace.error());
        return false;
    }
    takeProject(std::make_unique<Project>(std::move(*workspace)));
    return true;
}

void MainWindow::takeProject(std::unique_ptr<Project> project)
{
    m_controller->setWorld(nullptr, nullptr, nullptr);
    m_desk->setWorkspace(nullptr);
    m_search->clear();
    m_project = std::move(project);
    m_desk->setWorkspace(&m_project->workspace());
    m_shared.settings->rememberWorkspace(m_project->folder());
    m_speech.setWorkspace(&m_project->workspace());
    m_phone->setTimeZone(m_project->workspace().timeZone());
    connect(m_project.get(), &Project::changed, this, &MainWindow::filesChanged);
    expectWorkspace();
    if (m_shared.settings->value(layoutSetting()).toByteArray().isEmpty())
        m_docks->spread();
    m_tree->setWorkspace(&m_project->workspace());
    listPhones();
    m_scenarios->setFiles(m_project->workspace().scenarios(), folder());
    restoreSession();
    checkWorkspace();
    updateActions();
}

QString MainWindow::folder() const
{
    return m_project ? m_project->folder() : QString();
}

bool MainWindow::openFile(const QString &path, int line, int column)
{
    EditorPage *page = m_editors->open(path);
    if (!page)
        return false;
    if (line > 0)
        page->goTo(line, column);
    page->setFocus();
    return true;
}

void MainWindow::makeOwnCopy(EditorPage *page)
{
    const QString path = page->document()->path();
    const QString parent = QFileInfo(path).absolutePath();
    editor::Place place{m_tree->currentDomain().toStdString(), {}};
    if (place.domain.empty())
        place.domain = m_project->workspace().defaultDomain();
    // A language folder of the stock: the same in the domain.
    if (parent != QFileInfo(files::stockFolder()).canonicalFilePath())
        place.language = QFileInfo(parent).fileName().toStdString();
    if (!editor::overrideFile(*m_desk, place, path))
        return;
    const int line = page->caretLine();
    closeFile(page);
    const QString folder = m_project->workspace().environmentFolder(place.domain);
    openFile(QDir(folder).filePath(place.language.empty() ? QFileInfo(path).fileName()
                                                          : QString::fromStdString(place.language) + u'/' + QFileInfo(path).fileName()),
             line);
}

void MainWindow::activateFile(const QString &path)
{
    if (isSound(path))
        m_phone->replay({path});
    else
        openFile(path);
}

void MainWindow::openDropped(const QUrl &url)
{
    const QString path = url.toLocalFile();
    if (path.isEmpty())
        return;
    if (QFileInfo(path).isDir())
        Q_EMIT workspaceRequested(path);
    else if (m_project)
        activateFile(path);
    else if (const QString workspace = workspaceOf(path); !workspace.isEmpty())
        Q_EMIT workspaceRequested(workspace);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls)
        openDropped(url);
    event->acceptProposedAction();
}

void MainWindow::restoreSession()
{
    const Session session = Session::load(*m_shared.settings, folder());
    if (!session.address.isEmpty())
        m_phone->setAddress(session.address);
    for (const Session::File &file : session.files) {
        if (!QFileInfo::exists(file.path))
            continue;
        if (EditorPage *page = m_editors->open(file.path, false))
            page->goTo(file.line, file.column);
    }
    if (session.isEmpty()) {
        // The first time: the first program of the default domain, so that there is something to look at.
        const auto environment = m_project->workspace().environment(m_project->workspace().defaultDomain());
        for (const files::ListedFile &listed : environment->list()) {
            if (listed.file.layer == files::Layer::Domain && listed.file.name.ends_with(".sppr")) {
                m_editors->open(listed.file.path);
                break;
            }
        }
    }
    for (const Command command : {Command::ShowAttendant, Command::ShowAccounts, Command::ShowPrompts, Command::ShowDeploy}) {
        if (session.panels.contains(panelName(command)))
            showPanel(command);
    }
    if (session.current >= 0 && session.current < m_editors->count())
        m_editors->setCurrentIndex(session.current);
    openRecovered();
    if (EditorPage *page = m_editors->currentPage()) {
        m_tree->showPath(page->document()->path());
        page->setFocus();
    }
}

/// What a program that did not come to its end has left unsaved in this workspace, whether or not it was open last time.
void MainWindow::openRecovered()
{
    for (const QString &path : m_shared.recovery->leftBelow(QFileInfo(folder()).canonicalFilePath()))
        m_editors->open(path, false);
    for (EditorPage *page : m_editors->pages()) {
        if (page->document()->recoveredFrom().isValid()) {
            m_editors->setCurrentWidget(page);
            return;
        }
    }
}

void MainWindow::saveSession()
{
    if (!m_project)
        return;
    Session session;
    for (EditorPage *page : m_editors->pages())
        session.files += {page->document()->path(), page->caretLine(), page->caretColumn()};
    // In the order in which they are opened again: files, then panels.
    for (const Command command : {Command::ShowAttendant, Command::ShowAccounts, Command::ShowPrompts, Command::ShowDeploy}) {
        for (int i = 0; i < m_editors->count(); ++i) {
            if (m_editors->widget(i)->objectName() == panelName(command))
                session.panels += panelName(command);
        }
    }
    session.current = int(m_editors->currentPanel() ? session.files.size() + session.panels.indexOf(m_editors->currentPanel()->objectName())
                                                    : m_editors->pages().indexOf(m_editors->currentPage()));
    session.address = m_phone->address();
    session.save(*m_shared.settings, folder());
}

void MainWindow::chooseWorkspace()
{
    const QString start = m_project ? QFileInfo(folder()).absolutePath() : QDir::homePath();
    const QString chosen = m_shared.dialogs->chooseWorkspace(this, start);
    if (!chosen.isEmpty())
        Q_EMIT workspaceRequested(chosen);
}

void MainWindow::newWorkspace()
{
    const auto answer = m_shared.dialogs->askForWorkspace(this);
    if (!answer)
        return;
    const auto made = files::Workspace::create(answer->folder, answer->what, {});
    if (!made)
        showError(made.error());
    else
        Q_EMIT workspaceRequested(made->folder());
}

void MainWindow::newProgram(QString domain, const QString &name)
{
    if (!m_project)
        return;
    QStringList domains;
    for (const files::DomainFolder &folder : m_project->workspace().domains())
        domains += QString::fromStdString(folder.name);
    if (domain.isEmpty())
        domain = m_tree->currentDomain();
    if (domain.isEmpty())
        domain = QString::fromStdString(m_project->workspace().defaultDomain());
    const auto answer = m_shared.dialogs->askForProgram(this, domains, domain, name);
    if (!answer)
        return;
    if (!editor::createFile(*m_desk, answer->domain.toStdString(), answer->name, programTemplate(answer->name, answer->pattern)))
        return;
    const QString path = QDir(m_project->workspace().environmentFolder(answer->domain.toStdString())).absoluteFilePath(answer->name);
    openFile(path);
    m_tree->showPath(path);
}

bool MainWindow::save(EditorPage *page)
{
    if (auto saved = page->document()->save(); !saved) {
        m_editors->setCurrentWidget(page);
        showError(saved.error());
        return false;
    }
    statusBar()->showMessage(tr("%1 is saved on this computer").arg(page->document()->fileName()), 4000);
    return true;
}

bool MainWindow::saveAs(EditorPage *page)
{
    const QString path = m_shared.dialogs->chooseSavePath(this, page->document()->path());
    if (path.isEmpty())
        return false;
    const QString before = page->document()->path();
    if (auto saved = page->document()->saveAs(path); !saved) {
        showError(saved.error());
        return false;
    }
    if (path != before)
        m_problems->model()->setProblems(before, {});
    m_project->workspace().refresh();
    filesChanged();
    return true;
}

bool MainWindow::saveAll(const QList<EditorPage *> &pages)
{
    bool all = true;
    for (EditorPage *page : pages)
        all = save(page) && all;
    return all;
}

bool MainWindow::settle(const QList<EditorPage *> &pages)
{
    if (pages.isEmpty())
        return true;
    QStringList names;
    for (EditorPage *page : pages)
        names += page->document()->fileName();
    switch (m_shared.dialogs->askToSave(this, names)) {
    case DialogService::Answer::Save: return saveAll(pages);
    case DialogService::Answer::Discard: return true;
    case DialogService::Answer::Cancel: break;
    }
    return false;
}

void MainWindow::closeFile(EditorPage *page)
{
    if (!page || (page->document()->isModified() && !settle({page})))
        return;
    m_editors->closePage(page);
}

void MainWindow::showError(const QString &text)
{
    m_shared.dialogs->showError(this, text);
}

void MainWindow::showRemarks(EditorPage *page)
{
    QList<Problem> problems;
    const QString path = page->document()->path();
    for (const editor::Remark &remark : page->remarks())
        problems += Problem{path, page->document()->fileName(), remark, {}};
    m_problems->model()->setProblems(path, problems);
    showFindings();
}

/// What the check of the whole workspace has found, but for what an open editor says itself.
void MainWindow::showFindings()
{
    QList<Problem> problems;
    for (const check::Finding &finding : m_check->findings()) {
        const EditorPage *page = finding.path.isEmpty() ? nullptr : m_editors->findPage(finding.path);
        const QString code = QString::fromStdString(finding.code);
        const auto saysItself = [&](const editor::Remark &remark) { return remark.line == finding.line && remark.code == code; };
        // The lines of a changed text are no longer those on the disk.
        if (page && (page->document()->isModified() || std::ranges::any_of(page->remarks(), saysItself)))
            continue;
        Problem entry;
        entry.path = finding.path;
        entry.shown = finding.path.isEmpty() ? QString() : m_project->workspace().workspacePath(finding.path);
        entry.remark.severity = finding.severity == "error" ? language::Severity::Error
            : finding.severity == "warning"                 ? language::Severity::Warning
                                                            : language::Severity::Note;
        entry.remark.line = finding.line;
        entry.remark.column = finding.column;
        entry.text = QString::fromStdString(finding.message);
        entry.remedy = finding.remedy;
        problems += entry;
    }
    m_problems->model()->setProblems(QStringLiteral("workspace"), problems);
}

void MainWindow::checkWorkspace()
{
    m_check->check(m_project->folder());
}

void MainWindow::filesChanged()
{
    m_tree->setWorkspace(&m_project->workspace());
    m_desk->reread();
    listPhones();
    m_editors->checkDisk();
    m_speech.forget();
    m_scenarios->setFiles(m_project->workspace().scenarios(), folder());
    m_scenarios->filesChanged();
    checkWorkspace();
}

} // namespace pbx::app
