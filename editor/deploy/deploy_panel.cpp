// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/deploy_panel.h"

#include "editor/code/notice_bar.h"
#include "editor/deploy/deploy_model.h"
#include "editor/deploy/item_view.h"
#include "editor/deploy/pieces.h"
#include "editor/deploy/push_history.h"
#include "editor/desk/size_text.h"
#include "environment/data/objects.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QIcon>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeView>

namespace pbx::editor {

using deploy::Item;
using deploy::ItemState;

namespace {

enum Shown { Differing, ConflictsOnly, Everything };

/// What the workspace says it belongs to.
std::optional<server::ServerSettings> serverOf(const files::Workspace &workspace)
{
    const data::Value &settings = workspace.settings().dictionary;
    if (!settings.isDictionary())
        return std::nullopt;
    const data::Value *server = settings.dictionary().find("Server");
    if (!server || !server->isDictionary())
        return std::nullopt;
    auto read = server::ServerSettings::fromDictionary(*server);
    return read ? std::optional(std::move(*read)) : std::nullopt;
}

} // namespace

DeployPanel::DeployPanel(Desk *desk, QWidget *parent)
    : Panel(desk, parent), m_model(new DeployModel(this)), m_filter(new DeployFilter(this)), m_unfinished(new NoticeBar(this)),
      m_tabs(new QTabWidget(this)), m_history(new PushHistory(this)), m_notice(new Notice("deployNotice", this))
{
    setObjectName(QStringLiteral("deployPanel"));
    m_filter->setSourceModel(m_model);
    m_unfinished->setObjectName(QStringLiteral("unfinishedBar"));
    m_resume = m_unfinished->addButton("resumeButton");
    m_undo = m_unfinished->addButton("rollbackUnfinishedButton");
    m_unfinished->hide();
    m_tabs->setObjectName(QStringLiteral("deployTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildDifferences(), QString());
    m_tabs->addTab(m_history, QString());
    m_stage = plainLabel("deployStage", this);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("deployProgress"));
    m_cancel = deployButton("deployCancelButton", "", {}, this);
    auto *running = new QHBoxLayout;
    running->addWidget(m_stage, 1);
    running->addWidget(m_progress);
    running->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->addWidget(m_unfinished);
    layout->addWidget(buildTop());
    layout->addWidget(m_tabs, 1);
    layout->addLayout(running);
    layout->addWidget(m_notice);
    connectAll();
    connectDecisions();
    retranslate();
    showBusy();
    showCurrent();
}

QIcon DeployPanel::icon() const
{
    return QIcon::fromTheme(QStringLiteral("network-server"));
}

QWidget *DeployPanel::buildTop()
{
    auto *part = new QWidget(this);
    m_serverLabel = new QLabel(part);
    m_servers = new QComboBox(part);
    m_servers->setObjectName(QStringLiteral("deployServerBox"));
    m_serverLabel->setBuddy(m_servers);
    m_edit = deployButton("deployServersButton", "", {}, part);
    m_scopeLabel = new QLabel(part);
    m_scopes = new QComboBox(part);
    m_scopes->setObjectName(QStringLiteral("deployScopeBox"));
    m_scopeLabel->setBuddy(m_scopes);
    for (QComboBox *box : {m_servers, m_scopes}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    m_compare = deployButton("compareButton", "edit-find", {}, part);
    m_pull = deployButton("pullButton", "go-down", {}, part);
    m_push = deployButton("pushPlanButton", "go-up", {}, part);
    auto *first = new QHBoxLayout;
    first->addWidget(m_serverLabel);
    first->addWidget(m_servers, 1);
    first->addWidget(m_edit);
    first->addWidget(m_scopeLabel);
    first->addWidget(m_scopes, 1);
    auto *second = new QHBoxLayout;
    second->addWidget(m_compare);
    second->addWidget(m_pull);
    second->addWidget(m_push);
    second->addStretch();
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(first);
    layout->addLayout(second);
    return part;
}

QWidget *DeployPanel::buildDifferences()
{
    auto *list = new QWidget(this);
    m_search = new QLineEdit(list);
    m_search->setObjectName(QStringLiteral("deploySearchEdit"));
    m_search->setClearButtonEnabled(true);
    m_show = new QComboBox(list);
    m_show->setObjectName(QStringLiteral("deployShowBox"));
    for (int i = 0; i < 3; ++i)
        m_show->addItem(QString());
    m_view = new QTreeView(list);
    m_view->setObjectName(QStringLiteral("deployList"));
    m_view->setModel(m_filter);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAlternatingRowColors(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setIndentation(fontMetrics().averageCharWidth() * 2);
    m_view->installEventFilter(this);
    m_counts = plainLabel("deployCounts", list);
    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_show);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_counts);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(list);
    m_splitter->addWidget(buildDetails());
    m_splitter->setSizes({500, 400});
    m_splitter->installEventFilter(this);
    return m_splitter;
}

QWidget *DeployPanel::buildDetails()
{
    auto *part = new QWidget(this);
    m_item = new ItemView(part);
    m_decisions = new QWidget(part);
    m_ours = deployButton("oursButton", "go-up", {}, m_decisions);
    m_theirs = deployButton("theirsButton", "go-down", {}, m_decisions);
    m_merge = deployButton("mergeButton", "", {}, m_decisions);
    m_open = deployButton("openItemButton", "document-open", {}, part);
    auto *row = new QHBoxLayout(m_decisions);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_ours, m_theirs, m_merge})
        row->addWidget(button);
    auto *below = new QHBoxLayout;
    below->addWidget(m_decisions);
    below->addStretch();
    below->addWidget(m_open);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 6, 0, 0);
    layout->addWidget(m_item, 1);
    layout->addLayout(below);
    return part;
}

