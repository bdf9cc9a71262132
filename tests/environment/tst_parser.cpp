// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/environment/language_messages.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pbx::language;

class TestParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsBothNotations();
    void shape();
    void anyLineEnds();
    void messages_data();
    void messages();
    void independentMistakes();
    void strings_data();
    void strings();
    void saysWhatWasExpected_data();
    void saysWhatWasExpected();
    void fixes();
    void nesting();
    void longChains();
    void mistakeInEveryStatement();
    void truncated();
    void damaged();
};

namespace {

const char *const sample = R"(
// both notations, everything the grammar has
var total, ПРИМЕЧАНИЕ;
const LIMIT = 3, NAME = "x" /* y */ "z\009\u'442'";
procedure log(text) external;
function tools::split(s, separator) external;
function sum(list) forward;

entry Main is
  data = NewArray();
  for i = 0  while i < LIMIT by i+= 1 loop data[i]=i*2; end loop;
  if IsArray(data) and then data[0] == 0 or else not IsString(data) then
    Vars().("Call-ID") = sum(data);
  elif (total != null) then null;
  else ; end if;
  loop; exitif data.length() > 2; data.AddElement("a\"b"); end loop
end entry;

function sum(list) {
  var result = 0, i;
  for(i = 0; i < list.length(); i += 1) { result += list[i]; }
  while(result > 10) { result /= 2; exitif result == 7; }
  for(;;) { exitif true; }
  if(result == 1) { log("one"); } elif(result == 2) { log("two") } else { }
  h = spawn Other(result ? "a" : result - -1 ? "b" : "c");
  return tools::split("a,b", ",")[0].first.("second") || result;
}

entry Other { stop; }
)";

Tree parseText(const QByteArray &text, Source &source)
{
    source = Source("x.sppr", text.toStdString());
    return parse(source);
}

} // namespace

void TestParser::acceptsBothNotations()
{
    Source source;
    const Tree tree = parseText(sample, source);
    // The one doubtful thing in it is a name in Cyrillic.
    QVERIFY2(summary(tree, source) == QList<QByteArray>{"3 warning doubtful-form"},
             pbx::language::messages(tree, source).constData());
    QCOMPARE(tree.sections.size(), 6u);
    QCOMPARE(tree.declarations.size(), 2u);
    QVERIFY(!tree.hasErrors());
    QVERIFY(tree.find("sum"));
    QVERIFY(tree.find("sum")->form == Section::Form::Definition);
    QVERIFY(!tree.find("log"));
}

void TestParser::shape()
{
    Source source;
    const Tree tree =
        parseText("function F(a,B) is\n  x.Key[1] += a + 2 * -b == 7 and then c? 1: d? 2: 3;\nend function;", source);
    QVERIFY2(tree.diagnostics.empty(), pbx::language::messages(tree, source).constData());
    const Section &section = *tree.sections.front();
    QVERIFY(section.kind == SectionKind::Function);
    QVERIFY(section.name.text == "F" && section.name.folded == "f");
    QCOMPARE(section.parameters.size(), 2u);
    QVERIFY(section.parameters[1].folded == "b");
    QVERIFY(source.view(section.head) == "function F(a,B) is");
    QVERIFY(source.view(section.closing) == "end function;");
    QCOMPARE(section.body.size(), 1u);
    QVERIFY(section.body[0]->kind == StatementKind::Assignment);
    const auto &assignment = section.body[0]->as<AssignmentStatement>();
    QVERIFY(assignment.op == AssignmentStatement::Operator::Add);
    QVERIFY(source.view(assignment.target->span) == "x.Key[1]");
    const auto &index = assignment.target->as<IndexExpression>();
    QVERIFY(index.object->kind == ExpressionKind::Key);
    QVERIFY(index.object->as<KeyExpression>().key.text == "Key");
    QVERIFY(assignment.value->kind == ExpressionKind::Conditional);
    const auto &outer = assignment.value->as<ConditionalExpression>();
    QVERIFY(outer.whenFalse->kind == ExpressionKind::Conditional);
    const auto &both = outer.condition->as<BinaryExpression>();
    QVERIFY(both.op == BinaryOperator::AndThen);
    QVERIFY(source.view(both.operatorSpan) == "and then");
    const auto &equal = both.left->as<BinaryExpression>();
    QVERIFY(equal.op == BinaryOperator::Equal);
    QVERIFY(source.view(equal.left->span) == "a + 2 * -b");
}

