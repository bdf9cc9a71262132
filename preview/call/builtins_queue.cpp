// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

/// Groups queues and meetings (pbx-runtime 7).
namespace pbx::call {

namespace {

/// null and "" are the default one; nullopt: no usable name, or too long.
std::optional<std::string> nameOf(const Value &value)
{
    if (value.isNull())
        return std::string();
    if (!value.isString() || value.bytes().size() > Store::longestText)
        return std::nullopt;
    return value.toStdString();
}

Value placeValue(const Queues::Place &place)
{
    Value result = Value::newDictionary();
    result.dictionary().set("length", Value::number(static_cast<std::int64_t>(place.length)));
    if (place.position)
        result.dictionary().set("position", Value::number(static_cast<std::int64_t>(*place.position)));
    return result;
}

/// What is stored as text comes back as a new object.
Value stored(const std::string &notation)
{
    if (notation.empty())
        return {};
    auto document = data::readNotation(notation);
    return document ? std::move(document->value) : Value();
}

/// False: the value can't be kept as text, or is too long.
bool store(const Value *arguments, unsigned count, unsigned index, std::string &notation)
{
    if (!present(arguments, count, index))
        return true;
    if (!isBasic(arguments[index]))
        return false;
    auto text = data::printNotation(arguments[index]);
    if (!text || text->size() > Store::longestText)
        return false;
    notation = std::move(*text);
    return true;
}

Outcome enqueue(Context &context, Value *arguments, unsigned count, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    const auto queue = nameOf(arguments[0]);
    Queues::Waiting entry;
    entry.task = task.id;
    entry.priority = "1";
    if (!queue || task.account.empty() || !store(arguments, count, 1, entry.parameter)) {
        engine.note(task, "Enqueue: the name or the parameter can't be kept, or there is no account");
        return Outcome::Done;
    }
    if (present(arguments, count, 2)
        && !(arguments[2].isString() && Queues::readPriority(arguments[2].bytes(), entry.priority)))
        engine.warn(context.task, "Enqueue: the priority is no number like \"1.0\", 1.0 is used");
    if (const auto place = engine.queues().enter(task.account, *queue, std::move(entry)))
        result = placeValue(*place);
    else
        engine.note(task, "Enqueue: the queues are full");
    return Outcome::Done;
}

Outcome checkQueue(Context &context, Value *arguments, unsigned, Value &result)
{
    CallTask &task = taskOf(context);
    const auto queue = nameOf(arguments[0]);
    if (queue && !task.account.empty())
        result = placeValue(engineOf(context).queues().look(task.account, *queue, task.id));
    return Outcome::Done;
}

Outcome dequeue(Context &context, Value *arguments, unsigned, Value &)
{
    CallTask &task = taskOf(context);
    if (const auto queue = nameOf(arguments[0]))
        engineOf(context).queues().leave(task.account, *queue, task.id);
    return Outcome::Done;
}

Outcome readQueue(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    const auto queue = nameOf(arguments[0]);
    if (!queue || task.account.empty())
        return Outcome::Done;
    const auto first = engine.queues().take(task.account, *queue);
    CallTask *waiting = first ? engine.find(first->task) : nullptr;
    if (!waiting)
        return Outcome::Done;
    result = Value::newDictionary();
    result.dictionary().set("id", engine.handleOf(*waiting));
    if (Value parameter = stored(first->parameter); !parameter.isNull())
        result.dictionary().set("parameter", std::move(parameter));
    return Outcome::Done;
}

enum class MeetingCall { Create, Activate, Deactivate, Clear, Remove };

template <MeetingCall what>
Outcome meeting(Context &context, Value *arguments, unsigned count, Value &result)
{
    Meetings &meetings = engineOf(context).meetings();
    CallTask &task = taskOf(context);
    const auto set = nameOf(arguments[0]);
    std::string error;
    std::string parameter;
    if (task.account.empty())
        error = "unknown user account";
    else if (!set || !arguments[1].isString() || arguments[1].bytes().size() > Store::longestText)
        error = "404-Unknown meeting";
    else if (!store(arguments, count, 2, parameter))
        error = "400-Bad request";
    else {
        const std::string key = arguments[1].toStdString();
        switch (what) {
        case MeetingCall::Create: error = meetings.create(task.account, *set, key, parameter); break;
        case MeetingCall::Activate: error = meetings.activate(task.account, *set, key, parameter, task.id); break;
        case MeetingCall::Deactivate: error = meetings.deactivate(task.account, *set, key, parameter, task.id); break;
        case MeetingCall::Clear: error = meetings.clear(task.account, *set, key); break;
        case MeetingCall::Remove: meetings.remove(task.account, *set, key); break;
        }
    }
    if (!error.empty())
        result = Value::string(error);
    return Outcome::Done;
}

Outcome findMeeting(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    const auto set = nameOf(arguments[0]);
    if (!set || !arguments[1].isString() || task.account.empty())
        return Outcome::Done;
    const Meetings::Meeting *found = engine.meetings().find(task.account, *set, arguments[1].toStdString());
    if (!found)
        return Outcome::Done;
    result = Value::newDictionary();
    if (CallTask *host = engine.find(found->task))
        result.dictionary().set("id", engine.handleOf(*host));
    if (Value parameter = stored(found->parameter); !parameter.isNull())
        result.dictionary().set("parameter", std::move(parameter));
    return Outcome::Done;
}

} // namespace

void addQueueBuiltins(BuiltinTable &table)
{
    table.set("Enqueue", enqueue);
    table.set("CheckQueue", checkQueue);
    table.set("Dequeue", dequeue);
    table.set("ReadQueue", readQueue);
    table.set("CreateMeeting", meeting<MeetingCall::Create>);
    table.set("ActivateMeeting", meeting<MeetingCall::Activate>);
    table.set("DeactivateMeeting", meeting<MeetingCall::Deactivate>);
    table.set("ClearMeeting", meeting<MeetingCall::Clear>);
    table.set("RemoveMeeting", meeting<MeetingCall::Remove>);
    table.set("FindMeeting", findMeeting);
}

} // namespace pbx::call
