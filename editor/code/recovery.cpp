// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/recovery.h"

#include "environment/files/atomic_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QPointer>
#include <QSaveFile>

namespace pbx::editor {

namespace {

constexpr char firstLine[] = "PBX Studio recovery 1";
constexpr qint64 largestFile = qint64(17) << 20; // a text of 16 MiB and its head
constexpr qint64 largestHead = 64 << 10;
constexpr int mostFiles = 8; // programs that may have the same document unsaved at once
constexpr QLatin1StringView suffix(".recovery");

/// The lines before the empty one; the text comes after it. Size in bytes.
struct Head {
    Recovery::Kept kept;
    qsizetype size = -1;
    qsizetype textAt = -1;
};

std::optional<Head> readHead(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\n\n");
    if (end < 0)
        return std::nullopt;
    const QList<QByteArray> lines = bytes.first(end).split('\n');
    if (lines.first() != firstLine)
        return std::nullopt;
    Head head;
    head.textAt = end + 2;
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(": ");
        if (colon < 0)
            return std::nullopt;
        const QByteArray name = line.first(colon);
        const QByteArray value = line.sliced(colon + 2);
        const auto time = [&] { return QDateTime::fromString(QString::fromLatin1(value), Qt::ISODateWithMs); };
        if (name == "path")
            head.kept.path = QString::fromUtf8(QByteArray::fromPercentEncoding(value));
        else if (name == "base-hash")
            head.kept.baseHash = QByteArray::fromHex(value);
        else if (name == "base-time")
            head.kept.baseTime = time();
        else if (name == "written")
            head.kept.written = time();
        else if (name == "line")
            head.kept.line = value.toInt();
        else if (name == "column")
            head.kept.column = value.toInt();
        else if (name == "size")
            head.size = value.toLongLong();
    }
    if (head.kept.path.isEmpty() || head.size < 0)
        return std::nullopt;
    return head;
}

/// Empty: done.
QString writeFile(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return out.errorString();
    // Nobody else is to read what was never saved.
    out.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (out.write(bytes) != bytes.size() || !out.commit())
        return out.errorString();
    return {};
}

} // namespace

Recovery::Recovery(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    m_writer.setMaxThreadCount(1);
}

Recovery::~Recovery()
{
    finish();
}

void Recovery::finish()
{
    m_writer.waitForDone();
}

QByteArray Recovery::hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray Recovery::toBytes(const Kept &kept)
{
    const auto time = [](const QDateTime &when) { return when.toUTC().toString(Qt::ISODateWithMs).toLatin1(); };
    QByteArray bytes = firstLine;
    bytes += "\npath: " + kept.path.toUtf8().toPercentEncoding("/");
    bytes += "\nbase-hash: " + kept.baseHash.toHex();
    if (kept.baseTime.isValid())
        bytes += "\nbase-time: " + time(kept.baseTime);
    bytes += "\nwritten: " + time(kept.written);
    bytes += "\nline: " + QByteArray::number(kept.line);
    bytes += "\ncolumn: " + QByteArray::number(kept.column);
    bytes += "\nsize: " + QByteArray::number(kept.text.size());
    return bytes + "\n\n" + kept.text;
}

std::optional<Recovery::Kept> Recovery::fromBytes(const QByteArray &bytes)
{
    auto head = readHead(bytes);
    if (!head || bytes.size() - head->textAt != head->size)
        return std::nullopt;
    head->kept.text = bytes.sliced(head->textAt);
    return head->kept;
}

QString Recovery::fileOf(const QString &path, int number) const
{
    const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex().first(24);
    return QStringLiteral("%1/%2-%3%4").arg(m_folder, QLatin1StringView(name)).arg(number).arg(suffix);
}

std::unique_ptr<QLockFile> Recovery::lock(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // however old: stale only when its program has ended
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

const Recovery::Claim *Recovery::claimNew(const QString &path)
{
    if (!QDir().mkpath(m_folder))
        return nullptr;
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (int number = 0; number < mostFiles; ++number) {
        const QString file = fileOf(path, number);
        if (QFile::exists(file))
            continue; // left by somebody, or somebody's
        if (auto held = lock(file))
            return &(m_claims[path] = {file, std::move(held)});
    }
    return nullptr;
}

void Recovery::keep(Kept kept)
{
    const auto known = m_claims.find(kept.path);
    const Claim *claim = known != m_claims.end() ? &known->second : claimNew(kept.path);
    if (!claim) {
        written(tr("%1 can't be written to").arg(QDir::toNativeSeparators(m_folder)));
        return;
    }
    kept.written = QDateTime::currentDateTimeUtc();
    m_writer.start([self = QPointer<Recovery>(this), file = claim->file, kept = std::move(kept)] {
        const QString error = writeFile(file, toBytes(kept));
        // The destructor waits for this thread, so `self` is there.
        QMetaObject::invokeMethod(self, [self, error] { self->written(error); }, Qt::QueuedConnection);
    });
}

void Recovery::written(const QString &error)
{
    const bool first = !m_failing;
    m_failing = !error.isEmpty();
    if (m_failing && first)
        Q_EMIT failed(tr("Unsaved text can't be kept for the case of a crash: %1. Save often until that is mended.").arg(error));
}

void Recovery::forget(const QString &path)
{
    const auto claim = m_claims.find(path);
    if (claim == m_claims.end())
        return;
    finish();
    QFile::remove(claim->second.file);
    m_claims.erase(claim);
}

std::optional<Recovery::Kept> Recovery::find(const QString &path)
{
    if (m_claims.contains(path))
        return std::nullopt; // open here already
    for (int number = 0; number < mostFiles; ++number) {
        const QString file = fileOf(path, number);
        if (!QFile::exists(file))
            continue;
        auto held = lock(file);
        const auto bytes = held ? files::readFile(file, largestFile) : std::unexpected(QString());
        auto kept = bytes ? fromBytes(*bytes) : std::nullopt;
        if (!kept || kept->path != path)
            continue;
        m_claims[path] = {file, std::move(held)};
        return kept;
    }
    return std::nullopt;
}

QStringList Recovery::leftBelow(const QString &folder) const
{
    QStringList paths;
    const QDir here(m_folder);
    for (const QString &name : here.entryList({u'*' + suffix}, QDir::Files, QDir::Name)) {
        QFile file(here.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto head = readHead(file.read(largestHead));
        if (head && head->kept.path.startsWith(folder + u'/') && !paths.contains(head->kept.path) && lock(file.fileName()))
            paths += head->kept.path;
    }
    return paths;
}

} // namespace pbx::editor
