// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/deploy.h"

/// The workspace's folder `.pbx`: contents by their hashes, baselines, the journal of pushes, the lock.
namespace pbx::deploy {

/// SHA-256 in hexadecimal.
[[nodiscard]] std::string hashOf(std::string_view content);
/// Reads in pieces, however large the file is.
[[nodiscard]] Result<std::string> hashOfFile(const QString &path);

[[nodiscard]] server::Failure localFailure(QString message, QString remedy = {});
[[nodiscard]] server::Failure changedFailure(QString message, QString remedy = {});
[[nodiscard]] server::Failure cancelled();

class StateFolder {
public:
    explicit StateFolder(const QString &workspaceFolder) : m_path(workspaceFolder + QStringLiteral("/.pbx")) {}

    [[nodiscard]] QString path(const QString &inside) const { return m_path + QLatin1Char('/') + inside; }

    /// Written to the disk when this comes back. A content that is kept already costs nothing. Any thread.
    [[nodiscard]] Result<> keep(const std::string &hash, std::string_view content) const;
    /// Checked against its hash.
    [[nodiscard]] Result<std::string> kept(const std::string &hash) const;
    [[nodiscard]] bool has(const std::string &hash) const;

private:
    [[nodiscard]] QString objectPath(const std::string &hash) const;

    QString m_path;
};

/// The folder's name for a server in a baseline: host and port, whoever the user and whatever the encryption.
[[nodiscard]] std::string placeOf(const server::ServerSettings &server);

/// Names the scope in paths and messages: "server", "specialists.example".
[[nodiscard]] std::string scopeName(const server::Scope &scope);

} // namespace pbx::deploy
