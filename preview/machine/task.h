// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/objects.h"
#include "preview/machine/program.h"

#include <optional>
#include <unordered_map>

namespace pbx::machine {

/// One call in progress.
struct Frame {
    const SectionCode *section = nullptr;
    const Instruction *pc = nullptr; ///< the next instruction
    std::uint32_t base = 0; ///< place of register 0 on the stack
    std::uint16_t resultRegister = 0; ///< of the caller; noResult drops it
};
constexpr std::uint16_t noResult = 0xffff;

/// A place in a program, for messages: innermost first in a list.
struct StackEntry {
    std::string section;
    std::string file;
    int line = 0;
    int column = 0;
};

/// A program exception: why, and where.
struct RunError {
    std::string message;
    std::vector<StackEntry> stack;
    /// FILE:LINE:COLUMN: error: MESSAGE and a line for each caller.
    std::string text() const;
};

/// The state of a running program: plain data that can be copied, compared and hashed while it is not running.
class Task {
public:
    /// A task at the start of an entry (or of a procedure without parameters).
    Task(std::shared_ptr<const Program> program, const SectionCode &entry);
    ~Task();
    Task(Task &&other) noexcept;
    Task &operator=(Task &&other) noexcept;

    /// A task in the same state with containers of its own; shared containers stay shared among the copies.
    Task clone() const;
    /// Same place, same values, same sharing of containers. Identity marks don't count.
    bool sameState(const Task &other) const;
    std::uint64_t hashState() const;

    /// Vars(): made when first asked for.
    data::Value &vars();

    /// After Outcome::Wait: what the waiting built-in gives. Then Machine::run goes on.
    void resume(data::Value result);
    bool waiting() const { return m_waiting; }
    bool finished() const { return m_frames.empty(); }

    /// The statement being run (or waited in), innermost first. Empty when finished.
    std::vector<StackEntry> callStack() const;
    /// The innermost place; line 0 when finished. Cheap.
    StackEntry place() const;
    /// Where the next instruction comes from: the place of a task that is paused.
    StackEntry nextPlace() const;

    /// Names and values of the variables of a frame, 0 the innermost.
    std::vector<std::pair<std::string, data::Value>> variables(std::size_t frame) const;
    std::size_t depth() const { return m_frames.size(); }
    const Program &program() const { return *m_program; }
    const std::shared_ptr<const Program> &sharedProgram() const { return m_program; }

    /// Instructions run since the last wait, and in all (loops and calls count by the length of code they run through).
    std::int64_t stepsSinceWait = 0;
    std::int64_t steps = 0;

    /// For the host: its own number for this task.
    std::uint64_t id = 0;
    void *hostData = nullptr;

private:
    friend class Machine;
    friend class StateWalker;
    struct Module {
        std::shared_ptr<const Program> program;
        std::vector<data::Value> constants;
        bool initialized = false;
    };

    void growStack(std::size_t needed);
    void clear() noexcept;
    Module &moduleOf(const Program *program);

    data::Value *m_stack = nullptr;
    std::size_t m_capacity = 0;
    std::vector<Frame> m_frames;
    std::shared_ptr<const Program> m_program;
    data::Value m_vars;
    std::vector<std::pair<std::string, Module>> m_modules; ///< by name, in order of loading; the program itself is ""
    /// Targets of external calls already found: (program, number of the reference) to section.
    std::unordered_map<const ExternalReference *, const SectionCode *> m_externals;
    bool m_waiting = false;
};

} // namespace pbx::machine
