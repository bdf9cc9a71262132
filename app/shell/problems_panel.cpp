// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/problems_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace pbx::app {

namespace {

/// Shows the end of a path that is too long.
class PathDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideLeft;
    }
};

} // namespace

ProblemsPanel::ProblemsPanel(QWidget *parent) : QWidget(parent), m_model(new ProblemsModel(this))
{
    setObjectName(QStringLiteral("problemsPanel"));
    m_stack = new QStackedWidget(this);
    m_view = new QTreeView(m_stack);
    m_view->setObjectName(QStringLiteral("problemsView"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ProblemsModel::Message, QHeaderView::Stretch);
    header->setSectionResizeMode(ProblemsModel::Fix, QHeaderView::ResizeToContents);
    // The message is what is read; of a long path the file's name is enough.
    header->setSectionResizeMode(ProblemsModel::File, QHeaderView::Interactive);
    header->resizeSection(ProblemsModel::File, fontMetrics().averageCharWidth() * 20);
    m_view->setItemDelegateForColumn(ProblemsModel::File, new PathDelegate(m_view));
    header->setSectionResizeMode(ProblemsModel::Line, QHeaderView::ResizeToContents);
    m_empty = new QLabel(m_stack);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_goTo = new QAction(QIcon::fromTheme(QStringLiteral("go-jump")), QString(), this);
    m_fix = new QAction(QIcon::fromTheme(QStringLiteral("edit-find-replace")), QString(), this);
    m_fix->setShortcut(Qt::ALT | Qt::Key_Return);
    m_fix->setShortcutContext(Qt::WidgetShortcut);
    m_speak = new QAction(this);
    m_view->addActions({m_goTo, m_fix, m_speak});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    const auto ask = [this](auto signal) {
        return [this, signal] {
            if (const Problem *problem = m_model->problem(m_view->currentIndex().row()))
                Q_EMIT(this->*signal)(Problem(*problem));
        };
    };
    // Enter on what mends it mends it; anywhere else it goes there.
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        (index.column() == ProblemsModel::Fix && m_fix->isEnabled() ? m_fix : m_goTo)->trigger();
    });
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ProblemsModel::Fix)
            m_fix->trigger();
    });
    connect(m_goTo, &QAction::triggered, this, ask(&ProblemsPanel::activated));
    connect(m_fix, &QAction::triggered, this, ask(&ProblemsPanel::fixRequested));
    connect(m_speak, &QAction::triggered, this, ask(&ProblemsPanel::speakRequested));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsPanel::updateActions);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        updateActions();
        Q_EMIT countsChanged();
    });
    retranslate();
}

void ProblemsPanel::updateActions()
{
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
    const Problem *problem = m_model->problem(m_view->currentIndex().row());
    m_goTo->setEnabled(problem && !problem->path.isEmpty());
    m_fix->setEnabled(problem && problem->canBeMended());
    m_fix->setText(m_fix->isEnabled() ? ProblemsModel::fixText(*problem) : tr("&Fix"));
    m_speak->setVisible(problem && problem->remedy.kind == check::Remedy::Kind::AddPrompts);
}

void ProblemsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProblemsPanel::retranslate()
{
    m_view->setAccessibleName(tr("Problems"));
    m_empty->setText(tr("No problems in the open files."));
    m_goTo->setText(tr("&Go There"));
    m_speak->setText(tr("&Speak by the Computer"));
    m_model->retranslate();
    updateActions();
}

} // namespace pbx::app
