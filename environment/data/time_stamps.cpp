// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation_detail.h"

#include <chrono>
#include <format>

namespace pbx::data {

namespace {

using namespace std::chrono;

constexpr int firstYear = 1;
constexpr int lastYear = 9998;
constexpr std::int64_t secondsOfDay = 86400;

constexpr std::int64_t startOf(year_month_day date)
{
    return sys_days(date).time_since_epoch().count() * secondsOfDay;
}

constexpr std::int64_t firstSecond = startOf(year(firstYear) / January / 1);
constexpr std::int64_t endSecond = startOf(year(lastYear + 1) / January / 1);

/// One to most digits, then the sign expected; '\0': the end.
bool takeNumber(std::string_view &text, std::size_t least, std::size_t most, char behind, int &number)
{
    std::size_t digits = 0;
    number = 0;
    while (digits < text.size() && digits < most && isDigit(text[digits]))
        number = number * 10 + (text[digits++] - '0');
    if (digits < least)
        return false;
    text.remove_prefix(digits);
    if (behind == '\0')
        return text.empty();
    if (!text.starts_with(behind))
        return false;
    text.remove_prefix(1);
    return true;
}

bool isWord(std::string_view text, std::string_view upper)
{
    return upperCase(text) == upper;
}

} // namespace

std::string printTimeStamp(std::int64_t seconds)
{
    if (seconds < firstSecond)
        return "PAST";
    if (seconds >= endSecond)
        return "FUTURE";
    std::int64_t day = seconds / secondsOfDay;
    std::int64_t rest = seconds % secondsOfDay;
    if (rest < 0) {
        rest += secondsOfDay;
        --day;
    }
    const year_month_day date{sys_days(days(static_cast<int>(day)))};
    return std::format("{:02}-{:02}-{:04}_{:02}:{:02}:{:02}", unsigned(date.day()), unsigned(date.month()),
                       int(date.year()), rest / 3600, rest / 60 % 60, rest % 60);
}

bool readTimeStamp(std::string_view text, std::int64_t &seconds)
{
    if (text.starts_with("#T"))
        text.remove_prefix(2);
    if (text.size() > 19)
        return false;
    if (isWord(text, "PAST") || isWord(text, "FUTURE")) {
        seconds = text.size() == 4 ? Value::remotePast : Value::remoteFuture;
        return true;
    }
    int d = 0;
    int m = 0;
    int y = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    const bool timeGiven = text.find('_') != std::string_view::npos;
    if (!takeNumber(text, 1, 2, '-', d) || !takeNumber(text, 1, 2, '-', m)
        || !takeNumber(text, 4, 4, timeGiven ? '_' : '\0', y))
        return false;
    if (timeGiven
        && (!takeNumber(text, 1, 2, ':', hour) || !takeNumber(text, 1, 2, ':', minute)
            || !takeNumber(text, 1, 2, '\0', second)))
        return false;
    const year_month_day date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
    if (!date.ok() || y < firstYear || y > lastYear || hour > 23 || minute > 59 || second > 59)
        return false;
    seconds = startOf(date) + hour * 3600 + minute * 60 + second;
    return true;
}

} // namespace pbx::data
