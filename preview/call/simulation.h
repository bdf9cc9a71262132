// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/routing.h"
#include "environment/files/workspace.h"
#include "preview/call/event.h"
#include "preview/machine/machine.h"

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

/// The call engine: what happens between a caller and the programs of a domain, on one clock. No threads, no event loop:
/// whoever owns a Simulation moves its clock, at once (virtual time) or as real time passes.
namespace pbx::call {

/// Compiled programs and sound lengths, shared by many simulations of one thread; notices files that Workspace::refresh()
/// found changed (program_store.h).
class ProgramStore;
class Engine;

/// Something a person does at a telephone at a moment.
struct TimedKey {
    std::int64_t at = 0; ///< ms after the caller has dialled, or after the phone has answered
    char key = '!'; ///< 0-9 * # A-D, or '!': hangs up
};

/// Somebody who calls.
struct CallerRequest {
    std::string address; ///< what the caller dials
    std::string domain; ///< of an address without one; empty: the workspace's default
    std::string from = "caller@example.net"; ///< also "Name" <address>; a name alone is an account of the domain
    std::string keys; ///< scripted keys, command-line.md KEYS
    std::vector<TimedKey> timedKeys; ///< besides
    std::int64_t dialsAt = 0; ///< ms after the beginning; not before now
    std::string voice; ///< sound file this person speaks, from the start of each recording; empty: a hum of three seconds
};

/// What an account's phone does when it is called.
struct PhonePlan {
    accounts::PhoneState state = accounts::PhoneState::Answers;
    std::int64_t answersAfter = 6'000; ///< ms of ringing
    std::int64_t talksFor = 30'000; ///< ms until the person hangs up; -1: never by itself
    std::string keys; ///< scripted keys, pressed when a program this phone is connected to waits for input
    std::vector<TimedKey> timedKeys; ///< besides
    std::string voice; ///< as of a caller
};

/// What is wrong with scripted keys, command-line.md KEYS; empty: nothing.
std::string checkKeys(std::string_view keys);
/// answer, busy, noanswer, offline.
std::optional<accounts::PhoneState> phoneState(std::string_view word);

/// The first caller and what holds for the whole simulation.
struct DialRequest : CallerRequest {
    std::int64_t startTime = 0; ///< GMT seconds of the moment the call begins
    std::string language; ///< overrides the accounts'; empty: not
    std::int64_t limitMs = 3600 * 1000;
    std::map<std::string, PhonePlan> phones; ///< by account or address outside; the others answer after 6 s
    std::set<std::string> failures; ///< "mail" …
};

/// A program run without a caller (`pbx run`, STARTPBXTASK).
struct StartRequest {
    std::shared_ptr<const machine::Program> program;
    std::string entry = "main"; ///< any case
    std::string account; ///< full address; empty: none
    std::string language; ///< overrides the account's; empty: not
    data::Value parameter; ///< Vars().startParameter; null: absent
    std::int64_t startTime = 0; ///< GMT seconds
    std::int64_t limitMs = INT64_MAX; ///< virtual time
    machine::Limits limits;
};

/// What the caller's phone shows right now.
struct CallView {
    enum class State { Idle, Ringing, Provisioned, Connected, Ended };
    State state = State::Idle;
    std::string with; ///< whom the caller is connected to past the program: another caller, a phone; empty: nobody, or a program
    enum class Waiting { Nothing, Key, PromptEnd, RecordingEnd, Other };
    Waiting waiting = Waiting::Nothing;
    std::int64_t waitEnds = -1; ///< ms; -1: no end known
    std::string prompt; ///< being played; empty: none
    std::int64_t promptStart = 0;
    std::int64_t promptLength = 0; ///< -1: until interrupted
    std::string file; ///< where the program stands
    int line = 0;
    std::string program;
    std::string account;
    std::string outcome; ///< when ended
};

/// Somebody at a telephone: callers and called phones are numbered together, from 1, in the order they turn up.
struct PersonView {
    bool caller = false; ///< else called
    std::string address;
};

/// A phone that has been called.
struct PhoneView {
    std::string account; ///< or the address outside
    bool talking = false; ///< else it rings
    std::int64_t since = 0; ///< ms
    std::string with; ///< who has called it
};

/// One of the things somebody hears.
struct Voice {
    enum class Kind : std::uint8_t {
        File, ///< a prompt
        Data, ///< a sound file in memory, of Play
        Tone, ///< PlayTone
        Key, ///< a key somebody else has pressed
        Ringing, ///< the call is on its way
        Busy, ///< it has failed
        Speech, ///< a person at a telephone
    };
    Kind kind = Kind::File;
    std::uint64_t id = 0; ///< the same as long as it is the same sound
    std::int64_t start = 0; ///< ms, when it began; may lie before now
    std::int64_t skip = 0; ///< ms of the sound left out at its beginning
    std::int64_t length = -1; ///< ms from the start; -1: until it is heard no more
    bool loop = false; ///< the sound is repeated from its own beginning
    std::string path; ///< of a file, or what the person speaks; empty speech: a hum
    data::Value data;
    int frequency = 0; ///< Hz, of a tone; 0: silence
    int second = 0;
    char key = 0;
    std::uint32_t person = 0; ///< who speaks
};

/// Whoever makes the simulation heard; called while the clock stands.
class MediaPort {
public:
    virtual ~MediaPort() = default;
    /// From `now` on this person (a caller's number) hears these voices and nothing else.
    virtual void hear(std::uint32_t person, std::int64_t now, const std::vector<Voice> &voices) = 0;
    /// A recording of what this person says begins.
    virtual void recordingBegins(std::uint32_t person) { (void)person; }
    /// It has ended: what was said, as a sound file. None: the engine takes the person's voice.
    virtual std::optional<std::string> recordingEnds(std::uint32_t person, std::int64_t ms)
    {
        (void)person, (void)ms;
        return std::nullopt;
    }
};

class Simulation {
public:
    Simulation(const files::Workspace &workspace, const accounts::Directory &directory, ProgramStore &programs);
    using EnvironmentSource = std::function<std::shared_ptr<const files::Environment>()>;
    /// Without a workspace: no accounts, files of one environment, which is asked for when the program needs a file.
    /// Only start() makes sense then.
    Simulation(EnvironmentSource environment, ProgramStore &programs);
    ~Simulation();

