// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/words.h"

#include <QString>

namespace pbx::files {

/// accounts::said() for the messages of this room that are QStrings.
[[nodiscard]] inline QString told(const char *source, std::initializer_list<std::string_view> values = {})
{
    return QString::fromStdString(accounts::said(source, values));
}

} // namespace pbx::files
