// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/output.h"
#include "environment/accounts/time_zones.h"
#include "environment/audio/sound_file.h"
#include "environment/files/atomic_file.h"
#include "preview/call/program_store.h"
#include "preview/call/simulation.h"
#include "preview/scenario/scenario.h"
#include "preview/sound/recorder.h"
#include "preview/sound/speaker.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <thread>

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    {"--domain", "D", "the domain of an address without one (the workspace's default domain)"},
    {"--from", "ADDRESS", "the caller (caller@example.net)"},
    {"--keys", "KEYS", "what the caller presses: 0-9 * # A B C D at the next wait for input each,\n, lets one wait time out, "
                       "! hangs up, ~ before a key or ! presses it\nwhile the next prompt plays"},
    {"--at", "2026-11-23T20:15", "when the call begins, in the domain's time zone (now)"},
    {"--language", "NAME", "instead of the account's language"},
    {"--phone", "ACCOUNT=answer|busy|noanswer|offline", "what that account's phone does (answers after 6 s)", true},
    {"--fail", "mail", "sending mail fails; also: messages", true},
    {"--limit", "SECONDS", "when the call is cut off (3600)"},
    {"--voice", "FILE.wav", "what the caller says into recordings (a hum of three seconds)"},
    {"--record", "FILE.wav", "writes what the caller hears"},
    {"--save", "FILE.scenario", "writes the call as a scenario for pbx test, which passes as long as the call stays the same"},
    {"--real-time", {}, "in real time"},
    {"--sound", {}, "in real time, to the speakers; recordings hear the microphone, unless there is a --voice"},
    {"--format", "text|json", "events as text or as one JSON object a line"},
};

constexpr std::array outsideServices{std::string_view("mail"), std::string_view("messages")};

/// The message when an option makes no sense; fills the request.
std::string readRequest(const Options &options, const files::Workspace &workspace, const accounts::Directory &directory,
                        call::DialRequest &request)
{
    request.address = options.operands()[1];
    request.domain = options.value("--domain", workspace.defaultDomain());
    request.from = options.value("--from", request.from);
    request.keys = options.value("--keys");
    request.language = options.value("--language");
    if (options.has("--domain") && !workspace.domain(request.domain))
        return "--domain: the workspace has no domain " + request.domain;
    if (const std::string problem = call::checkKeys(request.keys); !problem.empty())
        return "--keys: " + problem;
    for (const std::string &phone : options.values("--phone")) {
        const auto equals = phone.rfind('=');
        const std::string word = equals == phone.npos ? std::string() : phone.substr(equals + 1);
        const auto state = call::phoneState(word);
        if (equals == 0 || !state)
            return "--phone: " + phone + " is not of the form ACCOUNT=answer, busy, noanswer or offline";
        const std::string name = phone.substr(0, equals);
        const std::string address = name.find('@') == name.npos ? name + '@' + request.domain : name;
        const std::string domain = address.substr(address.find('@') + 1);
        if (!directory.account(address) && directory.domain(domain))
            return "--phone: there is no account " + address;
        request.phones[name].state = *state;
    }
    for (const std::string &service : options.values("--fail")) {
        if (std::ranges::find(outsideServices, service) == outsideServices.end())
            return "--fail: " + service + " is unknown; mail and messages can fail";
        request.failures.insert(service);
    }
    if (options.has("--limit")) {
        const auto seconds = readWholeNumber(options.value("--limit"));
        if (!seconds || *seconds <= 0 || *seconds > 10'000'000)
            return "--limit needs a number of seconds above 0";
        request.limitMs = *seconds * 1000;
    }
    if (options.has("--voice")) {
        request.voice = options.value("--voice");
        if (const auto sound = audio::probe(QString::fromLocal8Bit(request.voice)); !sound)
            return "--voice: " + request.voice + ": " + sound.error().toStdString();
    }
    request.startTime = std::time(nullptr);
    if (options.has("--at")) {
        const auto moment = accounts::readMoment(options.value("--at"));
        if (!moment)
            return "--at: " + options.value("--at") + " is no moment of the form 2026-11-23T20:15";
        request.startTime = accounts::toGmt(files::timeZoneOf(workspace, request.domain), *moment);
    }
    return {};
}

