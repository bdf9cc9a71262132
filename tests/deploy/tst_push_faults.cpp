// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation.h"
#include "tests/deploy/desk.h"

#include <QElapsedTimer>
#include <QProcess>

#include <csignal>
#include <filesystem>
#include <sys/resource.h>

using namespace pbx;
using namespace pbx::deploy;
using practice::Fault;

/// A push that everything happens to. Whatever it was: afterwards the server has all of it or nothing, or the journal says that
/// it is unfinished, and then resuming brings all of it and rolling back nothing of it. PBX_FAULT_STEP=1 drops the line at
/// every byte, which takes minutes; without it at every seventeenth.
class TestPushFaults : public QObject {
    Q_OBJECT

private:
    struct Ends {
        int done = 0, undone = 0, refused = 0, resumed = 0, rolledBack = 0;
        int all() const { return done + undone + refused + resumed + rolledBack; }
    };
    void reset();
    Result<PushResult> push(int connections = 1, const std::stop_token &stop = {});
    /// Judges what a push has left behind, and ends it where it is unfinished.
    void settle(const Result<PushResult> &result, bool resumes);
    void judge(const std::string &when);
    void dropAtEachOffset(Fault::Kind kind, bool once);
    void atEachCommand(Fault::Kind kind, bool once, int connections = 1);
    void report(const char *what);

    Desk m_desk;
    QTemporaryDir m_kept{Desk::scratch()};
    Tree m_before, m_after;
    Plan m_plan;
    Desk::Traffic m_whole; ///< of a push that nothing happens to
    Ends m_ends;
    std::string m_problem; ///< the first
    std::string m_case;

private Q_SLOTS:
    void initTestCase();
    void init() { m_ends = {}; m_problem.clear(); }
    void lineDropsBehindEachByteReceived() { dropAtEachOffset(Fault::Kind::DropReceived, true); }
    void lineDropsBehindEachByteSent() { dropAtEachOffset(Fault::Kind::DropSent, true); }
    void lineStaysDeadBehindEachByteReceived() { dropAtEachOffset(Fault::Kind::DropReceived, false); }
    void lineStaysDeadBehindEachByteSent() { dropAtEachOffset(Fault::Kind::DropSent, false); }
    void lineDropsBeforeEachCommand() { atEachCommand(Fault::Kind::DropBefore, true); }
    void lineDropsAfterEachCommand() { atEachCommand(Fault::Kind::DropAfter, true); }
    void lineStaysDeadAfterEachCommand() { atEachCommand(Fault::Kind::DropAfter, false); }
    void eachCommandRefused() { atEachCommand(Fault::Kind::Refuse, true); }
    void allRefusedFromEachCommand() { atEachCommand(Fault::Kind::Refuse, false); }
    void eachAnswerGarbage();
    void severalConnectionsDropAfterEachCommand() { atEachCommand(Fault::Kind::DropAfter, true, 4); }
    void severalConnectionsRefuseEachCommand() { atEachCommand(Fault::Kind::Refuse, true, 4); }
    void undoIsInterrupted();
    void diskFullFromEachWrite();
    void somebodyElseChangesFiles();
    void hangsAtEachCommandAndIsStopped();
    void programKilled();
    void noSpaceHere();
};

namespace {

const std::string account = Desk::account("ivanov");

/// Settings without their order and layout.
Tree comparable(Tree tree)
{
    for (auto &[path, content] : tree) {
        if (!path.ends_with(".settings"))
            continue;
        if (const auto document = data::readNotation(content))
            content = data::printNotation(document->value, data::PrintStyle::OneLine).value_or(content);
    }
    return tree;
}

void copyTree(const QString &from, const QString &to)
{
    std::filesystem::remove_all(to.toStdString());
    std::filesystem::copy(from.toStdString(), to.toStdString(), std::filesystem::copy_options::recursive);
}

/// For servers that don't answer.
class ShortTimes {
public:
    ShortTimes(server::ServerSettings &settings, std::chrono::milliseconds time) : m_settings(settings), m_before(settings)
    {
        settings.commandTime = settings.connectTime = time;
    }
    ~ShortTimes() { m_settings = m_before; }
    ShortTimes(const ShortTimes &) = delete;
    ShortTimes &operator=(const ShortTimes &) = delete;

private:
    server::ServerSettings &m_settings;
    server::ServerSettings m_before;
};

} // namespace

