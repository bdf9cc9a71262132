// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include "preview/machine/xml_values.h"

#include <algorithm>

/// Group xml, and the XML form of values.
namespace pbx::machine {

namespace {

// Attributes and declarations are searched one by one.
constexpr std::size_t maxAttributes = 10'000;

bool isXmlName(std::string_view name)
{
    if (name.empty())
        return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool start = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
            || static_cast<unsigned char>(c) >= 0x80;
        const bool later = (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (!start && (i == 0 || !later))
            return false;
    }
    return true;
}

bool isStringOrNull(const Value &value)
{
    return value.isNull() || value.isString();
}

/// The text of an optional argument, empty when absent or null. False: the exception is set.
bool optionalText(Context &context, std::string_view builtin, const Value *arguments, unsigned count, unsigned index,
                  std::string_view &text)
{
    text = {};
    if (!present(arguments, count, index))
        return true;
    if (!arguments[index].isString()) {
        failArgument(context, builtin, index, arguments[index], "a string or null");
        return false;
    }
    text = arguments[index].bytes();
    return true;
}

bool optionalPrefix(Context &context, std::string_view builtin, const Value *arguments, unsigned count, unsigned index,
                    std::string_view &prefix)
{
    if (!optionalText(context, builtin, arguments, count, index, prefix))
        return false;
    if (!prefix.empty() && !isXmlName(prefix)) {
        fail(context, builtin, "the prefix is not a valid XML name");
        return false;
    }
    return true;
}

Outcome notXml(Context &context, std::string_view builtin, const Value &got)
{
    return failArgument(context, builtin, 0, got, "an XML object");
}

using Namespaces = std::vector<std::pair<std::string, std::string>>;

auto findPrefix(auto &namespaces, std::string_view prefix)
{
    return std::ranges::find(namespaces, prefix, [](const auto &entry) { return std::string_view(entry.first); });
}

Outcome declare(Context &context, std::string_view builtin, data::XmlObject &xml, std::string_view prefix,
                std::string_view space)
{
    if (const auto known = findPrefix(xml.namespaces, prefix); known != xml.namespaces.end()) {
        known->second = space;
        return Outcome::Done;
    }
    if (xml.namespaces.size() >= maxAttributes)
        return fail(context, builtin, "the element already has 10000 declarations");
    xml.namespaces.emplace_back(prefix, space);
    return Outcome::Done;
}

Outcome isXml(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].isXml());
    return Outcome::Done;
}

Outcome newXml(Context &context, Value *arguments, unsigned count, Value &result)
{
    constexpr std::string_view me = "NewXML";
    if (!arguments[0].isString())
        return failArgument(context, me, 0, arguments[0], "a string");
    if (!isXmlName(arguments[0].bytes()))
        return fail(context, me, "the first argument is not a valid XML name");
    std::string_view prefix;
    std::string_view space;
    if (!optionalPrefix(context, me, arguments, count, 1, prefix)
        || !optionalText(context, me, arguments, count, 2, space))
        return Outcome::Exception;
    result = data::makeXml(arguments[0].toStdString(), std::string(prefix));
    return present(arguments, count, 2) ? declare(context, me, result.xml(), prefix, space) : Outcome::Done;
}

Outcome setNamespace(Context &context, Value *arguments, unsigned count, Value &)
{
    constexpr std::string_view me = "SetNamespace";
    if (!arguments[0].isXml())
        return notXml(context, me, arguments[0]);
    if (!isStringOrNull(arguments[1]))
        return failArgument(context, me, 1, arguments[1], "a string or null");
    std::string_view prefix;
    if (!optionalPrefix(context, me, arguments, count, 2, prefix))
        return Outcome::Exception;
    data::XmlObject &xml = arguments[0].xml();
    if (!arguments[1].isNull())
        return declare(context, me, xml, prefix, arguments[1].bytes());
    if (const auto known = findPrefix(xml.namespaces, prefix); known != xml.namespaces.end())
        xml.namespaces.erase(known);
    return Outcome::Done;
}

Outcome getNamespace(Context &context, Value *arguments, unsigned count, Value &result)
{
    constexpr std::string_view me = "GetNamespace";
    if (!arguments[0].isXml())
        return notXml(context, me, arguments[0]);
    std::string_view prefix;
    if (!optionalText(context, me, arguments, count, 1, prefix))
        return Outcome::Exception;
    const Namespaces &namespaces = arguments[0].xml().namespaces;
    if (const auto known = findPrefix(namespaces, prefix); known != namespaces.end())
        result = Value::string(known->second);
    return Outcome::Done;
}

Outcome getPrefix(Context &context, Value *arguments, unsigned, Value &result)
{
    constexpr std::string_view me = "GetPrefix";
    if (!arguments[0].isXml())
        return notXml(context, me, arguments[0]);
    if (!arguments[1].isString())
        return failArgument(context, me, 1, arguments[1], "a string");
    for (const auto &[prefix, space] : arguments[0].xml().namespaces) {
        if (space == arguments[1].bytes()) {
            result = Value::string(prefix);
            break;
        }
    }
    return Outcome::Done;
}

auto findAttribute(auto &attributes, std::string_view name, std::string_view prefix)
{
    return std::ranges::find_if(attributes, [=](const data::XmlObject::Attribute &attribute) {
        return attribute.name == name && attribute.prefix == prefix;
    });
}

