// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/practice/store.h"
#include "tests/practice/practice_workspace.h"

#include <unistd.h>

using namespace practice_test;

/// The files of environments by command (server-interfaces, 3), and what never gets out of the workspace.
class TestPracticeEnvironments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lists();
    void listsInOtherManners();
    void readsAndStores();
    void deletes();
    void keepsLetterCaseOnDisk();
    void createsAndDeletes();
    void refusesNames_data();
    void refusesNames();
    void followsNoLinks();
    void serverAndStock();
    void clusterIsNone();
    void compiles_data();
    void compiles();
    void quotaAndFullDisk();
    void somebodyElseChanges();
    void tasks();
};

void TestPracticeEnvironments::lists()
{
    const Workspace workspace;
    Session session(workspace);
    const auto top = session.say("LISTDOMAINPBXFILES example.com");
    QVERIFY2(top.startsWith("201 {callback.sppr={STFileSize=#33;STModified=#T"), top);
    QVERIFY2(top.endsWith("russian={};}"), top);
    const auto russian = session.say("LISTDOMAINPBXFILES example.com FILE Russian");
    QVERIFY2(russian.startsWith("201 {welcome.wav={STFileSize=#31;"), russian);
    QVERIFY(!russian.contains("russian/"));
    QCOMPARE(session.code("LISTDOMAINPBXFILES example.com FILE french"), 501);
    QCOMPARE(session.code("LISTDOMAINPBXFILES example.com FILE callback.sppr"), 501);
    QCOMPARE(session.code("LISTDOMAINPBXFILES other.example"), 501);
}

void TestPracticeEnvironments::listsInOtherManners()
{
    using practice::Manner;
    const Workspace workspace;
    Manner manner;
    manner.attributes = Manner::Attributes::None;
    manner.folder = Manner::Folder::Array;
    QCOMPARE(Session(workspace, "admin", manner).say("LISTDOMAINPBXFILES example.com"), "201 {callback.sppr={};russian=();}");
    manner.folder = Manner::Folder::Absent;
    QCOMPARE(Session(workspace, "admin", manner).say("LISTDOMAINPBXFILES example.com"), "201 {callback.sppr={};}");
    manner.attributes = Manner::Attributes::Unknown;
    QVERIFY(Session(workspace, "admin", manner).say("LISTDOMAINPBXFILES example.com").contains("{Bytes=#33;Touched=#T"));
    manner.listsInherited = true;
    const auto all = Session(workspace, "admin", manner).say("LISTDOMAINPBXFILES example.com");
    QVERIFY(all.contains("greeting.wav="));
    QVERIFY(all.contains("pbx.sppr="));
    QCOMPARE(all.count("callback.sppr="), 1);
}

void TestPracticeEnvironments::readsAndStores()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("READDOMAINPBXFILE example.com FILE \"russian/welcome.wav\""),
             "201 [" + QByteArray("добро пожаловать").toBase64() + "]");
    QCOMPARE(session.code("READDOMAINPBXFILE example.com FILE \"russian/none.wav\""), 501);
    QCOMPARE(session.code("READDOMAINPBXFILE example.com FILE russian"), 501);
    QByteArray all(256, '\0');
    for (int i = 0; i < 256; ++i)
        all[i] = static_cast<char>(i);
    QCOMPARE(session.say("STOREDOMAINPBXFILE example.com FILE bytes.wav DATA [" + all.toBase64().toStdString() + "]"), "200 OK");
    QCOMPARE(workspace.read("domains/example.com/environment/bytes.wav"), all);
    QCOMPARE(session.say("READDOMAINPBXFILE example.com FILE bytes.wav"), "201 [" + all.toBase64() + "]");
    QCOMPARE(session.say("STOREDOMAINPBXFILE example.com FILE bytes.wav DATA []"), "200 OK");
    QCOMPARE(session.say("READDOMAINPBXFILE example.com FILE bytes.wav"), "201 []");
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE \"french/x.wav\" DATA []"), 501);
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE russian DATA []"), 501);
    QCOMPARE(session.code("STOREDOMAINPBXFILE other.example FILE x.wav DATA []"), 501);
    QVERIFY(!workspace.has("domains/other.example/environment"));
    const std::string large(3'000'000, 'x');
    QCOMPARE(session.say("STOREDOMAINPBXFILE example.com FILE large.wav DATA ["
                         + QByteArray::fromStdString(large).toBase64().toStdString() + "]"), "200 OK");
    QCOMPARE(workspace.read("domains/example.com/environment/large.wav").size(), 3'000'000);
}

