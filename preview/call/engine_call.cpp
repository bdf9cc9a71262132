// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include "preview/call/codes.h"

#include <algorithm>
#include <cctype>

/// The caller's side of a call: dialling, what a program does with the call that waits for it, hanging up.
namespace pbx::call {

namespace {

std::string withDomain(const std::string &address, const std::string &domain)
{
    return address.find('@') != std::string::npos || domain.empty() ? address : address + '@' + domain;
}

std::optional<accounts::PhoneState> phoneState(std::string_view word)
{
    if (word == "answer")
        return accounts::PhoneState::Answers;
    if (word == "busy")
        return accounts::PhoneState::Busy;
    if (word == "noanswer")
        return accounts::PhoneState::NoAnswer;
    if (word == "offline")
        return accounts::PhoneState::Offline;
    return std::nullopt;
}

} // namespace

void Engine::dial(const DialRequest &request)
{
    m_started = true;
    m_request = request;
    m_startTime = request.startTime;
    m_randomState = 0x5eed;
    for (const char c : request.address + request.keys)
        m_randomState = m_randomState * 31 + static_cast<unsigned char>(c);
    const std::string domain = !request.domain.empty() ? request.domain
        : m_workspace                                  ? m_workspace->defaultDomain()
                                                       : std::string();
    m_request.domain = domain;
    m_request.from = withDomain(plainAddress(request.from), domain);
    if (const auto open = request.from.find('<'); open != std::string::npos) {
        std::string name = request.from.substr(0, open);
        std::erase(name, '"');
        while (name.ends_with(' '))
            name.pop_back();
        m_callerName = std::move(name);
    }
    for (const auto &[name, state] : request.phones) {
        const std::string address = withDomain(name, domain);
        const accounts::Account *account = m_directory ? m_directory->account(address) : nullptr;
        if (const auto known = phoneState(state))
            m_phones[data::foldCase(account ? account->address() : address)] = *known;
    }
    readScript(request.keys);
    emitOutside("dial", {{"from", Value::string(m_request.from)},
                         {"to", Value::string(withDomain(request.address, domain))}});
    m_schedule.plan(std::max<std::int64_t>(request.limitMs, 0), HappeningKind::Limit, 0, 0);
    m_callerState = CallerState::Ringing;
    m_callerInvite = addInvite(0, m_request.from, request.address);
    invite(m_callerInvite)->fromName = m_callerName;
    routeInvite(m_callerInvite, request.address, domain);
    settle();
}

std::expected<void, std::string> Engine::start(const StartRequest &request)
{
    const machine::SectionCode *entry = request.program ? request.program->find(request.entry) : nullptr;
    if (!entry)
        return std::unexpected("The program has no entry " + request.entry);
    if (entry->parameterCount > 0)
        return std::unexpected(request.entry + " has parameters and can't be started by itself");
    m_started = true;
    m_noCaller = true;
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

// ---- what a program does with the call that waits -------------------------------------------------------------------

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
    if (Invite *request = invite(task.invite); request && request->origin == 0 && media)
        m_callerTask = task.id;
    else if (request)
        originRings(*request);
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
        emitOutside("reject", members);
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
    request->branches[branch].state = Branch::State::Passed;
    addressesToBranches(request->id, addresses, "redirect");
    settleInvite(request->id);
    return true;
}

bool Engine::forkCall(CallTask &task, const std::vector<std::string> &addresses)
{
    Invite *request = invite(task.invite);
    if (!request || addresses.empty() || (task.mode != Mode::Incoming && task.mode != Mode::Provisioned))
        return false;
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
        dissolve(task, true);
        dropPeer(task, "program");
        break;
    }
}

// ---- ends ----------------------------------------------------------------------------------------------------------

void Engine::callerOver(std::string_view by, std::string outcome)
{
    if (m_callerState == CallerState::Over)
        return;
    m_callerState = CallerState::Over;
    m_callerTask = 0;
    if (m_callerPhone != 0)
        m_conversations[m_callerPhone - 1].live = false;
    m_callerPhone = 0;
    m_endedBy = by;
    m_outcome = std::move(outcome);
    if (m_port)
        m_port->stop();
}

