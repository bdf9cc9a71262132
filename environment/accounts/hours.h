// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/account.h"

namespace pbx::accounts {

struct WorkingHours {
    bool working = false;
    /// "Sat 11:30 in Europe/Moscow is no working day (Mon–Fri)", "Mon 20:15 … is outside 09:00–18:00 Mon–Fri"
    std::string reason;
    std::string problem; ///< settings that make no sense: end before start, no days
};

/// pbx-runtime, 8.3: in the account's zone; start <= now < end; an end before the start is a span over midnight that
/// belongs to the day it starts on; end equal to start and no days: never.
[[nodiscard]] bool inWorkingHours(const Account &account, std::int64_t gmtSeconds);
[[nodiscard]] WorkingHours explainWorkingHours(const Account &account, std::int64_t gmtSeconds);

struct LocalTime {
    int weekday = 0; ///< 0 Sunday
    int secondOfDay = 0;
    std::int64_t seconds = 0; ///< since 1970-01-01 00:00:00 local
};
[[nodiscard]] LocalTime localTime(std::string_view zone, std::int64_t gmtSeconds);
/// "Sun" … "Sat"
std::string_view weekdayName(int weekday) noexcept;
/// "Mon", "monday": 1; -1 for anything else.
int readWeekday(std::string_view text) noexcept;
/// "9:00", "09:00:30": seconds after midnight, up to 24:00; -1 for anything else.
int readTimeOfDay(std::string_view text) noexcept;

} // namespace pbx::accounts
