// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/settings_keys.h"
#include "environment/deploy/state_folder.h"

namespace pbx::deploy {

/// How each action is done, and undone, on the server. All look first what the server has, so each may be repeated after a
/// lost answer. For any thread.
class Steps {
public:
    Steps(const files::Workspace &workspace, const server::Scope &scope, const StateFolder &folder);

    /// What the plan expects is there, and is kept here from now on; what is to be there can be read.
    [[nodiscard]] Result<> prepare(server::Remote &remote, const Action &action) const;

    enum class Knowledge {
        Nothing,      ///< look first
        IsAbsent,     ///< a list of this moment does not have it
        PerhapsBegun, ///< look first, it may be half done
    };
    [[nodiscard]] Result<> perform(server::Remote &remote, const Action &action, Knowledge knowledge) const;

    enum class Undone {
        AsBefore,
        LeftToOthers, ///< somebody else has changed it since: theirs stays
    };
    [[nodiscard]] Result<Undone> undo(server::Remote &remote, const Action &action) const;

    /// The content an action stores: kept here, or the workspace's file as it was planned.
    [[nodiscard]] Result<std::string> wanted(const Action &action) const;

private:
    struct Settings {
        Keys before, wanted;
    };
    [[nodiscard]] Result<> prepareFile(server::Remote &remote, const Action &action) const;
    [[nodiscard]] Result<> prepareSettings(server::Remote &remote, const Action &action) const;
    [[nodiscard]] Result<std::string> there(server::Remote &remote, const Action &action) const;
    [[nodiscard]] Result<bool> isGone(server::Remote &remote, const std::string &language) const;
    [[nodiscard]] Result<> performFile(server::Remote &remote, const Action &action, Knowledge knowledge) const;
    [[nodiscard]] Result<Undone> undoFile(server::Remote &remote, const Action &action) const;
    [[nodiscard]] Result<> performSettings(server::Remote &remote, const Action &action, Knowledge knowledge) const;
    [[nodiscard]] Result<Undone> undoSettings(server::Remote &remote, const Action &action) const;
    [[nodiscard]] Result<> createAccount(server::Remote &remote, const Action &action, const Keys &wanted, Knowledge knowledge) const;
    [[nodiscard]] Result<Settings> settingsOf(const Action &action) const;
    [[nodiscard]] Result<> send(server::Remote &remote, const Action &action, const Keys &current, const Keys &goal,
                                const std::vector<std::string> &keys) const;

    QString m_workspace;
    server::Scope m_scope;
    StateFolder m_folder;
};

/// The canonical content of a settings file of the workspace.
[[nodiscard]] Result<std::string> settingsContentOfFile(const QString &path, ItemKind kind);

} // namespace pbx::deploy
