// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/data/notation.h"
#include "environment/practice/interpreter.h"
#include "environment/server/connection.h"

#include <QDir>
#include <QTemporaryDir>

namespace pbx::server {

/// A practice server without a line between: its interpreter answers at once.
class PracticeConnection : public Connection {
public:
    explicit PracticeConnection(practice::Manner manner = {}, std::string user = "admin", std::vector<std::string> rights = {})
        : m_manner(std::move(manner))
    {
        files::Workspace::NewWorkspace made;
        made.name = QStringLiteral("Probe");
        made.domain = QStringLiteral("example.com");
        (void)files::Workspace::create(m_folder.filePath(QStringLiteral("w")), made, files::Workspace::Options());
        m_interpreter = std::make_unique<practice::Interpreter>(
            practice::openStore(workspace()).value(), std::vector<practice::User>{{user, "x", std::move(rights)}}, m_manner, "<1@a>");
        (void)m_interpreter->logIn(user, "x");
    }

    ServerSettings serverSettings;
    std::vector<std::string> sent;
    std::size_t breaksAt = 0; ///< the line breaks for good at that command; 0: never

    QString workspace() const { return m_folder.filePath(QStringLiteral("w")); }

    std::expected<Reply, Failure> run(const Command &command) override
    {
        if (!command.line())
            return std::unexpected(command.line().error());
        sent.push_back(*command.line());
        if (breaksAt != 0 && sent.size() >= breaksAt)
            return std::unexpected(failure(Failure::Kind::ConnectionLost, 0, QStringLiteral("The line broke.")));
        // What the socket would refuse; the interpreter gets whole lines.
        if (m_manner.longestLine != 0 && command.line()->size() > m_manner.longestLine)
            return std::unexpected(failure(Failure::Kind::Refused, 500, QStringLiteral("the line is too long")));
        const auto answer = m_interpreter->run(*command.line());
        const auto text = QString::fromStdString(answer.text).trimmed().mid(4);
        if (answer.code >= 500)
            return std::unexpected(failure(kindOf(answer.code, text), answer.code, text));
        Reply reply;
        reply.code = answer.code;
        reply.text = text;
        if (!answer.result.empty())
            reply.value = data::readNotation(answer.result).value().value;
        return reply;
    }
    const ServerSettings &settings() const override { return serverSettings; }
    QString version() const override { return QString::fromStdString(m_manner.version); }
    bool supports(std::string_view) const override { return true; }

private:
    static Failure::Kind kindOf(int code, const QString &text)
    {
        using Kind = Failure::Kind;
        return code == 510 ? Kind::NoRight : code == 512 ? Kind::NoDomain : code == 513 ? Kind::NoAccount
               : text.contains(QLatin1String("no PBX environment")) ? Kind::NoEnvironment : Kind::Refused;
    }
    static Failure failure(Failure::Kind kind, int code, const QString &text)
    {
        Failure failure;
        failure.kind = kind;
        failure.code = code;
        failure.answer = text;
        failure.message = text;
        return failure;
    }

    QTemporaryDir m_folder;
    practice::Manner m_manner;
    std::unique_ptr<practice::Interpreter> m_interpreter;
};

} // namespace pbx::server
