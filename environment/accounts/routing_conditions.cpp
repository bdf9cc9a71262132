// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/routing_conditions.h"

#include "environment/accounts/hours.h"
#include "environment/accounts/texts.h"
#include "environment/accounts/words.h"
#include "environment/accounts/time_zones.h"

#include <algorithm>
#include <array>
#include <chrono>

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

/// "2026-12-31", "31-12-2026" (also as the notation has it, #T31-12-2026), "31.12.2026", "31 Dec 2026", "Thu, 31 Dec
/// 2026": days since 1970; the sources leave the form open. Nullopt: none of these, or no such day.
std::optional<int> readDate(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with("#T"))
        text.remove_prefix(2);
    std::array<std::string_view, 3> parts;
    std::size_t count = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("-. ,"), text.size());
        const auto part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty() || (count == 0 && readWeekday(part) >= 0))
            continue;
        if (count == parts.size())
            return std::nullopt;
        parts[count++] = part;
    }
    if (count < parts.size())
        return std::nullopt;
    if (parts[0].size() == 4)
        std::swap(parts[0], parts[2]);
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto named = std::ranges::find_if(months, [&](std::string_view name) { return sameText(name, parts[1]); });
    const auto day = readInteger(parts[0]);
    const auto month = named != months.end() ? std::optional<std::int64_t>(named - months.begin() + 1) : readInteger(parts[1]);
    const auto year = readInteger(parts[2]);
    if (!day || !month || !year || *day < 1 || *day > 31 || *month < 1 || *month > 12 || *year < 1970 || *year > 9999)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(int(*year)), std::chrono::month(unsigned(*month)),
                                           std::chrono::day(unsigned(*day))};
    return date.ok() ? std::optional(int(std::chrono::sys_days(date).time_since_epoch().count())) : std::nullopt;
}

Verdict testDate(Test test, std::string_view wanted, std::int64_t today)
{
    if (test == Test::Greater || test == Test::Less) {
        const auto day = readDate(wanted);
        if (!day)
            return Verdict::CannotTell;
        return verdict(test == Test::Greater ? today > *day : today < *day);
    }
    if (test == Test::Unknown)
        return Verdict::CannotTell;
    // "Thu, 31 Dec 2026" has a comma of its own.
    std::vector<std::string_view> items = splitCommas(wanted);
    std::erase_if(items, [](std::string_view item) { return readWeekday(item) >= 0; });
    bool hit = false;
    for (const auto item : items) {
        const auto day = readDate(item);
        if (!day)
            return Verdict::CannotTell;
        hit |= *day == today;
    }
    return items.empty() ? Verdict::CannotTell : verdict(hit != isNegative(test));
}

std::int64_t localDay(const LocalTime &local)
{
    return (local.seconds - local.secondOfDay) / 86400;
}

bool isClock(const Condition &condition)
{
    return sameText(condition.code, "Time Of Day") || sameText(condition.code, "Current Day") ||
           sameText(condition.code, "Current Date");
}

struct Judged {
    Verdict verdict = Verdict::CannotTell;
    std::string actual; ///< only when asked for
};

Judged judgeText(Test test, const Condition &condition, std::string_view actual, bool explain)
{
    return {testText(test, condition.value, actual), explain ? '"' + shown(actual) + '"' : std::string()};
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
        Judged judged{testText(test, condition.value, working ? "Free" : "Unavailable"), {}};
        if (explain)
            judged.actual = working ? "Free" : "Unavailable";
        return judged;
    }
    if (is("Time Of Day")) {
        const int now = localTime(facts.zone, facts.time).secondOfDay;
        return {testTimeOfDay(test, condition.value, now), explain ? clockText(now / 60 * 60) : std::string()};
    }
    if (is("Current Date")) {
        const auto today = localTime(facts.zone, facts.time);
        return {testDate(test, condition.value, localDay(today)),
                explain ? momentText(today.seconds).substr(0, 10) : std::string()};
    }
    if (is("Current Day")) {
        const int today = localTime(facts.zone, facts.time).weekday;
        return {testDay(test, condition.value, today), explain ? std::string(weekdayName(today)) : std::string()};
    }
    return {};
}

/// What a clock shows, %1, beside what the condition wants, %2.
const char *clockRelation(bool timeOfDay, Test test, bool hit, bool holds)
{
    if (test == Test::Greater)
        return holds ? QT_TRANSLATE_NOOP("Words", "it is %1, later than %2") : QT_TRANSLATE_NOOP("Words", "it is %1, not later than %2");
    if (test == Test::Less)
        return holds ? QT_TRANSLATE_NOOP("Words", "it is %1, earlier than %2") : QT_TRANSLATE_NOOP("Words", "it is %1, not earlier than %2");
    if (timeOfDay)
        return hit ? QT_TRANSLATE_NOOP("Words", "it is %1, within %2") : QT_TRANSLATE_NOOP("Words", "it is %1, outside %2");
    return hit ? QT_TRANSLATE_NOOP("Words", "it is %1, one of %2") : QT_TRANSLATE_NOOP("Words", "it is %1, none of %2");
}

