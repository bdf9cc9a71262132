// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/objects.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace pbx::data;

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

/// count arrays around the innermost.
Value nested(int count, const Value &innermost)
{
    Value value = innermost;
    for (int i = 0; i < count; ++i)
        value = list({value});
    return value;
}

} // namespace

class TestValue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_usedBefore = memoryMeter.used; }
    void cleanup() { QCOMPARE(memoryMeter.used, m_usedBefore); }

    void stringsKeepTheirBytes();
    void stringsAppend();
    void identity();
    void equality();
    void equalityOfSharedParts();
    void order();
    void lengthsAndClasses();
    void deepNestingIsFreed();
    void circlesAreCollected();
    void copies();
    void arrays();
    void dictionaryBasics();
    void dictionaryAgainstModel_data();
    void dictionaryAgainstModel();
    void dictionaryRemovesFast();
    void dictionaryIgnoringCase();
    void dictionaryHoldsItself();
    void folding_data();
    void folding();
    void addresses_data();
    void addresses();
    void wrongAddresses_data();
    void wrongAddresses();

private:
    std::size_t m_usedBefore = 0;
};

void TestValue::stringsKeepTheirBytes()
{
    std::string text;
    for (int size = 0; size < 40; ++size) {
        const Value value = str(text);
        QCOMPARE(value.bytes(), std::string_view(text));
        QCOMPARE(value.isShortString(), size <= 12);
        QVERIFY(value.isString());
        QVERIFY(equal(value, str(text)));
        QCOMPARE(hashString(value), hashString(str(text)));
        QVERIFY(hashString(value) != 0);
        if (size > 0) {
            std::string other = text;
            other.back() ^= 1;
            QVERIFY(!equal(value, str(other)));
            QVERIFY(!equal(value, str(text.substr(1))));
        }
        text += static_cast<char>(size * 37);
    }
    QCOMPARE(Value::dataBlock("ab").bytes(), std::string_view("ab"));
    QVERIFY(!equal(Value::dataBlock("ab"), str("ab")));
    QVERIFY(equal(Value::dataBlock("ab"), Value::dataBlock("ab")));
    QCOMPARE(hashString(Value::number(5)), 0u);
}

void TestValue::stringsAppend()
{
    StringObject *object = StringObject::make("start");
    std::string expected = "start";
    const auto firstHash = object->hash();
    for (int i = 0; i < 200; ++i) {
        const std::string more(static_cast<std::size_t>(i % 7), static_cast<char>('a' + i % 26));
        object = StringObject::append(object, more);
        expected += more;
    }
    QCOMPARE(object->view(), std::string_view(expected));
    object = StringObject::append(object, object->view());
    QCOMPARE(object->view(), std::string_view(expected + expected));
    QVERIFY(object->hash() != firstHash);
    const Value owner = Value::adopt(Type::LongString, object);
    QVERIFY(equal(owner, str(expected + expected)));
}

void TestValue::identity()
{
    const Value a = str("ab");
    const Value b = str("ab");
    const Value c = a;
    QVERIFY(!a.sameObject(b));
    QVERIFY(a.sameObject(c));
    QVERIFY(Value().sameObject(Value()));
    QVERIFY(!Value().sameObject(a));
    QVERIFY(Value::yes().sameObject(str("YES")));
    QVERIFY(str("YES").sameObject(str("YES")));
    QVERIFY(!str("NO").sameObject(str("NO")));
    QVERIFY(equal(Value::yes(), str("YES")));
    QVERIFY(Value::boolean(true).isTrue());
    QVERIFY(Value::boolean(false).isNull());

    Value n = Value::number(5);
    Value m = Value::number(5);
    n.markIdentity();
    m.markIdentity();
    QVERIFY(!n.sameObject(m));
    QVERIFY(equal(n, m));
    QVERIFY(Value(n).sameObject(n));
    QCOMPARE(n.toNumber(), 5);

    const Value longOne = str("longer than twelve bytes");
    QVERIFY(Value(longOne).sameObject(longOne));
    QVERIFY(!longOne.sameObject(str("longer than twelve bytes")));
    const Value array = Value::newArray();
    QVERIFY(!array.sameObject(Value::newArray()));
    std::set<std::uint64_t> marks;
    for (int i = 0; i < 70000; ++i) {
        const std::uint64_t mark = str("x").headWord() >> 16 & 0xffff;
        QVERIFY(mark != 0);
        marks.insert(mark);
    }
    QCOMPARE(marks.size(), std::size_t(65535));
}

