// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/layers.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

/// What the programs of one domain see: stock < server < domain (pbx-runtime, 5.1).
namespace pbx::files {

/// Something to tell about files of the environment or the workspace. Nothing of it stops the opening.
struct FileProblem {
    QString path;
    int line = 0; ///< 0: the whole file
    int column = 0;
    bool error = false; ///< otherwise a warning
    std::string code;   ///< stable word, as of `pbx check`: "file-name", "duplicate-file", "settings", …
    std::string message;
};

/// The files of one layer, read from disk once. Immutable: a change on disk makes a new one.
class LayerIndex {
public:
    /// A folder that does not exist is an empty layer. `shown` precedes the names in FileEntry::workspacePath
    /// ("server").
    [[nodiscard]] static std::shared_ptr<const LayerIndex> scan(const QString &folder, Layer layer,
                                                                const std::string &shown);

    Layer layer() const noexcept { return m_layer; }
    const QString &folder() const noexcept { return m_folder; }
    bool exists() const noexcept { return m_exists; }
    /// Sorted by language, then name; the top comes first.
    const std::vector<FileEntry> &files() const noexcept { return m_files; }
    /// Language folders, sorted, also empty ones.
    const std::vector<std::string> &languages() const noexcept { return m_languages; }
    const std::vector<FileProblem> &problems() const noexcept { return m_problems; }
    bool sameFiles(const LayerIndex &other) const;

private:
    void scanFolder(const QString &folder, const std::string &language, const std::string &shown);

    Layer m_layer = Layer::Stock;
    QString m_folder;
    bool m_exists = false;
    std::vector<FileEntry> m_files;
    std::vector<std::string> m_languages;
    std::vector<FileProblem> m_problems;
};

/// Which comes first where a language folder of an outer layer meets the top of an inner one. No source says it.
enum class LookupOrder {
    LanguagesFirst, ///< language folder of every layer, then the top of every layer
    LayerByLayer,   ///< domain: language, top; server: language, top; stock: language, top
};

enum class NameKind {
    Media, ///< a name without a dot stands for name.wav, name.au, name.gsm
    Exact, ///< the name as it is: programs, modules, ReadEnvirFile
};

/// One place that was looked at.
struct LookupStep {
    Layer layer = Layer::Domain;
    std::string language; ///< folder; empty: the top
    std::string file;     ///< name tried there
    bool found = false;   ///< true for the winner, the last step
    QString path;         ///< of the winner
};

struct Lookup {
    std::optional<FileEntry> file;
    std::vector<LookupStep> steps; ///< in the order of looking
    std::string refused;           ///< why the name can't be looked for at all; then there are no steps
};

/// One line of the file tree.
struct ListedFile {
    FileEntry file;                ///< file.layer: domain is the domain's own, server and stock are its parents
    std::optional<Layer> hiddenBy; ///< an inner layer has the same name in the same language
    std::vector<Layer> hides;      ///< outer layers that have it too
};

/// Immutable; keep it by std::shared_ptr while pointers from findMedia() are in use.
class Environment {
public:
    struct Folders {
        QString stock; ///< each may be empty or missing
        QString server;
        QString domain;
        std::string domainName; ///< only for the paths shown
    };

    /// Any layer may be null.
    Environment(std::shared_ptr<const LayerIndex> stock, std::shared_ptr<const LayerIndex> server,
                std::shared_ptr<const LayerIndex> domain, LookupOrder order = LookupOrder::LanguagesFirst);
    [[nodiscard]] static std::shared_ptr<const Environment>
    fromFolders(const Folders &folders, LookupOrder order = LookupOrder::LanguagesFirst);

    /// Answers "why this file": looks at place after place, to be shown to people.
    [[nodiscard]] Lookup find(std::string_view name, std::string_view language, NameKind kind = NameKind::Media) const;

    /// The same answer from a table, for running calls: no disk, no allocation for ASCII names. Null: no layer has it.
    [[nodiscard]] const FileEntry *findMedia(std::string_view nameAnyCase, std::string_view language) const noexcept;
    [[nodiscard]] const FileEntry *findFile(std::string_view nameAnyCase, std::string_view language) const noexcept;

    /// All files of all layers, by language, name, and layer from the domain outwards.
    [[nodiscard]] std::vector<ListedFile> list() const;
    /// Language folders of any layer, sorted.
    [[nodiscard]] std::vector<std::string> languages() const;
    /// Null when the view has no such layer.
    const LayerIndex *layer(Layer layer) const noexcept;
    /// The same to be kept after the environment.
    std::shared_ptr<const LayerIndex> sharedLayer(Layer layer) const;
    LookupOrder order() const noexcept { return m_order; }
    /// Of all layers but the stock one.
    [[nodiscard]] std::vector<FileProblem> problems() const;

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::string_view key; ///< folded; a media name without its extension, or the whole name
        const FileEntry *file = nullptr;
    };
    /// Answers for one language, complete: open addressing.
    struct Table {
        std::string language;
        std::vector<Slot> media;
        std::vector<Slot> exact;
    };
    struct Place {
        const LayerIndex *index;
        std::string language;
    };

    std::vector<Place> places(const std::string &language) const;
    static const FileEntry *fileAt(const Place &place, std::string_view folded);
    void buildTables();
    const Table &tableFor(std::string_view language) const noexcept;
    static const FileEntry *search(const std::vector<Slot> &slots, std::string_view name) noexcept;

    std::array<std::shared_ptr<const LayerIndex>, 3> m_layers; ///< domain, server, stock
    LookupOrder m_order;
    std::vector<Table> m_tables; ///< the first is the default language
};

} // namespace pbx::files
