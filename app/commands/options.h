// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pbx::app {

/// An option of a command. Options begin with "--" (or are "-o" and the like) and stand anywhere before "--".
struct OptionRule {
    std::string_view name; ///< "--format"
    std::string_view value; ///< what the value is called in help: "NAME"; empty: the option has none
    std::string_view help;
    bool repeatable = false;
};

/// What was given on the command line.
class Options {
public:
    /// The error is a sentence for people, with what was probably meant.
    [[nodiscard]] static std::expected<Options, std::string> parse(std::span<const std::string> words,
                                                                   std::span<const OptionRule> rules);

    bool has(std::string_view name) const { return m_values.contains(name); }
    /// The last value; empty when the option was not given.
    std::string value(std::string_view name, std::string_view absent = {}) const;
    std::vector<std::string> values(std::string_view name) const;
    const std::vector<std::string> &operands() const { return m_operands; }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_values;
    std::vector<std::string> m_operands;
};

/// The nearest of the words, when it is near enough to be a slip.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known);

/// A whole decimal number.
std::optional<std::int64_t> readWholeNumber(std::string_view text);

} // namespace pbx::app
