// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/expression.h"

#include <algorithm>

namespace pbx::machine {

namespace {

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Half a second of work or so.
constexpr std::int64_t workBound = 100'000'000;
constexpr std::int64_t backtrackBound = 20'000'000;
/// Choices the backtracker may keep open.
constexpr std::size_t maxChoices = 1'000'000;

} // namespace

/// Three ways through the same code. `findSpan` runs all states side by side and knows nothing but where each began:
/// it gives the leftmost, longest match. `fillGroups` runs them again over that match, with the groups. Back-references
/// need `backtrack`.
class ExpressionMatcher {
public:
    using Result = Expression::Result;

    ExpressionMatcher(Expression &expression, std::string_view text)
        : m_expression(expression), m_text(text), m_places(2 * (expression.m_groups + 1))
    {
    }

    Result run(std::vector<std::string_view> &parts)
    {
        const Result result = m_expression.m_references ? backtrackAll() : simulate();
        if (result != Result::Found)
            return result;
        parts.assign(m_places / 2, {});
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::int32_t start = m_found[2 * i];
            const std::int32_t end = m_found[2 * i + 1];
            if (start >= 0 && end >= start)
                parts[i] = m_text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
        }
        return result;
    }

private:
    using Step = Expression::Step;
    using Threads = Expression::Threads;
    using Instruction = Expression::Instruction;

    Result simulate()
    {
        std::size_t start = 0;
        std::size_t end = 0;
        const Result result = findSpan(start, end);
        if (result != Result::Found)
            return result;
        m_found.assign(m_places, -1);
        m_found[0] = static_cast<std::int32_t>(start);
        m_found[1] = static_cast<std::int32_t>(end);
        return m_expression.m_groups == 0 ? Result::Found : fillGroups(start, end);
    }

    bool holds(Step step, std::size_t at) const
    {
        const bool before = at > 0 && isWord(m_text[at - 1]);
        const bool after = at < m_text.size() && isWord(m_text[at]);
        switch (step) {
        case Step::TextStart:
            return at == 0;
        case Step::TextEnd:
            return at == m_text.size();
        case Step::WordEdge:
            return before != after;
        case Step::NoWordEdge:
            return before == after;
        case Step::WordStart:
            return !before && after;
        case Step::WordEnd:
            return before && !after;
        default:
            return true;
        }
    }

    bool takes(const Instruction &instruction, char c) const
    {
        switch (instruction.step) {
        case Step::Byte:
            return static_cast<unsigned char>(c) == instruction.value;
        case Step::Set:
            return m_expression.m_sets[instruction.value][static_cast<unsigned char>(c)];
        default:
            return instruction.step == Step::Any;
        }
    }

    void prepare(Threads &threads, std::size_t width)
    {
        const std::size_t states = m_expression.m_code.size();
        if (threads.seen.size() != states) {
            threads.seen.assign(states, 0);
            threads.generation = 0;
        }
        threads.places.resize(states * width);
        clear(threads);
    }

    static void clear(Threads &threads)
    {
        threads.order.clear();
        if (++threads.generation == 0) {
            std::ranges::fill(threads.seen, 0u);
            threads.generation = 1;
        }
    }

    // --- the span ---

    /// Adds a state and all it leads to without consuming. Earlier starts come first, so who is there stays.
    void add(Threads &threads, std::uint32_t from, std::int32_t start, std::size_t at)
    {
        m_waiting.assign(1, from);
        while (!m_waiting.empty()) {
            const std::uint32_t pc = m_waiting.back();
            m_waiting.pop_back();
            if (threads.seen[pc] == threads.generation)
                continue;
            threads.seen[pc] = threads.generation;
            ++m_work;
            const Instruction &instruction = m_expression.m_code[pc];
            switch (instruction.step) {
            case Step::Jump:
                m_waiting.push_back(instruction.value);
                break;
            case Step::Split:
                m_waiting.push_back(instruction.value);
                m_waiting.push_back(pc + 1);
                break;
            case Step::Byte:
            case Step::Set:
            case Step::Any:
            case Step::Match:
                threads.places[pc] = start;
                threads.order.push_back(pc);
                break;
            default:
                if (holds(instruction.step, at))
                    m_waiting.push_back(pc + 1);
            }
        }
    }

