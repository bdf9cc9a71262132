// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/find_bar.h"

#include "editor/code/code_editor.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace pbx::editor {

namespace {

constexpr std::size_t none = std::size_t(-1);

} // namespace

FindBar::FindBar(CodeEditor *editor, QWidget *parent) : QWidget(parent), m_editor(editor)
{
    setObjectName(QStringLiteral("findBar"));
    m_findLabel = new QLabel(this);
    m_find = new QLineEdit(this);
    m_find->setObjectName(QStringLiteral("findEdit"));
    m_find->setClearButtonEnabled(true);
    m_findLabel->setBuddy(m_find);
    m_replaceLabel = new QLabel(this);
    m_replace = new QLineEdit(this);
    m_replace->setObjectName(QStringLiteral("replaceEdit"));
    m_replaceLabel->setBuddy(m_replace);
    m_case = addOption("findCaseButton", QStringLiteral("Aa"));
    m_words = addOption("findWordsButton", QStringLiteral("|ab|"));
    m_expression = addOption("findExpressionButton", QStringLiteral(".*"));
    m_previous = new QToolButton(this);
    m_previous->setObjectName(QStringLiteral("findPreviousButton"));
    m_previous->setIcon(QIcon::fromTheme(QStringLiteral("go-up")));
    m_next = new QToolButton(this);
    m_next->setObjectName(QStringLiteral("findNextButton"));
    m_next->setIcon(QIcon::fromTheme(QStringLiteral("go-down")));
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("findCloseButton"));
    m_close->setIcon(QIcon::fromTheme(QStringLiteral("window-close")));
    for (QToolButton *button : {m_case, m_words, m_expression, m_previous, m_next, m_close})
        button->setAutoRaise(true);
    m_replaceButton = new QPushButton(this);
    m_replaceButton->setObjectName(QStringLiteral("replaceButton"));
    m_replaceAllButton = new QPushButton(this);
    m_replaceAllButton->setObjectName(QStringLiteral("replaceAllButton"));
    m_status = new QLabel(this);
    m_status->setObjectName(QStringLiteral("findStatusLabel"));
    buildLayout();
    connectAll();
    retranslate();
    hide();
}

QToolButton *FindBar::addOption(const char *objectName, const QString &sign)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(objectName));
    button->setText(sign);
    button->setCheckable(true);
    return button;
}

void FindBar::buildLayout()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(8, 4, 8, 4);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    auto *findRow = new QHBoxLayout;
    findRow->setSpacing(2);
    for (QToolButton *button : {m_case, m_words, m_expression, m_previous, m_next})
        findRow->addWidget(button);
    findRow->addSpacing(6);
    findRow->addWidget(m_status, 1);
    findRow->addWidget(m_close);
    auto *replaceRow = new QHBoxLayout;
    replaceRow->setSpacing(6);
    replaceRow->addWidget(m_replaceButton);
    replaceRow->addWidget(m_replaceAllButton);
    replaceRow->addStretch(1);
    grid->addWidget(m_findLabel, 0, 0);
    grid->addWidget(m_find, 0, 1);
    grid->addLayout(findRow, 0, 2);
    grid->addWidget(m_replaceLabel, 1, 0);
    grid->addWidget(m_replace, 1, 1);
    grid->addLayout(replaceRow, 1, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
}

void FindBar::connectAll()
{
    m_later.setSingleShot(true);
    m_later.setInterval(120);
    connect(&m_later, &QTimer::timeout, this, &FindBar::search);
    connect(m_find, &QLineEdit::textEdited, this, [this] {
        search();
        // From where the caret stands, so that typing on narrows the same place down.
        const std::uint32_t from = m_editor->selection().begin;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (m_places[i].begin >= from)
                return selectPlace(i);
        }
        if (!m_places.empty())
            selectPlace(0);
    });
    for (QToolButton *option : {m_case, m_words, m_expression})
        connect(option, &QToolButton::toggled, this, &FindBar::search);
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (isVisible())
            m_later.start();
    });
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(m_replaceButton, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_replaceAllButton, &QPushButton::clicked, this, &FindBar::replaceAll);
}

