// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include <algorithm>

/// Two and more tasks together: bridges, mixers, attended transfers (pbx-runtime 6.2 to 6.6).
namespace pbx::call {

namespace {

std::string partnerName(const CallTask &task)
{
    return task.peer.address.empty() ? "task " + std::to_string(task.id) : task.peer.address;
}

bool hasOption(const Value &option, std::string_view word)
{
    return option.isString() && data::foldCase(option.bytes()) == word;
}

} // namespace

// ---- questions between tasks ---------------------------------------------------------------------------------------

void Engine::sendRequest(CallTask &task, CallTask &other, EventKind kind, std::string_view what, SleepKind sleep)
{
    task.request = ++m_requests;
    task.requestTo = other.id;
    other.askedBy.push_back(task.id);
    sleepIn(task, sleep, -1);
    queueEvent(other, kind, what, task.id, {}, task.request);
}

CallTask *Engine::asker(const TaskEvent *request, SleepKind kind)
{
    if (!request)
        return nullptr;
    CallTask *task = find(request->sender);
    return task && task->live && task->request == request->request && task->sleep == kind ? task : nullptr;
}

void Engine::answerRequest(CallTask &asking, Value result)
{
    asking.request = 0;
    asking.requestTo = 0;
    wake(asking, std::move(result));
}

bool Engine::rejectRequest(CallTask &, const TaskEvent *request, SleepKind kind, std::string error)
{
    CallTask *asking = asker(request, kind);
    if (!asking)
        return false;
    answerRequest(*asking, Value::string(error));
    return true;
}

/// A task has ended: who waits for its answer wakes.
void Engine::dropRequests(CallTask &task)
{
    task.request = 0;
    for (const std::uint64_t id : std::exchange(task.askedBy, {})) {
        CallTask *other = find(id);
        if (other->live && other->request != 0 && other->requestTo == task.id
            && (other->sleep == SleepKind::Bridge || other->sleep == SleepKind::Transfer))
            answerRequest(*other, Value::string("481-No such task"));
    }
}

// ---- bridges -------------------------------------------------------------------------------------------------------

std::optional<std::string> Engine::startBridge(CallTask &task, const Value &handle)
{
    if (task.mode == Mode::Disconnected)
        return "481-Task is not connected";
    if (!task.members.empty())
        return "491-Mixer in use";
    CallTask *other = liveTask(handle);
    if (!other || other == &task)
        return "481-No such task";
    if (task.bridge != 0 || task.host != 0)
        return "491-Call already in progress";
    sendRequest(task, *other, EventKind::StartBridge, "_startbridge", SleepKind::Bridge);
    return std::nullopt;
}

void Engine::joinBridge(CallTask &asking, CallTask &accepting)
{
    asking.bridge = accepting.id;
    accepting.bridge = asking.id;
    asking.linkedAt = accepting.linkedAt = m_now;
    emit(accepting, "bridge", {{"with", Value::string(partnerName(asking))}});
    emit(asking, "bridge", {{"with", Value::string(partnerName(accepting))}});
}

std::optional<std::string> Engine::acceptBridge(CallTask &task, const TaskEvent *request)
{
    CallTask *asking = asker(request, SleepKind::Bridge);
    std::string error;
    if (task.mode != Mode::Connected)
        error = "481-Task is not connected";
    else if (!asking)
        return "481-Request is gone";
    else if (!task.members.empty())
        error = "491-Mixer in use";
    else if (task.bridge != 0 || task.host != 0)
        error = "491-Call already in progress";
    if (!error.empty()) {
        if (asking)
            answerRequest(*asking, Value::string(error));
        return error;
    }
    if (asking->mode != Mode::Connected)
        answerIncoming(*asking);
    joinBridge(*asking, task);
    answerRequest(*asking, {});
    return std::nullopt;
}

std::optional<std::string> Engine::attachMixer(CallTask &task, const TaskEvent *request)
{
    if (task.mode == Mode::Incoming || task.mode == Mode::Provisioned)
        return "481-Task is not connected";
    CallTask *asking = asker(request, SleepKind::Bridge);
    if (!asking)
        return "481-Request is gone";
    if (asking->mode != Mode::Connected)
        answerIncoming(*asking);
    task.mediaChannel = true;
    task.members.push_back({asking->id});
    asking->host = task.id;
    asking->linkedAt = m_now;
    emit(task, "bridge", {{"with", Value::string(partnerName(*asking))}});
    emit(*asking, "bridge", {{"with", Value::string("mixer of " + partnerName(task))}});
    answerRequest(*asking, {});
    return std::nullopt;
}

/// What becomes of a peer whose bridge the other side has broken (6.4).
void Engine::partnerReleased(CallTask &partner, CallTask &breaker)
{
    partner.bridge = 0;
    partner.host = 0;
    if (!partner.live)
        return;
    const Value &option = partner.signalOptions.bridgeBreak;
    const bool keep = hasOption(option, "keep") || (!hasOption(option, "disconnect") && partner.mediaChannel);
    if (partner.mode == Mode::Connected) {
        if (keep)
            partner.mediaChannel = true;
        else
            dropPeer(partner, "program");
    }
    queueEvent(partner, EventKind::BreakBridge, "_breakbridge", breaker.id, {});
}

/// Nobody's statement ended the bridge.
void Engine::tellUnbridged(CallTask &task, const CallTask &partner)
{
    emitOutside("unbridge", {{"with", Value::string(partnerName(partner))}}, true, peopleOf(task));
}

/// Takes the task out of its bridge and mixers.
void Engine::dissolve(CallTask &task)
{
    if (CallTask *partner = find(std::exchange(task.bridge, 0))) {
        tellUnbridged(task, *partner);
        partnerReleased(*partner, task);
    }
    if (CallTask *host = find(std::exchange(task.host, 0)); host && host->live) {
        std::erase_if(host->members, [&](const MixerMember &m) { return m.task == task.id; });
        tellUnbridged(task, *host);
        queueEvent(*host, EventKind::BreakBridge, "_breakbridge", task.id, {});
    }
    for (const MixerMember &member : std::exchange(task.members, {})) {
        if (CallTask *other = find(member.task)) {
            tellUnbridged(*other, task);
            partnerReleased(*other, task);
        }
    }
}

std::optional<std::string> Engine::breakBridge(CallTask &task)
{
    CallTask *partner = find(task.bridge);
    if (!partner && task.members.size() == 1)
        return detachMixer(task, nullptr);
    if (CallTask *host = find(task.host)) {
        // Out of somebody else's mixer.
        emit(task, "unbridge", {{"with", Value::string("mixer of " + partnerName(*host))}});
        std::erase_if(host->members, [&](const MixerMember &m) { return m.task == task.id; });
        task.host = 0;
        task.mediaChannel = true;
        queueEvent(*host, EventKind::BreakBridge, "_breakbridge", task.id, {});
        return std::nullopt;
    }
    if (!partner)
        return "481-Not bridged";
    emit(task, "unbridge", {{"with", Value::string(partnerName(*partner))}});
    task.bridge = 0;
    task.mediaChannel = true;
    partnerReleased(*partner, task);
    return std::nullopt;
}

std::optional<std::string> Engine::detachMixer(CallTask &task, CallTask *member)
{
    const auto members = task.members;
    if (member && std::ranges::find(members, member->id, &MixerMember::task) == members.end())
        return "481-Not attached";
    for (const MixerMember &each : members) {
        if (member && each.task != member->id)
            continue;
        std::erase_if(task.members, [&](const MixerMember &m) { return m.task == each.task; });
        if (CallTask *other = find(each.task)) {
            emit(task, "unbridge", {{"with", Value::string(partnerName(*other))}});
            partnerReleased(*other, task);
        }
    }
    return std::nullopt;
}

// ---- attended transfer ---------------------------------------------------------------------------------------------

std::optional<std::string> Engine::startTransfer(CallTask &task, const Value &handle)
{
    if (task.mode != Mode::Connected)
        return "481-Task is not connected";
    CallTask *other = liveTask(handle);
    if (!other || other == &task)
        return "481-No such task";
    sendRequest(task, *other, EventKind::StartTransfer, "_starttransfer", SleepKind::Transfer);
    return std::nullopt;
}

std::optional<std::string> Engine::acceptTransfer(CallTask &task, const TaskEvent *request)
{
    CallTask *asking = asker(request, SleepKind::Transfer);
    if (task.mode != Mode::Connected) {
        if (asking)
            answerRequest(*asking, Value::string("481-Task is not connected"));
        return "481-Task is not connected";
    }
    if (!asking)
        return "481-Request is gone";
    emit(*asking, "redirect", {{"to", Value::string(partnerName(task))}});
    emit(task, "redirect", {{"to", Value::string(partnerName(*asking))}});
    dissolve(*asking);
    dissolve(task);
    joinPeers(*asking, task);
    m_schedule.plan(m_now, HappeningKind::PeerLeaves, asking->id, 0);
    m_schedule.plan(m_now, HappeningKind::PeerLeaves, task.id, 0);
    answerRequest(*asking, {});
    return std::nullopt;
}

/// The two peers talk to each other; both tasks keep their mode until the peers say goodbye to them.
void Engine::joinPeers(CallTask &one, CallTask &other)
{
    const Peer left = std::exchange(one.peer, {});
    const Peer right = std::exchange(other.peer, {});
    Person *a = personAt(left);
    Person *b = personAt(right);
    CallTask *v = left.kind == Peer::Kind::Task ? find(left.task) : nullptr;
    CallTask *w = right.kind == Peer::Kind::Task ? find(right.task) : nullptr;
    if (a && b) {
        joinPeople(*a, *b);
    } else if (v && w) {
        v->peer = right;
        w->peer = left;
    } else if (CallTask *program = v ? v : w; program && (a || b)) {
        Person &person = a ? *a : *b;
        program->peer = a ? left : right;
        person.task = program->id;
        person.since = m_now;
    }
}

} // namespace pbx::call
