// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/docks.h"

#include <QAction>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>

namespace pbx::app {

namespace {

/// A column that scrolls upright when the window is low, and is never narrower than what it holds.
class ColumnArea : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    QSize minimumSizeHint() const override
    {
        const int width = widget() ? widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width() : 0;
        return {width, fontMetrics().height() * 10};
    }

protected:
    /// The column has other words now, and is as narrow as it may be all the same.
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::event(event);
    }
};

} // namespace

Docks::Docks(QMainWindow *window) : QObject(window), m_window(window)
{
    static const char *const names[Count] = {"treeDock", "phoneDock", "phonesDock", "transcriptDock",
                                             "mailDock", "problemsDock", "scenariosDock", "referenceDock", "searchDock"};
    for (int id = 0; id < Count; ++id) {
        m_docks[id] = new QDockWidget(window);
        m_docks[id]->setObjectName(QLatin1StringView(names[id]));
    }
    window->setDockOptions(QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks | QMainWindow::AnimatedDocks);
    window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    window->setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    window->setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    window->setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    reset();
    retranslate();
}

void Docks::setPanel(Id id, QWidget *panel)
{
    if (id != Phone) {
        m_docks[id]->setWidget(panel);
        return;
    }
    // The phone is tall; where the window is low its lower part is scrolled to, and the keypad stays in view.
    auto *area = new ColumnArea(m_docks[id]);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(panel);
    area->setFocusPolicy(Qt::NoFocus);
    m_docks[id]->setWidget(area);
}

void Docks::show(Id id)
{
    m_docks[id]->show();
    m_docks[id]->raise();
}

void Docks::reset()
{
    for (QDockWidget *dock : m_docks) {
        dock->setFloating(false);
        m_window->removeDockWidget(dock);
    }
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_docks[Tree]);
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_docks[Phone]);
    m_window->tabifyDockWidget(m_docks[Phone], m_docks[Reference]);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_docks[Transcript]);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_docks[Mail]);
    m_window->splitDockWidget(m_docks[Transcript], m_docks[Mail], Qt::Horizontal);
    m_window->tabifyDockWidget(m_docks[Transcript], m_docks[Problems]);
    m_window->tabifyDockWidget(m_docks[Problems], m_docks[Scenarios]);
    m_window->tabifyDockWidget(m_docks[Scenarios], m_docks[Search]);
    m_window->tabifyDockWidget(m_docks[Mail], m_docks[Phones]);
    if (m_layout == Calling) {
        // Who is being called stands where the files were, and what happens has room.
        m_window->addDockWidget(Qt::LeftDockWidgetArea, m_docks[Phones]);
        m_window->tabifyDockWidget(m_docks[Phones], m_docks[Tree]);
    }
    for (const Id id : {Tree, Phone, Phones, Transcript, Mail, Problems, Scenarios})
        m_docks[id]->show();
    for (const Id id : {Reference, Search})
        m_docks[id]->hide();
    for (const Id id : {Phones, Transcript, Mail}) // in the layout for editing, mail lies over the phones
        m_docks[id]->raise();
    spread();
}

void Docks::setLayout(Layout layout)
{
    m_layout = layout;
    reset();
}

void Docks::spread()
{
    const int width = m_window->width();
    const int height = m_window->height();
    const bool calling = m_layout == Calling;
    m_window->resizeDocks({m_docks[calling ? Phones : Tree], m_docks[Phone]}, {width / 5, width * (calling ? 25 : 22) / 100},
                          Qt::Horizontal);
    m_window->resizeDocks({m_docks[Transcript], m_docks[Mail]}, {width * 45 / 100, width * 30 / 100}, Qt::Horizontal);
    m_window->resizeDocks({m_docks[Transcript]}, {height * (calling ? 55 : 30) / 100}, Qt::Vertical);
}

void Docks::fillMenu(QMenu *menu) const
{
    for (QDockWidget *dock : m_docks)
        menu->addAction(dock->toggleViewAction());
}

void Docks::setVisible(bool visible)
{
    for (int id = 0; id < Count; ++id) {
        m_docks[id]->toggleViewAction()->setEnabled(visible);
        if (!visible)
            m_docks[id]->hide();
    }
}

void Docks::retranslate()
{
    m_docks[Tree]->setWindowTitle(tr("Environment"));
    m_docks[Phone]->setWindowTitle(tr("Phone"));
    m_docks[Phones]->setWindowTitle(tr("Phones"));
    m_docks[Transcript]->setWindowTitle(tr("Transcript"));
    m_docks[Mail]->setWindowTitle(tr("Mail"));
    m_docks[Problems]->setWindowTitle(tr("Problems"));
    m_docks[Scenarios]->setWindowTitle(tr("Scenarios"));
    m_docks[Reference]->setWindowTitle(tr("Reference"));
    m_docks[Search]->setWindowTitle(tr("Search"));
}

} // namespace pbx::app
