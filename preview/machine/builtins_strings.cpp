// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include <algorithm>
#include <charconv>
#include <cstring>

/// Group strings, but for FindRegEx. Most of these stand in programs' inner loops.
namespace pbx::machine {

namespace {

Outcome isString(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].isString());
    return Outcome::Done;
}

Outcome string(Context &context, Value *arguments, unsigned, Value &result)
{
    Value &value = arguments[0];
    switch (value.type()) {
    case Type::Null:
        return Outcome::Done;
    case Type::ShortString:
    case Type::LongString:
        result = std::move(value);
        return Outcome::Done;
    case Type::Number: {
        char digits[24];
        const char *end = std::to_chars(digits, digits + sizeof digits, value.toNumber()).ptr;
        result = Value::string({digits, static_cast<std::size_t>(end - digits)});
        return Outcome::Done;
    }
    case Type::DataBlock:
        return giveString(context, "String", value.bytes(), result);
    default:
        break;
    }
    if (const Outcome outcome = checkExtent(context, "String", value); outcome != Outcome::Done)
        return outcome;
    const auto text = data::printText(value);
    if (!text)
        return fail(context, "String", text.error());
    return giveString(context, "String", *text, result);
}

/// The part of `size` units that `from` and `len` mean: first unit and number of units.
struct Part {
    std::size_t start = 0;
    std::size_t count = 0;
};
Part partOf(std::size_t size, std::int64_t from, std::int64_t len)
{
    const auto wanted = static_cast<std::uint64_t>(len);
    if (from >= 0) {
        const auto start = static_cast<std::uint64_t>(from);
        if (start >= size)
            return {};
        return {start, std::min<std::uint64_t>(wanted, size - start)};
    }
    const auto cut = static_cast<std::uint64_t>(-1 - from);
    if (cut >= size)
        return {};
    const std::size_t end = size - cut;
    const std::size_t count = std::min<std::uint64_t>(wanted, end);
    return {end - count, count};
}

bool partArguments(const Value *arguments)
{
    return arguments[1].isNumber() && arguments[2].isNumber() && arguments[2].toNumber() >= 0;
}

Outcome substring(Context &, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isString() || !partArguments(arguments))
        return Outcome::Done;
    const std::string_view text = arguments[0].bytes();
    const Part part = partOf(text.size(), arguments[1].toNumber(), arguments[2].toNumber());
    result = Value::string({text.data() + part.start, part.count});
    return Outcome::Done;
}

const char *stepForward(const char *p, const char *end)
{
    nextSymbol(p, end);
    return p;
}

/// Bytes that are no part of a valid sequence count alone, from both sides alike: a sequence holds one lead byte.
const char *stepBack(const char *p, const char *begin)
{
    for (int back = 1; back <= 4 && p - back >= begin; ++back) {
        const char *lead = p - back;
        if ((static_cast<unsigned char>(*lead) & 0xc0) != 0x80)
            return stepForward(lead, p) == p ? lead : p - 1;
    }
    return p - 1;
}

std::string_view symbols(std::string_view text, std::int64_t from, std::int64_t len)
{
    const char *begin = text.data();
    const char *end = begin + text.size();
    if (from >= 0) {
        while (from > 0 && begin < end) {
            begin = stepForward(begin, end);
            --from;
        }
        const char *stop = begin;
        while (len > 0 && stop < end) {
            stop = stepForward(stop, end);
            --len;
        }
        return {begin, static_cast<std::size_t>(stop - begin)};
    }
    while (from < -1 && end > begin) {
        end = stepBack(end, begin);
        ++from;
    }
    const char *start = end;
    while (len > 0 && start > begin) {
        start = stepBack(start, begin);
        --len;
    }
    return {start, static_cast<std::size_t>(end - start)};
}

Outcome range(Context &, Value *arguments, unsigned, Value &result)
{
    if (!partArguments(arguments))
        return Outcome::Done;
    const std::int64_t from = arguments[1].toNumber();
    const std::int64_t len = arguments[2].toNumber();
    const std::string_view bytes = arguments[0].bytes();
    if (arguments[0].isString()) {
        result = Value::string(symbols(bytes, from, len));
    } else if (arguments[0].isDataBlock()) {
        const Part part = partOf(bytes.size(), from, len);
        result = Value::dataBlock({bytes.data() + part.start, part.count});
    }
    return Outcome::Done;
}

std::int64_t findFirst(std::string_view text, std::string_view wanted, std::size_t start)
{
    if (start > text.size())
        return -1;
    if (wanted.empty())
        return static_cast<std::int64_t>(start);
    const void *found = wanted.size() == 1
        ? std::memchr(text.data() + start, wanted.front(), text.size() - start)
        : memmem(text.data() + start, text.size() - start, wanted.data(), wanted.size());
    return found ? static_cast<const char *>(found) - text.data() : -1;
}