void TestParser::anyLineEnds()
{
    const QByteArray text = "entry main is // c\n  x = ;\nend entry;\n";
    for (const QByteArray &end : {QByteArray("\n"), QByteArray("\r\n"), QByteArray("\r")}) {
        Source source;
        const Tree tree = parseText(QByteArray(text).replace("\n", end), source);
        QCOMPARE(summary(tree, source), QList<QByteArray>{"2 error syntax"});
        QCOMPARE(source.position(tree.diagnostics.front().span.begin).column, 7);
    }
}

void TestParser::messages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("expected");
    const auto row = [](const char *name, QByteArray text, QList<QByteArray> expected) {
        QTest::newRow(name) << text << expected;
    };
    const QByteArray begin = "entry main is\n";
    const QByteArray end = "\nend entry;";
    const auto inside = [&](const char *name, const QByteArray &text, QList<QByteArray> expected) {
        row(name, begin + text + end, expected);
    };

    row("empty file", "", {});
    row("stray semicolons", ";;entry main {};;", {});
    row("byte order mark",
        "\xEF\xBB\xBF"
        "entry main {}",
        {"1 error encoding"});
    row("not UTF-8", "entry main {}\n// caf\xE9", {"2 error encoding"});
    row("UTF-16",
        QByteArray("\xFF\xFE"
                   "e\0n\0",
                   6),
        {"1 error encoding"});
    row("entry with parentheses", "entry main() {}", {"1 warning doubtful-form"});
    row("name after end", "entry main is end entry main;", {"1 warning doubtful-form"});
    row("plain end", "entry main is end;", {});
    row("another section's word", "procedure p() is end function;", {"1 warning doubtful-form"});
    row("no parameter list", "procedure p is end procedure;", {"1 error syntax"});
    row("value of a task variable", "var v=1;\nentry main {}", {"1 error initial-value"});
    row("statement outside", "x = 1;\nentry main {}", {"1 error syntax"});
    row("section not closed", "entry main is\n x=1;\nprocedure p() is end procedure;", {"3 error syntax"});
    row("two ends missing", "procedure p() is\n if a then loop\n x=1;\nend procedure;\nentry main {}",
        {"4 error syntax", "4 error syntax"});
    row("one end missing", "function f() is\n if a then\n x=1;\n return 1;\nend function;\nentry main {}",
        {"5 error syntax"});
    row("brace not closed", "entry main {\n if(a) {\n x=1;\n", {"4 error syntax"});
    row("brace too many", "entry main {\n if(a) { x=1; }\n }\n}\nentry b {}", {"4 error syntax"});
    row("comment not closed", "entry main {\n /* x }", {"2 error syntax"});

    inside("missing semicolon", "x = 1\ny = 2;", {"2 error syntax"});
    inside("missing semicolon before end", "x = 1", {});
    inside("missing semicolon before else", "if a then b=1 else b=2; end if;", {"2 error syntax"});
    inside("assignment as condition", "if a = b then x=1; end if;", {"2 error syntax"});
    inside("chained assignment", "a = b = c;", {"2 error syntax"});
    inside("increment", "i++;", {"2 error syntax"});
    inside("decrement", "i--;", {"2 error syntax"});
    inside("double minus", "x = a--1; y = a - -1;", {});
    inside("arrow", "if a => b then x=1; end if;", {"2 error syntax"});
    inside("not equal", "if a <> b then x=1; end if;", {"2 error syntax"});
    inside("xor assignment", "x ^= 1;", {"2 error syntax"});
    inside("fraction", "x = 1.5;", {"2 error syntax"});
    inside("single quotes", "x = 'a' + 'b';", {"2 error syntax", "2 error syntax"});
    inside("string not closed", "f(\"abc);\ny = 2;", {"2 error syntax"});
    inside("hexadecimal", "x = 0x1F;", {"2 warning doubtful-form"});
    inside("too large", "x = 9223372036854775807; y = 9223372036854775808;", {"2 error syntax"});
    inside("escape", "x = \"\\q\";", {"2 warning unknown-escape"});
    inside("byte too large", "x = \"\\300\";", {"2 error syntax"});
    inside("keyword as key", "x = d.end;", {"2 warning doubtful-form"});
    inside("inner conditional", "x = a ? b ? 1 : 2 : 3;", {"2 warning doubtful-form"});
    inside("inner conditional in parentheses", "x = a ? (b ? 1 : 2) : c ? 3 : 4;", {});
    inside("bare end of if", "if a then x=1; end;\ny=1;", {"2 warning doubtful-form"});
    inside("wrong end of if", "if a then x=1;\nend loop;\ny=1;", {"3 error syntax"});
    inside("wrong end of loop", "loop x=1;\nend if;\ny=1;", {"3 error syntax"});
    inside("end too many", "if a then x=1; end if;\nend if;\ny=1;", {"3 error syntax"});
    inside("else without if", "x=1;\nelse\ny=1;", {"3 error syntax"});
    inside("two else", "if a then x=1; else x=2;\nelse x=3; end if;", {"3 error syntax"});
    inside("no then", "if a x=1; end if;", {"2 error syntax"});
    inside("misspelt then", "if a the x=1; end if;", {"2 error syntax"});
    inside("misspelt words", "whlie a loop\nretrun;\nedn loop;",
           {"2 error syntax", "3 error syntax", "4 error syntax"});
    inside("break", "loop\nbreak;\nend loop;", {"3 error syntax"});
    inside("brace in the basic notation", "if a then\nx=1;\n}\ny=1;", {"4 error syntax"});
    inside("block loop", "loop { exitif a; }", {"2 warning doubtful-form"});
    inside("else if", "if(a) { x=1; } else if(b) { x=2; } else { x=3; }", {"2 warning doubtful-form"});
    inside("single statement", "for(i=0; i<3; i+=1) x=i;\nif(a) { y=1; }", {"2 error syntax"});
    inside("parts of for dropped", "for loop exitif a; end loop; for while a loop end loop; for(;a;) {}", {});
    inside("call of a call", "x = f(1)(2);", {"2 error syntax"});
    inside("assignment to a call", "f(1) = 2;", {"2 error syntax"});
    inside("missing comma", "f(a b, c);", {"2 error syntax"});
    inside("argument left out", "f(a, , c);", {"2 error syntax"});
    inside("parenthesis not closed", "x = (a + b;\ny = 1;", {"2 error syntax"});
    inside("bracket not closed", "x = a[1;\ny = 1;", {"2 error syntax"});
    inside("call not closed", "f(a\ny = 1;", {"3 error syntax"});
    inside("operand missing", "x = a + ;\ny = * 2;", {"2 error syntax", "3 error syntax"});
    inside("unknown characters", "x = a @ b;", {"2 error syntax", "2 error syntax"});
    inside("exotic names", "имя = 1;", {"2 warning doubtful-form"});
}

