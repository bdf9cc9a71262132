// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Result {
    int status = -1;
    QByteArray output;
    QByteArray errors;

    QList<QByteArray> lines() const
    {
        QList<QByteArray> list = output.split('\n');
        if (!list.isEmpty() && list.last().isEmpty())
            list.removeLast();
        return list;
    }
    QList<QJsonObject> objects() const
    {
        QList<QJsonObject> list;
        for (const QByteArray &line : lines()) {
            QJsonParseError problem;
            const auto document = QJsonDocument::fromJson(line, &problem);
            if (problem.error != QJsonParseError::NoError || !document.isObject())
                qFatal("no JSON object: %s", line.constData());
            list << document.object();
        }
        return list;
    }
};

/// Runs the real program.
Result pbx(const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(QStringLiteral(PBX_PROGRAM), arguments);
    Result result;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return result;
    result.status = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}

QString example()
{
    return QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists");
}

QStringList kinds(const QList<QJsonObject> &events)
{
    QStringList list;
    for (const QJsonObject &event : events)
        list << event.value(QStringLiteral("event")).toString();
    return list;
}

QJsonObject firstOf(const QList<QJsonObject> &events, const QString &kind)
{
    for (const QJsonObject &event : events) {
        if (event.value(QStringLiteral("event")).toString() == kind)
            return event;
    }
    return {};
}

QString string(const QJsonObject &object, const char *name)
{
    return object.value(QString::fromUtf8(name)).toString();
}

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void routeSaysWhy();
    void testCommand();
    void savedCall_data();
    void savedCall();
    void usage_data();
    void usage();
    void run();
    void runErrors();
    void runJson();
    void runSteps();
    void runModules();
    void runWaits();
    void check();
    void checkFolder();
    void call();
    void callKeys_data();
    void callKeys();
    void callSameBytes();
    void callRouting();
    void callText();
    void callFaulty();
    void attendant();
    void prompts();

private:
    QString write(const char *name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write %s", name);
        return path;
    }

    QTemporaryDir m_folder;
};

void TestCommands::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("output"); // found in what was printed
    QTest::addColumn<QByteArray>("errors");
    const auto row = [](const char *name, const QString &arguments, int status, const char *output, const char *errors) {
        QTest::newRow(name) << arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts) << status << QByteArray(output)
                            << QByteArray(errors);
    };
    row("nothing", QString(), 2, "", "--help");
    row("help", QStringLiteral("--help"), 0, "Usage: pbx COMMAND", "");
    row("version", QStringLiteral("--version"), 0, "pbx ", "");
    row("help of run", QStringLiteral("run --help"), 0, "--steps N", "");
    row("help of call", QStringLiteral("call --help"), 0, "--real-time", "");
    row("unknown command", QStringLiteral("chekc x"), 2, "", "did you mean check?");
    row("later command", QStringLiteral("explore x"), 2, "", "not in this version");
    row("unknown option", QStringLiteral("run --step 5 x"), 2, "", "did you mean --steps?");
    row("missing value", QStringLiteral("run x --entry"), 2, "", "--entry NAME");
    row("twice", QStringLiteral("run x --entry a --entry b"), 2, "", "twice");
    row("format", QStringLiteral("run --format xml x"), 2, "", "text or json");
    row("no file", QStringLiteral("run /no/such.sppr"), 2, "", "/no/such.sppr");
    row("no path", QStringLiteral("check /no/such"), 2, "", "/no/such");
    row("no workspace", QStringLiteral("call /no/such x"), 2, "", "pbx: ");
    row("steps", QStringLiteral("run --steps many x"), 2, "", "--steps");
    row("keys", QStringLiteral("call --keys x1 %1 ivanov").arg(example()), 2, "", "--keys");
    row("phone", QStringLiteral("call --phone ivanov=asleep %1 ivanov").arg(example()), 2, "", "--phone");
    row("nobody's phone", QStringLiteral("call --phone nobody=busy %1 ivanov").arg(example()), 2, "", "nobody");
    row("moment", QStringLiteral("call --at 2026-13-01T00:00 %1 ivanov").arg(example()), 2, "", "--at");
    row("service", QStringLiteral("call --fail sun %1 ivanov").arg(example()), 2, "", "--fail");
    row("domain", QStringLiteral("call --domain x.example %1 ivanov").arg(example()), 2, "", "--domain");
    row("one operand", QStringLiteral("call %1").arg(example()), 2, "", "address");
}

