// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/failures.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslError>

#include <algorithm>

namespace pbx::server {

namespace {

using Kind = Failure::Kind;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

Failure failure(Kind kind, QString message, QString remedy)
{
    Failure made;
    made.kind = kind;
    made.message = std::move(message);
    made.remedy = std::move(remedy);
    return made;
}

QString place(const ServerSettings &settings)
{
    return settings.host + QLatin1Char(':') + QString::number(settings.effectivePort());
}

QString fingerprint(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex(':')).toUpper();
}

QString describe(const QSslCertificate &certificate)
{
    const auto name = [](const QString &display, const QStringList &organisations) {
        return organisations.isEmpty() ? display : display + QStringLiteral(" (") + organisations.join(QLatin1String(", ")) + QLatin1Char(')');
    };
    return Text::tr("Issued to: %1\nIssued by: %2\nValid: %3 to %4")
        .arg(name(certificate.subjectDisplayName(), certificate.subjectInfo(QSslCertificate::Organization)),
             name(certificate.issuerDisplayName(), certificate.issuerInfo(QSslCertificate::Organization)),
             certificate.effectiveDate().toString(Qt::ISODate), certificate.expiryDate().toString(Qt::ISODate));
}

struct CertificateText {
    QString message, remedy;
};

CertificateText certificateText(const ServerSettings &settings, const QSslCertificate &certificate, QSslError::SslError error)
{
    const auto pin = Text::tr("If its fingerprint is the one that the server's administrator names, trust this certificate "
                              "(in the window: \"Trust This Certificate\"; by command: --pin with the fingerprint).");
    switch (error) {
    case QSslError::CertificateExpired:
        return {Text::tr("The certificate of %1 expired on %2.").arg(settings.host, certificate.expiryDate().toString(Qt::ISODate)),
                Text::tr("The server's administrator has to renew it.")};
    case QSslError::CertificateNotYetValid:
        return {Text::tr("The certificate of %1 is valid from %2 on only.").arg(settings.host, certificate.effectiveDate().toString(Qt::ISODate)),
                Text::tr("Compare this computer's clock with the server's.")};
    case QSslError::HostNameMismatch:
        return {Text::tr("The certificate that %1 shows is one for %2.")
                    .arg(settings.host, certificate.subjectAlternativeNames().values().isEmpty()
                                            ? certificate.subjectDisplayName()
                                            : QStringList(certificate.subjectAlternativeNames().values()).join(QLatin1String(", "))),
                Text::tr("Use the name that the certificate has, or: %1").arg(pin)};
    case QSslError::SelfSignedCertificate:
        return {Text::tr("The certificate of %1 is signed by the server itself, so that nobody vouches for it.").arg(settings.host), pin};
    default:
        return {Text::tr("The certificate of %1 is signed by somebody whom this computer does not know.").arg(settings.host),
                Text::tr("Name the file of the company's certificate authority in the server's settings. %1").arg(pin)};
    }
}

bool speaksOfRoom(const QString &answer)
{
    return answer.contains(QLatin1String("quota"), Qt::CaseInsensitive) || answer.contains(QLatin1String("no space"), Qt::CaseInsensitive)
           || answer.contains(QLatin1String("disk full"), Qt::CaseInsensitive);
}

bool speaksOfEnvironment(const QString &answer)
{
    return answer.contains(QLatin1String("no PBX environment"), Qt::CaseInsensitive);
}

} // namespace

QString readable(std::string_view bytes, qsizetype most)
{
    auto text = QString::fromUtf8(bytes.substr(0, static_cast<std::size_t>(most)));
    for (auto &c : text) {
        if (!c.isPrint())
            c = QLatin1Char(' ');
    }
    return text.simplified();
}

