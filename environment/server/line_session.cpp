// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/sessions.h"

#include "environment/server/failures.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

/// Commands on the command port (server-interfaces, 2.2).
namespace pbx::server {

namespace {

using Stage = Step::Stage;
using State = Step::State;
using Effect = Command::Effect;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr int wrongPasswordCode = 515;

bool isGood(const ReplyReader::Answer &answer)
{
    return answer.code / 100 == 2;
}

/// The first `<…@…>` with its brackets; empty: none.
std::string_view stampIn(std::string_view greeting)
{
    for (auto begin = greeting.find('<'); begin != greeting.npos; begin = greeting.find('<', begin + 1)) {
        const auto end = greeting.find('>', begin);
        if (end == greeting.npos)
            return {};
        const auto stamp = greeting.substr(begin, end - begin + 1);
        if (stamp.contains('@') && !stamp.contains(' '))
            return stamp;
    }
    return {};
}

QString versionIn(std::string_view greeting)
{
    constexpr std::string_view before = "PWD Server ";
    const auto at = greeting.find(before);
    if (at == greeting.npos)
        return {};
    const auto version = greeting.substr(at + before.size(), 60);
    if (version.empty() || version[0] < '0' || version[0] > '9')
        return {};
    return readable(version.substr(0, version.find(' ')), 60);
}

} // namespace

LineSession::~LineSession()
{
    // Politeness only; nobody waits for the answer.
    if (m_line.isOpen() && !m_stop.stop_requested())
        m_line.sayGoodbye("QUIT\r\n");
}

std::expected<LineSession::Answer, Failure> LineSession::say(const Command &command)
{
    if (!command.line())
        return std::unexpected(command.line().error());
    if (m_observer.sent)
        m_observer.sent(command.shown());
    auto answer = m_line.ask(*command.line());
    if (answer)
        noteReceived(answer->code, answer->text);
    return answer;
}

std::expected<void, Failure> LineSession::open()
{
    if (auto opened = m_line.open(); !opened)
        return opened;
    const auto greeting = greet();
    if (!greeting)
        return std::unexpected(greeting.error());
    if (auto loggedIn = logIn(*greeting); !loggedIn) {
        m_line.close();
        return failStep(Stage::LogIn, std::move(loggedIn.error()));
    }
    return askInline();
}

std::expected<std::string, Failure> LineSession::greet()
{
    tell(Stage::Greeting, State::Begun);
    auto failed = [this](Failure failure) -> std::expected<std::string, Failure> {
        m_line.close();
        return std::unexpected(failStep(Stage::Greeting, std::move(failure)).error());
    };
    auto answer = m_line.answer();
    if (!answer && answer.error().kind != Failure::Kind::Cancelled && !m_settings.isEncrypted())
        answer.error().remedy = Text::tr("The port may be one with TLS: use cgps://. Otherwise see whether it is that of the command line "
                                         "service (PWD) and whether the server hangs.");
    if (!answer)
        return failed(std::move(answer.error()));
    noteReceived(answer->code, answer->text);
    if (answer->code / 100 != 2)
        return failed(turnedAway(m_settings, std::to_string(answer->code) + ' ' + answer->text));
    if (answer->code != 200) // mail and file servers greet with 220
        return failed(notAServer(m_settings, std::to_string(answer->code) + ' ' + answer->text));
    if (m_version.isEmpty())
        m_version = versionIn(answer->text);
    tell(Stage::Greeting, State::Done, readable(answer->text));
    return std::move(answer->text);
}

std::expected<LineSession::Answer, Failure> LineSession::sendDigest(std::string_view stamp)
{
    const auto secret = QByteArray(stamp.data(), static_cast<qsizetype>(stamp.size())) + m_password.toUtf8();
    const auto digest = QCryptographicHash::hash(secret, QCryptographicHash::Md5).toHex().toStdString();
    return say(Command("APOP", Effect::Reads).name(m_settings.user.toStdString()).secret(digest));
}

std::expected<LineSession::Answer, Failure> LineSession::sendPassword()
{
    auto user = say(Command("USER", Effect::Reads).name(m_settings.user.toStdString()));
    if (!user || (user->code != 300 && !isGood(*user)))
        return user;
    return say(Command("PASS", Effect::Reads).secret(m_password.toStdString()));
}

/// CRAM-MD5 (RFC 2195), which servers without a stamp may know.
std::expected<LineSession::Answer, Failure> LineSession::answerChallenge()
{
    auto challenge = say(Command("AUTH", Effect::Reads).name("CRAM-MD5"));
    if (!challenge)
        return challenge;
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromStdString(challenge->text).trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    if (challenge->code != 300 || !decoded || (*decoded).isEmpty())
        return std::unexpected(clearPassword(m_settings));
    const auto digest = QMessageAuthenticationCode::hash(*decoded, m_password.toUtf8(), QCryptographicHash::Md5).toHex();
    if (m_observer.sent)
        m_observer.sent("…");
    auto answer = m_line.ask((m_settings.user.toUtf8() + ' ' + digest).toBase64().toStdString());
    if (answer)
        noteReceived(answer->code, answer->text);
    return answer;
}

/// On an open line the digest where there is a stamp: the password itself does not go out. Servers that can't recover a
/// password in clear refuse each digest, so on an encrypted line the password is sent at once, that a wrong one goes out
/// only once; on an open one it is sent after a digest where its user has agreed.
std::expected<void, Failure> LineSession::logIn(std::string_view greeting)
{
    tell(Stage::LogIn, State::Begun);
    if (const auto stamp = stampIn(greeting); !stamp.empty() && !m_settings.isEncrypted()) {
        const auto answer = sendDigest(stamp);
        if (!answer)
            return std::unexpected(answer.error());
        if (isGood(*answer)) {
            tell(Stage::LogIn, State::Done, Text::tr("by digest (APOP)"));
            return {};
        }
        if (answer->code == wrongPasswordCode && !m_settings.clearPasswordAllowed)
            return std::unexpected(wrongPassword(m_settings, answer->code, readable(answer->text)));
    }
    const bool tells = mayTellPassword();
    const auto answer = tells ? sendPassword() : answerChallenge();
    if (!answer)
        return std::unexpected(answer.error());
    if (!isGood(*answer))
        return std::unexpected(wrongPassword(m_settings, answer->code, readable(answer->text)));
    tell(Stage::LogIn, State::Done, tells ? Text::tr("by password (PASS)") : Text::tr("by digest (CRAM-MD5)"));
    return {};
}

/// Servers without it are understood too.
std::expected<void, Failure> LineSession::askInline()
{
    tell(Stage::Inline, State::Begun);
    const auto answer = say(Command("INLINE", Effect::Reads));
    if (!answer)
        return failStep(Stage::Inline, answer.error());
    tell(Stage::Inline, isGood(*answer) ? State::Done : State::Skipped);
    return {};
}

std::expected<Reply, Failure> LineSession::exchange(const Command &command)
{
    auto answer = m_line.ask(*command.line());
    if (!answer) {
        if (command.effect() == Effect::Changes)
            answer.error().answerLost = m_line.wentOut();
        return std::unexpected(std::move(answer.error()));
    }
    const bool inLine = answer->code == 201;
    const bool result = isGood(*answer) && (inLine || !answer->object.empty());
    if (!result)
        noteReceived(answer->code, answer->text);
    if (!isGood(*answer))
        return std::unexpected(refusal(answer->code, readable(answer->text, 2000), command.shown()));
    Reply reply;
    reply.code = answer->code;
    if (result) {
        const auto &text = inLine ? answer->text : answer->object;
        auto value = readResult(m_settings, text, !inLine);
        if (!value) {
            value.error().answerLost = command.effect() == Effect::Changes;
            return std::unexpected(std::move(value.error()));
        }
        noteResult(reply.code, text, *value);
        reply.value = std::move(*value);
    } else {
        reply.text = readable(answer->text, 2000);
    }
    return reply;
}

} // namespace pbx::server
