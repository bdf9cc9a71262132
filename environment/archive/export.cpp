// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/archive.h"

#include "environment/archive/text.h"
#include "environment/files/name_rules.h"

#include <KTar>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <memory>

namespace pbx::archive {

namespace {

/// The same for every file, so that the same contents give the same archive.
QDateTime steadyTime()
{
    static const QDateTime time(QDate(2000, 1, 1), QTime(0, 0), QTimeZone::utc());
    return time;
}

QString failure(const QString &name, const QString &reason)
{
    return Text::tr("%1 can't be packed: %2. The archive was not written.").arg(name, reason);
}

QString notWritten(const QString &tarFile, const QString &reason)
{
    return Text::tr("%1 can't be written: %2.").arg(tarFile, reason);
}

/// The archive while it is written, under a name of its own. One that replaces another has to reach the disk before it does;
/// for a new one nobody waits: what a power failure takes of it is packed again from the same files.
class Target {
public:
    explicit Target(const QString &path) : m_path(path)
    {
        if (QFileInfo::exists(path)) {
            m_file = std::make_unique<QSaveFile>(path);
        } else {
            m_partial = QStringLiteral("%1.%2.part").arg(path, QString::number(QRandomGenerator::global()->generate(), 36));
            m_file = std::make_unique<QFile>(m_partial);
        }
    }
    ~Target()
    {
        if (!m_partial.isEmpty())
            QFile::remove(m_partial);
    }
    Target(const Target &) = delete;
    Target &operator=(const Target &) = delete;

    QFileDevice &file() { return *m_file; }
    bool open() { return m_file->open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
    bool commit()
    {
        if (m_partial.isEmpty())
            return static_cast<QSaveFile &>(*m_file).commit();
        return static_cast<QFile &>(*m_file).rename(m_path) && (m_partial.clear(), true);
    }

private:
    QString m_path;
    QString m_partial; ///< empty: QSaveFile does it all
    std::unique_ptr<QFileDevice> m_file;
};

/// KTar closes its device, which a QSaveFile doesn't suffer before it is committed.
class Outlet : public QIODevice {
public:
    explicit Outlet(QFileDevice &file) : m_file(file) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
    bool seek(qint64 position) override { return QIODevice::seek(position) && m_file.seek(position); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override { return m_file.write(data, size); }

private:
    QFileDevice &m_file;
};

/// In pieces: a prompt may be large, and there may be thousands.
QString writeOne(KTar &tar, const ExportFile &entry, QByteArray &buffer)
{
    const QString name = QString::fromStdString(entry.name);
    QFile file(entry.path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(name, file.errorString());
    const qint64 size = file.size();
    const QDateTime time = steadyTime();
    if (!tar.prepareWriting(name, {}, {}, size, 0100644, time, time, time))
        return failure(name, tar.errorString());
    qint64 written = 0;
    while (written < size) {
        const qint64 got = file.read(buffer.data(), std::min<qint64>(buffer.size(), size - written));
        if (got <= 0)
            return failure(name, got < 0 ? file.errorString() : Text::tr("it has become shorter while it was read"));
        if (!tar.writeData(buffer.constData(), got))
            return failure(name, tar.errorString());
        written += got;
    }
    return tar.finishWriting(size) ? QString() : failure(name, tar.errorString());
}

/// Why a file on disk is none of the environment.
QString outsideReason(const files::FileProblem &problem)
{
    if (problem.code == "duplicate-file")
        return Text::tr("Another file has this name in another letter case; the server knows one of them.");
    const QFileInfo info(problem.path);
    const QString reason = nameReason(files::checkName(info.fileName().toStdString()));
    if (reason.isEmpty() && info.isDir())
        return Text::tr("Language folders are one level deep.");
    return reason.isEmpty() ? QString::fromStdString(problem.message) : reason;
}

} // namespace

int ExportPlan::count(bool included) const
{
    return static_cast<int>(std::ranges::count(files, included, &ExportFile::included));
}

ExportPlan planExport(const files::LayerIndex &layer, const std::optional<std::string> &language)
{
    ExportPlan plan;
    QSet<QString> packed;
    for (const files::FileEntry &file : layer.files()) {
        packed.insert(file.path);
        if (language && file.language != *language)
            continue;
        std::string name = file.name;
        if (!language && !file.language.empty())
            name = file.language + '/' + name;
        plan.files.push_back({std::move(name), file.path, file.size, true, {}});
        plan.bytes += file.size;
    }
    // What the layer complains of is either packed under another name or no file of an environment.
    const QString within = language ? layer.folder() + u'/' + QString::fromStdString(*language) + u'/' : layer.folder() + u'/';
    for (const files::FileProblem &problem : layer.problems()) {
        if (!problem.path.startsWith(within, Qt::CaseInsensitive))
            continue;
        if (!packed.contains(problem.path)) {
            plan.files.push_back({problem.path.mid(within.size()).toStdString(), problem.path, 0, false, outsideReason(problem)});
        } else if (const auto file = std::ranges::find(plan.files, problem.path, &ExportFile::path); file != plan.files.end()) {
            file->reason = Text::tr("Stored in lower case.");
        }
    }
    return plan;
}

std::expected<int, QString> writeExport(const ExportPlan &plan, const QString &tarFile, const Progress &progress)
{
    Target target(tarFile);
    if (!target.open())
        return std::unexpected(notWritten(tarFile, target.file().errorString()));
    Outlet outlet(target.file());
    KTar tar(&outlet);
    if (!tar.open(QIODevice::WriteOnly))
        return std::unexpected(notWritten(tarFile, tar.errorString()));
    QByteArray buffer(256 * 1024, Qt::Uninitialized);
    int count = 0;
    std::int64_t done = 0;
    for (const ExportFile &file : plan.files) {
        if (!file.included)
            continue;
        if (const files::NameVerdict verdict = files::checkName(file.name); !verdict.accepted())
            return std::unexpected(failure(QString::fromStdString(file.name), QString::fromStdString(verdict.message)));
        if (const QString problem = writeOne(tar, file, buffer); !problem.isEmpty())
            return std::unexpected(problem);
        ++count;
        done += file.size;
        if (progress && !progress(done, plan.bytes))
            return std::unexpected(Text::tr("Cancelled. The archive was not written."));
    }
    if (!tar.close())
        return std::unexpected(notWritten(tarFile, tar.errorString()));
    if (!target.commit())
        return std::unexpected(notWritten(tarFile, target.file().errorString()));
    return count;
}

} // namespace pbx::archive
