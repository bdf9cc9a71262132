// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/push_history.h"

#include "editor/deploy/deploy_model.h"
#include "editor/deploy/pieces.h"

#include <QHeaderView>
#include <QIcon>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pbx::editor {

using deploy::PushRecord;
using deploy::PushResult;

namespace {

QString endText(const PushRecord &record)
{
    if (record.running)
        return PushHistory::tr("running");
    switch (record.end) {
    case PushResult::End::Done: return PushHistory::tr("✓ done");
    case PushResult::End::Undone: return PushHistory::tr("↩ undone");
    case PushResult::End::Unfinished: return PushHistory::tr("✗ unfinished");
    }
    return {};
}

QString whatText(const PushRecord &record)
{
    const QString count = PushHistory::tr("%n action(s)", nullptr, int(record.actions.size()));
    const QString what = record.rollbackOf.empty() ? count
                                                   : PushHistory::tr("roll back of %1, %2").arg(QString::fromStdString(record.rollbackOf), count);
    return record.remark.isEmpty() ? what : what + QStringLiteral(": ") + record.remark;
}

} // namespace

PushHistory::PushHistory(QWidget *parent)
    : QWidget(parent), m_pushes(new QTreeWidget(this)), m_actions(new QTreeWidget(this)), m_actionsLabel(new QLabel(this)),
      m_rollback(deployButton("rollbackButton", "edit-undo", {}, this)), m_notice(new Notice("historyNotice", this))
{
    m_pushes->setObjectName(QStringLiteral("pushHistory"));
    m_actions->setObjectName(QStringLiteral("pushHistoryActions"));
    for (QTreeWidget *tree : {m_pushes, m_actions}) {
        tree->setRootIsDecorated(false);
        tree->setUniformRowHeights(true);
        tree->setAlternatingRowColors(true);
    }
    m_actionsLabel->setBuddy(m_actions);
    auto *below = new QWidget(this);
    auto *belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 0, 0, 0);
    belowLayout->addWidget(m_actionsLabel);
    belowLayout->addWidget(m_actions, 1);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_pushes);
    splitter->addWidget(below);
    splitter->setSizes({520, 280});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_notice);
    layout->addWidget(m_rollback, 0, Qt::AlignLeft);
    connect(m_pushes, &QTreeWidget::currentItemChanged, this, &PushHistory::showCurrent);
    connect(m_rollback, &QPushButton::clicked, this, [this] {
        if (const PushRecord *record = current())
            Q_EMIT rollbackRequested(*record);
    });
    retranslate();
}

void PushHistory::retranslate()
{
    m_pushes->setAccessibleName(tr("Pushes, newest first"));
    m_pushes->setHeaderLabels({tr("When"), tr("Who"), tr("End"), tr("What"), tr("Whose environment"), tr("Server")});
    m_actions->setHeaderLabels({tr("Name"), tr("Action")});
    m_actionsLabel->setText(tr("What it &did:"));
    m_actions->setAccessibleName(tr("What the push did"));
    m_rollback->setText(tr("Roll &Back…"));
    m_rollback->setToolTip(tr("Brings back what the server had before this push; shows first what that changes"));
    show();
}

void PushHistory::load(const QString &folder)
{
    m_folder = folder;
    if (m_job.running()) {
        m_again = true;
        return;
    }
    m_again = false;
    m_readFolder = folder;
    if (folder.isEmpty()) {
        m_history = {};
        m_unfinished.reset();
        show();
        Q_EMIT loaded();
        return;
    }
    m_job.start(
        [this, folder](const std::stop_token &) {
            m_read = {};
            if (const auto workspace = files::Workspace::open(folder))
                m_read = {deploy::history(*workspace), deploy::unfinished(*workspace)};
        },
        [this] {
            if (m_again || m_readFolder != m_folder) {
                load(m_folder);
                return;
            }
            m_history = std::move(m_read.history);
            m_unfinished = std::move(m_read.unfinished);
            show();
            Q_EMIT loaded();
        });
}

const PushRecord *PushHistory::current() const
{
    const int row = m_pushes->indexOfTopLevelItem(m_pushes->currentItem());
    return row >= 0 && row < int(m_history.pushes.size()) ? &m_history.pushes[size_t(row)] : nullptr;
}

void PushHistory::show()
{
    const PushRecord *before = current();
    const std::string id = before ? before->id : std::string();
    m_pushes->clear();
    QTreeWidgetItem *again = nullptr;
    for (const PushRecord &record : m_history.pushes) {
        auto *item = new QTreeWidgetItem(m_pushes, {momentText(record.when), record.who, endText(record), whatText(record),
                                                    record.scope.isServer() ? tr("server-wide") : QString::fromStdString(record.scope.domain),
                                                    record.server});
        item->setToolTip(0, QString::fromStdString(record.id));
        item->setToolTip(3, whatText(record));
        if (record.end == PushResult::End::Unfinished && !record.running)
            item->setIcon(2, QIcon::fromTheme(QStringLiteral("dialog-warning")));
        if (record.id == id)
            again = item;
    }
    for (int column = 0; column < m_pushes->columnCount(); ++column)
        m_pushes->resizeColumnToContents(column);
    m_pushes->header()->resizeSection(3, qMin(m_pushes->header()->sectionSize(3), fontMetrics().averageCharWidth() * 40));
    if (!m_history.problems.isEmpty())
        m_notice->show(Notice::Kind::Warning, m_history.problems.join(u'\n'));
    else if (m_history.pushes.empty())
        m_notice->show(Notice::Kind::Note, tr("Nothing was pushed from this workspace yet."));
    else
        m_notice->clear();
    m_pushes->setCurrentItem(again ? again : m_pushes->topLevelItem(0));
    showCurrent();
}

void PushHistory::showCurrent()
{
    m_actions->clear();
    const PushRecord *record = current();
    m_rollback->setEnabled(record && record->end == PushResult::End::Done && !record->running);
    if (!record)
        return;
    for (const deploy::Action &action : record->actions) {
        auto *item = new QTreeWidgetItem(m_actions, {QString::fromStdString(action.name.empty() ? action.path : action.name),
                                                     DeployModel::actionText(action)});
        item->setToolTip(0, QString::fromStdString(action.path));
    }
    m_actions->resizeColumnToContents(0);
}

} // namespace pbx::editor
