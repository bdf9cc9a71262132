// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/deploy.h"

#include <algorithm>
#include <optional>

/// Merging three ways, by lines.
namespace pbx::deploy {

namespace {

using Lines = std::vector<std::string_view>;

/// Each with its line end: a last line without one is another line.
Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto length = end == text.npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

/// A stretch of the base that one side has replaced.
struct Change {
    std::size_t baseBegin = 0, baseEnd = 0;
    std::size_t begin = 0, end = 0; ///< in the changed text
};

/// The longest common subsequence by Myers' walk along diagonals. nullopt: too different to be worth it.
class Difference {
public:
    Difference(const Lines &base, const Lines &other) : m_base(base), m_other(other) {}

    std::optional<std::vector<Change>> changes()
    {
        if (!walk())
            return std::nullopt;
        std::vector<Change> found;
        std::size_t base = 0, other = 0;
        for (const auto &[b, o] : pairs()) {
            if (b > base || o > other)
                found.push_back({base, b, other, o});
            base = b + 1;
            other = o + 1;
        }
        if (base < m_base.size() || other < m_other.size())
            found.push_back({base, m_base.size(), other, m_other.size()});
        return found;
    }

private:
    static constexpr int furthest = 4000; ///< changed lines; memory grows with the square

    int reach(const std::vector<int> &row, int d, int k) const
    {
        const auto at = [&](int diagonal) { return row[static_cast<std::size_t>(diagonal + d + 1)]; };
        const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
        return down ? at(k + 1) : at(k - 1) + 1;
    }

    /// Rows of how far each diagonal reaches after d changes, for the way back.
    bool walk()
    {
        const int n = static_cast<int>(m_base.size()), m = static_cast<int>(m_other.size());
        std::vector<int> row{0, 0, 0};
        for (int d = 0; d <= std::min(n + m, furthest); ++d) {
            std::vector<int> next(static_cast<std::size_t>(2 * d + 5), 0);
            for (int k = -d; k <= d; k += 2) {
                int x = d == 0 ? 0 : reach(row, d, k);
                int y = x - k;
                while (x < n && y < m && m_base[static_cast<std::size_t>(x)] == m_other[static_cast<std::size_t>(y)]) {
                    ++x;
                    ++y;
                }
                next[static_cast<std::size_t>(k + d + 2)] = x;
                if (x >= n && y >= m) {
                    m_rows.push_back(std::move(row));
                    m_diagonal = k;
                    m_steps = d;
                    return true;
                }
            }
            m_rows.push_back(std::move(row));
            row = std::move(next);
        }
        return false;
    }

    std::vector<std::pair<std::size_t, std::size_t>> pairs() const
    {
        std::vector<std::pair<std::size_t, std::size_t>> same;
        int x = static_cast<int>(m_base.size()), y = static_cast<int>(m_other.size()), k = m_diagonal;
        for (int d = m_steps; d >= 0; --d) {
            const auto &row = m_rows[static_cast<std::size_t>(d)];
            int startX = 0, before = k;
            if (d > 0) {
                const auto at = [&](int diagonal) { return row[static_cast<std::size_t>(diagonal + d + 1)]; };
                const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
                before = down ? k + 1 : k - 1;
                startX = down ? at(before) : at(before) + 1;
            }
            while (x > startX) {
                --x;
                --y;
                same.emplace_back(static_cast<std::size_t>(x), static_cast<std::size_t>(y));
            }
            if (d > 0) {
                const auto at = [&](int diagonal) { return row[static_cast<std::size_t>(diagonal + d + 1)]; };
                x = at(before);
                y = x - before;
                k = before;
            }
        }
        std::ranges::reverse(same);
        return same;
    }

    const Lines &m_base, &m_other;
    std::vector<std::vector<int>> m_rows;
    int m_diagonal = 0, m_steps = 0;
};

void append(std::string &text, const Lines &lines, std::size_t begin, std::size_t end)
{
    for (auto i = begin; i < end; ++i)
        text += lines[i];
}

/// Lines of one side that stand for a stretch of the base wider than its changes.
void appendSide(std::string &text, const Lines &base, const Lines &side, const std::vector<Change> &changes,
                std::size_t begin, std::size_t end)
{
    auto at = begin;
    for (const auto &change : changes) {
        if (change.baseBegin < begin || change.baseEnd > end)
            continue;
        append(text, base, at, change.baseBegin);
        append(text, side, change.begin, change.end);
        at = change.baseEnd;
    }
    append(text, base, at, end);
}

/// Changes that meet, even at an edge, belong together: nobody can tell in which order they are meant.
bool touches(const Change &change, std::size_t begin, std::size_t end)
{
    return change.baseBegin <= end && change.baseEnd >= begin;
}

} // namespace

std::optional<std::string> merged(std::string_view base, std::string_view here, std::string_view there)
{
    const auto baseLines = linesOf(base), hereLines = linesOf(here), thereLines = linesOf(there);
    const auto ours = Difference(baseLines, hereLines).changes();
    const auto theirs = Difference(baseLines, thereLines).changes();
    if (!ours || !theirs)
        return std::nullopt;
    std::string text;
    std::size_t at = 0, our = 0, their = 0;
    while (our < ours->size() || their < theirs->size()) {
        const bool oursFirst = their == theirs->size()
                               || (our < ours->size() && (*ours)[our].baseBegin <= (*theirs)[their].baseBegin);
        auto begin = (oursFirst ? (*ours)[our] : (*theirs)[their]).baseBegin;
        auto end = (oursFirst ? (*ours)[our] : (*theirs)[their]).baseEnd;
        const auto ourBegin = our, theirBegin = their;
        for (bool grown = true; grown;) {
            grown = false;
            while (our < ours->size() && touches((*ours)[our], begin, end)) {
                end = std::max(end, (*ours)[our++].baseEnd);
                grown = true;
            }
            while (their < theirs->size() && touches((*theirs)[their], begin, end)) {
                end = std::max(end, (*theirs)[their++].baseEnd);
                grown = true;
            }
        }
        append(text, baseLines, at, begin);
        std::string mine, yours;
        appendSide(mine, baseLines, hereLines, *ours, begin, end);
        appendSide(yours, baseLines, thereLines, *theirs, begin, end);
        if (our > ourBegin && their > theirBegin && mine != yours)
            return std::nullopt;
        text += our > ourBegin ? mine : yours;
        at = end;
    }
    append(text, baseLines, at, baseLines.size());
    return text;
}

} // namespace pbx::deploy
