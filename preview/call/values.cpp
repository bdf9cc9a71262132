// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/values.h"

#include "environment/data/notation.h"
#include "environment/data/objects.h"

#include <cstdint>
#include <unordered_map>

namespace pbx::call {

using data::Value;

namespace {

constexpr std::uint64_t mostCost = std::uint64_t(64) << 20; ///< bytes, an element counts 64
constexpr std::uint64_t elementCost = 64;
constexpr int deepest = 200;

class Measure {
public:
    /// Above mostCost: too much, too deep, or a circle.
    std::uint64_t cost(const Value &value, int depth)
    {
        if (value.isHandle() || value.isXml())
            m_basic = false;
        if (value.isString() || value.isDataBlock())
            return elementCost + value.bytes().size();
        if (!value.isArray() && !value.isDictionary())
            return elementCost;
        if (depth > deepest)
            return mostCost + 1;
        const auto [known, isNew] = m_known.try_emplace(value.object(), mostCost + 1); // stays so in a circle
        if (!isNew)
            return known->second;
        std::uint64_t sum = elementCost;
        const auto add = [&](const Value &item) {
            if (sum <= mostCost)
                sum += cost(item, depth + 1);
        };
        if (value.isArray()) {
            for (const Value &item : value.array().items)
                add(item);
        } else {
            for (const auto &entry : value.dictionary().entries()) {
                add(entry.key);
                add(entry.value);
            }
        }
        m_known[value.object()] = sum;
        return sum;
    }
    bool basic() const { return m_basic; }

private:
    std::unordered_map<const data::Object *, std::uint64_t> m_known;
    bool m_basic = true;
};

} // namespace

bool isReasonable(const Value &value)
{
    if (!value.isArray() && !value.isDictionary())
        return true;
    return Measure().cost(value, 0) <= mostCost;
}

bool isBasic(const Value &value)
{
    Measure measure;
    return measure.cost(value, 0) <= mostCost && measure.basic();
}

bool copyValue(const Value &from, Value &to)
{
    if (isReasonable(from) && data::deepCopy(from, to))
        return true;
    to = {};
    return false;
}

std::string textOf(const Value &value)
{
    if (value.isString())
        return value.toStdString();
    if (!isReasonable(value))
        return {};
    auto text = data::printNotation(value);
    return text ? *text : std::string();
}

} // namespace pbx::call
