// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/atomic_file.h"

#include "environment/files/told.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace pbx::files {

namespace {

std::string shown(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdString();
}

QString remedy(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (file.isDir())
        return told(QT_TRANSLATE_NOOP("Words", "A folder has this name; choose another name."));
    if (!folder.exists())
        return told(QT_TRANSLATE_NOOP("Words", "The folder %1 is missing; make it and save again."), {shown(folder.filePath())});
    if (!folder.isWritable())
        return told(QT_TRANSLATE_NOOP("Words", "The folder %1 can't be written to; change its permissions or save elsewhere."),
                    {shown(folder.filePath())});
    if (file.exists() && !file.isWritable())
        return told(
            QT_TRANSLATE_NOOP("Words", "The file is write-protected; change its permissions or save under another name."));
    return told(
        QT_TRANSLATE_NOOP("Words", "Check that there is space left on the disk, then save again. The file is as it was before."));
}

std::unexpected<QString> saveError(const QString &path, const QString &reason)
{
    return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "%1 can't be saved: %2. %3"),
                                {shown(path), reason.toStdString(), remedy(path).toStdString()}));
}

} // namespace

std::expected<void, QString> saveFile(const QString &path, const QByteArray &content)
{
    // QSaveFile would replace a link by a file.
    const QFileInfo info(path);
    QString target = path;
    if (info.isSymLink()) {
        const auto canonical = info.canonicalFilePath();
        target = canonical.isEmpty() ? info.symLinkTarget() : canonical;
    }
    if (!QDir().mkpath(QFileInfo(target).absolutePath()))
        return saveError(path, told(QT_TRANSLATE_NOOP("Words", "its folder can't be made")));
    const QFileInfo before(target);
    // Replacing needs only the folder's permission; a file somebody has write-protected is to stay all the same.
    if (before.exists() && !before.isWritable())
        return saveError(path, told(QT_TRANSLATE_NOOP("Words", "it is write-protected")));
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return saveError(path, file.errorString());
    if (before.exists())
        file.setPermissions(before.permissions());
    if (file.write(content) != content.size() || !file.commit())
        return saveError(path, file.errorString());
    return {};
}

std::expected<QByteArray, QString> readFile(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (!info.exists())
        return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "%1 does not exist."), {shown(path)}));
    if (!info.isFile())
        return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "%1 is no regular file."), {shown(path)}));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            told(QT_TRANSLATE_NOOP("Words", "%1 can't be read: %2."), {shown(path), file.errorString().toStdString()}));
    auto content = file.read(limit + 1); // the size told beforehand may be stale
    if (content.size() > limit)
        return std::unexpected(told(QT_TRANSLATE_NOOP("Words", "%1 is larger than %2 bytes and is not read."),
                                    {shown(path), std::to_string(limit)}));
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(
            told(QT_TRANSLATE_NOOP("Words", "%1 can't be read: %2."), {shown(path), file.errorString().toStdString()}));
    return content;
}

} // namespace pbx::files
