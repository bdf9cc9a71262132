// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/deploy_session.h"
#include "app/commands/output.h"

namespace pbx::app {

namespace {

constexpr OptionRule rules[] = {
    deployDomainRule,
    deployServerRule,
    toRule,
    {"--all", {}, "lines for people: also what is the same"},
    pinRule,
    authoritiesRule,
    clearPasswordRule,
    connectionsRule,
    deployFormatRule,
};

std::string shownState(const deploy::Item &item)
{
    std::string word(deploy::stateWord(item.state));
    if (item.state == deploy::ItemState::Added)
        word += item.side == deploy::Side::Here ? " here" : " there";
    return word;
}

void printText(const deploy::Item &item)
{
    auto line = shownState(item);
    line.resize(15, ' ');
    printLine(line + item.path);
    for (const auto &key : item.keys)
        printLine("    " + std::string(deploy::stateWord(key.state)) + "  " + key.key + ": here " + key.here.value_or("not set")
                  + ", there " + key.there.value_or("not set"));
}

void printJson(const deploy::Item &item)
{
    JsonLine line;
    line.text("path", item.path).text("state", deploy::stateWord(item.state));
    if (item.state == deploy::ItemState::Added)
        line.text("side", item.side == deploy::Side::Here ? "here" : "there");
    else
        line.raw("side", "null");
    std::string keys = "[";
    for (const auto &key : item.keys) {
        JsonLine one;
        one.text("key", key.key).text("state", deploy::stateWord(key.state));
        one.textOrNull("base", key.base).textOrNull("here", key.here).textOrNull("there", key.there);
        keys += (keys.size() > 1 ? "," : "") + one.str();
    }
    printLine(line.raw("keys", keys + ']').str());
}

int diff(const Options &options)
{
    if (options.operands().size() > 1)
        return wrongUsage(diffCommand, "one workspace is needed");
    const auto session = DeploySession::open(options, diffCommand);
    if (!session)
        return Impossible;
    const auto comparison = deploy::compare(session->workspace(), session->scope(), session->job());
    if (!comparison)
        return complainOf(comparison.error());
    for (const auto &remark : comparison->remarks)
        complain(remark.toStdString());
    if (!comparison->environmentThere)
        complain("the domain " + session->scope().domain + " has no environment of its own on the server yet");
    for (const auto &item : comparison->items) {
        if (session->format() == Format::Json)
            printJson(item);
        else if (item.state != deploy::ItemState::Same || options.has("--all"))
            printText(item);
    }
    if (session->format() == Format::Text && !comparison->baseline && comparison->differs())
        complain("there was no pull or push yet: what is not the same on both sides counts as a conflict");
    return comparison->differs() ? Wrong : Good;
}

} // namespace

const Command diffCommand{
    "diff",
    "WORKSPACE [--domain D | --server] [--to URL]",
    "compares a workspace with a server",
    "Compares by content, file by file and setting by setting, and against the last pull or push: added, changed-here,\n"
    "changed-there, conflict (changed on both sides), removed-here, removed-there. The password comes from PBX_PASSWORD, the\n"
    "desktop's keyring or the terminal. Exit status 1 when anything differs.",
    rules,
    diff,
};

} // namespace pbx::app
