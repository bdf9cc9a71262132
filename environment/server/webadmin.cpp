// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/webadmin.h"

#include "environment/server/answers.h"

#include <QAuthenticator>
#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QHttpMultiPart>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

#include <optional>

namespace pbx::server {

namespace {

using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WebAdmin)
};

constexpr qint64 longestPage = qint64(4) << 20;

Failure failed(Kind kind, QString message, QString remedy = {})
{
    Failure failure;
    failure.kind = kind;
    failure.message = std::move(message);
    failure.remedy = std::move(remedy);
    return failure;
}

QString shown(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery).left(200);
}

bool staysHere(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

/// Requests one after another with one log-in. What goes wrong first is what is told.
class Browser : public QObject {
public:
    Browser(const ServerSettings &settings, const QString &password, const std::stop_token &stop)
        : m_settings(settings), m_password(password), m_stop(stop)
    {
        connect(&m_manager, &QNetworkAccessManager::authenticationRequired, this, &Browser::authenticate);
        m_manager.setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
        m_manager.setAutoDeleteReplies(false);
    }

    struct Page {
        QUrl url; ///< after redirections
        QByteArray body;
    };
    std::expected<Page, Failure> get(const QUrl &url)
    {
        auto request = prepared(url);
        request.setTransferTimeout(static_cast<int>(m_settings.commandTime.count()));
        std::unique_ptr<QNetworkReply> reply(m_manager.get(request));
        return wait(*reply);
    }
    std::expected<Page, Failure> post(const QUrl &url, QHttpMultiPart &parts, const std::function<void(qint64, qint64)> &sent)
    {
        auto request = prepared(url);
        request.setTransferTimeout(static_cast<int>(m_settings.commandTime.count()));
        std::unique_ptr<QNetworkReply> reply(m_manager.post(request, &parts));
        connect(reply.get(), &QNetworkReply::uploadProgress, this, [this, &sent](qint64 bytes, qint64 all) {
            m_sent = m_sent || bytes > 0;
            if (sent && all > 0)
                sent(bytes, all);
        });
        auto page = wait(*reply);
        // A refusal is an answer; anything else leaves open how far the server got.
        if (!page && m_sent && page.error().code == 0)
            page.error().answerLost = true;
        return page;
    }

private:
    QNetworkRequest prepared(const QUrl &url) const
    {
        QNetworkRequest request(url);
        request.setMaximumRedirectsAllowed(5);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Automatic);
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setProtocol(QSsl::TlsV1_2OrLater);
        if (!m_settings.authorities.isEmpty())
            configuration.addCaCertificates(m_settings.authorities);
        request.setSslConfiguration(configuration);
        return request;
    }

    void authenticate(QNetworkReply *reply, QAuthenticator *authenticator)
    {
        const auto url = reply->url();
        if (m_loggedIn) {
            // A password is never tried a second time.
            m_failure = failed(Kind::WrongPassword, Text::tr("The page %1 does not accept this user or password.").arg(shown(url)),
                               Text::tr("Check them in the server's settings; too many attempts block the account."));
            reply->abort();
            return;
        }
        if (url.scheme() != "https"_L1 && !staysHere(url) && !m_settings.clearPasswordAllowed) {
            m_failure = failed(Kind::ClearPassword, Text::tr("The page %1 asks for the password over a line that anybody on the way can read.").arg(shown(url)),
                               Text::tr("Give an address that begins with https://, or allow clear passwords for this server."));
            reply->abort();
            return;
        }
        m_loggedIn = true;
        authenticator->setUser(m_settings.user);
        authenticator->setPassword(m_password);
    }

    /// Certificates are verified as usual, or are the one pinned.
    void watchCertificate(QNetworkReply &reply)
    {
        const auto refuse = [this, &reply](const QString &why) {
            const auto certificate = reply.sslConfiguration().peerCertificate();
            m_failure = failed(Kind::Certificate, why, Text::tr("Compare its fingerprint with the server's, then accept it in the server's settings."));
            m_failure->certificate = certificate.digest(QCryptographicHash::Sha256);
            m_failure->certificateOf = QStringList{certificate.subjectDisplayName(), certificate.issuerDisplayName(),
                                                   certificate.effectiveDate().toString(Qt::ISODate) + u" – "_s
                                                       + certificate.expiryDate().toString(Qt::ISODate)}.join(u'\n');
            reply.abort();
        };
        const auto isPinned = [this, &reply] {
            return reply.sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256) == m_settings.pinned;
        };
        connect(&reply, &QNetworkReply::sslErrors, this, [=, this, &reply](const QList<QSslError> &errors) {
            if (!m_settings.pinned.isEmpty() && isPinned())
                reply.ignoreSslErrors();
            else
                refuse(Text::tr("The certificate of %1 is not trusted: %2.").arg(shown(reply.url()), errors.front().errorString()));
        });
        connect(&reply, &QNetworkReply::encrypted, this, [=, this, &reply] {
            if (!m_settings.pinned.isEmpty() && !isPinned())
                refuse(Text::tr("The certificate of %1 is not the one that was accepted for this server.").arg(shown(reply.url())));
        });
    }

    std::expected<Page, Failure> wait(QNetworkReply &reply)
    {
        m_failure.reset();
        QByteArray body;
        watchCertificate(reply);
        QEventLoop loop;
        connect(&reply, &QNetworkReply::readyRead, this, [&] {
            body += reply.readAll();
            if (body.size() > longestPage) {
                m_failure = failed(Kind::NotAServer, Text::tr("The page %1 is larger than any page should be.").arg(shown(reply.url())));
                reply.abort();
            }
        });
        connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        {
            const std::stop_callback stopper(m_stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
            if (!reply.isFinished())
                loop.exec();
        }
        if (!reply.isFinished() || m_stop.stop_requested()) {
            reply.abort();
            return std::unexpected(failed(Kind::Cancelled, Text::tr("Cancelled.")));
        }
        if (m_failure)
            return std::unexpected(*m_failure);
        if (reply.error() != QNetworkReply::NoError)
            return std::unexpected(describe(reply));
        body += reply.readAll();
        return Page{reply.url(), std::move(body)};
    }

    static Failure describe(const QNetworkReply &reply)
    {
        const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto page = shown(reply.url());
        Failure failure;
        if (reply.error() == QNetworkReply::InsecureRedirectError || reply.error() == QNetworkReply::TooManyRedirectsError)
            failure = failed(Kind::NotAServer, Text::tr("The page %1 leads to another place, which is not followed.").arg(page));
        else if (status == 403)
            failure = failed(Kind::NoRight, Text::tr("This user may not see or change %1.").arg(page),
                             Text::tr("Log in as an administrator with the right to manage this environment."));
        else if (status == 404)
            failure = failed(Kind::Refused, Text::tr("There is no page %1 on the server.").arg(page),
                             Text::tr("Find the page of the domain's PBX environment in WebAdmin and put its address into the server's settings."));
        else if (status == 413)
            failure = failed(Kind::Refused, Text::tr("The archive is larger than the server's limit for requests."),
                             Text::tr("Send it in parts, or raise HTTPRequestSizeLimit in the settings of the listener."));
        else if (status >= 300)
            failure = failed(Kind::Refused, Text::tr("The server refused %1 with the status %2.").arg(page).arg(status));
        else if (reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::TimeoutError)
            failure = failed(Kind::TimedOut, Text::tr("The page %1 did not come in time.").arg(page));
        else if (reply.error() == QNetworkReply::RemoteHostClosedError)
            failure = failed(Kind::ConnectionLost, Text::tr("The server closed the connection before its answer was complete."));
        else
            failure = failed(Kind::NoConnection, Text::tr("The page %1 can't be reached: %2.").arg(page, reply.errorString().left(300)),
                             Text::tr("Check the address of the WebAdmin page in the server's settings."));
        // A redirection that is not followed says nothing about what was done before it.
        failure.code = status >= 400 ? status : 0;
        return failure;
    }

    const ServerSettings &m_settings;
    const QString &m_password;
    std::stop_token m_stop;
    QNetworkAccessManager m_manager;
    std::optional<Failure> m_failure;
    bool m_loggedIn = false;
    bool m_sent = false;
};