void DeployPanel::connectAll()
{
    connect(m_servers, &QComboBox::activated, this, [this] {
        setServer(m_servers->currentData().toString());
        Q_EMIT serverChosen(m_server);
    });
    connect(m_scopes, &QComboBox::activated, this, [this] {
        forget();
        showState();
    });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT serversRequested(m_server); });
    connect(m_compare, &QPushButton::clicked, this, &DeployPanel::compare);
    connect(m_pull, &QPushButton::clicked, this, &DeployPanel::pull);
    connect(m_push, &QPushButton::clicked, this, &DeployPanel::push);
    connect(m_cancel, &QPushButton::clicked, this, &DeployPanel::stop);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        m_view->expandAll();
    });
    connect(m_show, &QComboBox::currentIndexChanged, this, [this](int shown) {
        m_filter->setConflictsOnly(shown == ConflictsOnly);
        m_filter->setShowSame(shown == Everything);
        m_view->expandAll();
    });
    connect(m_model, &DeployModel::chosenChanged, this, &DeployPanel::showCounts);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &DeployPanel::showCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &DeployPanel::showCurrent);
    connect(m_item, &ItemView::playRequested, this, &DeployPanel::soundRequested);
    connect(m_item, &ItemView::stopRequested, this, &DeployPanel::silenceRequested);
    connect(m_history, &PushHistory::loaded, this, &DeployPanel::showState);
    connect(m_history, &PushHistory::rollbackRequested, this, &DeployPanel::rollback);
    connect(m_resume, &QPushButton::clicked, this, [this] { endUnfinished(true); });
    connect(m_undo, &QPushButton::clicked, this, [this] { endUnfinished(false); });
    connect(&m_job, &RemoteJob::progressed, this, [this](const deploy::Progress &progress) {
        const QString count = progressCount(progress);
        m_stage->setText(progressText(progress) + (count.isEmpty() ? QString() : QStringLiteral(" – ") + count));
        m_progress->setRange(0, progress.all);
        m_progress->setValue(progress.done);
    });
    connect(&desk(), &Desk::changed, this, [this] {
        m_changedSince = m_model->isCompared() && !m_writing;
        showCounts();
    });
}

