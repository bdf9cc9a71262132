// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include "preview/call/codes.h"

#include <algorithm>

/// What a program does with the call that waits for it, and how its calls end.
namespace pbx::call {

namespace {

constexpr int mostPassedOn = 10; ///< times a call is passed on by programs (pbx-runtime 8.2: hops)

std::vector<std::uint32_t> peopleAt(const Peer &peer)
{
    return peer.kind == Peer::Kind::Person ? std::vector{peer.person} : std::vector<std::uint32_t>{};
}

} // namespace

std::expected<void, std::string> Engine::start(const StartRequest &request)
{
    const machine::SectionCode *entry = request.program ? request.program->find(request.entry) : nullptr;
    if (!entry)
        return std::unexpected("The program has no entry " + request.entry);
    if (entry->parameterCount > 0)
        return std::unexpected(request.entry + " has parameters and can't be started by itself");
    m_started = true;
    m_startTime = request.startTime;
    m_request.language = request.language;
    m_machine.setLimits(request.limits);
    m_randomState = 0x5eed;
    CallTask &task = addTask(request.program, *entry);
    task.program = request.program->source.fileName();
    becomeAccount(task, m_directory && !request.account.empty() ? m_directory->account(request.account) : nullptr);
    task.environmentDomain = task.domain;
    if (task.language.empty())
        task.language = data::foldCase(request.language);
    if (!request.parameter.isNull())
        task.task.vars().dictionary().set("startParameter", request.parameter);
    if (request.limitMs != INT64_MAX)
        m_schedule.plan(request.limitMs, HappeningKind::Limit, 0, 0);
    settle();
    return {};
}

bool Engine::callerIsLocal(const std::string &address) const
{
    return m_directory && m_directory->account(address) != nullptr;
}

const Invite *Engine::pendingInvite(const CallTask &task) const
{
    if (task.invite == 0 || (task.mode != Mode::Incoming && task.mode != Mode::Provisioned))
        return nullptr;
    return m_invites[task.invite - 1].get();
}

std::optional<std::string> Engine::acceptCall(CallTask &task)
{
    switch (task.mode) {
    case Mode::Connected: return "491-Call is already accepted";
    case Mode::Disconnected: return task.gaveUp ? "487-Request Terminated" : "481-No incoming call";
    case Mode::Incoming:
    case Mode::Provisioned: break;
    }
    answerIncoming(task);
    return std::nullopt;
}

void Engine::answerIncoming(CallTask &task)
{
    Invite *request = invite(task.invite);
    if (!request)
        return;
    emit(task, "answer", {{"code", Value::number(200)}});
    branchAnswered(request->id, branchOf(*request, task.id));
}

std::optional<std::string> Engine::provision(CallTask &task, bool media)
{
    if (task.mode != Mode::Incoming && task.mode != Mode::Provisioned)
        return "481-No incoming call";
    if (media && task.mode == Mode::Incoming) {
        task.mode = Mode::Provisioned;
        task.mediaChannel = true;
    }
    if (Invite *request = invite(task.invite)) {
        Person *caller = person(request->person);
        if (caller && media)
            caller->task = task.id;
        else
            originRings(*request);
    }
    return std::nullopt;
}

void Engine::rejectCall(CallTask &task, int code, std::string text)
{
    Invite *request = invite(task.invite);
    if (!request || (task.mode != Mode::Incoming && task.mode != Mode::Provisioned))
        return;
    if (task.sleep == SleepKind::Play)
        finishPlay(task, false);
    const std::size_t branch = branchOf(*request, task.id);
    const Members members{{"code", Value::number(code)}, {"text", Value::string(text)}};
    if (task.task.finished())
        emitOutside("reject", members, true, peopleAt(task.peer));
    else
        emit(task, "reject", members);
    task.mode = Mode::Disconnected;
    task.mediaChannel = false;
    task.invite = 0;
    task.peer = {};
    branchFailed(request->id, branch, std::move(text), "rejected");
    settleInvite(request->id);
}

bool Engine::redirectCall(CallTask &task, const std::vector<std::string> &addresses)
{
    Invite *request = invite(task.invite);
    if (!request || addresses.empty() || (task.mode != Mode::Incoming && task.mode != Mode::Provisioned))
        return false;
    std::string list;
    for (const auto &address : addresses)
        list += (list.empty() ? "" : ",") + address;
    emit(task, "redirect", {{"to", Value::string(list)}});
    const std::size_t branch = branchOf(*request, task.id);
    task.mode = Mode::Disconnected;
    task.mediaChannel = false;
    task.invite = 0;
    task.peer = {};
    request->diverted = task.account;
    branchFailed(request->id, branch, {}, "redirected");
    if (++request->passedOn > mostPassedOn) {
        request->branches[branch].failure = "483-Too Many Hops";
    } else {
        request->branches[branch].state = Branch::State::Passed;
        addressesToBranches(request->id, addresses, "redirect");
    }
    settleInvite(request->id);
    return true;
}

bool Engine::forkCall(CallTask &task, const std::vector<std::string> &addresses)
{
    Invite *request = invite(task.invite);
    if (!request || addresses.empty() || (task.mode != Mode::Incoming && task.mode != Mode::Provisioned))
        return false;
    if (++request->passedOn > mostPassedOn)
        note(task, "ForkCall: 483-Too Many Hops");
    else
        addressesToBranches(request->id, addresses, "fork");
    return true;
}

void Engine::disconnect(CallTask &task)
{
    if (task.outgoing != 0)
        cancelCall(task);
    switch (task.mode) {
    case Mode::Disconnected: break;
    case Mode::Incoming:
    case Mode::Provisioned: rejectCall(task, 603, "603-Decline"); break;
    case Mode::Connected:
        dissolve(task);
        dropPeer(task, "program");
        break;
    }
}

/// The task's side ends the call.
void Engine::dropPeer(CallTask &task, std::string_view by)
{
    const Peer peer = std::move(task.peer);
    leaveCall(task);
    switch (peer.kind) {
    case Peer::Kind::None: break;
    case Peer::Kind::Person:
        if (Person *other = person(peer.person))
            over(*other, by, {});
        break;
    case Peer::Kind::Task:
        if (CallTask *other = find(peer.task); other && other->live && other->peer.task == task.id)
            peerGone(*other);
        break;
    }
}

void Engine::leaveCall(CallTask &task)
{
    task.mode = Mode::Disconnected;
    task.peer = {};
    task.mediaChannel = !task.members.empty();
    task.held = false;
    task.connectedAt = -1;
}

/// The other side has ended the call, or withdrawn it before the answer.
void Engine::peerGone(CallTask &task)
{
    if (!task.live || task.mode == Mode::Disconnected)
        return;
    task.gaveUp = task.mode != Mode::Connected;
    dissolve(task);
    leaveCall(task);
    task.invite = 0;
    if (task.sleep == SleepKind::Bridge || task.sleep == SleepKind::Transfer) {
        dropRequestOf(task);
        wake(task, Value::string("487-Request Terminated"));
    }
    queueEvent(task, EventKind::Disconnect, "_disconnect", 0, {});
}

/// The task asks no longer: a call that was placed for it ends (pbx-runtime 6.3, 4c).
void Engine::dropRequestOf(CallTask &task)
{
    const std::uint64_t question = std::exchange(task.request, 0);
    CallTask *asked = find(std::exchange(task.requestTo, 0));
    if (!asked || !asked->live || asked->outgoing == 0 || question == 0)
        return;
    if (const Invite *request = invite(asked->outgoing); request->bridgeTask == task.id && request->bridgeRequest == question) {
        cancelCall(*asked);
        queueEvent(*asked, EventKind::BreakBridge, "_breakbridge", task.id, {});
    }
}

} // namespace pbx::call
