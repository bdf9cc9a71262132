// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/push_report.h"

#include "app/commands/output.h"

#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace pbx::app {

namespace {

using deploy::Action;
using deploy::ActionResult;

std::string_view actionWord(Action::Kind kind)
{
    switch (kind) {
    case Action::Kind::CreateEnvironment: return "create-environment";
    case Action::Kind::CreateLanguage: return "create-language";
    case Action::Kind::Store: return "store";
    case Action::Kind::Delete: return "delete";
    case Action::Kind::RemoveLanguage: return "remove-language";
    case Action::Kind::CreateAccount: return "create-account";
    case Action::Kind::UpdateAccount: return "update-account";
    case Action::Kind::UpdateDomain: return "update-domain";
    }
    return {};
}

std::string_view resultWord(ActionResult::End end)
{
    switch (end) {
    case ActionResult::End::Done: return "done";
    case ActionResult::End::Undone: return "undone";
    case ActionResult::End::NotTried: return "not-tried";
    case ActionResult::End::Failed: return "failed";
    case ActionResult::End::Unknown: return "unknown";
    }
    return {};
}

std::string shown(const Action &action)
{
    std::string line(actionWord(action.kind));
    line.resize(19, ' ');
    line += action.path;
    if (action.kind == Action::Kind::Store)
        line += "  (" + std::to_string(action.size) + (action.size == 1 ? " byte)" : " bytes)");
    std::string keys;
    for (const auto &key : action.keys)
        keys += (keys.empty() ? "  " : ", ") + key;
    line += keys;
    if (action.conflict)
        line += "  (replaces what was changed on the server)";
    return line;
}

void printResultLine(const Action &action, const ActionResult &result, Format format)
{
    if (format == Format::Json) {
        JsonLine line;
        line.text("action", actionWord(action.kind)).text("path", action.path).text("result", resultWord(result.end));
        line.textOrNull("message", orNull(result.message.toStdString()));
        if (result.line > 0)
            line.number("line", result.line).number("column", result.column);
        else
            line.raw("line", "null").raw("column", "null");
        printLine(line.str());
        return;
    }
    if (result.line > 0) {
        tell(action.path + ':' + std::to_string(result.line) + ':' + std::to_string(result.column) + ": error: "
             + result.message.toStdString());
        return;
    }
    std::string line(resultWord(result.end));
    line.resize(10, ' ');
    printLine(line + action.path + (result.message.isEmpty() ? "" : "  " + result.message.toStdString()));
}

std::string endText(const deploy::PushResult &result)
{
    switch (result.end) {
    case deploy::PushResult::End::Done: return "done: the server has what the plan says; push " + result.id;
    case deploy::PushResult::End::Undone:
        return result.id.empty() ? "nothing was changed on the server" : "undone: the server is as it was before; push " + result.id;
    case deploy::PushResult::End::Unfinished:
        return "unfinished: part of it is on the server; pbx push --resume finishes push " + result.id + ", pbx rollback undoes it";
    }
    return {};
}

} // namespace

void printPlan(const deploy::Plan &plan, Format format)
{
    for (const auto &action : plan.actions) {
        if (format == Format::Text) {
            printLine(shown(action));
            continue;
        }
        JsonLine line;
        line.text("action", actionWord(action.kind)).text("path", action.path).number("size", action.size);
        printLine(line.list("keys", action.keys).truth("conflict", action.conflict).str());
    }
    if (format == Format::Text) {
        for (const auto &path : plan.left)
            printLine("left alone         " + path);
    }
}

int printResult(const deploy::PushResult &result, const std::vector<Action> &actions, Format format)
{
    bool complaint = false;
    for (const auto &one : result.results) {
        if (one.action >= actions.size())
            continue;
        complaint = complaint || one.line > 0;
        printResultLine(actions[one.action], one, format);
    }
    const auto why = result.failure ? result.failure->text().toStdString() : std::string();
    if (format == Format::Json)
        printLine(JsonLine().textOrNull("push", orNull(result.id)).text("end", endWord(result.end)).textOrNull("message", orNull(why)).str());
    else if (result.end == deploy::PushResult::End::Done)
        printLine(endText(result));
    if (!why.empty())
        complain(why);
    if (result.end != deploy::PushResult::End::Done && format == Format::Text)
        complain(endText(result));
    if (result.end == deploy::PushResult::End::Done)
        return Good;
    return complaint ? Wrong : Impossible;
}

QString thisPerson()
{
    const auto *entry = ::getpwuid(::getuid());
    const auto name = entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid());
    return name + QLatin1Char('@') + QSysInfo::machineHostName();
}

std::string_view endWord(deploy::PushResult::End end)
{
    switch (end) {
    case deploy::PushResult::End::Done: return "done";
    case deploy::PushResult::End::Undone: return "undone";
    case deploy::PushResult::End::Unfinished: return "unfinished";
    }
    return {};
}

} // namespace pbx::app
