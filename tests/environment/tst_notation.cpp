// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>
#include <random>

using namespace pbx::data;
using namespace std::string_literals;

namespace {

Value str(std::string_view text)
{
    return Value::string(text);
}

Value list(std::initializer_list<Value> items)
{
    Value array = Value::newArray();
    for (const Value &item : items)
        array.array().append(item);
    return array;
}

Value dict(std::initializer_list<std::pair<const char *, Value>> pairs)
{
    Value dictionary = Value::newDictionary();
    for (const auto &[key, value] : pairs)
        dictionary.dictionary().set(key, value);
    return dictionary;
}

/// Equal, handles by what is in them.
bool same(const Value &a, const Value &b)
{
    if (a.isHandle() && b.isHandle())
        return a.handle().kind == b.handle().kind && a.handle().id == b.handle().id;
    if (a.isArray() && b.isArray()) {
        if (a.array().size() != b.array().size())
            return false;
        for (std::size_t i = 0; i < a.array().size(); ++i) {
            if (!same(a.array().items[i], b.array().items[i]))
                return false;
        }
        return true;
    }
    if (a.isDictionary() && b.isDictionary()) {
        if (a.dictionary().size() != b.dictionary().size())
            return false;
        for (const auto &entry : a.dictionary().entries()) {
            const Value *other = b.dictionary().find(entry.key);
            if (!other || !same(entry.value, *other))
                return false;
        }
        return true;
    }
    return equal(a, b);
}

std::string print(const Value &value, PrintStyle style = PrintStyle::OneLine)
{
    return printNotation(value, style).value_or("failed");
}

const std::vector<std::string> fixtures = {
    "{Language=Russian;WorkDays=(Mon,Tue,Wed,Thu,Fri);WorkDayStart=32400;WorkDayEnd=64800;}",
    "{\"callback.sppr\"={};\"welcome.wav\"={};russian={};}",
    "((100005,\"After hours\",((Method,is,INVITE)),((\"Redirect to\",\"#callback\"),(\"Stop Processing\"))))",
    "{when=#T23-11-2026_17:00:00;peer=#I[192.0.2.7]:5060;data=[AAECAw==];nothing=#NULL#;n=#-12;}",
    "{\"ключ с пробелом\"=\"строка 1\\eстрока 2 \\\"в кавычках\\\" \\\\ и таб\\009конец\";}",
    "(#TPAST,#TFUTURE,#(task 12),#I[2001:db8::1],[],<a b=\"c\">d<e/></a>,\"\\u'1F4DE'\",#0xff)",
    "{\n a = 1; // note\n /* more */ b = (\"x\" \"y\" , z);\n}\n",
};

std::string deep(std::size_t count, std::string_view open, std::string_view close = {})
{
    std::string text;
    text.reserve(count * (open.size() + close.size()));
    for (std::size_t i = 0; i < count; ++i)
        text += open;
    for (std::size_t i = 0; i < count; ++i)
        text += close;
    return text;
}

} // namespace

class TestNotation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_usedBefore = memoryMeter.used; }
    void cleanup() { QCOMPARE(memoryMeter.used, m_usedBefore); }

    void reads_data();
    void reads();
    void rejects_data();
    void rejects();
    void warns_data();
    void warns();
    void positions();
    void places();
    void singleLine();
    void limits();
    void manyWarnings();
    void prints_data();
    void prints();
    void printsStrings();
    void printsSettings();
    void printsAsText();
    void printFails();
    void fixturesComeBack();
    void everyByteComesBack();
    void truncated();
    void mutated();
    void deepBrackets_data();
    void deepBrackets();
    void largeInLinearTime();
    void timeStamps_data();
    void timeStamps();
    void wrongTimeStamps_data();
    void wrongTimeStamps();
    void everyDay();
    void base64_data();
    void base64();
    void wrongBase64_data();
    void wrongBase64();

private:
    std::size_t m_usedBefore = 0;
};

using Make = std::function<Value()>;
Q_DECLARE_METATYPE(Make)

