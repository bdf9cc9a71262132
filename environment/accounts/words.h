// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

// As Qt has it, for the tool that collects texts to translate: this room does without Qt.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(scope, x) x
#endif

namespace pbx::accounts {

/// Gives the user's words for an English text; both UTF-8. May be called from any thread.
using Translator = std::string (*)(const char *source);
/// For the whole program; null, as at the start: everything is said in English, as on the command line.
void setTranslator(Translator translator) noexcept;

/// A text of the rooms that explain (accounts, files, prompts, check) in the user's language, its places %1 … %9 filled
/// with `values`. `source` is marked QT_TRANSLATE_NOOP("Words", …).
[[nodiscard]] std::string said(const char *source, std::span<const std::string_view> values);
[[nodiscard]] inline std::string said(const char *source, std::initializer_list<std::string_view> values = {})
{
    return said(source, std::span(values.begin(), values.size()));
}

} // namespace pbx::accounts
