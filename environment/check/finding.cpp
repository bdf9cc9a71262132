// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/check/finding.h"

#include <algorithm>
#include <tuple>

namespace pbx::check {

void Report::setRoot(const QString &root, const std::string &shown)
{
    m_root = root;
    m_shown = shown;
}

std::string Report::shownPath(const QString &path) const
{
    if (m_root.isEmpty() || !path.startsWith(m_root + QLatin1Char('/')))
        return path.toStdString();
    const std::string below = path.mid(m_root.size() + 1).toStdString();
    return m_shown.empty() ? below : m_shown + (m_shown.ends_with('/') ? "" : "/") + below;
}

void Report::add(const QString &path, language::Position place, language::Severity severity, std::string_view code,
                 std::string message, Remedy remedy)
{
    m_findings.push_back({shownPath(path), std::max(place.line, 1), std::max(place.column, 1),
                          std::string(language::severityName(severity)), std::string(code), std::move(message), path, std::move(remedy)});
}

std::vector<Finding> Report::take()
{
    const auto key = [](const Finding &f) { return std::tie(f.file, f.line, f.column, f.code, f.message); };
    std::ranges::stable_sort(m_findings, [&](const Finding &a, const Finding &b) { return key(a) < key(b); });
    const auto same =
        std::ranges::unique(m_findings, [&](const Finding &a, const Finding &b) { return key(a) == key(b); });
    m_findings.erase(same.begin(), same.end());
    return std::exchange(m_findings, {});
}

} // namespace pbx::check
