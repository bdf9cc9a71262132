// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/remote.h"

#include "environment/data/objects.h"
#include "environment/files/name_rules.h"
#include "environment/server/answers.h"

#include <QCoreApplication>

#include <algorithm>

/// Domains, accounts and their settings (server-interfaces, 2.7 and 4).
namespace pbx::server {

namespace {

using Effect = Command::Effect;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

std::expected<void, Failure> run(Connection &connection, const Command &command)
{
    auto reply = connection.run(command);
    if (!reply)
        return std::unexpected(std::move(reply.error()));
    return {};
}

std::string address(const std::string &name, const std::string &domain)
{
    return name + '@' + domain;
}

/// Texts that become names of folders or files here.
template<typename Names> std::expected<std::vector<std::string>, Failure> fileNames(const Names &names)
{
    std::vector<std::string> read;
    ListedNames listed;
    for (const auto &name : names) {
        if (const auto added = listed.add(name); !added)
            return std::unexpected(added.error());
        read.emplace_back(name);
    }
    std::ranges::sort(read);
    return read;
}

std::expected<std::vector<std::string_view>, Failure> textsOf(const data::Value &array, const Command &command)
{
    std::vector<std::string_view> texts;
    for (const auto &item : array.array().items) {
        if (!item.isString() || item.bytes().empty())
            return std::unexpected(senseless(Text::tr("The server's answer to %1 has something else among its names than texts.")
                                                 .arg(QString::fromStdString(command.shown()))));
        texts.push_back(item.bytes());
    }
    return texts;
}

std::expected<void, Failure> requireDictionary(const data::Value &value)
{
    if (value.isDictionary())
        return {};
    return std::unexpected(badRequest(Text::tr("Settings have to be a dictionary.")));
}

/// Null counts as an empty one.
std::expected<data::Value, Failure> arrayOf(const data::Value &value)
{
    if (value.isNull())
        return data::Value::newArray();
    if (value.isArray())
        return value;
    return std::unexpected(badRequest(Text::tr("Aliases and rules have to be a list.")));
}

std::expected<void, Failure> update(Connection &connection, const char *keyword, const std::string &name,
                                    const data::Value &changed)
{
    if (auto checked = requireDictionary(changed); !checked)
        return checked;
    return run(connection, Command(keyword, Effect::Changes).name(name).object(changed));
}

std::expected<void, Failure> replace(Connection &connection, const char *keyword, const std::string &name,
                                     const data::Value &list)
{
    const auto array = arrayOf(list);
    if (!array)
        return std::unexpected(array.error());
    return run(connection, Command(keyword, Effect::Changes).name(name).object(*array));
}

/// Null where the server does not know the command.
std::expected<data::Value, Failure> get(Connection &connection, const char *keyword, const std::string &name,
                                        Expected expected)
{
    if (!connection.supports(keyword))
        return data::Value();
    return ask(connection, Command(keyword, Effect::Reads).name(name), expected);
}

/// Names of a domain's forwarders or groups as the server writes them.
std::expected<std::vector<std::string>, Failure> objectNames(Connection &connection, const char *keyword,
                                                             const std::string &domain)
{
    if (!connection.supports(keyword))
        return std::vector<std::string>();
    const auto command = Command(keyword, Effect::Reads).name(domain);
    const auto answer = ask(connection, command, Expected::Array);
    if (!answer)
        return std::unexpected(answer.error());
    const auto names = textsOf(*answer, command);
    if (!names)
        return std::unexpected(names.error());
    return std::vector<std::string>(names->begin(), names->end());
}

std::expected<bool, Failure> isAmong(Connection &connection, const char *keyword, const std::string &domain,
                                     const std::string &name)
{
    const auto names = objectNames(connection, keyword, domain);
    if (!names)
        return std::unexpected(names.error());
    const auto folded = files::foldName(name);
    return std::ranges::any_of(*names, [&](const std::string &other) { return files::matchesFolded(other, folded); });
}

/// All of a kind with what `get` says of each.
std::expected<data::Value, Failure> objects(Connection &connection, const char *list, const char *one,
                                            const std::string &domain, Expected expected)
{
    const auto names = objectNames(connection, list, domain);
    if (!names)
        return std::unexpected(names.error());
    auto all = data::Value::newDictionary();
    for (const auto &name : *names) {
        auto value = ask(connection, Command(one, Effect::Reads).name(address(name, domain)), expected);
        if (!value)
            return std::unexpected(std::move(value.error()));
        all.dictionary().set(name, std::move(*value));
    }
    return all;
}

/// Something that lets people in: never written to a file. Settings that say which kinds of password count are none.
bool isSecretKey(std::string_view key)
{
    const auto folded = files::foldName(key);
    return (folded.ends_with("password") && !folded.starts_with("use")) || folded.contains("secret");
}

} // namespace

/// Never recurses: nesting is up to the server.
bool holdsSecret(const data::Value &value)
{
    std::vector<data::Value> open{value};
    while (!open.empty()) {
        const auto next = std::move(open.back());
        open.pop_back();
        if (next.isArray())
            open.insert(open.end(), next.array().items.begin(), next.array().items.end());
        if (!next.isDictionary())
            continue;
        for (const auto &entry : next.dictionary().entries()) {
            if (isSecretKey(entry.key.bytes()))
                return true;
            open.push_back(entry.value);
        }
    }
    return false;
}

data::Value withoutSecrets(const data::Value &dictionary)
{
    auto kept = data::Value::newDictionary();
    for (const auto &entry : dictionary.dictionary().entries()) {
        if (!isSecretKey(entry.key.bytes()) && !holdsSecret(entry.value))
            kept.dictionary().set(entry.key, entry.value);
    }
    return kept;
}

Remote::Result<std::vector<std::string>> Remote::domains()
{
    Command command("LISTDOMAINS", Effect::Reads);
    auto answer = ask(m_connection, command, Expected::Array);
    if (!answer && answer.error().kind == Failure::Kind::NoRight && m_connection.supports("LISTADMINDOMAINS")) {
        // A domain's administrator may at least be told the own ones.
        command = Command("LISTADMINDOMAINS", Effect::Reads);
        answer = ask(m_connection, command, Expected::Array);
    }
    if (!answer)
        return std::unexpected(std::move(answer.error()));
    const auto texts = textsOf(*answer, command);
    if (!texts)
        return std::unexpected(texts.error());
    return fileNames(*texts);
}

Remote::Result<std::string> Remote::mainDomain()
{
    const auto answer = ask(m_connection, Command("MAINDOMAINNAME", Effect::Reads), Expected::Text);
    if (!answer)
        return std::unexpected(answer.error());
    if (const auto checked = checkListed(answer->bytes()); !checked)
        return std::unexpected(checked.error());
    return answer->toStdString();
}

Remote::Result<std::vector<std::string>> Remote::accounts(const std::string &domain)
{
    const auto answer = ask(m_connection, Command("LISTACCOUNTS", Effect::Reads).name(domain), Expected::Dictionary);
    if (!answer)
        return std::unexpected(answer.error());
    std::vector<std::string_view> names;
    for (const auto &entry : answer->dictionary().entries())
        names.push_back(entry.key.bytes());
    return fileNames(names);
}

Remote::Result<RemoteAccount> Remote::account(const std::string &domain, const std::string &name)
{
    const auto full = address(name, domain);
    RemoteAccount account;
    account.name = name;
    struct Part {
        const char *keyword;
        Expected expected;
        data::Value RemoteAccount::*member;
    };
    constexpr Part parts[] = {
        {"GETACCOUNTALIASES", Expected::Array, &RemoteAccount::aliases},
        {"GETACCOUNTSETTINGS", Expected::Dictionary, &RemoteAccount::settings},
        {"GETACCOUNTPREFS", Expected::Dictionary, &RemoteAccount::preferences},
        {"GETACCOUNTSIGNALRULES", Expected::Array, &RemoteAccount::signalRules},
    };
    for (const auto &part : parts) {
        auto value = get(m_connection, part.keyword, full, part.expected);
        if (!value)
            return std::unexpected(std::move(value.error()));
        account.*part.member = value->isDictionary() ? withoutSecrets(*value) : std::move(*value);
    }
    return account;
}

Remote::Result<> Remote::createAccount(const std::string &domain, const std::string &name, const data::Value &settings)
{
    auto command = Command("CREATEACCOUNT", Effect::Changes).name(address(name, domain));
    if (!settings.isNull()) {
        if (auto checked = requireDictionary(settings); !checked)
            return checked;
        command.object(settings);
    }
    return run(m_connection, command);
}

Remote::Result<> Remote::removeAccount(const std::string &domain, const std::string &name)
{
    return run(m_connection, Command("DELETEACCOUNT", Effect::Changes).name(address(name, domain)));
}

Remote::Result<> Remote::setAliases(const std::string &domain, const std::string &name, const data::Value &aliases)
{
    return replace(m_connection, "SETACCOUNTALIASES", address(name, domain), aliases);
}

Remote::Result<> Remote::updatePreferences(const std::string &domain, const std::string &name, const data::Value &changed)
{
    return update(m_connection, "UPDATEACCOUNTPREFS", address(name, domain), changed);
}

Remote::Result<> Remote::updateSettings(const std::string &domain, const std::string &name, const data::Value &changed)
{
    return update(m_connection, "UPDATEACCOUNTSETTINGS", address(name, domain), changed);
}

Remote::Result<> Remote::setSignalRules(const std::string &domain, const std::string &name, const data::Value &rules)
{
    return replace(m_connection, "SETACCOUNTSIGNALRULES", address(name, domain), rules);
}

Remote::Result<data::Value> Remote::domainSettings(const std::string &domain)
{
    auto rules = get(m_connection, "GETDOMAINSIGNALRULES", domain, Expected::Array);
    if (!rules)
        return rules;
    auto forwarders = objects(m_connection, "LISTFORWARDERS", "GETFORWARDER", domain, Expected::Text);
    if (!forwarders)
        return forwarders;
    auto groups = objects(m_connection, "LISTGROUPS", "GETGROUP", domain, Expected::Dictionary);
    if (!groups)
        return groups;
    auto preferences = get(m_connection, "GETACCOUNTDEFAULTPREFS", domain, Expected::Dictionary);
    if (!preferences)
        return preferences;
    auto all = data::Value::newDictionary();
    const auto put = [&](std::string_view key, data::Value value) {
        if (data::length(value) != 0)
            all.dictionary().set(key, std::move(value));
    };
    put("SignalRules", std::move(*rules));
    put("Forwarders", std::move(*forwarders));
    put("Groups", std::move(*groups));
    put("Preferences", preferences->isNull() ? data::Value() : withoutSecrets(*preferences));
    return all;
}

Remote::Result<> Remote::setDomainSignalRules(const std::string &domain, const data::Value &rules)
{
    return replace(m_connection, "SETDOMAINSIGNALRULES", domain, rules);
}

Remote::Result<> Remote::updateDomainPreferences(const std::string &domain, const data::Value &changed)
{
    return update(m_connection, "UPDATEACCOUNTDEFAULTPREFS", domain, changed);
}

/// No command changes a forwarder: it is made anew, and if that is refused, the old one again.
Remote::Result<> Remote::setForwarder(const std::string &domain, const std::string &name,
                                      const std::optional<std::string> &target)
{
    const auto full = address(name, domain);
    const auto create = [&](std::string_view to) {
        return run(m_connection, Command("CREATEFORWARDER", Effect::Changes).name(full).word("TO").text(to));
    };
    const auto known = isAmong(m_connection, "LISTFORWARDERS", domain, name);
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return target ? create(*target) : Result<>();
    const auto old = ask(m_connection, Command("GETFORWARDER", Effect::Reads).name(full), Expected::Text);
    if (!old)
        return std::unexpected(old.error());
    if (target && old->bytes() == *target)
        return {};
    if (auto removed = run(m_connection, Command("DELETEFORWARDER", Effect::Changes).name(full)); !removed || !target)
        return removed;
    auto created = create(*target);
    if (created || created.error().answerLost)
        return created;
    if (const auto restored = create(old->bytes()); !restored)
        created.error().message += QLatin1Char(' ') + Text::tr("The forwarder “%1” to “%2” is gone: it could not be made again.")
                                                          .arg(shownName(full), shownName(old->bytes()));
    return created;
}

Remote::Result<> Remote::setGroup(const std::string &domain, const std::string &name, const data::Value &settings)
{
    const auto full = address(name, domain);
    const auto known = isAmong(m_connection, "LISTGROUPS", domain, name);
    if (!known)
        return std::unexpected(known.error());
    if (settings.isNull())
        return *known ? run(m_connection, Command("DELETEGROUP", Effect::Changes).name(full)) : Result<>();
    return update(m_connection, *known ? "SETGROUP" : "CREATEGROUP", full, settings);
}

} // namespace pbx::server
