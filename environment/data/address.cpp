// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/objects.h"

#include <charconv>
#include <optional>

namespace pbx::data {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::optional<unsigned> readDecimal(std::string_view text, unsigned most)
{
    if (text.empty() || text.size() > 5 || !isDigit(text.front()))
        return std::nullopt;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value > most)
        return std::nullopt;
    return value;
}

bool readV4(std::string_view text, std::uint8_t *bytes)
{
    for (int i = 0; i < 4; ++i) {
        const auto dot = i < 3 ? text.find('.') : text.size();
        if (dot == std::string_view::npos || dot > 3)
            return false;
        const auto value = readDecimal(text.substr(0, dot), 255);
        if (!value)
            return false;
        bytes[i] = static_cast<std::uint8_t>(*value);
        text.remove_prefix(std::min(text.size(), dot + 1));
    }
    return text.empty();
}

/// Groups from the front of text into words; false at a wrong sign or too many. The last may be an IPv4 address.
bool readGroups(std::string_view text, std::uint16_t *words, int &count)
{
    count = 0;
    while (!text.empty()) {
        const auto colon = text.find(':');
        const std::string_view group = text.substr(0, colon);
        if (colon == std::string_view::npos && group.find('.') != std::string_view::npos) {
            std::uint8_t v4[4];
            if (count > 6 || !readV4(group, v4))
                return false;
            words[count++] = static_cast<std::uint16_t>(v4[0] << 8 | v4[1]);
            words[count++] = static_cast<std::uint16_t>(v4[2] << 8 | v4[3]);
            return true;
        }
        unsigned value = 0;
        const auto [end, error] = std::from_chars(group.data(), group.data() + group.size(), value, 16);
        if (count > 7 || group.empty() || group.size() > 4 || error != std::errc()
            || end != group.data() + group.size())
            return false;
        words[count++] = static_cast<std::uint16_t>(value);
        if (colon == std::string_view::npos)
            return true;
        text.remove_prefix(colon + 1);
        if (text.empty())
            return false;
    }
    return true;
}

bool readV6(std::string_view text, std::array<std::uint8_t, 16> &bytes)
{
    std::uint16_t words[8] = {};
    const auto gap = text.find("::");
    int front = 0;
    if (gap == std::string_view::npos) {
        if (!readGroups(text, words, front) || front != 8)
            return false;
    } else {
        std::uint16_t tail[8] = {};
        int back = 0;
        const std::string_view before = text.substr(0, gap);
        if (before.find('.') != std::string_view::npos || !readGroups(before, words, front)
            || !readGroups(text.substr(gap + 2), tail, back) || front + back > 7)
            return false;
        for (int i = 0; i < back; ++i)
            words[8 - back + i] = tail[i];
    }
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[2 * i] = static_cast<std::uint8_t>(words[i] >> 8);
        bytes[2 * i + 1] = static_cast<std::uint8_t>(words[i]);
    }
    return true;
}

std::string printV4(const std::uint8_t *bytes)
{
    std::string text;
    for (int i = 0; i < 4; ++i)
        text += (i ? "." : "") + std::to_string(bytes[i]);
    return text;
}

/// RFC 5952: the longest run of two or more zero groups (the first of equals) as "::"; IPv4-mapped with dots.
std::string printV6(const std::array<std::uint8_t, 16> &bytes)
{
    unsigned words[8];
    for (std::size_t i = 0; i < 8; ++i)
        words[i] = static_cast<unsigned>(bytes[2 * i] << 8 | bytes[2 * i + 1]);
    bool mapped = words[5] == 0xffff;
    for (int i = 0; i < 5; ++i)
        mapped = mapped && words[i] == 0;
    if (mapped)
        return "::ffff:" + printV4(bytes.data() + 12);
    int gap = 8;
    int longest = 1;
    for (int i = 0; i < 8;) {
        int end = i;
        while (end < 8 && words[end] == 0)
            ++end;
        if (end - i > longest) {
            gap = i;
            longest = end - i;
        }
        i = end + 1;
    }
    std::string text;
    for (int i = 0; i < 8; ++i) {
        if (i == gap) {
            text += "::";
            i += longest - 1;
            continue;
        }
        if (!text.empty() && !text.ends_with(':'))
            text += ':';
        char digits[8];
        text.append(digits, std::to_chars(digits, digits + sizeof digits, words[i], 16).ptr);
    }
    return text;
}

} // namespace

Value makeAddress(const AddressObject &address)
{
    auto *made = new AddressObject(address);
    made->references = 1;
    memoryMeter.add(sizeof(AddressObject));
    return Value::adopt(Type::Address, made);
}

Value makeHandle(std::string kind, std::uint64_t id)
{
    auto *made = new HandleObject;
    made->references = 1;
    made->kind = std::move(kind);
    made->id = id;
    memoryMeter.add(sizeof(HandleObject));
    return Value::adopt(Type::Handle, made);
}

Value makeXml(std::string name, std::string prefix)
{
    auto *made = new XmlObject;
    made->references = 1;
    made->name = std::move(name);
    made->prefix = std::move(prefix);
    made->charge(made->name.size() + made->prefix.size());
    return Value::adopt(Type::Xml, made);
}

Value parseAddress(std::string_view text)
{
    if (text.starts_with("#I"))
        text.remove_prefix(2);
    std::string_view host = text;
    std::string_view port;
    if (text.starts_with('[')) {
        const auto close = text.find(']');
        if (close == std::string_view::npos)
            return {};
        host = text.substr(1, close - 1);
        port = text.substr(close + 1);
    } else if (const auto colon = text.find(':'); colon != std::string_view::npos && text.rfind(':') == colon) {
        host = text.substr(0, colon);
        port = text.substr(colon);
    }
    AddressObject address;
    if (!port.empty()) {
        const auto number = port.front() == ':' ? readDecimal(port.substr(1), 65535) : std::nullopt;
        if (!number)
            return {};
        address.port = static_cast<std::uint16_t>(*number);
    }
    address.v6 = host.find(':') != std::string_view::npos;
    if (address.v6 ? !readV6(host, address.bytes) : !readV4(host, address.bytes.data()))
        return {};
    return makeAddress(address);
}

std::string printAddress(const AddressObject &address)
{
    std::string host = address.v6 ? printV6(address.bytes) : printV4(address.bytes.data());
    if (address.port == 0)
        return host;
    return '[' + host + "]:" + std::to_string(address.port);
}

} // namespace pbx::data