void TestPushFaults::initTestCase()
{
    for (const auto &side : {m_desk.here(), m_desk.there()}) {
        Desk::write(side, Desk::env("a.sppr"), "old\n");
        Desk::write(side, Desk::env("b.wav"), "old");
        Desk::write(side, Desk::env("de/c.wav"), "old");
        Desk::write(side, account, "{\n Aliases = (200);\n Preferences = {\n  Language = German;\n };\n}\n");
    }
    QVERIFY(pull(m_desk.workspace(), m_desk.scope(), {}, m_desk.job()));
    Desk::write(m_desk.here(), Desk::env("a.sppr"), "new\n");
    Desk::write(m_desk.here(), Desk::env("b.wav"), "new");
    QVERIFY(QDir(m_desk.here() + QStringLiteral("/domains/example.com/environment/de")).removeRecursively());
    Desk::write(m_desk.here(), Desk::env("ru/d.wav"), "new");
    Desk::write(m_desk.here(), account, "{Aliases=(200,201);Preferences={Language=Russian;};}");
    copyTree(m_desk.here(), m_kept.filePath(QStringLiteral("here")));
    copyTree(m_desk.there(), m_kept.filePath(QStringLiteral("there")));
    m_before = comparable(Desk::tree(m_desk.there()));
    const auto comparison = compare(m_desk.workspace(), m_desk.scope(), m_desk.job());
    QVERIFY(comparison);
    m_plan = planPush(*comparison);
    QCOMPARE(m_plan.actions.size(), std::size_t(7));
    m_desk.setFaults({});
    const auto result = push();
    QVERIFY2(result && result->end == PushResult::End::Done, text(result).c_str());
    m_whole = m_desk.traffic();
    m_after = comparable(Desk::tree(m_desk.there()));
    QVERIFY(m_before != m_after);
    qInfo("a push of %d commands, %lld bytes received, %lld bytes sent", m_whole.commands,
          static_cast<long long>(m_whole.received), static_cast<long long>(m_whole.sent));
}

void TestPushFaults::reset()
{
    m_desk.setFaults({});
    copyTree(m_kept.filePath(QStringLiteral("here")), m_desk.here());
    copyTree(m_kept.filePath(QStringLiteral("there")), m_desk.there());
}

Result<PushResult> TestPushFaults::push(int connections, const std::stop_token &stop)
{
    auto job = m_desk.job(connections);
    job.stop = stop;
    return deploy::push(m_desk.workspace(), m_plan, {}, job);
}

void TestPushFaults::judge(const std::string &when)
{
    if (m_problem.empty() && !when.empty())
        m_problem = m_case + ": " + when;
}

void TestPushFaults::settle(const Result<PushResult> &result, bool resumes)
{
    m_desk.setFaults({});
    const auto there = [this] { return comparable(Desk::tree(m_desk.there())); };
    const auto workspace = m_desk.workspace();
    const auto open = unfinished(workspace);
    bool isAfter = false;
    if (!result) {
        ++m_ends.refused;
        judge(open ? "it did not begin, but is unfinished" : "");
    } else if (result->end == PushResult::End::Done) {
        ++m_ends.done;
        isAfter = true;
        judge(open ? "it is done, but unfinished" : "");
    } else if (result->end == PushResult::End::Undone) {
        ++m_ends.undone;
        judge(open ? "it is undone, but unfinished" : !result->failure ? "it does not say why it was undone" : "");
    } else if (!open) {
        judge("it is unfinished, and the journal does not know");
    } else if (resumes) {
        ++m_ends.resumed;
        isAfter = true;
        const auto resumed = resume(workspace, open->id, m_desk.job());
        judge(resumed && resumed->end == PushResult::End::Done ? "" : "resuming: " + text(resumed));
    } else {
        ++m_ends.rolledBack;
        const auto plan = planRollback(workspace, open->id, m_desk.job());
        const auto back = plan ? rollback(workspace, open->id, *plan, {}, m_desk.job()) : std::unexpected(plan.error());
        judge(back && back->end == PushResult::End::Undone ? "" : "rolling back: " + text(back));
    }
    judge(difference(there(), isAfter ? m_after : m_before));
    judge(unfinished(workspace) ? "it is unfinished still" : "");
    judge(comparable(Desk::tree(m_desk.here())) == comparable(Desk::tree(m_kept.filePath(QStringLiteral("here"))))
              ? "" : "the workspace was changed");
    if (m_ends.all() % 8 != 0)
        return;
    const auto comparison = compare(workspace, m_desk.scope(), m_desk.job());
    judge(!comparison ? text(comparison) : "");
    if (comparison)
        judge(isAfter == comparison->differs() ? "the comparison afterwards is wrong" : planPush(*comparison).conflicts() > 0 ? "conflicts afterwards" : "");
}

