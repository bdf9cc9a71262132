// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/notation.h"
#include "environment/language/diagnostic.h"

#include <QString>

#include <map>
#include <string>
#include <vector>

namespace pbx::check {

/// Keys and indices that lead to a value: "Preferences", "ReceptMenu", "1".
using SettingsPath = std::vector<std::string>;

/// Lines and columns of values in settings files. A file is read when it is first asked for: most have no findings.
class SettingsPlaces {
public:
    /// Of the value; of the deepest key on the way that is there; the top when the file can't be read.
    language::Position at(const QString &file, const SettingsPath &path);

private:
    struct File {
        std::string text;
        data::NotationPlace top;
    };
    std::map<QString, File> m_files;
};

} // namespace pbx::check
