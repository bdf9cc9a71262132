// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/tree/file_edits.h"

#include "environment/audio/convert.h"
#include "environment/files/atomic_file.h"
#include "environment/files/name_rules.h"
#include "environment/prompts/recordings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>
#include <map>

namespace pbx::editor {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FileEdits)
};

bool fail(Desk &desk, const QString &text)
{
    Q_EMIT desk.failed(text);
    return false;
}

QString folderOf(const Desk &desk, const Place &place)
{
    const QString top = desk.workspace().environmentFolder(place.domain);
    return place.language.empty() ? top : top + u'/' + QString::fromStdString(place.language);
}

bool isSound(const QString &name)
{
    return std::ranges::any_of(files::mediaExtensions, [&](std::string_view ending) {
        return name.endsWith(QLatin1StringView(ending), Qt::CaseInsensitive);
    });
}

std::string stem(const QString &name)
{
    return name.left(name.lastIndexOf(u'.')).toStdString();
}

/// Where a file of this workspace lies; nullopt: in no environment of it.
std::optional<Place> placeOf(const Desk &desk, const QString &path)
{
    std::vector<std::string> domains{std::string()};
    for (const files::DomainFolder &domain : desk.workspace().domains())
        domains.push_back(domain.name);
    for (const std::string &domain : domains) {
        const QString relative = QDir(desk.workspace().environmentFolder(domain)).relativeFilePath(path);
        if (relative.startsWith(u"..") || QDir::isAbsolutePath(relative) || relative.count(u'/') > 1)
            continue;
        return Place{domain, relative.contains(u'/') ? relative.section(u'/', 0, 0).toStdString() : std::string()};
    }
    return std::nullopt;
}

/// Changes being collected: files, and what is known of the prompts among them.
class Batch {
public:
    explicit Batch(Desk &desk) : m_desk(desk) {}

    void set(const QString &path, std::optional<QByteArray> bytes)
    {
        const auto known = std::ranges::find(m_states, path, &FileState::path);
        if (known != m_states.end())
            known->bytes = std::move(bytes);
        else
            m_states.push_back({path, std::move(bytes)});
    }
    bool has(const QString &path) const { return std::ranges::find(m_states, path, &FileState::path) != m_states.end(); }

    /// Text and origin of a prompt move with its file; to another language the text goes as well, to be translated.
    void movePrompt(const Place &from, const std::string &name, const Place &to, const std::string &newName)
    {
        Known &source = known(from);
        Known &target = known(to);
        if (const auto text = source.texts.text(name)) {
            source.texts.remove(name);
            target.texts.setText(newName, *text);
            source.textsChanged = target.textsChanged = true;
        }
        if (const auto recording = source.recordings.find(name)) {
            source.recordings.remove(name);
            target.recordings.set(newName, *recording);
            source.recordingsChanged = target.recordingsChanged = true;
        }
    }

    bool apply(const QString &name)
    {
        for (const auto &[key, known] : m_known) {
            if (known.textsChanged)
                set(m_desk.workspace().promptFile(key.first, key.second), known.texts.toBytes());
            if (known.recordingsChanged && !known.recordings.broken())
                set(prompts::Recordings::file(m_desk.workspace(), key.first, key.second), known.recordings.toBytes());
        }
        m_desk.changes().closeChange();
        return m_desk.apply(name, m_states);
    }

private:
    struct Known {
        files::PromptTexts texts;
        prompts::Recordings recordings;
        bool textsChanged = false;
        bool recordingsChanged = false;
    };
    Known &known(const Place &place)
    {
        const auto key = std::pair(place.domain, place.language);
        if (const auto found = m_known.find(key); found != m_known.end())
            return found->second;
        return m_known.emplace(key, Known{m_desk.workspace().prompts(place.domain, place.language).value_or(files::PromptTexts()),
                                          prompts::Recordings::read(m_desk.workspace(), place.domain, place.language)}).first->second;
    }

    Desk &m_desk;
    std::vector<FileState> m_states;
    std::map<std::pair<std::string, std::string>, Known> m_known;
};

