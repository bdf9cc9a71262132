// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <stop_token>

namespace pbx::scenario {

/// What speaks against putting a workspace on a server: errors the check finds, scenarios that fail. A line each,
/// FILE:LINE:COLUMN: error: TEXT; empty: nothing. For any thread; it opens the workspace anew.
[[nodiscard]] QStringList pushGate(const QString &folder, const std::stop_token &stop = {});

} // namespace pbx::scenario
