// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/failure.h"
#include "environment/server/settings.h"

#include <string_view>

class QSslCertificate;
class QSslError;
template<typename T> class QList;

/// The sentences for what goes wrong with a server, with their remedies. All of them stand here.
namespace pbx::server {

/// An answer of 5xx (server-interfaces, 6.1) to the command shown.
[[nodiscard]] Failure refusal(int code, const QString &answer, std::string_view shownCommand);
[[nodiscard]] Failure wrongPassword(const ServerSettings &settings, int code, const QString &answer);
[[nodiscard]] Failure cancelled();
[[nodiscard]] Failure noConnection(const ServerSettings &settings, const QString &reason);
[[nodiscard]] Failure unknownHost(const ServerSettings &settings);
[[nodiscard]] Failure refusedConnection(const ServerSettings &settings);
[[nodiscard]] Failure notEncrypted(const ServerSettings &settings, const QString &reason);
[[nodiscard]] Failure timedOut(const ServerSettings &settings, int seconds);
[[nodiscard]] Failure connectionLost(const ServerSettings &settings, const QString &reason);
/// `said`: the beginning of what came instead.
[[nodiscard]] Failure notAServer(const ServerSettings &settings, std::string_view said);
/// A greeting or page that turns every client away.
[[nodiscard]] Failure turnedAway(const ServerSettings &settings, std::string_view said);
/// An answer that makes no sense; `what` is a complete sentence.
[[nodiscard]] Failure senseless(QString what);
/// Refused here, nothing was sent.
[[nodiscard]] Failure badRequest(QString message, QString remedy = {});
/// The file of further authorities can't be used.
[[nodiscard]] Failure noAuthorities(const ServerSettings &settings);
/// A server whose HTTP port has no commands.
[[nodiscard]] Failure noCommandsThere(const ServerSettings &settings, int status);
[[nodiscard]] Failure tooLargeForHttp(const ServerSettings &settings);
[[nodiscard]] Failure clearPassword(const ServerSettings &settings);
[[nodiscard]] Failure untrusted(const ServerSettings &settings, const QSslCertificate &certificate, const QList<QSslError> &errors);

/// Noise of a server as one line of readable text.
[[nodiscard]] QString readable(std::string_view bytes, qsizetype most = 200);

} // namespace pbx::server
