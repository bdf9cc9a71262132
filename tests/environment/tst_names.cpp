// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/environment/language_messages.h"

#include <QTest>

#include <algorithm>

using namespace pbx::language;

class TestNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void catalogue();
    void messages_data();
    void messages();
    void text_data();
    void text();
    void variables();
    void scopes();
    void calls();
    void quietWithoutWarnings();
    void exitIfInsideIfIsASetting();
    void environments();
    void realProgram();
};

namespace {

Tree check(const QByteArray &text, Source &source, const ResolveOptions &options = {})
{
    source = Source("x.sppr", text.toStdString());
    Tree tree = parse(source);
    resolve(tree, source, options);
    return tree;
}

} // namespace

void TestNames::catalogue()
{
    const auto all = builtins();
    QCOMPARE(all.size(), 347u);
    QVERIFY(std::ranges::is_sorted(all, {}, &Builtin::folded));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Builtin &builtin = all[i];
        QCOMPARE(builtin.id, static_cast<int>(i));
        QCOMPARE(findBuiltin(builtin.name), &builtin);
        QCOMPARE(findBuiltin(builtin.folded), &builtin);
        QVERIFY(builtin.environments != 0 && builtin.environments < 8);
        QVERIFY(builtin.maxArguments == -1 || builtin.minArguments <= builtin.maxArguments);
        QVERIFY(!builtin.help.empty());
        QVERIFY(!builtin.group.empty());
    }
    const Builtin *builtin = findBuiltin("READinput");
    QVERIFY(builtin && builtin->name == "ReadInput" && builtin->waits && !builtin->procedure);
    QCOMPARE(builtin->minArguments, 1);
    QCOMPARE(builtin->signatures.size(), 1u);
    QVERIFY(builtin->signatures[0].parameters.size() == 1);
    QVERIFY(findBuiltin("Void")->procedure);
    QCOMPARE(findBuiltin("ProcCall")->minArguments, 1);
    QCOMPARE(findBuiltin("ProcCall")->maxArguments, -1);
    QVERIFY(!findBuiltin("nothing"));
    QVERIFY(!findBuiltin(""));
    QVERIFY(!findBuiltin(std::string(1000, 'x')));
}