void TestPracticeEnvironments::deletes()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.say("STOREDOMAINPBXFILE example.com FILE \"russian/welcome.wav\" DELETE"), "200 OK");
    QVERIFY(!workspace.has("domains/example.com/environment/russian/welcome.wav"));
    QVERIFY(workspace.has("domains/example.com/environment/russian"));
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE \"russian/welcome.wav\" DELETE"), 501);
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE russian DELETE"), 501);
    QVERIFY(workspace.has("domains/example.com/environment/russian"));
}

void TestPracticeEnvironments::keepsLetterCaseOnDisk()
{
    const Workspace workspace;
    workspace.write("domains/example.com/environment/Hello.WAV", "one");
    Session session(workspace);
    QVERIFY(session.say("LISTDOMAINPBXFILES example.com").contains("hello.wav="));
    QCOMPARE(session.say("READDOMAINPBXFILE example.com FILE \"HELLO.wav\""), "201 [b25l]");
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE \"hello.wav\" DATA [dHdv]"), 200);
    QCOMPARE(workspace.read("domains/example.com/environment/Hello.WAV"), "two");
    QVERIFY(!workspace.has("domains/example.com/environment/hello.wav"));
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE \"New.WAV\" DATA [dHdv]"), 200);
    QVERIFY(workspace.has("domains/example.com/environment/new.wav"));
}

void TestPracticeEnvironments::createsAndDeletes()
{
    const Workspace workspace;
    Session session(workspace);
    QCOMPARE(session.code("CREATEDOMAINPBX other.example FILE french"), 501); // no environment yet
    QCOMPARE(session.say("CREATEDOMAINPBX other.example"), "200 OK");
    QCOMPARE(session.say("LISTDOMAINPBXFILES other.example"), "201 {}");
    QCOMPARE(session.code("CREATEDOMAINPBX other.example"), 501);
    QCOMPARE(session.say("CREATEDOMAINPBX other.example FILE french"), "200 OK");
    QCOMPARE(session.code("CREATEDOMAINPBX other.example FILE French"), 501);
    QCOMPARE(session.code("CREATEDOMAINPBX other.example FILE \"a/b\""), 501);
    QCOMPARE(session.code("CREATEDOMAINPBX other.example FILE \"a.b\""), 501);
    QCOMPARE(session.say("LISTDOMAINPBXFILES other.example"), "201 {french={};}");
    QCOMPARE(session.code("DELETEDOMAINPBX example.com FILE russian"), 501); // it has files
    QVERIFY(workspace.has("domains/example.com/environment/russian/welcome.wav"));
    QCOMPARE(session.say("DELETEDOMAINPBX other.example FILE french"), "200 OK");
    QCOMPARE(session.code("DELETEDOMAINPBX other.example FILE french"), 501);
    practice::Manner manner;
    manner.createAgainFails = false;
    manner.deletesFilledLanguages = true;
    Session other(workspace, "admin", manner);
    QCOMPARE(other.code("CREATEDOMAINPBX other.example"), 200);
    QCOMPARE(other.code("CREATEDOMAINPBX example.com FILE russian"), 200);
    QVERIFY(workspace.has("domains/example.com/environment/russian/welcome.wav"));
    QCOMPARE(other.code("DELETEDOMAINPBX example.com FILE russian"), 200);
    QVERIFY(!workspace.has("domains/example.com/environment/russian"));
}

