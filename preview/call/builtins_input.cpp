// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

#include <algorithm>

/// Groups input, dtmf and tasks: keys, events, who is who.
namespace pbx::call {

namespace {

Outcome readInput(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    std::int64_t seconds = 0;
    if (arguments[0].isNumber())
        seconds = std::clamp<std::int64_t>(arguments[0].toNumber(), 0, 10'000'000'000);
    else
        engine.warn(context.task, "ReadInput: the number of seconds is no number");
    if (task.keys.empty() && task.events.empty()) {
        if (seconds == 0)
            return Outcome::Done;
        engine.beginInput(task, seconds * 1000);
        return Outcome::Wait;
    }
    result = engine.takeInput(task);
    engine.emit(task, "read", {{"value", result}});
    return Outcome::Done;
}

Outcome dtmf(Context &context, Value *, unsigned, Value &result)
{
    result = Value::string(taskOf(context).keys);
    return Outcome::Done;
}

Outcome clearDtmf(Context &context, Value *, unsigned, Value &)
{
    taskOf(context).keys.clear();
    return Outcome::Done;
}

Outcome setInterruptOnDtmf(Context &context, Value *arguments, unsigned, Value &result)
{
    CallTask &task = taskOf(context);
    result = Value::boolean(task.interruptOnKeys);
    task.interruptOnKeys = arguments[0].isTrue();
    return Outcome::Done;
}

Outcome sendDtmf(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    if (task.mode != Mode::Connected && task.mode != Mode::Provisioned) {
        result = Value::string("481-Task is not connected");
        return Outcome::Done;
    }
    const std::string_view text = arguments[0].bytes();
    const char key = text.size() == 1 && arguments[0].isString() ? data::upperCase(text)[0] : '\0';
    if (std::string_view("0123456789*#ABCD").find(key) == std::string_view::npos || key == '\0') {
        result = Value::string("400-Bad request");
        return Outcome::Done;
    }
    engine.emit(task, "key", {{"key", Value::string(std::string_view(&key, 1))}, {"to", Value::string(task.peer.address)}});
    engine.sendKey(task, key);
    return Outcome::Done;
}

template <EventKind kind>
Outcome isEvent(Context &context, Value *arguments, unsigned, Value &result)
{
    const TaskEvent *event = engineOf(context).platformEvent(taskOf(context), arguments[0]);
    result = Value::boolean(event && event->kind == kind);
    return Outcome::Done;
}

Outcome thisTask(Context &context, Value *, unsigned, Value &result)
{
    result = engineOf(context).handleOf(taskOf(context));
    return Outcome::Done;
}

Outcome isTask(Context &, Value *arguments, unsigned, Value &result)
{
    result = Value::boolean(arguments[0].isHandle() && arguments[0].handle().kind == "task");
    return Outcome::Done;
}

Outcome sendEvent(Context &context, Value *arguments, unsigned count, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask *receiver = engine.liveTask(arguments[0]);
    if (!receiver) {
        result = Value::string(arguments[0].isHandle() ? "481-No such task" : "400-Bad event");
        return Outcome::Done;
    }
    const std::string_view name = arguments[1].bytes();
    const bool named = arguments[1].isString() && !name.empty()
        && ((name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z'));
    Value parameter;
    if (present(arguments, count, 2)) {
        const Value &given = arguments[2];
        const bool handle = given.isHandle() && given.handle().kind == "task";
        if (handle)
            parameter = given;
        else if (!isBasic(given) || !copyValue(given, parameter))
            parameter = {};
        if (parameter.isNull()) {
            result = Value::string("400-Bad event");
            return Outcome::Done;
        }
    }
    if (!named) {
        result = Value::string("400-Bad event");
        return Outcome::Done;
    }
    if (!Engine::takesEvents(*receiver)) {
        result = Value::string("503-Too many events wait");
        return Outcome::Done;
    }
    engine.queueEvent(*receiver, EventKind::Program, name, taskOf(context).id, std::move(parameter));
    return Outcome::Done;
}

} // namespace

void addInputBuiltins(BuiltinTable &table)
{
    table.set("ReadInput", readInput);
    table.set("DTMF", dtmf);
    table.set("ClearDTMF", clearDtmf);
    table.set("SetInterruptOnDTMF", setInterruptOnDtmf);
    table.set("SendDTMF", sendDtmf);
    table.set("IsDisconnectEvent", isEvent<EventKind::Disconnect>);
    table.set("IsCallProvisionEvent", isEvent<EventKind::Provision>);
    table.set("IsCallCompletedEvent", isEvent<EventKind::Completed>);
    table.set("IsStartBridgeEvent", isEvent<EventKind::StartBridge>);
    table.set("IsBreakBridgeEvent", isEvent<EventKind::BreakBridge>);
    table.set("IsStartTransferEvent", isEvent<EventKind::StartTransfer>);
    table.set("IsCallTransferredEvent", isEvent<EventKind::Transferred>);
    table.set("IsCallInfoEvent", isEvent<EventKind::CallInfo>);
    table.set("IsInstantMessageEvent", isEvent<EventKind::InstantMessage>);
    table.set("IsXMPPIQEvent", isEvent<EventKind::XmppIq>);
    table.set("IsMailboxNotifyEvent", isEvent<EventKind::Mailbox>);
    table.set("ThisTask", thisTask);
    table.set("IsTask", isTask);
    table.set("SendEvent", sendEvent);
}

} // namespace pbx::call