/// The table of tricky texts first, then the rest of the grammar.
void TestNotation::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("warnings");
    const auto row = [](const char *text, Make make, int warnings = 0) {
        QTest::addRow("%s", text) << QByteArray(text) << std::move(make) << warnings;
    };
    row(R"("")", [] { return str(""); });
    row(R"("x\009y")", [] { return str("x\ty"); });
    row(R"("\065\066")", [] { return str("AB"); });
    row(R"("x\ey")", [] { return str("x\ny"); });
    row(R"("q\"q\\q")", [] { return str("q\"q\\q"); });
    row(R"("\u'442'")", [] { return str("т"); });
    row(R"("\t")", [] { return str("\t"); });
    row(R"("a" "b")", [] { return str("ab"); });
    row("[SGVs bG8=]", [] { return Value::dataBlock("Hello"); });
    row("[]", [] { return Value::dataBlock(""); });
    row("#5", [] { return Value::number(5); });
    row("#-0x1F", [] { return Value::number(-31); });
    row("#T07-11-2011", [] { return Value::timeStamp(1320624000); });
    row("#I[10.0.44.55]:25", [] { return parseAddress("[10.0.44.55]:25"); });
    row("#NULL#", [] { return Value(); });
    row("#(task 12)", [] { return makeHandle("task 12", 0); });
    row("(a,,b)", [] { return list({str("a"), str(""), str("b")}); }, 1);
    row("(,)", [] { return list({str(""), str("")}); }, 2);
    row("{a=1}", [] { return dict({{"a", str("1")}}); }, 1);
    row("{a=1;a=2;}", [] { return dict({{"a", str("2")}}); }, 1);
    row("{a={};b=();}", [] { return dict({{"a", Value::newDictionary()}, {"b", Value::newArray()}}); });
    row("(1,\"100005\",#100005)", [] { return list({str("1"), str("100005"), Value::number(100005)}); });
    row("-1", [] { return str("-1"); });
    row("+7", [] { return str("+7"); });
    row("\"+7\"", [] { return str("+7"); });
    row("(<a/>,b)", [] { return list({makeXml("a"), str("b")}); });
    row("{ Key = Value ; // note\n}", [] { return dict({{"Key", str("Value")}}); });

    row("#-9223372036854775808", [] { return Value::number(INT64_MIN); });
    row("#9223372036854775807", [] { return Value::number(INT64_MAX); });
    row("#-0b1011", [] { return Value::number(-11); });
    row("#0o755", [] { return Value::number(493); });
    row("#007", [] { return Value::number(7); });
    row("#TPAST", [] { return Value::timeStamp(Value::remotePast); });
    row("#TFUTURE", [] { return Value::timeStamp(Value::remoteFuture); });
    row("#T22-10-2013_10:11:12", [] { return Value::timeStamp(1382436672); });
    row("#T1-2-1970_3:4:5", [] { return Value::timeStamp(31 * 86400 + 3 * 3600 + 4 * 60 + 5); });
    row("#I[2001:db8::1]:5060", [] { return parseAddress("[2001:db8::1]:5060"); });
    row("#null#", [] { return Value(); });
    row("#()", [] { return makeHandle("", 0); });
    row("word-with.other@signs_and/slash", [] { return str("word-with.other@signs_and/slash"); });
    row("слово", [] { return str("слово"); });
    row("a#b:c%d!e]", [] { return str("a#b:c%d!e]"); });
    row("\"\\n\\r\\013\\010\"", [] { return str("\n\r\r\n"); });
    row("\"\\u'1F4DE'\\u'0041'\"", [] { return str("📞A"); });
    row("\"\\209\\130\"", [] { return str("т"); });
    row("{\"\"=x;}", [] { return dict({{"", str("x")}}); });
    row("{\"a\" \"b\"=x;}", [] { return dict({{"ab", str("x")}}); });
    row(" \t\r\n/**/ ( /* , */ a // b\r , b ) // end", [] { return list({str("a"), str("b")}); });
    row("(a/*x*/,b//y\n)", [] { return list({str("a"), str("b")}); });
    row("/a", [] { return str("/a"); });
    row("{a=#NULL#;b=1;}", [] { return dict({{"b", str("1")}}); }, 1);
    row("(#NULL#)", [] { return list({Value()}); });
    row("\xef\xbb\xbf(a)", [] { return list({str("a")}); }, 1);
    row("\"a\nb\"", [] { return str("a\nb"); }, 1);
}

