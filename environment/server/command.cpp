// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/command.h"

#include "environment/data/notation.h"
#include "environment/server/answers.h"

#include <QCoreApplication>

#include <algorithm>

namespace pbx::server {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr std::size_t longestShown = 200;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What every client sends bare (server-interfaces, 1.2 and 3.4).
bool isOrdinary(std::string_view name)
{
    return name == "*" || (!name.empty() && std::ranges::all_of(name, [](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '@';
    }) && name.front() != '-' && name.front() != '.');
}

} // namespace

Command::Command(std::string_view keyword, Effect effect) : m_effect(effect), m_line(std::string())
{
    if (keyword.empty() || !std::ranges::all_of(keyword, isLetter)) {
        refuse(Text::tr("\"%1\" is no name of a command.").arg(QString::fromUtf8(keyword)));
        return;
    }
    m_line->append(keyword);
    m_shown.append(keyword);
}

Command &Command::word(std::string_view keyword)
{
    if (keyword.empty() || !std::ranges::all_of(keyword, isLetter))
        refuse(Text::tr("\"%1\" is no keyword.").arg(QString::fromUtf8(keyword)));
    append(keyword);
    return *this;
}

Command &Command::name(std::string_view text)
{
    if (text.empty())
        refuse(Text::tr("A name is missing."));
    if (!isOrdinary(text))
        return this->text(text);
    append(text);
    return *this;
}

Command &Command::text(std::string_view text)
{
    if (text.find_first_of(std::string_view("\r\n\0", 3)) != text.npos) {
        refuse(Text::tr("The text \"%1\" has a line end in it, and a command has to stand on one line.")
                   .arg(QString::fromUtf8(text.substr(0, longestShown)).simplified()));
        return *this;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (code < 32 || code == 127) {
            const auto digits = std::to_string(code);
            quoted += '\\' + std::string(3 - digits.size(), '0') + digits;
        } else {
            quoted += c;
        }
    }
    append(quoted + '"');
    return *this;
}

Command &Command::object(const data::Value &value)
{
    auto printed = data::printNotation(value, data::PrintStyle::Client);
    if (!printed)
        refuse(Text::tr("The value can't be written: %1").arg(QString::fromStdString(printed.error())));
    else if (printed->find_first_of(std::string_view("\r\n\0", 3)) != printed->npos)
        refuse(Text::tr("The value has a line end that can't be sent."));
    else if (holdsSecret(value))
        append(*printed, "…");
    else
        append(*printed);
    return *this;
}

Command &Command::data(std::string_view bytes)
{
    append('[' + data::encodeBase64(bytes) + ']', '[' + std::to_string(bytes.size()) + " bytes]");
    return *this;
}

Command &Command::secret(std::string_view text)
{
    if (text.find_first_of(std::string_view("\r\n\0", 3)) != text.npos)
        refuse(Text::tr("The password has a line end in it and can't be sent."));
    else
        append(text, "…");
    return *this;
}

void Command::append(std::string_view piece)
{
    append(piece, piece.size() <= longestShown ? std::string(piece) : std::string(piece.substr(0, longestShown)) + "…");
}

void Command::append(std::string_view piece, std::string_view shown)
{
    if (m_line)
        m_line->append(" ").append(piece);
    m_shown.append(" ").append(shown);
}

void Command::refuse(QString why)
{
    if (m_line)
        m_line = std::unexpected(badRequest(std::move(why)));
}

} // namespace pbx::server
