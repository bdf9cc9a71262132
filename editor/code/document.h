// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/code/recovery.h"
#include "editor/code/text_format.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <expected>

namespace pbx::editor {

class CodeEditor;

/// One text file being edited: where it lies, whether it differs from the disk, how it is written. The text and its undo
/// history are the editor's.
class Document : public QObject {
    Q_OBJECT
public:
    enum class Disk { Same, Changed, Removed };

    /// The editor must outlive the document.
    explicit Document(CodeEditor *editor, QObject *parent = nullptr);

    [[nodiscard]] std::expected<void, QString> load(const QString &path);
    /// Where unsaved text is kept for the case of a crash; before load(), and it must outlive the document. Text that was left
    /// there is brought back by load() as an unsaved change that can be undone.
    void setRecovery(Recovery *recovery) { m_recovery = recovery; }
    /// When the text was kept that load() has brought back; invalid: it has not, or somebody has decided since.
    QDateTime recoveredFrom() const { return m_recoveredFrom; }
    void keepRecovered();
    /// Nothing unsaved is to come back: the document is being closed.
    void close();
    /// Never writes over a change made by somebody else: see disk(). With `overwrite` it does.
    [[nodiscard]] std::expected<void, QString> save(bool overwrite = false);
    [[nodiscard]] std::expected<void, QString> saveAs(const QString &path);
    /// The text on the disk, as one step that can be undone.
    [[nodiscard]] std::expected<void, QString> reload();

    QString path() const { return m_path; }
    QString fileName() const;
    bool isProgram() const;
    bool isModified() const;
    TextFormat format() const { return m_format; }
    /// What the last look at the disk said.
    Disk disk() const { return m_disk; }
    /// Looks at the disk.
    void checkDisk();
    /// Keep what is here and forget that the disk has something else, until it changes again.
    void ignoreDisk();
    [[nodiscard]] std::expected<QByteArray, QString> bytesOnDisk() const;

Q_SIGNALS:
    void modifiedChanged(bool modified);
    void pathChanged();
    void formatChanged();
    void diskChanged();
    void recoveredChanged();

private:
    struct Stamp {
        bool exists = false;
        qint64 size = 0;
        QDateTime time;
        bool operator==(const Stamp &) const = default;
    };
    static Stamp stampOf(const QString &path);
    std::expected<void, QString> write(const QString &path);
    void setDisk(Disk disk);
    void setDiffers(bool differs);
    void takeFormat(const QByteArray &bytes);
    void recover(const Recovery::Kept &kept);
    void keepUnsaved();
    void forgetUnsaved();

    CodeEditor *m_editor;
    QString m_path;
    TextFormat m_format;
    QByteArray m_saved; ///< what the disk had when it was last read or written
    Stamp m_stamp;
    Disk m_disk = Disk::Same;
    Recovery *m_recovery = nullptr;
    QTimer m_keepDelay;
    QDateTime m_recoveredFrom;
    bool m_differs = false; ///< kept on purpose although the disk has something else
};

} // namespace pbx::editor
