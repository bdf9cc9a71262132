// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/server/connection.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <stop_token>
#include <vector>

namespace pbx::editor {

/// A server with the password to use. Goes to any thread.
struct ServerAccess {
    server::ServerSettings settings;
    QString password;

    [[nodiscard]] server::Connector connector(const std::stop_token &stop) const;
};

/// How people see a server in lists.
QString serverTitle(const server::ServerSettings &settings);

/// The servers the user has set up, each url once, and the passwords of this session. Passwords stay in memory here; only
/// the keyring keeps them longer.
class ServerBook : public QObject {
    Q_OBJECT
public:
    explicit ServerBook(QObject *parent = nullptr) : QObject(parent) {}

    const std::vector<server::ServerSettings> &servers() const { return m_servers; }
    const server::ServerSettings *find(const QString &url) const;
    /// In the place of the one with that url, else at the end. False: another one has the same url already.
    bool put(const QString &url, const server::ServerSettings &settings);
    void remove(const QString &url);
    /// One that lives no longer than this program: a practice server. It is not among text().
    void putForNow(const server::ServerSettings &settings, const QString &password);
    bool isForNow(const QString &url) const { return m_forNow.contains(url); }
    /// What a workspace says it belongs to, unless it is known. What only the user may agree to (a readable password, a
    /// certificate without an authority) is not taken from a file. Gives the url.
    QString adopt(const server::ServerSettings &settings);

    std::optional<QString> password(const QString &url) const;
    void setPassword(const QString &url, const QString &password) { m_passwords[url] = password; }
    void forgetPassword(const QString &url) { m_passwords.remove(url); }

    /// All but the passwords, in the server's notation, and back; what can't be read is left out.
    QByteArray text() const;
    void setText(const QByteArray &text);

Q_SIGNALS:
    void changed();

private:
    std::vector<server::ServerSettings> m_servers;
    QHash<QString, QString> m_passwords; ///< by url
    QStringList m_forNow; ///< urls
};

} // namespace pbx::editor
