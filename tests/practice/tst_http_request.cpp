// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/http_form.h"
#include "environment/practice/http_request.h"
#include "environment/practice/http_response.h"
#include "environment/practice/uploaded_files.h"

#include <QTest>

using namespace pbx::practice;
using State = http::Parsed::State;

/// Requests out of bytes: what is one, what is none, what stands behind it.
class TestHttpRequest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsRequests();
    void needsEveryByte();
    void readsOneAfterAnother();
    void refuses_data();
    void refuses();
    void bounds();
    void continues();
    void keepsAlive();
    void percent();
    void urlEncoded();
    void multipart();
    void refusesMultipart_data();
    void refusesMultipart();
    void basic();
    void printsResponses();
    void takesUploads();
};

namespace {

const std::string post = "POST /cli/?x=1 HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nX-Odd:\t a b \r\n\r\nhello";

std::string part(const std::string &disposition, const std::string &content)
{
    return "--b\r\nContent-Disposition: " + disposition + "\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";
}

constexpr std::string_view formType = "multipart/form-data; boundary=b";

} // namespace

void TestHttpRequest::readsRequests()
{
    const auto parsed = http::parseRequest(post);
    QCOMPARE(parsed.state, State::Complete);
    QCOMPARE(parsed.size, post.size());
    QCOMPARE(parsed.request.method, "POST");
    QCOMPARE(parsed.request.path, "/cli/");
    QCOMPARE(parsed.request.query, "x=1");
    QCOMPARE(parsed.request.body, "hello");
    QCOMPARE(*parsed.request.field("x-odd"), "a b");
    QVERIFY(!parsed.request.field("none"));
    const auto whole = http::parseRequest("GET http://host:8010/Admin/a%20b/ HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(whole.request.path, "/Admin/a b/");
    QCOMPARE(http::parseRequest("GET http://host HTTP/1.1\r\nHost: h\r\n\r\n").request.path, "/");
}

void TestHttpRequest::needsEveryByte()
{
    for (std::size_t size = 0; size < post.size(); ++size) {
        const auto parsed = http::parseRequest(std::string_view(post).substr(0, size));
        QVERIFY2(parsed.state == State::Incomplete, std::to_string(size).c_str());
        QVERIFY(!parsed.waitsForGo);
    }
}

void TestHttpRequest::readsOneAfterAnother()
{
    const auto first = http::parseRequest(post + "\r\n" + post);
    QCOMPARE(first.size, post.size());
    const auto second = http::parseRequest("\r\n" + post);
    QCOMPARE(second.state, State::Complete);
    QCOMPARE(second.size, post.size() + 2);
    QCOMPARE(second.request.body, "hello");
}

void TestHttpRequest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) { QTest::newRow(name) << bytes << status; };
    row("bare line feed", "GET / HTTP/1.1\nHost: h\n\n", 400);
    row("bare line feed at once", "\n", 400);
    row("bare line feed inside", "GET / HTTP/1.1\r\nHost: h\nX: y\r\n\r\n", 400);
    row("no version", "GET /\r\nHost: h\r\n\r\n", 400);
    row("version 0.9", "GET / HTTP/0.9\r\nHost: h\r\n\r\n", 505);
    row("version 2", "GET / HTTP/2.0\r\nHost: h\r\n\r\n", 505);
    row("another protocol", "GET / RTSP/1.0\r\nHost: h\r\n\r\n", 400);
    row("command port's line", "LISTDOMAINS\r\n\r\n", 400);
    row("method with a sign", "G(T / HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    row("two blanks", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    row("blank in the address", "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    row("no slash", "GET cli HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    row("fragment", "GET /#a HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    row("NUL in the address", "GET /%00 HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    row("damaged escape", "GET /%4 HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    row("control sign", "GET /\x01 HTTP/1.1\r\nHost: h\r\n\r\n", 400);
    row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
    row("field without colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", 400);
    row("blank before the colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n", 400);
    row("folded field", "GET / HTTP/1.1\r\nHost: h\r\nX: a\r\n b: c\r\n\r\n", 400);
    row("control sign in a field", "GET / HTTP/1.1\r\nHost: h\r\nX: a\x01\r\n\r\n", 400);
    row("carriage return in a field", "GET / HTTP/1.1\r\nHost: h\r\nX: a\rb\r\n\r\n", 400);
    row("no length", "POST / HTTP/1.1\r\nHost: h\r\n\r\n", 411);
    row("two lengths", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", 400);
    row("negative length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n", 400);
    row("signed length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: +1\r\n\r\n", 400);
    row("hexadecimal length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0x1\r\n\r\n", 400);
    row("listed length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1, 1\r\n\r\n", 400);
    row("empty length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length:\r\n\r\n", 400);
    row("length over all bounds", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999999\r\n\r\n", 413);
    row("length over the limit", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10485761\r\n\r\n", 413);
    row("chunks", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n", 501);
    row("chunks and length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 501);
}

void TestHttpRequest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const auto parsed = http::parseRequest(bytes.toStdString());
    QCOMPARE(parsed.state, State::Refused);
    QCOMPARE(parsed.status, status);
    QVERIFY(!parsed.reason.empty());
}

void TestHttpRequest::bounds()
{
    const http::Limits limits{100, 3, 10};
    QCOMPARE(http::parseRequest(std::string(99, 'A'), limits).state, State::Incomplete);
    QCOMPARE(http::parseRequest(std::string(100, 'A'), limits).status, 431);
    QCOMPARE(http::parseRequest("GET / HTTP/1.1\r\nHost: h\r\na: 1\r\nb: 2\r\n\r\n", limits).state, State::Complete);
    QCOMPARE(http::parseRequest("GET / HTTP/1.1\r\nHost: h\r\na: 1\r\nb: 2\r\nc: 3\r\n\r\n", limits).status, 431);
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ";
    QCOMPARE(http::parseRequest(head + "10\r\n\r\n0123456789", limits).state, State::Complete);
    QCOMPARE(http::parseRequest(head + "11\r\n\r\n", limits).status, 413);
}

void TestHttpRequest::continues()
{
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
    QVERIFY(http::parseRequest(head).waitsForGo);
    QVERIFY(!http::parseRequest(head + "a").waitsForGo);
    QCOMPARE(http::parseRequest(head + "ab").state, State::Complete);
}

void TestHttpRequest::keepsAlive()
{
    const auto keeps = [](const std::string &version, const std::string &connection) {
        return http::parseRequest("GET / HTTP/" + version + "\r\nHost: h\r\n" + connection + "\r\n").request.keepAlive;
    };
    QVERIFY(keeps("1.1", ""));
    QVERIFY(!keeps("1.1", "Connection: Close\r\n"));
    QVERIFY(!keeps("1.0", ""));
    QVERIFY(keeps("1.0", "Connection: Keep-Alive\r\n"));
    QCOMPARE(http::parseRequest("GET / HTTP/1.0\r\n\r\n").state, State::Complete); // no host in the old version
}

void TestHttpRequest::percent()
{
    QCOMPARE(http::decodePercent("a%2Bb+c", true), "a+b c");
    QCOMPARE(http::decodePercent("a%2bb+c", false), "a+b+c");
    for (const auto *text : {"%", "%4", "%4x", "%x4", "%+4", "% 4", "%-1"})
        QVERIFY2(!http::decodePercent(text, true), text);
    QCOMPARE(http::escapedPercent("a b/ж"), "a%20b%2F%D0%B6");
    QCOMPARE(http::escapedHtml("<a href=\"x\">'&"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
}

void TestHttpRequest::urlEncoded()
{
    const auto parameters = http::readUrlEncoded("command=ECHO+%22a%26b%22&&empty=&bare");
    QVERIFY(parameters);
    QCOMPARE(parameters->size(), std::size_t(3));
    QCOMPARE((*parameters)[0].value, "ECHO \"a&b\"");
    QCOMPARE((*parameters)[1].name, "empty");
    QCOMPARE((*parameters)[2].name, "bare");
    QVERIFY(!http::readUrlEncoded("a=%"));
    QVERIFY(http::readUrlEncoded("")->empty());
}

void TestHttpRequest::multipart()
{
    const std::string binary("\r\n--c\0\r\n--", 10);
    const auto body = part("form-data; name=\"token\"", "secret")
                      + part(R"(form-data; name="file"; filename="C:\dir\a \"b\".wav")", binary) + part("form-data; name=empty", "")
                      + "--b--\r\n";
    const auto parts = http::readMultipart(formType, body);
    QVERIFY(parts);
    QCOMPARE(parts->size(), std::size_t(3));
    QCOMPARE((*parts)[0].content, "secret");
    QVERIFY(!(*parts)[0].fileName);
    QCOMPARE((*parts)[1].fileName.value_or(""), "a \"b\".wav");
    QCOMPARE((*parts)[1].content, binary);
    QCOMPARE((*parts)[2].content, "");
    QVERIFY(http::readMultipart("Multipart/Form-Data; charset=x; boundary=\"b\"", "--b--")->empty());
}

void TestHttpRequest::refusesMultipart_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const std::string &type, const std::string &body) {
        QTest::newRow(name) << QByteArray::fromStdString(type) << QByteArray::fromStdString(body);
    };
    const std::string type(formType);
    const auto good = part("form-data; name=a", "x");
    row("another type", "text/plain; boundary=b", good + "--b--");
    row("no boundary", "multipart/form-data", good + "--b--");
    row("empty boundary", "multipart/form-data; boundary=\"\"", good + "--b--");
    row("long boundary", "multipart/form-data; boundary=" + std::string(71, 'b'), good + "--b--");
    row("two boundaries", "multipart/form-data; boundary=b; boundary=c", good + "--b--");
    row("no end", type, good);
    row("no content", type, "");
    row("text before", type, "x\r\n" + good + "--b--");
    row("no name", type, part("form-data", "x") + "--b--");
    row("attachment", type, part("attachment; name=a", "x") + "--b--");
    row("unclosed quotes", type, part("form-data; name=\"a", "x") + "--b--");
    row("two names", type, part("form-data; name=a; name=b", "x") + "--b--");
    row("no head", type, "--b\r\n\r\nx\r\n--b--");
    row("no empty line", type, "--b\r\nContent-Disposition: form-data; name=a\r\n--b--");
    row("text behind the boundary", type, "--bx\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--b--");
}

void TestHttpRequest::refusesMultipart()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QVERIFY(!http::readMultipart(type.toStdString(), body.toStdString()));
}

void TestHttpRequest::basic()
{
    const auto read = [](const QByteArray &text) { return http::readBasic("Basic " + text.toBase64().toStdString()); };
    QCOMPARE(read("admin:a:b")->user, "admin");
    QCOMPARE(read("admin:a:b")->password, "a:b");
    QVERIFY(http::readBasic("basic " + QByteArray("a:").toBase64().toStdString()));
    QVERIFY(!read(":x"));
    QVERIFY(!read("admin"));
    for (const auto *text : {"", "Basic", "Basic ", "Basic *", "Digest YTpi", "Basic YTpi YTpi"})
        QVERIFY2(!http::readBasic(text), text);
}

void TestHttpRequest::printsResponses()
{
    http::Response response;
    response.body = "(a)";
    const auto text = http::printResponse(response, true, true);
    QVERIFY(text.starts_with("HTTP/1.1 200 OK\r\n"));
    QVERIFY(text.contains("Content-Length: 3\r\n"));
    QVERIFY(text.ends_with("\r\n\r\n(a)"));
    QVERIFY(http::printResponse(response, false, false).ends_with("\r\n\r\n"));
}

void TestHttpRequest::takesUploads()
{
    const auto single = readUpload("Welcome.wav", "abc", "russian");
    QVERIFY(single);
    QCOMPARE(single->files.front().name, "russian/welcome.wav");
    QCOMPARE(single->files.front().content, "abc");
    QVERIFY(!readUpload("..", "abc", ""));
    QVERIFY(!readUpload("a\nb.wav", "abc", ""));
    QVERIFY(!readUpload("x.tar", "no archive", ""));
    QVERIFY(!readUpload("x.tar", std::string(1024, '\0'), "")); // an empty one
}

QTEST_GUILESS_MAIN(TestHttpRequest)
#include "tst_http_request.moc"
