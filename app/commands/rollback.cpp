// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/output.h"
#include "app/commands/push_report.h"

#include <algorithm>

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    {"--list", {}, "lists the pushes, newest first; needs no server"},
    {"--dry-run", {}, "only tells what would be done"},
    {"--force", {}, "also where somebody has changed the server's files since"},
    deployDomainRule,
    deployServerRule,
    toRule,
    pinRule,
    authoritiesRule,
    clearPasswordRule,
    connectionsRule,
    deployFormatRule,
};

using deploy::PushRecord;

std::string_view state(const PushRecord &record)
{
    return record.running ? "running" : endWord(record.end);
}

void print(const PushRecord &record, Format format)
{
    if (format == Format::Json) {
        JsonLine line;
        line.text("id", record.id).text("when", record.when).text("who", record.who.toStdString());
        line.text("server", record.server.toStdString()).textOrNull("domain", orNull(record.scope.domain));
        line.text("end", state(record)).textOrNull("rollback_of", orNull(record.rollbackOf));
        line.textOrNull("remark", orNull(record.remark.toStdString()));
        printLine(line.number("actions", static_cast<std::int64_t>(record.actions.size())).str());
        return;
    }
    std::string line = record.id + "  " + std::string(state(record)) + "  " + std::to_string(record.actions.size())
                       + (record.actions.size() == 1 ? " action  " : " actions  ")
                       + (record.scope.isServer() ? "server-wide" : record.scope.domain) + "  " + record.who.toStdString() + "  "
                       + record.server.toStdString();
    if (!record.rollbackOf.empty())
        line += "  (rollback of " + record.rollbackOf + ')';
    if (!record.remark.isEmpty())
        line += "  " + record.remark.toStdString();
    printLine(line);
}

std::optional<deploy::History> readHistory(const std::string &folder)
{
    const auto workspace = files::Workspace::open(QString::fromLocal8Bit(folder));
    if (!workspace) {
        complain(workspace.error().toStdString());
        return std::nullopt;
    }
    auto history = deploy::history(*workspace);
    for (const auto &problem : history.problems)
        complain(problem.toStdString());
    return history;
}

int list(const deploy::History &history, Format format)
{
    for (const auto &record : history.pushes)
        print(record, format);
    if (history.pushes.empty() && format == Format::Text)
        complain("nothing was pushed from this workspace yet");
    return history.problems.isEmpty() ? Good : Wrong;
}

/// The one named, else the newest that changed something.
const PushRecord *chosen(const deploy::History &history, const std::string &id)
{
    const auto found = std::ranges::find_if(history.pushes, [&](const PushRecord &record) {
        return id.empty() ? record.end != deploy::PushResult::End::Undone : record.id == id;
    });
    return found == history.pushes.end() ? nullptr : &*found;
}

int rollback(const Options &options)
{
    const auto format = readFormat(options);
    if (!format)
        return Impossible;
    const auto &operands = options.operands();
    if (operands.empty() || operands.size() > 2)
        return wrongUsage(rollbackCommand, "a workspace is needed, and at most one push");
    const auto history = readHistory(operands[0]);
    if (!history)
        return Impossible;
    if (options.has("--list"))
        return list(*history, *format);
    const auto *record = chosen(*history, operands.size() > 1 ? operands[1] : std::string());
    if (!record) {
        complain(operands.size() > 1 ? "there is no push " + operands[1] + "; --list lists them"
                                     : "there is no push to roll back");
        return Impossible;
    }
    const auto session = DeploySession::open(options, rollbackCommand, record->server);
    if (!session)
        return Impossible;
    auto plan = deploy::planRollback(session->workspace(), record->id, session->job());
    if (!plan)
        return complainOf(plan.error());
    const bool force = options.has("--force");
    if (options.has("--dry-run")) {
        printPlan(*plan, *format);
        return force || plan->conflicts() == 0 ? Good : Wrong;
    }
    const bool ended = record->end == deploy::PushResult::End::Done;
    if (ended && plan->conflicts() > 0 && !force) {
        for (const auto &action : plan->actions) {
            if (action.conflict)
                tell(action.path + ": changed on the server since");
        }
        complain("nothing was rolled back; --force takes back these changes of others too");
        return Wrong;
    }
    if (ended && plan->isEmpty()) {
        complain("the server is as it was before push " + record->id + " already");
        return Good;
    }
    deploy::PushOptions how;
    how.force = force;
    how.who = thisPerson();
    const auto result = deploy::rollback(session->workspace(), record->id, *plan, how, session->job());
    if (!result)
        return complainOf(result.error());
    if (ended)
        return printResult(*result, plan->actions, *format);
    // An interrupted push was to be undone: that is what was asked for.
    const int status = printResult(*result, record->actions, *format);
    return result->end == deploy::PushResult::End::Undone && !result->failure ? static_cast<int>(Good) : status;
}

} // namespace

const Command rollbackCommand{
    "rollback",
    "WORKSPACE [PUSH] [--list] [--to URL]",
    "brings back the state before a push",
    "Brings back what the server had before a push (the newest, or the one named), with everything pushed to it since. It is a\n"
    "push of its own, so it can be rolled back too. Files that somebody else has changed on the server since are told, and nothing\n"
    "is done without --force. A push that was interrupted is undone. The workspace stays as it is. Accounts that a push has made\n"
    "stay: their mail would go with them. The password comes from PBX_PASSWORD, the desktop's keyring or the terminal.",
    rules,
    rollback,
};

} // namespace pbx::app
