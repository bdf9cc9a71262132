// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/sessions.h"

#include "environment/data/notation.h"
#include "environment/server/failures.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

/// Commands below /cli/ of the WebUser port (server-interfaces, 2.4). The answer is the bare result; codes are lost.
namespace pbx::server {

namespace {

using Stage = Step::Stage;
using State = Step::State;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr std::string_view path = "/cli/";

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

bool isBasic(std::string_view challenge)
{
    return QByteArray(challenge.data(), static_cast<qsizetype>(challenge.size())).toLower().startsWith("basic");
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
    m_challenge.reset();
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
    tell(Stage::LogIn, State::Done, m_challenge ? Text::tr("by digest") : Text::tr("by password (Basic)"));
    tell(Stage::Inline, State::Skipped);
    return {};
}

/// The digest once the server has asked for one. Before that the password, where nobody can listen; elsewhere nothing,
/// to see what the server offers.
std::string HttpSession::authorization()
{
    const auto user = m_settings.user.toStdString(), password = m_password.toStdString();
    m_basicSent = false;
    if (m_challenge) {
        const auto nonce = QString::number(QRandomGenerator::system()->generate64(), 16).toStdString();
        const auto answer = digestAnswer(*m_challenge, {"POST", path, user, password, nonce, ++m_digests});
        return answer ? "Authorization: " + *answer + "\r\n" : std::string();
    }
    if (!m_settings.isEncrypted() && !m_settings.isLoopback() && !(m_settings.clearPasswordAllowed && m_noDigest))
        return {};
    m_basicSent = true;
    return "Authorization: Basic " + QByteArray::fromStdString(user + ':' + password).toBase64().toStdString() + "\r\n";
}

bool HttpSession::takeChallenge(const HttpReader::Answer &answer)
{
    std::optional<DigestChallenge> offered;
    for (const auto &field : answer.challenges) {
        if (!offered)
            offered = readDigest(field);
    }
    if (m_challenge) { // a digest was refused: only an old nonce is a reason to go on
        const bool again = offered && offered->stale;
        m_challenge = again ? offered : m_challenge;
        m_digests = 0;
        return again;
    }
    // A password that went out was wrong, unless the server knows no passwords sent this way.
    if (m_basicSent && (!offered || std::ranges::any_of(answer.challenges, isBasic)))
        return false;
    m_challenge = offered;
    m_digests = 0;
    m_noDigest = !offered;
    return offered || mayTellPassword();
}

/// A request that was answered with 401 was not run: it can be sent once more.
std::expected<HttpReader::Answer, Failure> HttpSession::request(const Command &command)
{
    const auto body = "command=" + formEncoded(*command.line());
    std::expected<HttpReader::Answer, Failure> answer;
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (!m_line.isOpen()) {
            if (auto opened = m_line.open(); !opened)
                return std::unexpected(std::move(opened.error()));
        }
        const auto head = "POST " + std::string(path) + " HTTP/1.1\r\nHost: " + m_settings.host.toStdString() + ':'
                          + std::to_string(m_settings.effectivePort()) + "\r\n" + authorization()
                          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size())
                          + "\r\n\r\n";
        answer = m_line.ask(head, body);
        if (!answer)
            return answer;
        if (!answer->keepAlive)
            m_line.close();
        if (answer->status != 401 || !takeChallenge(*answer))
            break;
    }
    return answer;
}

std::expected<Reply, Failure> HttpSession::exchange(const Command &command)
{
    auto answer = request(command);
    if (!answer) {
        if (command.effect() == Command::Effect::Changes)
            answer.error().answerLost = m_line.wentOut();
        return std::unexpected(std::move(answer.error()));
    }
    if (answer->status != 200)
        noteReceived(answer->status, answer->body);
    if (answer->status == 413)
        return std::unexpected(tooLargeForHttp(m_settings));
    if (answer->status == 401 && !m_challenge && !m_basicSent)
        return std::unexpected(clearPassword(m_settings));
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
