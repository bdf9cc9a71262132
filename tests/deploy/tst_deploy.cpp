// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/deploy/desk.h"

#include <QLockFile>

using namespace pbx;
using namespace pbx::deploy;

/// Compare, pull, push and rollback over real sockets, with nothing going wrong but other people.
class TestDeploy : public QObject {
    Q_OBJECT

private:
    static Comparison compared(const Desk &desk, const server::Scope &scope = {Desk::domain})
    {
        auto comparison = compare(desk.workspace(), scope, desk.job());
        if (!comparison)
            qWarning("%s", text(comparison).c_str());
        return comparison.value_or(Comparison());
    }
    static PushResult pushed(const Desk &desk, bool force = false)
    {
        const auto plan = planPush(compared(desk));
        PushOptions options;
        options.who = QStringLiteral("anna");
        options.force = force;
        auto result = push(desk.workspace(), plan, options, desk.job());
        if (!result)
            qWarning("%s", text(result).c_str());
        return result.value_or(PushResult{PushResult::End::Unfinished, {}, {}, {}});
    }
    static int pulled(const Desk &desk, const std::vector<std::string> &theirs = {})
    {
        const auto done = pull(desk.workspace(), desk.scope(), theirs, desk.job());
        if (!done)
            qWarning("%s", text(done).c_str());
        return done ? static_cast<int>(done->size()) : -1;
    }

private Q_SLOTS:
    void mergesByLines_data();
    void mergesByLines();
    void tellsEachState();
    void firstPushMakesAllAndSecondNothing();
    void ordersActions();
    void pullTakesWhatChangedThereAlone();
    void pullKeepsWhatChangedOnBothSides();
    void settlingEndsAConflict();
    void settingsGoKeyByKey();
    void unknownSettingsSurvive();
    void conflictsAreRefusedUnlessForced();
    void changedBetweenPlanAndPush();
    void rollsBackOneAndSeveral();
    void rollbackSeesForeignChanges();
    void aliasMovesBetweenAccounts();
    void makesAndUndoesAccounts();
    void pullNewMakesAWorkspace();
    void serverWideEnvironment();
    void compilesFirst();
    void onlyOneAtATime();
    void brokenSettingsStopEverything();
    void noSpaceHereEndsBeforeAnythingChanges();
};

void TestDeploy::mergesByLines_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("here");
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("expected"); // null: conflict
    const auto row = [](const char *name, const char *base, const char *here, const char *there, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(base) << QString::fromLatin1(here) << QString::fromLatin1(there)
                            << (expected ? QString::fromLatin1(expected) : QString());
    };
    row("nothing", "a\nb\n", "a\nb\n", "a\nb\n", "a\nb\n");
    row("here alone", "a\nb\nc\n", "a\nB\nc\n", "a\nb\nc\n", "a\nB\nc\n");
    row("there alone", "a\nb\nc\n", "a\nb\nc\n", "a\nb\n", "a\nb\n");
    row("both, apart", "a\nb\nc\nd\ne\n", "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\nf\n", "A\nb\nc\nd\nE\nf\n");
    row("same change", "a\nb\nc\n", "a\nX\nc\n", "a\nX\nc\n", "a\nX\nc\n");
    row("same line", "a\nb\nc\n", "a\nX\nc\n", "a\nY\nc\n", nullptr);
    row("neighbours", "a\nb\nc\nd\n", "a\nX\nc\nd\n", "a\nb\nY\nd\n", nullptr);
    row("inserted at one place", "a\nb\n", "a\nX\nb\n", "a\nY\nb\n", nullptr);
    row("inserted at two places", "a\nb\nc\n", "X\na\nb\nc\n", "a\nb\nc\nY\n", "X\na\nb\nc\nY\n");
    row("removed and changed", "a\nb\nc\n", "a\nc\n", "a\nB\nc\n", nullptr);
    row("last line without end", "a\nb\nc", "X\nb\nc", "a\nb\nc\n", "X\nb\nc\n");
    row("from nothing", "", "a\n", "", "a\n");
    row("to nothing", "a\nb\n", "", "a\nb\n", "");
    row("two against one", "a\nb\nc\nd\ne\nf\n", "a\nB\nc\nD\ne\nf\n", "a\nb\nc\nd\ne\nF\n", "a\nB\nc\nD\ne\nF\n");
}

