// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/locator/section_index.h"

#include "environment/files/atomic_file.h"
#include "environment/language/parser.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QThreadPool>

namespace pbx::editor {

namespace {

constexpr qint64 largestProgram = qint64(8) << 20;

QString describe(const language::Section &section)
{
    switch (section.kind) {
    case language::SectionKind::Entry: return QCoreApplication::translate("Locator", "entry");
    case language::SectionKind::Procedure: return QCoreApplication::translate("Locator", "procedure");
    case language::SectionKind::Function: return QCoreApplication::translate("Locator", "function");
    }
    return {};
}

} // namespace

void SectionIndex::look(const QList<Place> &places, const QHash<QString, QByteArray> &unsaved)
{
    QList<Place> programs;
    for (const Place &place : places) {
        if (place.kind == Place::Kind::Program)
            programs += place;
    }
    QThreadPool::globalInstance()->start(
        [self = QPointer<SectionIndex>(this), turn = ++m_turn, cache = m_cache, programs, unsaved]() mutable {
            const QList<Place> sections = lookAll(cache, programs, unsaved);
            // Through the application, which outlives the index; the pointer is looked at in the window's thread.
            QMetaObject::invokeMethod(qApp, [self, turn, cache = std::move(cache), sections]() mutable {
                if (self)
                    self->take(turn, std::move(cache), sections);
            });
        });
}

QList<Place> SectionIndex::lookAll(Cache &cache, const QList<Place> &programs, const QHash<QString, QByteArray> &unsaved)
{
    QList<Place> all;
    Cache kept;
    for (const Place &program : programs) {
        if (const auto text = unsaved.constFind(program.path); text != unsaved.cend()) {
            all += sectionsOf(*text, program);
            continue;
        }
        const QFileInfo info(program.path);
        const qint64 modified = info.lastModified().toMSecsSinceEpoch();
        Kept entry = cache.value(program.path);
        if (entry.modified != modified || entry.size != info.size()) {
            const auto text = files::readFile(program.path, largestProgram);
            entry = {info.size(), modified, text ? sectionsOf(*text, program) : QList<Place>()};
        }
        all += entry.sections;
        kept.insert(program.path, entry);
    }
    cache = std::move(kept);
    return all;
}

QList<Place> SectionIndex::sectionsOf(const QByteArray &text, const Place &program)
{
    const language::Source source(program.name.toStdString(), text.toStdString());
    const language::Tree tree = language::parse(source);
    QList<Place> sections;
    for (const language::Section *section : tree.sections) {
        if (section->form != language::Section::Form::Definition || section->name.text.empty())
            continue;
        Place place = program;
        place.kind = Place::Kind::Section;
        place.name = QString::fromUtf8(section->name.text.data(), qsizetype(section->name.text.size()));
        place.line = source.lineAt(section->name.span.begin);
        place.where = QStringLiteral("%1, %2:%3").arg(describe(*section), program.where).arg(place.line);
        sections += place;
    }
    return sections;
}

void SectionIndex::take(quint64 turn, Cache cache, const QList<Place> &sections)
{
    if (turn != m_turn)
        return;
    m_cache = std::move(cache);
    m_sections = sections;
    Q_EMIT ready();
}

} // namespace pbx::editor