    /// Begins the call: routing and all that happens at the first instant. False: nothing to do, see the trace.
    void dial(const DialRequest &request);
    /// One more caller, after dial(). Gives its number; the first caller is 1.
    std::uint32_t addCaller(const CallerRequest &request);
    std::uint32_t callers() const;

    /// Instead of dial(): runs a program in disconnected mode. The error: no such entry.
    [[nodiscard]] std::expected<void, std::string> start(const StartRequest &request);

    /// ms since the dialling.
    std::int64_t now() const;
    /// The next planned instant; none: nothing will happen unless somebody does something.
    std::optional<std::int64_t> nextInstant() const;
    /// Moves the clock, doing all that is planned up to and at that time.
    void advanceTo(std::int64_t time);
    /// Virtual time: from instant to instant until the call has ended or the limit is reached.
    void runToEnd();

    /// A caller acts now.
    void press(char key, std::uint32_t caller = 1);
    void hangUp(std::uint32_t caller = 1);
    /// Who calls an account's phone is put through, refused with 486, sees it hang up; the phone presses a key. False:
    /// it does not ring, or does not talk.
    bool answerPhone(const std::string &account);
    bool refusePhone(const std::string &account);
    bool hangUpPhone(const std::string &account);
    bool pressPhone(const std::string &account, char key);
    std::vector<PhoneView> phones() const; ///< that ring or talk
    PersonView person(std::uint32_t number) const; ///< empty address: nobody has this number

    bool ended() const; ///< all callers and tasks
    bool failed() const; ///< a program error ended it
    /// The first program exception; null: none.
    const machine::RunError *error() const;
    CallView view(std::uint32_t caller = 1) const;
    Trace &trace();
    void setMediaPort(MediaPort *port);

private:
    std::unique_ptr<Engine> m_engine;
};

} // namespace pbx::call
