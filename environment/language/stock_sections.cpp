// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/stock_sections.h"

#include <algorithm>
#include <array>

namespace pbx::language {

bool isStockSection(std::string_view folded)
{
    static constexpr std::array names{
        std::string_view("activequeuecaller"), std::string_view("bridgedloop"),    std::string_view("bridgedloophash"),
        std::string_view("callerleg"),         std::string_view("callerlegbridge"), std::string_view("findfreeagents"),
        std::string_view("playnumber"),        std::string_view("pstnsdpfilter"),
    };
    return std::ranges::find(names, folded) != names.end();
}

bool isStockSection(const Section &section)
{
    return (section.module.folded.empty() || section.module.folded == section.name.folded)
        && isStockSection(section.name.folded);
}

} // namespace pbx::language
