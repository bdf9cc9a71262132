// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

/// What stands in the headers of a tar archive, before any of it is believed. KArchive reads the contents; it cleans
/// paths and takes devices for files on the way, so what is to be refused has to be seen here.
namespace pbx::archive {

struct TarEntry {
    std::string name; ///< as written
    char type = '0'; ///< '0' file, '1' hard link, '2' symbolic link, '3' '4' devices, '5' folder, '6' pipe, 'S' sparse
    std::int64_t size = 0; ///< bytes
    std::int64_t at = 0;   ///< where its content begins
};

/// All entries in order; extended headers (pax, GNU long names) are applied. The error: where the archive is damaged or
/// passes a limit, in a sentence. The device is read from its beginning and left anywhere.
[[nodiscard]] std::expected<std::vector<TarEntry>, QString> readEntries(QIODevice &device, std::size_t mostEntries);

} // namespace pbx::archive
