// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/program_store.h"
#include "preview/call/simulation.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

/// Whole calls of the example's callback program in virtual time on one core: dialling, prompts, eleven keys, the mail.
/// bench_calls [CALLS]: prints calls a second.
int main(int argc, char **argv)
{
    using namespace pbx;
    const int calls = argc > 1 ? std::atoi(argv[1]) : 100'000;
    auto workspace = files::Workspace::open(QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists"));
    if (!workspace || calls <= 0) {
        std::fprintf(stderr, "bench_calls: the example workspace can't be opened\n");
        return 2;
    }
    const accounts::Directory directory = files::loadDirectory(*workspace);
    call::ProgramStore programs;
    call::DialRequest request;
    request.address = "callback#ivanov";
    request.keys = "4951234567#";
    request.startTime = 1'795'456'500;
    std::size_t events = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < calls; ++i) {
        call::Simulation simulation(*workspace, directory, programs);
        simulation.dial(request);
        simulation.runToEnd();
        events += simulation.trace().events().size();
        if (!simulation.ended() || simulation.failed() || simulation.trace().events().back().kind != "end") {
            std::fprintf(stderr, "bench_calls: the call went wrong\n");
            return 1;
        }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    std::printf("%.0f calls a second (%zu events a call)\n", calls / seconds, events / static_cast<std::size_t>(calls));
    return 0;
}
