// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/atomic_file.h"
#include "preview/call/program_store.h"
#include "preview/call/simulation.h"

#include <QDir>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <cstdlib>

/// Many callers in one simulation, on one core, in virtual time.
/// bench_crowd [CALLERS]: so many at once in the auto-attendant of the example, each connected to a specialist or waiting;
/// then a minute of a ten-party conference with a queue of twenty. Prints milliseconds of each.
namespace {

using namespace pbx;
using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point since)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

[[noreturn]] void giveUp(const char *what)
{
    std::fprintf(stderr, "bench_crowd: %s\n", what);
    std::exit(1);
}

/// All of them are alive together before the first has ended.
void attendant(int callers)
{
    auto workspace = files::Workspace::open(QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists"));
    if (!workspace)
        giveUp("the example workspace can't be opened");
    const accounts::Directory directory = files::loadDirectory(*workspace);
    call::ProgramStore programs;
    const auto begin = Clock::now();
    call::Simulation simulation(*workspace, directory, programs);
    call::DialRequest first;
    first.startTime = 1'795'600'800;
    first.address = "200";
    first.keys = "1";
    simulation.dial(first);
    for (int i = 1; i < callers; ++i) {
        call::CallerRequest next = first;
        next.from = "caller" + std::to_string(i) + "@example.net";
        next.dialsAt = i * 10'000 / callers; // within ten seconds; the menu alone lasts fourteen
        next.keys = i % 3 == 0 ? "1" : i % 3 == 1 ? "3" : ",";
        simulation.addCaller(next);
    }
    simulation.advanceTo(12'000);
    int connected = 0;
    for (std::uint32_t caller = 1; caller <= static_cast<std::uint32_t>(callers); ++caller)
        connected += simulation.view(caller).state == call::CallView::State::Connected;
    if (connected != callers)
        giveUp("not everybody is connected at once");
    simulation.runToEnd();
    const double ms = milliseconds(begin);
    if (!simulation.ended() || simulation.failed())
        giveUp("the calls went wrong");
    std::printf("%d simultaneous calls through the attendant: %.0f ms, %.0f s of virtual time, %zu events\n", callers, ms,
                static_cast<double>(simulation.now()) / 1000, simulation.trace().events().size());
}

void conference()
{
    QTemporaryDir folder;
    const auto write = [&](const char *name, const QByteArray &content) {
        if (!files::saveFile(folder.filePath(QString::fromUtf8(name)), content))
            giveUp("the workspace can't be written");
    };
    write("workspace.settings", "{ DefaultDomain = \"d.example\"; }");
    write("domains/d.example/accounts/room.settings", "{}");
    write("domains/d.example/environment/room.sppr",
          "entry main is\n"
          "  Void(AcceptCall());\n"
          "  room = FindMeeting(null, \"1\");\n"
          "  if room != null then Void(StartBridge(room.id)); Void(ReadInput(600)); stop; end if;\n"
          "  Void(CreateMeeting(null, \"1\")); Void(ActivateMeeting(null, \"1\"));\n"
          "  loop\n    e = ReadInput(600);\n    if IsStartBridgeEvent(e) then Void(AttachMixer(e)); end if;\n"
          "    exitif IsDisconnectEvent(e);\n  end loop;\nend entry;\n");
    write("domains/d.example/environment/line.sppr",
          "entry main is\n"
          "  Void(AcceptCall());\n  place = Enqueue(\"q\");\n"
          "  loop\n    PlayFile(\"queueposition\"); PlayFile(\"holdmusic\", 5000);\n    e = ReadInput(0);\n"
          "    exitif IsDisconnectEvent(e);\n    place = CheckQueue(\"q\");\n  end loop;\nend entry;\n");
    auto workspace = files::Workspace::open(folder.path());
    if (!workspace)
        giveUp("the workspace can't be opened");
    const accounts::Directory directory = files::loadDirectory(*workspace);
    call::ProgramStore programs;
    constexpr int rounds = 100;
    const auto begin = Clock::now();
    for (int round = 0; round < rounds; ++round) {
        call::Simulation simulation(*workspace, directory, programs);
        call::DialRequest first;
        first.address = "room#room";
        first.startTime = 1'795'600'800;
        first.timedKeys = {{60'000, '!'}};
        simulation.dial(first);
        for (int i = 1; i < 30; ++i) {
            call::CallerRequest next = first;
            next.address = i < 10 ? "room#room" : "line#room";
            next.from = "p" + std::to_string(i) + "@example.net";
            next.dialsAt = 100 * i;
            next.timedKeys = {{60'000 - 100 * i, '!'}};
            simulation.addCaller(next);
        }
        simulation.runToEnd();
        if (!simulation.ended() || simulation.failed() || simulation.now() < 60'000)
            giveUp("the conference went wrong");
    }
    std::printf("a minute of a ten-party conference with a queue of twenty: %.2f ms\n", milliseconds(begin) / rounds);
}

} // namespace

int main(int argc, char **argv)
{
    const int callers = argc > 1 ? std::atoi(argv[1]) : 1000;
    if (callers < 2)
        giveUp("at least two callers are needed");
    attendant(callers);
    conference();
    return 0;
}
