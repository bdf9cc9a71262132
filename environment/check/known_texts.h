// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/names.h"

#include <string>
#include <vector>

namespace pbx::check {

/// The texts a value can be: literals, and what is joined from them.
struct KnownTexts {
    std::vector<std::string> values; ///< sorted, each once; null adds nothing
    bool all = true;                 ///< false: there are others that can't be known

    void add(const KnownTexts &other);
    void setUnknown();
    bool operator==(const KnownTexts &) const = default;
};

/// A call that plays a file.
struct PlayedPrompt {
    const language::CallExpression *call = nullptr;
    KnownTexts names;
};

/// Every PlayFile and PlayFileInLoop of a resolved source with the names it may play, in order. Follows variables,
/// constants, conditions that compare them, and arguments and results of a program's own sections; what comes from
/// elsewhere is unknown. Never fails, broken trees included.
[[nodiscard]] std::vector<PlayedPrompt> playedPrompts(const language::Tree &tree, language::FileKind kind);

} // namespace pbx::check
