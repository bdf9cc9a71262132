// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/names.h"

#include <string>
#include <vector>

namespace pbx::check {

struct SilentPrompt {
    language::Span place;
    std::string message;
};

/// Prompts that certainly nobody hears, or that one key silences for good (pbx-runtime 3.2): played before the call is
/// answered; played while an event the task has sent to itself is unread; played over and over by a loop that never
/// reads or clears keys and that a key does not end. Of a resolved source.
[[nodiscard]] std::vector<SilentPrompt> silentPrompts(const language::Tree &tree, const language::Source &source);

} // namespace pbx::check