/// Prints events in their order as soon as they are complete.
class EventPrinter {
public:
    EventPrinter(call::Trace &trace, Format format) : m_trace(trace), m_format(format) {}

    void print()
    {
        const auto &events = m_trace.events();
        while (m_next < events.size() && events[m_next].complete) {
            printLine(m_format == Format::Json ? toJson(events[m_next]) : toText(events[m_next]));
            ++m_next;
        }
    }

private:
    call::Trace &m_trace;
    Format m_format;
    std::size_t m_next = 0;
};

void runInRealTime(call::Simulation &simulation, EventPrinter &printer)
{
    const auto begin = std::chrono::steady_clock::now();
    while (!simulation.ended()) {
        printer.print();
        std::fflush(stdout);
        const auto next = simulation.nextInstant();
        if (!next)
            break;
        std::this_thread::sleep_until(begin + std::chrono::milliseconds(*next));
        simulation.advanceTo(*next);
    }
}

/// To the loudspeaker, which is the clock.
class LiveSound : public call::MediaPort {
public:
    explicit LiveSound(bool listens) : m_listens(listens) {}

    void hear(std::uint32_t person, std::int64_t now, const std::vector<call::Voice> &voices) override
    {
        if (person == 1)
            m_mix.set(now, m_library.parts(voices));
    }
    void recordingBegins(std::uint32_t person) override
    {
        if (person != 1 || !m_listens)
            return;
        if (const auto begun = m_microphone.begin(); !begun)
            complain(begun.error() + "; a hum is recorded");
    }
    std::optional<std::string> recordingEnds(std::uint32_t person, std::int64_t ms) override
    {
        audio::Sound sound;
        if (person == 1)
            sound.samples = m_microphone.end();
        if (sound.samples.empty())
            return std::nullopt;
        sound.samples.resize(static_cast<std::size_t>(ms) * audio::TelephoneRate / 1000);
        return audio::toWav(sound).toStdString();
    }
    std::vector<std::int16_t> take(int ms)
    {
        std::vector<std::int16_t> samples(static_cast<std::size_t>(ms) * audio::TelephoneRate / 1000);
        for (std::int16_t &sample : samples)
            sample = static_cast<std::int16_t>(std::lround(std::clamp(m_mix.next(), -1.0F, 1.0F) * 32767.0F));
        return samples;
    }

private:
    sound::SoundLibrary m_library;
    sound::Mix m_mix;
    sound::Microphone m_microphone;
    bool m_listens;
};

/// Hands everything heard on to both; the first one also listens.
class TwoPorts : public call::MediaPort {
public:
    TwoPorts(call::MediaPort &one, call::MediaPort &other) : m_one(one), m_other(other) {}
    void hear(std::uint32_t person, std::int64_t now, const std::vector<call::Voice> &voices) override
    {
        m_one.hear(person, now, voices);
        m_other.hear(person, now, voices);
    }
    void recordingBegins(std::uint32_t person) override { m_one.recordingBegins(person); }
    std::optional<std::string> recordingEnds(std::uint32_t person, std::int64_t ms) override
    {
        return m_one.recordingEnds(person, ms);
    }

private:
    call::MediaPort &m_one;
    call::MediaPort &m_other;
};

/// False: the loudspeaker has failed on the way; the call went on to its end in virtual time.
bool runAloud(call::Simulation &simulation, EventPrinter &printer, LiveSound &live, sound::Speaker &speaker)
{
    constexpr int blockMs = 20;
    for (std::int64_t now = 0; !simulation.ended(); now += blockMs) {
        simulation.advanceTo(now);
        printer.print();
        std::fflush(stdout);
        if (const auto played = speaker.play(live.take(blockMs)); !played) {
            complain(played.error());
            simulation.runToEnd();
            return false;
        }
    }
    speaker.drain();
    return true;
}

/// The message when the file can't be written.
std::string writeRecording(sound::Recorder &recorder, std::int64_t now, const std::string &path)
{
    const audio::Sound sound = recorder.finish(now);
    for (const auto &problem : recorder.library().takeProblems())
        complain((problem.path.empty() ? "sound made by the program" : problem.path) + ": " + problem.reason);
    if (recorder.cutOff())
        complain("--record: the recording ends after an hour");
    if (const auto written = audio::write(QString::fromLocal8Bit(path), sound); !written)
        return "--record: " + path + ": " + written.error().toStdString();
    return {};
}

