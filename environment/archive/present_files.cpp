// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/present_files.h"

#include "environment/archive/text.h"
#include "environment/files/name_rules.h"

#include <QDateTime>
#include <QDirIterator>

namespace pbx::archive {

PresentFiles::PresentFiles(QString folder) : m_folder(std::move(folder)), m_top(list(m_folder)) {}

PresentFiles::Entries PresentFiles::list(const QString &folder)
{
    Entries entries;
    QDirIterator iterator(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    while (iterator.hasNext()) {
        QFileInfo info = iterator.nextFileInfo();
        const QString folded = QString::fromStdString(files::foldName(info.fileName().toStdString()));
        // Of names that differ only by case the one in lower case is the one that counts.
        if (info.fileName() == folded || !entries.contains(folded))
            entries.insert(folded, std::move(info));
    }
    return entries;
}

Place PresentFiles::placeOf(const std::string &folded)
{
    Place place;
    const QString name = QString::fromStdString(folded);
    const qsizetype slash = name.indexOf(u'/');
    const Entries *entries = &m_top;
    QString folder = m_folder;
    if (slash >= 0) {
        const QString language = name.left(slash);
        const auto there = m_top.constFind(language);
        if (there != m_top.cend()) {
            if (there->isSymLink()) {
                place.fault = Text::tr("The folder \"%1\" of the environment is a link; what it leads to is not touched.").arg(language);
                return place;
            }
            if (!there->isDir()) {
                place.fault = Text::tr("The environment has a file \"%1\" where this language's folder would be.").arg(language);
                return place;
            }
            folder = there->filePath();
        } else {
            folder += u'/' + language;
        }
        auto known = m_languages.find(language);
        if (known == m_languages.end())
            known = m_languages.insert(language, there == m_top.cend() ? Entries() : list(folder));
        entries = &*known;
    }
    const auto file = entries->constFind(name.mid(slash + 1));
    if (file == entries->cend()) {
        place.path = folder + u'/' + name.mid(slash + 1);
        return place;
    }
    place.path = file->filePath();
    if (!file->isFile()) {
        place.fault = file->isDir() ? Text::tr("The environment has a folder of this name.")
                                    : Text::tr("The environment has something of this name that is no file.");
        return place;
    }
    place.exists = true;
    place.size = file->size();
    place.modified = file->lastModified().toMSecsSinceEpoch();
    return place;
}

} // namespace pbx::archive
