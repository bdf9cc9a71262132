// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/zone_file.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace pbx::accounts {

namespace {

constexpr std::size_t largestFile = 1 << 20;
constexpr int daySeconds = 86'400;

std::shared_ptr<const ZoneFile> readPath(const std::filesystem::path &path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) > largestFile || error)
        return nullptr;
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return ZoneFile::read(bytes);
}

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

bool take(std::string_view &text, char c) noexcept
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

bool takeNumber(std::string_view &text, int &number) noexcept
{
    std::size_t digits = 0;
    for (number = 0; digits < text.size() && digits < 4 && isDigit(text[digits]); ++digits)
        number = number * 10 + (text[digits] - '0');
    text.remove_prefix(digits);
    return digits > 0;
}

/// "[+-]hh[:mm[:ss]]" as seconds.
bool takeTime(std::string_view &text, int &seconds) noexcept
{
    const bool negative = take(text, '-');
    if (!negative)
        take(text, '+');
    seconds = 0;
    int number = 0;
    for (const int unit : {3600, 60, 1}) {
        if (unit != 3600 && !take(text, ':'))
            break;
        if (!takeNumber(text, number))
            return false;
        seconds += number * unit;
    }
    if (negative)
        seconds = -seconds;
    return true;
}

/// "CET", "<+0330>"
bool takeName(std::string_view &text) noexcept
{
    std::size_t length = 0;
    if (take(text, '<')) {
        length = text.find('>');
        if (length == std::string_view::npos)
            return false;
        text.remove_prefix(length + 1);
        return true;
    }
    while (length < text.size() && ((text[length] | 32) >= 'a' && (text[length] | 32) <= 'z'))
        ++length;
    text.remove_prefix(length);
    return length >= 3;
}

} // namespace

/// Takes big-endian numbers off the front; past the end everything is 0 and `sound` false.
struct ZoneFile::Reader {
    std::string_view bytes;
    bool sound = true;

    std::string_view skip(std::size_t count)
    {
        if (count > bytes.size()) {
            sound = false;
            bytes = {};
            return {};
        }
        const auto part = bytes.substr(0, count);
        bytes.remove_prefix(count);
        return part;
    }
    std::int64_t number(std::size_t size)
    {
        std::uint64_t value = 0;
        const auto part = skip(size);
        for (const char c : part)
            value = value << 8 | static_cast<unsigned char>(c);
        if (size < 8 && !part.empty() && static_cast<unsigned char>(part.front()) & 0x80)
            value |= ~std::uint64_t(0) << (8 * size);
        return static_cast<std::int64_t>(value);
    }
};

std::shared_ptr<const ZoneFile> ZoneFile::find(std::string_view name)
{
    const auto plain = [](char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || std::string_view("/_+-").contains(c);
    };
    if (name.empty() || name.size() > 100 || name.front() == '/' || !std::ranges::all_of(name, plain))
        return nullptr;
    const char *folder = std::getenv("TZDIR");
    return readPath(std::filesystem::path(folder && *folder ? folder : "/usr/share/zoneinfo") / name);
}

std::shared_ptr<const ZoneFile> ZoneFile::host()
{
    return readPath("/etc/localtime");
}

std::shared_ptr<const ZoneFile> ZoneFile::read(std::string_view bytes)
{
    Reader reader{bytes};
    std::size_t counts[6]{}; // UT and standard indicators, leap seconds, changes, kinds of time, letters of names
    const auto header = [&] {
        reader.sound &= reader.skip(4) == "TZif";
        const auto version = reader.skip(16);
        for (auto &count : counts) {
            count = static_cast<std::size_t>(reader.number(4));
            reader.sound &= count <= largestFile;
        }
        return reader.sound && version.front() >= '2';
    };
    std::size_t size = 4;
    bool more = header();
    if (more) {
        reader.skip(counts[3] * 5 + counts[4] * 6 + counts[5] + counts[2] * 8 + counts[1] + counts[0]);
        size = 8;
        more = header();
    }
    if (!reader.sound || counts[4] == 0)
        return nullptr;
    auto zone = std::make_shared<ZoneFile>();
    zone->m_changes.resize(counts[3]);
    for (auto &change : zone->m_changes)
        change.at = reader.number(size);
    const auto kinds = reader.skip(counts[3]);
    std::vector<int> offsets(counts[4]);
    for (auto &offset : offsets) {
        offset = static_cast<int>(reader.number(4));
        reader.skip(2);
        reader.sound &= offset > -2 * daySeconds && offset < 2 * daySeconds;
    }
    reader.skip(counts[5] + counts[2] * (size + 4) + counts[1] + counts[0]);
    if (!reader.sound || !std::ranges::is_sorted(zone->m_changes, {}, &Change::at))
        return nullptr;
    zone->m_before = offsets.front();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto kind = static_cast<unsigned char>(kinds[i]);
        if (kind >= offsets.size())
            return nullptr;
        zone->m_changes[i].offset = offsets[kind];
    }
    if (more && take(reader.bytes, '\n'))
        zone->m_future = readFuture(reader.bytes.substr(0, reader.bytes.find('\n')));
    return zone;
}

