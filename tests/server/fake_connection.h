// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/notation.h"
#include "environment/server/connection.h"

#include <deque>
#include <set>

namespace pbx::server {

/// Plays a server from a script: which line has to come next, and what is answered. What comes instead is noted.
class FakeConnection : public Connection {
public:
    ServerSettings serverSettings;
    std::set<std::string, std::less<>> unknown; ///< keywords the server does not list
    std::vector<std::string> surprises;
    std::vector<std::string> sent;

    /// `result` in the notation; empty: none.
    void answer(std::string line, std::string_view result = {}, QString text = QStringLiteral("OK"))
    {
        Reply reply;
        reply.text = std::move(text);
        if (!result.empty()) {
            reply.code = 201;
            reply.value = data::readNotation(result).value().value;
        }
        m_script.push_back({std::move(line), std::move(reply)});
    }
    void refuse(std::string line, Failure::Kind kind = Failure::Kind::Refused, int code = 501,
                QString text = QStringLiteral("no such thing"))
    {
        Failure failure;
        failure.kind = kind;
        failure.code = code;
        failure.answer = text;
        failure.message = QStringLiteral("The server refused: ") + text + QLatin1Char('.');
        m_script.push_back({std::move(line), std::unexpected(failure)});
    }
    void lose(std::string line)
    {
        Failure failure;
        failure.kind = Failure::Kind::ConnectionLost;
        failure.message = QStringLiteral("The connection was lost.");
        failure.answerLost = true;
        m_script.push_back({std::move(line), std::unexpected(failure)});
    }
    /// Everything came, nothing else.
    [[nodiscard]] bool isDone() const { return m_script.empty() && surprises.empty(); }
    [[nodiscard]] std::string state() const
    {
        return !surprises.empty() ? "came: " + surprises.front() : m_script.empty() ? "" : "missing: " + m_script.front().line;
    }

    std::expected<Reply, Failure> run(const Command &command) override
    {
        if (!command.line())
            return std::unexpected(command.line().error());
        sent.push_back(*command.line());
        const auto form = [](std::string line) {
            // Scratch names end in a random number.
            if (const auto at = line.find("pbx-compile-"); at != line.npos)
                line.erase(at + 12, line.find('.', at) - at - 12);
            return line;
        };
        if (m_script.empty() || m_script.front().line != form(*command.line())) {
            surprises.push_back(*command.line() + (m_script.empty() ? "" : " instead of " + m_script.front().line));
            Failure failure;
            failure.message = QStringLiteral("Not in the script.");
            return std::unexpected(failure);
        }
        auto reply = std::move(m_script.front().reply);
        m_script.pop_front();
        return reply;
    }
    const ServerSettings &settings() const override { return serverSettings; }
    QString version() const override { return QStringLiteral("6.3.12"); }
    bool supports(std::string_view keyword) const override { return !unknown.contains(keyword); }

private:
    struct Exchange {
        std::string line;
        std::expected<Reply, Failure> reply;
    };
    std::deque<Exchange> m_script;
};

} // namespace pbx::server
