// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <stop_token>

namespace pbx::app {

/// What speaks against putting a workspace on a server: errors the check finds, scenarios that fail. A line each, with its
/// file and line; empty: nothing. For another thread; it opens the workspace anew.
QStringList pushGate(const QString &folder, const std::stop_token &stop);

} // namespace pbx::app
