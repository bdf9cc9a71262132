// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/deploy_session.h"
#include "app/commands/output.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    deployDomainRule,
    deployServerRule,
    toRule,
    {"--theirs", "PATH", "takes the server's where both sides changed this file", true},
    {"--merge", {}, "merges files that both sides changed in different lines"},
    pinRule,
    authoritiesRule,
    clearPasswordRule,
    connectionsRule,
    deployFormatRule,
};

std::string_view word(deploy::Pulled::What what)
{
    using What = deploy::Pulled::What;
    switch (what) {
    case What::Added: return "added";
    case What::Changed: return "changed";
    case What::Removed: return "removed";
    case What::Kept: return "kept";
    case What::Failed: return "failed";
    }
    return {};
}

void print(std::string_view what, const std::string &path, const QString &why, Format format)
{
    if (format == Format::Json) {
        printLine(JsonLine().text("path", path).text("what", what).textOrNull("why", orNull(why.toStdString())).str());
        return;
    }
    std::string line(what);
    line.resize(9, ' ');
    printLine(line + path + (why.isEmpty() ? "" : "  " + why.toStdString()));
}

int report(const std::vector<deploy::Pulled> &pulled, Format format)
{
    bool left = false;
    for (const auto &file : pulled) {
        print(word(file.what), file.path, file.why, format);
        left = left || file.what == deploy::Pulled::What::Kept || file.what == deploy::Pulled::What::Failed;
    }
    if (left && format == Format::Text)
        complain("what was changed on both sides stays as it is here; --merge merges lines, --theirs PATH takes the server's");
    return left ? Wrong : Good;
}

/// Conflicts whose lines don't touch, except those for which the server's is wanted.
deploy::Result<> mergeAll(const DeploySession &session, const std::vector<std::string> &theirs)
{
    using Side = deploy::Side;
    const auto comparison = deploy::compare(session.workspace(), session.scope(), session.job());
    if (!comparison)
        return std::unexpected(comparison.error());
    for (const auto &item : comparison->items) {
        if (item.kind != deploy::ItemKind::File || item.state != deploy::ItemState::Conflict || item.here.empty()
            || item.there.empty() || std::ranges::contains(theirs, item.path))
            continue;
        const auto base = deploy::baseContent(session.workspace(), session.scope(), item);
        if (!base)
            continue;
        const auto here = deploy::content(session.workspace(), session.scope(), item, Side::Here, session.job());
        const auto there = deploy::content(session.workspace(), session.scope(), item, Side::There, session.job());
        if (!here || !there)
            return std::unexpected(here ? there.error() : here.error());
        const auto both = deploy::merged(*base, *here, *there);
        if (!both)
            continue;
        const auto settled = deploy::settle(session.workspace(), session.scope(), item, *both, session.job());
        if (!settled)
            return settled;
        print("merged", item.path, {}, session.format());
    }
    return {};
}

bool isNew(const QString &folder)
{
    const QFileInfo info(folder);
    return !info.exists() || (info.isDir() && QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

int pullNew(const Options &options, const QString &folder)
{
    if (options.has("--server"))
        return wrongUsage(pullCommand, "a new workspace is made for a domain; the server-wide environment comes along");
    const auto session = DeploySession::openNew(options, pullCommand);
    if (!session)
        return Impossible;
    const auto pulled = deploy::pullNew(folder, session->server(), options.value("--domain"), session->job());
    if (!pulled)
        return complainOf(pulled.error());
    return report(*pulled, session->format());
}

int pull(const Options &options)
{
    if (options.operands().size() != 1)
        return wrongUsage(pullCommand, "one workspace is needed");
    const auto folder = QString::fromLocal8Bit(options.operands().front());
    if (isNew(folder))
        return pullNew(options, folder);
    const auto session = DeploySession::open(options, pullCommand);
    if (!session)
        return Impossible;
    const auto theirs = options.values("--theirs");
    if (options.has("--merge")) {
        if (const auto done = mergeAll(*session, theirs); !done)
            return complainOf(done.error());
    }
    const auto pulled = deploy::pull(session->workspace(), session->scope(), theirs, session->job());
    if (!pulled)
        return complainOf(pulled.error());
    return report(*pulled, session->format());
}

} // namespace

const Command pullCommand{
    "pull",
    "WORKSPACE [--domain D | --server] [--to URL]",
    "makes or refreshes a workspace from a server",
    "Takes what was changed on the server and not here: programs, prompts, accounts and settings of a domain, all or nothing.\n"
    "What was changed here stays; what was changed on both sides is told, and the exit status is 1. A folder that is missing\n"
    "or empty becomes a workspace (of the server's main domain, or of --domain), with the server-wide environment where the\n"
    "user may read it. The password comes from PBX_PASSWORD, the desktop's keyring or the terminal.",
    rules,
    pull,
};

} // namespace pbx::app
