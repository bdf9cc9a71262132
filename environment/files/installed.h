// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

/// What `cmake --install` puts beside the programs: the stock environment, the example.
namespace pbx::files {

/// The folder NAME of the program's own data, such as share/pbx-studio/stock; empty when there is none, as beside a
/// program in its build tree. Needs no QCoreApplication: most commands of `pbx` have none.
[[nodiscard]] QString installedFolder(const QString &name);

/// `to` as a copy of the folder `from` that the user may write in. One that is there already stays as the user left it.
/// All or nothing; gives `to`, or why it can't be had.
[[nodiscard]] std::expected<QString, QString> ownCopy(const QString &from, const QString &to);

} // namespace pbx::files