void TestDeploy::mergesByLines()
{
    QFETCH(QString, base);
    QFETCH(QString, here);
    QFETCH(QString, there);
    QFETCH(QString, expected);
    for (int turn = 0; turn < 2; ++turn) {
        const auto result = merged(base.toStdString(), here.toStdString(), there.toStdString());
        QCOMPARE(result.has_value(), !expected.isNull());
        if (result)
            QCOMPARE(QString::fromStdString(*result), expected);
        here.swap(there);
    }
}

void TestDeploy::tellsEachState()
{
    Desk desk;
    for (const auto *name : {"same.wav", "changedhere.wav", "changedthere.wav", "both.wav", "goneh.wav", "gonet.wav"}) {
        Desk::write(desk.here(), Desk::env(name), "first");
        Desk::write(desk.there(), Desk::env(name), "first");
    }
    QCOMPARE(pulled(desk), 0);
    Desk::write(desk.here(), Desk::env("changedhere.wav"), "other");
    Desk::write(desk.there(), Desk::env("changedthere.wav"), "other");
    Desk::write(desk.here(), Desk::env("both.wav"), "mine");
    Desk::write(desk.there(), Desk::env("both.wav"), "yours");
    Desk::remove(desk.here(), Desk::env("goneh.wav"));
    Desk::remove(desk.there(), Desk::env("gonet.wav"));
    Desk::write(desk.here(), Desk::env("russian/newhere.wav"), "n");
    Desk::write(desk.there(), Desk::env("newthere.wav"), "n");
    const auto comparison = compared(desk);
    QCOMPARE(stateOf(comparison, Desk::env("same.wav")), std::string("same"));
    QCOMPARE(stateOf(comparison, Desk::env("changedhere.wav")), std::string("changed-here"));
    QCOMPARE(stateOf(comparison, Desk::env("changedthere.wav")), std::string("changed-there"));
    QCOMPARE(stateOf(comparison, Desk::env("both.wav")), std::string("conflict"));
    QCOMPARE(stateOf(comparison, Desk::env("goneh.wav")), std::string("removed-here"));
    QCOMPARE(stateOf(comparison, Desk::env("gonet.wav")), std::string("removed-there"));
    QCOMPARE(stateOf(comparison, Desk::env("russian/newhere.wav")), std::string("added"));
    QCOMPARE(stateOf(comparison, Desk::env("newthere.wav")), std::string("added"));
    QVERIFY(comparison.differs());
    QVERIFY(comparison.baseline);
}

void TestDeploy::firstPushMakesAllAndSecondNothing()
{
    Desk desk;
    Desk::write(desk.here(), Desk::env("callback.sppr"), "entry Main is stop; end entry;\n");
    Desk::write(desk.here(), Desk::env("russian/welcome.wav"), std::string(5000, 'w'));
    Desk::write(desk.here(), Desk::env("empty.wav"), "");
    QVERIFY(!compared(desk).environmentThere);
    const auto first = pushed(desk);
    QVERIFY2(first.end == PushResult::End::Done, first.failure ? qPrintable(first.failure->text()) : "");
    QCOMPARE(difference(Desk::tree(desk.there()), Desk::tree(desk.here())), std::string());
    QVERIFY(!compared(desk).differs());
    const auto before = desk.traffic().received;
    QVERIFY(planPush(compared(desk)).isEmpty());
    QVERIFY(desk.traffic().received - before < 3000); // no content travels again
    const auto past = history(desk.workspace());
    QCOMPARE(past.pushes.size(), std::size_t(1));
    QCOMPARE(past.pushes[0].who, QStringLiteral("anna"));
    QCOMPARE(past.pushes[0].end, PushResult::End::Done);
    QVERIFY(past.problems.isEmpty());
}

