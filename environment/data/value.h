// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

/// The one object model: what programs compute with, what the server's notation says, what settings hold.
/// Rules: cgpl-language, sections 3, 4 and 8. Plain C++, no Qt. Not thread-safe: objects made by one thread
/// stay in that thread (reference counts are plain integers).
namespace pbx::data {

/// Kinds of value. Everything from LongString on lives in a counted object.
enum class Type : std::uint8_t {
    Null,
    Number,
    TimeStamp,
    ShortString,
    LongString,
    DataBlock,
    Address,
    Array,
    Dictionary,
    Xml,
    Handle,
};

struct Object;
class StringObject;
class ArrayObject;
class DictionaryObject;
class XmlObject;
struct AddressObject;
struct HandleObject;

/// Frees an object whose count has reached zero. Never recurses, however deep the nesting.
void destroyObject(Object *object, Type type) noexcept;

/// Head of every counted object.
struct Object {
    std::uint32_t references = 0;
};

/// A value in 16 bytes: null, number, time stamp and strings up to 12 bytes stand in it; the rest is a counted
/// reference. Copying copies the reference, never the object. Strings of up to 12 bytes are always short, so a
/// short and a long string are never equal.
///
/// Layout: byte 0 type, byte 1 length of a short string, bytes 2-3 identity mark (see sameObject), then the bytes
/// of a short string; otherwise bytes 8-15 hold the number or the pointer.
class Value {
public:
    static constexpr std::size_t shortCapacity = 12;

    constexpr Value() noexcept = default;
    Value(const Value &other) noexcept : m_head(other.m_head), m_body(other.m_body) { retain(); }
    Value(Value &&other) noexcept : m_head(other.m_head), m_body(other.m_body) { other.m_head = 0; }
    ~Value() { release(); }

    Value &operator=(const Value &other) noexcept
    {
        other.retain();
        const auto head = other.m_head;
        const auto body = other.m_body;
        release();
        m_head = head;
        m_body = body;
        return *this;
    }
    Value &operator=(Value &&other) noexcept
    {
        if (this != &other) {
            const auto head = other.m_head;
            const auto body = other.m_body;
            other.m_head = 0;
            release();
            m_head = head;
            m_body = body;
        }
        return *this;
    }

    static Value number(std::int64_t n) noexcept { return Value(head(Type::Number), static_cast<std::uint64_t>(n)); }
    /// Seconds since 1970-01-01 00:00:00 of the stamp's own calendar; the two special stamps are the constants below.
    static Value timeStamp(std::int64_t seconds) noexcept
    {
        return Value(head(Type::TimeStamp), static_cast<std::uint64_t>(seconds));
    }
    static constexpr std::int64_t remotePast = INT64_MIN;
    static constexpr std::int64_t remoteFuture = INT64_MAX;

    static Value string(std::string_view text);
    static Value dataBlock(std::string_view bytes);
    static Value newArray();
    static Value newDictionary();
    /// YES for true, null for false: the language has no boolean type.
    static Value boolean(bool b) noexcept { return b ? yes() : Value(); }
    static Value yes() noexcept;
    /// Takes over one reference the caller already owns.
    static Value adopt(Type type, Object *object) noexcept
    {
        return Value(head(type), reinterpret_cast<std::uint64_t>(object));
    }
    static Value share(Type type, Object *object) noexcept
    {
        ++object->references;
        return adopt(type, object);
    }

