// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/builtins_p.h"

#include "environment/accounts/time_zones.h"
#include "environment/files/atomic_file.h"

#include <algorithm>
#include <array>

/// Groups accounts, language, environment, cli, billing: what belongs to the current account.
namespace pbx::call {

namespace {

/// Preferences with a value even where nobody has set one (server-interfaces 4.2).
constexpr std::array knownPreferences{
    std::string_view("Language"), std::string_view("TimeZone"), std::string_view("WeekStart"),
    std::string_view("WorkDays"), std::string_view("WorkDayStart"), std::string_view("WorkDayEnd"),
    std::string_view("LanguageMenu"), std::string_view("ReceptMenu"), std::string_view("ReceptDirPrefix"),
    std::string_view("ReceptDirDigits"), std::string_view("CalendarBox"), std::string_view("PublishFreeBusy"),
    std::string_view("HoldMusic"), std::string_view("DTMFLength"), std::string_view("DTMFSendMode"),
    std::string_view("CallOutPrivacy"),
};

void collect(const Value &from, Value &into)
{
    if (!from.isDictionary())
        return;
    for (const auto &entry : from.dictionary().entries()) {
        Value copy;
        if (copyValue(entry.value, copy))
            into.dictionary().set(entry.key, std::move(copy));
    }
}

} // namespace

/// A name without @ belongs to the current domain; null is the current account.
const accounts::Account *accountNamed(Context &context, const Value &name)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    if (name.isNull())
        return engine.accountOf(task);
    if (!name.isString() || !engine.directory())
        return nullptr;
    std::string address = name.toStdString();
    if (address.find('@') == std::string::npos)
        address += '@' + task.domain;
    return engine.directory()->account(address);
}

Value ownPreferences(Context &context, const accounts::Account &account)
{
    const Value &changed = engineOf(context).changedPreferences(account.address());
    Value own = Value::newDictionary();
    collect(changed.isDictionary() ? changed : account.preferences, own);
    return own;
}

Value effectivePreferences(Context &context, const accounts::Account &account)
{
    Value all = Value::newDictionary();
    for (const auto key : knownPreferences) {
        if (Value value = accounts::builtInPreference(key); !value.isNull())
            all.dictionary().set(key, std::move(value));
    }
    collect(account.defaults.serverPreferences, all);
    collect(account.defaults.domainPreferences, all);
    collect(ownPreferences(context, account), all);
    return all;
}

void changePreferences(Context &context, const accounts::Account &account, const Value &changes)
{
    Value &own = engineOf(context).changedPreferences(account.address());
    if (own.isNull())
        own = ownPreferences(context, account);
    for (const auto &entry : changes.dictionary().entries()) {
        Value copy;
        if (entry.value.isNull() || (entry.value.isString() && entry.value.bytes() == "default"))
            own.dictionary().remove(entry.key);
        else if (copyValue(entry.value, copy))
            own.dictionary().set(entry.key, std::move(copy));
    }
}