struct World {
    std::optional<files::Workspace> workspace;
    accounts::Directory directory;
};

bool openWorld(const std::string &folder, World &world)
{
    auto workspace = files::Workspace::open(QString::fromLocal8Bit(folder));
    if (!workspace) {
        complain(workspace.error().toStdString());
        return false;
    }
    world.workspace.emplace(std::move(*workspace));
    for (const files::FileProblem &problem : world.workspace->problems()) {
        if (problem.error)
            tell(findingText({problem.path.toStdString(), problem.line, problem.column, "warning", problem.code,
                              problem.message}));
    }
    world.directory = files::loadDirectory(*world.workspace);
    return true;
}

/// The message when the file can't be written.
std::string save(call::DialRequest request, const World &world, const std::vector<call::Event> &events, const std::string &path)
{
    const QString file = QString::fromLocal8Bit(path);
    if (!request.voice.empty()) { // a scenario's sounds are named from its folder
        const QString voice = QFileInfo(QString::fromLocal8Bit(request.voice)).absoluteFilePath();
        request.voice = QFileInfo(file).absoluteDir().relativeFilePath(voice).toStdString();
    }
    const std::string zone = files::timeZoneOf(*world.workspace, request.domain);
    const std::string at = accounts::momentText(request.startTime + accounts::offsetAt(zone, request.startTime));
    const std::string text = scenario::write(request, at, request.keys, events);
    const auto written = files::saveFile(file, QByteArray::fromStdString(text));
    return written ? std::string() : "--save: " + written.error().toStdString();
}

int run(const Options &options)
{
    const auto format = readFormat(options);
    if (!format)
        return Impossible;
    if (options.operands().size() != 2)
        return wrongUsage(callCommand, "a workspace and an address are needed");
    World world;
    if (!openWorld(options.operands()[0], world))
        return Impossible;
    call::DialRequest request;
    if (const std::string problem = readRequest(options, *world.workspace, world.directory, request); !problem.empty())
        return wrongUsage(callCommand, problem);

    call::ProgramStore programs;
    call::Simulation simulation(*world.workspace, world.directory, programs);
    EventPrinter printer(simulation.trace(), *format);
    std::unique_ptr<sound::Speaker> speaker;
    if (options.has("--sound")) {
        auto opened = sound::Speaker::open();
        if (opened)
            speaker = std::move(*opened);
        else
            complain(opened.error() + "; the call goes on silently, in real time");
    }
    LiveSound live(!options.has("--voice"));
    sound::Recorder recorder;
    TwoPorts both(live, recorder);
    if (speaker)
        simulation.setMediaPort(&both);
    else if (options.has("--record"))
        simulation.setMediaPort(&recorder);
    simulation.dial(request);
    if (speaker)
        runAloud(simulation, printer, live, *speaker);
    else if (options.has("--real-time") || options.has("--sound"))
        runInRealTime(simulation, printer);
    else
        simulation.runToEnd();
    printer.print();
    if (options.has("--record")) {
        const std::string problem = writeRecording(recorder, simulation.now(), options.value("--record"));
        if (!problem.empty()) {
            complain(problem);
            return Impossible;
        }
    }
    if (options.has("--save")) {
        const std::string problem = save(request, world, simulation.trace().events(), options.value("--save"));
        if (!problem.empty()) {
            complain(problem);
            return Impossible;
        }
    }
    return simulation.failed() ? Wrong : Good;
}

} // namespace

const Command callCommand{
    "call",
    "[options] WORKSPACE ADDRESS",
    "places a test call and prints what happens",
    "Places one call and prints what happens. Time is virtual: nothing is waited for, and the same call always prints the\n"
    "same lines. ADDRESS is what a caller would dial: an account, an alias, PROGRAM#ACCOUNT, PROGRAM{PARAM,PARAM}#ACCOUNT,\n"
    "each also with @DOMAIN. Exit status 1 when a program of the call ended in an error.",
    rules,
    run,
};

} // namespace pbx::app
