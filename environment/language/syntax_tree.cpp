// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/language/syntax_tree.h"

#include <algorithm>
#include <cstring>

namespace pbx::language {

bool Tree::hasErrors() const
{
    return std::ranges::any_of(diagnostics, [](const Diagnostic &d) { return d.severity == Severity::Error; });
}

const Section *Tree::find(std::string_view folded) const
{
    for (const Section *section : sections) {
        if (section->form == Section::Form::Definition && section->name.folded == folded)
            return section;
    }
    return nullptr;
}

std::string_view Tree::text(std::string_view copy)
{
    if (copy.empty())
        return {};
    auto *place = static_cast<char *>(m_arena->allocate(copy.size(), 1));
    std::memcpy(place, copy.data(), copy.size());
    return {place, copy.size()};
}

} // namespace pbx::language