void TestValue::equality()
{
    QVERIFY(equal(Value(), Value()));
    QVERIFY(!equal(Value(), str("")));
    QVERIFY(!equal(Value::number(200), str("200")));
    QVERIFY(!equal(Value::number(0), Value::timeStamp(0)));
    QVERIFY(equal(Value::timeStamp(7), Value::timeStamp(7)));
    QVERIFY(equal(list({str("a"), list({})}), list({str("a"), list({})})));
    QVERIFY(!equal(list({str("a")}), list({str("a"), Value()})));
    QVERIFY(equal(parseAddress("10.0.0.1"), parseAddress("[10.0.0.1]")));
    QVERIFY(!equal(parseAddress("10.0.0.1"), parseAddress("[10.0.0.1]:5")));
    const Value handle = makeHandle("task", 12);
    QVERIFY(equal(handle, Value(handle)));
    QVERIFY(!equal(handle, makeHandle("task", 12)));

    Value a = Value::newDictionary();
    Value b = Value::newDictionary();
    for (int i = 0; i < 50; ++i) {
        a.dictionary().set(std::to_string(i), Value::number(i));
        b.dictionary().set(std::to_string(49 - i), Value::number(49 - i));
    }
    QVERIFY(equal(a, b));
    b.dictionary().set("7", Value::number(8));
    QVERIFY(!equal(a, b));
    b.dictionary().remove(str("7"));
    QVERIFY(!equal(a, b));

    const Value x = makeXml("a");
    const Value y = makeXml("a");
    QVERIFY(equal(x, y));
    x.xml().attributes.push_back({"n", "", "v"});
    QVERIFY(!equal(x, y));
    y.xml().attributes.push_back({"n", "", "v"});
    y.xml().body.push_back(str("t"));
    QVERIFY(!equal(x, y));

    QVERIFY(equal(nested(900, str("x")), nested(900, str("x"))));
    QVERIFY(!equal(nested(1100, str("x")), nested(1100, str("x"))));
    Value circle = Value::newArray();
    Value other = Value::newArray();
    circle.array().append(circle);
    other.array().append(other);
    QVERIFY(!equal(circle, other));
    QVERIFY(equal(circle, circle));
    circle.array().items.clear();
    other.array().items.clear();
}

void TestValue::equalityOfSharedParts()
{
    Value a = str("x");
    Value b = str("x");
    for (int i = 0; i < 100; ++i) {
        a = list({a, a});
        b = list({b, b});
    }
    QVERIFY(equal(a, b)); // 2^100 pairs when they are compared one by one
}

void TestValue::order()
{
    QVERIFY(compare(Value::number(-1), Value::number(1)) == Order::Less);
    QVERIFY(compare(Value::number(INT64_MIN), Value::number(INT64_MAX)) == Order::Less);
    QVERIFY(compare(Value::timeStamp(2), Value::timeStamp(1)) == Order::Greater);
    QVERIFY(compare(Value::number(2), Value::number(2)) == Order::Equal);
    QVERIFY(compare(str("a"), str("b")) == Order::Less);
    QVERIFY(compare(str("a"), str("a longer string than the other")) == Order::Less);
    QVERIFY(compare(str("я"), str("z")) == Order::Greater);
    QVERIFY(compare(str("a"), str("a")) == Order::Equal);
    QVERIFY(compare(Value::number(1), str("1")) == Order::Unordered);
    QVERIFY(compare(Value(), Value()) == Order::Unordered);
    QVERIFY(compare(Value::newArray(), Value::newArray()) == Order::Unordered);
}

void TestValue::lengthsAndClasses()
{
    QCOMPARE(length(str("привет")), 12);
    QCOMPARE(length(Value()), 0);
    QCOMPARE(length(Value::number(12345)), 0);
    QCOMPARE(length(Value::dataBlock("abc")), 3);
    QCOMPARE(length(list({Value(), Value()})), 2);
    QCOMPARE(length(makeXml("a")), 0);
    QCOMPARE(className(str("")), std::string_view("STString"));
    QCOMPARE(className(Value::number(5)), std::string_view("STNumber"));
    QCOMPARE(className(Value::timeStamp(0)), std::string_view("STDate"));
    QCOMPARE(className(Value::dataBlock("")), std::string_view("STData"));
    QCOMPARE(className(makeHandle("task", 1)), std::string_view("STTask"));
    QVERIFY(className(Value()).empty());
}

void TestValue::deepNestingIsFreed()
{
    Value value = Value::newArray();
    for (int i = 0; i < 1'000'000; ++i) {
        Value outer;
        if (i % 3 == 0) {
            outer = makeXml("a");
            outer.xml().body.push_back(std::move(value));
        } else if (i % 3 == 1) {
            outer = Value::newDictionary();
            outer.dictionary().set("k", std::move(value));
        } else {
            outer = list({std::move(value)});
        }
        value = std::move(outer);
    }
    QVERIFY(memoryMeter.used > m_usedBefore + 100'000'000);
    value.setNull();
}

