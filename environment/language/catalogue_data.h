// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/catalogue.h"

namespace pbx::language {

/// Defined in the file that is made from builtins.json.
extern const std::span<const Builtin> catalogueData;

} // namespace pbx::language
