// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"

#include <cstdlib>
#include <new>
#include <utility>

namespace pbx::data {

/// The elements of an array. A vector that knows values may be moved byte by byte: it grows by realloc, which for large
/// blocks moves pages instead of elements.
class ValueList {
public:
    ValueList() noexcept = default;
    ValueList(const ValueList &) = delete;
    ValueList &operator=(const ValueList &) = delete;
    ValueList(ValueList &&other) noexcept
        : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)),
          m_capacity(std::exchange(other.m_capacity, 0))
    {
    }
    ~ValueList()
    {
        clear();
        std::free(static_cast<void *>(m_data));
    }

    std::size_t size() const noexcept { return m_size; }
    std::size_t capacity() const noexcept { return m_capacity; }
    bool empty() const noexcept { return m_size == 0; }
    Value &operator[](std::size_t i) noexcept { return m_data[i]; }
    const Value &operator[](std::size_t i) const noexcept { return m_data[i]; }
    Value *begin() noexcept { return m_data; }
    Value *end() noexcept { return m_data + m_size; }
    const Value *begin() const noexcept { return m_data; }
    const Value *end() const noexcept { return m_data + m_size; }
    Value &back() noexcept { return m_data[m_size - 1]; }

    /// Precondition: size() < capacity().
    void appendWithinCapacity(const Value &v) noexcept { new (m_data + m_size++) Value(v); }
    void reserve(std::size_t capacity)
    {
        if (capacity <= m_capacity)
            return;
        void *grown = std::realloc(static_cast<void *>(m_data), capacity * sizeof(Value));
        if (!grown)
            throw std::bad_alloc();
        m_data = static_cast<Value *>(grown);
        m_capacity = capacity;
    }
    void push_back(Value v)
    {
        if (m_size == m_capacity)
            reserve(m_capacity < 4 ? 4 : m_capacity * 2);
        new (m_data + m_size++) Value(std::move(v));
    }
    void insert(std::size_t index, Value v)
    {
        push_back({});
        std::memmove(static_cast<void *>(m_data + index + 1), static_cast<const void *>(m_data + index),
                     (m_size - 1 - index) * sizeof(Value));
        new (m_data + index) Value(std::move(v));
    }
    /// Takes the element out.
    Value take(std::size_t index) noexcept
    {
        Value taken = std::move(m_data[index]);
        --m_size;
        std::memmove(static_cast<void *>(m_data + index), static_cast<const void *>(m_data + index + 1),
                     (m_size - index) * sizeof(Value));
        return taken;
    }
    /// Elements go one by one, last first: what they free may come back to this list.
    void clear() noexcept
    {
        while (m_size > 0) {
            const Value last = std::move(m_data[--m_size]);
        }
    }

private:
    Value *m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace pbx::data
