// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/case_tables.h"
#include "environment/data/objects.h"
#include "environment/data/utf8.h"

#include <algorithm>
#include <span>

namespace pbx::data {

namespace {

std::uint32_t mapped(std::uint32_t c, std::span<const CaseRange> ranges)
{
    const auto range = std::ranges::lower_bound(ranges, c, {}, &CaseRange::last);
    if (range == ranges.end() || c < range->first || (c - range->first) % range->step != 0)
        return c;
    return c + static_cast<std::uint32_t>(range->difference);
}

std::string mapText(std::string_view text, char first, char last, int difference, std::span<const CaseRange> ranges)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) < 0x80) {
            result += c >= first && c <= last ? static_cast<char>(c + difference) : c;
            ++i;
            continue;
        }
        const Utf8Character read = readUtf8(text, i);
        if (read.size == 0)
            result += text[i++];
        else if (const std::uint32_t other = mapped(read.code, ranges); other == read.code)
            result.append(text, i, read.size);
        else
            appendUtf8(result, other);
        i += read.size;
    }
    return result;
}

} // namespace

std::string foldCase(std::string_view text)
{
    return mapText(text, 'A', 'Z', 32, toLowerRanges);
}

std::string upperCase(std::string_view text)
{
    return mapText(text, 'a', 'z', -32, toUpperRanges);
}

} // namespace pbx::data
