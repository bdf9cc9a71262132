// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"

#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace pbx::machine {

class Task;
struct Program;
struct SectionCode;

/// What the machine asks of the world around it. No method may run a task.
class Host {
public:
    virtual ~Host() = default;

    /// The compiled module file of that name (lower case, no suffix), or why there is none.
    virtual std::expected<std::shared_ptr<const Program>, std::string> loadModule(Task &task,
                                                                                  std::string_view name) = 0;
    /// spawn: a new task at an entry of the task's program; gives its handle, null on failure. The parameter is already
    /// a copy.
    virtual data::Value spawn(Task &task, const SectionCode &entry, data::Value parameter) = 0;
    /// SysLog, already as text.
    virtual void log(Task &task, std::string_view text) = 0;
    /// A remark on a running program, such as "text + number"; the place is the task's current one.
    virtual void warn(Task &task, std::string_view text) = 0;
    /// Seconds since 1970, GMT.
    virtual std::int64_t currentTime(Task &task) = 0;
    /// Seconds to add to GMT for the task's selected zone at that moment (GMT).
    virtual std::int64_t zoneOffset(Task &task, std::int64_t gmt) = 0;
    /// 64 random bits.
    virtual std::uint64_t random(Task &task) = 0;
};

} // namespace pbx::machine
