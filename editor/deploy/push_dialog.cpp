// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/push_dialog.h"

#include "editor/deploy/deploy_model.h"
#include "editor/deploy/pieces.h"
#include "editor/desk/size_text.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLineEdit>
#include <QProgressBar>
#include <QTreeWidget>

#include <algorithm>

#include <pwd.h>
#include <unistd.h>

namespace pbx::editor {

using deploy::Action;
using deploy::ActionResult;
using deploy::PushResult;

namespace {

enum Column { NameColumn, ActionColumn, SizeColumn, EndColumn, ColumnCount };
constexpr int PlaceRole = Qt::UserRole; ///< path, line, column
constexpr int mostProblems = 8;

QString endText(ActionResult::End end)
{
    switch (end) {
    case ActionResult::End::Done: return PushDialog::tr("✓ done");
    case ActionResult::End::Undone: return PushDialog::tr("↩ undone");
    case ActionResult::End::NotTried: return PushDialog::tr("– not tried");
    case ActionResult::End::Failed: return PushDialog::tr("✗ failed");
    case ActionResult::End::Unknown: return PushDialog::tr("? not known");
    }
    return {};
}

const char *endIcon(ActionResult::End end)
{
    switch (end) {
    case ActionResult::End::Done: return "dialog-ok";
    case ActionResult::End::Undone: return "edit-undo";
    case ActionResult::End::Failed: return "dialog-error";
    case ActionResult::End::Unknown: return "dialog-warning";
    case ActionResult::End::NotTried: break;
    }
    return "";
}

/// Who is sitting here, for the journal.
QString personName()
{
    if (const QString name = qEnvironmentVariable("USER"); !name.isEmpty())
        return name;
    const passwd *person = getpwuid(geteuid());
    return person ? QString::fromLocal8Bit(person->pw_name) : QString::number(geteuid());
}

} // namespace

PushDialog::PushDialog(PushTask task, QWidget *parent) : QDialog(parent), m_task(std::move(task))
{
    build();
    fillPlan();
    connect(&m_job, &RemoteJob::progressed, this, &PushDialog::showProgress);
    check();
}

void PushDialog::build()
{
    setObjectName(QStringLiteral("pushDialog"));
    setWindowTitle(m_task.title);
    auto *words = plainLabel("pushWords", this);
    words->setText(m_task.words);
    m_actions = new QTreeWidget(this);
    m_actions->setObjectName(QStringLiteral("pushActions"));
    m_actions->setAccessibleName(tr("Actions, in the order in which they are done"));
    m_actions->setHeaderLabels({tr("Name"), tr("Action"), tr("Size"), tr("Result")});
    m_actions->setRootIsDecorated(false);
    m_actions->setUniformRowHeights(true);
    m_actions->setAlternatingRowColors(true);
    m_gate = new Notice("pushGate", this);
    m_force = new QCheckBox(tr("Do it &all the same"), this);
    m_force->setObjectName(QStringLiteral("pushForceBox"));
    m_remark = new QLineEdit(this);
    m_remark->setObjectName(QStringLiteral("pushRemarkEdit"));
    m_remark->setPlaceholderText(tr("why, for those who read the history"));
    m_remarkLabel = new QLabel(tr("&Remark:"), this);
    m_remarkLabel->setBuddy(m_remark);
    m_stageText = plainLabel("pushStage", this);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("pushProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_notice = new Notice("pushNotice", this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(QStringLiteral("pushCancelButton"));
    m_go = buttons->addButton(m_task.action, QDialogButtonBox::ActionRole);
    m_go->setObjectName(QStringLiteral("pushButton"));
    m_go->setDefault(true);

    auto *remark = new QHBoxLayout;
    remark->addWidget(m_remarkLabel);
    remark->addWidget(m_remark, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(m_actions, 1);
    layout->addWidget(m_gate);
    layout->addWidget(m_force);
    layout->addLayout(remark);
    layout->addWidget(m_stageText);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(buttons);
    resize(860, 560);
    connect(m_go, &QPushButton::clicked, this, &PushDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &PushDialog::reject);
    connect(m_force, &QCheckBox::toggled, this, [this] { setStage(m_stage); });
    connect(m_actions, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        const QVariantList place = item->data(NameColumn, PlaceRole).toList();
        if (place.size() == 3)
            Q_EMIT placeRequested(place[0].toString(), place[1].toInt(), place[2].toInt());
    });
}

void PushDialog::fillPlan()
{
    m_actions->clear();
    for (const Action &action : m_task.plan.actions) {
        const QString name = action.name.empty() ? QString::fromStdString(action.path) : QString::fromStdString(action.name);
        QString text = DeployModel::actionText(action);
        if (action.conflict)
            text += tr(" (changed there too)");
        auto *item = new QTreeWidgetItem(m_actions, {name, text});
        item->setToolTip(NameColumn, QString::fromStdString(action.path));
        item->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
        if (action.size > 0)
            item->setText(SizeColumn, sizeText(action.size));
        item->setHidden(!action.chosen);
    }
    m_actions->header()->resizeSection(NameColumn, fontMetrics().averageCharWidth() * 38);
    m_actions->header()->resizeSection(ActionColumn, fontMetrics().averageCharWidth() * 30);
    m_actions->resizeColumnToContents(SizeColumn);
}

void PushDialog::check()
{
    if (!m_task.gate) {
        checked();
        return;
    }
    setStage(Stage::Checking);
    m_job.start([this](const std::stop_token &stop) { m_problems = m_task.gate(m_task.folder, stop); }, [this] { checked(); });
}

void PushDialog::checked()
{
    if (m_closing) {
        QDialog::reject();
        return;
    }
    QStringList problems = m_problems;
    if (!m_task.conflictsDecided && m_task.plan.conflicts() > 0)
        problems += tr("%n file(s) were changed on the server since; this would go over it.", nullptr, m_task.plan.conflicts());
    if (problems.size() > mostProblems) {
        const int more = int(problems.size()) - mostProblems;
        problems.resize(mostProblems);
        problems += tr("and %n more (see Problems and Scenarios)", nullptr, more);
    }
    if (!problems.isEmpty())
        m_gate->show(Notice::Kind::Error, problems.join(u'\n'));
    else if (m_task.gate)
        m_gate->show(Notice::Kind::Good, tr("The check found no error, and all scenarios pass."));
    setStage(Stage::Asking);
    m_go->setFocus();
}

bool PushDialog::needsForce() const
{
    return !m_problems.isEmpty() || (!m_task.conflictsDecided && m_task.plan.conflicts() > 0);
}

void PushDialog::setStage(Stage stage)
{
    m_stage = stage;
    const bool asking = stage == Stage::Asking;
    const bool busy = stage == Stage::Checking || stage == Stage::Running;
    m_force->setVisible(asking && needsForce());
    m_remark->setVisible(m_task.asksRemark && stage != Stage::Ended);
    m_remarkLabel->setVisible(m_remark->isVisibleTo(this));
    m_remark->setEnabled(stage != Stage::Running);
    m_progress->setVisible(busy);
    m_stageText->setVisible(busy);
    m_go->setVisible(stage != Stage::Ended);
    m_go->setEnabled(asking && (!needsForce() || m_force->isChecked()));
    m_cancel->setText(stage == Stage::Ended ? tr("&Close") : stage == Stage::Running ? tr("&Stop and Undo") : tr("&Cancel"));
    m_cancel->setEnabled(true);
    if (stage == Stage::Checking) {
        m_progress->setRange(0, 0);
        m_stageText->setText(tr("Checking the workspace and running its scenarios…"));
    }
    if (stage == Stage::Ended)
        m_gate->clear();
}

void PushDialog::begin()
{
    if (m_job.running() || !m_go->isEnabled())
        return;
    m_outcome.reset();
    m_notice->clear();
    m_gate->clear();
    deploy::PushOptions options;
    options.force = m_task.conflictsDecided || m_force->isChecked();
    options.who = personName();
    options.remark = m_remark->text().trimmed();
    m_stageText->setText(tr("Connecting…"));
    m_job.start(
        [this, options](const std::stop_token &stop) {
            const auto workspace = files::Workspace::open(m_task.folder);
            if (!workspace) {
                server::Failure failure;
                failure.kind = server::Failure::Kind::Local;
                failure.message = workspace.error();
                m_outcome = std::unexpected(failure);
                return;
            }
            m_outcome = m_task.run(*workspace, options, m_job.job(m_task.access, stop, RemoteJob::Purpose::Changes));
        },
        [this] { end(); });
    setStage(Stage::Running);
}

void PushDialog::showProgress(const deploy::Progress &progress)
{
    const QString count = progressCount(progress);
    m_stageText->setText(progressText(progress) + (count.isEmpty() ? QString() : QStringLiteral(" – ") + count));
    m_progress->setRange(0, progress.all);
    m_progress->setValue(progress.done);
}

void PushDialog::end()
{
    if (*m_outcome) {
        m_result = **m_outcome;
        setStage(Stage::Ended);
        showEnd(*m_result);
    } else {
        const server::Failure &failure = m_outcome->error();
        setStage(Stage::Asking);
        if (failure.kind == server::Failure::Kind::Cancelled)
            m_notice->show(Notice::Kind::Note, tr("Stopped. Nothing was begun; the server is as it was."));
        else
            m_notice->show(Notice::Kind::Error, tr("Nothing was begun.") + u' ' + failure.text());
        Q_EMIT failedWith(failure);
    }
    Q_EMIT idle();
    if (m_closing && m_stage == Stage::Asking)
        QDialog::reject();
}

void PushDialog::showEnd(const PushResult &result)
{
    showActions(result);
    const QString why = result.failure ? result.failure->text() : QString();
    switch (result.end) {
    case PushResult::End::Done:
        m_notice->show(Notice::Kind::Good, tr("Done: %n action(s), each read back and compared.", nullptr,
                                              int(std::ranges::count(result.results, ActionResult::End::Done, &ActionResult::end))));
        break;
    case PushResult::End::Undone:
        m_notice->show(Notice::Kind::Warning, (tr("Undone: the server is as it was before.") + u' ' + why).trimmed());
        break;
    case PushResult::End::Unfinished:
        m_notice->show(Notice::Kind::Error,
                       (tr("Unfinished: the server could not be reached to the end. Nothing is lost; resume it or roll it back as "
                           "soon as the server answers.")
                        + u' ' + why)
                           .trimmed());
        break;
    }
    m_cancel->setFocus();
}

void PushDialog::showActions(const PushResult &result)
{
    QTreeWidgetItem *trouble = nullptr;
    for (const ActionResult &ended : result.results) {
        QTreeWidgetItem *item = m_actions->topLevelItem(int(ended.action));
        if (!item)
            continue;
        QString text = endText(ended.end);
        if (!ended.message.isEmpty())
            text += QStringLiteral(": ") + ended.message.simplified();
        item->setText(EndColumn, text);
        item->setToolTip(EndColumn, ended.message);
        item->setIcon(EndColumn, QIcon::fromTheme(QLatin1StringView(endIcon(ended.end))));
        if (ended.line > 0 && ended.action < m_task.plan.actions.size()) {
            item->setData(NameColumn, PlaceRole,
                          QVariantList{QString::fromStdString(m_task.plan.actions[ended.action].path), ended.line, qMax(1, ended.column)});
            item->setToolTip(EndColumn, ended.message + u'\n' + tr("Enter or a double click shows the line."));
        }
        if (!trouble && (ended.end == ActionResult::End::Failed || ended.line > 0))
            trouble = item;
    }
    if (trouble) {
        m_actions->setCurrentItem(trouble);
        m_actions->scrollToItem(trouble);
    }
}

void PushDialog::reject()
{
    if (!m_job.running()) {
        QDialog::reject();
        return;
    }
    m_closing = m_stage == Stage::Checking; // what is only read may be left at once
    if (m_stage == Stage::Running) {
        m_stageText->setText(tr("Stopping, and undoing what was done…"));
        m_cancel->setEnabled(false);
    }
    m_job.stop();
}

} // namespace pbx::editor
