// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/server_options.h"

#include "app/commands/output.h"
#include "environment/data/objects.h"
#include "environment/server/passwords.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace pbx::app {

namespace {

/// The terminal with its echo off, until this goes; an interrupt ends the reading, not the program.
class SilentTerminal {
public:
    SilentTerminal() : m_terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (m_terminal < 0 || ::tcgetattr(m_terminal, &m_before) != 0)
            return;
        struct sigaction action{};
        action.sa_handler = [](int) {};
        ::sigaction(SIGINT, &action, &m_interrupt);
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_silent = ::tcsetattr(m_terminal, TCSAFLUSH, &silent) == 0;
    }
    ~SilentTerminal()
    {
        if (m_silent) {
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
            ::sigaction(SIGINT, &m_interrupt, nullptr);
        }
        if (m_terminal >= 0)
            ::close(m_terminal);
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

    /// nullopt: there is no terminal, or it was interrupted.
    std::optional<std::string> ask(const std::string &question)
    {
        if (!m_silent || ::write(m_terminal, question.data(), question.size()) < 0)
            return std::nullopt;
        std::string line;
        char c = 0;
        ssize_t count = 0;
        while ((count = ::read(m_terminal, &c, 1)) == 1 && c != '\n' && line.size() < 1000)
            line += c;
        [[maybe_unused]] const auto ended = ::write(m_terminal, "\n", 1);
        return count == 1 ? std::optional(line) : std::nullopt;
    }

private:
    int m_terminal;
    bool m_silent = false;
    termios m_before{};
    struct sigaction m_interrupt{};
};

std::expected<server::ServerSettings, std::string> ownServer(const files::Workspace &workspace)
{
    const auto &dictionary = workspace.settings().dictionary;
    const auto kept = dictionary.isDictionary() ? dictionary.dictionary().get("Server") : data::Value();
    if (kept.isNull())
        return std::unexpected("the workspace has no server; name one with --to URL");
    auto settings = server::ServerSettings::fromDictionary(kept);
    if (!settings)
        return std::unexpected(workspace.settings().path.toStdString() + ": " + settings.error().toStdString());
    return *settings;
}

} // namespace

std::expected<server::ServerSettings, std::string> readServer(const Options &options, const files::Workspace *workspace)
{
    auto own = workspace ? ownServer(*workspace) : std::unexpected(std::string("a server is needed: --to URL"));
    auto settings = own;
    if (options.has("--to")) {
        const auto named = server::ServerSettings::fromUrl(QString::fromLocal8Bit(options.value("--to")));
        if (!named)
            return std::unexpected(named.error().toStdString());
        if (!own || own->url() != named->url())
            settings = *named;
    }
    if (!settings)
        return settings;
    if (options.has("--pin")) {
        auto digits = QByteArray::fromStdString(options.value("--pin")).replace(':', "");
        settings->pinned = QByteArray::fromHex(digits);
        if (settings->pinned.size() != 32 || digits.size() != 64)
            return std::unexpected("--pin needs the SHA-256 of a certificate: 64 hexadecimal digits, with or without colons");
    }
    if (options.has("--authorities"))
        settings->authorities = QString::fromLocal8Bit(options.value("--authorities"));
    if (options.has("--allow-clear-password"))
        settings->clearPasswordAllowed = true;
    return settings;
}

std::expected<QString, std::string> readPassword(const server::ServerSettings &settings)
{
    if (qEnvironmentVariableIsSet("PBX_PASSWORD"))
        return qEnvironmentVariable("PBX_PASSWORD");
    const auto kept = server::keptPassword(settings);
    if (kept && *kept)
        return **kept;
    const auto typed = SilentTerminal().ask("Password for " + settings.url().toStdString() + ": ");
    if (typed)
        return QString::fromLocal8Bit(*typed);
    return std::unexpected("there is no password for " + settings.url().toStdString()
                           + ": keep it in the keyring (by the window), set PBX_PASSWORD, or run this on a terminal"
                           + (kept ? std::string() : " (" + kept.error().message.toStdString() + ')'));
}

std::unique_ptr<QCoreApplication> makeProgram()
{
    static int count = 1;
    static char name[] = "pbx";
    static char *names[] = {name, nullptr};
    return std::make_unique<QCoreApplication>(count, names);
}

int complainOf(const server::Failure &failure)
{
    complain(failure.text().toStdString());
    if (!failure.certificateOf.isEmpty())
        tell(failure.certificateOf.toStdString());
    if (!failure.certificate.isEmpty())
        tell("SHA-256: " + failure.certificate.toHex(':').toUpper().toStdString());
    return Impossible;
}

} // namespace pbx::app