void TestDeploy::ordersActions()
{
    Desk desk;
    const auto both = [&](const std::string &name) {
        Desk::write(desk.here(), Desk::env(name), "old");
        Desk::write(desk.there(), Desk::env(name), "old");
    };
    both("used.sppi");
    both("old.sppr");
    both("german/old.wav");
    QCOMPARE(pulled(desk), 0);
    Desk::write(desk.here(), Desk::env("used.sppi"), "newer");
    Desk::remove(desk.here(), Desk::env("old.sppr"));
    QVERIFY(QDir(desk.here() + QStringLiteral("/domains/example.com/environment/german")).removeRecursively());
    for (const auto *name : {"new.sppi", "program.sppr", "russian/hello.wav"})
        Desk::write(desk.here(), Desk::env(name), "new");
    std::vector<std::string> order;
    for (const auto &action : planPush(compared(desk)).actions)
        order.push_back(action.name);
    const std::vector<std::string> expected{"russian", "new.sppi", "russian/hello.wav", "used.sppi", "program.sppr", "old.sppr",
                                            "german/old.wav", "german"};
    QCOMPARE(order, expected);
    QCOMPARE(pushed(desk).end, PushResult::End::Done);
    QCOMPARE(difference(Desk::tree(desk.there()), Desk::tree(desk.here())), std::string());
}

void TestDeploy::pullTakesWhatChangedThereAlone()
{
    Desk desk;
    Desk::write(desk.there(), Desk::env("a.sppr"), "one\n");
    Desk::write(desk.there(), Desk::env("russian/b.wav"), "two");
    QCOMPARE(pulled(desk), 2);
    QCOMPARE(difference(Desk::tree(desk.there()), Desk::tree(desk.here())), std::string());
    Desk::write(desk.there(), Desk::env("a.sppr"), "changed\n");
    Desk::remove(desk.there(), Desk::env("russian/b.wav"));
    QCOMPARE(pulled(desk), 2);
    QCOMPARE(Desk::read(desk.here(), Desk::env("a.sppr")), std::string("changed\n"));
    QCOMPARE(Desk::read(desk.here(), Desk::env("russian/b.wav")), std::string("(none)"));
    QVERIFY(!compared(desk).differs());
}

void TestDeploy::pullKeepsWhatChangedOnBothSides()
{
    Desk desk;
    Desk::write(desk.there(), Desk::env("a.sppr"), "one\n");
    QCOMPARE(pulled(desk), 1);
    Desk::write(desk.there(), Desk::env("a.sppr"), "theirs\n");
    Desk::write(desk.here(), Desk::env("a.sppr"), "mine\n");
    const auto done = pull(desk.workspace(), desk.scope(), {}, desk.job());
    QVERIFY(done);
    QCOMPARE(done->size(), std::size_t(1));
    QCOMPARE(done->front().what, Pulled::What::Kept);
    QVERIFY(!done->front().why.isEmpty());
    QCOMPARE(Desk::read(desk.here(), Desk::env("a.sppr")), std::string("mine\n"));
    QCOMPARE(stateOf(compared(desk), Desk::env("a.sppr")), std::string("conflict")); // still
    QCOMPARE(pulled(desk, {Desk::env("a.sppr")}), 1);
    QCOMPARE(Desk::read(desk.here(), Desk::env("a.sppr")), std::string("theirs\n"));
    QVERIFY(!compared(desk).differs());
}

void TestDeploy::settlingEndsAConflict()
{
    Desk desk;
    const std::string base = "a\nb\nc\nd\ne\n";
    Desk::write(desk.there(), Desk::env("a.sppr"), base);
    QCOMPARE(pulled(desk), 1);
    Desk::write(desk.there(), Desk::env("a.sppr"), "a\nb\nc\nd\nE\n");
    Desk::write(desk.here(), Desk::env("a.sppr"), "A\nb\nc\nd\ne\n");
    const auto comparison = compared(desk);
    const auto &item = comparison.items.front();
    QCOMPARE(item.state, ItemState::Conflict);
    const auto workspace = desk.workspace();
    const auto kept = baseContent(workspace, desk.scope(), item);
    QCOMPARE(kept, std::optional(base));
    const auto theirs = content(workspace, desk.scope(), item, Side::There, desk.job());
    const auto mine = content(workspace, desk.scope(), item, Side::Here, desk.job());
    QVERIFY(theirs && mine);
    const auto both = merged(*kept, *mine, *theirs);
    QVERIFY(both);
    QVERIFY(settle(workspace, desk.scope(), item, *both, desk.job()));
    QCOMPARE(stateOf(compared(desk), Desk::env("a.sppr")), std::string("changed-here"));
    QCOMPARE(pushed(desk).end, PushResult::End::Done);
    QCOMPARE(Desk::read(desk.there(), Desk::env("a.sppr")), std::string("A\nb\nc\nd\nE\n"));
}

