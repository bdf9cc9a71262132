// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"

#include <string>

/// Values that leave a program: copied to other tasks, stored, printed. A small program can hold a value that would need
/// gigabytes when written out (arrays that share elements), so everything is measured first.
namespace pbx::call {

/// Not in a circle, not nested too deep, and below a million elements and 64 MB when every shared part counts each time.
[[nodiscard]] bool isReasonable(const data::Value &value);
/// Also only strings, numbers, stamps, datablocks, addresses and containers of them.
[[nodiscard]] bool isBasic(const data::Value &value);
/// A deep copy; false leaves `to` null.
bool copyValue(const data::Value &from, data::Value &to);
/// A string's own text, else the notation; empty for what is not reasonable.
[[nodiscard]] std::string textOf(const data::Value &value);

} // namespace pbx::call