void TestNotation::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(Make, make);
    QFETCH(int, warnings);
    const auto document = readNotation(text.toStdString());
    QVERIFY2(document, document ? "" : document.error().message.c_str());
    QVERIFY(same(document->value, make()));
    QCOMPARE(document->warnings.size(), std::size_t(warnings));
}

void TestNotation::rejects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("part"); // of the message
    const auto row = [](const char *text, int offset, const char *part) {
        QTest::addRow("%s", text) << QByteArray(text) << offset << QByteArray(part);
    };
    row("", 0, "empty");
    row(" // only a comment", 18, "empty");
    row("\"unterminated", 0, "no end");
    row("[SGVs] [bG8=]", 7, "nothing more");
    row("(a", 0, "')'");
    row("(a b)", 3, "',' or ')'");
    row("(a;)", 2, "';'");
    row("(a))", 3, "nothing more");
    row("{a}", 2, "'='");
    row("{a=;}", 3, "value");
    row("{=1;}", 1, "key");
    row("{#1=1;}", 1, "key");
    row("{a=1;;}", 5, "key");
    row("{a=1 b=2;}", 5, "';'");
    row("{a=1;", 0, "'}'");
    row("{a", 2, "end of the text");
    row(")", 0, "')'");
    row("=", 0, "'='");
    row("a b", 2, "'b'");
    row("#", 1, "digits");
    row("#-", 2, "digits");
    row("#x", 1, "digits");
    row("#0x", 3, "digits");
    row("#+5", 1, "digits");
    row("#3.14", 2, "end of a number");
    row("#5a", 2, "end of a number");
    row("#0b12", 4, "end of a number");
    row("#9223372036854775808", 0, "64 bits");
    row("#-9223372036854775809", 0, "64 bits");
    row("#99999999999999999999999", 0, "64 bits");
    row("#T31-02-2013", 0, "time stamp");
    row("#T", 0, "time stamp");
    row("#I10.0.0.1", 0, "address");
    row("#I[10.0.0.256]", 0, "address");
    row("#I[10.0.0.1", 0, "address");
    row("#NUL#", 0, "#NULL#");
    row("#(task", 0, "')'");
    row("[SGVs", 0, "']'");
    row("[SG*s]", 3, "'*'");
    row("[S]", 0, "base64");
    row("/* x", 0, "*/");
    row("<a>", 0, "</a>");
    row("<a></b>", 3, "</a>");
    row("(<a/>", 0, "')'");
    row("a\\b\"", 3, "'\"'");
}

void TestNotation::rejects()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QFETCH(QByteArray, part);
    const auto document = readNotation(text.toStdString());
    QVERIFY(!document);
    QVERIFY2(document.error().message.contains(part.toStdString()), document.error().message.c_str());
    QVERIFY2(document.error().message.ends_with('.'), document.error().message.c_str());
    QCOMPARE(int(document.error().offset), offset);
}

void TestNotation::warns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("unknown escape") << QByteArray("\"a\\qb\"") << 2 << QByteArray("a\\qb");
    QTest::newRow("two digits") << QByteArray("\"\\01x\"") << 1 << QByteArray("\\01x");
    QTest::newRow("above 255") << QByteArray("\"\\256\"") << 1 << QByteArray("\\256");
    QTest::newRow("surrogate") << QByteArray("\"\\u'D800'\"") << 1 << QByteArray("\\u'D800'");
    QTest::newRow("too large") << QByteArray("\"\\u'110000'\"") << 1 << QByteArray("\\u'110000'");
    QTest::newRow("no digits") << QByteArray("\"\\u''\"") << 1 << QByteArray("\\u''");
    QTest::newRow("no quote") << QByteArray("\"\\u442\"") << 1 << QByteArray("\\u442");
    QTest::newRow("NUL") << QByteArray("\"\\000\"") << 1 << QByteArray("\0", 1);
    QTest::newRow("CR LF") << QByteArray("\"a\r\nb\"") << 2 << QByteArray("a\r\nb");
}

void TestNotation::warns()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    QFETCH(QByteArray, value);
    const auto document = readNotation(text.toStdString());
    QVERIFY2(document, document ? "" : document.error().message.c_str());
    QCOMPARE(document->value.toStdString(), value.toStdString());
    QCOMPARE(document->warnings.size(), std::size_t(1));
    QCOMPARE(int(document->warnings[0].offset), offset);
}

