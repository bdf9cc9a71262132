// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/syntax_tree.h"

#include <vector>

namespace pbx::language {

/// Keeps every spelling once in the arena of a tree, and every folded spelling once, so that names are compared by
/// address and a file full of `i` holds one of them.
class NameTable {
public:
    explicit NameTable(Tree &tree);

    Name name(std::string_view text, Span span);

private:
    struct Entry {
        std::uint64_t hash = 0;
        std::string_view text; ///< null data: free
        std::string_view folded;
    };
    const Entry &find(std::string_view text);
    void grow();

    Tree &m_tree;
    std::vector<Entry> m_entries;
    std::size_t m_used = 0;
};

} // namespace pbx::language