void TestDeploy::settingsGoKeyByKey()
{
    Desk desk;
    const std::string first = "{Aliases=(200);Preferences={Language=Russian;WorkDayStart=28800;};}";
    Desk::write(desk.there(), Desk::account("ivanov"), first);
    QCOMPARE(pulled(desk), 1);
    Desk::write(desk.here(), Desk::account("ivanov"), "{Aliases=(200,201);Note=mine;Preferences={Language=Russian;WorkDayStart=28800;};}");
    Desk::write(desk.there(), Desk::account("ivanov"), "{Aliases=(200);Preferences={Language=German;WorkDayStart=#28800;};}");
    auto comparison = compared(desk);
    QCOMPARE(comparison.items.front().keys.size(), std::size_t(2)); // a number is the same as its text
    QCOMPARE(stateOf(comparison, Desk::account("ivanov")), std::string("changed-here"));
    QCOMPARE(pushed(desk).end, PushResult::End::Done);
    QVERIFY(Desk::read(desk.there(), Desk::account("ivanov")).contains("German")); // not touched
    QVERIFY(Desk::read(desk.there(), Desk::account("ivanov")).contains("201"));
    QCOMPARE(stateOf(compared(desk), Desk::account("ivanov")), std::string("changed-there"));
    QCOMPARE(pulled(desk), 1);
    const auto here = Desk::read(desk.here(), Desk::account("ivanov"));
    QVERIFY(here.contains("German") && here.contains("201") && here.contains("Note = mine"));
    QVERIFY(!compared(desk).differs());
    // Taken away here: the server is told so.
    Desk::write(desk.here(), Desk::account("ivanov"), "{Aliases=(200,201);Preferences={WorkDayStart=28800;};}");
    QCOMPARE(pushed(desk).end, PushResult::End::Done);
    QVERIFY(!Desk::read(desk.there(), Desk::account("ivanov")).contains("Language"));
    QVERIFY(!compared(desk).differs());
}

void TestDeploy::unknownSettingsSurvive()
{
    Desk desk;
    const std::string odd = "{Preferences={Odd=#5;Later=#T22-10-2013_10:11:12;Peer=#I[10.0.44.55]:25;Deep={a=(1,{b=\"x\\009y\";});};};}";
    Desk::write(desk.there(), Desk::account("pbx"), odd);
    QCOMPARE(pulled(desk), 1);
    const auto here = Desk::read(desk.here(), Desk::account("pbx"));
    QVERIFY(here.contains("Odd = #5") && here.contains("#T22-10-2013_10:11:12") && here.contains("#I[10.0.44.55]:25"));
    QVERIFY(!compared(desk).differs());
    Desk::remove(desk.there(), Desk::account("pbx"));
    QCOMPARE(stateOf(compared(desk), Desk::account("pbx")), std::string("removed-there"));
}

void TestDeploy::conflictsAreRefusedUnlessForced()
{
    Desk desk;
    Desk::write(desk.there(), Desk::env("a.wav"), "theirs");
    Desk::write(desk.here(), Desk::env("a.wav"), "mine");
    const auto plan = planPush(compared(desk));
    QCOMPARE(plan.conflicts(), 1);
    const auto refused = push(desk.workspace(), plan, {}, desk.job());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, server::Failure::Kind::Changed);
    QCOMPARE(Desk::read(desk.there(), Desk::env("a.wav")), std::string("theirs"));
    QVERIFY(history(desk.workspace()).pushes.empty());
    QCOMPARE(pushed(desk, true).end, PushResult::End::Done);
    QCOMPARE(Desk::read(desk.there(), Desk::env("a.wav")), std::string("mine"));
}