Failure refusal(int code, const QString &answer, std::string_view shownCommand)
{
    const auto command = readable(shownCommand);
    auto made = [&]() -> Failure {
        switch (code) {
        case 500:
            return failure(Kind::Refused, Text::tr("The server does not know the command (%1).").arg(command),
                           Text::tr("Its release is older than this command, or it is no CommuniGate Pro server."));
        case 510:
            return failure(Kind::NoRight, Text::tr("The server's user may not do this (%1).").arg(command),
                           Text::tr("Log in as a server administrator, or have one give this user the right in WebAdmin "
                                    "(Users, Domains, the account, Access Rights)."));
        case 512:
            return failure(Kind::NoDomain, Text::tr("The server has no such domain (%1).").arg(command),
                           Text::tr("Create the domain in WebAdmin, or choose one of the server's."));
        case 513:
            return failure(Kind::NoAccount, Text::tr("The server has no such account (%1).").arg(command),
                           Text::tr("Create the account, or see whether its name is spelled right."));
        default:
            break;
        }
        if (speaksOfEnvironment(answer))
            return failure(Kind::NoEnvironment, Text::tr("The domain has no environment of its own yet."),
                           Text::tr("A push creates it."));
        if (speaksOfRoom(answer))
            return failure(Kind::Refused, Text::tr("The server has no room left (%1).").arg(command),
                           Text::tr("Delete files that are not needed, or have the server's administrator raise the limit."));
        return failure(Kind::Refused, Text::tr("The server refused this (%1).").arg(command),
                       Text::tr("Its log may tell more (WebAdmin, Monitors, Logs)."));
    }();
    made.code = code;
    made.answer = answer;
    if (!answer.isEmpty())
        made.message += QLatin1Char(' ') + Text::tr("It says: \"%1\".").arg(answer);
    return made;
}

Failure wrongPassword(const ServerSettings &settings, int code, const QString &answer)
{
    auto made = failure(Kind::WrongPassword,
                        Text::tr("%1 does not accept the user %2 with this password (\"%3\").").arg(place(settings), settings.user, answer),
                        Text::tr("Enter it anew. It was not tried again, since servers block clients after ten wrong passwords a "
                                 "minute. The account also needs the service PWD, and administrator's rights."));
    made.code = code;
    made.answer = answer;
    return made;
}

Failure cancelled()
{
    return failure(Kind::Cancelled, Text::tr("Cancelled."), {});
}

Failure noConnection(const ServerSettings &settings, const QString &reason)
{
    return failure(Kind::NoConnection, Text::tr("%1 can't be reached: %2.").arg(place(settings), reason),
                   Text::tr("See whether the network works and nothing blocks the port."));
}

Failure unknownHost(const ServerSettings &settings)
{
    return failure(Kind::NoConnection, Text::tr("There is no host %1.").arg(settings.host),
                   Text::tr("See whether its name is spelled right and the network works."));
}

Failure refusedConnection(const ServerSettings &settings)
{
    const bool http = settings.transport == Transport::Http || settings.transport == Transport::Https;
    return failure(Kind::NoConnection, Text::tr("Nobody listens at %1.").arg(place(settings)),
                   http ? Text::tr("The commands over HTTP use the WebUser port, 8100 or encrypted 9100; WebAdmin's is another one.")
                        : Text::tr("The command port (PWD) is 106, on some systems 8106; WebAdmin shows it under Settings, Services, "
                                   "PWD. Where it is closed, use http(s):// with the WebUser port."));
}

Failure notEncrypted(const ServerSettings &settings, const QString &reason)
{
    return failure(Kind::NoConnection, Text::tr("No encrypted line to %1 came about: %2.").arg(place(settings), reason),
                   Text::tr("The port may be one for clear lines (cgp://), or the server's encryption too old for this computer."));
}

Failure timedOut(const ServerSettings &settings, int seconds)
{
    return failure(Kind::TimedOut, Text::tr("%1 did not answer within %2 s.").arg(place(settings)).arg(seconds),
                   Text::tr("Try again; if it stays silent, see whether the server hangs or a firewall swallows the line."));
}