void TestPushFaults::report(const char *what)
{
    qInfo("%s: %d pushes: %d done, %d undone, %d never begun, %d unfinished and resumed, %d unfinished and rolled back", what,
          m_ends.all(), m_ends.done, m_ends.undone, m_ends.refused, m_ends.resumed, m_ends.rolledBack);
    QVERIFY2(m_problem.empty(), m_problem.c_str());
}

void TestPushFaults::dropAtEachOffset(Fault::Kind kind, bool once)
{
    const auto all = kind == Fault::Kind::DropReceived ? m_whole.received : m_whole.sent;
    const auto step = qEnvironmentVariableIntValue("PBX_FAULT_STEP") > 0 ? qEnvironmentVariableIntValue("PBX_FAULT_STEP") : 17;
    for (std::int64_t at = 0; at <= all && m_problem.empty(); at += step) {
        reset();
        m_case = "byte " + std::to_string(at);
        m_desk.setFaults({{kind, at, once}});
        settle(push(), at % 2 == 0);
    }
    report(QTest::currentTestFunction());
    QCOMPARE(m_ends.all(), static_cast<int>(all) / step + 1);
}

void TestPushFaults::atEachCommand(Fault::Kind kind, bool once, int connections)
{
    for (int turn = 0; turn < 2; ++turn) {
        for (int at = 1; at <= m_whole.commands + 4 && m_problem.empty(); ++at) {
            reset();
            m_case = "command " + std::to_string(at);
            m_desk.setFaults({{kind, at, once}});
            settle(push(connections), turn == 0);
        }
    }
    report(QTest::currentTestFunction());
}

/// Noise may lack a line's end, so that only the time for an answer ends the waiting.
void TestPushFaults::eachAnswerGarbage()
{
    const ShortTimes times(m_desk.m_settings, std::chrono::milliseconds(150));
    atEachCommand(Fault::Kind::Garbage, true);
}

/// The last action is refused, so that all others are undone, and the line drops while that is done.
void TestPushFaults::undoIsInterrupted()
{
    for (const bool once : {true, false}) {
        for (std::int64_t at = m_whole.received / 2; at < 2 * m_whole.received && m_problem.empty(); at += once ? 7 : 23) {
            reset();
            m_case = "byte " + std::to_string(at) + (once ? "" : " and on");
            m_desk.setFaults({{Fault::Kind::Refuse, m_whole.commands - 1, true}, {Fault::Kind::DropReceived, at, once}});
            settle(push(), at % 2 == 0);
        }
    }
    report("undo interrupted");
}

void TestPushFaults::diskFullFromEachWrite()
{
    for (int turn = 0; turn < 2; ++turn) {
        for (int at = 1; at <= 12 && m_problem.empty(); ++at) {
            reset();
            m_case = "write " + std::to_string(at);
            m_desk.setFaults({{Fault::Kind::DiskFull, at, false}});
            settle(push(), turn == 0);
        }
    }
    report("disk of the server full");
}

/// What somebody else writes in between is never lost: it is there afterwards, or among the backups.
void TestPushFaults::somebodyElseChangesFiles()
{
    int foreign = 0;
    for (int at = 1; at <= m_whole.commands; ++at) {
        reset();
        m_desk.setFaults({{Fault::Kind::Foreign, at, true}});
        const auto result = push();
        m_desk.setFaults({});
        auto there = comparable(Desk::tree(m_desk.there()));
        QVERIFY(!unfinished(m_desk.workspace()));
        const bool done = result && result->end == PushResult::End::Done;
        const auto &expected = done ? m_after : m_before;
        for (const auto &[path, content] : there) {
            if (path.ends_with('/'))
                continue; // stays as long as somebody else's file is in it
            const bool isTheirs = m_before.contains(path) && m_after.contains(path)
                                      ? content != m_before.at(path) && content != m_after.at(path)
                                      : (m_before.contains(path) ? content != m_before.at(path)
                                                                 : m_after.contains(path) && content != m_after.at(path));
            foreign += isTheirs;
            if (!isTheirs)
                QVERIFY2(expected.contains(path) && expected.at(path) == content,
                         (std::to_string(at) + ": " + path + ": " + content).c_str());
        }
    }
    qInfo("somebody else changed a file in %d of %d pushes, and it was kept", foreign, m_whole.commands);
    QVERIFY(foreign > 5);
}

