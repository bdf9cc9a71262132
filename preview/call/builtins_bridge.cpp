// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

#include <algorithm>

/// Groups bridge, mixer and transfer.
namespace pbx::call {

namespace {

const TaskEvent *requestOf(Context &context, const Value &value, EventKind kind)
{
    const TaskEvent *event = engineOf(context).platformEvent(taskOf(context), value);
    return event && event->kind == kind ? event : nullptr;
}

Outcome waitOrError(const std::optional<std::string> &error, Value &result)
{
    if (!error)
        return Outcome::Wait;
    result = Value::string(*error);
    return Outcome::Done;
}

Outcome startBridge(Context &context, Value *arguments, unsigned, Value &result)
{
    return waitOrError(engineOf(context).startBridge(taskOf(context), arguments[0]), result);
}

Outcome acceptBridge(Context &context, Value *arguments, unsigned, Value &result)
{
    const TaskEvent *request = requestOf(context, arguments[0], EventKind::StartBridge);
    return giveError(engineOf(context).acceptBridge(taskOf(context), request), result);
}

Outcome attachMixer(Context &context, Value *arguments, unsigned, Value &result)
{
    const TaskEvent *request = requestOf(context, arguments[0], EventKind::StartBridge);
    return giveError(engineOf(context).attachMixer(taskOf(context), request), result);
}

template <EventKind kind, SleepKind sleep>
Outcome rejectRequest(Context &context, Value *arguments, unsigned, Value &)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    const std::string error = arguments[1].isString() ? arguments[1].toStdString()
        : arguments[1].isNumber()                     ? codeText(static_cast<int>(arguments[1].toNumber() % 1000))
                                                      : "603-Decline";
    if (!engine.rejectRequest(task, requestOf(context, arguments[0], kind), sleep, error))
        engine.note(task, "The request to refuse is gone");
    return Outcome::Done;
}

Outcome breakBridge(Context &context, Value *, unsigned, Value &result)
{
    return giveError(engineOf(context).breakBridge(taskOf(context)), result);
}

Outcome isBridged(Context &context, Value *, unsigned, Value &result)
{
    const CallTask &task = taskOf(context);
    result = Value::boolean(task.bridge != 0 || task.host != 0);
    return Outcome::Done;
}

Outcome detachMixer(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask *member = nullptr;
    if (!arguments[0].isNull()) {
        member = engine.liveTask(arguments[0]);
        if (!member) {
            result = Value::string("481-Not attached");
            return Outcome::Done;
        }
    }
    return giveError(engine.detachMixer(taskOf(context), member), result);
}

Outcome mixerAttached(Context &context, Value *, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    const CallTask &task = taskOf(context);
    if (task.members.empty())
        return Outcome::Done;
    result = Value::newArray();
    for (const MixerMember &member : task.members) {
        if (CallTask *other = engine.find(member.task))
            result.array().append(engine.handleOf(*other));
    }
    return Outcome::Done;
}

Outcome muteMixer(Context &context, Value *arguments, unsigned, Value &)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    MixerMember *member = arguments[0].isNull() ? &task.ownPlace : nullptr;
    if (!member) {
        CallTask *other = engine.liveTask(arguments[0]);
        const auto found = std::ranges::find(task.members, other ? other->id : 0, &MixerMember::task);
        if (found == task.members.end()) {
            engine.note(task, "MuteMixer: the task is not attached");
            return Outcome::Done;
        }
        member = &*found;
    }
    const std::string word = arguments[1].isString() ? data::foldCase(arguments[1].bytes()) : std::string();
    if (word == "special")
        member->special = true;
    else if (word == "hearsspecial")
        member->hearsSpecial = true;
    else if (word == "hearsmute")
        member->hearsMuted = true;
    else if (word == "hearsnormal")
        member->hearsSpecial = member->hearsMuted = false;
    else
        member->muted = arguments[1].isTrue();
    return Outcome::Done;
}

Outcome transferSupported(Context &context, Value *, unsigned, Value &result)
{
    result = Value::boolean(taskOf(context).mode == Mode::Connected);
    return Outcome::Done;
}

Outcome startTransfer(Context &context, Value *arguments, unsigned, Value &result)
{
    return waitOrError(engineOf(context).startTransfer(taskOf(context), arguments[0]), result);
}

Outcome acceptTransfer(Context &context, Value *arguments, unsigned, Value &result)
{
    const TaskEvent *request = requestOf(context, arguments[0], EventKind::StartTransfer);
    return giveError(engineOf(context).acceptTransfer(taskOf(context), request), result);
}

} // namespace

void addBridgeBuiltins(BuiltinTable &table)
{
    table.set("StartBridge", startBridge);
    table.set("AcceptBridge", acceptBridge);
    table.set("RejectBridge", rejectRequest<EventKind::StartBridge, SleepKind::Bridge>);
    table.set("BreakBridge", breakBridge);
    table.set("IsBridged", isBridged);
    table.set("AttachMixer", attachMixer);
    table.set("DetachMixer", detachMixer);
    table.set("MixerAttached", mixerAttached);
    table.set("MuteMixer", muteMixer);
    table.set("TransferSupported", transferSupported);
    table.set("StartTransfer", startTransfer);
    table.set("AcceptTransfer", acceptTransfer);
    table.set("RejectTransfer", rejectRequest<EventKind::StartTransfer, SleepKind::Transfer>);
}

} // namespace pbx::call
