// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/accounts/week_map.h"

#include "environment/accounts/routing.h"
#include "environment/accounts/time_zones.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace pbx::editor {

namespace {

/// Far apart, and readable beneath black or white text.
constexpr QRgb colours[] = {0xff3b78c3, 0xffe0a63a, 0xff4fa36c, 0xffa567b8, 0xffc9574c, 0xff4aa3ad, 0xff8b7a5c, 0xff7d8794};

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

} // namespace

WeekMap::WeekMap(QWidget *parent) : WeekGrid(parent)
{
    setObjectName(QStringLiteral("weekMap"));
    clear();
}

void WeekMap::clear()
{
    for (auto &row : m_cells)
        row.fill(-1);
    for (auto &row : m_moments)
        row.fill(0);
    m_outcomes.clear();
    colour();
}

void WeekMap::show(const Desk &desk, const accounts::Account &account, const QDate &week)
{
    m_outcomes.clear();
    accounts::RouteOptions options;
    options.caller = "caller@example.net";
    options.domain = account.domain;
    const auto environment = desk.workspace().environment(account.domain);
    options.hasProgram = [&](std::string_view program, std::string_view) {
        return environment->findFile(std::string(program) + ".sppr", {}) != nullptr;
    };
    const QDate first = week.addDays(-((week.dayOfWeek() - int(QLocale().firstDayOfWeek()) + 7) % 7));
    for (int i = 0; i < 7; ++i) {
        const QDate date = first.addDays(i);
        const int day = date.dayOfWeek() % 7;
        for (int slot = 0; slot < Slots; ++slot) {
            const qint64 local = QDateTime(date, QTime(0, 0), QTimeZone::UTC).toSecsSinceEpoch() + slot * SlotSeconds;
            options.time = accounts::toGmt(account.timeZone(), local);
            m_moments[size_t(day)][size_t(slot)] = options.time;
            const accounts::RouteResult result = accounts::route(desk.directory(), account.address(), options);
            QStringList targets;
            for (const accounts::Target &target : result.targets) {
                const auto *phone = std::get_if<accounts::PhoneTarget>(&target);
                targets += phone ? tr("rings %1").arg(text(phone->account)) : text(accounts::describe(target));
            }
            const QString what = targets.join(QStringLiteral(", "));
            if (!m_outcomes.contains(what))
                m_outcomes += what;
            m_cells[size_t(day)][size_t(slot)] = int(m_outcomes.indexOf(what));
            m_reasons[size_t(day)][size_t(slot)] = result.steps.empty() ? QString() : text(result.steps.back().explanation);
        }
    }
    colour();
    tellCursor();
}

void WeekMap::colour()
{
    std::vector<Look> looks;
    for (const QString &outcome : m_outcomes)
        looks.push_back({QColor(colours[looks.size() % std::size(colours)]), outcome});
    setCells(m_cells, looks);
}

qint64 WeekMap::moment(int day, int slot) const
{
    return m_moments[size_t(day)][size_t(slot)];
}

QString WeekMap::describe(int day, int slot) const
{
    const int outcome = m_cells[size_t(day)][size_t(slot)];
    if (outcome < 0 || outcome >= int(m_outcomes.size()))
        return {};
    return QStringLiteral("%1 %2: %3").arg(dayName(day), clock(slot), m_outcomes[outcome]);
}

std::vector<WeekMap::Span> WeekMap::spans() const
{
    struct Stretch {
        int from;
        int to;
        int outcome;
        bool operator==(const Stretch &) const = default;
    };
    std::vector<Span> spans;
    std::vector<Stretch> before;
    QString firstDay;
    int firstNumber = 0;
    const auto flush = [&](const QString &lastDay) {
        const QString days = firstDay == lastDay ? firstDay : firstDay + QStringLiteral("–") + lastDay;
        for (const Stretch &stretch : before) {
            const QString hours = stretch.from == 0 && stretch.to == Slots ? tr("all day")
                : clock(stretch.from) + QStringLiteral("–") + (stretch.to == Slots ? QStringLiteral("24:00") : clock(stretch.to));
            spans.push_back({days + u' ' + hours, m_outcomes[stretch.outcome], m_reasons[size_t(firstNumber)][size_t(stretch.from)]});
        }
    };
    QString lastDay;
    for (int row = 0; row < 7; ++row) {
        const int day = (int(QLocale().firstDayOfWeek()) + row) % 7;
        const auto &cells = m_cells[size_t(day)];
        std::vector<Stretch> stretches;
        for (int slot = 0; slot < Slots; ++slot) {
            if (cells[size_t(slot)] < 0)
                return {};
            if (stretches.empty() || stretches.back().outcome != cells[size_t(slot)])
                stretches.push_back({slot, slot + 1, cells[size_t(slot)]});
            else
                stretches.back().to = slot + 1;
        }
        if (row > 0 && stretches != before)
            flush(lastDay);
        if (row == 0 || stretches != before) {
            firstDay = dayName(day);
            firstNumber = day;
        }
        before = std::move(stretches);
        lastDay = dayName(day);
    }
    flush(lastDay);
    return spans;
}

void WeekMap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colour();
    WeekGrid::changeEvent(event);
}

} // namespace pbx::editor
