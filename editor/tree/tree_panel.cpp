// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/tree/tree_panel.h"

#include "editor/desk/desk.h"
#include "editor/tree/file_edits.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIcon>
#include <QLineEdit>
#include <QScrollBar>
#include <QTreeView>
#include <QUrl>

#include <algorithm>
#include <functional>

namespace pbx::editor {

EnvironmentFilter::EnvironmentFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void EnvironmentFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void EnvironmentFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

bool EnvironmentFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool file = index.data(EnvironmentModel::FileRole).toBool();
    switch (m_show) {
    case Show::Own:
        if (parent.isValid() && !index.data(EnvironmentModel::OwnRole).toBool())
            return false;
        break;
    case Show::All:
        if (index.data(EnvironmentModel::MissingRole).toBool())
            return false;
        break;
    case Show::Unused:
        if (!index.data(EnvironmentModel::UnusedRole).toBool())
            return false;
        break;
    case Show::Missing:
        if (!index.data(EnvironmentModel::MissingRole).toBool())
            return false;
        break;
    }
    if (m_text.isEmpty())
        return true;
    return file
        && index.data(Qt::DisplayRole).toString().contains(m_text, Qt::CaseInsensitive);
}

TreePanel::TreePanel(Desk *desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new EnvironmentModel(this)), m_filter(new EnvironmentFilter(this))
{
    setObjectName(QStringLiteral("treePanel"));
    m_filter->setSourceModel(m_model);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("treeFilterEdit"));
    m_search->setClearButtonEnabled(true);
    m_show = new QComboBox(this);
    m_show->setObjectName(QStringLiteral("treeShowBox"));
    for (int i = 0; i < 4; ++i)
        m_show->addItem(QString());
    m_view = new QTreeView(this);
    m_view->setObjectName(QStringLiteral("environmentTree"));
    m_view->setModel(m_filter);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setDragDropMode(QAbstractItemView::DragDrop);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setIndentation(fontMetrics().height());
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(EnvironmentModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(EnvironmentModel::OriginColumn, QHeaderView::ResizeToContents);

    buildActions();

    auto *top = new QVBoxLayout;
    top->setContentsMargins(6, 6, 6, 4);
    top->setSpacing(4);
    top->addWidget(m_search);
    top->addWidget(m_show);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        if (!text.isEmpty())
            m_view->expandAll();
    });
    connect(m_show, &QComboBox::currentIndexChanged, this, [this](int index) { choose(EnvironmentFilter::Show(index)); });
    connect(m_desk, &Desk::changed, this, [this] {
        if (m_workspace && m_filter->show() >= EnvironmentFilter::Show::Unused)
            readAnew();
    });
    const auto activate = [this] {
        if (const QString path = currentPath(); !path.isEmpty())
            Q_EMIT fileActivated(path);
    };
    connect(m_view, &QTreeView::activated, this, activate);
    connect(m_open, &QAction::triggered, this, activate);
    connectActions();
    connect(m_newProgram, &QAction::triggered, this, &TreePanel::newProgramRequested);
    connect(m_openFolder, &QAction::triggered, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(currentPath()).absolutePath()));
    });
    connect(m_copyPath, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(currentPath()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TreePanel::currentChanged);
    currentChanged();
    retranslate();
}

void TreePanel::buildActions()
{
    const auto make = [this](const char *name, const char *icon) {
        auto *action = new QAction(*icon ? QIcon::fromTheme(QLatin1StringView(icon)) : QIcon(), QString(), this);
        action->setObjectName(QLatin1StringView(name));
        m_view->addAction(action);
        return action;
    };
    const auto line = [this] {
        auto *separator = new QAction(this);
        separator->setSeparator(true);
        m_view->addAction(separator);
    };
    m_open = make("treeOpenAction", "document-open");
    m_why = make("whyThisFileAction", "help-contents");
    line();
    m_create = make("createEnvironmentAction", "list-add");
    m_newProgram = make("treeNewProgramAction", "document-new");
    m_newLanguage = make("newLanguageAction", "folder-new");
    line();
    m_override = make("overrideAction", "edit-copy");
    m_revert = make("revertAction", "edit-undo");
    m_rename = make("renameAction", "");
    m_rename->setShortcut(Qt::Key_F2);
    m_remove = make("removeAction", "edit-delete");
    m_remove->setShortcut(QKeySequence::Delete);
    line();
    m_import = make("importArchiveAction", "document-import");
    m_export = make("exportArchiveAction", "document-export");
    line();
    m_openFolder = make("openFolderAction", "folder-open");
    m_copyPath = make("copyPathAction", "edit-copy");
    for (QAction *action : {m_rename, m_remove})
        action->setShortcutContext(Qt::WidgetShortcut);
}

