// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/accounts/week_grid.h"
#include "editor/desk/desk.h"

namespace pbx::editor {

/// What a caller gets at each half hour of a week, computed as calls are routed. A click places that call.
class WeekMap : public WeekGrid {
    Q_OBJECT
public:
    explicit WeekMap(QWidget *parent = nullptr);
    /// The week that holds the day, in the account's own zone. `monday` may be any day of it.
    void show(const Desk &desk, const accounts::Account &account, const QDate &week);
    void clear();
    /// The whole week in words, equal hours together: "Mon–Fri 09:00–18:00".
    struct Span {
        QString when;
        QString what;
        QString why;
    };
    std::vector<Span> spans() const;
    /// GMT seconds at which that cell begins.
    qint64 moment(int day, int slot) const;

protected:
    QString describe(int day, int slot) const override;
    void changeEvent(QEvent *event) override;

private:
    void colour();

    std::array<std::array<int, Slots>, 7> m_cells; ///< places in m_outcomes
    QStringList m_outcomes;
    std::array<std::array<QString, Slots>, 7> m_reasons;
    std::array<std::array<qint64, Slots>, 7> m_moments;
};

} // namespace pbx::editor
