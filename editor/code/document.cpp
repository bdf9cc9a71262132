// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/document.h"

#include "editor/code/code_editor.h"
#include "environment/files/atomic_file.h"

#include <QFileInfo>

#include <utility>

namespace pbx::editor {

namespace {

constexpr qint64 largestText = qint64(16) << 20;
constexpr int keepDelayMs = 800; // from the first change to its being written; with the writing well under two seconds

} // namespace

Document::Document(CodeEditor *editor, QObject *parent) : QObject(parent), m_editor(editor)
{
    m_keepDelay.setSingleShot(true);
    m_keepDelay.setInterval(keepDelayMs);
    connect(&m_keepDelay, &QTimer::timeout, this, &Document::keepUnsaved);
    connect(editor, &QsciScintilla::modificationChanged, this, [this] { Q_EMIT modifiedChanged(isModified()); });
    connect(editor, &QsciScintilla::textChanged, this, [this] {
        if (m_recovery && !m_keepDelay.isActive())
            m_keepDelay.start();
    });
    connect(this, &Document::modifiedChanged, this, [this](bool modified) {
        if (!modified)
            forgetUnsaved();
    });
}

std::expected<void, QString> Document::load(const QString &path)
{
    auto kept = m_recovery ? m_recovery->find(path) : std::nullopt;
    m_stamp = stampOf(path);
    auto bytes = files::readFile(path, largestText);
    // A file that is gone can still be made again from what was left of it.
    if (!bytes && kept && !m_stamp.exists)
        bytes = QByteArray();
    if (!bytes)
        return std::unexpected(bytes.error());
    m_path = path;
    m_saved = *bytes;
    m_disk = Disk::Same;
    takeFormat(*bytes);
    m_editor->setProgram(isProgram());
    // The text from the disk counts as saved, yet what was left of another must stay until somebody decides.
    Recovery *const recovery = std::exchange(m_recovery, nullptr);
    m_editor->setBytes(*bytes);
    m_recovery = recovery;
    Q_EMIT pathChanged();
    if (kept)
        recover(*kept);
    return {};
}

void Document::recover(const Recovery::Kept &kept)
{
    if (m_stamp.exists && kept.text == m_saved) {
        m_recovery->forget(m_path); // saved, and killed before it could be forgotten
        return;
    }
    m_editor->replaceBytes(kept.text);
    m_editor->goTo(kept.line, kept.column);
    m_recoveredFrom = kept.written;
    if (!m_stamp.exists) {
        setDisk(Disk::Removed);
    } else if (kept.baseHash != Recovery::hashOf(m_saved)) {
        // Made from another text than the one on the disk: neither may silently replace the other.
        m_saved = kept.text;
        m_stamp = {};
        setDisk(Disk::Changed);
    }
    Q_EMIT recoveredChanged();
}

void Document::keepRecovered()
{
    if (!m_recoveredFrom.isValid())
        return;
    m_recoveredFrom = {};
    Q_EMIT recoveredChanged();
}

void Document::close()
{
    m_keepDelay.stop();
    if (m_recovery)
        forgetUnsaved();
    m_recovery = nullptr;
}

void Document::keepUnsaved()
{
    if (!m_recovery || !isModified())
        return;
    Recovery::Kept kept;
    kept.path = m_path;
    kept.baseHash = Recovery::hashOf(m_saved);
    kept.baseTime = m_stamp.time;
    kept.line = m_editor->caretLine();
    kept.column = m_editor->caretColumn();
    kept.text = m_editor->bytes();
    m_recovery->keep(std::move(kept));
}

void Document::forgetUnsaved()
{
    m_keepDelay.stop();
    if (m_recovery)
        m_recovery->forget(m_path);
    keepRecovered();
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
    if (m_recovery)
        m_recovery->finish(); // so that nothing lies between the saving and the forgetting
    if (auto saved = files::saveFile(path, bytes); !saved)
        return saved;
    forgetUnsaved();
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
    if (differs && m_recovery)
        m_keepDelay.start();
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