void TestNotation::positions()
{
    const auto unix = readNotation("{\n а = 1;\n ж = ?\n b;}");
    QVERIFY(!unix);
    QCOMPARE(unix.error().line, 4);
    QCOMPARE(unix.error().column, 2);
    const auto windows = readNotation("{\r\n \"ключ\" = (ы;\r\n}");
    QVERIFY(!windows);
    QCOMPARE(windows.error().line, 2);
    QCOMPARE(windows.error().column, 13);
    const auto mac = readNotation("{\r\r*");
    QCOMPARE(mac.error().line, 3);
    const auto warned = readNotation("{\na=1;\nb={a=1;\na=2};\na=3;}");
    QVERIFY(warned);
    QCOMPARE(warned->warnings.size(), std::size_t(3));
    QCOMPARE(warned->warnings[0].line, 4);
    QCOMPARE(warned->warnings[1].line, 4);
    QCOMPARE(warned->warnings[1].column, 4);
    QCOMPARE(warned->warnings[2].line, 5);
}

void TestNotation::singleLine()
{
    const ReadOptions options{.multiLine = false};
    QVERIFY(readNotation(" ( a , b ) ", options));
    QVERIFY(!readNotation("(a,\tb)", options));
    QVERIFY(!readNotation("(a,\nb)", options));
    QVERIFY(!readNotation("(a)\r\n", options));
    QVERIFY(!readNotation("(a) // note", options));
    QVERIFY(!readNotation("(a/* x */,b)", options));
    QVERIFY(!readNotation("\"a\nb\"", options));
    QVERIFY(!readNotation("[SGVs\nbG8=]", options));
    QVERIFY(!readNotation("<a>\n</a>", options));
    QVERIFY(readNotation("[SGVs bG8=]", options));
    const auto slashes = readNotation("(a//b)", options);
    QVERIFY(slashes);
    QCOMPARE(slashes->value.array().items[0].bytes(), std::string_view("a//b"));
}

