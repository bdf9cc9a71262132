// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/accounts/router.h"

#include "environment/accounts/texts.h"

#include <algorithm>
#include <iterator>

namespace pbx::accounts {

namespace {

std::string rejectText(int code)
{
    struct Entry {
        int code;
        const char *text;
    };
    static constexpr Entry texts[] = {
        {400, "Bad address"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {408, "No Answer"},
        {480, "Temporarily Unavailable"},
        {482, "Loop Detected"},
        {483, "Too Many Hops"},
        {486, "Busy Here"},
        {500, "Server Internal Error"},
        {503, "Service Unavailable"},
        {600, "Busy Everywhere"},
        {603, "Decline"},
    };
    for (const auto &entry : texts) {
        if (entry.code == code)
            return std::to_string(code) + '-' + entry.text;
    }
    return std::to_string(code) + "-Rejected";
}

bool isReject(const Target &target)
{
    return std::holds_alternative<RejectTarget>(target);
}

/// The failure a caller gets when all fail: 6xx, else the lowest code.
bool isBetterFailure(const Target &a, const Target &b)
{
    const int x = std::get<RejectTarget>(a).code;
    const int y = std::get<RejectTarget>(b).code;
    const bool finalX = x >= 600;
    return finalX != (y >= 600) ? finalX : x < y;
}

std::vector<std::string> ownRulePath(const RouteResult &before)
{
    std::vector<std::string> path;
    for (const auto &entry : before.entered) {
        if (entry.byOwnRule)
            path.push_back(entry.account);
    }
    return path;
}

/// Runs one later stage of the accounts entered, the last first, until one takes the call.
RouteResult runLater(const Directory &directory, const RouteResult &before, const Stage &stage,
                     const RouteOptions &options)
{
    RouteResult result;
    result.entered = before.entered;
    result.to = before.to;
    Router router(directory, options, result);
    router.continueFrom(before);
    for (auto i = before.entered.size(); i-- > 0;) {
        const auto &entry = before.entered[i];
        const Account *account = directory.account(entry.account);
        const bool timed = stage.kind == StageKind::Seconds;
        if (entry.rulesStopped || !account || (timed && stage.seconds <= entry.timedUntil))
            continue;
        if (timed)
            result.entered[i].timedUntil = stage.seconds;
        auto path = ownRulePath(before);
        std::erase(path, entry.account); // it has not come back, its turn has come
        router.setRequestUri(entry.requestUri);
        auto outcome = router.runStage(*account, stage, std::move(path), before.hops);
        if (outcome.targets.empty()) {
            for (auto &other : outcome.others)
                other.insert(0, entry.account + ": ");
            router.keepOthers(std::move(outcome.others));
            continue;
        }
        result.acted = true;
        result.addsBranches = !outcome.redirected && !outcome.rejected;
        if (stage.kind != StageKind::Seconds) {
            // The call has left this account; its rules would only send it the same way again.
            for (auto &left : result.entered) {
                if (left.account == entry.account)
                    left.rulesStopped = true;
            }
        }
        result.targets = combine(std::move(outcome.targets));
        break;
    }
    result.hops = router.deepest();
    if (!result.acted)
        router.tellRest();
    return result;
}

} // namespace

Target reject(int code)
{
    return RejectTarget{code, rejectText(code)};
}

std::vector<Target> combine(std::vector<Target> targets)
{
    std::vector<Target> kept;
    const Target *failure = nullptr;
    for (const auto &target : targets) {
        if (isReject(target)) {
            if (!failure || isBetterFailure(target, *failure))
                failure = &target;
            continue;
        }
        const auto *phone = std::get_if<PhoneTarget>(&target);
        const bool twice = phone && std::ranges::any_of(kept, [phone](const Target &other) {
                               const auto *same = std::get_if<PhoneTarget>(&other);
                               return same && same->account == phone->account;
                           });
        if (!twice)
            kept.push_back(target);
    }
    if (kept.empty())
        kept.push_back(failure ? *failure : reject(404));
    return kept;
}

RouteResult route(const Directory &directory, std::string_view address, const RouteOptions &options)
{
    RouteResult result;
    Router(directory, options, result).routeFirst(address);
    return result;
}

RouteResult routeFailure(const Directory &directory, const RouteResult &before, FailureKind kind,
                         const RouteOptions &options)
{
    Stage stage;
    switch (kind) {
    case FailureKind::NoAnswer:
        stage.kind = StageKind::NoAnswer;
        break;
    case FailureKind::Busy:
        stage.kind = StageKind::Busy;
        break;
    case FailureKind::Error:
        stage.kind = StageKind::Error;
        break;
    }
    return runLater(directory, before, stage, options);
}

std::vector<int> timedStages(const Directory &directory, const RouteResult &before)
{
    RouteResult unused;
    const RouteOptions options;
    const Router router(directory, options, unused);
    std::vector<int> seconds;
    for (const auto &entry : before.entered) {
        const Account *account = directory.account(entry.account);
        if (entry.rulesStopped || !account)
            continue;
        for (const auto *rule : router.stageRules(*account, {StageKind::Seconds, -1})) {
            if (rule->active && rule->stage.seconds > entry.timedUntil)
                seconds.push_back(rule->stage.seconds);
        }
    }
    std::ranges::sort(seconds);
    const auto repeated = std::ranges::unique(seconds);
    seconds.erase(repeated.begin(), repeated.end());
    return seconds;
}

RouteResult routeTimed(const Directory &directory, const RouteResult &before, int seconds, const RouteOptions &options)
{
    return runLater(directory, before, {StageKind::Seconds, seconds}, options);
}

} // namespace pbx::accounts
