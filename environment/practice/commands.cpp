// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/commands.h"

#include "environment/data/objects.h"
#include "environment/files/name_rules.h"
#include "environment/language/names.h"
#include "environment/language/parser.h"

#include <algorithm>
#include <map>

namespace pbx::practice {

namespace {

const std::map<std::string_view, const CommandEntry *> &allCommands()
{
    static const auto all = [] {
        std::map<std::string_view, const CommandEntry *> made;
        for (const auto entries : {generalCommands(), environmentCommands(), accountCommands(), settingsCommands(),
                                   ruleCommands(), objectCommands(), taskCommands()}) {
            for (const auto &entry : entries)
                made.emplace(entry.name, &entry);
        }
        return made;
    }();
    return all;
}

} // namespace

const CommandEntry *findCommand(std::string_view name)
{
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const auto &all = allCommands();
    const auto found = all.find(upper);
    return found == all.end() ? nullptr : found->second;
}

std::vector<std::string_view> commandNames()
{
    std::vector<std::string_view> names{"APOP", "AUTH", "INLINE", "NEWPASS", "PASS", "QUIT", "USER"};
    for (const auto &[name, entry] : allCommands())
        names.push_back(name);
    std::ranges::sort(names);
    return names;
}

bool Caller::isMaster() const
{
    return server && (rights.empty() || has("Master"));
}

bool Caller::has(std::string_view right) const
{
    return std::ranges::find(rights, right) != rights.end();
}

Result<> Caller::mayServer(std::string_view right) const
{
    if (isMaster() || (server && has(right)))
        return {};
    return refused(NoRight, "access rights are insufficient: the server right " + std::string(right) + " is needed");
}

Result<> Caller::mayDomain(std::string_view wanted, std::string_view right) const
{
    const bool everywhere = isMaster() || (server && (has("Users") || has("UserAccounts")));
    const bool own = !server && has("Domain") && folded(wanted) == domain;
    if (!everywhere && !own)
        return refused(NoRight, "access rights are insufficient for this domain");
    if (!everywhere && !right.empty() && !has(right))
        return refused(NoRight, "access rights are insufficient: the right " + std::string(right) + " is needed");
    if (!store.hasDomain(wanted))
        return refused(NoDomain, "unknown secondary domain name");
    return {};
}

std::string folded(std::string_view name)
{
    return files::foldName(name);
}

Result<std::string> domainOf(const Caller &caller, const std::string &name, std::string_view right)
{
    if (const auto may = caller.mayDomain(name, right); !may)
        return std::unexpected(may.error());
    return folded(name);
}

AccountName splitAccount(const Caller &caller, const std::string &name)
{
    if (name == "*")
        return {caller.name, caller.domain};
    const auto at = name.rfind('@');
    if (at == name.npos)
        return {name, caller.domain};
    return {name.substr(0, at), folded(std::string_view(name).substr(at + 1))};
}

namespace {

/// Accounts are found by their aliases too.
bool findAlias(const Caller &caller, AccountName &account)
{
    const auto wanted = folded(account.name);
    for (const auto &name : caller.store.accounts(account.domain)) {
        const auto settings = caller.store.account(account.domain, name);
        if (!settings)
            continue;
        const auto aliases = arrayIn(*settings, "Aliases");
        for (const auto &alias : aliases.array().items) {
            if (folded(alias.bytes()) == wanted) {
                account.name = name;
                return true;
            }
        }
    }
    return false;
}

} // namespace

Result<AccountName> accountOf(const Caller &caller, const std::string &name, std::string_view right, bool own)
{
    auto account = splitAccount(caller, name);
    const bool self = account.domain == caller.domain && folded(account.name) == folded(caller.name);
    if (!own || !self) {
        if (const auto may = caller.mayDomain(account.domain, right); !may)
            return std::unexpected(may.error());
    }
    if (!caller.store.hasAccount(account.domain, account.name) && !findAlias(caller, account))
        return refused(NoAccount, "unknown user account");
    return account;
}

namespace {

/// Letters, digits and a few signs; what addresses are made of is not among them.
bool isObjectName(std::string_view name)
{
    return !name.empty() && !name.starts_with('.') && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_'
               || c == '+' || static_cast<unsigned char>(c) >= 0x80;
    });
}

