// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pbx::files {

/// What the prompts of one language say: `name = text` a line, in UTF-8. Lines that say something else (comments with
/// `#`, blank ones, unreadable ones) and the line ends stay as they were.
class PromptTexts {
public:
    [[nodiscard]] static PromptTexts fromBytes(const QByteArray &bytes);
    [[nodiscard]] QByteArray toBytes() const;

    /// Name in any case. An empty text is a text ("blank ="); nullopt: the file does not name the prompt.
    [[nodiscard]] std::optional<std::string> text(std::string_view name) const;
    /// Changes the line of the name or appends one. Line ends inside the text become blanks.
    void setText(std::string_view name, std::string_view text);
    bool remove(std::string_view name);
    /// In order of the file, as written there.
    [[nodiscard]] std::vector<std::string> names() const;

    struct Problem {
        int line = 0;
        std::string message;
    };
    const std::vector<Problem> &problems() const noexcept { return m_problems; }

private:
    struct Line {
        std::string raw;  ///< without its end
        std::string end;  ///< "\n", "\r\n", "\r" or nothing
        std::string name; ///< empty: no entry
        std::string text;
    };
    const Line *find(std::string_view name) const;

    std::vector<Line> m_lines;
    std::vector<Problem> m_problems;
};

} // namespace pbx::files
