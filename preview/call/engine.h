// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/routing.h"
#include "environment/audio/sound.h"
#include "preview/call/call_task.h"
#include "preview/call/program_store.h"
#include "preview/call/queues.h"
#include "preview/call/schedule.h"
#include "preview/call/simulation.h"

#include <initializer_list>

namespace pbx::call {

using data::Value;
using Members = std::vector<std::pair<std::string_view, Value>>;

/// One of the places a request for a call has been sent to.
struct Branch {
    enum class State : std::uint8_t { Ringing, Failed, Answered, Cancelled, Passed }; ///< Passed: failed, and dealt with
    State state = State::Ringing;
    bool program = false; ///< else a phone
    std::string account; ///< full address, or an address outside
    std::uint64_t task = 0; ///< of a program
    std::size_t event = SIZE_MAX; ///< its "ring"
    std::int64_t since = 0; ///< ms
    std::string failure; ///< NNN-text
    bool offline = false; ///< no phone is registered
};

/// A request for a call on its way: from the caller, or from a task that used StartCall.
struct Invite {
    std::uint64_t id = 0;
    std::uint64_t origin = 0; ///< task; 0: a person
    std::uint32_t person = 0; ///< who has dialled
    bool replaces = false; ///< a transfer: who answers becomes the peer of the origin, which is connected
    std::string from; ///< name@domain
    std::string fromName;
    std::string to; ///< as dialled
    std::int64_t start = 0;
    std::int64_t ringMs = 60'000;
    int passedOn = 0; ///< by RedirectCall and ForkCall
    bool done = false;
    bool rang = false; ///< the origin knows that something rings
    std::int64_t rangAt = -1; ///< when the first phone began to ring
    std::uint64_t bridgeRequest = 0; ///< StartBridgedCall: the request that gets the media
    std::uint64_t bridgeTask = 0; ///< its sender
    accounts::RouteResult route;
    std::vector<Branch> branches;
    bool crowded = false; ///< it was to ring at more places than a call may
    std::string diverted; ///< the account that sent the call on; empty: none
};

struct ScriptItem {
    char key = 0; ///< key, ',' or '!'
    bool overPrompt = false;
};

/// Somebody at a telephone: a caller, or whoever has answered a phone.
struct Person {
    enum class State : std::uint8_t { Planned, Ringing, Connected, Over };
    std::uint32_t number = 0;
    bool caller = false;
    State state = State::Planned;
    std::string address;
    std::string folded; ///< the address, for comparing
    std::string name; ///< display name
    std::string dials; ///< of a caller
    std::string domain; ///< of the address dialled, when it has none
    std::string voice;
    std::uint64_t task = 0; ///< the program they are connected to, or have asked
    std::uint32_t with = 0; ///< another person, without a program in between
    std::uint64_t invite = 0; ///< of a caller
    std::int64_t since = 0; ///< connected
    std::vector<ScriptItem> script;
    std::size_t nextItem = 0;
    std::vector<TimedKey> timedKeys; ///< planned when the call begins
    char lastKey = 0;
    std::int64_t keyAt = -1;
    std::string lastPrompt;
    std::string endedBy;
    std::string outcome;
    bool told = false; ///< "end"
    std::vector<std::uint64_t> heard; ///< voices, for the port
};

/// Everything between callers and the tasks of a call, on one clock. The machine's host.
class Engine final : public machine::Host {
public:
    Engine(const files::Workspace *workspace, const accounts::Directory *directory,
           Simulation::EnvironmentSource environment, ProgramStore &programs);
    ~Engine() override;

    // ---- what Simulation offers (simulation.h)
    void dial(const DialRequest &request);
    std::expected<void, std::string> start(const StartRequest &request);
    std::int64_t now() const { return m_now; }
    std::optional<std::int64_t> nextInstant();
    void advanceTo(std::int64_t time);
    void runToEnd();
    std::uint32_t addCaller(const CallerRequest &request);
    std::uint32_t callers() const;
    void press(std::uint32_t person, char key);
    void hangUp(std::uint32_t person);
    bool answerPhone(const std::string &account);
    bool refusePhone(const std::string &account);
    bool hangUpPhone(const std::string &account);
    bool pressPhone(const std::string &account, char key);
    std::vector<PhoneView> phones();
    PersonView personView(std::uint32_t number) const;
    bool ended() const { return m_ended; }
    bool failed() const { return m_failed; }
    const machine::RunError *error() const { return m_error ? &*m_error : nullptr; }
    CallView view(std::uint32_t caller);
    Trace &trace() { return m_trace; }
    void setMediaPort(MediaPort *port);

