// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <expected>
#include <optional>
#include <vector>

namespace pbx::editor {

/// What stands at a path: the bytes of a file, or nothing. A path that ends with '/' is a folder, its bytes are empty.
struct FileState {
    QString path;
    std::optional<QByteArray> bytes;
    bool operator==(const FileState &) const = default;
};

/// Every change of a workspace but typing in an editor: files from one state to another, by name, with undo.
/// Nothing is overwritten that another program has written meanwhile: undo and redo refuse then and say so.
class History : public QObject {
    Q_OBJECT
public:
    explicit History(QObject *parent = nullptr);

    /// Brings the paths to these states, all or none. What stands so already is left alone; nothing to do is no change.
    /// Changes in a row with the same key that is not empty are one change to undo ("typing in a field").
    std::expected<void, QString> apply(const QString &name, const std::vector<FileState> &after, const QString &key = {});

    /// A change that was made elsewhere, as the paths were before it.
    void adopt(const QString &name, const std::vector<FileState> &before);

    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_changes.size(); }
    QString undoName() const; ///< empty: nothing to undo
    QString redoName() const;
    void undo();
    void redo();
    /// The next apply() begins a change of its own, whatever its key.
    void closeChange() { m_open = false; }
    void clear();

Q_SIGNALS:
    /// Files were written or removed.
    void written(const QStringList &paths);
    /// Undo or redo could not be done; nothing was changed.
    void refused(const QString &text);
    void changed(); ///< what can be undone

private:
    struct Step {
        QString path;
        std::optional<QByteArray> before;
        std::optional<QByteArray> after;
    };
    struct Change {
        QString name;
        QString key;
        std::vector<Step> steps;
    };

    bool move(const Change &change, bool forward);
    void merge(Change &into, std::vector<Step> steps);

    std::vector<Change> m_changes;
    std::size_t m_done = 0; ///< changes in force; the rest can be redone
    bool m_open = false;    ///< the last change may grow
};

} // namespace pbx::editor
