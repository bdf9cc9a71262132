// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/output.h"
#include "environment/files/atomic_file.h"
#include "preview/call/event.h"
#include "preview/scenario/runner.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    {"--filter", "TEXT", "only scenarios whose title or path contains it"},
    {"--jobs", "N", "so many at a time (1)"},
    {"--junit", "FILE", "also writes the results as JUnit XML"},
    {"--format", "text|json", "a line or a JSON object for each scenario"},
};

struct Test {
    QString file;
    scenario::Runner::Outcome outcome;
    bool wanted = true;
};

/// Every *.scenario below, in the order of their paths. False: the path can't be read; that was said.
bool collect(const std::string &path, std::vector<Test> &tests)
{
    const QString name = QString::fromLocal8Bit(path);
    const QFileInfo info(name);
    if (info.isFile()) {
        tests.push_back({name, {}, true});
        return true;
    }
    if (!info.isDir()) {
        complain(path + ": there is no such file or folder");
        return false;
    }
    QStringList files;
    QDirIterator iterator(name, {QStringLiteral("*.scenario")}, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        files << iterator.next();
    files.sort();
    for (const QString &file : std::as_const(files))
        tests.push_back({file, {}, true});
    return true;
}

bool matches(const Test &test, const std::string &filter)
{
    return filter.empty() || test.file.toStdString().find(filter) != std::string::npos
        || test.outcome.title.find(filter) != std::string::npos;
}

/// Each thread has its own workspaces and programs.
void runAll(std::vector<Test> &tests, const std::string &filter, std::size_t jobs)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        scenario::Runner runner;
        for (std::size_t i = next++; i < tests.size(); i = next++) {
            tests[i].outcome = runner.run(tests[i].file);
            tests[i].wanted = matches(tests[i], filter);
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < std::min(jobs, tests.size()); ++i)
        threads.emplace_back(work);
    work();
    for (std::thread &thread : threads)
        thread.join();
}

std::string place(const Test &test)
{
    const int line = std::max(test.outcome.result.line, 1);
    return test.file.toStdString() + ':' + std::to_string(line) + ":1";
}

void printText(const Test &test)
{
    const auto &outcome = test.outcome;
    if (!outcome.problem.empty()) {
        printLine("ERROR " + outcome.title);
        printLine("    " + outcome.problem);
        return;
    }
    printLine((outcome.result.passed ? "ok    " : "FAIL  ") + outcome.title);
    if (outcome.result.passed)
        return;
    printLine("    " + place(test) + ": error: " + outcome.result.message);
    std::string_view details = outcome.result.details;
    while (!details.empty()) {
        const auto end = details.find('\n');
        printLine(details.substr(0, end));
        details = end == details.npos ? std::string_view() : details.substr(end + 1);
    }
}

void printJson(const Test &test)
{
    const auto &outcome = test.outcome;
    std::string line = "{\"scenario\":";
    call::appendJsonString(line, outcome.title);
    line += ",\"file\":";
    call::appendJsonString(line, test.file.toStdString());
    line += std::string(",\"passed\":") + (outcome.result.passed ? "true" : "false");
    char number[32];
    std::snprintf(number, sizeof number, "%.3f", outcome.result.seconds);
    line += std::string(",\"seconds\":") + number + ",\"message\":";
    if (outcome.result.passed)
        line += "null";
    else
        call::appendJsonString(line, outcome.problem.empty() ? outcome.result.message : outcome.problem);
    line += ",\"line\":" + (outcome.result.line > 0 ? std::to_string(outcome.result.line) : std::string("null")) + '}';
    printLine(line);
}

/// Text of an XML element or attribute; what XML has no form for becomes U+FFFD.
std::string xml(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '&': out += "&amp;"; break;
        case '"': out += "&quot;"; break;
        case '\n':
        case '\t': out += c; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += "\xef\xbf\xbd";
            else
                out += c;
        }
    }
    QString good = QString::fromUtf8(out.data(), qsizetype(out.size())); // broken UTF-8 becomes U+FFFD too
    good.replace(QChar(0xfffe), QChar::ReplacementCharacter);
    good.replace(QChar(0xffff), QChar::ReplacementCharacter);
    return good.toStdString();
}

