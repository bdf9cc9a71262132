// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/compiler.h"
#include "preview/machine/machine.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

// Runs every program below tests/scripts. A program carries its expectations in comments:
//   // expect: TEXT                 this line logs TEXT (SysLog); several lines log in order
//   // expect error: PART           the compiler has an error on this line whose text contains PART
//   // expect warning: PART         the same for a warning
//   // expect runtime error: PART   the program ends by an exception on this line
// Anything logged or reported that is not expected fails. Each program runs twice: at one go, and in slices of one
// instruction, so that every place where the machine can be interrupted is one.

using namespace pbx;

namespace {

struct Expectation {
    int line = 0;
    std::string text;
};

struct Expectations {
    std::vector<Expectation> logs, errors, warnings, runtimeErrors;
};

struct ScriptHost : machine::Host {
    QString folder;
    std::vector<std::string> logs;
    std::vector<std::string> warnings;

    std::expected<std::shared_ptr<const machine::Program>, std::string> loadModule(machine::Task &,
                                                                                   std::string_view name) override
    {
        const QString path = folder + QLatin1Char('/') + QString::fromStdString(std::string(name)) + QStringLiteral(".sppi");
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return std::unexpected("there is no file " + std::string(name) + ".sppi");
        language::Source source(std::string(name) + ".sppi", file.readAll().toStdString());
        auto compiled = machine::compile(source, {.kind = language::FileKind::Module});
        if (!compiled.program)
            return std::unexpected(std::string(name) + ".sppi has errors");
        return compiled.program;
    }
    data::Value spawn(machine::Task &, const machine::SectionCode &, data::Value) override { return {}; }
    void log(machine::Task &, std::string_view text) override { logs.emplace_back(text); }
    void warn(machine::Task &, std::string_view text) override { warnings.emplace_back(text); }
    std::int64_t currentTime(machine::Task &) override { return 1'795'435'200; } // 23-11-2026_12:00:00
    std::int64_t zoneOffset(machine::Task &, std::int64_t) override { return 3 * 3600; }
    std::uint64_t random(machine::Task &) override { return m_random = m_random * 6364136223846793005ULL + 1442695040888963407ULL; }

private:
    std::uint64_t m_random = 1;
};

Expectations read(const QByteArray &text)
{
    Expectations found;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        const auto take = [&](const char *mark, std::vector<Expectation> &list) {
            const qsizetype at = line.indexOf(mark);
            if (at < 0)
                return false;
            QByteArray rest = line.mid(at + static_cast<qsizetype>(strlen(mark)));
            if (rest.endsWith('\r'))
                rest.chop(1);
            list.push_back({number, rest.startsWith(' ') ? rest.mid(1).toStdString() : rest.toStdString()});
            return true;
        };
        take("// expect runtime error:", found.runtimeErrors) || take("// expect error:", found.errors)
            || take("// expect warning:", found.warnings) || take("// expect:", found.logs);
    }
    return found;
}

std::string describe(const std::vector<Expectation> &list)
{
    std::string out;
    for (const auto &e : list)
        out += "\n  line " + std::to_string(e.line) + ": " + e.text;
    return out;
}

} // namespace

class TestScripts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scripts_data();
    void scripts();

private:
    void compare(const std::vector<Expectation> &expected, const std::vector<Expectation> &seen, const char *what);
    void runProgram(const std::shared_ptr<const machine::Program> &program, const Expectations &expected,
                    const QString &folder, std::int64_t slice);
};

void TestScripts::scripts_data()
{
    QTest::addColumn<QString>("path");
    QDir root(QStringLiteral(PBX_SOURCE_DIR "/tests/scripts"));
    QDirIterator files(root.path(), {QStringLiteral("*.sppr")}, QDir::Files, QDirIterator::Subdirectories);
    QStringList paths;
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    for (const QString &path : std::as_const(paths))
        QTest::newRow(qPrintable(root.relativeFilePath(path))) << path;
    QVERIFY(!paths.isEmpty());
}

/// Same lines, and each seen text contains the expected part.
void TestScripts::compare(const std::vector<Expectation> &expected, const std::vector<Expectation> &seen,
                          const char *what)
{
    bool same = expected.size() == seen.size();
    for (std::size_t n = 0; same && n < expected.size(); ++n)
        same = expected[n].line == seen[n].line && seen[n].text.find(expected[n].text) != std::string::npos;
    const std::string message
        = std::string(what) + " expected:" + describe(expected) + "\nseen:" + describe(seen);
    QVERIFY2(same, message.c_str());
}

void TestScripts::scripts()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const Expectations expected = read(text);
    const language::Source source(path.toStdString(), text.toStdString());
    const auto compiled = machine::compile(source);

    std::vector<Expectation> errors, warnings;
    for (const auto &diagnostic : compiled.diagnostics) {
        const int line = source.position(diagnostic.span.begin).line;
        if (diagnostic.severity == language::Severity::Error)
            errors.push_back({line, diagnostic.message()});
        else if (diagnostic.severity == language::Severity::Warning)
            warnings.push_back({line, diagnostic.message()});
    }
    compare(expected.errors, errors, "errors");
    compare(expected.warnings, warnings, "warnings");
    if (!compiled.program)
        return;
    const QString folder = QFileInfo(path).path();
    runProgram(compiled.program, expected, folder, INT64_MAX);
    runProgram(compiled.program, expected, folder, 1);
}

void TestScripts::runProgram(const std::shared_ptr<const machine::Program> &program, const Expectations &expected,
                             const QString &folder, std::int64_t slice)
{
    const machine::SectionCode *entry = program->find("main");
    QVERIFY2(entry, "there is no entry main");
    machine::BuiltinTable builtins;
    machine::addCoreBuiltins(builtins);
    ScriptHost host;
    host.folder = folder;
    machine::Machine machine(builtins, host, {.stepsBetweenWaits = 50'000'000});
    machine::Task task(program, *entry);
    machine::RunState state;
    do {
        state = machine.run(task, slice);
    } while (state == machine::RunState::Paused);

    std::vector<std::string> wanted;
    for (const auto &e : expected.logs)
        wanted.push_back(e.text);
    std::string seen;
    for (const auto &line : host.logs)
        seen += "\n  " + line;
    if (host.logs != wanted)
        QFAIL(("logged:" + seen + "\nexpected:" + describe(expected.logs)).c_str());

    std::vector<Expectation> failures;
    if (state == machine::RunState::Failed) {
        const auto &error = machine.error();
        failures.push_back({error.stack.empty() ? 0 : error.stack.front().line, error.message});
    }
    compare(expected.runtimeErrors, failures, "run-time errors");
}

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