void TreePanel::connectActions()
{
    const auto place = [this] {
        const QModelIndex index = m_view->currentIndex();
        return Place{currentDomain().toStdString(), index.data(EnvironmentModel::LanguageRole).toString().toStdString()};
    };
    connect(m_create, &QAction::triggered, this, [this] { createEnvironment(*m_desk, currentDomain().toStdString()); });
    connect(m_newLanguage, &QAction::triggered, this, [this] { Q_EMIT newLanguageRequested(currentDomain()); });
    connect(m_override, &QAction::triggered, this, [this, place] {
        const Place where = place();
        const QString name = QFileInfo(currentPath()).fileName();
        if (!overrideFile(*m_desk, where, currentPath()))
            return;
        const QString folder = m_desk->workspace().environmentFolder(where.domain);
        showPath(where.language.empty() ? folder + u'/' + name : folder + u'/' + QString::fromStdString(where.language) + u'/' + name);
    });
    const auto remove = [this] {
        if (const QStringList paths = selectedOwnPaths(); !paths.isEmpty())
            removeFiles(*m_desk, paths);
    };
    connect(m_revert, &QAction::triggered, this, remove);
    connect(m_remove, &QAction::triggered, this, remove);
    connect(m_rename, &QAction::triggered, this, [this] { m_view->edit(m_view->currentIndex().siblingAtColumn(0)); });
    connect(m_why, &QAction::triggered, this, [this, place] {
        Q_EMIT explained(whyThisFile(*m_desk, place(), QFileInfo(currentPath()).fileName()));
    });
    connect(m_import, &QAction::triggered, this, [this] { Q_EMIT importRequested(currentDomain()); });
    connect(m_export, &QAction::triggered, this, [this] { Q_EMIT exportRequested(currentDomain()); });
    connect(m_model, &EnvironmentModel::filesDropped, this, &TreePanel::dropped, Qt::QueuedConnection);
    connect(m_model, &EnvironmentModel::renamed, this, [this](const QString &path, const QString &name) {
        const QString target = QFileInfo(path).path() + u'/' + name.trimmed().toLower();
        if (renameFile(*m_desk, path, name))
            showPath(target);
    });
}

void TreePanel::dropped(const QString &domain, const QString &language, const QStringList &paths, bool move)
{
    const Place to{domain.toStdString(), language.toStdString()};
    const bool inside = std::ranges::all_of(paths, [this](const QString &path) { return path.startsWith(m_folder + u'/'); });
    if (!m_desk->isOpen() || paths.isEmpty())
        return;
    if (paths.size() == 1 && paths.front().endsWith(u".tar"))
        Q_EMIT archiveDropped(domain, paths.front());
    else if (move && inside)
        moveFiles(*m_desk, paths, to);
    else if (const QStringList foreign = foreignSounds(paths); foreign.isEmpty())
        copyIn(*m_desk, paths, to, {});
    else
        SoundJob::start(this, foreign, [this, paths, to, folder = m_folder](const Sounds &sounds) {
            if (m_desk->isOpen() && m_folder == folder)
                copyIn(*m_desk, paths, to, sounds);
        });
}

QStringList TreePanel::selectedOwnPaths() const
{
    QStringList paths;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        const QString path = index.data(EnvironmentModel::PathRole).toString();
        if (!path.isEmpty() && index.data(EnvironmentModel::OwnRole).toBool())
            paths += path;
    }
    return paths;
}

QString TreePanel::currentPath() const
{
    return m_view->currentIndex().data(EnvironmentModel::PathRole).toString();
}

QString TreePanel::currentDomain() const
{
    return m_view->currentIndex().data(EnvironmentModel::DomainRole).toString();
}

