// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/transcript_panel.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>

namespace pbx::phone {

TranscriptPanel::TranscriptPanel(QWidget *parent) : QWidget(parent), m_model(new TranscriptModel(this))
{
    setObjectName(QStringLiteral("transcriptPanel"));
    m_stack = new QStackedWidget(this);
    m_empty = new QLabel(m_stack);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(16);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_view = new QTreeView(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_view->setObjectName(QStringLiteral("transcriptView"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->setTextElideMode(Qt::ElideRight);
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(TranscriptModel::Time, QHeaderView::Interactive);
    header->setSectionResizeMode(TranscriptModel::What, QHeaderView::Stretch);
    header->setSectionResizeMode(TranscriptModel::Place, QHeaderView::Interactive);
    header->resizeSection(TranscriptModel::Time, fontMetrics().horizontalAdvance(QStringLiteral("000:00.0000")));
    header->resizeSection(TranscriptModel::Place, fontMetrics().horizontalAdvance(QStringLiteral("callback.sppr:0000")));

    m_goTo = new QAction(QIcon::fromTheme(QStringLiteral("go-jump")), QString(), this);
    m_goTo->setObjectName(QStringLiteral("transcriptGoToAction"));
    m_replay = new QAction(QIcon::fromTheme(QStringLiteral("media-playback-start")), QString(), this);
    m_replay->setObjectName(QStringLiteral("replayAction"));
    m_copy = new QAction(QIcon::fromTheme(QStringLiteral("edit-copy")), QString(), this);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addActions({m_goTo, m_replay, m_copy});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    m_foot = new QWidget(this);
    m_save = new QPushButton(QIcon::fromTheme(QStringLiteral("document-save-as")), {}, m_foot);
    m_save->setObjectName(QStringLiteral("saveScenarioButton"));
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(8, 4, 8, 4);
    foot->addStretch(1);
    foot->addWidget(m_save);
    layout->addWidget(m_foot);
    setSavable(false);

    connect(m_save, &QPushButton::clicked, this, &TranscriptPanel::saveRequested);
    connect(m_goTo, &QAction::triggered, this, &TranscriptPanel::followCurrent);
    connect(m_replay, &QAction::triggered, this, &TranscriptPanel::replay);
    connect(m_copy, &QAction::triggered, this, &TranscriptPanel::copy);
    connect(m_view, &QTreeView::clicked, this, &TranscriptPanel::followCurrent);
    connect(m_view, &QTreeView::activated, this, [this] {
        followCurrent();
        replay();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TranscriptPanel::currentChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_follow = true;
        currentChanged();
        showEmpty();
    });
    // New lines are followed as long as the reader stands at the end of the list.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { m_follow = atEnd(); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        showEmpty();
        if (m_follow)
            m_view->scrollToBottom();
    });
    currentChanged();
    showEmpty();
    retranslate();
}

void TranscriptPanel::setSavable(bool savable)
{
    const bool follow = atEnd();
    m_foot->setVisible(savable);
    if (follow)
        QTimer::singleShot(0, m_view, &QTreeView::scrollToBottom);
}

bool TranscriptPanel::atEnd() const
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    return bar->value() >= bar->maximum() - 1;
}

void TranscriptPanel::showEmpty()
{
    m_stack->setCurrentWidget(m_model->rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_view);
}

void TranscriptPanel::currentChanged()
{
    const QModelIndex index = m_view->currentIndex();
    m_goTo->setEnabled(!index.data(TranscriptModel::FileRole).toString().isEmpty());
    m_replay->setEnabled(!index.data(TranscriptModel::PromptRole).toString().isEmpty());
    m_copy->setEnabled(index.isValid());
}

void TranscriptPanel::followCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const QString file = index.data(TranscriptModel::FileRole).toString();
    if (!file.isEmpty())
        Q_EMIT placeActivated(file, index.data(TranscriptModel::LineRole).toInt());
    if (index.data(TranscriptModel::KindRole).toString() != u"mail")
        return;
    int mails = -1;
    for (int row = 0; row <= index.row(); ++row)
        mails += m_model->index(row, 0).data(TranscriptModel::KindRole).toString() == u"mail";
    Q_EMIT mailActivated(mails);
}

void TranscriptPanel::replay()
{
    const QString path = m_view->currentIndex().data(TranscriptModel::PromptRole).toString();
    if (!path.isEmpty())
        Q_EMIT replayRequested(path);
}

void TranscriptPanel::copy()
{
    QStringList lines;
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.row() < b.row(); });
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < TranscriptModel::ColumnCount; ++column)
            cells += row.siblingAtColumn(column).data().toString();
        lines += cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void TranscriptPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TranscriptPanel::retranslate()
{
    m_view->setAccessibleName(tr("Transcript of the call"));
    m_empty->setText(tr("What happens in the call appears here, line by line."));
    m_goTo->setText(tr("&Go to the Line"));
    m_replay->setText(tr("&Play the Prompt Again"));
    m_copy->setText(tr("&Copy"));
    m_save->setText(tr("Save as Scenario…"));
    m_save->setToolTip(tr("Makes a test of this call: run again, it tells whether the call is still the same."));
    m_model->retranslate();
}

} // namespace pbx::phone
