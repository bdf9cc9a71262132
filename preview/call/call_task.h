// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/call/simulation.h"
#include "preview/machine/task.h"

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

/// The state of one telephone task: what the machine does not know (pbx-runtime 1 to 6).
namespace pbx::call {

enum class Mode : std::uint8_t { Disconnected, Incoming, Provisioned, Connected };

/// Events of the platform carry a mark beside the dictionary, so a look-alike made by a program is none (pbx-runtime 4).
enum class EventKind : std::uint8_t {
    Program, ///< SendEvent
    Disconnect,
    Provision,
    Completed,
    StartBridge,
    BreakBridge,
    StartTransfer,
    Transferred,
    CallInfo,
    InstantMessage,
    XmppIq,
    Mailbox,
};

struct TaskEvent {
    EventKind kind = EventKind::Program;
    data::Value value; ///< the dictionary programs see
    std::uint64_t sender = 0; ///< task; 0: none
    std::uint64_t request = 0; ///< of StartBridge and StartTransfer: number of the question
};

/// Who is at the other end of a task's call.
struct Peer {
    enum class Kind : std::uint8_t { None, Person, Task };
    Kind kind = Kind::None;
    std::uint64_t task = 0; ///< of Kind::Task
    std::uint32_t person = 0; ///< of Kind::Person: its number
    std::string address; ///< e-mail style
    std::string name; ///< display name
};

enum class SleepKind : std::uint8_t { None, Input, Play, Record, Bridge, Transfer, Confirmation };

/// What the last Play function did, and the running one.
struct Playing {
    std::size_t event = SIZE_MAX; ///< in the trace
    std::int64_t start = 0;
    std::int64_t length = 0; ///< of the sound; 0: none (tone, silence)
    std::int64_t skip = 0;
    std::int64_t total = 0; ///< planned; -1: endless
    bool repeats = false;
    data::Value name;
    Voice voice;
};

struct MixerMember {
    std::uint64_t task = 0;
    bool muted = false;
    bool special = false;
    bool hearsSpecial = false;
    bool hearsMuted = false;
};

struct SignalOptions {
    data::Value refer;
    data::Value transferReport;
    data::Value bridgeBreak;
    data::Value bridgedProvisionRelay;
    data::Value bridgedProvisionToTags;
    data::Value bridgedProvisionQueue;
};

struct CallTask {
    explicit CallTask(machine::Task &&t) : task(std::move(t)) {}

    machine::Task task;
    std::uint64_t id = 0;
    bool live = true;
    bool ready = false; ///< stands in the queue of tasks to run
    Mode mode = Mode::Disconnected;

    // whose it is
    std::string program; ///< file name without suffix
    std::string account; ///< full address; empty: none
    std::string domain; ///< of the current account
    std::string environmentDomain; ///< of the account it was started for
    std::string language; ///< lower case; empty: default
    std::string zone; ///< empty: none selected

    std::uint32_t concern = 0; ///< the caller on whose behalf it runs, also as a leg; 0: nobody's

    // its call
    Peer peer;
    std::uint64_t invite = 0; ///< the request that waits for an answer (incoming, provisioned); 0: none
    std::uint64_t outgoing = 0; ///< the call being set up; 0: none
    std::int64_t connectedAt = -1;
    bool mediaChannel = false;
    bool held = false;
    bool gaveUp = false; ///< the caller withdrew before the answer

    // what waits to be read
    std::string keys;
    std::deque<TaskEvent> events;
    std::vector<TaskEvent> delivered; ///< events of the platform the program may still hold
    bool interruptOnKeys = true;

    // what it sleeps in
    SleepKind sleep = SleepKind::None;
    std::uint64_t sleepToken = 0; ///< a planned end of an older sleep is stale
    std::int64_t sleepEnds = -1;
    bool timedOut = false;
    bool scriptTimeOut = false; ///< a ',' of the script stands for this sleep

    Playing playing;
    std::int64_t nextSkip = 0;
    std::int64_t playPosition = 0;
    bool playCompleted = false;
    std::int64_t recordStart = 0;
    std::int64_t recordLimit = 0;
    std::size_t recordEvent = SIZE_MAX;

    // together with other tasks
    std::uint64_t request = 0; ///< own unanswered StartBridge or StartTransfer
    std::uint64_t requestTo = 0;
    std::vector<std::uint64_t> askedBy; ///< tasks that have asked this one; some may have had their answer
    std::uint64_t bridge = 0; ///< the task whose peer the own peer talks to
    std::uint64_t host = 0; ///< the task whose mixer the own peer is attached to
    std::vector<MixerMember> members;
    MixerMember ownPlace; ///< of the own peer in the own mixer
    std::int64_t linkedAt = 0; ///< when the bridge or the place in a mixer began
    char lastKey = 0; ///< SendDTMF
    std::int64_t keyAt = -1;

    std::vector<std::pair<std::string, std::int64_t>> mediaOptions;
    SignalOptions signalOptions;
    data::Value callParameters;
    data::Value applicationStatus;
    std::vector<std::pair<std::string, data::Value>> contactParameters;
    data::Value handle;
};

} // namespace pbx::call
