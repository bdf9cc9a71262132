// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/commands.h"

#include "environment/data/objects.h"
#include "environment/language/parser.h"

#include <algorithm>

/// Programs started without a call (server-interfaces, 5.1). A program has to be there and to compile; it does not run, so
/// nobody ever sets a status.
namespace pbx::practice {

namespace {

/// Innermost layer first.
Result<std::string> programText(const Caller &caller, const AccountName &account, const std::string &file)
{
    for (const auto &scope : {Scope{Scope::Layer::Domain, account.domain}, Scope{Scope::Layer::Server, {}},
                              Scope{Scope::Layer::Stock, {}}}) {
        if (auto text = caller.store.read(scope, file))
            return text;
    }
    return refused(General, "Failed to load PBX application code: there is no " + folded(file));
}

bool hasEntry(const std::string &program, const std::string &entry)
{
    const language::Source source("program", program);
    const auto tree = language::parse(source);
    return std::ranges::any_of(tree.sections, [&](const auto &section) {
        return section->kind == language::SectionKind::Entry && folded(section->name.folded) == folded(entry);
    });
}

Reply startTask(Caller &caller, Words &words)
{
    const auto name = words.account();
    words.expect("PROGRAM");
    const auto program = words.text("the program's name");
    const auto entry = words.takes("ENTRY") ? words.text("the entry's name") : std::string("main");
    if (words.takes("PARAM"))
        words.object("the parameter");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, {});
    if (!account)
        return std::unexpected(account.error());
    const auto file = program + ".sppr";
    const auto text = programText(caller, *account, file);
    if (!text)
        return std::unexpected(text.error());
    if (const auto complaint = compile(file, *text))
        return refused(General, "Failed to load PBX application code: " + complaint->text);
    if (!hasEntry(*text, entry))
        return refused(General, "Failed to load PBX application code: there is no entry " + entry);
    const auto id = "task-" + std::to_string(++caller.store.lastTask);
    caller.store.tasks[id] = {account->address(), folded(program)};
    return data::Value::string(id);
}

/// A task that is there, of an account the caller may command.
Result<std::string> taskOf(Caller &caller, const std::string &id)
{
    const auto found = caller.store.tasks.find(id);
    if (found == caller.store.tasks.end())
        return refused(General, "unknown task");
    if (const auto account = accountOf(caller, found->second.account, {}); !account)
        return std::unexpected(account.error());
    return id;
}

Reply sendEvent(Caller &caller, Words &words)
{
    const auto id = words.text("the task");
    words.expect("EVENT");
    words.text("the event's name");
    if (words.takes("PARAM"))
        words.object("the parameter");
    if (!words.done())
        return words.fault();
    if (const auto task = taskOf(caller, id); !task)
        return std::unexpected(task.error());
    return std::nullopt;
}

Reply readStatus(Caller &caller, Words &words)
{
    const auto id = words.text("the task");
    if (!words.done())
        return words.fault();
    if (const auto task = taskOf(caller, id); !task)
        return std::unexpected(task.error());
    return data::Value();
}

Reply killNode(Caller &caller, Words &words)
{
    const auto id = words.text("the task");
    if (!words.done())
        return words.fault();
    const auto task = taskOf(caller, id);
    if (!task)
        return std::unexpected(task.error());
    caller.store.tasks.erase(*task);
    return std::nullopt;
}

/// Every day, week … or so many seconds; empty: once.
bool isPeriod(const data::Value &period)
{
    const auto text = folded(period.isNumber() ? std::to_string(period.toNumber()) : period.toStdString());
    const bool digits = !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return period.isNull() || digits || text == "day" || text == "week" || text == "month" || text == "year";
}

/// The program has to be there; nothing ever starts it, as nothing here runs programs.
Reply updateScheduledTask(Caller &caller, Words &words)
{
    const auto name = words.account();
    const auto task = words.dictionary("the task");
    if (!words.done())
        return words.fault();
    const auto account = accountOf(caller, name, {});
    if (!account)
        return std::unexpected(account.error());
    const auto &settings = task.dictionary();
    if (!settings.get("id").isString() || settings.get("id").bytes().empty())
        return refused(General, "the task's id is missing");
    const auto program = settings.get("program");
    if (program.isNull())
        return std::nullopt;
    if (!program.isString() || !settings.get("when").isTimeStamp() || !isPeriod(settings.get("period")))
        return refused(General, "a task needs a program, the time of its start and a period of day, week, month, year or seconds");
    if (const auto text = programText(caller, *account, program.toStdString() + ".sppr"); !text)
        return std::unexpected(text.error());
    return std::nullopt;
}

/// No call is ever under way.
Reply getDialogInfo(Caller &caller, Words &words)
{
    words.number("the dialog's number");
    if (!words.done())
        return words.fault();
    if (const auto may = caller.mayServer("Monitors"); !may)
        return std::unexpected(may.error());
    return refused(General, "there is no such dialog");
}

const CommandEntry entries[] = {
    {"STARTPBXTASK", startTask},
    {"SENDTASKEVENT", sendEvent},
    {"READNODESTATUS", readStatus},
    {"KILLNODE", killNode},
    {"UPDATESCHEDULEDTASK", updateScheduledTask},
    {"GETDIALOGINFO", getDialogInfo},
};

} // namespace

std::span<const CommandEntry> taskCommands()
{
    return entries;
}

} // namespace pbx::practice