Failure connectionLost(const ServerSettings &settings, const QString &reason)
{
    return failure(Kind::ConnectionLost, Text::tr("The connection to %1 broke: %2.").arg(place(settings), reason),
                   Text::tr("Try again."));
}

Failure notAServer(const ServerSettings &settings, std::string_view said)
{
    return failure(Kind::NotAServer,
                   Text::tr("What answers at %1 is no CommuniGate Pro command port: \"%2\".").arg(place(settings), readable(said, 80)),
                   Text::tr("See whether host, port and encryption are right."));
}

Failure turnedAway(const ServerSettings &settings, std::string_view said)
{
    return failure(Kind::Refused, Text::tr("%1 turns clients away: \"%2\".").arg(place(settings), readable(said)),
                   Text::tr("Try again in a minute; if it stays so, the server's administrator has to allow this computer's address."));
}

Failure senseless(QString what)
{
    return failure(Kind::NotAServer, std::move(what), {});
}

Failure badRequest(QString message, QString remedy)
{
    return failure(Kind::BadRequest, std::move(message), std::move(remedy));
}

Failure noAuthorities(const ServerSettings &settings)
{
    return failure(Kind::Local, Text::tr("%1 holds no certificate in PEM form.").arg(settings.authorities),
                   Text::tr("Choose the file of the certificate authority anew."));
}

Failure noCommandsThere(const ServerSettings &settings, int status)
{
    auto made = failure(Kind::Refused, Text::tr("%1 has no commands below /cli/ (status %2).").arg(place(settings)).arg(status),
                        Text::tr("In WebAdmin, Settings, Services, HTTPU, switch on the sub-protocol CLI for this computer; the port is "
                                 "WebUser's, not WebAdmin's."));
    made.code = status;
    return made;
}

Failure tooLargeForHttp(const ServerSettings &settings)
{
    auto made = failure(Kind::Refused, Text::tr("The command is larger than %1 takes over HTTP.").arg(place(settings)),
                        Text::tr("Use the command port (cgp:// or cgps://), or raise HTTPRequestSizeLimit in the settings of the listener; "
                                 "it is 10 MB unless changed."));
    made.code = 413;
    return made;
}

Failure clearPassword(const ServerSettings &settings)
{
    return failure(Kind::ClearPassword,
                   Text::tr("The line to %1 is not encrypted, and the server asks for the password in clear.").arg(place(settings)),
                   Text::tr("Use an encrypted port (cgps:// or https://). If everybody on the way may be trusted, allow the clear "
                            "password for this server (by command: --allow-clear-password)."));
}

/// The one of several that tells most.
static QSslError::SslError worst(const QList<QSslError> &errors)
{
    for (const auto error : {QSslError::CertificateExpired, QSslError::CertificateNotYetValid, QSslError::HostNameMismatch,
                             QSslError::SelfSignedCertificate}) {
        if (std::ranges::any_of(errors, [error](const QSslError &one) { return one.error() == error; }))
            return error;
    }
    return errors.isEmpty() ? QSslError::UnspecifiedError : errors.first().error();
}

Failure untrusted(const ServerSettings &settings, const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    const auto digest = certificate.digest(QCryptographicHash::Sha256);
    auto text = certificateText(settings, certificate, worst(errors));
    if (!settings.pinned.isEmpty() && digest != settings.pinned) {
        text.message = Text::tr("%1 shows another certificate than the one that was trusted.").arg(settings.host);
        text.remedy = Text::tr("Ask the server's administrator whether it was renewed, and compare the fingerprint before you trust "
                               "the new one. If nobody renewed it, somebody else may be listening.");
    }
    auto made = failure(Kind::Certificate, text.message + QLatin1Char(' ') + Text::tr("Its fingerprint is %1.").arg(fingerprint(digest)), text.remedy);
    made.certificate = digest;
    made.certificateOf = describe(certificate);
    return made;
}

} // namespace pbx::server
