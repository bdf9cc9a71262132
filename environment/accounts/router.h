// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/routing.h"
#include "environment/accounts/routing_conditions.h"

#include <initializer_list>
#include <optional>

namespace pbx::accounts {

/// "404-Not Found"
Target reject(int code);
/// Branches ring together: what can't be reached counts only when nothing else is left, a phone rings once.
std::vector<Target> combine(std::vector<Target> targets);

/// What the rules of one stage of one account made of the call.
struct Outcome {
    bool acted = false;
    bool stopped = false;
    bool redirected = false;
    std::vector<Target> targets; ///< of Redirect, Fork and Reject
    bool rejected = false;
    std::vector<std::string> others; ///< rules that did not decide, when no step has told it
    std::string stoppedBy;           ///< the rule that ended the rules
};

/// For messages: `"name"`, or its place in the list.
std::string ruleLabel(const Rule &rule);

/// One call on its way through the directory; writes its steps into the result.
class Router {
public:
    Router(const Directory &directory, const RouteOptions &options, RouteResult &result);

    void routeFirst(std::string_view text);
    Outcome runStage(const Account &account, const Stage &stage, std::vector<std::string> path, int depth);
    void continueFrom(const RouteResult &before);
    /// Rules that did not decide and wait for a step to stand in.
    void keepOthers(std::vector<std::string> others);
    void tellRest();
    void setRequestUri(std::string uri) { m_requestUri = std::move(uri); }
    std::vector<const Rule *> stageRules(const Account &account, const Stage &stage) const;
    int deepest() const noexcept { return m_deepest; }

private:
    /// A redirect or fork waiting for the rest of the rules.
    struct Pending {
        const Rule *rule = nullptr;
        std::vector<std::string> addresses;
        std::string why;
    };
    struct Decision {
        Outcome outcome;
        std::optional<Pending> redirect;
        std::vector<Pending> forks;
        std::vector<std::string> others;
        const Rule *stoppedBy = nullptr;
        std::string why; ///< of a rejecting rule
    };
    struct Context {
        const Account *account = nullptr; ///< whose rule or whose name led here
        std::vector<std::string> path;    ///< accounts left by their own rules, on the way here
        int depth = 0;
        bool announced = false; ///< a step already tells where this goes
        std::string domain;     ///< of names without one
    };
    /// What the step of a ringing phone says, and whether later rules still count.
    struct Ringing {
        std::string why;
        bool rulesStopped = false;
        std::vector<std::string> others;
    };

    void readCaller();
    std::vector<Target> routeText(std::string_view text, const Context &context);
    std::vector<Target> routeAddress(const Address &address, const Context &context);
    std::vector<Target> routeProgram(const Address &address, const Context &context);
    std::vector<Target> routeLocal(const Address &address, const std::string &domain, const Context &context);
    std::vector<Target> routeUnknown(const Address &address, const std::string &full, const std::string &domain,
                                     const Context &context);
    std::vector<Target> routeForwarder(const Forwarder &forwarder, const std::string &full, const Context &context);
    std::vector<Target> routeGroup(const Group &group, const std::string &full, const Context &context);
    std::vector<Target> enterAccount(const Account &account, const Address &address, const Context &context);
    std::vector<Target> ringPhones(const Account &account, Ringing ringing, const Context &context);
    std::vector<Target> stagesWithoutPhone(const Account &account, const Context &context);
    void tellLaterRules(const Account &account, std::vector<std::string> &others) const;
    Outcome runRules(const std::vector<const Rule *> &rules, const Account *account, std::string_view subject,
                     const Context &context);
    void doActions(const Rule &rule, const std::string &why, Decision &decision);
    Outcome routeDecided(Decision &decision, std::string_view subject, const Context &context);
    bool judgeRule(const Rule &rule, const RequestFacts &facts, std::vector<std::string> &others, std::string &why);
    RequestFacts facts(const Account *account) const;
    void warn(std::string text);
    const Account *programAccount(const Address &address, const Context &context) const;
    std::string describeAddress(std::string_view text, const Context &context) const;
    EnteredAccount &enteredEntry(const std::string &account);
    PhoneState phoneState(const std::string &account) const;
    /// said(), where explanations are asked for.
    std::string told(const char *source, std::initializer_list<std::string_view> values = {}) const;
    void step(std::string address, std::string by, std::string result, std::string explanation = {},
              std::vector<std::string> others = {});
    std::vector<Target> fail(const std::string &address, int code, std::string explanation);

    const Directory &m_directory;
    const RouteOptions &m_options;
    RouteResult &m_result;
    std::string m_domain;
    std::string m_from;
    std::string m_to;
    std::string m_requestUri;
    std::string m_authenticated;
    std::string m_stoppedByServer; ///< the immediate rule of the server that ended all rules
    std::vector<std::string> m_others;
    const Account *m_caller = nullptr;
    int m_addresses = 0;
    bool m_cutShort = false;
    int m_deepest = 0;
};

} // namespace pbx::accounts
