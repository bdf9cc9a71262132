// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/http_digest.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstdio>
#include <map>

namespace pbx::server {

namespace {

std::string lower(std::string_view text)
{
    std::string made(text);
    std::ranges::transform(made, made.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return made;
}

/// name=value, name="value", separated by commas. A damaged rest is left out.
std::map<std::string, std::string> readParameters(std::string_view text)
{
    std::map<std::string, std::string> parameters;
    while (true) {
        const auto begin = text.find_first_not_of(" \t,");
        if (begin == text.npos)
            return parameters;
        text.remove_prefix(begin);
        const auto equals = text.find('=');
        if (equals == text.npos)
            return parameters;
        auto name = lower(text.substr(0, text.find_first_of(" \t=")));
        text.remove_prefix(equals + 1);
        text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
        std::string value;
        if (text.starts_with('"')) {
            std::size_t at = 1;
            for (; at < text.size() && text[at] != '"'; ++at) {
                if (text[at] == '\\' && at + 1 < text.size())
                    ++at;
                value += text[at];
            }
            if (at >= text.size())
                return parameters;
            text.remove_prefix(at + 1);
        } else {
            const auto end = std::min(text.find_first_of(" \t,"), text.size());
            value = text.substr(0, end);
            text.remove_prefix(end);
        }
        parameters.try_emplace(std::move(name), std::move(value));
    }
}

bool isQuotable(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\' || c == '\x7f'; });
}

} // namespace

std::optional<DigestChallenge> readDigest(std::string_view field)
{
    constexpr std::string_view scheme = "digest ";
    if (lower(field.substr(0, scheme.size())) != scheme)
        return std::nullopt;
    auto parameters = readParameters(field.substr(scheme.size()));
    DigestChallenge challenge;
    challenge.realm = parameters["realm"];
    challenge.nonce = parameters["nonce"];
    challenge.opaque = parameters["opaque"];
    challenge.algorithm = parameters["algorithm"];
    challenge.stale = lower(parameters["stale"]) == "true";
    const auto algorithm = lower(challenge.algorithm);
    if (challenge.nonce.empty() || (!algorithm.empty() && algorithm != "md5" && algorithm != "sha-256"))
        return std::nullopt;
    const auto quality = ',' + lower(parameters["qop"]) + ',';
    std::string plain;
    std::ranges::copy_if(quality, std::back_inserter(plain), [](char c) { return c != ' '; });
    challenge.authQuality = plain.contains(",auth,");
    if (!challenge.authQuality && plain != ",,")
        return std::nullopt;
    return challenge;
}

std::optional<std::string> digestAnswer(const DigestChallenge &challenge, const DigestRequest &request)
{
    for (const auto text : {std::string_view(challenge.realm), std::string_view(challenge.nonce), std::string_view(challenge.opaque), request.user}) {
        if (!isQuotable(text))
            return std::nullopt;
    }
    const auto method = lower(challenge.algorithm) == "sha-256" ? QCryptographicHash::Sha256 : QCryptographicHash::Md5;
    const auto hash = [method](const std::string &text) {
        return QCryptographicHash::hash(QByteArray::fromStdString(text), method).toHex().toStdString();
    };
    char count[9];
    std::snprintf(count, sizeof count, "%08x", request.count);
    const auto who = hash(std::string(request.user) + ':' + challenge.realm + ':' + std::string(request.password));
    const auto what = hash(std::string(request.method) + ':' + std::string(request.path));
    const auto middle = challenge.authQuality ? std::string(count) + ':' + request.clientNonce + ":auth:" : std::string();
    auto answer = "Digest username=\"" + std::string(request.user) + "\", realm=\"" + challenge.realm + "\", nonce=\"" + challenge.nonce
                  + "\", uri=\"" + std::string(request.path) + "\", response=\"" + hash(who + ':' + challenge.nonce + ':' + middle + what) + '"';
    if (!challenge.algorithm.empty())
        answer += ", algorithm=" + std::string(method == QCryptographicHash::Md5 ? "MD5" : "SHA-256");
    if (challenge.authQuality)
        answer += ", qop=auth, nc=" + std::string(count) + ", cnonce=\"" + request.clientNonce + '"';
    if (!challenge.opaque.empty())
        answer += ", opaque=\"" + challenge.opaque + '"';
    return answer;
}

} // namespace pbx::server
