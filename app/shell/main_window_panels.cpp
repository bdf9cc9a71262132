// SPDX-License-Identifier: GPL-3.0-or-later
// The window's dealings with the panels of the workspace: what they ask for, and undoing what they did.
#include "app/shell/main_window.h"

#include "app/shell/dialog_service.h"
#include "app/shell/editor_area.h"
#include "app/shell/problems_model.h"
#include "app/shell/whats_this.h"
#include "editor/accounts/accounts_panel.h"
#include "editor/archive/export_dialog.h"
#include "editor/archive/import_dialog.h"
#include "editor/attendant/attendant_panel.h"
#include "editor/deploy/deploy_panel.h"
#include "editor/desk/settings_edits.h"
#include "editor/prompts/prompts_panel.h"
#include "editor/prompts/recording_session.h"
#include "editor/prompts/speech_job.h"
#include "editor/tree/file_edits.h"
#include "editor/tree/tree_panel.h"
#include "preview/phone/call_options.h"
#include "preview/phone/phone_panel.h"
#include "preview/phone/player.h"

#include <QApplication>
#include <QDir>
#include <QItemSelectionModel>
#include <QStatusBar>
#include <QTreeView>

namespace pbx::app {

using editor::EditorPage;

namespace {

QStringList missingPrompts(const check::Remedy &remedy)
{
    QStringList names;
    for (const std::string &prompt : remedy.prompts)
        names += QString::fromStdString(prompt);
    return names;
}

} // namespace

template<class Panel>
Panel *MainWindow::panel()
{
    editor::Panel *&made = m_panels[&Panel::staticMetaObject];
    if (!made) {
        made = new Panel(m_desk, m_editors);
        made->hide();
        adopt(made);
    }
    return static_cast<Panel *>(made);
}

void MainWindow::connectPanels()
{
    for (const Command command : {Command::ShowAttendant, Command::ShowAccounts, Command::ShowPrompts, Command::ShowDeploy,
                                  Command::RecordPrompts, Command::SpeakPrompts})
        on(command, [this, command] { showPanel(command); });
    connect(m_desk, &editor::Desk::failed, this, &MainWindow::showError);
    connect(m_desk, &editor::Desk::written, this, [this] {
        // An empty folder, come or gone, is no change of files; the tree shows it all the same.
        if (m_project && !m_project->look())
            filesChanged();
    });
    connect(&m_desk->changes(), &editor::History::changed, this, [this] {
        updateActions();
        if (m_desk->changes().canUndo())
            statusBar()->showMessage(tr("Saved: %1").arg(m_desk->changes().undoName()), 4000);
    });
    connectTree();
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::updateActions);
}

void MainWindow::connectTree()
{
    connect(m_tree, &editor::TreePanel::newLanguageRequested, this, &MainWindow::newLanguage);
    connect(m_tree, &editor::TreePanel::explained, this,
            [this](const QString &text) { m_shared.dialogs->showText(this, tr("Why This File?"), text); });
    connect(m_tree, &editor::TreePanel::importRequested, this, [this](const QString &domain) {
        if (const QString path = m_shared.dialogs->chooseArchive(this, QDir::homePath()); !path.isEmpty())
            importArchive(domain, path);
    });
    connect(m_tree, &editor::TreePanel::archiveDropped, this, &MainWindow::importArchive);
    connect(m_tree, &editor::TreePanel::exportRequested, this, &MainWindow::exportArchive);
    // What is looked at in the tree decides whose accounts and prompts the panels show.
    connect(m_tree->view()->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const QString domain = m_tree->currentDomain(); m_project && !domain.isEmpty())
            m_desk->setDomain(domain.toStdString());
    });
}

void MainWindow::newLanguage(const QString &domain)
{
    // Prompt languages as the server's panels name them (server-interfaces 3.7).
    static const QStringList names = QStringLiteral("Albanian Arabic Bulgarian Chinese Croatian Czech Danish Dutch Farsi Filipino Finnish French "
                                                    "German Greek Hebrew Hindi Hungarian Indonesian Italian Japanese Kazakh Korean Norwegian Polish "
                                                    "Portuguese Russian Serbian Slovenian Spanish Swedish Thai Turkish Ukrainian Vietnamese").split(u' ');
    const QString language = m_shared.dialogs->askForLanguage(this, names);
    if (!language.isEmpty())
        editor::addLanguage(*m_desk, domain.toStdString(), language);
}

void MainWindow::importArchive(const QString &domain, const QString &path)
{
    const auto result = editor::ImportDialog::run(this, path, m_project->workspace().environmentFolder(domain.toStdString()));
    if (!result)
        return;
    std::vector<editor::FileState> before;
    for (const auto &file : result->files)
        before.push_back({file.path, file.before});
    m_desk->changes().adopt(tr("Import %n file(s)", nullptr, int(before.size())), before);
}

void MainWindow::exportArchive(const QString &domain)
{
    const auto environment = m_project->workspace().environment(domain.toStdString());
    const files::Layer which = domain.isEmpty() ? files::Layer::Server : files::Layer::Domain;
    const QString name = domain.isEmpty() ? QStringLiteral("server") : domain;
    const auto result = editor::ExportDialog::run(this, environment->sharedLayer(which), QDir::home().filePath(name + QStringLiteral(".tar")));
    if (result)
        statusBar()->showMessage(tr("%n file(s) in %1", nullptr, result->files).arg(result->tarFile), 6000);
}

