// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/connection.h"
#include "environment/server/failures.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reading what a server answers. Nothing of it is believed before it was looked at here: a name that is no plain name
/// would become a path on this machine.
namespace pbx::server {

/// An answer of 5xx about the thing asked for, not about rights, domain, account or line.
[[nodiscard]] bool isRefusal(const Failure &failure);

/// For messages: shortened, control characters visible.
[[nodiscard]] QString shownName(std::string_view name);

enum class Expected { Text, DataBlock, Array, Dictionary };
/// Runs the command; an answer of another kind is a failure.
[[nodiscard]] std::expected<data::Value, Failure> ask(Connection &connection, const Command &command, Expected expected);

/// "NAME" or "LANGUAGE/NAME" as it is sent, in lower case; refused when an environment can't hold it.
[[nodiscard]] std::expected<std::string, Failure> nameToSend(std::string_view name);
/// The same for a folder's name, which is never empty.
[[nodiscard]] std::expected<std::string, Failure> languageToSend(std::string_view language);

/// Refuses what can't be the name of one file: empty, `.` and `..`, with slashes or control characters, too long, hidden.
[[nodiscard]] std::expected<void, Failure> checkListed(std::string_view name);
/// The same of a name in the folder of a language ("": the top), both together.
[[nodiscard]] std::expected<void, Failure> checkListed(std::string_view language, std::string_view name);

/// Names of a list that become names of files here. Of two that differ by letter case alone none can be kept: a failure.
class ListedNames {
public:
    [[nodiscard]] std::expected<void, Failure> add(std::string_view name);

private:
    std::vector<std::string> m_folded; ///< sorted
};

/// A password or the like somewhere inside: nothing to be shown or written down.
[[nodiscard]] bool holdsSecret(const data::Value &value);

/// What an answer says about a program that was to be compiled (server-interfaces, 3.2): the offset it names, if any.
[[nodiscard]] std::optional<std::int64_t> offsetIn(std::string_view answer);

} // namespace pbx::server
