// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/journal.h"

#include "environment/data/notation.h"
#include "environment/files/atomic_file.h"
#include "environment/files/workspace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <charconv>
#include <unistd.h>

namespace pbx::deploy {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

constexpr std::array<std::pair<Action::Kind, std::string_view>, 8> kindWords{{
    {Action::Kind::CreateEnvironment, "CreateEnvironment"},
    {Action::Kind::CreateLanguage, "CreateLanguage"},
    {Action::Kind::Store, "Store"},
    {Action::Kind::Delete, "Delete"},
    {Action::Kind::RemoveLanguage, "RemoveLanguage"},
    {Action::Kind::CreateAccount, "CreateAccount"},
    {Action::Kind::UpdateAccount, "UpdateAccount"},
    {Action::Kind::UpdateDomain, "UpdateDomain"},
}};

data::Value text(std::string_view bytes)
{
    return data::Value::string(bytes);
}

data::Value writeAction(const Action &action)
{
    auto value = data::Value::newDictionary();
    auto &dictionary = value.dictionary();
    const auto word = std::ranges::find(kindWords, action.kind, &std::pair<Action::Kind, std::string_view>::first);
    dictionary.set("Kind", text(word->second));
    dictionary.set("Name", text(action.name));
    dictionary.set("Path", text(action.path));
    if (!action.expected.empty())
        dictionary.set("Expected", text(action.expected));
    if (!action.wanted.empty())
        dictionary.set("Wanted", text(action.wanted));
    dictionary.set("Size", data::Value::number(action.size));
    if (action.conflict)
        dictionary.set("Conflict", text("YES"));
    if (!action.keys.empty()) {
        auto keys = data::Value::newArray();
        for (const auto &key : action.keys)
            keys.array().append(text(key));
        dictionary.set("Keys", std::move(keys));
    }
    return value;
}

std::optional<Action> readAction(const data::Value &value)
{
    if (!value.isDictionary())
        return std::nullopt;
    const auto &dictionary = value.dictionary();
    const auto kind = dictionary.get("Kind").toStdString();
    const auto word = std::ranges::find(kindWords, kind, &std::pair<Action::Kind, std::string_view>::second);
    if (word == kindWords.end())
        return std::nullopt;
    Action action;
    action.kind = word->first;
    action.name = dictionary.get("Name").toStdString();
    action.path = dictionary.get("Path").toStdString();
    action.expected = dictionary.get("Expected").toStdString();
    action.wanted = dictionary.get("Wanted").toStdString();
    action.conflict = dictionary.get("Conflict").isString();
    const auto size = dictionary.get("Size");
    action.size = size.isNumber() ? size.toNumber() : 0;
    const auto keys = dictionary.get("Keys");
    if (keys.isArray()) {
        for (const auto &key : keys.array().items)
            action.keys.push_back(key.toStdString());
    }
    if (action.name.empty() && action.kind != Action::Kind::CreateEnvironment)
        return std::nullopt;
    return action;
}

data::Value writeEntry(const Entry &entry)
{
    auto value = data::Value::newDictionary();
    auto &dictionary = value.dictionary();
    const auto &record = entry.record;
    dictionary.set("When", text(record.when));
    dictionary.set("Who", text(record.who.toStdString()));
    dictionary.set("Server", text(record.server.toStdString()));
    dictionary.set("Place", text(entry.place));
    dictionary.set("Domain", text(record.scope.domain));
    if (!record.rollbackOf.empty())
        dictionary.set("RollbackOf", text(record.rollbackOf));
    if (!record.remark.isEmpty())
        dictionary.set("Remark", text(record.remark.toStdString()));
    auto actions = data::Value::newArray();
    for (const auto &action : record.actions)
        actions.array().append(writeAction(action));
    dictionary.set("Actions", std::move(actions));
    return value;
}

QString folderOf(const StateFolder &folder, const std::string &id)
{
    return folder.path(QStringLiteral("pushes/") + QString::fromStdString(id));
}

bool isId(const std::string &id)
{
    return !id.empty() && id.find_first_not_of("0123456789-T") == id.npos;
}

std::unexpected<server::Failure> unreadable(const QString &path, const QString &why)
{
    return std::unexpected(localFailure(Text::tr("The journal %1 can't be read: %2").arg(path, why)));
}

/// The last line counts only with its end: a program may have ended while it wrote.
void readSteps(const QByteArray &lines, Entry &entry)
{
    const auto complete = lines.left(lines.lastIndexOf('\n') + 1);
    for (const auto &line : complete.split('\n')) {
        const auto words = line.split(' ');
        if (words.front() == "begin") {
            for (qsizetype i = 1; i < words.size(); ++i) {
                bool isNumber = false;
                const auto number = words[i].toULongLong(&isNumber);
                if (isNumber && number < entry.record.actions.size())
                    entry.begun.insert(number);
            }
        } else if (words.front() == "end" && words.size() == 2 && (words[1] == "done" || words[1] == "undone")) {
            entry.ended = true;
            entry.record.end = words[1] == "done" ? PushResult::End::Done : PushResult::End::Undone;
        }
    }
}

std::string newId(const StateFolder &folder)
{
    const auto now = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-ddTHH-mm-ss"));
    for (int i = 1;; ++i) {
        auto id = now.toStdString() + '-' + std::to_string(i);
        if (!QFileInfo::exists(folderOf(folder, id)))
            return id;
    }
}

} // namespace

