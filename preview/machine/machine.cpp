// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/machine.h"

#include "preview/machine/slow_paths.h"

#include <algorithm>

// The interpreter. One function on purpose: its local variables are the machine's registers, and each instruction jumps
// straight to the next one's code where the compiler can (GCC and Clang).

namespace pbx::machine {

using data::Type;
using data::Value;

namespace {

constexpr std::uint8_t typeByte(const Value &v)
{
    return static_cast<std::uint8_t>(v.headWord());
}

bool bothNumbers(const Value &a, const Value &b)
{
    constexpr auto number = static_cast<std::uint8_t>(Type::Number);
    return ((typeByte(a) ^ number) | (typeByte(b) ^ number)) == 0;
}

/// Stores a number over whatever is there.
void put(Value &target, std::uint64_t n)
{
    if (target.isCounted()) [[unlikely]]
        target.setNull();
    target.overwriteNumber(static_cast<std::int64_t>(n));
}

bool sameContent(const Value &a, const Value &b)
{
    if ((a.headWord() ^ b.headWord()) & Value::contentMask)
        return false;
    if (!a.isCounted())
        return a.bodyWord() == b.bodyWord() || a.isNull();
    return a.bodyWord() == b.bodyWord() || data::equal(a, b);
}

/// The same for values that are neither counted nor null.
bool sameWords(const Value &a, const Value &b)
{
    return ((a.headWord() ^ b.headWord()) & Value::contentMask) == 0 && a.bodyWord() == b.bodyWord();
}

std::uint64_t unsignedOf(const Value &v)
{
    return v.bodyWord();
}

} // namespace

Machine::Machine(const BuiltinTable &builtins, Host &host, Limits limits)
    : m_builtins(builtins), m_host(host), m_limits(limits)
{
}

RunState Machine::run(Task &task, std::int64_t slice)
{
    return execute<false>(task, slice);
}

RunState Machine::step(Task &task)
{
    return execute<true>(task, INT64_MAX);
}

#if defined(__GNUC__)
#define PBX_THREADED 1
#else
#define PBX_THREADED 0
#endif

#if PBX_THREADED
#define CASE(name) label_##name
#define NEXT()                                                                                                         \
    do {                                                                                                               \
        if constexpr (Stepping)                                                                                        \
            goto dispatch;                                                                                             \
        i = *pc++;                                                                                                     \
        goto *labels[static_cast<std::uint8_t>(i.op)];                                                                 \
    } while (false)
#else
#define CASE(name) case Opcode::name
#define NEXT() goto dispatch
#endif

// A jump adds its distance to the budget and a section takes off the place where it returned: together exactly the
// instructions run, since what is jumped over forward isn't run and what is jumped back over is run again.
#define JUMP(distance)                                                                                                 \
    do {                                                                                                               \
        pc += (distance);                                                                                              \
        budget += (distance);                                                                                          \
        if (budget < 0) [[unlikely]]                                                                                   \
            goto outOfBudget;                                                                                          \
    } while (false)
#define FAIL(text)                                                                                                     \
    do {                                                                                                               \
        slow.error = (text);                                                                                           \
        goto failed;                                                                                                   \
    } while (false)
#define ARITHMETIC(name, fast)                                                                                         \
    CASE(name) : {                                                                                                     \
        const Value &l = R[i.b];                                                                                       \
        const Value &r = R[i.c];                                                                                       \
        if (bothNumbers(l, r)) [[likely]] {                                                                            \
            put(R[i.a], fast);                                                                                         \
        } else if (!slow.arithmetic(Arithmetic::name, R[i.a], R[i.b], r, i.x)) {                                       \
            goto failed;                                                                                               \
        }                                                                                                              \
        NEXT();                                                                                                        \
    }
#define ARITHMETIC_K(name, general, fast)                                                                              \
    CASE(name) : {                                                                                                     \
        const Value &l = R[i.b];                                                                                       \
        const Value &r = K[i.c];                                                                                       \
        if (l.isNumber()) [[likely]] {                                                                                 \
            put(R[i.a], fast);                                                                                         \
        } else if (!slow.arithmetic(Arithmetic::general, R[i.a], R[i.b], r, i.x)) {                                    \
            goto failed;                                                                                               \
        }                                                                                                              \
        NEXT();                                                                                                        \
    }
#define COMPARE_JUMP(name, sense, right, test, fast, general)                                                          \
    CASE(name) : {                                                                                                     \
        const Value &l = R[i.a];                                                                                       \
        const Value &r = right[i.b];                                                                                   \
        bool holds;                                                                                                    \
        if (test) [[likely]]                                                                                           \
            holds = fast;                                                                                              \
        else                                                                                                           \
            holds = general;                                                                                           \
        if (holds == sense)                                                                                            \
            JUMP(i.shortJump());                                                                                       \
        NEXT();                                                                                                        \
    }
#define COUNTED_LOOP(name, right, compare, general)                                                                    \
    CASE(name) : {                                                                                                     \
        Value &counter = R[i.a];                                                                                       \
        const Value &bound = right[i.b];                                                                               \
        const auto distance = i.shortJump();                                                                           \
        bool again;                                                                                                    \
        if (bothNumbers(counter, bound)) [[likely]] {                                                                  \
            const auto n = static_cast<std::int64_t>(unsignedOf(counter)                                               \
                                                     + static_cast<std::uint64_t>(static_cast<std::int8_t>(i.x)));     \
            counter.overwriteNumber(n);                                                                                \
            again = n compare bound.toNumber();                                                                        \
        } else {                                                                                                       \
            if (!slow.arithmetic(Arithmetic::Add, counter, counter, Value::number(static_cast<std::int8_t>(i.x)),      \
                                 false))                                                                               \
                goto failed;                                                                                           \
            again = general;                                                                                           \
        }                                                                                                              \
        if (again)                                                                                                     \
            JUMP(distance);                                                                                            \
        NEXT();                                                                                                        \
    }

#define SET_INDEX(name, source)                                                                                        \
    CASE(name) : {                                                                                                     \
        const Value &object = R[i.a];                                                                                  \
        const Value &index = R[i.b];                                                                                   \
        if (object.isArray() && index.isNumber()) [[likely]] {                                                         \
            auto &items = object.array().items;                                                                        \
            const auto n = unsignedOf(index);                                                                          \
            if (n < items.size()) [[likely]] {                                                                         \
                items[n] = source[i.c];                                                                                \
                NEXT();                                                                                                \
            }                                                                                                          \
            if (n == items.size() && n < items.capacity() && n < arrayLimit) {                                         \
                items.appendWithinCapacity(source[i.c]);                                                               \
                NEXT();                                                                                                \
            }                                                                                                          \
        }                                                                                                              \
        if (!slow.setIndex(object, index, source[i.c]))                                                                \
            goto failed;                                                                                               \
        if (meter.exceeded()) [[unlikely]]                                                                             \
            goto outOfMemory;                                                                                          \
        NEXT();                                                                                                        \
    }

template<bool Stepping>
RunState Machine::execute(Task &task, std::int64_t slice)
{
    if (task.m_frames.empty())
        return RunState::Finished;

    Slow slow{*this, task, {}};
    Context context{task, m_host, {}};
    data::MemoryMeter &meter = data::memoryMeter;
    meter.limit = m_limits.memory;
    const BuiltinFunction *builtins = m_builtins.data();
    const std::size_t arrayLimit = m_limits.arraySize;

    const SectionCode *section = nullptr;
    const Instruction *pc = nullptr;
    const Value *K = nullptr;
    Value *R = nullptr;
    Instruction i;
    Value scratch; // here, not in a case: a computed goto runs no destructors
    RunState state = RunState::Finished;
    bool firstStatement = true;

    const std::int64_t given = std::max<std::int64_t>(
        0, std::min({slice, m_limits.steps - task.steps, m_limits.stepsBetweenWaits - task.stepsSinceWait,
                     INT64_MAX / 2})); // half: jumps forward add
    std::int64_t budget = given;

    const auto enter = [&] {
        const Frame &f = task.m_frames.back();
        section = f.section;
        pc = f.pc;
        K = section->constants.data();
        R = task.m_stack + f.base;
    };
    enter();
    task.m_waiting = false;

#if PBX_THREADED
    static const void *const labels[] = {
#define X(name) &&label_##name,
        PBX_OPCODES(X)
#undef X
    };
#endif

#if !PBX_THREADED
dispatch:
#else
dispatch: __attribute__((unused));
#endif
    if constexpr (Stepping) {
        const auto offset = static_cast<std::uint32_t>(pc - section->code.data());
        const CodePosition &place = section->positionAt(offset);
        if (place.statement && place.pc == offset) {
            if (!firstStatement) {
                state = RunState::Paused;
                goto leave;
            }
            firstStatement = false;
        }
    }
    i = *pc++;
#if PBX_THREADED
    goto *labels[static_cast<std::uint8_t>(i.op)];
    {
#else
    switch (i.op) {
#endif
        CASE(Move) : {
            R[i.a] = R[i.b];
            NEXT();
        }
        CASE(LoadConstant) : {
            R[i.a] = K[i.b];
            NEXT();
        }
        CASE(LoadNull) : {
            R[i.a].setNull();
            NEXT();
        }
        CASE(Jump) : {
            JUMP(i.longJump());
            NEXT();
        }
        CASE(JumpIfTrue) : {
            if (!R[i.a].isNull())
                JUMP(i.longJump());
            NEXT();
        }
        CASE(JumpIfNull) : {
            if (R[i.a].isNull())
                JUMP(i.longJump());
            NEXT();
        }

        ARITHMETIC(Add, unsignedOf(l) + unsignedOf(r))
        ARITHMETIC(Subtract, unsignedOf(l) - unsignedOf(r))
        ARITHMETIC(Multiply, unsignedOf(l) * unsignedOf(r))
        ARITHMETIC_K(AddK, Add, unsignedOf(l) + unsignedOf(r))
        ARITHMETIC_K(SubtractK, Subtract, unsignedOf(l) - unsignedOf(r))
        ARITHMETIC_K(MultiplyK, Multiply, unsignedOf(l) * unsignedOf(r))
        CASE(Divide) : {
            const Value &l = R[i.b];
            const Value &r = R[i.c];
            // -1 too: the smallest number has no counterpart, the processor would trap.
            if (bothNumbers(l, r) && r.bodyWord() + 1 > 1) [[likely]]
                put(R[i.a], static_cast<std::uint64_t>(l.toNumber() / r.toNumber()));
            else if (!slow.arithmetic(Arithmetic::Divide, R[i.a], R[i.b], r, false))
                goto failed;
            NEXT();
        }
        CASE(Remainder) : {
            const Value &l = R[i.b];
            const Value &r = R[i.c];
            if (bothNumbers(l, r) && r.bodyWord() + 1 > 1) [[likely]]
                put(R[i.a], static_cast<std::uint64_t>(l.toNumber() % r.toNumber()));
            else if (!slow.arithmetic(Arithmetic::Remainder, R[i.a], R[i.b], r, false))
                goto failed;
            NEXT();
        }
        CASE(DivideK) : {
            const Value &l = R[i.b];
            const std::int64_t r = K[i.c].toNumber();
            if (l.isNumber()) [[likely]] {
                // Small operands divide faster, and most are small.
                const auto n = l.bodyWord();
                if (((n | static_cast<std::uint64_t>(r)) >> 32) == 0) [[likely]]
                    put(R[i.a], static_cast<std::uint32_t>(n) / static_cast<std::uint32_t>(r));
                else
                    put(R[i.a], static_cast<std::uint64_t>(l.toNumber() / r));
            } else if (!slow.arithmetic(Arithmetic::Divide, R[i.a], R[i.b], K[i.c], false)) {
                goto failed;
            }
            NEXT();
        }
        CASE(RemainderK) : {
            const Value &l = R[i.b];
            const std::int64_t r = K[i.c].toNumber();
            if (l.isNumber()) [[likely]] {
                const auto n = l.bodyWord();
                if (((n | static_cast<std::uint64_t>(r)) >> 32) == 0) [[likely]]
                    put(R[i.a], static_cast<std::uint32_t>(n) % static_cast<std::uint32_t>(r));
                else
                    put(R[i.a], static_cast<std::uint64_t>(l.toNumber() % r));
            } else if (!slow.arithmetic(Arithmetic::Remainder, R[i.a], R[i.b], K[i.c], false)) {
                goto failed;
            }
            NEXT();
        }
        CASE(Increment) : {
            Value &target = R[i.a];
            const auto by = static_cast<std::int64_t>(i.longJump());
            if (target.isNumber()) [[likely]]
                target.overwriteNumber(static_cast<std::int64_t>(unsignedOf(target) + static_cast<std::uint64_t>(by)));
            else if (!slow.arithmetic(Arithmetic::Add, target, target, Value::number(by), false))
                goto failed;
            NEXT();
        }
        CASE(Negate) : {
            slow.negate(R[i.a], R[i.b], true);
            NEXT();
        }
        CASE(Plus) : {
            slow.negate(R[i.a], R[i.b], false);
            NEXT();
        }
        CASE(Not) : {
            R[i.a] = Value::boolean(R[i.b].isNull());
            NEXT();
        }

        CASE(IsLess) : {
            const Value &l = R[i.b];
            const Value &r = R[i.c];
            R[i.a] = Value::boolean(bothNumbers(l, r) ? l.toNumber() < r.toNumber() : slow.less(l, r));
            NEXT();
        }
        CASE(IsLessEqual) : {
            const Value &l = R[i.b];
            const Value &r = R[i.c];
            R[i.a] = Value::boolean(bothNumbers(l, r) ? l.toNumber() <= r.toNumber() : slow.lessEqual(l, r));
            NEXT();
        }
        CASE(IsEqual) : {
            R[i.a] = Value::boolean(sameContent(R[i.b], R[i.c]));
            NEXT();
        }
        CASE(IsNotEqual) : {
            R[i.a] = Value::boolean(!sameContent(R[i.b], R[i.c]));
            NEXT();
        }
        CASE(And) : {
            R[i.a] = Value::boolean(R[i.b].isTrue() && R[i.c].isTrue());
            NEXT();
        }
        CASE(Or) : {
            R[i.a] = Value::boolean(R[i.b].isTrue() || R[i.c].isTrue());
            NEXT();
        }
        CASE(Xor) : {
            R[i.a] = Value::boolean(R[i.b].isTrue() != R[i.c].isTrue());
            NEXT();
        }

        COMPARE_JUMP(JumpLess, true, R, bothNumbers(l, r), l.toNumber() < r.toNumber(), slow.less(l, r))
        COMPARE_JUMP(JumpNotLess, false, R, bothNumbers(l, r), l.toNumber() < r.toNumber(), slow.less(l, r))
        COMPARE_JUMP(JumpLessEqual, true, R, bothNumbers(l, r), l.toNumber() <= r.toNumber(), slow.lessEqual(l, r))
        COMPARE_JUMP(JumpNotLessEqual, false, R, bothNumbers(l, r), l.toNumber() <= r.toNumber(), slow.lessEqual(l, r))
        COMPARE_JUMP(JumpLessK, true, K, l.isNumber(), l.toNumber() < r.toNumber(), slow.less(l, r))
        COMPARE_JUMP(JumpNotLessK, false, K, l.isNumber(), l.toNumber() < r.toNumber(), slow.less(l, r))
        COMPARE_JUMP(JumpLessEqualK, true, K, l.isNumber(), l.toNumber() <= r.toNumber(), slow.lessEqual(l, r))
        COMPARE_JUMP(JumpNotLessEqualK, false, K, l.isNumber(), l.toNumber() <= r.toNumber(), slow.lessEqual(l, r))
        COMPARE_JUMP(JumpGreaterK, true, K, l.isNumber(), l.toNumber() > r.toNumber(), slow.less(r, l))
        COMPARE_JUMP(JumpNotGreaterK, false, K, l.isNumber(), l.toNumber() > r.toNumber(), slow.less(r, l))
        COMPARE_JUMP(JumpGreaterEqualK, true, K, l.isNumber(), l.toNumber() >= r.toNumber(), slow.lessEqual(r, l))
        COMPARE_JUMP(JumpNotGreaterEqualK, false, K, l.isNumber(), l.toNumber() >= r.toNumber(), slow.lessEqual(r, l))
        COMPARE_JUMP(JumpEqual, true, R, bothNumbers(l, r), l.bodyWord() == r.bodyWord(), sameContent(l, r))
        COMPARE_JUMP(JumpNotEqual, false, R, bothNumbers(l, r), l.bodyWord() == r.bodyWord(), sameContent(l, r))
        COMPARE_JUMP(JumpEqualK, true, K, !r.isCounted(), sameWords(l, r), sameContent(l, r))
        COMPARE_JUMP(JumpNotEqualK, false, K, !r.isCounted(), sameWords(l, r), sameContent(l, r))

        COUNTED_LOOP(LoopLess, R, <, slow.less(counter, bound))
        COUNTED_LOOP(LoopLessEqual, R, <=, slow.lessEqual(counter, bound))
        COUNTED_LOOP(LoopLessK, K, <, slow.less(counter, bound))
        COUNTED_LOOP(LoopLessEqualK, K, <=, slow.lessEqual(counter, bound))

        CASE(GetIndex) : {
            const Value &object = R[i.b];
            const Value &index = R[i.c];
            if (object.isArray() && index.isNumber()) [[likely]] {
                const auto &items = object.array().items;
                const auto n = unsignedOf(index);
                if (n < items.size()) [[likely]]
                    R[i.a] = items[n];
                else
                    R[i.a].setNull();
            } else {
                slow.getIndex(R[i.a], object, index);
            }
            NEXT();
        }
        SET_INDEX(SetIndex, R)
        SET_INDEX(SetIndexK, K)
        CASE(GetKey) : {
            slow.getKey(R[i.a], R[i.b], K[i.c]);
            NEXT();
        }
        CASE(SetKey) : {
            if (!slow.setKey(R[i.a], K[i.b], R[i.c]))
                goto failed;
            if (meter.exceeded()) [[unlikely]]
                goto outOfMemory;
            NEXT();
        }
        CASE(GetComputedKey) : {
            slow.getKey(R[i.a], R[i.b], R[i.c]);
            NEXT();
        }
        CASE(SetComputedKey) : {
            if (!slow.setKey(R[i.a], R[i.b], R[i.c]))
                goto failed;
            if (meter.exceeded()) [[unlikely]]
                goto outOfMemory;
            NEXT();
        }
        CASE(GetTaskVariable) : {
            slow.getTaskVariable(R[i.a], K[i.b]);
            NEXT();
        }
        CASE(SetTaskVariable) : {
            slow.setTaskVariable(K[i.b], R[i.a]);
            NEXT();
        }
        CASE(GetFileConstant) : {
            R[i.a] = task.moduleOf(section->program).constants[i.b];
            NEXT();
        }
        CASE(SetFileConstant) : {
            task.moduleOf(section->program).constants[i.b] = R[i.a];
            NEXT();
        }

        {
            const SectionCode *callee;
            std::uint32_t base;
            std::uint16_t result;
            CASE(Call) : callee = section->siblings[i.b];
            base = static_cast<std::uint32_t>(R - task.m_stack) + i.a;
            result = i.c;
        invoke:
            task.m_frames.back().pc = pc;
            if (task.m_frames.size() >= m_limits.depth) [[unlikely]]
                FAIL("too many nested calls: the limit is " + std::to_string(m_limits.depth));
            if (base + callee->registerCount > task.m_capacity) [[unlikely]]
                task.growStack(base + callee->registerCount);
            R = task.m_stack + base;
            task.m_frames.push_back(Frame{callee, callee->code.data(), base, result});
            section = callee;
            pc = callee->code.data();
            K = callee->constants.data();
            for (Value *v = R + callee->parameterCount, *end = R + callee->variableCount; v < end; ++v)
                v->setNull();
            NEXT();

            CASE(CallExternal) : callee = slow.external(section->program->externals[i.b], i.x);
            goto foreign;
            CASE(CallByName) : callee = slow.byName(R[i.a], i.b == 1, i.x - 1u);
            if (callee && !slow.pendingInitializer(*callee)) {
                // The name leaves, the arguments move down to where the callee expects them.
                for (unsigned n = 1; n < i.x; ++n)
                    R[i.a + n - 1] = std::move(R[i.a + n]);
                R[i.a + i.x - 1].setNull();
            }
        foreign:
            if (!callee) {
                task.m_frames.back().pc = pc;
                goto failed;
            }
            base = static_cast<std::uint32_t>(R - task.m_stack) + i.a;
            result = i.c;
            // A stock helper called with more than it takes; what is missing is null already.
            for (unsigned n = callee->parameterCount; n < i.x; ++n)
                R[i.a + n].setNull();
            if (const SectionCode *initializer = slow.pendingInitializer(*callee)) {
                // First the file's constants; the call itself is run again afterwards.
                --pc;
                task.moduleOf(callee->program).initialized = true;
                callee = initializer;
                base = static_cast<std::uint32_t>(R - task.m_stack) + section->registerCount;
                result = noResult;
            }
            goto invoke;
        }
        CASE(CallBuiltin) : {
            const BuiltinFunction function = builtins[i.b];
            task.m_frames.back().pc = pc;
            if (!function) [[unlikely]]
                FAIL(m_builtins.missingText(i.b));
            Value *const arguments = R + i.a;
            const Outcome outcome = function(context, arguments, i.x, scratch);
            for (unsigned n = 0; n < i.x; ++n)
                arguments[n].setNull();
            if (outcome != Outcome::Done) [[unlikely]] {
                scratch.setNull();
                if (outcome == Outcome::Wait) {
                    task.m_waiting = true;
                    // Left-overs of temporaries would make equal states differ.
                    for (Value *v = arguments, *end = R + section->registerCount; v < end; ++v)
                        v->setNull();
                    task.steps += given - budget;
                    task.stepsSinceWait = 0;
                    return RunState::Waiting;
                }
                if (outcome == Outcome::Stop)
                    goto stopped;
                slow.error = std::move(context.error);
                context.error.clear();
                goto failed;
            }
            R[i.c] = std::move(scratch);
            if (meter.exceeded()) [[unlikely]]
                goto outOfMemory;
            NEXT();
        }
        CASE(Length) : {
            const Value &object = R[i.b];
            put(R[i.a], static_cast<std::uint64_t>(object.isArray() ? static_cast<std::int64_t>(object.array().size())
                                                                    : data::length(object)));
            NEXT();
        }
        CASE(Spawn) : {
            task.m_frames.back().pc = pc;
            if (!data::deepCopy(R[i.c], scratch))
                FAIL("spawn: the parameter is nested too deeply");
            R[i.c].setNull();
            R[i.a] = m_host.spawn(task, *section->siblings[i.b], std::move(scratch));
            scratch.setNull();
            NEXT();
        }
        CASE(Return) : {
            scratch = std::move(R[i.a]);
        leaveSection:
            for (Value *v = R, *end = R + section->registerCount; v != end; ++v)
                v->setNull();
            budget -= pc - section->code.data();
            const std::uint16_t target = task.m_frames.back().resultRegister;
            task.m_frames.pop_back();
            if (task.m_frames.empty())
                goto finished;
            enter();
            if (target != noResult)
                R[target] = std::move(scratch);
            scratch.setNull();
            if (budget < 0) [[unlikely]]
                goto outOfBudget;
            NEXT();
        }
        CASE(ReturnNull) : {
            goto leaveSection;
        }
        CASE(Stop) : {
            goto stopped;
        }
        CASE(Fault) : {
            task.m_frames.back().pc = pc;
            FAIL(K[i.b].toStdString());
        }
    }

outOfBudget:
    task.m_frames.back().pc = pc;
    if (task.steps + (given - budget) >= m_limits.steps)
        FAIL("the limit of " + std::to_string(m_limits.steps) + " instructions is used up");
    if (task.stepsSinceWait + (given - budget) >= m_limits.stepsBetweenWaits)
        FAIL("an endless loop: " + std::to_string(m_limits.stepsBetweenWaits) + " instructions without waiting");
    state = RunState::Paused;
    goto leave;

outOfMemory:
    // Circles of containers count until they are found.
    data::collectCycles();
    if (!meter.exceeded())
        NEXT();
    task.m_frames.back().pc = pc;
    FAIL("out of memory: the limit is " + std::to_string(m_limits.memory >> 20) + " MB");

failed:
    task.m_frames.back().pc = pc;
    m_error.message = std::move(slow.error);
    m_error.stack = task.callStack();
    task.clear();
    return RunState::Failed;

stopped:
    task.clear();
    state = RunState::Stopped;
    goto account;

finished:
    task.clear();
    state = RunState::Finished;
    goto account;

leave:
    task.m_frames.back().pc = pc;
account:
    task.steps += given - budget;
    task.stepsSinceWait += given - budget;
    return state;
}

} // namespace pbx::machine