void TestValue::circlesAreCollected()
{
    QCOMPARE(collectCycles(), std::size_t(0));
    Value kept = Value::newArray();
    {
        Value a = Value::newArray();
        Value d = Value::newDictionary();
        Value x = makeXml("x");
        a.array().append(d);
        a.array().append(str("a string that is not short"));
        d.dictionary().set("xml", x);
        d.dictionary().set("self", d);
        x.xml().body.push_back(a);
        a.array().append(kept); // a live one hangs on the circle
        QCOMPARE(collectCycles(), std::size_t(0)); // variables still lead there
    }
    QCOMPARE(collectCycles(), std::size_t(3));
    QCOMPARE(kept.array().size(), std::size_t(0));
    kept.array().append(kept);
    QCOMPARE(collectCycles(), std::size_t(0));
    kept.setNull();
    QCOMPARE(collectCycles(), std::size_t(1));
}

void TestValue::copies()
{
    Value inner = list({str("x")});
    Value original = list({str("a"), Value(), inner, inner, Value::number(3)});
    Value dictionary = Value::newDictionary();
    dictionary.dictionary().setCaseSensitive(false);
    dictionary.dictionary().set("Key", inner);
    original.array().append(dictionary);
    Value xml = makeXml("n", "p");
    xml.xml().attributes.push_back({"b", "", "c"});
    xml.xml().body.push_back(str("text"));
    original.array().append(xml);
    const Value handle = makeHandle("task", 1);
    original.array().append(handle);

    Value copy;
    QVERIFY(deepCopy(original, copy));
    QVERIFY(equal(original, copy));
    const auto &items = copy.array().items;
    QVERIFY(!items[0].sameObject(original.array().items[0]));
    QVERIFY(!items[4].sameObject(original.array().items[4]));
    QVERIFY(!items[2].sameObject(items[3]));
    QVERIFY(!items[5].dictionary().caseSensitive());
    QVERIFY(items[7].sameObject(handle));
    items[2].array().append(str("y"));
    QCOMPARE(inner.array().size(), std::size_t(1));

    Value circle = Value::newArray();
    circle.array().append(circle);
    Value none;
    QVERIFY(!deepCopy(circle, none));
    circle.array().items.clear();
    QVERIFY(!deepCopy(nested(1001, Value::newArray()), none));
    QVERIFY(deepCopy(nested(999, Value::newArray()), none));
    none.setNull();

    Value shared = str("x");
    for (int i = 0; i < 60; ++i)
        shared = list({shared, shared});
    const std::size_t limit = memoryMeter.limit;
    memoryMeter.limit = memoryMeter.used + 10'000'000;
    QVERIFY(!deepCopy(shared, none));
    memoryMeter.limit = limit;
}

void TestValue::arrays()
{
    Value array = Value::newArray();
    for (int i = 0; i < 10; ++i)
        array.array().insert(0, Value::number(i));
    array.array().insert(99, str("end"));
    QCOMPARE(array.array().items[0].toNumber(), 9);
    QCOMPARE(array.array().items[10].bytes(), std::string_view("end"));
    array.array().remove(0);
    array.array().remove(99);
    QCOMPARE(array.array().size(), std::size_t(10));
    QCOMPARE(array.array().items[0].toNumber(), 8);
}

void TestValue::dictionaryBasics()
{
    Value value = Value::newDictionary();
    DictionaryObject &d = value.dictionary();
    QVERIFY(d.find("a") == nullptr);
    QVERIFY(d.keyAt(0).isNull());
    d.set("b", Value::number(1));
    d.set("a", Value::number(2));
    d.set("a longer key than twelve", Value::number(3));
    d.set("", Value::number(4));
    QCOMPARE(d.size(), std::size_t(4));
    QCOMPARE(d.get("").toNumber(), 4);
    QCOMPARE(d.keyAt(0).bytes(), std::string_view(""));
    QCOMPARE(d.keyAt(1).bytes(), std::string_view("a"));
    QCOMPARE(d.keyAt(3).bytes(), std::string_view("b"));
    QVERIFY(d.keyAt(4).isNull());
    QVERIFY(d.keyAt(-1).isNull());
    QCOMPARE(d.entries()[0].key.bytes(), std::string_view("b"));
    d.set("a", Value());
    QCOMPARE(d.size(), std::size_t(3));
    QVERIFY(d.get("a").isNull());
    d.set(Value::number(5), Value::number(5)); // not a key
    QVERIFY(d.find(Value::number(5)) == nullptr);
    QCOMPARE(d.size(), std::size_t(3));
    d.clear();
    QCOMPARE(d.size(), std::size_t(0));
    d.set("again", Value::number(1));
    QCOMPARE(d.keyAt(0).bytes(), std::string_view("again"));
}

