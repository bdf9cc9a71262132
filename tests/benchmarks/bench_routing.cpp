// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/routing.h"
#include "environment/files/workspace.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

/// What the words cost: bench_routing [ROUTES] routes 200 and ivanov of the example so many times (100,000) with and
/// without explanations, by turns, and prints nanoseconds a route and the ratio: the least of five rounds each.
namespace {

using namespace pbx;
using Clock = std::chrono::steady_clock;

double nanoseconds(const accounts::Directory &directory, const char *address, const accounts::RouteOptions &options, int routes)
{
    const auto begin = Clock::now();
    std::size_t steps = 0;
    for (int i = 0; i < routes; ++i)
        steps += accounts::route(directory, address, options).steps.size();
    if (steps == 0)
        std::exit(1);
    return std::chrono::duration<double, std::nano>(Clock::now() - begin).count() / routes;
}

} // namespace

int main(int argc, char **argv)
{
    const int routes = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const auto workspace = files::Workspace::open(QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists"));
    if (!workspace || routes <= 0) {
        std::fprintf(stderr, "bench_routing: the example workspace can't be opened, or no routes are wanted\n");
        return 1;
    }
    const accounts::Directory directory = files::loadDirectory(*workspace);
    accounts::RouteOptions options;
    options.caller = "caller@example.net";
    options.time = 1'795'600'800; // a Wednesday noon in Moscow
    for (const char *address : {"200", "ivanov"}) {
        double with = 1e300;
        double without = 1e300;
        for (int round = 0; round < 5; ++round) {
            options.explain = true;
            with = std::min(with, nanoseconds(directory, address, options, routes));
            options.explain = false;
            without = std::min(without, nanoseconds(directory, address, options, routes));
        }
        std::printf("%s: %.0f ns explained, %.0f ns without words, ratio %.2f\n", address, with, without, with / without);
    }
    return 0;
}
