// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/practice_server.h"

#include <span>

namespace pbx::practice {

/// Counts commands and bytes over a server's life and says what goes wrong where.
class FaultPlan {
public:
    explicit FaultPlan(std::vector<Fault> faults = {}) : m_faults(std::move(faults)) {}

    /// What is to happen to the command that comes now; counts it.
    struct Command {
        std::int64_t number = 0;
        bool dropBefore = false, dropAfter = false, refuse = false, hang = false, garbage = false, foreign = false;
    };
    [[nodiscard]] Command nextCommand();

    /// How many of the bytes that came or go out still pass; `drop`: the connection ends behind them. Counts those.
    struct Bytes {
        std::int64_t pass = 0;
        bool drop = false;
    };
    [[nodiscard]] Bytes received(std::int64_t count);
    [[nodiscard]] Bytes sent(std::int64_t count);

    [[nodiscard]] std::int64_t delay() const; ///< ms
    [[nodiscard]] bool trickles() const;
    [[nodiscard]] std::int64_t trickleTime() const; ///< ms between two bytes
    [[nodiscard]] std::int64_t fullFrom() const; ///< the first write that fails; 0: none

    std::int64_t commands = 0, bytesReceived = 0, bytesSent = 0;

private:
    [[nodiscard]] bool strikes(Fault::Kind kind, std::int64_t number) const;
    Bytes pass(Fault::Kind kind, std::int64_t &counter, std::int64_t count);
    const Fault *find(Fault::Kind kind) const;

    std::vector<Fault> m_faults;
    std::vector<std::size_t> m_spent; ///< faults of bytes that happened once
};

/// The kinds as they are written, with what they do.
struct FaultWord {
    std::string_view word;
    Fault::Kind kind;
    std::string_view help;
};
[[nodiscard]] std::span<const FaultWord> faultWords();

} // namespace pbx::practice
