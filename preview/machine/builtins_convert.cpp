// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include <algorithm>
#include <cstring>

/// Convert. The data's type picks the direction; what a format does not take gives null.
namespace pbx::machine {

std::string encodeBase16(std::string_view bytes, bool capitals)
{
    const char *digits = capitals ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

bool decodeBase16(std::string_view text, std::string &bytes)
{
    if (text.size() % 2 != 0)
        return false;
    bytes.reserve(text.size() / 2);
    int held = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        int digit = 0;
        if (c >= '0' && c <= '9')
            digit = c - '0';
        else if (c >= 'a' && c <= 'f')
            digit = c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            digit = c - 'A' + 10;
        else
            return false;
        held = (held << 4 | digit) & 0xff;
        if (i % 2 == 1)
            bytes += static_cast<char>(held);
    }
    return true;
}

namespace {

constexpr std::string_view me = "Convert";
constexpr char32_t replacement = 0xfffd;

Outcome convertBase64(Context &context, const Value &value, Value &result)
{
    if (value.isDataBlock())
        return giveString(context, me, data::encodeBase64(value.bytes()), result);
    std::string bytes;
    if (value.isString() && data::decodeBase64(value.bytes(), bytes))
        result = Value::dataBlock(bytes);
    return Outcome::Done;
}

Outcome convertHex(Context &context, const Value &value, bool capitals, Value &result)
{
    if (value.isDataBlock())
        return giveString(context, me, encodeBase16(value.bytes(), capitals), result);
    std::string bytes;
    if (value.isString() && decodeBase16(value.bytes(), bytes))
        result = Value::dataBlock(bytes);
    return Outcome::Done;
}

struct Ucs2 {
    bool bigEndian = true;
    bool mark = false; ///< write a byte order mark
};

/// ucs-2, ucs-2le, ucs-2be, each with + before the order.
bool parseUcs2(std::string_view name, Ucs2 &format)
{
    if (!name.starts_with("ucs-2"))
        return false;
    name.remove_prefix(5);
    if (name.starts_with('+')) {
        format.mark = true;
        name.remove_prefix(1);
    }
    format.bigEndian = name != "le";
    return name.empty() || name == "le" || name == "be";
}

Outcome convertUcs2(Context &context, const Value &value, Ucs2 format, Value &result)
{
    const std::string_view bytes = value.bytes();
    std::string out;
    if (value.isString()) {
        const auto put = [&](std::uint32_t unit) {
            const char high = static_cast<char>(unit >> 8);
            const char low = static_cast<char>(unit & 0xff);
            out += format.bigEndian ? high : low;
            out += format.bigEndian ? low : high;
        };
        if (format.mark)
            put(0xfeff);
        for (const char *p = bytes.data(), *end = p + bytes.size(); p < end;) {
            const char32_t code = nextSymbol(p, end);
            if (code == notUtf8) {
                put('?');
            } else if (code < 0x10000) {
                put(code);
            } else {
                put(0xd800 + ((code - 0x10000) >> 10));
                put(0xdc00 + ((code - 0x10000) & 0x3ff));
            }
        }
        return giveData(context, me, out, result);
    }
    if (!value.isDataBlock())
        return Outcome::Done;
    std::size_t at = 0;
    const auto unitAt = [&](std::size_t i) -> std::uint32_t {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<std::uint32_t>(format.bigEndian ? first << 8 | second : second << 8 | first);
    };
    if (bytes.size() >= 2 && (bytes.starts_with("\xfe\xff") || bytes.starts_with("\xff\xfe"))) {
        format.bigEndian = bytes[0] == '\xfe';
        at = 2;
    }
    for (; at + 1 < bytes.size(); at += 2) {
        std::uint32_t code = unitAt(at);
        if (code >= 0xd800 && code < 0xe000) {
            const std::uint32_t second = code < 0xdc00 && at + 3 < bytes.size() ? unitAt(at + 2) : 0;
            if (second >= 0xdc00 && second < 0xe000) {
                code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
                at += 2;
            } else {
                code = replacement;
            }
        }
        appendUtf8(out, code);
    }
    return giveString(context, me, out, result);
}

Outcome convertUtfCode(const Value &value, Value &result)
{
    if (value.isNumber()) {
        const std::int64_t code = value.toNumber();
        if (code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) {
            std::string text;
            appendUtf8(text, static_cast<std::uint32_t>(code));
            result = Value::string(text);
        }
    } else if (value.isString() && !value.bytes().empty()) {
        const char *p = value.bytes().data();
        const char32_t code = nextSymbol(p, p + value.bytes().size());
        if (code != notUtf8 && code != 0)
            result.setNumber(static_cast<std::int64_t>(code));
    }
    return Outcome::Done;
}

Outcome convertWords(Context &context, const Value &value, Value &result)
{
    if (!value.isString())
        return Outcome::Done;
    constexpr std::string_view blanks = " \t\r\n";
    const std::string_view text = value.bytes();
    result = Value::newArray();
    data::ArrayObject &words = result.array();
    for (auto at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
        const auto end = std::min(text.size(), text.find_first_of(blanks, at));
        if (words.size() >= maxArraySize)
            return fail(context, me, "the text has more than 1000000 words");
        words.append(Value::string(text.substr(at, end - at)));
        at = text.find_first_not_of(blanks, end);
    }
    return Outcome::Done;
}

Outcome convertUtf8(Context &context, const Value &value, Value &result)
{
    if (value.isString())
        return giveData(context, me, value.bytes(), result);
    if (!value.isDataBlock())
        return Outcome::Done;
    const std::string_view bytes = value.bytes();
    std::string text;
    text.reserve(bytes.size());
    for (const char *p = bytes.data(), *end = p + bytes.size(); p < end;) {
        const char *start = p;
        if (nextSymbol(p, end) == notUtf8)
            appendUtf8(text, replacement);
        else
            text.append(start, p);
    }
    return giveString(context, me, text, result);
}

Outcome convertCharset(Context &context, const Value &value, const char16_t *table, Value &result)
{
    const std::string_view bytes = value.bytes();
    std::string out;
    out.reserve(bytes.size());
    if (value.isString()) {
        for (const char *p = bytes.data(), *end = p + bytes.size(); p < end;) {
            const char32_t code = nextSymbol(p, end);
            if (code < 0x80) {
                out += static_cast<char>(code);
                continue;
            }
            const char16_t *place = code < 0x10000
                ? std::find(table, table + 128, static_cast<char16_t>(code))
                : table + 128;
            out += place == table + 128 ? '?' : static_cast<char>(0x80 + (place - table));
        }
        return giveData(context, me, out, result);
    }
    if (!value.isDataBlock())
        return Outcome::Done;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            out += c;
        else
            appendUtf8(out, table[byte - 0x80] ? table[byte - 0x80] : replacement);
    }
    return giveString(context, me, out, result);
}

/// A nonce: random bytes, the minute it was made, four bytes that tell it from a made-up one. Nothing is kept secret
/// in a preview, so the key is a plain text.
constexpr std::size_t nonceTail = 8;
constexpr std::int64_t nonceMinutes = 10;

std::string nonceSeal(std::string_view body)
{
    std::string seal;
    hmac("SHA256", "nonce of the preview", body, seal);
    return seal.substr(0, 4);
}

std::uint32_t currentMinute(Context &context)
{
    return static_cast<std::uint32_t>(context.host.currentTime(context.task) / 60);
}

Outcome makeNonce(Context &context, const Value &value, Value &result)
{
    if (!value.isNumber() || value.toNumber() < 8 || value.toNumber() > 256)
        return Outcome::Done;
    const auto size = static_cast<std::size_t>(value.toNumber());
    std::string nonce;
    while (nonce.size() < size - nonceTail)
        nonce += static_cast<char>(context.host.random(context.task) & 0xff);
    const std::uint32_t minute = currentMinute(context);
    for (int shift = 24; shift >= 0; shift -= 8)
        nonce += static_cast<char>(minute >> shift & 0xff);
    nonce += nonceSeal(nonce);
    return giveData(context, me, nonce, result);
}

Outcome checkNonce(Context &context, const Value &value, Value &result)
{
    const std::string_view nonce = value.bytes();
    if (!value.isDataBlock() || nonce.size() < nonceTail || nonce.size() > 256)
        return Outcome::Done;
    const std::string_view body = nonce.substr(0, nonce.size() - 4);
    if (nonceSeal(body) != nonce.substr(body.size()))
        return Outcome::Done;
    std::uint32_t made = 0;
    for (const char c : body.substr(body.size() - 4))
        made = made << 8 | static_cast<unsigned char>(c);
    const std::int64_t age = std::int64_t(currentMinute(context)) - made;
    result = Value::boolean(age >= 0 && age <= nonceMinutes);
    return Outcome::Done;
}

/// Formats that fail with a text: their own layout or the network is not there.
Outcome convertElsewhere(std::string_view format, const Value &value, Value &result)
{
    if (format == "asn.1") {
        if (value.isArray() || value.isDataBlock())
            result = Value::string("asn.1 conversion is not available");
    } else if (value.isString() || (format == "dns-ptr" && value.isAddress())) {
        result = Value::string("host name is unknown");
    }
    return Outcome::Done;
}

Outcome convert(Context &context, Value *arguments, unsigned, Value &result)
{
    const Value &value = arguments[0];
    if (!arguments[1].isString() || arguments[1].bytes().size() > 40)
        return Outcome::Done;
    const std::string format = asciiLower(arguments[1].bytes());
    if (format == "base64")
        return convertBase64(context, value, result);
    if (format == "hex")
        return convertHex(context, value, arguments[1].bytes() == "HEX", result);
    if (format == "utfcode")
        return convertUtfCode(value, result);
    if (format == "words")
        return convertWords(context, value, result);
    if (format == "utf-8" || format == "utf8")
        return convertUtf8(context, value, result);
    if (format == "asn.1" || format == "dns-a" || format == "dns-aaaa" || format == "dns-txt" || format == "dns-ptr")
        return convertElsewhere(format, value, result);
    if (format == "gennonce")
        return makeNonce(context, value, result);
    if (format == "checknonce")
        return checkNonce(context, value, result);
    if (Ucs2 ucs2; parseUcs2(format, ucs2))
        return convertUcs2(context, value, ucs2, result);
    if (const char16_t *table = charsetTable(format))
        return convertCharset(context, value, table, result);
    return Outcome::Done;
}

} // namespace

void addConvertBuiltins(BuiltinTable &table)
{
    table.set("Convert", convert);
}

} // namespace pbx::machine
