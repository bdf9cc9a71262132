// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/session.h"

#include "app/shell/settings.h"

namespace pbx::app {

Session Session::load(const Settings &settings, const QString &folder)
{
    Session session;
    const QStringList lines = settings.workspaceValue(folder, QStringLiteral("Files")).toStringList();
    for (const QString &entry : lines) {
        // line:column:path – the path comes last because it may hold anything.
        const QString path = entry.section(u':', 2);
        if (!path.isEmpty())
            session.files += {path, entry.section(u':', 0, 0).toInt(), entry.section(u':', 1, 1).toInt()};
    }
    session.panels = settings.workspaceValue(folder, QStringLiteral("Panels")).toStringList();
    session.current = settings.workspaceValue(folder, QStringLiteral("CurrentFile")).toInt();
    session.address = settings.workspaceValue(folder, QStringLiteral("Address")).toString();
    return session;
}

void Session::save(Settings &settings, const QString &folder) const
{
    QStringList lines;
    for (const File &file : files)
        lines += QStringLiteral("%1:%2:%3").arg(file.line).arg(file.column).arg(file.path);
    settings.setWorkspaceValue(folder, QStringLiteral("Files"), lines);
    settings.setWorkspaceValue(folder, QStringLiteral("Panels"), panels);
    settings.setWorkspaceValue(folder, QStringLiteral("CurrentFile"), current);
    settings.setWorkspaceValue(folder, QStringLiteral("Address"), address);
}

} // namespace pbx::app
