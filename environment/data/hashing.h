// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

/// Hashing of strings for the tables of this room. Differs from process to process (by the place the program is loaded
/// at), so that nobody can prepare keys that all collide; nothing visible may depend on it.
namespace pbx::data {

inline constexpr char hashAnchor = 0;

inline std::uint64_t hashSeed() noexcept
{
    return reinterpret_cast<std::uintptr_t>(&hashAnchor) * 0x9e3779b97f4a7c15ULL;
}

/// Both halves of the 128-bit product, folded.
inline std::uint64_t mixWords(std::uint64_t a, std::uint64_t b) noexcept
{
    const auto product = static_cast<unsigned __int128>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

inline std::uint32_t finishHash(std::uint64_t mixed) noexcept
{
    const auto hash = static_cast<std::uint32_t>(mixed ^ mixed >> 32);
    return hash ? hash : 1;
}

inline std::uint32_t hashWords(std::uint64_t head, std::uint64_t body) noexcept
{
    const std::uint64_t seed = hashSeed();
    return finishHash(mixWords(head ^ seed, body ^ 0x2545f4914f6cdd1dULL ^ (seed << 1)));
}

inline std::uint32_t hashBytes(std::string_view bytes) noexcept
{
    std::uint64_t hash = hashSeed() ^ bytes.size();
    const char *at = bytes.data();
    std::size_t left = bytes.size();
    for (; left > 0;) {
        std::uint64_t word[2] = {};
        const std::size_t take = left < sizeof word ? left : sizeof word;
        std::memcpy(word, at, take);
        hash = mixWords(hash ^ word[0] ^ 0x2545f4914f6cdd1dULL, word[1] ^ 0x9e6c63d0676a9a99ULL ^ (hash << 1));
        at += take;
        left -= take;
    }
    return finishHash(mixWords(hash ^ 0xd6e8feb86659fd93ULL, 0xa0761d6478bd642fULL));
}

} // namespace pbx::data
