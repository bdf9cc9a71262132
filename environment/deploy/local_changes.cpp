// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/local_changes.h"

#include "environment/files/atomic_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace pbx::deploy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

/// Replaces what is there in one step.
bool moveInto(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

Result<> LocalChanges::begin()
{
    const auto folder = m_folder.path(QStringLiteral("incoming"));
    // What an ended program has left there is of no use.
    QDir(folder).removeRecursively();
    if (QDir().mkpath(folder))
        m_aside = std::make_unique<QTemporaryDir>(folder + QStringLiteral("/XXXXXX"));
    if (!m_aside || !m_aside->isValid())
        return std::unexpected(localFailure(Text::tr("The folder %1 can't be made.").arg(folder),
                                            Text::tr("Check the permissions of the workspace and the space on the disk.")));
    return {};
}

Result<> LocalChanges::write(const QString &path, const std::string &before, std::string_view content)
{
    Change change{path, {}, before, {}};
    {
        const std::lock_guard lock(m_mutex);
        change.staged = m_aside->filePath(QString::number(m_changes.size()));
        change.aside = change.staged + QStringLiteral(".before");
        m_changes.push_back(change);
    }
    const auto saved = files::saveFile(change.staged, QByteArray(content.data(), static_cast<qsizetype>(content.size())));
    if (!saved)
        return std::unexpected(localFailure(saved.error()));
    return {};
}

void LocalChanges::remove(const QString &path, const std::string &before)
{
    const std::lock_guard lock(m_mutex);
    m_changes.push_back({path, {}, before, m_aside->filePath(QString::number(m_changes.size()) + QStringLiteral(".before"))});
}

Result<> LocalChanges::apply(Change &change)
{
    const bool exists = QFileInfo::exists(change.path);
    const auto now = exists ? hashOfFile(change.path) : Result<std::string>();
    if (!now)
        return std::unexpected(now.error());
    if ((!change.staged.isEmpty() || !change.before.empty()) && *now != change.before)
        return std::unexpected(changedFailure(Text::tr("%1 was changed while it was compared.").arg(change.path),
                                              Text::tr("Nothing was changed here; pull again.")));
    const auto failed = [&] {
        return std::unexpected(localFailure(Text::tr("%1 can't be replaced.").arg(change.path),
                                            Text::tr("Check its permissions. Nothing was changed here.")));
    };
    if (!QDir().mkpath(QFileInfo(change.path).absolutePath()))
        return failed();
    if (exists && !QFile::copy(change.path, change.aside))
        return failed();
    if (change.staged.isEmpty())
        return !exists || QFile::remove(change.path) ? Result<>() : failed();
    return moveInto(change.staged, change.path) ? Result<>() : failed();
}

Result<> LocalChanges::apply()
{
    for (; m_applied < m_changes.size(); ++m_applied) {
        if (auto applied = apply(m_changes[m_applied]); !applied) {
            takeBack();
            return applied;
        }
    }
    return {};
}

void LocalChanges::takeBack()
{
    while (m_applied-- > 0) {
        const auto &change = m_changes[m_applied];
        if (QFileInfo::exists(change.aside))
            moveInto(change.aside, change.path);
        else
            QFile::remove(change.path);
    }
}

} // namespace pbx::deploy
