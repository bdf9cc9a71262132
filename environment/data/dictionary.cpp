// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/hashing.h"
#include "environment/data/objects.h"

#include <algorithm>

namespace pbx::data {

namespace {

constexpr std::size_t linearLimit = 8;

bool sameWords(const Value &a, const Value &b) noexcept
{
    return ((a.headWord() ^ b.headWord()) & Value::contentMask) == 0 && a.bodyWord() == b.bodyWord();
}

bool sameKey(const Value &a, const Value &b) noexcept
{
    if (sameWords(a, b))
        return true;
    // A long string never equals a short one.
    return a.type() == Type::LongString && b.type() == Type::LongString && a.bytes() == b.bytes();
}

bool isAscii(std::string_view text) noexcept
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lowerAscii(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool sameFolded(std::string_view a, std::string_view b)
{
    if (isAscii(a) && isAscii(b))
        return std::ranges::equal(a, b, [](char x, char y) { return lowerAscii(x) == lowerAscii(y); });
    return foldCase(a) == foldCase(b);
}

} // namespace

std::uint32_t DictionaryObject::hashKey(const Value &key) const
{
    return m_caseSensitive ? hashString(key) : hashBytes(foldCase(key.bytes()));
}

/// The usual case: two words to compare. Removed entries have null keys, which equal no string.
DictionaryObject::Place DictionaryObject::locateShort(const Value &key) const noexcept
{
    const std::uint64_t head = key.headWord() & Value::contentMask;
    const std::uint64_t body = key.bodyWord();
    const auto matches = [head, body](const Value &other) {
        return (other.headWord() & Value::contentMask) == head && other.bodyWord() == body;
    };
    if (m_table.empty()) {
        const Entry *const first = m_entries.data();
        const Entry *const end = first + m_entries.size();
        for (const Entry *entry = first; entry != end; ++entry) {
            if (matches(entry->key))
                return {entry - first, 0};
        }
        return {};
    }
    const std::size_t mask = m_table.size() - 1;
    for (std::size_t slot = hashWords(head, body) & mask; m_table[slot] >= 0; slot = (slot + 1) & mask) {
        if (matches(m_entries[static_cast<std::size_t>(m_table[slot])].key))
            return {m_table[slot], slot};
    }
    return {};
}

DictionaryObject::Place DictionaryObject::locate(const Value &key) const noexcept
{
    if (m_caseSensitive && key.isShortString())
        return locateShort(key);
    const auto matches = [this, &key](const Value &other) {
        if (m_caseSensitive)
            return sameKey(other, key);
        return other.isString() && (sameWords(other, key) || sameFolded(other.bytes(), key.bytes()));
    };
    if (m_table.empty()) {
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (matches(m_entries[i].key))
                return {static_cast<std::int64_t>(i), 0};
        }
        return {};
    }
    const std::size_t mask = m_table.size() - 1;
    std::size_t slot = hashKey(key) & mask;
    for (; m_table[slot] >= 0; slot = (slot + 1) & mask) {
        if (matches(m_entries[static_cast<std::size_t>(m_table[slot])].key))
            return {m_table[slot], slot};
    }
    return {};
}

std::size_t DictionaryObject::freeSlot(std::uint32_t hash) const noexcept
{
    const std::size_t mask = m_table.size() - 1;
    std::size_t slot = hash & mask;
    while (m_table[slot] >= 0)
        slot = (slot + 1) & mask;
    return slot;
}

const Value *DictionaryObject::find(const Value &key) const noexcept
{
    if (!key.isString())
        return nullptr;
    const Place place = m_caseSensitive && key.isShortString() ? locateShort(key) : locate(key);
    return place.entry < 0 ? nullptr : &m_entries[static_cast<std::size_t>(place.entry)].value;
}

const Value *DictionaryObject::find(std::string_view key) const noexcept
{
    return find(Value::string(key));
}

void DictionaryObject::set(const Value &key, Value value)
{
    if (value.isNull())
        return remove(key);
    if (!key.isString())
        return;
    const Place place = locate(key);
    if (place.entry >= 0)
        std::swap(m_entries[static_cast<std::size_t>(place.entry)].value, value); // the old one goes when all is done
    else
        append(key, std::move(value));
}

void DictionaryObject::append(const Value &key, Value value)
{
    if (m_entries.size() == m_entries.capacity()) {
        if (m_dead > m_entries.size() / 4)
            compact();
        else
            m_entries.reserve(std::max<std::size_t>(4, m_entries.capacity() * 2));
        count();
    }
    m_entries.push_back({key, std::move(value)});
    if (m_table.empty() ? m_entries.size() > linearLimit : m_entries.size() * 2 > m_table.size())
        rebuild(std::bit_ceil(m_entries.size() * 2 + 1));
    else if (!m_table.empty())
        m_table[freeSlot(hashKey(key))] = static_cast<std::int32_t>(m_entries.size() - 1);
}

void DictionaryObject::remove(const Value &key)
{
    if (!key.isString())
        return;
    const Place place = locate(key);
    if (place.entry < 0)
        return;
    const auto position = static_cast<std::size_t>(place.entry);
    forgetSorted(position);
    const Entry removed = std::move(m_entries[position]); // freed at the end, when this dictionary is whole again
    if (m_table.empty()) {
        m_entries.erase(m_entries.begin() + place.entry);
        for (std::size_t i = m_sortedFirst; i < m_sorted.size(); ++i)
            m_sorted[i] -= m_sorted[i] > position;
        m_sortedUpTo -= m_sortedUpTo > position;
        return;
    }
    ++m_dead;
    freeTableSlot(place.slot);
    if (m_dead * 2 > m_entries.size() + 32)
        compact();
}

/// Later keys of the same run move forward, so that no mark of a removed one is needed.
void DictionaryObject::freeTableSlot(std::size_t slot)
{
    const std::size_t mask = m_table.size() - 1;
    std::size_t hole = slot;
    for (std::size_t later = (hole + 1) & mask; m_table[later] >= 0; later = (later + 1) & mask) {
        const std::size_t home = hashKey(m_entries[static_cast<std::size_t>(m_table[later])].key) & mask;
        if (((later - home) & mask) >= ((later - hole) & mask)) {
            m_table[hole] = m_table[later];
            hole = later;
        }
    }
    m_table[hole] = -1;
}

void DictionaryObject::rebuild(std::size_t slots)
{
    m_table.assign(slots, -1);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i].key.isNull())
            m_table[freeSlot(hashKey(m_entries[i].key))] = static_cast<std::int32_t>(i);
    }
    count();
}

