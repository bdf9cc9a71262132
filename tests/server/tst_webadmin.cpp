// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/practice_server.h"
#include "environment/server/html_tags.h"
#include "environment/server/webadmin.h"

#include <QBuffer>
#include <QHash>
#include <QHostInfo>
#include <QRegularExpression>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace pbx;
using namespace pbx::server;
using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

namespace {

const QUrl page(u"http://mail.example.com:8010/Admin/example.com/PBX.html"_s);

QByteArray wrapped(const QByteArray &inside, const QByteArray &attributes = "action=\"up\" method=post enctype=multipart/form-data")
{
    return "<html><body><form " + attributes + ">" + inside + "</form></body></html>";
}

QString fieldsOf(const UploadForm &form)
{
    QStringList fields;
    for (const auto &[name, value] : form.fields)
        fields += name + u'=' + value;
    return fields.join(u'&');
}

/// Answers every request with what it was told, and keeps what came.
class FakeSite : public QTcpServer {
public:
    std::vector<QByteArray> answers; ///< one a request, the last for all further ones
    QByteArray received;
    int requests = 0;

    FakeSite()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                auto &buffer = m_buffers[socket];
                const auto bytes = socket->readAll();
                buffer += bytes;
                received += bytes;
                const auto head = buffer.indexOf("\r\n\r\n");
                if (head < 0)
                    return;
                static const QRegularExpression length(u"content-length: *([0-9]+)"_s, QRegularExpression::CaseInsensitiveOption);
                const auto match = length.match(QString::fromLatin1(buffer.left(head)));
                if (match.hasMatch() && buffer.size() < head + 4 + match.captured(1).toLongLong())
                    return;
                buffer.clear();
                const auto index = std::min<std::size_t>(static_cast<std::size_t>(requests++), answers.size() - 1);
                if (!answers[index].isNull())
                    socket->write(answers[index]);
                if (answers[index].endsWith("CLOSE"))
                    socket->disconnectFromHost();
            });
        });
    }
    static QByteArray html(const QByteArray &body, const QByteArray &status = "200 OK", const QByteArray &more = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + more + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    ServerSettings settings() const
    {
        ServerSettings made;
        made.host = u"127.0.0.1"_s;
        made.user = u"admin"_s;
        made.webAdmin = u"http://127.0.0.1:%1/page"_s.arg(serverPort());
        made.commandTime = std::chrono::milliseconds(3000);
        return made;
    }

private:
    QHash<QTcpSocket *, QByteArray> m_buffers;
};

const QByteArray plainForm = wrapped("<input type=hidden name=token value=t1><input type=file name=data><input type=submit name=go value=Send>");

QByteArray tarEntry(const QByteArray &name, const QByteArray &content)
{
    QByteArray header(512, '\0');
    header.replace(0, name.size(), name);
    header.replace(100, 7, "0000644");
    header.replace(108, 7, "0000000");
    header.replace(116, 7, "0000000");
    header.replace(124, 11, QByteArray::number(content.size(), 8).rightJustified(11, '0'));
    header.replace(136, 11, "00000000000");
    header.replace(148, 8, "        ");
    header.replace(156, 1, "0");
    header.replace(257, 8, QByteArray("ustar\00000", 8));
    int sum = 0;
    for (const char c : std::as_const(header))
        sum += static_cast<unsigned char>(c);
    header.replace(148, 7, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0');
    QByteArray entry = header + content;
    return entry + QByteArray((512 - entry.size() % 512) % 512, '\0');
}

std::unique_ptr<practice::PracticeServer> practiceServer(const QString &folder, const QString &certificate = {}, const QString &key = {})
{
    files::Workspace::NewWorkspace made;
    made.name = u"Upload"_s;
    made.domain = u"example.com"_s;
    (void)files::Workspace::create(folder, made, files::Workspace::Options());
    practice::PracticeServer::Options options;
    options.users = {{"admin", "se cret", {}}, {"low@example.com", "x", {"Rules"}}};
    options.httpPort = std::uint16_t(0);
    options.certificate = certificate;
    options.key = key;
    auto server = std::make_unique<practice::PracticeServer>(practice::openStore(folder).value(), options);
    return server->listen() ? std::move(server) : nullptr;
}

ServerSettings settingsFor(const practice::PracticeServer &server, bool encrypted = false)
{
    ServerSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.user = u"admin"_s;
    settings.transport = encrypted ? Transport::Tls : Transport::Clear;
    settings.webAdmin = u"%1://127.0.0.1:%2"_s.arg(encrypted ? u"https"_s : u"http"_s).arg(server.httpPort());
    settings.commandTime = std::chrono::milliseconds(10'000);
    return settings;
}

} // namespace

class WebAdminTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addresses();
    void fieldsAsABrowserSendsThem();
    void choosesTheButton();
    void unusablePages_data();
    void unusablePages();
    void damagedPages();
    void endlessPages();
    void entities();
    void uploads();
    void overTls();
    void wrongPassword();
    void noRight();
    void clearPasswords();
    void hostileNamesInTheForm();
    void redirections();
    void answers_data();
    void answers();
    void stops();
};

