// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/lexer.h"
#include "environment/language/source.h"

#include <QTest>

using namespace pbx::language;

class TestLexer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();
    void keywords();
    void everyCharacterBelongsSomewhere();
    void positions_data();
    void positions();
    void invalidUtf8_data();
    void invalidUtf8();
};

namespace {

/// One letter a token: K keyword, N name, # number, S string, + sign, C comment, E error.
QByteArray kinds(std::string_view text, Lexer::Comments comments)
{
    QByteArray result;
    Lexer lexer(text, 0, comments);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next())
        result += "\0KN#S+CE"[static_cast<std::size_t>(token.kind)];
    return result;
}

} // namespace

void TestLexer::tokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("statement") << QByteArray("a += b1*2;") << QByteArray("N+N+#+");
    QTest::newRow("case") << QByteArray("While WHILE whilex") << QByteArray("KKN");
    QTest::newRow("underscore") << QByteArray("_x") << QByteArray("N");
    QTest::newRow("longest sign") << QByteArray("|| |= | :: : != ! &&") << QByteArray("++++++++");
    QTest::newRow("no sign of its own") << QByteArray("++ => ^=") << QByteArray("++++++");
    QTest::newRow("a--1") << QByteArray("a--1") << QByteArray("N++#");
    QTest::newRow("fraction") << QByteArray("1.5") << QByteArray("#+#");
    QTest::newRow("letter in number") << QByteArray("12abc;") << QByteArray("E+");
    QTest::newRow("prefixed") << QByteArray("0x1F 0o17 0b101 0xg") << QByteArray("###E");
    QTest::newRow("string") << QByteArray("\"sip://x\" \"a\\\"b\"") << QByteArray("SS");
    QTest::newRow("unclosed string") << QByteArray("\"abc;\nx") << QByteArray("EN");
    QTest::newRow("single quotes") << QByteArray("'abc' x") << QByteArray("EN");
    QTest::newRow("comments") << QByteArray("// x\n/* y\n*/ z //") << QByteArray("CCNC");
    QTest::newRow("lone CR ends a comment") << QByteArray("// x\rz") << QByteArray("CN");
    QTest::newRow("comment does not nest") << QByteArray("/* /* */ x */") << QByteArray("CN++");
    QTest::newRow("unclosed comment") << QByteArray("x /* y") << QByteArray("NE");
    QTest::newRow("cyrillic name") << QByteArray("имя = \"т\"") << QByteArray("N+S");
    QTest::newRow("strange characters") << QByteArray("a @# $ b “c”") << QByteArray("NEENENE");
    QTest::newRow("zero byte") << QByteArray("a\0b", 3) << QByteArray("NEN");
    QTest::newRow("not UTF-8") << QByteArray("a\xE9z") << QByteArray("N");
}

void TestLexer::tokens()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    QCOMPARE(kinds(view, Lexer::KeepComments), expected);
    QCOMPARE(kinds(view, Lexer::SkipComments), QByteArray(expected).replace("C", ""));
}

void TestLexer::keywords()
{
    int count = 0;
    for (auto word = static_cast<int>(Word::And); word <= static_cast<int>(Word::Xor); ++word, ++count) {
        std::string text(spelling(static_cast<Word>(word)));
        QCOMPARE(findKeyword(text), static_cast<Word>(word));
        text[0] = static_cast<char>(text[0] - 32);
        QCOMPARE(findKeyword(text), static_cast<Word>(word));
        QCOMPARE(findKeyword(text + 'x'), Word::None);
        text.back() = 'q';
        QCOMPARE(findKeyword(text), Word::None);
    }
    QCOMPARE(count, 28);
}

/// Between two tokens there is white space or comment only, and a lexer started at any token goes on like the first.
void TestLexer::everyCharacterBelongsSomewhere()
{
    const std::string text =
        "entry Main is // c\n x=\"a\\\"b\" ? 12ab:'q';\r\n/* c */ @@ имя\t.y(0x1F);\xFF end entry; \"open\nz /* tail";
    std::vector<Token> tokens;
    Lexer lexer(text, 0, Lexer::KeepComments);
    std::uint32_t end = 0;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        QVERIFY(token.span.begin >= end);
        QVERIFY(token.span.end > token.span.begin);
        const auto between = std::string_view(text).substr(end, token.span.begin - end);
        QCOMPARE(between.find_first_not_of(" \t\r\n"), std::string_view::npos);
        end = token.span.end;
        tokens.push_back(token);
    }
    QCOMPARE(end, static_cast<std::uint32_t>(text.size()));
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Lexer again(text, tokens[i].span.begin, Lexer::KeepComments);
        for (std::size_t j = i; j < tokens.size(); ++j) {
            const Token token = again.next();
            QCOMPARE(token.span, tokens[j].span);
            QCOMPARE(token.kind, tokens[j].kind);
        }
    }
}

void TestLexer::positions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("begin") << QByteArray("abc") << 0 << 1 << 1;
    QTest::newRow("end") << QByteArray("abc") << 3 << 1 << 4;
    QTest::newRow("empty") << QByteArray() << 0 << 1 << 1;
    QTest::newRow("LF") << QByteArray("a\nb\nc") << 4 << 3 << 1;
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\nc") << 6 << 3 << 1;
    QTest::newRow("CR") << QByteArray("a\rb\rc") << 4 << 3 << 1;
    QTest::newRow("after the last end") << QByteArray("a\n") << 2 << 2 << 1;
    QTest::newRow("characters") << QByteArray("тест x") << 9 << 1 << 6;
    QTest::newRow("past the basic plane") << QByteArray("\xF0\x9F\x93\x9Ex") << 4 << 1 << 2;
    QTest::newRow("not UTF-8") << QByteArray("\xE9\xE8x") << 2 << 1 << 3;
}

void TestLexer::positions()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const Source source("x.sppr", text.toStdString());
    const Position position = source.position(static_cast<std::uint32_t>(offset));
    QTEST(position.line, "line");
    QTEST(position.column, "column");
    QCOMPARE(source.offset(position), static_cast<std::uint32_t>(offset));
    QCOMPARE(source.position(4'000'000'000u), source.position(static_cast<std::uint32_t>(text.size())));
    QCOMPARE(source.offset({100, 1}), static_cast<std::uint32_t>(text.size()));
    QVERIFY(source.line(0).empty());
}

void TestLexer::invalidUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qulonglong>("place");
    const qulonglong none = std::string_view::npos;
    QTest::newRow("ascii") << QByteArray("0123456789abcdef") << none;
    QTest::newRow("cyrillic") << QByteArray("привет, мир, и ещё") << none;
    QTest::newRow("latin 1") << QByteArray("0123456789caf\xE9 x") << qulonglong(13);
    QTest::newRow("overlong") << QByteArray("\xC0\x80") << qulonglong(0);
    QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80") << qulonglong(1);
    QTest::newRow("too large") << QByteArray("ab\xF4\x90\x80\x80") << qulonglong(2);
    QTest::newRow("cut short") << QByteArray("ab\xE2\x82") << qulonglong(2);
    QTest::newRow("largest") << QByteArray("\xF4\x8F\xBF\xBF") << none;
}

void TestLexer::invalidUtf8()
{
    QFETCH(QByteArray, text);
    QTEST(qulonglong(findInvalidUtf8(text.toStdString())), "place");
}

QTEST_GUILESS_MAIN(TestLexer)
#include "tst_lexer.moc"