/// As browsers write names into the head of a part: nothing of them can end it.
QByteArray quotedName(const QString &name)
{
    return '"' + name.toUtf8().replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A") + '"';
}

QHttpPart field(const QString &name, const QString &value)
{
    QHttpPart part;
    part.setRawHeader("Content-Disposition", "form-data; name=" + quotedName(name));
    part.setBody(value.toUtf8());
    return part;
}

std::expected<UploadForm, Failure> formOf(Browser &browser, const QUrl &page)
{
    if (!page.isValid() || (page.scheme() != "http"_L1 && page.scheme() != "https"_L1) || page.host().isEmpty())
        return std::unexpected(badRequest(Text::tr("“%1” is no address of a WebAdmin page.").arg(page.toDisplayString().left(200)),
                                          Text::tr("Give one such as https://mail.example.com:9010/.")));
    auto read = browser.get(page);
    if (!read)
        return std::unexpected(std::move(read.error()));
    return findUploadForm(read->body, read->url);
}

} // namespace

QUrl webAdminPage(const ServerSettings &settings, const Scope &scope)
{
    const auto domain = QString::fromUtf8(QUrl::toPercentEncoding(QString::fromStdString(scope.domain)));
    auto given = settings.webAdmin;
    QUrl page(given.replace("{domain}"_L1, domain), QUrl::StrictMode);
    if (given.isEmpty()) {
        page.setScheme(settings.isEncrypted() ? u"https"_s : u"http"_s);
        page.setHost(settings.host);
        page.setPort(settings.isEncrypted() ? 9010 : 8010);
    }
    if (page.path().isEmpty() || page.path() == "/"_L1)
        page.setPath(scope.isServer() ? u"/MainAdmin/PBX.html"_s : u"/Admin/"_s + domain + u"/PBX.html"_s, QUrl::TolerantMode);
    return page;
}