/// The name in lower case as the server keeps it; empty: it can't be one, and the reason was told.
QString storedName(Desk &desk, const Place &place, const QString &name)
{
    const QString lower = name.trimmed().toLower();
    const std::string whole = (place.language.empty() ? std::string() : place.language + '/') + lower.toStdString();
    const auto verdict = files::checkName(whole);
    if (!verdict.accepted() || lower.contains(u'/') || !files::isLookupName(lower.toStdString())) {
        fail(desk, Text::tr("“%1” can't be the name of a file here. %2").arg(name, QString::fromStdString(verdict.message)));
        return {};
    }
    return lower;
}

} // namespace

bool createEnvironment(Desk &desk, const std::string &domain)
{
    return desk.apply(Text::tr("Create the environment of %1").arg(QString::fromStdString(domain)),
                      {{desk.workspace().environmentFolder(domain) + u'/', QByteArray()}});
}

bool addLanguage(Desk &desk, const std::string &domain, const QString &language)
{
    const std::string folder = files::languageFolder(language.trimmed().toStdString());
    if (folder.empty())
        return fail(desk, Text::tr("English is the default language: its prompts lie at the top, in no folder."));
    if (!files::checkName(folder + "/x").accepted() || !files::isLookupName(folder))
        return fail(desk, Text::tr("“%1” can't be the name of a language folder.").arg(language));
    const QString path = folderOf(desk, {domain, folder}) + u'/';
    if (QFileInfo(path).isDir())
        return fail(desk, Text::tr("There is a folder for %1 already.").arg(language));
    return desk.apply(Text::tr("New language %1").arg(language),
                      {{desk.workspace().environmentFolder(domain) + u'/', QByteArray()}, {path, QByteArray()}});
}

bool overrideFile(Desk &desk, const Place &place, const QString &parentPath)
{
    const auto bytes = files::readFile(parentPath);
    if (!bytes)
        return fail(desk, bytes.error());
    const QString name = QFileInfo(parentPath).fileName();
    return desk.apply(Text::tr("Own copy of %1").arg(name), {{folderOf(desk, place) + u'/' + name, *bytes}});
}

bool removeFiles(Desk &desk, const QStringList &paths)
{
    Batch batch(desk);
    for (const QString &path : paths)
        batch.set(path, std::nullopt);
    return batch.apply(paths.size() == 1 ? Text::tr("Delete %1").arg(QFileInfo(paths.front()).fileName())
                                         : Text::tr("Delete %n file(s)", nullptr, int(paths.size())));
}

bool renameFile(Desk &desk, const QString &path, const QString &newName)
{
    const auto place = placeOf(desk, path);
    const QString before = QFileInfo(path).fileName();
    if (!place || newName.trimmed() == before)
        return false;
    const QString name = storedName(desk, *place, newName);
    if (name.isEmpty())
        return false;
    const QString target = QFileInfo(path).path() + u'/' + name;
    if (target != path && QFileInfo::exists(target) && before.toLower() != name)
        return fail(desk, Text::tr("There is a file %1 already. Choose another name.").arg(name));
    const auto bytes = files::readFile(path);
    if (!bytes)
        return fail(desk, bytes.error());
    Batch batch(desk);
    batch.set(path, std::nullopt);
    batch.set(target, *bytes);
    if (isSound(before) && isSound(name) && stem(before) != stem(name))
        batch.movePrompt(*place, stem(before), *place, stem(name));
    return batch.apply(Text::tr("Rename %1 to %2").arg(before, name));
}

bool moveFiles(Desk &desk, const QStringList &paths, const Place &to)
{
    Batch batch(desk);
    for (const QString &path : paths) {
        const auto from = placeOf(desk, path);
        const QString name = QFileInfo(path).fileName();
        const QString target = folderOf(desk, to) + u'/' + name;
        if (!from || target == path)
            continue;
        if (QFileInfo::exists(target) || batch.has(target))
            return fail(desk, Text::tr("There is a file %1 already. Nothing was moved.").arg(desk.workspace().workspacePath(target)));
        const auto bytes = files::readFile(path);
        if (!bytes)
            return fail(desk, bytes.error());
        batch.set(path, std::nullopt);
        batch.set(target, *bytes);
        if (isSound(name))
            batch.movePrompt(*from, stem(name), to, stem(name));
    }
    return batch.apply(paths.size() == 1 ? Text::tr("Move %1").arg(QFileInfo(paths.front()).fileName())
                                         : Text::tr("Move %n file(s)", nullptr, int(paths.size())));
}

