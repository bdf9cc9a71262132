// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/baseline.h"

#include "environment/data/notation.h"
#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"
#include "environment/files/workspace.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pbx::deploy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

QString pathOf(const StateFolder &folder, const std::string &place, const server::Scope &scope)
{
    const auto kind = scope.isServer() ? std::string() : std::string("domain-");
    return folder.path(QStringLiteral("baseline/%1/%2.settings")
                           .arg(QString::fromStdString(place), QString::fromStdString(kind + scopeName(scope))));
}

std::map<std::string, std::string> readMap(const data::Value &dictionary)
{
    std::map<std::string, std::string> map;
    if (!dictionary.isDictionary())
        return map;
    for (const auto &entry : dictionary.dictionary().entries()) {
        if (entry.value.isString())
            map[entry.key.toStdString()] = entry.value.toStdString();
    }
    return map;
}

data::Value writeMap(const std::map<std::string, std::string> &map)
{
    auto dictionary = data::Value::newDictionary();
    for (const auto &[key, value] : map)
        dictionary.dictionary().set(key, data::Value::string(value));
    return dictionary;
}

} // namespace

void Baseline::set(ItemKind kind, const std::string &name, const std::string &hash)
{
    if (kind == ItemKind::DomainSettings) {
        domainSettings = hash;
        return;
    }
    auto &map = kind == ItemKind::File ? files : accounts;
    const auto key = files::foldName(name);
    if (hash.empty())
        map.erase(key);
    else
        map[key] = hash;
}

std::string Baseline::get(ItemKind kind, const std::string &name) const
{
    if (kind == ItemKind::DomainSettings)
        return domainSettings;
    const auto &map = kind == ItemKind::File ? files : accounts;
    const auto found = map.find(files::foldName(name));
    return found == map.end() ? std::string() : found->second;
}

Result<Baseline> readBaseline(const StateFolder &folder, const std::string &place, const server::Scope &scope)
{
    Baseline baseline;
    const auto path = pathOf(folder, place, scope);
    if (!QFileInfo::exists(path))
        return baseline;
    const auto damaged = [&](const QString &why) {
        return std::unexpected(localFailure(
            Text::tr("%1, which says what was last the same here and on the server, can't be read: %2").arg(path, why),
            Text::tr("Remove the file; then everything that is not the same on both sides counts as changed on both.")));
    };
    const auto content = files::readFile(path);
    if (!content)
        return damaged(content.error());
    const auto document = data::readNotation({content->constData(), static_cast<std::size_t>(content->size())});
    if (!document)
        return damaged(Text::tr("line %1: %2").arg(document.error().line).arg(QString::fromStdString(document.error().message)));
    if (!document->value.isDictionary())
        return damaged(Text::tr("it holds no dictionary."));
    const auto &dictionary = document->value.dictionary();
    baseline.exists = true;
    baseline.files = readMap(dictionary.get("Files"));
    baseline.accounts = readMap(dictionary.get("Accounts"));
    baseline.domainSettings = dictionary.get("DomainSettings").toStdString();
    return baseline;
}

Result<> writeBaseline(const StateFolder &folder, const std::string &place, const server::Scope &scope,
                       const Baseline &baseline)
{
    auto dictionary = data::Value::newDictionary();
    dictionary.dictionary().set("Files", writeMap(baseline.files));
    dictionary.dictionary().set("Accounts", writeMap(baseline.accounts));
    if (!baseline.domainSettings.empty())
        dictionary.dictionary().set("DomainSettings", data::Value::string(baseline.domainSettings));
    const auto text = files::settingsText(dictionary);
    if (!text)
        return std::unexpected(localFailure(text.error()));
    if (const auto saved = files::saveFile(pathOf(folder, place, scope), *text); !saved)
        return std::unexpected(localFailure(saved.error()));
    return {};
}

bool isMergeable(ItemKind kind, std::string_view name)
{
    return kind != ItemKind::File || name.ends_with(".sppr") || name.ends_with(".sppi") || name.ends_with(".txt");
}

} // namespace pbx::deploy