    // ---- machine::Host
    std::expected<std::shared_ptr<const machine::Program>, std::string> loadModule(machine::Task &task,
                                                                                   std::string_view name) override;
    Value spawn(machine::Task &task, const machine::SectionCode &entry, Value parameter) override;
    void log(machine::Task &task, std::string_view text) override;
    void warn(machine::Task &task, std::string_view text) override;
    std::int64_t currentTime(machine::Task &task) override;
    std::int64_t zoneOffset(machine::Task &task, std::int64_t gmt) override;
    std::uint64_t random(machine::Task &task) override;

    // ---- for the built-ins of this room
    static CallTask &of(machine::Task &task) { return *static_cast<CallTask *>(task.hostData); }
    CallTask *find(std::uint64_t id); ///< null: no such task
    CallTask *liveTask(const Value &handle); ///< null: no handle of a task that lives
    std::size_t emit(CallTask &task, std::string_view kind, Members members, bool complete = true);
    std::size_t emitTo(std::vector<std::uint32_t> people, CallTask &task, std::string_view kind, Members members,
                       bool complete = true);
    std::size_t emitOutside(std::string_view kind, Members members, bool complete = true,
                            std::vector<std::uint32_t> people = {});
    void complete(std::size_t event, Members members) { m_trace.complete(event, std::move(members)); }
    void note(CallTask &task, std::string text); ///< a line in the log: something legal that did nothing
    Value handleOf(CallTask &task);
    Person *person(std::uint32_t number); ///< null: nobody
    Person *personAt(const Peer &peer) { return peer.kind == Peer::Kind::Person ? person(peer.person) : nullptr; }
    std::size_t callLimit() const; ///< how many calls the programs may place
    bool tooManyCalls() const { return m_placedCalls >= callLimit(); }
    bool talks(std::string_view account) const; ///< its phone, or the account itself as a caller
    /// When its conversations began, ms.
    std::vector<std::int64_t> conversationsOf(std::string_view account) const;

    // calls (engine_call.cpp, engine_outgoing.cpp)
    std::optional<std::string> acceptCall(CallTask &task); ///< the error
    std::optional<std::string> provision(CallTask &task, bool media);
    void rejectCall(CallTask &task, int code, std::string text);
    bool redirectCall(CallTask &task, const std::vector<std::string> &addresses);
    bool forkCall(CallTask &task, const std::vector<std::string> &addresses);
    void disconnect(CallTask &task);
    std::optional<std::string> startCall(CallTask &task, const Value &destination, const TaskEvent *bridgeRequest);
    void cancelCall(CallTask &task);
    const Invite *pendingInvite(const CallTask &task) const;
    bool callerIsLocal(const std::string &address) const;

    // sleeping and waking
    void sleepIn(CallTask &task, SleepKind kind, std::int64_t ends);
    void wake(CallTask &task, Value result);
    bool audible(const CallTask &task) const;

    // input (engine_input.cpp)
    Value takeInput(CallTask &task); ///< oldest key, else oldest event, else null
    void beginInput(CallTask &task, std::int64_t ms);
    static bool takesEvents(const CallTask &task); ///< of programs; those of the platform always come
    void queueEvent(CallTask &task, TaskEvent event);
    void queueEvent(CallTask &task, EventKind kind, std::string_view what, std::uint64_t sender, Value parameter,
                    std::uint64_t request = 0);
    /// The platform's event that a program holds; null: a look-alike, a program's event or something else.
    const TaskEvent *platformEvent(CallTask &task, const Value &value) const;
    void keyArrives(CallTask &task, char key);
    void sendKey(CallTask &task, char key); ///< to the task's peer
    CallTask *farProgram(const CallTask &task); ///< what the bridged peer of the task talks to, if it is a program

    // media (engine_media.cpp)
    struct PlayOrder {
        Value name; ///< as the program wrote it
        Value path;
        Value layer;
        Value language;
        std::int64_t length = 0; ///< of the sound
        std::optional<std::int64_t> msec;
        Voice voice; ///< what is heard: kind, path, data, frequencies
    };
    bool mayPlay(CallTask &task); ///< false: the Play function is skipped (and used up the skip)
    bool play(CallTask &task, const PlayOrder &order); ///< true: the task sleeps
    bool record(CallTask &task, std::int64_t seconds);
    bool hasListener() const { return m_port != nullptr; } ///< orders need their voice
    const ProgramStore::Sound &sound(const files::FileEntry &file) { return m_programs.sound(file); }
    const Value &content(const files::FileEntry &file) { return m_programs.content(file); }
    const files::FileEntry *findMedia(CallTask &task, std::string_view name);
    const files::FileEntry *findFile(CallTask &task, std::string_view name);