/// Closes the gaps of removed entries.
void DictionaryObject::compact()
{
    if (m_dead == 0)
        return;
    std::vector<std::uint32_t> moved(m_sortedUpTo);
    std::size_t to = 0;
    std::size_t sortedUpTo = 0;
    for (std::size_t from = 0; from < m_entries.size(); ++from) {
        if (from < m_sortedUpTo)
            moved[from] = static_cast<std::uint32_t>(to);
        if (m_entries[from].key.isNull())
            continue;
        if (to != from)
            m_entries[to] = std::move(m_entries[from]);
        ++to;
        if (from < m_sortedUpTo)
            sortedUpTo = to;
    }
    m_entries.resize(to);
    for (std::size_t i = m_sortedFirst; i < m_sorted.size(); ++i)
        m_sorted[i] = moved[m_sorted[i]];
    m_sortedUpTo = sortedUpTo;
    m_dead = 0;
    if (to <= linearLimit)
        m_table.clear();
    else
        rebuild(std::bit_ceil(to * 2 + 1));
    count();
}

void DictionaryObject::count()
{
    const std::size_t bytes = m_entries.capacity() * sizeof(Entry) + m_table.capacity() * sizeof m_table[0]
        + m_entries.capacity() * sizeof m_sorted[0];
    memoryMeter.add(bytes);
    memoryMeter.remove(m_counted);
    m_counted = bytes;
}

