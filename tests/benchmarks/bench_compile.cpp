// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/compiler.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

// bench_compile FILE [TIMES]: parses, resolves and compiles a program, without its warnings, as `luac -p` does; prints
// megabytes a second of the last time.
int main(int argc, char **argv)
{
    using namespace pbx;
    if (argc < 2) {
        std::fprintf(stderr, "bench_compile FILE [TIMES]\n");
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const int times = argc > 2 ? std::atoi(argv[2]) : 1;
    double seconds = 0;
    for (int n = 0; n < times; ++n) {
        const auto begin = std::chrono::steady_clock::now();
        const auto result = machine::compile(language::Source(argv[1], text), {.warnings = false});
        seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        if (!result.program) {
            std::fprintf(stderr, "%s\n", result.diagnostics.front().message().c_str());
            return 1;
        }
    }
    std::printf("%.1f MB/s\n", static_cast<double>(text.size()) / 1e6 / seconds);
    return 0;
}
