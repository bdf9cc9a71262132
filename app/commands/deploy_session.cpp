// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/deploy_session.h"

#include "app/commands/output.h"
#include "preview/call/event.h"

#include <csignal>
#include <thread>
#include <unistd.h>

namespace pbx::app {

namespace {

/// The first interruption asks the job to stop, which takes as long as undoing takes; the second ends the program, and what it
/// was at stays in the journal.
std::stop_token stopOnSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    if (pthread_sigmask(SIG_BLOCK, &signals, nullptr) != 0)
        return {};
    std::stop_source source;
    const auto token = source.get_token();
    std::thread([signals, source]() mutable {
        int signal = 0;
        sigwait(&signals, &signal);
        complain("stopping; interrupt once more to end at once and to resume or roll back later");
        source.request_stop();
        sigwait(&signals, &signal);
        ::_exit(Impossible);
    }).detach();
    return token;
}

std::optional<server::Scope> chosenScope(const Options &options, const files::Workspace &workspace, const Command &command)
{
    if (options.has("--server") && options.has("--domain")) {
        wrongUsage(command, "--domain and --server exclude each other");
        return std::nullopt;
    }
    if (options.has("--server"))
        return server::Scope();
    const auto domain = options.value("--domain", workspace.defaultDomain());
    if (!domain.empty())
        return server::Scope{domain};
    complain("the workspace has no domain; say --domain D or --server");
    return std::nullopt;
}

} // namespace

bool DeploySession::logIn(const Options &options, const Command &command, server::ServerSettings settings)
{
    if (options.has("--connections")) {
        const auto count = readWholeNumber(options.value("--connections"));
        if (!count || *count < 1 || *count > 32) {
            wrongUsage(command, "--connections is a number from 1 to 32");
            return false;
        }
        settings.connections = static_cast<int>(*count);
    }
    const auto password = readPassword(settings);
    if (!password) {
        complain(password.error());
        return false;
    }
    m_server = settings;
    m_job.connect = [settings, password = *password] { return server::connectTo(settings, password); };
    m_job.connections = settings.connections;
    m_job.stop = stopOnSignals();
    return true;
}

std::optional<DeploySession> DeploySession::open(const Options &options, const Command &command, const QString &fallback)
{
    DeploySession session;
    const auto format = readFormat(options);
    if (!format)
        return std::nullopt;
    session.m_format = *format;
    if (options.operands().empty()) {
        wrongUsage(command, "a workspace is needed");
        return std::nullopt;
    }
    session.m_program = makeProgram();
    auto workspace = files::Workspace::open(QString::fromLocal8Bit(options.operands().front()));
    if (!workspace) {
        complain(workspace.error().toStdString());
        return std::nullopt;
    }
    session.m_workspace = std::make_shared<files::Workspace>(std::move(*workspace));
    const auto scope = chosenScope(options, *session.m_workspace, command);
    if (!scope)
        return std::nullopt;
    session.m_scope = *scope;
    auto settings = readServer(options, session.m_workspace.get());
    if (!settings && !options.has("--to") && !fallback.isEmpty()) {
        if (const auto known = server::ServerSettings::fromUrl(fallback))
            settings = *known;
    }
    if (!settings) {
        wrongUsage(command, settings.error());
        return std::nullopt;
    }
    if (!session.logIn(options, command, *settings))
        return std::nullopt;
    return session;
}

std::optional<DeploySession> DeploySession::openNew(const Options &options, const Command &command)
{
    DeploySession session;
    const auto format = readFormat(options);
    if (!format)
        return std::nullopt;
    session.m_format = *format;
    session.m_program = makeProgram();
    const auto settings = readServer(options, nullptr);
    if (!settings) {
        wrongUsage(command, settings.error());
        return std::nullopt;
    }
    if (!session.logIn(options, command, *settings))
        return std::nullopt;
    return session;
}

void JsonLine::key(std::string_view name)
{
    if (m_line.size() > 1)
        m_line += ',';
    call::appendJsonString(m_line, name);
    m_line += ':';
}

JsonLine &JsonLine::text(std::string_view name, std::string_view value)
{
    key(name);
    call::appendJsonString(m_line, value);
    return *this;
}

JsonLine &JsonLine::textOrNull(std::string_view name, const std::optional<std::string> &value)
{
    return value ? text(name, *value) : raw(name, "null");
}

JsonLine &JsonLine::number(std::string_view name, std::int64_t value)
{
    return raw(name, std::to_string(value));
}

JsonLine &JsonLine::truth(std::string_view name, bool value)
{
    return raw(name, value ? "true" : "false");
}

JsonLine &JsonLine::list(std::string_view name, const std::vector<std::string> &values)
{
    std::string json = "[";
    for (const auto &value : values) {
        if (json.size() > 1)
            json += ',';
        call::appendJsonString(json, value);
    }
    return raw(name, json + ']');
}

JsonLine &JsonLine::raw(std::string_view name, std::string_view json)
{
    key(name);
    m_line += json;
    return *this;
}

std::optional<std::string> orNull(std::string text)
{
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

} // namespace pbx::app