std::expected<UploadForm, Failure> uploadForm(const ServerSettings &settings, const QString &password, const Scope &scope,
                                              const std::stop_token &stop)
{
    Browser browser(settings, password, stop);
    return formOf(browser, webAdminPage(settings, scope));
}

std::expected<void, Failure> uploadArchive(const ServerSettings &settings, const QString &password, const Scope &scope,
                                           QIODevice &archive, const QString &name, const std::stop_token &stop,
                                           const std::function<void(qint64, qint64)> &sent)
{
    if (!archive.isReadable() || archive.isSequential())
        return std::unexpected(badRequest(Text::tr("The archive can't be read.")));
    Browser browser(settings, password, stop);
    const auto form = formOf(browser, webAdminPage(settings, scope));
    if (!form)
        return std::unexpected(form.error());
    QHttpMultiPart parts(QHttpMultiPart::FormDataType);
    const auto add = [&parts](const auto &fields) {
        for (const auto &[key, value] : fields)
            parts.append(field(key, value));
    };
    add(form->fields);
    QHttpPart file;
    file.setRawHeader("Content-Disposition", "form-data; name=" + quotedName(form->fileField) + "; filename=" + quotedName(name));
    file.setRawHeader("Content-Type", "application/x-tar");
    file.setBodyDevice(&archive);
    parts.append(file);
    auto done = browser.post(form->action, parts, sent);
    if (!done)
        return std::unexpected(std::move(done.error()));
    return {};
}

} // namespace pbx::server
