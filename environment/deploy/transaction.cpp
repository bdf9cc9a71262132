// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/deploy/transaction.h"

#include "environment/deploy/plan.h"
#include "environment/files/atomic_file.h"
#include "environment/language/source.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <set>

namespace pbx::deploy {

using server::Failure;
using Kind = Action::Kind;
using End = ActionResult::End;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Deploy)
};

/// So many actions are begun for each connection between two lines of the journal.
constexpr std::size_t partPerConnection = 16;

/// The server names the byte behind the token it refuses: its place is where the token begins.
void place(ActionResult &result, const std::string &program, std::int64_t offset)
{
    auto at = static_cast<std::size_t>(std::clamp<std::int64_t>(offset, 0, static_cast<std::int64_t>(program.size())));
    const auto isWord = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '_' || byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    };
    if (at > 0)
        --at;
    while (at > 0 && isWord(program[at]) && isWord(program[at - 1]))
        --at;
    const language::Source source({}, program);
    const auto position = source.position(static_cast<std::uint32_t>(at));
    result.line = position.line;
    result.column = position.column;
}

} // namespace

std::string presentMoment()
{
    const auto now = QDateTime::currentDateTime();
    return now.toOffsetFromUtc(now.offsetFromUtc()).toString(Qt::ISODate).toStdString();
}

Transaction::Transaction(const files::Workspace &workspace, Entry entry, const Job &job)
    : m_workspace(workspace), m_entry(std::move(entry)), m_job(job), m_folder(workspace.folder()), m_lock(m_folder),
      m_crew(job), m_steps(workspace, m_entry.record.scope, m_folder)
{
    m_result.results.resize(m_entry.record.actions.size());
    for (std::size_t i = 0; i < m_result.results.size(); ++i)
        m_result.results[i].action = i;
}

Result<> Transaction::lock(const std::string &id)
{
    if (auto taken = m_lock.take(); !taken)
        return taken;
    for (const auto &entry : Journal::readAll(m_folder).entries) {
        if (!entry.ended && entry.record.id != id)
            return std::unexpected(localFailure(
                Text::tr("The push %1 was interrupted and neither finished nor undone.").arg(QString::fromStdString(entry.record.id)),
                Text::tr("Resume it or roll it back first.")));
    }
    return {};
}

Result<> Transaction::askPlace()
{
    return m_crew.one([this](server::Remote &remote) -> Result<> {
        const auto &settings = remote.connection().settings();
        const auto there = placeOf(settings);
        if (m_takenUp && there != m_entry.place)
            return std::unexpected(localFailure(
                Text::tr("The push went to %1, not to %2.").arg(m_entry.record.server, settings.url()),
                Text::tr("Connect to the server it went to.")));
        m_entry.place = there;
        m_entry.record.server = settings.url();
        return {};
    });
}

std::vector<Transaction::Group> Transaction::groups() const
{
    std::vector<Group> groups;
    int phase = -1;
    for (std::size_t i = 0; i < m_entry.record.actions.size(); ++i) {
        if (groups.empty() || phaseOf(action(i)) != phase || isOneByOne(phase))
            groups.emplace_back();
        phase = phaseOf(action(i));
        groups.back().push_back(i);
    }
    return groups;
}

Result<bool> Transaction::prepare()
{
    if (auto asked = askPlace(); !asked)
        return std::unexpected(asked.error());
    const auto &actions = m_entry.record.actions;
    {
        Teller teller(m_job, Progress::Stage::BackingUp, actions.size());
        const auto troubles = m_crew.run(actions.size(), [&](server::Remote &remote, std::size_t i, int) {
            auto prepared = m_steps.prepare(remote, actions[i]);
            if (prepared)
                teller.done(actions[i].name);
            return prepared;
        });
        if (!troubles.empty())
            return std::unexpected(troubles.front().failure);
    }
    const auto sound = compileAll();
    if (!sound || !*sound)
        return sound;
    auto journal = Journal::create(m_folder, m_entry);
    if (!journal)
        return std::unexpected(journal.error());
    m_journal = std::move(*journal);
    m_result.id = m_entry.record.id;
    return true;
}

Result<bool> Transaction::compileAll()
{
    Group programs;
    for (std::size_t i = 0; i < m_entry.record.actions.size(); ++i) {
        const auto &name = action(i).name;
        if (action(i).kind == Kind::Store && (name.ends_with(".sppr") || name.ends_with(".sppi")))
            programs.push_back(i);
    }
    Teller teller(m_job, Progress::Stage::Compiling, programs.size());
    std::atomic<bool> sound = true;
    const auto troubles = m_crew.run(programs.size(), [&](server::Remote &remote, std::size_t n, int) -> Result<> {
        const auto i = programs[n];
        const auto program = m_steps.wanted(action(i));
        if (!program)
            return std::unexpected(program.error());
        const auto compiled = remote.compile(m_entry.record.scope, action(i).name, *program);
        if (!compiled)
            return std::unexpected(compiled.error());
        if (*compiled && !(*compiled)->sound) {
            auto &result = m_result.results[i];
            result.end = End::Failed;
            result.message = (*compiled)->complaint;
            if ((*compiled)->offset)
                place(result, *program, *(*compiled)->offset);
            sound = false;
        }
        teller.done(action(i).name);
        return {};
    });
    if (!troubles.empty())
        return std::unexpected(troubles.front().failure);
    if (!sound) {
        m_result.end = PushResult::End::Undone;
        m_result.failure = localFailure(Text::tr("The server's compiler refuses a program; nothing was changed on the server."),
                                        Text::tr("Correct it at the place shown, then push again."));
        m_result.failure->kind = Failure::Kind::Refused;
    }
    return sound.load();
}

