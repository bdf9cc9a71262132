// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/archive.h"

#include "environment/files/name_rules.h"

#include <KTar>
#include <QDateTime>
#include <QFile>
#include <QSaveFile>
#include <QTimeZone>

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
    return QStringLiteral("%1 can't be packed: %2. The archive was not written.").arg(name, reason);
}

/// KTar closes its device, which a QSaveFile doesn't suffer before it is committed.
class Outlet : public QIODevice {
public:
    explicit Outlet(QSaveFile &file) : m_file(file) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
    bool seek(qint64 position) override { return QIODevice::seek(position) && m_file.seek(position); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override { return m_file.write(data, size); }

private:
    QSaveFile &m_file;
};

/// In pieces: a prompt may be large, and there may be thousands.
QString writeOne(KTar &tar, const QString &name, const QString &path, QByteArray &buffer)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(name, file.errorString());
    const qint64 size = file.size();
    const QDateTime time = steadyTime();
    if (!tar.prepareWriting(name, {}, {}, size, 0100644, time, time, time))
        return failure(name, tar.errorString());
    qint64 written = 0;
    while (written < size) {
        const qint64 got = file.read(buffer.data(), std::min<qint64>(buffer.size(), size - written));
        if (got <= 0)
            return failure(name, got < 0 ? file.errorString() : QStringLiteral("it has become shorter while it was read"));
        if (!tar.writeData(buffer.constData(), got))
            return failure(name, tar.errorString());
        written += got;
    }
    return tar.finishWriting(size) ? QString() : failure(name, tar.errorString());
}

} // namespace

std::expected<int, QString> pack(const files::LayerIndex &layer, const QString &tarFile,
                                 const std::optional<std::string> &language)
{
    QSaveFile target(tarFile);
    if (!target.open(QIODevice::WriteOnly))
        return std::unexpected(QStringLiteral("%1 can't be written: %2.").arg(tarFile, target.errorString()));
    Outlet outlet(target);
    KTar tar(&outlet);
    if (!tar.open(QIODevice::WriteOnly))
        return std::unexpected(QStringLiteral("%1 can't be written: %2.").arg(tarFile, tar.errorString()));
    QByteArray buffer(256 * 1024, Qt::Uninitialized);
    int count = 0;
    for (const files::FileEntry &file : layer.files()) {
        if (language && file.language != *language)
            continue;
        std::string name = file.name;
        if (!language && !file.language.empty())
            name = file.language + '/' + name;
        const QString shown = QString::fromStdString(name);
        if (const files::NameVerdict verdict = files::checkName(name); !verdict.accepted())
            return std::unexpected(failure(shown, QString::fromStdString(verdict.message)));
        if (const QString problem = writeOne(tar, shown, file.path, buffer); !problem.isEmpty())
            return std::unexpected(problem);
        ++count;
    }
    if (!tar.close())
        return std::unexpected(QStringLiteral("%1 can't be written: %2.").arg(tarFile, tar.errorString()));
    if (!target.commit())
        return std::unexpected(QStringLiteral("%1 can't be written: %2.").arg(tarFile, target.errorString()));
    return count;
}

} // namespace pbx::archive
