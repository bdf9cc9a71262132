// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/steps.h"

#include "environment/data/notation.h"
#include "environment/deploy/plan.h"
#include "environment/deploy/sides.h"
#include "environment/files/atomic_file.h"

#include <QCoreApplication>

#include <algorithm>

/// Settings of accounts and domains, key by key.
namespace pbx::deploy {

using server::Failure;
using Kind = Action::Kind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

/// A forwarder is changed by taking it away and making it anew: interrupted, there is none.
bool mayBeBetween(const std::string &key, const std::optional<std::string> &value)
{
    return !value && key.starts_with("Forwarders.");
}

std::unexpected<Failure> changedThere(const Action &action, const std::string &key)
{
    return std::unexpected(changedFailure(
        Text::tr("“%1” of %2 was changed on the server since it was compared.")
            .arg(QString::fromStdString(key), QString::fromStdString(action.name)),
        Text::tr("Compare again to see what is there now.")));
}

/// The section's keys with their new values; the word "default" takes a value away.
Result<data::Value> sectionUpdate(const std::vector<std::string> &keys, const std::string &section, const Keys &goal)
{
    auto changed = data::Value::newDictionary();
    for (const auto &key : keys) {
        const auto parts = partsOf(key);
        if (parts.section != section)
            continue;
        const auto value = valueOf(goal, key);
        auto read = value ? readValue(*value) : Result<data::Value>(data::Value::string("default"));
        if (!read)
            return read;
        changed.dictionary().set(parts.name, std::move(*read));
    }
    return changed;
}

} // namespace

Result<std::string> settingsContentOfFile(const QString &path, ItemKind kind)
{
    const auto content = files::readFile(path);
    if (!content)
        return std::unexpected(localFailure(content.error()));
    const auto document = data::readNotation(content->toStdString());
    if (!document)
        return std::unexpected(localFailure(QStringLiteral("%1:%2:%3: %4").arg(path).arg(document.error().line)
                                                .arg(document.error().column)
                                                .arg(QString::fromStdString(document.error().message))));
    return settingsContent(keysOf(document->value, kind));
}

Result<> Steps::prepareSettings(server::Remote &remote, const Action &action) const
{
    const auto kind = itemKindOf(action);
    if (!m_folder.has(action.wanted) && !action.wanted.empty()) {
        const auto content = settingsContentOfFile(m_workspace + QLatin1Char('/') + QString::fromStdString(action.path), kind);
        if (!content)
            return std::unexpected(content.error());
        if (hashOf(*content) != action.wanted)
            return std::unexpected(changedFailure(
                Text::tr("%1 was changed here after it was compared.").arg(QString::fromStdString(action.path)),
                Text::tr("Compare again.")));
        if (auto kept = m_folder.keep(action.wanted, *content); !kept)
            return kept;
    }
    const auto now = readSettings(remote, m_scope, kind, action.name);
    if (!now)
        return std::unexpected(now.error());
    const auto content = *now ? settingsContent(**now) : std::string();
    if ((*now ? hashOf(content) : std::string()) != action.expected)
        return std::unexpected(changedFailure(
            Text::tr("The settings of %1 were changed on the server since they were compared.").arg(QString::fromStdString(action.name)),
            Text::tr("Compare again to see what is there now.")));
    return *now ? m_folder.keep(action.expected, content) : Result<>();
}

Result<Steps::Settings> Steps::settingsOf(const Action &action) const
{
    Settings settings;
    const auto read = [&](const std::string &hash, Keys &keys) -> Result<> {
        if (hash.empty())
            return {};
        const auto content = m_folder.kept(hash);
        if (!content)
            return std::unexpected(content.error());
        auto found = keysOfContent(*content, itemKindOf(action));
        if (!found)
            return std::unexpected(found.error());
        keys = std::move(*found);
        return {};
    };
    if (auto before = read(action.expected, settings.before); !before)
        return std::unexpected(before.error());
    if (auto after = read(action.wanted, settings.wanted); !after)
        return std::unexpected(after.error());
    return settings;
}

Result<> Steps::send(server::Remote &remote, const Action &action, const Keys &current, const Keys &goal,
                     const std::vector<std::string> &keys) const
{
    std::vector<std::string> open;
    std::ranges::copy_if(keys, std::back_inserter(open),
                         [&](const std::string &key) { return !sameValue(valueOf(current, key), valueOf(goal, key)); });
    const bool domain = action.kind == Kind::UpdateDomain;
    const auto list = [&](const std::string &key) -> Result<data::Value> {
        const auto value = valueOf(goal, key);
        return value ? readValue(*value) : data::Value();
    };
    for (const auto &key : open) {
        const auto parts = partsOf(key);
        Result<> sent;
        const auto value = list(key);
        if (!value)
            return std::unexpected(value.error());
        if (parts.section == "Aliases")
            sent = remote.setAliases(m_scope.domain, action.name, *value);
        else if (parts.section == "SignalRules")
            sent = domain ? remote.setDomainSignalRules(m_scope.domain, *value)
                          : remote.setSignalRules(m_scope.domain, action.name, *value);
        else if (parts.section == "Forwarders")
            sent = remote.setForwarder(m_scope.domain, parts.name,
                                       value->isNull() ? std::nullopt : std::optional(value->toStdString()));
        else if (parts.section == "Groups")
            sent = remote.setGroup(m_scope.domain, parts.name, *value);
        if (!sent)
            return sent;
    }
    for (const auto *section : {"Settings", "Preferences"}) {
        const auto changed = sectionUpdate(open, section, goal);
        if (!changed)
            return std::unexpected(changed.error());
        if (data::length(*changed) == 0)
            continue;
        const auto sent = domain                                  ? remote.updateDomainPreferences(m_scope.domain, *changed)
                          : std::string_view(section) == "Settings" ? remote.updateSettings(m_scope.domain, action.name, *changed)
                                                                  : remote.updatePreferences(m_scope.domain, action.name, *changed);
        if (!sent)
            return sent;
    }
    return {};
}

