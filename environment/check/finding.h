// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/diagnostic.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace pbx::check {

/// What is wrong at a place.
struct Finding {
    std::string file; ///< as shown to people
    int line = 1;
    int column = 1;
    std::string severity; ///< error, warning, note
    std::string code;     ///< stable word, see codes.h here and of the language
    std::string message;
    QString path = {}; ///< of the file on disk; empty where there is none
};

/// Collects findings; the parts of a check write into one.
class Report {
public:
    /// Paths below `root` are shown as if they were below `shown`; an empty `shown` leaves them relative.
    void setRoot(const QString &root, const std::string &shown);
    std::string shownPath(const QString &path) const;

    void add(const QString &path, language::Position place, language::Severity severity, std::string_view code,
             std::string message);
    /// By file and place, without repetitions.
    std::vector<Finding> take();

private:
    std::vector<Finding> m_findings;
    QString m_root;
    std::string m_shown;
};

} // namespace pbx::check
