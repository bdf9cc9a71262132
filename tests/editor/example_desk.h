// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/desk/desk.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

/// A desk with a copy of the example workspace on it.
namespace pbx::test {

class ExampleDesk {
public:
    ExampleDesk()
    {
        const QString from = QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists");
        QDirIterator files(from, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString source = files.next();
            const QString target = workspace() + source.sliced(from.size());
            QDir().mkpath(QFileInfo(target).absolutePath());
            QFile::copy(source, target);
            QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
        }
        if (auto opened = files::Workspace::open(workspace()))
            m_workspace = std::move(*opened);
        desk.setWorkspace(m_workspace ? &*m_workspace : nullptr);
        desk.setDomain("specialists.example");
        QObject::connect(&desk, &editor::Desk::failed, &desk, [this](const QString &text) { errors += text; });
    }
    ~ExampleDesk() { desk.setWorkspace(nullptr); }

    QString workspace() const { return m_folder.filePath(QStringLiteral("specialists")); }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }
    QString environment(const char *name) const
    {
        return workspace() + QStringLiteral("/domains/specialists.example/environment/") + QLatin1StringView(name);
    }

private:
    QTemporaryDir m_folder;
    std::optional<files::Workspace> m_workspace;

public:
    editor::Desk desk;
    QStringList errors;
};

} // namespace pbx::test
