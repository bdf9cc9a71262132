// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include "environment/files/name_rules.h"
#include "preview/call/codes.h"
#include "preview/call/values.h"

#include <charconv>

/// Calls that programs place: StartCall, StartBridgedCall, CancelCall, transfers, tasks and messages to others.
namespace pbx::call {

namespace {

/// Numbers may be given as digit strings.
std::optional<std::int64_t> readNumber(const Value &value)
{
    if (value.isNumber())
        return value.toNumber();
    if (!value.isString())
        return std::nullopt;
    std::int64_t n = 0;
    const std::string_view text = value.bytes();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return n;
}

/// A key of the call's dictionary, or of SetCallParameters behind it.
Value parameter(const CallTask &task, const Value &destination, std::string_view key)
{
    if (destination.isDictionary()) {
        if (const Value *own = destination.dictionary().find(key))
            return *own;
    }
    return task.callParameters.isDictionary() ? task.callParameters.dictionary().get(key) : Value();
}

} // namespace

std::optional<std::string> Engine::startCall(CallTask &task, const Value &destination, const TaskEvent *bridgeRequest)
{
    if (task.mode != Mode::Disconnected || task.outgoing != 0)
        return "491-Call already in progress";
    CallTask *ingress = nullptr;
    if (bridgeRequest) {
        ingress = asker(bridgeRequest, SleepKind::Bridge);
        if (!ingress)
            return "481-Request is gone";
    }
    const Value target = destination.isDictionary() ? destination.dictionary().get("") : destination;
    std::string address = target.isString() ? plainAddress(target.bytes()) : std::string();
    accounts::Address parsed;
    if (address.empty() || !accounts::readAddress(target.bytes(), parsed))
        return "400-Bad address";
    std::string from = task.account;
    if (const Value given = parameter(task, destination, "From"); given.isString())
        from = plainAddress(given.bytes());
    if (from.empty())
        from = "anonymous@" + (task.domain.empty() ? std::string("localhost") : task.domain);
    ++m_placedCalls;
    Invite &request = addInvite(from, address);
    const std::uint64_t id = request.id;
    request.origin = task.id;
    if (const auto expires = readNumber(parameter(task, destination, "Expires")); expires && *expires > 0)
        request.ringMs = std::min<std::int64_t>(*expires, 86'400) * 1000;
    if (ingress) {
        request.bridgeTask = ingress->id;
        request.bridgeRequest = bridgeRequest->request;
    }
    task.outgoing = id;
    task.peer = {};
    task.peer.address = address;
    emit(task, "dial", {{"from", Value::string(from)}, {"to", Value::string(address)}});
    routeInvite(id, target.bytes(), task.domain.empty() ? m_request.domain : task.domain);
    return std::nullopt;
}

void Engine::cancelCall(CallTask &task)
{
    const std::uint64_t id = task.outgoing;
    if (id == 0)
        return;
    task.outgoing = 0;
    task.peer = {};
    cancelInvite(id, "cancelled");
}

/// Whom a connected task talks to from now on.
void Engine::setPeer(CallTask &task, const Branch &branch)
{
    task.peer = {};
    task.peer.address = branch.account;
    if (branch.program) {
        task.peer.kind = Peer::Kind::Task;
        task.peer.task = branch.task;
        if (CallTask *other = find(branch.task)) {
            other->peer.kind = Peer::Kind::Task;
            other->peer.task = task.id;
        }
    } else {
        task.peer.kind = Peer::Kind::Person;
        task.peer.person = converse(branch, task.id, 0);
    }
}

void Engine::outgoingAnswered(Invite &request, std::size_t number)
{
    CallTask *task = find(request.origin);
    const Branch branch = request.branches[number];
    if (!task || !task->live || (!request.replaces && task->outgoing != request.id))
        return;
    if (request.replaces) {
        setPeer(*task, branch);
        if (task->signalOptions.transferReport.isTrue() && task->signalOptions.transferReport.toStdString() != "NO")
            queueEvent(*task, EventKind::Transferred, "_transferred", 0, {});
        return;
    }
    task->outgoing = 0;
    task->mode = Mode::Connected;
    task->connectedAt = m_now;
    task->linkedAt = m_now;
    setPeer(*task, branch);
    CallTask *ingress = find(request.bridgeTask);
    if (ingress && ingress->live && ingress->request == request.bridgeRequest && ingress->sleep == SleepKind::Bridge) {
        if (ingress->mode != Mode::Connected)
            answerIncoming(*ingress);
        joinBridge(*ingress, *task);
        answerRequest(*ingress, {});
    } else {
        task->mediaChannel = true;
    }
    queueEvent(*task, EventKind::Completed, "_completed", 0, {});
}

std::optional<std::string> Engine::transferCall(CallTask &task, const std::string &address)
{
    if (task.mode != Mode::Connected || task.peer.kind == Peer::Kind::None) // the peer is on its way to somebody else
        return "481-Task is not connected";
    accounts::Address parsed;
    if (!accounts::readAddress(address, parsed))
        return "400-Bad address";
    const auto domain = task.domain.empty() ? m_request.domain : task.domain;
    const auto result = m_directory ? accounts::route(*m_directory, address, routeOptions(task.account, domain, {}))
                                    : accounts::RouteResult();
    if (result.targets.empty())
        return "404-Not Found";
    if (const auto *reject = std::get_if<accounts::RejectTarget>(&result.target()))
        return reject->text;
    ++m_placedCalls;
    emit(task, "redirect", {{"to", Value::string(address)}});
    // The peer's own telephone calls the other place and leaves the task.
    const Peer peer = task.peer;
    dissolve(task);
    m_schedule.plan(m_now, HappeningKind::PeerLeaves, task.id, 0);
    task.peer = {};
    if (Person *caller = person(peer.person); peer.kind == Peer::Kind::Person && caller) {
        caller->state = Person::State::Ringing;
        caller->task = 0;
        Invite &request = addInvite(caller->address, address);
        request.person = caller->number;
        caller->invite = request.id;
        routeInvite(request.id, address, domain);
    } else if (CallTask *far = find(peer.task); far && far->live) {
        Invite &request = addInvite(far->account, address);
        request.origin = far->id;
        request.replaces = true;
        far->peer = {};
        routeInvite(request.id, address, domain);
    }
    return std::nullopt;
}

std::expected<Value, std::string> Engine::startTask(CallTask *parent, const std::string &account,
                                                    std::string_view program, std::string_view entry, Value parameter)
{
    const accounts::Account *owner = m_directory ? m_directory->account(account) : nullptr;
    if (!owner)
        return std::unexpected("unknown user account");
    if (tooManyTasks(parent))
        return std::unexpected("503-Too many tasks");
    const auto environment = environmentOf(owner->domain);
    const std::string language = data::foldCase(owner->language());
    const files::FileEntry *file = environment && files::isLookupName(program)
        ? environment->findFile(std::string(program) + ".sppr", language) : nullptr;
    if (!file)
        return std::unexpected("Failed to load PBX application code");
    const auto &compiled = m_programs.compiled(*file);
    const auto *section = compiled.program ? compiled.program->find(entry.empty() ? "main" : entry) : nullptr;
    if (!section || section->kind != machine::CodeKind::Entry) {
        loadFailed(account, compiled.program ? nullptr : &compiled, std::string(program),
                   parent ? peopleOf(*parent) : std::vector<std::uint32_t>{});
        return std::unexpected("Failed to load PBX application code");
    }
    CallTask &task = addTask(compiled.program, *section);
    becomeAccount(task, owner);
    task.program = program;
    task.environmentDomain = owner->domain;
    task.concern = parent ? parent->concern : 0;
    emitOutside("start", {{"program", Value::string(program)}, {"account", Value::string(task.account)},
                          {"language", Value::string(task.language)}}, true, peopleOf(task));
    if (!parameter.isNull())
        task.task.vars().dictionary().set("startParameter", std::move(parameter));
    return handleOf(task);
}

void Engine::instantMessage(CallTask &sender, const std::string &to, EventKind kind, const Value &parameter)
{
    const std::string account = data::foldCase(to.substr(0, to.find('/')));
    for (const auto &task : m_tasks) {
        if (task->live && task.get() != &sender && data::foldCase(task->account) == account) {
            Value copy;
            if (copyValue(parameter, copy))
                queueEvent(*task, kind, kind == EventKind::InstantMessage ? "_im" : "_xmppiq", 0, std::move(copy));
        }
    }
}

} // namespace pbx::call