std::int64_t findLast(std::string_view text, std::string_view wanted)
{
    if (wanted.size() > text.size())
        return -1;
    if (wanted.empty())
        return static_cast<std::int64_t>(text.size());
    if (wanted.size() == 1) {
        const void *found = memrchr(text.data(), wanted.front(), text.size());
        return found ? static_cast<const char *>(found) - text.data() : -1;
    }
    // Trying each place costs the product of both lengths; memmem on mirrored texts does not.
    if (text.size() * wanted.size() > (std::size_t(1) << 20)) {
        const std::string mirrored(text.rbegin(), text.rend());
        const std::string mirroredWanted(wanted.rbegin(), wanted.rend());
        const auto found = findFirst(mirrored, mirroredWanted, 0);
        return found < 0 ? -1 : static_cast<std::int64_t>(text.size() - wanted.size()) - found;
    }
    const auto found = text.rfind(wanted);
    return found == std::string_view::npos ? -1 : static_cast<std::int64_t>(found);
}

Outcome findSubstring(Context &, Value *arguments, unsigned count, Value &result)
{
    std::int64_t position = -1;
    std::int64_t offset = 0;
    bool valid = arguments[0].isString() && arguments[1].isString();
    if (present(arguments, count, 2)) {
        valid = valid && arguments[2].isNumber();
        offset = valid ? arguments[2].toNumber() : 0;
    }
    if (valid) {
        const std::string_view text = arguments[0].bytes();
        if (offset >= 0) {
            position = findFirst(text, arguments[1].bytes(), static_cast<std::size_t>(offset));
        } else if (const auto cut = static_cast<std::uint64_t>(-1 - offset); cut <= text.size()) {
            position = findLast(text.substr(0, text.size() - cut), arguments[1].bytes());
        }
    }
    result.setNumber(position);
    return Outcome::Done;
}

Outcome eol(Context &, Value *, unsigned, Value &result)
{
    result = Value::string("\n");
    return Outcome::Done;
}

Outcome crlf(Context &, Value *, unsigned, Value &result)
{
    result = Value::string("\r\n");
    return Outcome::Done;
}

bool isAscii(std::string_view text)
{
    unsigned char all = 0;
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

template<char First>
void mapAscii(std::string_view text, char *to)
{
    for (const char c : text)
        *to++ = static_cast<char>(c ^ ((static_cast<unsigned char>(c - First) < 26) << 5));
}

template<char First, std::string (*Map)(std::string_view)>
Outcome changeCase(Context &context, std::string_view builtin, const Value &argument, Value &result)
{
    if (!argument.isString())
        return Outcome::Done;
    const std::string_view text = argument.bytes();
    if (!isAscii(text))
        return giveString(context, builtin, Map(text), result);
    result = makeString(text.size(), [text](char *to) { mapAscii<First>(text, to); });
    return Outcome::Done;
}

Outcome toUpperCase(Context &context, Value *arguments, unsigned, Value &result)
{
    return changeCase<'a', data::upperCase>(context, "ToUpperCase", arguments[0], result);
}

Outcome toLowerCase(Context &context, Value *arguments, unsigned, Value &result)
{
    return changeCase<'A', data::foldCase>(context, "ToLowerCase", arguments[0], result);
}

Outcome isDigit(Context &, Value *arguments, unsigned, Value &result)
{
    const std::string_view text = arguments[0].isShortString() ? arguments[0].bytes() : std::string_view();
    result = Value::boolean(text.size() == 1 && text[0] >= '0' && text[0] <= '9');
    return Outcome::Done;
}

Outcome isWhiteSpaces(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].isString()
                            && arguments[0].bytes().find_first_not_of(" \t\r\n") == std::string_view::npos);
    return Outcome::Done;
}

Outcome emailDomainPart(Context &, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isString())
        return Outcome::Done;
    const std::string_view address = arguments[0].bytes();
    if (const auto at = address.find('@'); at != std::string_view::npos)
        result = Value::string(address.substr(at + 1));
    return Outcome::Done;
}

Outcome emailUserPart(Context &, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isString())
        return Outcome::Done;
    const std::string_view address = arguments[0].bytes();
    if (const auto at = address.find('@'); at != std::string_view::npos)
        result = Value::string(address.substr(0, at));
    else
        result = std::move(arguments[0]);
    return Outcome::Done;
}

} // namespace

void addStringBuiltins(BuiltinTable &table)
{
    table.set("IsString", isString);
    table.set("String", string);
    table.set("Substring", substring);
    table.set("FindSubstring", findSubstring);
    table.set("Range", range);
    table.set("EOL", eol);
    table.set("CRLF", crlf);
    table.set("ToUpperCase", toUpperCase);
    table.set("ToLowerCase", toLowerCase);
    table.set("IsDigit", isDigit);
    table.set("IsWhiteSpaces", isWhiteSpaces);
    table.set("EmailDomainPart", emailDomainPart);
    table.set("EmailUserPart", emailUserPart);
}

} // namespace pbx::machine
