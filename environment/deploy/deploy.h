// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/workspace.h"
#include "environment/server/remote.h"

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

/// Workspace against server: compare, pull, push, undo (server-interfaces, 3.6 and 8; command-line, `pbx pull`). Content
/// decides, never a clock. What was last the same on both sides, the baseline, and the journal of pushes stand in the
/// workspace's folder `.pbx`.
namespace pbx::deploy {

enum class ItemKind { File, Account, DomainSettings };

enum class ItemState { Same, Added, ChangedHere, ChangedThere, Conflict, RemovedHere, RemovedThere };

enum class Side { Here, There };

/// "added", "changed-here" …: the words of `pbx diff`.
[[nodiscard]] std::string_view stateWord(ItemState state);

/// One setting of an account or domain that is not the same on both sides; nullopt: not set there.
struct KeyDifference {
    std::string key; ///< "Preferences.WorkDayStart", "Aliases"
    ItemState state = ItemState::Same;
    std::optional<std::string> base, here, there; ///< in the notation, one line
};

/// A file or a settings file that is in the workspace, on the server, or was.
struct Item {
    ItemKind kind = ItemKind::File;
    std::string name; ///< "russian/welcome.wav"; of an account its name
    std::string path; ///< in the workspace: "domains/D/environment/russian/welcome.wav", "domains/D/accounts/ivanov.settings"
    ItemState state = ItemState::Same;
    Side side = Side::Here;               ///< of Added: where it was added
    std::string base, here, there;        ///< SHA-256 of the contents in hexadecimal; empty: there is none
    std::int64_t sizeHere = 0, sizeThere = 0;
    std::vector<KeyDifference> keys;      ///< of settings
};

struct Comparison {
    server::Scope scope;
    bool environmentThere = true;     ///< the server has an environment of that scope
    bool baseline = false;            ///< there was a pull or push before
    std::vector<std::string> languagesHere, languagesThere;
    std::vector<Item> items;          ///< by kind and name, Same ones too
    QStringList remarks;              ///< what could not be compared, and why
    [[nodiscard]] int count(ItemState state) const;
    [[nodiscard]] bool differs() const;
};

/// How far a job is; told by any thread of it.
struct Progress {
    enum class Stage { Listing, Reading, BackingUp, Compiling, Storing, Verifying, Undoing };
    Stage stage = Stage::Listing;
    std::string name; ///< what it is at
    int done = 0, all = 0;
    std::int64_t bytes = 0, allBytes = 0;
};

/// What every job gets: connections, a way to tell and a way to stop it.
struct Job {
    /// Not bound to `stop`: a push that is stopped needs connections to undo what it has done.
    server::Connector connect;
    int connections = 16;
    std::function<void(const Progress &)> told;
    std::stop_token stop; ///< looked at between commands
    /// How long a lost line is tried again before the job gives up (a push: undoes what it has done).
    std::chrono::milliseconds patience{5000};
};

template<typename T = void> using Result = std::expected<T, server::Failure>;

/// Reads both sides. Memory holds hashes, not contents.
[[nodiscard]] Result<Comparison> compare(const files::Workspace &workspace, const server::Scope &scope, const Job &job);

/// A content of one side, for looking at: `Side::There` from the server.
[[nodiscard]] Result<std::string> content(const files::Workspace &workspace, const server::Scope &scope, const Item &item,
                                          Side side, const Job &job);
/// What it was at the last pull or push, where that is kept (programs and settings): for merging three ways.
[[nodiscard]] std::optional<std::string> baseContent(const files::Workspace &workspace, const server::Scope &scope,
                                                     const Item &item);

// ---- pull

struct Pulled {
    std::string path;
    enum class What { Added, Changed, Removed, Kept, Failed } what = What::Changed; ///< Kept: changed on both sides
    QString why; ///< of Kept and Failed
};

/// Takes what changed there and not here; what changed here stays and is told. All written or nothing.
/// `theirs`: paths of conflicts for which the server's content is to be taken.
[[nodiscard]] Result<std::vector<Pulled>> pull(const files::Workspace &workspace, const server::Scope &scope,
                                               const std::vector<std::string> &theirs, const Job &job);
/// A workspace made from a server: the folder must be missing or empty. The server-wide environment comes along where the
/// user may read it.
[[nodiscard]] Result<std::vector<Pulled>> pullNew(const QString &folder, const server::ServerSettings &server,
                                                  const std::string &domain, const Job &job);
/// Ends a conflict: `content` (of a file: all of it; of settings: a settings file) is written here, and what the comparison
/// saw on the server becomes the baseline. So what is here counts as changed here, and a push may take it there.
[[nodiscard]] Result<> settle(const files::Workspace &workspace, const server::Scope &scope, const Item &item,
                              const std::string &content, const Job &job);
/// Three ways, by lines; nullopt: changes touch the same lines.
[[nodiscard]] std::optional<std::string> merged(std::string_view base, std::string_view here, std::string_view there);

// ---- push

struct Action {
    enum class Kind {
        CreateEnvironment, CreateLanguage, Store, Delete, RemoveLanguage, CreateAccount, UpdateAccount, UpdateDomain,
    };
    Kind kind = Kind::Store;
    std::string name; ///< as in Item; of a language its folder
    std::string path; ///< in the workspace
    std::string expected; ///< hash of what the plan saw there; empty: nothing
    std::string wanted;   ///< hash of what shall be there; empty: nothing
    std::int64_t size = 0;
    std::vector<std::string> keys; ///< of settings: the keys that change
    bool chosen = true;
    bool conflict = false; ///< goes only when forced
};

/// In the order of doing: environment, languages, new modules, prompts, changed modules, programs, accounts, deletions; so no
/// caller meets a program, or a module in use, whose prompts are not there yet.
struct Plan {
    server::Scope scope;
    std::vector<Action> actions;
    std::vector<std::string> left; ///< changed there alone: not touched; accounts removed here: never removed there
    /// Found the same on both sides: becomes the baseline with the push.
    struct Same {
        ItemKind kind = ItemKind::File;
        std::string name, hash;
    };
    std::vector<Same> same;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] int conflicts() const;
    [[nodiscard]] std::int64_t bytes() const;
};

