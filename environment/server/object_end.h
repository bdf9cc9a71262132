// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace pbx::server {

/// Finds where an object ends while its bytes arrive: each byte is looked at once, whatever the object holds.
class ObjectEnd {
public:
    /// True: the object is complete; the byte was the end of the line it ends on.
    [[nodiscard]] bool feed(char c);

private:
    enum class In { Plain, String, Escape, Data, Marked, Opaque, Slash, LineComment, Comment, CommentStar, Element };
    [[nodiscard]] bool plain(char c);
    void element(char c);
    void beginMarkup();

    In m_in = In::Plain;
    std::size_t m_depth = 0;   ///< brackets open
    bool m_begun = false;
    bool m_word = false;       ///< inside an unquoted run
    // Of an element: what the markup under way began with, its quote, and how many elements are open.
    std::string m_markup;
    char m_quote = 0;
    std::size_t m_elements = 0;
    bool m_inMarkup = false;
    std::size_t m_markupSize = 0;
    char m_before = 0, m_beforeThat = 0;
};

} // namespace pbx::server