Result<> Transaction::takeUp()
{
    m_takenUp = true;
    m_result.id = m_entry.record.id;
    auto journal = Journal::open(m_folder, m_entry.record.id);
    if (!journal)
        return std::unexpected(journal.error());
    m_journal = std::move(*journal);
    return askPlace();
}

PushResult Transaction::forward()
{
    std::size_t bytes = 0;
    for (const auto &each : m_entry.record.actions)
        bytes += each.kind == Kind::Store ? static_cast<std::size_t>(each.size) : 0;
    Teller teller(m_job, Progress::Stage::Storing, m_entry.record.actions.size(), static_cast<std::int64_t>(bytes));
    for (const auto &group : groups()) {
        if (doGroup(group, teller))
            continue;
        undoAll();
        return std::move(m_result);
    }
    if (auto finished = finish(); !finished) {
        // The server is as it shall be; only the journal here does not know.
        m_result.end = PushResult::End::Unfinished;
        m_result.failure = finished.error();
        return std::move(m_result);
    }
    m_result.end = PushResult::End::Done;
    return std::move(m_result);
}

void Transaction::fail(Failure failure)
{
    if (!m_result.failure)
        m_result.failure = std::move(failure);
}

bool Transaction::doGroup(const Group &group, Teller &teller)
{
    const auto size = partPerConnection * static_cast<std::size_t>(std::clamp(m_job.connections, 1, 32));
    for (std::size_t at = 0; at < group.size(); at += size) {
        const auto end = std::min(group.size(), at + size);
        if (!doPart(Group(group.begin() + static_cast<std::ptrdiff_t>(at), group.begin() + static_cast<std::ptrdiff_t>(end)), teller))
            return false;
    }
    return true;
}

/// New files of this part must not be on the server yet; one list of each folder says so.
Result<> Transaction::checkAbsent(const Group &part)
{
    std::set<std::string> languages, absent;
    for (const auto i : part) {
        if (action(i).kind == Kind::Store && action(i).expected.empty() && !m_entry.begun.contains(i)) {
            languages.insert(languageOf(action(i).name));
            absent.insert(action(i).name);
        }
    }
    if (absent.empty())
        return {};
    return m_crew.one([&](server::Remote &remote) -> Result<> {
        for (const auto &language : languages) {
            const auto files = remote.files(m_entry.record.scope, language);
            if (!files)
                return std::unexpected(files.error());
            for (const auto &file : *files) {
                const auto name = language.empty() ? file.name : language + '/' + file.name;
                if (absent.contains(name))
                    return std::unexpected(changedFailure(
                        Text::tr("Somebody has put %1 on the server since it was compared.").arg(QString::fromStdString(name)),
                        Text::tr("Compare again to see what is there now.")));
            }
        }
        return {};
    });
}

bool Transaction::doPart(const Group &part, Teller &teller)
{
    if (auto absent = checkAbsent(part); !absent) {
        fail(absent.error());
        return false;
    }
    const auto begunBefore = m_entry.begun;
    if (auto written = m_journal->begin(part); !written) {
        fail(written.error());
        return false;
    }
    m_entry.begun.insert(part.begin(), part.end());
    const auto troubles = m_crew.run(part.size(), [&](server::Remote &remote, std::size_t n, int attempt) {
        const auto i = part[n];
        auto knowledge = Steps::Knowledge::Nothing;
        if (attempt > 0 || begunBefore.contains(i))
            knowledge = Steps::Knowledge::PerhapsBegun;
        else if (action(i).kind == Kind::Store && action(i).expected.empty())
            knowledge = Steps::Knowledge::IsAbsent;
        auto done = m_steps.perform(remote, action(i), knowledge);
        if (done) {
            m_result.results[i].end = End::Done;
            teller.done(action(i).name, action(i).kind == Kind::Store ? action(i).size : 0);
        }
        return done;
    });
    for (const auto &trouble : troubles) {
        auto &result = m_result.results[part[trouble.item]];
        result.end = isOfLine(trouble.failure) ? End::Unknown : End::Failed;
        result.message = trouble.failure.text();
        fail(trouble.failure);
    }
    return troubles.empty();
}

