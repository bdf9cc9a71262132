// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pbx::server {

/// One answer of HTTP/1.1 out of what comes from a server. No socket in it; whatever the bytes, it ends and holds at most
/// `limit` of them.
class HttpReader {
public:
    explicit HttpReader(std::size_t limit = std::size_t(96) << 20) : m_limit(limit) {}

    struct Answer {
        int status = 0;
        std::string body;
        std::vector<std::string> challenges; ///< fields WWW-Authenticate
        bool keepAlive = true; ///< the connection can be used for another request
    };
    enum class State { Incomplete, Complete, Cut, Faulty }; ///< Cut: the line ended in the middle

    void add(std::string_view bytes);
    void end(); ///< no more bytes will come
    [[nodiscard]] State state() const noexcept { return m_state; }
    /// Precondition: Complete.
    [[nodiscard]] Answer take() { return std::move(m_answer); }
    /// For messages.
    [[nodiscard]] std::string_view beginning() const noexcept { return std::string_view(m_bytes).substr(0, 200); }

private:
    void readHead();
    bool readField(std::string_view line);
    void readChunks();
    void readBody();

    enum class Length { UntilClosed, Known, Chunked };

    std::size_t m_limit;
    std::string m_bytes;
    std::size_t m_at = 0; ///< first byte not understood yet
    State m_state = State::Incomplete;
    bool m_headRead = false, m_ended = false;
    Length m_length = Length::UntilClosed;
    std::size_t m_size = 0;
    Answer m_answer;
};

} // namespace pbx::server
