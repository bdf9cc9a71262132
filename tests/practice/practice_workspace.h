// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/practice/interpreter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

/// A small workspace of two domains, and a session over it.
namespace practice_test {

using namespace pbx;

class Workspace {
public:
    Workspace()
    {
        write("workspace.settings", "{ Name = Practice; DefaultDomain = \"example.com\"; TimeZone = \"Europe/Moscow\"; }\n");
        write("server/greeting.wav", "server greeting");
        write("domains/example.com/environment/callback.sppr", "entry main is\n  stop;\nend entry;\n");
        write("domains/example.com/environment/russian/welcome.wav", "добро пожаловать");
        write("domains/example.com/accounts/ivanov.settings",
              "{ Aliases = (201); Preferences = { Language = Russian; WorkDayStart = 32400; Unknown = (a,b); };"
              " Kept = { x = #5; }; }\n");
        write("domains/example.com/accounts/pbx.settings", "{ Aliases = (200,conference); }\n");
        write("domains/example.com/domain.settings", "{ Forwarders = { sales = \"ivanov@example.com\"; }; Kept = yes; }\n");
        write("domains/other.example/accounts/smith.settings", "{}\n");
    }

    QString path(const QString &name) const { return m_folder.path() + QLatin1Char('/') + name; }
    void write(const char *name, const QByteArray &content) const
    {
        const auto file = path(QString::fromUtf8(name));
        QDir().mkpath(QFileInfo(file).absolutePath());
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("the test's workspace can't be written");
    }
    QByteArray read(const char *name) const
    {
        QFile file(path(QString::fromUtf8(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool has(const char *name) const { return QFileInfo::exists(path(QString::fromUtf8(name))); }
    std::shared_ptr<practice::Store> store() const
    {
        auto opened = practice::openStore(m_folder.path());
        if (!opened)
            qFatal("the test's workspace can't be opened: %s", qPrintable(opened.error()));
        return *opened;
    }

private:
    QTemporaryDir m_folder;
};

inline std::vector<practice::User> users()
{
    return {{"admin", "secret", {}},
            {"reader", "secret", {"Monitors"}},
            {"chief@example.com", "secret", {"Domain", "CanCreateAccounts", "CanCreateAliases", "WebUserSettings"}},
            {"nobody@example.com", "secret", {}}};
}

inline const std::string stamp = "<1.2@example.com>";

/// Says lines and gives the answers without their last line end.
class Session {
public:
    explicit Session(std::shared_ptr<practice::Store> store, const practice::Manner &manner = {})
        : m_interpreter(std::move(store), users(), manner, stamp)
    {
    }
    Session(const Workspace &workspace, const char *user = "admin", const practice::Manner &manner = {})
        : Session(workspace.store(), manner)
    {
        logIn(user);
    }
    void logIn(const char *user)
    {
        say(std::string("USER ") + user);
        say("PASS secret");
        say("INLINE");
    }
    QByteArray say(const std::string &line)
    {
        auto text = QByteArray::fromStdString(m_interpreter.run(line).text);
        if (!text.endsWith("\r\n"))
            return "an answer without its end: " + text;
        text.chop(2);
        return text;
    }
    /// The code alone.
    int code(const std::string &line) { return say(line).left(3).toInt(); }
    practice::Interpreter &interpreter() { return m_interpreter; }

private:
    practice::Interpreter m_interpreter;
};

} // namespace practice_test
