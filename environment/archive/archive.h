// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/environment.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

/// Environments as the tar archive that the server's PBX page accepts: programs and default prompts at the root, languages
/// as folders, one level (server-interfaces 3.6; command-line, `pbx pack` and `pbx unpack`).
namespace pbx::archive {

/// Writes all files of a layer, in the order of their names; the same files always give the same bytes. An archive that
/// was there is replaced only when all is written. `language`: only that folder, without folders in the archive, as the
/// page of one language takes it; nullopt: everything. Gives the number of files.
[[nodiscard]] std::expected<int, QString> pack(const files::LayerIndex &layer, const QString &tarFile,
                                               const std::optional<std::string> &language = std::nullopt);

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
    std::string name; ///< "russian/welcome.wav", as it would be stored
    std::string reason; ///< of a refusal; also a remark on an accepted one
    std::int64_t size = 0;
};

struct UnpackPlan {
    std::vector<PlannedFile> files; ///< in the order of the archive
    bool refused() const; ///< at least one: then nothing is written
    int count(PlannedFile::State state) const;
};

/// Reads the archive and compares; writes nothing.
[[nodiscard]] std::expected<UnpackPlan, QString> planUnpack(const QString &tarFile, const QString &environmentFolder,
                                                            const Limits &limits = {});

/// Writes what the plan calls new or changed, all or nothing: everything is first written beside the environment, then
/// moved into place; what was replaced comes back if that fails. An error when the archive is refused.
[[nodiscard]] std::expected<UnpackPlan, QString> unpack(const QString &tarFile, const QString &environmentFolder,
                                                        const Limits &limits = {});

} // namespace pbx::archive
