// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/baseline.h"
#include "environment/deploy/crew.h"
#include "environment/deploy/journal.h"
#include "environment/deploy/sides.h"
#include "environment/deploy/steps.h"

namespace pbx::deploy {

/// One push from its first look to its end in the journal. Holds the lock all the time.
class Transaction {
public:
    Transaction(const files::Workspace &workspace, Entry entry, const Job &job);

    /// Takes the lock; refuses while an earlier push is unfinished, other than `id`.
    [[nodiscard]] Result<> lock(const std::string &id = {});
    /// Looks, backs up, has programs compiled, and writes the journal. After an error nothing was begun. A program the
    /// server refuses is no error: then there are results, and nothing was begun either.
    [[nodiscard]] Result<bool> prepare();
    /// Goes on with what the journal has.
    [[nodiscard]] Result<> takeUp();

    /// Does everything; undoes it when that fails.
    [[nodiscard]] PushResult forward();
    /// Undoes what was begun.
    [[nodiscard]] PushResult backward();

    [[nodiscard]] PushResult notBegun() { return std::move(m_result); }
    [[nodiscard]] const Entry &entry() const { return m_entry; }
    void alsoSame(std::vector<Plan::Same> same) { m_same = std::move(same); }

private:
    using Group = std::vector<std::size_t>;
    [[nodiscard]] std::vector<Group> groups() const;
    [[nodiscard]] Result<> askPlace();
    [[nodiscard]] Result<bool> compileAll();
    [[nodiscard]] bool doGroup(const Group &group, Teller &teller);
    [[nodiscard]] bool doPart(const Group &part, Teller &teller);
    [[nodiscard]] Result<> checkAbsent(const Group &part);
    [[nodiscard]] bool undoGroup(const Group &group, Teller &teller);
    void undoAll();
    void fail(server::Failure failure);
    [[nodiscard]] Result<> finish();
    void moveBaseline(Baseline &baseline, const Action &action);
    void moveSettingsBaseline(Baseline &baseline, const Action &action);
    void moveSame(Baseline &baseline);
    [[nodiscard]] const Action &action(std::size_t i) const { return m_entry.record.actions[i]; }

    const files::Workspace &m_workspace;
    Entry m_entry;
    const Job &m_job;
    StateFolder m_folder;
    PushLock m_lock;
    Crew m_crew;
    Steps m_steps;
    std::optional<Journal> m_journal;
    std::vector<Plan::Same> m_same;
    PushResult m_result;
    bool m_takenUp = false;
};

/// Now, with the zone.
[[nodiscard]] std::string presentMoment();

} // namespace pbx::deploy