    // bridges (engine_bridge.cpp)
    std::optional<std::string> startBridge(CallTask &task, const Value &handle); ///< no error: the task sleeps
    std::optional<std::string> acceptBridge(CallTask &task, const TaskEvent *request);
    std::optional<std::string> attachMixer(CallTask &task, const TaskEvent *request);
    bool rejectRequest(CallTask &task, const TaskEvent *request, SleepKind kind, std::string error);
    std::optional<std::string> breakBridge(CallTask &task);
    std::optional<std::string> detachMixer(CallTask &task, CallTask *member);
    std::optional<std::string> startTransfer(CallTask &task, const Value &handle);
    std::optional<std::string> acceptTransfer(CallTask &task, const TaskEvent *request);
    std::optional<std::string> transferCall(CallTask &task, const std::string &address);

    // accounts
    const accounts::Directory *directory() const { return m_directory; }
    const accounts::Account *accountOf(const CallTask &task) const;
    void becomeAccount(CallTask &task, const accounts::Account *account);
    accounts::RouteOptions routeOptions(const std::string &caller, const std::string &domain,
                                        const std::string &callerName) const;
    bool fails(std::string_view service) const { return m_request.failures.contains(std::string(service)); }
    std::int64_t gmt() const { return m_startTime + m_now / 1000; }
    std::int64_t startOfCalls() const { return m_startTime; } ///< GMT seconds
    /// Files of an account, name to datablock, of this call alone.
    std::map<std::string, Value, std::less<>> &storage(const std::string &account) { return m_storage[account]; }
    /// Settings of a group ("name@domain" in lower case) changed in this call; null: unchanged.
    const Value *changedGroup(const std::string &key) const
    {
        const auto found = m_groupChanges.find(key);
        return found == m_groupChanges.end() ? nullptr : &found->second;
    }
    void changeGroup(const std::string &key, Value settings) { m_groupChanges[key] = std::move(settings); }
    /// An account's own preferences as this call has changed them, by full address; null: as the workspace has them.
    Value &changedPreferences(const std::string &account) { return m_changedPreferences[account]; }
    Queues &queues() { return m_queues; }
    Meetings &meetings() { return m_meetings; }
    void endTask(CallTask &task, bool byError);
    std::expected<Value, std::string> startTask(CallTask *parent, const std::string &account, std::string_view program,
                                                std::string_view entry, Value parameter);
    void instantMessage(CallTask &sender, const std::string &to, EventKind kind, const Value &parameter);

private:
    // running
    CallTask &addTask(std::shared_ptr<const machine::Program> program, const machine::SectionCode &entry);
    bool tooManyTasks(const CallTask *starter);
    std::size_t eventLimit() const;
    void makeReady(CallTask &task);
    void runReady();
    void runTask(CallTask &task);
    void settle();
    void reportError(const CallTask *task, const machine::RunError &error);
    void failTask(CallTask &task, const machine::RunError &error);
    void happen(const Happening &happening);
    bool stale(const Happening &happening) const;
    void finishIfOver();
    void cutOff();
    std::size_t addEvent(Event event);
    bool dropped(std::string_view kind) const;

    // calls
    Invite *invite(std::uint64_t id);
    Invite &addInvite(const std::string &from, const std::string &to);
    void routeInvite(std::uint64_t id, std::string_view address, const std::string &domain);
    void emitSteps(const Invite &request, const accounts::RouteResult &result, std::size_t from = 0);
    void startBranches(std::uint64_t id, const std::vector<accounts::Target> &targets);
    void startBranch(std::uint64_t id, const accounts::Target &target);
    void ringPhone(Invite &request, std::size_t branch);
    void phoneAnswers(std::uint64_t id, std::size_t branch);
    std::vector<std::uint32_t> peopleOf(const Invite &request);
    static std::vector<std::uint32_t> peopleOf(const CallTask &task);
    void setPeer(CallTask &task, const Branch &branch);
    void startProgramBranch(Invite &request, std::size_t branch, const accounts::ProgramTarget &target);
    void planStages(const Invite &request);
    void branchFailed(std::uint64_t id, std::size_t branch, std::string failure, std::string_view outcome);
    void branchAnswered(std::uint64_t id, std::size_t branch);
    void settleInvite(std::uint64_t id);
    void ruleStage(std::uint64_t id, int seconds);
    void inviteFailed(Invite &request, const std::string &failure);
    void cancelBranches(Invite &request, std::size_t except, std::string_view reason);
    void cancelInvite(std::uint64_t id, std::string_view reason);
    std::size_t branchOf(const Invite &request, std::uint64_t task) const;
    void originRings(Invite &request);
    void outgoingAnswered(Invite &request, std::size_t branch);
    void addressesToBranches(std::uint64_t id, const std::vector<std::string> &addresses, std::string_view by);
    void loadFailed(const std::string &account, const ProgramStore::Compiled *compiled, const std::string &program,
                    std::vector<std::uint32_t> people);

