// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/check/programs.h"

#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"
#include "environment/language/parser.h"

namespace pbx::check {

namespace {

constexpr qint64 largestProgram = qint64(16) << 20;

} // namespace

bool isProgramFile(std::string_view name)
{
    const std::string folded = files::foldName(name.substr(name.size() - std::min<std::size_t>(name.size(), 5)));
    return folded == ".sppr" || folded == ".sppi";
}

const Program &Programs::get(const QString &path)
{
    auto &known = m_programs[path];
    if (known)
        return *known;
    known = std::make_unique<Program>();
    Program &program = *known;
    program.path = path;
    program.kind = isModuleFile(path.toStdString()) ? language::FileKind::Module : language::FileKind::Program;
    const auto bytes = files::readFile(path, largestProgram);
    if (!bytes) {
        program.unreadable = bytes.error().toStdString();
        return program;
    }
    program.source = language::Source(path.toStdString(), bytes->toStdString());
    program.tree = language::parse(program.source);
    language::ResolveOptions options;
    options.kind = program.kind;
    language::resolve(program.tree, program.source, options);
    return program;
}

} // namespace pbx::check
