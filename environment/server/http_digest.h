// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Logging in over HTTP without telling the password (RFC 7616).
namespace pbx::server {

struct DigestChallenge {
    std::string realm, nonce, opaque;
    std::string algorithm; ///< "MD5", "SHA-256"; empty: MD5
    bool authQuality = false; ///< qop=auth
    bool stale = false;       ///< the nonce was too old; the password was right
};

/// Of a field WWW-Authenticate; nullopt: of another kind, or of one not known here.
[[nodiscard]] std::optional<DigestChallenge> readDigest(std::string_view field);

struct DigestRequest {
    std::string_view method, path, user, password;
    std::string clientNonce;
    unsigned count = 1; ///< of requests with this nonce
};
/// The value of the field Authorization; nullopt: a name that can't stand in it.
[[nodiscard]] std::optional<std::string> digestAnswer(const DigestChallenge &challenge, const DigestRequest &request);

} // namespace pbx::server
