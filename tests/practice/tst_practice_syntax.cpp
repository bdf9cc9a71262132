// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/words.h"
#include "tests/practice/practice_workspace.h"

using namespace practice_test;

/// What the practice server takes for a command, and what not: it must not forgive what the real one refuses.
class TestPracticeSyntax : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void echoesObjects_data();
    void echoesObjects();
    void refusesObjects_data();
    void refusesObjects();
    void refusesLines_data();
    void refusesLines();
    void takesLines_data();
    void takesLines();
    void readsDeepNesting();
    void printsWithoutInline();
    void keywordsAreBare();
};

void TestPracticeSyntax::echoesObjects_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, const char *sent, const char *answer) {
        QTest::newRow(name) << QByteArray(sent) << QByteArray(answer);
    };
    row("atom", "abc", "abc");
    row("an atom of an address", "ivanov@example.com", "ivanov@example.com");
    row("empty", R"("")", R"("")");
    row("decimal escape", R"("x\009y")", R"("x\ty")");
    row("letters by number", R"("\065\066")", "AB");
    row("line break", R"("x\ey")", R"("x\ey")");
    row("quotes", R"("q\"q\\q")", R"("q\"q\\q")");
    row("code point", R"("\u'442'")", "\"т\"");
    row("numbers", "(#5,#-12,#0x17EF,#-0b1011,#0o755)", "(#5,#-12,#6127,#-11,#493)");
    row("day", "#T07-11-2011", "#T07-11-2011_00:00:00");
    row("past and future", "(#TPAST,#TFUTURE)", "(#TPAST,#TFUTURE)");
    row("address", "#I[10.0.44.55]:25", "#I[10.0.44.55]:25");
    row("null", "#Null#", "#null#");
    row("datablock", "[SGVs bG8=]", "[SGVsbG8=]");
    row("empty ones", "{a={};b=();c=[];}", "{a={};b=();c=[];}");
    row("blanks", "{ a = 1 ; b = ( x , y ) ; }", "{a=1;b=(x,y);}");
    row("XML", "(<a b=\"c\">d</a>,e)", "(<a b=\"c\">d</a>,e)");
    row("bytes that are not UTF-8", "\"\xff\xfe\"", R"("\255\254")");
    row("quoted key", R"({"a b"=1;})", R"({"a b"=1;})");
    row("UTF-8", "{ключ=\"значение\";}", "{\"ключ\"=\"значение\";}");
}

void TestPracticeSyntax::echoesObjects()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, answer);
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("ECHO " + sent.toStdString()), "201 " + answer);
}

void TestPracticeSyntax::refusesObjects_data()
{
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char *name, const char *sent) { QTest::newRow(name) << QByteArray(sent); };
    row("missing semicolon", "{a=1}");
    row("missing value", "{a=;}");
    row("missing key", "{=1;}");
    row("missing equals", "{a 1;}");
    row("unclosed dictionary", "{a=1;");
    row("unclosed array", "(a,b");
    row("unclosed string", "\"abc");
    row("unclosed datablock", "[SGVs");
    row("foreign signs in a datablock", "[SG*s]");
    row("datablock not whole", "[SGVsbG8]");
    row("joined strings", "(\"a\" \"b\")");
    row("empty slot", "(a,,b)");
    row("comma at the end", "(a,)");
    row("special sign unquoted", "a/b");
    row("plus unquoted", "+7");
    row("unknown escape", R"("\q")");
    row("two digits in an escape", R"("\09")");
    row("escape over 255", R"("\256")");
    row("NUL by escape", R"("\000")");
    row("damaged code point", R"("\u'xyz'")");
    row("surrogate", R"("\u'D800'")");
    row("tab in a string", "\"a\tb\"");
    row("tab between tokens", "(a,\tb)");
    row("comment", "(a /* b */)");
    row("text behind", "abc def");
    row("two objects", "(a) (b)");
    row("no number", "#5x");
    row("month 13", "#T01-13-2026");
    row("repeated key", "{a=1;a=2;}");
    row("XML unclosed", "<a>");
    row("XML declaration", "<?xml version=\"1.0\"?><a/>");
    row("nothing", "");
}

