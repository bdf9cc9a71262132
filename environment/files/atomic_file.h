// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace pbx::files {

/// Larger files are not settings, programs or prompts.
inline constexpr qint64 defaultReadLimit = qint64(256) << 20;

/// Writes all or nothing: into a new file beside it, then into place. An existing file keeps its permissions; a
/// symbolic link stays one, its target is replaced. Missing folders are made. The error says what to do about it.
[[nodiscard]] std::expected<void, QString> saveFile(const QString &path, const QByteArray &content);

/// The whole file; an error when it is larger than the limit, no regular file, or can't be read.
[[nodiscard]] std::expected<QByteArray, QString> readFile(const QString &path, qint64 limit = defaultReadLimit);

} // namespace pbx::files
