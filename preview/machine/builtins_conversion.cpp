// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include "preview/machine/xml_values.h"

/// Group conversion: the data notation, base64 and its relatives. Convert has a file of its own.
namespace pbx::machine {

namespace {

Outcome objectToString(Context &context, Value *arguments, unsigned, Value &result)
{
    std::string text;
    if (const Outcome outcome = notationOf(context, "ObjectToString", arguments[0], text); outcome != Outcome::Done)
        return outcome;
    result = Value::string(text);
    return Outcome::Done;
}

Outcome toObject(Context &context, Value *arguments, unsigned, Value &result)
{
    if (arguments[0].isXml()) {
        if (const Outcome outcome = checkExtent(context, "ToObject", arguments[0]); outcome != Outcome::Done)
            return outcome;
        result = valueFromXml(arguments[0].xml());
        return Outcome::Done;
    }
    if (!arguments[0].isString() && !arguments[0].isDataBlock())
        return failArgument(context, "ToObject", 0, arguments[0], "a string, datablock or XML object");
    const std::string_view text = arguments[0].bytes();
    auto document = data::readNotation(text);
    if (!document)
        return Outcome::Done;
    if (text.size() > maxArraySize) { // a shorter text can't make a larger array
        Extent extent;
        if (!measure(document->value, extent) || extent.largestArray > maxArraySize)
            return fail(context, "ToObject", "the text has an array of more than 1000000 elements");
    }
    result = std::move(document->value);
    return Outcome::Done;
}

using Encoder = std::string (*)(std::string_view);
using Decoder = bool (*)(std::string_view, std::string &);

Outcome encode(Context &context, std::string_view builtin, Encoder encoder, const Value &value, Value &result)
{
    if (!value.isString() && !value.isDataBlock())
        return failArgument(context, builtin, 0, value, "a string or datablock");
    return giveString(context, builtin, encoder(value.bytes()), result);
}

Outcome decode(Context &context, std::string_view builtin, Decoder decoder, const Value &value, Value &result)
{
    if (!value.isString())
        return failArgument(context, builtin, 0, value, "a string");
    std::string bytes;
    if (decoder(value.bytes(), bytes))
        result = Value::dataBlock(bytes);
    else
        remark(context, builtin, "the text has signs outside the alphabet; the result is null");
    return Outcome::Done;
}

Outcome base64Encode(Context &context, Value *arguments, unsigned, Value &result)
{
    return encode(context, "Base64Encode", data::encodeBase64, arguments[0], result);
}

Outcome base64Decode(Context &context, Value *arguments, unsigned, Value &result)
{
    return decode(context, "Base64Decode", data::decodeBase64, arguments[0], result);
}

Outcome base64UrlEncode(Context &context, Value *arguments, unsigned, Value &result)
{
    return encode(context, "Base64UrlEncode", encodeBase64Url, arguments[0], result);
}

Outcome base64UrlDecode(Context &context, Value *arguments, unsigned, Value &result)
{
    return decode(context, "Base64UrlDecode", decodeBase64Url, arguments[0], result);
}

Outcome base32Encode(Context &context, Value *arguments, unsigned, Value &result)
{
    return encode(context, "Base32Encode", encodeBase32, arguments[0], result);
}

Outcome base32Decode(Context &context, Value *arguments, unsigned, Value &result)
{
    return decode(context, "Base32Decode", decodeBase32, arguments[0], result);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

std::string encodeBase64Url(std::string_view bytes)
{
    std::string text = data::encodeBase64(bytes);
    while (text.ends_with('='))
        text.pop_back();
    for (char &c : text)
        c = c == '+' ? '-' : c == '/' ? '_' : c;
    return text;
}

bool decodeBase64Url(std::string_view text, std::string &bytes)
{
    std::string standard(text);
    for (char &c : standard) {
        if (c == '+' || c == '/')
            return false;
        c = c == '-' ? '+' : c == '_' ? '/' : c;
    }
    return data::decodeBase64(standard, bytes);
}

std::string encodeBase32(std::string_view bytes)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    text.reserve((bytes.size() + 4) / 5 * 8);
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : bytes) {
        held = held << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5; bits -= 5)
            text += alphabet[held >> (bits - 5) & 31];
        held &= 31; // at most 4 bits wait
    }
    if (bits > 0)
        text += alphabet[held << (5 - bits) & 31];
    while (text.size() % 8 != 0)
        text += '=';
    return text;
}

bool decodeBase32(std::string_view text, std::string &bytes)
{
    std::uint32_t held = 0;
    int bits = 0;
    std::size_t signs = 0;
    std::size_t padding = 0;
    for (const char c : text) {
        if (isBlank(c))
            continue;
        if (c == '=') {
            ++padding;
            continue;
        }
        std::uint32_t digit = 0;
        if (c >= 'A' && c <= 'Z')
            digit = static_cast<std::uint32_t>(c - 'A');
        else if (c >= 'a' && c <= 'z')
            digit = static_cast<std::uint32_t>(c - 'a');
        else if (c >= '2' && c <= '7')
            digit = static_cast<std::uint32_t>(c - '2' + 26);
        else
            return false;
        if (padding > 0)
            return false;
        ++signs;
        held = (held << 5 | digit) & 0xfff;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(held >> bits & 0xff);
        }
    }
    // 1, 3 and 6 signs are no whole bytes.
    const std::size_t rest = signs % 8;
    return rest != 1 && rest != 3 && rest != 6 && padding < 8;
}

void addConversionBuiltins(BuiltinTable &table)
{
    table.set("ObjectToString", objectToString);
    table.set("ToObject", toObject);
    table.set("TextToObject", toObject); // an older name (cgpl-language, section 8)
    table.set("Base64Encode", base64Encode);
    table.set("Base64Decode", base64Decode);
    table.set("Base64UrlEncode", base64UrlEncode);
    table.set("Base64UrlDecode", base64UrlDecode);
    table.set("Base32Encode", base32Encode);
    table.set("Base32Decode", base32Decode);
}

} // namespace pbx::machine
