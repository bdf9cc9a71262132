// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/directory.h"

#include <functional>
#include <map>
#include <variant>

/// From a dialled address to what rings or runs (pbx-runtime, 8.1 and 8.2).
namespace pbx::accounts {

/// An address taken apart.
struct Address {
    bool hasProgram = false; ///< there was a '#'
    std::string program;
    std::vector<std::string> parameters;    ///< of the braces
    bool hasParameters = false;             ///< braces with something in them
    std::string local;                      ///< account part; empty after a bare "#program"
    std::string domain;                     ///< empty: none written
    std::vector<std::string> uriParameters; ///< after ';': "services=no"

    [[nodiscard]] bool hasUriParameter(std::string_view text) const;
};

/// `name`, `name@domain`, `<sip:…>`, `"Name" <…>`, `sip:…`, `#program`, `program{a,b}#account@domain`. False: none of
/// these.
[[nodiscard]] bool readAddress(std::string_view text, Address &address);
/// Splits at the commas outside of braces, brackets and quotes.
[[nodiscard]] std::vector<std::string> splitAddresses(std::string_view list);

/// What a call ends at.
struct ProgramTarget {
    std::string program; ///< without .sppr, as written
    std::vector<std::string> parameters;
    bool hasParameters = false; ///< startParameter is the array of parameters; else it is absent
    std::string account;        ///< full address of the account it runs as
};
struct PhoneTarget {
    std::string account; ///< full address of the account whose phones ring
};
struct OutsideTarget {
    std::string address; ///< outside the workspace
};
struct RejectTarget {
    int code = 404;
    std::string text; ///< "404-Not Found"
};
using Target = std::variant<PhoneTarget, ProgramTarget, OutsideTarget, RejectTarget>;
/// "ivanov@d", "callback#ivanov@d", "x@outside", "404-Not Found".
std::string describe(const Target &target);

/// One JSON `route` event, plus what a person asks then.
struct RouteStep {
    std::string address; ///< what was looked at
    std::string
        by; ///< alias, number, forwarder, group, program, router:7nn, rule:NAME, divert:WHEN, account, outside, none
    std::string result;              ///< what came of it, as describe() writes it
    /// A sentence; for a rule its reason alone: "it is 20:15 in Europe/Moscow, outside 09:00-18:00". Asking for the words
    /// costs about a third of a route (bench_routing), so the engine always does.
    std::string explanation;
    /// Rules that did not decide, each "NAME: reason": "r: rule disabled", "r: priority lower, stopped by rule q",
    /// "r: not yet, it acts after 15 s without an answer". At most 50, then "and N more".
    std::vector<std::string> others;
};

enum class PhoneState { Answers, Busy, NoAnswer, Offline };

struct RouteOptions {
    std::string caller;         ///< address; a name without domain is of `domain`
    std::string callerName;     ///< for 'From' Name
    bool authenticated = false; ///< callers that are accounts of the workspace count as authenticated anyway
    std::string domain;         ///< of addresses without one; empty: the directory's default domain
    std::string method = "INVITE";
    std::int64_t time = 0;                                    ///< GMT seconds
    std::map<std::string, PhoneState, std::less<>> phones;    ///< by full address in lower case; absent: Answers
    std::map<std::string, std::string, std::less<>> presence; ///< by full address; absent: "online"
    /// Whether the environment of a domain has a program; used for calls to oneself. Empty: it has none.
    std::function<bool(std::string_view program, std::string_view domain)> hasProgram;
    bool explain = true; ///< false leaves explanation and others empty: for running many calls
};

/// An account the call went through; its later stages may still act.
struct EnteredAccount {
    std::string account;       ///< full address
    bool rulesStopped = false; ///< Stop Processing or Discard Rules
    bool byOwnRule = false;    ///< left by a redirect of its own rules
    int timedUntil = -1;       ///< stages up to so many seconds have had their turn
    std::string requestUri;    ///< by which it was entered: "sip:200@specialists.example"
};

struct RouteResult {
    std::vector<RouteStep> steps;
    /// At least one after route(). Several ring together, the first answer wins. A reject stands alone.
    std::vector<Target> targets;
    std::vector<EnteredAccount> entered; ///< outermost first
    std::vector<std::string> warnings;   ///< conditions that can't be judged here, unreadable settings
    std::string to; ///< as dialled, with domain
    int hops = 0;
    bool acted = false;        ///< a later stage did something; always true after route()
    bool addsBranches = false; ///< a later stage forked: targets ring besides what rings

    [[nodiscard]] const Target &target() const { return targets.front(); }
    template<class T>
    [[nodiscard]] const T *as() const
    {
        return targets.empty() ? nullptr : std::get_if<T>(&targets.front());
    }
};

[[nodiscard]] RouteResult route(const Directory &directory, std::string_view address, const RouteOptions &options);

enum class FailureKind { NoAnswer, Busy, Error };
/// 486, 600, 603 busy; 408, 480 no answer; the rest error.
[[nodiscard]] FailureKind failureKind(int code) noexcept;

/// All branches have failed: the stages "no answer", "busy", "error" of the accounts entered, the last first.
/// acted is false when no rule took the call; then targets is empty, the caller gets the failure, and the rules that were
/// asked in vain stand in one step.
[[nodiscard]] RouteResult routeFailure(const Directory &directory, const RouteResult &before, FailureKind kind,
                                       const RouteOptions &options);

/// Seconds after the start of the call at which a rule of an entered account may act, ascending, without repetitions.
[[nodiscard]] std::vector<int> timedStages(const Directory &directory, const RouteResult &before);
/// The call has been in progress that long, unanswered. options.time is the moment now.
[[nodiscard]] RouteResult routeTimed(const Directory &directory, const RouteResult &before, int seconds,
                                     const RouteOptions &options);

} // namespace pbx::accounts
