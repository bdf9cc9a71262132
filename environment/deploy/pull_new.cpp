// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/sides.h"

#include "environment/data/objects.h"
#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

namespace pbx::deploy {

using server::Failure;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

Result<> makeFrame(const QString &folder, const server::ServerSettings &server, const std::string &domain)
{
    auto settings = data::Value::newDictionary();
    settings.dictionary().set("Name", data::Value::string(domain));
    settings.dictionary().set("DefaultDomain", data::Value::string(domain));
    settings.dictionary().set("Server", server.toDictionary());
    const auto text = files::settingsText(settings);
    if (!text)
        return std::unexpected(localFailure(text.error()));
    if (const auto saved = files::saveFile(folder + QStringLiteral("/workspace.settings"), *text); !saved)
        return std::unexpected(localFailure(saved.error()));
    if (!QDir().mkpath(folder + QStringLiteral("/domains/") + QString::fromStdString(domain)))
        return std::unexpected(localFailure(Text::tr("The folder %1 can't be written to.").arg(folder)));
    return {};
}

Result<std::string> chosenDomain(const std::string &wanted, const Job &job)
{
    std::string domain = files::foldName(wanted);
    if (domain.empty()) {
        Crew crew(job);
        const auto asked = crew.one([&](server::Remote &remote) -> Result<> {
            auto name = remote.mainDomain();
            if (!name)
                return std::unexpected(name.error());
            domain = files::foldName(*name);
            return {};
        });
        if (!asked)
            return std::unexpected(asked.error());
    }
    if (!files::isLookupName(domain) || !files::checkName(domain).accepted() || domain.starts_with('.'))
        return std::unexpected(localFailure(Text::tr("“%1” can't be the name of a domain.").arg(QString::fromStdString(domain))));
    return domain;
}

} // namespace

Result<std::vector<Pulled>> pullNew(const QString &folder, const server::ServerSettings &server, const std::string &domain,
                                    const Job &job)
{
    const QFileInfo target(folder);
    if (target.exists() && (!target.isDir() || !QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)))
        return std::unexpected(localFailure(Text::tr("%1 is there already and not empty.").arg(folder),
                                            Text::tr("Choose a folder that does not exist yet.")));
    const auto name = chosenDomain(domain, job);
    if (!name)
        return std::unexpected(name.error());
    const auto parent = target.absolutePath();
    QDir().mkpath(parent);
    QTemporaryDir made(QDir::cleanPath(target.absoluteFilePath()) + QStringLiteral(".new-XXXXXX"));
    if (!made.isValid())
        return std::unexpected(localFailure(Text::tr("The folder %1 can't be written to.").arg(parent),
                                            Text::tr("Check its permissions or choose another one.")));
    if (auto frame = makeFrame(made.path(), server, *name); !frame)
        return std::unexpected(frame.error());
    const auto workspace = files::Workspace::open(made.path());
    if (!workspace)
        return std::unexpected(localFailure(workspace.error()));
    auto pulled = pull(*workspace, server::Scope{*name}, {}, job);
    if (!pulled)
        return pulled;
    auto outer = pull(*workspace, server::Scope(), {}, job);
    if (!outer && outer.error().kind != Failure::Kind::NoRight)
        return outer;
    if (outer)
        pulled->insert(pulled->end(), outer->begin(), outer->end());
    // An empty folder with the name gives way; anything put there meanwhile does not.
    if (target.exists())
        QDir().rmdir(folder);
    if (std::rename(QFile::encodeName(made.path()).constData(), QFile::encodeName(QDir::cleanPath(folder)).constData()) != 0)
        return std::unexpected(localFailure(Text::tr("The workspace can't be moved to %1.").arg(folder)));
    made.setAutoRemove(false);
    QFile::setPermissions(folder, QFile::permissions(folder) | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
    return pulled;
}

} // namespace pbx::deploy
