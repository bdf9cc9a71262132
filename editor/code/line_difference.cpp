// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/line_difference.h"

#include <algorithm>
#include <vector>

namespace pbx::editor {

namespace {

constexpr int mostSteps = 2000; ///< memory grows with its square

QList<QByteArray> lines(const QByteArray &text)
{
    QList<QByteArray> all = text.split('\n');
    for (QByteArray &line : all) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    if (!all.isEmpty() && all.last().isEmpty())
        all.removeLast();
    return all;
}

using Kind = DifferenceLine::Kind;

/// Myers' greedy search: frontier[k] is the furthest line of `a` reached on diagonal k; a copy of each round is kept to
/// walk back. Empty: too different.
std::vector<std::vector<int>> search(const QList<QByteArray> &a, const QList<QByteArray> &b)
{
    const int n = int(a.size());
    const int m = int(b.size());
    const int most = std::min(n + m, mostSteps);
    std::vector<int> frontier(size_t(2 * most + 3), 0);
    const auto at = [&](int k) -> int & { return frontier[size_t(k + most + 1)]; };
    std::vector<std::vector<int>> rounds;
    for (int d = 0; d <= most; ++d) {
        for (int k = -d; k <= d; k += 2) {
            int x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
            int y = x - k;
            while (x < n && y < m && a[x] == b[y])
                ++x, ++y;
            at(k) = x;
            if (x >= n && y >= m) {
                rounds.emplace_back(frontier.begin() + (most + 1 - d), frontier.begin() + (most + 2 + d));
                return rounds;
            }
        }
        rounds.emplace_back(frontier.begin() + (most + 1 - d), frontier.begin() + (most + 2 + d));
    }
    return {};
}

} // namespace

QList<DifferenceLine> lineDifference(const QByteArray &from, const QByteArray &to)
{
    const QList<QByteArray> a = lines(from);
    const QList<QByteArray> b = lines(to);
    const auto rounds = search(a, b);
    QList<DifferenceLine> result;
    int x = int(a.size());
    int y = int(b.size());
    if (rounds.empty()) {
        for (const QByteArray &line : a)
            result += {Kind::Removed, line};
        for (const QByteArray &line : b)
            result += {Kind::Added, line};
        return result;
    }
    for (int d = int(rounds.size()) - 1; d > 0; --d) {
        const auto &before = rounds[size_t(d - 1)];
        const auto reached = [&](int k) { return k < -(d - 1) || k > d - 1 ? -1 : before[size_t(k + d - 1)]; };
        const int k = x - y;
        const int from1 = k == -d || (k != d && reached(k - 1) < reached(k + 1)) ? k + 1 : k - 1;
        const int startX = reached(from1);
        const int startY = startX - from1;
        while (x > startX && y > startY && a[x - 1] == b[y - 1]) {
            result += {Kind::Same, a[--x]};
            --y;
        }
        if (from1 == k + 1)
            result += {Kind::Added, b[--y]};
        else
            result += {Kind::Removed, a[--x]};
    }
    while (x > 0) {
        result += {Kind::Same, a[--x]};
        --y;
    }
    std::reverse(result.begin(), result.end());
    return result;
}

} // namespace pbx::editor
