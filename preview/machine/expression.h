// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// POSIX extended regular expressions with the GNU additions (\w \W \s \S \b \B \< \> and back-references), on bytes.
///
/// Leftmost, then longest; among equals each group, from left to right, takes as much as it can. Time without
/// back-references: proportional to text times expression. With them it can be exponential, so every search has a
/// bound of work and says when it was reached.
namespace pbx::machine {

class Expression {
public:
    static constexpr std::size_t maxPattern = 4096; ///< bytes

    explicit Expression(std::string_view pattern);

    const std::string &pattern() const { return m_pattern; }
    /// False: not an expression, or one beyond the bounds (tooLarge).
    bool valid() const { return m_valid; }
    /// More than maxPattern bytes, 5000 steps after counts {m,n} are multiplied out, 100 levels of groups, or 250,000
    /// steps times groups.
    bool tooLarge() const { return m_tooLarge; }
    /// \d is used, which is a plain d here.
    bool hasDigitEscape() const { return m_digitEscape; }

    enum class Result { Found, NotFound, TooMuchWork };
    /// The parts found: the whole match and each group; an unused group is empty.
    Result search(std::string_view subject, std::vector<std::string_view> &parts);

private:
    friend class ExpressionParser;
    friend class ExpressionMatcher;

    enum class Step : std::uint8_t {
        Byte, ///< one byte equal to `value`
        Set, ///< one byte of m_sets[value]
        Any,
        Jump, ///< to `value`
        Split, ///< to the next and to `value`
        Save, ///< the position into place `value`
        LoopStart, ///< notes the position in loop `value`
        LoopEnd, ///< fails when nothing was consumed in loop `value`
        TextStart,
        TextEnd,
        WordEdge,
        NoWordEdge,
        WordStart,
        WordEnd,
        Reference, ///< the text of group `value` again
        Match,
    };
    struct Instruction {
        Step step;
        std::uint32_t value = 0;
    };
    using ByteSet = std::bitset<256>;

    void findFirstBytes();

    std::string m_pattern;
    std::vector<Instruction> m_code;
    std::vector<ByteSet> m_sets;
    ByteSet m_first; ///< a match can only begin with one of these
    bool m_anyFirst = true; ///< m_first says nothing
    std::uint32_t m_groups = 0;
    std::uint32_t m_loops = 0;
    bool m_references = false;
    bool m_valid = false;
    bool m_tooLarge = false;
    bool m_digitEscape = false;

    /// Scratch of the matcher, kept for the next search.
    struct Threads {
        std::vector<std::uint32_t> order;
        std::vector<std::uint32_t> seen; ///< a state is in the list when this is the list's generation
        std::vector<std::int32_t> places; ///< of each state
        std::uint32_t generation = 0;
    };
    std::array<Threads, 2> m_threads;
};

} // namespace pbx::machine
