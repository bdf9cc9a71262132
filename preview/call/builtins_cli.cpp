// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

#include "environment/data/notation.h"

/// Group cli: commands of the server that programs give, and the groups they change. All of it holds for this call alone.
namespace pbx::call {

namespace {

/// The words of a command line: values in the server's notation, one behind the other. Empty: unreadable.
std::vector<Value> commandWords(std::string_view text)
{
    std::vector<Value> words;
    std::size_t depth = 0;
    std::size_t begin = std::string_view::npos;
    bool quoted = false;
    const auto take = [&](std::size_t end) {
        if (begin == text.npos)
            return true;
        auto document = data::readNotation(std::string(text.substr(begin, end - begin)), {.multiLine = false});
        begin = text.npos;
        if (document)
            words.push_back(std::move(document->value));
        return document.has_value();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\';
            quoted = c != '"';
            continue;
        }
        if (c == ' ' && depth == 0) {
            if (!take(i))
                return {};
            continue;
        }
        if (begin == text.npos)
            begin = i;
        quoted = c == '"';
        depth += c == '(' || c == '{' || c == '[';
        depth -= (c == ')' || c == '}' || c == ']') && depth > 0;
    }
    return take(text.size()) ? words : std::vector<Value>();
}

/// "name" or "name@domain": the group; nullopt: there is none.
std::optional<std::string> groupKey(Context &context, const Value &name)
{
    const auto *directory = engineOf(context).directory();
    if (!name.isString() || !directory)
        return std::nullopt;
    std::string local = name.toStdString();
    std::string domain = taskOf(context).domain;
    if (const auto at = local.find('@'); at != std::string::npos) {
        domain = local.substr(at + 1);
        local.resize(at);
    }
    const accounts::Domain *folder = directory->domain(domain);
    if (!folder)
        return std::nullopt;
    for (const accounts::Group &group : folder->groups) {
        if (accounts::sameText(group.name, local))
            return data::foldCase(group.name + '@' + folder->name);
    }
    return std::nullopt;
}

/// The settings of a group as this call has them.
Value groupSettings(Context &context, const std::string &key)
{
    Engine &engine = engineOf(context);
    if (const Value *changed = engine.changedGroup(key))
        return *changed;
    const auto at = key.find('@');
    Value settings = Value::newDictionary();
    const accounts::Domain *folder = engine.directory()->domain(key.substr(at + 1));
    for (const accounts::Group &group : folder->groups) {
        if (!accounts::sameText(group.name, key.substr(0, at)))
            continue;
        if (group.source.isDictionary())
            (void)copyValue(group.source, settings);
        Value members = Value::newArray();
        for (const std::string &member : group.members)
            members.array().append(Value::string(member));
        settings.dictionary().set("Members", std::move(members));
    }
    return settings;
}

/// GETGROUP name, SETGROUP name settings (server-interfaces): kept for this call alone.
Outcome groupCommand(Context &context, bool set, const std::vector<Value> &words, Value &result)
{
    const auto key = words.empty() ? std::nullopt : groupKey(context, words[0]);
    Value copy;
    if (words.size() != (set ? 2u : 1u) || (set && !words[1].isDictionary()))
        result = Value::string("500-bad parameters");
    else if (!key)
        result = Value::string("513-unknown group");
    else if (!set && copyValue(groupSettings(context, *key), copy))
        context.task.vars().dictionary().set("executeCLIResult", std::move(copy));
    else if (set && copyValue(words[1], copy))
        engineOf(context).changeGroup(*key, std::move(copy));
    return Outcome::Done;
}

void changePreferences(Value &changes, const Value &wanted)
{
    if (changes.isNull())
        changes = Value::newDictionary();
    for (const auto &entry : wanted.dictionary().entries()) {
        Value copy;
        if (copyValue(entry.value, copy))
            changes.dictionary().set(entry.key, std::move(copy));
    }
}

/// As the call has them: SETGROUP may have changed them.
Outcome readGroupMembers(Context &context, Value *arguments, unsigned, Value &result)
{
    const auto key = taskOf(context).account.empty() ? std::nullopt : groupKey(context, arguments[0]);
    if (!key)
        return Outcome::Done;
    const Value members = groupSettings(context, *key).dictionary().get("Members");
    if (!members.isArray() || !copyValue(members, result))
        result = Value::newArray();
    return Outcome::Done;
}

/// The few commands that make sense within one call; the result lies in Vars().executeCLIResult.
Outcome executeCli(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    auto &vars = context.task.vars().dictionary();
    vars.set("executeCLIResult", {});
    std::string line = arguments[0].isString() ? arguments[0].toStdString() : std::string();
    const auto blank = line.find(' ');
    const std::string command = data::foldCase(line.substr(0, blank));
    const std::string rest = blank == line.npos ? std::string() : line.substr(blank + 1);
    if (command == "echo") {
        auto document = data::readNotation(rest, {.multiLine = false});
        if (document)
            vars.set("executeCLIResult", std::move(document->value));
        else
            result = Value::string("500-bad parameters");
    } else if (command == "getaccountprefs") {
        const auto *account = accountNamed(context, Value::string(rest));
        if (account)
            vars.set("executeCLIResult", allPreferences(*account, engine.preferenceChanges(account->address())));
        else
            result = Value::string("513-unknown user account");
    } else if (command == "getgroup" || command == "setgroup") {
        return groupCommand(context, command == "setgroup", commandWords(rest), result);
    } else if (command == "getaccountaliases") {
        if (const auto *account = accountNamed(context, Value::string(rest))) {
            Value aliases = Value::newArray();
            for (const std::string &alias : account->aliases)
                aliases.array().append(Value::string(alias));
            vars.set("executeCLIResult", std::move(aliases));
        } else {
            result = Value::string("513-unknown user account");
        }
    } else if (command == "updateaccountprefs") {
        const auto words = commandWords(rest);
        const auto *account = words.size() == 2 ? accountNamed(context, words[0]) : nullptr;
        if (!account || !words[1].isDictionary())
            result = Value::string(account ? "500-bad parameters" : "513-unknown user account");
        else
            changePreferences(engine.preferenceChanges(account->address()), words[1]);
    } else if (command == "writelog") {
        engine.note(taskOf(context), "SYSTEM " + rest);
    } else {
        result = Value::string("500-unknown command");
    }
    return Outcome::Done;
}

} // namespace

void addCliBuiltins(BuiltinTable &table)
{
    table.set("ReadGroupMembers", readGroupMembers);
    table.set("ExecuteCLI", executeCli);
}

} // namespace pbx::call
