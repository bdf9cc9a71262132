// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/connection.h"
#include "environment/server/http_reader.h"
#include "environment/server/reply_reader.h"

#include <QDeadlineTimer>
#include <QSslSocket>

#include <functional>
#include <memory>
#include <stop_token>

namespace pbx::server {

/// The wire below a session on the command port: clear or encrypted, waiting with a time limit and an ear for `stop`.
/// Whatever fails closes it.
class Line {
public:
    Line(const ServerSettings &settings, std::stop_token stop, const Observer &observer);

    template<typename T = void> using Result = std::expected<T, Failure>;

    [[nodiscard]] Result<> open();
    [[nodiscard]] bool isOpen() const;
    void close();

    /// Sends the line and its end, waits for the answer.
    [[nodiscard]] Result<ReplyReader::Answer> ask(std::string_view line);
    [[nodiscard]] Result<ReplyReader::Answer> answer(); ///< the greeting
    /// Sends a request of HTTP as it is, waits for the answer.
    [[nodiscard]] Result<HttpReader::Answer> ask(std::string_view head, std::string_view body);
    void sayGoodbye(std::string_view bytes); ///< without waiting
    /// The server has, or may have, the whole of what was sent last.
    [[nodiscard]] bool wentOut() const { return m_wentOut; }
    [[nodiscard]] bool isEncrypted() const { return m_socket && m_socket->isEncrypted(); }

private:
    Result<> connectSocket();
    Result<> encrypt();
    Result<> send(std::string_view bytes, std::string_view more);
    Result<ReplyReader::Answer> receive();
    /// Hands over what comes until `take` has enough; the bytes are empty when the server has closed the line.
    Result<> receive(const std::function<bool(std::string_view bytes)> &take);
    /// Waits a moment for `step`; it says whether something moved.
    Result<> wait(const QDeadlineTimer &deadline, std::chrono::milliseconds whole, const std::function<bool(int)> &step,
                  const std::function<bool()> &done);
    /// Waits until the line has come up or can't, in an event loop.
    Result<> waitForLine(const QDeadlineTimer &deadline, const std::function<bool()> &done);
    Failure fail(Failure failure);
    Failure lost();
    void tell(Step::Stage stage, Step::State state, const QString &detail = {}) const;

    ServerSettings m_settings;
    std::stop_token m_stop;
    const Observer &m_observer;
    std::unique_ptr<QSslSocket> m_socket;
    ReplyReader m_reader;
    QDeadlineTimer m_deadline;
    std::chrono::milliseconds m_time{};
    bool m_wentOut = false;
};

} // namespace pbx::server