void TestNames::messages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("expected");
    const auto row = [](const char *name, QByteArray text, QList<QByteArray> expected) {
        QTest::newRow(name) << text << expected;
    };
    const auto inside = [&](const char *name, const QByteArray &text, QList<QByteArray> expected) {
        row(name,
            "procedure p(a) is end procedure; function f(a,b) is return a; end function;\nentry main is\n" + text +
                "\nend entry;",
            expected);
    };

    inside("known calls", "p(1); x = f(1,2); SysLog(x); x.p(); x = x.f(1); Void(f(1,2));", {});
    inside("unknown procedure", "doIt(1); doIt(2);", {"3 error undefined-name"});
    inside("unknown function", "x = getIt(1);", {"3 error undefined-name"});
    inside("function as statement", "f(1,2);", {"3 error wrong-kind"});
    inside("built-in function as statement", "Length(\"\");", {"3 error wrong-kind"});
    inside("procedure as value", "x = p(1);", {"3 error wrong-kind"});
    inside("procedure in Void", "Void(p(1));", {"3 error wrong-kind"});
    inside("entry called", "main();", {"3 error wrong-kind"});
    inside("counts", "p(); p(1,2); x = f(1); x = 1.f(2); x = Length(); x = Length(1,2);",
           {"3 error wrong-argument-count", "3 error wrong-argument-count", "3 error wrong-argument-count",
            "3 error wrong-argument-count", "3 error wrong-argument-count"});
    inside("any number", "ProcCall(\"a\",1,2,3,4,5,6,7); x = FuncCall(\"b\"); ProcCall();",
           {"3 error wrong-argument-count"});
    inside("built-in as variable", "Length = 1; x = Length + 1;", {"3 error wrong-kind"});
    inside("built-in without parentheses", "x = Length + 1;", {"3 error wrong-kind"});
    inside("section as variable", "f = 1;\nx = p;", {"3 error wrong-kind", "4 error wrong-kind"});
    inside("value of an entry", "return 1;", {"3 error wrong-return"});
    inside("spawn", "x = spawn MAIN(1); spawn main;", {});
    inside("spawn of nothing", "spawn other; spawn mian;", {"3 error undefined-name", "3 error undefined-name"});
    inside("spawn of a procedure", "spawn p;", {"3 error wrong-kind"});
    inside("exitif outside", "exitif 1;", {"3 error misplaced-exitif"});
    inside("exitif in if", "loop if 1 then exitif 1; end if; exitif 1; end loop;", {"3 error misplaced-exitif"});
    inside("exitif twice wrong", "while(a) {if(b) {exitif c;}} exitif a;",
           {"3 error misplaced-exitif", "3 error misplaced-exitif", "3 warning unassigned-variable",
            "3 warning unassigned-variable", "3 warning unassigned-variable"});
    inside("qualified without declaration", "tools::a(1); tools::A(2); x = tools::b();",
           {"3 warning undeclared-external", "3 warning undeclared-external"});
    inside("constant", "const A = 1;\nA = 2; A += 1;",
           {"4 error assignment-to-constant", "4 error assignment-to-constant"});
    inside("constant of its block", "if 1 then const A = 1; x = A; end if; A = 2; x = A;", {});
    inside("never assigned", "x = y;\nz = y;", {"3 warning unassigned-variable"});
    inside("assigned somewhere", "loop if y then exit = 1; y = 1; end if; exitif y; end loop;", {});
    inside("undeclared beside var", "var x = 1;\ny = x; y = 2;", {"4 warning undeclared-variable"});
    inside("counter after its loop", "for(var i=0; i<3; i+=1) {}\nx = 1; SysLog(i);",
           {"4 warning undeclared-variable", "4 warning undeclared-variable"});
    inside("var in a block", "var x=1; if x then var x=2; SysLog(x); end if;", {});
    inside("var twice", "var x=1;\nvar x=2; SysLog(x);", {"4 warning shadowed-name"});
    inside("read too early", "SysLog(x);\nx = 1; x += 1;", {"3 warning read-before-assignment"});
    inside("added to nothing", "x += 1;\nSysLog(x); x = 2;", {"3 warning read-before-assignment"});
    inside("assigned by the pass before", "loop exitif done; done = ReadInput(1); end loop; while not over loop over = 1; end loop;",
           {});
    inside("assigned in a branch", "if Length(\"\") then x = 1; end if; SysLog(x);", {});
    inside("assigned in another branch", "if Length(\"\") then x = 1; else\nSysLog(x); end if;",
           {"4 warning read-before-assignment"});
    inside("null on purpose", "var x; if x then SysLog(x); end if;", {});
    inside("declared for nothing", "var x;\nvar y = 5; const Z = 1;",
           {"3 note unused-variable", "4 note unused-variable", "4 note unused-variable"});
    inside("dropped on purpose", "var x = f(1,2), unused; unused = 1;", {});
    inside("misspelt target", "finished = null; loop finishd = 1;\nexitif finished; end loop;",
           {"3 note unused-variable"});
    inside("numbered", "prompt1 = 1; prompt2 = 2; SysLog(prompt2);", {});
    inside("either form", "RejectBridge(1,\"486\"); x = RejectTransfer(1,\"486\"); Void(\nRejectBridge(1,\"486\"));",
           {"3 note doubtful-form", "4 note doubtful-form"});
    inside("unreachable behind an if", "if f(1,2) then return; else stop; end if;\nSysLog(1);", {"4 warning unreachable"});
    inside("unreachable behind a loop", "loop SysLog(ReadInput(1)); end loop;\nSysLog(1);", {"4 warning unreachable"});
    inside("caution", "if f(1,2) then return; else stop; end if; stop;", {});
    inside("unreachable", "return;\nSysLog(1);\nSysLog(2);", {"4 warning unreachable"});
    inside("empty after return", "return;;", {});
    inside("mixed logic", "x = 1 || 2 && 3 || 4; y = (1 || 2) && 3; z = 1 and 2 & 3; z = 1 && 2 and then 3;",
           {"3 warning mixed-logic"});
    inside("not a comparison", "x = 1; y = not x == 2; y = (not x) == 2; y = not (x == 2); y = not x and then x == 1;",
           {"3 warning misleading-not"});
    inside("computed constant", "const A = 1 + 2 * -3, B = A + 1;\nconst C = Length(\"a\"); SysLog(B);",
           {"4 warning initial-value"});

    row("function without return", "function f(a) is\n if a then return 1; end if;\nend function;",
        {"3 warning missing-return"});
    row("function with else", "function f(a) is if a then return 1; else stop; end if; end function;", {});
    row("calls what never returns",
        "procedure fail(x) is SysLog(x); stop; end procedure;\n"
        "function f(a) is if a then return 1; end if; fail(\"no\"); end function;",
        {});
    row("stock section with one argument more",
        "function bridgedLoopHash(peer) external; procedure playNumber(n) external;\n"
        "entry main { Void(bridgedLoopHash(1, 2)); playNumber(1, 2);\nplayNumber(1, 2, 3); }",
        {"3 error wrong-argument-count"});
    row("endless loop", "function f() is loop x = ReadInput(1); if x then return x; end if; end loop; end function;",
        {});
    row("endless loop with exit", "function f() is\n loop exitif 1; end loop; end function;",
        {"2 warning missing-return"});
    row("bare return", "function f() is\n return;\nend function;", {"2 warning wrong-return"});
    row("value of a procedure", "procedure p() is\n return 1;\nend procedure;", {"2 error wrong-return"});
    row("used before", "entry main is\n p();\nend entry; procedure p() is end procedure;", {"2 error undefined-name"});
    row("forward", "procedure p(a) forward; entry main is p(1); end entry; procedure p(b) is end procedure;", {});
    row("forward alone", "procedure p(a) forward;\nentry main is p(1); end entry;", {"1 error missing-definition"});
    row("forward of another kind", "procedure p() forward;\nfunction p() is return 1; end function;",
        {"2 error wrong-kind"});
    row("forward with other parameters", "procedure p(a) forward;\nprocedure p() is end procedure;",
        {"2 error wrong-argument-count"});
    row("recursion", "function f(n) { return n == 0 ? 1 : f(n - 1); }", {});
    row("defined twice", "procedure p() {}\nprocedure P() {}", {"2 error duplicate-name"});
    row("entry and procedure", "procedure p() {}\nentry P {}", {"2 error duplicate-name"});
    row("external twice", "procedure p(a) external;\nprocedure p(b) external;", {"2 warning duplicate-name"});
    row("external otherwise", "procedure p(a) external;\nprocedure p() external;", {"2 error duplicate-name"});
    row("external and definition", "procedure p() external;\nprocedure p() {}", {"2 error duplicate-name"});
    row("same name elsewhere", "procedure m::p() external; procedure p() {} entry main { p(); m::p(); }", {});
    row("external's count", "procedure m::p(a) external;\nentry main { m::p(); }", {"2 error wrong-argument-count"});
    row("named like a built-in", "function Length(a) { return a; }", {"1 error duplicate-name"});
    row("parameters twice", "procedure p(a, A) {}", {"1 error duplicate-name"});
    row("parameter like a built-in", "procedure p(length) {}", {"1 error duplicate-name"});
    row("variable declared by parameter", "procedure p(a) { var a; }", {"1 warning shadowed-name"});
    row("task variable", "var v; procedure p() { v = 1; }\nentry main { p(); SysLog(v); }", {});
    row("file constant", "const A = 1; entry main {\n A = 2; A += 1; }",
        {"2 error assignment-to-constant", "2 error assignment-to-constant"});
    row("constant twice", "const A = 1;\nconst a = 2;", {"2 error duplicate-name"});
    row("unknown in a constant", "const A = b;", {"1 error undefined-name"});
    row("no main is no matter", "procedure p() {}", {});
    row("mistake is no reason for warnings", "function f() is\n x = ;\n y = z;\nend function;", {"2 error syntax"});
    row("name not readable", "procedure (a) {}\nentry main { doIt(1); }", {"1 error syntax"});
}

