// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/data/utf8.h"
#include "preview/machine/builtin_table.h"
#include "preview/machine/host.h"
#include "preview/machine/task.h"

#include <cstdint>
#include <string>
#include <string_view>

/// What the files of core built-ins share. Private to this room.
namespace pbx::machine {

using data::Type;
using data::Value;

/// Bounds of cgpl-language, section 13.
inline constexpr std::size_t maxStringSize = std::size_t(16) << 20;
inline constexpr std::size_t maxArraySize = 1'000'000;
inline constexpr int maxNesting = 1000;

/// One function a file.
void addGeneralBuiltins(BuiltinTable &table);
void addStringBuiltins(BuiltinTable &table);
void addRegexBuiltins(BuiltinTable &table);
void addTimeBuiltins(BuiltinTable &table);
void addAddressBuiltins(BuiltinTable &table);
void addContainerBuiltins(BuiltinTable &table);
void addConversionBuiltins(BuiltinTable &table);
void addConvertBuiltins(BuiltinTable &table);
void addJsonBuiltins(BuiltinTable &table);
void addXmlBuiltins(BuiltinTable &table);
void addCryptoBuiltins(BuiltinTable &table);

/// "null", "a string", "an array" …, for messages.
std::string_view typeName(const Value &value);

/// Ends the built-in with a program exception: "BUILTIN: TEXT".
Outcome fail(Context &context, std::string_view builtin, std::string_view text);
/// "BUILTIN: the first argument is null, an array was expected".
Outcome failArgument(Context &context, std::string_view builtin, unsigned index, const Value &got,
                     std::string_view expected);
/// A remark for the host: "BUILTIN: TEXT".
void remark(Context &context, std::string_view builtin, std::string_view text);

/// The result, or the exception for a text above maxStringSize.
Outcome giveString(Context &context, std::string_view builtin, std::string_view text, Value &result);
Outcome giveData(Context &context, std::string_view builtin, std::string_view bytes, Value &result);

/// A string of that size filled in place by fill(char *); nothing is allocated for up to 12 bytes.
template<typename Fill>
Value makeString(std::size_t size, Fill &&fill)
{
    if (size <= Value::shortCapacity) {
        char buffer[16]; // a whole vector, so that gcc sees that unrolled loops stay inside
        fill(buffer);
        return Value::string({buffer, size});
    }
    data::StringObject *object = data::StringObject::make(size, size);
    fill(object->data());
    return Value::adopt(Type::LongString, object);
}

/// How much a value holds when every shared part is counted each time it is met: what a copy or a text would need.
struct Extent {
    std::uint64_t elements = 0;
    std::uint64_t containers = 0;
    std::uint64_t bytes = 0;
    std::uint64_t largestArray = 0;
};
/// False: nested deeper than maxNesting, or in a circle. Time: proportional to the distinct objects.
bool measure(const Value &value, Extent &extent);
/// Exception for a value that can't be copied or printed within the bounds and the memory left; Done when it can.
/// `elementCost`: bytes the result takes for each element.
Outcome checkExtent(Context &context, std::string_view builtin, const Value &value, std::size_t elementCost = 16);

/// The printed notation of a value, bounded. Outcome::Done and the text, or the exception.
Outcome notationOf(Context &context, std::string_view builtin, const Value &value, std::string &text);

/// An optional argument: absent and null are the same.
inline bool present(const Value *arguments, unsigned count, unsigned index)
{
    return index < count && !arguments[index].isNull();
}

/// The code point at p, which is moved behind it; a byte that is not UTF-8 gives `notUtf8` and is skipped alone.
inline constexpr char32_t notUtf8 = 0xffffffff;
char32_t nextSymbol(const char *&p, const char *end);
using data::appendUtf8;

bool decodeBase16(std::string_view text, std::string &bytes);
std::string encodeBase16(std::string_view bytes, bool capitals);
/// Standard alphabet of RFC 4648 with padding.
std::string encodeBase32(std::string_view bytes);
/// Any case, blanks and line ends skipped, padding may be missing.
bool decodeBase32(std::string_view text, std::string &bytes);
std::string encodeBase64Url(std::string_view bytes);
bool decodeBase64Url(std::string_view text, std::string &bytes);

/// Digests by any usual name (MD5, SHA1, SHA-1, SHA224 … SHA512, any case); false for another name.
bool digest(std::string_view algorithm, std::string_view bytes, std::string &result);
bool hmac(std::string_view algorithm, std::string_view key, std::string_view bytes, std::string &result);

/// The upper half of an eight-bit charset (name in lower case), 0 for places without a symbol; null for another name.
const char16_t *charsetTable(std::string_view name);

/// Equal but for the case of ASCII letters.
bool equalIgnoringCase(std::string_view a, std::string_view b);
std::string asciiLower(std::string_view text);

} // namespace pbx::machine
