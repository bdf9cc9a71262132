// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

#include "environment/data/notation.h"

#include <algorithm>
#include <array>
#include <charconv>

/// Group cli: commands of the server that programs give, and the groups they change. All of it holds for this call alone.
namespace pbx::call {

namespace {

/// The words of a command line: values in the server's notation, one behind the other. nullopt: unreadable.
std::optional<std::vector<Value>> commandWords(std::string_view text)
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
                return std::nullopt;
            continue;
        }
        if (begin == text.npos)
            begin = i;
        quoted = c == '"';
        depth += c == '(' || c == '{' || c == '[';
        depth -= (c == ')' || c == '}' || c == ']') && depth > 0;
    }
    return take(text.size()) ? std::optional(std::move(words)) : std::nullopt;
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

/// As the call has them: SETGROUP may have changed them.
Outcome readGroupMembers(Context &context, Value *arguments, unsigned, Value &result)
{
    const auto key = taskOf(context).account.empty() ? std::nullopt : groupKey(context, arguments[0]);
    if (!key)
        return Outcome::Done;
    const Value members = groupSettings(context, *key).dictionary().get("Members");
    if (!members.isArray() || !copyValue(members, result))
        result = Value::newArray();
    if (members.isString() && !members.bytes().empty()) // a group of one
        result.array().append(members);
    return Outcome::Done;
}

/// What a command gives: an object for executeCLIResult, or an error.
struct Answer {
    Value output;
    std::string error;
    bool ends = false; ///< the task that asked
};

using Words = std::vector<Value>;

Answer fails(std::string_view error)
{
    return {{}, std::string(error), false};
}

constexpr std::string_view badParameters = "500-bad parameters";
constexpr std::string_view unknownAccount = "513-unknown user account";
constexpr std::string_view unknownGroup = "513-unknown group";
constexpr std::string_view unknownTask = "513-unknown task";

const accounts::Account *firstAccount(Context &context, const Words &words)
{
    return !words.empty() && words[0].isString() ? accountNamed(context, words[0]) : nullptr;
}

/// The task of a task ID, which is its number; null: there is none, or it has ended.
CallTask *firstTask(Context &context, const Words &words)
{
    const std::string_view text = !words.empty() && words[0].isString() ? words[0].bytes() : std::string_view();
    std::uint64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size())
        return nullptr;
    CallTask *task = engineOf(context).find(id);
    return task && task->live ? task : nullptr;
}

struct Option {
    std::string_view keyword; ///< lower case
    Value *value;
};

/// "KEYWORD value" behind the first word, in this order; each may be missing. False: there is something else.
bool readOptions(const Words &words, std::initializer_list<Option> options)
{
    std::size_t at = 1;
    for (const Option &option : options) {
        if (at + 1 < words.size() && words[at].isString() && data::foldCase(words[at].bytes()) == option.keyword) {
            *option.value = words[at + 1];
            at += 2;
        }
    }
    return at == words.size();
}

Answer getAccountPrefs(Context &context, const Words &words)
{
    const auto *account = firstAccount(context, words);
    return account ? Answer{ownPreferences(context, *account), {}, false} : fails(unknownAccount);
}

Answer getAccountEffectivePrefs(Context &context, const Words &words)
{
    const auto *account = firstAccount(context, words);
    return account ? Answer{effectivePreferences(context, *account), {}, false} : fails(unknownAccount);
}

template <bool replace>
Answer changeAccountPrefs(Context &context, const Words &words)
{
    const auto *account = firstAccount(context, words);
    if (!account)
        return fails(unknownAccount);
    if (words.size() != 2 || !words[1].isDictionary())
        return fails(badParameters);
    if (replace)
        engineOf(context).changedPreferences(account->address()) = Value::newDictionary();
    changePreferences(context, *account, words[1]);
    return {};
}

Answer getAccountAliases(Context &context, const Words &words)
{
    const auto *account = firstAccount(context, words);
    if (!account)
        return fails(unknownAccount);
    Answer answer{Value::newArray(), {}, false};
    for (const std::string &alias : account->aliases)
        answer.output.array().append(Value::string(alias));
    return answer;
}

Answer getGroup(Context &context, const Words &words)
{
    if (words.size() != 1)
        return fails(badParameters);
    const auto key = groupKey(context, words[0]);
    Answer answer;
    if (!key)
        return fails(unknownGroup);
    if (!copyValue(groupSettings(context, *key), answer.output))
        answer.output = Value::newDictionary();
    return answer;
}

Answer setGroup(Context &context, const Words &words)
{
    if (words.size() != 2 || !words[1].isDictionary())
        return fails(badParameters);
    const auto key = groupKey(context, words[0]);
    if (!key)
        return fails(unknownGroup);
    engineOf(context).changeGroup(*key, words[1]);
    return {};
}