bool ZoneFile::readDay(std::string_view &text, Day &day)
{
    if (!take(text, ','))
        return false;
    bool sound = false;
    if (take(text, 'M')) {
        sound = takeNumber(text, day.month) && take(text, '.') && takeNumber(text, day.week) && take(text, '.') &&
                takeNumber(text, day.day) && day.month >= 1 && day.month <= 12 && day.week >= 1 && day.week <= 5 && day.day <= 6;
    } else {
        day.kind = take(text, 'J') ? Day::Kind::JulianWithoutLeapDay : Day::Kind::DayOfYear;
        sound = takeNumber(text, day.day) && day.day <= 365;
    }
    return sound && (!take(text, '/') || takeTime(text, day.time));
}

/// "CET-1CEST,M3.5.0,M10.5.0/3": offsets count west of Greenwich.
std::optional<ZoneFile::Future> ZoneFile::readFuture(std::string_view text)
{
    constexpr int farthest = 26 * 3600;
    Future future;
    int west = 0;
    if (!takeName(text) || !takeTime(text, west))
        return std::nullopt;
    future.standard = -west;
    if (text.empty())
        return std::abs(west) > farthest ? std::nullopt : std::optional(future);
    future.changes = true;
    future.summer = future.standard + 3600;
    if (!takeName(text))
        return std::nullopt;
    if (!text.starts_with(',')) {
        if (!takeTime(text, west))
            return std::nullopt;
        future.summer = -west;
    }
    if (std::abs(future.standard) > farthest || std::abs(future.summer) > farthest)
        return std::nullopt;
    if (!readDay(text, future.begin) || !readDay(text, future.end) || !text.empty())
        return std::nullopt;
    return future;
}

std::int64_t ZoneFile::Day::secondsIn(std::int64_t yearNumber) const noexcept
{
    namespace c = std::chrono;
    const c::year year(static_cast<int>(yearNumber));
    c::sys_days date = year / c::January / 1;
    switch (kind) {
    case Kind::MonthWeekDay: {
        const c::month ofYear(static_cast<unsigned>(month));
        const c::weekday weekday(static_cast<unsigned>(day));
        date = week == 5 ? c::sys_days(year / ofYear / weekday[c::last])
                         : c::sys_days(year / ofYear / weekday[static_cast<unsigned>(week)]);
        break;
    }
    case Kind::JulianWithoutLeapDay:
        date += c::days(day - 1 + (year.is_leap() && day >= 60));
        break;
    case Kind::DayOfYear:
        date += c::days(day);
        break;
    }
    return std::int64_t(date.time_since_epoch().count()) * daySeconds + time;
}

int ZoneFile::offsetAt(std::int64_t gmt) const noexcept
{
    const auto next = std::ranges::upper_bound(m_changes, gmt, {}, &Change::at);
    if (next != m_changes.end() || !m_future)
        return next == m_changes.begin() ? m_before : std::prev(next)->offset;
    const Future &future = *m_future;
    if (!future.changes)
        return future.standard;
    namespace c = std::chrono;
    const auto day = c::floor<c::days>(c::sys_seconds(c::seconds(gmt + future.standard)));
    const auto year = static_cast<int>(c::year_month_day(day).year());
    const auto begin = future.begin.secondsIn(year) - future.standard;
    const auto end = future.end.secondsIn(year) - future.summer;
    const bool summer = begin < end ? gmt >= begin && gmt < end : gmt >= begin || gmt < end;
    return summer ? future.summer : future.standard;
}

} // namespace pbx::accounts
