// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace pbx::editor {

struct DifferenceLine {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QByteArray text; ///< without its end
};

/// The lines that lead from one text to the other, the shortest way. Texts that differ in more than some 2000 lines are
/// shown as removed and added as a whole.
QList<DifferenceLine> lineDifference(const QByteArray &from, const QByteArray &to);

} // namespace pbx::editor