void TestNotation::limits()
{
    QVERIFY(readNotation(deep(200, "(", ")")));
    QVERIFY(readNotation(deep(201, "(", ")")));
    const auto tooDeep = readNotation(deep(202, "(", ")"));
    QVERIFY(!tooDeep);
    QCOMPARE(tooDeep.error().offset, std::size_t(201));
    QVERIFY(readNotation("((x))", {.maxDepth = 2}));
    QVERIFY(!readNotation("((x))", {.maxDepth = 1}));
    QVERIFY(!readNotation("((<a/>))", {.maxDepth = 1}));
    QVERIFY(readNotation("(<a><b/></a>)", {.maxDepth = 2}));
    QVERIFY(!readNotation("(<a><b/></a>)", {.maxDepth = 1}));
    QVERIFY(readNotation("12345", {.maxSize = 5}));
    QVERIFY(!readNotation("123456", {.maxSize = 5}));
    const std::size_t limit = memoryMeter.limit;
    memoryMeter.limit = memoryMeter.used + 100'000;
    QVERIFY(!readNotation("(" + deep(100'000, "a,") + ")"));
    memoryMeter.limit = limit;
}

void TestNotation::manyWarnings()
{
    const auto document = readNotation("(" + deep(200'000, ",") + ")");
    QVERIFY(document);
    QCOMPARE(document->value.array().size(), std::size_t(200'001));
    QCOMPARE(document->warnings.size(), std::size_t(1001));
}

void TestNotation::prints_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<QByteArray>("oneLine");
    QTest::addColumn<QByteArray>("client");
    const auto row = [](const char *name, Make make, const char *oneLine, const char *client) {
        QTest::newRow(name) << std::move(make) << QByteArray(oneLine) << QByteArray(client);
    };
    row("null", [] { return Value(); }, "#null#", "#NULL#");
    row("number", [] { return Value::number(-5); }, "#-5", "#-5");
    row("word", [] { return str("a.b-c_d@e9"); }, "a.b-c_d@e9", "\"a.b-c_d@e9\"");
    row("letters", [] { return str("Abc09"); }, "Abc09", "Abc09");
    row("empty", [] { return str(""); }, "\"\"", "\"\"");
    row("blank", [] { return str("a b"); }, "\"a b\"", "\"a b\"");
    row("number sign", [] { return str("#5"); }, "\"#5\"", "\"#5\"");
    row("cyrillic", [] { return str("да"); }, "\"да\"", "\"да\"");
    row("escapes", [] { return str("a\"\\\n\t\r\x7f\x01"); }, R"("a\"\\\e\t\013\127\001")", R"("a\"\\\e\009\013\127\001")");
    row("not UTF-8", [] { return str("\xffж\xd0"); }, "\"\\255ж\\208\"", "\"\\255ж\\208\"");
    row("datablock", [] { return Value::dataBlock("Hello"); }, "[SGVsbG8=]", "[SGVsbG8=]");
    row("stamp", [] { return Value::timeStamp(0); }, "#T01-01-1970_00:00:00", "#T01-01-1970_00:00:00");
    row("address", [] { return parseAddress("10.0.0.1"); }, "#I[10.0.0.1]", "#I[10.0.0.1]");
    row("port", [] { return parseAddress("[::1]:5"); }, "#I[::1]:5", "#I[::1]:5");
    row("handle", [] { return makeHandle("task", 12); }, "#(task 12)", "#(task 12)");
    row("opaque", [] { return makeHandle("any text", 0); }, "#(any text)", "#(any text)");
    row("array", [] { return list({str("a"), Value(), list({})}); }, "(a,#null#,())", "(a,#NULL#,())");
    row("sorted", [] { return dict({{"b", str("1")}, {"a c", Value::newDictionary()}}); }, "{\"a c\"={};b=1;}",
        "{\"a c\"={};b=1;}");
    row("xml",
        [] {
            const Value xml = makeXml("a");
            xml.xml().body.push_back(str("x\n<"));
            return list({xml});
        },
        "(<a>x&#10;&lt;</a>)", "(<a>x&#10;&lt;</a>)");
}

void TestNotation::prints()
{
    QFETCH(Make, make);
    QFETCH(QByteArray, oneLine);
    QFETCH(QByteArray, client);
    QCOMPARE(print(make()), oneLine.toStdString());
    QCOMPARE(print(make(), PrintStyle::Client), client.toStdString());
}

void TestNotation::printsStrings()
{
    // Programs cut fixed numbers of bytes off such texts.
    QCOMPARE(print(list({str(".jpg")})), "(.jpg)"s);
    QCOMPARE(print(list({str("x/y/")})), "(\"x/y/\")"s);
}

void TestNotation::printsSettings()
{
    const std::string text = "{\n"
                             " Aliases = (200,conference);\n"
                             " Preferences = {\n"
                             "  Language = Russian;\n"
                             "  ReceptMenu = (ivanov,petrov,operator);\n"
                             "  TimeZone = \"Europe/Moscow\";\n"
                             "  Deep = {a={b=\"1.5\";};c=#11;};\n"
                             " };\n"
                             " SignalRules = (\n"
                             "  (100005,start,((Method,is,INVITE)),((\"Redirect to\",\"#pbx\")))\n"
                             " );\n"
                             " Empty = {};\n"
                             " None = ();\n"
                             " Words = (\n"
                             "  \"Первое длинное слово для проверки\",\n"
                             "  \"Второе длинное слово для проверки\",\n"
                             "  \"Третье длинное слово для проверки\"\n"
                             " );\n"
                             " Pairs = ({x=1;y=2;},{z=3;});\n"
                             "}\n";
    const auto document = readNotation(text);
    QVERIFY2(document, document ? "" : document.error().message.c_str());
    QVERIFY(document->warnings.empty());
    QCOMPARE(print(document->value, PrintStyle::Settings), text);
    QCOMPARE(print(str("a.b"), PrintStyle::Settings), "\"a.b\"\n"s);

    // A line of exactly 100 characters with its ';' is kept, one more is not.
    const Value fits = dict({{"k", list({str(std::string(92, 'x'))})}});
    const std::string line = print(fits, PrintStyle::Settings);
    QCOMPARE(line, "{\n k = (" + std::string(92, 'x') + ");\n}\n");
    QCOMPARE(line.find('\n', 2) - 2, std::size_t(100));
    const Value wide = dict({{"k", list({str(std::string(93, 'x'))})}});
    QCOMPARE(print(wide, PrintStyle::Settings), "{\n k = (\n  " + std::string(93, 'x') + "\n );\n}\n");
}

void TestNotation::printsAsText()
{
    const auto text = [](const Value &value) { return printText(value).value_or("failed"); };
    QCOMPARE(text(Value()), ""s);
    QCOMPARE(text(Value::number(-5)), "-5"s);
    QCOMPARE(text(str("a b\"")), "a b\""s);
    QCOMPARE(text(Value::dataBlock("\0x"s)), "\0x"s);
    QCOMPARE(text(Value::timeStamp(1382436672)), "22-10-2013_10:11:12"s);
    QCOMPARE(text(parseAddress("[10.0.44.55]:25")), "[10.0.44.55]:25"s);
    QCOMPARE(text(makeHandle("task", 12)), "#(task 12)"s);
    QCOMPARE(text(list({str("a b"), Value::number(1)})), "(\"a b\",#1)"s);
    const Value xml = makeXml("p");
    xml.xml().body = {str("one "), makeXml("b"), str("two")};
    QCOMPARE(text(xml), "one two"s);
}

void TestNotation::printFails()
{
    Value circle = Value::newArray();
    circle.array().append(circle);
    circle.array().append(circle);
    for (const auto style : {PrintStyle::OneLine, PrintStyle::Client, PrintStyle::Settings}) {
        QVERIFY(!printNotation(circle, style));
        QVERIFY(!printNotation(circle, style).error().empty());
    }
    QVERIFY(!printText(circle));
    circle.array().items.clear();

    Value deepOne = str("x");
    for (int i = 0; i < 1000; ++i)
        deepOne = i % 2 ? list({deepOne}) : dict({{"k", deepOne}});
    QVERIFY(printNotation(deepOne));
    QVERIFY(printNotation(deepOne, PrintStyle::Settings));
    deepOne = list({deepOne});
    QVERIFY(!printNotation(deepOne));
    QVERIFY(!printNotation(deepOne, PrintStyle::Settings));

    Value shared = str("a string of some length");
    for (int i = 0; i < 60; ++i)
        shared = list({shared, shared});
    QVERIFY(!printNotation(shared));
}

void TestNotation::fixturesComeBack()
{
    for (const std::string &text : fixtures) {
        const auto document = readNotation(text);
        QVERIFY2(document, text.c_str());
        for (const auto style : {PrintStyle::OneLine, PrintStyle::Client, PrintStyle::Settings}) {
            const std::string printed = print(document->value, style);
            const auto again = readNotation(printed, {.multiLine = style == PrintStyle::Settings});
            QVERIFY2(again, printed.c_str());
            QVERIFY2(same(again->value, document->value), printed.c_str());
            QCOMPARE(print(again->value, style), printed);
            QVERIFY(again->warnings.empty());
        }
    }
}

void TestNotation::everyByteComesBack()
{
    std::string all;
    for (int byte = 1; byte < 256; ++byte) {
        all += static_cast<char>(byte);
        for (const std::string &text : {std::string(1, static_cast<char>(byte)), all, "Ж" + all}) {
            const Value value = dict({{"k", str(text)}, {text.c_str(), Value::dataBlock(text)}});
            for (const auto style : {PrintStyle::OneLine, PrintStyle::Client, PrintStyle::Settings}) {
                const auto document = readNotation(print(value, style), {.multiLine = style == PrintStyle::Settings});
                QVERIFY(document);
                QVERIFY(equal(document->value, value));
            }
        }
    }
}

/// No prefix of a document crashes; a prefix of a bracketed one is an error.
void TestNotation::truncated()
{
    for (const std::string &text : fixtures) {
        const auto end = text.find_last_of(")}");
        for (std::size_t size = 0; size < text.size(); ++size) {
            // A copy of its own, so that reading behind the end is noticed by a memory checker.
            const std::vector<char> part(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size));
            QCOMPARE(bool(readNotation({part.data(), part.size()})), size > end);
            (void)readNotation({part.data(), part.size()}, {.multiLine = false});
        }
    }
}

/// Whatever is read can be printed and read again as the same.
void TestNotation::mutated()
{
    std::mt19937 random(20260);
    static constexpr std::string_view spice = "(){}[]<>=,;\"\\#/* \nTIN0x1a'u&!-\xd0\xff";
    int accepted = 0;
    for (int round = 0; round < 30000; ++round) {
        std::string text = fixtures[random() % fixtures.size()];
        for (auto changes = random() % 4 + 1; changes > 0; --changes) {
            const std::size_t place = random() % text.size();
            switch (random() % 4) {
            case 0:
                text[place] = spice[random() % spice.size()];
                break;
            case 1:
                text.insert(place, 1, spice[random() % spice.size()]);
                break;
            case 2:
                text.erase(place, random() % 3 + 1);
                break;
            default:
                text.insert(place, text.substr(random() % text.size(), random() % 8));
                break;
            }
            if (text.empty())
                text = "x";
        }
        const auto document = readNotation(text, {.multiLine = random() % 4 != 0});
        if (!document) {
            QVERIFY2(document.error().message.ends_with('.'), document.error().message.c_str());
            QVERIFY(document.error().offset <= text.size());
            continue;
        }
        ++accepted;
        for (const auto style : {PrintStyle::OneLine, PrintStyle::Settings}) {
            const std::string printed = print(document->value, style);
            const auto again = readNotation(printed);
            QVERIFY2(again, (text + " -> " + printed).c_str());
            QVERIFY2(same(again->value, document->value), (text + " -> " + printed).c_str());
        }
    }
    QVERIFY(accepted > 500);
}

void TestNotation::deepBrackets_data()
{
    QTest::addColumn<QByteArray>("open");
    for (const char *open : {"(", "{a=", "<a>", "[", "\"", "#(", "/*", "({a=(", "(<a>", "\\", "\"a\" "})
        QTest::newRow(open) << QByteArray(open);
}

void TestNotation::deepBrackets()
{
    QFETCH(QByteArray, open);
    const std::string text = deep(1'000'000, open.toStdString());
    QElapsedTimer timer;
    timer.start();
    (void)readNotation(text);
    (void)readNotation(text, {.maxDepth = INT_MAX});
    (void)readXml(text, INT_MAX);
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
}

/// Anything quadratic would take minutes here, on the slowest machine linear work takes few seconds.
void TestNotation::largeInLinearTime()
{
    constexpr int pairs = 100'000;
    std::string text = "{";
    for (int i = 0; i < pairs; ++i)
        text += "\"key " + std::to_string(i * 7919LL % pairs) + "\"=(\"a value\",#" + std::to_string(i)
            + ",<x y=\"z\"/>);\n";
    text += "}";
    QElapsedTimer timer;
    timer.start();
    const auto document = readNotation(text);
    QVERIFY(document);
    QCOMPARE(document->value.dictionary().size(), std::size_t(pairs));
    QVERIFY(print(document->value).size() > text.size() / 2);
    QVERIFY(print(document->value, PrintStyle::Settings).size() > text.size() / 2);
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
}

void TestNotation::timeStamps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QByteArray>("printed");
    const auto row = [](const char *text, qint64 seconds, const char *printed) {
        QTest::newRow(text) << QByteArray(text) << seconds << QByteArray(printed);
    };
    row("01-01-1970", 0, "01-01-1970_00:00:00");
    row("31-12-1969_23:59:59", -1, "31-12-1969_23:59:59");
    row("#T29-02-2024", 1709164800, "29-02-2024_00:00:00");
    row("1-1-0001", -62135596800, "01-01-0001_00:00:00");
    row("31-12-9998_23:59:59", 253370764799, "31-12-9998_23:59:59");
    row("past", INT64_MIN, "PAST");
    row("#TFuture", INT64_MAX, "FUTURE");
    row("5-6-2020_7:08:9", 1591340889, "05-06-2020_07:08:09");
}

void TestNotation::timeStamps()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, seconds);
    QFETCH(QByteArray, printed);
    std::int64_t read = 42;
    QVERIFY(readTimeStamp(text.toStdString(), read));
    QCOMPARE(read, seconds);
    QCOMPARE(printTimeStamp(seconds), printed.toStdString());
    QCOMPARE(printTimeStamp(-62135596801), "PAST"s);
    QCOMPARE(printTimeStamp(253370764800), "FUTURE"s);
}

void TestNotation::wrongTimeStamps_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "29-02-2023", "29-02-1900", "31-04-2020", "00-01-2020", "01-13-2020", "1-1-20", "1-1-0000",
                             "1-1-9999", "1-1-2020_", "1-1-2020_24:00:00", "1-1-2020_10:60:00", "1-1-2020_10:00:60",
                             "1-1-2020_10:00", "1-1-2020 10:00:00", "1-1-2020x", "-1-1-2020", "1--1-2020", "111-1-2020",
                             "1-1-20200", "PASTE", "FUTURES", "1-1-2020_10:00:001", "#T#T1-1-2020"})
        QTest::newRow(text) << QByteArray(text);
}