void TestNames::messages()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArray>, expected);
    Source source;
    const Tree tree = check(text, source);
    QList<QByteArray> actual = summary(tree, source);
    std::ranges::sort(actual);
    std::ranges::sort(expected);
    QVERIFY2(actual == expected, pbx::language::messages(tree, source).constData());
}

void TestNames::text_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("similar") << QByteArray("x = Lenght(1);")
                             << QByteArray("1: Unknown function 'Lenght': did you mean 'Length'?\n");
    QTest::newRow("external")
        << QByteArray("frobnicate(1);")
        << QByteArray(
               "1: Unknown procedure 'frobnicate': if it is in a file of its own, declare it above with 'procedure "
               "frobnicate(…) external;'.\n");
    QTest::newRow("Void")
        << QByteArray("Length(1);")
        << QByteArray("1: 'Length' is a function and no statement: to drop its value, write 'Void(Length(…));'.\n");
    QTest::newRow("count") << QByteArray("x = Length(1,2);")
                           << QByteArray("1: 'Length' takes one argument, and 2 are given.\n");
    QTest::newRow("typo")
        << QByteArray("counter = 1; x = conter;")
        << QByteArray("1: 'conter' is never assigned in this section and always null: did you mean 'counter'?\n");
}

void TestNames::text()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    Source source;
    const Tree tree = check("entry main { " + text + " }", source);
    QCOMPARE(pbx::language::messages(tree, source), message);
}