/// The task's side ends the call.
void Engine::dropPeer(CallTask &task, std::string_view by)
{
    const Peer peer = std::move(task.peer);
    task.peer = {};
    task.mode = Mode::Disconnected;
    task.mediaChannel = false;
    task.held = false;
    task.connectedAt = -1;
    switch (peer.kind) {
    case Peer::Kind::None: break;
    case Peer::Kind::Caller: callerOver(by, {}); break;
    case Peer::Kind::Phone: m_conversations[peer.phone - 1].live = false; break;
    case Peer::Kind::Task:
        if (CallTask *other = find(peer.task); other && other->live && other->peer.task == task.id)
            peerGone(*other);
        break;
    }
}

/// The other side has ended the call, or withdrawn it before the answer.
void Engine::peerGone(CallTask &task)
{
    if (!task.live || task.mode == Mode::Disconnected)
        return;
    const bool pending = task.mode != Mode::Connected;
    task.mode = Mode::Disconnected;
    task.gaveUp = pending;
    task.peer = {};
    task.invite = 0;
    task.mediaChannel = false;
    task.held = false;
    task.connectedAt = -1;
    dissolve(task, false);
    if (task.sleep == SleepKind::Bridge || task.sleep == SleepKind::Transfer) {
        task.request = 0;
        wake(task, Value::string("487-Request Terminated"));
    }
    queueEvent(task, EventKind::Disconnect, "_disconnect", 0, {});
}

void Engine::hangUp()
{
    if (m_callerState != CallerState::Ringing && m_callerState != CallerState::Connected)
        return;
    const bool ringing = m_callerState == CallerState::Ringing;
    CallTask *task = ringing ? nullptr : find(m_callerTask);
    callerOver("caller", {});
    if (ringing)
        cancelInvite(m_callerInvite, "cancelled");
    else if (task)
        peerGone(*task);
    settle();
}

void Engine::phoneHangsUp(std::uint64_t phone)
{
    Conversation &conversation = m_conversations[phone - 1];
    if (!conversation.live)
        return;
    conversation.live = false;
    if (conversation.task == 0)
        callerOver("callee", "conversation with " + conversation.account);
    else if (CallTask *task = find(conversation.task))
        peerGone(*task);
}

// ---- what a phone shows --------------------------------------------------------------------------------------------

CallView Engine::view()
{
    CallView view;
    switch (m_callerState) {
    case CallerState::Idle: view.state = CallView::State::Idle; break;
    case CallerState::Ringing: view.state = CallView::State::Ringing; break;
    case CallerState::Connected: view.state = CallView::State::Connected; break;
    case CallerState::Over: view.state = CallView::State::Ended; break;
    }
    if (m_ended)
        view.state = CallView::State::Ended;
    view.outcome = m_ended || m_callerState == CallerState::Over ? m_outcome : std::string();
    if (view.state == CallView::State::Ended && view.outcome.empty())
        view.outcome = m_lastPrompt.empty() ? "silence" : m_lastPrompt;
    CallTask *task = find(m_callerTask);
    for (std::size_t i = 0; !task && i < m_tasks.size(); ++i) {
        if (m_tasks[i]->live)
            task = m_tasks[i].get();
    }
    if (!task || !task->live)
        return view;
    if (task->mode == Mode::Provisioned && view.state == CallView::State::Ringing)
        view.state = CallView::State::Provisioned;
    const auto place = task->task.place();
    view.file = place.file;
    view.line = place.line;
    view.program = task->program;
    view.account = task->account;
    view.waitEnds = task->sleepEnds;
    switch (task->sleep) {
    case SleepKind::None: view.waiting = CallView::Waiting::Nothing; break;
    case SleepKind::Input: view.waiting = CallView::Waiting::Key; break;
    case SleepKind::Play:
        view.waiting = CallView::Waiting::PromptEnd;
        view.prompt = task->playing.name.toStdString();
        view.promptStart = task->playing.start;
        view.promptLength = task->playing.total;
        break;
    case SleepKind::Record: view.waiting = CallView::Waiting::RecordingEnd; break;
    default: view.waiting = CallView::Waiting::Other; break;
    }
    return view;
}

} // namespace pbx::call
