// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/machine/builtins_p.h"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <list>
#include <memory>
#include <mutex>
#include <regex.h>

/// FindRegEx: POSIX extended expressions with the GNU additions, on bytes, through the C library.
///
/// The library can't be interrupted, so what it gets is bounded beforehand; above a bound FindRegEx gives null with a
/// remark: 4096 bytes of expression, 5000 parts after its counts {m,n} are multiplied out, 100 levels of groups; 1 MB of
/// text, 64 kB with a starred part inside a starred group, and 256 bytes with back-references, whose search takes
/// exponential time at worst.
namespace pbx::machine {

namespace {

constexpr std::size_t maxPattern = 4096;
constexpr std::size_t maxParts = 5000;
constexpr std::size_t maxGroupLevels = 100;
constexpr std::size_t maxSubject = std::size_t(1) << 20;
constexpr std::size_t maxSubjectNested = std::size_t(64) << 10;
constexpr std::size_t maxSubjectBackReferences = 256;
constexpr int maxBackReferences = 4;

/// What an expression would cost, from its text alone.
struct Survey {
    const char *tooCostly = nullptr;
    int backReferences = 0;
    bool nestedRepeats = false;
    bool digitEscape = false; ///< \d, which other dialects know
};

class Surveyor {
public:
    explicit Surveyor(std::string_view pattern) : m_text(pattern) {}

    Survey run()
    {
        if (m_text.size() > maxPattern) {
            m_survey.tooCostly = "the expression is longer than 4096 bytes";
            return m_survey;
        }
        m_levels.push_back({});
        while (m_at < m_text.size() && !m_survey.tooCostly)
            step();
        std::size_t total = 0;
        for (const Level &level : m_levels)
            total += level.parts;
        if (total > maxParts)
            m_survey.tooCostly = tooManyParts;
        return m_survey;
    }

private:
    static constexpr const char *tooManyParts = "the expression repeats too much";

    struct Level {
        std::size_t parts = 1;
        std::size_t last = 0; ///< parts of what a repetition would repeat
        bool repeats = false; ///< holds an unbounded repetition
        bool lastRepeats = false;
    };

    void step()
    {
        const char c = m_text[m_at++];
        Level &level = m_levels.back();
        switch (c) {
        case '\\':
            if (m_at < m_text.size()) {
                const char escaped = m_text[m_at++];
                if (escaped >= '1' && escaped <= '9')
                    ++m_survey.backReferences;
                m_survey.digitEscape |= escaped == 'd';
            }
            atom(1, false);
            break;
        case '[':
            skipBracket();
            atom(1, false);
            break;
        case '(':
            if (m_levels.size() > maxGroupLevels)
                m_survey.tooCostly = "the groups are nested deeper than 100 levels";
            m_levels.push_back({});
            break;
        case ')':
            if (m_levels.size() > 1) {
                const Level closed = level;
                m_levels.pop_back();
                atom(closed.parts, closed.repeats);
            } else {
                atom(1, false);
            }
            break;
        case '*':
        case '+':
            repeat(c == '+' ? 2 : 1, true);
            break;
        case '{':
            count();
            break;
        case '?':
            break;
        default:
            atom(1, false);
        }
    }

    void atom(std::size_t parts, bool repeats)
    {
        Level &level = m_levels.back();
        level.parts += parts;
        level.last = parts;
        level.lastRepeats = repeats;
        level.repeats |= repeats;
        if (level.parts > maxParts)
            m_survey.tooCostly = tooManyParts;
    }

    void repeat(std::size_t times, bool unbounded)
    {
        Level &level = m_levels.back();
        times = std::max<std::size_t>(times, 1);
        level.parts += level.last * (times - 1);
        level.last *= times;
        if (level.parts > maxParts)
            m_survey.tooCostly = tooManyParts;
        if (unbounded || times > 1) {
            m_survey.nestedRepeats |= level.lastRepeats;
            level.lastRepeats = true;
            level.repeats = true;
        }
    }