QStringList foreignSounds(const QStringList &paths)
{
    // What is no sound by its name and content stays what it is, even if a decoder would make something of it.
    const QMimeDatabase kinds;
    QStringList sounds;
    for (const QString &path : paths) {
        const QString kind = kinds.mimeTypeForFile(path).name();
        if (QFileInfo(path).isFile() && (isSound(path) || kind.startsWith(u"audio/") || kind.startsWith(u"video/")) && !audio::probe(path))
            sounds += path;
    }
    return sounds;
}

bool copyIn(Desk &desk, const QStringList &paths, const Place &to, const Sounds &sounds)
{
    Batch batch(desk);
    for (const QString &path : paths) {
        const QFileInfo info(path);
        QString name = storedName(desk, to, info.fileName());
        if (name.isEmpty())
            return false;
        if (!info.isFile())
            return fail(desk, Text::tr("%1 is no file. Drop files, or import an archive.").arg(info.fileName()));
        std::expected<QByteArray, QString> bytes;
        if (const auto sound = sounds.find(path); sound == sounds.end()) {
            bytes = files::readFile(path);
        } else {
            bytes = sound->second.transform(audio::toWav).transform_error([&](const QString &reason) { return info.fileName() + QStringLiteral(": ") + reason; });
            name = name.left(name.lastIndexOf(u'.')) + QStringLiteral(".wav");
        }
        if (!bytes)
            return fail(desk, bytes.error());
        batch.set(folderOf(desk, to) + u'/' + name, *bytes);
    }
    return batch.apply(paths.size() == 1 ? Text::tr("Add %1").arg(QFileInfo(paths.front()).fileName())
                                         : Text::tr("Add %n file(s)", nullptr, int(paths.size())));
}

bool createFile(Desk &desk, const std::string &domain, const QString &name, const QByteArray &content)
{
    const QString stored = storedName(desk, {domain, {}}, name);
    if (stored.isEmpty())
        return false;
    const QString path = folderOf(desk, {domain, {}}) + u'/' + stored;
    if (QFileInfo::exists(path))
        return fail(desk, Text::tr("There is a file %1 already. Choose another name.").arg(stored));
    desk.changes().closeChange();
    return desk.apply(Text::tr("New program %1").arg(stored), {{path, content}});
}

QString whyThisFile(const Desk &desk, const Place &place, const QString &name)
{
    const bool sound = isSound(name);
    const std::string wanted = sound ? stem(name) : name.toStdString();
    const files::Lookup lookup = desk.workspace().environment(place.domain)->find(
        wanted, place.language, sound ? files::NameKind::Media : files::NameKind::Exact);
    const QString layers[] = {Text::tr("stock"), Text::tr("server"), Text::tr("domain")};
    QStringList lines{Text::tr("A program that asks for “%1” in %2 looks here:")
                          .arg(QString::fromStdString(wanted), place.language.empty() ? Text::tr("the default language") : QString::fromStdString(place.language))};
    for (const files::LookupStep &step : lookup.steps) {
        const QString shown = (step.language.empty() ? QString() : QString::fromStdString(step.language) + u'/') + QString::fromStdString(step.file);
        lines += (step.found ? QStringLiteral("→ ") : QStringLiteral("   "))
            + Text::tr("%1: %2 %3").arg(layers[int(step.layer)], shown, step.found ? Text::tr("found") : Text::tr("not there"));
    }
    if (!lookup.refused.empty())
        lines += QString::fromStdString(lookup.refused);
    else if (!lookup.file)
        lines += Text::tr("Nobody has it.");
    return lines.join(u'\n');
}

} // namespace pbx::editor
