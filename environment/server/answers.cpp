// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/answers.h"

#include "environment/accounts/texts.h"
#include "environment/data/objects.h"
#include "environment/files/name_rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace pbx::server {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

bool isOf(const data::Value &value, Expected expected)
{
    switch (expected) {
    case Expected::Text:
        return value.isString();
    case Expected::DataBlock:
        return value.isDataBlock();
    case Expected::Array:
        return value.isArray();
    case Expected::Dictionary:
        return value.isDictionary();
    }
    return false;
}

QString nameOf(Expected expected)
{
    switch (expected) {
    case Expected::Text:
        return Text::tr("a text");
    case Expected::DataBlock:
        return Text::tr("a block of data");
    case Expected::Array:
        return Text::tr("a list");
    case Expected::Dictionary:
        break;
    }
    return Text::tr("a dictionary");
}

std::unexpected<Failure> unkeepable(std::string_view name, const QString &why)
{
    auto failure = senseless(Text::tr("The server lists a name that can't be kept: “%1”.").arg(shownName(name)) + QLatin1Char(' ') + why);
    failure.remedy = Text::tr("Nothing was read. Have it renamed or removed on the server.");
    return std::unexpected(std::move(failure));
}

} // namespace

bool isRefusal(const Failure &failure)
{
    return failure.kind == Failure::Kind::Refused || failure.kind == Failure::Kind::NoEnvironment;
}

QString shownName(std::string_view name)
{
    return QString::fromStdString(accounts::shown(name));
}

std::expected<data::Value, Failure> ask(Connection &connection, const Command &command, Expected expected)
{
    auto reply = connection.run(command);
    if (!reply)
        return std::unexpected(std::move(reply.error()));
    if (!isOf(reply->value, expected))
        return std::unexpected(senseless(Text::tr("The server's answer to %1 is not %2, as it should be.")
                                             .arg(QString::fromStdString(command.shown()), nameOf(expected))));
    return std::move(reply->value);
}

std::expected<std::string, Failure> nameToSend(std::string_view name)
{
    if (const auto verdict = files::checkName(name); !verdict.accepted())
        return std::unexpected(badRequest(QString::fromStdString(verdict.message),
                                          Text::tr("Rename the file: an environment holds names of letters, digits, dots, "
                                                   "hyphens and underscores.")));
    return files::foldName(name);
}

std::expected<std::string, Failure> languageToSend(std::string_view language)
{
    if (language.contains('/'))
        return std::unexpected(badRequest(Text::tr("“%1” is no language: folders of languages are one level deep.").arg(shownName(language))));
    return nameToSend(language);
}

std::expected<void, Failure> checkListed(std::string_view name)
{
    if (name.contains('/') && files::checkName(name).accepted())
        return unkeepable(name, Text::tr("It has a slash."));
    return checkListed({}, name);
}

std::expected<void, Failure> checkListed(std::string_view language, std::string_view name)
{
    const auto whole = language.empty() ? std::string(name) : std::string(language) + '/' + std::string(name);
    if (const auto verdict = files::checkName(whole); !verdict.accepted())
        return unkeepable(whole, QString::fromStdString(verdict.message));
    if (name.starts_with('.'))
        return unkeepable(whole, Text::tr("It begins with a dot."));
    return {};
}

std::expected<void, Failure> ListedNames::add(std::string_view name)
{
    if (auto checked = checkListed(name); !checked)
        return checked;
    auto folded = files::foldName(name);
    const auto place = std::ranges::lower_bound(m_folded, folded);
    if (place != m_folded.end() && *place == folded) {
        auto failure = senseless(Text::tr("The server lists two names that differ in letter case alone: “%1”.").arg(shownName(name)));
        failure.remedy = Text::tr("Nothing was read. Have one of them renamed or removed on the server.");
        return std::unexpected(std::move(failure));
    }
    m_folded.insert(place, std::move(folded));
    return {};
}

std::optional<std::int64_t> offsetIn(std::string_view answer)
{
    const auto folded = files::foldName(answer);
    const auto word = folded.rfind("offset");
    if (word == folded.npos)
        return std::nullopt;
    const auto digits = folded.find_first_of("0123456789", word);
    if (digits == folded.npos || folded.find_first_not_of(" =:#(", word + 6) < digits)
        return std::nullopt;
    std::int64_t offset = 0;
    const auto read = std::from_chars(folded.data() + digits, folded.data() + folded.size(), offset);
    return read.ec == std::errc() ? std::optional(offset) : std::nullopt;
}

} // namespace pbx::server
