// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/interpreter.h"
#include "environment/practice/store.h"

#include <variant>

namespace pbx::practice {

/// The ways to log in (server-interfaces, 2.2). Failures of all sessions count together; after ten in a minute nobody gets
/// in for a while, not even with the right password.
class LogIn {
public:
    LogIn(Store &store, std::vector<User> users, const std::string &stamp)
        : m_store(store), m_users(std::move(users)), m_stamp(stamp)
    {
    }

    /// False: no name was given.
    [[nodiscard]] bool user(std::string_view name);
    [[nodiscard]] Result<User> pass(std::string_view password);
    /// "name digest"
    [[nodiscard]] Result<User> apop(std::string_view words);
    /// A challenge to be answered by the next line, or the end. CRAM-MD5, PLAIN, LOGIN, and WEBUSER name password.
    [[nodiscard]] std::variant<std::string, Result<User>> auth(std::string_view words);
    [[nodiscard]] bool expectsAnswer() const noexcept { return m_method != Method::None; }
    [[nodiscard]] Result<User> answer(std::string_view line);

    [[nodiscard]] Result<User> check(std::string_view name, std::string_view password);
    /// A name or password as sent: raw, or quoted in the notation.
    [[nodiscard]] static std::string plain(std::string_view word);

private:
    enum class Method { None, CramMd5, Plain };

    /// Its own way of comparing, after the name and the limit were looked at.
    template<typename Matches>
    Result<User> logIn(std::string_view name, Matches matches);
    Result<User> answerCramMd5(const std::string &answer);
    Result<User> answerPlain(const std::string &answer);
    std::optional<User> find(std::string_view name) const;

    Store &m_store;
    std::vector<User> m_users;
    const std::string &m_stamp;
    std::string m_name;
    Method m_method = Method::None;
};

} // namespace pbx::practice
