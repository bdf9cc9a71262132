// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/prompt_texts.h"

#include "environment/accounts/words.h"
#include "environment/files/name_rules.h"

#include <QUtf8StringView>

#include <algorithm>
#include <unordered_set>

namespace pbx::files {

using accounts::said;

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const bool lineEnd = c == '\n' || c == '\r';
        if (!lineEnd)
            line += c;
        else if (line.empty() || line.back() != ' ')
            line += ' ';
    }
    return std::string(trimmed(line));
}

} // namespace

PromptTexts PromptTexts::fromBytes(const QByteArray &bytes)
{
    PromptTexts texts;
    std::string_view rest(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    std::unordered_set<std::string> seen;
    const auto report = [&texts](std::string message) {
        texts.m_problems.push_back({static_cast<int>(texts.m_lines.size()) + 1, std::move(message)});
    };
    while (!rest.empty()) {
        Line line;
        const auto end = rest.find_first_of("\r\n");
        line.raw = rest.substr(0, end);
        if (end != std::string_view::npos)
            line.end = rest.substr(end, rest.substr(end).starts_with("\r\n") ? 2 : 1);
        rest.remove_prefix(line.raw.size() + line.end.size());

        std::string_view content = line.raw;
        if (texts.m_lines.empty() && content.starts_with("\xef\xbb\xbf"))
            content.remove_prefix(3);
        content = trimmed(content);
        const auto equals = content.find('=');
        if (!QUtf8StringView(content.data(), static_cast<qsizetype>(content.size())).isValidUtf8()) {
            report(said(QT_TRANSLATE_NOOP("Words", "The line is not UTF-8.")));
        } else if (!content.empty() && content.front() != '#') {
            const auto name =
                equals == std::string_view::npos ? std::string_view() : trimmed(content.substr(0, equals));
            if (!isLookupName(name)) {
                report(said(QT_TRANSLATE_NOOP("Words", "A line is written \"name = text\".")));
            } else if (!seen.insert(foldName(name)).second) {
                report(said(QT_TRANSLATE_NOOP("Words", "The prompt \"%1\" has a text already; the first counts."), {name}));
            } else {
                line.name = name;
                line.text = trimmed(content.substr(equals + 1));
            }
        }
        texts.m_lines.push_back(std::move(line));
    }
    return texts;
}

QByteArray PromptTexts::toBytes() const
{
    std::string all;
    for (const auto &line : m_lines)
        all += line.raw + line.end;
    return QByteArray(all.data(), static_cast<qsizetype>(all.size()));
}

const PromptTexts::Line *PromptTexts::find(std::string_view name) const
{
    const auto folded = foldName(name);
    for (const auto &line : m_lines) {
        if (!line.name.empty() && matchesFolded(line.name, folded))
            return &line;
    }
    return nullptr;
}

std::optional<std::string> PromptTexts::text(std::string_view name) const
{
    const auto *line = find(name);
    return line ? std::optional(line->text) : std::nullopt;
}

void PromptTexts::setText(std::string_view name, std::string_view text)
{
    if (!isLookupName(name) || name.contains('=') || name.front() == '#')
        return;
    if (const auto *found = find(name)) {
        auto &line = m_lines[static_cast<std::size_t>(found - m_lines.data())];
        line.text = oneLine(text);
        // The writer's own spacing before the text stays.
        line.raw = line.raw.substr(0, line.raw.find('=') + 1) + (line.text.empty() ? "" : " ") + line.text;
        return;
    }
    Line line;
    line.name = trimmed(name);
    line.text = oneLine(text);
    line.raw = line.name + " =" + (line.text.empty() ? "" : " ") + line.text;
    line.end = m_lines.empty() || m_lines.front().end.empty() ? "\n" : m_lines.front().end;
    if (!m_lines.empty() && m_lines.back().end.empty())
        m_lines.back().end = line.end;
    m_lines.push_back(std::move(line));
}

bool PromptTexts::remove(std::string_view name)
{
    const auto *found = find(name);
    if (!found)
        return false;
    m_lines.erase(m_lines.begin() + (found - m_lines.data()));
    return true;
}

std::vector<std::string> PromptTexts::names() const
{
    std::vector<std::string> names;
    for (const auto &line : m_lines) {
        if (!line.name.empty())
            names.push_back(line.name);
    }
    return names;
}

} // namespace pbx::files
