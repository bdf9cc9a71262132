// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/hashing.h"
#include "environment/data/objects.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace pbx::data {

thread_local constinit MemoryMeter memoryMeter;

namespace {

std::size_t blockSize(std::size_t capacity)
{
    if (capacity > SIZE_MAX / 2)
        throw std::bad_alloc();
    return sizeof(StringObject) + capacity;
}

} // namespace

StringObject *StringObject::make(std::size_t size, std::size_t capacity)
{
    capacity = std::max(size, capacity);
    void *memory = std::malloc(blockSize(capacity));
    if (!memory)
        throw std::bad_alloc();
    memoryMeter.add(blockSize(capacity));
    auto *made = new (memory) StringObject;
    made->references = 1;
    made->size = size;
    made->capacity = capacity;
    return made;
}

StringObject *StringObject::make(std::string_view text)
{
    StringObject *made = make(text.size(), text.size());
    if (!text.empty())
        std::memcpy(made->data(), text.data(), text.size());
    return made;
}

StringObject *StringObject::append(StringObject *self, std::string_view more)
{
    const std::size_t wanted = self->size + more.size();
    if (wanted > self->capacity) {
        // Text that is appended to is appended to again: room for as much once more.
        const std::size_t capacity = std::max(wanted, self->size * 2 + 32);
        // The added text may be part of this very string.
        const auto start = reinterpret_cast<std::uintptr_t>(self->data());
        const auto from = reinterpret_cast<std::uintptr_t>(more.data());
        const bool own = from >= start && from < start + self->size;
        void *memory = std::realloc(static_cast<void *>(self), blockSize(capacity));
        if (!memory)
            throw std::bad_alloc();
        self = static_cast<StringObject *>(memory);
        memoryMeter.add(capacity - self->capacity);
        self->capacity = capacity;
        if (own)
            more = {self->data() + (from - start), more.size()};
    }
    if (!more.empty())
        std::memmove(self->data() + self->size, more.data(), more.size());
    self->size = wanted;
    self->forgetHash();
    return self;
}

void StringObject::destroy(StringObject *self) noexcept
{
    memoryMeter.remove(sizeof(StringObject) + self->capacity);
    std::free(self);
}

std::uint32_t StringObject::hash() const noexcept
{
    if (m_hash == 0)
        m_hash = hashBytes(view());
    return m_hash;
}

std::uint32_t hashString(const Value &string) noexcept
{
    if (string.isShortString())
        return hashWords(string.headWord() & Value::contentMask, string.bodyWord());
    if (string.type() == Type::LongString)
        return static_cast<const StringObject *>(string.object())->hash();
    return 0;
}

} // namespace pbx::data
