// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/compiler.h"
#include "preview/machine/machine.h"

#include <QTest>

// What scripts can't show: waiting and resuming, limits, copies of a running task, stepping.

using namespace pbx;
using machine::RunState;

namespace {

struct QuietHost : machine::Host {
    std::vector<std::string> logs;
    std::expected<std::shared_ptr<const machine::Program>, std::string> loadModule(machine::Task &,
                                                                                   std::string_view) override
    {
        return std::unexpected(std::string("no modules here"));
    }
    data::Value spawn(machine::Task &, const machine::SectionCode &entry, data::Value parameter) override
    {
        logs.push_back("spawn " + entry.name + ' ' + parameter.toStdString());
        return data::makeHandle("task", 7);
    }
    void log(machine::Task &, std::string_view text) override { logs.emplace_back(text); }
    void warn(machine::Task &, std::string_view) override {}
    std::int64_t currentTime(machine::Task &) override { return 0; }
    std::int64_t zoneOffset(machine::Task &, std::int64_t) override { return 0; }
    std::uint64_t random(machine::Task &) override { return 4; }
};

/// ReadInput waits for whatever the test gives.
machine::Outcome waitForTest(machine::Context &, data::Value *, unsigned, data::Value &)
{
    return machine::Outcome::Wait;
}

struct Bench {
    QuietHost host;
    machine::BuiltinTable builtins;
    std::shared_ptr<const machine::Program> program;
    std::unique_ptr<machine::Machine> machine;
    std::unique_ptr<machine::Task> task;

    explicit Bench(const char *text, machine::Limits limits = {})
    {
        machine::addCoreBuiltins(builtins);
        builtins.set("ReadInput", &waitForTest);
        const auto compiled = machine::compile(language::Source("test.sppr", text));
        program = compiled.program;
        if (!program)
            qFatal("%s", compiled.diagnostics.front().message().c_str());
        machine = std::make_unique<machine::Machine>(builtins, host, limits);
        task = std::make_unique<machine::Task>(program, *program->find("main"));
    }
    RunState run(std::int64_t slice = INT64_MAX) { return machine->run(*task, slice); }
};

} // namespace

class TestMachine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waitsAndResumes();
    void copiesOfAWaitingTaskGoTheirOwnWay();
    void copiesKeepSharing();
    void differentStatesDiffer();
    void stepLimit();
    void stepsAreCountedExactly();
    void memoryLimit();
    void endlessLoopBetweenWaits();
    void stepsFromStatementToStatement();
    void errorNamesTheCallers();
    void missingBuiltinIsNamed();
    void spawnGivesTheHostACopy();
    void longSectionsWork();
};

void TestMachine::waitsAndResumes()
{
    Bench b("function ask(n) is\n  return ReadInput(n) + \"!\";\nend function;\n"
            "entry Main is SysLog(\"got \" + ask(5)); end entry;");
    QCOMPARE(b.run(), RunState::Waiting);
    QVERIFY(b.task->waiting());
    QCOMPARE(b.task->place().line, 2);
    QCOMPARE(b.task->callStack().size(), std::size_t(2));
    b.task->resume(data::Value::string("7"));
    QCOMPARE(b.run(), RunState::Finished);
    QCOMPARE(b.host.logs, std::vector<std::string>{"got 7!"});
}

void TestMachine::copiesOfAWaitingTaskGoTheirOwnWay()
{
    Bench b("entry Main is a = NewArray(); a.AddElement(\"x\"); Vars().list = a;\n"
            "a.AddElement(ReadInput(1)); SysLog(Vars().list); end entry;");
    QCOMPARE(b.run(), RunState::Waiting);
    machine::Task copy = b.task->clone();
    QVERIFY(copy.sameState(*b.task));
    QCOMPARE(copy.hashState(), b.task->hashState());
    b.task->resume(data::Value::string("one"));
    copy.resume(data::Value::string("two"));
    QVERIFY(!copy.sameState(*b.task));
    QCOMPARE(b.run(), RunState::Finished);
    QCOMPARE(b.machine->run(copy), RunState::Finished);
    QCOMPARE(b.host.logs, (std::vector<std::string>{"(x,one)", "(x,two)"}));
}

void TestMachine::copiesKeepSharing()
{
    Bench b("entry Main is a = NewArray(); b = NewDictionary(); b.a = a; a.AddElement(b); Void(ReadInput(1));\n"
            "b.k = \"v\"; SysLog(a[0].k); SysLog(Same(a[0].a, a)); end entry;");
    QCOMPARE(b.run(), RunState::Waiting);
    machine::Task copy = b.task->clone();
    QVERIFY(copy.sameState(*b.task));
    copy.resume({});
    QCOMPARE(b.machine->run(copy), RunState::Finished);
    QCOMPARE(b.host.logs, (std::vector<std::string>{"v", "YES"}));
}

void TestMachine::differentStatesDiffer()
{
    const char *shared = "entry Main is a = NewArray(); b = a; Void(ReadInput(1)); Void(a); Void(b); end entry;";
    Bench one(shared);
    QCOMPARE(one.run(), RunState::Waiting);
    // The same content, but two arrays instead of one.
    machine::Task other = one.task->clone();
    QVERIFY(other.sameState(*one.task));
    one.task->vars().dictionary().set("k", data::Value::number(1));
    QVERIFY(!other.sameState(*one.task));
    other.vars().dictionary().set("k", data::Value::number(1));
    QVERIFY(other.sameState(*one.task));
    QCOMPARE(other.hashState(), one.task->hashState());
}

