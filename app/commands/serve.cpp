// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/output.h"
#include "app/commands/serve_options.h"
#include "environment/practice/interpreter.h"
#include "preview/call/event.h"

#include <QCoreApplication>
#include <QDir>
#include <QSocketNotifier>
#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <unistd.h>

namespace pbx::app {

namespace {

/// SIGTERM and SIGINT arrive here and are read in the event loop.
std::array<int, 2> signalPipe{-1, -1};

void noteSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

bool endOnSignals(QCoreApplication &program)
{
    if (::pipe(signalPipe.data()) != 0)
        return false;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &program);
    QObject::connect(notifier, &QSocketNotifier::activated, &program, &QCoreApplication::quit);
    std::signal(SIGTERM, noteSignal);
    std::signal(SIGINT, noteSignal);
    return true;
}

std::string jsonText(const QString &text)
{
    std::string line;
    call::appendJsonString(line, text.toStdString());
    return line;
}

/// Tells what happens, a line each.
class Reporter {
public:
    Reporter(practice::PracticeServer &server, Format format) : m_format(format)
    {
        using practice::PracticeServer;
        QObject::connect(&server, &PracticeServer::connected, &server, [this](const QString &peer, int session) {
            tellSession("connected", session, peer);
        });
        QObject::connect(&server, &PracticeServer::disconnected, &server, [this](int session) {
            tellSession("disconnected", session, {});
        });
        QObject::connect(&server, &PracticeServer::commandRun, &server, [this](int session, const QString &shown, int code) {
            tellCommand(session, shown, code);
        });
    }

    void listening(const practice::PracticeServer &server, const ServeSettings &settings)
    {
        const auto &user = settings.options.users.front();
        if (m_format == Format::Json) {
            std::string line = R"({"event":"listening","host":)" + jsonText(settings.options.address) + R"(,"port":)"
                               + std::to_string(server.port()) + R"(,"http_port":)"
                               + (server.httpPort() ? std::to_string(server.httpPort()) : "null") + R"(,"user":)";
            call::appendJsonString(line, user.name);
            if (settings.passwordMade) {
                line += R"(,"password":)";
                call::appendJsonString(line, user.password);
            }
            printLine(line + "}");
        } else {
            printLine("listening at " + settings.options.address.toStdString() + " port " + std::to_string(server.port())
                      + (server.httpPort() ? ", HTTP port " + std::to_string(server.httpPort()) : "") + "; user " + user.name
                      + (settings.passwordMade ? " with the password " + user.password : ""));
        }
        std::fflush(stdout);
    }

private:
    void tellSession(const char *event, int session, const QString &peer)
    {
        if (m_format == Format::Json)
            printLine(std::string(R"({"event":")") + event + R"(","session":)" + std::to_string(session)
                      + (peer.isEmpty() ? "" : R"(,"peer":)" + jsonText(peer)) + "}");
        else
            printLine(std::to_string(session) + ' ' + event + (peer.isEmpty() ? "" : " from " + peer.toStdString()));
        std::fflush(stdout);
    }
    void tellCommand(int session, const QString &shown, int code)
    {
        if (m_format == Format::Json)
            printLine(R"({"event":"command","session":)" + std::to_string(session) + R"(,"command":)" + jsonText(shown)
                      + R"(,"code":)" + std::to_string(code) + "}");
        else
            printLine(std::to_string(session) + ' ' + std::to_string(code) + ' ' + shown.toStdString());
        std::fflush(stdout);
    }

    Format m_format;
};

int serve(const Options &options)
{
    const auto format = readFormat(options);
    if (!format)
        return Impossible;
    if (options.operands().size() != 1)
        return wrongUsage(serveCommand, "a workspace is needed");
    auto settings = readServeSettings(options);
    if (!settings)
        return wrongUsage(serveCommand, settings.error().toStdString());
    int count = 1;
    char name[] = "pbx";
    char *names[] = {name, nullptr};
    QCoreApplication program(count, names);
    QString folder = QString::fromLocal8Bit(options.operands().front());
    std::optional<QTemporaryDir> scratch;
    if (options.has("--scratch")) {
        scratch.emplace();
        if (const auto copied = practice::copyWorkspace(QDir(folder).absolutePath(), scratch->path()); !copied) {
            complain(copied.error().toStdString());
            return Impossible;
        }
        folder = scratch->path();
    }
    auto store = practice::openStore(folder);
    if (!store) {
        complain(store.error().toStdString());
        return Impossible;
    }
    practice::PracticeServer server(*store, settings->options);
    Reporter reporter(server, *format);
    if (const auto listening = server.listen(); !listening) {
        complain(listening.error().toStdString());
        return Impossible;
    }
    if (!endOnSignals(program)) {
        complain("signals can't be waited for");
        return Impossible;
    }
    reporter.listening(server, *settings);
    QCoreApplication::exec();
    return Good;
}

} // namespace

const Command serveCommand{
    "serve",
    "WORKSPACE [--listen ADDRESS:PORT] [--http ADDRESS:PORT] [--user NAME=PASSWORD]…",
    "a practice server over a workspace",
    "Speaks the server's command protocol over a workspace, to learn, to show and to test with. What clients change is\n"
    "changed in the workspace; --scratch works on a copy that is thrown away. Prints one line when it listens and one a\n"
    "command; ends on SIGTERM and SIGINT. A user without a domain is the server's administrator, NAME@DOMAIN is that\n"
    "domain's. Without --user there is one with a random password, which is printed.",
    serveRules,
    serve,
};

} // namespace pbx::app