void TestNames::variables()
{
    Source source;
    const Tree tree = check("var t; const C = 2; procedure p(A, b) is x = a; X = c + T; y = x; end procedure;", source);
    QVERIFY2(tree.diagnostics.empty(), pbx::language::messages(tree, source).constData());
    const Section &section = *tree.sections.front();
    QCOMPARE(section.variables.size(), 4u);
    for (std::uint32_t i = 0; i < 4; ++i)
        QCOMPARE(section.variables[i]->index, i);
    QVERIFY(section.variables[0]->kind == Variable::Kind::Parameter && section.variables[0]->name.folded == "a");
    QVERIFY(section.variables[2]->kind == Variable::Kind::Local && section.variables[2]->name.folded == "x");
    QCOMPARE(tree.taskVariables.size(), 1u);
    QCOMPARE(tree.fileConstants.size(), 1u);
    const auto &sum = section.body[1]->as<AssignmentStatement>().value->as<BinaryExpression>();
    QCOMPARE(sum.left->as<VariableExpression>().variable, tree.fileConstants[0]);
    QCOMPARE(sum.right->as<VariableExpression>().variable, tree.taskVariables[0]);
    QCOMPARE(section.body[1]->as<AssignmentStatement>().target->as<VariableExpression>().variable,
             section.variables[2]);
}

/// var lives in its block; what is not declared lives in the section.
void TestNames::scopes()
{
    Source source;
    const Tree tree = check("entry main { var x = 1; if(x) { var x = x; SysLog(x); } SysLog(x); }", source);
    const Section &section = *tree.sections.front();
    QCOMPARE(section.variables.size(), 2u);
    const auto &branch = section.body[1]->as<IfStatement>().branches[0].body;
    const auto &inner = branch[0]->as<DeclarationStatement>().items[0];
    QCOMPARE(inner.initial->as<VariableExpression>().variable, section.variables[0]);
    QCOMPARE(inner.variable, section.variables[1]);
    QCOMPARE(branch[1]->as<CallStatement>().call->arguments[0]->as<VariableExpression>().variable,
             section.variables[1]);
    QCOMPARE(section.body[2]->as<CallStatement>().call->arguments[0]->as<VariableExpression>().variable,
             section.variables[0]);

    const Tree plain = check("entry main { if(1) { x = 1; } SysLog(x); }", source);
    QCOMPARE(plain.sections.front()->variables.size(), 1u);
}