void TestMachine::stepLimit()
{
    Bench b("entry Main is i = 0; loop i += 1; end loop; end entry;", {.steps = 1000});
    QCOMPARE(b.run(), RunState::Failed);
    QVERIFY(b.machine->error().message.find("1000 instructions") != std::string::npos);
}

void TestMachine::stepsAreCountedExactly()
{
    // The same work in one go and in slices costs the same.
    const char *text = "function f(n) is if n < 2 then return n; end if; return f(n - 1) + f(n - 2); end function;\n"
                       "entry Main is SysLog(f(15)); end entry;";
    Bench whole(text);
    QCOMPARE(whole.run(), RunState::Finished);
    Bench sliced(text);
    int pauses = 0;
    while (sliced.run(10) == RunState::Paused)
        ++pauses;
    QVERIFY(pauses > 100);
    QCOMPARE(sliced.task->steps, whole.task->steps);
    QCOMPARE(sliced.host.logs, whole.host.logs);
}

void TestMachine::memoryLimit()
{
    const char *greedy[] = {
        "entry Main is a = NewArray(); for i = 0 while i < 900000 by i += 1 loop a[i] = \"0123456789abcdef\" + String(i); end loop; end entry;",
        "entry Main is s = \"0123456789abcdef\"; loop s = s + s; end loop; end entry;",
        "entry Main is d = NewDictionary(); for i = 0 while i < 5000000 by i += 1 loop d.(\"key number \" + String(i)) = i; end loop; end entry;",
        "entry Main is l = null; loop a = NewArray(); a.AddElement(l); l = a; end loop; end entry;",
    };
    for (const char *text : greedy) {
        Bench b(text, {.memory = std::size_t(16) << 20});
        QCOMPARE(b.run(), RunState::Failed);
        QVERIFY2(b.machine->error().message.find("limit") != std::string::npos, b.machine->error().message.c_str());
    }
    data::collectCycles();
    QVERIFY2(data::memoryMeter.used < 100'000, qPrintable(QString::number(data::memoryMeter.used)));
}

void TestMachine::endlessLoopBetweenWaits()
{
    Bench b("entry Main is while IsString(\"a\") loop end loop; end entry;", {.stepsBetweenWaits = 10'000});
    QCOMPARE(b.run(), RunState::Failed);
    QVERIFY(b.machine->error().message.find("endless loop") != std::string::npos);
}

void TestMachine::stepsFromStatementToStatement()
{
    Bench b("entry Main is\n  a = 1;\n  if a == 1 then\n    a = 2;\n  end if;\n  SysLog(a);\nend entry;");
    QList<int> lines;
    while (b.machine->step(*b.task) == RunState::Paused)
        lines.append(b.task->nextPlace().line);
    QCOMPARE(lines, (QList<int>{3, 4, 6, 7}));
    QCOMPARE(b.host.logs, std::vector<std::string>{"#2"});
}

void TestMachine::errorNamesTheCallers()
{
    Bench b("function inner(x) is\n  return 1 / x;\nend function;\nprocedure outer() is\n  Void(inner(0));\nend procedure;\n"
            "entry Main is\n  outer();\nend entry;");
    QCOMPARE(b.run(), RunState::Failed);
    const auto &error = b.machine->error();
    QCOMPARE(error.stack.size(), std::size_t(3));
    QCOMPARE(error.stack[0].line, 2);
    QCOMPARE(error.stack[1].line, 5);
    QCOMPARE(error.stack[2].line, 8);
    QVERIFY(error.text().starts_with("test.sppr:2:"));
    QVERIFY(b.task->finished());
}

void TestMachine::missingBuiltinIsNamed()
{
    Bench b("entry Main is\n  Void(SendDTMF(\"1\"));\nend entry;\n");
    QCOMPARE(b.run(), RunState::Failed);
    QVERIFY2(b.machine->error().message.find("SendDTMF") != std::string::npos, b.machine->error().message.c_str());
    QCOMPARE(b.machine->error().stack.front().line, 2);
}

void TestMachine::spawnGivesTheHostACopy()
{
    Bench b("entry Other is stop; end entry;\nentry Main is h = spawn Other(\"p\"); SysLog(IsTask(h) == null ? \"\" : \"\"); SysLog(String(h)); end entry;");
    b.builtins.set("IsTask", [](machine::Context &, data::Value *, unsigned, data::Value &) { return machine::Outcome::Done; });
    QCOMPARE(b.run(), RunState::Finished);
    QCOMPARE(b.host.logs, (std::vector<std::string>{"spawn Other p", "", "#(task 7)"}));
}

/// Beyond 16 bits of distance the compiler takes another form of the jumps.
void TestMachine::longSectionsWork()
{
    std::string text = "entry Main is\n i = 0; n = 0;\n while i < 3 loop\n if i == 1 then n += 100; end if;\n";
    for (int k = 0; k < 20'000; ++k)
        text += "  n += " + std::to_string(k % 7) + ";\n";
    text += " i += 1;\n end loop;\n SysLog(n);\nend entry;\n";
    Bench b(text.c_str());
    QCOMPARE(b.run(), RunState::Finished);
    long sum = 0;
    for (int k = 0; k < 20'000; ++k)
        sum += k % 7;
    QCOMPARE(b.host.logs, std::vector<std::string>{"#" + std::to_string(sum * 3 + 100)});
}

QTEST_GUILESS_MAIN(TestMachine)
#include "tst_machine.moc"
