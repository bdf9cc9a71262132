// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/archive.h"

#include "app/commands/commands.h"
#include "app/commands/output.h"
#include "environment/files/workspace.h"
#include "preview/call/event.h"

namespace pbx::app {

namespace {

constexpr OptionRule packRules[] = {
    {"--domain", "D", "the environment of this domain (the workspace's default domain)"},
    {"--server", {}, "the server-wide environment"},
    {"-o", "FILE.tar", "the archive to write"},
    {"--language", "NAME", "only this language's folder, flat, for the page of that language"},
};
constexpr OptionRule unpackRules[] = {
    {"--domain", "D", "into the environment of this domain (the workspace's default domain)"},
    {"--server", {}, "into the server-wide environment"},
    {"--dry-run", {}, "only tells what would change"},
    {"--format", "text|json", "one line or one JSON object a file"},
};

/// The domain meant; empty for the server. The error is complained of.
std::optional<std::string> chosenDomain(const Options &options, const files::Workspace &workspace, const Command &command)
{
    if (options.has("--server")) {
        if (!options.has("--domain"))
            return std::string();
        wrongUsage(command, "--domain and --server exclude each other");
        return std::nullopt;
    }
    const std::string domain = options.value("--domain", workspace.defaultDomain());
    if (!domain.empty() && workspace.domain(domain))
        return domain;
    complain(domain.empty() ? "the workspace has no domain; say --server" : "the workspace has no domain " + domain);
    return std::nullopt;
}

std::optional<files::Workspace> openWorkspace(const std::string &folder)
{
    auto workspace = files::Workspace::open(QString::fromLocal8Bit(folder));
    if (workspace)
        return std::move(*workspace);
    complain(workspace.error().toStdString());
    return std::nullopt;
}

int pack(const Options &options)
{
    if (options.operands().size() != 1)
        return wrongUsage(packCommand, "a workspace is needed");
    if (!options.has("-o"))
        return wrongUsage(packCommand, "-o FILE.tar is needed");
    const auto workspace = openWorkspace(options.operands()[0]);
    const auto domain = workspace ? chosenDomain(options, *workspace, packCommand) : std::nullopt;
    if (!domain)
        return Impossible;
    const files::LayerIndex *layer = workspace->environment(*domain)->layer(domain->empty() ? files::Layer::Server
                                                                                            : files::Layer::Domain);
    if (!layer || !layer->exists() || layer->files().empty()) {
        complain((domain->empty() ? "the server-wide environment" : "the environment of " + *domain) + " has no files");
        return Impossible;
    }
    for (const files::FileProblem &problem : layer->problems())
        complain(workspace->workspacePath(problem.path).toStdString() + ": " + problem.message);
    std::optional<std::string> language;
    if (options.has("--language")) {
        language = options.value("--language");
        const auto folders = layer->languages();
        if (std::ranges::find(folders, *language) == folders.end()) {
            complain("the environment has no language folder " + *language);
            return Impossible;
        }
    }
    const auto count = archive::writeExport(archive::planExport(*layer, language), QString::fromLocal8Bit(options.value("-o")));
    if (!count) {
        complain(count.error().toStdString());
        return Impossible;
    }
    printLine(options.value("-o") + ": " + std::to_string(*count) + (*count == 1 ? " file" : " files"));
    return Good;
}

std::string_view stateWord(archive::PlannedFile::State state)
{
    using State = archive::PlannedFile::State;
    switch (state) {
    case State::New: return "new";
    case State::Changed: return "changed";
    case State::Same: return "same";
    case State::Refused: return "refused";
    }
    return {};
}

void print(const archive::PlannedFile &file, Format format)
{
    if (format == Format::Text) {
        std::string line(stateWord(file.state));
        line.resize(9, ' ');
        line += file.name;
        if (!file.reason.isEmpty())
            line += "  " + file.reason.toStdString();
        printLine(line);
        return;
    }
    std::string line = "{\"name\":";
    call::appendJsonString(line, file.name);
    line += ",\"state\":";
    call::appendJsonString(line, stateWord(file.state));
    line += ",\"size\":" + std::to_string(file.size) + ",\"reason\":";
    if (file.reason.isEmpty())
        line += "null";
    else
        call::appendJsonString(line, file.reason.toStdString());
    printLine(line + "}");
}

int unpack(const Options &options)
{
    const auto format = readFormat(options);
    if (!format)
        return Impossible;
    if (options.operands().size() != 2)
        return wrongUsage(unpackCommand, "an archive and a workspace are needed");
    const auto workspace = openWorkspace(options.operands()[1]);
    const auto domain = workspace ? chosenDomain(options, *workspace, unpackCommand) : std::nullopt;
    if (!domain)
        return Impossible;
    const QString tarFile = QString::fromLocal8Bit(options.operands()[0]);
    const QString folder = workspace->environmentFolder(*domain);
    const auto plan = options.has("--dry-run") ? archive::planImport(tarFile, folder) : archive::unpack(tarFile, folder);
    if (!plan) {
        complain(plan.error().toStdString());
        return Impossible;
    }
    for (const archive::PlannedFile &file : plan->files)
        print(file, *format);
    if (!plan->refused())
        return Good;
    complain("nothing was written, because " + std::to_string(plan->count(archive::PlannedFile::State::Refused))
             + " of the archive's entries can't be files of an environment");
    return Wrong;
}

} // namespace

const Command packCommand{
    "pack",
    "WORKSPACE [--domain D | --server] -o FILE.tar",
    "writes an environment as the archive the server's PBX page takes",
    "Writes an environment as a tar archive: programs and default prompts at the root, languages as folders. The same files\n"
    "give the same archive. One that was there is replaced only when all is written.",
    packRules,
    pack,
};

const Command unpackCommand{
    "unpack",
    "FILE.tar WORKSPACE [--domain D | --server]",
    "takes the files of such an archive into an environment",
    "Takes the files of a tar archive into an environment, all or none, and tells what is new, changed and the same.\n"
    "Absolute paths, \"..\", links, devices, a second folder level, names that differ only in letter case and archives over\n"
    "the limits are refused, each named; then nothing is written and the exit status is 1.",
    unpackRules,
    unpack,
};

} // namespace pbx::app
