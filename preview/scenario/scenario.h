// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/call/simulation.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

/// Test calls as small text files: who calls what and when, what is pressed, what has to happen. The format is described
/// in resources/guide/scenarios.md.
namespace pbx::scenario {

/// A place in the file and what is wrong there.
struct Fault {
    int line = 1;
    int column = 1; ///< in characters
    std::string message;
};

/// One thing that has to happen to a caller, behind the one before it.
struct Expectation {
    enum class Kind {
        Hears, ///< names: one of them is played to the caller
        NeverHears, ///< anywhere in the call
        Runs, ///< program, account, language
        Rings, ///< account, outcome
        Talks, ///< address
        Mail, ///< to, subject, body
        NoMail,
        Records, ///< seconds
        Logs, ///< text
        Fails, ///< text of a program error or of a refusal
        Routes, ///< by, result
        Ends, ///< by
        Left, ///< outcome
        Lasts, ///< seconds to seconds2
    };
    Kind kind = Kind::Hears;
    int line = 0;
    std::string written; ///< for people
    std::vector<std::string> names;
    std::string text;
    std::string text2;
    std::string text3;
    std::string language; ///< of Hears, Runs; "default" is the default one; empty: any
    bool nothingBetween = false; ///< of Hears: no other prompt since the one before
    bool interrupted = false; ///< of Hears: it has to be
    double seconds = 0;
    double seconds2 = -1; ///< below 0: no bound
};

/// An account or a file that has to exist where the scenario is run.
struct Mention {
    enum class Kind { Phone, Voice };
    Kind kind = Kind::Phone;
    std::string name;
    int line = 1;
    int column = 1;
};

struct Caller {
    std::string name; ///< for people
    call::CallerRequest request;
    int line = 0;
    std::vector<Expectation> expectations;
};

struct Scenario {
    std::string title;
    std::string at; ///< "2026-11-23T20:15", in the domain's time zone; empty: a fixed Monday at noon
    std::string domain; ///< empty: the workspace's default
    std::string language;
    std::int64_t limitMs = 3600 * 1000;
    std::map<std::string, call::PhonePlan> phones;
    std::set<std::string> failures;
    std::vector<Caller> callers;
    std::vector<Mention> mentions;
};

/// The first fault ends the reading. `name` is the title of a file that has none.
[[nodiscard]] std::expected<Scenario, Fault> read(std::string_view text, std::string_view name);

/// What became of a scenario.
struct Result {
    bool passed = false;
    double seconds = 0; ///< of the call, virtual time
    int line = 0; ///< of the file: the expectation that was not met; 0: none in particular
    std::string message; ///< a line
    std::string details; ///< several lines: expected and happened, side by side
};

/// Judges what happened. `numbers`: of the callers in the simulation, in the order of the scenario.
[[nodiscard]] Result judge(const Scenario &scenario, call::Simulation &simulation,
                           const std::vector<std::uint32_t> &numbers);

/// A call just made as a file that passes: the keys at their places, the prompts heard, mail, connections and the end.
/// `at` as in the file; a file that names no moment is run on a quiet Monday. Voices are named as the request does.
[[nodiscard]] std::string write(const call::DialRequest &request, const std::string &at, const std::string &pressed,
                                const std::vector<call::Event> &events);
/// The same with other callers, by their numbers in the simulation, and a title of its own.
[[nodiscard]] std::string write(const call::DialRequest &request, const std::map<std::uint32_t, call::CallerRequest> &others,
                                const std::string &at, const std::string &title, const std::vector<call::Event> &events);

} // namespace pbx::scenario
