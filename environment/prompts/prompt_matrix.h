// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/check/prompt_use.h"
#include "environment/prompts/recordings.h"

#include <unordered_map>

namespace pbx::prompts {

/// What answers when a program plays a prompt in a language.
enum class State {
    Missing,     ///< no layer has it, in no folder
    Fallback,    ///< the default language answers instead
    Inherited,   ///< the language has it, from the server or the stock
    Own,         ///< the domain has it
    Placeholder, ///< own, but spoken by the computer
    Stale,       ///< own, but its text is another than when it was made
    WrongFormat, ///< own, but the server can't play it, or not well
};
/// "missing", "fallback", "inherited", "own", "placeholder", "stale", "wrong-format"
std::string_view stateName(State state) noexcept;

struct Cell {
    State state = State::Missing;
    const files::FileEntry *file = nullptr; ///< lives as long as Matrix::environment
    std::string note;                       ///< what is wrong with it, in the user's language; may be empty
};

struct Row {
    std::string name;             ///< as the file is called, without its ending; of a missing one: in lower case
    std::set<std::string> users;  ///< empty: nobody is known to use it
    std::vector<Cell> cells;      ///< beside Matrix::languages
};

struct Matrix {
    std::shared_ptr<const files::Environment> environment;
    std::vector<std::string> languages; ///< folders; "" (the default one) first
    std::vector<Row> rows;              ///< by name
};

/// What reading the files has shown, kept as long as size and time of a file stay: for a panel that looks again and again.
class ProbeCache {
public:
    struct Probe {
        qint64 size = -1;
        qint64 modified = 0;
        std::string fault; ///< why the server can't play it, or not well; empty: it can
    };
    [[nodiscard]] const std::string &fault(const QString &path);
    /// Whether fault() answers without reading the file.
    [[nodiscard]] bool knows(const QString &path) const;

private:
    std::unordered_map<std::string, Probe> m_probes;
};

/// Prompts that programs and menus of a domain use, and all its own ones. `probe` false leaves out what takes reading the
/// files: WrongFormat, Placeholder and Stale.
[[nodiscard]] Matrix promptMatrix(const files::Workspace &workspace, const accounts::Directory &directory,
                                  const std::string &domain, bool probe = true, ProbeCache *cache = nullptr);

/// The default one, those of the accounts, and those the workspace itself has folders for.
[[nodiscard]] std::vector<std::string> languagesInUse(const accounts::Directory &directory, const std::string &domain,
                                                      const files::Environment &environment);

} // namespace pbx::prompts