    Result findSpan(std::size_t &start, std::size_t &end)
    {
        Threads *now = &m_expression.m_threads[0];
        Threads *next = &m_expression.m_threads[1];
        prepare(*now, 1);
        prepare(*next, 1);
        bool found = false;
        for (std::size_t at = 0;; ++at) {
            if (!found) {
                if (now->order.empty() && !m_expression.m_anyFirst) {
                    while (at < m_text.size() && !m_expression.m_first[static_cast<unsigned char>(m_text[at])])
                        ++at;
                    if (at == m_text.size())
                        break;
                    clear(*now); // what failed a condition at the place before may hold here
                }
                add(*now, 0, static_cast<std::int32_t>(at), at);
            }
            const char c = at < m_text.size() ? m_text[at] : '\0';
            for (const std::uint32_t pc : now->order) {
                const Instruction &instruction = m_expression.m_code[pc];
                const std::int32_t began = now->places[pc];
                if (found && began > static_cast<std::int32_t>(start))
                    continue;
                ++m_work;
                if (instruction.step == Step::Match) {
                    found = true;
                    start = static_cast<std::size_t>(began);
                    end = at;
                } else if (at < m_text.size() && takes(instruction, c)) {
                    add(*next, pc + 1, began, at + 1);
                }
            }
            if (at >= m_text.size() || (found && next->order.empty()))
                break;
            if (m_work > workBound)
                return Result::TooMuchWork;
            std::swap(now, next);
            clear(*next);
        }
        return found ? Result::Found : Result::NotFound;
    }

    // --- the groups ---

    /// From left to right: the group that began earlier, then the one that reaches further (an open one is growing).
    bool better(const std::int32_t *a, const std::int32_t *b) const
    {
        for (std::size_t i = 2; i < m_places; i += 2) {
            if (a[i] != b[i])
                return b[i] < 0 || (a[i] >= 0 && a[i] < b[i]);
            if (a[i + 1] != b[i + 1])
                return a[i] >= 0 && (a[i + 1] < 0 || (b[i + 1] >= 0 && a[i + 1] > b[i + 1]));
        }
        return false;
    }

    struct Visit {
        std::uint32_t pc; ///< or, with `restore`, the place
        std::int32_t value = 0;
        bool restore = false;
    };

    void addWithGroups(Threads &threads, std::uint32_t from, std::vector<std::int32_t> &places, std::size_t at)
    {
        m_visits.assign(1, {from, 0, false});
        const auto save = [&](std::uint32_t place, std::int32_t value) {
            m_visits.push_back({place, places[place], true});
            places[place] = value;
        };
        while (!m_visits.empty()) {
            const Visit visit = m_visits.back();
            m_visits.pop_back();
            if (visit.restore) {
                places[visit.pc] = visit.value;
                continue;
            }
            std::int32_t *kept = threads.places.data() + visit.pc * m_places;
            const bool known = threads.seen[visit.pc] == threads.generation;
            ++m_work;
            if (known) {
                m_work += static_cast<std::int64_t>(m_places);
                if (!better(places.data(), kept) || m_work > workBound)
                    continue;
            }
            m_work += static_cast<std::int64_t>(m_places);
            std::ranges::copy(places, kept);
            threads.seen[visit.pc] = threads.generation;
            const Instruction &instruction = m_expression.m_code[visit.pc];
            switch (instruction.step) {
            case Step::Jump:
                m_visits.push_back({instruction.value, 0, false});
                break;
            case Step::Split:
                m_visits.push_back({instruction.value, 0, false});
                m_visits.push_back({visit.pc + 1, 0, false});
                break;
            case Step::Save:
                save(instruction.value, static_cast<std::int32_t>(at));
                if (instruction.value % 2 == 0)
                    save(instruction.value + 1, -1);
                m_visits.push_back({visit.pc + 1, 0, false});
                break;
            case Step::Byte:
            case Step::Set:
            case Step::Any:
            case Step::Match:
                if (!known)
                    threads.order.push_back(visit.pc);
                break;
            default:
                if (holds(instruction.step, at))
                    m_visits.push_back({visit.pc + 1, 0, false});
            }
        }
    }

