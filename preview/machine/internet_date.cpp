// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/internet_date.h"

#include <cstdio>

namespace pbx::machine {

std::int64_t daysFromDate(std::int64_t year, int month, int day)
{
    // Years that begin in March: the leap day is then the last of its year.
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

CalendarDate calendarDate(std::int64_t seconds)
{
    CalendarDate date;
    date.dayNumber = seconds / 86400 - (seconds % 86400 < 0);
    date.secondOfDay = static_cast<int>((seconds % 86400 + 86400) % 86400);
    date.weekDay = static_cast<int>(((date.dayNumber + 4) % 7 + 7) % 7);
    const std::int64_t days = date.dayNumber + 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t dayOfEra = days - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shiftedMonth = static_cast<int>((5 * dayOfYear + 2) / 153);
    date.day = static_cast<int>(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1);
    date.month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    date.year = yearOfEra + era * 400 + (date.month <= 2);
    return date;
}

int daysInMonth(std::int64_t year, int month)
{
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[month - 1];
}

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// A text read from left to right; each step says whether what it wants stands there.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }

    bool sign(char c)
    {
        if (peek() != c || m_rest.empty())
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    void blanks()
    {
        while (sign(' ') || sign('\t')) { }
    }

    /// Between `least` and `most` digits, all that stand there; how many in `digits`.
    bool number(int &value, std::size_t least, std::size_t most, std::size_t *digits = nullptr)
    {
        std::size_t n = 0;
        value = 0;
        while (n < m_rest.size() && n < most && isDigit(m_rest[n]))
            value = value * 10 + (m_rest[n++] - '0');
        if (n < least)
            return false;
        m_rest.remove_prefix(n);
        if (digits)
            *digits = n;
        return true;
    }

    std::string_view word()
    {
        std::size_t n = 0;
        while (n < m_rest.size() && lower(m_rest[n]) >= 'a' && lower(m_rest[n]) <= 'z')
            ++n;
        const std::string_view found = m_rest.substr(0, n);
        m_rest.remove_prefix(n);
        return found;
    }

private:
    std::string_view m_rest;
};

bool sameWord(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lower(b[i]))
            return false;
    }
    return true;
}

template<typename Names>
int indexOfName(const Names &names, std::string_view word)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (sameWord(names[i], word))
            return static_cast<int>(i);
    }
    return -1;
}

struct Written {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    int zone = 0; ///< seconds east of GMT

    bool toSeconds(std::int64_t &seconds) const
    {
        if (year < 1 || year > 9998 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
            return false;
        if (hour > 23 || minute > 59 || second > 60)
            return false;
        seconds = daysFromDate(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - zone;
        return true;
    }
};

/// +0300, +03:00, +03.
bool readOffset(Scanner &scan, int &zone)
{
    const bool west = scan.peek() == '-';
    if (!scan.sign('+') && !scan.sign('-'))
        return false;
    int hours = 0;
    int minutes = 0;
    if (!scan.number(hours, 2, 2))
        return false;
    const bool colon = scan.sign(':');
    if (!scan.number(minutes, colon ? 2 : 0, 2, nullptr) || hours > 23 || minutes > 59)
        return false;
    zone = (west ? -1 : 1) * (hours * 3600 + minutes * 60);
    return true;
}

bool readNamedZone(std::string_view word, int &zone)
{
    struct Zone {
        std::string_view name;
        int hours;
    };
    static constexpr Zone zones[] = {{"GMT", 0},  {"UT", 0},   {"UTC", 0},  {"Z", 0},    {"EST", -5}, {"EDT", -4},
                                     {"CST", -6}, {"CDT", -5}, {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
    for (const Zone &known : zones) {
        if (sameWord(known.name, word)) {
            zone = known.hours * 3600;
            return true;
        }
    }
    return false;
}

/// [Tue,] 22 Oct 2013 [10:11[:12] [zone]]
bool readRfc822(std::string_view text, std::int64_t &seconds)
{
    Scanner scan(text);
    Written date;
    scan.blanks();
    if (!isDigit(scan.peek())) {
        if (indexOfName(dayNames, scan.word()) < 0)
            return false;
        scan.blanks();
        scan.sign(',');
        scan.blanks();
    }
    std::size_t digits = 0;
    if (!scan.number(date.day, 1, 2))
        return false;
    scan.blanks();
    date.month = indexOfName(monthNames, scan.word()) + 1;
    scan.blanks();
    if (date.month == 0 || !scan.number(date.year, 2, 4, &digits))
        return false;
    if (digits == 2)
        date.year += date.year < 50 ? 2000 : 1900;
    else if (digits == 3)
        date.year += 1900; // as mail software of 2000 wrote it (RFC 2822, 4.3)
    scan.blanks();
    if (!scan.atEnd()) {
        if (!scan.number(date.hour, 1, 2) || !scan.sign(':') || !scan.number(date.minute, 2, 2))
            return false;
        if (scan.sign(':') && !scan.number(date.second, 2, 2))
            return false;
        scan.blanks();
        if (scan.peek() == '+' || scan.peek() == '-') {
            if (!readOffset(scan, date.zone))
                return false;
        } else if (!scan.atEnd() && !readNamedZone(scan.word(), date.zone)) {
            return false;
        }
        scan.blanks();
        if (scan.sign('(')) { // a comment with the zone's name
            scan.word();
            if (!scan.sign(')'))
                return false;
            scan.blanks();
        }
    }
    return scan.atEnd() && date.toSeconds(seconds);
}

/// 2013-10-22[T10:11[:12[.5]][zone]], 20131022T101112[zone]
bool readIso8601(std::string_view text, std::int64_t &seconds)
{
    Scanner scan(text);
    Written date;
    if (!scan.number(date.year, 4, 4))
        return false;
    const bool extended = scan.sign('-');
    if (!scan.number(date.month, 2, 2) || (extended && !scan.sign('-')) || !scan.number(date.day, 2, 2))
        return false;
    if (scan.sign('T') || scan.sign('t') || (extended && scan.sign(' '))) {
        if (!scan.number(date.hour, 2, 2))
            return false;
        const bool colons = scan.sign(':');
        if (!scan.number(date.minute, 2, 2))
            return false;
        if (colons ? scan.sign(':') : isDigit(scan.peek())) {
            if (!scan.number(date.second, 2, 2))
                return false;
            if (scan.sign('.') || scan.sign(',')) {
                int fraction = 0;
                std::size_t digits = 0;
                bool any = false;
                while (scan.number(fraction, 1, 1, &digits))
                    any = true;
                if (!any)
                    return false;
            }
        }
        if (!scan.sign('Z') && !scan.sign('z') && !scan.atEnd() && !readOffset(scan, date.zone))
            return false;
    }
    return scan.atEnd() && date.toSeconds(seconds);
}

} // namespace

bool readInternetDate(std::string_view text, std::int64_t &seconds)
{
    return readIso8601(text, seconds) || readRfc822(text, seconds);
}

std::string printInternetDate(std::int64_t seconds)
{
    const CalendarDate date = calendarDate(seconds);
    char text[64];
    const int size = std::snprintf(text, sizeof text, "%s, %02d %s %04lld %02d:%02d:%02d +0000",
                                   dayNames[static_cast<std::size_t>(date.weekDay)].data(), date.day,
                                   monthNames[static_cast<std::size_t>(date.month - 1)].data(),
                                   static_cast<long long>(date.year), date.secondOfDay / 3600,
                                   date.secondOfDay / 60 % 60, date.secondOfDay % 60);
    return {text, static_cast<std::size_t>(size)};
}

} // namespace pbx::machine
