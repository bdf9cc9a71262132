// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/problems_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTreeView>

namespace pbx::app {

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
    header->setSectionResizeMode(ProblemsModel::File, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProblemsModel::Line, QHeaderView::ResizeToContents);
    m_empty = new QLabel(m_stack);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_goTo = new QAction(QIcon::fromTheme(QStringLiteral("go-jump")), QString(), this);
    m_fix = new QAction(this);
    m_view->addActions({m_goTo, m_fix});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    const auto go = [this] {
        if (const Problem *problem = m_model->problem(m_view->currentIndex().row()))
            Q_EMIT activated(*problem);
    };
    connect(m_view, &QTreeView::activated, this, go);
    connect(m_goTo, &QAction::triggered, this, go);
    connect(m_fix, &QAction::triggered, this, [this] {
        if (const Problem *problem = m_model->problem(m_view->currentIndex().row()))
            Q_EMIT fixRequested(*problem);
    });
    const auto update = [this] {
        m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
        const Problem *problem = m_model->problem(m_view->currentIndex().row());
        m_goTo->setEnabled(problem && !problem->path.isEmpty());
        m_fix->setEnabled(problem && problem->remark.hasFix);
    };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, update);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this, update] {
        update();
        Q_EMIT countsChanged();
    });
    update();
    retranslate();
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
    m_fix->setText(tr("&Fix"));
    m_model->retranslate();
}

} // namespace pbx::app
