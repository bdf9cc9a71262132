// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"
#include "environment/data/value_list.h"

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// The counted objects behind a Value, and the account of the memory they take.
namespace pbx::data {

/// Bytes held by objects of this thread. A host sets the limit; the machine looks at exceeded() after each step that
/// can allocate. Counting is exact for what values hold, not for the allocator's own overhead.
struct MemoryMeter {
    std::size_t used = 0;
    std::size_t limit = SIZE_MAX;
    void add(std::size_t n) noexcept { used += n; }
    void remove(std::size_t n) noexcept { used -= n; }
    bool exceeded() const noexcept { return used > limit; }
};
extern thread_local constinit MemoryMeter memoryMeter;

/// A string longer than 12 bytes, or a datablock of any length. Bytes follow the object.
class StringObject : public Object {
public:
    /// References: 1, owned by the caller.
    static StringObject *make(std::size_t size, std::size_t capacity);
    static StringObject *make(std::string_view text);
    /// Precondition: one reference. May move; the old pointer is gone.
    static StringObject *append(StringObject *self, std::string_view more);
    static void destroy(StringObject *self) noexcept;

    char *data() noexcept { return reinterpret_cast<char *>(this + 1); }
    const char *data() const noexcept { return reinterpret_cast<const char *>(this + 1); }
    std::string_view view() const noexcept { return {data(), size}; }
    std::uint32_t hash() const noexcept;
    void forgetHash() noexcept { m_hash = 0; }

    std::size_t size = 0;
    std::size_t capacity = 0;

private:
    mutable std::uint32_t m_hash = 0;
};

/// Hash of a string value, the same for equal content. 0 only for non-strings.
std::uint32_t hashString(const Value &string) noexcept;

/// Containers know each other so that circles among them can be found and freed (collectCycles).
struct Container : Object {
    Container();
    ~Container();
    Container(const Container &) = delete;
    Container &operator=(const Container &) = delete;
    Container *previous = nullptr; ///< this: no longer in the list of live containers
    Container *next = nullptr;
    Type type = Type::Array;
    std::uint32_t visits = 0; ///< scratch of collectCycles
};

/// Frees containers of this thread that only refer to each other. Gives the number freed. Cost: all live containers.
std::size_t collectCycles();

class ArrayObject : public Container {
public:
    ArrayObject() { type = Type::Array; }
    ~ArrayObject() { memoryMeter.remove(m_counted); }
    std::size_t size() const noexcept { return items.size(); }
    void append(Value v)
    {
        if (items.size() == items.capacity())
            grow();
        items.push_back(std::move(v));
    }
    void insert(std::size_t index, Value v);
    void remove(std::size_t index);

    /// Read and replace freely; add only through append and insert, which keep the memory account.
    ValueList items;

private:
    void grow();
    std::size_t m_counted = 0;
};

/// String keys to non-null values. Storing null removes. Remembers the order of insertion; enumeration is sorted by
/// bytes (the server's files are sorted; cgpl-language section 16, point 6).
class DictionaryObject : public Container {
public:
    struct Entry {
        Value key;
        Value value;
    };

    DictionaryObject() { type = Type::Dictionary; }
    ~DictionaryObject() { memoryMeter.remove(m_counted); }

    std::size_t size() const noexcept { return m_entries.size() - m_dead; }
    /// Null when absent. The pointer is good until the next change or call of entries().
    const Value *find(const Value &key) const noexcept;
    const Value *find(std::string_view key) const noexcept;
    Value get(std::string_view key) const { const Value *v = find(key); return v ? *v : Value(); }
    void set(const Value &key, Value value);
    void set(std::string_view key, Value value) { set(Value::string(key), std::move(value)); }
    void remove(const Value &key);
    void clear();

    /// The key number i in enumeration order; null outside.
    Value keyAt(std::int64_t i) const;
    const Entry &sortedEntry(std::size_t i) const;
    /// In order of insertion, as a settings file had them.
    const std::vector<Entry> &entries() const
    {
        if (m_dead != 0)
            const_cast<DictionaryObject *>(this)->compact();
        return m_entries;
    }

