// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/faults.h"
#include "tests/practice/network.h"

#include <QRegularExpression>
#include <QUrl>

using namespace practice_test;
using practice::Fault;
using practice::PracticeServer;

/// The HTTP port: commands below /cli/, and pages whose form takes files and archives.
class TestPracticeHttp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsCommands();
    void refusesCommands();
    void needsPassword();
    void blocksAfterTenFailures();
    void keepsTheConnection();
    void boundsTheBody();
    void waitsWithTheBody();
    void refusesDamage();
    void encrypted();
    void faults();
    void showsPages();
    void keepsRights();
    void createsEnvironmentAndLanguage();
    void takesFiles();
    void takesArchives();
    void refusesArchives();
    void refusesForeignForms();
    void packedEnvironmentArrives();
};

namespace {

PracticeServer::Options http()
{
    PracticeServer::Options options;
    options.httpPort = 0;
    return options;
}

struct Answer {
    int status = 0;
    QByteArray head, body;
};

Answer readAnswer(Client &client)
{
    Answer answer;
    qsizetype length = 0;
    for (auto line = client.line(); line != "\r\n" && !line.isEmpty(); line = client.line()) {
        if (answer.head.isEmpty())
            answer.status = line.mid(9, 3).toInt();
        if (line.startsWith("Content-Length: "))
            length = line.mid(16).trimmed().toLongLong();
        answer.head += line;
    }
    answer.body = client.bytes(length);
    return answer;
}

QByteArray authorization(const QByteArray &user = "admin", const QByteArray &password = "secret")
{
    return "Authorization: Basic " + (user + ':' + password).toBase64() + "\r\n";
}

QByteArray get(const QByteArray &target, const QByteArray &fields = authorization())
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &target, const QByteArray &type, const QByteArray &body, const QByteArray &fields = authorization())
{
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "Content-Type: " + type
           + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

const QByteArray urlEncoded = "application/x-www-form-urlencoded";
const QByteArray page = "/Admin/example.com/PBX.html";

Answer ask(const Server &server, const QByteArray &request)
{
    Client client(server->httpPort());
    client.send(request);
    return readAnswer(client);
}

Answer command(const Server &server, const QByteArray &line, const QByteArray &fields = authorization())
{
    return ask(server, get("/cli/?command=" + QUrl::toPercentEncoding(QString::fromUtf8(line)), fields));
}

/// What a client that knows nothing of the page finds in it: the form with a file input.
struct Form {
    QByteArray action, fileInput;
    QList<std::pair<QByteArray, QByteArray>> hidden;
};

QByteArray attribute(const QString &tag, const char *name)
{
    const QRegularExpression pattern(QStringLiteral(" %1=\"([^\"]*)\"").arg(QLatin1String(name)));
    return pattern.match(tag).captured(1).replace(QLatin1String("&amp;"), QLatin1String("&")).toUtf8();
}

std::optional<Form> fileForm(const QByteArray &html)
{
    static const QRegularExpression formPattern(QStringLiteral("<form .*?</form>"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression inputPattern(QStringLiteral("<input [^>]*>"));
    auto forms = formPattern.globalMatch(QString::fromUtf8(html));
    while (forms.hasNext()) {
        const auto text = forms.next().captured(0);
        Form form;
        form.action = attribute(text, "action");
        auto inputs = inputPattern.globalMatch(text);
        while (inputs.hasNext()) {
            const auto input = inputs.next().captured(0);
            if (attribute(input, "type") == "hidden")
                form.hidden.emplaceBack(attribute(input, "name"), attribute(input, "value"));
            if (attribute(input, "type") == "file")
                form.fileInput = attribute(input, "name");
        }
        if (!form.fileInput.isEmpty())
            return form;
    }
    return std::nullopt;
}

QByteArray part(const QByteArray &disposition, const QByteArray &content)
{
    return "--frontier\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

/// Fetches a page and sends files through the form that stands on it.
Answer upload(const Server &server, const QByteArray &target, const QList<std::pair<QByteArray, QByteArray>> &files,
              const QByteArray &fields = authorization())
{
    const auto form = fileForm(ask(server, get(target, fields)).body);
    if (!form)
        return {};
    QByteArray body;
    for (const auto &[name, value] : form->hidden)
        body += part("name=\"" + name + '"', value);
    for (const auto &[name, content] : files)
        body += part("name=\"" + form->fileInput + "\"; filename=\"" + name + '"', content);
    const auto action = QUrl(QStringLiteral("http://localhost") + QString::fromUtf8(target)).resolved(QUrl(QString::fromUtf8(form->action)));
    return ask(server, post(action.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority), "multipart/form-data; boundary=frontier",
                            body + "--frontier--\r\n", fields));
}

QByteArray tarEntry(const QByteArray &name, const QByteArray &content, char type = '0')
{
    QByteArray block(512, '\0');
    const auto put = [&](int at, const QByteArray &text) { block.replace(at, text.size(), text); };
    put(0, name.left(100));
    put(100, "0000644");
    put(124, QByteArray::number(content.size(), 8).rightJustified(11, '0'));
    put(136, "00000000000");
    put(148, "        ");
    block[156] = type;
    put(257, QByteArray("ustar\0" "00", 8));
    int sum = 0;
    for (const char c : block)
        sum += static_cast<unsigned char>(c);
    put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0' + ' ');
    auto out = block + content;
    out.resize((out.size() + 511) / 512 * 512, '\0');
    return out;
}

const QByteArray tarEnd(1024, '\0');

} // namespace

void TestPracticeHttp::runsCommands()
{
    const Workspace workspace;
    const Server server(workspace, http());
    auto answer = command(server, "LISTDOMAINS");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "(example.com,other.example)");
    QCOMPARE(command(server, "NOOP").body, "OK");
    QCOMPARE(command(server, "ECHO {a=\"ключ + &\";}").body, "{a=\"ключ + &\";}");
    QByteArray content(100'000, '\0');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = static_cast<char>(i * 31);
    const auto line = "STOREDOMAINPBXFILE example.com FILE x.wav DATA [" + content.toBase64() + ']';
    answer = ask(server, post("/CLI/", urlEncoded + "; charset=utf-8", "command=" + QUrl::toPercentEncoding(QString::fromUtf8(line))));
    QCOMPARE(answer.body, "OK");
    QCOMPARE(workspace.read("domains/example.com/environment/x.wav"), content);
    QCOMPARE(command(server, "READDOMAINPBXFILE example.com FILE x.wav").body, '[' + content.toBase64() + ']');
    auto options = http();
    options.manner.httpSaysOk = false;
    const Server silent(workspace, options);
    answer = command(silent, "NOOP");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "");
}

void TestPracticeHttp::refusesCommands()
{
    const Workspace workspace;
    const Server server(workspace, http());
    for (const auto &[line, status] : {std::pair{"NOSUCH", 400}, {"ECHO (", 400}, {"LISTACCOUNTS nowhere.example", 404},
                                       {"GETACCOUNTPREFS ghost", 404}, {"QUIT", 400}, {"INLINE", 400}, {"USER x", 400},
                                       {"NOOP\nNOOP", 400}, {"NOOP\r\nSTORESERVERPBXFILE x.wav DATA []", 400}, {"", 400}}) {
        const auto answer = command(server, line);
        QVERIFY2(answer.status == status, line + (": " + answer.body));
        QVERIFY2(answer.body.startsWith("ERROR: "), answer.body);
    }
    QCOMPARE(command(server, "LISTACCOUNTS example.com", authorization("nobody@example.com")).status, 403);
    QVERIFY(!workspace.has("server/x.wav"));
    QCOMPARE(ask(server, get("/cli/")).status, 400);
    QCOMPARE(ask(server, get("/cli/?command=NOOP&command=NOOP")).status, 400);
    QCOMPARE(ask(server, get("/cli/?command=%")).status, 400);
    QCOMPARE(ask(server, post("/cli/", "text/plain", "command=NOOP")).status, 415);
    QCOMPARE(ask(server, get("/nowhere")).status, 404);
    const auto deleted = ask(server, "DELETE /cli/ HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(deleted.status, 405);
    QVERIFY(deleted.head.contains("Allow: GET, HEAD, POST\r\n"));
}

void TestPracticeHttp::needsPassword()
{
    const Workspace workspace;
    const Server server(workspace, http());
    for (const auto &fields : {QByteArray(), authorization("admin", "wrong"), authorization("ghost"), QByteArray("Authorization: Basic *\r\n"),
                               QByteArray("Authorization: Digest x\r\n")}) {
        for (const auto &target : {QByteArray("/cli/?command=LISTDOMAINS"), page, QByteArray("/nowhere")}) {
            const auto answer = ask(server, get(target, fields));
            QCOMPARE(answer.status, 401);
            QVERIFY(answer.head.contains("WWW-Authenticate: Basic realm=\""));
            QVERIFY(!answer.body.contains("example"));
        }
    }
}

void TestPracticeHttp::blocksAfterTenFailures()
{
    const Workspace workspace;
    const Server server(workspace, http());
    for (int i = 0; i < 10; ++i)
        QCOMPARE(command(server, "NOOP", authorization("admin", "wrong")).status, 401);
    const auto answer = command(server, "NOOP");
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.body.contains("too many failed log-ins"));
}

void TestPracticeHttp::keepsTheConnection()
{
    const Workspace workspace;
    const Server server(workspace, http());
    Client client(server->httpPort());
    client.send(get("/cli/?command=ECHO+a") + get("/cli/?command=ECHO+b"));
    QCOMPARE(readAnswer(client).body, "a");
    QCOMPARE(readAnswer(client).body, "b");
    client.send(get("/cli/?command=ECHO+c").replace("GET", "HEAD"));
    QVERIFY(client.line().startsWith("HTTP/1.1 200 "));
    while (client.line() != "\r\n") { }
    client.send(get("/cli/?command=ECHO+d", authorization() + "Connection: close\r\n"));
    QCOMPARE(readAnswer(client).body, "d");
    QCOMPARE(client.rest(), "");
    Client old(server->httpPort());
    old.send(get("/cli/?command=ECHO+e").replace("HTTP/1.1", "HTTP/1.0"));
    QVERIFY(old.rest().endsWith("\r\n\r\ne"));
}

void TestPracticeHttp::boundsTheBody()
{
    const Workspace workspace;
    auto options = http();
    options.manner.httpRequestSize = 1000;
    const Server server(workspace, options);
    QCOMPARE(ask(server, post("/cli/", urlEncoded, "command=ECHO+" + QByteArray(987, 'a'))).body.size(), 987);
    Client client(server->httpPort());
    client.send(post("/cli/", urlEncoded, "command=ECHO+" + QByteArray(300'000, 'a')));
    QCOMPARE(readAnswer(client).status, 413);
    QCOMPARE(client.rest(), "");
}

void TestPracticeHttp::waitsWithTheBody()
{
    const Workspace workspace;
    const Server server(workspace, http());
    Client client(server->httpPort());
    const auto whole = post("/cli/", urlEncoded, "command=NOOP", authorization() + "Expect: 100-continue\r\n");
    client.send(whole.chopped(12));
    QCOMPARE(client.line(), "HTTP/1.1 100 Continue\r\n");
    QCOMPARE(client.line(), "\r\n");
    client.send(whole.last(12));
    QCOMPARE(readAnswer(client).body, "OK");
}

void TestPracticeHttp::refusesDamage()
{
    const Workspace workspace;
    const Server server(workspace, http());
    Client client(server->httpPort());
    client.send("USER admin\r\n\r\n");
    QCOMPARE(readAnswer(client).status, 400);
    QCOMPARE(client.rest(), ""); // closed by the server
    QCOMPARE(ask(server, QByteArray(100'000, 'a')).status, 431);
}

void TestPracticeHttp::encrypted()
{
    const Certificate certificate;
    const Workspace workspace;
    auto options = http();
    options.certificate = certificate.file();
    options.key = certificate.key();
    const Server server(workspace, options);
    Client client(server->httpPort(), true);
    QVERIFY(client.isConnected());
    client.send(get("/cli/?command=LISTDOMAINS"));
    QCOMPARE(readAnswer(client).body, "(example.com,other.example)");
}

void TestPracticeHttp::faults()
{
    const Workspace workspace;
    const Server server(workspace, http());
    const auto store = get("/cli/?command=STORESERVERPBXFILE+x.wav+DATA+[]");
    for (const auto kind : {Fault::Kind::DropBefore, Fault::Kind::DropAfter}) {
        QFile::remove(workspace.path(QStringLiteral("server/x.wav")));
        server->setFaults({{kind, 1, true}});
        Client client(server->httpPort());
        client.send(store);
        QCOMPARE(client.rest(), "");
        QCOMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(workspace.has("server/x.wav"), kind == Fault::Kind::DropAfter);
    }
    server->setFaults({{Fault::Kind::Refuse, 1, true}});
    QVERIFY(command(server, "NOOP").body.contains("refused on purpose"));
    server->setFaults({{Fault::Kind::Garbage, 1, true}});
    Client noise(server->httpPort());
    noise.send(get("/cli/?command=NOOP"));
    QVERIFY(!noise.rest().startsWith("HTTP"));
    const auto whole = [&] {
        Client client(server->httpPort());
        client.send(get("/cli/?command=ECHO+a", authorization() + "Connection: close\r\n"));
        return client.rest();
    };
    const auto answer = whole();
    for (qsizetype at = 0; at < answer.size(); ++at) {
        server->setFaults({{Fault::Kind::DropSent, at, true}});
        QCOMPARE(whole(), answer.first(at));
    }
}

void TestPracticeHttp::showsPages()
{
    const Workspace workspace;
    const Server server(workspace, http());
    const auto home = ask(server, get("/"));
    QVERIFY(home.head.contains("Content-Type: text/html; charset=utf-8\r\n"));
    QVERIFY(home.body.contains("<a href=\"/Admin/example.com/PBX.html\">"));
    QVERIFY(home.body.contains("<a href=\"/MainAdmin/PBX.html\">"));
    const auto domain = ask(server, get(page)).body;
    QVERIFY(domain.contains("<li>callback.sppr</li>"));
    QVERIFY(domain.contains("<a href=\"PBX.html?language=russian\">"));
    QVERIFY(domain.contains("<li>pbx.sppr <em>parent</em></li>"));
    QVERIFY(domain.contains("<li>greeting.wav <em>parent</em></li>"));
    const auto russian = ask(server, get(page + "?language=russian"));
    QVERIFY(russian.body.contains("<li>welcome.wav</li>"));
    QCOMPARE(fileForm(russian.body)->action, "PBX.html?language=russian");
    QCOMPARE(ask(server, get(page + "?language=klingon")).status, 404);
    QCOMPARE(ask(server, get("/Admin/nowhere.example/PBX.html")).status, 404);
    QCOMPARE(ask(server, get("/Admin/example.com/none/PBX.html")).status, 404);
    QCOMPARE(ask(server, get("/Admin/%3Cb%3E/PBX.html")).status, 404);
    QVERIFY(!ask(server, get("/Admin/%3Cb%3E/PBX.html")).body.contains("<b>"));
}

void TestPracticeHttp::keepsRights()
{
    const Workspace workspace;
    const Server server(workspace, http());
    const auto chief = authorization("chief@example.com");
    QCOMPARE(upload(server, page, {{"x.wav", "x"}}, chief).status, 200);
    QCOMPARE(ask(server, get("/Admin/other.example/PBX.html", chief)).status, 403);
    QCOMPARE(ask(server, get("/MainAdmin/PBX.html", chief)).status, 403);
    QVERIFY(!ask(server, get("/", chief)).body.contains("other.example"));
    QCOMPARE(ask(server, get(page, authorization("nobody@example.com"))).status, 403);
    QCOMPARE(upload(server, "/MainAdmin/PBX.html", {{"new.wav", "x"}}).status, 200);
    QCOMPARE(workspace.read("server/new.wav"), "x");
}

void TestPracticeHttp::createsEnvironmentAndLanguage()
{
    const Workspace workspace;
    const Server server(workspace, http());
    const QByteArray other = "/Admin/other.example/PBX.html";
    const auto before = ask(server, get(other)).body;
    QVERIFY(before.contains("Create Custom Environment"));
    QVERIFY(!fileForm(before)); // nothing to upload into
    const auto token = attribute(QString::fromUtf8(before).section(QLatin1String("name=\"token\""), 1), "value");
    QCOMPARE(ask(server, post(other, urlEncoded, "token=wrong&create=environment")).status, 400);
    QVERIFY(!workspace.has("domains/other.example/environment"));
    QCOMPARE(ask(server, post(other, urlEncoded, "token=" + token + "&create=environment")).status, 200);
    QVERIFY(workspace.has("domains/other.example/environment"));
    QCOMPARE(ask(server, post(other, urlEncoded, "token=" + token + "&create=language&name=french")).status, 200);
    QVERIFY(workspace.has("domains/other.example/environment/french"));
    QCOMPARE(ask(server, post(other, urlEncoded, "token=" + token + "&create=language&name=french")).status, 400);
    QCOMPARE(ask(server, post(other, urlEncoded, "token=" + token + "&create=language")).status, 400);
    QVERIFY(fileForm(ask(server, get(other)).body));
}

void TestPracticeHttp::takesFiles()
{
    const Workspace workspace;
    const Server server(workspace, http());
    const QByteArray binary("\r\n--front\0\xff\r\n", 13);
    auto answer = upload(server, page, {{"One.wav", binary}, {"two.wav", "2"}});
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("Files stored: 2."));
    QCOMPARE(workspace.read("domains/example.com/environment/one.wav"), binary);
    QCOMPARE(workspace.read("domains/example.com/environment/two.wav"), "2");
    answer = upload(server, page + "?language=russian", {{"welcome.wav", "new"}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(workspace.read("domains/example.com/environment/russian/welcome.wav"), "new");
    QCOMPARE(upload(server, page, {}).status, 400);
    QCOMPARE(upload(server, page, {{"", ""}}).status, 400); // nothing chosen
    QCOMPARE(upload(server, page, {{".hidden", "x"}}).status, 400);
}

void TestPracticeHttp::takesArchives()
{
    const Workspace workspace;
    const Server server(workspace, http());
    const auto tar = tarEntry("menu.sppr", "entry main is stop; end entry;") + tarEntry("french/", "", '5')
                     + tarEntry("french/Hello.wav", "bonjour") + tarEntry("russian/welcome.wav", "new") + tarEnd;
    const auto answer = upload(server, page, {{"all.TAR", tar}});
    QVERIFY2(answer.body.contains("Files stored: 3."), answer.body);
    QCOMPARE(workspace.read("domains/example.com/environment/french/hello.wav"), "bonjour");
    QCOMPARE(workspace.read("domains/example.com/environment/russian/welcome.wav"), "new");
    QVERIFY(workspace.has("domains/example.com/environment/callback.sppr")); // what the archive leaves out stays
    QVERIFY(!workspace.has("domains/example.com/environment/all.tar"));
    QCOMPARE(upload(server, page + "?language=russian", {{"flat.tar", tarEntry("a.wav", "a") + tarEnd}}).status, 200);
    QCOMPARE(workspace.read("domains/example.com/environment/russian/a.wav"), "a");
}

void TestPracticeHttp::refusesArchives()
{
    const Workspace workspace;
    const Server server(workspace, http());
    const auto good = tarEntry("good.wav", "x");
    for (const auto &tar : {good + tarEntry("../x.wav", "x") + tarEnd, good + tarEntry("/x.wav", "x") + tarEnd,
                            good + tarEntry("a/b/c.wav", "x") + tarEnd, good + tarEntry("link.wav", "", '2') + tarEnd,
                            good + tarEntry("Good.WAV", "y") + tarEnd, good + tarEntry("disk", "", '4') + tarEnd,
                            good + tarEntry("a/b/", "", '5') + tarEnd, (good + tarEntry("cut.wav", QByteArray(5000, 'x'))).chopped(4000),
                            QByteArray("no archive at all"), tarEnd}) {
        const auto answer = upload(server, page, {{"all.tar", tar}});
        QVERIFY2(answer.status == 400 && answer.body.contains("ERROR: "), answer.body);
        QVERIFY(!workspace.has("domains/example.com/environment/good.wav"));
    }
    QCOMPARE(upload(server, page + "?language=russian", {{"all.tar", good + tarEntry("french/x.wav", "x") + tarEnd}}).status, 400);
    server->setFaults({{Fault::Kind::DiskFull, 2, true}});
    const auto answer = upload(server, page, {{"all.tar", good + tarEntry("late.wav", "x") + tarEnd}});
    QVERIFY2(answer.body.contains("late.wav: no space left") && answer.body.contains("stored before it: 1"), answer.body);
    QVERIFY(!workspace.has("domains/example.com/environment/late.wav"));
}

void TestPracticeHttp::refusesForeignForms()
{
    const Workspace workspace;
    const Server server(workspace, http());
    const auto file = part("name=\"fileData\"; filename=\"x.wav\"", "x") + "--frontier--\r\n";
    const QByteArray type = "multipart/form-data; boundary=frontier";
    QCOMPARE(ask(server, post(page, type, file)).status, 400);
    QCOMPARE(ask(server, post(page, type, part("name=\"token\"", "guessed") + file)).status, 400);
    QCOMPARE(ask(server, post(page, type, "--other\r\n")).status, 400);
    QCOMPARE(ask(server, post(page, "text/plain", "x")).status, 400);
    QVERIFY(!workspace.has("domains/example.com/environment/x.wav"));
}

/// What the tar program packs, the page takes.
void TestPracticeHttp::packedEnvironmentArrives()
{
    const Workspace workspace;
    const auto tarFile = workspace.path(QStringLiteral("packed.tar"));
    QFile tar(tarFile);
    {
        const auto made = QProcess::execute(QStringLiteral("tar"),
                                            {QStringLiteral("--format=ustar"), QStringLiteral("-C"),
                                             workspace.path(QStringLiteral("domains/example.com/environment")), QStringLiteral("-cf"),
                                             tarFile, QStringLiteral("callback.sppr"), QStringLiteral("russian")});
        QCOMPARE(made, 0);
    }
    QVERIFY(tar.open(QIODevice::ReadOnly));
    workspace.write("domains/other.example/environment/old.wav", "old");
    const Server server(workspace, http());
    QCOMPARE(upload(server, "/Admin/other.example/PBX.html", {{"packed.tar", tar.readAll()}}).status, 200);
    for (const auto *name : {"callback.sppr", "russian/welcome.wav", "old.wav"})
        QVERIFY2(workspace.has((QByteArray("domains/other.example/environment/") + name).constData()), name);
    QCOMPARE(workspace.read("domains/other.example/environment/russian/welcome.wav"),
             workspace.read("domains/example.com/environment/russian/welcome.wav"));
}

QTEST_GUILESS_MAIN(TestPracticeHttp)
#include "tst_practice_http.moc"