void TestPracticeEnvironments::refusesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const auto *name : {"", ".", "..", "../x.wav", "russian/../x.wav", "/etc/passwd", "russian/deep/x.wav", "russian/",
                             R"(a\\b.wav)", R"(x\010y.wav)", ".hidden", "russian/.hidden", "x\\009.wav"})
        QTest::newRow(name) << QByteArray(name);
    QTest::newRow("long") << QByteArray(101, 'x');
}

void TestPracticeEnvironments::refusesNames()
{
    QFETCH(QByteArray, name);
    const Workspace workspace;
    Session session(workspace);
    for (const auto *verb : {"STOREDOMAINPBXFILE example.com FILE \"%1\" DATA []", "READDOMAINPBXFILE example.com FILE \"%1\"",
                             "STOREDOMAINPBXFILE example.com FILE \"%1\" DELETE", "STORESERVERPBXFILE \"%1\" DATA []",
                             "READSTOCKPBXFILE \"%1\""}) {
        const auto line = QByteArray(verb).replace("%1", name).toStdString();
        QVERIFY2(session.code(line) == 501, line.c_str());
    }
    QCOMPARE(QDir(workspace.path(QStringLiteral("domains/example.com/environment")))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList({QStringLiteral("callback.sppr"), QStringLiteral("russian")}));
}

