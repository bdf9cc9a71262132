// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/desk/size_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace pbx::editor {

QString sizeText(qint64 bytes)
{
    // QLocale has one plural for all: "47 байты".
    if (bytes < 1024)
        return QCoreApplication::translate("Size", "%n byte(s)", nullptr, int(bytes));
    return QLocale().formattedDataSize(bytes);
}

} // namespace pbx::editor
