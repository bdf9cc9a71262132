// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include <array>
#include <numeric>

/// Group crypto, as far as it can be reproduced: digests, HMAC, RC4, one-time passwords. Mode, start vector and padding
/// of the servers' block ciphers are unknown, so their names end in an error instead of bytes that no server would make.
namespace pbx::machine {

namespace {

Outcome cryDigest(Context &context, Value *arguments, unsigned count, Value &result)
{
    constexpr std::string_view me = "CryDigest";
    const bool keyed = present(arguments, count, 2);
    if (!arguments[0].isString() || !arguments[1].isDataBlock() || (keyed && !arguments[2].isDataBlock())) {
        remark(context, me, "a name and datablocks were expected; the result is null");
        return Outcome::Done;
    }
    std::string bytes;
    const bool known = keyed ? hmac(arguments[0].bytes(), arguments[2].bytes(), arguments[1].bytes(), bytes)
                             : digest(arguments[0].bytes(), arguments[1].bytes(), bytes);
    if (known)
        result = Value::dataBlock(bytes);
    return Outcome::Done;
}

std::string rc4(std::string_view key, std::string_view bytes)
{
    std::array<std::uint8_t, 256> state;
    std::iota(state.begin(), state.end(), std::uint8_t(0));
    std::uint8_t j = 0;
    for (std::size_t i = 0; i < 256; ++i) {
        j = static_cast<std::uint8_t>(j + state[i] + static_cast<unsigned char>(key[i % key.size()]));
        std::swap(state[i], state[j]);
    }
    std::string out(bytes);
    std::uint8_t i = 0;
    j = 0;
    for (char &c : out) {
        ++i;
        j = static_cast<std::uint8_t>(j + state[i]);
        std::swap(state[i], state[j]);
        c = static_cast<char>(c ^ state[static_cast<std::uint8_t>(state[i] + state[j])]);
    }
    return out;
}

Outcome cipher(Context &context, std::string_view builtin, const Value *arguments, Value &result)
{
    if (!arguments[0].isString() || !arguments[1].isDataBlock() || !arguments[2].isDataBlock()) {
        remark(context, builtin, "a name and two datablocks were expected; the result is null");
        return Outcome::Done;
    }
    const std::string name = asciiLower(arguments[0].bytes().substr(0, 16));
    if (name == "aes" || name == "des" || name == "des3")
        return fail(context, builtin, "block ciphers are not available here, RC4 is");
    if (name != "rc4")
        return Outcome::Done;
    if (arguments[1].bytes().empty() || arguments[1].bytes().size() > 256) {
        remark(context, builtin, "a key of 1 to 256 bytes was expected; the result is null");
        return Outcome::Done;
    }
    return giveData(context, builtin, rc4(arguments[1].bytes(), arguments[2].bytes()), result);
}

Outcome cryEncrypt(Context &context, Value *arguments, unsigned, Value &result)
{
    return cipher(context, "CryEncrypt", arguments, result);
}

Outcome cryDecrypt(Context &context, Value *arguments, unsigned, Value &result)
{
    return cipher(context, "CryDecrypt", arguments, result);
}

/// RFC 6238 with 30 s, SHA-1 and six digits.
Outcome totpCode(Context &context, Value *arguments, unsigned, Value &result)
{
    std::string secret;
    if (!arguments[0].isString() || !decodeBase32(arguments[0].bytes(), secret) || secret.empty()) {
        remark(context, "TOTPCode", "a Base32 text was expected; the result is null");
        return Outcome::Done;
    }
    const auto counter = static_cast<std::uint64_t>(context.host.currentTime(context.task)) / 30;
    std::string message;
    for (int shift = 56; shift >= 0; shift -= 8)
        message += static_cast<char>(counter >> shift & 0xff);
    std::string seal;
    hmac("SHA1", secret, message, seal);
    const auto at = static_cast<std::size_t>(seal[19] & 15);
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < 4; ++i)
        code = code << 8 | static_cast<unsigned char>(seal[at + i]);
    const std::string digits = std::to_string((code & 0x7fffffff) % 1'000'000);
    result = Value::string(std::string(6 - digits.size(), '0') + digits);
    return Outcome::Done;
}

} // namespace

void addCryptoBuiltins(BuiltinTable &table)
{
    table.set("CryDigest", cryDigest);
    table.set("CryEncrypt", cryEncrypt);
    table.set("CryDecrypt", cryDecrypt);
    table.set("TOTPCode", totpCode);
}

} // namespace pbx::machine
