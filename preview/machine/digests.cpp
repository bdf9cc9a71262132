// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

/// MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), HMAC (RFC 2104).
namespace pbx::machine {

namespace {

template<typename Word>
Word loadBig(const unsigned char *p)
{
    Word word = 0;
    for (std::size_t i = 0; i < sizeof(Word); ++i)
        word = static_cast<Word>(word << 8 | p[i]);
    return word;
}

template<typename Word>
void storeBig(std::string &out, Word word)
{
    for (int shift = int(sizeof(Word)) * 8 - 8; shift >= 0; shift -= 8)
        out += static_cast<char>(word >> shift & 0xff);
}

/// The bytes, 0x80, zeros, and the length in bits in the last `lengthSize` bytes of a block; each block to `step`.
template<typename Step>
void eachBlock(std::string_view bytes, std::size_t blockSize, std::size_t lengthSize, bool bigEndian, Step step)
{
    const auto *p = reinterpret_cast<const unsigned char *>(bytes.data());
    std::size_t left = bytes.size();
    for (; left >= blockSize; p += blockSize, left -= blockSize)
        step(p);
    std::array<unsigned char, 256> tail{};
    if (left > 0)
        std::memcpy(tail.data(), p, left);
    tail[left] = 0x80;
    const std::size_t size = left + 1 + lengthSize <= blockSize ? blockSize : 2 * blockSize;
    const std::uint64_t bits = std::uint64_t(bytes.size()) * 8;
    for (std::size_t i = 0; i < 8; ++i)
        tail[bigEndian ? size - 1 - i : size - lengthSize + i] = static_cast<unsigned char>(bits >> (8 * i));
    for (std::size_t at = 0; at < size; at += blockSize)
        step(tail.data() + at);
}

std::string md5(std::string_view bytes)
{
    static constexpr int rotations[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    static const auto sines = [] {
        std::array<std::uint32_t, 64> table{};
        for (std::size_t i = 0; i < 64; ++i)
            table[i] = static_cast<std::uint32_t>(std::floor(std::fabs(std::sin(double(i + 1))) * 4294967296.0));
        return table;
    }();
    std::array<std::uint32_t, 4> state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    eachBlock(bytes, 64, 8, false, [&](const unsigned char *block) {
        std::array<std::uint32_t, 16> words;
        for (std::size_t i = 0; i < 16; ++i)
            words[i] = std::byteswap(loadBig<std::uint32_t>(block + 4 * i));
        auto [a, b, c, d] = state;
        for (std::uint32_t i = 0; i < 64; ++i) {
            std::uint32_t mixed = 0;
            std::uint32_t place = 0;
            switch (i / 16) {
            case 0:
                mixed = (b & c) | (~b & d);
                place = i;
                break;
            case 1:
                mixed = (d & b) | (~d & c);
                place = (5 * i + 1) % 16;
                break;
            case 2:
                mixed = b ^ c ^ d;
                place = (3 * i + 5) % 16;
                break;
            default:
                mixed = c ^ (b | ~d);
                place = 7 * i % 16;
            }
            const std::uint32_t sum = a + mixed + sines[i] + words[place];
            a = d;
            d = c;
            c = b;
            b += std::rotl(sum, rotations[i / 16][i % 4]);
        }
        state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d};
    });
    std::string out;
    for (const std::uint32_t word : state)
        storeBig(out, std::byteswap(word));
    return out;
}

std::string sha1(std::string_view bytes)
{
    std::array<std::uint32_t, 5> state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    eachBlock(bytes, 64, 8, true, [&](const unsigned char *block) {
        std::array<std::uint32_t, 80> words;
        for (std::size_t i = 0; i < 16; ++i)
            words[i] = loadBig<std::uint32_t>(block + 4 * i);
        for (std::size_t i = 16; i < 80; ++i)
            words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        auto [a, b, c, d, e] = state;
        for (std::size_t i = 0; i < 80; ++i) {
            std::uint32_t mixed = b ^ c ^ d;
            std::uint32_t constant = i < 40 ? 0x6ed9eba1 : 0xca62c1d6;
            if (i < 20) {
                mixed = (b & c) | (~b & d);
                constant = 0x5a827999;
            } else if (i >= 40 && i < 60) {
                mixed = (b & c) | (b & d) | (c & d);
                constant = 0x8f1bbcdc;
            }
            const std::uint32_t next = std::rotl(a, 5) + mixed + e + constant + words[i];
            e = d;
            d = c;
            c = std::rotl(b, 30);
            b = a;
            a = next;
        }
        state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
    });
    std::string out;
    for (const std::uint32_t word : state)
        storeBig(out, word);
    return out;
}

constexpr std::array<std::uint64_t, 80> roundConstants{
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
    0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
    0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
    0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
    0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
    0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
    0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
    0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
    0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

/// What differs between the 32-bit and the 64-bit half of SHA-2.
struct Rotations {
    int big0[3];
    int big1[3];
    int small0[3]; ///< the last is a shift
    int small1[3];
    std::size_t rounds;
};
constexpr Rotations rotations32{{2, 13, 22}, {6, 11, 25}, {7, 18, 3}, {17, 19, 10}, 64};
constexpr Rotations rotations64{{28, 34, 39}, {14, 18, 41}, {1, 8, 7}, {19, 61, 6}, 80};

template<typename Word>
std::string sha2(std::string_view bytes, std::array<Word, 8> state, std::size_t size)
{
    constexpr Rotations turns = sizeof(Word) == 4 ? rotations32 : rotations64;
    const auto big = [](Word x, const int (&r)[3]) {
        return static_cast<Word>(std::rotr(x, r[0]) ^ std::rotr(x, r[1]) ^ std::rotr(x, r[2]));
    };
    const auto small = [](Word x, const int (&r)[3]) {
        return static_cast<Word>(std::rotr(x, r[0]) ^ std::rotr(x, r[1]) ^ (x >> r[2]));
    };
    eachBlock(bytes, sizeof(Word) * 16, sizeof(Word) * 2, true, [&](const unsigned char *block) {
        std::array<Word, 80> words;
        for (std::size_t i = 0; i < 16; ++i)
            words[i] = loadBig<Word>(block + sizeof(Word) * i);
        for (std::size_t i = 16; i < turns.rounds; ++i)
            words[i] = small(words[i - 2], turns.small1) + words[i - 7] + small(words[i - 15], turns.small0)
                + words[i - 16];
        std::array<Word, 8> v = state;
        for (std::size_t i = 0; i < turns.rounds; ++i) {
            // The 32-bit constants are the upper halves of the 64-bit ones.
            const Word constant = static_cast<Word>(roundConstants[i] >> (64 - sizeof(Word) * 8));
            const Word first = v[7] + big(v[4], turns.big1) + ((v[4] & v[5]) ^ (~v[4] & v[6])) + constant + words[i];
            const Word second = big(v[0], turns.big0) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
            for (std::size_t k = 7; k > 0; --k)
                v[k] = v[k - 1];
            v[4] += first;
            v[0] = first + second;
        }
        for (std::size_t k = 0; k < 8; ++k)
            state[k] += v[k];
    });
    std::string out;
    for (const Word word : state)
        storeBig(out, word);
    return out.substr(0, size);
}

struct Algorithm {
    std::string_view name;
    std::size_t blockSize;
    std::string (*run)(std::string_view);
};

constexpr Algorithm algorithms[] = {
    {"md5", 64, md5},
    {"sha1", 64, sha1},
    {"sha224", 64,
     [](std::string_view bytes) {
         return sha2<std::uint32_t>(bytes,
                                    {0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511,
                                     0x64f98fa7, 0xbefa4fa4},
                                    28);
     }},
    {"sha256", 64,
     [](std::string_view bytes) {
         return sha2<std::uint32_t>(bytes,
                                    {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
                                     0x1f83d9ab, 0x5be0cd19},
                                    32);
     }},
    {"sha384", 128,
     [](std::string_view bytes) {
         return sha2<std::uint64_t>(bytes,
                                    {0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
                                     0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4},
                                    48);
     }},
    {"sha512", 128,
     [](std::string_view bytes) {
         return sha2<std::uint64_t>(bytes,
                                    {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
                                     0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179},
                                    64);
     }},
};

const Algorithm *findAlgorithm(std::string_view name)
{
    std::string plain = asciiLower(name.substr(0, 16));
    std::erase(plain, '-');
    for (const Algorithm &algorithm : algorithms) {
        if (algorithm.name == plain)
            return &algorithm;
    }
    return nullptr;
}

} // namespace

bool digest(std::string_view algorithm, std::string_view bytes, std::string &result)
{
    const Algorithm *found = findAlgorithm(algorithm);
    if (found)
        result = found->run(bytes);
    return found != nullptr;
}

bool hmac(std::string_view algorithm, std::string_view key, std::string_view bytes, std::string &result)
{
    const Algorithm *found = findAlgorithm(algorithm);
    if (!found)
        return false;
    std::string block(key.size() > found->blockSize ? found->run(key) : std::string(key));
    block.resize(found->blockSize, '\0');
    std::string inner = block;
    for (char &c : inner)
        c = static_cast<char>(c ^ 0x36);
    for (char &c : block)
        c = static_cast<char>(c ^ 0x5c);
    inner.append(bytes);
    result = found->run(block + found->run(inner));
    return true;
}

} // namespace pbx::machine
