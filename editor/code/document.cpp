// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/document.h"

#include "editor/code/code_editor.h"
#include "environment/files/atomic_file.h"

#include <QFileInfo>

namespace pbx::editor {

namespace {

constexpr qint64 largestText = qint64(16) << 20;

} // namespace

Document::Document(CodeEditor *editor, QObject *parent) : QObject(parent), m_editor(editor)
{
    connect(editor, &QsciScintilla::modificationChanged, this, [this] { Q_EMIT modifiedChanged(isModified()); });
}

std::expected<void, QString> Document::load(const QString &path)
{
    auto bytes = files::readFile(path, largestText);
    if (!bytes)
        return std::unexpected(bytes.error());
    m_path = path;
    m_saved = *bytes;
    m_stamp = stampOf(path);
    m_disk = Disk::Same;
    takeFormat(*bytes);
    m_editor->setProgram(isProgram());
    m_editor->setBytes(*bytes);
    Q_EMIT pathChanged();
    return {};
}

void Document::takeFormat(const QByteArray &bytes)
{
    m_format = TextFormat::of(bytes);
    m_editor->setFormat(m_format);
    Q_EMIT formatChanged();
}

std::expected<void, QString> Document::save(bool overwrite)
{
    checkDisk();
    if (m_disk == Disk::Changed && !overwrite)
        return std::unexpected(tr("%1 was changed by another program. Compare the two texts, then reload or overwrite it.")
                                   .arg(fileName()));
    return write(m_path);
}

std::expected<void, QString> Document::saveAs(const QString &path)
{
    return write(path);
}

std::expected<void, QString> Document::write(const QString &path)
{
    const QByteArray bytes = m_editor->bytes();
    if (auto saved = files::saveFile(path, bytes); !saved)
        return saved;
    m_saved = bytes;
    m_stamp = stampOf(path);
    const bool moved = path != m_path;
    m_path = path;
    m_editor->SendScintilla(QsciScintillaBase::SCI_SETSAVEPOINT);
    takeFormat(bytes);
    setDiffers(false);
    setDisk(Disk::Same);
    if (moved) {
        m_editor->setProgram(isProgram());
        Q_EMIT pathChanged();
    }
    return {};
}

std::expected<void, QString> Document::reload()
{
    auto bytes = bytesOnDisk();
    if (!bytes)
        return std::unexpected(bytes.error());
    m_saved = *bytes;
    m_stamp = stampOf(m_path);
    if (m_editor->bytes() != *bytes)
        m_editor->replaceBytes(*bytes);
    m_editor->SendScintilla(QsciScintillaBase::SCI_SETSAVEPOINT);
    takeFormat(*bytes);
    setDiffers(false);
    setDisk(Disk::Same);
    return {};
}

QString Document::fileName() const
{
    return QFileInfo(m_path).fileName();
}

bool Document::isProgram() const
{
    const QString suffix = QFileInfo(m_path).suffix().toLower();
    return suffix == u"sppr" || suffix == u"sppi";
}

bool Document::isModified() const
{
    return m_differs || m_editor->isModified();
}

Document::Stamp Document::stampOf(const QString &path)
{
    const QFileInfo info(path);
    return {info.exists(), info.size(), info.lastModified()};
}

void Document::checkDisk()
{
    const Stamp stamp = stampOf(m_path);
    if (stamp == m_stamp)
        return;
    if (!stamp.exists) {
        setDisk(Disk::Removed);
        return;
    }
    const auto bytes = bytesOnDisk();
    if (bytes && *bytes == m_saved) {
        m_stamp = stamp; // only touched
        setDisk(Disk::Same);
        return;
    }
    setDisk(Disk::Changed);
}

void Document::ignoreDisk()
{
    m_stamp = stampOf(m_path);
    if (auto bytes = bytesOnDisk())
        m_saved = *bytes;
    // The text here is not what the disk has, so it counts as changed even when nobody typed.
    setDiffers(!m_stamp.exists || m_saved != m_editor->bytes());
    setDisk(Disk::Same);
}

void Document::setDiffers(bool differs)
{
    if (differs == m_differs)
        return;
    m_differs = differs;
    Q_EMIT modifiedChanged(isModified());
}

std::expected<QByteArray, QString> Document::bytesOnDisk() const
{
    return files::readFile(m_path, largestText);
}

void Document::setDisk(Disk disk)
{
    if (disk == m_disk)
        return;
    m_disk = disk;
    Q_EMIT diskChanged();
}

} // namespace pbx::editor
