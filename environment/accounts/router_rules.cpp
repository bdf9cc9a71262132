// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/router.h"

#include "environment/accounts/texts.h"
#include "environment/accounts/words.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace pbx::accounts {

namespace {

/// Warnings of one call; a thousand unreadable rules need no more.
constexpr std::size_t mostWarnings = 100;
/// Addresses of a list that its step names.
constexpr std::size_t mostShown = 20;

std::string ruleName(const Rule &rule)
{
    return rule.divert != DivertWhen::None ? "divert:" + std::string(divertName(rule.divert)) : "rule:" + rule.name;
}

/// Why a rule behind the one that ended the rules was not asked.
std::string notReached(const Rule &rule, const Rule &stopper)
{
    if (rule.level < stopper.level)
        return said(QT_TRANSLATE_NOOP("Words", "%1: priority lower, stopped by rule %2"), {ruleLabel(rule), ruleLabel(stopper)});
    return said(QT_TRANSLATE_NOOP("Words", "%1: not reached, %2 ended the rules"), {ruleLabel(rule), ruleLabel(stopper)});
}

/// Diverts of one priority: always stands before afterhours (pbx-runtime, 8.3); all else as stored.
void alwaysFirst(std::span<const Rule *> rules)
{
    for (std::size_t i = 1; i < rules.size(); ++i) {
        if (rules[i]->divert != DivertWhen::Always)
            continue;
        for (std::size_t j = 0; j < i; ++j) {
            if (rules[j]->level == rules[i]->level && rules[j]->divert == DivertWhen::AfterHours) {
                std::rotate(rules.begin() + j, rules.begin() + i, rules.begin() + i + 1);
                break;
            }
        }
    }
}

} // namespace

std::string ruleLabel(const Rule &rule)
{
    return rule.name.empty() ? said(QT_TRANSLATE_NOOP("Words", "rule %1"), {std::to_string(rule.index + 1)}) : shown(rule.name);
}

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
        alwaysFirst(std::span(rules).subspan(static_cast<std::size_t>(start)));
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
            others.push_back(told(QT_TRANSLATE_NOOP("Words", "%1: rule disabled"), {ruleLabel(rule)}));
        return false;
    }
    for (const auto &condition : rule.conditions) {
        auto answer = judge(condition, facts, m_options.explain);
        if (!answer.warning.empty())
            warn(ruleLabel(rule) + ": " + answer.warning);
        if (!answer.holds) {
            if (m_options.explain)
                others.push_back(ruleLabel(rule) + ": " + answer.reason);
            return false;
        }
        if (m_options.explain && !answer.reason.empty())
            why += (why.empty() ? "" : "; ") + answer.reason;
    }
    if (m_options.explain && why.empty())
        why = told(QT_TRANSLATE_NOOP("Words", "it has no condition that could fail"));
    return true;
}

void Router::warn(std::string text)
{
    if (m_result.warnings.size() < mostWarnings && !std::ranges::contains(m_result.warnings, text))
        m_result.warnings.push_back(std::move(text));
}

void Router::doActions(const Rule &rule, const std::string &why, Decision &decision)
{
    for (const auto &action : rule.actions) {
        if (action.is("Redirect to") || action.is("Fork to")) {
            auto addresses = splitAddresses(action.value);
            if (addresses.empty()) {
                warn(said(QT_TRANSLATE_NOOP("Words", "%1: %2 names no address, so it does nothing."),
                          {ruleLabel(rule), action.name}));
                continue;
            }
            if (action.is("Fork to")) {
                decision.forks.push_back({&rule, std::move(addresses), why});
                continue;
            }
            if (decision.redirect && m_options.explain)
                decision.others.push_back(told(QT_TRANSLATE_NOOP("Words", "%1: its redirect was replaced by %2"),
                                               {ruleLabel(*decision.redirect->rule), ruleLabel(rule)}));
            decision.redirect = Pending{&rule, std::move(addresses), why};
            decision.forks.clear(); // what rang besides stops as well
        } else if (action.is("Reject with")) {
            const auto code = rejectCode(action.value);
            if (!code)
                warn(said(QT_TRANSLATE_NOOP("Words", "%1: Reject with \"%2\" names no code from 300 to 699; 603 is used."),
                          {ruleLabel(rule), shown(action.value)}));
            decision.outcome.targets = {reject(code.value_or(603))};
            decision.outcome.rejected = true;
            decision.stoppedBy = &rule;
            return;
        } else if (action.is("Stop Processing") || action.is("Discard Rules")) {
            decision.stoppedBy = &rule;
            if (m_options.explain && !decision.redirect)
                decision.others.push_back(told(QT_TRANSLATE_NOOP("Words", "%1: ended the rules (%2)"), {ruleLabel(rule), why}));
            return;
        }
        // What else a rule can do (notes, messages, log lines) does not change where the call goes.
    }
}

/// `context` is what the targets of the rules are routed in. The step of each deciding rule stands before theirs.
Outcome Router::runRules(const std::vector<const Rule *> &rules, const Account *account, std::string_view subject,
                         const Context &context)
{
    Decision decision;
    RequestFacts request = facts(account);
    const auto zone = account ? account->timeZone() : m_directory.workspaceZone();
    request.zone = zone;
    for (const auto *rule : rules) {
        if (decision.stoppedBy) {
            if (!m_options.explain)
                break;
            decision.others.push_back(notReached(*rule, *decision.stoppedBy));
            continue;
        }
        std::string why;
        if (!judgeRule(*rule, request, decision.others, why))
            continue;
        decision.outcome.acted = true;
        doActions(*rule, why, decision);
        if (decision.outcome.rejected)
            decision.why = std::move(why);
    }
    auto &outcome = decision.outcome;
    outcome.stopped = decision.stoppedBy != nullptr;
    if (decision.stoppedBy)
        outcome.stoppedBy = ruleLabel(*decision.stoppedBy);
    if (outcome.rejected) {
        step(std::string(subject), ruleName(*decision.stoppedBy), describe(outcome.targets.front()), std::move(decision.why),
             std::move(decision.others));
        return std::move(outcome);
    }
    if (!decision.redirect && decision.forks.empty()) {
        outcome.others = std::move(decision.others);
        return std::move(outcome);
    }
    return routeDecided(decision, subject, context);
}

Outcome Router::routeDecided(Decision &decision, std::string_view subject, const Context &context)
{
    Outcome outcome = std::move(decision.outcome);
    outcome.redirected = decision.redirect.has_value();
    std::vector<Pending> all = std::move(decision.forks);
    if (decision.redirect)
        all.insert(all.begin(), std::move(*decision.redirect));
    const auto requestUri = m_requestUri;
    for (auto &pending : all) {
        std::string results;
        for (std::size_t i = 0; i < std::min(pending.addresses.size(), mostShown); ++i)
            results += (results.empty() ? "" : ", ") + describeAddress(pending.addresses[i], context);
        if (pending.addresses.size() > mostShown)
            results += " and " + std::to_string(pending.addresses.size() - mostShown) + " more";
        step(std::string(subject), ruleName(*pending.rule), std::move(results), std::move(pending.why),
             std::exchange(decision.others, {}));
        Context inner = context;
        inner.announced = pending.addresses.size() == 1;
        for (const auto &address : pending.addresses) {
            if (m_cutShort)
                break;
            std::ranges::move(routeText(address, inner), std::back_inserter(outcome.targets));
        }
        m_requestUri = requestUri;
    }
    return outcome;
}

} // namespace pbx::accounts
