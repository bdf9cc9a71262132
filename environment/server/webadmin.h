// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/remote.h"
#include "environment/server/upload_form.h"

#include <QIODevice>
#include <QUrl>

#include <functional>
#include <stop_token>

/// Archives by WebAdmin's page of an environment (server-interfaces, 2.6 and 3.6). How that page is built is not public and
/// differs between releases: a form for files is looked for on it, and without one nothing is sent. What an upload did, no
/// page tells for sure: read back over the commands.
namespace pbx::server {

/// The page of an environment: ServerSettings::webAdmin with `{domain}` in it replaced; when it has no path or is empty, the
/// usual address. To be opened in a browser, or given to the functions below.
[[nodiscard]] QUrl webAdminPage(const ServerSettings &settings, const Scope &scope);

/// Reads the page and finds the form; changes nothing. Each call waits in an event loop of its own; `stop` ends the waiting.
[[nodiscard]] std::expected<UploadForm, Failure> uploadForm(const ServerSettings &settings, const QString &password,
                                                            const Scope &scope, const std::stop_token &stop = {});

/// Sends an archive through the form of the page. `name`: what the file is called there, "specialists.tar". The device is
/// open for reading and can seek. `sent` is told the bytes that went out.
[[nodiscard]] std::expected<void, Failure> uploadArchive(const ServerSettings &settings, const QString &password,
                                                         const Scope &scope, QIODevice &archive, const QString &name,
                                                         const std::stop_token &stop = {},
                                                         const std::function<void(qint64 bytes, qint64 all)> &sent = {});

} // namespace pbx::server