void TestParser::messages()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArray>, expected);
    Source source;
    const Tree tree = parseText(text, source);
    QVERIFY2(summary(tree, source) == expected, pbx::language::messages(tree, source).constData());
}

void TestParser::independentMistakes()
{
    const QByteArray text = "entry main is\n"   // 1
                            "  x = 1\n"         // 2: ;
                            "  if x == 1 the\n" // 3: then
                            "    z = (x + 2;\n" // 4: )
                            "  end if;\n"
                            "  log(1, , 2);\n"                       // 6: argument
                            "  i++;\n"                               // 7
                            "  if a = b then\n"                      // 8: ==
                            "    x = 1.5;\n"                         // 9
                            "  end loop;\n"                          // 10: end if
                            "  whlie x < 3 loop x += 1; end loop;\n" // 11
                            "  s = \"not closed;\n"                  // 12
                            "end entry;\n"
                            "function f(a b) { return a +; }\n" // 14: twice
                            "procedure p() {\n"
                            "  if(a { b = 2; }\n" // 16
                            "}\n";
    Source source;
    const Tree tree = parseText(text, source);
    QList<QByteArray> expected;
    for (const int line : {2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 14, 14, 16})
        expected += QByteArray::number(line) + " error syntax";
    QVERIFY2(summary(tree, source) == expected, pbx::language::messages(tree, source).constData());
    QCOMPARE(tree.sections.size(), 3u);
}