void DictionaryObject::clear()
{
    const auto removed = std::move(m_entries); // freed last: values may lead back here
    m_entries.clear();
    m_table.clear();
    m_sorted.clear();
    m_sortedFirst = 0;
    m_sortedUpTo = 0;
    m_dead = 0;
    count();
}

void DictionaryObject::setCaseSensitive(bool sensitive)
{
    if (sensitive == m_caseSensitive)
        return;
    if (sensitive) {
        m_caseSensitive = true;
        if (!m_table.empty())
            rebuild(m_table.size());
        return;
    }
    compact();
    updateSorted();
    std::vector<std::uint32_t> order(m_sorted.begin() + static_cast<std::ptrdiff_t>(m_sortedFirst), m_sorted.end());
    auto entries = std::move(m_entries);
    clear();
    m_caseSensitive = false;
    // The first in enumeration order stays; then the order of insertion is made again.
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t position : order) {
        if (locate(entries[position].key).entry >= 0)
            continue;
        append(entries[position].key, entries[position].value);
        kept.push_back(position);
    }
    std::ranges::sort(kept);
    clear();
    for (const std::uint32_t position : kept)
        append(entries[position].key, std::move(entries[position].value));
}

void DictionaryObject::updateSorted() const
{
    m_removals = 0;
    if (m_sortedUpTo == m_entries.size())
        return;
    const auto before = [this](std::uint32_t a, std::uint32_t b) {
        return m_entries[a].key.bytes() < m_entries[b].key.bytes();
    };
    if (m_sortedFirst > 0) {
        m_sorted.erase(m_sorted.begin(), m_sorted.begin() + static_cast<std::ptrdiff_t>(m_sortedFirst));
        m_sortedFirst = 0;
    }
    const auto old = static_cast<std::ptrdiff_t>(m_sorted.size());
    for (std::size_t i = m_sortedUpTo; i < m_entries.size(); ++i) {
        if (!m_entries[i].key.isNull())
            m_sorted.push_back(static_cast<std::uint32_t>(i));
    }
    m_sortedUpTo = m_entries.size();
    const auto middle = m_sorted.begin() + old;
    if (!std::is_sorted(middle, m_sorted.end(), before))
        std::sort(middle, m_sorted.end(), before);
    if (old == 0 || middle == m_sorted.end() || before(m_sorted[static_cast<std::size_t>(old - 1)], *middle))
        return;
    if (m_sorted.end() - middle == 1) {
        const std::uint32_t added = *middle;
        std::rotate(std::upper_bound(m_sorted.begin(), middle, added, before), middle, m_sorted.end());
    } else {
        std::inplace_merge(m_sorted.begin(), middle, m_sorted.end(), before);
    }
}

/// Takes an entry, still there, out of the enumeration. Cheap at both ends; after many removals between two
/// enumerations it is cheaper to sort again when the next one comes.
void DictionaryObject::forgetSorted(std::size_t entry)
{
    if (entry >= m_sortedUpTo)
        return;
    const auto key = m_entries[entry].key.bytes();
    const auto first = m_sorted.begin() + static_cast<std::ptrdiff_t>(m_sortedFirst);
    const auto place = std::lower_bound(first, m_sorted.end(), key, [this](std::uint32_t a, std::string_view k) {
        return m_entries[a].key.bytes() < k;
    });
    const std::ptrdiff_t behind = m_sorted.end() - place;
    if (place == first) {
        ++m_sortedFirst;
    } else if (behind < 256 || ++m_removals < 64) {
        m_sorted.erase(place);
    } else {
        m_sorted.clear();
        m_sortedFirst = 0;
        m_sortedUpTo = 0;
    }
}

Value DictionaryObject::keyAt(std::int64_t i) const
{
    if (i < 0 || static_cast<std::uint64_t>(i) >= size())
        return {};
    return sortedEntry(static_cast<std::size_t>(i)).key;
}

const DictionaryObject::Entry &DictionaryObject::sortedEntry(std::size_t i) const
{
    updateSorted();
    return m_entries[m_sorted[m_sortedFirst + i]];
}

} // namespace pbx::data
