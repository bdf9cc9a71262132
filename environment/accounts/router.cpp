// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/router.h"

#include "environment/accounts/texts.h"
#include "environment/accounts/words.h"

#include <algorithm>
#include <climits>
#include <iterator>
#include <utility>

namespace pbx::accounts {

namespace {

constexpr int mostHops = 10;
/// Addresses one call may touch: rules naming each other in lists would otherwise branch without end.
constexpr int mostAddresses = 250;
/// Rules a step names, and members of a group.
constexpr std::size_t mostOthers = 50;
constexpr std::size_t mostMembers = 20;

std::string outsideText(const std::string &domain)
{
    return said(QT_TRANSLATE_NOOP("Words", "The domain %1 is not in the workspace, so the call leaves it."), {shown(domain)});
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Router::Router(const Directory &directory, const RouteOptions &options, RouteResult &result)
    : m_directory(directory)
    , m_options(options)
    , m_result(result)
    , m_domain(folded(options.domain.empty() ? directory.defaultDomain() : options.domain))
{
    readCaller();
}

void Router::continueFrom(const RouteResult &before)
{
    m_to = before.to;
    m_deepest = before.hops;
}

void Router::readCaller()
{
    Address caller;
    m_from = m_options.caller;
    if (readAddress(m_options.caller, caller) && !caller.local.empty()) {
        const auto domain = caller.domain.empty() ? m_domain : folded(caller.domain);
        m_from = caller.local + '@' + domain;
        m_caller = m_directory.find(caller.local, domain).account;
    }
    if (m_caller)
        m_authenticated = m_caller->address();
    else if (m_options.authenticated)
        m_authenticated = m_from;
}

void Router::keepOthers(std::vector<std::string> others)
{
    std::ranges::move(others, std::back_inserter(m_others));
}

/// A stage in which no rule took the call.
void Router::tellRest()
{
    if (!m_others.empty())
        step(m_to, "none", "the failure stands", told(QT_TRANSLATE_NOOP("Words", "No rule takes the call at this stage.")));
}

std::string Router::told(const char *source, std::initializer_list<std::string_view> values) const
{
    return m_options.explain ? said(source, values) : std::string();
}

void Router::step(std::string address, std::string by, std::string result, std::string explanation,
                  std::vector<std::string> others)
{
    if (!m_others.empty()) {
        keepOthers(std::move(others));
        others = std::exchange(m_others, {});
    }
    if (others.size() > mostOthers) {
        const auto left = others.size() - mostOthers;
        others.resize(mostOthers);
        others.push_back(said(QT_TRANSLATE_NOOP("Words", "and %1 more"), {std::to_string(left)}));
    }
    m_result.steps.push_back({std::move(address), std::move(by), std::move(result),
                              m_options.explain ? std::move(explanation) : std::string(), std::move(others)});
}

std::vector<Target> Router::fail(const std::string &address, int code, std::string explanation)
{
    auto target = reject(code);
    step(address, "none", describe(target), std::move(explanation));
    return {std::move(target)};
}

EnteredAccount &Router::enteredEntry(const std::string &account)
{
    for (auto &entry : m_result.entered) {
        if (entry.account == account)
            return entry;
    }
    return m_result.entered.emplace_back(account);
}

PhoneState Router::phoneState(const std::string &account) const
{
    if (m_options.phones.empty())
        return PhoneState::Answers;
    const auto found = m_options.phones.find(folded(account));
    return found == m_options.phones.end() ? PhoneState::Answers : found->second;
}

void Router::routeFirst(std::string_view text)
{
    m_result.acted = true;
    Address address;
    if (!readAddress(text, address)) {
        m_result.targets = fail(std::string(text), 400, told(QT_TRANSLATE_NOOP("Words", "This is no address.")));
        return;
    }
    Context context;
    context.domain = m_domain;
    const auto domain = address.domain.empty() ? m_domain : folded(address.domain);
    m_to = address.local + '@' + domain;
    m_result.to = m_to;
    if (!address.hasProgram && !m_directory.serverRules().empty()) {
        // Only now: a program's address has no rules applied.
        std::vector<const Rule *> rules;
        for (const auto &rule : m_directory.serverRules()) {
            if (rule.stage.kind == StageKind::Immediate)
                rules.push_back(&rule);
        }
        std::ranges::stable_sort(rules, std::ranges::greater(), &Rule::level);
        m_requestUri = "sip:" + m_to;
        context.account = m_directory.find(address.local, domain).account;
        auto outcome = runRules(rules, nullptr, m_to, context);
        context.account = nullptr;
        if (outcome.redirected || outcome.rejected) {
            m_result.targets = combine(std::move(outcome.targets));
            m_result.hops = m_deepest;
            return;
        }
        m_result.targets = std::move(outcome.targets); // forks ring besides
        m_stoppedByServer = std::move(outcome.stoppedBy);
        for (const auto &other : outcome.others)
            m_others.push_back(told(QT_TRANSLATE_NOOP("Words", "server's rule %1"), {other}));
    }
    auto targets = routeAddress(address, context);
    std::ranges::move(targets, std::back_inserter(m_result.targets));
    m_result.targets = combine(std::move(m_result.targets));
    m_result.hops = m_deepest;
}

std::vector<Target> Router::routeText(std::string_view text, const Context &context)
{
    Address address;
    if (!readAddress(text, address))
        return fail(std::string(text), 404, told(QT_TRANSLATE_NOOP("Words", "This is no address.")));
    return routeAddress(address, context);
}

std::vector<Target> Router::routeAddress(const Address &address, const Context &context)
{
    m_deepest = std::max(m_deepest, context.depth);
    const auto domain = address.domain.empty() ? context.domain : folded(address.domain);
    if (m_cutShort)
        return {reject(483)};
    m_cutShort = ++m_addresses > mostAddresses;
    if (m_cutShort)
        return fail(address.local + '@' + domain, 483,
                    told(QT_TRANSLATE_NOOP("Words", "One call has touched %1 addresses; from this one on the rest is left out."), {std::to_string(mostAddresses)}));
    if (context.depth > mostHops)
        return fail(address.local + '@' + domain, 483,
                    told(QT_TRANSLATE_NOOP("Words", "The call was passed on more than %1 times."), {std::to_string(mostHops)}));
    if (address.hasProgram)
        return routeProgram(address, context);
    m_requestUri = "sip:" + address.local + '@' + domain;
    for (const auto &parameter : address.uriParameters)
        m_requestUri += ';' + parameter;
    if (!m_directory.domain(domain)) {
        auto full = address.local + '@' + domain;
        if (!context.announced)
            step(full, "outside", full, outsideText(domain));
        return {OutsideTarget{std::move(full)}};
    }
    return routeLocal(address, domain, context);
}

/// Account of a program's address: the one named, else the one whose rule speaks, else the caller.
const Account *Router::programAccount(const Address &address, const Context &context) const
{
    const auto domain = address.domain.empty() ? context.domain : folded(address.domain);
    if (!address.local.empty())
        return m_directory.find(address.local, domain).account;
    return context.account ? context.account : m_caller;
}

std::vector<Target> Router::routeProgram(const Address &address, const Context &context)
{
    const auto domain = address.domain.empty() ? context.domain : folded(address.domain);
    const auto written = address.program + '#' + address.local + (address.local.empty() ? "" : '@' + domain);
    if (!address.local.empty() && !m_directory.domain(domain)) {
        if (!context.announced)
            step(written, "outside", written, outsideText(domain));
        return {OutsideTarget{written}};
    }
    const Account *account = programAccount(address, context);
    if (!account)
        return fail(written, 404,
                    address.local.empty()
                        ? told(QT_TRANSLATE_NOOP("Words", "No account is named to run the program."))
                        : told(QT_TRANSLATE_NOOP("Words", "No account %1 runs the program."), {address.local + '@' + domain}));
    Target target = ProgramTarget{address.program, address.parameters, address.hasParameters, account->address()};
    if (!context.announced)
        step(written, "program", describe(target), told(QT_TRANSLATE_NOOP("Words", "The address names the program; rules are not applied.")));
    return {std::move(target)};
}

std::vector<Target> Router::routeLocal(const Address &address, const std::string &domain, const Context &context)
{
    const auto full = address.local + '@' + domain;
    const Found found = m_directory.find(address.local, domain);
    switch (found.kind) {
    case ObjectKind::Account:
        return enterAccount(*found.account, address, context);
    case ObjectKind::Alias:
    case ObjectKind::Number: {
        const bool alias = found.kind == ObjectKind::Alias;
        step(full, alias ? "alias" : "number", found.account->address(),
             told(alias ? QT_TRANSLATE_NOOP("Words", "%1 is an alias of %2.")
                        : QT_TRANSLATE_NOOP("Words", "%1 is a telephone number of %2."),
                  {address.local, found.account->address()}));
        Context inner = context;
        inner.announced = false;
        return enterAccount(*found.account, address, inner);
    }
    case ObjectKind::Forwarder:
        return routeForwarder(*found.forwarder, full, context);
    case ObjectKind::Group:
        return routeGroup(*found.group, full, context);
    case ObjectKind::None:
        break;
    }
    return routeUnknown(address, full, domain, context);
}

/// The default router records (pbx-runtime 8.1, step 5).
std::vector<Target> Router::routeUnknown(const Address &address, const std::string &full, const std::string &domain,
                                         const Context &context)
{
    const std::string_view local = address.local;
    if (local.size() == 3 && local.front() == '7' && isDigits(local)) {
        if (const auto found = m_directory.find("pbx", domain); found.account) {
            step(full, "router:7nn", found.account->address(),
                 told(QT_TRANSLATE_NOOP("Words", "Nobody has the name %1, and the server sends 7nn to pbx."), {local}));
            return enterAccount(*found.account, address, context);
        }
        return fail(full, 404, told(QT_TRANSLATE_NOOP("Words", "7nn goes to pbx, but %1 has no account pbx."), {domain}));
    }
    if (local.size() >= 3 && local.front() == '*' && isDigits(local.substr(1))) {
        const bool service = local.size() == 3;
        const Account *account = service ? m_caller : m_directory.find(local.substr(1), domain).account;
        if (!account)
            return fail(full, 404,
                        service ? told(QT_TRANSLATE_NOOP("Words", "*NN is a service of the caller's account, and the caller has none here."))
                                : told(QT_TRANSLATE_NOOP("Words", "No account has the number %1."), {local.substr(1)}));
        Target target = ProgramTarget{service ? "service" : "voicemail", {}, false, account->address()};
        step(full, service ? "router:*NN" : "router:*number", describe(target),
             told(service ? QT_TRANSLATE_NOOP("Words", "Nobody has the name %1, and the server sends *NN to the program service of "
                                                         "the caller's account.")
                          : QT_TRANSLATE_NOOP("Words", "Nobody has the name %1, and the server sends * and a number to that account's "
                                                         "voice mail."),
                  {local}));
        return {std::move(target)};
    }
    return fail(full, 404, told(QT_TRANSLATE_NOOP("Words", "No account, alias, number, forwarder or group of %1 has the name %2."), {domain, shown(local)}));
}

std::vector<Target> Router::routeForwarder(const Forwarder &forwarder, const std::string &full, const Context &context)
{
    Context inner = context;
    ++inner.depth;
    inner.announced = false;
    inner.domain = full.substr(full.rfind('@') + 1);
    auto target = describeAddress(forwarder.target, inner);
    std::string why = told(QT_TRANSLATE_NOOP("Words", "%1 is a forwarder to %2."), {forwarder.name, shown(target)});
    step(full, "forwarder", std::move(target), std::move(why));
    return routeText(forwarder.target, inner);
}

std::vector<Target> Router::routeGroup(const Group &group, const std::string &full, const Context &context)
{
    if (sameText(group.name, "all"))
        return fail(full, 404, told(QT_TRANSLATE_NOOP("Words", "The group of all accounts can't be called.")));
    Context inner = context;
    ++inner.depth;
    inner.announced = false;
    inner.domain = full.substr(full.rfind('@') + 1);
    std::string members;
    for (std::size_t i = 0; i < std::min(group.members.size(), mostMembers); ++i)
        members += (members.empty() ? "" : ", ") + describeAddress(group.members[i], inner);
    if (group.members.size() > mostMembers)
        members += " and " + std::to_string(group.members.size() - mostMembers) + " more";
    step(full, "group", members, told(QT_TRANSLATE_NOOP("Words", "%1 is a group, and its members ring together."), {group.name}));
    if (group.members.empty())
        return fail(full, 480, told(QT_TRANSLATE_NOOP("Words", "The group has no members.")));
    std::vector<Target> targets;
    for (const auto &member : group.members) {
        if (m_cutShort)
            break;
        std::ranges::move(routeText(member, inner), std::back_inserter(targets));
    }
    return combine(std::move(targets));
}

std::vector<Target> Router::enterAccount(const Account &account, const Address &address, const Context &context)
{
    const auto name = account.address();
    if (std::ranges::contains(context.path, name))
        return fail(name, 482, told(QT_TRANSLATE_NOOP("Words", "The call came back to %1, whose own rule had sent it away."), {name}));
    const bool phonesOnly = address.hasUriParameter("services=no");
    if (!phonesOnly && m_caller == &account && context.depth == 0 && m_options.hasProgram &&
        m_options.hasProgram("service", account.domain)) {
        Target target = ProgramTarget{"service", {}, false, name};
        step(name, "program", describe(target), told(QT_TRANSLATE_NOOP("Words", "A call to oneself starts the program service.")));
        return {std::move(target)};
    }
    auto &entry = enteredEntry(name);
    entry.requestUri = m_requestUri;
    if (phonesOnly || !m_stoppedByServer.empty()) {
        entry.rulesStopped = true;
        return ringPhones(account,
                          {phonesOnly ? told(QT_TRANSLATE_NOOP("Words", "services=no leaves out rules and diverts, so the phones ring."))
                                      : told(QT_TRANSLATE_NOOP("Words", "The server's rule %1 has ended all rules, so the phones ring."),
                                             {m_stoppedByServer}),
                           true,
                           {}},
                          context);
    }
    auto outcome = runStage(account, {StageKind::Immediate, 0}, context.path, context.depth);
    if (outcome.rejected || outcome.redirected)
        return combine(std::move(outcome.targets));
    std::string why = outcome.stopped
        ? told(QT_TRANSLATE_NOOP("Words", "%1 has ended the rules without sending the call elsewhere, so the phones ring."), {outcome.stoppedBy})
        : told(QT_TRANSLATE_NOOP("Words", "No rule sends the call elsewhere at once, so the phones ring."));
    auto targets = ringPhones(account, {std::move(why), outcome.stopped, std::move(outcome.others)}, context);
    std::ranges::move(outcome.targets, std::back_inserter(targets));
    return combine(std::move(targets));
}

void Router::tellLaterRules(const Account &account, std::vector<std::string> &others) const
{
    const auto tell = [&others](const std::vector<Rule> &rules) {
        for (const auto &rule : rules) {
            if (!rule.active || rule.stage.kind == StageKind::Immediate || others.size() > mostOthers)
                continue;
            const auto label = ruleLabel(rule);
            std::string text;
            switch (rule.stage.kind) {
            case StageKind::Immediate:
                break;
            case StageKind::Seconds:
                text = said(QT_TRANSLATE_NOOP("Words", "%1: not yet, it acts after %2 s without an answer"), {label, std::to_string(rule.stage.seconds)});
                break;
            case StageKind::NoAnswer:
                text = said(QT_TRANSLATE_NOOP("Words", "%1: not yet, it acts when nobody answers"), {label});
                break;
            case StageKind::Busy:
                text = said(QT_TRANSLATE_NOOP("Words", "%1: not yet, it acts when the phones are busy"), {label});
                break;
            case StageKind::Error:
                text = said(QT_TRANSLATE_NOOP("Words", "%1: not yet, it acts when the call fails otherwise"), {label});
                break;
            }
            others.push_back(std::move(text));
        }
    };
    tell(account.rules);
    if (const Domain *domain = m_directory.domain(account.domain))
        tell(domain->rules);
    tell(m_directory.serverRules());
}

std::vector<Target> Router::ringPhones(const Account &account, Ringing ringing, const Context &context)
{
    const auto name = account.address();
    if (phoneState(name) != PhoneState::Offline) {
        Target target = PhoneTarget{name};
        if (m_options.explain && !ringing.rulesStopped)
            tellLaterRules(account, ringing.others);
        step(name, "account", describe(target), std::move(ringing.why), std::move(ringing.others));
        return {std::move(target)};
    }
    keepOthers(std::move(ringing.others));
    if (!ringing.rulesStopped) {
        if (auto targets = stagesWithoutPhone(account, context); !targets.empty())
            return combine(std::move(targets));
    }
    auto target = reject(480);
    step(name, "none", describe(target), told(QT_TRANSLATE_NOOP("Words", "No phone of %1 is registered."), {name}));
    return {std::move(target)};
}

/// Without a registered phone the stages of seconds and then "no answer" run at once (pbx-runtime, 8.2), and not again.
std::vector<Target> Router::stagesWithoutPhone(const Account &account, const Context &context)
{
    const auto name = account.address();
    enteredEntry(name).timedUntil = INT_MAX;
    std::vector<int> seconds;
    for (const auto *rule : stageRules(account, {StageKind::Seconds, -1}))
        seconds.push_back(rule->stage.seconds);
    std::ranges::sort(seconds);
    const auto repeated = std::ranges::unique(seconds);
    seconds.erase(repeated.begin(), repeated.end());
    std::vector<Target> targets;
    const auto run = [&](const Stage &stage) {
        auto outcome = runStage(account, stage, context.path, context.depth);
        keepOthers(std::move(outcome.others));
        if (outcome.redirected || outcome.rejected)
            targets.clear();
        std::ranges::move(outcome.targets, std::back_inserter(targets));
        return !outcome.stopped;
    };
    for (const int second : seconds) {
        if (!run({StageKind::Seconds, second}))
            return targets;
    }
    if (targets.empty()) {
        run({StageKind::NoAnswer, 0});
        enteredEntry(name).rulesStopped |= !targets.empty(); // its turn has been
    }
    return targets;
}

/// As routeText() will understand it, for the step that announces it.
std::string Router::describeAddress(std::string_view text, const Context &context) const
{
    Address address;
    if (!readAddress(text, address))
        return std::string(text);
    const auto domain = address.domain.empty() ? context.domain : folded(address.domain);
    if (!address.hasProgram)
        return address.local + '@' + domain;
    const Account *account = programAccount(address, context);
    const auto runner = account                 ? account->address()
                        : address.local.empty() ? std::string()
                                                : address.local + '@' + domain;
    return describe(ProgramTarget{address.program, address.parameters, address.hasParameters, runner});
}

} // namespace pbx::accounts