/// STARTPBXTASK account PROGRAM program [ENTRY entry] [PARAM object]: the task ID
Answer startPbxTask(Context &context, const Words &words)
{
    const auto *account = firstAccount(context, words);
    if (!account)
        return fails(unknownAccount);
    Value program;
    Value entry = Value::string("");
    Value parameter;
    if (!readOptions(words, {{"program", &program}, {"entry", &entry}, {"param", &parameter}}) || !program.isString()
        || !entry.isString())
        return fails(badParameters);
    const auto started = engineOf(context).startTask(&taskOf(context), account->address(), program.bytes(),
                                                     entry.bytes(), std::move(parameter));
    if (!started)
        return fails(codeWords(started.error()) == started.error() ? "500-" + started.error() : started.error());
    return {Value::string(std::to_string(started->handle().id)), {}, false};
}

/// SENDTASKEVENT taskID EVENT name [PARAM object]
Answer sendTaskEvent(Context &context, const Words &words)
{
    CallTask *task = firstTask(context, words);
    if (!task)
        return fails(unknownTask);
    Value name;
    Value parameter;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (!readOptions(words, {{"event", &name}, {"param", &parameter}}) || !name.isString() || name.bytes().empty()
        || !isLetter(name.bytes().front()))
        return fails(badParameters);
    if (!Engine::takesEvents(*task))
        return fails("503-Too many events wait");
    engineOf(context).queueEvent(*task, EventKind::Program, name.bytes(), 0, std::move(parameter));
    return {};
}

/// What the program last set by SetApplicationStatus.
Answer readNodeStatus(Context &context, const Words &words)
{
    CallTask *task = firstTask(context, words);
    if (!task)
        return fails(unknownTask);
    Answer answer;
    if (!copyValue(task->applicationStatus, answer.output))
        answer.output = {};
    return answer;
}

Answer killNode(Context &context, const Words &words)
{
    CallTask *task = firstTask(context, words);
    if (!task)
        return fails(unknownTask);
    if (task == &taskOf(context))
        return {{}, {}, true};
    engineOf(context).endTask(*task, false);
    return {};
}

struct Command {
    std::string_view name; ///< lower case
    Answer (*run)(Context &context, const Words &words);
};

constexpr std::array commands{
    Command{"getaccountprefs", getAccountPrefs},
    Command{"getaccounteffectiveprefs", getAccountEffectivePrefs},
    Command{"updateaccountprefs", changeAccountPrefs<false>},
    Command{"setaccountprefs", changeAccountPrefs<true>},
    Command{"getaccountaliases", getAccountAliases},
    Command{"getgroup", getGroup},
    Command{"setgroup", setGroup},
    Command{"startpbxtask", startPbxTask},
    Command{"sendtaskevent", sendTaskEvent},
    Command{"readnodestatus", readNodeStatus},
    Command{"killnode", killNode},
};

/// ECHO and WRITELOG take the rest of the line as it is.
Answer runCommand(Context &context, std::string_view line)
{
    const auto blank = line.find(' ');
    const std::string name = data::foldCase(line.substr(0, blank));
    const std::string rest(blank == line.npos ? std::string_view() : line.substr(blank + 1));
    if (name == "echo") {
        auto document = data::readNotation(rest, {.multiLine = false});
        return document ? Answer{std::move(document->value), {}, false} : fails(badParameters);
    }
    if (name == "writelog") {
        engineOf(context).note(taskOf(context), "SYSTEM " + rest);
        return {};
    }
    const auto known = std::ranges::find(commands, name, &Command::name);
    if (known == commands.end())
        return fails("500-unknown command");
    const auto words = commandWords(rest);
    return words ? known->run(context, *words) : fails(badParameters);
}

/// The few commands that make sense within one call (server-interfaces 4 and 5.1); the result lies in
/// Vars().executeCLIResult.
Outcome executeCli(Context &context, Value *arguments, unsigned, Value &result)
{
    auto &vars = context.task.vars().dictionary();
    vars.set("executeCLIResult", {});
    Answer answer = runCommand(context, arguments[0].isString() ? arguments[0].bytes() : std::string_view());
    if (answer.ends)
        return Outcome::Stop;
    if (answer.error.empty())
        vars.set("executeCLIResult", std::move(answer.output));
    else
        result = Value::string(answer.error);
    return Outcome::Done;
}

} // namespace

void addCliBuiltins(BuiltinTable &table)
{
    table.set("ReadGroupMembers", readGroupMembers);
    table.set("ExecuteCLI", executeCli);
}

} // namespace pbx::call
