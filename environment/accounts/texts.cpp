// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/texts.h"

#include "environment/accounts/rules.h"
#include "environment/data/objects.h"

#include <algorithm>
#include <charconv>

namespace pbx::accounts {

namespace {

char lowerAscii(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isAscii(std::string_view text) noexcept
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool globMatches(std::string_view pattern, std::string_view text) noexcept
{
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

} // namespace

std::string folded(std::string_view text)
{
    if (!isAscii(text))
        return data::foldCase(text);
    std::string out(text);
    std::ranges::transform(out, out.begin(), lowerAscii);
    return out;
}

std::vector<std::string_view> splitCommas(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        if (const auto part = trimmed(text.substr(0, comma)); !part.empty())
            parts.push_back(part);
        if (comma == std::string_view::npos)
            break;
        text.remove_prefix(comma + 1);
    }
    return parts;
}

std::optional<std::int64_t> readInteger(std::string_view text) noexcept
{
    text = trimmed(text);
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return number;
}

std::size_t characterLength(std::string_view text, std::size_t at) noexcept
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1
        : lead >= 0xc2 && lead < 0xe0      ? 2
        : lead >= 0xe0 && lead < 0xf0      ? 3
        : lead >= 0xf0 && lead < 0xf5      ? 4
                                           : 0;
    if (at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(text[at + i]) & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

std::string shown(std::string_view text)
{
    constexpr std::size_t longest = 80;
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (out.size() >= longest)
            return out + "…";
        const auto lead = static_cast<unsigned char>(text[at]);
        const auto length = characterLength(text, at);
        const bool whole = length > 0 && lead >= ' ' && lead != 0x7f;
        if (whole) {
            out += text.substr(at, length);
            at += length;
        } else {
            out += std::string("\\x") + hex[lead >> 4] + hex[lead & 15];
            ++at;
        }
    }
    return out;
}

std::string clockText(std::int64_t seconds)
{
    std::string text;
    const auto add = [&text](std::int64_t n) {
        if (!text.empty())
            text += ':';
        text += static_cast<char>('0' + n / 10 % 10);
        text += static_cast<char>('0' + n % 10);
    };
    add(seconds / 3600);
    add(seconds / 60 % 60);
    if (seconds % 60)
        add(seconds % 60);
    return text;
}

std::optional<std::string> textOf(const data::Value &value)
{
    if (value.isString())
        return value.toStdString();
    if (value.isNumber())
        return std::to_string(value.toNumber());
    return std::nullopt;
}

data::Value memberOf(const data::Value &dictionary, std::string_view key)
{
    if (!dictionary.isDictionary())
        return {};
    return dictionary.dictionary().get(key);
}

bool listOf(const data::Value &value, std::vector<std::string> &list)
{
    if (value.isNull())
        return true;
    if (!value.isArray()) {
        const auto text = textOf(value);
        if (text && !trimmed(*text).empty())
            list.emplace_back(trimmed(*text));
        return text.has_value();
    }
    bool clean = true;
    for (const auto &item : value.array().items) {
        if (auto text = textOf(item))
            list.emplace_back(trimmed(*text));
        else
            clean = false;
    }
    return clean;
}

bool sameText(std::string_view a, std::string_view b)
{
    if (isAscii(a) && isAscii(b))
        return std::ranges::equal(a, b, {}, lowerAscii, lowerAscii);
    return data::foldCase(a) == data::foldCase(b);
}

bool matchesPattern(std::string_view pattern, std::string_view text)
{
    if (pattern.find('*') == std::string_view::npos)
        return sameText(pattern, text);
    return globMatches(folded(pattern), folded(text));
}

} // namespace pbx::accounts
