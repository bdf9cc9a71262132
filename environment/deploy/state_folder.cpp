// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/state_folder.h"

#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace pbx::deploy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

constexpr std::size_t hashLength = 64;

bool isHash(std::string_view text)
{
    return text.size() == hashLength && text.find_first_not_of("0123456789abcdef") == text.npos;
}

} // namespace

std::string hashOf(std::string_view content)
{
    return QCryptographicHash::hash(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

Result<std::string> hashOfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file) || file.error() != QFileDevice::NoError)
        return std::unexpected(localFailure(Text::tr("%1 can't be read: %2.").arg(path, file.errorString()),
                                            Text::tr("Check its permissions.")));
    return hash.result().toHex().toStdString();
}

server::Failure localFailure(QString message, QString remedy)
{
    server::Failure failure;
    failure.kind = server::Failure::Kind::Local;
    failure.message = std::move(message);
    failure.remedy = std::move(remedy);
    return failure;
}

server::Failure changedFailure(QString message, QString remedy)
{
    auto failure = localFailure(std::move(message), std::move(remedy));
    failure.kind = server::Failure::Kind::Changed;
    return failure;
}

server::Failure cancelled()
{
    auto failure = localFailure(QCoreApplication::translate("Deploy", "It was cancelled."));
    failure.kind = server::Failure::Kind::Cancelled;
    return failure;
}

QString StateFolder::objectPath(const std::string &hash) const
{
    const auto text = QString::fromStdString(hash);
    return path(QStringLiteral("objects/") + text.left(2) + QLatin1Char('/') + text.mid(2));
}

bool StateFolder::has(const std::string &hash) const
{
    return isHash(hash) && QFileInfo(objectPath(hash)).isFile();
}

Result<> StateFolder::keep(const std::string &hash, std::string_view content) const
{
    if (has(hash)) {
        // A damaged one is written anew.
        if (const auto before = kept(hash))
            return {};
    }
    const auto saved = files::saveFile(objectPath(hash), QByteArray(content.data(), static_cast<qsizetype>(content.size())));
    if (!saved)
        return std::unexpected(localFailure(saved.error(), Text::tr("Without this backup nothing is changed on the server.")));
    return {};
}

Result<std::string> StateFolder::kept(const std::string &hash) const
{
    if (!has(hash))
        return std::unexpected(localFailure(Text::tr("The content kept as %1 is missing in the folder .pbx of the workspace.")
                                                .arg(QString::fromStdString(hash.substr(0, hashLength)))));
    const auto content = files::readFile(objectPath(hash));
    if (!content)
        return std::unexpected(localFailure(content.error()));
    auto text = content->toStdString();
    if (hashOf(text) != hash)
        return std::unexpected(localFailure(Text::tr("%1 is damaged.").arg(objectPath(hash)),
                                            Text::tr("Bring it back from a backup of the workspace.")));
    return text;
}

std::string placeOf(const server::ServerSettings &server)
{
    auto host = server.isLoopback() ? std::string("localhost") : server.host.toLower().toStdString();
    std::ranges::replace_if(host, [](char c) { return c == ':' || c == '/' || c == '\\' || c == '%'; }, '-');
    return host + '_' + std::to_string(server.effectivePort());
}

std::string scopeName(const server::Scope &scope)
{
    return scope.isServer() ? "server" : files::foldName(scope.domain);
}

} // namespace pbx::deploy
