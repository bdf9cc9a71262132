// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/plan.h"

#include "environment/data/notation.h"
#include "environment/deploy/settings_keys.h"
#include "environment/deploy/state_folder.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace pbx::deploy {

namespace {

using Kind = Action::Kind;

bool isModule(const std::string &name)
{
    return name.ends_with(".sppi");
}

bool isProgram(const std::string &name)
{
    return name.ends_with(".sppr");
}

/// An alias of the server's that is not here any more: it may be wanted by another account.
bool losesAlias(const Item &item)
{
    const auto aliases = std::ranges::find(item.keys, "Aliases", &KeyDifference::key);
    if (aliases == item.keys.end() || !aliases->there)
        return false;
    const auto here = data::readNotation(aliases->here.value_or("()"));
    const auto there = data::readNotation(*aliases->there);
    if (!here || !there || !here->value.isArray() || !there->value.isArray())
        return true;
    return std::ranges::any_of(there->value.array().items, [&](const data::Value &alias) {
        return std::ranges::none_of(here->value.array().items,
                                    [&](const data::Value &other) { return data::equal(alias, other); });
    });
}

std::vector<std::string> keysToSend(const Item &item)
{
    std::vector<std::string> keys;
    for (const auto &key : item.keys) {
        if (isOfHere(key) || key.state == ItemState::Conflict)
            keys.push_back(key.key);
    }
    return keys;
}

bool isWanted(const Item &item)
{
    switch (item.state) {
    case ItemState::ChangedHere:
    case ItemState::RemovedHere:
    case ItemState::Conflict:
        return true;
    case ItemState::Added:
        return item.side == Side::Here;
    default:
        return false;
    }
}

/// What makes the server have this item as it is here; nullopt: nothing may.
std::optional<Action> actionFor(const Item &item)
{
    Action action;
    action.name = item.name;
    action.path = item.path;
    action.expected = item.there;
    action.wanted = item.here;
    action.size = item.sizeHere;
    action.conflict = item.state == ItemState::Conflict;
    if (item.kind == ItemKind::File) {
        action.kind = item.here.empty() ? Kind::Delete : Kind::Store;
        return action;
    }
    if (item.here.empty() && item.kind == ItemKind::Account)
        return std::nullopt; // its mail would go with it
    action.kind = item.kind == ItemKind::DomainSettings ? Kind::UpdateDomain
                  : item.there.empty()                  ? Kind::CreateAccount
                                                        : Kind::UpdateAccount;
    action.keys = keysToSend(item);
    if (action.kind == Kind::CreateAccount) {
        action.keys.clear();
        for (const auto &key : item.keys) {
            if (key.here)
                action.keys.push_back(key.key);
        }
    }
    return action;
}

} // namespace

std::string languageOf(const std::string &name)
{
    const auto slash = name.find('/');
    return slash == name.npos ? std::string() : name.substr(0, slash);
}

bool isOfSettings(const Action &action)
{
    return action.kind == Kind::CreateAccount || action.kind == Kind::UpdateAccount || action.kind == Kind::UpdateDomain;
}

ItemKind itemKindOf(const Action &action)
{
    if (action.kind == Kind::UpdateDomain)
        return ItemKind::DomainSettings;
    return isOfSettings(action) ? ItemKind::Account : ItemKind::File;
}

int phaseOf(const Action &action)
{
    switch (action.kind) {
    case Kind::CreateEnvironment: return 0;
    case Kind::CreateLanguage: return 1;
    case Kind::Store:
        // A module nobody can use yet may come first; one in use plays the prompts of its new text at once.
        if (isModule(action.name))
            return action.expected.empty() ? 2 : 4;
        return isProgram(action.name) ? 5 : 3;
    case Kind::UpdateAccount: return 6;
    case Kind::CreateAccount: return 7;
    case Kind::UpdateDomain: return 8;
    case Kind::Delete: return isProgram(action.name) ? 9 : isModule(action.name) ? 10 : 11;
    case Kind::RemoveLanguage: return 12;
    }
    return 0;
}

bool isOneByOne(int phase)
{
    return phase >= 6 && phase <= 8;
}

void complete(std::vector<Action> &actions, const Comparison &comparison)
{
    std::set<std::string> needed, left;
    std::set<std::string> gone;
    bool anything = false;
    for (const auto &action : actions) {
        if (action.kind == Kind::Store) {
            anything = true;
            needed.insert(languageOf(action.name));
        }
        if (action.kind == Kind::Delete)
            gone.insert(action.name);
    }
    const auto add = [&](Kind kind, const std::string &name) {
        Action action;
        action.kind = kind;
        action.name = name;
        action.path = comparison.scope.isServer() ? "server" : "domains/" + comparison.scope.domain + "/environment";
        if (!name.empty())
            action.path += '/' + name;
        actions.push_back(std::move(action));
    };
    if (anything && !comparison.environmentThere)
        add(Kind::CreateEnvironment, {});
    for (const auto &language : needed) {
        if (!language.empty() && !std::ranges::contains(comparison.languagesThere, language))
            add(Kind::CreateLanguage, language);
    }
    for (const auto &item : comparison.items) {
        if (item.kind == ItemKind::File && !item.there.empty() && !gone.contains(item.name))
            left.insert(languageOf(item.name));
    }
    for (const auto &language : comparison.languagesThere) {
        const bool emptied = std::ranges::any_of(gone, [&](const std::string &name) { return languageOf(name) == language; });
        if (emptied && !left.contains(language) && !needed.contains(language)
            && !std::ranges::contains(comparison.languagesHere, language))
            add(Kind::RemoveLanguage, language);
    }
    std::ranges::stable_sort(actions, {}, phaseOf);
}

bool Plan::isEmpty() const
{
    return std::ranges::none_of(actions, &Action::chosen);
}

int Plan::conflicts() const
{
    return static_cast<int>(std::ranges::count_if(actions, [](const Action &action) { return action.chosen && action.conflict; }));
}

std::int64_t Plan::bytes() const
{
    std::int64_t bytes = 0;
    for (const auto &action : actions) {
        if (action.chosen && action.kind == Kind::Store)
            bytes += action.size;
    }
    return bytes;
}

Plan planPush(const Comparison &comparison, const std::vector<std::string> &only)
{
    Plan plan;
    plan.scope = comparison.scope;
    std::vector<Action> later;
    for (const auto &item : comparison.items) {
        if (item.state == ItemState::Same && !item.here.empty()) {
            plan.same.push_back({item.kind, item.name, item.here});
            continue;
        }
        if (!only.empty() && !std::ranges::contains(only, item.path))
            continue;
        auto action = isWanted(item) ? actionFor(item) : std::nullopt;
        if (!action) {
            if (item.state != ItemState::Same)
                plan.left.push_back(item.path);
            continue;
        }
        // Accounts that give an alias away come before those that may get it.
        (action->kind == Kind::UpdateAccount && !losesAlias(item) ? later : plan.actions).push_back(std::move(*action));
    }
    std::ranges::move(later, std::back_inserter(plan.actions));
    complete(plan.actions, comparison);
    return plan;
}

} // namespace pbx::deploy