/// `only`: paths; empty: everything.
[[nodiscard]] Plan planPush(const Comparison &comparison, const std::vector<std::string> &only = {});

struct ActionResult {
    enum class End { Done, Undone, NotTried, Failed, Unknown };
    std::size_t action = 0; ///< its place in the plan
    End end = End::NotTried;
    QString message;
    int line = 0, column = 0; ///< of the server's complaint about a program
};

struct PushResult {
    enum class End {
        Done,
        Undone,     ///< it could not be finished; the server is as it was
        Unfinished, ///< neither could be reached; `resume` or `rollback` go on from the journal
    };
    End end = End::Done;
    std::string id; ///< of the push in the journal: "2026-11-26T12-00-05-1"
    std::vector<ActionResult> results;
    std::optional<server::Failure> failure;
};

struct PushOptions {
    bool force = false; ///< conflicts too
    QString who;        ///< for the journal: the person, not the server's user
    QString remark;
};

/// Backs up, compiles, stores, reads back; undoes all of it when it can't go on. A failure means that nothing was begun.
[[nodiscard]] Result<PushResult> push(const files::Workspace &workspace, const Plan &plan, const PushOptions &options,
                                      const Job &job);

// ---- history

struct PushRecord {
    std::string id;
    std::string when; ///< ISO 8601 with zone
    QString who;      ///< the person, and the server's user behind it
    QString server;   ///< url
    server::Scope scope;
    PushResult::End end = PushResult::End::Done;
    bool running = false;    ///< another program is at it right now
    std::string rollbackOf;  ///< id
    QString remark;
    std::vector<Action> actions;
};

/// Newest first. A record that can't be read is a problem with its path.
struct History {
    std::vector<PushRecord> pushes;
    QStringList problems;
};
[[nodiscard]] History history(const files::Workspace &workspace);
/// The push that ended neither done nor undone; there can be one: push() refuses until it is resumed or rolled back.
[[nodiscard]] std::optional<PushRecord> unfinished(const files::Workspace &workspace);

/// Goes on with an unfinished push.
[[nodiscard]] Result<PushResult> resume(const files::Workspace &workspace, const std::string &id, const Job &job);
/// Brings back the state before a push, as a push of its own that can be rolled back too. Files that somebody changed since
/// are conflicts.
[[nodiscard]] Result<Plan> planRollback(const files::Workspace &workspace, const std::string &id, const Job &job);
[[nodiscard]] Result<PushResult> rollback(const files::Workspace &workspace, const std::string &id, const Plan &plan,
                                          const PushOptions &options, const Job &job);

} // namespace pbx::deploy
