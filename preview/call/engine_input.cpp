// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include <algorithm>
#include <cctype>

/// Keys and events: the two buffers of pbx-runtime 3.1, and the caller's script.
namespace pbx::call {

namespace {

constexpr std::size_t mostKeys = 256;
constexpr std::size_t mostEvents = 10'000;

bool isKey(char c)
{
    return (c >= '0' && c <= '9') || c == '*' || c == '#' || (c >= 'A' && c <= 'D');
}

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

void Engine::queueEvent(CallTask &task, TaskEvent event)
{
    if (!task.live || (task.events.size() >= mostEvents && event.kind == EventKind::Program))
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

/// A tone for the task's own peer.
void Engine::sendKey(CallTask &task, char key)
{
    if (task.peer.kind != Peer::Kind::Task)
        return;
    CallTask *other = find(task.peer.task);
    if (other && other->live && other->mode == Mode::Connected)
        keyArrives(*other, key);
}

void Engine::press(char key)
{
    key = static_cast<char>(std::toupper(static_cast<unsigned char>(key)));
    if (!isKey(key) || m_ended)
        return;
    CallTask *task = find(m_callerTask);
    const bool heard = task && task->live && task->peer.kind == Peer::Kind::Caller
        && (task->mode == Mode::Connected || task->mode == Mode::Provisioned);
    if (!heard && m_callerState != CallerState::Connected)
        return;
    emitOutside("key", {{"key", Value::string(std::string_view(&key, 1))}});
    if (heard)
        keyArrives(*task, key);
    settle();
}

// ---- the script (command-line, KEYS) -------------------------------------------------------------------------------

void Engine::readScript(std::string_view keys)
{
    bool overPrompt = false;
    for (const char c : keys) {
        const char key = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        if (c == '~') {
            overPrompt = true;
        } else if (c == ',' || c == '!' || isKey(key)) {
            m_script.push_back({key, overPrompt && c != ','});
            overPrompt = false;
        }
    }
}

/// The caller's task begins to wait for input.
void Engine::scriptInput(CallTask &task)
{
    if (m_scriptNext >= m_script.size() || task.id != m_callerTask || task.peer.kind != Peer::Kind::Caller)
        return;
    const ScriptItem item = m_script[m_scriptNext];
    if (item.overPrompt || (task.mode == Mode::Incoming && item.key != '!' && item.key != ','))
        return;
    ++m_scriptNext;
    if (item.key == ',')
        return;
    if (item.key == '!')
        m_schedule.plan(m_now, HappeningKind::CallerHangUp, 0, 0);
    else
        m_schedule.plan(m_now, HappeningKind::Key, 0, static_cast<unsigned char>(item.key));
}

/// A prompt of the caller's task has really started.
void Engine::scriptSound(CallTask &task, std::int64_t total)
{
    if (m_scriptNext >= m_script.size() || task.id != m_callerTask || task.peer.kind != Peer::Kind::Caller
        || !m_script[m_scriptNext].overPrompt)
        return;
    const ScriptItem item = m_script[m_scriptNext++];
    const std::int64_t at = m_now + (total < 0 || total > 1000 ? 1000 : total / 2);
    if (item.key == '!')
        m_schedule.plan(at, HappeningKind::CallerHangUp, 0, 0);
    else
        m_schedule.plan(at, HappeningKind::Key, 0, static_cast<unsigned char>(item.key));
}

void Engine::scriptRecord(CallTask &task)
{
    if (m_scriptNext >= m_script.size() || task.id != m_callerTask || task.peer.kind != Peer::Kind::Caller
        || m_script[m_scriptNext].overPrompt)
        return;
    const ScriptItem item = m_script[m_scriptNext++];
    if (item.key == ',')
        return;
    const std::int64_t at = m_now + std::min<std::int64_t>(3000, task.recordLimit);
    if (item.key == '!')
        m_schedule.plan(at, HappeningKind::CallerHangUp, 0, 0);
    else
        m_schedule.plan(at, HappeningKind::Key, 0, static_cast<unsigned char>(item.key));
}

} // namespace pbx::call
