// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/routing.h"
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
    std::string failure; ///< NNN-text
    bool offline = false; ///< no phone is registered
};

/// A request for a call on its way: from the caller, or from a task that used StartCall.
struct Invite {
    std::uint64_t id = 0;
    std::uint64_t origin = 0; ///< task; 0: the caller
    std::string from; ///< name@domain
    std::string fromName;
    std::string to; ///< as dialled
    std::int64_t start = 0;
    std::int64_t ringMs = 60'000;
    bool done = false;
    bool rang = false; ///< the origin knows that something rings
    std::uint64_t bridgeRequest = 0; ///< StartBridgedCall: the request that gets the media
    std::uint64_t bridgeTask = 0; ///< its sender
    accounts::RouteResult route;
    std::vector<Branch> branches;
    std::string diverted; ///< the account that sent the call on; empty: none
};

/// Everything between a caller and the tasks of a call, on one clock. The machine's host.
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
    void press(char key);
    void hangUp();
    bool ended() const { return m_ended; }
    bool failed() const { return m_failed; }
    const machine::RunError *error() const { return m_error ? &*m_error : nullptr; }
    CallView view();
    Trace &trace() { return m_trace; }
    void setMediaPort(MediaPort *port) { m_port = port; }

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
    std::size_t emitOutside(std::string_view kind, Members members, bool complete = true);
    void complete(std::size_t event, Members members) { m_trace.complete(event, std::move(members)); }
    void note(CallTask &task, std::string text); ///< a line in the log: something legal that did nothing
    Value handleOf(CallTask &task);

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
    void queueEvent(CallTask &task, TaskEvent event);
    void queueEvent(CallTask &task, EventKind kind, std::string_view what, std::uint64_t sender, Value parameter,
                    std::uint64_t request = 0);
    /// The platform's event that a program holds; null: a look-alike, a program's event or something else.
    const TaskEvent *platformEvent(CallTask &task, const Value &value) const;
    void keyArrives(CallTask &task, char key);
    void sendKey(CallTask &task, char key); ///< to the task's peer

    // media (engine_media.cpp)
    struct PlayOrder {
        Value name; ///< as the program wrote it
        Value path;
        Value layer;
        Value language;
        std::int64_t length = 0; ///< of the sound
        std::optional<std::int64_t> msec;
        QString file; ///< for the port
        std::string_view data; ///< for the port, of Play
        int frequency = -1; ///< for the port, of PlayTone
        int second = 0;
    };
    bool mayPlay(CallTask &task); ///< false: the Play function is skipped (and used up the skip)
    bool play(CallTask &task, const PlayOrder &order); ///< true: the task sleeps
    bool record(CallTask &task, std::int64_t seconds);
    const ProgramStore::Sound &sound(const files::FileEntry &file) { return m_programs.sound(file); }
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
    accounts::RouteOptions routeOptions(const std::string &caller, const std::string &domain) const;
    bool fails(std::string_view service) const { return m_request.failures.contains(std::string(service)); }
    std::int64_t gmt() const { return m_startTime + m_now / 1000; }
    Value &preferenceChanges(const std::string &account) { return m_preferenceChanges[account]; } ///< of this call
    Queues &queues() { return m_queues; }
    Meetings &meetings() { return m_meetings; }
    std::expected<Value, std::string> startTask(CallTask *parent, const std::string &account, std::string_view program,
                                                std::string_view entry, Value parameter);
    void instantMessage(CallTask &sender, const std::string &to, EventKind kind, const Value &parameter);

private:
    enum class CallerState : std::uint8_t { Idle, Ringing, Connected, Over };
    struct Conversation { ///< a simulated phone that has answered
        std::uint64_t task = 0; ///< its peer; 0: the caller
        std::string account;
        bool live = true;
    };

    // running
    CallTask &addTask(std::shared_ptr<const machine::Program> program, const machine::SectionCode &entry);
    void makeReady(CallTask &task);
    void runReady();
    void runTask(CallTask &task);
    void settle();
    void endTask(CallTask &task, bool byError);
    void failTask(CallTask &task, const machine::RunError &error);
    void happen(const Happening &happening);
    bool stale(const Happening &happening) const;
    void finishIfOver();
    bool dropped(std::string_view kind) const;

    // calls
    Invite *invite(std::uint64_t id);
    std::uint64_t addInvite(std::uint64_t origin, const std::string &from, const std::string &to);
    void routeInvite(std::uint64_t id, std::string_view address, const std::string &domain);
    void emitSteps(const Invite &request, const accounts::RouteResult &result, std::size_t from = 0);
    void startBranches(std::uint64_t id, const std::vector<accounts::Target> &targets);
    void startBranch(std::uint64_t id, const accounts::Target &target);
    void ringPhone(Invite &request, std::size_t branch, accounts::PhoneState state);
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
    void loadFailed(const std::string &account, const ProgramStore::Compiled *compiled, const std::string &program);

    void callerOver(std::string_view by, std::string outcome);
    void phoneHangsUp(std::uint64_t phone);
    std::uint64_t converse(std::uint64_t task, const std::string &account);
    void dropPeer(CallTask &task, std::string_view by); ///< the task's side ends the call
    void peerGone(CallTask &task); ///< the other side has ended it

    // bridges
    void dissolve(CallTask &task, bool ownDoing); ///< bridge and mixer places of the task
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
    bool toCaller(const CallTask &task) const;

    // keys of the script
    struct ScriptItem {
        char key = 0; ///< key, ',' or '!'
        bool overPrompt = false;
    };
    void readScript(std::string_view keys);
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
    std::string m_callerName; ///< display name
    std::int64_t m_startTime = 0;
    std::map<std::string, accounts::PhoneState, std::less<>> m_phones;
    std::int64_t m_now = 0;
    Schedule m_schedule;
    std::vector<std::unique_ptr<CallTask>> m_tasks; ///< number id - 1
    std::vector<std::uint64_t> m_ready; ///< in order of becoming ready
    std::size_t m_firstReady = 0;
    std::vector<std::unique_ptr<Invite>> m_invites; ///< number id - 1
    std::vector<Conversation> m_conversations; ///< number id - 1
    std::uint64_t m_requests = 0;
    std::size_t m_liveTasks = 0;
    std::size_t m_runsThisInstant = 0;
    bool m_settling = false;

    CallerState m_callerState = CallerState::Idle;
    std::uint64_t m_callerTask = 0; ///< the task the caller talks to (or has asked)
    std::uint64_t m_callerPhone = 0; ///< the phone the caller talks to
    std::uint64_t m_callerInvite = 0;
    std::string m_endedBy;
    std::string m_outcome;
    std::string m_lastPrompt;
    std::vector<ScriptItem> m_script;
    std::size_t m_scriptNext = 0;

    std::map<std::string, Value> m_preferenceChanges; ///< by full address
    Queues m_queues;
    Meetings m_meetings;
    std::uint64_t m_randomState = 0;
    std::optional<machine::RunError> m_error;
    bool m_failed = false;
    bool m_started = false;
    bool m_ended = false;
    bool m_noCaller = false; ///< start() instead of dial()
};

} // namespace pbx::call
