// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/steps.h"

#include "environment/deploy/baseline.h"
#include "environment/deploy/plan.h"
#include "environment/files/atomic_file.h"

#include <QCoreApplication>

#include <algorithm>

/// Files and folders of environments.
namespace pbx::deploy {

using server::Failure;
using Kind = Action::Kind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

QString shown(const Action &action)
{
    return QString::fromStdString(action.name);
}

std::unexpected<Failure> changedThere(const Action &action)
{
    return std::unexpected(changedFailure(Text::tr("%1 was changed on the server since it was compared.").arg(shown(action)),
                                          Text::tr("Compare again to see what is there now.")));
}

} // namespace

Steps::Steps(const files::Workspace &workspace, const server::Scope &scope, const StateFolder &folder)
    : m_workspace(workspace.folder()), m_scope(scope), m_folder(folder)
{
}

Result<std::string> Steps::wanted(const Action &action) const
{
    if (m_folder.has(action.wanted))
        return m_folder.kept(action.wanted);
    const auto content = files::readFile(m_workspace + QLatin1Char('/') + QString::fromStdString(action.path));
    if (!content)
        return std::unexpected(localFailure(content.error()));
    auto text = content->toStdString();
    if (hashOf(text) != action.wanted)
        return std::unexpected(changedFailure(Text::tr("%1 was changed here after it was compared.").arg(QString::fromStdString(action.path)),
                                              Text::tr("Compare again.")));
    return text;
}

/// The hash of what the server has; empty: nothing.
Result<std::string> Steps::there(server::Remote &remote, const Action &action) const
{
    const auto content = remote.read(m_scope, action.name);
    if (!content)
        return std::unexpected(content.error());
    return *content ? hashOf(**content) : std::string();
}

Result<bool> Steps::isGone(server::Remote &remote, const std::string &language) const
{
    const auto files = remote.files(m_scope);
    if (!files)
        return std::unexpected(files.error());
    const auto isFile = [&](const server::RemoteFile &file) { return file.name == language; };
    return !std::ranges::contains(files->languages, language) && std::ranges::none_of(files->files, isFile);
}

Result<> Steps::prepare(server::Remote &remote, const Action &action) const
{
    if (isOfSettings(action))
        return prepareSettings(remote, action);
    return action.kind == Kind::Store || action.kind == Kind::Delete ? prepareFile(remote, action) : Result<>();
}

Result<> Steps::prepareFile(server::Remote &remote, const Action &action) const
{
    if (action.kind == Kind::Store) {
        const auto content = wanted(action);
        if (!content)
            return std::unexpected(content.error());
        if (isMergeable(ItemKind::File, action.name)) {
            if (auto kept = m_folder.keep(action.wanted, *content); !kept)
                return kept;
        }
    }
    if (action.expected.empty())
        return {}; // a list just before it is stored says whether that is so
    const auto content = remote.read(m_scope, action.name);
    if (!content)
        return std::unexpected(content.error());
    if (!*content || hashOf(**content) != action.expected)
        return changedThere(action);
    return m_folder.keep(action.expected, **content);
}

Result<> Steps::perform(server::Remote &remote, const Action &action, Knowledge knowledge) const
{
    switch (action.kind) {
    case Kind::CreateEnvironment:
        return remote.createEnvironment(m_scope);
    case Kind::CreateLanguage:
        return remote.createLanguage(m_scope, action.name);
    case Kind::RemoveLanguage: {
        const auto removed = remote.removeLanguage(m_scope, action.name);
        // A lost answer may have been that of the removal itself.
        if (removed || knowledge != Knowledge::PerhapsBegun || removed.error().kind == Failure::Kind::Changed)
            return removed;
        const auto gone = isGone(remote, action.name);
        return gone && *gone ? Result<>() : removed;
    }
    case Kind::Store:
    case Kind::Delete:
        return performFile(remote, action, knowledge);
    case Kind::CreateAccount:
    case Kind::UpdateAccount:
    case Kind::UpdateDomain:
        return performSettings(remote, action, knowledge);
    }
    return {};
}

Result<> Steps::performFile(server::Remote &remote, const Action &action, Knowledge knowledge) const
{
    if (knowledge != Knowledge::IsAbsent) {
        const auto now = there(remote, action);
        if (!now)
            return std::unexpected(now.error());
        if (*now == action.wanted)
            return {};
        if (*now != action.expected)
            return changedThere(action);
    }
    if (action.kind == Kind::Store) {
        const auto content = wanted(action);
        if (!content)
            return std::unexpected(content.error());
        if (auto stored = remote.store(m_scope, action.name, *content); !stored)
            return stored;
    } else if (auto removed = remote.remove(m_scope, action.name); !removed) {
        return removed;
    }
    const auto after = there(remote, action);
    if (!after)
        return std::unexpected(after.error());
    if (*after != action.wanted)
        return std::unexpected(changedFailure(
            Text::tr("%1 reads back from the server otherwise than it was stored.").arg(shown(action)),
            Text::tr("Somebody else may have changed it at the same moment; compare again.")));
    return {};
}

Result<Steps::Undone> Steps::undo(server::Remote &remote, const Action &action) const
{
    switch (action.kind) {
    case Kind::CreateEnvironment:
        return Undone::AsBefore; // an empty environment is as good as none, and none is ever removed from here
    case Kind::CreateLanguage: {
        const auto removed = remote.removeLanguage(m_scope, action.name);
        if (removed)
            return Undone::AsBefore;
        if (removed.error().kind == Failure::Kind::Changed)
            return Undone::LeftToOthers;
        const auto gone = isGone(remote, action.name);
        if (!gone || !*gone)
            return std::unexpected(removed.error());
        return Undone::AsBefore;
    }
    case Kind::RemoveLanguage: {
        const auto created = remote.createLanguage(m_scope, action.name);
        return created ? Result<Undone>(Undone::AsBefore) : std::unexpected(created.error());
    }
    case Kind::Store:
    case Kind::Delete:
        return undoFile(remote, action);
    case Kind::CreateAccount:
    case Kind::UpdateAccount:
    case Kind::UpdateDomain:
        return undoSettings(remote, action);
    }
    return Undone::AsBefore;
}

Result<Steps::Undone> Steps::undoFile(server::Remote &remote, const Action &action) const
{
    const auto now = there(remote, action);
    if (!now)
        return std::unexpected(now.error());
    if (*now == action.expected)
        return Undone::AsBefore;
    if (*now != action.wanted)
        return Undone::LeftToOthers;
    if (action.expected.empty()) {
        const auto removed = remote.remove(m_scope, action.name);
        if (!removed)
            return std::unexpected(removed.error());
    } else {
        const auto content = m_folder.kept(action.expected);
        if (!content)
            return std::unexpected(content.error());
        const auto stored = remote.store(m_scope, action.name, *content);
        if (!stored)
            return std::unexpected(stored.error());
    }
    const auto after = there(remote, action);
    if (!after)
        return std::unexpected(after.error());
    return *after == action.expected ? Undone::AsBefore : Undone::LeftToOthers;
}

} // namespace pbx::deploy
