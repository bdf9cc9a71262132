// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/search/search_scope.h"

#include <QDir>

#include <set>

namespace pbx::editor {

namespace {

bool isSound(const std::string &name)
{
    return name.ends_with(".wav") || name.ends_with(".au") || name.ends_with(".gsm");
}

} // namespace

QList<SearchFile> searchableFiles(const files::Workspace &workspace)
{
    std::set<QString> paths; // also sorts them
    const auto addLayer = [&paths](const files::Environment &environment, files::Layer layer) {
        const files::LayerIndex *index = environment.layer(layer);
        for (const files::FileEntry &file : index ? index->files() : std::vector<files::FileEntry>()) {
            if (!isSound(file.name))
                paths.insert(file.path);
        }
    };
    addLayer(*workspace.environment({}), files::Layer::Server);
    for (const files::DomainFolder &domain : workspace.domains()) {
        addLayer(*workspace.environment(domain.name), files::Layer::Domain);
        if (domain.settings.exists)
            paths.insert(domain.settings.path);
        for (const files::SettingsFile &account : domain.accounts)
            paths.insert(account.path);
        paths.insert(domain.promptFiles.begin(), domain.promptFiles.end());
    }
    if (workspace.settings().exists)
        paths.insert(workspace.settings().path);
    const QDir prompts = QFileInfo(workspace.promptFile({}, {})).dir();
    for (const QFileInfo &file : prompts.entryInfoList({QStringLiteral("*.txt")}, QDir::Files))
        paths.insert(file.absoluteFilePath());
    paths.insert(workspace.scenarios().begin(), workspace.scenarios().end());
    QList<SearchFile> files;
    for (const QString &path : paths)
        files += SearchFile{path, workspace.workspacePath(path), std::nullopt};
    return files;
}

} // namespace pbx::editor