namespace {

Outcome myEmail(Context &context, Value *, unsigned, Value &result)
{
    if (const CallTask &task = taskOf(context); !task.account.empty())
        result = Value::string(task.account);
    return Outcome::Done;
}

Outcome myDomain(Context &context, Value *, unsigned, Value &result)
{
    if (const CallTask &task = taskOf(context); !task.domain.empty())
        result = Value::string(task.domain);
    return Outcome::Done;
}

/// "~account/Key": whose, and which key.
struct PreferenceName {
    const accounts::Account *account = nullptr;
    std::string key; ///< empty: all
};

PreferenceName readPreferenceName(Context &context, const Value &name)
{
    PreferenceName result;
    std::string text = name.isString() ? name.toStdString() : std::string();
    if (text.starts_with('~')) {
        const auto slash = text.find('/');
        result.account = accountNamed(context, Value::string(text.substr(1, slash == text.npos ? text.npos : slash - 1)));
        result.key = slash == text.npos ? std::string() : text.substr(slash + 1);
    } else {
        result.account = engineOf(context).accountOf(taskOf(context));
        result.key = std::move(text);
    }
    return result;
}

Outcome getAccountPreferences(Context &context, Value *arguments, unsigned count, Value &result)
{
    const PreferenceName name = readPreferenceName(context, count > 0 ? arguments[0] : Value());
    if (!name.account)
        return Outcome::Done;
    if (name.key.empty()) {
        result = effectivePreferences(context, *name.account);
        return Outcome::Done;
    }
    const Value &changed = engineOf(context).changedPreferences(name.account->address());
    accounts::Account account;
    account.preferences = changed.isNull() ? name.account->preferences : changed;
    account.defaults = name.account->defaults;
    if (!copyValue(account.effectivePreference(name.key), result))
        result = {};
    return Outcome::Done;
}

Outcome setAccountPreferences(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    const PreferenceName name = readPreferenceName(context, arguments[1]);
    if (!name.account) {
        result = Value::string("unknown user account");
        return Outcome::Done;
    }
    if (!name.key.empty()) {
        Value change = Value::newDictionary();
        change.dictionary().set(name.key, arguments[0].isNull() ? Value::string("default") : arguments[0]);
        changePreferences(context, *name.account, change);
    } else if (arguments[0].isDictionary()) {
        changePreferences(context, *name.account, arguments[0]);
    } else {
        result = Value::string("a dictionary is expected");
        return Outcome::Done;
    }
    engine.note(taskOf(context), "Preferences of " + name.account->address() + " changed: "
                                     + (name.key.empty() ? "" : name.key + "=") + textOf(arguments[0]));
    return Outcome::Done;
}

bool holdsRight(const Value &list, std::string_view right, int depth = 0)
{
    if (list.isString())
        return list.bytes() == right;
    if (list.isArray() && depth < 4) {
        return std::ranges::any_of(list.array().items,
                                   [&](const Value &item) { return holdsRight(item, right, depth + 1); });
    }
    if (list.isDictionary() && depth < 4) {
        for (const auto &entry : list.dictionary().entries()) {
            if ((entry.key.bytes() == right && !(entry.value.isString() && entry.value.bytes() == "NO"))
                || (entry.value.isArray() && holdsRight(entry.value, right, depth + 1)))
                return true;
        }
    }
    return false;
}

/// The preinstalled account pbx has the right; others by their key Rights.
bool canImpersonate(const accounts::Account *account)
{
    if (!account)
        return false;
    if (data::foldCase(account->name) == "pbx")
        return true;
    for (const Value *place : {&account->source, &account->settings}) {
        if (!place->isDictionary())
            continue;
        for (const std::string_view key : {"Rights", "AccessRights"}) {
            if (holdsRight(place->dictionary().get(key), "CanImpersonate")
                || holdsRight(place->dictionary().get(key), "Master"))
                return true;
        }
    }
    return false;
}

Outcome impersonate(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    accounts::Address address;
    if (!arguments[0].isString() || !engine.directory() || !accounts::readAddress(arguments[0].bytes(), address)) {
        result = Value::string("unknown user account");
        return Outcome::Done;
    }
    const std::string domain = address.domain.empty() ? task.domain : address.domain;
    if (!domain.empty() && !engine.directory()->domain(domain)) {
        engine.becomeAccount(task, nullptr);
        return Outcome::Done;
    }
    const accounts::Account *target = engine.directory()->find(address.local, domain).account;
    if (!target) {
        result = Value::string("unknown user account");
        return Outcome::Done;
    }
    const accounts::Account *current = engine.accountOf(task);
    if (target != current && !canImpersonate(current)) {
        result = Value::string("access rights insufficient");
        return Outcome::Done;
    }
    engine.becomeAccount(task, target);
    return Outcome::Done;
}

Outcome readTelnums(Context &context, Value *arguments, unsigned count, Value &result)
{
    const accounts::Account *account = accountNamed(context, count > 0 ? arguments[0] : Value());
    if (!account)
        return Outcome::Done;
    result = Value::newArray();
    for (const std::string &number : account->telephoneNumbers)
        result.array().append(Value::string(number));
    return Outcome::Done;
}

// ---- language and zone ---------------------------------------------------------------------------------------------

Outcome getLanguage(Context &context, Value *, unsigned, Value &result)
{
    const std::string &language = taskOf(context).language;
    result = Value::string(language.empty() ? "english" : language);
    return Outcome::Done;
}

Outcome setLanguage(Context &context, Value *arguments, unsigned, Value &)
{
    taskOf(context).language = arguments[0].isString() ? data::foldCase(arguments[0].bytes()) : std::string();
    if (!arguments[0].isString() && !arguments[0].isNull())
        engineOf(context).warn(context.task, "SetLanguage: the name is no string, the default language is chosen");
    return Outcome::Done;
}

Outcome getTimeZoneName(Context &context, Value *, unsigned, Value &result)
{
    if (const std::string &zone = taskOf(context).zone; !zone.empty())
        result = Value::string(zone);
    return Outcome::Done;
}

Outcome setTimeZone(Context &context, Value *arguments, unsigned, Value &)
{
    CallTask &task = taskOf(context);
    const std::string zone = arguments[0].isString() ? arguments[0].toStdString() : std::string();
    task.zone = zone != "HostOS" && !zone.empty() && accounts::isKnownZone(zone) ? zone : std::string();
    if (task.zone.empty() && !zone.empty() && zone != "HostOS")
        engineOf(context).warn(context.task, "SetTimeZone: no zone is called " + zone);
    return Outcome::Done;
}

// ---- files, tasks, records -----------------------------------------------------------------------------------------

Outcome readEnvirFile(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    if (!arguments[0].isString())
        return Outcome::Done;
    std::string name = arguments[0].toStdString();
    const std::string own = task.language;
    if (const auto slash = name.find('/'); slash != std::string::npos) {
        task.language = data::foldCase(std::string_view(name).substr(0, slash));
        name.erase(0, slash + 1);
    }
    const files::FileEntry *file = engine.findFile(task, name);
    task.language = own;
    if (file)
        result = engine.content(*file);
    return Outcome::Done;
}

Outcome setApplicationStatus(Context &context, Value *arguments, unsigned, Value &)
{
    if (!copyValue(arguments[0], taskOf(context).applicationStatus))
        taskOf(context).applicationStatus = {};
    return Outcome::Done;
}

Outcome getApplicationStatus(Context &context, Value *arguments, unsigned, Value &result)
{
    if (CallTask *task = engineOf(context).liveTask(arguments[0]))
        (void)copyValue(task->applicationStatus, result);
    return Outcome::Done;
}

Outcome startPbxTask(Context &context, Value *arguments, unsigned, Value &result)
{
    CallTask &task = taskOf(context);
    std::string account = arguments[0].isString() ? arguments[0].toStdString() : task.account;
    if (account.find('@') == std::string::npos)
        account += '@' + task.domain;
    std::string program = arguments[1].isString() ? arguments[1].toStdString() : std::string();
    Value parameter;
    if (!copyValue(arguments[2], parameter))
        parameter = {};
    auto started = engineOf(context).startTask(&task, account, program, {}, std::move(parameter));
    result = started ? std::move(*started) : Value::string(started.error());
    return Outcome::Done;
}

Outcome storeCdr(Context &context, Value *arguments, unsigned, Value &)
{
    std::string text = textOf(arguments[0]);
    std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    engineOf(context).log(context.task, "APP " + text);
    return Outcome::Done;
}

Outcome routeAddress(Context &context, Value *arguments, unsigned, Value &result)
{
    Engine &engine = engineOf(context);
    CallTask &task = taskOf(context);
    const std::string type = arguments[1].isString() ? data::foldCase(arguments[1].bytes()) : std::string();
    accounts::Address address;
    if (!arguments[0].isString() || (type != "mail" && type != "signal" && type != "access")
        || !accounts::readAddress(arguments[0].bytes(), address)) {
        result = Value::string("bad address or traffic kind");
        return Outcome::Done;
    }
    const std::string domain = address.domain.empty() ? task.domain : address.domain;
    const auto give = [&](std::string_view module, const std::string &host, const std::string &object, bool relay) {
        result = Value::newDictionary();
        result.dictionary().set("module", Value::string(module));
        result.dictionary().set("host", Value::string(host));
        result.dictionary().set("object", Value::string(object));
        if (relay)
            result.dictionary().set("canRelay", Value::yes());
    };
    if (!engine.directory() || !engine.directory()->domain(domain)) {
        give(type == "mail" ? "SMTP" : "SIP", domain, address.local + '@' + domain, !task.account.empty());
        return Outcome::Done;
    }
    if (const auto *account = engine.directory()->find(address.local, domain).account)
        give("LOCAL", account->address(), account->address(), true);
    else
        result = Value::string("unknown user account");
    return Outcome::Done;
}

} // namespace

void addAccountBuiltins(BuiltinTable &table)
{
    table.set("MyEmail", myEmail);
    table.set("MyDomain", myDomain);
    table.set("GetAccountPreferences", getAccountPreferences);
    table.set("SetAccountPreferences", setAccountPreferences);
    table.set("GetPreference", getAccountPreferences);
    table.set("Impersonate", impersonate);
    table.set("ReadTelnums", readTelnums);
    table.set("GetLanguage", getLanguage);
    table.set("SetLanguage", setLanguage);
    table.set("GetTimeZoneName", getTimeZoneName);
    table.set("SetTimeZone", setTimeZone);
    table.set("ReadEnvirFile", readEnvirFile);
    table.set("SetApplicationStatus", setApplicationStatus);
    table.set("GetApplicationStatus", getApplicationStatus);
    table.set("StartPBXTask", startPbxTask);
    table.set("StoreCDR", storeCdr);
    table.set("RouteAddress", routeAddress);
}

} // namespace pbx::call
