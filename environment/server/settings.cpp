// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/settings.h"

#include "environment/data/objects.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <array>

namespace pbx::server {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

struct TransportForm {
    Transport transport;
    QLatin1String scheme;
    std::uint16_t port;
};

constexpr std::array transports{
    TransportForm{Transport::Clear, QLatin1String("cgp"), 106},
    TransportForm{Transport::Tls, QLatin1String("cgps"), 106},
    TransportForm{Transport::Http, QLatin1String("http"), 8100},
    TransportForm{Transport::Https, QLatin1String("https"), 9100},
};

const TransportForm &formOf(Transport transport)
{
    return *std::ranges::find(transports, transport, &TransportForm::transport);
}

struct CompileWord {
    TryCompile tryCompile;
    std::string_view word;
};

constexpr std::array compileWords{
    CompileWord{TryCompile::Unknown, "unknown"},
    CompileWord{TryCompile::No, "no"},
    CompileWord{TryCompile::StoresNothing, "stores-nothing"},
    CompileWord{TryCompile::Stores, "stores"},
};

data::Value yesNo(bool is)
{
    return data::Value::string(is ? "YES" : "NO");
}

data::Value text(const QString &value)
{
    return data::Value::string(value.toStdString());
}

/// Reads the keys of one dictionary; a value that makes no sense is remembered by its key.
class Reader {
public:
    explicit Reader(const data::Value &dictionary) : m_dictionary(dictionary) {}

    QString text(std::string_view key) const
    {
        const auto value = this->value(key);
        return value.isString() ? QString::fromUtf8(value.bytes()) : QString();
    }
    bool flag(std::string_view key) const { return text(key).compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0; }
    std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise)
    {
        const auto value = this->value(key);
        if (value.isNull())
            return otherwise;
        bool fine = value.isNumber();
        const auto number = fine ? value.toNumber() : text(key).toLongLong(&fine);
        if (fine && number >= least && number <= most)
            return number;
        wrong(key);
        return otherwise;
    }
    data::Value value(std::string_view key) const
    {
        return m_dictionary.isDictionary() ? m_dictionary.dictionary().get(key) : data::Value();
    }
    void wrong(std::string_view key)
    {
        if (m_wrong.isEmpty())
            m_wrong = QString::fromUtf8(key);
    }
    const QString &firstWrong() const { return m_wrong; }

private:
    data::Value m_dictionary;
    QString m_wrong;
};

} // namespace

data::Value Dialect::toDictionary() const
{
    auto made = data::Value::newDictionary();
    auto &keys = made.dictionary();
    keys.set("TryCompile", data::Value::string(std::ranges::find(compileWords, tryCompile, &CompileWord::tryCompile)->word));
    keys.set("ListsInherited", yesNo(listsInherited));
    keys.set("Pipelining", yesNo(pipelining));
    keys.set("LongestLine", data::Value::string(std::to_string(longestLine)));
    keys.set("DeletesFilledLanguages", yesNo(deletesFilledLanguages));
    keys.set("Version", text(version));
    keys.set("AskedAt", text(askedAt));
    return made;
}

Dialect Dialect::fromDictionary(const data::Value &dictionary)
{
    Reader reader(dictionary);
    Dialect dialect;
    const auto word = reader.text("TryCompile").toStdString();
    if (const auto found = std::ranges::find(compileWords, word, &CompileWord::word); found != compileWords.end())
        dialect.tryCompile = found->tryCompile;
    dialect.listsInherited = reader.flag("ListsInherited");
    dialect.pipelining = reader.flag("Pipelining");
    dialect.longestLine = static_cast<std::size_t>(reader.number("LongestLine", 0, INT64_MAX, 0));
    dialect.deletesFilledLanguages = reader.flag("DeletesFilledLanguages");
    dialect.version = reader.text("Version");
    dialect.askedAt = reader.text("AskedAt");
    return dialect;
}

std::uint16_t ServerSettings::effectivePort() const
{
    return port != 0 ? port : formOf(transport).port;
}

bool ServerSettings::isLoopback() const
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

QString ServerSettings::url() const
{
    QUrl url;
    url.setScheme(formOf(transport).scheme);
    url.setUserName(user);
    url.setHost(host);
    url.setPort(effectivePort());
    return url.toString(QUrl::FullyEncoded);
}

