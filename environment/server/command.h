// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"
#include "environment/server/failure.h"

#include <expected>
#include <string>
#include <string_view>

namespace pbx::server {

/// One command line (server-interfaces, 2.3): the only place that quotes. What can't stand on a line makes the command
/// faulty, and a faulty command is never sent: so no name can begin a second one.
class Command {
public:
    /// What happens when it is sent twice: commands that only read may be repeated after a lost answer.
    enum class Effect { Reads, Changes };

    Command(std::string_view keyword, Effect effect);
    Command &word(std::string_view keyword);      ///< FILE, DATA, DELETE …: ASCII letters
    Command &name(std::string_view text);         ///< a domain or account: bare where it is ordinary, else quoted
    Command &text(std::string_view text);         ///< quoted always
    Command &object(const data::Value &value);    ///< in the notation, one line
    Command &data(std::string_view bytes);        ///< a datablock
    Command &secret(std::string_view text);       ///< as vendors' clients send passwords; shown as "…"

    [[nodiscard]] Effect effect() const noexcept { return m_effect; }
    /// Without its end.
    [[nodiscard]] const std::expected<std::string, Failure> &line() const noexcept { return m_line; }
    /// For logs and messages: secrets masked, data shortened to its size.
    [[nodiscard]] const std::string &shown() const noexcept { return m_shown; }

private:
    void append(std::string_view piece);
    void append(std::string_view piece, std::string_view shown);
    void refuse(QString why);

    Effect m_effect;
    std::expected<std::string, Failure> m_line;
    std::string m_shown;
};

} // namespace pbx::server