void TestCommands::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, errors);
    const Result result = pbx(arguments);
    QCOMPARE(result.status, status);
    QVERIFY2(result.output.contains(output), result.output.constData());
    QVERIFY2(result.errors.contains(errors), result.errors.constData());
    if (status == 2)
        QVERIFY2(result.output.isEmpty(), result.output.constData());
}

void TestCommands::run()
{
    write("a.sppr", "entry main is SysLog(\"привет \\\"x\\\"\"); d = NewDictionary(); d.a = 5; SysLog(d); SysLog(7); end entry;\n"
                    "entry other is SysLog(\"other\"); stop; SysLog(1); end entry;");
    Result result = pbx({QStringLiteral("run"), QStringLiteral("a.sppr")}, m_folder.path());
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output, QByteArray("привет \"x\"\n{a=#5;}\n#7\n"));
    QCOMPARE(result.errors, QByteArray());
    result = pbx({QStringLiteral("run"), QStringLiteral("--entry=OTHER"), QStringLiteral("a.sppr")}, m_folder.path());
    QCOMPARE(result.output, QByteArray("other\n"));
    QCOMPARE(result.status, 0);
    result = pbx({QStringLiteral("run"), QStringLiteral("--entry"), QStringLiteral("no"), QStringLiteral("a.sppr")}, m_folder.path());
    QCOMPARE(result.status, 2);
}

void TestCommands::runErrors()
{
    write("sub/bad.sppr", "entry main is\n  x = (1 + ;\nend entry;");
    Result result = pbx({QStringLiteral("run"), QStringLiteral("sub/bad.sppr")}, m_folder.path());
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.startsWith("sub/bad.sppr:2:12: error: "), result.errors.constData());
    QVERIFY(result.output.isEmpty());

    write("late.sppr", "procedure inner(x) is\n  AddElement(x, 1);\nend procedure;\nentry main is\n  SysLog(\"before\");\n"
                       "  inner(5);\nend entry;");
    result = pbx({QStringLiteral("run"), QStringLiteral("late.sppr")}, m_folder.path());
    QCOMPARE(result.status, 1);
    QCOMPARE(result.output, QByteArray("before\n"));
    QVERIFY2(result.errors.startsWith("late.sppr:2:3: error: "), result.errors.constData());
    QVERIFY2(result.errors.contains("late.sppr:6"), result.errors.constData());
}

void TestCommands::runJson()
{
    const Result late = pbx({QStringLiteral("run"), QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("late.sppr")},
                            m_folder.path());
    QCOMPARE(late.status, 1);
    const auto objects = late.objects();
    QCOMPARE(objects.size(), 2);
    QCOMPARE(string(objects[0], "event"), QStringLiteral("log"));
    QCOMPARE(string(objects[0], "text"), QStringLiteral("before"));
    QCOMPARE(string(objects[1], "file"), QStringLiteral("late.sppr"));
    QCOMPARE(objects[1].value(QStringLiteral("line")).toInt(), 2);
    QCOMPARE(string(objects[1], "severity"), QStringLiteral("error"));
    const Result bad = pbx({QStringLiteral("run"), QStringLiteral("--format=json"), QStringLiteral("sub/bad.sppr")}, m_folder.path());
    QCOMPARE(bad.status, 1);
    QCOMPARE(string(bad.objects().first(), "code"), QStringLiteral("syntax"));
    QCOMPARE(bad.errors, QByteArray());
}

