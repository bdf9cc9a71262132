// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/tree/tree_panel.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
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

void EnvironmentFilter::setOwnOnly(bool own)
{
    m_ownOnly = own;
    invalidateFilter();
}

bool EnvironmentFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_ownOnly && parent.isValid() && !index.data(EnvironmentModel::OwnRole).toBool())
        return false;
    if (m_text.isEmpty())
        return true;
    return index.data(EnvironmentModel::FileRole).toBool()
        && index.data(Qt::DisplayRole).toString().contains(m_text, Qt::CaseInsensitive);
}

TreePanel::TreePanel(QWidget *parent)
    : QWidget(parent), m_model(new EnvironmentModel(this)), m_filter(new EnvironmentFilter(this))
{
    setObjectName(QStringLiteral("treePanel"));
    m_filter->setSourceModel(m_model);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("treeFilterEdit"));
    m_search->setClearButtonEnabled(true);
    m_ownOnly = new QCheckBox(this);
    m_ownOnly->setObjectName(QStringLiteral("ownFilesCheck"));
    m_ownOnly->setChecked(true);
    m_view = new QTreeView(this);
    m_view->setObjectName(QStringLiteral("environmentTree"));
    m_view->setModel(m_filter);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setDragEnabled(true);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setIndentation(fontMetrics().height());
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(EnvironmentModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(EnvironmentModel::OriginColumn, QHeaderView::ResizeToContents);

    m_open = new QAction(QIcon::fromTheme(QStringLiteral("document-open")), QString(), this);
    m_newProgram = new QAction(QIcon::fromTheme(QStringLiteral("document-new")), QString(), this);
    m_openFolder = new QAction(QIcon::fromTheme(QStringLiteral("folder-open")), QString(), this);
    m_copyPath = new QAction(QIcon::fromTheme(QStringLiteral("edit-copy")), QString(), this);
    m_view->addActions({m_open, m_newProgram, m_openFolder, m_copyPath});

    auto *top = new QVBoxLayout;
    top->setContentsMargins(6, 6, 6, 4);
    top->setSpacing(4);
    top->addWidget(m_search);
    top->addWidget(m_ownOnly);
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
    connect(m_ownOnly, &QCheckBox::toggled, m_filter, &EnvironmentFilter::setOwnOnly);
    const auto activate = [this] {
        if (const QString path = currentPath(); !path.isEmpty())
            Q_EMIT fileActivated(path);
    };
    connect(m_view, &QTreeView::activated, this, activate);
    connect(m_open, &QAction::triggered, this, activate);
    connect(m_newProgram, &QAction::triggered, this, &TreePanel::newProgramRequested);
    connect(m_openFolder, &QAction::triggered, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(currentPath()).absolutePath()));
    });
    connect(m_copyPath, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(currentPath()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TreePanel::currentChanged);
    currentChanged();
    retranslate();
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

void TreePanel::setWorkspace(const files::Workspace *workspace)
{
    const bool same = workspace && workspace->folder() == m_folder;
    const QStringList expanded = expandedKeys();
    const QString current = m_view->currentIndex().data(EnvironmentModel::KeyRole).toString();
    const int scroll = m_view->verticalScrollBar() ? m_view->verticalScrollBar()->value() : 0;
    m_model->setWorkspace(workspace);
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
    m_ownOnly->setText(tr("&Own files only"));
    m_ownOnly->setToolTip(tr("Hide what the server and the stock environment provide"));
    m_view->setAccessibleName(tr("Environment"));
    m_open->setText(tr("&Open"));
    m_newProgram->setText(tr("&New Program…"));
    m_openFolder->setText(tr("Show in the &File Manager"));
    m_copyPath->setText(tr("&Copy Path"));
    m_model->retranslate();
}

} // namespace pbx::editor
