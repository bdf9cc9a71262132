// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/router.h"

#include "environment/accounts/texts.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace pbx::accounts {

namespace {

std::string ruleName(const Rule &rule)
{
    return rule.divert != DivertWhen::None ? "divert:" + std::string(divertName(rule.divert)) : "rule:" + rule.name;
}

} // namespace

/// Stage::seconds of -1 means all stages of seconds. Order: server > 5, domain > 5, account, domain ≤ 5, server ≤ 5.
std::vector<const Rule *> Router::stageRules(const Account &account, const Stage &stage) const
{
    const auto fits = [&stage](const Rule &rule) {
        return rule.stage.kind == stage.kind &&
               (stage.kind != StageKind::Seconds || stage.seconds < 0 || rule.stage.seconds == stage.seconds);
    };
    const Domain *domain = m_directory.domain(account.domain);
    static const std::vector<Rule> none;
    const auto &domainRules = domain ? domain->rules : none;
    const auto &serverRules = stage.kind == StageKind::Immediate ? none : m_directory.serverRules();
    std::vector<const Rule *> rules;
    const auto add = [&](const std::vector<Rule> &list, int lowest, int highest) {
        const auto start = static_cast<std::ptrdiff_t>(rules.size());
        for (const auto &rule : list) {
            if (fits(rule) && rule.level >= lowest && rule.level <= highest)
                rules.push_back(&rule);
        }
        std::ranges::stable_sort(rules.begin() + start, rules.end(), std::ranges::greater(), &Rule::level);
    };
    add(serverRules, 6, 10);
    add(domainRules, 6, 10);
    add(account.rules, 0, 10);
    add(domainRules, 0, 5);
    add(serverRules, 0, 5);
    return rules;
}

Outcome Router::runStage(const Account &account, const Stage &stage, std::vector<std::string> path, int depth)
{
    const auto rules = stageRules(account, stage);
    if (rules.empty())
        return {};
    Context context;
    context.account = &account;
    context.path = std::move(path);
    context.path.push_back(account.address());
    context.depth = depth + 1;
    context.domain = account.domain;
    auto outcome = runRules(rules, &account, account.address(), context);
    auto &entry = enteredEntry(account.address());
    entry.rulesStopped |= outcome.stopped;
    entry.byOwnRule |= outcome.redirected;
    return outcome;
}

RequestFacts Router::facts(const Account *account) const
{
    RequestFacts facts;
    facts.account = account;
    facts.requestUri = m_requestUri;
    facts.to = m_to;
    facts.from = m_from;
    facts.fromName = m_options.callerName;
    facts.authenticated = m_authenticated;
    facts.method = m_options.method;
    facts.time = m_options.time;
    facts.presence = "online";
    if (!account)
        return facts;
    if (!m_options.presence.empty()) {
        if (const auto found = m_options.presence.find(folded(account->address())); found != m_options.presence.end())
            facts.presence = found->second;
    }
    facts.registeredClients = phoneState(account->address()) == PhoneState::Offline ? 0 : 1;
    return facts;
}

bool Router::judgeRule(const Rule &rule, const RequestFacts &facts, std::vector<std::string> &others, std::string &why)
{
    if (!rule.active) {
        if (m_options.explain)
            others.push_back(rule.name + ": switched off");
        return false;
    }
    for (const auto &condition : rule.conditions) {
        auto answer = judge(condition, facts, m_options.explain);
        if (!answer.warning.empty() && !std::ranges::contains(m_result.warnings, rule.name + ": " + answer.warning))
            m_result.warnings.push_back(rule.name + ": " + answer.warning);
        if (!answer.holds) {
            if (m_options.explain)
                others.push_back(rule.name + ": " + answer.reason);
            return false;
        }
        if (!answer.reason.empty())
            why += (why.empty() ? "" : "; ") + answer.reason;
    }
    if (m_options.explain && why.empty())
        why = "it has no condition that could fail";
    return true;
}

/// `context` is what the targets of the rules are routed in. The step of each deciding rule stands before theirs.
Outcome Router::runRules(const std::vector<const Rule *> &rules, const Account *account, std::string_view subject,
                         const Context &context)
{
    struct Pending {
        const Rule *rule;
        std::vector<std::string> addresses;
        std::string why;
        std::vector<std::string> others;
    };
    Outcome outcome;
    std::optional<Pending> redirect;
    std::vector<Pending> forks;
    std::vector<std::string> others;
    RequestFacts request = facts(account);
    const auto zone = account ? account->timeZone() : m_directory.workspaceZone();
    request.zone = zone;
    std::string stoppedBy;

    for (const auto *rule : rules) {
        if (outcome.stopped || outcome.rejected) {
            if (m_options.explain)
                others.push_back(rule->name + ": not reached, " + stoppedBy + " ended the rules");
            continue;
        }
        std::string why;
        if (!judgeRule(*rule, request, others, why))
            continue;
        outcome.acted = true;
        for (const auto &action : rule->actions) {
            if (action.is("Redirect to") || action.is("Fork to")) {
                auto addresses = splitAddresses(action.value);
                if (addresses.empty()) {
                    m_result.warnings.push_back(rule->name + ": " + action.name + " names no address.");
                    continue;
                }
                if (action.is("Fork to")) {
                    forks.push_back({rule, std::move(addresses), why, {}});
                    continue;
                }
                if (redirect && m_options.explain)
                    others.push_back(redirect->rule->name + ": its redirect was replaced by " + rule->name);
                redirect = Pending{rule, std::move(addresses), why, {}};
                forks.clear(); // what rang besides stops as well
            } else if (action.is("Reject with")) {
                const auto code = readInteger(action.value.substr(0, 3));
                auto target = reject(code && *code >= 300 && *code <= 699 ? static_cast<int>(*code) : 603);
                step(std::string(subject), ruleName(*rule), describe(target), why, std::move(others));
                outcome.rejected = true;
                outcome.stopped = true;
                outcome.targets = {std::move(target)};
                return outcome;
            } else if (action.is("Stop Processing") || action.is("Discard Rules")) {
                outcome.stopped = true;
                stoppedBy = rule->name;
                if (m_options.explain && !redirect)
                    others.push_back(rule->name + ": ended the rules (" + why + ')');
                break;
            }
            // What else a rule can do (notes, messages, log lines) does not change where the call goes.
        }
    }
    if (!redirect && forks.empty()) {
        outcome.others = std::move(others);
        return outcome;
    }
    outcome.redirected = redirect.has_value();
    std::vector<Pending> all = std::move(forks);
    if (redirect)
        all.insert(all.begin(), std::move(*redirect));
    all.front().others = std::move(others);
    const auto requestUri = m_requestUri;
    for (auto &pending : all) {
        std::string results;
        for (const auto &address : pending.addresses)
            results += (results.empty() ? "" : ", ") + describeAddress(address, context);
        step(std::string(subject), ruleName(*pending.rule), std::move(results), std::move(pending.why),
             std::move(pending.others));
        Context inner = context;
        inner.announced = pending.addresses.size() == 1;
        for (const auto &address : pending.addresses)
            std::ranges::move(routeText(address, inner), std::back_inserter(outcome.targets));
        m_requestUri = requestUri;
    }
    return outcome;
}

} // namespace pbx::accounts
