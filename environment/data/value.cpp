// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/value.h"

#include "environment/data/objects.h"

namespace pbx::data {

namespace {

constexpr int maxDepth = 1000;

thread_local constinit std::uint16_t lastMark = 0;

/// Marks repeat after 65535: enough to tell fresh results apart, and it costs no memory. 0 means "no mark of its own".
std::uint64_t nextMark() noexcept
{
    if (++lastMark == 0)
        lastMark = 1;
    return std::uint64_t(lastMark) << 16;
}

struct Words {
    std::uint64_t head = 0;
    std::uint64_t body = 0;
};

constexpr Words shortWords(std::string_view text) noexcept
{
    unsigned char bytes[16] = {};
    bytes[0] = static_cast<unsigned char>(Type::ShortString);
    bytes[1] = static_cast<unsigned char>(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        bytes[4 + i] = static_cast<unsigned char>(text[i]);
    Words words;
    for (int i = 7; i >= 0; --i) {
        words.head = words.head << 8 | bytes[i];
        words.body = words.body << 8 | bytes[8 + i];
    }
    return words;
}

constexpr Words yesWords = shortWords("YES");

Value copyString(const StringObject &from, Type type)
{
    return Value::adopt(type, StringObject::make(from.view()));
}

bool copyAny(const Value &from, Value &to, int depth);

bool copyArray(const ArrayObject &from, Value &to, int depth)
{
    Value made = Value::newArray();
    for (std::size_t i = 0; i < from.items.size(); ++i) {
        Value item;
        if (!copyAny(from.items[i], item, depth + 1))
            return false;
        made.array().append(std::move(item));
    }
    to = std::move(made);
    return true;
}

bool copyDictionary(const DictionaryObject &from, Value &to, int depth)
{
    Value made = Value::newDictionary();
    made.dictionary().setCaseSensitive(from.caseSensitive());
    for (const auto &entry : from.entries()) {
        Value item;
        if (!copyAny(entry.value, item, depth + 1))
            return false;
        made.dictionary().set(entry.key, std::move(item));
    }
    to = std::move(made);
    return true;
}

bool copyXml(const XmlObject &from, Value &to, int depth)
{
    Value made = makeXml(from.name, from.prefix);
    XmlObject &xml = made.xml();
    xml.namespaces = from.namespaces;
    xml.attributes = from.attributes;
    std::size_t bytes = 0;
    for (const auto &[prefix, name] : from.namespaces)
        bytes += sizeof(from.namespaces[0]) + prefix.size() + name.size();
    for (const auto &attribute : from.attributes)
        bytes += sizeof attribute + attribute.name.size() + attribute.prefix.size() + attribute.value.size();
    xml.charge(bytes + from.body.size() * sizeof(Value));
    for (const Value &part : from.body) {
        Value copy;
        if (!copyAny(part, copy, depth + 1))
            return false;
        xml.body.push_back(std::move(copy));
    }
    to = std::move(made);
    return true;
}

/// What is referenced twice becomes two copies, so a small value can ask for endless memory: the meter stops it.
bool copyAny(const Value &from, Value &to, int depth)
{
    if (depth > maxDepth || memoryMeter.exceeded())
        return false;
    switch (from.type()) {
    case Type::Array:
        return copyArray(from.array(), to, depth);
    case Type::Dictionary:
        return copyDictionary(from.dictionary(), to, depth);
    case Type::Xml:
        return copyXml(from.xml(), to, depth);
    case Type::LongString:
    case Type::DataBlock:
        to = copyString(*static_cast<const StringObject *>(from.object()), from.type());
        return true;
    case Type::Address:
        to = makeAddress(from.address());
        return true;
    default:
        to = from;
        to.markIdentity();
        return true;
    }
}

std::string_view handleClass(std::string_view kind) noexcept
{
    static constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"task", "STTask"},       {"mailbox", "STMailbox"},   {"message", "STMessage"}, {"part", "STPart"},
        {"calendar", "STCalendar"}, {"roster", "STRoster"}, {"meeting", "STMeeting"},
    };
    for (const auto &[name, className] : known) {
        if (name == kind)
            return className;
    }
    return "STHandle";
}

} // namespace

Value Value::string(std::string_view text)
{
    if (text.size() > shortCapacity)
        return adopt(Type::LongString, StringObject::make(text));
    Value made;
    unsigned char bytes[shortCapacity] = {};
    if (!text.empty())
        std::memcpy(bytes, text.data(), text.size());
    std::uint32_t front = 0;
    std::memcpy(&front, bytes, 4);
    std::memcpy(&made.m_body, bytes + 4, 8);
    made.m_head = std::uint64_t(front) << 32 | nextMark() | std::uint64_t(text.size()) << 8 | head(Type::ShortString);
    return made;
}

Value Value::dataBlock(std::string_view bytes)
{
    return adopt(Type::DataBlock, StringObject::make(bytes));
}

Value Value::newArray()
{
    return share(Type::Array, new ArrayObject);
}

Value Value::newDictionary()
{
    return share(Type::Dictionary, new DictionaryObject);
}

Value Value::yes() noexcept
{
    return Value(yesWords.head, yesWords.body);
}

bool Value::sameObject(const Value &other) const noexcept
{
    if (m_head == other.m_head && (m_body == other.m_body || isNull()))
        return true;
    return (m_head & contentMask) == yesWords.head && (other.m_head & contentMask) == yesWords.head
        && m_body == yesWords.body && other.m_body == yesWords.body;
}

void Value::markIdentity() noexcept
{
    if (isNumber() || isShortString())
        m_head = (m_head & contentMask) | nextMark();
}

std::int64_t length(const Value &v) noexcept
{
    switch (v.type()) {
    case Type::ShortString:
    case Type::LongString:
    case Type::DataBlock:
        return static_cast<std::int64_t>(v.bytes().size());
    case Type::Array:
        return static_cast<std::int64_t>(v.array().size());
    case Type::Dictionary:
        return static_cast<std::int64_t>(v.dictionary().size());
    default:
        return 0;
    }
}

std::string_view className(const Value &v) noexcept
{
    switch (v.type()) {
    case Type::Null:
        return {};
    case Type::Number:
        return "STNumber";
    case Type::TimeStamp:
        return "STDate";
    case Type::ShortString:
    case Type::LongString:
        return "STString";
    case Type::DataBlock:
        return "STData";
    case Type::Address:
        return "STIPAddress";
    case Type::Array:
        return "STArray";
    case Type::Dictionary:
        return "STDictionary";
    case Type::Xml:
        return "STXML";
    case Type::Handle:
        return handleClass(v.handle().kind);
    }
    return {};
}

bool deepCopy(const Value &from, Value &to)
{
    return copyAny(from, to, 0);
}

} // namespace pbx::data
