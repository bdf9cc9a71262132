// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/locator/places.h"

#include <QByteArray>
#include <QHash>
#include <QObject>

namespace pbx::editor {

/// The entries, procedures and functions of programs, parsed in another thread and kept until the file changes.
class SectionIndex : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Finds the sections of all programs among the places, then tells by ready(). `unsaved`: texts by path that differ
    /// from the disk. Asked again meanwhile, only the last answer comes.
    void look(const QList<Place> &places, const QHash<QString, QByteArray> &unsaved);
    const QList<Place> &sections() const { return m_sections; }

Q_SIGNALS:
    void ready();

private:
    struct Kept {
        qint64 size = 0;
        qint64 modified = 0;
        QList<Place> sections;
    };
    using Cache = QHash<QString, Kept>;
    static QList<Place> sectionsOf(const QByteArray &text, const Place &program);
    static QList<Place> lookAll(Cache &cache, const QList<Place> &programs, const QHash<QString, QByteArray> &unsaved);
    void take(quint64 turn, Cache cache, const QList<Place> &sections);

    Cache m_cache;
    QList<Place> m_sections;
    quint64 m_turn = 0;
};

} // namespace pbx::editor
