// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/directory.h"
#include "environment/files/workspace.h"
#include "preview/call/event.h"
#include "preview/machine/machine.h"

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

/// The call engine: what happens between a caller and the programs of a domain, on one clock. No threads, no event loop:
/// whoever owns a Simulation moves its clock, at once (virtual time) or as real time passes.
namespace pbx::call {

/// Compiled programs and sound lengths, shared by many simulations of one thread; notices files that Workspace::refresh()
/// found changed (program_store.h).
class ProgramStore;
class Engine;

struct DialRequest {
    std::string address; ///< what the caller dials
    std::string domain; ///< of an address without one; empty: the workspace's default
    std::string from = "caller@example.net";
    std::int64_t startTime = 0; ///< GMT seconds of the moment the call begins
    std::string language; ///< overrides the account's; empty: not
    std::string keys; ///< scripted keys, command-line.md KEYS
    std::int64_t limitMs = 3600 * 1000;
    std::map<std::string, std::string> phones; ///< account to answer, busy, noanswer, offline
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

/// What a player has to do; called while the clock stands.
class MediaPort {
public:
    virtual ~MediaPort() = default;
    /// The caller hears the file from `offsetMs` on; `loop` repeats it until stopped.
    virtual void play(const std::string &path, std::int64_t offsetMs, bool loop) = 0;
    /// One or two waves in Hz (0: silence, none), ms below 0: until stopped.
    virtual void tone(int frequency, int second, std::int64_t ms) = 0;
    virtual void stop() = 0;
    /// Sound data a program holds (Play): a whole sound file in memory. Nothing is heard where it is not overridden.
    virtual void playData(std::string_view file, std::int64_t offsetMs, bool loop)
    {
        (void)file, (void)offsetMs, (void)loop;
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

    /// The caller acts now.
    void press(char key);
    void hangUp();

    bool ended() const;
    bool failed() const; ///< a program error ended it
    /// The first program exception; null: none.
    const machine::RunError *error() const;
    CallView view() const;
    Trace &trace();
    void setMediaPort(MediaPort *port);

private:
    std::unique_ptr<Engine> m_engine;
};

} // namespace pbx::call