void WebAdminTest::addresses()
{
    ServerSettings settings;
    settings.host = u"mail.example.com"_s;
    const auto address = [&](const char *domain) { return webAdminPage(settings, Scope{domain}).toString(QUrl::FullyEncoded); };
    QCOMPARE(address("example.com"), u"http://mail.example.com:8010/Admin/example.com/PBX.html"_s);
    QCOMPARE(address(""), u"http://mail.example.com:8010/MainAdmin/PBX.html"_s);
    settings.transport = Transport::Tls;
    QCOMPARE(address("example.com"), u"https://mail.example.com:9010/Admin/example.com/PBX.html"_s);
    QCOMPARE(address("../x?y#z"), u"https://mail.example.com:9010/Admin/..%2Fx%3Fy%23z/PBX.html"_s);
    settings.webAdmin = u"https://admin.example.com/"_s;
    QCOMPARE(address("a.example"), u"https://admin.example.com/Admin/a.example/PBX.html"_s);
    settings.webAdmin = u"https://admin.example.com/d/{domain}/pbx.wssp?x=1"_s;
    QCOMPARE(address("a.example"), u"https://admin.example.com/d/a.example/pbx.wssp?x=1"_s);
}

void WebAdminTest::fieldsAsABrowserSendsThem()
{
    const auto form = findUploadForm(
        "<!DOCTYPE html><!-- <form action=no method=post enctype=multipart/form-data><input type=file name=x></form> -->"
        "<script>var a='<form><input type=file name=s>';</script>"
        "<form action=search><input name=q></form>"
        "<FORM ACTION='?up=1&amp;b=2' METHOD='Post' EncType=multipart/form-data>"
        "<input type=hidden name=a value='1 &lt; 2'><input name=text value=\"x\"><input type=checkbox name=c1 value=v checked>"
        "<input type=checkbox name=c2 value=v><input type=radio name=r value=1><input type=radio name=r value=2 checked>"
        "<input type=checkbox name=c3 checked><input type=hidden name=off value=x disabled><input type=hidden value=nameless>"
        "<select name=s><option value=1>one<option value=2 selected>two</select><select name=s2><option>first<option>second</select>"
        "<textarea name=t>long &amp; text</textarea><input type=image name=i><input type=reset name=z>"
        "<input type=file name='file[]' multiple/><button type=button name=nothing>x</button><input type=submit name=send value='Upload files'>"
        "</FORM>", page);
    QVERIFY2(form, form ? "" : qPrintable(form.error().text()));
    QCOMPARE(form->action, QUrl(u"http://mail.example.com:8010/Admin/example.com/PBX.html?up=1&b=2"_s));
    QCOMPARE(form->fileField, u"file[]"_s);
    QCOMPARE(fieldsOf(*form), u"a=1 < 2&text=x&c1=v&r=2&c3=on&s=2&s2=first&t=long & text&send=Upload files"_s);
}

