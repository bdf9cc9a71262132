// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/remote.h"

#include <vector>

namespace pbx::server {

/// One open point of server-interfaces, section 9, and what this server said.
struct ProbeAnswer {
    int point = 0;       ///< its number there
    QString question;
    QString answer;      ///< empty: could not be asked
    QString consequence; ///< what the program does because of it
};

enum class ProbeDepth {
    ReadOnly,
    WithScratchFiles, ///< stores and deletes files named pbx-probe-…, and only when the user has agreed
};

struct ProbeResult {
    Dialect dialect;
    std::vector<ProbeAnswer> answers;
};

/// Asks a server what no document tells. Changes nothing unless told to.
[[nodiscard]] std::expected<ProbeResult, Failure> probe(Remote &remote, const std::string &domain,
                                                        ProbeDepth depth = ProbeDepth::ReadOnly);

/// Point 7 over HTTP: looks for the upload form on the WebAdmin page. Reads alone; see webadmin.h for what it needs.
[[nodiscard]] ProbeAnswer probeWebAdmin(const ServerSettings &settings, const QString &password, const std::string &domain);

} // namespace pbx::server
