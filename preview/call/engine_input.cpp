// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include <algorithm>

/// Keys and events: the two buffers of pbx-runtime 3.1.
namespace pbx::call {

namespace {

constexpr std::size_t mostKeys = 256;
constexpr std::size_t mostEvents = 10'000;
constexpr int mostHops = 8;

} // namespace

// ---- reading -------------------------------------------------------------------------------------------------------

Value Engine::takeInput(CallTask &task)
{
    if (!task.keys.empty()) {
        const Value key = Value::string(std::string_view(task.keys).substr(0, 1));
        task.keys.erase(0, 1);
        return key;
    }
    if (task.events.empty())
        return {};
    TaskEvent event = std::move(task.events.front());
    task.events.pop_front();
    Value value = event.value;
    if (event.kind != EventKind::Program) {
        // Only what the program can still hold is remembered.
        std::erase_if(task.delivered, [](const TaskEvent &e) { return e.value.object()->references == 1; });
        task.delivered.push_back(std::move(event));
    }
    return value;
}

void Engine::beginInput(CallTask &task, std::int64_t ms)
{
    sleepIn(task, SleepKind::Input, m_now + ms);
    m_schedule.plan(m_now + ms, HappeningKind::InputTimeOut, task.id, task.sleepToken);
    scriptInput(task);
}

const TaskEvent *Engine::platformEvent(CallTask &task, const Value &value) const
{
    if (!value.isDictionary())
        return nullptr;
    const auto found = std::ranges::find_if(task.delivered, [&](const TaskEvent &event) {
        return event.value.object() == value.object();
    });
    return found == task.delivered.end() ? nullptr : &*found;
}

// ---- arriving ------------------------------------------------------------------------------------------------------

bool Engine::takesEvents(const CallTask &task)
{
    return task.events.size() < mostEvents;
}

void Engine::queueEvent(CallTask &task, TaskEvent event)
{
    if (!task.live || (event.kind == EventKind::Program && !takesEvents(task)))
        return;
    task.events.push_back(std::move(event));
    switch (task.sleep) {
    case SleepKind::Input:
        if (!task.timedOut) {
            ++task.sleepToken;
            makeReady(task);
        }
        break;
    case SleepKind::Play:
    case SleepKind::Record:
        stopSound(task);
        break;
    default: break;
    }
}

void Engine::queueEvent(CallTask &task, EventKind kind, std::string_view what, std::uint64_t sender, Value parameter,
                        std::uint64_t request)
{
    TaskEvent event;
    event.kind = kind;
    event.sender = sender;
    event.request = request;
    event.value = Value::newDictionary();
    auto &dictionary = event.value.dictionary();
    dictionary.set("what", Value::string(what));
    if (CallTask *from = find(sender))
        dictionary.set("sender", handleOf(*from));
    if (!parameter.isNull())
        dictionary.set("parameter", std::move(parameter));
    queueEvent(task, std::move(event));
}

void Engine::keyArrives(CallTask &task, char key)
{
    if (task.keys.size() >= mostKeys)
        return;
    task.keys += key;
    switch (task.sleep) {
    case SleepKind::Input:
        if (!task.timedOut) {
            ++task.sleepToken;
            makeReady(task);
        }
        break;
    case SleepKind::Play:
    case SleepKind::Record:
        if (task.interruptOnKeys)
            stopSound(task);
        break;
    default: break;
    }
}

/// The task a bridged task's peer is talking to, when that is a program: its keys are heard there too (pbx-runtime 14,
/// point 14).
CallTask *Engine::farProgram(const CallTask &task)
{
    const CallTask *partner = find(task.bridge);
    if (!partner || partner->peer.kind != Peer::Kind::Task)
        return nullptr;
    CallTask *far = find(partner->peer.task);
    return far && far->live && far->mode == Mode::Connected ? far : nullptr;
}

/// A tone for the task's own peer.
void Engine::sendKey(CallTask &task, char key)
{
    task.lastKey = key;
    task.keyAt = m_now;
    if (task.peer.kind != Peer::Kind::Task)
        return;
    CallTask *other = find(task.peer.task);
    for (int hops = 0; hops < mostHops && other && other->live && other->mode == Mode::Connected; ++hops) {
        keyArrives(*other, key);
        other = farProgram(*other);
    }
}

} // namespace pbx::call