void WebAdminTest::choosesTheButton()
{
    auto form = findUploadForm(wrapped("<input type=submit name=delete value=Delete><input type=file name=f><button name=up value=1>Up</button><input type=submit name=other>"), page);
    QVERIFY(form);
    QCOMPARE(fieldsOf(*form), u"up=1"_s);
    form = findUploadForm(wrapped("<input type=submit name=up value=Up><input type=file name=f>"), page);
    QVERIFY(form);
    QCOMPARE(fieldsOf(*form), u"up=Up"_s);
    form = findUploadForm(wrapped("<input type=file name=f>"), page);
    QVERIFY(form);
    QCOMPARE(fieldsOf(*form), QString());
    form = findUploadForm(wrapped("<input type=file name=f>", "method=post enctype=multipart/form-data"), page);
    QVERIFY(form);
    QCOMPARE(form->action, page);
}

void WebAdminTest::unusablePages_data()
{
    QTest::addColumn<QByteArray>("html");
    const QByteArray file = "<input type=file name=f>";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no form") << QByteArray("<p>Log in first</p>");
    QTest::newRow("file outside of any form") << "<form method=post></form>" + file;
    QTest::newRow("file in a comment") << wrapped("<!-- " + file + " -->");
    QTest::newRow("file without a name") << wrapped("<input type=file>");
    QTest::newRow("disabled") << wrapped("<input type=file name=f disabled>");
    QTest::newRow("get") << wrapped(file, "enctype=multipart/form-data");
    QTest::newRow("other encoding") << wrapped(file, "method=post");
    QTest::newRow("two forms") << wrapped(file) + wrapped(file);
    QTest::newRow("two buttons before") << wrapped("<input type=submit name=a><input type=submit name=b>" + file);
    for (const auto *action : {"http://other.example/", "https://mail.example.com:8010/x", "http://mail.example.com/x", "//evil.example/x",
                               "javascript:alert(1)", "file:///etc/passwd", "http://mail.example.com:8011/", "data:text/html,x"})
        QTest::newRow(action) << wrapped(file, QByteArray("method=post enctype=multipart/form-data action=\"") + action + "\"");
    QTest::newRow("base elsewhere") << "<base href='http://other.example/'>" + wrapped(file);
}

void WebAdminTest::unusablePages()
{
    QFETCH(QByteArray, html);
    const auto form = findUploadForm(html, page);
    QVERIFY(!form);
    QCOMPARE(form.error().kind, Kind::NotAServer);
    QVERIFY(form.error().message.endsWith(u'.'));
    QVERIFY(form.error().remedy.contains(u"PBX.html"_s));
}

/// Any cut and any damage of a page gives a form of the same place or a failure.
void WebAdminTest::damagedPages()
{
    const QByteArray whole = "<base href='/x/'><!--c--><form action='up?a=&#x41;&amp;' method=post enctype=multipart/form-data><input type=hidden name='n' value=\"v\">"
                             "<select name=s><option selected>o</select><textarea name=t>x</textarea><script>if(a<b)</script><input type=file name=f><input type=submit></form>";
    QVERIFY(findUploadForm(whole, page));
    int usable = 0;
    const auto check = [&](const QByteArray &html) {
        const auto form = findUploadForm(html, page);
        usable += form.has_value();
        if (form)
            QCOMPARE(form->action.host(), u"mail.example.com"_s);
    };
    for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
        check(whole.left(cut));
        check(whole.mid(cut));
    }
    QRandomGenerator random(7);
    const QByteArray signs = "<>\"'=&;/!-\0 \xff";
    for (int round = 0; round < 20'000; ++round) {
        auto html = whole;
        for (int change = 0; change < 4; ++change)
            html[random.bounded(html.size())] = signs[random.bounded(signs.size())];
        check(html);
    }
    QVERIFY(usable > 100);
}

