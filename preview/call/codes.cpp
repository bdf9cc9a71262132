// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/codes.h"

#include <array>
#include <utility>

namespace pbx::call {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 27> words{{
    {400, "Bad Request"}, {401, "Unauthorized"}, {403, "Forbidden"}, {404, "Not Found"}, {405, "Method Not Allowed"},
    {406, "Not Acceptable"}, {407, "Proxy Authentication Required"}, {408, "No Answer"}, {410, "Gone"},
    {415, "Unsupported Media Type"}, {480, "Temporarily Unavailable"}, {481, "No such call"}, {482, "Loop Detected"},
    {483, "Too Many Hops"}, {484, "Address Incomplete"}, {485, "Ambiguous"}, {486, "Busy Here"},
    {487, "Request Terminated"}, {488, "Not Acceptable Here"}, {491, "Request Pending"}, {500, "Server Internal Error"},
    {501, "Not Implemented"}, {503, "Service Unavailable"}, {600, "Busy Everywhere"}, {603, "Decline"},
    {604, "Does Not Exist Anywhere"}, {606, "Not Acceptable"},
}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool hasCode(std::string_view text)
{
    return text.size() >= 3 && isDigit(text[0]) && isDigit(text[1]) && isDigit(text[2])
        && (text.size() == 3 || !isDigit(text[3]));
}

} // namespace

int readCode(std::string_view text)
{
    return hasCode(text) ? (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0') : 500;
}

std::string_view codeWords(std::string_view text)
{
    if (!hasCode(text))
        return text;
    text.remove_prefix(3);
    while (!text.empty() && (text.front() == '-' || text.front() == ' '))
        text.remove_prefix(1);
    return text;
}

std::string_view standardWords(int code)
{
    for (const auto &[number, text] : words) {
        if (number == code)
            return text;
    }
    return {};
}

std::string codeText(int code, std::string_view text)
{
    if (text.empty())
        text = standardWords(code);
    return text.empty() ? std::to_string(code) : std::to_string(code) + '-' + std::string(text);
}

std::string plainAddress(std::string_view uri)
{
    if (const auto open = uri.find('<'); open != uri.npos) {
        uri.remove_prefix(open + 1);
        uri = uri.substr(0, uri.find('>'));
    }
    while (!uri.empty() && uri.front() == ' ')
        uri.remove_prefix(1);
    while (!uri.empty() && uri.back() == ' ')
        uri.remove_suffix(1);
    for (const std::string_view scheme : {"sip:", "sips:", "tel:"}) {
        if (uri.size() < scheme.size())
            continue;
        bool same = true;
        for (std::size_t i = 0; i < scheme.size(); ++i)
            same = same && (uri[i] | 0x20) == (scheme[i] | 0x20);
        if (same) {
            uri.remove_prefix(scheme.size());
            break;
        }
    }
    return std::string(uri.substr(0, uri.find_first_of("?;")));
}

} // namespace pbx::call