Result<Journal> Journal::create(const StateFolder &folder, Entry &entry)
{
    entry.record.id = newId(folder);
    const auto content = files::settingsText(writeEntry(entry));
    if (!content)
        return std::unexpected(localFailure(content.error()));
    if (const auto saved = files::saveFile(folderOf(folder, entry.record.id) + QStringLiteral("/plan.settings"), *content); !saved)
        return std::unexpected(localFailure(saved.error(), Text::tr("Nothing was changed on the server.")));
    return open(folder, entry.record.id);
}

Result<Journal> Journal::open(const StateFolder &folder, const std::string &id)
{
    Journal journal;
    journal.m_steps = std::make_unique<QFile>(folderOf(folder, id) + QStringLiteral("/steps.txt"));
    if (!journal.m_steps->open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return std::unexpected(localFailure(Text::tr("The journal %1 can't be written: %2.")
                                                .arg(journal.m_steps->fileName(), journal.m_steps->errorString())));
    // Half a line of a program that was ended must not swallow the next one.
    const auto size = journal.m_steps->size();
    if (size > 0) {
        char last = 0;
        const bool read = journal.m_steps->seek(size - 1) && journal.m_steps->getChar(&last);
        if (!read || last != '\n') {
            if (auto appended = journal.append({}); !appended)
                return std::unexpected(appended.error());
        }
    }
    return journal;
}

Result<Entry> Journal::read(const StateFolder &folder, const std::string &id)
{
    if (!isId(id) || !QFileInfo::exists(folderOf(folder, id)))
        return std::unexpected(localFailure(Text::tr("There is no push %1 in this workspace.").arg(QString::fromStdString(id))));
    const auto path = folderOf(folder, id) + QStringLiteral("/plan.settings");
    const auto content = files::readFile(path);
    if (!content)
        return unreadable(path, content.error());
    const auto document = data::readNotation(content->toStdString());
    if (!document)
        return unreadable(path, Text::tr("line %1: %2").arg(document.error().line).arg(QString::fromStdString(document.error().message)));
    Entry entry;
    auto &record = entry.record;
    record.id = id;
    record.end = PushResult::End::Unfinished;
    const auto actions = document->value.isDictionary() ? document->value.dictionary().get("Actions") : data::Value();
    if (!actions.isArray())
        return unreadable(path, Text::tr("it has no actions."));
    for (const auto &value : actions.array().items) {
        auto action = readAction(value);
        if (!action)
            return unreadable(path, Text::tr("one of its actions makes no sense."));
        record.actions.push_back(std::move(*action));
    }
    const auto &dictionary = document->value.dictionary();
    const auto shown = [&](std::string_view key) { return QString::fromStdString(dictionary.get(key).toStdString()); };
    record.when = dictionary.get("When").toStdString();
    record.who = shown("Who");
    record.server = shown("Server");
    record.remark = shown("Remark");
    record.scope.domain = dictionary.get("Domain").toStdString();
    record.rollbackOf = dictionary.get("RollbackOf").toStdString();
    entry.place = dictionary.get("Place").toStdString();
    const auto stepsPath = folderOf(folder, id) + QStringLiteral("/steps.txt");
    if (QFileInfo::exists(stepsPath)) {
        const auto steps = files::readFile(stepsPath);
        if (!steps)
            return unreadable(stepsPath, steps.error());
        readSteps(*steps, entry);
    }
    return entry;
}

Journal::All Journal::readAll(const StateFolder &folder)
{
    All all;
    const QDir pushes(folder.path(QStringLiteral("pushes")));
    auto ids = pushes.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::NoSort);
    // "-2" comes before "-10": by length of what is counted, then by text.
    std::ranges::sort(ids, [](const QString &a, const QString &b) {
        const auto stamp = a.left(19).compare(b.left(19));
        return stamp != 0 ? stamp < 0 : a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    for (const auto &id : std::as_const(ids)) {
        // A folder whose plan was never written: nothing was begun.
        if (!QFileInfo::exists(pushes.filePath(id) + QStringLiteral("/plan.settings")))
            continue;
        auto entry = read(folder, id.toStdString());
        if (entry)
            all.entries.push_back(std::move(*entry));
        else
            all.problems << entry.error().text();
    }
    return all;
}

Result<> Journal::append(const std::string &line)
{
    const auto bytes = QByteArray::fromStdString(line + '\n');
    if (m_steps->write(bytes) != bytes.size() || ::fsync(m_steps->handle()) != 0)
        return std::unexpected(localFailure(Text::tr("The journal %1 can't be written: %2.").arg(m_steps->fileName(), m_steps->errorString()),
                                            Text::tr("Is there space left on the disk?")));
    return {};
}

Result<> Journal::begin(const std::vector<std::size_t> &actions)
{
    std::string line = "begin";
    for (const auto action : actions)
        line += ' ' + std::to_string(action);
    return append(line);
}

Result<> Journal::end(PushResult::End end)
{
    return append(end == PushResult::End::Done ? "end done" : "end undone");
}

PushLock::PushLock(const StateFolder &folder) : m_path(folder.path(QStringLiteral("lock"))) {}

Result<> PushLock::take()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_lock = std::make_unique<QLockFile>(m_path);
    m_lock->setStaleLockTime(0); // only the end of the other program frees it
    if (m_lock->tryLock(0))
        return {};
    qint64 process = 0;
    QString host, program;
    if (m_lock->error() == QLockFile::LockFailedError && m_lock->getLockInfo(&process, &host, &program))
        return std::unexpected(localFailure(Text::tr("%1 (process %2 on %3) is pushing from this workspace right now.")
                                                .arg(program).arg(process).arg(host),
                                            Text::tr("Wait until it is through.")));
    return std::unexpected(localFailure(Text::tr("%1 can't be made.").arg(m_path),
                                        Text::tr("Check the permissions of the workspace and the space on the disk.")));
}

bool PushLock::isTaken(const StateFolder &folder)
{
    const auto path = folder.path(QStringLiteral("lock"));
    if (!QFileInfo::exists(path))
        return false;
    QLockFile lock(path);
    lock.setStaleLockTime(0);
    return !lock.tryLock(0);
}

History history(const files::Workspace &workspace)
{
    const StateFolder folder(workspace.folder());
    auto all = Journal::readAll(folder);
    History history;
    history.problems = std::move(all.problems);
    const bool running = PushLock::isTaken(folder);
    for (auto &entry : all.entries) {
        entry.record.running = running && !entry.ended;
        history.pushes.insert(history.pushes.begin(), std::move(entry.record));
    }
    return history;
}

std::optional<PushRecord> unfinished(const files::Workspace &workspace)
{
    for (auto &record : history(workspace).pushes) {
        if (record.end == PushResult::End::Unfinished && !record.running)
            return std::move(record);
    }
    return std::nullopt;
}

} // namespace pbx::deploy
