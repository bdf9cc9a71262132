// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/task.h"

#include <cstdlib>
#include <cstring>
#include <new>

namespace pbx::machine {

using data::Value;

namespace {
constexpr std::size_t firstCapacity = 64;
}

std::string RunError::text() const
{
    std::string out;
    for (const StackEntry &entry : stack) {
        const std::string place = entry.file + ':' + std::to_string(entry.line) + ':' + std::to_string(entry.column);
        out += out.empty() ? place + ": error: " + message : "\n    at " + place;
        out += out.find('\n') == std::string::npos ? " (in " + entry.section + ')' : " in " + entry.section;
    }
    return out.empty() ? message : out;
}

Task::Task(std::shared_ptr<const Program> program, const SectionCode &entry) : m_program(std::move(program))
{
    growStack(std::max<std::size_t>(firstCapacity, entry.registerCount));
    Module own;
    own.program = m_program;
    own.constants.resize(m_program->constantCount);
    own.initialized = true;
    m_modules.emplace_back(std::string(), std::move(own));
    m_frames.push_back(Frame{&entry, entry.code.data(), 0, noResult});
    if (const SectionCode *initializer = m_program->initializer) {
        growStack(std::size_t(entry.registerCount) + initializer->registerCount);
        m_frames.push_back(Frame{initializer, initializer->code.data(), entry.registerCount, noResult});
    }
}

Task::~Task()
{
    clear();
    std::free(static_cast<void *>(m_stack));
}

Task::Task(Task &&other) noexcept
{
    *this = std::move(other);
}

Task &Task::operator=(Task &&other) noexcept
{
    if (this == &other)
        return *this;
    clear();
    std::free(static_cast<void *>(m_stack));
    m_stack = std::exchange(other.m_stack, nullptr);
    m_capacity = std::exchange(other.m_capacity, 0);
    m_frames = std::move(other.m_frames);
    other.m_frames.clear();
    m_program = std::move(other.m_program);
    m_vars = std::move(other.m_vars);
    m_modules = std::move(other.m_modules);
    m_externals = std::move(other.m_externals);
    m_waiting = std::exchange(other.m_waiting, false);
    stepsSinceWait = other.stepsSinceWait;
    steps = other.steps;
    id = other.id;
    hostData = other.hostData;
    return *this;
}

void Task::growStack(std::size_t needed)
{
    if (needed <= m_capacity)
        return;
    std::size_t capacity = std::max(m_capacity, firstCapacity);
    while (capacity < needed)
        capacity *= 2;
    // Values may be moved byte by byte; all zero is a null value.
    void *grown = std::realloc(static_cast<void *>(m_stack), capacity * sizeof(Value));
    if (!grown)
        throw std::bad_alloc();
    std::memset(static_cast<char *>(grown) + m_capacity * sizeof(Value), 0, (capacity - m_capacity) * sizeof(Value));
    m_stack = static_cast<Value *>(grown);
    m_capacity = capacity;
}

void Task::clear() noexcept
{
    if (!m_frames.empty()) {
        const Frame &top = m_frames.back();
        Value *end = m_stack + std::min<std::size_t>(m_capacity, top.base + top.section->registerCount);
        for (Value *v = m_stack; v != end; ++v)
            v->setNull();
        m_frames.clear();
    }
    m_waiting = false;
}

Task::Module &Task::moduleOf(const Program *program)
{
    for (auto &[name, module] : m_modules) {
        if (module.program.get() == program)
            return module;
    }
    // Every running section belongs to a loaded file.
    std::abort();
}

Value &Task::vars()
{
    if (m_vars.isNull())
        m_vars = Value::newDictionary();
    return m_vars;
}

void Task::resume(Value result)
{
    if (!m_waiting || m_frames.empty())
        return;
    const Frame &frame = m_frames.back();
    const Instruction &call = frame.pc[-1];
    m_stack[frame.base + call.c] = std::move(result);
    m_waiting = false;
}

namespace {

StackEntry entryAt(const Frame &frame, std::uint32_t pc)
{
    const CodePosition &position = frame.section->positionAt(pc);
    const language::Source &source = frame.section->program->source;
    const language::Position place = source.position(position.offset);
    return {frame.section->name, source.fileName(), place.line, place.column};
}

/// The instruction that was fetched last.
StackEntry entryOf(const Frame &frame)
{
    const auto next = static_cast<std::uint32_t>(frame.pc - frame.section->code.data());
    return entryAt(frame, next > 0 ? next - 1 : 0);
}

} // namespace

std::vector<StackEntry> Task::callStack() const
{
    std::vector<StackEntry> entries;
    entries.reserve(m_frames.size());
    for (auto frame = m_frames.rbegin(); frame != m_frames.rend(); ++frame)
        entries.push_back(entryOf(*frame));
    return entries;
}

StackEntry Task::place() const
{
    return m_frames.empty() ? StackEntry() : entryOf(m_frames.back());
}

StackEntry Task::nextPlace() const
{
    if (m_frames.empty())
        return {};
    const Frame &frame = m_frames.back();
    return entryAt(frame, static_cast<std::uint32_t>(frame.pc - frame.section->code.data()));
}

std::vector<std::pair<std::string, Value>> Task::variables(std::size_t frame) const
{
    std::vector<std::pair<std::string, Value>> found;
    if (frame >= m_frames.size())
        return found;
    const Frame &f = m_frames[m_frames.size() - 1 - frame];
    for (std::size_t n = 0; n < f.section->variableNames.size(); ++n)
        found.emplace_back(f.section->variableNames[n], m_stack[f.base + n]);
    return found;
}

} // namespace pbx::machine
