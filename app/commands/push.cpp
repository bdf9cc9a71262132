// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/output.h"
#include "app/commands/push_report.h"
#include "preview/scenario/push_gate.h"

#include <algorithm>

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    deployDomainRule,
    deployServerRule,
    toRule,
    {"--dry-run", {}, "only tells what would be done"},
    {"--only", "PATH", "only this file of the workspace", true},
    {"--force", {}, "in spite of conflicts, errors of pbx check and failing scenarios"},
    {"--remark", "TEXT", "for the journal"},
    {"--resume", {}, "goes on with a push that was interrupted"},
    pinRule,
    authoritiesRule,
    clearPasswordRule,
    connectionsRule,
    deployFormatRule,
};

/// The problems told, unless nobody wants to know.
bool passesGate(const DeploySession &session)
{
    const auto problems = scenario::pushGate(session.workspace().folder(), session.job().stop);
    for (const auto &problem : problems)
        tell(problem.toStdString());
    if (!problems.isEmpty())
        complain("the check finds errors or scenarios fail; --force pushes all the same");
    return problems.isEmpty();
}

int resume(const DeploySession &session)
{
    const auto record = deploy::unfinished(session.workspace());
    if (!record) {
        complain("no push was interrupted");
        return Good;
    }
    const auto result = deploy::resume(session.workspace(), record->id, session.job());
    if (!result)
        return complainOf(result.error());
    return printResult(*result, record->actions, session.format());
}

std::optional<std::string> unknownPath(const deploy::Comparison &comparison, const std::vector<std::string> &only)
{
    for (const auto &path : only) {
        if (std::ranges::none_of(comparison.items, [&](const deploy::Item &item) { return item.path == path; }))
            return path;
    }
    return std::nullopt;
}

int refuseConflicts(const deploy::Plan &plan)
{
    for (const auto &action : plan.actions) {
        if (action.conflict)
            tell(action.path + ": changed here and on the server");
    }
    complain("nothing was pushed, because of conflicts; pull and merge first, or --force replaces what is on the server");
    return Wrong;
}

int push(const Options &options)
{
    if (options.operands().size() != 1)
        return wrongUsage(pushCommand, "one workspace is needed");
    const auto session = DeploySession::open(options, pushCommand);
    if (!session)
        return Impossible;
    if (options.has("--resume"))
        return resume(*session);
    const bool force = options.has("--force");
    const bool good = force || passesGate(*session);
    if (!good && !options.has("--dry-run"))
        return Wrong;
    const auto comparison = deploy::compare(session->workspace(), session->scope(), session->job());
    if (!comparison)
        return complainOf(comparison.error());
    for (const auto &remark : comparison->remarks)
        complain(remark.toStdString());
    const auto only = options.values("--only");
    if (const auto path = unknownPath(*comparison, only)) {
        complain(*path + " is neither here nor on the server; name a path as pbx diff shows it");
        return Impossible;
    }
    const auto plan = deploy::planPush(*comparison, only);
    if (options.has("--dry-run")) {
        printPlan(plan, session->format());
        return good && (force || plan.conflicts() == 0) ? Good : Wrong;
    }
    if (plan.conflicts() > 0 && !force)
        return refuseConflicts(plan);
    deploy::PushOptions how;
    how.force = force;
    how.who = thisPerson();
    how.remark = QString::fromLocal8Bit(options.value("--remark"));
    const auto result = deploy::push(session->workspace(), plan, how, session->job());
    if (!result)
        return complainOf(result.error());
    if (plan.isEmpty()) {
        complain("nothing to push");
        return Good;
    }
    return printResult(*result, plan.actions, session->format());
}

} // namespace

const Command pushCommand{
    "push",
    "WORKSPACE [--domain D | --server] [--to URL] [--dry-run]",
    "puts what was changed in a workspace on a server",
    "Sends what was changed here, never what was changed on the server alone. Keeps what it replaces, has the server compile\n"
    "programs where it can, stores prompts before the programs that play them, reads everything back, and undoes all of it when\n"
    "it can't finish. Refuses when both sides changed a file, when pbx check finds errors and when scenarios fail. A push that\n"
    "was interrupted (the program killed, the line dead for good) is finished with --resume or undone with pbx rollback. The\n"
    "password comes from PBX_PASSWORD, the desktop's keyring or the terminal.",
    rules,
    push,
};

} // namespace pbx::app
