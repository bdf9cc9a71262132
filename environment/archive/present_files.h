// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QHash>
#include <QString>

#include <string>

namespace pbx::archive {

/// Where a file of an archive goes.
struct Place {
    QString path;           ///< with the letter case that is on disk, if something is there
    bool exists = false;
    qint64 size = 0;        ///< these two to notice a change between looking and writing
    qint64 modified = 0;    ///< milliseconds since 1970
    QString fault;          ///< a sentence: why nothing can be written there
};

/// What an environment's folder holds under the names an archive brings, whatever their letter case on disk: the server
/// knows one name only (server-interfaces 3.1). Folders are read once, when first asked for.
class PresentFiles {
public:
    explicit PresentFiles(QString folder);

    /// `folded`: "welcome.wav" or "russian/welcome.wav" in lower case.
    [[nodiscard]] Place placeOf(const std::string &folded);

private:
    using Entries = QHash<QString, QFileInfo>; ///< by folded name
    static Entries list(const QString &folder);

    QString m_folder;
    Entries m_top;
    QHash<QString, Entries> m_languages;
};

} // namespace pbx::archive
