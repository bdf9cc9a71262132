// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/sessions.h"

#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/server/answers.h"

#include <QCoreApplication>

#include <algorithm>

namespace pbx::server {

namespace {

using namespace std::chrono_literals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

/// Servers drop sessions after about five minutes of silence (server-interfaces, 2.2).
constexpr auto longestSilence = 240s;

/// Values of one result: a byte of text can stand for one that takes many.
constexpr std::ptrdiff_t mostValues = 4'000'000;

std::string upper(std::string_view text)
{
    std::string made(text);
    std::ranges::transform(made, made.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return made;
}

} // namespace

std::expected<data::Value, Failure> readResult(const ServerSettings &settings, std::string_view text, bool multiLine)
{
    data::ReadOptions options;
    options.multiLine = multiLine;
    options.maxSize = std::size_t(96) << 20;
    const auto values = std::ranges::count_if(text, [](char c) { return c == ',' || c == ';' || c == '(' || c == '{'; });
    if (values > mostValues)
        return std::unexpected(notAServer(settings, text));
    auto read = data::readNotation(text, options);
    if (!read)
        return std::unexpected(notAServer(settings, text));
    return std::move(read->value);
}

Session::Session(const ServerSettings &settings, QString password, const std::stop_token &stop, const Observer &observer)
    : m_settings(settings), m_password(std::move(password)), m_stop(stop), m_observer(observer),
      m_line(m_settings, m_stop, m_observer), m_lastUse(std::chrono::steady_clock::now())
{
}

void Session::tell(Step::Stage stage, Step::State state, const QString &detail) const
{
    if (m_observer.step)
        m_observer.step({stage, state, detail});
}

std::expected<void, Failure> Session::failStep(Step::Stage stage, Failure failure) const
{
    tell(stage, Step::State::Failed, failure.text());
    return std::unexpected(std::move(failure));
}

void Session::noteReceived(int code, std::string_view text) const
{
    if (m_observer.received)
        m_observer.received(std::to_string(code) + ' ' + readable(text).toStdString());
}

void Session::noteResult(int code, std::string_view text, const data::Value &value) const
{
    noteReceived(code, holdsSecret(value) ? "…" : text.substr(0, 400));
}

bool Session::mayTellPassword() const
{
    return m_settings.isEncrypted() || m_settings.isLoopback() || m_settings.clearPasswordAllowed;
}

bool Session::supports(std::string_view keyword) const
{
    return m_commands.empty() || m_commands.contains(upper(keyword));
}

std::expected<void, Failure> Session::begin()
{
    if (m_settings.host.isEmpty() || m_settings.user.isEmpty())
        return std::unexpected(badRequest(Text::tr("The server's settings lack the host or the user."),
                                          Text::tr("Give an address such as cgps://admin@mail.example.com.")));
    if (auto opened = open(); !opened)
        return opened;
    askCommands();
    if (m_stop.stop_requested())
        return std::unexpected(cancelled());
    askVersion();
    if (m_stop.stop_requested())
        return std::unexpected(cancelled());
    return {};
}

/// Servers that don't know the question are asked without knowing.
void Session::askCommands()
{
    tell(Step::Stage::Commands, Step::State::Begun);
    const auto reply = run(Command("LISTCLICOMMANDS", Command::Effect::Reads));
    if (reply && reply->value.isArray()) {
        for (const auto &name : reply->value.array().items)
            m_commands.insert(upper(name.bytes()));
    }
    tell(Step::Stage::Commands, m_commands.empty() ? Step::State::Skipped : Step::State::Done,
         m_commands.empty() ? QString() : QString::number(m_commands.size()));
}

void Session::askVersion()
{
    tell(Step::Stage::Version, Step::State::Begun);
    const auto reply = run(Command("GETVERSION", Command::Effect::Reads));
    if (reply && reply->value.isString() && !reply->value.bytes().empty())
        m_version = readable(reply->value.bytes(), 60);
    tell(Step::Stage::Version, m_version.isEmpty() ? Step::State::Skipped : Step::State::Done, m_version);
}

std::expected<Reply, Failure> Session::runOnce(const Command &command)
{
    if (!isOpen() || std::chrono::steady_clock::now() - m_lastUse > longestSilence) {
        if (auto opened = open(); !opened)
            return std::unexpected(std::move(opened.error()));
    }
    if (m_observer.sent)
        m_observer.sent(command.shown());
    auto reply = exchange(command);
    m_lastUse = std::chrono::steady_clock::now();
    return reply;
}

std::expected<Reply, Failure> Session::run(const Command &command)
{
    if (!command.line())
        return std::unexpected(command.line().error());
    if (m_refused)
        return std::unexpected(*m_refused);
    auto reply = runOnce(command);
    if (!reply && reply.error().kind == Failure::Kind::WrongPassword)
        m_refused = reply.error();
    if (reply || reply.error().kind != Failure::Kind::ConnectionLost)
        return reply;
    // A line that broke before the command went out, or a command that may be said twice.
    if (command.effect() == Command::Effect::Changes && reply.error().answerLost)
        return reply;
    auto again = runOnce(command);
    if (!again && again.error().kind == Failure::Kind::WrongPassword)
        m_refused = again.error();
    if (!again && command.effect() == Command::Effect::Reads)
        again.error().answerLost = false;
    return again;
}

std::expected<std::unique_ptr<Connection>, Failure> connectTo(const ServerSettings &settings, const QString &password,
                                                              const std::stop_token &stop, const Observer &observer)
{
    const bool http = settings.transport == Transport::Http || settings.transport == Transport::Https;
    std::unique_ptr<Session> session;
    if (http)
        session = std::make_unique<HttpSession>(settings, password, stop, observer);
    else
        session = std::make_unique<LineSession>(settings, password, stop, observer);
    if (auto begun = session->begin(); !begun)
        return std::unexpected(std::move(begun.error()));
    return session;
}

} // namespace pbx::server
