// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/reference_panel.h"

#include "editor/code/builtin_help.h"
#include "environment/language/catalogue.h"

#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSplitter>
#include <QTextBrowser>

namespace pbx::app {

ReferencePanel::ReferencePanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("referencePanel"));
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("referenceSearchEdit"));
    m_search->setClearButtonEnabled(true);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    m_list = new QListWidget(splitter);
    m_list->setObjectName(QStringLiteral("referenceList"));
    m_list->setUniformItemSizes(true);
    m_page = new QTextBrowser(splitter);
    m_page->setObjectName(QStringLiteral("referencePage"));
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_search);
    layout->addWidget(splitter, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (int i = 0; i < m_list->count(); ++i)
            m_list->item(i)->setHidden(!m_list->item(i)->text().contains(text, Qt::CaseInsensitive));
    });
    connect(m_list, &QListWidget::currentItemChanged, this, &ReferencePanel::showCurrent);
    retranslate();
}

void ReferencePanel::fill()
{
    if (m_list->count() > 0)
        return;
    for (const language::Builtin &builtin : language::builtins())
        m_list->addItem(QString::fromUtf8(builtin.name.data(), qsizetype(builtin.name.size())));
}

bool ReferencePanel::showName(const QString &name)
{
    const language::Builtin *builtin = language::findBuiltin(name.toStdString());
    if (!builtin)
        return false;
    fill();
    m_search->clear();
    m_list->setCurrentRow(builtin->id);
    m_list->scrollToItem(m_list->currentItem(), QAbstractItemView::PositionAtCenter);
    return true;
}

void ReferencePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ReferencePanel::showCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    const language::Builtin *builtin = item ? language::findBuiltin(item->text().toStdString()) : nullptr;
    m_page->setHtml(builtin ? editor::fullHelp(*builtin) : QString());
}

void ReferencePanel::showEvent(QShowEvent *event)
{
    fill();
    QWidget::showEvent(event);
}

void ReferencePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showCurrent();
    }
    QWidget::changeEvent(event);
}

void ReferencePanel::retranslate()
{
    m_search->setPlaceholderText(tr("Find a built-in"));
    m_search->setAccessibleName(tr("Find a built-in"));
    m_list->setAccessibleName(tr("Built-in procedures and functions"));
    m_page->setAccessibleName(tr("Description"));
    m_page->setPlaceholderText(tr("Choose a name to read what it does, what it takes and what it gives."));
}

} // namespace pbx::app