void TestCommands::runSteps()
{
    write("endless.sppr", "entry main is n = 0; loop n = n + 1; end loop; end entry;");
    const Result result = pbx({QStringLiteral("run"), QStringLiteral("--steps"), QStringLiteral("100000"), QStringLiteral("endless.sppr")},
                              m_folder.path());
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.startsWith("endless.sppr:1:"), result.errors.constData());
}

void TestCommands::runModules()
{
    write("m/main.sppr", "function double(n) external;\nentry main is SysLog(double(21)); end entry;");
    write("m/double.sppi", "function double(n) is return n * 2; end function;");
    write("other/double.sppi", "function double(n) is return n * 3; end function;");
    write("other/russian/double.sppi", "function double(n) is return n * 4; end function;");
    const QString program = m_folder.filePath(QStringLiteral("m/main.sppr"));
    QCOMPARE(pbx({QStringLiteral("run"), program}).output, QByteArray("#42\n"));
    const QString other = m_folder.filePath(QStringLiteral("other"));
    QCOMPARE(pbx({QStringLiteral("run"), QStringLiteral("--environment"), other, program}).output, QByteArray("#63\n"));
    QCOMPARE(pbx({QStringLiteral("run"), QStringLiteral("--environment"), other, QStringLiteral("--language"), QStringLiteral("Russian"),
                  program}).output, QByteArray("#84\n"));
    write("lone/main.sppr", "function nowhere(n) external;\nentry main is SysLog(nowhere(21)); end entry;");
    const Result missing = pbx({QStringLiteral("run"), m_folder.filePath(QStringLiteral("lone/main.sppr"))});
    QCOMPARE(missing.status, 1);
    QVERIFY2(missing.errors.contains("nowhere.sppi"), missing.errors.constData());
}

void TestCommands::runWaits()
{
    write("wait.sppr", "entry main is before = GMTTime(); SysLog(ReadInput(3600)); SysLog(GMTTime() - before);"
                       "SysLog(AcceptCall()); SysLog(IsConnected()); PlayFile(\"welcome\"); end entry;");
    const Result result = pbx({QStringLiteral("run"), QStringLiteral("wait.sppr")}, m_folder.path());
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output, QByteArray("#null#\n#3600\n481-No incoming call\n#null#\n"));
}

void TestCommands::check()
{
    const Result good = pbx({QStringLiteral("check"), example()});
    QVERIFY2(good.status == 0, good.output.constData());
    const QString bad = write("bad.sppr", "function away(n) external;\nentry main is\n  PlayFile(\"no-such-prompt\");\n"
                                          "  SysLog(away(1));\n  Undefined(5);\nend entry;");
    const Result result = pbx({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("json"), bad});
    QCOMPARE(result.status, 1);
    QStringList codes;
    for (const QJsonObject &finding : result.objects()) {
        codes << string(finding, "code");
        QCOMPARE(string(finding, "file"), bad);
        QVERIFY(finding.value(QStringLiteral("column")).toInt() > 0);
    }
    QVERIFY(codes.contains(QStringLiteral("missing-module")));
    QVERIFY(codes.contains(QStringLiteral("missing-prompt")));
    QVERIFY(codes.contains(QStringLiteral("undefined-name")));
    const Result text = pbx({QStringLiteral("check"), QStringLiteral("bad.sppr")}, m_folder.path());
    QCOMPARE(text.status, 1);
    QVERIFY2(text.output.contains("bad.sppr:5:3: error: "), text.output.constData());
}

