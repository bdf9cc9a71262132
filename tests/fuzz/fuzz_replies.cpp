// SPDX-License-Identifier: GPL-3.0-or-later
// What a server says to an administrator's client: answers on the command port and over HTTP, lists of names, WebAdmin's
// pages. However it is cut into packets, it means the same; no name that could leave a folder is taken; no form sends
// elsewhere.
#include "environment/data/notation.h"
#include "environment/files/name_rules.h"
#include "environment/server/http_digest.h"
#include "environment/server/http_reader.h"
#include "environment/server/remote.h"
#include "environment/server/reply_reader.h"
#include "environment/server/upload_form.h"

#include "tests/fuzz/require.h"

#include <algorithm>
#include <cstdint>

using namespace pbx;
using namespace pbx::server;

namespace {

constexpr std::size_t limit = 20'000;

struct Answers {
    std::vector<ReplyReader::Answer> all;
    ReplyReader::Fault fault = ReplyReader::Fault::None;
};

Answers read(std::string_view bytes, std::size_t piece)
{
    Answers answers;
    ReplyReader reader(limit);
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        reader.add(bytes.substr(at, piece));
        while (auto answer = reader.next())
            answers.all.push_back(std::move(*answer));
    }
    answers.fault = reader.fault();
    return answers;
}

void replies(std::string_view bytes)
{
    const auto whole = read(bytes, std::max<std::size_t>(bytes.size(), 1));
    for (const std::size_t piece : {1, 3, 64}) {
        const auto cut = read(bytes, piece);
        PBX_REQUIRE(cut.fault == whole.fault);
        PBX_REQUIRE(std::ranges::equal(cut.all, whole.all, [](const auto &a, const auto &b) {
            return a.code == b.code && a.text == b.text && a.object == b.object;
        }));
    }
    for (const auto &answer : whole.all)
        PBX_REQUIRE(answer.code >= 200 && answer.code < 600);
}

void overHttp(std::string_view bytes)
{
    bytes = bytes.substr(0, limit);
    std::optional<HttpReader::Answer> first;
    for (const std::size_t piece : {bytes.size() + 1, std::size_t(1), std::size_t(17)}) {
        HttpReader reader(limit);
        for (std::size_t at = 0; at < bytes.size() && reader.state() == HttpReader::State::Incomplete; at += piece)
            reader.add(bytes.substr(at, piece));
        if (reader.state() == HttpReader::State::Incomplete)
            reader.end();
        PBX_REQUIRE(reader.state() != HttpReader::State::Incomplete);
        const bool complete = reader.state() == HttpReader::State::Complete;
        if (piece > bytes.size() && complete) {
            first = reader.take();
            PBX_REQUIRE(first->body.size() <= bytes.size());
            for (const auto &field : first->challenges) {
                const auto challenge = readDigest(field);
                const auto answer = challenge ? digestAnswer(*challenge, {"POST", "/cli/", "admin", "x", "n", 1}) : std::nullopt;
                PBX_REQUIRE(!answer || answer->find_first_of("\r\n") == answer->npos);
            }
        } else if (piece <= bytes.size()) {
            PBX_REQUIRE(complete == first.has_value());
            PBX_REQUIRE(!complete || reader.take().body == first->body);
        }
    }
}

/// Says the same to everything.
class Parrot : public Connection {
public:
    explicit Parrot(data::Value value) : m_value(std::move(value)) {}
    std::expected<Reply, Failure> run(const Command &) override
    {
        Reply reply;
        reply.value = m_value;
        return reply;
    }
    const ServerSettings &settings() const override { return m_settings; }
    QString version() const override { return {}; }
    bool supports(std::string_view) const override { return true; }
    ServerSettings m_settings;

private:
    data::Value m_value;
};

void requireNames(const std::vector<std::string> &names)
{
    for (const auto &name : names) {
        PBX_REQUIRE(files::checkName(name).accepted());
        PBX_REQUIRE(!name.contains('/') && !name.starts_with('.'));
    }
    auto folded = names;
    std::ranges::transform(folded, folded.begin(), [](const auto &name) { return files::foldName(name); });
    std::ranges::sort(folded);
    PBX_REQUIRE(std::ranges::adjacent_find(folded) == folded.end());
}

void results(std::string_view bytes)
{
    const auto read = data::readNotation(bytes);
    if (!read)
        return;
    Parrot parrot(read->value);
    Remote remote(parrot);
    for (const bool mixed : {false, true}) {
        parrot.m_settings.dialect.listsInherited = mixed;
        const auto files = remote.files(Scope{"example.com"});
        if (!files)
            continue;
        requireNames(files->languages);
        for (const auto &file : files->files) {
            PBX_REQUIRE(files::checkName(file.name).accepted());
            PBX_REQUIRE(std::ranges::count(file.name, '/') <= 1 && !file.name.starts_with('.') && !file.name.contains("/."));
            PBX_REQUIRE(!file.size || *file.size >= 0);
        }
    }
    if (const auto domains = remote.domains())
        requireNames(*domains);
    if (const auto accounts = remote.accounts("example.com"))
        requireNames(*accounts);
    (void)remote.account("example.com", "a");
    (void)remote.domainSettings("example.com");
    (void)remote.read(Scope{}, "a.wav");
    (void)remote.mainDomain();
    (void)ServerSettings::fromDictionary(read->value);
    (void)Dialect::fromDictionary(read->value);
}

void page(std::string_view bytes)
{
    const QUrl address(QStringLiteral("http://mail.example.com:8010/Admin/example.com/PBX.html"));
    const auto form = findUploadForm(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())), address);
    if (!form) {
        PBX_REQUIRE(!form.error().message.isEmpty());
        return;
    }
    PBX_REQUIRE(form->action.scheme() == address.scheme() && form->action.host() == address.host() && form->action.port() == 8010);
    PBX_REQUIRE(form->action.userInfo().isEmpty());
    PBX_REQUIRE(!form->fileField.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);
    switch (data[0] % 4) {
    case 0:
        replies(bytes);
        break;
    case 1:
        overHttp(bytes);
        break;
    case 2:
        results(bytes);
        break;
    default:
        page(bytes);
    }
    return 0;
}