std::string junit(const std::vector<Test> &tests)
{
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t count = 0;
    std::string cases;
    for (const Test &test : tests) {
        if (!test.wanted)
            continue;
        ++count;
        const auto &outcome = test.outcome;
        char seconds[32];
        std::snprintf(seconds, sizeof seconds, "%.3f", outcome.result.seconds);
        cases += "  <testcase classname=\"" + xml(QFileInfo(test.file).path().toStdString()) + "\" name=\"" + xml(outcome.title)
            + "\" file=\"" + xml(test.file.toStdString()) + "\" time=\"" + seconds + "\"";
        if (!outcome.problem.empty()) {
            ++errors;
            cases += ">\n    <error message=\"" + xml(outcome.problem) + "\"/>\n  </testcase>\n";
        } else if (!outcome.result.passed) {
            ++failures;
            cases += ">\n    <failure message=\"" + xml(outcome.result.message) + "\">" + xml(place(test)) + '\n'
                + xml(outcome.result.details) + "</failure>\n  </testcase>\n";
        } else {
            cases += "/>\n";
        }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"pbx test\" tests=\"" + std::to_string(count)
        + "\" failures=\"" + std::to_string(failures) + "\" errors=\"" + std::to_string(errors) + "\">\n" + cases
        + "</testsuite>\n";
}

int run(const Options &options)
{
    const auto format = readFormat(options);
    if (!format)
        return Impossible;
    if (options.operands().empty())
        return wrongUsage(testCommand, "a scenario file, a folder or a workspace is needed");
    std::size_t jobs = 1;
    if (options.has("--jobs")) {
        const auto number = readWholeNumber(options.value("--jobs"));
        if (!number || *number < 1 || *number > 256)
            return wrongUsage(testCommand, "--jobs needs a number from 1 to 256");
        jobs = static_cast<std::size_t>(*number);
    }
    std::vector<Test> tests;
    for (const std::string &path : options.operands()) {
        if (!collect(path, tests))
            return Impossible;
    }
    runAll(tests, options.value("--filter"), jobs);

    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t impossible = 0;
    for (const Test &test : tests) {
        if (!test.wanted)
            continue;
        ++(!test.outcome.problem.empty() ? impossible : test.outcome.result.passed ? passed : failed);
        if (*format == Format::Json)
            printJson(test);
        else
            printText(test);
    }
    if (passed + failed + impossible == 0) {
        complain(options.has("--filter") && !tests.empty() ? "no scenario matches --filter " + options.value("--filter")
                                                           : "there is no scenario: no *.scenario file was found");
        return Impossible;
    }
    if (*format == Format::Text)
        printLine(std::to_string(passed) + " passed, " + std::to_string(failed) + " failed"
                  + (impossible > 0 ? ", " + std::to_string(impossible) + " could not be run" : ""));
    if (options.has("--junit")) {
        const auto written = files::saveFile(QString::fromLocal8Bit(options.value("--junit")),
                                             QByteArray::fromStdString(junit(tests)));
        if (!written) {
            complain(written.error().toStdString());
            return Impossible;
        }
    }
    return impossible > 0 ? Impossible : failed > 0 ? Wrong : Good;
}

} // namespace

const Command testCommand{
    "test",
    "[options] PATH…",
    "runs test calls written as scenario files",
    "Runs scenario files (*.scenario, or every one below a folder) in virtual time, in the workspace they lie in. A failure\n"
    "shows what was expected and what happened side by side. The format is described in the guide (scenarios). Exit status\n"
    "1 when a scenario fails, 2 when one could not be run.",
    rules,
    run,
};

} // namespace pbx::app