void TestParser::strings_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("\"a b\"") << QByteArray("a b");
    QTest::newRow("empty") << QByteArray("\"\"") << QByteArray();
    QTest::newRow("joined") << QByteArray("\"ab\" /* x */ \"c\\009\"") << QByteArray("abc\t");
    QTest::newRow("escapes") << QByteArray(R"("\"\\\n\r\t\e")") << QByteArray("\"\\\n\r\t\n");
    QTest::newRow("bytes") << QByteArray(R"("\000\255\0655")")
                           << QByteArray("\0\xFF"
                                         "A5",
                                         4);
    QTest::newRow("code points") << QByteArray(R"("\u'442'\u'1F4DE'")") << QByteArray("т📞");
    QTest::newRow("utf-8") << QByteArray("\"тест\"") << QByteArray("тест");
}

void TestParser::strings()
{
    QFETCH(QByteArray, literal);
    QFETCH(QByteArray, value);
    Source source;
    const Tree tree = parseText("entry main { x = " + literal + "; }", source);
    QVERIFY2(tree.diagnostics.empty(), pbx::language::messages(tree, source).constData());
    const auto &string = tree.sections.front()->body[0]->as<AssignmentStatement>().value->as<StringExpression>();
    QCOMPARE(QByteArray(string.value.data(), static_cast<qsizetype>(string.value.size())), value);
}

void TestParser::saysWhatWasExpected_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("semicolon") << QByteArray("x = 1 y = 2;")
                               << QByteArray("1: Expected ';' after the statement, found 'y'.\n");
    QTest::newRow("operand") << QByteArray("x = ;") << QByteArray("1: Expected an expression after '=', found ';'.\n");
    QTest::newRow("parenthesis") << QByteArray("\n\nx = f(1;")
                                 << QByteArray("3: Expected ')' to close the '(' of line 3, found ';'.\n");
    QTest::newRow("unclosed if") << QByteArray("\nif a then\nx = 1;")
                                 << QByteArray("4: 'if' of line 2 is not closed: expected 'end if;' before 'end'.\n");
    QTest::newRow("comparison") << QByteArray("if a = b then end if;")
                                << QByteArray(
                                       "1: '=' assigns and can't stand inside an expression: write '==' to compare.\n");
    QTest::newRow("increment") << QByteArray("i++;") << QByteArray("1: There is no operator '++': write 'i += 1'.\n");
}

void TestParser::saysWhatWasExpected()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    Source source;
    const Tree tree = parseText("entry main is " + text + "\nend entry;", source);
    QCOMPARE(pbx::language::messages(tree, source), message);
}

/// Applying what is suggested gives a program without messages.
void TestParser::fixes()
{
    for (const QByteArray &statement :
         {QByteArray("i++;"), QByteArray("x = 1 y = 2;"), QByteArray("if a = b then end if;"), QByteArray("x = 'a';"),
          QByteArray("whlie a loop end loop;"), QByteArray("x := 1;"), QByteArray("if a === b then end if;"),
          QByteArray("loop { exitif a; }"), QByteArray("if(a) { } else if(b) { }"),
          QByteArray("if a then x=1; end; y=1;")}) {
        QByteArray text = "entry main is " + statement + "\nend entry;";
        Source source;
        const Tree tree = parseText(text, source);
        QCOMPARE(tree.diagnostics.size(), 1u);
        const auto &fix = tree.diagnostics.front().fix;
        QVERIFY2(fix, statement.constData());
        text.replace(static_cast<qsizetype>(fix->span.begin), static_cast<qsizetype>(fix->span.end - fix->span.begin),
                     QByteArray::fromStdString(fix->replacement));
        const Tree mended = parseText(text, source);
        QVERIFY2(mended.diagnostics.empty(), text + "\n" + pbx::language::messages(mended, source));
    }
}

