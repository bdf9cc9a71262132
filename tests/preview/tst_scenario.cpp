// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/files/atomic_file.h"
#include "preview/scenario/runner.h"
#include "tests/preview/desk.h"

using namespace pbx;

/// Scenario files: reading, what each expectation is met by and what not, several callers, the guide's own examples.
class TestScenario : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void faults_data();
    void faults();
    void expectations_data();
    void expectations();
    void severalCallers();
    void errorsOfPrograms();
    void forbiddenIsShown();
    void sideBySide();
    void theGuidesExamples();
    void savedCallPasses();
    void sameResultAThousandTimes();
    void hostileFiles();

private:
    scenario::Runner::Outcome run(const QByteArray &text)
    {
        return m_runner.run({text.constData(), std::size_t(text.size())}, "t.scenario", *m_workspace, m_directory);
    }
    test::Desk m_desk;
    scenario::Runner m_runner;
    std::optional<files::Workspace> m_workspace;
    accounts::Directory m_directory;
};

void TestScenario::initTestCase()
{
    m_desk.program("entry main is\n"
                   "  if AcceptCall() != null then stop; end if;\n"
                   "  PlayFile(\"w2\"); PlayFile(\"short\");\n  key = ReadInput(5);\n"
                   "  if key == \"1\" then\n    SetLanguage(\"russian\"); PlayFile(\"callbackbusy\");\n"
                   "    Void(SendEMail(null, \"subject \" + key, \"a@b.example\", null, \"the body\"));\n"
                   "  elif key == \"2\" then\n    x = Record(4); SysLog(\"recorded\");\n"
                   "  elif key == \"3\" then\n    x = 1 / 0;\n"
                   "  end if;\n  PlayFile(\"w\");\nend entry;");
    auto opened = files::Workspace::open(QString::fromStdString(m_desk.path("")));
    QVERIFY(opened);
    m_workspace.emplace(std::move(*opened));
    m_directory = files::loadDirectory(*m_workspace);
}

void TestScenario::faults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QByteArray &text, const char *problem) {
        QTest::newRow(name) << text << QString::fromUtf8(problem);
    };
    row("empty", "", "t.scenario:1:1: error: the scenario calls nobody");
    row("only a comment", "# nothing\n", "1:1: error: the scenario calls nobody");
    row("misspelt", "call 200\n  heers welcome\n", "2:3: error: there is no statement \"heers\"; did you mean \"hears\"?");
    row("unknown", "call 200\nxyzzyx\n", "2:1: error: there is no statement \"xyzzyx\"");
    row("expectation first", "hears welcome\ncall 200\n", "1:1: error: \"hears\" belongs to a caller");
    row("setting late", "call 200\nat 2026-11-25T20:15\n", "2:1: error: \"at\" holds for the whole scenario");
    row("moment", "at yesterday\ncall 200\n", "1:4: error: \"yesterday\" is no moment");
    row("keys", "call 200\n  press 12x\n", "2:9: error: \"x\" is no key");
    row("keys in time", "call 200\n  press 1, at 3\n", "have no meaning");
    row("seconds", "call 200\n  press 1 at soon\n", "2:14: error: \"soon\" is no number of seconds");
    row("quote", "call 200\n  mail subject \"abc\n", "2:16: error: the text that begins here has no closing quote");
    row("phone", "phone ivanov sleeps\ncall 200\n", "1:14: error: a phone can answer");
    row("phone words", "phone ivanov answer slowly\ncall 200\n", "expected after SECONDS");
    row("more", "call 200\n  no mail today\n", "2:11: error: expected nothing more on this line");
    row("nothing", "call\n", "1:5: error: expected what is dialled");
    row("service", "fail water\ncall 200\n", "there is no service \"water\"");
    row("ends", "call 200\n  ends by magic\n", "a call ends by");
    row("hears nothing", "call 200\n  hears\n", "expected names of prompts");
    row("domain", "domain nowhere.example\ncall 200\n", "the workspace has no domain nowhere.example");
    row("no bound", "call 200\n  lasts\n", "2:8: error: expected at least SECONDS or at most SECONDS");
    row("twice", "at 2026-11-25T20:15\nat 2026-11-26T20:15\ncall 200\n", "2:1: error: \"at\" stands here a second time");
    row("phone twice", "phone ivanov busy\nphone ivanov offline\ncall 200\n", "2:7: error: the phone of ivanov is described");
    row("limit", "limit 0 s\ncall 200\n", "1:7: error: the limit has to be above 0 s");
    row("alternative", "call 200\n  hears w|\n", "2:9: error: a name is missing beside |");
    row("no such account", "phone petrow busy\ncall 200\n",
        "1:7: error: there is no account petrow@d.example; did you mean petrov?");
    row("no such account, nothing near", "phone xyzzy@d.example busy\ncall 200\n", "1:7: error: there is no account xyzzy@d.example");
    row("no such sound", "call 200\n  say nosuch.wav\n", "2:7: error: nosuch.wav: ");
    row("no such sound of a phone", "phone ivanov answer says nosuch.wav\ncall 200\n", "1:26: error: nosuch.wav: ");
    row("columns are characters", "call 200\n  mail to привет boo\n", "2:18: error");
}