/// Time grows with the page, not with its square.
void WebAdminTest::endlessPages()
{
    for (const auto *piece : {"<", "<form ", "<form>", "<!--", "<a b=", "<a b='", "&", "&amp", "<script>", "</", "<a/", "<input type=file name=f>",
                              "<select name=a><option>", "<a =", "<textarea>"}) {
        const auto html = wrapped(QByteArray(piece).repeated(static_cast<int>((4 << 20) / qstrlen(piece))));
        QElapsedTimer timer;
        timer.start();
        (void)findUploadForm(html, page);
        QVERIFY2(timer.elapsed() < 5000, piece);
    }
}

void WebAdminTest::entities()
{
    QCOMPARE(decodeEntities(u"&lt;&gt;&amp;&quot;&apos;&#65;&#x1F4DE;"_s), u"<>&\"'A📞"_s);
    for (const auto *same : {"&", "&;", "&unknown;", "&#;", "&#x;", "&#xD800;", "&#x110000;", "&#0;", "&#99999999999;", "&amp", "a & b; c"})
        QCOMPARE(decodeEntities(QString::fromLatin1(same)), QString::fromLatin1(same));
    QCOMPARE(decodeEntities(u"&amp;lt;"_s), u"&lt;"_s);
}

void WebAdminTest::uploads()
{
    QTemporaryDir folder;
    const auto server = practiceServer(folder.filePath(u"w"_s));
    QVERIFY(server);
    auto settings = settingsFor(*server);
    const Scope scope{"example.com"};
    const auto form = uploadForm(settings, u"se cret"_s, scope);
    QVERIFY2(form, form ? "" : qPrintable(form.error().text()));
    QVERIFY(!form->fields.empty());
    QByteArray tar = tarEntry("new.wav", QByteArray(100'000, 'n')) + tarEntry("russian/new.wav", "r") + QByteArray(1024, '\0');
    QBuffer archive(&tar);
    QVERIFY(archive.open(QIODevice::ReadOnly));
    qint64 told = 0;
    const auto sent = uploadArchive(settings, u"se cret"_s, scope, archive, u"прог \"1\".tar"_s, {}, [&](qint64 bytes, qint64) { told = bytes; });
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().text()));
    QVERIFY(told > tar.size());
    QFile one(folder.filePath(u"w/domains/example.com/environment/new.wav"_s)), two(folder.filePath(u"w/domains/example.com/environment/russian/new.wav"_s));
    QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
    QCOMPARE(one.readAll(), QByteArray(100'000, 'n'));
    QCOMPARE(two.readAll(), QByteArray("r"));
    // What the server refuses is told.
    QByteArray bad = tarEntry("../x", "x") + QByteArray(1024, '\0');
    QBuffer badArchive(&bad);
    QVERIFY(badArchive.open(QIODevice::ReadOnly));
    const auto refused = uploadArchive(settings, u"se cret"_s, scope, badArchive, u"x.tar"_s);
    QVERIFY(!refused);
    QVERIFY(!refused.error().answerLost);
    settings.webAdmin += u"/no/such/page"_s;
    QCOMPARE(uploadForm(settings, u"se cret"_s, scope).error().code, 404);
}

void WebAdminTest::overTls()
{
    QTemporaryDir folder;
    QVERIFY(QProcess::execute(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, folder.filePath(u"k"_s),
                                             u"-out"_s, folder.filePath(u"c"_s), u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=127.0.0.1"_s, u"-addext"_s,
                                             u"subjectAltName=IP:127.0.0.1"_s, u"-quiet"_s}) == 0);
    const auto server = practiceServer(folder.filePath(u"w"_s), folder.filePath(u"c"_s), folder.filePath(u"k"_s));
    QVERIFY(server);
    auto settings = settingsFor(*server, true);
    const Scope scope{"example.com"};
    const auto foreign = uploadForm(settings, u"se cret"_s, scope);
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().kind, Kind::Certificate);
    const auto digest = QSslCertificate::fromPath(folder.filePath(u"c"_s)).constFirst().digest(QCryptographicHash::Sha256);
    QCOMPARE(foreign.error().certificate, digest);
    QVERIFY(foreign.error().certificateOf.contains(u"127.0.0.1"_s));
    settings.pinned = digest;
    auto form = uploadForm(settings, u"se cret"_s, scope);
    QVERIFY2(form, form ? "" : qPrintable(form.error().text()));
    settings.pinned = QByteArray(32, 'x');
    QCOMPARE(uploadForm(settings, u"se cret"_s, scope).error().kind, Kind::Certificate);
    // Trusted by an authority of one's own, but not the one that was pinned.
    settings.authorities = folder.filePath(u"c"_s);
    QCOMPARE(uploadForm(settings, u"se cret"_s, scope).error().kind, Kind::Certificate);
    settings.pinned.clear();
    form = uploadForm(settings, u"se cret"_s, scope);
    QVERIFY2(form, form ? "" : qPrintable(form.error().text()));
}

