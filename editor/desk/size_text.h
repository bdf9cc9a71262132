// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pbx::editor {

/// "47 bytes", "12.3 kB": the size of a file in the user's language.
QString sizeText(qint64 bytes);

} // namespace pbx::editor
