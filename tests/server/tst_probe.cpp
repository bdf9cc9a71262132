// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/server/probe.h"
#include "tests/server/practice_connection.h"

#include <QDirIterator>
#include <QTest>

#include <map>

using namespace pbx;
using namespace pbx::server;
using practice::Manner;

namespace {

const ProbeAnswer *answerTo(const ProbeResult &result, int point)
{
    const auto found = std::ranges::find(result.answers, point, &ProbeAnswer::point);
    return found == result.answers.end() ? nullptr : &*found;
}

/// Everything below a folder: relative path → content.
std::map<QString, QByteArray> contents(const QString &folder)
{
    std::map<QString, QByteArray> all;
    QDirIterator entries(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const auto info = entries.nextFileInfo();
        QFile file(info.filePath());
        all[info.filePath().mid(folder.size())] = info.isFile() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    return all;
}

/// Long lines take time; only one test is about them.
Manner quick()
{
    Manner manner;
    manner.longestLine = 70'000;
    return manner;
}

ProbeResult probed(PracticeConnection &line, ProbeDepth depth = ProbeDepth::ReadOnly)
{
    Remote remote(line);
    auto result = probe(remote, "example.com", depth);
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *result;
}

} // namespace

class ProbeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readOnlyChangesNothing();
    void everyPointIsAnswered();
    void inherited_data();
    void inherited();
    void tryCompile_data();
    void tryCompile();
    void filledLanguages_data();
    void filledLanguages();
    void longestLine();
    void scratchFilesAreRemoved_data();
    void scratchFilesAreRemoved();
    void rulesOfAccounts();
    void withoutRights();
    void withoutEnvironment();
    void lostLine();
    void anotherRelease();
};

void ProbeTest::readOnlyChangesNothing()
{
    PracticeConnection line(quick());
    const auto before = contents(line.workspace());
    QVERIFY(before.size() > 3);
    const auto result = probed(line);
    QCOMPARE(contents(line.workspace()), before);
    for (const auto &sent : line.sent) {
        for (const auto *verb : {"STORE", "CREATE", "DELETE", "SET", "UPDATE", "START", "KILL", "SEND", "RENAME"})
            QVERIFY2(!sent.starts_with(verb), sent.c_str());
    }
    QCOMPARE(result.dialect.version, QStringLiteral("6.3.12"));
    QVERIFY(!result.dialect.askedAt.isEmpty());
    QCOMPARE(result.dialect.tryCompile, TryCompile::Unknown);
}

void ProbeTest::everyPointIsAnswered()
{
    PracticeConnection line(quick());
    const auto result = probed(line);
    QCOMPARE(result.answers.size(), std::size_t(21));
    for (int point = 1; point <= 21; ++point) {
        const auto *answer = answerTo(result, point);
        QVERIFY(answer);
        QVERIFY(!answer->question.isEmpty());
        QVERIFY2(!answer->answer.isEmpty() || !answer->consequence.isEmpty(), qPrintable(answer->question));
    }
    QVERIFY(answerTo(result, 3)->answer.contains(QLatin1String("STFileSize")));
    QVERIFY(answerTo(result, 4)->answer.contains(QLatin1String("501")));
    QCOMPARE(answerTo(result, 19)->answer, QStringLiteral("All that were tried."));
}

void ProbeTest::inherited_data()
{
    QTest::addColumn<bool>("lists");
    QTest::newRow("own files alone") << false;
    QTest::newRow("outer layers too") << true;
}

void ProbeTest::inherited()
{
    QFETCH(bool, lists);
    auto manner = quick();
    manner.listsInherited = lists;
    PracticeConnection line(manner);
    line.serverSettings.dialect = probed(line).dialect;
    QCOMPARE(line.serverSettings.dialect.listsInherited, lists);
    // With the answer in hand both kinds of server list the same.
    Remote remote(line);
    const auto files = remote.files(Scope{"example.com"});
    QVERIFY2(files, files ? "" : qPrintable(files.error().text()));
    QDir own(line.workspace() + QStringLiteral("/domains/example.com/environment"));
    QStringList names;
    for (const auto &file : files->files)
        names += QString::fromStdString(file.name);
    QCOMPARE(names, own.entryList(QDir::Files, QDir::Name));
}

