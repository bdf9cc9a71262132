// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/plan.h"
#include "environment/deploy/sides.h"
#include "environment/deploy/transaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace pbx::deploy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

/// The results of the actions that were chosen, at their places in the plan; the others were not tried.
void spread(PushResult &result, const Plan &plan)
{
    std::vector<ActionResult> all(plan.actions.size());
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (plan.actions[i].chosen && chosen < result.results.size())
            all[i] = std::move(result.results[chosen++]);
        all[i].action = i;
    }
    result.results = std::move(all);
}

} // namespace

/// What push and rollback have in common; `rollbackOf` is empty for a push.
Result<PushResult> pushAs(const files::Workspace &workspace, const Plan &plan, const PushOptions &options, const Job &job,
                          const std::string &rollbackOf)
{
    if (plan.conflicts() > 0 && !options.force)
        return std::unexpected(changedFailure(
            Text::tr("Changed here and on the server, files and settings: %1. Nothing was pushed.").arg(plan.conflicts()),
            Text::tr("Pull and merge them first, or force the push: then the server's are replaced by those here.")));
    const auto fresh = openAgain(workspace);
    if (!fresh)
        return std::unexpected(fresh.error());
    Entry entry;
    entry.record.when = presentMoment();
    entry.record.who = options.who;
    entry.record.scope = plan.scope;
    entry.record.rollbackOf = rollbackOf;
    entry.record.remark = options.remark;
    std::ranges::copy_if(plan.actions, std::back_inserter(entry.record.actions), &Action::chosen);
    const bool nothing = entry.record.actions.empty();
    Transaction transaction(*fresh, std::move(entry), job);
    if (auto locked = transaction.lock(); !locked)
        return std::unexpected(locked.error());
    if (nothing)
        return PushResult();
    transaction.alsoSame(plan.same);
    const auto ready = transaction.prepare();
    if (!ready)
        return std::unexpected(ready.error());
    auto result = *ready ? transaction.forward() : transaction.notBegun();
    spread(result, plan);
    return result;
}

Result<PushResult> push(const files::Workspace &workspace, const Plan &plan, const PushOptions &options, const Job &job)
{
    return pushAs(workspace, plan, options, job, {});
}

Result<PushResult> resume(const files::Workspace &workspace, const std::string &id, const Job &job)
{
    const auto fresh = openAgain(workspace);
    if (!fresh)
        return std::unexpected(fresh.error());
    auto entry = Journal::read(StateFolder(fresh->folder()), id);
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->ended)
        return std::unexpected(localFailure(Text::tr("The push %1 has ended; there is nothing to resume.").arg(QString::fromStdString(id))));
    Transaction transaction(*fresh, std::move(*entry), job);
    if (auto locked = transaction.lock(id); !locked)
        return std::unexpected(locked.error());
    if (auto taken = transaction.takeUp(); !taken)
        return std::unexpected(taken.error());
    return transaction.forward();
}

} // namespace pbx::deploy
