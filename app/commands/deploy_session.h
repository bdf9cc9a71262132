// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/commands.h"
#include "app/commands/server_options.h"
#include "environment/deploy/deploy.h"

namespace pbx::app {

// Options that pull, diff, push and rollback have in common, beside those of server_options.h.
inline constexpr OptionRule deployDomainRule{"--domain", "D", "the environment and accounts of this domain\n(the workspace's default domain)"};
inline constexpr OptionRule deployServerRule{"--server", {}, "the server-wide environment"};
inline constexpr OptionRule connectionsRule{"--connections", "N", "so many side by side, 1 to 32 (as the server is set up)"};
inline constexpr OptionRule deployFormatRule{"--format", "text|json", "lines for people, or one JSON object a line"};

/// All that a command of deployment needs: a workspace, a server, a way in, and what to do when the user interrupts.
class DeploySession {
public:
    /// Complains of what is wrong; nullopt then. `fallback`: a server's url, where neither --to nor the workspace names one.
    [[nodiscard]] static std::optional<DeploySession> open(const Options &options, const Command &command,
                                                           const QString &fallback = {});

    [[nodiscard]] const files::Workspace &workspace() const { return *m_workspace; }
    [[nodiscard]] const server::ServerSettings &server() const { return m_server; }
    [[nodiscard]] const server::Scope &scope() const { return m_scope; }
    [[nodiscard]] const deploy::Job &job() const { return m_job; }
    [[nodiscard]] Format format() const { return m_format; }

    /// For a folder that is no workspace yet: all but the workspace and the scope.
    [[nodiscard]] static std::optional<DeploySession> openNew(const Options &options, const Command &command);

private:
    [[nodiscard]] bool logIn(const Options &options, const Command &command, server::ServerSettings settings);

    std::shared_ptr<QCoreApplication> m_program;
    std::shared_ptr<files::Workspace> m_workspace;
    server::ServerSettings m_server;
    server::Scope m_scope;
    deploy::Job m_job;
    Format m_format = Format::Text;
};

/// One JSON object, member by member.
class JsonLine {
public:
    JsonLine &text(std::string_view key, std::string_view value);
    JsonLine &textOrNull(std::string_view key, const std::optional<std::string> &value);
    JsonLine &number(std::string_view key, std::int64_t value);
    JsonLine &truth(std::string_view key, bool value);
    JsonLine &list(std::string_view key, const std::vector<std::string> &values);
    JsonLine &raw(std::string_view key, std::string_view json);
    [[nodiscard]] std::string str() const { return m_line + '}'; }

private:
    void key(std::string_view name);
    std::string m_line = "{";
};

/// Empty becomes null.
[[nodiscard]] std::optional<std::string> orNull(std::string text);

} // namespace pbx::app
