// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/options.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace pbx::app {

namespace {

std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string unknownOption(std::string_view name, std::span<const OptionRule> rules)
{
    std::vector<std::string_view> names{"--help"};
    for (const OptionRule &rule : rules)
        names.push_back(rule.name);
    std::string text = "there is no option " + std::string(name);
    if (const auto meant = nearest(name, names))
        text += "; did you mean " + std::string(*meant) + "?";
    return text;
}

} // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known)
{
    std::optional<std::string_view> best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const auto candidate : known) {
        if (word.size() > 100)
            break;
        const std::size_t steps = candidate.starts_with(word) && word.size() > 2 ? 1 : distance(word, candidate);
        if (steps < least) {
            least = steps;
            best = candidate;
        }
    }
    return best;
}

std::optional<std::int64_t> readWholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return number;
}

std::expected<Options, std::string> Options::parse(std::span<const std::string> words, std::span<const OptionRule> rules)
{
    Options options;
    bool operandsOnly = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (operandsOnly || word.size() < 2 || word[0] != '-') {
            options.m_operands.push_back(word);
            continue;
        }
        if (word == "--") {
            operandsOnly = true;
            continue;
        }
        const auto equals = word.starts_with("--") ? word.find('=') : std::string::npos;
        const std::string name = word.substr(0, equals);
        const auto rule = std::ranges::find(rules, std::string_view(name), &OptionRule::name);
        if (rule == rules.end())
            return std::unexpected(unknownOption(name, rules));
        if (options.has(name) && !rule->repeatable)
            return std::unexpected(name + " is given twice");
        std::string value;
        if (rule->value.empty()) {
            if (equals != std::string::npos)
                return std::unexpected(name + " takes no value");
        } else if (equals != std::string::npos) {
            value = word.substr(equals + 1);
        } else if (i + 1 < words.size()) {
            value = words[++i];
        } else {
            return std::unexpected(name + " needs a value: " + name + " " + std::string(rule->value));
        }
        options.m_values[name].push_back(std::move(value));
    }
    return options;
}

std::string Options::value(std::string_view name, std::string_view absent) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string(absent) : found->second.back();
}

std::vector<std::string> Options::values(std::string_view name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::vector<std::string>() : found->second;
}

} // namespace pbx::app
