// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/http_form.h"

#include "environment/data/notation.h"
#include "environment/practice/http_request.h"

#include <algorithm>
#include <charconv>

namespace pbx::practice::http {

namespace {

constexpr std::size_t mostParts = 1000;
constexpr std::size_t mostParameters = 1000;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool sameWord(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// Takes what stands before `separator`, and that too, off the front.
std::string_view takeUntil(std::string_view &text, char separator)
{
    const auto end = std::min(text.find(separator), text.size());
    const auto taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

/// A token, or text between quotes with a backslash before '"' and '\'.
std::optional<std::string> takeValue(std::string_view &text)
{
    if (!text.starts_with('"')) {
        const auto size = std::min(text.find(';'), text.size());
        std::string value(trimmed(text.substr(0, size)));
        text.remove_prefix(size);
        return value.empty() || value.contains('"') ? std::nullopt : std::optional(value);
    }
    std::string value;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '"') {
            text = trimmed(text.substr(at + 1));
            return value;
        }
        const bool escaped = text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\');
        at += escaped ? 1 : 0;
        value += text[at];
    }
    return std::nullopt;
}

/// Browsers of old sent the whole path.
std::string baseName(const std::string &path)
{
    return path.substr(path.find_last_of("/\\") + 1);
}

/// One part: its head, an empty line, its content.
std::optional<Part> readPart(std::string_view text)
{
    const auto headEnd = text.find("\r\n\r\n");
    if (headEnd == text.npos)
        return std::nullopt;
    auto head = text.substr(0, headEnd);
    Part part;
    bool named = false;
    while (!head.empty()) {
        const auto end = std::min(head.find("\r\n"), head.size());
        auto line = head.substr(0, end);
        head.remove_prefix(std::min(end + 2, head.size()));
        const auto name = takeUntil(line, ':');
        if (!sameWord(name, "content-disposition"))
            continue;
        const auto field = fieldParameter(line, "name");
        auto kind = line;
        if (named || !field || !sameWord(trimmed(takeUntil(kind, ';')), "form-data"))
            return std::nullopt;
        named = true;
        part.name = *field;
        if (const auto file = fieldParameter(line, "filename"))
            part.fileName = baseName(*file);
    }
    part.content = text.substr(headEnd + 4);
    return named ? std::optional(part) : std::nullopt;
}

bool isBoundary(std::string_view text)
{
    return !text.empty() && text.size() <= 70
           && std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '\x7f' && c != '"'; });
}

} // namespace

std::optional<std::vector<Parameter>> readUrlEncoded(std::string_view text)
{
    std::vector<Parameter> parameters;
    while (!text.empty()) {
        auto pair = takeUntil(text, '&');
        if (pair.empty())
            continue;
        const auto name = decodePercent(takeUntil(pair, '='), true);
        const auto value = decodePercent(pair, true);
        if (!name || !value || parameters.size() == mostParameters)
            return std::nullopt;
        parameters.push_back({*name, *value});
    }
    return parameters;
}

std::optional<std::string> fieldParameter(std::string_view field, std::string_view name)
{
    takeUntil(field, ';');
    std::optional<std::string> found;
    while (!trimmed(field).empty()) {
        const auto key = trimmed(takeUntil(field, '='));
        field = trimmed(field);
        auto value = takeValue(field);
        if (!value || (!field.empty() && !field.starts_with(';')))
            return std::nullopt;
        field.remove_prefix(field.empty() ? 0 : 1);
        if (!sameWord(key, name))
            continue;
        if (found)
            return std::nullopt;
        found = std::move(value);
    }
    return found;
}

std::optional<std::vector<Part>> readMultipart(std::string_view contentType, std::string_view body)
{
    auto kind = contentType;
    const auto boundary = fieldParameter(contentType, "boundary");
    if (!sameWord(trimmed(takeUntil(kind, ';')), "multipart/form-data") || !boundary || !isBoundary(*boundary))
        return std::nullopt;
    const auto first = "--" + *boundary;
    const auto next = "\r\n" + first;
    if (!body.starts_with(first))
        return std::nullopt;
    std::vector<Part> parts;
    for (auto rest = body.substr(first.size()); !rest.starts_with("--");) {
        const auto end = rest.find(next);
        if (!rest.starts_with("\r\n") || end == rest.npos || parts.size() == mostParts)
            return std::nullopt;
        const auto part = readPart(rest.substr(2, end - std::min<std::size_t>(end, 2)));
        if (!part)
            return std::nullopt;
        parts.push_back(*part);
        rest.remove_prefix(end + next.size());
    }
    return parts;
}

std::optional<Credentials> readBasic(std::string_view field)
{
    const auto scheme = takeUntil(field, ' ');
    std::string text;
    field = trimmed(field);
    if (!sameWord(scheme, "basic") || field.empty() || field.contains(' ') || !data::decodeBase64(field, text))
        return std::nullopt;
    const auto colon = text.find(':');
    if (colon == text.npos || colon == 0)
        return std::nullopt;
    return Credentials{text.substr(0, colon), text.substr(colon + 1)};
}

std::string escapedHtml(std::string_view text)
{
    std::string made;
    for (const char c : text) {
        switch (c) {
        case '&': made += "&amp;"; break;
        case '<': made += "&lt;"; break;
        case '>': made += "&gt;"; break;
        case '"': made += "&quot;"; break;
        case '\'': made += "&#39;"; break;
        default: made += c;
        }
    }
    return made;
}

std::string escapedPercent(std::string_view text)
{
    std::string made;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
                           || c == '_' || c == '~';
        if (plain) {
            made += c;
            continue;
        }
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        made += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return made;
}

} // namespace pbx::practice::http
