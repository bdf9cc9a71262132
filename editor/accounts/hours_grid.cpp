// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/accounts/hours_grid.h"

#include <QEvent>
#include <QLocale>

#include <algorithm>

namespace pbx::editor {

HoursGrid::HoursGrid(QWidget *parent) : WeekGrid(parent)
{
    setObjectName(QStringLiteral("hoursGrid"));
    fill();
}

void HoursGrid::setHours(const Hours &hours)
{
    m_hours = hours;
    fill();
}

bool HoursGrid::works(int day, int second) const
{
    const auto in = [&](int which) { return m_hours.days[size_t(which)]; };
    if (m_hours.start < m_hours.end)
        return in(day) && second >= m_hours.start && second < m_hours.end;
    if (m_hours.start == m_hours.end)
        return false;
    return (in(day) && second >= m_hours.start) || (in((day + 6) % 7) && second < m_hours.end);
}

void HoursGrid::fill()
{
    std::array<std::array<int, Slots>, 7> cells;
    for (int day = 0; day < 7; ++day) {
        for (int slot = 0; slot < Slots; ++slot)
            cells[size_t(day)][size_t(slot)] = works(day, slot * SlotSeconds) ? 0 : -1;
    }
    setCells(cells, {{palette().color(QPalette::Highlight), tr("working")}});
    setAccessibleDescription(describe(day(), slot()));
}

QString HoursGrid::describe(int day, int slot) const
{
    return works(day, slot * SlotSeconds) ? tr("%1 %2: working").arg(dayName(day), clock(slot))
                                          : tr("%1 %2: not working").arg(dayName(day), clock(slot));
}

void HoursGrid::selected(int fromDay, int fromSlot, int toDay, int toSlot)
{
    if (fromDay == toDay && fromSlot == toSlot)
        return; // a click alone would make half an hour of a working day
    Hours hours = m_hours;
    const auto [first, last] = std::minmax({fromSlot, toSlot});
    hours.start = first * SlotSeconds;
    hours.end = (last + 1) * SlotSeconds;
    const int firstDay = int(QLocale().firstDayOfWeek()) % 7;
    const auto row = [&](int day) { return (day - firstDay + 7) % 7; };
    const auto [top, bottom] = std::minmax({row(fromDay), row(toDay)});
    for (int day = 0; day < 7; ++day) {
        if (row(day) >= top && row(day) <= bottom)
            hours.days[size_t(day)] = true;
    }
    Q_EMIT hoursChosen(hours);
}

void HoursGrid::dayClicked(int day)
{
    Hours hours = m_hours;
    hours.days[size_t(day)] = !hours.days[size_t(day)];
    Q_EMIT hoursChosen(hours);
}

void HoursGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        fill();
    WeekGrid::changeEvent(event);
}

} // namespace pbx::editor
