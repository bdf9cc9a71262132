// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/refusal.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace pbx::practice {

/// The words behind a command's name, read strictly (server-interfaces, 1.4 and 2.3): one line, blanks alone between words,
/// no comment, nothing unquoted but letters, digits, `.` `-` `@` `_` and what is not ASCII, no missing ';', no joined
/// strings. The first fault stays: whatever is asked for after it comes back empty, and done() gives it.
class Words {
public:
    explicit Words(std::string_view line) : m_line(line) {}

    /// Nothing but blanks is left.
    [[nodiscard]] bool atEnd();
    /// Takes the keyword if it is the next word, unquoted, in any letter case.
    bool takes(std::string_view keyword);
    /// The keyword has to be there.
    void expect(std::string_view keyword);
    /// A name or another text; `what` names it in the fault.
    std::string text(std::string_view what);
    /// The same, or the asterisk.
    std::string account();
    /// Digits, also written `#12`.
    std::int64_t number(std::string_view what);
    data::Value object(std::string_view what);
    data::Value dictionary(std::string_view what);
    data::Value array(std::string_view what);
    /// The bytes of a datablock.
    std::string dataBlock(std::string_view what);

    /// Everything was there, in order, and nothing more.
    [[nodiscard]] bool done();
    [[nodiscard]] std::unexpected<Refusal> fault() const { return std::unexpected(m_fault); }
    void fail(std::string text);

private:
    bool skipBlanks();
    bool beginsWord(std::string_view what);
    std::string_view bareWord();

    std::string_view m_line;
    std::size_t m_at = 0;
    bool m_separated = true; ///< a blank or the beginning stands before m_at
    bool m_failed = false;
    Refusal m_fault;
};

/// Length of the object a text begins with, strictly in the single-line form; 0 and a reason when there is none.
[[nodiscard]] std::size_t strictObject(std::string_view text, std::string &reason);

} // namespace pbx::practice
