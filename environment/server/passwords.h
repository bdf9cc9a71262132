// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/failure.h"
#include "environment/server/settings.h"

#include <expected>
#include <optional>

/// Passwords in the desktop's keyring (QtKeychain), under the server's url; nowhere else. Each call waits for the keyring
/// in an event loop of its own, as long as its user needs to unlock it. To be called in the program's main thread. No keyring:
/// Failure::Kind::Local.
namespace pbx::server {

[[nodiscard]] std::expected<std::optional<QString>, Failure> keptPassword(const ServerSettings &settings);
[[nodiscard]] std::expected<void, Failure> keepPassword(const ServerSettings &settings, const QString &password);
[[nodiscard]] std::expected<void, Failure> forgetPassword(const ServerSettings &settings);

} // namespace pbx::server
