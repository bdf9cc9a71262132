// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/archive.h"

#include "environment/archive/tar_entries.h"
#include "environment/files/name_rules.h"

#include <KTar>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>

namespace pbx::archive {

namespace {

using State = PlannedFile::State;

/// Why an entry can't be a file of an environment; empty: it can. A folder that is all right stands for nothing.
std::string judge(const TarEntry &entry, const Limits &limits)
{
    switch (entry.type) {
    case '0':
    case '7': break;
    case '5': {
        std::string name = entry.name;
        while (name.ends_with('/'))
            name.pop_back();
        if (name.find('/') != std::string::npos)
            return "Language folders are one level deep.";
        return files::checkName(name).message;
    }
    case '1': return "A hard link, not a file.";
    case '2': return "A symbolic link, not a file.";
    case '3':
    case '4': return "A device, not a file.";
    case '6': return "A pipe, not a file.";
    default: return std::string("An entry of the unknown kind \"") + entry.type + "\".";
    }
    const files::NameVerdict verdict = files::checkName(entry.name);
    if (!verdict.accepted())
        return verdict.message;
    if (entry.size > limits.fileBytes)
        return "Larger than " + std::to_string(limits.fileBytes >> 20) + " MB.";
    return {};
}

/// "./x" is "x": many tar programs write it so.
std::string plainName(std::string name)
{
    while (name.starts_with("./"))
        name.erase(0, 2);
    return name;
}

const KArchiveFile *contentOf(const KTar &tar, const std::string &name)
{
    const KArchiveEntry *entry = tar.directory()->entry(QString::fromStdString(name));
    return entry && entry->isFile() && entry->symLinkTarget().isEmpty() ? static_cast<const KArchiveFile *>(entry) : nullptr;
}

bool sameContent(QIODevice &content, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() != content.size())
        return false;
    constexpr qint64 piece = 64 * 1024;
    for (;;) {
        const QByteArray here = file.read(piece);
        if (here != content.read(piece))
            return false;
        if (here.isEmpty())
            return true;
    }
}

/// A file of the archive and where its content is.
struct Item {
    PlannedFile plan;
    const KArchiveFile *content = nullptr; ///< null: refused
};

/// The archive opened and judged.
struct Opened {
    QFile file;
    std::unique_ptr<KTar> tar;
    std::vector<Item> items;

    UnpackPlan plan() const
    {
        UnpackPlan plan;
        for (const Item &item : items)
            plan.files.push_back(item.plan);
        return plan;
    }
};

QString unreadable(const QString &tarFile, const QString &reason)
{
    return QStringLiteral("%1: %2").arg(tarFile, reason);
}

void refuse(Item &item, std::string reason)
{
    item.plan.state = State::Refused;
    item.plan.reason = std::move(reason);
    item.content = nullptr;
}

/// Judges one entry. None: there is nothing to unpack, as with a language folder.
std::optional<Item> takeEntry(TarEntry entry, const KTar &tar, const Limits &limits)
{
    entry.name = plainName(entry.name);
    if (entry.type == '5' && (entry.name.empty() || entry.name == "."))
        return std::nullopt;
    Item item;
    item.plan.name = entry.name;
    item.plan.size = entry.size;
    if (std::string reason = judge(entry, limits); !reason.empty()) {
        refuse(item, std::move(reason));
        return item;
    }
    if (entry.type == '5')
        return std::nullopt;
    item.plan.name = files::foldName(entry.name);
    if (item.plan.name != entry.name)
        item.plan.reason = "Stored in lower case.";
    item.content = contentOf(tar, entry.name);
    if (!item.content || item.content->size() != entry.size)
        refuse(item, "Its header is unusual; make the archive with \"tar --format=ustar\".");
    return item;
}

std::expected<std::unique_ptr<Opened>, QString> open(const QString &tarFile, const QString &folder, const Limits &limits)
{
    auto opened = std::make_unique<Opened>();
    opened->file.setFileName(tarFile);
    if (!opened->file.open(QIODevice::ReadOnly))
        return std::unexpected(unreadable(tarFile, opened->file.errorString() + u'.'));
    const auto entries = readEntries(opened->file, limits.entries);
    if (!entries)
        return std::unexpected(unreadable(tarFile, entries.error()));
    opened->file.seek(0);
    opened->tar = std::make_unique<KTar>(&opened->file);
    if (!opened->tar->open(QIODevice::ReadOnly))
        return std::unexpected(unreadable(tarFile, QStringLiteral("The archive is damaged.")));

    QSet<QString> known;
    std::int64_t all = 0;
    for (const TarEntry &entry : *entries) {
        auto item = takeEntry(entry, *opened->tar, limits);
        if (!item)
            continue;
        const QString name = QString::fromStdString(item->plan.name);
        if (item->content && known.contains(name))
            refuse(*item, "The archive has this name twice, perhaps in another letter case.");
        known.insert(name);
        if (item->content) {
            all += item->plan.size;
            const QString path = folder + u'/' + name;
            if (QFileInfo::exists(path)) {
                const std::unique_ptr<QIODevice> content(item->content->createDevice());
                item->plan.state = sameContent(*content, path) ? State::Same : State::Changed;
            }
        }
        opened->items.push_back(std::move(*item));
        if (all > limits.allBytes)
            return std::unexpected(unreadable(tarFile, QStringLiteral("Unpacked it would have more than %1 MB.")
                                                           .arg(limits.allBytes >> 20)));
    }
    return opened;
}

/// Writes one file into the waiting room. The error is empty when it is there.
QString writeOne(const KArchiveFile &content, const QString &target)
{
    QDir().mkpath(QFileInfo(target).absolutePath());
    const std::unique_ptr<QIODevice> device(content.createDevice());
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    constexpr qint64 piece = 256 * 1024;
    while (!device->atEnd()) {
        const QByteArray bytes = device->read(piece);
        if (bytes.isEmpty())
            break;
        if (file.write(bytes) != bytes.size())
            return file.errorString();
    }
    if (!file.flush())
        return file.errorString();
    return file.size() == device->size() ? QString() : QStringLiteral("the archive is cut off");
}

/// Moves the new files into place; what they replace is kept until all are there.
class Exchange {
public:
    Exchange(QString from, QString to, QString kept) : m_from(std::move(from)), m_to(std::move(to)), m_kept(std::move(kept)) {}