void TreePanel::currentChanged()
{
    const bool file = !currentPath().isEmpty();
    m_open->setEnabled(file);
    m_openFolder->setEnabled(file);
    const QModelIndex index = m_view->currentIndex();
    const bool own = file && index.data(EnvironmentModel::OwnRole).toBool();
    m_why->setEnabled(file);
    m_override->setEnabled(file && !own);
    m_revert->setEnabled(own && index.data(EnvironmentModel::HidesRole).toBool());
    m_rename->setEnabled(own);
    m_remove->setEnabled(own);
    m_create->setEnabled(index.isValid() && !index.data(EnvironmentModel::ExistsRole).toBool());
    for (QAction *action : {m_newLanguage, m_import, m_export})
        action->setEnabled(index.isValid());
    m_copyPath->setEnabled(file);
}

QStringList TreePanel::expandedKeys() const
{
    QStringList keys;
    const std::function<void(const QModelIndex &)> collect = [&](const QModelIndex &above) {
        for (int row = 0; row < m_filter->rowCount(above); ++row) {
            const QModelIndex index = m_filter->index(row, 0, above);
            if (!m_view->isExpanded(index))
                continue;
            keys += index.data(EnvironmentModel::KeyRole).toString();
            collect(index);
        }
    };
    collect({});
    return keys;
}

void TreePanel::choose(EnvironmentFilter::Show show)
{
    m_filter->setShow(show);
    if (m_workspace && show >= EnvironmentFilter::Show::Unused) {
        readAnew();
        m_view->expandAll();
    }
}

void TreePanel::setWorkspace(const files::Workspace *workspace)
{
    m_workspace = workspace;
    readAnew();
}

/// Who uses what is only asked for while it is shown.
void TreePanel::readAnew()
{
    const files::Workspace *workspace = m_workspace;
    const bool same = workspace && workspace->folder() == m_folder;
    const bool use = m_desk->isOpen() && m_filter->show() >= EnvironmentFilter::Show::Unused;
    const QStringList expanded = expandedKeys();
    const QString current = m_view->currentIndex().data(EnvironmentModel::KeyRole).toString();
    const int scroll = m_view->verticalScrollBar() ? m_view->verticalScrollBar()->value() : 0;
    m_model->setWorkspace(workspace, use ? &m_desk->directory() : nullptr);
    m_folder = workspace ? workspace->folder() : QString();
    if (!same) {
        openDefaults();
        return;
    }
    for (const QString &key : expanded)
        m_view->expand(m_filter->mapFromSource(m_model->indexOfKey(key)));
    m_view->setCurrentIndex(m_filter->mapFromSource(m_model->indexOfKey(current)));
    m_view->verticalScrollBar()->setValue(scroll);
}

/// Domains stand open; a language folder too when there is only one domain to look at.
void TreePanel::openDefaults()
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex scope = m_filter->index(row, 0);
        if (scope.data(EnvironmentModel::OwnRole).toBool())
            m_view->expand(scope);
    }
}

void TreePanel::showPath(const QString &path)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOfPath(path));
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void TreePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TreePanel::retranslate()
{
    m_search->setPlaceholderText(tr("Find a file"));
    m_search->setAccessibleName(tr("Find a file by name"));
    m_show->setItemText(int(EnvironmentFilter::Show::Own), tr("Own files"));
    m_show->setItemText(int(EnvironmentFilter::Show::All), tr("All files, those of the parents too"));
    m_show->setItemText(int(EnvironmentFilter::Show::Unused), tr("Own prompts nobody plays"));
    m_show->setItemText(int(EnvironmentFilter::Show::Missing), tr("Prompts that are missing"));
    m_show->setAccessibleName(tr("Files to show"));
    m_show->setAccessibleDescription(m_show->accessibleName()); // on the bus the name is what is chosen
    m_view->setAccessibleName(tr("Environment"));
    m_open->setText(tr("&Open"));
    m_why->setText(tr("&Why This File?"));
    m_create->setText(tr("&Create the Environment"));
    m_newProgram->setText(tr("&New Program…"));
    m_newLanguage->setText(tr("New &Language…"));
    m_override->setText(tr("&Make an Own Copy"));
    m_override->setToolTip(tr("Override the parent's file with one of its own, to be changed"));
    m_revert->setText(tr("&Revert to the Parent"));
    m_revert->setToolTip(tr("Delete the own file, so that the parent's is found again"));
    m_rename->setText(tr("Rena&me"));
    m_remove->setText(tr("&Delete"));
    m_import->setText(tr("&Import Archive…"));
    m_export->setText(tr("&Export Archive…"));
    m_openFolder->setText(tr("Show in the &File Manager"));
    m_copyPath->setText(tr("&Copy Path"));
    m_model->retranslate();
}

} // namespace pbx::editor
