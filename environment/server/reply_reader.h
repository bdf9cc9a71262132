// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/object_end.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pbx::server {

/// Cuts what comes from the command port into answers (server-interfaces, 2.2). No socket in it; whatever the bytes, it
/// ends, holds at most `limit` of them, and finds the same answers however they are cut.
class ReplyReader {
public:
    explicit ReplyReader(std::size_t limit = std::size_t(96) << 20) : m_limit(limit) {}

    struct Answer {
        int code = 0;       ///< 200 …
        std::string text;   ///< of the status line, without the code; with 201 the object alone
        std::string object; ///< of a result that stands on lines of its own (without INLINE)
    };
    enum class Fault { None, TooLong, NoStatus };

    void add(std::string_view bytes);
    /// The next answer; nullopt: more bytes are needed, or fault() says why none will come.
    [[nodiscard]] std::optional<Answer> next();
    [[nodiscard]] Fault fault() const noexcept { return m_fault; }
    /// Bytes of an answer begun, for messages.
    [[nodiscard]] std::string_view rest() const noexcept { return m_bytes; }

private:
    std::optional<std::string> takeLine();
    bool scanObject();

    std::size_t m_limit;
    std::string m_bytes;
    std::size_t m_searched = 0; ///< so far neither the line nor the object ends
    Fault m_fault = Fault::None;
    std::optional<Answer> m_begun; ///< its object is still to come
    ObjectEnd m_end;
};

} // namespace pbx::server