void FindBar::open(bool withReplace)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_replaceLabel), static_cast<QWidget *>(m_replace),
                            static_cast<QWidget *>(m_replaceButton), static_cast<QWidget *>(m_replaceAllButton)})
        widget->setVisible(withReplace);
    const QString chosen = m_editor->selectedText();
    if (!chosen.isEmpty() && !chosen.contains(u'\n') && !chosen.contains(u'\r'))
        m_find->setText(chosen);
    show();
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
    search();
}

void FindBar::close()
{
    hide();
    m_later.stop();
    m_editor->setFound({});
    m_editor->setFocus(Qt::OtherFocusReason);
}

SearchOptions FindBar::options() const
{
    return {m_find->text(), m_case->isChecked(), m_words->isChecked(), m_expression->isChecked()};
}

void FindBar::search()
{
    m_later.stop();
    auto places = findAll(m_editor->bytes(), options());
    m_problem = places ? QString() : places.error();
    m_places = places ? std::move(*places) : std::vector<language::Span>();
    m_editor->setFound(isVisible() ? m_places : std::vector<language::Span>());
    std::size_t current = none;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i] == m_editor->selection())
            current = i;
    }
    showStatus(current);
}

void FindBar::showStatus(std::size_t current)
{
    const bool any = !m_places.empty();
    for (QWidget *widget : {static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_previous),
                            static_cast<QWidget *>(m_replaceButton), static_cast<QWidget *>(m_replaceAllButton)})
        widget->setEnabled(any);
    if (!m_problem.isEmpty())
        m_status->setText(m_problem);
    else if (m_find->text().isEmpty())
        m_status->clear();
    else if (!any)
        m_status->setText(tr("Not found"));
    else if (current == none)
        m_status->setText(tr("%n place(s)", nullptr, int(m_places.size())));
    else
        m_status->setText(tr("%1 of %2").arg(current + 1).arg(m_places.size()));
}

void FindBar::selectPlace(std::size_t index)
{
    m_editor->select(m_places[index]);
    showStatus(index);
}

void FindBar::step(bool forward)
{
    search();
    if (m_places.empty())
        return;
    const language::Span at = m_editor->selection();
    if (forward) {
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (m_places[i].begin >= at.end)
                return selectPlace(i);
        }
        return selectPlace(0);
    }
    for (std::size_t i = m_places.size(); i-- > 0;) {
        if (m_places[i].end <= at.begin)
            return selectPlace(i);
    }
    selectPlace(m_places.size() - 1);
}

void FindBar::findNext()
{
    step(true);
}

void FindBar::findPrevious()
{
    step(false);
}

void FindBar::replaceOne()
{
    search();
    const language::Span at = m_editor->selection();
    for (const language::Span &place : m_places) {
        if (place != at)
            continue;
        if (auto text = replacementFor(m_editor->bytes(), place, options(), m_replace->text())) {
            m_editor->replace({{place, *text}});
            const auto after = place.begin + std::uint32_t(text->size());
            m_editor->select({after, after});
        }
        break;
    }
    step(true);
}

void FindBar::replaceAll()
{
    search();
    const QByteArray text = m_editor->bytes();
    std::vector<std::pair<language::Span, QByteArray>> edits;
    for (const language::Span &place : m_places) {
        if (auto replaced = replacementFor(text, place, options(), m_replace->text()))
            edits.emplace_back(place, *replaced);
    }
    m_editor->replace(edits);
    search();
    m_status->setText(tr("%n place(s) replaced", nullptr, int(edits.size())));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_replace->hasFocus())
            replaceOne();
        else
            step(!(event->modifiers() & Qt::ShiftModifier));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FindBar::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    m_findLabel->setText(tr("Fi&nd:"));
    m_replaceLabel->setText(tr("Re&place by:"));
    m_replaceButton->setText(tr("&Replace"));
    m_replaceAllButton->setText(tr("Replace &All"));
    name(m_case, tr("Tell capital from small letters"));
    name(m_words, tr("Whole words only"));
    name(m_expression, tr("Regular expression"));
    name(m_previous, tr("Find the previous place"));
    name(m_next, tr("Find the next place"));
    name(m_close, tr("Close the find bar"));
}

} // namespace pbx::editor