/// One attempt, not two.
void WebAdminTest::wrongPassword()
{
    FakeSite site;
    site.answers = {FakeSite::html("no", "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n")};
    const auto form = uploadForm(site.settings(), u"wrong"_s, Scope{"example.com"});
    QVERIFY(!form);
    QCOMPARE(form.error().kind, Kind::WrongPassword);
    QCOMPARE(site.received.toLower().count("authorization: basic"), 1);
    QTemporaryDir folder;
    const auto server = practiceServer(folder.filePath(u"w"_s));
    QVERIFY(server);
    QCOMPARE(uploadForm(settingsFor(*server), u"wrong"_s, Scope{"example.com"}).error().kind, Kind::WrongPassword);
}

void WebAdminTest::noRight()
{
    QTemporaryDir folder;
    const auto server = practiceServer(folder.filePath(u"w"_s));
    QVERIFY(server);
    auto settings = settingsFor(*server);
    settings.user = u"low@example.com"_s;
    QCOMPARE(uploadForm(settings, u"x"_s, Scope{"example.com"}).error().kind, Kind::NoRight);
}

/// Over a clear line to elsewhere the password stays here. The place is this machine's other name, which is no loopback.
void WebAdminTest::clearPasswords()
{
    FakeSite site;
    site.answers = {FakeSite::html("no", "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n")};
    auto settings = site.settings();
    settings.webAdmin = u"http://ip4-loopback.invalid/page"_s;
    QVERIFY(!uploadForm(settings, u"secret"_s, Scope{"example.com"}));
    // A name that resolves to this machine all the same.
    settings.webAdmin = u"http://%1:%2/page"_s.arg(QHostInfo::localHostName()).arg(site.serverPort());
    if (QHostInfo::fromName(QHostInfo::localHostName()).addresses().isEmpty())
        QSKIP("this machine's name can't be resolved");
    const auto port = site.serverPort();
    site.close();
    QVERIFY(site.listen(QHostAddress::Any, port));
    const auto form = uploadForm(settings, u"secret"_s, Scope{"example.com"});
    QVERIFY(!form);
    QCOMPARE(form.error().kind, Kind::ClearPassword);
    QVERIFY(!site.received.toLower().contains("authorization"));
    settings.clearPasswordAllowed = true;
    QCOMPARE(uploadForm(settings, u"secret"_s, Scope{"example.com"}).error().kind, Kind::WrongPassword);
    QVERIFY(site.received.toLower().contains("authorization"));
}

/// Names from the page can't add to the head of a part or end it.
void WebAdminTest::hostileNamesInTheForm()
{
    FakeSite site;
    site.answers = {FakeSite::html(wrapped("<input type=hidden name='a&quot;&#13;&#10;X-Evil: 1&#13;&#10;&#13;&#10;b' value='v&#13;&#10;--boundary'>"
                                           "<input type=file name='f&quot;; filename=&quot;evil'>")),
                    FakeSite::html("done")};
    QByteArray bytes = "content";
    QBuffer archive(&bytes);
    QVERIFY(archive.open(QIODevice::ReadOnly));
    QVERIFY(uploadArchive(site.settings(), u"x"_s, Scope{"example.com"}, archive, u"n\".tar\r\nX-Evil: 2"_s));
    QVERIFY(!site.received.contains("\r\nX-Evil"));
    QVERIFY(site.received.contains("name=\"a%22%0D%0AX-Evil: 1%0D%0A%0D%0Ab\""));
    QVERIFY(site.received.contains("name=\"f%22; filename=%22evil\"; filename=\"n%22.tar%0D%0AX-Evil: 2\""));
    QVERIFY(site.received.contains("POST /up HTTP/1.1"));
}

