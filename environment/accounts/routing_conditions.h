// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/routing.h"

namespace pbx::accounts {

/// What conditions are judged against.
struct RequestFacts {
    const Account *account = nullptr; ///< whose rules are looked at; null for the server's immediate ones
    std::string_view requestUri;      ///< "sip:ivanov@specialists.example;x=y"
    std::string_view to;              ///< as dialled, without scheme
    std::string_view from;
    std::string_view fromName;
    std::string_view authenticated; ///< the caller's account, or empty
    std::string_view method;
    std::string_view zone;
    std::string_view presence;
    std::int64_t time = 0;
    int registeredClients = 1;
};

struct ConditionAnswer {
    bool holds = false;
    std::string reason;  ///< "Current Day is Sat, not in \"Mon,Tue\""; filled when asked for
    std::string warning; ///< the condition can't be judged here
};

ConditionAnswer judge(const Condition &condition, const RequestFacts &facts, bool explain);

} // namespace pbx::accounts
