// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/archive.h"

#include "environment/archive/source.h"
#include "environment/archive/tar_entries.h"
#include "environment/archive/text.h"
#include "environment/files/name_rules.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace pbx::archive {

namespace {

using State = PlannedFile::State;

/// Why an entry can't be a file of an environment; empty: it can. A folder that is all right stands for nothing.
QString judge(const TarEntry &entry, const Limits &limits)
{
    switch (entry.type) {
    case '0':
    case '7': break;
    case '5': {
        std::string name = entry.name;
        while (name.ends_with('/'))
            name.pop_back();
        return name.contains('/') ? Text::tr("Language folders are one level deep.") : nameReason(files::checkName(name));
    }
    case '1': return Text::tr("A hard link, not a file.");
    case '2': return Text::tr("A symbolic link, not a file.");
    case '3':
    case '4': return Text::tr("A device, not a file.");
    case '6': return Text::tr("A pipe, not a file.");
    case 'S': return Text::tr("A sparse file; make the archive without the option for such files.");
    default: {
        const QChar sign = QLatin1Char(entry.type);
        return Text::tr("An entry of the unknown kind \"%1\".").arg(sign.isPrint() ? QString(sign) : QString::number(sign.unicode()));
    }
    }
    if (QString reason = nameReason(files::checkName(entry.name)); !reason.isEmpty())
        return reason;
    return entry.size > limits.fileBytes ? Text::tr("Larger than %1 MB.").arg(limits.fileBytes >> 20) : QString();
}

/// "./x" is "x": many tar programs write it so.
std::string plainName(std::string name)
{
    while (name.starts_with("./"))
        name.erase(0, 2);
    return name;
}

/// The name in a form that can be shown and compared, whatever its bytes.
std::string shownName(const std::string &name)
{
    QString text = QString::fromStdString(name);
    for (QChar &sign : text) {
        if (sign.category() == QChar::Other_Control)
            sign = u'?';
    }
    return text.toStdString();
}

bool sameContent(QFile &archive, qint64 at, qint64 size, const QString &path)
{
    QFile file(path);
    if (!archive.seek(at) || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    constexpr qint64 piece = 64 * 1024;
    for (qint64 left = size; left > 0;) {
        const QByteArray here = file.read(std::min(left, piece));
        if (here.isEmpty() || here != archive.read(here.size()))
            return false;
        left -= here.size();
    }
    return true;
}

QString unreadable(const QString &tarFile, const QString &reason)
{
    return QStringLiteral("%1: %2").arg(tarFile, reason);
}

/// Names within the archive that can't stand side by side.
class Names {
public:
    /// The reason against the name; empty: taken.
    QString take(const std::string &folded)
    {
        const auto slash = folded.find('/');
        const std::string top = folded.substr(0, slash);
        if (slash == std::string::npos ? m_folders.contains(top) : m_files.contains(top))
            return Text::tr("The archive has \"%1\" both as a file and as a folder.").arg(QString::fromStdString(top));
        if (slash != std::string::npos)
            m_folders.insert(top);
        if (m_files.contains(folded))
            return Text::tr("The archive has this name twice, perhaps in another letter case.");
        m_files.insert(folded);
        return {};
    }

private:
    QSet<std::string> m_files;
    QSet<std::string> m_folders;
};

class Planner {
public:
    Planner(ImportPlan &plan, const Limits &limits, const Progress &progress)
        : m_plan(plan), m_limits(limits), m_progress(progress), m_present(plan.folder)
    {
    }

    /// The error; empty: the plan is complete.
    QString run()
    {
        Source &source = *m_plan.source;
        const auto entries = readEntries(source.file, m_limits.entries);
        if (!entries)
            return entries.error();
        for (const TarEntry &entry : *entries) {
            add(entry);
            if (m_plan.bytes > m_limits.allBytes)
                return Text::tr("Unpacked it would have more than %1 MB.").arg(m_limits.allBytes >> 20);
        }
        std::int64_t done = 0;
        for (std::size_t i = 0; i < m_plan.files.size(); ++i) {
            PlannedFile &file = m_plan.files[i];
            const Source::Item &item = source.items[i];
            if (file.state == State::Refused)
                continue;
            if (item.place.exists) {
                const bool same = item.place.size == file.size && sameContent(source.file, item.at, file.size, item.place.path);
                file.state = same ? State::Same : State::Changed;
            }
            done += file.size;
            if (m_progress && !m_progress(done, m_plan.bytes))
                return Text::tr("Cancelled. Nothing was changed.");
        }
        return m_plan.refused() ? QString() : openContents();
    }

private:
    void add(TarEntry entry)
    {
        entry.name = plainName(entry.name);
        const bool folder = entry.type == '5';
        if (folder && (entry.name.empty() || entry.name == "."))
            return;
        PlannedFile file;
        Source::Item item;
        item.at = entry.at;
        file.size = entry.size;
        file.reason = judge(entry, m_limits);
        if (!file.reason.isEmpty()) {
            file.state = State::Refused;
            file.name = shownName(entry.name);
        } else if (folder) {
            return;
        } else {
            file.name = files::foldName(entry.name);
            item.place = m_present.placeOf(file.name);
            file.reason = m_names.take(file.name);
            if (file.reason.isEmpty())
                file.reason = item.place.fault;
            if (!file.reason.isEmpty())
                file.state = State::Refused;
            else if (file.name != entry.name)
                file.reason = Text::tr("Stored in lower case.");
        }
        if (file.state != State::Refused)
            m_plan.bytes += file.size;
        m_plan.files.push_back(std::move(file));
        m_plan.source->items.push_back(std::move(item));
        m_written.push_back(std::move(entry.name));
    }

    /// KArchive sees the archive only when every header was judged good, and has to see the same in it.
    QString openContents()
    {
        Source &source = *m_plan.source;
        source.file.seek(0);
        source.tar = std::make_unique<KTar>(&source.file);
        if (!source.tar->open(QIODevice::ReadOnly))
            return Text::tr("The archive is damaged.");
        const KArchiveDirectory *root = source.tar->directory();
        for (std::size_t i = 0; i < m_plan.files.size(); ++i) {
            PlannedFile &file = m_plan.files[i];
            Source::Item &item = source.items[i];
            const KArchiveEntry *entry = root->entry(QString::fromStdString(m_written[i]));
            const auto *content = entry && entry->isFile() && entry->symLinkTarget().isEmpty()
                ? static_cast<const KArchiveFile *>(entry)
                : nullptr;
            if (content && content->size() == file.size && (file.size == 0 || content->position() == item.at)) {
                item.content = content;
            } else {
                file.state = State::Refused;
                file.reason = Text::tr("Its header is unusual; make the archive with \"tar --format=ustar\".");
            }
        }
        return {};
    }

    ImportPlan &m_plan;
    const Limits &m_limits;
    const Progress &m_progress;
    PresentFiles m_present;
    Names m_names;
    std::vector<std::string> m_written; ///< names as the archive has them
};

} // namespace

bool ImportPlan::refused() const
{
    return count(State::Refused) > 0;
}

int ImportPlan::count(State state) const
{
    return static_cast<int>(std::ranges::count(files, state, &PlannedFile::state));
}

std::expected<ImportPlan, QString> planImport(const QString &tarFile, const QString &environmentFolder, const Limits &limits,
                                              const Progress &progress)
{
    ImportPlan plan{tarFile, environmentFolder, {}, 0, std::make_shared<Source>()};
    const QFileInfo info(tarFile);
    if (info.exists() && !info.isFile()) // a pipe would wait for its writer
        return std::unexpected(unreadable(tarFile, Text::tr("This is no file.")));
    Source &source = *plan.source;
    source.size = info.size();
    source.modified = info.lastModified().toMSecsSinceEpoch();
    source.file.setFileName(tarFile);
    if (!source.file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::unexpected(unreadable(tarFile, source.file.errorString() + u'.'));
    if (const QString problem = Planner(plan, limits, progress).run(); !problem.isEmpty())
        return std::unexpected(unreadable(tarFile, problem));
    return plan;
}

std::expected<ImportPlan, QString> unpack(const QString &tarFile, const QString &environmentFolder, const Limits &limits)
{
    auto plan = planImport(tarFile, environmentFolder, limits);
    if (!plan || plan->refused())
        return plan;
    if (const auto result = applyImport(*plan, std::nullopt); !result)
        return std::unexpected(result.error());
    return plan;
}

} // namespace pbx::archive
