// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/project.h"

#include <QCoreApplication>
#include <QDir>

namespace pbx::app {

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
    const QDir program(QCoreApplication::applicationDirPath());
    for (const QString &folder : {program.absoluteFilePath(QStringLiteral("../share/pbx-studio/example/specialists")),
                                  QStringLiteral(PBX_SOURCE_EXAMPLE "/specialists")}) {
        if (QDir(folder).exists())
            return QDir(folder).canonicalPath();
    }
    return {};
}

} // namespace pbx::app
