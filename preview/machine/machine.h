// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/machine/builtin_table.h"
#include "preview/machine/host.h"
#include "preview/machine/task.h"

namespace pbx::machine {

/// Bounds that end a program with a message instead of hurting the host (cgpl-language section 13; all adjustable).
struct Limits {
    std::size_t depth = 512; ///< nested calls
    std::int64_t stepsBetweenWaits = INT64_MAX;
    std::int64_t steps = INT64_MAX; ///< in all
    std::size_t memory = std::size_t(512) << 20; ///< bytes of all tasks of this thread
    std::size_t stringSize = std::size_t(16) << 20;
    std::size_t arraySize = 1'000'000;
};

enum class RunState : std::uint8_t {
    Finished, ///< the end of the entry, or return in it
    Stopped, ///< stop
    Waiting, ///< a built-in sleeps; Task::resume, then run again
    Paused, ///< the slice is used up, or a breakpoint or step: run again to go on
    Failed, ///< a program exception; Machine::error says which
};

/// Runs tasks. Has no state of its own between runs but the last error.
class Machine {
public:
    Machine(const BuiltinTable &builtins, Host &host, Limits limits = {});

    /// Runs the task until it waits, ends, or has used about `slice` instructions.
    RunState run(Task &task, std::int64_t slice = INT64_MAX);
    /// Runs to the start of the next statement (a Paused) or as run().
    RunState step(Task &task);

    const RunError &error() const { return m_error; }
    const Limits &limits() const { return m_limits; }
    void setLimits(const Limits &limits) { m_limits = limits; }

private:
    template<bool Stepping>
    RunState execute(Task &task, std::int64_t slice);
    struct Slow;
    friend struct Slow;

    const BuiltinTable &m_builtins;
    Host &m_host;
    Limits m_limits;
    RunError m_error;
};

} // namespace pbx::machine
