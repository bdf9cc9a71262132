// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/catalogue.h"

#include "environment/language/catalogue_data.h"

#include <algorithm>
#include <array>

namespace pbx::language {

std::span<const Builtin> builtins()
{
    return catalogueData;
}

const Builtin *findBuiltin(std::string_view name)
{
    std::array<char, 64> buffer;
    if (name.empty() || name.size() > buffer.size())
        return nullptr;
    std::ranges::transform(name, buffer.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    const std::string_view folded(buffer.data(), name.size());
    const auto place = std::ranges::lower_bound(catalogueData, folded, {}, &Builtin::folded);
    return place != catalogueData.end() && place->folded == folded ? &*place : nullptr;
}

} // namespace pbx::language
