// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace pbx::data;
using namespace std::string_literals;

namespace {

std::string printed(const Value &xml)
{
    return printXml(xml.xml()).value_or("failed");
}

} // namespace

class TestXml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_usedBefore = memoryMeter.used; }
    void cleanup() { QCOMPARE(memoryMeter.used, m_usedBefore); }

    void reads_data();
    void reads();
    void rejects_data();
    void rejects();
    void builtAndPrinted();
    void namespacesAreInherited();
    void whiteSpaceComesBack();
    void printFails();
    void limits();
    void truncatedAndMutated();

private:
    std::size_t m_usedBefore = 0;
};

/// The second column: how it is printed after reading.
void TestXml::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::addRow("%s", text) << QByteArray(text) << QByteArray(expected);
    };
    row("<a/>", "<a/>");
    row("<a></a>", "<a/>");
    row(" <a ></a > ", "<a/>");
    row("<a b='1' c = \"2\"/>", "<a b=\"1\" c=\"2\"/>");
    row("<p:a p:b='1' xmlns:p='urn:x'/>", "<p:a xmlns:p=\"urn:x\" p:b=\"1\"/>");
    row("<a>text</a>", "<a>text</a>");
    row("<a>&lt;&amp;&gt;&quot;&apos;&#1090;&#x442;</a>", "<a>&lt;&amp;&gt;\"'тт</a>");
    row("<a b='&lt;\"&#10;x\ny'/>", "<a b=\"&lt;&quot;&#10;x y\"/>");
    row("<a><![CDATA[<b>&amp;]]></a>", "<a>&lt;b&gt;&amp;amp;</a>");
    row("<a>one<!-- - > -->two<?x ?>three</a>", "<a>onetwothree</a>");
    row("<a>\n <b/>\n <c/>\n</a>", "<a><b/><c/></a>");
    row("<a> </a>", "<a> </a>");
    row("<a>x <b/> y</a>", "<a>x <b/> y</a>");
    row("<a><b/>&#32;<c/></a>", "<a><b/>&#32;<c/></a>");
    row("<a>x\r\ny\rz</a>", "<a>x\ny\nz</a>");
    row("<?xml version='1.0'?>\n<!-- c -->\n<!DOCTYPE a [ <!ENTITY x \"]>\"> <!-- ]> --> ]>\n<a/>\n<!-- e -->", "<a/>");
    row("\xef\xbb\xbf<a/>", "<a/>");
    row("<тег свойство='да'/>", "<тег свойство=\"да\"/>");
}

void TestXml::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto xml = readXml(text.toStdString());
    QVERIFY2(xml, xml ? "" : xml.error().message.c_str());
    QCOMPARE(printed(*xml), expected.toStdString());
    const auto again = readXml(expected.toStdString());
    QVERIFY(again);
    QVERIFY(equal(*xml, *again));
}

void TestXml::rejects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *text, int offset) { QTest::addRow("%s", text) << QByteArray(text) << offset; };
    row("", 0);
    row("text", 0);
    row("<", 1);
    row("<a", 2);
    row("<a>", 0);
    row("<a><b></a></b>", 6);
    row("</a>", 1);
    row("<a/><b/>", 4);
    row("<a/>x", 4);
    row("<1a/>", 1);
    row("<a:/>", 1);
    row("<:a/>", 1);
    row("<a:b:c/>", 1);
    row("<a b/>", 4);
    row("<a b=1/>", 5);
    row("<a b='1'c='2'/>", 8);
    row("<a b='1' b='2'/>", 9);
    row("<a b='1/>", 5);
    row("<a xmlns:p='1' xmlns:p='2'/>", 15);
    row("<a>&nbsp;</a>", 3);
    row("<a>a & b</a>", 5);
    row("<a>&#xD800;</a>", 3);
    row("<a>&#1114112;</a>", 3);
    row("<a>&#;</a>", 3);
    row("<a><![CDATA[x</a>", 3);
    row("<a><!-- x</a>", 3);
    row("<!DOCTYPE a [ <a/>", 0);
    row("<a><!DOCTYPE a></a>", 4);
    row("<a></a", 6);
    row("<a / >", 3);
}

void TestXml::rejects()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const auto xml = readXml(text.toStdString());
    QVERIFY(!xml);
    QVERIFY2(xml.error().message.ends_with('.'), xml.error().message.c_str());
    QCOMPARE(int(xml.error().offset), offset);
}

