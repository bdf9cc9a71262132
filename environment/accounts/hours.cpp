// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/hours.h"

#include "environment/accounts/texts.h"
#include "environment/accounts/words.h"
#include "environment/accounts/time_zones.h"

#include <array>

namespace pbx::accounts {

namespace {

constexpr int daySeconds = 86400;
constexpr std::array<std::string_view, 7> shortNames{
    QT_TRANSLATE_NOOP("Words", "Sun"),
    QT_TRANSLATE_NOOP("Words", "Mon"),
    QT_TRANSLATE_NOOP("Words", "Tue"),
    QT_TRANSLATE_NOOP("Words", "Wed"),
    QT_TRANSLATE_NOOP("Words", "Thu"),
    QT_TRANSLATE_NOOP("Words", "Fri"),
    QT_TRANSLATE_NOOP("Words", "Sat"),
};
constexpr std::array<std::string_view, 7> longNames{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};

struct Span {
    unsigned days = 0; ///< bit 0: Sunday
    int start = 0;
    int end = 0;

    bool hasDay(int weekday) const { return days >> (weekday % 7) & 1; }
    bool holds(const LocalTime &now) const
    {
        if (start < end)
            return hasDay(now.weekday) && now.secondOfDay >= start && now.secondOfDay < end;
        if (start == end)
            return false;
        return (hasDay(now.weekday) && now.secondOfDay >= start) || (hasDay(now.weekday + 6) && now.secondOfDay < end);
    }
};

Span spanOf(const Account &account)
{
    Span span;
    for (const auto &day : account.effectiveList("WorkDays")) {
        if (const int number = readWeekday(day); number >= 0)
            span.days |= 1u << number;
    }
    span.start = static_cast<int>(account.workDayStart());
    span.end = static_cast<int>(account.workDayEnd());
    return span;
}

/// "Mon–Fri", "Mon, Wed–Fri, Sun"
std::string dayList(unsigned days)
{
    const auto has = [days](int i) { return i <= 7 && (days >> (i % 7) & 1); };
    std::string text;
    for (int i = 1; i <= 7; ++i) {
        if (!has(i))
            continue;
        int last = i;
        while (has(last + 1))
            ++last;
        text += (text.empty() ? "" : ", ");
        text += said(shortNames[i % 7].data());
        if (last > i) {
            text += last > i + 1 ? "–" : ", ";
            text += said(shortNames[last % 7].data());
        }
        i = last;
    }
    return text;
}

} // namespace

LocalTime localTime(std::string_view zone, std::int64_t gmtSeconds)
{
    // Room for the offset and the calendar; times this far away have no weekday anybody asks for.
    constexpr std::int64_t edge = std::int64_t(1) << 60;
    const std::int64_t gmt = gmtSeconds > edge ? edge : gmtSeconds < -edge ? -edge : gmtSeconds;
    LocalTime local;
    local.seconds = gmt + offsetAt(zone, gmt);
    std::int64_t day = local.seconds / daySeconds;
    std::int64_t second = local.seconds % daySeconds;
    if (second < 0) {
        second += daySeconds;
        --day;
    }
    local.secondOfDay = static_cast<int>(second);
    local.weekday = static_cast<int>(((day + 4) % 7 + 7) % 7); // 1970-01-01 was a Thursday
    return local;
}

std::string_view weekdayName(int weekday) noexcept
{
    return weekday >= 0 && weekday < 7 ? shortNames[weekday] : std::string_view();
}

int readWeekday(std::string_view text) noexcept
{
    text = trimmed(text);
    for (int i = 0; i < 7; ++i) {
        if (sameText(text, shortNames[i]) || sameText(text, longNames[i]))
            return i;
    }
    return -1;
}

int readTimeOfDay(std::string_view text) noexcept
{
    text = trimmed(text);
    int parts[3] = {0, 0, 0};
    int count = 0;
    std::size_t at = 0;
    while (count < 3) {
        int digits = 0;
        while (at < text.size() && digits < 2 && text[at] >= '0' && text[at] <= '9') {
            parts[count] = parts[count] * 10 + (text[at++] - '0');
            ++digits;
        }
        if (digits == 0)
            return -1;
        ++count;
        if (at == text.size())
            break;
        if (text[at++] != ':')
            return -1;
    }
    const int seconds = parts[0] * 3600 + parts[1] * 60 + parts[2];
    return count < 2 || at != text.size() || parts[1] > 59 || parts[2] > 59 || seconds > daySeconds ? -1 : seconds;
}

bool inWorkingHours(const Account &account, std::int64_t gmtSeconds)
{
    return spanOf(account).holds(localTime(account.timeZone(), gmtSeconds));
}

WorkingHours explainWorkingHours(const Account &account, std::int64_t gmtSeconds)
{
    const Span span = spanOf(account);
    const LocalTime now = localTime(account.timeZone(), gmtSeconds);
    WorkingHours answer;
    answer.working = span.holds(now);
    const auto zone = account.timeZone();
    const auto weekday = said(shortNames[now.weekday].data());
    const auto clock = clockText(now.secondOfDay / 60 * 60);
    const auto moment = zone.empty() || sameText(zone, "HostOS")
        ? weekday + ' ' + clock : said(QT_TRANSLATE_NOOP("Words", "%1 %2 in %3"), {weekday, clock, shown(zone)});
    const auto hours = clockText(span.start) + "–" + clockText(span.end);
    if (span.days == 0)
        answer.problem = said(QT_TRANSLATE_NOOP("Words", "No working day is set: it is always after hours."));
    else if (span.start == span.end)
        answer.problem = said(QT_TRANSLATE_NOOP("Words", "The working day ends when it starts (%1): it is always after hours."),
                              {clockText(span.start)});
    else if (span.end < span.start)
        answer.problem = said(
            QT_TRANSLATE_NOOP("Words", "The working day ends before it starts (%1–%2): it is taken as a span over midnight."),
            {clockText(span.start), clockText(span.end)});

    if (span.days == 0)
        answer.reason = said(QT_TRANSLATE_NOOP("Words", "%1 is no working day, as none is set"), {moment});
    else if (span.start == span.end)
        answer.reason = 
            said(QT_TRANSLATE_NOOP("Words", "%1 is outside working hours, which end when they start (%2)"), {moment, clockText(span.start)});
    else if (answer.working)
        answer.reason = said(QT_TRANSLATE_NOOP("Words", "%1 is within %2 %3"), {moment, hours, dayList(span.days)});
    else if (span.start < span.end && !span.hasDay(now.weekday))
        answer.reason = said(QT_TRANSLATE_NOOP("Words", "%1 is no working day (%2)"), {moment, dayList(span.days)});
    else
        answer.reason = said(QT_TRANSLATE_NOOP("Words", "%1 is outside %2 %3"), {moment, hours, dayList(span.days)});
    return answer;
}

} // namespace pbx::accounts
