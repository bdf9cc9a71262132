// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation.h"

#include <array>

namespace pbx::data {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr auto values = [] {
    std::array<signed char, 256> table{};
    table.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<signed char>(i);
    return table;
}();

} // namespace

std::string encodeBase64(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) -> unsigned {
            return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0;
        };
        const unsigned group = byte(0) << 16 | byte(1) << 8 | byte(2);
        text += alphabet[group >> 18];
        text += alphabet[group >> 12 & 63];
        text += i + 1 < bytes.size() ? alphabet[group >> 6 & 63] : '=';
        text += i + 2 < bytes.size() ? alphabet[group & 63] : '=';
    }
    return text;
}

bool decodeBase64(std::string_view text, std::string &bytes)
{
    bytes.clear();
    bytes.reserve(text.size() / 4 * 3);
    unsigned group = 0;
    int digits = 0;
    int padding = 0;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            continue;
        if (c == '=') {
            if (++padding > 2 || digits + padding > 4 || digits < 2)
                return false;
            continue;
        }
        const int value = values[static_cast<unsigned char>(c)];
        if (value < 0 || padding > 0)
            return false;
        group = group << 6 | static_cast<unsigned>(value);
        if (++digits == 4) {
            bytes += static_cast<char>(group >> 16);
            bytes += static_cast<char>(group >> 8);
            bytes += static_cast<char>(group);
            group = 0;
            digits = 0;
        }
    }
    if (digits == 1)
        return false;
    if (digits >= 2)
        bytes += static_cast<char>(digits == 2 ? group >> 4 : group >> 10);
    if (digits == 3)
        bytes += static_cast<char>(group >> 2);
    return true;
}

} // namespace pbx::data
