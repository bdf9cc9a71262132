// SPDX-License-Identifier: GPL-3.0-or-later
// The window's dealings with calls: what the phone tells the editors, and back.
#include "app/shell/main_window.h"

#include "app/shell/dialog_service.h"
#include "app/shell/editor_area.h"
#include "app/shell/scenarios_panel.h"
#include "app/shell/settings.h"
#include "editor/desk/desk.h"
#include "environment/accounts/time_zones.h"
#include "environment/files/atomic_file.h"
#include "preview/phone/call_options.h"
#include "preview/phone/event_text.h"
#include "preview/phone/mail_panel.h"
#include "preview/phone/phone_panel.h"
#include "preview/phone/phones_panel.h"
#include "preview/phone/transcript_panel.h"
#include "preview/scenario/scenario.h"

#include <QDir>
#include <QFileInfo>
#include <QStatusBar>

#include <algorithm>

namespace pbx::app {

using editor::EditorPage;
using phone::CallController;

void MainWindow::connectCalls()
{
    const auto speech = [this](const call::Event &event) { return m_speech.text(event); };
    m_phone->setSpeech(speech);
    m_transcript->model()->setSpeech(speech);
    m_transcript->model()->setWho([this](const call::Event &event) {
        QStringList names;
        for (const int caller : m_controller->callersOf(event))
            names += phone::PhonePanel::callerName(caller);
        return names.join(QStringLiteral(", "));
    });
    connect(m_controller, &CallController::callersChanged, m_transcript->model(), &phone::TranscriptModel::retranslate);

    on(Command::Call, [this] { m_phone->requestCall(); });
    on(Command::HangUp, [this] { m_phone->hangUp(); });
    on(Command::Redial, [this] { m_phone->redial(); });
    on(Command::LastKeys, [this] { m_phone->pressLastKeys(); });
    on(Command::AddCaller, [this] {
        m_docks->show(Docks::Phone);
        m_phone->addCaller();
    });
    connect(m_phone, &phone::PhonePanel::possibilitiesChanged, this, &MainWindow::updateActions);
    on(Command::FocusKeypad, [this] {
        m_docks->show(Docks::Phone);
        m_phone->focusKeypad();
    });
    on(Command::FocusAddress, [this] {
        m_docks->show(Docks::Phone);
        m_phone->focusAddress();
    });
    phone::CallOptions *options = m_phone->options();
    const std::pair<Command, CallController::Speed> speeds[] = {{Command::SpeedNormal, CallController::Speed::Normal},
                                                                {Command::SpeedQuadruple, CallController::Speed::Quadruple},
                                                                {Command::SpeedInstant, CallController::Speed::Instant}};
    for (const auto &[command, speed] : speeds) {
        QAction *action = (*m_actions)[command];
        action->setChecked(options->speed() == speed);
        connect(action, &QAction::triggered, this, [options, speed] { options->setSpeed(speed); });
        connect(options, &phone::CallOptions::speedChanged, action,
                [action, speed](CallController::Speed now) { action->setChecked(now == speed); });
    }
    QAction *mute = (*m_actions)[Command::Mute];
    mute->setChecked(options->muted());
    connect(mute, &QAction::toggled, options, &phone::CallOptions::setMuted);
    connect(options, &phone::CallOptions::mutedChanged, mute, &QAction::setChecked);

    connect(m_phone, &phone::PhonePanel::callRequested, this, &MainWindow::placeCall);
    connect(m_controller, &CallController::callStarted, this, &MainWindow::callBegan);
    connect(m_controller, &CallController::callEnded, this, &MainWindow::callEnded);
    connect(m_controller, &CallController::eventAppended, m_transcript->model(), &phone::TranscriptModel::eventAppended);
    connect(m_controller, &CallController::eventFinished, m_transcript->model(), &phone::TranscriptModel::eventFinished);
    connect(m_controller, &CallController::eventAppended, this, &MainWindow::mailEvent);
    connect(m_phones, &phone::PhonesPanel::wanted, this, [this] { m_docks->show(Docks::Phones); });
    connect(m_controller, &CallController::runningPlaceChanged, this, &MainWindow::showRunningPlace);
    connect(m_transcript, &phone::TranscriptPanel::placeActivated, this, [this](const QString &file, int line) {
        const QString path = m_project ? m_project->workspace().absolutePath(file) : QString();
        if (EditorPage *page = path.isEmpty() ? nullptr : m_editors->open(path))
            page->goTo(line);
    });
    connect(m_transcript, &phone::TranscriptPanel::replayRequested, this, [this](const QString &file) {
        const QString path = m_project ? m_project->workspace().absolutePath(file) : QString();
        if (!path.isEmpty())
            m_phone->replay({path});
    });
    connect(m_transcript, &phone::TranscriptPanel::mailActivated, this, [this](int index) {
        m_mail->showMail(index);
        m_docks->show(Docks::Mail);
    });

    on(Command::RunScenarios, [this] { runScenarios({}); });
    on(Command::SaveScenario, &MainWindow::saveScenario);
    connect(m_transcript, &phone::TranscriptPanel::saveRequested, (*m_actions)[Command::SaveScenario], &QAction::trigger);
    connect(m_scenarios, &ScenariosPanel::runRequested, this, &MainWindow::runScenarios);
    connect(m_scenarios, &ScenariosPanel::activated, this, &MainWindow::openFile);
}

void MainWindow::runScenarios(const QStringList &files)
{
    if (!m_project || !settleBeforeCall())
        return;
    m_docks->show(Docks::Scenarios);
    if (files.isEmpty())
        m_scenarios->runAll();
    else
        m_scenarios->run(files);
}

void MainWindow::saveScenario()
{
    if (!m_project || !m_controller->hasCall() || m_controller->running())
        return;
    phone::RecordedCall call = m_controller->recordedCall();
    const std::string domain = call.request.domain.empty() ? m_project->workspace().defaultDomain() : call.request.domain;
    const std::string zone = files::timeZoneOf(m_project->workspace(), domain);
    const std::string at = accounts::momentText(call.request.startTime + accounts::offsetAt(zone, call.request.startTime));
    const auto title = m_shared.dialogs->askForScenario(this, tr("Call of %1").arg(QString::fromStdString(call.request.address)));
    if (!title)
        return;
    QString name;
    for (const QChar letter : *title) {
        if (letter.isLetterOrNumber())
            name += letter.toLower();
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    name = name.isEmpty() ? QStringLiteral("call") : name.first(qMin<qsizetype>(name.size(), 60));
    const QString path = QDir(folder()).absoluteFilePath(QStringLiteral("scenarios/%1.scenario").arg(name));
    if (QFileInfo::exists(path)
        && !m_shared.dialogs->confirm(this, tr("Save the Call as a Scenario"),
                                      tr("There is a scenario %1 already.").arg(QFileInfo(path).fileName()), tr("&Replace")))
        return;
    const std::string text = scenario::write(call.request, call.others, at, title->toStdString(), m_controller->events());
    if (const auto saved = files::saveFile(path, QByteArray::fromStdString(text)); !saved) {
        showError(saved.error());
        return;
    }
    m_project->workspace().refresh();
    filesChanged();
    m_docks->show(Docks::Scenarios);
    m_scenarios->select(path);
    m_scenarios->run({path});
    statusBar()->showMessage(tr("%1 is saved on this computer").arg(QFileInfo(path).fileName()), 4000);
}

bool MainWindow::settleBeforeCall()
{
    if (const QList<EditorPage *> modified = m_editors->modifiedPages(); !modified.isEmpty()) {
        bool always = m_shared.settings->flag(Setting::SaveBeforeCall);
        auto answer = DialogService::Answer::Save;
        if (!always) {
            QStringList names;
            for (EditorPage *page : modified)
                names += page->document()->fileName();
            answer = m_shared.dialogs->askToSaveBeforeCall(this, names, always);
            if (always)
                m_shared.settings->setValue(Setting::SaveBeforeCall, true);
        }
        if (answer == DialogService::Answer::Cancel || (answer == DialogService::Answer::Save && !saveAll(modified)))
            return false;
    }
    return true;
}

void MainWindow::placeCall()
{
    if (!m_project)
        return;
    if (m_controller->running()) { // one more caller, in the call as it runs
        m_phone->call();
        return;
    }
    if (!settleBeforeCall())
        return;
    m_project->prepareCall();
    m_speech.forget();
    listPhones();
    m_controller->setWorld(&m_project->workspace(), &m_project->directory(), &m_project->programs());
    m_docks->show(Docks::Phone);
    m_docks->show(Docks::Transcript);
    m_phone->call();
    updateActions();
}

void MainWindow::listPhones()
{
    QList<std::pair<QString, QString>> phones;
    for (const accounts::Domain &domain : m_desk->directory().domains()) {
        for (const accounts::Account &account : domain.accounts)
            phones.emplace_back(QString::fromStdString(account.address()), QString::fromStdString(account.realName()));
    }
    std::ranges::sort(phones);
    m_phones->setAccounts(phones);
}

void MainWindow::callBegan()
{
    m_shownProgram.clear();
    m_mail->clear();
    m_transcript->model()->setEvents(&m_controller->events());
    m_editors->setRunningPlace({}, 0);
}

void MainWindow::callEnded()
{
    m_editors->setRunningPlace({}, 0);
    updateActions();
}

void MainWindow::mailEvent(int row)
{
    const call::Event &event = m_controller->events()[size_t(row)];
    if (event.kind != "mail")
        return;
    m_mail->addMail({phone::memberText(event, "from"), phone::memberText(event, "to"), phone::memberText(event, "subject"),
                     phone::memberText(event, "body"), phone::memberText(event, "error"), phone::timeText(event.time)});
    m_docks->show(Docks::Mail);
}

void MainWindow::showRunningPlace(const QString &file, int line)
{
    const QString path = m_project && !file.isEmpty() ? m_project->workspace().absolutePath(file) : QString();
    if (path.isEmpty() || !QFileInfo::exists(path)) {
        m_editors->setRunningPlace({}, 0);
        return;
    }
    // A program that comes to run is brought to the front once; after that the reader may look elsewhere. The stock's are
    // not what anybody is working on: they are shown when they are open already.
    const bool stock = path.startsWith(files::stockFolder() + u'/');
    if (path != m_shownProgram && !stock) {
        m_shownProgram = path;
        QWidget *focus = focusWidget();
        m_editors->open(path);
        if (focus)
            focus->setFocus();
    }
    m_editors->setRunningPlace(path, line);
}

} // namespace pbx::app