    // people
    Person &addPerson();
    void dialNow(Person &caller);
    void planKeys(const Person &person);
    void over(Person &person, std::string_view by, std::string outcome);
    void tellEnd(Person &caller);
    bool everybodyOver() const;
    std::uint32_t converse(const Branch &branch, std::uint64_t task, std::uint32_t with);
    void joinPeople(Person &one, Person &other);
    void joinPeers(CallTask &one, CallTask &other); ///< of an attended transfer
    void act(const Person &person, char key, std::int64_t at); ///< a key of the script
    std::pair<Invite *, std::size_t> ringingPhone(std::string_view account);
    Person *talkingPhone(std::string_view account);
    const PhonePlan &planOf(std::string_view account) const;
    void dropPeer(CallTask &task, std::string_view by); ///< the task's side ends the call
    void peerGone(CallTask &task); ///< the other side has ended it
    void leaveCall(CallTask &task);
    void dropRequestOf(CallTask &task);

    // bridges
    void dissolve(CallTask &task); ///< bridge and mixer places of the task
    void tellUnbridged(CallTask &task, const CallTask &partner);
    void partnerReleased(CallTask &partner, CallTask &breaker);
    void sendRequest(CallTask &task, CallTask &other, EventKind kind, std::string_view what, SleepKind sleep);
    CallTask *asker(const TaskEvent *request, SleepKind kind);
    void joinBridge(CallTask &asking, CallTask &accepting);
    void answerRequest(CallTask &asking, Value result);
    void answerIncoming(CallTask &task);
    void dropRequests(CallTask &task);

    // media
    void stopSound(CallTask &task); ///< an event, a key or the end of the call cuts what runs
    void soundEnds(CallTask &task);
    void finishPlay(CallTask &task, bool completed);
    void finishRecord(CallTask &task);
    Value recordedSound(CallTask &task);
    const audio::Sound &voiceOf(const Person &speaker);

    // who hears what (engine_ears.cpp)
    void addListeners(const CallTask &task, std::vector<std::uint32_t> &people, int depth = 0);
    std::vector<std::uint32_t> listeners(const CallTask &task); ///< who hears what the task plays
    void updateEars();
    std::vector<Voice> voicesFor(Person &person);
    void addOutput(CallTask &task, std::vector<Voice> &voices, int depth);
    void addInput(CallTask &task, std::vector<Voice> &voices, int depth);
    void addMixer(CallTask &host, const CallTask *listener, std::vector<Voice> &voices, int depth);
    Voice ringing(const Invite &request) const;
    void addSpeech(const Person &speaker, std::int64_t since, std::vector<Voice> &voices) const;

    // keys of the scripts
    Person *scriptedPerson(CallTask &task);
    void scriptInput(CallTask &task);
    void scriptSound(CallTask &task, std::int64_t total);
    void scriptRecord(CallTask &task);

    std::shared_ptr<const files::Environment> environmentOf(const std::string &domain);

    const files::Workspace *m_workspace;
    const accounts::Directory *m_directory;
    Simulation::EnvironmentSource m_environmentSource; ///< without a workspace
    std::map<std::string, std::shared_ptr<const files::Environment>, std::less<>> m_environments; ///< used in this call
    ProgramStore &m_programs;
    machine::Machine m_machine;
    Trace m_trace;
    MediaPort *m_port = nullptr;

    DialRequest m_request;
    std::int64_t m_startTime = 0;
    std::map<std::string, accounts::PhoneState, std::less<>> m_phones; ///< for routing
    std::map<std::string, PhonePlan, std::less<>> m_plans; ///< by address in lower case
    std::map<std::string, audio::Sound, std::less<>> m_voiceFiles; ///< decoded
    std::uint64_t m_voices = 0;
    std::int64_t m_now = 0;
    Schedule m_schedule;
    std::vector<std::unique_ptr<CallTask>> m_tasks; ///< number id - 1
    std::vector<std::uint64_t> m_ready; ///< in order of becoming ready
    std::size_t m_firstReady = 0;
    std::vector<std::unique_ptr<Invite>> m_invites; ///< number id - 1
    std::uint64_t m_requests = 0;
    std::size_t m_liveTasks = 0;
    std::size_t m_runsThisInstant = 0;
    std::size_t m_placedCalls = 0; ///< by programs, transfers too
    bool m_crowded = false; ///< too many tasks
    bool m_settling = false;

    std::vector<std::unique_ptr<Person>> m_people; ///< number - 1
    std::uint32_t m_callers = 0;

    std::map<std::string, std::map<std::string, Value, std::less<>>> m_storage; ///< by full address
    std::map<std::string, Value> m_groupChanges;
    std::map<std::string, Value> m_changedPreferences; ///< by full address
    Queues m_queues;
    Meetings m_meetings;
    std::uint64_t m_randomState = 0;
    std::optional<machine::RunError> m_error;
    bool m_failed = false;
    bool m_started = false;
    bool m_ended = false;
    bool m_limitReached = false;
};

} // namespace pbx::call