    Type type() const noexcept { return static_cast<Type>(m_head & 0xff); }
    bool isNull() const noexcept { return type() == Type::Null; }
    bool isNumber() const noexcept { return type() == Type::Number; }
    bool isTimeStamp() const noexcept { return type() == Type::TimeStamp; }
    bool isShortString() const noexcept { return type() == Type::ShortString; }
    bool isString() const noexcept { return type() == Type::ShortString || type() == Type::LongString; }
    bool isDataBlock() const noexcept { return type() == Type::DataBlock; }
    bool isAddress() const noexcept { return type() == Type::Address; }
    bool isArray() const noexcept { return type() == Type::Array; }
    bool isDictionary() const noexcept { return type() == Type::Dictionary; }
    bool isXml() const noexcept { return type() == Type::Xml; }
    bool isHandle() const noexcept { return type() == Type::Handle; }
    bool isCounted() const noexcept { return type() >= Type::LongString; }
    bool isTrue() const noexcept { return !isNull(); }
    explicit operator bool() const noexcept { return isTrue(); }

    /// Precondition of each: the type asked for. A time stamp gives its seconds.
    std::int64_t toNumber() const noexcept { return static_cast<std::int64_t>(m_body); }
    std::int64_t toSeconds() const noexcept { return static_cast<std::int64_t>(m_body); }
    /// Bytes of a string or datablock; valid while this value is unchanged. Empty for other types.
    std::string_view bytes() const noexcept;
    std::string toStdString() const { return std::string(bytes()); }
    Object *object() const noexcept { return reinterpret_cast<Object *>(m_body); }
    ArrayObject &array() const noexcept;
    DictionaryObject &dictionary() const noexcept;
    XmlObject &xml() const noexcept;
    const AddressObject &address() const noexcept;
    const HandleObject &handle() const noexcept;

    /// The language's Same(): one object, both null, or both YES. Short strings carry a mark of 16 bits given when
    /// they are made; numbers made by arithmetic share one mark, literals have their own.
    bool sameObject(const Value &other) const noexcept;
    /// Gives a number or short string an identity of its own (used for literals and fresh results).
    void markIdentity() noexcept;

    /// Raw words for the machine, which tests and stores them directly.
    std::uint64_t headWord() const noexcept { return m_head; }
    std::uint64_t bodyWord() const noexcept { return m_body; }
    static constexpr std::uint64_t head(Type type) noexcept { return static_cast<std::uint64_t>(type); }
    /// Everything of the head but the identity mark.
    static constexpr std::uint64_t contentMask = 0xffff'ffff'0000'ffffULL;

    void setNumber(std::int64_t n) noexcept
    {
        release();
        m_head = head(Type::Number);
        m_body = static_cast<std::uint64_t>(n);
    }
    void setNull() noexcept
    {
        release();
        m_head = 0;
    }
    /// Stores over a slot known to hold nothing counted.
    void overwriteNumber(std::int64_t n) noexcept
    {
        m_head = head(Type::Number);
        m_body = static_cast<std::uint64_t>(n);
    }

private:
    constexpr Value(std::uint64_t h, std::uint64_t b) noexcept : m_head(h), m_body(b) {}

    void retain() const noexcept
    {
        if (isCounted())
            ++object()->references;
    }
    void release() noexcept
    {
        if (isCounted()) {
            Object *o = object();
            if (--o->references == 0)
                destroyObject(o, type());
        }
    }

    std::uint64_t m_head = 0;
    std::uint64_t m_body = 0;
};

static_assert(sizeof(Value) == 16);
static_assert(std::endian::native == std::endian::little, "the layout of short strings assumes little-endian words");

/// == of the language: by content and in depth, never fails. Nesting beyond 1000 counts as unequal.
bool equal(const Value &a, const Value &b) noexcept;

/// < of the language: numbers, time stamps, strings by bytes. Not comparable: unordered.
enum class Order { Less, Equal, Greater, Unordered };
Order compare(const Value &a, const Value &b) noexcept;

/// Length(): bytes, elements or keys; 0 for everything else.
std::int64_t length(const Value &v) noexcept;

/// Class name as ObjectClass() gives it ("STString"), empty for null.
std::string_view className(const Value &v) noexcept;

/// Deep copy. Fails (false) when nested deeper than 1000, so also for a container in itself. Handles are shared.
bool deepCopy(const Value &from, Value &to);

} // namespace pbx::data