PushResult Transaction::backward()
{
    undoAll();
    return std::move(m_result);
}

void Transaction::undoAll()
{
    m_crew.heedStop(false);
    Teller teller(m_job, Progress::Stage::Undoing, m_entry.begun.size());
    const auto all = groups();
    bool undone = true;
    for (auto group = all.rbegin(); group != all.rend() && undone; ++group)
        undone = undoGroup(*group, teller);
    m_result.end = undone ? PushResult::End::Undone : PushResult::End::Unfinished;
    if (!undone)
        return;
    if (auto ended = m_journal->end(PushResult::End::Undone); !ended) {
        m_result.end = PushResult::End::Unfinished;
        fail(ended.error());
    }
}

bool Transaction::undoGroup(const Group &group, Teller &teller)
{
    Group begun;
    std::ranges::copy_if(group, std::back_inserter(begun), [this](std::size_t i) { return m_entry.begun.contains(i); });
    std::vector<Steps::Undone> how(begun.size());
    const auto troubles = m_crew.run(begun.size(), [&](server::Remote &remote, std::size_t n, int) -> Result<> {
        const auto undone = m_steps.undo(remote, action(begun[n]));
        if (!undone)
            return std::unexpected(undone.error());
        how[n] = *undone;
        auto &result = m_result.results[begun[n]];
        const bool failed = result.end == End::Failed;
        if (*undone == Steps::Undone::LeftToOthers) {
            result.end = End::Failed;
            result.message = Text::tr("Somebody else has changed it on the server meanwhile; that was left as it is.");
        } else if (!failed) {
            result.end = End::Undone;
        }
        teller.done(action(begun[n]).name);
        return {};
    }, Crew::AtTrouble::GoOn);
    for (const auto &trouble : troubles) {
        auto &result = m_result.results[begun[trouble.item]];
        result.end = End::Unknown;
        result.message = trouble.failure.text();
        fail(trouble.failure);
    }
    return troubles.empty();
}

Result<> Transaction::finish()
{
    auto baseline = readBaseline(m_folder, m_entry.place, m_entry.record.scope);
    if (!baseline)
        return std::unexpected(baseline.error());
    moveSame(*baseline);
    for (const auto &each : m_entry.record.actions)
        moveBaseline(*baseline, each);
    if (auto written = writeBaseline(m_folder, m_entry.place, m_entry.record.scope, *baseline); !written)
        return written;
    return m_journal->end(PushResult::End::Done);
}

void Transaction::moveBaseline(Baseline &baseline, const Action &each)
{
    if (each.kind == Kind::Store || each.kind == Kind::Delete)
        baseline.set(ItemKind::File, each.name, each.wanted);
    else if (isOfSettings(each))
        moveSettingsBaseline(baseline, each);
}

/// The keys sent, and those that were the same on both sides, are the same now; the others keep their base.
void Transaction::moveSettingsBaseline(Baseline &baseline, const Action &each)
{
    const auto kind = itemKindOf(each);
    const auto keys = [&](const std::string &hash) {
        const auto content = m_folder.has(hash) ? m_folder.kept(hash) : Result<std::string>();
        return content ? keysOfContent(*content, kind).value_or(Keys()) : Keys();
    };
    const auto before = keys(each.expected), wanted = keys(each.wanted);
    auto base = keys(baseline.get(kind, each.name));
    for (const auto &[key, value] : before) {
        if (sameValue(value, valueOf(wanted, key)))
            base[key] = value;
    }
    for (const auto &key : each.keys) {
        base.erase(key);
        if (const auto value = valueOf(wanted, key))
            base[key] = *value;
    }
    const auto content = settingsContent(base);
    const auto hash = hashOf(content);
    baseline.set(kind, each.name, m_folder.keep(hash, content) ? hash : std::string());
}

void Transaction::moveSame(Baseline &baseline)
{
    for (const auto &same : m_same) {
        const auto path = same.kind == ItemKind::Account          ? m_workspace.accountFile(m_entry.record.scope.domain, same.name)
                          : same.kind == ItemKind::DomainSettings ? m_workspace.domainFile(m_entry.record.scope.domain)
                                                                  : m_workspace.environmentFolder(m_entry.record.scope.domain)
                                                                        + QLatin1Char('/') + QString::fromStdString(same.name);
        if (isMergeable(same.kind, same.name) && !m_folder.has(same.hash)) {
            const auto read = same.kind == ItemKind::File ? files::readFile(path).transform(&QByteArray::toStdString)
                                                                .transform_error([](const QString &error) { return localFailure(error); })
                                                          : settingsContentOfFile(path, same.kind);
            const bool kept = read && hashOf(*read) == same.hash && m_folder.keep(same.hash, *read);
            if (!kept && same.kind != ItemKind::File)
                continue; // without its content it is no base
        }
        baseline.set(same.kind, same.name, same.hash);
    }
}

} // namespace pbx::deploy
