// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/account.h"

#include "environment/accounts/hours.h"
#include "environment/accounts/texts.h"
#include "environment/accounts/time_zones.h"
#include "environment/accounts/words.h"
#include "environment/data/objects.h"

#include <algorithm>

namespace pbx::accounts {

namespace {

data::Value dictionaryMember(const data::Value &dictionary, std::string_view key, Account &account)
{
    auto value = memberOf(dictionary, key);
    if (value.isNull() || value.isDictionary())
        return value;
    account.problems.push_back(
        {"settings",
         {std::string(key)},
         said(QT_TRANSLATE_NOOP("Words", "%1 of %2 is not a dictionary; it is not used."), {key, account.address()})});
    return {};
}

void readList(const data::Value &dictionary, std::string_view key, Account &account, std::vector<std::string> &list)
{
    if (!listOf(memberOf(dictionary, key), list))
        account.problems.push_back({"settings",
                                    {std::string(key)},
                                    said(QT_TRANSLATE_NOOP("Words", "%1 of %2 holds something that is no name; it is left out."),
                                         {key, account.address()})});
    std::erase_if(list, [](const std::string &name) { return name.empty(); });
}

constexpr std::int64_t longestExtension = 32;

bool isUnset(const data::Value &value)
{
    return value.isNull() || (value.isString() && sameText(value.bytes(), "default"));
}

std::optional<std::int64_t> numberOf(const data::Value &value)
{
    if (value.isNumber())
        return value.toNumber();
    return value.isString() ? readInteger(value.bytes()) : std::nullopt;
}

/// The page separates entries by commas or lines (server-interfaces, 4.4); one text may still hold them so.
std::vector<std::string> menuOf(const data::Value &value)
{
    std::vector<std::string> list;
    const auto text = value.isString() ? value.toStdString() : std::string();
    if (text.find_first_of(",\r\n") == std::string::npos) {
        listOf(value, list);
        return list;
    }
    std::string commas = text;
    std::ranges::replace_if(commas, [](char c) { return c == '\r' || c == '\n'; }, ',');
    for (const auto entry : splitCommas(commas))
        list.emplace_back(entry);
    return list;
}

std::int64_t secondsOfDay(const Account &account, std::string_view key, std::int64_t fallback)
{
    const auto seconds = account.effectiveNumber(key);
    return seconds && *seconds >= 0 && *seconds <= 86400 ? *seconds : fallback;
}

} // namespace

data::Value builtInPreference(std::string_view key)
{
    struct Entry {
        std::string_view key;
        std::string_view text;
    };
    static constexpr Entry texts[] = {
        {"Language", ""},          {"TimeZone", "HostOS"},   {"WeekStart", "Mon"},     {"WorkDayStart", "28800"},
        {"WorkDayEnd", "61200"},   {"ReceptDirPrefix", "2"}, {"ReceptDirDigits", "3"}, {"CalendarBox", "Calendar"},
        {"PublishFreeBusy", "60"}, {"HoldMusic", "YES"},     {"DTMFLength", "50"},     {"DTMFSendMode", "media"},
        {"CallOutPrivacy", "NO"},
    };
    for (const auto &entry : texts) {
        if (sameText(entry.key, key))
            return data::Value::string(entry.text);
    }
    if (sameText(key, "LanguageMenu") || sameText(key, "ReceptMenu"))
        return data::Value::newArray();
    if (sameText(key, "WorkDays")) {
        auto days = data::Value::newArray();
        for (const auto *day : {"Mon", "Tue", "Wed", "Thu", "Fri"})
            days.array().append(data::Value::string(day));
        return days;
    }
    return {};
}

data::Value Account::effectivePreference(std::string_view key) const
{
    for (const auto *dictionary : {&preferences, &defaults.domainPreferences, &defaults.serverPreferences}) {
        auto value = memberOf(*dictionary, key);
        if (!isUnset(value))
            return value;
    }
    return builtInPreference(key);
}

std::string Account::effectiveText(std::string_view key) const
{
    return textOf(effectivePreference(key)).value_or(std::string());
}

std::optional<std::int64_t> Account::effectiveNumber(std::string_view key) const
{
    return numberOf(effectivePreference(key));
}

std::vector<std::string> Account::effectiveList(std::string_view key) const
{
    std::vector<std::string> list;
    listOf(effectivePreference(key), list);
    return list;
}

std::string Account::realName() const
{
    auto real = textOf(memberOf(settings, "RealName")).value_or(std::string());
    return real.empty() ? name : real;
}

std::string Account::language() const
{
    auto language = effectiveText("Language");
    // A vendor panel keeps the prompts' language apart; it counts where Language says nothing.
    return trimmed(language).empty() ? effectiveText("IVRLanguage") : language;
}

std::string Account::timeZone() const
{
    auto zone = effectiveText("TimeZone");
    return zone.empty() || sameText(zone, "HostOS") ? defaults.workspaceZone : zone;
}

std::vector<std::string> Account::workDays() const
{
    std::vector<std::string> days;
    for (const auto &text : effectiveList("WorkDays")) {
        if (const int day = readWeekday(text); day >= 0)
            days.emplace_back(weekdayName(day));
    }
    return days;
}

std::int64_t Account::workDayStart() const
{
    return secondsOfDay(*this, "WorkDayStart", 28800);
}
std::int64_t Account::workDayEnd() const
{
    return secondsOfDay(*this, "WorkDayEnd", 61200);
}
std::vector<std::string> Account::receptMenu() const
{
    return menuOf(effectivePreference("ReceptMenu"));
}
std::vector<std::string> Account::languageMenu() const
{
    return menuOf(effectivePreference("LanguageMenu"));
}
std::string Account::receptDirPrefix() const
{
    return std::string(trimmed(effectiveText("ReceptDirPrefix")));
}

std::int64_t Account::receptDirDigits() const
{
    const auto digits = effectiveNumber("ReceptDirDigits");
    return digits && *digits > 0 ? *digits : 3;
}

namespace {

/// The kinds of values alone; whom the departments call is looked at by departmentMenu().
void checkMenus(const data::Value &preferences, std::vector<SettingsProblem> &problems)
{
    const auto report = [&](const char *key, std::string text) {
        problems.push_back({"settings", {"Preferences", key}, std::move(text)});
    };
    for (const auto *key : {"ReceptMenu", "LanguageMenu"}) {
        std::vector<std::string> entries;
        if (const auto menu = memberOf(preferences, key); menu.isDictionary())
            report(key, said(QT_TRANSLATE_NOOP("Words",
                                               "%1 is a dictionary; write a list, as in (first,second). It is taken as empty."),
                             {key}));
        else if (!listOf(menu, entries))
            report(key, said(QT_TRANSLATE_NOOP("Words", "%1 holds something that is no name; it is left out."), {key}));
    }
    const auto digits = memberOf(preferences, "ReceptDirDigits");
    const auto number = numberOf(digits);
    if (!isUnset(digits) && (!number || *number <= 0))
        report("ReceptDirDigits",
               said(QT_TRANSLATE_NOOP("Words", "ReceptDirDigits is not a number of digits from 1 up; 3 is used.")));
    else if (number && *number > longestExtension)
        report("ReceptDirDigits",
               said(QT_TRANSLATE_NOOP("Words", "ReceptDirDigits is %1: nobody has or dials so long an extension."),
                    {std::to_string(*number)}));
    const auto prefix = memberOf(preferences, "ReceptDirPrefix");
    if (!prefix.isNull() && !textOf(prefix))
        report("ReceptDirPrefix",
               said(QT_TRANSLATE_NOOP("Words", "ReceptDirPrefix is not a text of digits; it is taken as empty.")));
    if (const auto language = memberOf(preferences, "Language"); !language.isNull() && !textOf(language))
        report("Language", said(QT_TRANSLATE_NOOP("Words", "Language is not the name of a language; the default one is used.")));
}

void checkHours(const data::Value &preferences, const Account &account, std::vector<SettingsProblem> &problems)
{
    const auto report = [&](const char *key, std::string text) {
        problems.push_back({"working-hours", {"Preferences", key}, std::move(text)});
    };
    bool sound = true; // only values that can be read are compared
    auto days = memberOf(preferences, "WorkDays");
    if (isUnset(days))
        days = {};
    std::vector<std::string> names;
    if (!listOf(days, names)) {
        sound = false;
        report("WorkDays",
               said(QT_TRANSLATE_NOOP(
                   "Words", "WorkDays is not a list of days, as in (Mon,Tue,Wed); what is no text in it is left out.")));
    }
    std::erase_if(names, [](const std::string &day) { return day.empty(); });
    for (const auto &day : names) {
        if (readWeekday(day) >= 0)
            continue;
        sound = false;
        report("WorkDays",
               said(QT_TRANSLATE_NOOP("Words", "WorkDays names \"%1\", which is no day of the week: write Mon, Tue, …"),
                    {shown(day)}));
    }
    if (!days.isNull() && names.empty())
        report("WorkDays", said(QT_TRANSLATE_NOOP("Words", "No working day is set: it is always after hours.")));
    const char *own = nullptr;
    for (const auto *key : {"WorkDayStart", "WorkDayEnd"}) {
        const auto value = memberOf(preferences, key);
        if (isUnset(value))
            continue;
        own = key;
        const auto seconds = numberOf(value);
        if (seconds && *seconds >= 0 && *seconds <= 86400)
            continue;
        sound = false;
        report(key,
               said(QT_TRANSLATE_NOOP("Words", "%1 is not a number of seconds from 0 to 86400; the server's default is used."),
                    {key}));
    }
    const auto start = account.workDayStart();
    const auto end = account.workDayEnd();
    if (own && sound && end == start)
        report(own, said(QT_TRANSLATE_NOOP("Words", "The working day ends when it starts (%1): it is always after hours."),
                         {clockText(start)}));
    else if (own && sound && end < start)
        report(own, said(QT_TRANSLATE_NOOP("Words",
                                           "The working day ends before it starts (%1–%2): it is taken as a span over midnight."),
                         {clockText(start), clockText(end)}));
}

} // namespace

std::vector<SettingsProblem> preferenceProblems(const data::Value &preferences, const Account &account)
{
    std::vector<SettingsProblem> problems;
    const auto report = [&](const char *code, const char *key, std::string text) {
        problems.push_back({code, {"Preferences", key}, std::move(text)});
    };
    const auto zone = memberOf(preferences, "TimeZone");
    const auto zoneName = textOf(zone);
    if (!zone.isNull() && !zoneName)
        report("unknown-time-zone", "TimeZone",
               said(QT_TRANSLATE_NOOP("Words", "TimeZone is not the name of a zone; the zone of the workspace is used.")));
    else if (zoneName && !zoneName->empty() && !isUnset(zone)) {
        if (auto problem = zoneProblem(*zoneName); !problem.empty())
            report("unknown-time-zone", "TimeZone", std::move(problem));
    }
    checkMenus(preferences, problems);
    checkHours(preferences, account, problems);
    return problems;
}

Account readAccount(std::string_view name, std::string_view domain, const data::Value &dictionary,
                    const Defaults &defaults)
{
    Account account;
    account.name = name;
    account.domain = domain;
    account.defaults = defaults;
    account.source = dictionary;
    if (!dictionary.isNull() && !dictionary.isDictionary())
        account.problems.push_back(
            {"settings",
             {},
             said(QT_TRANSLATE_NOOP("Words", "The settings of %1 are not a dictionary; none of them is used."),
                  {account.address()})});
    readList(dictionary, "Aliases", account, account.aliases);
    readList(dictionary, "TelNums", account, account.telephoneNumbers);
    account.settings = dictionaryMember(dictionary, "Settings", account);
    account.preferences = dictionaryMember(dictionary, "Preferences", account);
    account.signalRules = memberOf(dictionary, "SignalRules");

    std::vector<RuleProblem> problems;
    account.rules = readRules(account.signalRules, &problems);
    for (const auto &problem : problems)
        account.problems.push_back({"bad-rule",
                                    {"SignalRules", std::to_string(problem.index)},
                                    account.address() + ": " + problem.message});
    if (account.signalRules.isNull() && sameText(name, "pbx"))
        account.rules.push_back(preinstalledRule());
    for (auto &problem : preferenceProblems(account.preferences, account)) {
        problem.message.insert(0, account.address() + ": ");
        account.problems.push_back(std::move(problem));
    }
    return account;
}

} // namespace pbx::accounts
