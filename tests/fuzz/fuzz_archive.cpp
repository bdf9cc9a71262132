// SPDX-License-Identifier: GPL-3.0-or-later
// Archives: looked at and unpacked into an environment; whatever they say, nothing is written beside it, and a refused one
// leaves it as it was.
#include "environment/archive/archive.h"

#include "tests/fuzz/require.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace pbx;

namespace {

/// A tree to unpack into, in memory where the system has such a folder.
class Place {
public:
    Place() : m_folder(QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm/pbx-fuzz-XXXXXX") : QString())
    {
        PBX_REQUIRE(m_folder.isValid());
    }
    QString tar() const { return m_folder.filePath(QStringLiteral("in.tar")); }
    QString environment() const { return m_folder.filePath(QStringLiteral("outer/environment")); }

    void fill(const QByteArray &archive)
    {
        QFile file(tar());
        PBX_REQUIRE(file.open(QIODevice::WriteOnly) && file.write(archive) == archive.size());
        PBX_REQUIRE(QDir().mkpath(environment()));
        QFile kept(environment() + QStringLiteral("/kept.wav"));
        PBX_REQUIRE(kept.open(QIODevice::WriteOnly) && kept.write("kept") == 4);
    }
    void requireNothingBeside() const
    {
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        PBX_REQUIRE(QDir(m_folder.path()).entryList(all, QDir::Name) == QStringList({QStringLiteral("in.tar"), QStringLiteral("outer")}));
        PBX_REQUIRE(QDir(m_folder.filePath(QStringLiteral("outer"))).entryList(all) == QStringList(QStringLiteral("environment")));
    }
    void requireUntouched() const
    {
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        PBX_REQUIRE(QDir(environment()).entryList(all) == QStringList(QStringLiteral("kept.wav")));
        QFile kept(environment() + QStringLiteral("/kept.wav"));
        PBX_REQUIRE(kept.open(QIODevice::ReadOnly) && kept.readAll() == "kept");
    }
    void clear() { PBX_REQUIRE(QDir(m_folder.filePath(QStringLiteral("outer"))).removeRecursively()); }

private:
    QTemporaryDir m_folder;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static Place place;
    place.fill(QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size)));
    archive::Limits limits;
    limits.entries = 64;
    limits.fileBytes = 1 << 16;
    limits.allBytes = 1 << 18;
    const auto plan = archive::unpack(place.tar(), place.environment(), limits);
    place.requireNothingBeside();
    if (!plan) {
        PBX_REQUIRE(!plan.error().isEmpty());
        place.requireUntouched();
    } else if (plan->refused()) {
        place.requireUntouched();
    } else {
        PBX_REQUIRE(plan->files.size() <= limits.entries);
        for (const archive::PlannedFile &file : plan->files)
            PBX_REQUIRE(QFile::exists(place.environment() + QLatin1Char('/') + QString::fromStdString(file.name)));
    }
    place.clear();
    return 0;
}
