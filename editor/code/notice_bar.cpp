// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/notice_bar.h"

#include "editor/code/editor_colours.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace pbx::editor {

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent)
{
    setAutoFillBackground(true);
    m_icon = new QLabel(this);
    m_icon->setPixmap(QIcon::fromTheme(QStringLiteral("dialog-warning")).pixmap(style()->pixelMetric(QStyle::PM_SmallIconSize)));
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(8, 4, 8, 4);
    m_layout->addWidget(m_icon);
    m_layout->addWidget(m_text, 1);
    applyColours();
}

void NoticeBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

QPushButton *NoticeBar::addButton(const char *objectName)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QLatin1StringView(objectName));
    m_layout->addWidget(button);
    return button;
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColours();
    QFrame::changeEvent(event);
}

void NoticeBar::applyColours()
{
    QPalette own;
    const EditorColours colours = EditorColours::of(own);
    own.setColor(QPalette::Window, colours.dark ? QColor(0xff4a3d16) : QColor(0xfffff1c9));
    own.setColor(QPalette::WindowText, colours.text);
    m_text->setPalette(own);
    setPalette(own);
}

} // namespace pbx::editor