    Result fillGroups(std::size_t start, std::size_t end)
    {
        Threads *now = &m_expression.m_threads[0];
        Threads *next = &m_expression.m_threads[1];
        prepare(*now, m_places);
        prepare(*next, m_places);
        std::vector<std::int32_t> places(m_places, -1);
        addWithGroups(*now, 0, places, start);
        for (std::size_t at = start; at < end; ++at) {
            for (const std::uint32_t pc : now->order) {
                if (!takes(m_expression.m_code[pc], m_text[at]))
                    continue;
                const std::int32_t *kept = now->places.data() + pc * m_places;
                places.assign(kept, kept + m_places);
                addWithGroups(*next, pc + 1, places, at + 1);
            }
            if (m_work > workBound)
                return Result::TooMuchWork;
            std::swap(now, next);
            clear(*next);
        }
        const std::size_t last = m_expression.m_code.size() - 1; // Match stands last
        if (now->seen[last] != now->generation)
            return Result::NotFound;
        const std::int32_t *kept = now->places.data() + last * m_places;
        m_found.assign(kept, kept + m_places);
        return Result::Found;
    }

    // --- back-references ---

    /// A way not taken yet, or a place to put back on the way to it.
    struct Choice {
        std::uint32_t pc;
        std::int32_t value; ///< position in the text; what the place held
        bool restore;
    };

    Result backtrackAll()
    {
        for (std::size_t start = 0; start <= m_text.size(); ++start) {
            if (!m_expression.m_anyFirst
                && (start == m_text.size() || !m_expression.m_first[static_cast<unsigned char>(m_text[start])]))
                continue;
            if (!backtrack(start))
                return Result::TooMuchWork;
            if (!m_found.empty())
                return Result::Found;
        }
        return Result::NotFound;
    }

    /// Tries every way from that start and keeps the longest. False: too much work.
    bool backtrack(std::size_t start)
    {
        m_state.assign(m_places + m_expression.m_loops, -1);
        m_choices.assign(1, {0, static_cast<std::int32_t>(start), false});
        while (!m_choices.empty()) {
            const Choice choice = m_choices.back();
            m_choices.pop_back();
            if (choice.restore)
                m_state[choice.pc] = choice.value;
            else if (!follow(choice.pc, static_cast<std::size_t>(choice.value)))
                return false;
        }
        return true;
    }

    void set(std::size_t place, std::size_t at)
    {
        m_choices.push_back({static_cast<std::uint32_t>(place), m_state[place], true});
        m_state[place] = static_cast<std::int32_t>(at);
    }

    bool follow(std::uint32_t pc, std::size_t at)
    {
        for (;; ++pc) {
            if (++m_work > backtrackBound || m_choices.size() > maxChoices)
                return false;
            const Instruction &instruction = m_expression.m_code[pc];
            switch (instruction.step) {
            case Step::Byte:
            case Step::Set:
            case Step::Any:
                if (at == m_text.size() || !takes(instruction, m_text[at]))
                    return true;
                ++at;
                break;
            case Step::Jump:
                pc = instruction.value - 1;
                break;
            case Step::Split:
                m_choices.push_back({instruction.value, static_cast<std::int32_t>(at), false});
                break;
            case Step::Save:
                set(instruction.value, at);
                break;
            case Step::LoopStart:
                set(m_places + instruction.value, at);
                break;
            case Step::LoopEnd:
                if (m_state[m_places + instruction.value] == static_cast<std::int32_t>(at))
                    return true;
                break;
            case Step::Reference: {
                const std::int32_t from = m_state[2 * instruction.value];
                const std::int32_t to = m_state[2 * instruction.value + 1];
                if (from < 0 || to < from)
                    return true;
                const auto again = m_text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
                if (!m_text.substr(at).starts_with(again))
                    return true;
                at += again.size();
                m_work += static_cast<std::int64_t>(again.size() / 8);
                break;
            }
            case Step::Match:
                if (m_found.empty() || m_state[1] > m_found[1]
                    || (m_state[1] == m_found[1] && better(m_state.data(), m_found.data())))
                    m_found.assign(m_state.begin(), m_state.begin() + static_cast<std::ptrdiff_t>(m_places));
                return true;
            default:
                if (!holds(instruction.step, at))
                    return true;
            }
        }
    }

    Expression &m_expression;
    std::string_view m_text;
    std::size_t m_places; ///< two for each group and for the whole
    std::int64_t m_work = 0;
    std::vector<std::int32_t> m_found;
    std::vector<std::uint32_t> m_waiting;
    std::vector<Visit> m_visits;
    std::vector<std::int32_t> m_state;
    std::vector<Choice> m_choices;
};

Expression::Result Expression::search(std::string_view subject, std::vector<std::string_view> &parts)
{
    return ExpressionMatcher(*this, subject).run(parts);
}

} // namespace pbx::machine
