// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Error code strings NNN-text (pbx-runtime 13).
namespace pbx::call {

/// Three leading digits; 500 where there are none.
[[nodiscard]] int readCode(std::string_view text);
/// The part behind the code, or all of it.
[[nodiscard]] std::string_view codeWords(std::string_view text);
/// "486" → "Busy Here"; empty for unknown codes.
[[nodiscard]] std::string_view standardWords(int code);
/// "486-Busy Here"
[[nodiscard]] std::string codeText(int code, std::string_view words = {});

/// "sip:ivanov@d", "<sip:…>", "ivanov@d;x=y": the plain address; empty when there is none.
[[nodiscard]] std::string plainAddress(std::string_view uri);

} // namespace pbx::call
