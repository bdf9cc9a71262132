// SPDX-License-Identifier: GPL-3.0-or-later
// The window's dealings with servers.
#include "app/shell/main_window.h"

#include "app/shell/dialog_service.h"
#include "app/shell/editor_area.h"
#include "app/shell/settings.h"
#include "editor/deploy/deploy_panel.h"
#include "editor/deploy/practice_dialog.h"
#include "editor/deploy/practice_host.h"
#include "editor/deploy/pull_new_dialog.h"
#include "editor/deploy/servers_dialog.h"
#include "editor/deploy/webadmin_dialog.h"
#include "editor/desk/desk.h"
#include "preview/phone/phone_panel.h"
#include "preview/phone/player.h"
#include "preview/scenario/push_gate.h"

namespace pbx::app {

using editor::DeployPanel;
using editor::EditorPage;

namespace {

const QString serverKey = QStringLiteral("Server");

} // namespace

void MainWindow::connectDeploy()
{
    on(Command::Servers, [this] { showServers(m_deploy ? m_deploy->server() : QString()); });
    on(Command::PracticeServer, [this] { showPracticeServer(this); });
    const auto onPanel = [this](Command command, void (DeployPanel::*method)()) {
        on(command, [this, method] {
            showPanel(Command::ShowDeploy);
            (m_deploy->*method)();
        });
    };
    onPanel(Command::Compare, &DeployPanel::compare);
    onPanel(Command::Pull, &DeployPanel::pull);
    onPanel(Command::Push, &DeployPanel::push);
    onPanel(Command::PushHistory, &DeployPanel::showHistory);
    onPanel(Command::OwnServer, &DeployPanel::writeServer);
    on(Command::WebAdmin, &MainWindow::showWebAdmin);
    on(Command::PullNew, &MainWindow::pullNewWorkspace);
}

DeployPanel *MainWindow::deployPanel()
{
    if (!m_deploy) {
        m_deploy = new DeployPanel(m_desk, m_editors);
        m_deploy->hide();
        adopt(m_deploy);
        adoptDeploy(m_deploy);
    }
    return m_deploy;
}

void MainWindow::adoptDeploy(DeployPanel *panel)
{
    panel->setBook(m_shared.servers);
    panel->setServer(m_shared.settings->workspaceValue(folder(), serverKey).toString());
    panel->setGate(scenario::pushGate);
    panel->setSettle([this] {
        if (!settle(m_editors->modifiedPages()))
            return false;
        if (m_project)
            m_project->look(); // so that nothing is told of later that is compared now
        return true;
    });
    connect(panel, &DeployPanel::serversRequested, this, &MainWindow::showServers);
    connect(panel, &DeployPanel::serverChosen, this,
            [this](const QString &url) { m_shared.settings->setWorkspaceValue(folder(), serverKey, url); });
    connect(panel, &DeployPanel::placeRequested, this, &MainWindow::openFile);
    connect(panel, &DeployPanel::filesTaken, this, &MainWindow::filesTaken);
    connect(panel, &DeployPanel::soundRequested, m_phone->player(), &phone::Player::play);
    connect(panel, &DeployPanel::silenceRequested, m_phone->player(), &phone::Player::stopReplay);
    connect(panel, &DeployPanel::idle, this, [this] {
        if (m_closing && !m_deploy->busy()) {
            m_closing = false; // there may be a text to save, and second thoughts
            close();
        }
    });
}

/// What the user wanted to have in the place of an unchanged text is shown at once, as a step that can be undone.
void MainWindow::filesTaken(const QStringList &paths)
{
    for (const QString &path : paths) {
        EditorPage *page = m_editors->findPage(path);
        if (page && !page->document()->isModified() && page->document()->disk() == editor::Document::Disk::Changed) {
            if (const auto done = page->document()->reload(); !done)
                showError(done.error());
        }
    }
}

bool MainWindow::settleDeploy()
{
    if (!m_deploy || !m_deploy->busy())
        return true;
    // What only reads is stopped without a word.
    if (!m_deploy->changesServer()
        || m_shared.dialogs->confirm(this, tr("Close the Window"),
                                     tr("Work on the server is under way. It is stopped first, and what was begun is undone."),
                                     tr("&Stop and Close"))) {
        m_closing = true;
        m_deploy->stop();
    }
    return false; // the window closes when the work has ended
}

void MainWindow::showServers(const QString &current)
{
    auto *dialog = new editor::ServersDialog(m_shared.servers, current, m_desk->isOpen() ? m_desk->domain() : std::string(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &editor::ServersDialog::practiceRequested, this, [this, dialog] { showPracticeServer(dialog); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_deploy && m_project && !dialog->current().isEmpty()) {
            m_deploy->setServer(dialog->current());
            m_shared.settings->setWorkspaceValue(folder(), serverKey, dialog->current());
        }
    });
    dialog->open();
}

void MainWindow::showPracticeServer(QWidget *parent)
{
    auto *dialog = new editor::PracticeDialog(m_shared.practice, folder(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &editor::PracticeDialog::chosen, this, [this](const QString &url) {
        if (m_project)
            deployPanel()->setServer(url);
    });
    dialog->open();
}

void MainWindow::pullNewWorkspace()
{
    auto *dialog = new editor::PullNewDialog(m_shared.servers, m_deploy ? m_deploy->server() : QString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &editor::PullNewDialog::serversRequested, this, [this] { showServers({}); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT workspaceRequested(dialog->folder()); });
    dialog->open();
}

void MainWindow::showWebAdmin()
{
    showPanel(Command::ShowDeploy);
    if (m_deploy->server().isEmpty()) {
        showServers({});
        return;
    }
    auto *dialog = new editor::WebAdminDialog(m_shared.servers, m_deploy->server(), folder(), m_deploy->scope(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &editor::WebAdminDialog::exportRequested, this, &MainWindow::exportArchive);
    connect(dialog, &editor::WebAdminDialog::compareRequested, m_deploy, &DeployPanel::compare);
    dialog->open();
}

} // namespace pbx::app