void TestDeploy::changedBetweenPlanAndPush()
{
    Desk desk;
    Desk::write(desk.there(), Desk::env("a.wav"), "old");
    QCOMPARE(pulled(desk), 1);
    Desk::write(desk.here(), Desk::env("a.wav"), "mine");
    Desk::write(desk.here(), Desk::env("b.wav"), "new");
    const auto plan = planPush(compared(desk));
    Desk::write(desk.there(), Desk::env("a.wav"), "somebody's");
    const auto refused = push(desk.workspace(), plan, {}, desk.job());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, server::Failure::Kind::Changed);
    Desk::write(desk.there(), Desk::env("a.wav"), "old");
    Desk::write(desk.there(), Desk::env("b.wav"), "somebody's new one");
    const auto undone = push(desk.workspace(), plan, {}, desk.job());
    QVERIFY(undone);
    QCOMPARE(undone->end, PushResult::End::Undone);
    QCOMPARE(Desk::read(desk.there(), Desk::env("a.wav")), std::string("old"));
    QCOMPARE(Desk::read(desk.there(), Desk::env("b.wav")), std::string("somebody's new one"));
    Desk::write(desk.here(), Desk::env("a.wav"), "changed here meanwhile");
    QVERIFY(!push(desk.workspace(), plan, {}, desk.job()));
}

void TestDeploy::rollsBackOneAndSeveral()
{
    Desk desk;
    Desk::write(desk.here(), Desk::env("a.sppr"), "one\n");
    Desk::write(desk.here(), Desk::account("pbx"), "{Preferences={Language=Russian;};}");
    Desk::write(desk.there(), Desk::account("pbx"), "{\n Preferences = {\n  Language = Russian;\n };\n}\n");
    QCOMPARE(pushed(desk).end, PushResult::End::Done);
    std::vector<Tree> states{Desk::tree(desk.there())};
    for (const auto *text : {"two\n", "three\n"}) {
        Desk::write(desk.here(), Desk::env("a.sppr"), text);
        Desk::write(desk.here(), Desk::env("german/" + std::string(text, 3) + ".wav"), text);
        Desk::write(desk.here(), Desk::account("pbx"), "{Preferences={Language=" + std::string(text, 3) + ";};}");
        QCOMPARE(pushed(desk).end, PushResult::End::Done);
        states.push_back(Desk::tree(desk.there()));
    }
    const auto back = [&](std::size_t newest) {
        const auto id = history(desk.workspace()).pushes.at(newest).id;
        const auto plan = planRollback(desk.workspace(), id, desk.job());
        QVERIFY2(plan, text(plan).c_str());
        QCOMPARE(plan->conflicts(), 0);
        const auto result = rollback(desk.workspace(), id, *plan, {}, desk.job());
        QVERIFY2(result, text(result).c_str());
        QCOMPARE(result->end, PushResult::End::Done);
    };
    back(0);
    QCOMPARE(difference(Desk::tree(desk.there()), states[1]), std::string());
    QCOMPARE(stateOf(compared(desk), Desk::env("a.sppr")), std::string("changed-here"));
    back(0); // the rollback itself
    QCOMPARE(difference(Desk::tree(desk.there()), states[2]), std::string());
    back(3); // the second push, with everything since
    QCOMPARE(difference(Desk::tree(desk.there()), states[0]), std::string());
}

void TestDeploy::rollbackSeesForeignChanges()
{
    Desk desk;
    Desk::write(desk.here(), Desk::env("a.wav"), "one");
    Desk::write(desk.here(), Desk::env("b.wav"), "one");
    QCOMPARE(pushed(desk).end, PushResult::End::Done);
    Desk::write(desk.there(), Desk::env("a.wav"), "somebody's");
    const auto id = history(desk.workspace()).pushes.front().id;
    const auto plan = planRollback(desk.workspace(), id, desk.job());
    QVERIFY(plan);
    QCOMPARE(plan->conflicts(), 1);
    QVERIFY(!rollback(desk.workspace(), id, *plan, {}, desk.job()));
    QCOMPARE(Desk::read(desk.there(), Desk::env("b.wav")), std::string("one"));
    PushOptions force;
    force.force = true;
    const auto forced = rollback(desk.workspace(), id, *plan, force, desk.job());
    QVERIFY(forced && forced->end == PushResult::End::Done);
    QCOMPARE(Desk::read(desk.there(), Desk::env("a.wav")), std::string("(none)"));
}

