// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/name_rules.h"

#include <QCoreApplication>
#include <QString>

namespace pbx::archive {

/// Sentences of this room in the user's language; English where no translation is loaded, as in `pbx`.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(archive)
};

/// Why the server would not store such a name; empty: it would.
[[nodiscard]] QString nameReason(const files::NameVerdict &verdict);

} // namespace pbx::archive
