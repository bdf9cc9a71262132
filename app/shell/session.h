// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pbx::app {

class Settings;

/// Where somebody was in a workspace.
struct Session {
    struct File {
        QString path;
        int line = 1;
        int column = 1;
    };
    QList<File> files;
    QStringList panels; ///< object names of those open beside the files
    int current = -1;
    QString address; ///< in the phone's box

    static Session load(const Settings &settings, const QString &folder);
    void save(Settings &settings, const QString &folder) const;
    /// Nothing was remembered.
    bool isEmpty() const { return files.isEmpty(); }
};

} // namespace pbx::app
