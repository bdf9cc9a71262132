// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/layers.h"
#include "environment/language/names.h"

#include <QString>

#include <map>
#include <memory>
#include <string>

namespace pbx::check {

/// A program or module, parsed and resolved.
struct Program {
    QString path;
    language::FileKind kind = language::FileKind::Program;
    std::string unreadable; ///< why it could not be read; then the tree is empty
    language::Source source;
    language::Tree tree;
};

/// Is that name one of a program or module?
[[nodiscard]] bool isProgramFile(std::string_view name);
[[nodiscard]] inline bool isModuleFile(std::string_view name)
{
    return name.size() > 5 && isProgramFile(name) && (name.back() == 'i' || name.back() == 'I');
}

/// Reads each file once.
class Programs {
public:
    const Program &get(const QString &path);

private:
    std::map<QString, std::unique_ptr<Program>> m_programs;
};

} // namespace pbx::check
