// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/diverts.h"

#include "environment/accounts/texts.h"
#include "environment/data/objects.h"

#include <algorithm>

namespace pbx::accounts {

namespace {

constexpr int divertLevel = 6; // above the default of users' rules, below the highest (server-interfaces 4.7)

bool isOurs(const Rule &rule)
{
    return sameText(std::string_view(rule.name).substr(0, 10), "pbx divert");
}

Rule divertRule(DivertWhen when, std::string_view target, std::string_view part = {})
{
    Rule rule;
    rule.name = "pbx divert " + std::string(divertName(when));
    if (!part.empty())
        rule.name += ' ' + std::string(part);
    if (when == DivertWhen::Busy)
        rule.stage.kind = StageKind::Busy;
    else if (when == DivertWhen::NoAnswer)
        rule.stage.kind = StageKind::NoAnswer;
    else if (when == DivertWhen::Error)
        rule.stage.kind = StageKind::Error;
    rule.level = divertLevel;
    rule.active = true;
    rule.priority = printPriority(rule.stage, rule.level);
    rule.conditions = {{"Method", "is", "INVITE"}};
    rule.actions = {{"Redirect to", std::string(target)}};
    if (when == DivertWhen::Always || when == DivertWhen::AfterHours)
        rule.actions.push_back({"Stop Processing", {}});
    return rule;
}

/// Working hours as rules: one for the other days, one for the other times of the day.
std::vector<Rule> afterHoursRules(const Account &account, std::string_view target)
{
    constexpr std::string_view week[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    std::string days;
    std::size_t count = 0;
    for (const std::string_view day : week) {
        if (!std::ranges::any_of(account.workDays(), [&](const std::string &own) { return sameText(own, day); }))
            continue;
        days += (days.empty() ? "" : ",") + std::string(day);
        ++count;
    }
    const std::int64_t start = account.workDayStart();
    const std::int64_t end = account.workDayEnd();
    std::vector<Rule> rules;
    if (count == 0 || start == end) { // never working
        rules.push_back(divertRule(DivertWhen::AfterHours, target, "days"));
        rules.back().conditions.push_back({"Current Day", "in", "Sun,Mon,Tue,Wed,Thu,Fri,Sat"});
        return rules;
    }
    if (count < std::size(week)) {
        rules.push_back(divertRule(DivertWhen::AfterHours, target, "days"));
        rules.back().conditions.push_back({"Current Day", "not in", days});
    }
    if (start > 0 || end < 86400) {
        rules.push_back(divertRule(DivertWhen::AfterHours, target, "times"));
        rules.back().conditions.push_back({"Time Of Day", "not in", clockText(start) + '-' + clockText(end)});
    }
    return rules;
}

} // namespace

std::vector<Divert> readDiverts(const Account &account)
{
    std::vector<Divert> diverts;
    for (const Rule &rule : account.rules) {
        if (!rule.active || rule.divert == DivertWhen::None
            || std::ranges::find(diverts, rule.divert, &Divert::when) != diverts.end())
            continue;
        diverts.push_back({rule.divert, rule.divertTarget, isOurs(rule)});
    }
    return diverts;
}

data::Value withDivert(const Account &account, DivertWhen when, std::string_view target)
{
    std::vector<Rule> fresh;
    if (!target.empty() && when == DivertWhen::AfterHours)
        fresh = afterHoursRules(account, target);
    else if (!target.empty())
        fresh = {divertRule(when, target)};

    data::Value rules = data::Value::newArray();
    const auto putFresh = [&] {
        for (const Rule &rule : std::exchange(fresh, {}))
            rules.array().append(makeRule(rule));
    };
    const std::size_t stored = account.signalRules.isArray() ? account.signalRules.array().size() : 0;
    for (std::size_t i = 0; i < stored; ++i) {
        const auto known = std::ranges::find(account.rules, i, &Rule::index);
        const bool same = known != account.rules.end() && known->divert == when;
        if (same && isOurs(*known)) {
            putFresh(); // in the place of the old
        } else if (same && known->active) {
            Rule off = *known;
            off.level = 0;
            off.active = false;
            off.priority = printPriority(off.stage, 0);
            rules.array().append(makeRule(off));
        } else {
            rules.array().append(account.signalRules.array().items[i]);
        }
    }
    putFresh();
    return rules;
}

data::Value withCurrentHours(const Account &account)
{
    for (const Divert &divert : readDiverts(account)) {
        if (divert.when == DivertWhen::AfterHours && divert.ours)
            return withDivert(account, DivertWhen::AfterHours, divert.target);
    }
    return {};
}

} // namespace pbx::accounts
