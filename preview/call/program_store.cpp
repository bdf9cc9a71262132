// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/program_store.h"

#include "environment/audio/sound_file.h"
#include "environment/files/atomic_file.h"
#include "preview/machine/compiler.h"

namespace pbx::call {

namespace {

constexpr qint64 largestProgram = qint64(16) << 20;

void compileFile(const files::FileEntry &file, ProgramStore::Compiled &out)
{
    const auto bytes = files::readFile(file.path, largestProgram);
    if (!bytes) {
        out.error = bytes.error().toStdString();
        return;
    }
    const language::Source source(out.file, bytes->toStdString());
    language::ResolveOptions options;
    options.kind = file.name.ends_with(".sppi") ? language::FileKind::Module : language::FileKind::Program;
    options.warnings = false;
    auto result = machine::compile(source, options);
    out.program = std::move(result.program);
    if (out.program)
        return;
    for (const auto &diagnostic : result.diagnostics) {
        if (diagnostic.severity != language::Severity::Error)
            continue;
        const auto place = source.position(diagnostic.span.begin);
        out.line = place.line;
        out.error = out.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ": "
            + diagnostic.message();
        return;
    }
    out.error = out.file + ": the program can't be compiled";
}

} // namespace

std::string ProgramStore::shown(const files::FileEntry &file) const
{
    return m_naming == Naming::WorkspacePath ? file.workspacePath : file.path.toStdString();
}

const ProgramStore::Compiled &ProgramStore::compiled(const files::FileEntry &file)
{
    const Stamp stamp{file.size, file.modified};
    auto &entry = m_programs[file.path];
    if (entry.stamp != stamp) {
        entry.stamp = stamp;
        entry.item = {};
        entry.item.file = shown(file);
        compileFile(file, entry.item);
    }
    return entry.item;
}

const ProgramStore::Sound &ProgramStore::sound(const files::FileEntry &file)
{
    const Stamp stamp{file.size, file.modified};
    auto &entry = m_sounds[file.path];
    if (entry.stamp != stamp) {
        entry.stamp = stamp;
        entry.item = {};
        entry.item.path = data::Value::string(shown(file));
        entry.item.layer = data::Value::string(files::layerName(file.layer));
        entry.item.language = data::Value::string(file.language);
        if (const auto info = audio::probe(file.path))
            entry.item.lengthMs = info->durationMs;
        else
            entry.item.error = info.error().toStdString();
    }
    return entry.item;
}

const data::Value &ProgramStore::content(const files::FileEntry &file)
{
    constexpr qint64 largest = qint64(16) << 20;
    constexpr qint64 mostKept = qint64(64) << 20;
    const Stamp stamp{file.size, file.modified};
    if (m_contentBytes > mostKept) {
        m_contents.clear();
        m_contentBytes = 0;
    }
    auto &entry = m_contents[file.path];
    if (entry.stamp != stamp) {
        entry.stamp = stamp;
        entry.item = {};
        if (const auto bytes = files::readFile(file.path, largest)) {
            entry.item = data::Value::dataBlock({bytes->constData(), static_cast<std::size_t>(bytes->size())});
            m_contentBytes += bytes->size();
        }
    }
    return entry.item;
}

void ProgramStore::clear()
{
    m_contents.clear();
    m_contentBytes = 0;
    m_programs.clear();
    m_sounds.clear();
}

} // namespace pbx::call
