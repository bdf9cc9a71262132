// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

/// Groups arrays, dictionaries and data. AddElement serves XML objects too.
namespace pbx::machine {

namespace {

Outcome isArray(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].isArray());
    return Outcome::Done;
}

Outcome newArray(Context &, Value *, unsigned, Value &result)
{
    result = Value::newArray();
    return Outcome::Done;
}

Outcome invert(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isArray())
        return failArgument(context, "Invert", 0, arguments[0], "an array");
    const data::ValueList &items = arguments[0].array().items;
    result = Value::newArray();
    data::ArrayObject &inverted = result.array();
    for (std::size_t i = items.size(); i > 0; --i)
        inverted.append(items[i - 1]);
    return Outcome::Done;
}

Outcome find(Context &, Value *arguments, unsigned, Value &result)
{
    std::int64_t index = -1;
    if (arguments[0].isArray()) {
        const data::ValueList &items = arguments[0].array().items;
        const auto found = std::ranges::find_if(items, [&](const Value &v) { return data::equal(v, arguments[1]); });
        if (found != items.end())
            index = found - items.begin();
    }
    result.setNumber(index);
    return Outcome::Done;
}

/// Whether `wanted` is `root` or stands somewhere inside it.
bool holdsXml(const data::XmlObject &root, const data::XmlObject &wanted)
{
    std::vector<const data::XmlObject *> waiting{&root};
    std::unordered_set<const data::XmlObject *> seen;
    while (!waiting.empty()) {
        const data::XmlObject *current = waiting.back();
        waiting.pop_back();
        if (current == &wanted)
            return true;
        for (const Value &part : current->body) {
            // Only a part held twice can be met twice.
            if (part.isXml() && (part.xml().references == 1 || seen.insert(&part.xml()).second))
                waiting.push_back(&part.xml());
        }
    }
    return false;
}

Outcome addToXml(Context &context, data::XmlObject &target, Value &element)
{
    if (!element.isString() && !element.isXml())
        return failArgument(context, "AddElement", 1, element, "a string or an XML object");
    if (element.isXml() && holdsXml(element.xml(), target))
        return fail(context, "AddElement", "an XML object can't be put into itself");
    if (target.body.size() >= maxArraySize)
        return fail(context, "AddElement", "the XML object already has 1000000 parts");
    target.body.push_back(std::move(element));
    return Outcome::Done;
}

Outcome addElement(Context &context, Value *arguments, unsigned, Value &)
{
    if (arguments[0].isXml())
        return addToXml(context, arguments[0].xml(), arguments[1]);
    if (!arguments[0].isArray())
        return failArgument(context, "AddElement", 0, arguments[0], "an array or XML object");
    data::ArrayObject &array = arguments[0].array();
    if (array.size() >= maxArraySize)
        return fail(context, "AddElement", "the array already has 1000000 elements");
    array.append(std::move(arguments[1]));
    return Outcome::Done;
}

/// An index from a number or from decimal digits in a string. False: the exception is set.
bool readIndex(Context &context, std::string_view builtin, const Value &value, std::int64_t limit, std::int64_t &index)
{
    bool inside = false;
    if (value.isNumber()) {
        index = value.toNumber();
        inside = index >= 0 && index <= limit;
    } else {
        const std::string_view digits = value.isString() ? value.bytes() : std::string_view();
        if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
            failArgument(context, builtin, 1, value, "an index (a number or decimal digits)");
            return false;
        }
        index = 0;
        inside = true;
        for (std::size_t i = 0; i < digits.size() && inside; ++i) {
            index = index * 10 + (digits[i] - '0');
            inside = index <= limit;
        }
    }
    if (!inside) {
        const std::string shown = value.isNumber() ? std::to_string(index) : std::string(value.bytes().substr(0, 32));
        fail(context, builtin,
             "the index " + shown + " is outside 0 to " + std::to_string(limit < 0 ? 0 : limit)
                 + (limit < 0 ? " (the array is empty)" : ""));
    }
    return inside;
}

