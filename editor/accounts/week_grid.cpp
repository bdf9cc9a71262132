// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/accounts/week_grid.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace pbx::editor {

WeekGrid::WeekGrid(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (auto &row : m_cells)
        row.fill(-1);
}

void WeekGrid::setCells(const std::array<std::array<int, Slots>, 7> &cells, const std::vector<Look> &looks)
{
    m_cells = cells;
    m_looks = looks;
    update();
}

QString WeekGrid::dayName(int day)
{
    return QLocale().standaloneDayName(day == 0 ? 7 : day, QLocale::ShortFormat);
}

QString WeekGrid::clock(int slot)
{
    return QStringLiteral("%1:%2").arg(slot / 2, 2, 10, QLatin1Char('0')).arg(slot % 2 * 30, 2, 10, QLatin1Char('0'));
}

int WeekGrid::dayOfRow(int row) const
{
    return (int(QLocale().firstDayOfWeek()) + row) % 7;
}

int WeekGrid::rowOfDay(int day) const
{
    return (day - int(QLocale().firstDayOfWeek()) + 7) % 7;
}

int WeekGrid::headWidth() const
{
    int width = 0;
    for (int day = 0; day < 7; ++day)
        width = std::max(width, fontMetrics().horizontalAdvance(dayName(day)));
    return width + 12;
}

int WeekGrid::headHeight() const
{
    return fontMetrics().height() + 4;
}

QSize WeekGrid::minimumSizeHint() const
{
    return {headWidth() + Slots * 6, headHeight() + 7 * (fontMetrics().height() + 6)};
}

QSize WeekGrid::sizeHint() const
{
    return {headWidth() + Slots * 12, minimumSizeHint().height()};
}

QRect WeekGrid::cellRect(int row, int slot, int slots) const
{
    const double wide = double(width() - headWidth() - 1) / Slots;
    const double high = double(height() - headHeight() - 1) / 7;
    const int left = headWidth() + int(wide * slot);
    const int top = headHeight() + int(high * row);
    return {QPoint(left, top), QPoint(headWidth() + int(wide * (slot + slots)) - 1, headHeight() + int(high * (row + 1)) - 1)};
}

bool WeekGrid::cellAt(const QPoint &point, int &day, int &slot) const
{
    const int row = (point.y() - headHeight()) * 7 / std::max(height() - headHeight(), 1);
    if (point.y() < headHeight() || row >= 7 || point.x() < 0 || point.x() >= width())
        return false;
    day = dayOfRow(row);
    slot = point.x() < headWidth() ? -1 : std::min((point.x() - headWidth()) * Slots / std::max(width() - headWidth(), 1), Slots - 1);
    return true;
}

void WeekGrid::paintHead(QPainter &painter)
{
    painter.setPen(palette().color(QPalette::WindowText));
    const int each = cellRect(0, 0, 6).width() > fontMetrics().horizontalAdvance(QStringLiteral("00:00 ")) * 3 ? 2 : 6;
    for (int slot = 0; slot < Slots; slot += each) {
        const QRect place = cellRect(0, slot, each);
        painter.drawText(QRect(place.left() + 1, 0, place.width(), headHeight() - 2), Qt::AlignLeft | Qt::AlignBottom,
                         each == 2 ? QString::number(slot / 2) : clock(slot));
    }
    for (int row = 0; row < 7; ++row) {
        const QRect place = cellRect(row, 0);
        painter.drawText(QRect(2, place.top(), headWidth() - 8, place.height()), Qt::AlignLeft | Qt::AlignVCenter, dayName(dayOfRow(row)));
    }
}

void WeekGrid::paintRow(QPainter &painter, int row)
{
    const auto &cells = m_cells[size_t(dayOfRow(row))];
    for (int slot = 0, next = 0; slot < Slots; slot = next) {
        const int look = cells[size_t(slot)];
        for (next = slot + 1; next < Slots && cells[size_t(next)] == look;)
            ++next;
        const QRect place = cellRect(row, slot, next - slot);
        if (look < 0 || look >= int(m_looks.size())) {
            painter.fillRect(place, palette().color(QPalette::Base));
            continue;
        }
        const QColor ground = m_looks[size_t(look)].ground;
        painter.fillRect(place.adjusted(0, 1, -1, -1), ground);
        painter.setPen(ground.lightnessF() > 0.55 ? Qt::black : Qt::white);
        const QRect inside = place.adjusted(4, 0, -4, 0);
        const QString name = fontMetrics().elidedText(m_looks[size_t(look)].name, Qt::ElideRight, inside.width());
        if (name.size() > 1)
            painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, name);
    }
}

void WeekGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintHead(painter);
    for (int row = 0; row < 7; ++row)
        paintRow(painter, row);
    QColor line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.14F);
    painter.setPen(line);
    for (int slot = 0; slot <= Slots; slot += 2) {
        const int x = slot == Slots ? width() - 1 : cellRect(0, slot).left();
        painter.drawLine(x, headHeight(), x, height() - 1);
    }
    for (int row = 0; row <= 7; ++row) {
        const int y = row == 7 ? height() - 1 : cellRect(row, 0).top();
        painter.drawLine(headWidth(), y, width() - 1, y);
    }
    if (!isEnabled())
        return;
    if (m_anchorDay >= 0 && (m_anchorDay != m_day || m_anchorSlot != m_slot)) {
        const auto [top, bottom] = std::minmax({rowOfDay(m_anchorDay), rowOfDay(m_day)});
        const auto [first, last] = std::minmax({m_anchorSlot, m_slot});
        QColor ground = palette().color(QPalette::Highlight);
        ground.setAlphaF(0.35F);
        painter.fillRect(cellRect(top, first).united(cellRect(bottom, last)), ground);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
        painter.drawRect(cellRect(rowOfDay(m_day), m_slot).adjusted(0, 0, 0, 0));
    }
}

void WeekGrid::setCursor(int day, int slot)
{
    m_day = std::clamp(day, 0, 6);
    m_slot = std::clamp(slot, 0, Slots - 1);
    tellCursor();
}

void WeekGrid::tellCursor()
{
    setAccessibleDescription(describe(m_day, m_slot));
    if (hasFocus()) {
        QAccessibleEvent told(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&told);
    }
    update();
    Q_EMIT cursorMoved();
}

void WeekGrid::selected(int fromDay, int fromSlot, int toDay, int toSlot)
{
    if (fromDay == toDay && fromSlot == toSlot)
        Q_EMIT activated(toDay, toSlot);
}

void WeekGrid::mousePressEvent(QMouseEvent *event)
{
    int day = 0;
    int slot = 0;
    if (event->button() != Qt::LeftButton || !cellAt(event->position().toPoint(), day, slot))
        return;
    if (slot < 0) {
        dayClicked(day);
        return;
    }
    m_dragging = true;
    m_anchorDay = day;
    m_anchorSlot = slot;
    setCursor(day, slot);
}

void WeekGrid::mouseMoveEvent(QMouseEvent *event)
{
    int day = 0;
    int slot = 0;
    if (m_dragging && cellAt(event->position().toPoint(), day, slot))
        setCursor(day, std::max(slot, 0));
}

void WeekGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_dragging, false))
        return;
    const int anchor = std::exchange(m_anchorDay, -1);
    update();
    selected(anchor, m_anchorSlot, m_day, m_slot);
}

void WeekGrid::step(int days, int slots, bool extend)
{
    if (extend && m_anchorDay < 0) {
        m_anchorDay = m_day;
        m_anchorSlot = m_slot;
    } else if (!extend) {
        m_anchorDay = -1;
    }
    const int row = std::clamp(rowOfDay(m_day) + days, 0, 6);
    setCursor(dayOfRow(row), m_slot + slots);
}

void WeekGrid::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const int wide = event->modifiers() & Qt::ControlModifier ? 2 : 1;
    switch (event->key()) {
    case Qt::Key_Left: return step(0, -wide, extend);
    case Qt::Key_Right: return step(0, wide, extend);
    case Qt::Key_Up: return step(-1, 0, extend);
    case Qt::Key_Down: return step(1, 0, extend);
    case Qt::Key_Home: return step(0, -Slots, extend);
    case Qt::Key_End: return step(0, Slots, extend);
    case Qt::Key_Space: return dayClicked(m_day);
    case Qt::Key_Escape:
        if (m_anchorDay < 0)
            break;
        m_anchorDay = -1;
        update();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const int anchor = std::exchange(m_anchorDay, -1);
        selected(anchor < 0 ? m_day : anchor, anchor < 0 ? m_slot : m_anchorSlot, m_day, m_slot);
        update();
        return;
    }
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void WeekGrid::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    tellCursor();
}

bool WeekGrid::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        int day = 0;
        int slot = 0;
        const auto *help = static_cast<QHelpEvent *>(event);
        if (cellAt(help->pos(), day, slot))
            QToolTip::showText(help->globalPos(), describe(day, std::max(slot, 0)), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace pbx::editor
