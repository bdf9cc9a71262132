// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/project.h"

#include "environment/files/installed.h"

#include <QDir>
#include <QStandardPaths>

namespace pbx::app {

static QString exampleName()
{
    return QStringLiteral("example/specialists");
}

Project::Project(files::Workspace workspace, QObject *parent)
    : QObject(parent), m_workspace(std::move(workspace)), m_watcher(&m_workspace)
{
    m_directory.emplace(files::loadDirectory(m_workspace));
    connect(&m_watcher, &files::WorkspaceWatcher::changed, this, &Project::changed);
}

void Project::prepareCall()
{
    const files::FileChanges changes = m_workspace.refresh();
    m_directory.emplace(files::loadDirectory(m_workspace));
    if (!changes.isEmpty())
        Q_EMIT changed(changes);
}

QString Project::exampleFolder()
{
    const QString installed = files::installedFolder(exampleName());
    if (!installed.isEmpty())
        return installed;
    return QDir(QStringLiteral(PBX_SOURCE_EXAMPLE "/specialists")).canonicalPath();
}

QString Project::ownExample()
{
    const QString installed = files::installedFolder(exampleName());
    if (installed.isEmpty())
        return exampleFolder();
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    // Where no copy can be made, the installed one can still be called.
    return files::ownCopy(installed, data + QLatin1Char('/') + exampleName()).value_or(installed);
}

} // namespace pbx::app