void TestCommands::checkFolder()
{
    write("ws/workspace.settings", "{ DefaultDomain = \"d.example\"; }");
    write("ws/domains/d.example/accounts/a.settings",
          "{ Preferences = { ReceptMenu = (nobody); };\n SignalRules = ((100006,\"pbx divert\",((Method,is,INVITE)),"
          "((\"Redirect to\",\"#gone\")))); }");
    write("ws/domains/d.example/accounts/broken.settings", "{ Aliases = (");
    write("ws/domains/d.example/environment/p.sppr", "entry main is stop; end entry;");
    const Result result = pbx({QStringLiteral("check"), QStringLiteral("--format=json"), QStringLiteral("ws")}, m_folder.path());
    QCOMPARE(result.status, 1);
    QHash<QString, QString> files;
    for (const QJsonObject &finding : result.objects())
        files.insert(string(finding, "code"), string(finding, "file"));
    QCOMPARE(files.value(QStringLiteral("missing-program")), QStringLiteral("ws/domains/d.example/accounts/a.settings"));
    QCOMPARE(files.value(QStringLiteral("missing-department")), QStringLiteral("ws/domains/d.example/accounts/a.settings"));
    QVERIFY2(files.values().contains(QStringLiteral("ws/domains/d.example/accounts/broken.settings")),
             result.output.constData());
}