void TestNames::calls()
{
    Source source;
    const Tree tree =
        check("procedure p() forward; entry main { p(); m::q(1, 2); SysLog(1); spawn main; } procedure p() {}", source);
    QVERIFY(!tree.hasErrors());
    const Block body = tree.find("main")->body;
    QCOMPARE(body[0]->as<CallStatement>().call->section, tree.find("p"));
    QCOMPARE(tree.sections[0]->definition, const_cast<Section *>(tree.find("p")));
    const Section *external = body[1]->as<CallStatement>().call->section;
    QVERIFY(external && external->form == Section::Form::External && external->kind == SectionKind::Procedure);
    QVERIFY(external->module.folded == "m" && external->name.folded == "q");
    QCOMPARE(external->parameters.size(), 2u);
    QCOMPARE(body[2]->as<CallStatement>().call->builtin, findBuiltin("syslog"));
    QCOMPARE(body[3]->as<SpawnStatement>().spawn->section, tree.find("main"));
}

void TestNames::quietWithoutWarnings()
{
    Source source;
    const Tree tree = check("function f() { x = y; return; SysLog(1); }", source, {.warnings = false});
    QVERIFY2(tree.diagnostics.empty(), pbx::language::messages(tree, source).constData());
}

void TestNames::exitIfInsideIfIsASetting()
{
    Source source;
    QVERIFY(check("entry main { for(;;) { if(1) { exitif 1; } } }", source).hasErrors());
    QVERIFY(!check("entry main { for(;;) { if(1) { exitif 1; } } }", source, {.allowExitIfInside = true}).hasErrors());
    QVERIFY(check("entry main { if(1) { exitif 1; } }", source, {.allowExitIfInside = true}).hasErrors());
}

void TestNames::environments()
{
    Source source;
    const QByteArray text = "entry main { x = AcceptCall(); }";
    QVERIFY(!check(text, source).hasErrors());
    QVERIFY(check(text, source, {.environment = Environment::Web}).hasErrors());
    // The name of another environment's built-in is free.
    QVERIFY(!check("function AcceptCall() { return 1; }", source, {.environment = Environment::Web}).hasErrors());
}

/// A program of the usual kind, in the usual ways of writing, gives no message.
void TestNames::realProgram()
{
    Source source;
    const Tree tree = check(R"(
// asks for a phone and mails it
procedure playNumber(n) external;
function stockName(code) external;

function readNumber(prompt, most) is
	digits = "";
	loop
		PlayFile(prompt);
		input = ReadInput(20);
		if IsString(input) then
			if input == "#" then return digits;
			elif input == "*" then digits = "";
			else digits += input; end if;
		elif not IsConnected() then
			stop;
		end if;
		tooLong = Length(digits) >= most or else input == null;
	exitif tooLong;
	end loop;
	return digits;
end function;

entry Main is
	if AcceptCall() != null then stop; end if;
	parameters = Vars().startParameter;
	first = IsArray(parameters) ? parameters[0] : parameters;
	phone = readNumber(first || "callback", 10);
	unused = SendEmail(MyEmail(), "call " + phone, MyEmail(), phone, null);
	Vars().("Call-ID") = phone;
	for i = 0 while i < Length(phone) by i += 1 loop
		playNumber(Substring(phone, i, 1));
	end loop;
	Void(stockName(phone));
	Disconnect();
end entry;
)",
                            source);
    QVERIFY2(tree.diagnostics.empty(), pbx::language::messages(tree, source).constData());
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