void TestPracticeSyntax::refusesObjects()
{
    QFETCH(QByteArray, sent);
    const Workspace workspace;
    Session session(workspace);
    const auto answer = session.say("ECHO " + sent.toStdString());
    QVERIFY2(answer.startsWith("501 "), answer);
    QVERIFY2(answer.size() > 10, "it says why");
    QCOMPARE(session.say("NOOP"), "200 OK");
}

void TestPracticeSyntax::refusesLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("code");
    const auto row = [](const char *line, int code) { QTest::newRow(line) << QByteArray(line) << code; };
    row("", 500);
    row("NOSUCHCOMMAND", 500);
    row(" NOOP", 500);
    row("NOOP x", 501);
    row("INLINE x", 501);
    row("LISTDOMAINS example.com", 501);
    row("GETVERSION 1", 501);
    row("LISTDOMAINPBXFILES", 501);
    row("LISTDOMAINPBXFILES example.com russian", 501);
    row("LISTDOMAINPBXFILES example.com FILE", 501);
    row("LISTDOMAINPBXFILES example.com FILE russian welcome", 501);
    row("LISTDOMAINPBXFILES example.com\tFILE russian", 501);
    row("READDOMAINPBXFILE example.com callback.sppr", 501);
    row("READDOMAINPBXFILE example.com FILE russian/welcome.wav", 501);
    row("READDOMAINPBXFILE example.com FILE(callback.sppr)", 501);
    row("READDOMAINPBXFILE \"example.com\"FILE callback.sppr", 501);
    row("STOREDOMAINPBXFILE example.com FILE x.wav", 501);
    row("STOREDOMAINPBXFILE example.com FILE x.wav [QQ==]", 501);
    row("STOREDOMAINPBXFILE example.com FILE x.wav DATA", 501);
    row("STOREDOMAINPBXFILE example.com FILE x.wav DATA QQ==", 501);
    row("STOREDOMAINPBXFILE example.com FILE x.wav DATA \"QQ==\"", 501);
    row("STOREDOMAINPBXFILE example.com FILE x.wav DATA [QQ==] DELETE", 501);
    row("STOREDOMAINPBXFILE example.com FILE x.wav DATA[QQ==]", 501);
    row("STOREDOMAINPBXFILE example.com FILE x.wav TRYCOMPILE DATA [QQ==]", 501);
    row("STOREDOMAINPBXFILE example.com FILE x.wav DELETE TRYCOMPILE", 501);
    row("CREATESERVERPBX", 501);
    row("CREATESERVERPBX FILE russian", 501);
    row("READSERVERPBXFILE FILE greeting.wav", 501);
    row("DELETEDOMAINPBX example.com", 501);
    row("DELETEDOMAINPBXFILE example.com FILE callback.sppr", 500);
    row("UPDATEACCOUNTPREFS ivanov {Language=Russian}", 501);
    row("UPDATEACCOUNTPREFS ivanov (Language)", 501);
    row("SETACCOUNTALIASES ivanov 201", 501);
    row("SETACCOUNTALIASES ivanov ((201))", 501);
    row("CREATEFORWARDER x ivanov", 501);
    row("ROUTE 200@example.com nowhere", 501);
    row("USER admin", 501);
    row("APOP admin 0123", 501);
}

void TestPracticeSyntax::refusesLines()
{
    QFETCH(QByteArray, line);
    QFETCH(int, code);
    const Workspace workspace;
    const auto before = workspace.read("domains/example.com/accounts/ivanov.settings");
    Session session(workspace);
    QCOMPARE(session.code(line.toStdString()), code);
    QVERIFY(!workspace.has("domains/example.com/environment/x.wav"));
    QCOMPARE(workspace.read("domains/example.com/accounts/ivanov.settings"), before);
}

