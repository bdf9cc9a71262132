// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pbx::language {

/// How many letters have to be changed, added, dropped or swapped with their neighbour to make one word of the other;
/// limit + 1 when it is more than the limit. Words past 64 bytes are never similar.
int editDistance(std::string_view a, std::string_view b, int limit);

/// How much a word of that length may differ and still be taken for a slip of the fingers.
int allowedDistance(std::string_view word);

} // namespace pbx::language
