// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/name_table.h"

#include <cstring>
#include <string>

namespace pbx::language {

namespace {

std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15u;
    const char *at = text.data();
    std::size_t left = text.size();
    const auto mix = [&hash](std::uint64_t chunk) {
        hash = (hash ^ chunk) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
    };
    for (; left >= 8; left -= 8, at += 8) {
        std::uint64_t chunk;
        std::memcpy(&chunk, at, 8);
        mix(chunk);
    }
    std::uint64_t rest = 0;
    for (std::size_t i = 0; i < left; ++i)
        rest |= static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (8 * i);
    mix(rest);
    return hash;
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

} // namespace

NameTable::NameTable(Tree &tree) : m_tree(tree), m_entries(512) {}

Name NameTable::name(std::string_view text, Span span)
{
    const Entry &entry = find(text);
    return {entry.text, entry.folded, span};
}

const NameTable::Entry &NameTable::find(std::string_view text)
{
    const std::uint64_t hash = hashOf(text);
    const std::size_t mask = m_entries.size() - 1;
    std::size_t at = hash & mask;
    for (; m_entries[at].text.data(); at = (at + 1) & mask) {
        if (m_entries[at].hash == hash && m_entries[at].text == text)
            return m_entries[at];
    }
    if ((m_used + 2) * 2 > m_entries.size()) {
        grow();
        return find(text);
    }
    std::string_view folded;
    bool upper = false;
    for (const char c : text)
        upper = upper || isUpper(c);
    if (upper) {
        std::string lower(text);
        for (char &c : lower)
            c = isUpper(c) ? static_cast<char>(c | 0x20) : c;
        folded = find(lower).text;
        at = hash & mask;
        while (m_entries[at].text.data())
            at = (at + 1) & mask;
    }
    Entry &entry = m_entries[at];
    entry.hash = hash;
    entry.text = m_tree.text(text);
    entry.folded = upper ? folded : entry.text;
    ++m_used;
    return entry;
}

void NameTable::grow()
{
    std::vector<Entry> entries(m_entries.size() * 2);
    const std::size_t mask = entries.size() - 1;
    for (const Entry &entry : m_entries) {
        if (!entry.text.data())
            continue;
        std::size_t at = entry.hash & mask;
        while (entries[at].text.data())
            at = (at + 1) & mask;
        entries[at] = entry;
    }
    m_entries.swap(entries);
}

} // namespace pbx::language
