// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/xml_values.h"

#include "environment/data/notation.h"
#include "preview/machine/internet_date.h"

#include <charconv>
#include <cstdio>

namespace pbx::machine {

using data::Type;
using data::Value;
using data::XmlObject;

namespace {

constexpr int maxReadDepth = 1000;

void addLeaf(XmlObject &parent, const char *name, std::string_view text)
{
    Value leaf = data::makeXml(name);
    leaf.xml().body.push_back(Value::string(text));
    parent.body.push_back(std::move(leaf));
}

std::string compactDate(std::int64_t seconds)
{
    if (seconds == Value::remotePast || seconds == Value::remoteFuture)
        return data::printTimeStamp(seconds);
    const CalendarDate date = calendarDate(seconds);
    char text[48];
    const int size = std::snprintf(text, sizeof text, "%04lld%02d%02dT%02d%02d%02dZ", static_cast<long long>(date.year),
                                   date.month, date.day, date.secondOfDay / 3600, date.secondOfDay / 60 % 60,
                                   date.secondOfDay % 60);
    return {text, static_cast<std::size_t>(size)};
}

void mark(XmlObject &element, const char *type)
{
    element.attributes.push_back({"type", {}, type});
}

void write(XmlObject &into, const Value &value);

void writeContainer(XmlObject &into, const Value &value)
{
    if (value.isArray()) {
        if (value.array().size() == 0)
            mark(into, "array");
        for (const Value &item : value.array().items) {
            Value child = data::makeXml("subValue");
            write(child.xml(), item);
            into.body.push_back(std::move(child));
        }
        return;
    }
    const data::DictionaryObject &dictionary = value.dictionary();
    if (dictionary.size() == 0)
        mark(into, "dictionary");
    for (std::size_t i = 0; i < dictionary.size(); ++i) {
        const auto &entry = dictionary.sortedEntry(i);
        Value child = data::makeXml("subKey");
        child.xml().attributes.push_back({"key", {}, entry.key.toStdString()});
        write(child.xml(), entry.value);
        into.body.push_back(std::move(child));
    }
}

void write(XmlObject &into, const Value &value)
{
    switch (value.type()) {
    case Type::Null:
        into.body.push_back(data::makeXml("null"));
        break;
    case Type::Number:
        addLeaf(into, "number", std::to_string(value.toNumber()));
        break;
    case Type::TimeStamp:
        addLeaf(into, "date", compactDate(value.toSeconds()));
        break;
    case Type::ShortString:
    case Type::LongString:
        if (!value.bytes().empty())
            into.body.push_back(value);
        break;
    case Type::DataBlock:
        addLeaf(into, "datablock", data::encodeBase64(value.bytes()));
        break;
    case Type::Address:
        addLeaf(into, "ip", data::printAddress(value.address()));
        break;
    case Type::Array:
    case Type::Dictionary:
        writeContainer(into, value);
        break;
    case Type::Xml:
        into.body.push_back(value);
        break;
    case Type::Handle:
        if (auto text = data::printNotation(value))
            into.body.push_back(Value::string(*text));
        break;
    }
}

std::string textOf(const XmlObject &xml)
{
    std::string text;
    for (const Value &part : xml.body)
        text += part.bytes();
    return text;
}

std::string_view attribute(const XmlObject &xml, std::string_view name)
{
    for (const auto &candidate : xml.attributes) {
        if (candidate.name == name && candidate.prefix.empty())
            return candidate.value;
    }
    return {};
}

bool readContent(const XmlObject &xml, Value &value, int depth);

/// number, date, datablock, ip, null: one element alone. An element of another name stands for itself.
bool readSingle(const Value &element, Value &value)
{
    const std::string &name = element.xml().name;
    const std::string text = textOf(element.xml());
    if (name == "null") {
        value.setNull();
        return true;
    }
    if (name == "number") {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        value = Value::number(number);
        return error == std::errc() && end == text.data() + text.size();
    }
    if (name == "date") {
        std::int64_t seconds = 0;
        const bool read = data::readTimeStamp(text, seconds) || readInternetDate(text, seconds);
        value = Value::timeStamp(seconds);
        return read;
    }
    if (name == "datablock") {
        std::string bytes;
        const bool read = data::decodeBase64(text, bytes);
        value = Value::dataBlock(bytes);
        return read;
    }
    if (name == "ip") {
        value = data::parseAddress(text);
        return !value.isNull();
    }
    value = element;
    return true;
}

bool readContainer(const XmlObject &xml, bool dictionary, Value &value, int depth)
{
    value = dictionary ? Value::newDictionary() : Value::newArray();
    for (const Value &part : xml.body) {
        if (!part.isXml()) {
            if (part.bytes().find_first_not_of(" \t\r\n") != std::string_view::npos)
                return false;
            continue;
        }
        if (part.xml().name != (dictionary ? "subKey" : "subValue"))
            return false;
        Value item;
        if (!readContent(part.xml(), item, depth + 1))
            return false;
        if (dictionary)
            value.dictionary().set(attribute(part.xml(), "key"), std::move(item));
        else
            value.array().append(std::move(item));
    }
    return true;
}

bool readContent(const XmlObject &xml, Value &value, int depth)
{
    if (depth > maxReadDepth)
        return false;
    const Value *first = nullptr;
    std::size_t elements = 0;
    bool blank = true;
    for (const Value &part : xml.body) {
        if (part.isXml()) {
            first = first ? first : &part;
            ++elements;
        } else {
            blank = blank && part.bytes().find_first_not_of(" \t\r\n") == std::string_view::npos;
        }
    }
    if (first && (first->xml().name == "subKey" || first->xml().name == "subValue"))
        return readContainer(xml, first->xml().name == "subKey", value, depth);
    if (first) {
        return elements == 1 && blank && readSingle(*first, value);
    }
    const std::string_view type = attribute(xml, "type");
    if (xml.body.empty() && (type == "array" || type == "dictionary")) {
        value = type == "array" ? Value::newArray() : Value::newDictionary();
        return true;
    }
    value = Value::string(textOf(xml));
    return true;
}

/// Another element than `object` must hold something only a value's XML holds.
bool looksLikeValue(const XmlObject &xml)
{
    if (xml.name == "object")
        return true;
    for (const Value &part : xml.body) {
        if (!part.isXml())
            continue;
        for (const char *name : {"subKey", "subValue", "number", "date", "datablock", "ip", "null"}) {
            if (part.xml().name == name)
                return true;
        }
        return false;
    }
    return false;
}

} // namespace

Value xmlFromValue(const Value &value)
{
    Value outer = data::makeXml("object");
    write(outer.xml(), value);
    return outer;
}

Value valueFromXml(const XmlObject &xml)
{
    Value value;
    if (!looksLikeValue(xml) || !readContent(xml, value, 0))
        return {};
    return value;
}

} // namespace pbx::machine