void DeployPanel::connectDecisions()
{
    const auto decide = [this](DeployModel::Decision decision) {
        const QString path = currentPath();
        m_model->decide(path, m_model->decision(path) == decision ? DeployModel::Decision::None : decision);
    };
    connect(m_ours, &QPushButton::clicked, this, [decide] { decide(DeployModel::Decision::Ours); });
    connect(m_theirs, &QPushButton::clicked, this, [decide] { decide(DeployModel::Decision::Theirs); });
    for (QPushButton *button : {m_ours, m_theirs})
        button->setCheckable(true);
    connect(m_merge, &QPushButton::clicked, this, &DeployPanel::merge);
    const auto open = [this] {
        const Item *item = m_model->item(currentPath());
        if (!item || item->here.empty() || !desk().isOpen())
            return;
        const QString path = desk().workspace().absolutePath(currentPath());
        if (DeployModel::isSound(*item))
            Q_EMIT playRequested({path});
        else
            Q_EMIT openRequested(path);
    };
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_view, &QTreeView::activated, this, open);
}

void DeployPanel::setBook(ServerBook *book)
{
    m_book = book;
    connect(book, &ServerBook::changed, this, &DeployPanel::fillServers);
    fillServers();
}

void DeployPanel::fillServers()
{
    const QSignalBlocker blocker(m_servers);
    m_servers->clear();
    for (const server::ServerSettings &settings : m_book->servers()) {
        m_servers->addItem(QIcon::fromTheme(QStringLiteral("network-server")), serverTitle(settings), settings.url());
        m_servers->setItemData(m_servers->count() - 1, settings.url(), Qt::ToolTipRole);
    }
    setServer(m_book->find(m_server) || m_servers->count() == 0 ? m_server : m_servers->itemData(0).toString());
}

void DeployPanel::setServer(const QString &url)
{
    const QString known = m_book && m_book->find(url) ? url : QString();
    if (known != m_server) {
        m_server = known;
        forget();
    }
    m_servers->setCurrentIndex(m_servers->findData(m_server));
    m_servers->setToolTip(m_server);
    showState();
}

void DeployPanel::writeServer()
{
    if (!ready())
        return;
    const files::SettingsFile &file = desk().workspace().settings();
    data::Value settings;
    if (m_book->isForNow(m_server)) {
        m_notice->show(Notice::Kind::Warning, tr("A practice server ends with the program. Choose one that stays."));
        return;
    }
    if (!file.dictionary.isDictionary() || !data::deepCopy(file.dictionary, settings)) {
        m_notice->show(Notice::Kind::Error, tr("%1 can't be read; mend it as text first (see Problems).").arg(file.path));
        return;
    }
    // Keys of other programs stay.
    data::Value server = data::Value::newDictionary();
    if (const data::Value *before = settings.dictionary().find("Server"); before && before->isDictionary())
        server = *before;
    const data::Value now = m_book->find(m_server)->toDictionary();
    for (const auto &[key, value] : now.dictionary().entries())
        server.dictionary().set(key, value);
    settings.dictionary().set("Server", server);
    const auto bytes = files::settingsText(settings);
    if (!bytes)
        m_notice->show(Notice::Kind::Error, bytes.error());
    else if (desk().apply(tr("Server of the workspace"), {{file.path, *bytes}}))
        m_notice->show(Notice::Kind::Good, tr("The workspace belongs to %1 now.").arg(m_server));
}

server::Scope DeployPanel::scope() const
{
    return {m_scopes->currentData().toString().toStdString()};
}

void DeployPanel::setScope(const server::Scope &scope)
{
    const int index = m_scopes->findData(QString::fromStdString(scope.domain));
    if (index < 0 || index == m_scopes->currentIndex())
        return;
    m_scopes->setCurrentIndex(index);
    forget();
    showState();
}

void DeployPanel::fillScopes()
{
    const QVariant before = m_scopes->currentIndex() >= 0 && m_folder == desk().workspace().folder()
        ? m_scopes->currentData() : QVariant(QString::fromStdString(desk().domain()));
    m_scopes->clear();
    for (const files::DomainFolder &domain : desk().workspace().domains())
        m_scopes->addItem(QIcon::fromTheme(QStringLiteral("network-workgroup")), QString::fromStdString(domain.name), QString::fromStdString(domain.name));
    m_scopes->addItem(QIcon::fromTheme(QStringLiteral("network-server")), tr("Server-wide"), QString());
    m_scopes->setCurrentIndex(qMax(0, m_scopes->findData(before)));
}

