// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/options.h"
#include "environment/files/workspace.h"
#include "environment/server/connection.h"

#include <QCoreApplication>

#include <memory>

namespace pbx::app {

// Options of every command that talks to a server; each command lists them among its own.
inline constexpr OptionRule toRule{"--to", "URL", "the server: cgp://USER@HOST[:PORT], cgps://… (TLS), http(s)://USER@HOST:PORT/cli/\n"
                                                  "(the workspace's own)"};
inline constexpr OptionRule pinRule{"--pin", "FINGERPRINT", "the one certificate to accept, by its SHA-256"};
inline constexpr OptionRule authoritiesRule{"--authorities", "FILE", "further certificate authorities (PEM)"};
inline constexpr OptionRule clearPasswordRule{"--allow-clear-password", {}, "send the password readable over a line in clear"};

/// The server meant: that of --to, else of the workspace's settings; the other options above applied. Of the server the
/// workspace knows, its settings count, also when --to names it. The error is a sentence.
[[nodiscard]] std::expected<server::ServerSettings, std::string> readServer(const Options &options,
                                                                            const files::Workspace *workspace);

/// From PBX_PASSWORD, else from the keyring, else asked for on the terminal.
[[nodiscard]] std::expected<QString, std::string> readPassword(const server::ServerSettings &settings);

/// What keyring and WebAdmin need to wait in; to be kept until the command ends.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeProgram();

/// "pbx: TEXT" for people; gives the exit status 2. An untrusted certificate is described.
int complainOf(const server::Failure &failure);

} // namespace pbx::app