void TestNotation::wrongTimeStamps()
{
    QFETCH(QByteArray, text);
    std::int64_t seconds = 0;
    QVERIFY(!readTimeStamp(text.toStdString(), seconds));
}

void TestNotation::everyDay()
{
    std::int64_t expected = -62135596800;
    for (int day = 0; expected < 253370764800; ++day, expected += 86400) {
        if (day % 97 != 0)
            continue;
        const std::string text = printTimeStamp(expected + day % 86400);
        std::int64_t seconds = 0;
        QVERIFY2(readTimeStamp(text, seconds), text.c_str());
        QCOMPARE(seconds, expected + day % 86400);
    }
}

void TestNotation::base64_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
    QTest::newRow("one") << QByteArray("QQ==") << QByteArray("A");
    QTest::newRow("two") << QByteArray("QUI=") << QByteArray("AB");
    QTest::newRow("three") << QByteArray("QUJD") << QByteArray("ABC");
    QTest::newRow("no padding") << QByteArray("QQ") << QByteArray("A");
    QTest::newRow("half padding") << QByteArray("QQ=") << QByteArray("A");
    QTest::newRow("blanks") << QByteArray(" Q U\tI\r\n= ") << QByteArray("AB");
    QTest::newRow("high") << QByteArray("+/8=") << QByteArray("\xfb\xff");
}

