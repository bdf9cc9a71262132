// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/output.h"
#include "environment/files/atomic_file.h"
#include "preview/call/program_store.h"
#include "preview/call/simulation.h"
#include "preview/machine/compiler.h"

#include <QDir>
#include <QFileInfo>

#include <ctime>

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    {"--entry", "NAME", "the entry to start (main)"},
    {"--environment", "DIR", "where modules and prompts are looked for: the language's folder\nin DIR, then DIR, then the "
                             "stock files (the program's own folder)"},
    {"--language", "NAME", "the selected language"},
    {"--steps", "N", "ends the program after N instructions"},
    {"--format", "text|json", "results as text or as one JSON object a line"},
};

/// SysLog goes out as it happens.
class LogPrinter : public call::Trace::Listener {
public:
    LogPrinter(call::Trace &trace, Format format) : m_trace(trace), m_format(format) {}

    void eventAdded(std::size_t index) override
    {
        const call::Event &event = m_trace.events()[index];
        if (event.kind != "log")
            return;
        const data::Value text = event.member("text");
        if (event.member("severity").isTrue()) {
            warn(event, text);
        } else if (m_format == Format::Text) {
            printLine(text.bytes());
        } else {
            std::string line = "{\"event\":\"log\",\"text\":";
            call::appendJsonString(line, text.bytes());
            printLine(line + "}");
        }
    }
    void eventCompleted(std::size_t) override {}

private:
    void warn(const call::Event &event, const data::Value &text)
    {
        const Finding finding{event.file, event.line, 1, event.member("severity").toStdString(), "run-time",
                              text.toStdString()};
        if (m_format == Format::Json)
            printLine(findingJson(finding));
        else
            tell(findingText(finding));
    }

    call::Trace &m_trace;
    Format m_format;
};

void report(const Finding &finding, Format format, std::string_view more = {})
{
    if (format == Format::Json)
        printLine(findingJson(finding, more));
    else
        tell(findingText(finding));
}

int reportCompileErrors(const machine::CompileResult &compiled, const language::Source &source, Format format)
{
    for (const auto &diagnostic : compiled.diagnostics) {
        if (diagnostic.severity != language::Severity::Error)
            continue;
        const auto place = source.position(diagnostic.span.begin);
        report({source.fileName(), place.line, place.column, "error", std::string(diagnostic.code), diagnostic.message()},
               format);
    }
    return Wrong;
}

int reportRunError(const machine::RunError &error, const std::string &file, Format format)
{
    if (format == Format::Text) {
        tell(error.text());
        return Wrong;
    }
    Finding finding{file, 1, 1, "error", "run-time", error.message};
    std::string stack = ",\"stack\":[";
    for (std::size_t i = 0; i < error.stack.size(); ++i) {
        const auto &entry = error.stack[i];
        if (i == 0) {
            finding.file = entry.file;
            finding.line = entry.line;
            finding.column = entry.column;
        } else {
            stack += ',';
        }
        stack += "{\"section\":";
        call::appendJsonString(stack, entry.section);
        stack += ",\"file\":";
        call::appendJsonString(stack, entry.file);
        stack += ",\"line\":" + std::to_string(entry.line) + ",\"column\":" + std::to_string(entry.column) + "}";
    }
    report(finding, format, stack + "]");
    return Wrong;
}

int run(const Options &options)
{
    const auto format = readFormat(options);
    if (!format)
        return Impossible;
    if (options.operands().size() != 1)
        return wrongUsage(runCommand, options.operands().empty() ? "which program?" : "one program at a time");
    call::StartRequest request;
    request.entry = options.value("--entry", "main");
    request.language = options.value("--language");
    request.startTime = std::time(nullptr);
    if (options.has("--steps")) {
        const auto steps = readWholeNumber(options.value("--steps"));
        if (!steps || *steps <= 0)
            return wrongUsage(runCommand, "--steps needs a number above 0");
        request.limits.steps = *steps;
    }
    const std::string &file = options.operands().front();
    const QString path = QString::fromLocal8Bit(file);
    const auto bytes = files::readFile(path, qint64(16) << 20);
    if (!bytes) {
        complain(bytes.error().toStdString());
        return Impossible;
    }
    const QString folder = options.has("--environment") ? QString::fromStdString(options.value("--environment"))
                                                        : QFileInfo(path).absolutePath();
    if (options.has("--environment") && !QFileInfo(folder).isDir()) {
        complain(options.value("--environment") + " is no folder");
        return Impossible;
    }
    const language::Source source(file, bytes->toStdString());
    language::ResolveOptions resolve;
    resolve.warnings = false;
    resolve.kind = file.ends_with(".sppi") ? language::FileKind::Module : language::FileKind::Program;
    auto compiled = machine::compile(source, resolve);
    if (!compiled.program)
        return reportCompileErrors(compiled, source, *format);
    request.program = std::move(compiled.program);

    call::ProgramStore programs(call::Naming::DiskPath);
    call::Simulation simulation(
        [&] {
            files::Environment::Folders folders;
            folders.domain = QDir(folder).absolutePath();
            folders.stock = files::stockFolder();
            return files::Environment::fromFolders(folders);
        },
        programs);
    LogPrinter printer(simulation.trace(), *format);
    simulation.trace().setListener(&printer);
    simulation.trace().setKeeping(false);
    if (const auto started = simulation.start(request); !started) {
        complain(file + ": " + started.error());
        return Impossible;
    }
    simulation.runToEnd();
    if (const machine::RunError *error = simulation.error())
        return reportRunError(*error, file, *format);
    if (!simulation.ended()) {
        complain(file + ": the program waits for something that never comes");
        return Wrong;
    }
    return Good;
}

} // namespace

const Command runCommand{
    "run",
    "[options] FILE",
    "runs a program outside of any call",
    "Runs a CG/PL program outside of any call. What it writes with SysLog goes to standard output, a line each: a\n"
    "string as it is, anything else in the server's data notation. Waiting takes no time: a ReadInput that waits in\n"
    "vain gives null at once. Exit status 1 when the program can't be compiled or ends in a run-time error.",
    rules,
    run,
};

} // namespace pbx::app
