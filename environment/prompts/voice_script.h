// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/prompts/prompt_matrix.h"

namespace pbx::prompts {

/// A script for a voice talent: one prompt a row, as comma-separated values with a heading, in UTF-8 with a byte order
/// mark so that spreadsheets take it for what it is.
[[nodiscard]] QByteArray voiceScript(const Matrix &matrix, const std::string &language,
                                     const std::vector<std::string> &prompts, const files::PromptTexts &texts);

} // namespace pbx::prompts
