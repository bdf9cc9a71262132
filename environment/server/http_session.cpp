// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/sessions.h"

#include "environment/data/notation.h"
#include "environment/server/failures.h"

#include <QCoreApplication>

#include <algorithm>

/// Commands below /cli/ of the WebUser port (server-interfaces, 2.4). The answer is the bare result; codes are lost.
namespace pbx::server {

namespace {

using Stage = Step::Stage;
using State = Step::State;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

/// As of a form: letters and digits stay, all else by its number.
std::string formEncoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        if (plain) {
            encoded += c;
        } else if (c == ' ') {
            encoded += '+';
        } else {
            encoded += '%';
            encoded += digits[code >> 4];
            encoded += digits[code & 15];
        }
    }
    return encoded;
}

/// A text that is no result; what follows the word ERROR.
std::string_view complaintIn(std::string_view body)
{
    constexpr std::string_view word = "ERROR";
    if (body.starts_with(word))
        body.remove_prefix(word.size());
    const auto begin = body.find_first_not_of(" :\t\r\n");
    return begin == body.npos ? std::string_view() : body.substr(begin);
}

bool speaksOf(const QString &text, const char *word)
{
    return text.contains(QLatin1String(word), Qt::CaseInsensitive);
}

/// The code that the command port would have given.
int codeOf(int status, const QString &complaint)
{
    if (status == 403)
        return 510;
    if (status == 404 && speaksOf(complaint, "account"))
        return 513;
    if (status == 404 && speaksOf(complaint, "domain"))
        return 512;
    return speaksOf(complaint, "unknown command") ? 500 : 501;
}

} // namespace

std::expected<void, Failure> HttpSession::open()
{
    m_open = false;
    if (!mayTellPassword())
        return failStep(Stage::LogIn, clearPassword(m_settings));
    if (auto opened = m_line.open(); !opened)
        return opened;
    tell(Stage::Greeting, State::Skipped);
    tell(Stage::LogIn, State::Begun);
    // Nothing but a request shows whether the password is good and commands are allowed.
    m_open = true;
    if (const auto tried = exchange(Command("NOOP", Command::Effect::Reads)); !tried) {
        m_open = false;
        return failStep(Stage::LogIn, tried.error());
    }
    tell(Stage::LogIn, State::Done, Text::tr("by password (Basic)"));
    tell(Stage::Inline, State::Skipped);
    return {};
}

std::expected<Reply, Failure> HttpSession::exchange(const Command &command)
{
    if (!m_line.isOpen()) {
        if (auto opened = m_line.open(); !opened)
            return std::unexpected(std::move(opened.error()));
    }
    const auto body = "command=" + formEncoded(*command.line());
    const auto credentials = (m_settings.user + QLatin1Char(':') + m_password).toUtf8().toBase64().toStdString();
    const auto head = "POST /cli/ HTTP/1.1\r\nHost: " + m_settings.host.toStdString() + ':' + std::to_string(m_settings.effectivePort())
                      + "\r\nAuthorization: Basic " + credentials
                      + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size())
                      + "\r\n\r\n";
    auto answer = m_line.ask(head, body);
    if (!answer) {
        if (command.effect() == Command::Effect::Changes)
            answer.error().answerLost = m_line.wentOut();
        return std::unexpected(std::move(answer.error()));
    }
    if (!answer->keepAlive)
        m_line.close();
    if (answer->status != 200)
        noteReceived(answer->status, answer->body);
    if (answer->status == 413)
        return std::unexpected(tooLargeForHttp(m_settings));
    if (answer->status == 401)
        return std::unexpected(wrongPassword(m_settings, answer->status, readable(complaintIn(answer->body))));
    const bool error = answer->body.starts_with("ERROR");
    if (answer->status != 200 || error) {
        if (!error && (answer->status == 404 || answer->status / 100 == 3))
            return std::unexpected(noCommandsThere(m_settings, answer->status));
        const auto complaint = readable(complaintIn(answer->body), 2000);
        return std::unexpected(refusal(codeOf(answer->status, complaint), complaint, command.shown()));
    }
    Reply reply;
    auto result = std::string_view(answer->body);
    while (result.ends_with('\n') || result.ends_with('\r'))
        result.remove_suffix(1);
    if (result.empty() || (result == "OK" && command.effect() == Command::Effect::Changes) || *command.line() == "NOOP") {
        reply.text = readable(result);
        noteReceived(reply.code, result);
        return reply;
    }
    auto value = readResult(m_settings, result, true);
    if (!value) {
        value.error().answerLost = command.effect() == Command::Effect::Changes;
        return std::unexpected(std::move(value.error()));
    }
    reply.code = 201;
    noteResult(reply.code, result, *value);
    reply.value = std::move(*value);
    return reply;
}

} // namespace pbx::server
