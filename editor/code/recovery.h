// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <map>
#include <memory>
#include <optional>

class QLockFile;

namespace pbx::editor {

/// Unsaved text on its way through a crash: one file for each changed document in a folder beside the settings, named by a
/// hash of the document's path. It is written whole or not at all, in a thread of its own, and readable by its owner only.
/// A document that another running program has unsaved is left to that program.
class Recovery : public QObject {
    Q_OBJECT
public:
    struct Kept {
        QString path; ///< of the document
        QByteArray baseHash; ///< of what the disk had when the text began to differ; see hashOf()
        QDateTime baseTime; ///< of that file; invalid: there was none
        QDateTime written; ///< when this was kept
        int line = 1; ///< of the caret, from 1
        int column = 1; ///< in characters, from 1
        QByteArray text;
    };

    explicit Recovery(const QString &folder, QObject *parent = nullptr);
    /// Waits until what was handed over is on the disk.
    ~Recovery() override;

    /// Returns at once; `written` is set here. failed() tells of the first of several failures in a row.
    void keep(Kept kept);
    /// The document is saved or given up.
    void forget(const QString &path);
    /// What was left of the document by a program that has ended. From then on it is this program's.
    std::optional<Kept> find(const QString &path);
    /// The documents in the folder, however deep, of which something was left.
    QStringList leftBelow(const QString &folder) const;
    /// Until nothing is being written any more.
    void finish();

    static QByteArray hashOf(const QByteArray &bytes);
    /// The text of a recovery file and back; nothing when it is no whole one.
    static QByteArray toBytes(const Kept &kept);
    static std::optional<Kept> fromBytes(const QByteArray &bytes);

Q_SIGNALS:
    void failed(const QString &text);

private:
    struct Claim {
        QString file;
        std::unique_ptr<QLockFile> lock;
    };
    QString fileOf(const QString &path, int number) const;
    /// Null: another program has the file.
    static std::unique_ptr<QLockFile> lock(const QString &file);
    const Claim *claimNew(const QString &path);
    void written(const QString &error);

    QString m_folder;
    std::map<QString, Claim> m_claims; ///< by the path of the document
    QThreadPool m_writer; ///< one thread: in the order of the calls
    bool m_failing = false;
};

} // namespace pbx::editor
