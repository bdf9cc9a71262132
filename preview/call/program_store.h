// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/layers.h"
#include "preview/machine/builtin_table.h"
#include "preview/machine/program.h"

#include <QHash>

#include <memory>
#include <string>
#include <unordered_map>

namespace pbx::call {

/// How files are named in messages and events.
enum class Naming {
    WorkspacePath, ///< domains/D/environment/callback.sppr
    DiskPath,
};

/// What stays good from call to call: compiled files and lengths of sounds. An entry is made again when the size or the
/// time stamp that the environment gives for the file has changed, so the owner of the workspace decides when to look.
class ProgramStore {
public:
    explicit ProgramStore(Naming naming = Naming::WorkspacePath) : m_naming(naming) {}

    struct Compiled {
        std::shared_ptr<const machine::Program> program; ///< null: it can't be used
        std::string error; ///< FILE:LINE:COLUMN: TEXT, the first error
        std::string file; ///< as shown
        int line = 0; ///< of the error
    };
    /// The file's suffix decides between program and module.
    const Compiled &compiled(const files::FileEntry &file);

    struct Sound {
        std::int64_t lengthMs = 0;
        std::string error; ///< why it can't be played; then it counts as missing
        data::Value path; ///< as events show it
        data::Value layer;
        data::Value language;
    };
    const Sound &sound(const files::FileEntry &file);

    /// The bytes of a file, for ReadEnvirFile: a datablock, null when it can't be read or is larger than 16 MB.
    const data::Value &content(const files::FileEntry &file);

    Naming naming() const noexcept { return m_naming; }
    void clear();

private:
    struct Stamp {
        qint64 size = -1;
        qint64 modified = 0;
        bool operator==(const Stamp &) const = default;
    };
    template <class T> struct Cached {
        Stamp stamp;
        T item;
    };
    std::string shown(const files::FileEntry &file) const;

    Naming m_naming;
    std::unordered_map<QString, Cached<Compiled>> m_programs; ///< by path on disk
    std::unordered_map<QString, Cached<Sound>> m_sounds;
    std::unordered_map<QString, Cached<data::Value>> m_contents;
    qint64 m_contentBytes = 0;
};

/// The built-ins of telephone programs: the core ones and those of this room.
const machine::BuiltinTable &builtinTable();

} // namespace pbx::call