Outcome setAttribute(Context &context, Value *arguments, unsigned count, Value &)
{
    constexpr std::string_view me = "SetAttribute";
    if (!arguments[0].isXml())
        return notXml(context, me, arguments[0]);
    if (!isStringOrNull(arguments[1]))
        return failArgument(context, me, 1, arguments[1], "a string or null");
    if (!arguments[2].isString())
        return failArgument(context, me, 2, arguments[2], "a string");
    const std::string_view name = arguments[2].bytes();
    if (!isXmlName(name))
        return fail(context, me, "the third argument is not a valid XML name");
    std::string_view prefix;
    if (!optionalPrefix(context, me, arguments, count, 3, prefix))
        return Outcome::Exception;
    if (prefix == "xmlns" || (prefix.empty() && name == "xmlns"))
        return fail(context, me, "xmlns is not an attribute; use SetNamespace");
    auto &attributes = arguments[0].xml().attributes;
    const auto known = findAttribute(attributes, name, prefix);
    if (arguments[1].isNull()) {
        if (known != attributes.end())
            attributes.erase(known);
    } else if (known != attributes.end()) {
        known->value = arguments[1].bytes();
    } else if (attributes.size() >= maxAttributes) {
        return fail(context, me, "the element already has 10000 attributes");
    } else {
        attributes.push_back({std::string(name), std::string(prefix), arguments[1].toStdString()});
    }
    return Outcome::Done;
}

Outcome getAttribute(Context &context, Value *arguments, unsigned count, Value &result)
{
    constexpr std::string_view me = "GetAttribute";
    if (!arguments[0].isXml())
        return notXml(context, me, arguments[0]);
    const auto &attributes = arguments[0].xml().attributes;
    if (arguments[1].isNumber()) {
        const auto index = static_cast<std::uint64_t>(arguments[1].toNumber());
        if (index < attributes.size()) {
            result = Value::newArray();
            result.array().append(Value::string(attributes[index].name));
            result.array().append(Value::string(attributes[index].prefix));
        }
        return Outcome::Done;
    }
    if (!arguments[1].isString())
        return failArgument(context, me, 1, arguments[1], "a string or a number");
    std::string_view prefix;
    if (!optionalText(context, me, arguments, count, 2, prefix))
        return Outcome::Exception;
    if (const auto known = findAttribute(attributes, arguments[1].bytes(), prefix); known != attributes.end())
        result = Value::string(known->value);
    return Outcome::Done;
}

/// The namespace of an element by its own declarations or its parent's; empty: none.
std::string_view resolvedNamespace(const data::XmlObject &element, const data::XmlObject &parent)
{
    for (const data::XmlObject *place : {&element, &parent}) {
        if (const auto known = findPrefix(place->namespaces, element.prefix); known != place->namespaces.end())
            return known->second;
    }
    return {};
}

Outcome xmlBody(Context &context, Value *arguments, unsigned count, Value &result)
{
    constexpr std::string_view me = "XMLBody";
    if (!arguments[0].isXml())
        return notXml(context, me, arguments[0]);
    std::string_view type;
    std::string_view space;
    if (!optionalText(context, me, arguments, count, 1, type) || !optionalText(context, me, arguments, count, 2, space))
        return Outcome::Exception;
    const bool anyType = !present(arguments, count, 1);
    const bool anySpace = !present(arguments, count, 2);
    std::int64_t index = 0;
    if (present(arguments, count, 3)) {
        if (!arguments[3].isNumber() || arguments[3].toNumber() < 0)
            return Outcome::Done;
        index = arguments[3].toNumber();
    }
    const data::XmlObject &parent = arguments[0].xml();
    for (const Value &part : parent.body) {
        if (!part.isXml() || (!anyType && part.xml().name != type)
            || (!anySpace && resolvedNamespace(part.xml(), parent) != space))
            continue;
        if (index-- == 0) {
            result = part;
            break;
        }
    }
    return Outcome::Done;
}

Outcome xmlType(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isXml())
        return notXml(context, "XMLType", arguments[0]);
    result = Value::string(arguments[0].xml().name);
    return Outcome::Done;
}

Outcome xmlPrefix(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isXml())
        return notXml(context, "XMLPrefix", arguments[0]);
    result = Value::string(arguments[0].xml().prefix);
    return Outcome::Done;
}

Outcome objectToXml(Context &context, Value *arguments, unsigned, Value &result)
{
    if (const Outcome outcome = checkExtent(context, "ObjectToXML", arguments[0], sizeof(data::XmlObject));
        outcome != Outcome::Done)
        return outcome;
    result = xmlFromValue(arguments[0]);
    return Outcome::Done;
}

} // namespace

void addXmlBuiltins(BuiltinTable &table)
{
    table.set("IsXML", isXml);
    table.set("NewXML", newXml);
    table.set("SetNamespace", setNamespace);
    table.set("GetNamespace", getNamespace);
    table.set("GetPrefix", getPrefix);
    table.set("SetAttribute", setAttribute);
    table.set("GetAttribute", getAttribute);
    table.set("XMLBody", xmlBody);
    table.set("XMLType", xmlType);
    table.set("XMLPrefix", xmlPrefix);
    table.set("ObjectToXML", objectToXml);
}

} // namespace pbx::machine
