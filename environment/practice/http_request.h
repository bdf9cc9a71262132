// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Requests of HTTP/1.1 out of bytes, read strictly: whatever could be taken in two ways is refused. No socket in it.
namespace pbx::practice::http {

struct Limits {
    std::size_t head = std::size_t(32) << 10; ///< request line and fields
    std::size_t fields = 100;
    std::size_t body = std::size_t(10) << 20;
};

struct Field {
    std::string name; ///< lower case
    std::string value;
};

struct Request {
    std::string method;
    std::string path;  ///< escapes decoded; begins with '/', holds no NUL
    std::string query; ///< behind the '?', as sent
    std::vector<Field> fields;
    std::string body;
    bool keepAlive = true;

    /// Null: there is none. The first of several.
    [[nodiscard]] const std::string *field(std::string_view name) const;
};

/// What the bytes that came so far are.
struct Parsed {
    enum class State { Incomplete, Complete, Refused };
    State state = State::Incomplete;
    std::size_t size = 0;     ///< Complete: how many of the bytes it took
    bool waitsForGo = false;  ///< Incomplete: the head is there and the client wants a "100 Continue" before the body
    int status = 0;           ///< Refused: to be answered, then the connection closed
    std::string reason;       ///< Refused: for people
    Request request;          ///< Complete
};

/// The first request of `bytes`; what stands behind it is left for the next call.
[[nodiscard]] Parsed parseRequest(std::string_view bytes, const Limits &limits = {});

/// `%41` → `A`, with `plus` also `+` → blank. nullopt: a '%' without two hexadecimal digits behind it.
[[nodiscard]] std::optional<std::string> decodePercent(std::string_view text, bool plus);

} // namespace pbx::practice::http
