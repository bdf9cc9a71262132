// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/objects.h"

#include <algorithm>

namespace pbx::data {

void ArrayObject::grow()
{
    items.reserve(std::max<std::size_t>(4, items.capacity() * 2));
    const std::size_t bytes = items.capacity() * sizeof(Value);
    memoryMeter.add(bytes);
    memoryMeter.remove(m_counted);
    m_counted = bytes;
}

void ArrayObject::insert(std::size_t index, Value v)
{
    if (items.size() == items.capacity())
        grow();
    index = std::min(index, items.size());
    items.insert(index, std::move(v));
}

void ArrayObject::remove(std::size_t index)
{
    if (index >= items.size())
        return;
    // Kept until the place is closed: freeing it may free what owns this array.
    const Value removed = items.take(index);
}

} // namespace pbx::data