void MainWindow::adopt(editor::Panel *panel)
{
    explainParts(panel);
    connect(panel, &editor::Panel::callRequested, this, [this](const QString &address, qint64 moment) {
        if (moment != 0)
            m_phone->options()->setMoment(moment, m_project->workspace().timeZone());
        m_phone->setAddress(address);
        m_phone->requestCall();
    });
    connect(panel, &editor::Panel::playRequested, this, [this](const QStringList &paths) { m_phone->replay(paths); });
    connect(panel, &editor::Panel::openRequested, this, [this](const QString &path) { openFile(path); });
    connect(panel, &editor::Panel::recordRequested, this, &MainWindow::recordPrompts);
    connect(panel, &editor::Panel::speakRequested, this, [this](const QString &language, const QStringList &prompts) {
        editor::SpeechJob::start(m_desk, this, language, prompts);
    });
    connect(panel, &editor::Panel::accountRequested, this, &MainWindow::showAccount);
}

void MainWindow::showAccount(const QString &address)
{
    if (const QString domain = address.section(u'@', 1); !domain.isEmpty())
        m_desk->setDomain(domain.toStdString());
    auto *accounts = panel<editor::AccountsPanel>();
    m_editors->showPanel(accounts);
    accounts->showAccount(address.section(u'@', 0, 0));
    accounts->setFocus();
}

void MainWindow::showPanel(Command command)
{
    if (!m_project)
        return;
    editor::Panel *wanted = nullptr;
    if (command == Command::ShowAttendant)
        wanted = panel<editor::AttendantPanel>();
    else if (command == Command::ShowAccounts)
        wanted = panel<editor::AccountsPanel>();
    else if (command == Command::ShowDeploy)
        wanted = deployPanel();
    else
        wanted = panel<editor::PromptsPanel>();
    m_editors->showPanel(wanted);
    wanted->setFocus();
    if (auto *prompts = qobject_cast<editor::PromptsPanel *>(wanted)) {
        const QString language = prompts->language();
        if (command == Command::RecordPrompts)
            recordPrompts(language, prompts->wantingPrompts(language));
        else if (command == Command::SpeakPrompts)
            editor::SpeechJob::start(m_desk, this, language, prompts->wantingPrompts(language));
    }
    updateActions();
}

void MainWindow::recordPrompts(const QString &language, const QStringList &prompts)
{
    if (prompts.isEmpty()) {
        statusBar()->showMessage(tr("No prompt is left to record."), 4000);
        return;
    }
    auto *session = new editor::RecordingSession(m_desk, language, prompts, this);
    connect(session, &editor::RecordingSession::playRequested, m_phone->player(), &phone::Player::play);
    connect(session, &editor::RecordingSession::stopRequested, m_phone->player(), &phone::Player::stopReplay);
    session->open();
}

void MainWindow::chooseDomain(const Problem &problem)
{
    std::string domain = problem.remedy.domain;
    if (domain.empty() && problem.shown.startsWith(QLatin1StringView("domains/")))
        domain = problem.shown.section(u'/', 1, 1).toStdString();
    if (!domain.empty())
        m_desk->setDomain(domain);
}

void MainWindow::mend(const Problem &problem)
{
    const check::Remedy remedy = problem.remedy; // the problem goes when it is mended
    const QString name = QString::fromStdString(remedy.name);
    chooseDomain(problem);
    switch (remedy.kind) {
    case check::Remedy::Kind::None:
        if (EditorPage *page = problem.remark.hasFix ? m_editors->open(problem.path) : nullptr)
            page->applyFix(problem.remark);
        break;
    case check::Remedy::Kind::CreateAccount:
        if (editor::createAccount(*m_desk, m_desk->domain(), remedy.name))
            showAccount(name + u'@' + QString::fromStdString(m_desk->domain()));
        break;
    case check::Remedy::Kind::CreateProgram: newProgram(QString::fromStdString(remedy.domain), name + QStringLiteral(".sppr")); break;
    case check::Remedy::Kind::AddPrompts:
        recordPrompts(QString::fromStdString(remedy.language), missingPrompts(remedy));
        break;
    }
}

void MainWindow::speakMissing(const Problem &problem)
{
    const check::Remedy remedy = problem.remedy;
    chooseDomain(problem);
    editor::SpeechJob::start(m_desk, this, QString::fromStdString(remedy.language), missingPrompts(remedy));
}

QString MainWindow::panelName(Command command)
{
    return command == Command::ShowAttendant ? QStringLiteral("attendantPanel")
        : command == Command::ShowAccounts   ? QStringLiteral("accountsPanel")
        : command == Command::ShowDeploy     ? QStringLiteral("deployPanel")
                                             : QStringLiteral("promptsPanel");
}

EditorPage *MainWindow::undoPage() const
{
    return m_editors->currentPage();
}

void MainWindow::undo(bool forward)
{
    if (EditorPage *page = undoPage()) {
        if (forward)
            page->redo();
        else
            page->undo();
    } else if (forward) {
        m_desk->changes().redo();
    } else {
        m_desk->changes().undo();
    }
}

} // namespace pbx::app