void TestScenario::faults()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    const auto outcome = run(text);
    QVERIFY2(QString::fromStdString(outcome.problem).contains(problem), outcome.problem.c_str());
}

void TestScenario::expectations_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("passes");
    const auto good = [](const QByteArray &body) { QTest::newRow(body.constData()) << body << true; };
    const auto bad = [](const QByteArray &body) { QTest::newRow("not: " + body) << body << false; };
    good("hears w2 short w");
    good("hears W2.wav");
    good("hears w");
    bad("hears short w2");
    bad("hears nosuch");
    good("hears next w2 short w");
    bad("hears next w2 w");
    bad("hears next short");
    good("hears nosuch|short");
    good("press ~#\nhears w2 interrupted");
    bad("hears w2 interrupted");
    good("press 1\nhears callbackbusy in russian");
    bad("press 1\nhears callbackbusy in default");
    good("hears w2 in default");
    good("never hears callbackbusy");
    bad("press 1\nnever hears nosuch callbackbusy");
    good("runs test for ivanov in russian");
    good("runs test for ivanov@d.example");
    bad("runs test for petrov");
    bad("runs test in english");
    good("press 1\nmail to a@b.example subject \"subject 1\" body body");
    good("press 1\nmail");
    bad("press 1\nmail to c");
    bad("mail");
    good("no mail");
    bad("press 1\nno mail");
    good("press 2\nrecords 4 s\nlogs recorded");
    bad("press 2\nrecords 5 s");
    bad("press 2\nlogs recorded\nrecords 4 s"); // the other way round
    good("press 3\nfails \"by zero\"\nends by error");
    bad("fails anything");
    good("ends by program\nleft with w");
    bad("ends by caller");
    bad("left with short");
    good("hang up at 1 s\nends by caller\nlasts at most 1 s at least 1 s");
    bad("lasts at most 2 s");
    good("lasts at least 10.4 s at most 10.4 s"); // 2 + 0.4 + 5 + 3
    good("routed by program");
    good("routed to test#ivanov@d.example");
    bad("routed by alias");
    bad("rings ivanov");
    bad("talks to ivanov");
    bad("press 3\nhears w2"); // an error nobody expects
    good("press 3\nends by error");
    good("lasts at least 0");
    bad("lasts at most 0");
}

void TestScenario::expectations()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, passes);
    const auto outcome = run("call test#ivanov\n" + body);
    QCOMPARE(outcome.problem, std::string());
    QVERIFY2(outcome.result.passed == passes, outcome.result.message.c_str());
    QCOMPARE(outcome.result.message.empty(), passes);
    QCOMPARE(outcome.result.line > 0, !passes);
}

void TestScenario::severalCallers()
{
    const QByteArray text = "phone petrov answer after 1 s talks 20 s\n"
                            "call 203 from a@x.example as a\n  rings petrov answer\n  left with \"conversation with petrov@d.example\"\n"
                            "call 203 from b@x.example as b after 5 s\n  rings petrov busy\n  fails 486\n"
                            "call test#ivanov as c after 2 s\n  never hears nosuch\n  hears w2 short\n";
    QVERIFY2(run(text).result.passed, run(text).result.message.c_str());
    const auto failed = run(text + "call 203 from d@x.example as d after 40 s\n  rings petrov busy\n");
    QVERIFY(!failed.result.passed);
    QCOMPARE(failed.result.line, 12);
    QVERIFY(failed.result.details.find("what happened to d") != std::string::npos);
}

void TestScenario::errorsOfPrograms()
{
    const auto outcome = run("call test#ivanov\n  press 3\n  hears w2\n");
    QVERIFY(!outcome.result.passed);
    QVERIFY2(QString::fromStdString(outcome.result.message).contains(QStringLiteral("test.sppr:11")), outcome.result.message.c_str());
    QVERIFY2(outcome.result.details.find("✗ no error of a program") != std::string::npos, outcome.result.details.c_str());

    // What one caller expects excuses nothing that happens to another.
    const QByteArray two = "phone petrov busy\ncall 203 as a\n  fails 486\ncall test#ivanov as b\n  press 3\n";
    const auto other = run(two);
    QVERIFY(!other.result.passed);
    QCOMPARE(other.result.line, 4);
    QVERIFY(other.result.details.find("what happened to b") != std::string::npos);
    QVERIFY2(run(two + "  fails \"by zero\"\n").result.passed, run(two + "  fails \"by zero\"\n").result.message.c_str());
    QVERIFY(run(two + "  ends by error\n").result.passed);
}

