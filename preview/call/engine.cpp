// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include "environment/accounts/time_zones.h"

#include <algorithm>

namespace pbx::call {

namespace {

/// Guards against programs that never let time pass or never end making tasks and events.
constexpr std::size_t mostTasks = 50'000;
constexpr std::size_t mostLiveTasks = 10'000;
constexpr std::size_t mostCalls = 20'000; ///< placed by programs, and two hundred for each caller: all are remembered
constexpr std::size_t mostRunsAnInstant = 200'000;
constexpr std::size_t mostTraceEvents = 200'000; ///< and two thousand for each caller
constexpr std::int64_t stepsBetweenWaits = 10'000'000;

Value stackValue(const std::vector<machine::StackEntry> &stack)
{
    Value list = Value::newArray();
    for (const auto &entry : stack) {
        Value item = Value::newDictionary();
        item.dictionary().set("section", Value::string(entry.section));
        item.dictionary().set("file", Value::string(entry.file));
        item.dictionary().set("line", Value::number(entry.line));
        list.array().append(std::move(item));
    }
    return list;
}

machine::Limits callLimits()
{
    machine::Limits limits;
    limits.stepsBetweenWaits = stepsBetweenWaits;
    return limits;
}

} // namespace

Engine::Engine(const files::Workspace *workspace, const accounts::Directory *directory,
               Simulation::EnvironmentSource environment, ProgramStore &programs)
    : m_workspace(workspace), m_directory(directory), m_environmentSource(std::move(environment)), m_programs(programs),
      m_machine(builtinTable(), *this, callLimits())
{
}

Engine::~Engine() = default;

// ---- tasks ---------------------------------------------------------------------------------------------------------

CallTask &Engine::addTask(std::shared_ptr<const machine::Program> program, const machine::SectionCode &entry)
{
    auto task = std::make_unique<CallTask>(machine::Task(std::move(program), entry));
    task->id = m_tasks.size() + 1;
    task->task.id = task->id;
    task->task.hostData = task.get();
    m_tasks.push_back(std::move(task));
    ++m_liveTasks;
    CallTask &added = *m_tasks.back();
    makeReady(added);
    return added;
}

std::size_t Engine::eventLimit() const
{
    return mostTraceEvents + std::size_t(2'000) * m_callers;
}

std::size_t Engine::callLimit() const
{
    return mostCalls + std::size_t(200) * m_callers;
}

/// `starter` wants one more; null: somebody outside. Told once, as an error at the starter's place.
bool Engine::tooManyTasks(const CallTask *starter)
{
    if (m_tasks.size() < mostTasks && m_liveTasks < mostLiveTasks)
        return false;
    if (!std::exchange(m_crowded, true)) {
        reportError(starter, {"Too many tasks: programs may start " + std::to_string(mostTasks) + " in one run and have "
                                  + std::to_string(mostLiveTasks) + " at a time; does a program start itself?",
                              starter ? starter->task.callStack() : std::vector<machine::StackEntry>{}});
    }
    return true;
}

CallTask *Engine::find(std::uint64_t id)
{
    return id > 0 && id <= m_tasks.size() ? m_tasks[id - 1].get() : nullptr;
}

CallTask *Engine::liveTask(const Value &handle)
{
    if (!handle.isHandle() || handle.handle().kind != "task")
        return nullptr;
    CallTask *task = find(handle.handle().id);
    return task && task->live ? task : nullptr;
}

Value Engine::handleOf(CallTask &task)
{
    if (task.handle.isNull())
        task.handle = data::makeHandle("task", task.id);
    return task.handle;
}

void Engine::makeReady(CallTask &task)
{
    if (task.ready || !task.live)
        return;
    task.ready = true;
    m_ready.push_back(task.id);
}

void Engine::sleepIn(CallTask &task, SleepKind kind, std::int64_t ends)
{
    task.sleep = kind;
    ++task.sleepToken;
    task.sleepEnds = ends;
    task.timedOut = false;
}

void Engine::wake(CallTask &task, Value result)
{
    task.sleep = SleepKind::None;
    ++task.sleepToken;
    task.sleepEnds = -1;
    task.task.resume(std::move(result));
    makeReady(task);
}

void Engine::runReady()
{
    while (m_firstReady < m_ready.size() && !m_ended) {
        CallTask *task = find(m_ready[m_firstReady++]);
        if (!task || !task->live)
            continue;
        task->ready = false;
        if (++m_runsThisInstant > mostRunsAnInstant) {
            failTask(*task, {"The tasks wake each other without end and time stands still", task->task.callStack()});
            continue;
        }
        runTask(*task);
    }
    m_ready.clear();
    m_firstReady = 0;
}

void Engine::runTask(CallTask &task)
{
    if (task.sleep == SleepKind::Input) {
        const Value input = task.timedOut ? Value() : takeInput(task);
        emit(task, "read", {{"value", input}});
        task.sleep = SleepKind::None;
        task.sleepEnds = -1;
        task.task.resume(input);
    }
    const auto state = m_machine.run(task.task);
    switch (state) {
    case machine::RunState::Waiting:
        break;
    case machine::RunState::Paused: // no slice was asked for; goes on at its next turn
        makeReady(task);
        break;
    case machine::RunState::Finished:
    case machine::RunState::Stopped:
        endTask(task, false);
        break;
    case machine::RunState::Failed:
        failTask(task, m_machine.error());
        break;
    }
    if (m_trace.events().size() >= eventLimit() && task.live) {
        failTask(task, {"The call makes more than " + std::to_string(eventLimit()) + " events",
                        task.task.callStack()});
    }
}

/// Without a task it has no place.
void Engine::reportError(const CallTask *task, const machine::RunError &error)
{
    m_failed = true;
    if (!m_error)
        m_error = error;
    Event event;
    event.time = m_now;
    event.kind = "error";
    event.task = task ? task->id : 0;
    if (!error.stack.empty()) {
        event.file = error.stack.front().file;
        event.line = error.stack.front().line;
    }
    event.members = {{"message", Value::string(error.message)}, {"stack", stackValue(error.stack)}};
    if (task)
        event.people = peopleOf(*task);
    addEvent(std::move(event));
}

void Engine::failTask(CallTask &task, const machine::RunError &error)
{
    reportError(&task, error);
    endTask(task, true);
}

void Engine::endTask(CallTask &task, bool byError)
{
    if (!task.live)
        return;
    if (task.sleep == SleepKind::Play)
        finishPlay(task, false);
    else if (task.sleep == SleepKind::Record)
        finishRecord(task);
    task.sleep = SleepKind::None;
    ++task.sleepToken;
    dissolve(task);
    if (task.outgoing != 0)
        cancelCall(task);
    if (task.mode == Mode::Incoming || task.mode == Mode::Provisioned)
        rejectCall(task, byError ? 500 : 480, byError ? "500-Server Internal Error" : "480-Temporarily Unavailable");
    else if (task.mode == Mode::Connected)
        dropPeer(task, byError ? "error" : "program");
    task.live = false;
    --m_liveTasks;
    dropRequests(task);
    m_queues.forget(task.id);
}

// ---- the clock -----------------------------------------------------------------------------------------------------

bool Engine::stale(const Happening &happening) const
{
    switch (happening.kind) {
    case HappeningKind::SoundEnd:
    case HappeningKind::InputTimeOut:
        return m_tasks[happening.subject - 1]->sleepToken != happening.detail || !m_tasks[happening.subject - 1]->live;
    case HappeningKind::PhoneAnswers:
    case HappeningKind::RingTimeOut: {
        const Invite &request = *m_invites[happening.subject - 1];
        return request.done || request.branches[happening.detail].state != Branch::State::Ringing;
    }
    case HappeningKind::RuleStage: return m_invites[happening.subject - 1]->done;
    case HappeningKind::PeerLeaves: {
        const CallTask &task = *m_tasks[happening.subject - 1];
        return !task.live || task.mode != Mode::Connected;
    }
    case HappeningKind::CallerDials:
    case HappeningKind::Key:
    case HappeningKind::HangUp:
        return m_people[happening.subject - 1]->state == Person::State::Over;
    case HappeningKind::Limit: return false;
    }
    return false;
}

std::optional<std::int64_t> Engine::nextInstant()
{
    if (m_ended)
        return std::nullopt;
    while (!m_schedule.empty() && stale(m_schedule.next()))
        m_schedule.pop();
    if (m_schedule.empty())
        return std::nullopt;
    return m_schedule.next().time;
}

/// Does all that belongs to the present instant.
void Engine::settle()
{
    if (m_settling)
        return;
    m_settling = true;
    while (!m_ended) {
        runReady();
        finishIfOver();
        const auto next = nextInstant();
        if (!next || *next > m_now)
            break;
        while (!m_ended) {
            const auto due = nextInstant();
            if (!due || *due > m_now)
                break;
            const Happening happening = m_schedule.next();
            m_schedule.pop();
            happen(happening);
        }
    }
    m_settling = false;
    if (m_port)
        updateEars();
}

void Engine::advanceTo(std::int64_t time)
{
    settle();
    while (!m_ended) {
        const auto next = nextInstant();
        if (!next || *next > time)
            break;
        m_now = std::max(m_now, *next);
        m_runsThisInstant = 0;
        settle();
    }
    if (!m_ended && time > m_now) {
        m_now = time;
        m_runsThisInstant = 0;
    }
}

void Engine::runToEnd()
{
    settle();
    while (const auto next = nextInstant()) {
        m_now = std::max(m_now, *next);
        m_runsThisInstant = 0;
        settle();
    }
}

void Engine::happen(const Happening &happening)
{
    switch (happening.kind) {
    case HappeningKind::SoundEnd: soundEnds(*find(happening.subject)); break;
    case HappeningKind::CallerDials: dialNow(*m_people[happening.subject - 1]); break;
    case HappeningKind::Key:
        press(static_cast<std::uint32_t>(happening.subject), static_cast<char>(happening.detail));
        break;
    case HappeningKind::HangUp: hangUp(static_cast<std::uint32_t>(happening.subject)); break;
    case HappeningKind::PhoneAnswers: phoneAnswers(happening.subject, happening.detail); break;
    case HappeningKind::RingTimeOut:
        branchFailed(happening.subject, happening.detail, "408-No Answer", "noanswer");
        settleInvite(happening.subject);
        break;
    case HappeningKind::PeerLeaves: peerGone(*find(happening.subject)); break;
    case HappeningKind::RuleStage: ruleStage(happening.subject, static_cast<int>(happening.detail)); break;
    case HappeningKind::InputTimeOut: {
        CallTask &task = *find(happening.subject);
        task.timedOut = true;
        ++task.sleepToken;
        makeReady(task);
        break;
    }
    case HappeningKind::Limit: cutOff(); break;
    }
}

/// The limit is reached: everything ends where it stands.
void Engine::cutOff()
{
    const bool tasksLive = m_liveTasks > 0;
    for (const auto &task : m_tasks) {
        if (task->live && task->sleep == SleepKind::Play)
            finishPlay(*task, false);
        else if (task->live && task->sleep == SleepKind::Record)
            finishRecord(*task);
        task->live = false;
    }
    m_liveTasks = 0;
    for (const auto &request : m_invites)
        cancelBranches(*request, SIZE_MAX, "cancelled");
    for (const auto &person : m_people) {
        if (person->state != Person::State::Over || (tasksLive && !person->told)) {
            person->state = Person::State::Over;
            person->endedBy = "limit";
            person->outcome.clear();
        }
    }
    m_limitReached = true;
    finishIfOver();
}

bool Engine::everybodyOver() const
{
    return std::ranges::all_of(m_people, [](const auto &person) {
        return !person->caller || person->state == Person::State::Over;
    });
}

/// A caller who ends before the others is told of at once; the last one when everything is over.
void Engine::tellEnd(Person &caller)
{
    if (std::exchange(caller.told, true))
        return;
    const std::string &by = caller.endedBy.empty() ? (m_failed ? "error" : "program") : caller.endedBy;
    const std::string &left = !caller.outcome.empty() ? caller.outcome
        : caller.lastPrompt.empty()                   ? "silence"
                                                      : caller.lastPrompt;
    emitOutside("end", {{"by", Value::string(by)}, {"outcome", Value::string(left)}}, true, {caller.number});
}

void Engine::finishIfOver()
{
    if (m_ended || !m_started || m_liveTasks > 0 || !everybodyOver())
        return;
    for (const auto &person : m_people) {
        if (person->caller)
            tellEnd(*person);
    }
    if (m_callers == 0) {
        const std::string_view by = m_limitReached ? "limit" : m_failed ? "error" : "program";
        emitOutside("end", {{"by", Value::string(by)}, {"outcome", Value::string("silence")}});
    }
    m_ended = true;
}

// ---- the trace -----------------------------------------------------------------------------------------------------

/// A flood of events is cut off here and ends its task at its next stop; how a call ends is always told.
bool Engine::dropped(std::string_view kind) const
{
    return m_trace.events().size() >= eventLimit() && kind != "end" && kind != "reject";
}

std::size_t Engine::emit(CallTask &task, std::string_view kind, Members members, bool complete)
{
    return emitTo(peopleOf(task), task, kind, std::move(members), complete);
}

/// Who is at the other end, and on whose behalf it runs.
std::vector<std::uint32_t> Engine::peopleOf(const CallTask &task)
{
    std::vector<std::uint32_t> people;
    if (task.peer.kind == Peer::Kind::Person)
        people.push_back(task.peer.person);
    if (task.concern != 0 && (people.empty() || people.front() != task.concern))
        people.push_back(task.concern);
    return people;
}

std::size_t Engine::emitTo(std::vector<std::uint32_t> people, CallTask &task, std::string_view kind, Members members,
                           bool complete)
{
    if (dropped(kind))
        return SIZE_MAX;
    Event event;
    event.time = m_now;
    event.kind = kind;
    event.task = task.id;
    machine::StackEntry place = task.task.place();
    event.file = std::move(place.file);
    event.line = place.line;
    event.members = std::move(members);
    event.complete = complete;
    event.people = std::move(people);
    return addEvent(std::move(event));
}

std::size_t Engine::emitOutside(std::string_view kind, Members members, bool complete,
                                std::vector<std::uint32_t> people)
{
    if (dropped(kind))
        return SIZE_MAX;
    Event event;
    event.time = m_now;
    event.kind = kind;
    event.members = std::move(members);
    event.complete = complete;
    event.people = std::move(people);
    return addEvent(std::move(event));
}

/// With several callers every event says whom it concerns.
std::size_t Engine::addEvent(Event event)
{
    if (m_callers > 1 && !event.people.empty()) {
        Value people = Value::newArray();
        for (const std::uint32_t number : event.people)
            people.array().append(Value::string(m_people[number - 1]->address));
        event.members.emplace_back("people", std::move(people));
    }
    return m_trace.add(std::move(event));
}

void Engine::note(CallTask &task, std::string text)
{
    emit(task, "log", {{"text", Value::string(text)}, {"severity", Value::string("note")}});
}

// ---- machine::Host -------------------------------------------------------------------------------------------------

std::expected<std::shared_ptr<const machine::Program>, std::string> Engine::loadModule(machine::Task &task,
                                                                                       std::string_view name)
{
    const std::string file = std::string(name) + ".sppi";
    const files::FileEntry *entry = findFile(of(task), file);
    if (!entry)
        return std::unexpected("No layer of the environment has the module " + file);
    const auto &compiled = m_programs.compiled(*entry);
    if (!compiled.program)
        return std::unexpected("The module " + file + " can't be used: " + compiled.error);
    return compiled.program;
}

Value Engine::spawn(machine::Task &task, const machine::SectionCode &entry, Value parameter)
{
    CallTask &parent = of(task);
    if (tooManyTasks(&parent))
        return {};
    CallTask &child = addTask(task.sharedProgram(), entry);
    child.program = parent.program;
    child.account = parent.account;
    child.domain = parent.domain;
    child.environmentDomain = parent.environmentDomain;
    child.language = parent.language;
    child.zone = parent.zone;
    child.concern = parent.concern;
    if (!parameter.isNull())
        child.task.vars().dictionary().set("startParameter", std::move(parameter));
    return handleOf(child);
}

void Engine::log(machine::Task &task, std::string_view text)
{
    emit(of(task), "log", {{"text", Value::string(text)}});
}

void Engine::warn(machine::Task &task, std::string_view text)
{
    emit(of(task), "log", {{"text", Value::string(text)}, {"severity", Value::string("warning")}});
}

std::int64_t Engine::currentTime(machine::Task &)
{
    return gmt();
}

std::int64_t Engine::zoneOffset(machine::Task &task, std::int64_t gmtSeconds)
{
    const CallTask &own = of(task);
    if (!own.zone.empty())
        return accounts::offsetAt(own.zone, gmtSeconds);
    return accounts::offsetAt(m_workspace ? m_workspace->timeZone() : std::string(), gmtSeconds);
}

std::uint64_t Engine::random(machine::Task &)
{
    // splitmix64: the same call gives the same numbers
    std::uint64_t z = (m_randomState += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

// ---- accounts and files --------------------------------------------------------------------------------------------

std::shared_ptr<const files::Environment> Engine::environmentOf(const std::string &domain)
{
    const auto found = m_environments.find(domain);
    if (found != m_environments.end())
        return found->second;
    auto environment = m_workspace ? m_workspace->environment(domain)
        : m_environmentSource      ? m_environmentSource()
                                   : nullptr;
    return m_environments.emplace(domain, std::move(environment)).first->second;
}

const files::FileEntry *Engine::findMedia(CallTask &task, std::string_view name)
{
    const auto environment = environmentOf(task.environmentDomain);
    return environment ? environment->findMedia(name, task.language) : nullptr;
}

const files::FileEntry *Engine::findFile(CallTask &task, std::string_view name)
{
    const auto environment = environmentOf(task.environmentDomain);
    return environment ? environment->findFile(name, task.language) : nullptr;
}

const accounts::Account *Engine::accountOf(const CallTask &task) const
{
    return m_directory && !task.account.empty() ? m_directory->account(task.account) : nullptr;
}

void Engine::becomeAccount(CallTask &task, const accounts::Account *account)
{
    task.account.clear();
    task.domain.clear();
    task.language.clear();
    task.zone.clear();
    if (!account)
        return;
    task.account = account->address();
    task.domain = account->domain;
    task.language = data::foldCase(m_request.language.empty() ? account->language() : m_request.language);
    if (std::string zone = account->effectiveText("TimeZone"); zone != "HostOS")
        task.zone = std::move(zone);
}

} // namespace pbx::call
