// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/value.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>

/// A CommuniGate Pro server as an administration client reaches it (server-interfaces, 2). Plain values: they go to any
/// thread. Sentences are in the user's language.
namespace pbx::server {

enum class Transport {
    Clear, ///< the command port, `cgp://`, 106 (some systems 8106)
    Tls,   ///< the command port with TLS from the first byte, `cgps://`
    Http,  ///< the same commands below `/cli/`, `http://`, 8100
    Https, ///< `https://`, 9100
};

/// Whether the server compiles a program before it stores it (server-interfaces, 3.2).
enum class TryCompile {
    Unknown,       ///< nobody has asked yet; counts as No
    No,            ///< the word is refused or ignored
    StoresNothing, ///< compiles and stores never, or only what compiles: the file's own name can be used
    Stores,        ///< stores even what does not compile: a scratch name has to be used
};

/// Everything only a live server can tell (server-interfaces, 9), with the default that is used until `pbx probe` or the
/// administrator says better.
struct Dialect {
    TryCompile tryCompile = TryCompile::Unknown;
    bool listsInherited = false;      ///< lists of a domain hold outer layers' files too
    bool pipelining = false;          ///< several commands may be under way on one connection
    std::size_t longestLine = 0;      ///< bytes of a command line; 0: no limit is known
    bool deletesFilledLanguages = false; ///< DELETE…PBX of a folder takes its files along
    QString version;                  ///< of the server that told the above; empty: never asked
    QString askedAt;                  ///< ISO 8601

    [[nodiscard]] data::Value toDictionary() const;
    [[nodiscard]] static Dialect fromDictionary(const data::Value &dictionary);
    bool operator==(const Dialect &) const = default;
};

/// One server as its user set it up. Never holds a password.
struct ServerSettings {
    QString name; ///< what people call it; empty: host
    Transport transport = Transport::Clear;
    QString host;
    std::uint16_t port = 0; ///< 0: the transport's usual one
    QString user;           ///< "postmaster" or "admin@example.com"
    bool clearPasswordAllowed = false; ///< the user has agreed, for this server, to a readable password on an open line
    QByteArray pinned;      ///< SHA-256 of the one certificate to accept, 32 bytes; empty: verified by authorities and name
    QString authorities;    ///< file of further certificate authorities, PEM; empty: the system's alone
    QString webAdmin;       ///< address of the WebAdmin page for archives; empty: made from the host
    int connections = 16;   ///< side by side for bulk work, 1…32
    std::chrono::milliseconds connectTime{10'000};
    std::chrono::milliseconds commandTime{60'000}; ///< and a second more for each 50 KB sent
    Dialect dialect;

    [[nodiscard]] std::uint16_t effectivePort() const; ///< `port`, or the usual one
    [[nodiscard]] bool isEncrypted() const { return transport == Transport::Tls || transport == Transport::Https; }
    /// The line does not leave this machine: nobody can listen to it.
    [[nodiscard]] bool isLoopback() const;
    /// "cgps://admin@mail.example.com:9106": names the server in messages, journals and the keyring.
    [[nodiscard]] QString url() const;

    /// `cgp://USER@HOST[:PORT]`, `cgps://…`, `http(s)://USER@HOST:PORT/cli/` (command-line, pull). A password in it is
    /// refused: it would be seen in the process list.
    [[nodiscard]] static std::expected<ServerSettings, QString> fromUrl(const QString &url);
    /// `Server` of workspace.settings; unknown keys are kept by whoever writes it back.
    [[nodiscard]] static std::expected<ServerSettings, QString> fromDictionary(const data::Value &dictionary);
    [[nodiscard]] data::Value toDictionary() const;
    bool operator==(const ServerSettings &) const = default;
};

} // namespace pbx::server