    /// The error; empty: done.
    QString put(const QString &name)
    {
        const QString target = m_to + u'/' + name;
        const QString before = m_kept + u'/' + name;
        QDir().mkpath(QFileInfo(target).absolutePath());
        const bool replaces = QFileInfo::exists(target);
        if (replaces) {
            QDir().mkpath(QFileInfo(before).absolutePath());
            if (!QFile::rename(target, before))
                return QStringLiteral("the file that is there can't be moved away");
        }
        m_done.append({name, replaces});
        QFile file(m_from + u'/' + name);
        return file.rename(target) ? QString() : file.errorString();
    }
    void undo()
    {
        for (qsizetype i = m_done.size() - 1; i >= 0; --i) {
            const QString target = m_to + u'/' + m_done[i].first;
            QFile::remove(target);
            if (m_done[i].second)
                QFile::rename(m_kept + u'/' + m_done[i].first, target);
        }
    }

private:
    QString m_from;
    QString m_to;
    QString m_kept;
    QList<std::pair<QString, bool>> m_done;
};

} // namespace

bool UnpackPlan::refused() const
{
    return count(State::Refused) > 0;
}

int UnpackPlan::count(State state) const
{
    return static_cast<int>(std::ranges::count(files, state, &PlannedFile::state));
}

std::expected<UnpackPlan, QString> planUnpack(const QString &tarFile, const QString &environmentFolder, const Limits &limits)
{
    const auto opened = open(tarFile, environmentFolder, limits);
    if (!opened)
        return std::unexpected(opened.error());
    return (*opened)->plan();
}

std::expected<UnpackPlan, QString> unpack(const QString &tarFile, const QString &environmentFolder, const Limits &limits)
{
    const auto opened = open(tarFile, environmentFolder, limits);
    if (!opened)
        return std::unexpected(opened.error());
    UnpackPlan plan = (*opened)->plan();
    if (plan.refused())
        return plan;

    // Beside the environment: on the same disk, so that moving is not copying, and not in it, so that no half of it shows.
    const QString parent = QFileInfo(environmentFolder).absolutePath();
    if (!QDir().mkpath(parent))
        return std::unexpected(QStringLiteral("%1 can't be made.").arg(parent));
    QTemporaryDir room(parent + QStringLiteral("/.unpacking-XXXXXX"));
    if (!room.isValid())
        return std::unexpected(QStringLiteral("%1 can't be written: %2.").arg(parent, room.errorString()));
    const QString fresh = room.filePath(QStringLiteral("new"));
    const auto failed = [](const QString &name, const QString &reason) {
        return std::unexpected(QStringLiteral("%1 can't be written: %2. Nothing was changed.").arg(name, reason));
    };
    QStringList names;
    for (const Item &item : (*opened)->items) {
        if (item.plan.state == State::Same)
            continue;
        names << QString::fromStdString(item.plan.name);
        if (const QString problem = writeOne(*item.content, fresh + u'/' + names.last()); !problem.isEmpty())
            return failed(names.last(), problem);
    }
    Exchange exchange(fresh, environmentFolder, room.filePath(QStringLiteral("old")));
    for (const QString &name : names) {
        if (const QString problem = exchange.put(name); !problem.isEmpty()) {
            exchange.undo();
            return failed(name, problem);
        }
    }
    return plan;
}

} // namespace pbx::archive