void ProbeTest::tryCompile_data()
{
    QTest::addColumn<int>("manner");
    QTest::addColumn<int>("found");
    const auto row = [](const char *name, Manner::TryCompile manner, TryCompile found) {
        QTest::newRow(name) << static_cast<int>(manner) << static_cast<int>(found);
    };
    row("unknown word", Manner::TryCompile::Unknown, TryCompile::No);
    row("ignored", Manner::TryCompile::Ignored, TryCompile::No);
    row("stores nothing", Manner::TryCompile::StoresNothing, TryCompile::StoresNothing);
    row("stores what compiles", Manner::TryCompile::StoresSound, TryCompile::Stores);
    row("stores all", Manner::TryCompile::StoresAll, TryCompile::Stores);
}

/// And what the probe found is used right: nothing of a trial stays, a live program is not replaced by it.
void ProbeTest::tryCompile()
{
    QFETCH(int, manner);
    QFETCH(int, found);
    auto chosen = quick();
    chosen.tryCompile = static_cast<Manner::TryCompile>(manner);
    PracticeConnection line(chosen);
    line.serverSettings.dialect = probed(line, ProbeDepth::WithScratchFiles).dialect;
    QCOMPARE(static_cast<int>(line.serverSettings.dialect.tryCompile), found);
    Remote remote(line);
    const Scope scope{"example.com"};
    QVERIFY(remote.store(scope, "live.sppr", "entry Main is\nend entry;\n"));
    const auto before = contents(line.workspace());
    const auto sound = remote.compile(scope, "live.sppr", "entry Main is\n  stop;\nend entry;\n");
    QVERIFY(sound);
    const auto faulty = remote.compile(scope, "live.sppr", "entry Main is\n  x = = 5;\nend entry;\n");
    QVERIFY(faulty);
    QCOMPARE(contents(line.workspace()), before);
    QCOMPARE(sound->has_value(), found != static_cast<int>(TryCompile::No));
    if (*sound) {
        QVERIFY((*sound)->sound);
        QVERIFY(!(*faulty)->sound);
        QVERIFY(!(*faulty)->complaint.isEmpty());
        QVERIFY((*faulty)->offset);
        QVERIFY(*(*faulty)->offset > 15 && *(*faulty)->offset < 30);
    }
}

void ProbeTest::filledLanguages_data()
{
    QTest::addColumn<bool>("go");
    QTest::newRow("stay") << false;
    QTest::newRow("go") << true;
}

void ProbeTest::filledLanguages()
{
    QFETCH(bool, go);
    auto manner = quick();
    manner.deletesFilledLanguages = go;
    PracticeConnection line(manner);
    QCOMPARE(probed(line, ProbeDepth::WithScratchFiles).dialect.deletesFilledLanguages, go);
}