/// The condition %1 finds %2 beside what it wants, %3.
const char *textRelation(Test test, bool hit, bool holds)
{
    if (test == Test::Greater)
        return holds ? QT_TRANSLATE_NOOP("Words", "%1 is %2, more than %3") : QT_TRANSLATE_NOOP("Words", "%1 is %2, not more than %3");
    if (test == Test::Less)
        return holds ? QT_TRANSLATE_NOOP("Words", "%1 is %2, less than %3") : QT_TRANSLATE_NOOP("Words", "%1 is %2, not less than %3");
    return hit ? QT_TRANSLATE_NOOP("Words", "%1 is %2, which fits \"%3\"") : QT_TRANSLATE_NOOP("Words", "%1 is %2, which does not fit \"%3\"");
}

/// "it is 20:15 in Europe/Moscow, outside 09:00-18:00"; empty for what goes without saying.
std::string explained(const Condition &condition, Test test, const RequestFacts &facts, const std::string &actual, bool holds)
{
    const bool hit = holds != isNegative(test); // the value itself is met
    const bool compares = test == Test::Greater || test == Test::Less;
    if (sameText(condition.code, "Method") && holds)
        return {};
    const std::string wanted = shown(condition.value);
    if (isClock(condition)) {
        const bool bare = facts.zone.empty() || sameText(facts.zone, "HostOS");
        const std::string moment = bare ? actual : said(QT_TRANSLATE_NOOP("Words", "%1 in %2"), {actual, shown(facts.zone)});
        return said(clockRelation(sameText(condition.code, "Time Of Day"), test, hit, holds), {moment, wanted});
    }
    if (sameText(condition.code, "FreeBusy")) {
        // The hours decided, so they are told: "FreeBusy is Unavailable, as Mon 20:15 in … is outside 09:00–18:00 Mon–Fri".
        const std::string hours = explainWorkingHours(*facts.account, facts.time).reason;
        return hit ? said(QT_TRANSLATE_NOOP("Words", "FreeBusy is %1, as %2"), {actual, hours})
                   : said(QT_TRANSLATE_NOOP("Words", "FreeBusy is %1, not %2, as %3"), {actual, wanted, hours});
    }
    const std::string code = shown(condition.code);
    if (!compares && actual == '"' + condition.value + '"')
        return said(QT_TRANSLATE_NOOP("Words", "%1 is %2"), {code, actual});
    return said(textRelation(test, hit, holds), {code, actual, wanted});
}

} // namespace

ConditionAnswer judge(const Condition &condition, const RequestFacts &facts, bool explain)
{
    ConditionAnswer answer;
    const Test test = readTest(condition.test);
    const auto text = [&condition] {
        if (condition.test.empty())
            return said(QT_TRANSLATE_NOOP("Words", "\"%1\" without an operator"), {shown(condition.code)});
        if (condition.test == "---")
            return shown(condition.code);
        if (condition.value.empty())
            return said(QT_TRANSLATE_NOOP("Words", "\"%1\" without a value"), {shown(condition.code)});
        return shown(condition.code) + ' ' + shown(condition.test) + " \"" + shown(condition.value) + '"';
    };
    if (sameText(condition.code, "Preference")) {
        answer.reason = said(QT_TRANSLATE_NOOP("Words", "conditions on preferences never hold here"));
        answer.warning =
            said(QT_TRANSLATE_NOOP("Words", "The condition Preference can't be judged here; it is taken as not holding."));
        return answer;
    }
    const Judged judged = judgeKnown(test, condition, facts, explain);
    if (judged.verdict == Verdict::CannotTell) {
        answer.holds = isNegative(test);
        answer.reason = said(QT_TRANSLATE_NOOP("Words", "%1 can't be judged here"), {text()});
        answer.warning =
            said(answer.holds ? QT_TRANSLATE_NOOP("Words", "The condition %1 can't be judged here; it is taken as holding.")
                              : QT_TRANSLATE_NOOP("Words", "The condition %1 can't be judged here; it is taken as not holding."),
                 {text()});
        return answer;
    }
    answer.holds = judged.verdict == Verdict::Yes;
    const bool timed = isClock(condition) || sameText(condition.code, "FreeBusy");
    if (timed && !isKnownZone(facts.zone))
        answer.warning = said(QT_TRANSLATE_NOOP("Words", "The hours are judged in GMT: %1"), {zoneProblem(facts.zone)});
    if (explain)
        answer.reason = explained(condition, test, facts, judged.actual, answer.holds);
    return answer;
}

} // namespace pbx::accounts
