// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/interpreter.h"

#include "environment/data/notation.h"
#include "environment/practice/commands.h"
#include "environment/practice/log_in.h"

#include <algorithm>

namespace pbx::practice {

namespace {

/// Status lines hold no line end and nothing a terminal would obey.
std::string oneLine(std::string_view text)
{
    std::string line(text.substr(0, 4000));
    std::ranges::replace_if(line, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return line;
}

std::string withLineEnds(std::string text, Manner::Lines lines)
{
    if (text.ends_with('\n'))
        text.pop_back();
    if (lines != Manner::Lines::CrLf)
        return text;
    std::string made;
    for (const char c : text) {
        if (c == '\n')
            made += '\r';
        made += c;
    }
    return made;
}

} // namespace

struct Interpreter::Session {
    Session(std::shared_ptr<Store> shared, const std::vector<User> &users, const Manner &how, std::string given)
        : store(std::move(shared)), manner(how), stamp(std::move(given)), logIn(*store, users, stamp)
    {
    }

    std::shared_ptr<Store> store;
    Manner manner;
    std::string stamp;
    LogIn logIn;
    std::optional<Caller> caller; ///< who is logged in
    bool inLine = false;

    Answer status(int code, std::string_view text) const
    {
        Answer answer;
        answer.code = code;
        answer.result = oneLine(text);
        answer.text = std::to_string(code) + ' ' + answer.result + "\r\n";
        return answer;
    }
    Answer ok() const
    {
        auto answer = status(200, "OK");
        answer.result.clear();
        return answer;
    }
    Answer data(const data::Value &value) const;
    Answer answerTo(const Reply &reply) const;
    Answer run(std::string_view line);
    Answer before(std::string_view name, std::string_view rest);
    Answer loggedIn(const Result<User> &user);
    Answer newPassword(std::string_view rest);
};

Interpreter::Answer Interpreter::Session::data(const data::Value &value) const
{
    const auto style = inLine || manner.lines == Manner::Lines::One ? data::PrintStyle::OneLine : data::PrintStyle::Settings;
    const auto flat = data::printNotation(value);
    if (!flat)
        return status(General, "the result can't be printed: " + flat.error());
    Answer answer;
    answer.result = *flat;
    if (inLine) {
        answer.code = 201;
        answer.text = "201 " + *flat + "\r\n";
    } else {
        answer.code = 200;
        answer.text = "200 data follow\r\n"
                      + (style == data::PrintStyle::OneLine
                             ? *flat
                             : withLineEnds(data::printNotation(value, style).value_or(*flat), manner.lines))
                      + "\r\n";
    }
    return answer;
}

Interpreter::Answer Interpreter::Session::answerTo(const Reply &reply) const
{
    if (!reply)
        return status(reply.error().code, reply.error().text);
    return *reply ? data(**reply) : ok();
}

Interpreter::Answer Interpreter::Session::loggedIn(const Result<User> &user)
{
    if (!user)
        return status(user.error().code, user.error().text);
    Caller made{*store, manner, user->name, store->mainDomain(), true, user->rights};
    if (const auto at = user->name.rfind('@'); at != user->name.npos) {
        made.name = user->name.substr(0, at);
        made.domain = folded(std::string_view(user->name).substr(at + 1));
        made.server = false;
    }
    caller.emplace(std::move(made));
    return status(200, "login OK, proceed");
}

/// Without being logged in there is the log-in and nothing else.
Interpreter::Answer Interpreter::Session::before(std::string_view name, std::string_view rest)
{
    if (name == "USER")
        return logIn.user(rest) ? status(300, "please send the PASS") : status(General, "the user's name is missing");
    if (name == "PASS")
        return loggedIn(logIn.pass(rest));
    if (name == "APOP")
        return manner.stamp ? loggedIn(logIn.apop(rest)) : status(General, "APOP is not available");
    if (name == "AUTH") {
        const auto step = logIn.auth(rest);
        if (const auto *challenge = std::get_if<std::string>(&step))
            return status(300, *challenge);
        return loggedIn(std::get<Result<User>>(step));
    }
    if (name == "NOOP" && rest.find_first_not_of(' ') == rest.npos)
        return ok();
    return status(Unknown, findCommand(name) || name == "INLINE" || name == "NEWPASS" ? "please log in first" : "unknown command");
}

Interpreter::Answer Interpreter::Session::newPassword(std::string_view rest)
{
    if (rest.empty())
        return status(General, "the password is missing");
    store->passwords[folded(caller->address())] = LogIn::plain(rest);
    return status(200, "Password updated");
}

Interpreter::Answer Interpreter::Session::run(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (logIn.expectsAnswer())
        return loggedIn(logIn.answer(line));
    if (line.find_first_of(std::string_view("\0\r\n", 3)) != line.npos)
        return status(General, "the line holds a character that can't stand in a command");
    const auto end = std::min(line.find(' '), line.size());
    std::string name(line.substr(0, end));
    std::ranges::transform(name, name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const auto rest = line.substr(std::min(end + 1, line.size()));
    if (name == "QUIT") {
        auto answer = status(200, "CommuniGate Pro PWD connection closed");
        answer.close = true;
        return answer;
    }
    if (!caller)
        return before(name, rest);
    if (name == "NEWPASS")
        return newPassword(rest);
    if (name == "INLINE" && manner.inlineMode) {
        if (rest.find_first_not_of(' ') != rest.npos)
            return status(General, "unexpected text behind the command");
        inLine = true;
        return ok();
    }
    if (name == "USER" || name == "PASS" || name == "APOP" || name == "AUTH")
        return status(General, "you are logged in already");
    const auto *command = findCommand(name);
    if (!command)
        return status(Unknown, "unknown command");
    Words words(rest);
    return answerTo(command->run(*caller, words));
}

Interpreter::Interpreter(std::shared_ptr<Store> store, const std::vector<User> &users, const Manner &manner, std::string stamp)
    : m_session(std::make_unique<Session>(std::move(store), users, manner, std::move(stamp)))
{
}

Interpreter::~Interpreter() = default;

std::string Interpreter::greeting() const
{
    const std::lock_guard lock(m_session->store->mutex);
    auto host = m_session->store->mainDomain();
    if (host.empty())
        host = "localhost";
    std::string text = "200 " + host + " CommuniGate Pro PWD Server " + m_session->manner.version + " ready";
    if (m_session->manner.stamp)
        text += ' ' + m_session->stamp;
    return text + "\r\n";
}

Interpreter::Answer Interpreter::run(std::string_view line)
{
    const std::lock_guard lock(m_session->store->mutex);
    return m_session->run(line);
}

Interpreter::Answer Interpreter::logIn(std::string_view user, std::string_view password)
{
    const std::lock_guard lock(m_session->store->mutex);
    m_session->inLine = true;
    return m_session->loggedIn(m_session->logIn.check(user, password));
}

} // namespace pbx::practice
