// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// The Gregorian calendar, and the written dates of mail and JSON. Seconds and days count from 1970-01-01.
namespace pbx::machine {

inline constexpr std::array<std::string_view, 12> monthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
inline constexpr std::array<std::string_view, 7> dayNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

struct CalendarDate {
    std::int64_t dayNumber = 0;
    std::int64_t year = 1970;
    int month = 1;
    int day = 1;
    int weekDay = 4; ///< 0 is Sunday
    int secondOfDay = 0;
};
/// Not for the two special stamps.
CalendarDate calendarDate(std::int64_t seconds);

constexpr bool isLeapYear(std::int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
/// Precondition: month 1 to 12.
int daysInMonth(std::int64_t year, int month);
/// No check of the date.
std::int64_t daysFromDate(std::int64_t year, int month, int day);

/// RFC 822 and ISO 8601, with a zone turned to GMT, without one taken as written. Years 1 to 9998.
bool readInternetDate(std::string_view text, std::int64_t &seconds);
/// "Tue, 22 Oct 2013 10:11:12 +0000". Not for the two special stamps.
std::string printInternetDate(std::int64_t seconds);

} // namespace pbx::machine
