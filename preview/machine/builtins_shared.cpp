// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include <algorithm>
#include <unordered_map>

namespace pbx::machine {

std::string_view typeName(const Value &value)
{
    switch (value.type()) {
    case Type::Null:
        return "null";
    case Type::Number:
        return "a number";
    case Type::TimeStamp:
        return "a timestamp";
    case Type::ShortString:
    case Type::LongString:
        return "a string";
    case Type::DataBlock:
        return "a datablock";
    case Type::Address:
        return "a network address";
    case Type::Array:
        return "an array";
    case Type::Dictionary:
        return "a dictionary";
    case Type::Xml:
        return "an XML object";
    case Type::Handle:
        return "a handle";
    }
    return "a value";
}

static std::string named(std::string_view builtin, std::string_view text)
{
    std::string line;
    line.reserve(builtin.size() + 2 + text.size());
    line.append(builtin).append(": ").append(text);
    return line;
}

Outcome fail(Context &context, std::string_view builtin, std::string_view text)
{
    context.error = named(builtin, text);
    return Outcome::Exception;
}

Outcome failArgument(Context &context, std::string_view builtin, unsigned index, const Value &got,
                     std::string_view expected)
{
    static constexpr std::string_view ordinals[] = {"first", "second", "third", "fourth"};
    std::string text = "the ";
    text.append(index < std::size(ordinals) ? ordinals[index] : "last").append(" argument is ");
    text.append(typeName(got)).append(", ").append(expected).append(" was expected");
    return fail(context, builtin, text);
}

void remark(Context &context, std::string_view builtin, std::string_view text)
{
    context.host.warn(context.task, named(builtin, text));
}

static Outcome tooLong(Context &context, std::string_view builtin)
{
    return fail(context, builtin, "the result would be longer than 16 MB");
}

Outcome giveString(Context &context, std::string_view builtin, std::string_view text, Value &result)
{
    if (text.size() > maxStringSize)
        return tooLong(context, builtin);
    result = Value::string(text);
    return Outcome::Done;
}

Outcome giveData(Context &context, std::string_view builtin, std::string_view bytes, Value &result)
{
    if (bytes.size() > maxStringSize)
        return tooLong(context, builtin);
    result = Value::dataBlock(bytes);
    return Outcome::Done;
}

namespace {

/// Sums saturate: a doubling structure of sixty levels must not wrap around to something small.
constexpr std::uint64_t extentCeiling = std::uint64_t(1) << 60;

void addSaturated(Extent &sum, const Extent &part)
{
    sum.elements = std::min(extentCeiling, sum.elements + part.elements);
    sum.containers = std::min(extentCeiling, sum.containers + part.containers);
    sum.bytes = std::min(extentCeiling, sum.bytes + part.bytes);
    sum.largestArray = std::max(sum.largestArray, part.largestArray);
}

class Measurer {
public:
    bool measure(const Value &value, Extent &extent, int depth)
    {
        extent.elements = std::min(extentCeiling, extent.elements + 1);
        switch (value.type()) {
        case Type::LongString:
        case Type::DataBlock:
            extent.bytes = std::min(extentCeiling, extent.bytes + value.bytes().size());
            return true;
        case Type::Array:
        case Type::Dictionary:
        case Type::Xml:
            break;
        default:
            extent.bytes = std::min(extentCeiling, extent.bytes + Value::shortCapacity);
            return true;
        }
        if (depth >= maxNesting)
            return false;
        // Only an object held twice can be met twice.
        const bool shared = value.object()->references > 1;
        if (shared) {
            if (const auto known = m_known.find(value.object()); known != m_known.end()) {
                // Not the whole truth about depth: the caller's copy or printer counts the levels once more.
                addSaturated(extent, known->second);
                return true;
            }
        }
        Extent own;
        own.containers = 1;
        if (!inside(value, own, depth + 1))
            return false;
        if (shared)
            m_known.emplace(value.object(), own);
        addSaturated(extent, own);
        return true;
    }

private:
    bool inside(const Value &value, Extent &own, int depth)
    {
        if (value.isArray()) {
            own.largestArray = value.array().size();
            for (const Value &item : value.array().items) {
                if (!measure(item, own, depth))
                    return false;
            }
        } else if (value.isDictionary()) {
            for (const auto &entry : value.dictionary().entries()) {
                own.bytes = std::min(extentCeiling, own.bytes + entry.key.bytes().size());
                if (!measure(entry.value, own, depth))
                    return false;
            }
        } else {
            const data::XmlObject &xml = value.xml();
            own.bytes += 2 * xml.name.size();
            for (const auto &[prefix, space] : xml.namespaces)
                own.bytes += prefix.size() + space.size();
            for (const auto &attribute : xml.attributes)
                own.bytes += attribute.name.size() + attribute.value.size();
            for (const Value &part : xml.body) {
                if (!measure(part, own, depth))
                    return false;
            }
        }
        return true;
    }

    std::unordered_map<const data::Object *, Extent> m_known;
};

} // namespace

bool measure(const Value &value, Extent &extent)
{
    Measurer measurer;
    return measurer.measure(value, extent, 0);
}

Outcome checkExtent(Context &context, std::string_view builtin, const Value &value, std::size_t elementCost)
{
    if (!value.isArray() && !value.isDictionary() && !value.isXml())
        return Outcome::Done;
    Extent extent;
    if (!measure(value, extent))
        return fail(context, builtin, "the value is nested deeper than 1000 levels or contains itself");
    if (extent.elements > 8 * maxArraySize || extent.bytes > 4 * maxStringSize)
        return fail(context, builtin, "the value is too large");
    // The machine looks at the meter only after the built-in.
    constexpr std::uint64_t containerCost = 128;
    const std::uint64_t needed = extent.elements * elementCost + extent.containers * containerCost;
    const data::MemoryMeter &meter = data::memoryMeter;
    if (meter.limit < meter.used || needed > meter.limit - meter.used)
        return fail(context, builtin, "there is not enough memory for the result");
    return Outcome::Done;
}

Outcome notationOf(Context &context, std::string_view builtin, const Value &value, std::string &text)
{
    if (const Outcome outcome = checkExtent(context, builtin, value); outcome != Outcome::Done)
        return outcome;
    auto printed = data::printNotation(value);
    if (!printed)
        return fail(context, builtin, printed.error());
    text = std::move(*printed);
    return text.size() > maxStringSize ? tooLong(context, builtin) : Outcome::Done;
}

char32_t nextSymbol(const char *&p, const char *end)
{
    const data::Utf8Character read = data::readUtf8({p, static_cast<std::size_t>(end - p)}, 0);
    p += read.size ? read.size : 1;
    return read.size ? read.code : notUtf8;
}

static char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lowerAscii, lowerAscii);
}

std::string asciiLower(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), lowerAscii);
    return lower;
}

} // namespace pbx::machine
