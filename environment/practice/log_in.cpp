// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/log_in.h"

#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/practice/commands.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace pbx::practice {

namespace {

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// Takes as long for a wrong digest as for the right one.
bool sameBytes(std::string_view a, std::string_view b)
{
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

std::unexpected<Refusal> wrong()
{
    return refused(WrongPassword, "incorrect password or account name");
}

} // namespace

std::string LogIn::plain(std::string_view word)
{
    while (word.ends_with(' '))
        word.remove_suffix(1);
    if (word.size() < 2 || word.front() != '"' || word.back() != '"')
        return std::string(word);
    data::ReadOptions options;
    options.multiLine = false;
    const auto read = data::readNotation(word, options);
    return read && read->value.isString() ? read->value.toStdString() : std::string(word);
}

/// Users of the server itself, then accounts that were given a password.
std::optional<User> LogIn::find(std::string_view name) const
{
    auto wanted = folded(name);
    const auto main = m_store.mainDomain();
    auto found = std::ranges::find_if(m_users, [&](const User &user) { return folded(user.name) == wanted; });
    if (found == m_users.end() && wanted.ends_with('@' + main)) {
        const auto local = wanted.substr(0, wanted.size() - main.size() - 1);
        found = std::ranges::find_if(m_users, [&](const User &user) { return folded(user.name) == local; });
    }
    const bool isUser = found != m_users.end();
    User user = isUser ? *found : User{std::string(name), {}, {}};
    const auto address = wanted.contains('@') ? wanted : wanted + '@' + main;
    const auto changed = m_store.passwords.find(address);
    if (!isUser && changed == m_store.passwords.end())
        return std::nullopt;
    if (changed != m_store.passwords.end())
        user.password = changed->second;
    if (!isUser) {
        const auto at = address.rfind('@');
        user.name = address;
        if (const auto settings = m_store.account(address.substr(at + 1), address.substr(0, at))) {
            const auto rights = arrayIn(*settings, "Rights");
            for (const auto &right : rights.array().items)
                user.rights.push_back(right.toStdString());
        }
    }
    return user;
}

template<typename Matches>
Result<User> LogIn::logIn(std::string_view name, Matches matches)
{
    if (m_store.logInsBlocked())
        return refused(General, "too many failed log-ins; try again in a minute");
    const auto user = find(name);
    if (user && matches(user->password))
        return *user;
    m_store.logInFailed();
    return wrong();
}

bool LogIn::user(std::string_view name)
{
    m_name = plain(name);
    return !m_name.empty();
}

Result<User> LogIn::pass(std::string_view password)
{
    if (m_name.empty())
        return refused(General, "please send the USER first");
    const auto name = std::exchange(m_name, {});
    return logIn(name, [&](const std::string &known) {
        return sameBytes(password, known) || sameBytes(plain(password), known);
    });
}

Result<User> LogIn::check(std::string_view name, std::string_view password)
{
    return logIn(name, [&](const std::string &known) { return sameBytes(password, known); });
}

Result<User> LogIn::apop(std::string_view words)
{
    while (words.ends_with(' '))
        words.remove_suffix(1);
    const auto blank = words.rfind(' ');
    if (blank == words.npos)
        return refused(General, "a name and a digest are expected");
    const auto digest = words.substr(blank + 1);
    return logIn(plain(words.substr(0, blank)), [&](const std::string &known) {
        const auto expected = QCryptographicHash::hash(bytes(m_stamp + known), QCryptographicHash::Md5).toHex();
        return sameBytes(digest, expected.toStdString());
    });
}

std::variant<std::string, Result<User>> LogIn::auth(std::string_view words)
{
    const auto end = std::min(words.find(' '), words.size());
    const auto method = folded(words.substr(0, end));
    const auto rest = words.substr(std::min(end + 1, words.size()));
    if (method == "cram-md5" && rest.empty()) {
        m_method = Method::CramMd5;
        return data::encodeBase64(m_stamp);
    }
    if (method == "plain") {
        std::string answer;
        if (!rest.empty())
            return data::decodeBase64(rest, answer) ? answerPlain(answer) : Result<User>(refused(General, "base64 is expected"));
        m_method = Method::Plain;
        return std::string();
    }
    const auto blank = rest.find(' ');
    if (method == "webuser" && blank != rest.npos) {
        const auto password = rest.substr(blank + 1);
        return logIn(plain(rest.substr(0, blank)), [&](const std::string &known) {
            return sameBytes(password, known) || sameBytes(plain(password), known);
        });
    }
    return Result<User>(refused(General, "this method of authentication is not supported"));
}

Result<User> LogIn::answer(std::string_view line)
{
    const auto method = std::exchange(m_method, Method::None);
    std::string answer;
    if (line == "*")
        return refused(General, "the authentication was cancelled");
    if (line.empty() || !data::decodeBase64(line, answer))
        return refused(General, "base64 is expected");
    return method == Method::CramMd5 ? answerCramMd5(answer) : answerPlain(answer);
}

/// "name digest", the digest keyed with the password (RFC 2195).
Result<User> LogIn::answerCramMd5(const std::string &answer)
{
    const auto blank = answer.rfind(' ');
    if (blank == answer.npos)
        return refused(General, "a name and a digest are expected");
    const auto digest = answer.substr(blank + 1);
    return logIn(answer.substr(0, blank), [&](const std::string &known) {
        const auto expected = QMessageAuthenticationCode::hash(bytes(m_stamp), bytes(known), QCryptographicHash::Md5).toHex();
        return sameBytes(digest, expected.toStdString());
    });
}

/// identity NUL name NUL password (RFC 4616)
Result<User> LogIn::answerPlain(const std::string &answer)
{
    const auto first = answer.find('\0');
    const auto second = first == answer.npos ? first : answer.find('\0', first + 1);
    if (second == answer.npos)
        return refused(General, "a name and a password are expected");
    return check(answer.substr(first + 1, second - first - 1), answer.substr(second + 1));
}

} // namespace pbx::practice
