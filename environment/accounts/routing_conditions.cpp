// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/routing_conditions.h"

#include "environment/accounts/hours.h"
#include "environment/accounts/texts.h"

#include <array>

namespace pbx::accounts {

namespace {

enum class Test { Is, IsNot, In, NotIn, Greater, Less, Unknown };

Test readTest(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, Test>, 6> names{{{"is", Test::Is},
                                                                             {"is not", Test::IsNot},
                                                                             {"in", Test::In},
                                                                             {"not in", Test::NotIn},
                                                                             {"greater than", Test::Greater},
                                                                             {"less than", Test::Less}}};
    for (const auto &[name, test] : names) {
        if (sameText(name, text))
            return test;
    }
    return Test::Unknown;
}

bool isNegative(Test test) noexcept
{
    return test == Test::IsNot || test == Test::NotIn;
}

enum class Verdict { Yes, No, CannotTell };

Verdict verdict(bool yes)
{
    return yes ? Verdict::Yes : Verdict::No;
}
Verdict opposite(Verdict v)
{
    return v == Verdict::CannotTell ? v : verdict(v == Verdict::No);
}

/// A list may name a data set of the account by '#'; those are not part of a workspace.
Verdict inList(std::string_view list, std::string_view actual)
{
    bool unknown = false;
    for (const auto item : splitCommas(list)) {
        if (item.starts_with('#'))
            unknown = true;
        else if (matchesPattern(item, actual))
            return Verdict::Yes;
    }
    return unknown ? Verdict::CannotTell : Verdict::No;
}

Verdict testText(Test test, std::string_view wanted, std::string_view actual)
{
    switch (test) {
    case Test::Is:
        return verdict(matchesPattern(wanted, actual));
    case Test::IsNot:
        return verdict(!matchesPattern(wanted, actual));
    case Test::In:
        return inList(wanted, actual);
    case Test::NotIn:
        return opposite(inList(wanted, actual));
    case Test::Greater:
    case Test::Less: {
        const auto a = readInteger(actual);
        const auto b = readInteger(wanted);
        if (!a || !b)
            return Verdict::CannotTell;
        return verdict(test == Test::Greater ? *a > *b : *a < *b);
    }
    case Test::Unknown:
        break;
    }
    return Verdict::CannotTell;
}

/// "09:00-18:00,19:00-20:00"; the end does not belong to it, "22:00-06:00" goes over midnight.
Verdict inIntervals(std::string_view list, int now)
{
    bool any = false;
    bool hit = false;
    for (const auto item : splitCommas(list)) {
        const auto dash = item.find('-');
        const int from = readTimeOfDay(item.substr(0, dash));
        const int to = dash == std::string_view::npos ? from + 60 : readTimeOfDay(item.substr(dash + 1));
        if (from < 0 || to < 0)
            return Verdict::CannotTell;
        any = true;
        hit |= from <= to ? now >= from && now < to : now >= from || now < to;
    }
    return any ? verdict(hit) : Verdict::CannotTell;
}

Verdict testTimeOfDay(Test test, std::string_view wanted, int now)
{
    switch (test) {
    case Test::Is:
    case Test::In:
        return inIntervals(wanted, now);
    case Test::IsNot:
    case Test::NotIn:
        return opposite(inIntervals(wanted, now));
    case Test::Greater:
    case Test::Less: {
        const int moment = readTimeOfDay(wanted);
        if (moment < 0)
            return Verdict::CannotTell;
        return verdict(test == Test::Greater ? now > moment : now < moment);
    }
    case Test::Unknown:
        break;
    }
    return Verdict::CannotTell;
}

Verdict testDay(Test test, std::string_view wanted, int today)
{
    if (test != Test::Is && test != Test::In && !isNegative(test))
        return Verdict::CannotTell;
    bool hit = false;
    bool any = false;
    for (const auto item : splitCommas(wanted)) {
        const int day = readWeekday(item);
        if (day < 0)
            return Verdict::CannotTell;
        any = true;
        hit |= day == today;
    }
    if (!any)
        return Verdict::CannotTell;
    return verdict(hit != isNegative(test));
}

std::string clockText(int seconds)
{
    const int parts[2] = {seconds / 3600, seconds / 60 % 60};
    std::string text;
    for (const int part : parts)
        text += (text.empty() ? "" : ":") + std::string(part < 10 ? "0" : "") + std::to_string(part);
    return text;
}

struct Judged {
    Verdict verdict = Verdict::CannotTell;
    std::string actual; ///< only when asked for
};

Judged judgeText(Test test, const Condition &condition, std::string_view actual, bool explain)
{
    return {testText(test, condition.value, actual), explain ? '"' + std::string(actual) + '"' : std::string()};
}

/// CannotTell with an empty `actual` for conditions a desk knows nothing of.
Judged judgeKnown(Test test, const Condition &condition, const RequestFacts &facts, bool explain)
{
    const auto is = [&condition](std::string_view name) { return sameText(condition.code, name); };
    if (is("Method") || is("Operation"))
        return judgeText(test, condition, facts.method, explain);
    if (is("RequestURI"))
        return judgeText(test, condition, facts.requestUri, explain);
    if (is("From"))
        return judgeText(test, condition, facts.from, explain);
    if (is("To"))
        return judgeText(test, condition, facts.to, explain);
    if (is("'From' Name"))
        return judgeText(test, condition, facts.fromName, explain);
    if (is("Authenticated"))
        return judgeText(test, condition, facts.authenticated, explain);
    if (is("CallType"))
        return judgeText(test, condition, sameText(facts.method, "INVITE") ? "AV" : "IM", explain);
    if (is("Presence"))
        return judgeText(test, condition, facts.presence, explain);
    if (is("RegClients"))
        return judgeText(test, condition, std::to_string(facts.registeredClients), explain);
    if (is("FreeBusy") && facts.account) {
        const bool working = inWorkingHours(*facts.account, facts.time);
        auto judged = judgeText(test, condition, working ? "Free" : "Unavailable", explain);
        if (explain)
            judged.actual += " (" + explainWorkingHours(*facts.account, facts.time).reason + ')';
        return judged;
    }
    if (is("Time Of Day")) {
        const int now = localTime(facts.zone, facts.time).secondOfDay;
        return {testTimeOfDay(test, condition.value, now), explain ? clockText(now) : std::string()};
    }
    if (is("Current Day")) {
        const int today = localTime(facts.zone, facts.time).weekday;
        return {testDay(test, condition.value, today), explain ? std::string(weekdayName(today)) : std::string()};
    }
    return {};
}

/// "it is Wed 20:15 …, outside 09:00-18:00"; empty for what goes without saying.
std::string explained(const Condition &condition, Test test, const RequestFacts &facts, const std::string &actual, bool holds)
{
    const bool hit = holds != isNegative(test); // the value itself is met
    const bool compares = test == Test::Greater || test == Test::Less;
    if (sameText(condition.code, "Method") && holds)
        return {};
    if (!compares && (sameText(condition.code, "Time Of Day") || sameText(condition.code, "Current Day"))) {
        const bool day = sameText(condition.code, "Current Day");
        const std::string where = facts.zone.empty() || sameText(facts.zone, "HostOS") ? std::string() : " in " + std::string(facts.zone);
        return "it is " + actual + where + (day ? hit ? ", one of " : ", none of " : hit ? ", within " : ", outside ") + condition.value;
    }
    const std::string is = condition.code + " is " + actual;
    if (compares)
        return is + (holds ? ", " : ", not ") + (test == Test::Greater ? "more than " : "less than ") + condition.value;
    if (actual == '"' + condition.value + '"')
        return is;
    return is + (hit ? ", which fits \"" : ", which does not fit \"") + condition.value + '"';
}

} // namespace

ConditionAnswer judge(const Condition &condition, const RequestFacts &facts, bool explain)
{
    ConditionAnswer answer;
    const Test test = readTest(condition.test);
    const auto text = [&condition] { return condition.code + ' ' + condition.test + " \"" + condition.value + '"'; };
    if (sameText(condition.code, "Preference")) {
        answer.reason = "Preference never holds here";
        answer.warning = "The condition Preference can't be judged here; it is taken as not holding.";
        return answer;
    }
    const Judged judged = judgeKnown(test, condition, facts, explain);
    if (judged.verdict == Verdict::CannotTell) {
        answer.holds = isNegative(test);
        answer.reason = text() + " can't be judged here";
        answer.warning = "The condition " + text() + " can't be judged here; it is taken as " +
                         (answer.holds ? "holding." : "not holding.");
        return answer;
    }
    answer.holds = judged.verdict == Verdict::Yes;
    if (explain)
        answer.reason = explained(condition, test, facts, judged.actual, answer.holds);
    return answer;
}

} // namespace pbx::accounts
