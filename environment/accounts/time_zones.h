// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The server's zone names (server-interfaces, 4.2) and IANA names, through the system's own time zone data.
/// Seconds count from 1970-01-01 00:00:00. Safe to call from any thread. Nothing here throws.
namespace pbx::accounts {

struct ZoneName {
    std::string_view server; ///< "Europe/Central", "(-0700) Arizona"
    std::string_view iana;   ///< "Europe/Berlin"; empty: fixed offset
    int offset = 0;          ///< seconds east of Greenwich, for fixed ones
};
/// All names of server-interfaces 4.2, in its order, with HostOS first (its iana is empty: the host's own zone).
const std::vector<ZoneName> &zoneNames();

/// A name of the table, an IANA name, or any text with "(+hhmm)".
[[nodiscard]] bool isKnownZone(std::string_view zone);
/// Empty for a known zone, else a sentence that says what is used instead (GMT).
[[nodiscard]] std::string zoneProblem(std::string_view zone);

/// Local = GMT + offset. "" and "HostOS" are the host's own zone. Unknown: 0.
[[nodiscard]] std::int64_t offsetAt(std::string_view zone, std::int64_t gmtSeconds);
/// A doubled hour gives the earlier moment; a missing one is read with the offset before the change.
[[nodiscard]] std::int64_t toGmt(std::string_view zone, std::int64_t localSeconds);

/// "2026-11-23T20:15", also with seconds: seconds since 1970 of that calendar, in no zone yet (toGmt). Nullopt: no such
/// moment.
[[nodiscard]] std::optional<std::int64_t> readMoment(std::string_view text);
/// The other way round; seconds only when they are not 0.
[[nodiscard]] std::string momentText(std::int64_t localSeconds);

} // namespace pbx::accounts