void TestPushFaults::hangsAtEachCommandAndIsStopped()
{
    for (int at = 1; at <= m_whole.commands && m_problem.empty(); ++at) {
        reset();
        std::optional<ShortTimes> times(std::in_place, m_desk.m_settings, std::chrono::milliseconds(60));
        m_case = "command " + std::to_string(at);
        m_desk.setFaults({{Fault::Kind::Hang, at, true}});
        std::stop_source stop;
        std::thread stopper([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            stop.request_stop();
        });
        const auto result = push(1, stop.get_token());
        stopper.join();
        times.reset();
        settle(result, at % 2 == 0);
    }
    report("hanging and stopped");
}

void TestPushFaults::programKilled()
{
    int killed = 0, unfinishedOnes = 0;
    qint64 whole = 0; // ms that it takes when nobody kills it
    for (int at = 0; at <= 80 && m_problem.empty(); ++at) {
        reset();
        m_case = "killed after " + std::to_string(at) + "/80 of its time";
        m_desk.setFaults({{Fault::Kind::Delay, 4, false}});
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PBX_PASSWORD"), QStringLiteral("secret"));
        environment.insert(QStringLiteral("PBX_STOCK"), m_kept.path());
        program.setProcessEnvironment(environment);
        QElapsedTimer time;
        time.start();
        program.start(QStringLiteral(PBX_PROGRAM),
                      {QStringLiteral("push"), m_desk.here(), QStringLiteral("--force"), QStringLiteral("--to"),
                       QStringLiteral("cgp://admin@127.0.0.1:%1").arg(m_desk.port())});
        QVERIFY(program.waitForStarted());
        program.waitForFinished(at == 0 ? 30'000 : static_cast<int>(whole * at / 80));
        if (at == 0)
            whole = time.elapsed();
        const bool running = program.state() != QProcess::NotRunning;
        program.kill();
        program.waitForFinished();
        killed += running;
        const auto open = unfinished(m_desk.workspace());
        unfinishedOnes += open.has_value();
        const bool after = comparable(Desk::tree(m_desk.there())) == m_after;
        PushResult seen;
        seen.end = open ? PushResult::End::Unfinished : PushResult::End::Done;
        if (!open && !after)
            settle(std::unexpected(server::Failure()), false); // never begun
        else
            settle(seen, at % 2 == 0);
    }
    qInfo("killed %d times while running, %d of them in the middle of the push", killed, unfinishedOnes);
    report("killed");
    QVERIFY(killed > 10);
}

/// Files here can't grow over a limit: of each content and of the journal.
void TestPushFaults::noSpaceHere()
{
    for (int limit = 0; limit <= 4000 && m_problem.empty(); limit += limit < 200 ? 5 : 200) {
        reset();
        m_case = "limit of " + std::to_string(limit) + " bytes";
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PBX_PASSWORD"), QStringLiteral("secret"));
        program.setProcessEnvironment(environment);
        program.setStandardOutputFile(QProcess::nullDevice());
        program.setStandardErrorFile(QProcess::nullDevice());
        program.setChildProcessModifier([limit] {
            const rlimit most{static_cast<rlim_t>(limit), static_cast<rlim_t>(limit)};
            ::setrlimit(RLIMIT_FSIZE, &most);
            std::signal(SIGXFSZ, SIG_IGN);
        });
        program.start(QStringLiteral(PBX_PROGRAM),
                      {QStringLiteral("push"), m_desk.here(), QStringLiteral("--force"), QStringLiteral("--to"),
                       QStringLiteral("cgp://admin@127.0.0.1:%1").arg(m_desk.port())});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        const auto open = unfinished(m_desk.workspace());
        const bool after = comparable(Desk::tree(m_desk.there())) == m_after;
        judge(program.exitCode() == 0 && !after ? "it says that it is done, and is not" : "");
        PushResult seen;
        seen.end = open ? PushResult::End::Unfinished : PushResult::End::Done;
        if (!open && !after)
            settle(std::unexpected(server::Failure()), false);
        else
            settle(seen, limit % 2 == 0);
    }
    report("no space here");
}

QTEST_GUILESS_MAIN(TestPushFaults)
#include "tst_push_faults.moc"
