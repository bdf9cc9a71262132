// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/routing.h"
#include "environment/accounts/routing_conditions.h"

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
};

/// One call on its way through the directory; writes its steps into the result.
class Router {
public:
    Router(const Directory &directory, const RouteOptions &options, RouteResult &result);

    void routeFirst(std::string_view text);
    Outcome runStage(const Account &account, const Stage &stage, std::vector<std::string> path, int depth);
    void continueFrom(const RouteResult &before);
    std::vector<const Rule *> stageRules(const Account &account, const Stage &stage) const;
    int deepest() const noexcept { return m_deepest; }

private:
    struct Context {
        const Account *account = nullptr; ///< whose rule or whose name led here
        std::vector<std::string> path;    ///< accounts left by their own rules, on the way here
        int depth = 0;
        bool announced = false; ///< a step already tells where this goes
        std::string domain;     ///< of names without one
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
    std::vector<Target> ringPhones(const Account &account, bool rulesStopped, std::vector<std::string> others,
                                   const Context &context);
    Outcome runRules(const std::vector<const Rule *> &rules, const Account *account, std::string_view subject,
                     const Context &context);
    bool judgeRule(const Rule &rule, const RequestFacts &facts, std::vector<std::string> &others, std::string &why);
    RequestFacts facts(const Account *account) const;
    const Account *programAccount(const Address &address, const Context &context) const;
    std::string describeAddress(std::string_view text, const Context &context) const;
    EnteredAccount &enteredEntry(const std::string &account);
    PhoneState phoneState(const std::string &account) const;
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
    const Account *m_caller = nullptr;
    int m_addresses = 0;
    int m_deepest = 0;
};

} // namespace pbx::accounts
