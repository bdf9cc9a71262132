// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/accounts/week_grid.h"

namespace pbx::editor {

/// Working hours: days of the week and one span of the day, as the server keeps them. Drawing a box sets the span and
/// adds its days; a day's name (or Space) turns the day on and off. A span over midnight belongs to its first day.
class HoursGrid : public WeekGrid {
    Q_OBJECT
public:
    struct Hours {
        std::array<bool, 7> days{}; ///< from Sunday
        int start = 0;              ///< seconds after midnight
        int end = 0;
        bool operator==(const Hours &) const = default;
    };

    explicit HoursGrid(QWidget *parent = nullptr);
    const Hours &hours() const { return m_hours; }
    void setHours(const Hours &hours);

Q_SIGNALS:
    void hoursChosen(const pbx::editor::HoursGrid::Hours &hours);

protected:
    QString describe(int day, int slot) const override;
    void selected(int fromDay, int fromSlot, int toDay, int toSlot) override;
    void dayClicked(int day) override;
    void changeEvent(QEvent *event) override;

private:
    bool works(int day, int second) const;
    void fill();

    Hours m_hours;
};

} // namespace pbx::editor