void TestPracticeEnvironments::followsNoLinks()
{
    const Workspace workspace;
    const QTemporaryDir outside;
    const auto target = outside.path() + QStringLiteral("/outside.wav");
    QFile file(target);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("outside") == 7);
    file.close();
    const auto environment = workspace.path(QStringLiteral("domains/example.com/environment/"));
    QVERIFY(QFile::link(target, environment + QStringLiteral("link.wav")));
    QVERIFY(QFile::link(outside.path(), environment + QStringLiteral("french")));
    QVERIFY(QDir().mkpath(workspace.path(QStringLiteral("domains"))));
    QVERIFY(QFile::link(outside.path(), workspace.path(QStringLiteral("domains/linked.example"))));
    Session session(workspace);
    QVERIFY(!session.say("LISTDOMAINPBXFILES example.com").contains("link"));
    QCOMPARE(session.code("READDOMAINPBXFILE example.com FILE link.wav"), 501);
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE link.wav DATA []"), 501);
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE link.wav DELETE"), 501);
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE \"french/x.wav\" DATA []"), 501);
    QCOMPARE(session.code("LISTDOMAINPBXFILES example.com FILE french"), 501);
    QCOMPARE(session.code("DELETEDOMAINPBX example.com FILE french"), 501);
    QCOMPARE(session.code("CREATEDOMAINPBX linked.example"), 512);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "outside");
    QCOMPARE(QDir(outside.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
}

void TestPracticeEnvironments::serverAndStock()
{
    const Workspace workspace;
    Session session(workspace);
    QVERIFY(session.say("LISTSERVERPBXFILES").startsWith("201 {greeting.wav={STFileSize=#15;"));
    QCOMPARE(session.code("CREATESERVERPBX german"), 200);
    QCOMPARE(session.code("STORESERVERPBXFILE \"german/x.wav\" DATA [QQ==]"), 200);
    QCOMPARE(session.say("READSERVERPBXFILE \"german/x.wav\""), "201 [QQ==]");
    QVERIFY(session.say("LISTSERVERPBXFILES german").startsWith("201 {x.wav="));
    QCOMPARE(session.code("DELETESERVERPBX german"), 501);
    QCOMPARE(session.code("STORESERVERPBXFILE \"german/x.wav\" DELETE"), 200);
    QCOMPARE(session.code("DELETESERVERPBX german"), 200);
    QVERIFY(!workspace.has("server/german"));
    QVERIFY(session.say("LISTSTOCKPBXFILES").contains("pbx.sppr="));
    QVERIFY(session.say("LISTSTOCKPBXFILES russian").contains("welcome.wav="));
    QVERIFY(session.say("READSTOCKPBXFILE \"pbx.sppr\"").startsWith("201 ["));
    QCOMPARE(session.code("READSTOCKPBXFILE \"none.sppr\""), 501);
    QCOMPARE(session.code("STORESTOCKPBXFILE \"pbx.sppr\" DATA []"), 500);
    const Workspace bare;
    QVERIFY(QDir(bare.path(QStringLiteral("server"))).removeRecursively());
    QCOMPARE(Session(bare).say("LISTSERVERPBXFILES"), "201 {}");
    QCOMPARE(Session(bare).code("STORESERVERPBXFILE x.wav DATA []"), 200);
}

void TestPracticeEnvironments::clusterIsNone()
{
    const Workspace workspace;
    Session session(workspace);
    for (const auto *line : {"LISTCLUSTERPBXFILES", "READCLUSTERPBXFILE x.wav", "STORECLUSTERPBXFILE x.wav DATA []"})
        QVERIFY2(session.say(line).startsWith("501 this server is not a member"), line);
}

void TestPracticeEnvironments::compiles_data()
{
    using Way = practice::Manner::TryCompile;
    QTest::addColumn<int>("way");
    QTest::addColumn<bool>("sound");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("stored");
    const auto row = [](const char *name, Way way, bool sound, int code, bool stored) {
        QTest::newRow(name) << static_cast<int>(way) << sound << code << stored;
    };
    row("unknown", Way::Unknown, true, 501, false);
    row("ignored", Way::Ignored, false, 200, true);
    row("stores nothing, sound", Way::StoresNothing, true, 200, false);
    row("stores nothing, faulty", Way::StoresNothing, false, 501, false);
    row("stores sound, sound", Way::StoresSound, true, 200, true);
    row("stores sound, faulty", Way::StoresSound, false, 501, false);
    row("stores all, faulty", Way::StoresAll, false, 501, true);
}

void TestPracticeEnvironments::compiles()
{
    QFETCH(int, way);
    QFETCH(bool, sound);
    const QByteArray program = sound ? "entry main is\n stop;\nend entry;\n" : "entry main is\n x = ;\nend entry;\n";
    const Workspace workspace;
    practice::Manner manner;
    manner.tryCompile = static_cast<practice::Manner::TryCompile>(way);
    Session session(workspace, "admin", manner);
    const auto answer = session.say("STOREDOMAINPBXFILE example.com FILE \"new.sppr\" DATA [" + program.toBase64().toStdString()
                                    + "] TRYCOMPILE");
    QTEST(answer.left(3).toInt(), "code");
    QTEST(workspace.has("domains/example.com/environment/new.sppr"), "stored");
    if (!sound && answer.startsWith("501"))
        QVERIFY2(answer.endsWith(", offset=20"), answer); // behind the ';' that is no expression
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE \"new.sppr\" DATA [" + program.toBase64().toStdString() + "]"), 200);
}

void TestPracticeEnvironments::quotaAndFullDisk()
{
    const Workspace workspace;
    practice::Manner manner;
    manner.quota = 100; // 64 are used
    Session session(workspace, "admin", manner);
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE a.wav DATA [" + std::string(48, 'A') + "]"), 200);
    QVERIFY(session.say("STOREDOMAINPBXFILE example.com FILE b.wav DATA [QQ==]").contains("quota"));
    QCOMPARE(session.code("STOREDOMAINPBXFILE example.com FILE a.wav DATA [QQ==]"), 200);
    QVERIFY(!workspace.has("domains/example.com/environment/b.wav"));
    const auto store = workspace.store();
    Session full(store);
    full.logIn("admin");
    store->setFullFrom(2);
    QCOMPARE(full.code("STOREDOMAINPBXFILE example.com FILE c.wav DATA [QQ==]"), 200);
    QVERIFY(full.say("STOREDOMAINPBXFILE example.com FILE c.wav DATA [QkI=]").contains("no space"));
    QCOMPARE(full.code("UPDATEACCOUNTPREFS ivanov {a=b;}"), 501);
    QCOMPARE(workspace.read("domains/example.com/environment/c.wav"), "A");
    store->setFullFrom(0);
    QCOMPARE(full.code("STOREDOMAINPBXFILE example.com FILE c.wav DATA [QkI=]"), 200);
}