void TestPracticeSyntax::takesLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("code");
    const auto row = [](const char *line, int code) { QTest::newRow(line) << QByteArray(line) << code; };
    row("NOOP\r", 200); // the carriage return before the line's end
    row("noop", 200);
    row("inline", 200);
    row("ListServerPBXFiles ", 201);
    row("ListDomainPBXFiles example.com FILE russian", 201);
    row("LISTDOMAINPBXFILES \"example.com\" file \"russian\"", 201);
    row("LISTDOMAINPBXFILES   EXAMPLE.com   FILE   RUSSIAN  ", 201);
    row("ReadDomainPBXFile example.com FILE \"russian/welcome.wav\"", 201);
    row("StoreDomainPBXFile example.com FILE \"x.wav\" DATA [SGVsbG8=]", 200);
    row("StoreDomainPBXFile example.com FILE \"callback.sppr\" DELETE", 200);
    row("GetAccountInfo ivanov Key LastLogin", 201);
    row("GetAccountInfo ivanov (LastLogin,x)", 201);
    row("FindForwarders example.com TO \"ivanov@example.com\"", 201);
    row("FINDFORWARDERS example.com \"ivanov@example.com\"", 201);
    row("RenameAccount ivanov into petrov", 200);
    row("CREATEACCOUNT petrov MultiMailbox {RealName=\"Пётр\";}", 200);
    row("CREATEACCOUNT petrov", 200);
    row("LISTACCOUNTS", 201);
    row("WRITELOG 1 \"deployment begins\"", 200);
}

void TestPracticeSyntax::takesLines()
{
    QFETCH(QByteArray, line);
    QFETCH(int, code);
    const Workspace workspace;
    Session session(workspace);
    const auto answer = session.say(line.toStdString());
    QVERIFY2(answer.startsWith(QByteArray::number(code) + ' '), answer);
}

void TestPracticeSyntax::readsDeepNesting()
{
    const Workspace workspace;
    Session session(workspace);
    const std::string fine(150, '(');
    QCOMPARE(session.code("ECHO " + fine + std::string(150, ')')), 201);
    QCOMPARE(session.code("ECHO " + std::string(100'000, '(') + std::string(100'000, ')')), 501);
    QCOMPARE(session.code("ECHO " + std::string(100'000, '(')), 501);
    std::string reason;
    QCOMPARE(practice::strictObject("(a,b) rest", reason), std::size_t(5));
    QCOMPARE(practice::strictObject("", reason), std::size_t(0));
    QVERIFY(!reason.empty());
}

void TestPracticeSyntax::printsWithoutInline()
{
    using Lines = practice::Manner::Lines;
    const Workspace workspace;
    for (const auto &[lines, expected] : {std::pair{Lines::Lf, "200 data follow\r\n(\n a,\n b\n)"},
                                          {Lines::CrLf, "200 data follow\r\n(\r\n a,\r\n b\r\n)"},
                                          {Lines::One, "200 data follow\r\n(a,b)"}}) {
        practice::Manner manner;
        manner.lines = lines;
        manner.inlineMode = false;
        Session session(workspace, "admin", manner); // its INLINE is refused
        QCOMPARE(session.code("INLINE"), 500);
        auto answer = session.say("ECHO (a,b)");
        if (lines != Lines::One) { // a short array may stay on one line
            answer.replace("(a, b)", "(a,b)");
            QVERIFY2(answer == expected || answer == "200 data follow\r\n(a,b)", answer);
        } else {
            QCOMPARE(answer, expected);
        }
        QCOMPARE(session.say("ECHO {a={b=1;};}").count("\r\n"), lines == Lines::CrLf ? 5 : 1);
        QCOMPARE(session.say("NOOP"), "200 OK");
    }
}

void TestPracticeSyntax::keywordsAreBare()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.code("LISTDOMAINPBXFILES example.com \"FILE\" russian"), 501);
    QCOMPARE(session.code("CREATEDOMAINPBX other.example"), 200);
    QCOMPARE(session.code("CREATEDOMAINPBX other.example FILE \"file\""), 200);
    QVERIFY(workspace.has("domains/other.example/environment/file"));
}

QTEST_GUILESS_MAIN(TestPracticeSyntax)
#include "tst_practice_syntax.moc"