void DeployPanel::refresh()
{
    const QString folder = desk().isOpen() ? desk().workspace().folder() : QString();
    const bool other = folder != m_folder;
    if (desk().isOpen())
        fillScopes();
    else
        m_scopes->clear();
    m_folder = folder;
    if (other) {
        forget();
        m_history->load(folder);
        if (const auto own = desk().isOpen() ? serverOf(desk().workspace()) : std::nullopt; own && m_book && m_server.isEmpty())
            setServer(m_book->adopt(*own));
    }
    showState();
}

/// What was compared is no longer what is shown.
void DeployPanel::forget()
{
    m_model->clear();
    m_item->setSource({}, {}, {});
    m_changedSince = false;
    m_notice->clear();
}

bool DeployPanel::ready() const
{
    return desk().isOpen() && m_book && m_book->find(m_server) && m_scopes->currentIndex() >= 0;
}

bool DeployPanel::busy() const
{
    return m_job.running() || changesServer();
}

void DeployPanel::stop()
{
    if (m_dialog && m_dialog->running())
        m_dialog->stop();
    else
        m_job.stop();
}

void DeployPanel::showState()
{
    const bool may = ready() && !busy();
    const deploy::PushRecord *unfinished = m_history->unfinished();
    m_unfinished->setVisible(unfinished && !unfinished->running);
    if (unfinished)
        m_unfinished->setText(tr("The push of %1 by %2 did not come to its end. Nothing can be pushed before it is finished or taken back.")
                                  .arg(momentText(unfinished->when), unfinished->who));
    m_resume->setEnabled(may);
    m_undo->setEnabled(may);
    m_compare->setEnabled(may);
    m_pull->setEnabled(may);
    m_push->setEnabled(may && !unfinished);
    m_servers->setEnabled(!busy() && m_servers->count() > 0);
    m_scopes->setEnabled(!busy());
    if (desk().isOpen() && m_book && m_servers->count() == 0)
        m_notice->show(Notice::Kind::Note, tr("No server is set up yet. “Servers…” adds one, or starts a practice server."));
    showCounts();
    Q_EMIT possibilitiesChanged();
}

void DeployPanel::showCounts()
{
    if (!m_model->isCompared()) {
        m_counts->setText(ready() ? tr("Not compared yet.") : QString());
        m_counts->setVisible(ready()); // no stop for the keyboard without words
        return;
    }
    const deploy::Comparison &all = m_model->comparison();
    QStringList parts;
    if (const int chosen = m_model->chosenCount(); chosen > 0)
        parts += tr("%n action(s) to push (%1)", nullptr, chosen).arg(sizeText(m_model->chosenBytes()));
    if (const int there = m_model->changedThere(); there > 0)
        parts += tr("%n to take", nullptr, there);
    if (const int open = m_model->openConflicts(); open > 0)
        parts += tr("%n conflict(s) to decide", nullptr, open);
    parts += tr("%n the same", nullptr, all.count(ItemState::Same));
    QString text = parts.join(QStringLiteral(", ")) + u'.';
    if (!all.environmentThere)
        text += u' ' + tr("The server has no environment of this scope yet; a push creates it.");
    if (m_changedSince)
        text += u' ' + tr("Files have changed since; pull and push compare again first.");
    m_counts->setText(text);
    m_counts->setVisible(!text.isEmpty());
}

QString DeployPanel::currentPath() const
{
    return m_view->currentIndex().siblingAtColumn(DeployModel::NameColumn).data(DeployModel::PathRole).toString();
}

