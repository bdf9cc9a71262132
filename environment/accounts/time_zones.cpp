// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/time_zones.h"

#include "environment/accounts/rules.h"
#include "environment/accounts/texts.h"
#include "environment/accounts/words.h"
#include "environment/accounts/zone_file.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>
#include <unordered_map>

namespace pbx::accounts {

namespace {

/// Years 1 to 9999: beyond it the calendar of the library ends.
constexpr std::int64_t earliest = -62135596800;
constexpr std::int64_t latest = 253402300799;
constexpr std::size_t cacheLimit = 512;

struct Zone {
    std::shared_ptr<const ZoneFile> file; ///< null: fixed offset
    std::int64_t offset = 0;
    bool known = false;

    std::int64_t at(std::int64_t gmt) const { return file ? file->offsetAt(std::clamp(gmt, earliest, latest)) : offset; }
};

std::vector<ZoneName> makeNames()
{
    const auto hours = [](int h) { return h * 3600; };
    return {
        {"HostOS", "", 0},
        {"Europe/Western", "Europe/London", 0},
        {"Europe/Central", "Europe/Berlin", 0},
        {"Europe/Eastern", "Europe/Athens", 0},
        {"Europe/Moscow", "Europe/Moscow", 0},
        {"Russia/Ekaterinburg", "Asia/Yekaterinburg", 0},
        {"Russia/Novosibirsk", "Asia/Novosibirsk", 0},
        {"Russia/Krasnoyarsk", "Asia/Krasnoyarsk", 0},
        {"Russia/Irkutsk", "Asia/Irkutsk", 0},
        {"Russia/Yakutsk", "Asia/Yakutsk", 0},
        {"Russia/Vladivostok", "Asia/Vladivostok", 0},
        {"Russia/Magadan", "Asia/Magadan", 0},
        {"Russia/Kamchatka", "Asia/Kamchatka", 0},
        {"NorthAmerica/Alaska", "America/Anchorage", 0},
        {"NorthAmerica/Pacific", "America/Los_Angeles", 0},
        {"NorthAmerica/Mountain", "America/Denver", 0},
        {"NorthAmerica/Eastern", "America/New_York", 0},
        {"NorthAmerica/Atlantic", "America/Halifax", 0},
        {"Newfoundland", "America/St_Johns", 0},
        {"SouthAmerica/Chile", "America/Santiago", 0},
        {"SouthAmerica/Brasil", "America/Sao_Paulo", 0},
        {"SouthAmerica/Paraguay", "America/Asuncion", 0},
        {"Australia/Adelaide", "Australia/Adelaide", 0},
        {"Australia/NorthernTerritory", "Australia/Darwin", 0},
        {"Australia/East", "Australia/Sydney", 0},
        {"NewZealand/Auckland", "Pacific/Auckland", 0},
        {"Asia/Lebanon", "Asia/Beirut", 0},
        {"Asia/Jordan", "Asia/Amman", 0},
        {"Asia/Syria", "Asia/Damascus", 0},
        {"Asia/Israel", "Asia/Jerusalem", 0},
        {"Asia/Iraq", "Asia/Baghdad", 0},
        {"Asia/Iran", "Asia/Tehran", 0},
        {"Asia/Afghanistan", "Asia/Kabul", 0},
        {"Asia/India", "Asia/Kolkata", 0},
        {"(-1100) Samoa", "", hours(-11)},
        {"(-1000) Hawaii/Tahiti", "", hours(-10)},
        {"(-0900) Marquesas Islands", "", hours(-9)},
        {"(-0700) Arizona", "", hours(-7)},
        {"(-0600) Central America", "", hours(-6)},
        {"(-0500) Haiti/Peru", "", hours(-5)},
        {"(-0400) Venezuela/Guyana", "", hours(-4)},
        {"(-0300) Argentina/Uruguay", "", hours(-3)},
        {"GMT (+0000)", "", 0},
        {"(+0100) Algeria/Congo", "", hours(1)},
        {"(+0200) Egypt/South Africa", "", hours(2)},
        {"(+0300) Saudi Arabia", "", hours(3)},
        {"(+0400) Oman", "", hours(4)},
        {"(+0500) Pakistan", "", hours(5)},
        {"(+0600) Bangladesh", "", hours(6)},
        {"(+0700) Thailand/Vietnam", "", hours(7)},
        {"(+0800) China/Malaysia", "", hours(8)},
        {"(+0900) Japan/Korea", "", hours(9)},
        {"(+1000) Queensland", "", hours(10)},
        {"(+1100) Micronesia", "", hours(11)},
        {"(+1200) Fiji", "", hours(12)},
    };
}

/// "(+hhmm)" anywhere in the name.
std::optional<int> writtenOffset(std::string_view name)
{
    const auto open = name.find('(');
    if (open == std::string_view::npos || name.size() < open + 7 || name[open + 6] != ')')
        return std::nullopt;
    const char sign = name[open + 1];
    int number = 0;
    const char *digits = name.data() + open + 2;
    const auto [end, error] = std::from_chars(digits, digits + 4, number);
    if ((sign != '+' && sign != '-') || error != std::errc() || end != digits + 4 || number < 0 || number % 100 > 59 ||
        number > 1400)
        return std::nullopt;
    const int offset = number / 100 * 3600 + number % 100 * 60;
    return sign == '-' ? -offset : offset;
}

bool isHostZone(std::string_view name)
{
    return name.empty() || sameText(name, "HostOS");
}

Zone resolve(std::string_view name)
{
    Zone zone;
    if (isHostZone(name)) {
        zone.file = ZoneFile::host();
        zone.known = true; // a host without a zone lives in GMT
        return zone;
    }
    for (const auto &entry : zoneNames()) {
        if (!sameText(entry.server, name))
            continue;
        zone.offset = entry.offset;
        zone.file = entry.iana.empty() ? nullptr : ZoneFile::find(entry.iana);
        zone.known = entry.iana.empty() || zone.file;
        return zone;
    }
    if (const auto offset = writtenOffset(name)) {
        zone.offset = *offset;
        zone.known = true;
        return zone;
    }
    zone.file = ZoneFile::find(name);
    zone.known = zone.file != nullptr;
    return zone;
}

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
};

const Zone &zoneFor(std::string_view name)
{
    thread_local std::unordered_map<std::string, Zone, Hash, std::equal_to<>> zones;
    if (const auto found = zones.find(name); found != zones.end())
        return found->second;
    if (zones.size() >= cacheLimit)
        zones.clear();
    return zones.emplace(std::string(name), resolve(name)).first->second;
}

} // namespace

