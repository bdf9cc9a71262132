// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"

#include "app/commands/output.h"
#include "app/commands/server_options.h"
#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/files/workspace.h"
#include "environment/server/probe.h"
#include "preview/call/event.h"

namespace pbx::app {

namespace {

void printAnswer(const server::ProbeAnswer &answer, Format format)
{
    if (format == Format::Json) {
        std::string line = "{\"point\":" + std::to_string(answer.point);
        for (const auto &[key, text] : {std::pair("question", &answer.question), std::pair("answer", &answer.answer),
                                        std::pair("consequence", &answer.consequence)}) {
            line += std::string(",\"") + key + "\":";
            call::appendJsonString(line, text->toStdString());
        }
        printLine(line + "}");
        return;
    }
    printLine(std::to_string(answer.point) + ". " + answer.question.toStdString());
    if (!answer.answer.isEmpty())
        printLine("   " + answer.answer.toStdString());
    if (!answer.consequence.isEmpty())
        printLine("   -> " + answer.consequence.toStdString());
}

void printDialect(const server::Dialect &dialect, Format format)
{
    const auto dictionary = dialect.toDictionary();
    if (format == Format::Text) {
        printLine(data::printNotation(dictionary, data::PrintStyle::OneLine).value_or(std::string()));
        return;
    }
    std::string line;
    for (const auto &entry : dictionary.dictionary().entries()) {
        line += line.empty() ? "{\"dialect\":{" : ",";
        call::appendJsonString(line, entry.key.bytes());
        line += ':';
        call::appendJsonString(line, entry.value.isNumber() ? std::to_string(entry.value.toNumber()) : entry.value.toStdString());
    }
    printLine((line.empty() ? "{\"dialect\":{" : line) + "}}");
}

/// Puts the dialect into the workspace's settings, all else in them as it is. The workspace's server has to be the one that
/// was asked; one without a server gets it.
std::expected<void, QString> keep(files::Workspace &workspace, const server::ServerSettings &asked, const server::Dialect &dialect)
{
    auto all = data::Value::newDictionary();
    if (!workspace.settings().dictionary.isNull() && !data::deepCopy(workspace.settings().dictionary, all))
        return std::unexpected(QStringLiteral("%1 is nested too deeply.").arg(workspace.settings().path));
    auto kept = all.dictionary().get("Server");
    if (kept.isNull()) {
        kept = asked.toDictionary();
    } else {
        const auto own = server::ServerSettings::fromDictionary(kept);
        if (!own || own->url() != asked.url())
            return std::unexpected(QStringLiteral("The workspace's own server is another one; what was learned is not kept."));
    }
    auto learned = dialect.toDictionary();
    if (const auto before = kept.dictionary().get("Dialect"); before.isDictionary()) {
        for (const auto &entry : before.dictionary().entries()) {
            if (!learned.dictionary().find(entry.key) && !server::Dialect().toDictionary().dictionary().find(entry.key))
                learned.dictionary().set(entry.key, entry.value);
        }
    }
    kept.dictionary().set("Dialect", learned);
    all.dictionary().set("Server", kept);
    return workspace.saveSettings(all);
}

constexpr OptionRule rules[] = {
    {"--domain", "D", "the domain to ask about (the workspace's default)"},
    toRule,
    {"--with-scratch-files", {}, "asks more: stores, starts and deletes files named pbx-probe-…"},
    pinRule,
    authoritiesRule,
    clearPasswordRule,
    {"--format", "text|json", "answers as text or as one JSON object a line"},
};

/// The page is looked at only where somebody has said which it is.
void askWebAdmin(server::ProbeResult &result, const server::ServerSettings &settings, const QString &password,
                 const std::string &domain)
{
    if (settings.webAdmin.isEmpty())
        return;
    const auto answer = server::probeWebAdmin(settings, password, domain);
    for (auto &other : result.answers) {
        if (other.point == answer.point)
            other = answer;
    }
}

int probe(const Options &options)
{
    const auto format = readFormat(options);
    if (!format)
        return Impossible;
    if (options.operands().size() != 1)
        return wrongUsage(probeCommand, "a workspace is needed");
    const auto program = makeProgram();
    auto workspace = files::Workspace::open(QString::fromLocal8Bit(options.operands().front()));
    if (!workspace) {
        complain(workspace.error().toStdString());
        return Impossible;
    }
    if (workspace->settings().exists && workspace->settings().dictionary.isNull()) {
        complain(workspace->settings().path.toStdString() + " can't be read, and would have to be changed; see pbx check");
        return Impossible;
    }
    const auto settings = readServer(options, &*workspace);
    if (!settings)
        return wrongUsage(probeCommand, settings.error());
    const auto password = readPassword(*settings);
    if (!password) {
        complain(password.error());
        return Impossible;
    }
    const auto connection = server::connectTo(*settings, *password);
    if (!connection)
        return complainOf(connection.error());
    const auto domain = options.value("--domain", workspace->defaultDomain());
    server::Remote remote(**connection);
    auto result = server::probe(remote, domain,
                                options.has("--with-scratch-files") ? server::ProbeDepth::WithScratchFiles
                                                                    : server::ProbeDepth::ReadOnly);
    if (!result)
        return complainOf(result.error());
    askWebAdmin(*result, *settings, *password, domain);
    for (const auto &answer : result->answers)
        printAnswer(answer, *format);
    printDialect(result->dialect, *format);
    if (const auto kept = keep(*workspace, *settings, result->dialect); !kept) {
        complain(kept.error().toStdString());
        return Wrong;
    }
    return Good;
}

} // namespace

const Command probeCommand{
    "probe",
    "WORKSPACE [--domain D] [--to URL] [--with-scratch-files]",
    "asks a server what no document tells",
    "Asks the workspace's server, or that of --to, about everything that differs between releases and stands in no document,\n"
    "and keeps what it learned in workspace.settings (Server, Dialect). Changes nothing on the server, unless\n"
    "--with-scratch-files lets it store, start and delete files of its own in the domain's environment. The password comes\n"
    "from PBX_PASSWORD, the desktop's keyring or the terminal. Exit status 1 when the answers could not be kept.",
    rules,
    probe,
};

} // namespace pbx::app