void TestPracticeEnvironments::somebodyElseChanges()
{
    const Workspace workspace;
    const auto store = workspace.store();
    Session session(store);
    session.logIn("admin");
    store->changeByOthers(); // nothing was touched yet
    session.say("READDOMAINPBXFILE example.com FILE callback.sppr");
    const auto before = workspace.read("domains/example.com/environment/callback.sppr");
    store->changeByOthers();
    QVERIFY(workspace.read("domains/example.com/environment/callback.sppr").startsWith(before));
    QVERIFY(workspace.read("domains/example.com/environment/callback.sppr") != before);
    session.say("UPDATEACCOUNTPREFS ivanov {a=b;}");
    store->changeByOthers();
    QVERIFY(workspace.read("domains/example.com/accounts/ivanov.settings").contains("ChangedBy"));
    QCOMPARE(session.code("GETACCOUNTPREFS ivanov"), 201);
}

void TestPracticeEnvironments::tasks()
{
    const Workspace workspace;
    workspace.write("domains/example.com/environment/broken.sppr", "entry main is x = ; end entry;");
    Session session(workspace);
    const auto started = session.say("STARTPBXTASK ivanov PROGRAM callback PARAM (a,#5)");
    QVERIFY2(started.startsWith("201 "), started);
    const auto task = started.mid(4).toStdString();
    QCOMPARE(session.say("READNODESTATUS " + task), "201 #null#");
    QCOMPARE(session.say("SENDTASKEVENT " + task + " EVENT go PARAM {a=b;}"), "200 OK");
    QCOMPARE(session.say("KILLNODE " + task), "200 OK");
    for (const auto &line : {"KILLNODE " + task, "READNODESTATUS " + task, "SENDTASKEVENT " + task + " EVENT go"})
        QVERIFY(session.say(line).startsWith("501 unknown task"));
    QVERIFY(session.say("STARTPBXTASK ivanov PROGRAM missing").startsWith("501 Failed to load PBX application code"));
    QVERIFY(session.say("STARTPBXTASK ivanov PROGRAM broken").startsWith("501 Failed to load PBX application code"));
    QVERIFY(session.say("STARTPBXTASK ivanov PROGRAM callback ENTRY none").startsWith("501 Failed to load"));
    QVERIFY(session.say("STARTPBXTASK ivanov PROGRAM pbx").startsWith("201 ")); // of the stock
    QCOMPARE(session.code("STARTPBXTASK ghost PROGRAM callback"), 513);
    QCOMPARE(session.code("UPDATESCHEDULEDTASK ivanov {id=1;program=callback;when=#T23-11-2026_17:00:00;period=day;}"), 200);
    QCOMPARE(session.code("UPDATESCHEDULEDTASK ivanov {id=1;program=none;when=#T23-11-2026_17:00:00;}"), 501);
    QCOMPARE(session.code("UPDATESCHEDULEDTASK ivanov {id=1;program=callback;when=today;}"), 501);
    QCOMPARE(session.code("UPDATESCHEDULEDTASK ivanov {program=callback;}"), 501);
    QCOMPARE(session.code("UPDATESCHEDULEDTASK ivanov {id=1;}"), 200);
    QCOMPARE(session.code("GETDIALOGINFO 5"), 501);
}

QTEST_GUILESS_MAIN(TestPracticeEnvironments)
#include "tst_practice_environments.moc"
