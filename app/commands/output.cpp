// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/output.h"

#include "preview/call/event.h"

#include <cstdio>
#include <cstdlib>

namespace pbx::app {

void printLine(std::string_view text)
{
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fputc('\n', stdout) == EOF) {
        // The reader has gone, or the disk is full: there is nobody to print for.
        std::fputs("pbx: the output can't be written\n", stderr);
        std::_Exit(Impossible);
    }
}

void complain(std::string_view text)
{
    std::fflush(stdout);
    std::fprintf(stderr, "pbx: %.*s\n", static_cast<int>(text.size()), text.data());
}

void tell(std::string_view line)
{
    std::fflush(stdout);
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
}

std::string findingText(const Finding &finding)
{
    return finding.file + ':' + std::to_string(finding.line) + ':' + std::to_string(finding.column) + ": "
        + finding.severity + ": " + finding.message;
}

std::string findingJson(const Finding &finding, std::string_view more)
{
    std::string out = "{\"file\":";
    call::appendJsonString(out, finding.file);
    out += ",\"line\":" + std::to_string(finding.line) + ",\"column\":" + std::to_string(finding.column)
        + ",\"severity\":";
    call::appendJsonString(out, finding.severity);
    out += ",\"code\":";
    call::appendJsonString(out, finding.code);
    out += ",\"message\":";
    call::appendJsonString(out, finding.message);
    out += more;
    out += '}';
    return out;
}

} // namespace pbx::app
