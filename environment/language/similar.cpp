// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/similar.h"

#include <algorithm>
#include <array>

namespace pbx::language {

int editDistance(std::string_view a, std::string_view b, int limit)
{
    constexpr std::size_t longest = 64;
    if (a.size() > longest || b.size() > longest)
        return limit + 1;
    const int difference = static_cast<int>(a.size()) - static_cast<int>(b.size());
    if (difference > limit || -difference > limit)
        return limit + 1;
    std::array<std::array<int, longest + 1>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j)
        rows[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto &row = rows[i % 3];
        const auto &above = rows[(i - 1) % 3];
        const auto &twoAbove = rows[(i + 1) % 3];
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], twoAbove[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        if (best > limit)
            return limit + 1;
    }
    return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

int allowedDistance(std::string_view word)
{
    return word.size() < 4 ? 1 : word.size() < 8 ? 2 : 3;
}

} // namespace pbx::language
