// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound_file.h"
#include "environment/files/atomic_file.h"
#include "preview/call/program_store.h"
#include "preview/call/simulation.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// What the tests of the call engine share: a small workspace to call in.
namespace pbx::test {

using call::DialRequest;
using call::Event;
using data::Value;

inline QString text(const Value &value)
{
    return value.isNull() ? QStringLiteral("null") : QString::fromStdString(call::toJson(value));
}

/// A workspace in a temporary folder with one domain; prompts w (3000 ms), short (400 ms), empty (0 ms), w2 (2000 ms).
class Desk {
public:
    Desk()
    {
        write("workspace.settings", "{ DefaultDomain = \"d.example\"; Name = Test; TimeZone = \"Europe/Moscow\"; }");
        write("domains/d.example/accounts/pbx.settings", "{ Aliases = (200,conference); }");
        write("domains/d.example/accounts/ivanov.settings",
              "{ Aliases = (201); Preferences = { Language = Russian; TimeZone = \"Europe/Moscow\"; };"
              " TelNums = (\"+74951234567\"); }");
        write("domains/d.example/accounts/petrov.settings", "{ Aliases = (203); }");
        write("domains/d.example/domain.settings", "{ Groups = { sales = { Members = (ivanov,petrov); }; }; }");
        sound("w", 3000);
        sound("w2", 2000);
        sound("short", 400);
        sound("empty", 0);
        write("domains/d.example/environment/damaged.wav", "this is no sound");
        sound("russian/callbackbusy", 1000);
    }

    void write(const char *name, const QByteArray &content)
    {
        QVERIFY(files::saveFile(m_folder.filePath(QString::fromUtf8(name)), content));
    }
    std::string path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }
    void sound(const char *name, int ms)
    {
        const QString path = m_folder.filePath(QStringLiteral("domains/d.example/environment/%1.wav")
                                                   .arg(QString::fromUtf8(name)));
        QDir().mkpath(QFileInfo(path).absolutePath());
        QVERIFY(audio::write(path, audio::silence(ms)));
    }
    void program(const QByteArray &source, const char *name = "test")
    {
        write(("domains/d.example/environment/" + QByteArray(name) + ".sppr").constData(), source);
    }

    /// Dials test#ivanov unless the request says otherwise; only the first instant is done.
    call::Simulation &begin(DialRequest request = {}, call::MediaPort *port = nullptr)
    {
        if (request.address.empty())
            request.address = "test#ivanov";
        if (request.startTime == 0)
            request.startTime = 1'795'000'000;
        auto opened = files::Workspace::open(m_folder.path());
        Q_ASSERT(opened);
        m_workspace.emplace(std::move(*opened));
        m_directory.emplace(files::loadDirectory(*m_workspace));
        m_simulation = std::make_unique<call::Simulation>(*m_workspace, *m_directory, m_programs);
        m_simulation->setMediaPort(port);
        m_simulation->dial(request);
        return *m_simulation;
    }
    /// The same, to the end.
    const std::vector<Event> &call(const DialRequest &request = {})
    {
        begin(request).runToEnd();
        return m_simulation->trace().events();
    }
    call::Simulation &simulation() { return *m_simulation; }

    QStringList logs() const
    {
        QStringList list;
        for (const Event &event : m_simulation->trace().events()) {
            if (event.kind == "log")
                list << QString::fromStdString(event.member("text").toStdString());
        }
        return list;
    }
    /// "kind@ms" of all events of these kinds.
    QStringList order(const QStringList &kinds) const
    {
        QStringList list;
        for (const Event &event : m_simulation->trace().events()) {
            const QString kind = QString::fromUtf8(event.kind.data(), qsizetype(event.kind.size()));
            if (kinds.contains(kind))
                list << QStringLiteral("%1@%2").arg(kind).arg(event.time);
        }
        return list;
    }
    const Event *last(std::string_view kind) const
    {
        const Event *found = nullptr;
        for (const Event &event : m_simulation->trace().events()) {
            if (event.kind == kind)
                found = &event;
        }
        return found;
    }

private:
    QTemporaryDir m_folder;
    call::ProgramStore m_programs;
    std::optional<files::Workspace> m_workspace;
    std::optional<accounts::Directory> m_directory;
    std::unique_ptr<call::Simulation> m_simulation;
};

inline DialRequest keys(const char *script)
{
    DialRequest request;
    request.keys = script;
    return request;
}

} // namespace pbx::test