/// What must not be is shown where it happened, however late, and in spite of all that was met behind it.
void TestScenario::forbiddenIsShown()
{
    const auto shown = [&](const QByteArray &body, const char *message, const char *label, const char *event) {
        const auto outcome = run("call test#ivanov\n  press 1\n" + body);
        QVERIFY2(QString::fromStdString(outcome.result.message).contains(QString::fromUtf8(message)), outcome.result.message.c_str());
        const QStringList marked = QString::fromStdString(outcome.result.details).split(u'\n').filter(QString::fromUtf8(label));
        QCOMPARE(marked.size(), 1);
        QVERIFY2(marked.front().contains(QString::fromUtf8(event)), qPrintable(marked.front()));
    };
    shown("  hears w\n  never hears nosuch short\n", "short was heard at 2.000 s (domains/d.example/environment/test.sppr:3)", "✗ never hears nosuch short", "[test.sppr:3]");
    shown("  never hears w\n", "w was heard at ", "✗ never hears w", "play     w ");
    shown("  no mail\n", "a mail was sent at ", "✗ no mail", "mail ");
    shown("  ends by caller\n", "ended by program, left with w", "✗ ends by caller", "end ");
}

void TestScenario::sideBySide()
{
    const auto outcome = run("call test#ivanov as anna\n  hears w2\n  hears callbackbusy\n");
    QCOMPARE(outcome.result.line, 3);
    QCOMPARE(QString::fromStdString(outcome.result.message),
             QStringLiteral("expected: hears callbackbusy; heard short w from there on"));
    const QStringList lines = QString::fromStdString(outcome.result.details).split(u'\n');
    QVERIFY(lines.front().contains(QStringLiteral("what happened to anna")));
    const auto met = lines.filter(QStringLiteral("✓ hears w2"));
    QCOMPARE(met.size(), 1);
    QVERIFY2(met.front().contains(QStringLiteral("play     w2")) && met.front().contains(QStringLiteral("[test.sppr:3]")),
             qPrintable(met.front()));
    const qsizetype failed = lines.indexOf(lines.filter(QStringLiteral("✗ hears callbackbusy")).value(0));
    QVERIFY(failed > lines.indexOf(met.front()));
}