const std::vector<ZoneName> &zoneNames()
{
    static const std::vector<ZoneName> names = makeNames();
    return names;
}

bool isKnownZone(std::string_view zone)
{
    return zoneFor(zone).known;
}

std::string zoneProblem(std::string_view zone)
{
    if (isKnownZone(zone))
        return {};
    return said(QT_TRANSLATE_NOOP(
                    "Words", "TimeZone names \"%1\", which neither the server nor this system knows; GMT is used. Write a name "
                             "like Europe/Berlin."),
                {shown(zone)});
}

std::int64_t offsetAt(std::string_view name, std::int64_t gmtSeconds)
{
    return zoneFor(name).at(gmtSeconds);
}

std::int64_t toGmt(std::string_view name, std::int64_t localSeconds)
{
    constexpr std::int64_t day = 86'400;
    const Zone &zone = zoneFor(name);
    if (!zone.file)
        return localSeconds - zone.offset;
    if (localSeconds < earliest || localSeconds > latest)
        return localSeconds - zone.at(localSeconds);
    // No zone changes twice within two days. A doubled time fits both offsets, the one before the change is the earlier
    // moment; a missing one fits none.
    const auto before = zone.at(localSeconds - day);
    const auto after = zone.at(localSeconds + day);
    const bool fitsAfter = zone.at(localSeconds - after) == after;
    return localSeconds - (zone.at(localSeconds - before) == before || !fitsAfter ? before : after);
}

std::optional<std::int64_t> readMoment(std::string_view text)
{
    const std::string copy(text);
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    int used = 0;
    const int fields = std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2u:%2u%n:%2u%n", &year, &month, &day, &hour, &minute, &used,
                                   &second, &used);
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (fields < 5 || used != static_cast<int>(copy.size()) || !date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    return std::int64_t(days) * 86'400 + hour * 3600 + minute * 60 + second;
}

std::string momentText(std::int64_t localSeconds)
{
    const std::chrono::sys_seconds moment{std::chrono::seconds(localSeconds)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(moment - day);
    char out[64];
    std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d", int(date.year()), unsigned(date.month()), unsigned(date.day()),
                  int(time.hours().count()), int(time.minutes().count()));
    std::string text = out;
    if (time.seconds().count() != 0) {
        std::snprintf(out, sizeof out, ":%02d", int(time.seconds().count()));
        text += out;
    }
    return text;
}

} // namespace pbx::accounts
