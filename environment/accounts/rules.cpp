// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/rules.h"

#include "environment/accounts/texts.h"
#include "environment/accounts/words.h"
#include "environment/data/objects.h"

namespace pbx::accounts {

namespace {

constexpr int immediatePart = 1000;
constexpr int noAnswerPart = 5;
constexpr int busyPart = 3;
constexpr int errorPart = 1;
constexpr int highestLevel = 10;

bool isTimeCondition(const Condition &condition)
{
    for (const auto *code : {"FreeBusy", "Preference", "Time Of Day", "Current Day", "Current Date"}) {
        if (sameText(condition.code, code))
            return true;
    }
    return false;
}

/// server-interfaces 4.7, point 1; the project's own divert rules are named "pbx divert…".
void recogniseDivert(Rule &rule)
{
    const bool reserved = rule.name.starts_with('#');
    const bool own = sameText(std::string_view(rule.name).substr(0, 10), "pbx divert");
    if (!reserved && !own)
        return;
    const Action *redirect = nullptr;
    for (const auto &action : rule.actions) {
        if (!action.is("Redirect to"))
            continue;
        if (redirect)
            return;
        redirect = &action;
    }
    if (!redirect)
        return;
    rule.divertTarget = redirect->value;
    switch (rule.stage.kind) {
    case StageKind::Busy:
        rule.divert = DivertWhen::Busy;
        return;
    case StageKind::Error:
        rule.divert = DivertWhen::Error;
        return;
    case StageKind::NoAnswer:
    case StageKind::Seconds:
        rule.divert = DivertWhen::NoAnswer;
        return;
    case StageKind::Immediate:
        break;
    }
    rule.divert = DivertWhen::Always;
    for (const auto &condition : rule.conditions) {
        if (isTimeCondition(condition))
            rule.divert = DivertWhen::AfterHours;
    }
}

std::string partText(const data::ArrayObject &parts, std::size_t index, bool &clean)
{
    if (index >= parts.size())
        return {};
    auto text = textOf(parts.items[index]);
    if (!text && !parts.items[index].isNull())
        clean = false;
    return text.value_or(std::string());
}

bool readConditions(const data::Value &value, std::vector<Condition> &conditions)
{
    if (value.isNull())
        return true;
    if (!value.isArray())
        return false;
    bool clean = true;
    for (const auto &item : value.array().items) {
        if (!item.isArray() || item.array().size() == 0)
            return false;
        const auto &parts = item.array();
        conditions.push_back({partText(parts, 0, clean), partText(parts, 1, clean), partText(parts, 2, clean)});
    }
    return clean;
}

bool readActions(const data::Value &value, std::vector<Action> &actions)
{
    if (value.isNull())
        return true;
    if (!value.isArray())
        return false;
    bool clean = true;
    for (const auto &item : value.array().items) {
        if (!item.isArray() || item.array().size() == 0)
            return false;
        const auto &parts = item.array();
        Action action{partText(parts, 0, clean), partText(parts, 1, clean)};
        if (action.value == "---")
            action.value.clear();
        actions.push_back(std::move(action));
    }
    return clean;
}

/// Empty message: read.
std::string readRule(const data::Value &value, Rule &rule)
{
    if (!value.isArray() || value.array().size() < 4)
        return said(
            QT_TRANSLATE_NOOP("Words", "A rule is an array of priority, name, conditions and actions; this one is left out."));
    const auto &parts = value.array();
    const auto priority = textOf(parts.items[0]);
    const auto name = textOf(parts.items[1]);
    if (!priority || !name)
        return said(QT_TRANSLATE_NOOP("Words", "The priority and the name of a rule are texts; this rule is left out."));
    rule.source = value;
    rule.priority = *priority;
    rule.name = *name;
    if (!readConditions(parts.items[2], rule.conditions))
        return said(QT_TRANSLATE_NOOP("Words", "The conditions of rule \"%1\" are not arrays of texts; the rule is left out."),
                    {shown(rule.name)});
    if (!readActions(parts.items[3], rule.actions))
        return said(QT_TRANSLATE_NOOP("Words", "The actions of rule \"%1\" are not arrays of texts; the rule is left out."),
                    {shown(rule.name)});
    if (parts.size() > 4)
        rule.comment = textOf(parts.items[4]).value_or(std::string());
    return {};
}

/// Actions that can't do what they say; the rule is kept. Addresses are looked at by whoever knows the workspace.
std::vector<std::string> actionProblems(const Rule &rule)
{
    std::vector<std::string> messages;
    for (const auto &action : rule.actions) {
        if (action.is("Reject with") && !rejectCode(action.value))
            messages.push_back(
                said(QT_TRANSLATE_NOOP("Words", "Reject with \"%1\" of rule \"%2\" names no code from 300 to 699; 603 is used."),
                     {shown(action.value), shown(rule.name)}));
    }
    return messages;
}

data::Value makeTexts(std::initializer_list<std::string_view> texts)
{
    auto array = data::Value::newArray();
    for (const auto text : texts)
        array.array().append(data::Value::string(text));
    return array;
}

} // namespace

std::string_view divertName(DivertWhen when) noexcept
{
    switch (when) {
    case DivertWhen::None:
        break;
    case DivertWhen::Always:
        return "always";
    case DivertWhen::AfterHours:
        return "afterhours";
    case DivertWhen::Busy:
        return "busy";
    case DivertWhen::NoAnswer:
        return "noanswer";
    case DivertWhen::Error:
        return "error";
    }
    return {};
}

bool Action::is(std::string_view other) const
{
    return sameText(name, other);
}

std::optional<int> rejectCode(std::string_view text)
{
    const auto code = readInteger(text.substr(0, text.find_first_not_of("0123456789")));
    return code && *code >= 300 && *code <= 699 ? std::optional(static_cast<int>(*code)) : std::nullopt;
}

bool readPriority(std::string_view text, Stage &stage, int &level)
{
    stage = {};
    level = 0;
    const auto number = readInteger(text);
    if (!number || *number < 0 || *number > immediatePart * 100 + 99)
        return false;
    if (*number == 0)
        return true;
    const int part = static_cast<int>(*number / 100);
    const int rest = static_cast<int>(*number % 100);
    if (rest > highestLevel)
        return false;
    if (part == immediatePart)
        stage.kind = StageKind::Immediate;
    else if (part == noAnswerPart)
        stage.kind = StageKind::NoAnswer;
    else if (part == busyPart)
        stage.kind = StageKind::Busy;
    else if (part == errorPart)
        stage.kind = StageKind::Error;
    else if (part > noAnswerPart)
        stage = {StageKind::Seconds, immediatePart - part};
    else
        return false;
    level = rest;
    return true;
}

std::string printPriority(const Stage &stage, int level)
{
    int part = immediatePart;
    switch (stage.kind) {
    case StageKind::Immediate:
        break;
    case StageKind::Seconds:
        part = immediatePart - stage.seconds;
        break;
    case StageKind::NoAnswer:
        part = noAnswerPart;
        break;
    case StageKind::Busy:
        part = busyPart;
        break;
    case StageKind::Error:
        part = errorPart;
        break;
    }
    return std::to_string(part * 100 + level);
}

std::vector<Rule> readRules(const data::Value &signalRules, std::vector<RuleProblem> *problems)
{
    std::vector<Rule> rules;
    const auto report = [problems](std::size_t index, std::string message) {
        if (problems)
            problems->push_back({index, std::move(message)});
    };
    if (signalRules.isNull())
        return rules;
    if (!signalRules.isArray()) {
        report(0, said(QT_TRANSLATE_NOOP("Words", "SignalRules is not an array; no rule was read.")));
        return rules;
    }
    const auto &items = signalRules.array().items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        Rule rule;
        if (auto message = readRule(items[i], rule); !message.empty()) {
            report(i, std::move(message));
            continue;
        }
        if (!readPriority(rule.priority, rule.stage, rule.level))
            report(i, said(QT_TRANSLATE_NOOP("Words",
                                             "The priority \"%1\" of rule \"%2\" is none the server uses; the rule counts as "
                                             "inactive."),
                           {shown(rule.priority), shown(rule.name)}));
        rule.active = rule.level > 0;
        for (auto &message : actionProblems(rule))
            report(i, std::move(message));
        rule.index = i;
        recogniseDivert(rule);
        rules.push_back(std::move(rule));
    }
    return rules;
}

