// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/objects.h"

#include <span>
#include <unordered_set>

namespace pbx::data {

/// One question of equality. Objects that share parts could make it compare the same pairs over and over, so after
/// many steps it remembers which pairs of containers were found equal.
class Comparison {
public:
    bool equal(const Value &a, const Value &b, int depth)
    {
        if (a.type() != b.type())
            return false;
        switch (a.type()) {
        case Type::Null:
            return true;
        case Type::Number:
        case Type::TimeStamp:
        case Type::Handle:
            return a.bodyWord() == b.bodyWord();
        case Type::ShortString:
            return ((a.headWord() ^ b.headWord()) & Value::contentMask) == 0 && a.bodyWord() == b.bodyWord();
        case Type::LongString:
        case Type::DataBlock:
            return a.bodyWord() == b.bodyWord() || a.bytes() == b.bytes();
        case Type::Address:
            return a.address().bytes == b.address().bytes && a.address().v6 == b.address().v6
                && a.address().port == b.address().port;
        case Type::Array:
        case Type::Dictionary:
        case Type::Xml:
            return equalContainers(a, b, depth);
        }
        return false;
    }

private:
    using Pair = std::pair<const Object *, const Object *>;
    struct PairHash {
        std::size_t operator()(const Pair &pair) const noexcept
        {
            return std::hash<const Object *>()(pair.first) * 31 + std::hash<const Object *>()(pair.second);
        }
    };
    static constexpr std::size_t rememberAfter = 4096;
    static constexpr int maxDepth = 1000;

    bool equalContainers(const Value &a, const Value &b, int depth)
    {
        if (a.object() == b.object())
            return true;
        if (depth >= maxDepth)
            return false;
        const bool remember = ++m_steps > rememberAfter;
        const Pair pair(a.object(), b.object());
        if (remember && m_equal.contains(pair))
            return true;
        const bool same = a.isArray() ? equalItems({a.array().items.begin(), a.array().items.end()},
                                                 {b.array().items.begin(), b.array().items.end()}, depth)
            : a.isDictionary()        ? equalDictionaries(a.dictionary(), b.dictionary(), depth)
                                      : equalXml(a.xml(), b.xml(), depth);
        if (same && remember)
            m_equal.insert(pair);
        return same;
    }

    bool equalItems(std::span<const Value> a, std::span<const Value> b, int depth)
    {
        if (a.size() != b.size())
            return false;
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (!equal(a[i], b[i], depth + 1))
                return false;
        }
        return true;
    }

    bool equalDictionaries(const DictionaryObject &a, const DictionaryObject &b, int depth)
    {
        if (a.size() != b.size())
            return false;
        for (const auto &entry : a.m_entries) {
            if (entry.key.isNull())
                continue;
            const Value *other = b.find(entry.key);
            if (!other || !equal(entry.value, *other, depth + 1))
                return false;
        }
        return true;
    }

    bool equalXml(const XmlObject &a, const XmlObject &b, int depth)
    {
        const auto sameAttribute = [](const XmlObject::Attribute &x, const XmlObject::Attribute &y) {
            return x.name == y.name && x.prefix == y.prefix && x.value == y.value;
        };
        return a.name == b.name && a.prefix == b.prefix && a.namespaces == b.namespaces
            && std::equal(a.attributes.begin(), a.attributes.end(), b.attributes.begin(), b.attributes.end(),
                          sameAttribute)
            && equalItems(a.body, b.body, depth);
    }

    std::size_t m_steps = 0;
    std::unordered_set<Pair, PairHash> m_equal;
};

bool equal(const Value &a, const Value &b) noexcept
{
    return Comparison().equal(a, b, 0);
}

Order compare(const Value &a, const Value &b) noexcept
{
    const auto order = [](auto difference) {
        return difference < 0 ? Order::Less : difference > 0 ? Order::Greater : Order::Equal;
    };
    if (a.isString() && b.isString())
        return order(a.bytes().compare(b.bytes()));
    if (a.type() != b.type() || !(a.isNumber() || a.isTimeStamp()))
        return Order::Unordered;
    const std::int64_t x = a.toNumber();
    const std::int64_t y = b.toNumber();
    return x < y ? Order::Less : x > y ? Order::Greater : Order::Equal;
}

} // namespace pbx::data