void TestNotation::base64()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    std::string decoded;
    QVERIFY(decodeBase64(text.toStdString(), decoded));
    QCOMPARE(decoded, bytes.toStdString());
    QCOMPARE(encodeBase64(bytes.toStdString()), bytes.toBase64().toStdString());
    std::mt19937 random(1);
    for (int size = 0; size < 300; ++size) {
        QByteArray some;
        for (int i = 0; i < size; ++i)
            some += static_cast<char>(random());
        QCOMPARE(encodeBase64(some.toStdString()), some.toBase64().toStdString());
        QVERIFY(decodeBase64(some.toBase64().toStdString(), decoded));
        QCOMPARE(decoded, some.toStdString());
    }
}

/// Where each part of a value stands.
void TestNotation::places()
{
    const std::string text = "{ Aliases = (201,  b);\n Preferences = { Zone = x; zone = \"y\"; }; }";
    ReadOptions options;
    options.places = true;
    const auto document = readNotation(text, options);
    QVERIFY(document);
    const NotationPlace &top = document->place;
    QCOMPARE(top.valueAt, std::size_t(0));
    const NotationPlace *aliases = top.part("aliases");
    QVERIFY(aliases);
    QCOMPARE(text.substr(aliases->keyAt, 7), std::string("Aliases"));
    QCOMPARE(text.substr(aliases->valueAt, 4), std::string("(201"));
    QVERIFY(aliases->part("1"));
    QCOMPARE(text.substr(aliases->part("1")->valueAt, 2), std::string("b)"));
    QVERIFY(!aliases->part("2"));
    const NotationPlace *preferences = top.part("Preferences");
    QVERIFY(preferences && preferences->part("Zone"));
    QCOMPARE(text.substr(preferences->part("Zone")->valueAt, 3), std::string("\"y\"")); // the last one counts
    QVERIFY(readNotation(text)->place.parts.empty());
}

void TestNotation::wrongBase64_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"Q", "QUJDQ", "=", "QUJD=", "Q=", "QQ===", "QQ==QQ==", "Q=Q=", "QU-_", "QQ\v=="})
        QTest::newRow(text) << QByteArray(text);
}

void TestNotation::wrongBase64()
{
    QFETCH(QByteArray, text);
    std::string bytes;
    QVERIFY(!decodeBase64(text.toStdString(), bytes));
}

QTEST_GUILESS_MAIN(TestNotation)
#include "tst_notation.moc"