void TestParser::nesting()
{
    const auto count = [](const QByteArray &text) {
        Source source;
        return parseText(text, source).diagnostics.size();
    };
    const auto blocks = [](int depth) {
        return "entry main is " + QByteArray("if a then ").repeated(depth) + QByteArray("end if; ").repeated(depth) +
               "end entry; entry b {}";
    };
    const auto parentheses = [](int depth) {
        return "entry main is x = " + QByteArray("(").repeated(depth) + "1" + QByteArray(")").repeated(depth) +
               "; end entry; entry b {}";
    };
    QCOMPARE(count(blocks(199)), 0u);
    QCOMPARE(count(blocks(250)), 1u);
    QCOMPARE(count(blocks(100'000)), 1u);
    QCOMPARE(count(parentheses(199)), 0u);
    QCOMPARE(count(parentheses(250)), 1u);
    QCOMPARE(count(parentheses(100'000)), 1u);
    QCOMPARE(count("entry main { x = " + QByteArray("-").repeated(100'000) + "1; }"), 1u);
    QCOMPARE(count("entry main { " + QByteArray("for(;;) {").repeated(100'000)), 1u);
    QCOMPARE(count("entry main { x = " + QByteArray("f(").repeated(100'000)), 1u);
    QCOMPARE(count("entry main { x = " + QByteArray("a[").repeated(100'000)), 1u);
    QCOMPARE(count("entry main { x = " + QByteArray("a?").repeated(100'000)) > 0, true);
    QCOMPARE(count("entry main { " + QByteArray("else if(a) {").repeated(100'000)) > 0, true);
    QCOMPARE(count("entry main { " + QByteArray("{").repeated(100'000)) > 0, true);
}

/// Chains make deep trees without nesting in the text.
void TestParser::longChains()
{
    for (const QByteArray &link :
         {QByteArray(" + a"), QByteArray(".a"), QByteArray("[0]"), QByteArray(".f()"), QByteArray(" && a")}) {
        Source source;
        QVERIFY(parseText("entry main { x = a" + link.repeated(900) + "; }", source).diagnostics.empty());
        Tree tree = parseText("entry main { x = a" + link.repeated(200'000) + "; }", source);
        QVERIFY(tree.hasErrors());
        QVERIFY(tree.diagnostics.size() < 5);
        resolve(tree, source);
    }
}

void TestParser::mistakeInEveryStatement()
{
    Source source;
    const Tree tree = parseText("entry main is\n" + QByteArray("x = * ;\n").repeated(5000) + "end entry;", source);
    QCOMPARE(tree.diagnostics.size(), 1000u);
}

void TestParser::truncated()
{
    const QByteArray text(sample);
    for (qsizetype length = 0; length <= text.size(); ++length) {
        Source source;
        Tree tree = parseText(text.left(length), source);
        resolve(tree, source);
        for (const Diagnostic &message : tree.diagnostics) {
            QVERIFY(!message.message().empty());
            QVERIFY(message.span.begin <= static_cast<std::uint32_t>(length) &&
                    message.span.end <= static_cast<std::uint32_t>(length));
        }
        // One cut is one mistake, with the names that went with it.
        qsizetype syntax = 0;
        for (const Diagnostic &message : tree.diagnostics)
            syntax += message.severity == Severity::Error && message.code == "syntax";
        QVERIFY2(syntax <= 2, text.left(length).right(40) + "\n" + pbx::language::messages(tree, source));
    }
}

void TestParser::damaged()
{
    const QByteArray text(sample);
    const char *const pieces[] = {"end",  "if",   "{",     "}",    "(", ")", "\"", "/*",   ";", "then",
                                  "else", "loop", "entry", "\xFF", "'", "=", "::", "var ", "\0"};
    QRandomGenerator random(20261123);
    for (int round = 0; round < 4000; ++round) {
        QByteArray damagedText = text;
        for (int i = random.bounded(1, 12); i > 0; --i) {
            const qsizetype place = random.bounded(damagedText.size());
            switch (random.bounded(4)) {
            case 0:
                damagedText[place] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                damagedText.remove(place, random.bounded(1, 20));
                break;
            case 2:
                damagedText.insert(place, pieces[random.bounded(static_cast<int>(std::size(pieces)))]);
                break;
            default:
                damagedText.insert(place, damagedText.mid(random.bounded(damagedText.size()), random.bounded(1, 60)));
                break;
            }
        }
        Source source;
        Tree tree = parseText(damagedText, source);
        resolve(tree, source,
                {.environment = Environment::Call, .kind = round % 2 ? FileKind::Module : FileKind::Program});
        for (const Diagnostic &message : tree.diagnostics) {
            QVERIFY(message.span.begin <= message.span.end);
            QVERIFY(message.span.end <= static_cast<std::uint32_t>(damagedText.size()));
        }
    }
}

QTEST_GUILESS_MAIN(TestParser)
#include "tst_parser.moc"
