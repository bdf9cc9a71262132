// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/check/checker.h"

#include "environment/check/program_check.h"
#include "environment/check/workspace_check.h"

#include <QDir>
#include <QFileInfo>

namespace pbx::check {

namespace {

/// The workspace that holds a folder of one of its environments; empty: it stands alone.
QString workspaceAround(const QString &folder)
{
    constexpr int deepest = 4; // domains/DOMAIN/environment/LANGUAGE
    QDir dir(folder);
    for (int i = 0; i < deepest && dir.cdUp(); ++i) {
        if (!dir.exists(QStringLiteral("workspace.settings")))
            continue;
        const QString below = folder.mid(dir.absolutePath().size() + 1) + QLatin1Char('/');
        const QStringList parts = below.split(QLatin1Char('/'));
        const bool inside = parts[0] == QLatin1String("server")
            || (parts.size() > 3 && parts[0] == QLatin1String("domains") && parts[2] == QLatin1String("environment"));
        return inside ? dir.absolutePath() : QString();
    }
    return {};
}

} // namespace

std::expected<void, std::string> Checker::check(const std::string &path)
{
    const QString name = QString::fromLocal8Bit(path);
    const QFileInfo info(name);
    if (!info.exists())
        return std::unexpected(path + ": there is no such file or folder");
    if (!info.isReadable())
        return std::unexpected(path + ": the " + (info.isDir() ? "folder" : "file") + " can't be read");
    if (info.isDir()) {
        std::string shown = path;
        while (shown.size() > 1 && shown.ends_with('/'))
            shown.pop_back();
        return checkFolder(QDir(name).absolutePath(), shown);
    }
    if (info.fileName() == QLatin1String("workspace.settings")) {
        const std::string shown = QFileInfo(name).path().toStdString();
        return checkFolder(info.absolutePath(), shown == "." ? std::string() : shown);
    }
    const QString folder = QDir::cleanPath(info.absolutePath());
    const auto slash = path.rfind('/');
    m_report.setRoot(folder, slash == std::string::npos ? std::string() : path.substr(0, slash + 1));
    const QString file = folder + QLatin1Char('/') + info.fileName();
    if (const QString around = workspaceAround(folder); !around.isEmpty()) {
        if (const auto workspace = files::Workspace::open(around)) {
            WorkspaceCheck(*workspace, m_report).runProgram(file);
            return {};
        }
    }
    files::Environment::Folders folders;
    folders.domain = folder;
    checkPrograms(folders, file);
    return {};
}

std::expected<void, std::string> Checker::checkFolder(const QString &folder, const std::string &shown)
{
    if (!QFileInfo::exists(folder + QLatin1String("/workspace.settings"))) {
        m_report.setRoot(QDir::cleanPath(folder), shown);
        files::Environment::Folders folders;
        folders.domain = QDir::cleanPath(folder);
        checkPrograms(folders, {});
        return {};
    }
    const auto workspace = files::Workspace::open(folder);
    if (!workspace)
        return std::unexpected(workspace.error().toStdString());
    m_report.setRoot(workspace->folder(), shown);
    WorkspaceCheck(*workspace, m_report).run();
    return {};
}

void Checker::checkWorkspace(const files::Workspace &workspace)
{
    m_report.setRoot(workspace.folder(), {});
    WorkspaceCheck(workspace, m_report).run();
}

/// The programs of a folder, or one of them, as if the folder were a domain's environment.
void Checker::checkPrograms(const files::Environment::Folders &given, const QString &only)
{
    files::Environment::Folders folders = given;
    folders.stock = files::stockFolder();
    const Setting setting{{files::Environment::fromFolders(folders)}, {}};
    Programs programs;
    ProgramCheck check(programs, m_report);
    if (!only.isEmpty())
        return check.check(only, &setting);
    const auto *layer = setting.environments.front()->layer(files::Layer::Domain);
    if (!layer)
        return;
    for (const files::FileProblem &problem : layer->problems())
        m_report.add(problem.path, {problem.line, problem.column},
                     problem.error ? language::Severity::Error : language::Severity::Warning, problem.code,
                     problem.message);
    for (const files::FileEntry &file : layer->files()) {
        if (isProgramFile(file.name))
            check.check(file.path, &setting);
    }
}

} // namespace pbx::check