void TestCommands::call()
{
    const Result result = pbx({QStringLiteral("call"), example(), QStringLiteral("callback#ivanov"), QStringLiteral("--keys"),
                               QStringLiteral("4951234567#"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(result.status, 0);
    const auto events = result.objects();
    const QStringList order = kinds(events);
    QCOMPARE(order.first(), QStringLiteral("dial"));
    QCOMPARE(order.last(), QStringLiteral("end"));
    QCOMPARE(order.count(QStringLiteral("key")), 11);
    QCOMPARE(order.count(QStringLiteral("read")), 11);
    QCOMPARE(order.count(QStringLiteral("mail")), 1);
    QVERIFY(order.indexOf(QStringLiteral("start")) < order.indexOf(QStringLiteral("answer")));
    double time = 0;
    for (const QJsonObject &event : events) {
        QVERIFY(event.value(QStringLiteral("time")).toDouble(-1) >= time);
        time = event.value(QStringLiteral("time")).toDouble();
    }
    const QJsonObject play = firstOf(events, QStringLiteral("play"));
    QCOMPARE(string(play, "name"), QStringLiteral("callbackbusy"));
    QCOMPARE(string(play, "path"), QStringLiteral("domains/specialists.example/environment/russian/callbackbusy.wav"));
    QCOMPARE(string(play, "layer"), QStringLiteral("domain"));
    QCOMPARE(string(play, "language"), QStringLiteral("russian"));
    QVERIFY(play.value(QStringLiteral("duration")).toDouble() > 0);
    QCOMPARE(play.value(QStringLiteral("interrupted")), QJsonValue(false));
    QCOMPARE(string(play, "file"), QStringLiteral("domains/specialists.example/environment/callback.sppr"));
    QVERIFY(play.value(QStringLiteral("line")).toInt() > 0);
    QCOMPARE(play.value(QStringLiteral("task")).toInt(), 1);
    const QJsonObject mail = firstOf(events, QStringLiteral("mail"));
    QCOMPARE(string(mail, "to"), QStringLiteral("ivanov@specialists.example"));
    QVERIFY(string(mail, "subject").contains(QStringLiteral("4951234567")));
    QVERIFY(mail.value(QStringLiteral("error")).isNull());
    const QJsonObject end = events.last();
    QCOMPARE(string(end, "by"), QStringLiteral("program"));
    QCOMPARE(string(end, "outcome"), QStringLiteral("callbacktrailer"));
}

void TestCommands::callKeys_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("subjectEnd"); // empty: no mail
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("by");

    QTest::newRow("star clears") << QStringLiteral("12*3#") << QStringList() << QStringLiteral(": 3")
                                 << QStringLiteral("callbacktrailer") << QStringLiteral("program");
    QTest::newRow("silence") << QStringLiteral(",") << QStringList() << QString() << QStringLiteral("callbackclearnumber")
                             << QStringLiteral("program");
    QTest::newRow("time-out after keys") << QStringLiteral("12,") << QStringList() << QStringLiteral(": 12")
                                         << QStringLiteral("callbacktrailer") << QStringLiteral("program");
    QTest::newRow("hang-up") << QStringLiteral("12!") << QStringList() << QStringLiteral(": 12")
                             << QStringLiteral("callbackclearnumber") << QStringLiteral("caller");
    QTest::newRow("mail fails") << QStringLiteral("12#") << QStringList{QStringLiteral("--fail"), QStringLiteral("mail")}
                                << QStringLiteral(": 12") << QStringLiteral("callbacknotavailable") << QStringLiteral("program");
    QTest::newRow("over a prompt") << QStringLiteral("~1 2#") << QStringList() << QStringLiteral(": 12")
                                   << QStringLiteral("callbacktrailer") << QStringLiteral("program");
}

void TestCommands::callKeys()
{
    QFETCH(QString, keys);
    QFETCH(QStringList, more);
    QFETCH(QString, subjectEnd);
    QFETCH(QString, outcome);
    QFETCH(QString, by);
    const Result result = pbx(QStringList{QStringLiteral("call"), example(), QStringLiteral("callback#ivanov"), QStringLiteral("--keys"),
                                          keys, QStringLiteral("--format"), QStringLiteral("json")} + more);
    QCOMPARE(result.status, 0);
    const auto events = result.objects();
    const QJsonObject mail = firstOf(events, QStringLiteral("mail"));
    QCOMPARE(mail.isEmpty(), subjectEnd.isEmpty());
    if (!subjectEnd.isEmpty())
        QVERIFY(string(mail, "subject").endsWith(subjectEnd));
    if (!more.isEmpty())
        QCOMPARE(string(mail, "error"), QStringLiteral("500-Mail service is not available"));
    QCOMPARE(string(events.last(), "outcome"), outcome);
    QCOMPARE(string(events.last(), "by"), by);
}

void TestCommands::callSameBytes()
{
    const QStringList arguments{QStringLiteral("call"), example(), QStringLiteral("callback#ivanov"), QStringLiteral("--keys"),
                                QStringLiteral("~4951234567#"), QStringLiteral("--at"), QStringLiteral("2026-11-23T20:15"),
                                QStringLiteral("--format"), QStringLiteral("json")};
    const QByteArray first = pbx(arguments).output;
    QVERIFY(first.contains("\"mail\""));
    for (int i = 0; i < 99; ++i)
        QCOMPARE(pbx(arguments).output, first);
}

void TestCommands::callRouting()
{
    // In the evening ivanov's rule sends the call to #callback; in the morning his phone rings.
    Result result = pbx({QStringLiteral("call"), example(), QStringLiteral("201"), QStringLiteral("--at"),
                         QStringLiteral("2026-11-23T20:15"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(result.status, 0);
    auto events = result.objects();
    QCOMPARE(string(firstOf(events, QStringLiteral("start")), "program"), QStringLiteral("callback"));
    QCOMPARE(string(firstOf(events, QStringLiteral("start")), "account"), QStringLiteral("ivanov@specialists.example"));
    QCOMPARE(string(firstOf(events, QStringLiteral("route")), "by"), QStringLiteral("alias"));

    result = pbx({QStringLiteral("call"), example(), QStringLiteral("201"), QStringLiteral("--at"),
                  QStringLiteral("2026-11-23T10:15"), QStringLiteral("--format"), QStringLiteral("json")});
    events = result.objects();
    QVERIFY(!kinds(events).contains(QStringLiteral("start")));
    const QJsonObject ring = firstOf(events, QStringLiteral("ring"));
    QCOMPARE(string(ring, "account"), QStringLiteral("ivanov@specialists.example"));
    QCOMPARE(string(ring, "outcome"), QStringLiteral("answer"));
    QCOMPARE(firstOf(events, QStringLiteral("answer")).value(QStringLiteral("time")).toDouble(), 6.0);

    result = pbx({QStringLiteral("call"), example(), QStringLiteral("petrov"), QStringLiteral("--at"),
                  QStringLiteral("2026-11-23T10:15"), QStringLiteral("--phone"), QStringLiteral("petrov=busy"),
                  QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(result.status, 0);
    QCOMPARE(string(result.objects().last(), "outcome"), QStringLiteral("486-Busy Here"));

    result = pbx({QStringLiteral("call"), example(), QStringLiteral("nobody"), QStringLiteral("--format"), QStringLiteral("json")});
    QVERIFY(string(result.objects().last(), "outcome").startsWith(QStringLiteral("404")));
}

void TestCommands::callText()
{
    const Result result = pbx({QStringLiteral("call"), example(), QStringLiteral("callback#ivanov"), QStringLiteral("--keys"),
                               QStringLiteral("1#")});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.output.contains("play     callbackbusy (russian, domain) "), result.output.constData());
    QVERIFY2(result.output.contains("[callback.sppr:"), result.output.constData());
}

void TestCommands::callFaulty()
{
    const Result result = pbx({QStringLiteral("call"), example(), QStringLiteral("missing#ivanov"), QStringLiteral("--format"),
                               QStringLiteral("json")});
    QCOMPARE(result.status, 1);
    QCOMPARE(string(result.objects().last(), "outcome"), QStringLiteral("Failed to load PBX application code"));
}

void TestCommands::attendant()
{
    const Result result = pbx({QStringLiteral("attendant"), example(), QStringLiteral("200"), QStringLiteral("--format=json")});
    QCOMPARE(result.status, 0);
    const auto departments = result.objects();
    QCOMPARE(departments.size(), 3);
    const QStringList digits{QStringLiteral("1"), QStringLiteral("3"), QStringLiteral("0")};
    for (qsizetype i = 0; i < 3; ++i) {
        QCOMPARE(string(departments[i], "digit"), digits[i]);
        QVERIFY(departments[i].value(QStringLiteral("missing")).toArray().isEmpty());
    }
    QCOMPARE(departments[0].value(QStringLiteral("prompts")).toArray(),
             QJsonArray({QStringLiteral("forivanov"), QStringLiteral("press"), QStringLiteral("1")}));
    QCOMPARE(string(departments[1], "account"), QStringLiteral("petrov@specialists.example"));
    const QJsonObject petrov = result.objects()[1];
    QCOMPARE(petrov[QStringLiteral("reason")].toString(), QStringLiteral("the next free key is 3; 2 is kept for extensions"));
    QCOMPARE(petrov[QStringLiteral("text")].toString(), QStringLiteral("Чтобы поговорить с Петровым, нажмите три"));
    QTemporaryDir sounds;
    const QString wav = sounds.filePath(QStringLiteral("menu.wav"));
    QCOMPARE(pbx({QStringLiteral("attendant"), example(), QStringLiteral("200"), QStringLiteral("--record"), wav}).status, 0);
    QVERIFY(QFileInfo(wav).size() > 8000 * 2 * 5); // more than five seconds
    QCOMPARE(pbx({QStringLiteral("attendant"), example(), QStringLiteral("nobody")}).status, 2);
}

void TestCommands::prompts()
{
    const Result result = pbx({QStringLiteral("prompts"), example(), QStringLiteral("--format=json")});
    QCOMPARE(result.status, 0);
    QJsonObject busy;
    for (const QJsonObject &prompt : result.objects()) {
        if (string(prompt, "name") == QStringLiteral("callbackbusy"))
            busy = prompt;
    }
    QCOMPARE(busy.value(QStringLiteral("files")).toObject().value(QStringLiteral("russian")).toString(),
             QStringLiteral("domains/specialists.example/environment/russian/callbackbusy.wav"));
    QCOMPARE(busy.value(QStringLiteral("missing")).toArray(), QJsonArray({QString()}));
    QCOMPARE(busy.value(QStringLiteral("used_by")).toArray().size(), 1);
}

void TestCommands::testCommand()
{
    QTemporaryDir folder;
    const auto write = [&](const char *name, const QByteArray &content) {
        const QString path = folder.filePath(QString::fromUtf8(name));
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    };
    QCOMPARE(pbx({QStringLiteral("test"), folder.path()}).status, 2); // no scenario at all
    write("workspace.settings", "{ DefaultDomain = \"d.example\"; }");
    write("domains/d.example/accounts/ivanov.settings", "{}");
    write("scenarios/a.scenario", "scenario Good\ncall ivanov\n  rings ivanov answer\n");
    write("scenarios/b/b.scenario", "scenario Bad & <odd>\ncall ivanov\n  rings petrov\n");
    Result result = pbx({QStringLiteral("test"), folder.path(), QStringLiteral("--junit"), folder.filePath(QStringLiteral("r.xml"))});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.lines().first(), QByteArray("ok    Good"));
    QVERIFY(result.output.contains("b.scenario:3:1: error: expected: rings petrov"));
    QCOMPARE(result.lines().last(), QByteArray("1 passed, 1 failed"));
    QFile report(folder.filePath(QStringLiteral("r.xml")));
    QVERIFY(report.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&report);
    int cases = 0;
    int failures = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        cases += xml.isStartElement() && xml.name() == u"testcase";
        failures += xml.isStartElement() && xml.name() == u"failure";
        if (xml.isStartElement() && xml.name() == u"testsuite")
            QCOMPARE(xml.attributes().value(QStringLiteral("failures")).toString(), QStringLiteral("1"));
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cases, 2);
    QCOMPARE(failures, 1);

    const QList<QJsonObject> objects = pbx({QStringLiteral("test"), folder.path(), QStringLiteral("--format"), QStringLiteral("json"),
                                            QStringLiteral("--jobs"), QStringLiteral("4")}).objects();
    QCOMPARE(objects.size(), 2);
    QCOMPARE(objects[0][QStringLiteral("passed")].toBool(), true);
    QVERIFY(objects[0][QStringLiteral("message")].isNull());
    QCOMPARE(objects[0][QStringLiteral("seconds")].toDouble(), 36.0);
    QCOMPARE(objects[1][QStringLiteral("line")].toInt(), 3);
    QCOMPARE(pbx({QStringLiteral("test"), folder.path(), QStringLiteral("--filter"), QStringLiteral("Good")}).status, 0);
    QCOMPARE(pbx({QStringLiteral("test"), folder.path(), QStringLiteral("--filter"), QStringLiteral("nothing")}).status, 2);

    write("scenarios/c.scenario", "call ivanov\n  hears\n");
    result = pbx({QStringLiteral("test"), folder.path()});
    QCOMPARE(result.status, 2);
    QVERIFY(result.output.contains("c.scenario:2:8: error: expected names of prompts"));

    // What no XML can hold doesn't make the report unreadable.
    write("scenarios/c.scenario", "scenario odd \xef\xbf\xbe \xef\xbf\xbf \x01 \xff\ncall ivanov\n  rings petrov\n");
    pbx({QStringLiteral("test"), folder.path(), QStringLiteral("--junit"), folder.filePath(QStringLiteral("r.xml"))});
    report.close();
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray odd = report.readAll();
    QVERIFY(odd.contains("name=\"odd \xef\xbf\xbd \xef\xbf\xbd \xef\xbf\xbd \xef\xbf\xbd\""));

    QTemporaryDir outside;
    const QString loose = outside.filePath(QStringLiteral("x.scenario"));
    QVERIFY(QFile::copy(folder.filePath(QStringLiteral("scenarios/a.scenario")), loose));
    result = pbx({QStringLiteral("test"), loose});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.output.contains(loose.toUtf8() + ": the scenario lies in no workspace"), result.output.constData());
}

/// A call made now, on any day at any hour, is the same call when its scenario is run.
void TestCommands::savedCall_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("now") << QStringList{QStringLiteral("ivanov")};
    QTest::newRow("a Sunday night") << QStringList{QStringLiteral("ivanov"), QStringLiteral("--at"), QStringLiteral("2026-11-29T23:15:07")};
    QTest::newRow("a Monday noon") << QStringList{QStringLiteral("ivanov"), QStringLiteral("--at"), QStringLiteral("2026-11-23T12:00")};
    QTest::newRow("cut off") << QStringList{QStringLiteral("ivanov"), QStringLiteral("--limit"), QStringLiteral("7")};
    QTest::newRow("a name with quotes") << QStringList{QStringLiteral("ivanov"), QStringLiteral("--from"), QStringLiteral("\"A \\\" B\" <a@b.example>")};
    QTest::newRow("odd address") << QStringList{QStringLiteral("#\" x"), QStringLiteral("--phone"), QStringLiteral("ivanov=busy")};
}

void TestCommands::savedCall()
{
    QFETCH(QStringList, arguments);
    QTemporaryDir folder;
    const auto write = [&](const char *name, const QByteArray &content) {
        const QString path = folder.filePath(QString::fromUtf8(name));
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    };
    write("workspace.settings", "{ DefaultDomain = \"d.example\"; TimeZone = \"Asia/Tokyo\"; }");
    // Every day of the week another number answers.
    QByteArray rules;
    for (const char *day : {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"})
        rules += QByteArray("(100005,") + day + ",((Method,is,INVITE),(\"Current Day\",is," + day + ")),((\"Redirect to\",\"" + day
            + "@x.example\"))),";
    rules.chop(1);
    write("domains/d.example/accounts/ivanov.settings", "{ SignalRules = (" + rules + "); }");
    write("scenarios/keep", "");
    const QString file = folder.filePath(QStringLiteral("scenarios/s.scenario"));
    const Result made = pbx(QStringList{QStringLiteral("call"), folder.path()} + arguments + QStringList{QStringLiteral("--save"), file});
    QVERIFY2(QFile::exists(file), made.output.constData());
    const Result tested = pbx({QStringLiteral("test"), file});
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY2(tested.status == 0, saved.readAll() + tested.output);
}

void TestCommands::routeSaysWhy()
{
    const auto step = [](const char *address, const char *at) {
        const Result result = pbx({QStringLiteral("call"), QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--at"),
                                   QString::fromUtf8(at), example(), QString::fromUtf8(address)});
        QJsonObject last;
        for (const QJsonObject &event : result.objects()) {
            if (event[QStringLiteral("event")] == QStringLiteral("route"))
                last = event;
        }
        return last;
    };
    const QJsonObject evening = step("ivanov", "2026-11-25T20:15");
    QCOMPARE(evening[QStringLiteral("why")].toString(), QStringLiteral("it is 20:15 in Europe/Moscow, outside 09:00-18:00"));
    QCOMPARE(evening[QStringLiteral("others")].toArray().first().toString(),
             QStringLiteral("pbx divert afterhours days: it is Wed in Europe/Moscow, one of Mon,Tue,Wed,Thu,Fri"));
    const QJsonObject saturday = step("ivanov", "2026-11-28T12:00");
    QCOMPARE(saturday[QStringLiteral("why")].toString(), QStringLiteral("it is Sat in Europe/Moscow, none of Mon,Tue,Wed,Thu,Fri"));
    QCOMPARE(saturday[QStringLiteral("others")].toArray().first().toString(),
             QStringLiteral("pbx divert afterhours times: not reached, pbx divert afterhours days ended the rules"));
    const QJsonObject noon = step("ivanov", "2026-11-25T12:00");
    QCOMPARE(noon[QStringLiteral("others")].toArray().size(), 2);
    QVERIFY(noon[QStringLiteral("others")].toArray().last().toString().endsWith(QStringLiteral("it is 12:00 in Europe/Moscow, within 09:00-18:00")));
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