void TestValue::dictionaryAgainstModel_data()
{
    QTest::addColumn<int>("keys");
    QTest::addColumn<bool>("caseSensitive");
    for (const int keys : {3, 9, 40, 700}) {
        QTest::addRow("%d keys", keys) << keys << true;
        QTest::addRow("%d keys, any case", keys) << keys << false;
    }
}

void TestValue::dictionaryAgainstModel()
{
    QFETCH(int, keys);
    QFETCH(bool, caseSensitive);
    std::mt19937 random(static_cast<unsigned>(keys));
    Value value = Value::newDictionary();
    DictionaryObject &d = value.dictionary();
    d.setCaseSensitive(caseSensitive);
    std::map<std::string, std::int64_t> model;
    std::vector<std::string> inserted;
    for (int step = 0; step < 30000; ++step) {
        std::string key = (random() % 2 ? "k" : "ж long enough for an object ") + std::to_string(random() % keys);
        const std::string asked = !caseSensitive && random() % 2 ? upperCase(key) : key;
        if (random() % 100 < (step / 3000 % 2 ? 70u : 40u)) {
            d.set(asked, Value());
            if (model.erase(key))
                std::erase(inserted, key);
        } else {
            if (!d.find(asked)) {
                inserted.push_back(key);
                d.set(key, Value::number(step));
            } else {
                d.set(asked, Value::number(step));
            }
            model[key] = step;
        }
        QCOMPARE(d.size(), model.size());
        const Value *found = d.find(asked);
        QCOMPARE(found ? found->toNumber() : -1, model.contains(key) ? model[key] : -1);
        if (random() % 50 == 0) {
            std::int64_t i = 0;
            for (const auto &[modelKey, number] : model) {
                QCOMPARE(d.keyAt(i).bytes(), std::string_view(modelKey));
                QCOMPARE(d.sortedEntry(static_cast<std::size_t>(i)).value.toNumber(), number);
                ++i;
            }
        } else if (!model.empty() && random() % 3 == 0) {
            QCOMPARE(d.keyAt(0).bytes(), std::string_view(model.begin()->first));
        }
        if (random() % 200 == 0) {
            QCOMPARE(d.entries().size(), inserted.size());
            for (std::size_t i = 0; i < inserted.size(); ++i)
                QCOMPARE(d.entries()[i].key.bytes(), std::string_view(inserted[i]));
        }
    }
}

void TestValue::dictionaryRemovesFast()
{
    constexpr int count = 60'000;
    for (const int way : {0, 1, 2, 3}) {
        Value value = Value::newDictionary();
        DictionaryObject &d = value.dictionary();
        std::vector<Value> keys;
        for (int i = 0; i < count; ++i)
            keys.push_back(str("key" + std::to_string(i * 7919LL % count)));
        for (const Value &key : keys)
            d.set(key, Value::number(1));
        QVERIFY(!d.keyAt(0).isNull());
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count; ++i) {
            if (way == 0)
                d.remove(d.keyAt(0));
            else if (way == 1)
                d.remove(d.keyAt(count - 1 - i));
            else if (way == 2)
                d.remove(keys[static_cast<std::size_t>(i)]);
            else
                d.remove(d.keyAt((count - i) / 2));
        }
        QCOMPARE(d.size(), std::size_t(0));
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
    }
}

void TestValue::dictionaryIgnoringCase()
{
    Value value = Value::newDictionary();
    DictionaryObject &d = value.dictionary();
    d.set("key", Value::number(1));
    d.set("Ключ", Value::number(3));
    d.set("Key", Value::number(2));
    d.set("ключ", Value::number(4));
    d.set("other", Value::number(5));
    d.setCaseSensitive(false);
    QCOMPARE(d.size(), std::size_t(3));
    QCOMPARE(d.get("KEY").toNumber(), 2); // Key stands before key
    QCOMPARE(d.get("КЛЮЧ").toNumber(), 3);
    QCOMPARE(d.entries()[0].key.bytes(), std::string_view("Ключ"));
    d.set("kEy", Value::number(9));
    QCOMPARE(d.keyAt(0).bytes(), std::string_view("Key"));
    QCOMPARE(d.get("key").toNumber(), 9);
    d.setCaseSensitive(true);
    QVERIFY(d.find("key") == nullptr);
    QCOMPARE(d.get("Key").toNumber(), 9);
}

