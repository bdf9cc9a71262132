// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/syntax_tree.h"

namespace pbx::language {

/// The helper sections that come with the server and that published programs declare external (pbx-runtime 10.2):
/// playNumber, callerLeg, bridgedLoop … Name in lower case.
[[nodiscard]] bool isStockSection(std::string_view folded);
/// A declaration of one of them, without a module.
[[nodiscard]] bool isStockSection(const Section &section);

} // namespace pbx::language