Result<> accountsLeaveFree(const Caller &caller, const std::string &domain, const std::string &wanted, const std::string &except)
{
    for (const auto &account : caller.store.accounts(domain)) {
        if (folded(account) == except)
            continue;
        if (folded(account) == wanted)
            return refused(AccountExists, "account with this name already exists");
        const auto settings = caller.store.account(domain, account);
        const auto aliases = arrayIn(settings.value_or(data::Value()), "Aliases");
        if (std::ranges::any_of(aliases.array().items, [&](const data::Value &alias) { return folded(alias.bytes()) == wanted; }))
            return refused(AccountExists, "an account has this name as an alias");
    }
    return {};
}

} // namespace

Result<> nameIsFree(const Caller &caller, const std::string &domain, std::string_view name, std::string_view except)
{
    const auto wanted = folded(name);
    if (!isObjectName(name))
        return refused(General, "illegal name");
    if (auto leave = accountsLeaveFree(caller, domain, wanted, folded(except)); !leave)
        return leave;
    const auto settings = caller.store.domainSettings(domain);
    if (!settings)
        return std::unexpected(settings.error());
    for (const auto &[kind, code] : {std::pair{"Groups", GroupExists}, std::pair{"Forwarders", ForwarderExists},
                                     std::pair{"NamedTasks", AccountExists}}) {
        const auto objects = dictionaryIn(*settings, kind);
        for (const auto &entry : objects.dictionary().entries()) {
            if (folded(entry.key.bytes()) == wanted)
                return refused(code, "an object with this name already exists");
        }
    }
    return {};
}

data::Value dictionaryIn(const data::Value &settings, std::string_view key)
{
    auto value = settings.isDictionary() ? settings.dictionary().get(key) : data::Value();
    return value.isDictionary() ? value : data::Value::newDictionary();
}

data::Value arrayIn(const data::Value &settings, std::string_view key)
{
    auto value = settings.isDictionary() ? settings.dictionary().get(key) : data::Value();
    return value.isArray() ? value : data::Value::newArray();
}

void update(data::DictionaryObject &settings, const data::DictionaryObject &changes)
{
    for (const auto &[key, value] : changes.entries()) {
        if (value.isString() && value.bytes() == "default")
            settings.remove(key);
        else
            settings.set(key, value);
    }
}

data::Value textArray(std::span<const std::string> texts)
{
    auto array = data::Value::newArray();
    for (const auto &text : texts)
        array.array().append(data::Value::string(text));
    return array;
}

std::optional<Complaint> compile(const std::string &name, std::string_view program)
{
    const auto file = folded(name);
    if (!file.ends_with(".sppr") && !file.ends_with(".sppi"))
        return std::nullopt;
    const language::Source source(file, std::string(program));
    auto tree = language::parse(source);
    language::ResolveOptions options;
    options.warnings = false;
    options.kind = file.ends_with(".sppi") ? language::FileKind::Module : language::FileKind::Program;
    language::resolve(tree, source, options);
    const auto error = std::ranges::find(tree.diagnostics, language::Severity::Error, &language::Diagnostic::severity);
    if (error == tree.diagnostics.end())
        return std::nullopt;
    if (program.starts_with("\xef\xbb\xbf")) { // the server takes the mark for part of the first word
        const auto word = std::min(program.find_first_not_of(" \t\r\n", 3), program.size());
        return Complaint{"entry or procedure is expected", std::min(program.find_first_of(" \t\r\n(;", word), program.size())};
    }
    return Complaint{error->message(), error->span.end};
}

} // namespace pbx::practice