void TestScenario::theGuidesExamples()
{
    const auto guide = files::readFile(QStringLiteral(PBX_SOURCE_DIR "/resources/guide/scenarios.md"));
    QVERIFY(guide);
    auto example = files::Workspace::open(QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists"));
    QVERIFY(example);
    const auto directory = files::loadDirectory(*example);
    int count = 0;
    for (qsizetype at = guide->indexOf("```scenario\n"); at >= 0; at = guide->indexOf("```scenario\n", at + 1)) {
        const QByteArray text = guide->mid(at + 12, guide->indexOf("\n```\n", at + 12) - at - 12);
        const auto outcome = m_runner.run({text.constData(), std::size_t(text.size())}, "guide", *example, directory);
        QVERIFY2(outcome.result.passed, (outcome.problem + outcome.result.message + '\n' + outcome.result.details).c_str());
        ++count;
    }
    QVERIFY(count >= 3);
    // Every statement is described.
    for (const char *word : {"scenario", "at", "domain", "language", "limit", "fail", "phone", "call", "press", "hang up", "say",
                             "hears", "never hears", "runs", "rings", "talks to", "mail", "no mail", "records", "logs", "fails",
                             "routed", "ends by", "left with", "lasts"})
        QVERIFY2(guide->contains(QByteArray("`") + word), word);
}

void TestScenario::savedCallPasses()
{
    for (const char *script : {"1", "2", "~1", "!", ",", "7"}) {
        call::DialRequest request = test::keys(script);
        request.address = "test#ivanov";
        request.phones["petrov"].state = accounts::PhoneState::Busy;
        request.failures.insert("messages");
        const auto &events = m_desk.call(request);
        const std::string text = scenario::write(request, "2026-11-23T20:15", script, events);
        const auto outcome = m_runner.run(text, "saved", *m_workspace, m_directory);
        QVERIFY2(outcome.result.passed, (text + outcome.problem + outcome.result.message).c_str());
    }
    // The script is saved, not the times its keys were pressed at, and with it what chance decides.
    m_desk.program("entry main is\n  if AcceptCall() != null then stop; end if;\n  key = ReadInput(5);\n"
                   "  for i = 0 while i < 8 by i = i + 1 loop\n"
                   "    if RandomNumber() % 100 < 50 then PlayFile(\"w\"); else PlayFile(\"short\"); end if;\n  end loop;\nend entry;",
                   "dice");
    for (const char *script : {"1", "2", ",3", "45,6", "~7", "8!"}) {
        call::DialRequest request = test::keys(script);
        request.address = "dice#ivanov";
        const std::string text = scenario::write(request, "2026-11-23T20:15", script, m_desk.call(request));
        m_workspace->refresh();
        const auto outcome = m_runner.run(text, "saved", *m_workspace, m_directory);
        QVERIFY2(outcome.result.passed, (text + outcome.problem + outcome.result.message).c_str());
        const auto read = scenario::read(text, "saved");
        QVERIFY(read && read->callers.front().request.keys == script);
    }
    // Keys given with their time keep it, among those of the script.
    {
        call::DialRequest request = test::keys("1");
        request.address = "test#ivanov";
        request.timedKeys = {{500, '1'}, {600, '!'}};
        const std::string text = scenario::write(request, "2026-11-23T20:15", "1", m_desk.call(request));
        const auto outcome = m_runner.run(text, "saved", *m_workspace, m_directory);
        QVERIFY2(outcome.result.passed, (text + outcome.problem + outcome.result.message).c_str());
        QVERIFY2(text.find("press 1 at 0.5 s\n") != std::string::npos && text.find("hang up at 0.6 s\n") != std::string::npos, text.c_str());
        QVERIFY2(text.find("press 1\n") != std::string::npos, text.c_str());
    }

    // All that shapes a call is saved: the limit, what people say, what phones do.
    m_desk.sound("said", 1500);
    call::DialRequest request = test::keys("2");
    request.address = "test#ivanov";
    request.limitMs = 5000;
    request.voice = m_desk.path("domains/d.example/environment/said.wav");
    call::PhonePlan &plan = request.phones["petrov"];
    plan.keys = "#1";
    plan.timedKeys = {{2500, '5'}, {4000, '!'}};
    plan.talksFor = -1;
    plan.voice = request.voice;
    const std::string text = scenario::write(request, "2026-11-23T20:15", "2", m_desk.call(request));
    const auto outcome = m_runner.run(text, "saved", *m_workspace, m_directory);
    QVERIFY2(outcome.result.passed, (text + outcome.problem + outcome.result.message).c_str());
    QVERIFY2(text.find("limit 5 s\n") != std::string::npos, text.c_str());
    QVERIFY2(text.find("ends by limit\n") != std::string::npos, text.c_str());
    const auto again = scenario::read(text, "saved");
    QVERIFY(again.has_value());
    QCOMPARE(again->callers.front().request.voice, request.voice);
    const call::PhonePlan &read = again->phones.at("petrov");
    QCOMPARE(read.keys, plan.keys);
    QCOMPARE(read.talksFor, plan.talksFor);
    QCOMPARE(read.voice, plan.voice);
    QCOMPARE(read.timedKeys.size(), plan.timedKeys.size());
    QCOMPARE(read.timedKeys[1].at, plan.timedKeys[1].at);
    QCOMPARE(read.timedKeys[1].key, '!');
}

void TestScenario::sameResultAThousandTimes()
{
    const QByteArray text = "call test#ivanov\n  press 1\n  hears nosuch\ncall 203 as second after 1 s\n";
    const auto first = run(text);
    for (int i = 0; i < 1000; ++i) {
        const auto again = run(text);
        QCOMPARE(again.result.details, first.result.details);
        QCOMPARE(again.result.message, first.result.message);
    }
}

/// Random bytes and mangled scenarios end in a message.
void TestScenario::hostileFiles()
{
    const QByteArray good = "scenario x\nat 2026-11-25T20:15\nphone ivanov answer after 3 s presses 1 at 2\ncall 203 from \"A\" as b\n"
                            "  press 1~2,! at 3\n  hears next a|b c in russian interrupted\n  mail to x subject \"y\"\n  lasts at most 3\n";
    std::uint32_t seed = 7;
    const auto random = [&] { return seed = seed * 1664525 + 1013904223, seed >> 8; };
    for (int i = 0; i < 3000; ++i) {
        QByteArray text = good;
        for (int n = int(random() % 6); n >= 0; --n) {
            const auto at = qsizetype(random() % std::uint32_t(text.size()));
            switch (random() % 3) {
            case 0: text[at] = char(random()); break;
            case 1: text.remove(at, qsizetype(random() % 9)); break;
            default: text.insert(at, text.mid(qsizetype(random() % std::uint32_t(text.size())), 9)); break;
            }
            if (text.isEmpty())
                text = "x";
        }
        const auto read = scenario::read({text.constData(), std::size_t(text.size())}, "t");
        QVERIFY(read.has_value() || !read.error().message.empty());
    }
    QVERIFY(!scenario::read(std::string(50'000, '\n') + "call 200", "t"));
    QVERIFY(!scenario::read("call \"" + std::string(1'000'000, 'x'), "t"));
}

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
