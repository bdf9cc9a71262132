// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/command.h"
#include "environment/server/settings.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace pbx::server {

/// What an answer said when it was one of success.
struct Reply {
    int code = 200;
    QString text;      ///< of the status line; empty over HTTP
    data::Value value; ///< the result; null where the command has none
};

/// A stage of getting connected, for the connection test.
struct Step {
    enum class Stage { Resolve, Connect, Encrypt, Greeting, LogIn, Inline, Commands, Version };
    enum class State { Begun, Done, Skipped, Failed };
    Stage stage;
    State state;
    QString detail; ///< address, protocol and cipher, greeting, method of log-in …
};

/// Told what happens, in the thread of the connection. No secret is ever among it.
struct Observer {
    std::function<void(const Step &)> step;
    std::function<void(const std::string &sent)> sent;         ///< Command::shown()
    std::function<void(const std::string &received)> received; ///< shortened
};

/// A session with a server: one command under way at a time. Belongs to the thread that uses it, blocks it, needs no
/// event loop of the caller's. Several side by side are several threads with a connection each.
class Connection {
public:
    virtual ~Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Sends and waits. A lost connection is opened again once by itself for commands that only read; one that changes
    /// comes back with Failure::answerLost and is never repeated here.
    [[nodiscard]] virtual std::expected<Reply, Failure> run(const Command &command) = 0;

    [[nodiscard]] virtual const ServerSettings &settings() const = 0;
    [[nodiscard]] virtual QString version() const = 0; ///< of the server; empty when it does not say
    /// Whether the server lists the command; true when it lists none.
    [[nodiscard]] virtual bool supports(std::string_view keyword) const = 0;

protected:
    Connection() = default;
};

/// Connects, encrypts, logs in by the safest method offered, asks for what the server can do. `stop` ends any waiting.
[[nodiscard]] std::expected<std::unique_ptr<Connection>, Failure>
connectTo(const ServerSettings &settings, const QString &password, const std::stop_token &stop = {},
          const Observer &observer = {});

/// Makes further connections for work side by side; called from any thread.
using Connector = std::function<std::expected<std::unique_ptr<Connection>, Failure>()>;

} // namespace pbx::server
