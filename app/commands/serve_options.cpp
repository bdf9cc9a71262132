// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/serve_options.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>

namespace pbx::app {

const OptionRule serveRuleList[] = {
    {"--listen", "ADDRESS:PORT", "where to listen (127.0.0.1 and a free port)"},
    {"--http", "ADDRESS:PORT", "the same commands over HTTP, below /cli/, and the pages of PBX environments"},
    {"--user", "NAME=PASSWORD", "who may log in; repeatable", true},
    {"--rights", "NAME=CODE,CODE…", "the rights of that user of a domain (all); repeatable", true},
    {"--scratch", {}, "works on a temporary copy of the workspace"},
    {"--certificate", "FILE", "TLS from the first byte, with this certificate (PEM)"},
    {"--key", "FILE", "its private key (PEM)"},
    {"--manner", "NAME=VALUE", "where servers differ; repeatable:\n"
                               "stamp=yes|no (a stamp in the greeting, for APOP)\n"
                               "inline=yes|no (knows INLINE)\n"
                               "lines=lf|crlf|one (of results without INLINE)\n"
                               "attributes=none|storage|unknown (of files in lists)\n"
                               "folder=dictionary|array|absent (a language in a list)\n"
                               "inherited=yes|no (lists hold the outer layers' files too)\n"
                               "create-again=fails|succeeds\n"
                               "filled-languages=stay|go (when a language with files is deleted)\n"
                               "longest-line=BYTES (0: 64 MB)\n"
                               "trycompile=unknown|ignored|stores-nothing|stores-sound|stores-all\n"
                               "version=TEXT\n"
                               "quota=BYTES (of an environment; 0: none)\n"
                               "http-result=ok|empty (of commands without a result)\n"
                               "http-size=BYTES (of a request's body)", true},
    {"--fault", "KIND:N", "goes wrong on purpose; with + behind N from there on; repeatable:\n"
                          "drop-before:N, drop-after:N (the connection, before or after the N-th command is done)\n"
                          "drop-received:N, drop-sent:N (the connection, behind the N-th byte)\n"
                          "refuse:N, hang:N, garbage:N (the N-th command, or its answer)\n"
                          "delay:MS (every answer), trickle[:MS] (answers byte by byte)\n"
                          "disk-full:N (from the N-th write on)\n"
                          "foreign:N (somebody changes the last file behind the N-th command)", true},
    {"--format", "text|json", "one line or one JSON object an event"},
};

namespace {

constexpr const char *allDomainRights[] = {
    "Domain", "BasicSettings", "PSTNSettings", "CanCreateAccounts", "CanCreateSpecialAccounts", "CanCreateGroups",
    "CanCreateForwarders", "CanCreateNamedTasks", "CanCreateAliases", "CanCreateTelnums", "CanCreateLists",
    "CanModifyRPOP", "CanModifyRSIP", "RulesAllowed", "SignalRulesAllowed", "WebUserSettings", "CentralDirectory",
    "CanCreateWebUserSessions", "CanAccessWebSites", "CanImpersonate",
};

using practice::Manner;

template<typename T>
bool choose(T &place, const QString &value, std::initializer_list<std::pair<const char *, T>> words)
{
    for (const auto &[word, meaning] : words) {
        if (value == QLatin1String(word)) {
            place = meaning;
            return true;
        }
    }
    return false;
}

template<typename T>
bool readSize(T &place, const QString &value)
{
    bool fine = false;
    const auto number = value.toLongLong(&fine);
    if (fine && number >= 0)
        place = static_cast<T>(number);
    return fine && number >= 0;
}

bool readManner(Manner &manner, const QString &name, const QString &value)
{
    using enum Manner::TryCompile;
    if (name == QLatin1String("stamp"))
        return choose(manner.stamp, value, {{"yes", true}, {"no", false}});
    if (name == QLatin1String("inline"))
        return choose(manner.inlineMode, value, {{"yes", true}, {"no", false}});
    if (name == QLatin1String("lines"))
        return choose(manner.lines, value,
                      {{"lf", Manner::Lines::Lf}, {"crlf", Manner::Lines::CrLf}, {"one", Manner::Lines::One}});
    if (name == QLatin1String("attributes"))
        return choose(manner.attributes, value,
                      {{"none", Manner::Attributes::None}, {"storage", Manner::Attributes::Storage},
                       {"unknown", Manner::Attributes::Unknown}});
    if (name == QLatin1String("folder"))
        return choose(manner.folder, value,
                      {{"dictionary", Manner::Folder::Dictionary}, {"array", Manner::Folder::Array},
                       {"absent", Manner::Folder::Absent}});
    if (name == QLatin1String("inherited"))
        return choose(manner.listsInherited, value, {{"yes", true}, {"no", false}});
    if (name == QLatin1String("create-again"))
        return choose(manner.createAgainFails, value, {{"fails", true}, {"succeeds", false}});
    if (name == QLatin1String("filled-languages"))
        return choose(manner.deletesFilledLanguages, value, {{"stay", false}, {"go", true}});
    if (name == QLatin1String("longest-line"))
        return readSize(manner.longestLine, value);
    if (name == QLatin1String("trycompile"))
        return choose(manner.tryCompile, value,
                      {{"unknown", Unknown}, {"ignored", Ignored}, {"stores-nothing", StoresNothing},
                       {"stores-sound", StoresSound}, {"stores-all", StoresAll}});
    if (name == QLatin1String("quota"))
        return readSize(manner.quota, value);
    if (name == QLatin1String("http-result"))
        return choose(manner.httpSaysOk, value, {{"ok", true}, {"empty", false}});
    if (name == QLatin1String("http-size"))
        return readSize(manner.httpRequestSize, value);
    if (name == QLatin1String("version") && !value.isEmpty()) {
        manner.version = value.toStdString();
        return true;
    }
    return false;
}

/// "127.0.0.1:8106", "[::1]:8106".
bool readPlace(const QString &text, QString &address, std::uint16_t &port)
{
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    bool fine = false;
    const auto number = text.mid(colon + 1).toUShort(&fine);
    if (colon <= 0 || !fine)
        return false;
    address = text.left(colon);
    if (address.startsWith(QLatin1Char('[')) && address.endsWith(QLatin1Char(']')))
        address = address.mid(1, address.size() - 2);
    port = number;
    return true;
}

std::string randomPassword()
{
    constexpr std::string_view signs = "abcdefghijkmnpqrstuvwxyz23456789";
    std::string password;
    for (int i = 0; i < 16; ++i)
        password += signs[QRandomGenerator::system()->bounded(static_cast<int>(signs.size()))];
    return password;
}

std::expected<void, QString> readUsers(const Options &options, ServeSettings &settings)
{
    auto &users = settings.options.users;
    for (const auto &text : options.values("--user")) {
        const auto equals = text.find('=');
        if (equals == 0 || equals == text.npos || equals + 1 == text.size())
            return std::unexpected(QStringLiteral("--user needs NAME=PASSWORD"));
        users.push_back({text.substr(0, equals), text.substr(equals + 1), {}});
        if (users.back().name.contains('@'))
            users.back().rights.assign(std::begin(allDomainRights), std::end(allDomainRights));
    }
    for (const auto &text : options.values("--rights")) {
        const auto equals = text.find('=');
        const auto user = std::ranges::find(users, text.substr(0, equals), &practice::User::name);
        if (equals == text.npos || user == users.end())
            return std::unexpected(QStringLiteral("--rights needs NAME=CODE,CODE… of a user given by --user"));
        user->rights.clear();
        for (const auto &code : QString::fromStdString(text.substr(equals + 1)).split(QLatin1Char(','), Qt::SkipEmptyParts))
            user->rights.push_back(code.trimmed().toStdString());
        if (user->rights.empty())
            user->rights.push_back("None");
    }
    if (users.empty()) {
        users.push_back({"postmaster", randomPassword(), {}});
        settings.passwordMade = true;
    }
    return {};
}

} // namespace

std::expected<ServeSettings, QString> readServeSettings(const Options &options)
{
    ServeSettings settings;
    auto &server = settings.options;
    if (options.has("--listen") && !readPlace(QString::fromStdString(options.value("--listen")), server.address, server.port))
        return std::unexpected(QStringLiteral("--listen needs ADDRESS:PORT, such as 127.0.0.1:8106"));
    if (options.has("--http") && !readPlace(QString::fromStdString(options.value("--http")), server.httpAddress, server.httpPort.emplace()))
        return std::unexpected(QStringLiteral("--http needs ADDRESS:PORT, such as 127.0.0.1:8100"));
    if (options.has("--certificate") != options.has("--key"))
        return std::unexpected(QStringLiteral("--certificate and --key go together"));
    server.certificate = QString::fromLocal8Bit(options.value("--certificate"));
    server.key = QString::fromLocal8Bit(options.value("--key"));
    if (auto users = readUsers(options, settings); !users)
        return std::unexpected(users.error());
    for (const auto &text : options.values("--manner")) {
        const auto words = QString::fromStdString(text);
        const auto equals = words.indexOf(QLatin1Char('='));
        if (equals < 0 || !readManner(server.manner, words.left(equals), words.mid(equals + 1)))
            return std::unexpected(QStringLiteral("--manner can't be \"%1\"").arg(words));
    }
    for (const auto &text : options.values("--fault")) {
        const auto fault = practice::Fault::fromText(QString::fromStdString(text));
        if (!fault)
            return std::unexpected(fault.error());
        server.faults.push_back(*fault);
    }
    return settings;
}

} // namespace pbx::app
