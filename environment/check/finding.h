// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/language/diagnostic.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace pbx::check {

/// What mends a finding, for whoever can do it.
struct Remedy {
    enum class Kind { None, CreateAccount, CreateProgram, AddPrompts };
    Kind kind = Kind::None;
    std::string domain = {}; ///< empty: of the place itself
    std::string name = {};   ///< of the account; of the program, without .sppr
    std::string language = {}; ///< folder of the prompts; empty: the default language
    std::vector<std::string> prompts = {};
};

/// What is wrong at a place.
struct Finding {
    std::string file; ///< as shown to people
    int line = 1;
    int column = 1;
    std::string severity; ///< error, warning, note
    std::string code;     ///< stable word, see codes.h here and of the language
    std::string message;  ///< in the user's language (accounts::setTranslator)
    QString path = {}; ///< of the file on disk; empty where there is none
    Remedy remedy = {};
};

/// Collects findings; the parts of a check write into one.
class Report {
public:
    /// Paths below `root` are shown as if they were below `shown`; an empty `shown` leaves them relative.
    void setRoot(const QString &root, const std::string &shown);
    std::string shownPath(const QString &path) const;

    void add(const QString &path, language::Position place, language::Severity severity, std::string_view code,
             std::string message, Remedy remedy = {});
    /// By file and place, without repetitions.
    std::vector<Finding> take();

private:
    std::vector<Finding> m_findings;
    QString m_root;
    std::string m_shown;
};

} // namespace pbx::check
