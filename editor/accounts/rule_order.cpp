// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/accounts/rule_order.h"

#include "environment/data/objects.h"

#include <algorithm>
#include <utility>

namespace pbx::editor {

namespace {

std::pair<int, int> rank(const accounts::Rule &rule)
{
    const int stage = rule.stage.kind == accounts::StageKind::Seconds ? rule.stage.seconds
        : rule.stage.kind == accounts::StageKind::Immediate           ? 0
                                                                      : 100'000 + int(rule.stage.kind);
    return {stage, rule.active ? -rule.level : 0};
}

} // namespace

std::vector<std::size_t> rulesAsAsked(const accounts::Account &account)
{
    std::vector<const accounts::Rule *> order;
    for (const accounts::Rule &rule : account.rules)
        order.push_back(&rule);
    std::ranges::stable_sort(order, {}, [](const accounts::Rule *rule) { return rank(*rule); });
    std::vector<std::size_t> places;
    for (const accounts::Rule *rule : order)
        places.push_back(rule->index);
    return places;
}

std::optional<MovedRule> withRuleBeside(const accounts::Account &account, std::size_t index, std::size_t beside, bool behind)
{
    const auto moved = std::ranges::find(account.rules, index, &accounts::Rule::index);
    const auto other = std::ranges::find(account.rules, beside, &accounts::Rule::index);
    if (!account.signalRules.isArray() || index == beside || moved == account.rules.end() || other == account.rules.end()
        || moved->stage != other->stage || moved->active != other->active)
        return std::nullopt;
    // Rules of this list that could not be read stay where they are.
    std::vector<data::Value> items(account.signalRules.array().items.begin(), account.signalRules.array().items.end());
    data::Value item = items[index];
    if (moved->active && moved->level != other->level) {
        accounts::Rule changed = *moved;
        changed.level = other->level;
        changed.priority = accounts::printPriority(changed.stage, changed.level);
        item = accounts::makeRule(changed);
    }
    items.erase(items.begin() + std::ptrdiff_t(index));
    const std::size_t to = beside - (index < beside ? 1 : 0) + (behind ? 1 : 0);
    items.insert(items.begin() + std::ptrdiff_t(to), item);
    MovedRule result{data::Value::newArray(), to};
    for (const data::Value &each : items)
        result.rules.array().append(each);
    return result;
}

} // namespace pbx::editor