void TestDeploy::aliasMovesBetweenAccounts()
{
    Desk desk;
    for (const auto &side : {desk.here(), desk.there()}) {
        Desk::write(side, Desk::account("anna"), "{Aliases=(200);}");
        Desk::write(side, Desk::account("zoe"), "{Aliases=(300,301);}");
    }
    QCOMPARE(pulled(desk), 0);
    Desk::write(desk.here(), Desk::account("anna"), "{Aliases=(200,301);}");
    Desk::write(desk.here(), Desk::account("zoe"), "{Aliases=(300);}");
    QCOMPARE(pushed(desk).end, PushResult::End::Done);
    QVERIFY(!compared(desk).differs());
    QVERIFY(Desk::read(desk.there(), Desk::account("anna")).contains("301"));
}

void TestDeploy::makesAndUndoesAccounts()
{
    Desk desk;
    Desk::write(desk.here(), Desk::account("new"), "{Aliases=(400);Settings={RealName=\"New One\";};Preferences={Language=Russian;};}");
    Desk::write(desk.here(), Desk::account("other"), "{Aliases=(401);}");
    Desk::write(desk.here(), "domains/example.com/domain.settings", "{Forwarders={sales=\"new@example.com\";};Preferences={WorkDayStart=3600;};}");
    const auto before = Desk::tree(desk.there());
    desk.setFaults({{practice::Fault::Kind::DiskFull, 1000, false}});
    QCOMPARE(pushed(desk).end, PushResult::End::Done);
    QVERIFY(!compared(desk).differs());
    const auto after = Desk::read(desk.there(), "domains/example.com/domain.settings");
    QVERIFY(after.contains("sales") && after.contains("3600"));
    // Removed here: never removed there.
    Desk::remove(desk.here(), Desk::account("other"));
    const auto plan = planPush(compared(desk));
    QVERIFY(plan.isEmpty());
    QCOMPARE(plan.left, std::vector<std::string>{Desk::account("other")});
}

void TestDeploy::pullNewMakesAWorkspace()
{
    Desk desk;
    Desk::write(desk.there(), Desk::env("a.sppr"), "one\n");
    Desk::write(desk.there(), "server/outer.wav", "outer");
    Desk::write(desk.there(), Desk::account("pbx"), "{Aliases=(200);}");
    const auto folder = desk.here() + QStringLiteral("-new");
    const auto made = pullNew(folder, desk.settings(), {}, desk.job());
    QVERIFY2(made, text(made).c_str());
    QCOMPARE(Desk::read(folder, Desk::env("a.sppr")), std::string("one\n"));
    QCOMPARE(Desk::read(folder, "server/outer.wav"), std::string("outer"));
    const auto workspace = files::Workspace::open(folder);
    QVERIFY(workspace);
    QCOMPARE(workspace->defaultDomain(), std::string("example.com"));
    QVERIFY(!Desk::read(folder, "workspace.settings").contains("secret"));
    for (const auto &scope : {desk.scope(), server::Scope()}) {
        const auto comparison = compare(*workspace, scope, desk.job());
        QVERIFY(comparison && !comparison->differs() && comparison->baseline);
    }
    QVERIFY(!pullNew(folder, desk.settings(), {}, desk.job())); // not empty any more
    // A domain that is not there leaves nothing behind.
    const auto none = desk.here() + QStringLiteral("-none");
    const auto missing = pullNew(none, desk.settings(), "nowhere.example", desk.job());
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, server::Failure::Kind::NoDomain);
    QVERIFY(!QFileInfo::exists(none));
    QVERIFY(QDir(QFileInfo(none).absolutePath()).entryList({QStringLiteral("*.new-*")}, QDir::Dirs).isEmpty());
}