void TestXml::builtAndPrinted()
{
    const Value xml = makeXml("note", "p");
    xml.xml().namespaces = {{"p", "urn:x"}, {"", "urn:y"}};
    xml.xml().attributes = {{"id", "", "7"}, {"id", "p", "a\"<\t"}};
    xml.xml().body = {Value::string("a&b"), makeXml("item")};
    QCOMPARE(printed(xml), "<p:note xmlns:p=\"urn:x\" xmlns=\"urn:y\" id=\"7\" p:id=\"a&quot;&lt;&#9;\">a&amp;b<item/></p:note>"s);
    const auto again = readXml(printed(xml));
    QVERIFY(again);
    QCOMPARE(again->xml().attributes[1].value, "a\"<\t"s);
    QCOMPARE(again->xml().namespaces, xml.xml().namespaces);
}

void TestXml::namespacesAreInherited()
{
    const std::string text = "<a xmlns=\"urn:1\" xmlns:p=\"urn:2\"><p:b/><c xmlns=\"urn:3\" xmlns:q=\"urn:4\"><d/></c></a>";
    const auto xml = readXml(text);
    QVERIFY(xml);
    const auto &body = xml->xml().body;
    using List = std::vector<std::pair<std::string, std::string>>;
    QCOMPARE(body[0].xml().namespaces, (List{{"", "urn:1"}, {"p", "urn:2"}}));
    const List inner{{"", "urn:3"}, {"p", "urn:2"}, {"q", "urn:4"}};
    QCOMPARE(body[1].xml().namespaces, inner);
    QCOMPARE(body[1].xml().body[0].xml().namespaces, inner);
    QCOMPARE(printed(*xml), text);
}

void TestXml::whiteSpaceComesBack()
{
    const Value xml = makeXml("a");
    xml.xml().body = {Value::string(" "), makeXml("b"), Value::string("\n\t"), makeXml("c"), Value::string(" x ")};
    const auto again = readXml(printed(xml));
    QVERIFY(again);
    QVERIFY(equal(*again, xml));
}

void TestXml::printFails()
{
    Value xml = makeXml("a");
    xml.xml().body = {xml};
    QVERIFY(!printXml(xml.xml()));
    QVERIFY(!printNotation(xml));
    xml.xml().body.clear();
    for (int i = 0; i < 1000; ++i) {
        const Value outer = makeXml("a");
        outer.xml().body = {xml};
        xml = outer;
    }
    QVERIFY(printXml(xml.xml()));
    const Value outer = makeXml("a");
    outer.xml().body = {xml};
    QVERIFY(!printXml(outer.xml()));
}

void TestXml::limits()
{
    const auto nested = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += "<a>";
        for (int i = 0; i < count; ++i)
            text += "</a>";
        return text;
    };
    QVERIFY(readXml(nested(201)));
    QVERIFY(!readXml(nested(202)));
    QVERIFY(readXml(nested(3), 2));
    QVERIFY(!readXml(nested(3), 1));

    // Declarations handed down to very many elements end in an error, not in gigabytes.
    std::string text = "<a";
    for (int i = 0; i < 200; ++i)
        text += " xmlns:p" + std::to_string(i) + "='urn:some:longer:name'";
    text += '>';
    for (int i = 0; i < 500'000; ++i)
        text += "<b/>";
    QVERIFY(!readXml(text + "</a>"));

    std::string many = "<a";
    for (int i = 0; i < 100'000; ++i)
        many += " a" + std::to_string(i) + "=''";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(readXml(many + "/>"));
    QVERIFY(timer.elapsed() < 60'000);
}

void TestXml::truncatedAndMutated()
{
    const std::string sample = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><p:a xmlns:p='urn:x' b=\"&lt;\">t &#1090;"
                               "<![CDATA[<x>]]><!-- c --> <b> <c/> </b></p:a>";
    for (std::size_t size = 0; size < sample.size(); ++size) {
        const std::vector<char> part(sample.begin(), sample.begin() + static_cast<std::ptrdiff_t>(size));
        QVERIFY(!readXml({part.data(), part.size()}));
    }
    std::mt19937 random(7);
    static constexpr std::string_view spice = "<>/&;:='\"![]-?ax \n#";
    int accepted = 0;
    for (int round = 0; round < 40000; ++round) {
        std::string text = sample;
        for (auto changes = random() % 3 + 1; changes > 0; --changes) {
            const std::size_t place = random() % text.size();
            if (random() % 2)
                text[place] = spice[random() % spice.size()];
            else
                text.insert(place, 1, spice[random() % spice.size()]);
        }
        const auto xml = readXml(text);
        if (!xml)
            continue;
        ++accepted;
        const auto again = readXml(printed(*xml));
        QVERIFY2(again, text.c_str());
        QVERIFY2(equal(*again, *xml), text.c_str());
    }
    QVERIFY(accepted > 1000);
}

QTEST_GUILESS_MAIN(TestXml)
#include "tst_xml.moc"
