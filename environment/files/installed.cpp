// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/installed.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <filesystem>

namespace pbx::files {

namespace fs = std::filesystem;

QString installedFolder(const QString &name)
{
    // The link leads to the file itself, also when the program was started through a link elsewhere.
    std::error_code problem;
    const auto program = fs::read_symlink("/proc/self/exe", problem);
    if (problem)
        return {};
    const auto folder = (program.parent_path() / PBX_DATA_FROM_PROGRAM / name.toStdString()).lexically_normal();
    return fs::is_directory(folder, problem) ? QString::fromStdString(folder.string()) : QString();
}

std::expected<QString, QString> ownCopy(const QString &from, const QString &to)
{
    if (QFileInfo::exists(to))
        return to;
    const auto above = QFileInfo(to).absolutePath();
    QDir().mkpath(above);
    // Made aside and moved: a copy that was interrupted is never taken for one.
    QTemporaryDir aside(above + QStringLiteral("/.copy-XXXXXX"));
    if (!aside.isValid())
        return std::unexpected(aside.errorString());
    try {
        const fs::path made = aside.filePath(QStringLiteral("copy")).toStdString();
        const fs::path given = from.toStdString();
        fs::create_directory(made);
        // Not fs::copy: it gives folders the rights of the given ones, and then can't fill them.
        for (const auto &entry : fs::recursive_directory_iterator(given)) {
            const auto target = made / entry.path().lexically_relative(given);
            if (entry.is_directory()) {
                fs::create_directory(target);
            } else {
                fs::copy_file(entry.path(), target);
                fs::permissions(target, fs::perms::owner_write, fs::perm_options::add);
            }
        }
        fs::rename(made, to.toStdString());
    } catch (const fs::filesystem_error &error) {
        return std::unexpected(QString::fromStdString(error.code().message()));
    }
    return to;
}

} // namespace pbx::files