void TestDeploy::serverWideEnvironment()
{
    Desk desk;
    Desk::write(desk.here(), "server/outer.sppi", "x\n");
    Desk::write(desk.here(), "server/russian/hello.wav", "y");
    const auto comparison = compared(desk, {});
    QCOMPARE(comparison.items.size(), std::size_t(2));
    const auto result = push(desk.workspace(), planPush(comparison), {}, desk.job());
    QVERIFY(result && result->end == PushResult::End::Done);
    QCOMPARE(Desk::read(desk.there(), "server/russian/hello.wav"), std::string("y"));
    QVERIFY(!compared(desk, {}).differs());
}

void TestDeploy::compilesFirst()
{
    Desk::Options options;
    options.manner.tryCompile = practice::Manner::TryCompile::StoresNothing;
    Desk desk(options);
    desk.m_settings.dialect.tryCompile = server::TryCompile::StoresNothing;
    Desk::write(desk.here(), Desk::env("a.wav"), "a");
    Desk::write(desk.here(), Desk::env("bad.sppr"), "entry Main is\n  x = = 1;\nend entry;\n");
    Desk::write(desk.here(), Desk::env("good.sppr"), "entry Main is\n  stop;\nend entry;\n");
    const auto plan = planPush(compared(desk));
    const auto result = push(desk.workspace(), plan, {}, desk.job());
    QVERIFY2(result, text(result).c_str());
    QCOMPARE(result->end, PushResult::End::Undone);
    const auto bad = std::ranges::find(plan.actions, "bad.sppr", &Action::name) - plan.actions.begin();
    QCOMPARE(result->results.at(static_cast<std::size_t>(bad)).end, ActionResult::End::Failed);
    QCOMPARE(result->results.at(static_cast<std::size_t>(bad)).line, 2);
    QVERIFY(!result->results.at(static_cast<std::size_t>(bad)).message.isEmpty());
    QCOMPARE(Desk::read(desk.there(), Desk::env("a.wav")), std::string("(none)"));
    Desk::write(desk.here(), Desk::env("bad.sppr"), "entry Main is\n  x = 1;\nend entry;\n");
    QCOMPARE(pushed(desk).end, PushResult::End::Done);
}

void TestDeploy::onlyOneAtATime()
{
    Desk desk;
    Desk::write(desk.here(), Desk::env("a.wav"), "a");
    const auto plan = planPush(compared(desk));
    QDir().mkpath(desk.here() + QStringLiteral("/.pbx"));
    QLockFile lock(desk.here() + QStringLiteral("/.pbx/lock"));
    QVERIFY(lock.tryLock(0));
    const auto refused = push(desk.workspace(), plan, {}, desk.job());
    QVERIFY(!refused);
    QVERIFY(refused.error().text().contains(QStringLiteral("right now")));
    lock.unlock();
    const auto done = push(desk.workspace(), plan, {}, desk.job());
    QVERIFY(done && done->end == PushResult::End::Done);
}

void TestDeploy::brokenSettingsStopEverything()
{
    Desk desk;
    Desk::write(desk.there(), Desk::account("pbx"), "{Aliases=(200);}");
    QCOMPARE(pulled(desk), 1);
    Desk::write(desk.here(), Desk::account("pbx"), "{Aliases=(200");
    const auto refused = compare(desk.workspace(), desk.scope(), desk.job());
    QVERIFY(!refused);
    QVERIFY2(refused.error().text().contains(QStringLiteral("pbx.settings:1:")), text(refused).c_str());
}

void TestDeploy::noSpaceHereEndsBeforeAnythingChanges()
{
    Desk desk;
    Desk::write(desk.there(), Desk::env("a.wav"), "old");
    QCOMPARE(pulled(desk), 1);
    Desk::write(desk.here(), Desk::env("a.wav"), "mine");
    const auto plan = planPush(compared(desk));
    // Objects can't be kept where a file has the folder's name.
    QVERIFY(QDir(desk.here() + QStringLiteral("/.pbx/objects")).removeRecursively() || true);
    Desk::write(desk.here(), ".pbx/objects", "in the way");
    const auto refused = push(desk.workspace(), plan, {}, desk.job());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, server::Failure::Kind::Local);
    QCOMPARE(Desk::read(desk.there(), Desk::env("a.wav")), std::string("old"));
    QVERIFY(history(desk.workspace()).pushes.empty());
}

QTEST_GUILESS_MAIN(TestDeploy)
#include "tst_deploy.moc"
