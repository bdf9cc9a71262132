// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/engine.h"

#include "preview/call/codes.h"

#include <algorithm>
#include <cctype>

/// People at telephones: callers who dial, phones that are answered, what they press and when they hang up.
namespace pbx::call {

namespace {

constexpr int mostHops = 8; ///< bridges between a person and a program

bool isKey(char c)
{
    return (c >= '0' && c <= '9') || c == '*' || c == '#' || (c >= 'A' && c <= 'D');
}

char upper(char c)
{
    return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

std::string withDomain(const std::string &address, const std::string &domain)
{
    return address.find('@') != std::string::npos || domain.empty() ? address : address + '@' + domain;
}

/// "Name" <address>: the name.
std::string displayName(const std::string &text)
{
    const auto open = text.find('<');
    if (open == std::string::npos)
        return {};
    std::string name = text.substr(0, open);
    std::erase(name, '"');
    while (name.ends_with(' '))
        name.pop_back();
    return name;
}

std::vector<ScriptItem> readScript(std::string_view keys)
{
    std::vector<ScriptItem> script;
    bool overPrompt = false;
    for (const char c : keys) {
        const char key = upper(c);
        if (c == '~') {
            overPrompt = true;
        } else if (c == ',' || c == '!' || isKey(key)) {
            script.push_back({key, overPrompt && c != ','});
            overPrompt = false;
        }
    }
    return script;
}

} // namespace

Person *Engine::person(std::uint32_t number)
{
    return number > 0 && number <= m_people.size() ? m_people[number - 1].get() : nullptr;
}

PersonView Engine::personView(std::uint32_t number) const
{
    if (number == 0 || number > m_people.size())
        return {};
    return {m_people[number - 1]->caller, m_people[number - 1]->address};
}

Person &Engine::addPerson()
{
    m_people.push_back(std::make_unique<Person>());
    m_people.back()->number = static_cast<std::uint32_t>(m_people.size());
    return *m_people.back();
}

// ---- callers -------------------------------------------------------------------------------------------------------

void Engine::dial(const DialRequest &request)
{
    m_started = true;
    m_request = request;
    m_startTime = request.startTime;
    m_randomState = 0x5eed;
    for (const char c : request.address + request.keys)
        m_randomState = m_randomState * 31 + static_cast<unsigned char>(c);
    if (m_request.domain.empty() && m_workspace)
        m_request.domain = m_workspace->defaultDomain();
    for (const auto &[name, plan] : request.phones) {
        const std::string address = withDomain(name, m_request.domain);
        const accounts::Account *account = m_directory ? m_directory->account(address) : nullptr;
        const std::string key = data::foldCase(account ? account->address() : address);
        m_phones[key] = plan.state;
        m_plans[key] = plan;
    }
    m_schedule.plan(std::max<std::int64_t>(request.limitMs, 0), HappeningKind::Limit, 0, 0);
    addCaller(request);
}

std::uint32_t Engine::addCaller(const CallerRequest &request)
{
    Person &caller = addPerson();
    caller.caller = true;
    ++m_callers;
    caller.dials = request.address;
    caller.domain = request.domain.empty() ? m_request.domain : request.domain;
    caller.address = withDomain(plainAddress(request.from), caller.domain);
    caller.folded = data::foldCase(caller.address);
    caller.name = displayName(request.from);
    caller.voice = request.voice;
    caller.script = readScript(request.keys);
    caller.timedKeys = request.timedKeys;
    m_ended = false;
    if (m_limitReached)
        over(caller, "limit", {});
    else if (request.dialsAt > m_now)
        m_schedule.plan(request.dialsAt, HappeningKind::CallerDials, caller.number, 0);
    else
        dialNow(caller);
    settle();
    return caller.number;
}

std::uint32_t Engine::callers() const
{
    return m_callers;
}

void Engine::dialNow(Person &caller)
{
    caller.state = Person::State::Ringing;
    caller.since = m_now;
    emitOutside("dial", {{"from", Value::string(caller.address)},
                         {"to", Value::string(withDomain(caller.dials, caller.domain))}}, true, {caller.number});
    planKeys(caller);
    Invite &request = addInvite(caller.address, caller.dials);
    request.person = caller.number;
    request.fromName = caller.name;
    caller.invite = request.id;
    routeInvite(request.id, caller.dials, caller.domain);
}

void Engine::planKeys(const Person &person)
{
    for (const TimedKey &item : person.timedKeys) {
        const std::int64_t at = m_now + std::max<std::int64_t>(item.at, 0);
        if (item.key == '!')
            m_schedule.plan(at, HappeningKind::HangUp, person.number, 0);
        else if (isKey(upper(item.key)))
            m_schedule.plan(at, HappeningKind::Key, person.number, static_cast<unsigned char>(item.key));
    }
}

/// The call of a person has ended.
void Engine::over(Person &person, std::string_view by, std::string outcome)
{
    if (person.state == Person::State::Over)
        return;
    person.state = Person::State::Over;
    person.since = m_now;
    person.task = 0;
    person.endedBy = by;
    person.outcome = std::move(outcome);
    if (Person *other = this->person(std::exchange(person.with, 0)); other && other->with == person.number) {
        other->with = 0;
        over(*other, person.caller ? "caller" : "callee", "conversation with " + person.address);
    }
    if (person.caller && !everybodyOver())
        tellEnd(person);
}

void Engine::hangUp(std::uint32_t number)
{
    Person *person = this->person(number);
    if (!person || (person->state != Person::State::Ringing && person->state != Person::State::Connected))
        return;
    const bool ringing = person->state == Person::State::Ringing;
    CallTask *task = find(person->task);
    over(*person, person->caller ? "caller" : "callee", {});
    if (ringing)
        cancelInvite(person->invite, "cancelled");
    else if (task)
        peerGone(*task);
    settle();
}

void Engine::press(std::uint32_t number, char key)
{
    key = upper(key);
    Person *person = this->person(number);
    if (!isKey(key) || !person || m_ended)
        return;
    CallTask *task = find(person->task);
    const bool heard = task && task->live && task->peer.kind == Peer::Kind::Person && task->peer.person == number
        && (task->mode == Mode::Connected || task->mode == Mode::Provisioned);
    if (!heard && person->state != Person::State::Connected)
        return;
    Members members{{"key", Value::string(std::string_view(&key, 1))}};
    if (!person->caller)
        members.emplace_back("account", Value::string(person->address));
    emitOutside("key", std::move(members), true, {number});
    person->lastKey = key;
    person->keyAt = m_now;
    for (int hops = 0; heard && task && hops < mostHops; ++hops) {
        keyArrives(*task, key);
        task = farProgram(*task);
    }
    settle();
}

// ---- phones --------------------------------------------------------------------------------------------------------

const PhonePlan &Engine::planOf(std::string_view account) const
{
    static const PhonePlan answers;
    const auto found = m_plans.find(data::foldCase(account));
    return found == m_plans.end() ? answers : found->second;
}

/// A phone has been answered; gives the person there.
std::uint32_t Engine::converse(const Branch &branch, std::uint64_t task, std::uint32_t with)
{
    const PhonePlan &plan = planOf(branch.account);
    Person &person = addPerson();
    person.address = branch.account;
    person.folded = data::foldCase(branch.account);
    person.state = Person::State::Connected;
    person.since = m_now;
    person.task = task;
    person.voice = plan.voice;
    person.script = readScript(plan.keys);
    person.timedKeys = plan.timedKeys;
    planKeys(person);
    if (plan.talksFor >= 0)
        m_schedule.plan(m_now + plan.talksFor, HappeningKind::HangUp, person.number, 0);
    if (Person *other = this->person(with))
        joinPeople(*other, person);
    return person.number;
}

void Engine::joinPeople(Person &one, Person &other)
{
    one.with = other.number;
    other.with = one.number;
    one.task = other.task = 0;
    one.since = other.since = m_now;
    one.state = other.state = Person::State::Connected;
}

std::vector<std::int64_t> Engine::conversationsOf(std::string_view account) const
{
    std::vector<std::int64_t> list;
    const std::string wanted = data::foldCase(account);
    for (const auto &person : m_people) {
        if (person->state == Person::State::Connected && person->folded == wanted)
            list.push_back(person->since);
    }
    return list;
}

bool Engine::talks(std::string_view account) const
{
    const std::string wanted = data::foldCase(account);
    return std::ranges::any_of(m_people, [&](const auto &person) {
        return !person->caller && person->state == Person::State::Connected && person->folded == wanted;
    });
}

std::pair<Invite *, std::size_t> Engine::ringingPhone(std::string_view account)
{
    const std::string wanted = data::foldCase(withDomain(std::string(account), m_request.domain));
    for (const auto &request : m_invites) {
        for (std::size_t i = 0; !request->done && i < request->branches.size(); ++i) {
            const Branch &branch = request->branches[i];
            if (!branch.program && branch.state == Branch::State::Ringing && data::foldCase(branch.account) == wanted)
                return {request.get(), i};
        }
    }
    return {nullptr, 0};
}

Person *Engine::talkingPhone(std::string_view account)
{
    const std::string wanted = data::foldCase(withDomain(std::string(account), m_request.domain));
    for (const auto &person : m_people) {
        if (!person->caller && person->state == Person::State::Connected && person->folded == wanted)
            return person.get();
    }
    return nullptr;
}

bool Engine::answerPhone(const std::string &account)
{
    const auto [request, branch] = ringingPhone(account);
    if (!request)
        return false;
    branchAnswered(request->id, branch);
    settle();
    return true;
}

bool Engine::refusePhone(const std::string &account)
{
    const auto [request, branch] = ringingPhone(account);
    if (!request)
        return false;
    const std::uint64_t id = request->id;
    branchFailed(id, branch, "486-Busy Here", "busy");
    settleInvite(id);
    settle();
    return true;
}

bool Engine::hangUpPhone(const std::string &account)
{
    Person *phone = talkingPhone(account);
    if (phone)
        hangUp(phone->number);
    return phone != nullptr;
}

bool Engine::pressPhone(const std::string &account, char key)
{
    Person *phone = talkingPhone(account);
    if (phone)
        press(phone->number, key);
    return phone != nullptr;
}

std::vector<PhoneView> Engine::phones()
{
    std::vector<PhoneView> list;
    for (const auto &request : m_invites) {
        for (const Branch &branch : request->branches) {
            if (!request->done && !branch.program && branch.state == Branch::State::Ringing)
                list.push_back({branch.account, false, branch.since, request->from});
        }
    }
    for (const auto &person : m_people) {
        if (person->caller || person->state != Person::State::Connected)
            continue;
        const CallTask *task = find(person->task);
        const Person *with = this->person(person->with);
        list.push_back({person->address, true, person->since, with ? with->address : task ? task->account : std::string()});
    }
    return list;
}

// ---- the scripts (command-line, KEYS) ------------------------------------------------------------------------------

/// The person whose script a task's waits drive: its own peer, unless that is bridged to a program farther on, which
/// then is the one that counts.
Person *Engine::scriptedPerson(CallTask &task)
{
    CallTask *near = &task;
    for (int hops = 0; hops < mostHops && near; ++hops) {
        if (Person *peer = personAt(near->peer)) {
            CallTask *end = find(peer->task);
            for (int i = 0; i < mostHops && end && end != &task; ++i)
                end = farProgram(*end);
            return end == &task && !farProgram(task) ? peer : nullptr;
        }
        // Back along the bridge: this program was called by a leg that is bridged to a task with a person.
        const CallTask *leg = near->peer.kind == Peer::Kind::Task ? find(near->peer.task) : nullptr;
        near = leg ? find(leg->bridge) : nullptr;
    }
    return nullptr;
}

namespace {

ScriptItem *nextItem(Person *person)
{
    return person && person->nextItem < person->script.size() ? &person->script[person->nextItem] : nullptr;
}

} // namespace

void Engine::act(const Person &person, char key, std::int64_t at)
{
    if (key == '!')
        m_schedule.plan(at, HappeningKind::HangUp, person.number, 0);
    else if (key != ',')
        m_schedule.plan(at, HappeningKind::Key, person.number, static_cast<unsigned char>(key));
}

/// The task a person is connected to begins to wait for input.
void Engine::scriptInput(CallTask &task)
{
    Person *person = scriptedPerson(task);
    const ScriptItem *item = nextItem(person);
    if (!item || item->overPrompt || (task.mode == Mode::Incoming && item->key != '!' && item->key != ','))
        return;
    ++person->nextItem;
    act(*person, item->key, m_now);
}

/// A prompt of the person's task has really started.
void Engine::scriptSound(CallTask &task, std::int64_t total)
{
    Person *person = scriptedPerson(task);
    const ScriptItem *item = nextItem(person);
    if (!item || !item->overPrompt)
        return;
    ++person->nextItem;
    act(*person, item->key, m_now + (total < 0 || total > 1000 ? 1000 : total / 2));
}

void Engine::scriptRecord(CallTask &task)
{
    Person *person = scriptedPerson(task);
    const ScriptItem *item = nextItem(person);
    if (!item || item->overPrompt)
        return;
    ++person->nextItem;
    act(*person, item->key, m_now + std::min<std::int64_t>(3000, task.recordLimit));
}

// ---- what a phone shows --------------------------------------------------------------------------------------------

CallView Engine::view(std::uint32_t caller)
{
    CallView view;
    const Person *person = this->person(caller);
    if (!person)
        return view;
    switch (person->state) {
    case Person::State::Planned: view.state = CallView::State::Idle; break;
    case Person::State::Ringing: view.state = CallView::State::Ringing; break;
    case Person::State::Connected: view.state = CallView::State::Connected; break;
    case Person::State::Over: view.state = CallView::State::Ended; break;
    }
    if (m_ended || person->state == Person::State::Over) {
        view.outcome = person->outcome;
        if (view.outcome.empty())
            view.outcome = person->lastPrompt.empty() ? "silence" : person->lastPrompt;
    }
    CallTask *task = find(person->task);
    if (const Person *with = this->person(person->with))
        view.with = with->address;
    else if (const CallTask *partner = task ? find(task->bridge) : nullptr)
        view.with = partner->peer.address;
    for (int hops = 0; task && hops < mostHops; ++hops) {
        CallTask *far = farProgram(*task);
        if (!far)
            break;
        task = far;
        view.with.clear();
    }
    for (std::size_t i = 0; m_callers == 1 && !task && i < m_tasks.size(); ++i) {
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
