// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/prompts/recordings.h"

#include "environment/data/notation.h"
#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace pbx::prompts {

namespace {

constexpr qint64 largestFile = qint64(16) << 20;
constexpr std::pair<Origin, std::string_view> words[] = {
    {Origin::Recorded, "recorded"}, {Origin::Speech, "speech"}, {Origin::Imported, "imported"}};

std::string member(const data::Value &entry, std::string_view key)
{
    const data::Value *found = entry.dictionary().find(key);
    return found && found->isString() ? std::string(found->bytes()) : std::string();
}

} // namespace

QString Recordings::file(const files::Workspace &workspace, std::string_view domain, std::string_view language)
{
    QString path = workspace.promptFile(domain, language);
    if (path.endsWith(u".txt"))
        path.chop(4);
    return path + QStringLiteral(".recordings");
}

Recordings Recordings::read(const files::Workspace &workspace, std::string_view domain, std::string_view language)
{
    Recordings recordings;
    recordings.m_entries = data::Value::newDictionary();
    const QString path = file(workspace, domain, language);
    if (!QFileInfo::exists(path))
        return recordings;
    const auto bytes = files::readFile(path, largestFile);
    auto read = bytes ? data::readNotation({bytes->constData(), size_t(bytes->size())}) : std::unexpected(data::NotationProblem());
    if (read && read->value.isDictionary())
        recordings.m_entries = read->value;
    else
        recordings.m_broken = true;
    return recordings;
}

std::optional<Recording> Recordings::find(std::string_view prompt) const
{
    const data::Value *entry = m_entries.dictionary().find(files::foldName(prompt));
    if (!entry || !entry->isDictionary())
        return std::nullopt;
    Recording recording{Origin::Unknown, member(*entry, "Text"), member(*entry, "Digest")};
    const std::string by = member(*entry, "By");
    for (const auto &[origin, word] : words) {
        if (by == word)
            recording.origin = origin;
    }
    return recording;
}

void Recordings::set(std::string_view prompt, const Recording &recording)
{
    data::Value entry = data::Value::newDictionary();
    for (const auto &[origin, word] : words) {
        if (origin == recording.origin)
            entry.dictionary().set("By", data::Value::string(word));
    }
    entry.dictionary().set("Digest", data::Value::string(recording.digest));
    entry.dictionary().set("Text", data::Value::string(recording.text));
    m_entries.dictionary().set(files::foldName(prompt), entry);
}

void Recordings::remove(std::string_view prompt)
{
    m_entries.dictionary().remove(data::Value::string(files::foldName(prompt)));
}

QByteArray Recordings::toBytes() const
{
    return files::settingsText(m_entries).value_or(QByteArray());
}

std::string digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace pbx::prompts
