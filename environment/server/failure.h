// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pbx::server {

/// Why something with a server did not work, and what to do about it.
struct Failure {
    enum class Kind {
        Cancelled,
        BadRequest,     ///< refused here, nothing was sent: a name with a line end, a faulty address
        NoConnection,   ///< host unknown, port closed, no route
        TimedOut,
        ConnectionLost,
        NotAServer,     ///< the greeting is no CommuniGate Pro server's, or an answer is no answer
        Certificate,    ///< not trusted; `certificate` says which it was
        ClearPassword,  ///< would have to send a readable password over an open line
        WrongPassword,  ///< never tried a second time (server-interfaces, 6.3)
        NoRight,
        NoDomain,
        NoAccount,
        NoEnvironment,
        Refused,        ///< any other answer of refusal
        Changed,        ///< what the plan saw is no longer what the server has
        Local,          ///< disk, keyring
    };
    Kind kind = Kind::Refused;
    QString message; ///< complete sentence: what
    QString remedy;  ///< complete sentence: what to do; may be empty
    int code = 0;    ///< of the server's answer; 0: none
    QString answer;  ///< the server's own text
    bool answerLost = false; ///< the command went out and its answer did not come: it may or may not have been done
    QByteArray certificate;  ///< Kind::Certificate: SHA-256 of the one that was offered
    QString certificateOf;   ///< its subject, issuer and dates, a line each

    [[nodiscard]] QString text() const { return remedy.isEmpty() ? message : message + QLatin1Char(' ') + remedy; }
};

} // namespace pbx::server
