// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

/// One zone of the system's time zone data: the compiled files of RFC 9636, below $TZDIR or /usr/share/zoneinfo. They
/// are read here because the C++ library reads the sources of the data instead and, in GCC 14, misplaces changes of a
/// zone's own rules by hours (Europe/Moscow, March 2011 and October 2014).
namespace pbx::accounts {

class ZoneFile {
public:
    /// "Europe/Berlin". Null: no such zone. Names that begin with a slash or hold a point are none, so they stay inside.
    [[nodiscard]] static std::shared_ptr<const ZoneFile> find(std::string_view name);
    /// The host's own zone, /etc/localtime; null: it has none.
    [[nodiscard]] static std::shared_ptr<const ZoneFile> host();
    /// Null: not a whole, sound file.
    [[nodiscard]] static std::shared_ptr<const ZoneFile> read(std::string_view bytes);

    /// Seconds east of Greenwich.
    [[nodiscard]] int offsetAt(std::int64_t gmtSeconds) const noexcept;

private:
    struct Change {
        std::int64_t at = 0;
        int offset = 0;
    };
    /// "Mm.w.d/time", "Jn" or "n" of the text at the end of a file.
    struct Day {
        enum class Kind { MonthWeekDay, JulianWithoutLeapDay, DayOfYear } kind = Kind::MonthWeekDay;
        int month = 1;
        int week = 1;
        int day = 0;
        int time = 7200; ///< seconds after midnight, may be negative or more than a day

        [[nodiscard]] std::int64_t secondsIn(std::int64_t year) const noexcept; ///< since 1970, as the clock of the place shows
    };
    /// What goes for all times behind the last change.
    struct Future {
        int standard = 0;
        bool changes = false;
        int summer = 0;
        Day begin;
        Day end;
    };
    struct Reader;

    static bool readDay(std::string_view &text, Day &day);
    static std::optional<Future> readFuture(std::string_view text);

    int m_before = 0;
    std::vector<Change> m_changes;
    std::optional<Future> m_future;
};

} // namespace pbx::accounts