void ProbeTest::longestLine()
{
    Manner manner;
    manner.longestLine = 100'000;
    PracticeConnection line(manner);
    line.serverSettings.dialect = probed(line).dialect;
    const auto longest = line.serverSettings.dialect.longestLine;
    QVERIFY(longest >= 64u << 10);
    QVERIFY(longest <= 100'000);
    Remote remote(line);
    const auto count = line.sent.size();
    QVERIFY(!remote.store(Scope{"example.com"}, "a.wav", std::string(90'000, 'x')));
    QCOMPARE(line.sent.size(), count);
    QVERIFY(remote.store(Scope{"example.com"}, "a.wav", std::string(40'000, 'x')));

    PracticeConnection unlimited;
    QCOMPARE(probed(unlimited).dialect.longestLine, std::size_t(0));
}

void ProbeTest::scratchFilesAreRemoved_data()
{
    QTest::addColumn<int>("lineLimit");
    QTest::addColumn<bool>("createAgainFails");
    QTest::newRow("usual") << 0 << true;
    QTest::newRow("short lines") << 70'000 << true;
    QTest::newRow("creating again succeeds") << 0 << false;
}

void ProbeTest::scratchFilesAreRemoved()
{
    QFETCH(int, lineLimit);
    QFETCH(bool, createAgainFails);
    Manner manner;
    manner.longestLine = static_cast<std::size_t>(lineLimit);
    manner.createAgainFails = createAgainFails;
    manner.tryCompile = Manner::TryCompile::StoresAll;
    PracticeConnection line(manner);
    const auto before = contents(line.workspace());
    const auto result = probed(line, ProbeDepth::WithScratchFiles);
    QCOMPARE(contents(line.workspace()), before);
    QVERIFY(answerTo(result, 6)->answer.startsWith(QLatin1String("No")));
    QVERIFY(answerTo(result, 17)->answer.contains(QLatin1String("task-1")));
    QVERIFY(!answerTo(result, 4)->answer.contains(QLatin1String("could not be removed")));
    for (const auto &sent : line.sent) {
        if (sent.starts_with("STORE") || sent.starts_with("DELETE"))
            QVERIFY2(sent.contains("pbx-probe-"), sent.substr(0, 100).c_str());
    }
}

void ProbeTest::rulesOfAccounts()
{
    PracticeConnection line(quick());
    Remote remote(line);
    const auto rules = data::readNotation(
        R"(((100006,"#Divert",((Method,is,INVITE),(FreeBusy,is,Unavailable)),(("Redirect to","#callback"),("Stop Processing","---")))))");
    QVERIFY(remote.setSignalRules("example.com", "pbx", rules->value));
    const auto result = probed(line);
    QVERIFY(answerTo(result, 1)->answer.contains(QLatin1String("#Divert")));
    QVERIFY(answerTo(result, 2)->answer.contains(QLatin1String("Unavailable")));
    QCOMPARE(answerTo(result, 15)->answer, QStringLiteral("100006"));
    QCOMPARE(answerTo(result, 20)->answer, QStringLiteral("Yes."));
    QVERIFY(answerTo(result, 11)->answer.contains(QLatin1String("ReceptDirPrefix")));
}

/// An administrator of the domain without any further right: answers all the same.
void ProbeTest::withoutRights()
{
    PracticeConnection line(quick(), "admin@example.com", {"Domain"});
    const auto result = probed(line);
    QCOMPARE(result.answers.size(), std::size_t(21));
    QVERIFY(answerTo(result, 8)->answer.contains(QLatin1String("510")));
}

void ProbeTest::withoutEnvironment()
{
    PracticeConnection line(quick());
    QVERIFY(QDir(line.workspace() + QStringLiteral("/domains/example.com/environment")).removeRecursively());
    const auto before = contents(line.workspace());
    const auto result = probed(line, ProbeDepth::WithScratchFiles);
    QCOMPARE(contents(line.workspace()), before);
    QVERIFY(answerTo(result, 21)->answer.isEmpty());
    QVERIFY(!answerTo(result, 21)->consequence.isEmpty());
}

void ProbeTest::lostLine()
{
    const auto manner = quick();
    PracticeConnection whole(manner);
    probed(whole);
    for (std::size_t at = 1; at <= whole.sent.size(); ++at) {
        // Long lines are the last to be asked; a break there is an answer until the line proves to be dead.
        PracticeConnection line(manner);
        line.breaksAt = at;
        Remote remote(line);
        const auto result = probe(remote, "example.com");
        if (at < whole.sent.size() - 5) {
            QVERIFY(!result);
            QCOMPARE(result.error().kind, Failure::Kind::ConnectionLost);
        }
        QVERIFY(line.sent.size() <= whole.sent.size() + 1);
    }
    PracticeConnection line;
    Remote remote(line);
    QCOMPARE(probe(remote, "").error().kind, Failure::Kind::BadRequest);
}

void ProbeTest::anotherRelease()
{
    PracticeConnection line(quick());
    line.serverSettings.dialect.version = QStringLiteral("5.0");
    line.serverSettings.dialect.tryCompile = TryCompile::Stores;
    line.serverSettings.dialect.pipelining = true;
    auto dialect = probed(line).dialect;
    QCOMPARE(dialect.tryCompile, TryCompile::Unknown);
    QVERIFY(!dialect.pipelining);
    // Of the same release, what could not be asked this time is kept.
    line.serverSettings.dialect.version = QStringLiteral("6.3.12");
    dialect = probed(line).dialect;
    QCOMPARE(dialect.tryCompile, TryCompile::Stores);
    QVERIFY(dialect.pipelining);
}

QTEST_GUILESS_MAIN(ProbeTest)
#include "tst_probe.moc"
