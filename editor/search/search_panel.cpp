// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/search/search_panel.h"

#include "editor/search/search_model.h"

#include <QAccessible>
#include <QCheckBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace pbx::editor {

namespace {

constexpr int openedFiles = 50; ///< more of them stay closed, to be looked through

/// The found place in bold, so that it is seen without its colour.
class PlaceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int length = index.data(SearchModel::LengthRole).toInt();
        if (length <= 0) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QString text = std::exchange(item.text, QString());
        const QStyle *style = item.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const QRect place = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget).adjusted(2, 0, -2, 0);
        const auto role = item.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text;
        const auto group = item.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
        QTextLayout layout(text, item.font);
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        layout.setFormats({{index.data(SearchModel::BeginRole).toInt(), length, bold}});
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(1e6);
        layout.endLayout();
        painter->save();
        painter->setClipRect(place);
        painter->setPen(item.palette.color(group, role));
        layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2));
        painter->restore();
    }
};

} // namespace

SearchPanel::SearchPanel(QWidget *parent) : QWidget(parent), m_job(new SearchJob(this)), m_model(new SearchModel(this))
{
    setObjectName(QStringLiteral("searchPanel"));
    buildLayout();
    connect(m_field, &QLineEdit::returnPressed, this, &SearchPanel::search);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_job->isRunning())
            stop();
        else
            search();
    });
    connect(m_job, &SearchJob::found, this, &SearchPanel::append);
    connect(m_job, &SearchJob::finished, this, &SearchPanel::showSummary);
    connect(m_view, &QTreeView::activated, this, &SearchPanel::go);
    retranslate();
}

void SearchPanel::buildLayout()
{
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("searchEdit"));
    m_field->setClearButtonEnabled(true);
    m_case = new QCheckBox(this);
    m_case->setObjectName(QStringLiteral("searchCaseBox"));
    m_words = new QCheckBox(this);
    m_words->setObjectName(QStringLiteral("searchWordsBox"));
    m_expression = new QCheckBox(this);
    m_expression->setObjectName(QStringLiteral("searchExpressionBox"));
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("searchButton"));
    m_view = new QTreeView(this);
    m_view->setObjectName(QStringLiteral("searchView"));
    m_view->setModel(m_model);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setItemDelegate(new PlaceDelegate(m_view));
    m_status = new QLabel(this);
    m_status->setObjectName(QStringLiteral("searchStatusLabel"));
    m_status->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->addWidget(m_field, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_case, m_words, m_expression, m_button})
        line->addWidget(widget);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(line);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_status);
    setFocusProxy(m_field);
}

void SearchPanel::beginWith(const QString &text)
{
    if (!text.isEmpty())
        m_field->setText(text);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchPanel::clear()
{
    m_job->cancel();
    m_model->clear();
    m_status->clear();
    showRunning();
}

void SearchPanel::search()
{
    clear();
    if (m_field->text().isEmpty() || !m_source)
        return;
    const SearchOptions options{m_field->text(), m_case->isChecked(), m_words->isChecked(), m_expression->isChecked()};
    if (const auto started = m_job->start(m_source(), options); !started)
        m_status->setText(started.error());
    else
        m_status->setText(tr("Searching…"));
    showRunning();
}

void SearchPanel::stop()
{
    m_job->cancel();
    m_status->setText(tr("Stopped. There may be more places."));
    showRunning();
}

void SearchPanel::append(const QList<SearchedFile> &files)
{
    const int before = m_model->rowCount();
    m_model->append(files);
    for (int row = before; row < qMin(m_model->rowCount(), openedFiles); ++row)
        m_view->expand(m_model->index(row, 0));
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0, m_model->index(0, 0)));
}

void SearchPanel::showSummary(const SearchJob::Summary &summary)
{
    QString text = summary.matches == 0 ? tr("Not found in %n file(s).", nullptr, summary.searched)
                                        : tr("%n place(s)", nullptr, summary.matches) + tr(" in %n file(s).", nullptr, summary.files);
    if (summary.more)
        text = tr("The first %1 places; there are more. Look for a longer text.").arg(summary.matches);
    if (!summary.unread.isEmpty())
        text += u' ' + tr("%n file(s) could not be read: %1", nullptr, int(summary.unread.size())).arg(summary.unread.front());
    m_status->setText(text);
    m_status->setToolTip(summary.unread.join(u'\n'));
    showRunning();
    QAccessibleEvent told(m_status, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&told);
}

void SearchPanel::go()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const SearchMatch &place = m_model->match(current);
    Q_EMIT activated(m_model->file(current).path, place.line, place.column);
}

void SearchPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_job->isRunning())
        stop();
    else if (event->key() == Qt::Key_Down && m_field->hasFocus())
        m_view->setFocus(Qt::TabFocusReason);
    else
        QWidget::keyPressEvent(event);
}

void SearchPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SearchPanel::showRunning()
{
    m_button->setText(m_job->isRunning() ? tr("S&top") : tr("Sea&rch"));
}

void SearchPanel::retranslate()
{
    m_field->setPlaceholderText(tr("Text in programs, settings, prompts and scenarios"));
    m_field->setAccessibleName(tr("Text to look for in the workspace"));
    m_case->setText(tr("&Match case"));
    m_words->setText(tr("Whole wor&ds"));
    m_expression->setText(tr("Re&gular expression"));
    m_view->setAccessibleName(tr("Places found"));
    showRunning();
}

} // namespace pbx::editor