/// Afterwards the account exists, perhaps with settings of the domain's template.
Result<> Steps::createAccount(server::Remote &remote, const Action &action, const Keys &wanted, Knowledge knowledge) const
{
    const auto now = readSettings(remote, m_scope, ItemKind::Account, action.name);
    if (!now)
        return std::unexpected(now.error());
    if (*now && knowledge == Knowledge::PerhapsBegun)
        return {};
    if (*now)
        return std::unexpected(changedFailure(
            Text::tr("Somebody has made the account %1 on the server meanwhile.").arg(QString::fromStdString(action.name)),
            Text::tr("Compare again.")));
    const auto settings = sectionUpdate(action.keys, "Settings", wanted);
    if (!settings)
        return std::unexpected(settings.error());
    return remote.createAccount(m_scope.domain, action.name, data::length(*settings) > 0 ? *settings : data::Value());
}

Result<> Steps::performSettings(server::Remote &remote, const Action &action, Knowledge knowledge) const
{
    const auto settings = settingsOf(action);
    if (!settings)
        return std::unexpected(settings.error());
    if (action.kind == Kind::CreateAccount) {
        if (auto created = createAccount(remote, action, settings->wanted, knowledge); !created)
            return created;
    }
    const auto now = readSettings(remote, m_scope, itemKindOf(action), action.name);
    if (!now)
        return std::unexpected(now.error());
    const auto current = now->value_or(Keys());
    for (const auto &key : action.keys) {
        const auto value = valueOf(current, key);
        const bool ours = action.kind == Kind::CreateAccount || sameValue(value, valueOf(settings->wanted, key))
                          || sameValue(value, valueOf(settings->before, key))
                          || (knowledge == Knowledge::PerhapsBegun && mayBeBetween(key, value));
        if (!*now || !ours)
            return changedThere(action, key);
    }
    if (auto sent = send(remote, action, current, settings->wanted, action.keys); !sent)
        return sent;
    const auto after = readSettings(remote, m_scope, itemKindOf(action), action.name);
    if (!after)
        return std::unexpected(after.error());
    for (const auto &key : action.keys) {
        if (!sameValue(valueOf(after->value_or(Keys()), key), valueOf(settings->wanted, key)))
            return std::unexpected(changedFailure(
                Text::tr("“%1” of %2 reads back from the server otherwise than it was sent.")
                    .arg(QString::fromStdString(key), QString::fromStdString(action.name)),
                Text::tr("Somebody else may have changed it at the same moment, or the server has its own form of it; compare again.")));
    }
    return {};
}

Result<Steps::Undone> Steps::undoSettings(server::Remote &remote, const Action &action) const
{
    const auto settings = settingsOf(action);
    if (!settings)
        return std::unexpected(settings.error());
    const auto now = readSettings(remote, m_scope, itemKindOf(action), action.name);
    if (!now)
        return std::unexpected(now.error());
    if (!*now)
        return action.kind == Kind::CreateAccount ? Undone::AsBefore : Undone::LeftToOthers;
    if (action.kind == Kind::CreateAccount) {
        // The one this push has made carries its settings.
        for (const auto &key : action.keys) {
            if (key.starts_with("Settings.") && !sameValue(valueOf(**now, key), valueOf(settings->wanted, key)))
                return Undone::LeftToOthers;
        }
        const auto removed = remote.removeAccount(m_scope.domain, action.name);
        return removed ? Result<Undone>(Undone::AsBefore) : std::unexpected(removed.error());
    }
    std::vector<std::string> ours;
    bool others = false;
    for (const auto &key : action.keys) {
        const auto value = valueOf(**now, key);
        if (sameValue(value, valueOf(settings->before, key)))
            continue;
        if (sameValue(value, valueOf(settings->wanted, key)) || mayBeBetween(key, value))
            ours.push_back(key);
        else
            others = true;
    }
    if (auto sent = send(remote, action, **now, settings->before, ours); !sent)
        return std::unexpected(sent.error());
    const auto after = readSettings(remote, m_scope, itemKindOf(action), action.name);
    if (!after)
        return std::unexpected(after.error());
    for (const auto &key : ours)
        others = others || !sameValue(valueOf(after->value_or(Keys()), key), valueOf(settings->before, key));
    return others ? Undone::LeftToOthers : Undone::AsBefore;
}

} // namespace pbx::deploy