data::Value makeRule(const Rule &rule)
{
    auto value = makeTexts({rule.priority, rule.name});
    auto conditions = data::Value::newArray();
    for (const auto &condition : rule.conditions) {
        auto parts = makeTexts({condition.code});
        if (!condition.test.empty() || !condition.value.empty())
            parts.array().append(data::Value::string(condition.test));
        if (!condition.value.empty())
            parts.array().append(data::Value::string(condition.value));
        conditions.array().append(std::move(parts));
    }
    auto actions = data::Value::newArray();
    for (const auto &action : rule.actions) {
        auto parts = makeTexts({action.name});
        if (!action.value.empty())
            parts.array().append(data::Value::string(action.value));
        actions.array().append(std::move(parts));
    }
    value.array().append(std::move(conditions));
    value.array().append(std::move(actions));
    if (!rule.comment.empty())
        value.array().append(data::Value::string(rule.comment));
    return value;
}

Rule preinstalledRule()
{
    Rule rule;
    rule.priority = "100005";
    rule.stage = {StageKind::Immediate, 0};
    rule.level = 5;
    rule.active = true;
    rule.name = "preinstalled";
    rule.conditions = {{"Method", "is", "INVITE"}};
    rule.actions = {{"Redirect to", "#pbx"}};
    return rule;
}

} // namespace pbx::accounts