    bool caseSensitive() const noexcept { return m_caseSensitive; }
    /// Keys that become equal: the first in enumeration order stays.
    void setCaseSensitive(bool sensitive);

private:
    friend std::size_t collectCycles();
    friend class Comparison;
    struct Place {
        std::int64_t entry = -1; ///< -1: absent
        std::size_t slot = 0; ///< in m_table, when there is one
    };
    Place locate(const Value &key) const noexcept;
    Place locateShort(const Value &key) const noexcept;
    std::size_t freeSlot(std::uint32_t hash) const noexcept;
    std::uint32_t hashKey(const Value &key) const;
    void append(const Value &key, Value value);
    void freeTableSlot(std::size_t slot);
    void forgetSorted(std::size_t entry);
    void updateSorted() const;
    void rebuild(std::size_t slots);
    void compact();
    void count();

    /// A removed entry keeps its place with a null key until compact(), so that positions stay what they are.
    std::vector<Entry> m_entries;
    std::vector<std::int32_t> m_table; ///< open addressing, -1 empty; unused up to 8 entries
    /// Positions in m_entries, from m_sortedFirst on; covers the entries before m_sortedUpTo, without the removed ones.
    mutable std::vector<std::uint32_t> m_sorted;
    mutable std::size_t m_sortedFirst = 0;
    mutable std::size_t m_sortedUpTo = 0;
    mutable std::uint32_t m_removals = 0; ///< since the last enumeration
    std::size_t m_dead = 0;
    std::size_t m_counted = 0;
    bool m_caseSensitive = true;
};

/// An XML element. Names, prefixes and namespaces are compared exactly.
class XmlObject : public Container {
public:
    struct Attribute {
        std::string name;
        std::string prefix;
        std::string value;
    };
    XmlObject() { type = Type::Xml; }
    ~XmlObject() { memoryMeter.remove(m_counted); }
    /// To be called with the bytes of what was added to the members below; they cannot count themselves.
    void charge(std::size_t bytes) noexcept
    {
        m_counted += bytes;
        memoryMeter.add(bytes);
    }
    std::string name;
    std::string prefix;
    std::vector<std::pair<std::string, std::string>> namespaces; ///< prefix, namespace
    std::vector<Attribute> attributes;
    std::vector<Value> body; ///< strings and XML values, in order

private:
    std::size_t m_counted = 0;
};

struct AddressObject : Object {
    std::array<std::uint8_t, 16> bytes{}; ///< IPv4: the first four
    bool v6 = false;
    std::uint16_t port = 0; ///< 0: none
};

/// Something opaque: a task, a mailbox … Printed as #(kind id), without an id as #(kind): what #(any text) is read as.
struct HandleObject : Object {
    std::string kind;
    std::uint64_t id = 0;
};

Value makeAddress(const AddressObject &address);
Value makeHandle(std::string kind, std::uint64_t id);
Value makeXml(std::string name, std::string prefix = {});
/// Reads 10.0.44.55, [10.0.44.55]:25, 2001:db8::1, [2001:db8::1]:5060, each also after #I; null when it is none.
Value parseAddress(std::string_view text);
/// 10.0.44.55, with a port [10.0.44.55]:25; IPv6 in lower case, shortest form.
std::string printAddress(const AddressObject &address);

inline std::string_view Value::bytes() const noexcept
{
    if (isShortString())
        return {reinterpret_cast<const char *>(this) + 4, (m_head >> 8) & 0xff};
    if (type() == Type::LongString || type() == Type::DataBlock)
        return static_cast<const StringObject *>(object())->view();
    return {};
}
inline ArrayObject &Value::array() const noexcept { return *static_cast<ArrayObject *>(object()); }
inline DictionaryObject &Value::dictionary() const noexcept { return *static_cast<DictionaryObject *>(object()); }
inline XmlObject &Value::xml() const noexcept { return *static_cast<XmlObject *>(object()); }
inline const AddressObject &Value::address() const noexcept { return *static_cast<AddressObject *>(object()); }
inline const HandleObject &Value::handle() const noexcept { return *static_cast<HandleObject *>(object()); }

/// Case folding of keys and names: simple one-to-one Unicode mapping of UTF-8 text, bytes that are not UTF-8 stay.
std::string foldCase(std::string_view text);
std::string upperCase(std::string_view text);

} // namespace pbx::data
