// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/hours.h"
#include "environment/accounts/texts.h"
#include "environment/accounts/words.h"
#include "environment/check/codes.h"
#include "environment/check/workspace_check.h"
#include "environment/data/objects.h"
#include "environment/files/name_rules.h"
#include "environment/language/similar.h"

#include <algorithm>

/// Where calls go on to: diverts, rules, forwarders and groups.
namespace pbx::check {

using accounts::said;
using accounts::sameText;
using language::Severity;

namespace {

bool isNumber(std::string_view name)
{
    if (name.starts_with('+'))
        name.remove_prefix(1);
    return !name.empty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

/// What the server's router sends somewhere although no object has the name (pbx-runtime 8.1): 7nn, *…, and numbers
/// long enough for a gateway.
bool isForRouter(std::string_view name)
{
    constexpr std::size_t longestExtension = 5;
    if (name.find_first_of("*^%") != std::string_view::npos)
        return true;
    return isNumber(name) && (name.size() > longestExtension || name.starts_with('+')
                              || (name.size() == 3 && name.front() == '7'));
}

bool hasProgram(const files::Environment &environment, const std::string &program)
{
    const std::string name = program + ".sppr";
    if (environment.findFile(name, {}))
        return true;
    const auto languages = environment.languages();
    return std::ranges::any_of(languages,
                               [&](const std::string &language) { return environment.findFile(name, language); });
}

} // namespace

void WorkspaceCheck::collectTargets()
{
    Target base;
    base.place.file = settingsFile({}, {});
    collectRules(m_directory.serverRules(), base);
    for (const accounts::Domain &domain : m_directory.domains()) {
        base.domain = domain.name;
        base.owner = nullptr;
        base.place = {settingsFile(domain.name, {}), {}};
        collectRules(domain.rules, base);
        for (const accounts::Forwarder &forwarder : domain.forwarders)
            m_targets.push_back({forwarder.target, domain.name, nullptr,
                                 {base.place.file, {"Forwarders", forwarder.name}}, said(QT_TRANSLATE_NOOP("Words", "the forwarder %1"), {forwarder.name})});
        for (const accounts::Group &group : domain.groups) {
            const auto members = accounts::memberOf(group.source, "Members");
            std::vector<data::Value> items;
            if (members.isArray())
                items.assign(members.array().items.begin(), members.array().items.end());
            for (std::size_t i = 0; i < items.size(); ++i) {
                const auto text = accounts::textOf(items[i]);
                if (text && !accounts::trimmed(*text).empty())
                    m_targets.push_back({std::string(accounts::trimmed(*text)), domain.name, nullptr,
                                         {base.place.file, {"Groups", group.name, "Members", std::to_string(i)}},
                                         said(QT_TRANSLATE_NOOP("Words", "the group %1"), {group.name})});
            }
        }
        for (const accounts::Account &account : domain.accounts) {
            base.owner = &account;
            base.place.file = settingsFile(domain.name, account.name);
            collectRules(account.rules, base);
        }
    }
}

void WorkspaceCheck::collectRules(const std::vector<accounts::Rule> &rules, const Target &base)
{
    for (const accounts::Rule &rule : rules) {
        if (!rule.active)
            continue;
        checkConditions(rule, base.place);
        for (std::size_t i = 0; i < rule.actions.size(); ++i) {
            const accounts::Action &action = rule.actions[i];
            if (!action.is("Redirect to") && !action.is("Fork to"))
                continue;
            Target target = base;
            target.place.path = {"SignalRules", std::to_string(rule.index), "3", std::to_string(i), "1"};
            target.what = said(QT_TRANSLATE_NOOP("Words", "the rule \"%1\""), {rule.name});
            // The preinstalled rule of `pbx` stands in no file; its program comes with the server.
            if (rule.source.isNull())
                target.place = {};
            const auto addresses = accounts::splitAddresses(action.value);
            if (addresses.empty() && !target.place.file.isEmpty()) {
                target.place.path.pop_back();
                report(target.place, Severity::Error, codes::badAddress,
                       said(action.is("Fork to")
                                ? QT_TRANSLATE_NOOP("Words", "%1 names nobody to ring: add an address such as #program or name")
                                : QT_TRANSLATE_NOOP("Words", "%1 names nobody to divert to: add an address such as #program or name"),
                            {target.what}));
            }
            for (const std::string &address : addresses) {
                target.text = address;
                m_targets.push_back(target);
            }
        }
    }
}

/// Days and times that no moment can match (server-interfaces 4.6).
void WorkspaceCheck::checkConditions(const accounts::Rule &rule, const Place &settings)
{
    const auto isTime = [](std::string_view text) {
        return text.find_first_not_of("0123456789: ") == std::string_view::npos && text.contains(':');
    };
    for (std::size_t i = 0; i < rule.conditions.size() && !rule.source.isNull(); ++i) {
        const accounts::Condition &condition = rule.conditions[i];
        const Place place{settings.file,
                          {"SignalRules", std::to_string(rule.index), "2", std::to_string(i), "2"}};
        for (const std::string_view part : accounts::splitCommas(condition.value)) {
            if (sameText(condition.code, "Current Day") && !part.contains('*') && accounts::readWeekday(part) < 0)
                report(place, Severity::Warning, codes::badCondition,
                       said(QT_TRANSLATE_NOOP("Words", "the rule \"%1\" asks for the day \"%2\", which never comes: write Sun, Mon, …"),
                            {rule.name, part}));
            const auto dash = part.find('-');
            if (!sameText(condition.code, "Time Of Day") || dash == std::string_view::npos)
                continue;
            for (const std::string_view time : {part.substr(0, dash), part.substr(dash + 1)}) {
                if (isTime(time) && accounts::readTimeOfDay(time) < 0)
                    report(place, Severity::Warning, codes::badCondition,
                           said(QT_TRANSLATE_NOOP("Words", "the rule \"%1\" asks for the time %2, which never comes: times go from 00:00 to 24:00"),
                                {rule.name, accounts::trimmed(time)}));
            }
        }
    }
}

// ---- do they exist

void WorkspaceCheck::checkTargets()
{
    for (const Target &target : m_targets) {
        if (!target.place.file.isEmpty())
            checkTarget(target);
    }
}

void WorkspaceCheck::checkTarget(const Target &target)
{
    accounts::Address address;
    if (!accounts::readAddress(target.text, address)) {
        report(target.place, Severity::Error, codes::badAddress,
               said(QT_TRANSLATE_NOOP("Words", "%1 goes on to \"%2\", which is no address: write name, name@domain, #program or "
                                               "program{parameter}#account"),
                    {target.what, target.text}));
        return;
    }
    const std::string domain = address.domain.empty() ? target.domain : address.domain;
    if (address.hasProgram)
        checkProgramTarget(target, address);
    if (!address.local.empty() && !domain.empty())
        checkName(target, address.local, domain);
}

void WorkspaceCheck::checkProgramTarget(const Target &target, const accounts::Address &address)
{
    const std::string domain = address.domain.empty() ? target.domain : address.domain;
    bool found = false;
    if (domain.empty()) {
        // A rule of the server, for calls to any domain.
        found = hasProgram(*m_workspace.environment({}), address.program)
            || std::ranges::any_of(m_workspace.domains(), [&](const files::DomainFolder &folder) {
                   return hasProgram(*m_workspace.environment(folder.name), address.program);
               });
    } else {
        found = !m_directory.domain(domain) || hasProgram(*m_workspace.environment(domain), address.program);
    }
    if (found)
        return;
    std::string consequence;
    if (target.owner) {
        if (const auto department = m_departments.find(target.owner->address()); department != m_departments.end())
            consequence = said(QT_TRANSLATE_NOOP("Words", "; %1 leads there and is answered with \"failure\""), {department->second});
    }
    const std::string program = files::foldName(address.program);
    report(target.place, Severity::Error, codes::missingProgram,
           said(QT_TRANSLATE_NOOP("Words", "%1 goes on to %2, but no layer of the environment has %3.sppr%4: add the program or change the address"),
                {target.what, target.text, program, consequence}),
           {Remedy::Kind::CreateProgram, domain, program});
}

void WorkspaceCheck::checkName(const Target &target, const std::string &name, const std::string &domainName)
{
    const accounts::Domain *domain = m_directory.domain(domainName);
    // A domain without accounts was not fetched from the server.
    if (!domain || domain->accounts.empty() || isForRouter(name) || sameText(name, "all"))
        return;
    if (m_directory.find(name, domain->name).kind != accounts::ObjectKind::None)
        return;
    const std::string similar = similarName(*domain, name);
    // A group may also hold mailing lists, which are no matter of calls.
    const bool member = target.place.path.size() > 2 && target.place.path[0] == "Groups";
    report(target.place, member ? Severity::Warning : Severity::Error, codes::missingAccount,
           said(similar.empty()
                    ? QT_TRANSLATE_NOOP("Words", "%1 goes on to %2, but %3 has no account, alias, group or forwarder %4")
                    : QT_TRANSLATE_NOOP("Words", "%1 goes on to %2, but %3 has no account, alias, group or forwarder %4: did you mean %5?"),
                {target.what, target.text, domain->name, name, similar}),
           isNumber(name) ? Remedy() : Remedy{Remedy::Kind::CreateAccount, domain->name, name});
}

std::string WorkspaceCheck::similarName(const accounts::Domain &domain, const std::string &name) const
{
    const std::string wanted = accounts::folded(name);
    if (isNumber(wanted))
        return {};
    std::string best;
    int limit = language::allowedDistance(wanted);
    const auto consider = [&](const std::string &other) {
        const int distance = language::editDistance(wanted, accounts::folded(other), limit);
        if (distance <= limit) {
            best = other;
            limit = distance - 1;
        }
    };
    for (const accounts::Account &account : domain.accounts) {
        consider(account.name);
        std::ranges::for_each(account.aliases, consider);
    }
    for (const accounts::Forwarder &forwarder : domain.forwarders)
        consider(forwarder.name);
    for (const accounts::Group &group : domain.groups)
        consider(group.name);
    return best;
}

// ---- which programs run for whom

void WorkspaceCheck::findRuns()
{
    for (const Target &target : m_targets) {
        accounts::Address address;
        if (!accounts::readAddress(target.text, address) || !address.hasProgram)
            continue;
        const std::string domainName = address.domain.empty() ? target.domain : address.domain;
        if (!address.local.empty()) {
            if (const auto *account = m_directory.find(address.local, domainName).account)
                addRun(address.program, *account);
        } else if (target.owner) {
            addRun(address.program, *target.owner);
        } else {
            // A rule of a domain or of the server: for each of its accounts.
            for (const accounts::Domain &domain : m_directory.domains()) {
                if (!domainName.empty() && !sameText(domain.name, domainName))
                    continue;
                for (const accounts::Account &account : domain.accounts)
                    addRun(address.program, account);
            }
        }
    }
}

void WorkspaceCheck::addRun(const std::string &program, const accounts::Account &account)
{
    m_started.insert(account.address());
    const auto environment = m_workspace.environment(account.domain);
    const std::string language = files::languageFolder(account.language());
    const auto *file = environment->findFile(program + ".sppr", language);
    if (!file)
        return;
    const Listener listener{account.address(), language, environment};
    const auto same = [&](const Listener &other) { return other.language == language && other.environment == environment; };
    if (std::ranges::any_of(m_runs[file->path], same))
        return;
    for (const QString &path : m_programCheck.closure(file->path, *environment, language))
        m_runs[path].insert(listener);
}

// ---- circles

/// Who sends calls on to whom by name, conditions left aside.
std::map<std::string, WorkspaceCheck::Steps> WorkspaceCheck::stepsByName() const
{
    std::map<std::string, Steps> steps;
    for (const Target &target : m_targets) {
        accounts::Address address;
        if (target.place.file.isEmpty() || !accounts::readAddress(target.text, address) || address.hasProgram
            || address.hasUriParameter("services=no"))
            continue;
        const std::string domain = address.domain.empty() ? target.domain : accounts::folded(address.domain);
        const auto to = m_directory.find(address.local, domain);
        std::string goal;
        if (to.account)
            goal = to.account->address();
        else if (to.forwarder)
            goal = accounts::folded(address.local) + '@' + domain;
        std::string from;
        if (target.owner)
            from = target.owner->address();
        else if (target.place.path.size() == 2 && target.place.path[0] == "Forwarders")
            from = accounts::folded(target.place.path[1]) + '@' + target.domain;
        if (goal.empty() || from.empty())
            continue;
        Steps &own = steps[from];
        own.goals.insert(goal);
        if (!own.first)
            own.first = &target;
    }
    return steps;
}

/// Whether calls really turn round at an address, the routing itself says, at every half hour of a week.
std::string WorkspaceCheck::circleFailure(const std::string &address, bool &always) const
{
    constexpr std::int64_t monday = 1'763'942'400; // 2025-11-24 00:00 GMT
    constexpr std::int64_t step = 1800;
    constexpr int steps = 7 * 24 * 2;
    accounts::RouteOptions options;
    options.explain = false;
    options.caller = "caller@example.net";
    std::string failure;
    always = true;
    for (int i = 0; i < steps; ++i) {
        options.time = monday + i * step;
        const auto result = accounts::route(m_directory, address, options);
        const auto *reject = result.as<accounts::RejectTarget>();
        if (reject && (reject->code == 482 || reject->code == 483))
            failure = reject->text;
        else
            always = false;
        if (!failure.empty() && !always)
            break;
    }
    return failure;
}

void WorkspaceCheck::checkCircles()
{
    const auto steps = stepsByName();
    std::set<std::string> told;
    for (const auto &[start, own] : steps) {
        // Everything that can be reached from here.
        std::set<std::string> reached;
        std::vector<std::string> queue{start};
        while (!queue.empty()) {
            const auto known = steps.find(queue.back());
            queue.pop_back();
            if (known == steps.end())
                continue;
            for (const std::string &goal : known->second.goals) {
                if (reached.insert(goal).second)
                    queue.push_back(goal);
            }
        }
        bool always = false;
        if (!reached.contains(start) || told.contains(start))
            continue;
        const std::string failure = circleFailure(start, always);
        if (failure.empty())
            continue;
        std::string others;
        for (const std::string &name : reached) {
            if (name != start && steps.contains(name))
                others += (others.empty() ? "" : ", ") + name;
        }
        report(own.first->place, Severity::Error, codes::divertCircle,
               said(QT_TRANSLATE_NOOP("Words", "calls to %1 go round in a circle%2%3 and end with %4: let one of them lead elsewhere"),
                    {start,
                     others.empty() ? said(QT_TRANSLATE_NOOP("Words", " to itself")) : said(QT_TRANSLATE_NOOP("Words", " with %1"), {others}),
                     always ? std::string() : said(QT_TRANSLATE_NOOP("Words", " at some hours of the week")), failure}));
        // The others of the circle are the same finding.
        told.insert(reached.begin(), reached.end());
    }
}

} // namespace pbx::check