Outcome removeElement(Context &context, Value *arguments, unsigned, Value &)
{
    if (!arguments[0].isArray())
        return failArgument(context, "RemoveElement", 0, arguments[0], "an array");
    data::ArrayObject &array = arguments[0].array();
    std::int64_t index = 0;
    if (!readIndex(context, "RemoveElement", arguments[1], static_cast<std::int64_t>(array.size()) - 1, index))
        return Outcome::Exception;
    array.remove(static_cast<std::size_t>(index));
    return Outcome::Done;
}

Outcome insertElement(Context &context, Value *arguments, unsigned, Value &)
{
    if (!arguments[0].isArray())
        return failArgument(context, "InsertElement", 0, arguments[0], "an array");
    data::ArrayObject &array = arguments[0].array();
    std::int64_t index = 0;
    if (!readIndex(context, "InsertElement", arguments[1], static_cast<std::int64_t>(array.size()), index))
        return Outcome::Exception;
    if (array.size() >= maxArraySize)
        return fail(context, "InsertElement", "the array already has 1000000 elements");
    array.insert(static_cast<std::size_t>(index), std::move(arguments[2]));
    return Outcome::Done;
}

Outcome sortStrings(Context &context, Value *arguments, unsigned, Value &)
{
    if (!arguments[0].isArray())
        return failArgument(context, "SortStrings", 0, arguments[0], "an array");
    data::ValueList &items = arguments[0].array().items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].isString())
            return fail(context, "SortStrings",
                        "element " + std::to_string(i) + " is " + std::string(typeName(items[i]))
                            + ", a string was expected");
    }
    // Bytes of UTF-8 order as code points do.
    std::vector<std::pair<std::string, Value>> keyed;
    keyed.reserve(items.size());
    for (Value &item : items)
        keyed.emplace_back(data::foldCase(item.bytes()), std::move(item));
    std::ranges::stable_sort(keyed, {}, [](const auto &entry) -> const std::string & { return entry.first; });
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i] = std::move(keyed[i].second);
    return Outcome::Done;
}

Outcome isDictionary(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].isDictionary());
    return Outcome::Done;
}

Outcome newDictionary(Context &, Value *, unsigned, Value &result)
{
    result = Value::newDictionary();
    return Outcome::Done;
}

Outcome setCaseSensitive(Context &context, Value *arguments, unsigned, Value &)
{
    if (!arguments[0].isDictionary())
        return failArgument(context, "SetCaseSensitive", 0, arguments[0], "a dictionary");
    arguments[0].dictionary().setCaseSensitive(arguments[1].isTrue());
    return Outcome::Done;
}

Outcome isData(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].isDataBlock());
    return Outcome::Done;
}

Outcome randomData(Context &context, Value *arguments, unsigned, Value &result)
{
    constexpr std::int64_t most = 4096;
    if (!arguments[0].isNumber() || arguments[0].toNumber() < 1 || arguments[0].toNumber() > most) {
        remark(context, "RandomData", "a length from 1 to 4096 was expected; the result is null");
        return Outcome::Done;
    }
    const auto size = static_cast<std::size_t>(arguments[0].toNumber());
    std::string bytes;
    while (bytes.size() < size) {
        std::uint64_t word = context.host.random(context.task);
        for (int i = 0; i < 8; ++i, word >>= 8)
            bytes += static_cast<char>(word & 0xff);
    }
    result = Value::dataBlock(std::string_view(bytes).substr(0, size));
    return Outcome::Done;
}

Outcome emptyData(Context &, Value *, unsigned, Value &result)
{
    result = Value::dataBlock({});
    return Outcome::Done;
}

} // namespace

void addContainerBuiltins(BuiltinTable &table)
{
    table.set("IsArray", isArray);
    table.set("NewArray", newArray);
    table.set("Invert", invert);
    table.set("Find", find);
    table.set("AddElement", addElement);
    table.set("RemoveElement", removeElement);
    table.set("InsertElement", insertElement);
    table.set("SortStrings", sortStrings);
    table.set("IsDictionary", isDictionary);
    table.set("NewDictionary", newDictionary);
    table.set("SetCaseSensitive", setCaseSensitive);
    table.set("IsData", isData);
    table.set("RandomData", randomData);
    table.set("EmptyData", emptyData);
}

} // namespace pbx::machine