void WebAdminTest::redirections()
{
    FakeSite other, site;
    other.answers = {FakeSite::html(plainForm)};
    site.answers = {FakeSite::html("", "302 Found", "Location: http://127.0.0.1:" + QByteArray::number(other.serverPort()) + "/\r\n")};
    QCOMPARE(uploadForm(site.settings(), u"x"_s, Scope{"example.com"}).error().kind, Kind::NotAServer);
    QCOMPARE(other.requests, 0);
    site.answers = {FakeSite::html("", "302 Found", "Location: /deep/page\r\n"), FakeSite::html(plainForm)};
    site.requests = 0;
    const auto form = uploadForm(site.settings(), u"x"_s, Scope{"example.com"});
    QVERIFY(form);
    QCOMPARE(form->action.path(), u"/deep/up"_s);
}

void WebAdminTest::answers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("kind"); ///< -1: fine
    QTest::addColumn<bool>("lost");
    QTest::newRow("fine") << FakeSite::html("stored") << -1 << false;
    QTest::newRow("back to the page") << FakeSite::html("", "303 See Other", "Location: /page\r\n") << -1 << false;
    QTest::newRow("too large") << FakeSite::html("", "413 Too Large") << int(Kind::Refused) << false;
    QTest::newRow("forbidden") << FakeSite::html("", "403 Forbidden") << int(Kind::NoRight) << false;
    QTest::newRow("broken") << FakeSite::html("", "500 Internal Server Error") << int(Kind::Refused) << false;
    QTest::newRow("closed") << QByteArray("CLOSE") << int(Kind::NoConnection) << true;
    QTest::newRow("closed in the middle") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nCLOSE") << int(Kind::ConnectionLost) << true;
    QTest::newRow("silent") << QByteArray() << int(Kind::TimedOut) << true;
    QTest::newRow("endless") << FakeSite::html(QByteArray(5 << 20, 'x')) << int(Kind::NotAServer) << true;
}

void WebAdminTest::answers()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, kind);
    QFETCH(bool, lost);
    FakeSite site;
    site.answers = {FakeSite::html(plainForm), answer, FakeSite::html("again")};
    if (kind >= 0)
        site.answers.resize(2);
    auto settings = site.settings();
    settings.commandTime = std::chrono::milliseconds(500);
    QByteArray bytes(1000, 'a');
    QBuffer archive(&bytes);
    QVERIFY(archive.open(QIODevice::ReadOnly));
    const auto done = uploadArchive(settings, u"x"_s, Scope{"example.com"}, archive, u"a.tar"_s);
    QCOMPARE(done.has_value(), kind < 0);
    if (done)
        return;
    QVERIFY2(int(done.error().kind) == kind || (kind == int(Kind::NoConnection) && done.error().kind == Kind::ConnectionLost), qPrintable(done.error().text()));
    QCOMPARE(done.error().answerLost, lost);
    QVERIFY(done.error().message.endsWith(u'.'));
}

void WebAdminTest::stops()
{
    FakeSite site;
    site.answers = {QByteArray()};
    auto settings = site.settings();
    settings.commandTime = std::chrono::milliseconds(60'000);
    std::stop_source stop;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        QThread::msleep(100);
        stop.request_stop();
    }));
    thread->start();
    const auto form = uploadForm(settings, u"x"_s, Scope{"example.com"}, stop.get_token());
    QVERIFY(!form);
    QCOMPARE(form.error().kind, Kind::Cancelled);
    // Before it began.
    QCOMPARE(uploadForm(settings, u"x"_s, Scope{"example.com"}, stop.get_token()).error().kind, Kind::Cancelled);
    thread->wait();
}

QTEST_GUILESS_MAIN(WebAdminTest)
#include "tst_webadmin.moc"