void DeployPanel::showCurrent()
{
    const QString path = currentPath();
    const Item *item = m_model->item(path);
    m_item->showItem(item);
    const bool conflict = item && item->state == ItemState::Conflict;
    m_decisions->setVisible(conflict);
    m_open->setVisible(item && !item->here.empty() && !DeployModel::isSound(*item));
    const auto decision = m_model->decision(path);
    m_ours->setChecked(decision == DeployModel::Decision::Ours);
    m_theirs->setChecked(decision == DeployModel::Decision::Theirs);
    m_merge->setEnabled(conflict && !DeployModel::isSound(*item) && !item->here.empty() && !item->there.empty() && !busy());
}

void DeployPanel::showBusy()
{
    const bool running = m_job.running();
    m_progress->setVisible(running);
    m_stage->setVisible(running);
    m_cancel->setVisible(running);
    m_view->setEnabled(!running);
    if (running)
        m_progress->setRange(0, 0);
    showState();
}

/// Beside each other where there is room, else one above the other.
void DeployPanel::turnSplitter()
{
    m_splitter->setOrientation(m_splitter->width() < fontMetrics().averageCharWidth() * 90 ? Qt::Vertical : Qt::Horizontal);
}

bool DeployPanel::filterKeys(QEvent *event)
{
    if (static_cast<QKeyEvent *>(event)->key() != Qt::Key_Space || !m_view->currentIndex().isValid())
        return false;
    const QModelIndex index = m_view->currentIndex().siblingAtColumn(DeployModel::NameColumn);
    if (index.flags() & Qt::ItemIsUserCheckable)
        m_filter->setData(index, index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    return true;
}

bool DeployPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress && filterKeys(event))
        return true;
    if (watched == m_splitter && event->type() == QEvent::Resize)
        turnSplitter();
    return Panel::eventFilter(watched, event);
}

void DeployPanel::showHistory()
{
    m_tabs->setCurrentWidget(m_history);
    m_history->setFocus();
}

void DeployPanel::retranslate()
{
    m_serverLabel->setText(tr("&Server:"));
    m_edit->setText(tr("Se&rvers…"));
    m_scopeLabel->setText(tr("&Environment of:"));
    m_compare->setText(tr("&Compare"));
    m_compare->setToolTip(tr("Reads both sides and shows what differs; changes nothing"));
    m_pull->setText(tr("&Pull"));
    m_pull->setToolTip(tr("Takes what changed on the server into the workspace; what changed here stays"));
    m_push->setText(tr("P&ush…"));
    m_push->setToolTip(tr("Shows what would be done on the server, and does it when you agree"));
    m_search->setPlaceholderText(tr("Find a file or an account"));
    m_search->setAccessibleName(tr("Find by name"));
    m_show->setAccessibleName(tr("What is shown"));
    m_show->setAccessibleDescription(m_show->accessibleName()); // on the bus the name is what is chosen
    m_show->setItemText(Differing, tr("Differences"));
    m_show->setItemText(ConflictsOnly, tr("Conflicts"));
    m_show->setItemText(Everything, tr("Everything"));
    m_view->setAccessibleName(tr("Differences between the workspace and the server"));
    m_ours->setText(tr("&Mine"));
    m_ours->setToolTip(tr("The next push puts this computer's content in the place of the server's"));
    m_theirs->setText(tr("&Theirs"));
    m_theirs->setToolTip(tr("The next pull takes the server's content in the place of this computer's"));
    m_merge->setText(tr("Mer&ge"));
    m_open->setText(tr("&Open"));
    m_merge->setToolTip(tr("Brings both changes together where they touch different lines; can be undone"));
    m_tabs->setAccessibleName(tr("Differences and history"));
    m_tabs->setTabText(0, tr("Differences"));
    m_tabs->setTabText(1, tr("History"));
    m_cancel->setText(tr("Stop"));
    m_progress->setAccessibleName(tr("Progress"));
    m_resume->setText(tr("&Finish It"));
    m_undo->setText(tr("Ta&ke It Back"));
    m_item->retranslate();
    m_history->retranslate();
    m_view->expandAll();
    m_view->resizeColumnToContents(DeployModel::ActionColumn); // its head too, while there is nothing else
    if (m_scopes->count() > 0)
        m_scopes->setItemText(m_scopes->count() - 1, tr("Server-wide"));
    showCurrent();
    showState();
}

} // namespace pbx::editor
