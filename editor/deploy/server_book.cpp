// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/server_book.h"

#include "environment/data/notation.h"

#include <algorithm>

namespace pbx::editor {

server::Connector ServerAccess::connector(const std::stop_token &stop) const
{
    return [access = *this, stop] { return server::connectTo(access.settings, access.password, stop); };
}

QString serverTitle(const server::ServerSettings &settings)
{
    return settings.name.isEmpty() ? settings.host : settings.name;
}

const server::ServerSettings *ServerBook::find(const QString &url) const
{
    const auto found = std::ranges::find(m_servers, url, &server::ServerSettings::url);
    return found == m_servers.end() ? nullptr : &*found;
}

bool ServerBook::put(const QString &url, const server::ServerSettings &settings)
{
    const auto place = std::ranges::find(m_servers, url, &server::ServerSettings::url);
    const QString wanted = settings.url();
    if (wanted != url && find(wanted))
        return false;
    if (place == m_servers.end())
        m_servers.push_back(settings);
    else if (*place == settings)
        return true;
    else
        *place = settings;
    if (wanted != url) { // both were that server's, not this one's
        m_passwords.remove(url);
        m_forNow.removeAll(url);
    }
    Q_EMIT changed();
    return true;
}

void ServerBook::putForNow(const server::ServerSettings &settings, const QString &password)
{
    const QString url = settings.url();
    if (!m_forNow.contains(url))
        m_forNow += url;
    m_passwords[url] = password;
    put(url, settings);
}

void ServerBook::remove(const QString &url)
{
    m_passwords.remove(url);
    m_forNow.removeAll(url);
    if (std::erase_if(m_servers, [&](const auto &settings) { return settings.url() == url; }) > 0)
        Q_EMIT changed();
}

QString ServerBook::adopt(const server::ServerSettings &settings)
{
    const QString url = settings.url();
    if (find(url))
        return url;
    server::ServerSettings own = settings;
    own.clearPasswordAllowed = false;
    own.pinned.clear();
    own.authorities.clear();
    m_servers.push_back(own);
    Q_EMIT changed();
    return url;
}

std::optional<QString> ServerBook::password(const QString &url) const
{
    const auto found = m_passwords.constFind(url);
    return found == m_passwords.cend() ? std::nullopt : std::optional(*found);
}

QByteArray ServerBook::text() const
{
    const data::Value list = data::Value::newArray();
    for (const server::ServerSettings &settings : m_servers) {
        if (!isForNow(settings.url()))
            list.array().items.push_back(settings.toDictionary());
    }
    const auto text = data::printNotation(list, data::PrintStyle::Client);
    return text ? QByteArray::fromStdString(*text) : QByteArray();
}

void ServerBook::setText(const QByteArray &text)
{
    m_servers.clear();
    const auto document = data::readNotation(std::string_view(text.constData(), size_t(text.size())));
    if (document && document->value.isArray()) {
        for (const data::Value &entry : document->value.array().items) {
            const auto settings = server::ServerSettings::fromDictionary(entry);
            if (settings && !find(settings->url()))
                m_servers.push_back(*settings);
        }
    }
    Q_EMIT changed();
}

} // namespace pbx::editor
