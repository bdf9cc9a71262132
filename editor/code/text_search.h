// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/diagnostic.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>
#include <vector>

namespace pbx::editor {

struct SearchOptions {
    QString pattern;
    bool caseSensitive = false;
    bool wholeWords = false;
    bool regularExpression = false;
};

/// All places of the text, in bytes, in order, none of them empty; at most 100,000. The error says what is wrong with
/// the pattern.
std::expected<std::vector<language::Span>, QString> findAll(const QByteArray &text, const SearchOptions &options);

/// What the place becomes: in a regular expression \1 … \9 stand for its parts. Nullopt: the place does not match.
std::optional<QByteArray> replacementFor(const QByteArray &text, language::Span place, const SearchOptions &options,
                                         const QString &replacement);

} // namespace pbx::editor
