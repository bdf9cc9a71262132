// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/connection.h"
#include "environment/server/http_digest.h"
#include "environment/server/line.h"

#include <chrono>
#include <optional>
#include <set>

/// The two kinds of connection: commands on a line of their own, commands over HTTP.
namespace pbx::server {

/// What both have: the server's commands and version, repeating what only reads.
class Session : public Connection {
public:
    Session(const ServerSettings &settings, QString password, const std::stop_token &stop, const Observer &observer);

    std::expected<Reply, Failure> run(const Command &command) override;
    const ServerSettings &settings() const override { return m_settings; }
    QString version() const override { return m_version; }
    bool supports(std::string_view keyword) const override;

    /// Opens, logs in, asks what the server can do.
    [[nodiscard]] std::expected<void, Failure> begin();

protected:
    [[nodiscard]] virtual std::expected<void, Failure> open() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    /// Sends and waits; a failure that leaves open what the server did is marked so.
    [[nodiscard]] virtual std::expected<Reply, Failure> exchange(const Command &command) = 0;

    void tell(Step::Stage stage, Step::State state, const QString &detail = {}) const;
    [[nodiscard]] std::expected<void, Failure> failStep(Step::Stage stage, Failure failure) const;
    void noteReceived(int code, std::string_view text) const;
    void noteResult(int code, std::string_view text, const data::Value &value) const; ///< without secrets
    /// A readable password may be sent: nobody can listen, or its user has agreed.
    [[nodiscard]] bool mayTellPassword() const;

    ServerSettings m_settings;
    QString m_password;
    std::stop_token m_stop;
    Observer m_observer;
    Line m_line;
    QString m_version;

private:
    std::expected<Reply, Failure> runOnce(const Command &command);
    void askCommands();
    void askVersion();

    std::optional<Failure> m_refused; ///< a password that is never tried again
    std::set<std::string, std::less<>> m_commands; ///< upper case; empty: the server lists none
    std::chrono::steady_clock::time_point m_lastUse;
};

class LineSession : public Session {
public:
    using Session::Session;
    ~LineSession() override;

protected:
    std::expected<void, Failure> open() override;
    bool isOpen() const override { return m_line.isOpen(); }
    std::expected<Reply, Failure> exchange(const Command &command) override;

private:
    using Answer = ReplyReader::Answer;
    std::expected<Answer, Failure> say(const Command &command);
    std::expected<std::string, Failure> greet();
    std::expected<void, Failure> logIn(std::string_view greeting);
    std::expected<Answer, Failure> sendDigest(std::string_view stamp);
    std::expected<Answer, Failure> sendPassword();
    std::expected<Answer, Failure> answerChallenge();
    std::expected<void, Failure> askInline();
};

class HttpSession : public Session {
public:
    using Session::Session;

protected:
    std::expected<void, Failure> open() override;
    bool isOpen() const override { return m_open; }
    std::expected<Reply, Failure> exchange(const Command &command) override;

private:
    std::expected<HttpReader::Answer, Failure> request(const Command &command);
    /// The field Authorization with its end; empty: none.
    [[nodiscard]] std::string authorization();
    /// After an answer of 401: whether another way to log in is left.
    [[nodiscard]] bool takeChallenge(const HttpReader::Answer &answer);

    bool m_open = false;
    bool m_basicSent = false; ///< with the last request
    bool m_noDigest = false;  ///< the server offers none
    std::optional<DigestChallenge> m_challenge;
    unsigned m_digests = 0; ///< sent with the challenge's nonce
};

/// What a result's text says; `multiLine` as the server wrote it.
[[nodiscard]] std::expected<data::Value, Failure> readResult(const ServerSettings &settings, std::string_view text, bool multiLine);

} // namespace pbx::server