/// A user of a domain has a sign of its own before the host's.
static QString withOneSign(QString text)
{
    const auto begin = text.indexOf(QLatin1String("://"));
    const auto end = begin < 0 ? -1 : text.indexOf(QLatin1Char('/'), begin + 3);
    for (auto last = text.lastIndexOf(QLatin1Char('@'), end < 0 ? -1 : end); begin >= 0 && last > begin;) {
        const auto other = text.lastIndexOf(QLatin1Char('@'), last - 1);
        if (other < begin)
            break;
        text.replace(other, 1, QStringLiteral("%40"));
        last = other;
    }
    return text;
}

std::expected<ServerSettings, QString> ServerSettings::fromUrl(const QString &text)
{
    const QUrl url(withOneSign(text), QUrl::StrictMode);
    const auto form = std::ranges::find(transports, url.scheme(), &TransportForm::scheme);
    if (!url.isValid() || form == transports.end())
        return std::unexpected(Text::tr("\"%1\" is no address of a server. Write cgp://USER@HOST:PORT, cgps:// for an "
                                        "encrypted line, or http(s)://USER@HOST:PORT/cli/.")
                                   .arg(url.password().isEmpty() ? text : url.toString(QUrl::RemovePassword)));
    if (!url.password().isEmpty())
        return std::unexpected(Text::tr("Leave the password out of the address: other users of this computer could read it. "
                                        "It comes from the keyring, from PBX_PASSWORD or is asked for."));
    if (url.host().isEmpty())
        return std::unexpected(Text::tr("The address \"%1\" names no host.").arg(text));
    if (url.port() == 0)
        return std::unexpected(Text::tr("The address \"%1\" has no port that can be used.").arg(text));
    ServerSettings settings;
    settings.transport = form->transport;
    settings.host = url.host();
    settings.port = static_cast<std::uint16_t>(std::max(url.port(), 0));
    settings.user = url.userName(QUrl::FullyDecoded);
    return settings;
}

std::expected<ServerSettings, QString> ServerSettings::fromDictionary(const data::Value &dictionary)
{
    Reader reader(dictionary);
    ServerSettings settings;
    settings.name = reader.text("Name");
    const auto scheme = reader.text("Transport").toLower();
    if (!scheme.isEmpty()) {
        const auto form = std::ranges::find(transports, scheme, &TransportForm::scheme);
        if (form != transports.end())
            settings.transport = form->transport;
        else
            reader.wrong("Transport");
    }
    settings.host = reader.text("Host");
    if (settings.host.isEmpty())
        reader.wrong("Host");
    settings.port = static_cast<std::uint16_t>(reader.number("Port", 0, 65535, 0));
    settings.user = reader.text("User");
    settings.clearPasswordAllowed = reader.flag("ClearPassword");
    settings.pinned = QByteArray::fromHex(reader.text("Certificate").toLatin1());
    if (settings.pinned.size() != 32 && !reader.value("Certificate").isNull())
        reader.wrong("Certificate");
    settings.authorities = reader.text("Authorities");
    settings.webAdmin = reader.text("WebAdmin");
    settings.connections = static_cast<int>(reader.number("Connections", 1, 32, settings.connections));
    settings.connectTime = std::chrono::seconds(reader.number("ConnectTime", 1, 3600, 10));
    settings.commandTime = std::chrono::seconds(reader.number("CommandTime", 1, 3600, 60));
    settings.dialect = Dialect::fromDictionary(reader.value("Dialect"));
    if (!reader.firstWrong().isEmpty())
        return std::unexpected(Text::tr("The server's setting \"%1\" is missing or makes no sense.").arg(reader.firstWrong()));
    return settings;
}

data::Value ServerSettings::toDictionary() const
{
    auto made = data::Value::newDictionary();
    auto &keys = made.dictionary();
    const auto setText = [&](std::string_view key, const QString &value) {
        if (!value.isEmpty())
            keys.set(key, text(value));
    };
    const auto setNumber = [&](std::string_view key, std::int64_t value) {
        keys.set(key, data::Value::string(std::to_string(value)));
    };
    setText("Name", name);
    setText("Transport", formOf(transport).scheme);
    setText("Host", host);
    if (port != 0)
        setNumber("Port", port);
    setText("User", user);
    if (clearPasswordAllowed)
        keys.set("ClearPassword", yesNo(true));
    setText("Certificate", QString::fromLatin1(pinned.toHex()));
    setText("Authorities", authorities);
    setText("WebAdmin", webAdmin);
    setNumber("Connections", connections);
    setNumber("ConnectTime", std::chrono::duration_cast<std::chrono::seconds>(connectTime).count());
    setNumber("CommandTime", std::chrono::duration_cast<std::chrono::seconds>(commandTime).count());
    if (dialect != Dialect())
        keys.set("Dialect", dialect.toDictionary());
    return made;
}

} // namespace pbx::server