void TestValue::dictionaryHoldsItself()
{
    Value value = Value::newDictionary();
    DictionaryObject &d = value.dictionary();
    d.set("self", value);
    value.setNull();
    d.remove(str("self")); // frees the dictionary while it removes
    Value array = Value::newArray();
    ArrayObject &a = array.array();
    a.append(array);
    array.setNull();
    a.remove(0);
}

void TestValue::folding_data()
{
    QTest::addColumn<QByteArray>("upper");
    QTest::addColumn<QByteArray>("lower");
    QTest::newRow("ascii") << QByteArray("AZ[@`{09") << QByteArray("az[@`{09");
    QTest::newRow("latin") << QByteArray("ÀÖØÞŸŁŻĐ") << QByteArray("àöøþÿłżđ");
    QTest::newRow("russian") << QByteArray("ЁЖЩЪЯ") << QByteArray("ёжщъя");
    QTest::newRow("ukrainian") << QByteArray("ІЇЄҐ") << QByteArray("іїєґ");
    QTest::newRow("greek") << QByteArray("ΆΑΩΣ") << QByteArray("άαωσ");
    QTest::newRow("armenian") << QByteArray("ԱՖ") << QByteArray("աֆ");
    QTest::newRow("deseret") << QByteArray("𐐀") << QByteArray("𐐨");
    QTest::newRow("not UTF-8") << QByteArray("A\xff\xc3Z") << QByteArray("a\xff\xc3z");
    QTest::newRow("no case") << QByteArray("漢字📞×÷") << QByteArray("漢字📞×÷");
}

void TestValue::folding()
{
    QFETCH(QByteArray, upper);
    QFETCH(QByteArray, lower);
    QCOMPARE(foldCase(upper.toStdString()), lower.toStdString());
    QCOMPARE(foldCase(lower.toStdString()), lower.toStdString());
    QCOMPARE(upperCase(lower.toStdString()), upper.toStdString());
    QCOMPARE(upperCase(upper.toStdString()), upper.toStdString());
}

void TestValue::addresses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("printed");
    const auto row = [](const char *text, const char *printed) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(printed);
    };
    row("10.0.44.55", "10.0.44.55");
    row("[10.0.44.55]", "10.0.44.55");
    row("[10.0.44.55]:25", "[10.0.44.55]:25");
    row("10.0.44.55:25", "[10.0.44.55]:25");
    row("#I[10.0.44.55]:65535", "[10.0.44.55]:65535");
    row("#I10.0.44.55", "10.0.44.55");
    row("0.0.0.0:0", "0.0.0.0");
    row("2001:DB8::1", "2001:db8::1");
    row("[2001:db8::1]:5060", "[2001:db8::1]:5060");
    row("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
    row("2001:0:0:1:0:0:0:1", "2001:0:0:1::1");
    row("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8");
    row("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8");
    row("::", "::");
    row("::1", "::1");
    row("1::", "1::");
    row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
    row("::ffff:10.1.2.3", "::ffff:10.1.2.3");
    row("::ffff:a01:203", "::ffff:10.1.2.3");
    row("64:ff9b::1.2.3.4", "64:ff9b::102:304");
}

void TestValue::addresses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, printed);
    const Value address = parseAddress(text.toStdString());
    QVERIFY(address.isAddress());
    QCOMPARE(printAddress(address.address()), printed.toStdString());
    QVERIFY(equal(parseAddress(printed.toStdString()), address));
}

void TestValue::wrongAddresses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "localhost", "10.0.44.355", "10.0.44", "10.0.44.5.6", "10.0.44.", ".1.2.3", "1..2.3", " 10.0.0.1", "10.0.0.1 ",
          "10.0.0.1/8", "10.0.0.1:", "10.0.0.1:65536", "[10.0.0.1", "[10.0.0.1]25", "10.0.0.-1", "+1.2.3.4", "1:2:3",
          ":::", "1::2::3", ":1", "1:", "12345::", "g::", "fe80::1%eth0", "1:2:3:4:5:6:7:8:9", "::1.2.3", "1.2.3.4::",
          "1:2:3:4:5:6:7:1.2.3.4", "[]", "[]:5", "#I", "-1::", "1:2:3:4::5:6:7:8"})
        QTest::newRow(text) << QByteArray(text);
}

void TestValue::wrongAddresses()
{
    QFETCH(QByteArray, text);
    QVERIFY(parseAddress(text.toStdString()).isNull());
}

QTEST_GUILESS_MAIN(TestValue)
#include "tst_value.moc"
