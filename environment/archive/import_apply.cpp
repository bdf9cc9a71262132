// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/archive.h"

#include "environment/archive/source.h"
#include "environment/archive/text.h"

#include <QDateTime>
#include <QDir>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_set>

#include <fcntl.h>
#include <stdio.h>

namespace pbx::archive {

namespace {

using State = PlannedFile::State;

std::filesystem::path native(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

QString reasonOf(const std::error_code &error)
{
    return QString::fromStdString(error.message());
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

/// Gives a file its place where there is none yet, and leaves one that came meanwhile alone.
std::error_code moveToFree(const QString &from, const QString &to)
{
    if (::renameat2(AT_FDCWD, native(from).c_str(), AT_FDCWD, native(to).c_str(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno != EINVAL && errno != ENOSYS)
        return {errno, std::generic_category()};
    // A file system without that: look, then move.
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(native(to), error)))
        return std::make_error_code(std::errc::file_exists);
    std::filesystem::rename(native(from), native(to), error);
    return error;
}

/// Makes folders, asking the disk once for each.
class Folders {
public:
    bool make(const QString &folder)
    {
        if (m_made.contains(folder))
            return true;
        if (!QFileInfo::exists(folder))
            m_new.append(folder);
        if (!QDir().mkpath(folder))
            return false;
        m_made.insert(folder);
        return true;
    }
    /// Those that were not there before; only empty ones go.
    void removeNew()
    {
        for (auto folder = m_new.crbegin(); folder != m_new.crend(); ++folder)
            QDir().rmdir(*folder);
    }

private:
    QSet<QString> m_made;
    QStringList m_new;
};

/// Writes one file into the waiting room. The error is empty when it is there.
QString writeOne(const KArchiveFile &content, const QString &target, QByteArray &buffer)
{
    const std::unique_ptr<QIODevice> device(content.createDevice());
    QFile file(target);
    if (!device || !file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return file.errorString();
    qint64 left = content.size();
    while (left > 0) {
        const qint64 got = device->read(buffer.data(), std::min<qint64>(left, buffer.size()));
        if (got <= 0)
            return Text::tr("the archive is cut off");
        if (file.write(buffer.constData(), got) != got)
            return file.errorString();
        left -= got;
    }
    return {};
}

/// True when the file there is still what the plan has seen.
bool unchanged(const Place &place)
{
    const QFileInfo info(place.path);
    return info.isFile() && info.size() == place.size && info.lastModified().toMSecsSinceEpoch() == place.modified;
}

QString changedMeanwhile()
{
    return Text::tr("it was changed since the archive was compared with it");
}

/// Moves the new files into place; what they replace is kept until all are there.
class Exchange {
public:
    explicit Exchange(QString kept) : m_kept(std::move(kept)) {}

    /// The error; empty: done.
    QString put(const QString &fresh, const Place &place)
    {
        if (!m_folders.make(folderOf(place.path)))
            return Text::tr("its folder can't be made");
        QString before;
        std::error_code error;
        if (place.exists) {
            if (!unchanged(place))
                return changedMeanwhile();
            before = m_kept + QString::number(m_done.size());
            // A second name first, so that there is no moment without the file; where the disk has no such names, a move.
            std::filesystem::create_hard_link(native(place.path), native(before), error);
            if (error)
                std::filesystem::rename(native(place.path), native(before), error);
            if (error)
                return reasonOf(error);
        }
        if (place.exists) {
            m_done.append({place.path, before});
            std::filesystem::rename(native(fresh), native(place.path), error);
            return error ? reasonOf(error) : QString();
        }
        error = moveToFree(fresh, place.path);
        if (!error)
            m_done.append({place.path, {}});
        return error == std::errc::file_exists ? changedMeanwhile() : error ? reasonOf(error) : QString();
    }
    void undo()
    {
        for (auto step = m_done.crbegin(); step != m_done.crend(); ++step) {
            std::error_code error;
            if (step->second.isEmpty())
                std::filesystem::remove(native(step->first), error);
            else
                std::filesystem::rename(native(step->second), native(step->first), error);
        }
        m_folders.removeNew();
    }

private:
    QString m_kept;
    QList<std::pair<QString, QString>> m_done; ///< file, and where its earlier content is
    Folders m_folders;
};

std::unexpected<QString> failed(const std::string &name, const QString &reason)
{
    return std::unexpected(
        Text::tr("%1 can't be written: %2. Nothing was changed.").arg(QString::fromStdString(name), reason));
}

/// Places in the plan of what is to be written.
std::vector<std::size_t> wanted(const ImportPlan &plan, const std::optional<std::vector<std::string>> &chosen)
{
    const auto names = chosen ? std::unordered_set<std::string>(chosen->begin(), chosen->end())
                              : std::unordered_set<std::string>();
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < plan.files.size(); ++i) {
        if (plan.files[i].state != State::Same && (!chosen || names.contains(plan.files[i].name)))
            places.push_back(i);
    }
    return places;
}

} // namespace

std::expected<ImportResult, QString> applyImport(const ImportPlan &plan, const std::optional<std::vector<std::string>> &chosen,
                                                 KeepBefore keep, const Progress &progress)
{
    if (plan.refused() || !plan.source->tar)
        return std::unexpected(Text::tr("%1: The archive has entries that are refused. Nothing was changed.").arg(plan.tarFile));
    const QFileInfo archive(plan.tarFile);
    if (archive.size() != plan.source->size || archive.lastModified().toMSecsSinceEpoch() != plan.source->modified)
        return std::unexpected(
            Text::tr("%1: The archive was changed since it was read. Read it again; nothing was changed.").arg(plan.tarFile));

    // Beside the environment: on the same disk, so that moving is not copying, and not in it, so that no half of it shows.
    const QString parent = QFileInfo(plan.folder).absolutePath();
    if (!QDir().mkpath(parent))
        return std::unexpected(Text::tr("The folder %1 can't be made.").arg(parent));
    QTemporaryDir room(parent + QStringLiteral("/.unpacking-XXXXXX"));
    if (!room.isValid())
        return std::unexpected(Text::tr("%1 can't be written: %2.").arg(parent, room.errorString()));

    const std::vector<std::size_t> places = wanted(plan, chosen);
    std::int64_t all = 0;
    for (const std::size_t i : places)
        all += plan.files[i].size;
    const auto freshName = [&room](std::size_t i) { return room.path() + QStringLiteral("/new-%1").arg(i); };
    QByteArray buffer(256 * 1024, Qt::Uninitialized);
    ImportResult result;
    std::int64_t done = 0;
    for (const std::size_t i : places) {
        const Source::Item &item = plan.source->items[i];
        const std::string &name = plan.files[i].name;
        WrittenFile written{item.place.path, std::nullopt};
        if (item.place.exists && keep == KeepBefore::Yes) {
            QFile before(item.place.path);
            if (!before.open(QIODevice::ReadOnly))
                return failed(name, before.errorString());
            written.before = before.readAll();
        }
        result.files.push_back(std::move(written));
        if (const QString problem = writeOne(*item.content, freshName(i), buffer); !problem.isEmpty())
            return failed(name, problem);
        done += plan.files[i].size;
        if (progress && !progress(done, all))
            return std::unexpected(Text::tr("Cancelled. Nothing was changed."));
    }
    Exchange exchange(room.path() + QStringLiteral("/old-"));
    for (const std::size_t i : places) {
        const Place &place = plan.source->items[i].place;
        if (const QString problem = exchange.put(freshName(i), place); !problem.isEmpty()) {
            exchange.undo();
            return failed(plan.files[i].name, problem);
        }
    }
    return result;
}

} // namespace pbx::archive
