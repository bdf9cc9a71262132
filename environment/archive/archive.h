// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/environment.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// Environments as the tar archive that the server's PBX page accepts: programs and default prompts at the root, languages
/// as folders, one level (server-interfaces 3.6; command-line, `pbx pack` and `pbx unpack`). Errors and
/// reasons are complete sentences in the user's language.
namespace pbx::archive {

/// Told now and then how many bytes are done of how many, by the thread that works. False: stop; nothing is changed then.
using Progress = std::function<bool(std::int64_t done, std::int64_t all)>;

/// One file of an environment on its way into an archive.
struct ExportFile {
    std::string name;    ///< as the archive has it: "russian/welcome.wav"
    QString path;        ///< on disk
    std::int64_t size = 0;
    bool included = true;
    QString reason;      ///< why it stays out; also a remark on one that goes in
};

struct ExportPlan {
    std::vector<ExportFile> files; ///< by language and name; those that stay out come last
    std::int64_t bytes = 0;        ///< of all that go in
    [[nodiscard]] int count(bool included = true) const;
};

/// What the archive of a layer would hold; reads no file. `language`: only that folder, without folders in the archive, as
/// the page of one language takes it; nullopt: everything.
[[nodiscard]] ExportPlan planExport(const files::LayerIndex &layer, const std::optional<std::string> &language = std::nullopt);

/// Writes the archive: the same files always give the same bytes. One that was there is replaced only when all is written.
/// Gives the number of files.
[[nodiscard]] std::expected<int, QString> writeExport(const ExportPlan &plan, const QString &tarFile,
                                                      const Progress &progress = {});

/// Bounds against archives that are meant to fill the disk.
struct Limits {
    std::size_t entries = 20'000;
    std::int64_t fileBytes = std::int64_t(64) << 20;
    std::int64_t allBytes = std::int64_t(2) << 30;
};

/// One file of an archive against an environment.
struct PlannedFile {
    enum class State { New, Changed, Same, Refused };
    State state = State::New;
    std::string name;   ///< "russian/welcome.wav", as it would be stored
    QString reason;     ///< of a refusal; also a remark on an accepted one
    std::int64_t size = 0;
};

struct Source; ///< the archive, held open between looking and taking

struct ImportPlan {
    QString tarFile;
    QString folder;                 ///< of the environment
    std::vector<PlannedFile> files; ///< in the order of the archive
    std::int64_t bytes = 0;         ///< of all that are not refused
    std::shared_ptr<Source> source;

    [[nodiscard]] bool refused() const; ///< at least one: then nothing can be taken
    [[nodiscard]] int count(PlannedFile::State state) const;
};

/// Reads the archive and compares; writes nothing.
[[nodiscard]] std::expected<ImportPlan, QString> planImport(const QString &tarFile, const QString &environmentFolder,
                                                            const Limits &limits = {}, const Progress &progress = {});

/// A file that an import wrote, with what is needed to take that back.
struct WrittenFile {
    QString path;
    std::optional<QByteArray> before; ///< nullopt: there was none
};

struct ImportResult {
    std::vector<WrittenFile> files; ///< in the order of the archive
};

enum class KeepBefore { No, Yes }; ///< whether to give the contents of replaced files: they may be large

/// Writes those of the chosen files that are new or changed, all or none: everything is first written beside the
/// environment, then moved into place; what was replaced comes back if that fails. An error when the plan has refusals, and
/// when the archive or a file to be replaced is no longer what the plan saw. `chosen`: names of the plan; nullopt: all.
[[nodiscard]] std::expected<ImportResult, QString> applyImport(const ImportPlan &plan,
                                                               const std::optional<std::vector<std::string>> &chosen,
                                                               KeepBefore keep = KeepBefore::No,
                                                               const Progress &progress = {});

/// Both at once, for all files. A plan with refusals comes back as it is, and nothing is written.
[[nodiscard]] std::expected<ImportPlan, QString> unpack(const QString &tarFile, const QString &environmentFolder,
                                                        const Limits &limits = {});

} // namespace pbx::archive