    /// {m}, {m,}, {m,n}: the larger number multiplies. Something else is left to the library.
    void count()
    {
        std::size_t largest = 0;
        std::size_t n = 0;
        bool open = false;
        for (; m_at < m_text.size() && m_text[m_at] != '}'; ++m_at) {
            const char c = m_text[m_at];
            if (c >= '0' && c <= '9')
                n = std::min<std::size_t>(n * 10 + static_cast<std::size_t>(c - '0'), 100'000);
            else
                n = 0;
            open = c == ',';
            largest = std::max(largest, n);
        }
        m_at += m_at < m_text.size();
        repeat(largest + open, open);
    }

    void skipBracket()
    {
        if (m_at < m_text.size() && m_text[m_at] == '^')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == ']')
            ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != ']') {
            const char c = m_text[m_at++];
            const char kind = m_at < m_text.size() ? m_text[m_at] : '\0';
            if (c == '[' && (kind == ':' || kind == '.' || kind == '=')) {
                const auto end = m_text.find(std::string{kind, ']'}, m_at + 1);
                m_at = end == std::string_view::npos ? m_text.size() : end + 2;
            }
        }
        m_at += m_at < m_text.size();
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Level> m_levels;
    Survey m_survey;
};

/// Bytes must stay bytes whatever locale the process has chosen.
class ByteLocale {
public:
    ByteLocale()
    {
        static const locale_t bytes = newlocale(LC_ALL_MASK, "C", static_cast<locale_t>(nullptr));
        m_before = uselocale(bytes);
    }
    ~ByteLocale() { uselocale(m_before); }
    ByteLocale(const ByteLocale &) = delete;
    ByteLocale &operator=(const ByteLocale &) = delete;

private:
    locale_t m_before;
};

class Expression {
public:
    explicit Expression(std::string_view pattern) : m_pattern(pattern), m_survey(Surveyor(pattern).run())
    {
        if (m_survey.tooCostly)
            return;
        m_buffer.fastmap = static_cast<char *>(std::malloc(256));
        // The dialect is a global of the library.
        static std::mutex mutex;
        const std::lock_guard lock(mutex);
        const reg_syntax_t before = re_set_syntax(RE_SYNTAX_POSIX_EXTENDED & ~RE_DOT_NOT_NULL);
        m_valid = re_compile_pattern(pattern.data(), pattern.size(), &m_buffer) == nullptr;
        re_set_syntax(before);
        m_buffer.newline_anchor = 0; // ^ and $ are the ends of the text, not of its lines
    }
    ~Expression()
    {
        regfree(&m_buffer);
        std::free(m_registers.start);
        std::free(m_registers.end);
    }
    Expression(const Expression &) = delete;
    Expression &operator=(const Expression &) = delete;

    const std::string &pattern() const { return m_pattern; }
    bool valid() const { return m_valid; }
    const Survey &survey() const { return m_survey; }

    const char *tooCostlyFor(std::size_t subject) const
    {
        if (m_survey.tooCostly)
            return m_survey.tooCostly;
        if (m_survey.backReferences > maxBackReferences)
            return "the expression has more than 4 back-references";
        if (m_survey.backReferences > 0 && subject > maxSubjectBackReferences)
            return "with back-references the text may have 256 bytes at most";
        if (m_survey.nestedRepeats && subject > maxSubjectNested)
            return "with repetitions inside repetitions the text may have 64 kB at most";
        return subject > maxSubject ? "the text is longer than 1 MB" : nullptr;
    }

    /// Number of texts found (the match and its groups), 0: no match.
    std::size_t search(std::string_view subject)
    {
        const auto size = static_cast<regoff_t>(subject.size());
        if (re_search(&m_buffer, subject.data(), size, 0, size, &m_registers) < 0)
            return 0;
        return m_buffer.re_nsub + 1;
    }
    std::string_view found(std::string_view subject, std::size_t i) const
    {
        const regoff_t start = m_registers.start[i];
        const regoff_t end = m_registers.end[i];
        if (start < 0 || end < start)
            return {};
        return subject.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
    }

private:
    std::string m_pattern;
    Survey m_survey;
    bool m_valid = false;
    re_pattern_buffer m_buffer{};
    re_registers m_registers{};
};

/// Programs use few expressions, over and over. The first is the one used last.
Expression &compiled(std::string_view pattern, bool &fresh)
{
    static thread_local std::list<Expression> cache;
    constexpr std::size_t places = 16;
    fresh = false;
    for (auto it = cache.begin(); it != cache.end(); ++it) {
        if (it->pattern() == pattern) {
            if (it != cache.begin())
                cache.splice(cache.begin(), cache, it);
            return cache.front();
        }
    }
    fresh = true;
    cache.emplace_front(pattern);
    if (cache.size() > places)
        cache.pop_back();
    return cache.front();
}

Outcome findRegEx(Context &context, Value *arguments, unsigned, Value &result)
{
    if (!arguments[0].isString() || !arguments[1].isString())
        return Outcome::Done;
    const std::string_view subject = arguments[0].bytes();
    const ByteLocale locale;
    bool fresh = false;
    Expression &expression = compiled(arguments[1].bytes(), fresh);
    if (fresh && expression.survey().digitEscape)
        remark(context, "FindRegEx", "\\d means the letter d in this dialect; write [0-9]");
    if (const char *reason = expression.tooCostlyFor(subject.size())) {
        remark(context, "FindRegEx", reason);
        return Outcome::Done;
    }
    const std::size_t count = expression.valid() ? expression.search(subject) : 0;
    if (count == 0)
        return Outcome::Done;
    result = Value::newArray();
    for (std::size_t i = 0; i < count; ++i)
        result.array().append(Value::string(expression.found(subject, i)));
    return Outcome::Done;
}

} // namespace

void addRegexBuiltins(BuiltinTable &table)
{
    table.set("FindRegEx", findRegEx);
}

} // namespace pbx::machine
