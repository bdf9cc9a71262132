// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to the practice server's HTTP port: requests, forms, uploaded archives. However it is cut into packets, it
// means the same, and no name gets out of the environment.
#include "environment/files/name_rules.h"
#include "environment/practice/http_form.h"
#include "environment/practice/http_request.h"
#include "environment/practice/uploaded_files.h"

#include "tests/fuzz/require.h"

#include <algorithm>
#include <cstdint>

using namespace pbx::practice;
using State = http::Parsed::State;

namespace {

constexpr http::Limits limits{.head = 4096, .fields = 40, .body = 60000};

bool lies(std::string_view part, std::string_view whole)
{
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

void upload(const std::string &name, std::string_view content)
{
    for (const std::string language : {"", "russian"}) {
        const auto files = readUpload(name, content, language);
        if (!files) {
            PBX_REQUIRE(!files.error().empty());
            continue;
        }
        for (const auto &file : files->files) {
            PBX_REQUIRE(pbx::files::checkName(file.name).accepted());
            PBX_REQUIRE(lies(file.content, content));
        }
        PBX_REQUIRE(std::ranges::is_sorted(files->languages));
    }
}

void forms(const http::Request &request)
{
    if (const auto *type = request.field("content-type")) {
        if (const auto parts = http::readMultipart(*type, request.body)) {
            for (const auto &part : *parts) {
                PBX_REQUIRE(lies(part.content, request.body));
                if (part.fileName)
                    upload(*part.fileName, part.content);
            }
        }
    }
    for (const auto text : {std::string_view(request.query), std::string_view(request.body)}) {
        if (const auto parameters = http::readUrlEncoded(text)) {
            for (const auto &parameter : *parameters)
                PBX_REQUIRE(http::decodePercent(http::escapedPercent(parameter.value), false) == parameter.value);
        }
    }
    if (const auto *field = request.field("authorization")) {
        if (const auto known = http::readBasic(*field))
            PBX_REQUIRE(known->user.find(':') == std::string::npos);
    }
    const auto page = http::escapedHtml(request.path);
    PBX_REQUIRE(page.find_first_of("<>\"") == std::string::npos);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const auto parsed = http::parseRequest(bytes, limits);
    switch (parsed.state) {
    case State::Incomplete:
        break;
    case State::Refused:
        PBX_REQUIRE(parsed.status >= 400 && parsed.status < 600 && !parsed.reason.empty());
        break;
    case State::Complete:
        PBX_REQUIRE(parsed.size > 0 && parsed.size <= size && parsed.request.body.size() <= limits.body);
        PBX_REQUIRE(parsed.request.path.starts_with('/') && parsed.request.path.find('\0') == std::string::npos);
        PBX_REQUIRE(http::parseRequest(bytes.substr(0, parsed.size - 1), limits).state == State::Incomplete);
        PBX_REQUIRE(http::parseRequest(bytes.substr(0, parsed.size / 2), limits).state == State::Incomplete);
        forms(parsed.request);
        break;
    }
    upload("upload.tar", bytes);
    return 0;
}
