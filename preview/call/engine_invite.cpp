// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include "environment/files/name_rules.h"
#include "preview/call/codes.h"

#include <algorithm>

/// A request for a call from routing to its answer: branches that ring, stages of rules, the best failure.
namespace pbx::call {

namespace {

constexpr std::size_t mostBranches = 1'000; ///< places one call rings at, from first to last
constexpr std::string_view crowded = "503-Too many tasks";
constexpr std::string_view loadFailure = "Failed to load PBX application code"; ///< pbx-runtime 13

/// 6xx first, else the lowest code (pbx-runtime 8.2).
bool betterFailure(const std::string &a, const std::string &b)
{
    if (b.empty())
        return true;
    const int x = readCode(a);
    const int y = readCode(b);
    if ((x >= 600) != (y >= 600))
        return x >= 600;
    return x < y;
}

} // namespace

/// Whose call it is.
std::vector<std::uint32_t> Engine::peopleOf(const Invite &request)
{
    if (request.person != 0)
        return {request.person};
    const CallTask *task = find(request.origin);
    return task ? peopleOf(*task) : std::vector<std::uint32_t>{};
}

Invite *Engine::invite(std::uint64_t id)
{
    return id > 0 && id <= m_invites.size() ? m_invites[id - 1].get() : nullptr;
}

Invite &Engine::addInvite(const std::string &from, const std::string &to)
{
    auto request = std::make_unique<Invite>();
    request->id = m_invites.size() + 1;
    request->from = from;
    request->to = to;
    request->start = m_now;
    m_invites.push_back(std::move(request));
    return *m_invites.back();
}

accounts::RouteOptions Engine::routeOptions(const std::string &caller, const std::string &domain,
                                            const std::string &callerName) const
{
    accounts::RouteOptions options;
    options.caller = caller;
    options.domain = domain;
    options.time = gmt();
    options.phones = m_phones;
    options.callerName = callerName;
    auto *self = const_cast<Engine *>(this);
    options.hasProgram = [self](std::string_view program, std::string_view inDomain) {
        const auto environment = self->environmentOf(std::string(inDomain));
        return environment && environment->findFile(std::string(program) + ".sppr", {}) != nullptr;
    };
    return options;
}

void Engine::emitSteps(const Invite &request, const accounts::RouteResult &result, std::size_t from)
{
    const std::vector<std::uint32_t> people = peopleOf(request);
    for (std::size_t i = from; i < result.steps.size(); ++i) {
        const accounts::RouteStep &step = result.steps[i];
        Members members{{"address", Value::string(step.address)}, {"result", Value::string(step.result)},
                        {"by", Value::string(step.by)}};
        if (!step.explanation.empty())
            members.emplace_back("why", Value::string(step.explanation));
        if (!step.others.empty()) {
            Value others = Value::newArray();
            for (const std::string &other : step.others)
                others.array().append(Value::string(other));
            members.emplace_back("others", std::move(others));
        }
        emitOutside("route", std::move(members), true, people);
    }
    for (const auto &warning : result.warnings)
        emitOutside("log", {{"text", Value::string(warning)}, {"severity", Value::string("warning")}});
}

void Engine::routeInvite(std::uint64_t id, std::string_view address, const std::string &domain)
{
    Invite &request = *invite(id);
    if (!m_directory) {
        inviteFailed(request, "404-Not Found");
        return;
    }
    request.route = accounts::route(*m_directory, address, routeOptions(request.from, domain, request.fromName));
    emitSteps(request, request.route);
    for (const auto &entered : request.route.entered) {
        if (entered.byOwnRule)
            request.diverted = entered.account;
    }
    planStages(request);
    startBranches(id, request.route.targets);
    settleInvite(id);
}

void Engine::planStages(const Invite &request)
{
    for (const int seconds : accounts::timedStages(*m_directory, request.route)) {
        // Who is entered late may have a stage whose moment has passed: it acts at once.
        const std::int64_t at = std::max(request.start + std::int64_t(seconds) * 1000, m_now);
        m_schedule.plan(at, HappeningKind::RuleStage, request.id, static_cast<std::uint64_t>(seconds));
    }
}

void Engine::ruleStage(std::uint64_t id, int seconds)
{
    Invite &request = *invite(id);
    auto result = accounts::routeTimed(*m_directory, request.route, seconds, routeOptions(request.from, {}, request.fromName));
    if (!result.acted) {
        request.route.entered = std::move(result.entered); // its turn has come and gone
        return;
    }
    emitSteps(request, result);
    const bool adds = result.addsBranches;
    const auto targets = result.targets;
    for (std::size_t i = 0; i < request.route.entered.size(); ++i) // one has taken the call: the others' turn is over
        result.entered[i].timedUntil = std::max(result.entered[i].timedUntil, seconds);
    request.route = std::move(result);
    planStages(request);
    if (!adds)
        cancelBranches(request, SIZE_MAX, "cancelled");
    startBranches(id, targets);
    settleInvite(id);
}

void Engine::startBranches(std::uint64_t id, const std::vector<accounts::Target> &targets)
{
    for (const auto &target : targets) {
        Invite &request = *invite(id);
        if (request.done)
            return;
        if (request.branches.size() < mostBranches) {
            startBranch(id, target);
        } else if (!std::exchange(request.crowded, true)) {
            emitOutside("log", {{"text", Value::string("A call rings at " + std::to_string(mostBranches)
                                                       + " places at most; the others are left out")},
                                {"severity", Value::string("warning")}}, true, peopleOf(request));
        }
    }
}

void Engine::startBranch(std::uint64_t id, const accounts::Target &target)
{
    Invite &request = *invite(id);
    const std::size_t number = request.branches.size();
    request.branches.emplace_back();
    Branch &branch = request.branches.back();
    branch.since = m_now;
    if (const auto *phone = std::get_if<accounts::PhoneTarget>(&target)) {
        branch.account = phone->account;
        ringPhone(request, number);
    } else if (const auto *outside = std::get_if<accounts::OutsideTarget>(&target)) {
        branch.account = outside->address;
        ringPhone(request, number);
    } else if (const auto *program = std::get_if<accounts::ProgramTarget>(&target)) {
        startProgramBranch(request, number, *program);
    } else {
        const auto &reject = std::get<accounts::RejectTarget>(target);
        branch.state = Branch::State::Failed;
        branch.failure = reject.text.empty() ? codeText(reject.code) : reject.text;
        // An account without a phone never gets to ring; say so where a ring would stand.
        if (reject.code == 480 && !request.route.entered.empty()) {
            const std::string &account = request.route.entered.back().account;
            const auto known = m_phones.find(data::foldCase(account));
            if (known != m_phones.end() && known->second == accounts::PhoneState::Offline)
                emitOutside("ring", {{"account", Value::string(account)}, {"outcome", Value::string("offline")}}, true,
                            peopleOf(request));
        }
    }
}

void Engine::ringPhone(Invite &request, std::size_t number)
{
    Branch &branch = request.branches[number];
    const PhonePlan &plan = planOf(branch.account);
    branch.event = emitOutside("ring", {{"account", Value::string(branch.account)}, {"outcome", Value()}}, false,
                               peopleOf(request));
    const auto state = talks(branch.account) ? accounts::PhoneState::Busy : plan.state;
    if (state == accounts::PhoneState::Busy) {
        branchFailed(request.id, number, "486-Busy Here", "busy");
    } else if (state == accounts::PhoneState::Offline) {
        branch.offline = true;
        branchFailed(request.id, number, "480-Temporarily Unavailable", "offline");
    } else {
        if (request.rangAt < 0)
            request.rangAt = m_now;
        const bool answers = state == accounts::PhoneState::Answers && request.ringMs > plan.answersAfter;
        m_schedule.plan(m_now + (answers ? plan.answersAfter : request.ringMs),
                        answers ? HappeningKind::PhoneAnswers : HappeningKind::RingTimeOut, request.id, number);
        originRings(request);
    }
}

/// The moment has come; whoever has meanwhile begun another conversation is busy.
void Engine::phoneAnswers(std::uint64_t id, std::size_t number)
{
    Invite &request = *invite(id);
    if (!talks(request.branches[number].account)) {
        branchAnswered(id, number);
        return;
    }
    branchFailed(id, number, "486-Busy Here", "busy");
    settleInvite(id);
}

void Engine::loadFailed(const std::string &account, const ProgramStore::Compiled *compiled, const std::string &program,
                        std::vector<std::uint32_t> people)
{
    m_failed = true;
    std::string message(loadFailure);
    Event event;
    event.time = m_now;
    event.kind = "error";
    message += ": ";
    message += compiled ? compiled->error : "no layer of the environment has " + program + ".sppr";
    event.members = {{"message", Value::string(message)}, {"stack", Value::newArray()},
                     {"account", Value::string(account)}};
    if (compiled && compiled->line > 0) {
        Value place = Value::newDictionary();
        place.dictionary().set("section", Value::string(""));
        place.dictionary().set("file", Value::string(compiled->file));
        place.dictionary().set("line", Value::number(compiled->line));
        event.members[1].second.array().append(std::move(place));
    }
    event.people = std::move(people);
    addEvent(std::move(event));
}

void Engine::startProgramBranch(Invite &request, std::size_t number, const accounts::ProgramTarget &target)
{
    Branch &branch = request.branches[number];
    branch.program = true;
    branch.account = target.account;
    const accounts::Account *account = m_directory->account(target.account);
    const std::string language = !m_request.language.empty() ? data::foldCase(m_request.language)
        : account                                             ? data::foldCase(account->language())
                                                              : std::string();
    const std::string domain = account ? account->domain : std::string();
    const auto environment = environmentOf(domain);
    const files::FileEntry *file = environment && files::isLookupName(target.program)
        ? environment->findFile(target.program + ".sppr", language) : nullptr;
    const ProgramStore::Compiled *compiled = file ? &m_programs.compiled(*file) : nullptr;
    const machine::SectionCode *entry = compiled && compiled->program ? compiled->program->find("main") : nullptr;
    ProgramStore::Compiled noEntry;
    if (compiled && compiled->program && (!entry || entry->kind != machine::CodeKind::Entry)) {
        noEntry.file = compiled->file;
        noEntry.error = compiled->file + ": the program has no entry main";
        compiled = &noEntry;
        entry = nullptr;
    }
    if (entry && tooManyTasks(find(request.origin))) {
        branch.state = Branch::State::Failed;
        branch.failure = crowded;
        return;
    }
    if (!entry) {
        loadFailed(target.account, compiled, target.program, peopleOf(request));
        branch.state = Branch::State::Failed;
        branch.failure = loadFailure;
        return;
    }
    emitOutside("start", {{"program", Value::string(target.program)},
                          {"account", Value::string(target.account)},
                          {"language", Value::string(language)}}, true, peopleOf(request));
    CallTask &task = addTask(compiled->program, *entry);
    branch.task = task.id;
    becomeAccount(task, account);
    task.program = target.program;
    task.environmentDomain = domain;
    task.mode = Mode::Incoming;
    task.invite = request.id;
    task.peer.address = request.from;
    task.peer.name = request.fromName;
    if (Person *caller = person(request.person)) {
        task.peer.kind = Peer::Kind::Person;
        task.peer.person = caller->number;
        task.concern = caller->number;
        if (caller->task == 0)
            caller->task = task.id;
    } else {
        task.peer.kind = Peer::Kind::Task;
        task.peer.task = request.origin;
        if (const CallTask *origin = find(request.origin))
            task.concern = origin->concern;
    }
    if (target.hasParameters) {
        Value list = Value::newArray();
        for (const auto &parameter : target.parameters)
            list.array().append(Value::string(parameter));
        task.task.vars().dictionary().set("startParameter", std::move(list));
    }
}

std::size_t Engine::branchOf(const Invite &request, std::uint64_t task) const
{
    for (std::size_t i = 0; i < request.branches.size(); ++i) {
        if (request.branches[i].program && request.branches[i].task == task)
            return i;
    }
    return SIZE_MAX;
}

void Engine::branchFailed(std::uint64_t id, std::size_t number, std::string failure, std::string_view outcome)
{
    Invite &request = *invite(id);
    if (number >= request.branches.size())
        return;
    Branch &branch = request.branches[number];
    if (branch.state != Branch::State::Ringing)
        return;
    branch.state = Branch::State::Failed;
    branch.failure = std::move(failure);
    if (branch.event != SIZE_MAX)
        complete(branch.event, {{"outcome", Value::string(outcome)}});
}

/// When nothing rings any more: the stages for failures, then the best failure goes back.
void Engine::settleInvite(std::uint64_t id)
{
    for (;;) {
        Invite &request = *invite(id);
        if (request.done)
            return;
        std::string best;
        bool offline = false;
        for (const Branch &branch : request.branches) {
            if (branch.state == Branch::State::Ringing)
                return;
            if (branch.state == Branch::State::Failed && betterFailure(branch.failure, best))
                best = branch.failure;
            offline = offline || branch.offline;
        }
        if (best.empty())
            best = "480-Temporarily Unavailable";
        const auto options = routeOptions(request.from, {}, request.fromName);
        accounts::RouteResult result;
        // Without a phone there is nothing to wait for: later stages act at once (pbx-runtime 8.2).
        if (offline) {
            for (const int seconds : accounts::timedStages(*m_directory, request.route)) {
                result = accounts::routeTimed(*m_directory, request.route, seconds, options);
                if (result.acted)
                    break;
            }
        }
        if (!result.acted && m_directory)
            result = accounts::routeFailure(*m_directory, request.route, accounts::failureKind(readCode(best)), options);
        emitSteps(request, result); // also who was asked in vain
        if (!result.acted) {
            inviteFailed(request, best);
            return;
        }
        const auto targets = result.targets;
        request.route = std::move(result);
        for (Branch &branch : request.branches) {
            if (branch.state == Branch::State::Failed)
                branch.state = Branch::State::Passed;
        }
        planStages(request);
        startBranches(id, targets);
    }
}

void Engine::cancelBranches(Invite &request, std::size_t except, std::string_view reason)
{
    for (std::size_t i = 0; i < request.branches.size(); ++i) {
        Branch &branch = request.branches[i];
        if (i == except || branch.state != Branch::State::Ringing)
            continue;
        branch.state = Branch::State::Cancelled;
        if (branch.event != SIZE_MAX)
            complete(branch.event, {{"outcome", Value::string(reason)}});
        if (branch.task != 0) {
            if (CallTask *task = find(branch.task); task && task->live)
                peerGone(*task);
        }
    }
}

void Engine::cancelInvite(std::uint64_t id, std::string_view reason)
{
    Invite *request = invite(id);
    if (!request || request->done)
        return;
    request->done = true;
    cancelBranches(*request, SIZE_MAX, reason);
}

void Engine::inviteFailed(Invite &request, const std::string &failure)
{
    request.done = true;
    if (Person *caller = person(request.person)) {
        // A program's own refusal has been told already.
        bool told = false;
        bool byProgram = false;
        for (const Branch &branch : request.branches) {
            const bool program = branch.task != 0 && branch.state == Branch::State::Failed;
            byProgram = byProgram || program;
            told = told || (program && branch.failure == failure);
        }
        if (!told)
            emitOutside("reject", {{"code", Value::number(readCode(failure))}, {"text", Value::string(failure)}}, true,
                        {caller->number});
        over(*caller, m_failed ? "error" : byProgram ? "program" : "callee", failure);
        return;
    }
    CallTask *task = find(request.origin);
    if (!task || !task->live)
        return;
    if (request.replaces) {
        peerGone(*task);
    } else if (task->outgoing == request.id) {
        task->outgoing = 0;
        queueEvent(*task, EventKind::Completed, "_completed", 0, Value::string(failure));
    }
}

/// The first sign of life goes to who called.
void Engine::originRings(Invite &request)
{
    if (std::exchange(request.rang, true) || request.origin == 0 || request.replaces)
        return;
    CallTask *task = find(request.origin);
    if (!task || !task->live)
        return;
    Value parameter = Value::newDictionary();
    parameter.dictionary().set("code", Value::number(180));
    parameter.dictionary().set("text", Value::string("Ringing"));
    queueEvent(*task, EventKind::Provision, "_provision", 0, std::move(parameter));
}

void Engine::branchAnswered(std::uint64_t id, std::size_t number)
{
    Invite &request = *invite(id);
    if (request.done || number >= request.branches.size())
        return;
    request.done = true;
    Branch &branch = request.branches[number];
    branch.state = Branch::State::Answered;
    if (branch.event != SIZE_MAX)
        complete(branch.event, {{"outcome", Value::string("answer")}});
    cancelBranches(request, number, "cancelled");
    CallTask *answering = branch.program ? find(branch.task) : nullptr;
    if (answering) {
        answering->mode = Mode::Connected;
        answering->mediaChannel = true;
        answering->connectedAt = m_now;
        answering->linkedAt = m_now;
        answering->invite = 0;
    }
    Person *caller = person(request.person);
    if (!caller) {
        outgoingAnswered(request, number);
        return;
    }
    caller->state = Person::State::Connected;
    caller->since = m_now;
    if (answering) {
        caller->task = answering->id;
    } else {
        emitOutside("answer", {{"code", Value::number(200)}}, true, {caller->number});
        converse(branch, 0, caller->number);
    }
}

void Engine::addressesToBranches(std::uint64_t id, const std::vector<std::string> &addresses, std::string_view by)
{
    for (const auto &address : addresses) {
        Invite &request = *invite(id);
        if (request.done || request.crowded)
            return;
        const CallTask *task = nullptr;
        for (const Branch &branch : request.branches) {
            if (branch.task != 0)
                task = find(branch.task);
        }
        const std::string domain = task && !task->domain.empty() ? task->domain : m_request.domain;
        auto result = accounts::route(*m_directory, address, routeOptions(request.from, domain, request.fromName));
        emitOutside("route", {{"address", Value::string(address)},
                              {"result", Value::string(accounts::describe(result.target()))},
                              {"by", Value::string(by)}}, true, peopleOf(request));
        emitSteps(request, result);
        const auto targets = result.targets;
        request.route = std::move(result);
        planStages(request);
        startBranches(id, targets);
    }
}

} // namespace pbx::call
