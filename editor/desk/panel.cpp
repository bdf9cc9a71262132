// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/desk/panel.h"

#include <QEvent>
#include <QIcon>

namespace pbx::editor {

Panel::Panel(Desk *desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    connect(desk, &Desk::changed, this, &Panel::refreshSoon);
    connect(desk, &Desk::replaced, this, &Panel::refreshSoon);
}

void Panel::refreshSoon()
{
    m_stale = true;
    if (!isVisible())
        return;
    m_stale = false;
    refresh();
}

void Panel::showEvent(QShowEvent *event)
{
    if (std::exchange(m_stale, false))
        refresh();
    QWidget::showEvent(event);
}

void Panel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refreshSoon();
    }
    QWidget::changeEvent(event);
}

} // namespace pbx::editor
