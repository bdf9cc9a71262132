// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/preview/desk.h"

using namespace pbx;
using namespace pbx::test;

/// Statements of pbx-runtime that are best shown by a few lines of program: its section 15, administration commands, and
/// built-ins known by name alone.
class TestRuntimeExamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commands_data();
    void commands();
    void unlisted_data();
    void unlisted();
    void examples_data();
    void examples();
    void atAnInstant_data();
    void atAnInstant();
    void addresses_data();
    void addresses();
    void lateStageActsAtOnce();
    void rulesAskedInVainAreTold();

private:
    void run(const QByteArray &source, const char *script, const QString &logs);
    Desk m_desk;
    int m_number = 0;
};

/// `source`: a whole program, or statements for a call that has been accepted.
void TestRuntimeExamples::run(const QByteArray &source, const char *script, const QString &logs)
{
    const QByteArray name = "example" + QByteArray::number(++m_number);
    m_desk.program(source.contains("entry main") ? source
                                                 : "entry main is Void(AcceptCall());\n" + source + "\nend entry;",
                   name.constData());
    DialRequest request = keys(script);
    request.address = (name + "#ivanov").toStdString();
    m_desk.call(request);
    if (const auto *error = m_desk.simulation().error())
        QFAIL(error->text().c_str());
    QStringList lines;
    for (const Event &event : m_desk.simulation().trace().events()) {
        if (event.kind == "log" && event.member("severity").isNull())
            lines << QString::fromStdString(event.member("text").toStdString());
    }
    QCOMPARE(lines.join(QLatin1Char('|')), logs);
}

void TestRuntimeExamples::commands_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("logs");
    const auto row = [](const char *name, const char *source, const char *logs) {
        QTest::newRow(name) << QByteArray(source) << QString::fromUtf8(logs);
    };
    // Cli(line) logs the error, or null and the result.
    row("group", "Cli(\"GETGROUP sales\"); Cli(\"getgroup \\\"sales@d.example\\\"\"); Cli(\"GETGROUP nobody\"); Cli(\"GETGROUP\");",
        "{Members=(ivanov,petrov);}|{Members=(ivanov,petrov);}|513-unknown group|500-bad parameters");
    row("group changed",
        "Cli(\"GETGROUP sales\"); g = Vars().executeCLIResult; g.Members[0] = \"sidorov\";"
        " Cli(\"SETGROUP \\\"sales\\\" \" + ObjectToString(g)); SysLog(ReadGroupMembers(\"sales\"));"
        " SysLog(ReadGroupMembers(\"SALES@d.example\")); Cli(\"GETGROUP sales\");"
        " Cli(\"SETGROUP sales (a)\"); Cli(\"SETGROUP nobody {}\"); Cli(\"SETGROUP sales {Members=petrov;}\");"
        " SysLog(ReadGroupMembers(\"sales\"));",
        "{Members=(ivanov,petrov);}|null|(sidorov,petrov)|(sidorov,petrov)|{Members=(sidorov,petrov);}|500-bad parameters|"
        "513-unknown group|null|(petrov)");
    row("the next call sees the workspace's group", "SysLog(ReadGroupMembers(\"sales\"));", "(ivanov,petrov)");
    row("aliases", "Cli(\"GETACCOUNTALIASES pbx\"); Cli(\"GETACCOUNTALIASES \\\"ivanov@d.example\\\"\"); Cli(\"GETACCOUNTALIASES x\");",
        "(200,conference)|(201)|513-unknown user account");
    row("own preferences",
        "Cli(\"GETACCOUNTPREFS petrov\"); Cli(\"GETACCOUNTPREFS \\\"ivanov@d.example\\\"\"); Cli(\"GETACCOUNTPREFS x\");"
        " Void(SetAccountPreferences(\"5\",\"~petrov/ReceptDirDigits\")); Cli(\"GETACCOUNTPREFS petrov\");"
        " Void(SetAccountPreferences(null,\"~petrov/ReceptDirDigits\")); Cli(\"GETACCOUNTPREFS petrov\");"
        " SysLog(GetAccountPreferences(\"~petrov/ReceptDirDigits\"));"
        " Void(ExecuteCLI(\"GETACCOUNTEFFECTIVEPREFS petrov\")); SysLog(Vars().executeCLIResult.ReceptDirDigits);",
        "{}|{Language=Russian;TimeZone=\"Europe/Moscow\";}|513-unknown user account|{ReceptDirDigits=5;}|{}|3|3");
    row("preferences",
        "Cli(\"UPDATEACCOUNTPREFS ivanov {WorkDayStart=30000;}\"); SysLog(GetAccountPreferences(\"WorkDayStart\"));"
        " SysLog(GetAccountPreferences(\"Language\")); Cli(\"UPDATEACCOUNTPREFS ivanov {WorkDayStart=default;Language=default;}\");"
        " SysLog(GetAccountPreferences(\"Language\")); SysLog(GetAccountPreferences(\"WorkDayStart\"));"
        " Cli(\"SETACCOUNTPREFS \\\"ivanov\\\" {Language=German;}\"); Cli(\"GETACCOUNTPREFS ivanov\");"
        " Cli(\"UPDATEACCOUNTPREFS ivanov 5\"); Cli(\"UPDATEACCOUNTPREFS x {}\");",
        "null|30000|Russian|null||28800|null|{Language=German;}|500-bad parameters|513-unknown user account");
    row("unknown", "Cli(\"CREATEACCOUNT x\"); Cli(\"\"); SysLog(ExecuteCLI(null)); Cli(\"GETGROUP \\\"sales\");",
        "500-unknown command|500-unknown command|500-unknown command|500-bad parameters");
    row("task",
        "Cli(\"STARTPBXTASK petrov PROGRAM other PARAM {n=7;}\"); id = Vars().executeCLIResult; Void(ReadInput(1));"
        " Cli(\"READNODESTATUS \\\"\" + id + \"\\\"\"); Cli(\"SENDTASKEVENT \" + id + \" EVENT hello PARAM (a,b)\"); Void(ReadInput(1));"
        " Cli(\"SENDTASKEVENT \" + id + \" EVENT 5x\"); Cli(\"KILLNODE \" + id); Cli(\"KILLNODE \" + id);"
        " Cli(\"READNODESTATUS \" + id); Cli(\"SENDTASKEVENT \" + id + \" EVENT a\");",
        "2|petrov@d.example {n=7;} 481-No incoming call|{state=waits;}|null|hello (a,b) #null#|500-bad parameters|null|"
        "513-unknown task|513-unknown task|513-unknown task");
    row("task, entry", "Cli(\"StartPbxTask \\\"petrov@d.example\\\" PROGRAM \\\"other\\\" ENTRY side PARAM x\"); Void(ReadInput(1));",
        "2|side x");
    row("task refused",
        "Cli(\"STARTPBXTASK x PROGRAM other\"); Cli(\"STARTPBXTASK petrov PROGRAM missing\"); Cli(\"STARTPBXTASK petrov\");"
        " Cli(\"STARTPBXTASK petrov PROGRAM other ENTRY nowhere\"); Cli(\"STARTPBXTASK petrov PROGRAM other PARAM (\");",
        "513-unknown user account|500-Failed to load PBX application code|500-bad parameters|"
        "500-Failed to load PBX application code|500-bad parameters");
    row("a task ends itself", "Cli(\"STARTPBXTASK petrov PROGRAM suicide\"); Void(ReadInput(1)); SysLog(\"on\");", "2|before|on");
}

void TestRuntimeExamples::commands()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, logs);
    m_desk.program("entry main is\n  d = NewDictionary(); d.state = \"waits\"; SetApplicationStatus(d);\n"
                   "  SysLog(MyEmail() + \" \" + ObjectToString(Vars().startParameter) + \" \" + AcceptCall());\n"
                   "  loop e = ReadInput(60); exitif e == null;\n"
                   "    SysLog(e.what + \" \" + ObjectToString(e.parameter) + \" \" + ObjectToString(e.sender));\n  end loop;\n"
                   "end entry;\nentry side is SysLog(\"side \" + Vars().startParameter); end entry;",
                   "other");
    // The number of the second task of a call is 2.
    m_desk.program("entry main is SysLog(\"before\"); Void(ExecuteCLI(\"KILLNODE 2\")); SysLog(\"after\"); end entry;", "suicide");
    run("procedure Cli(line) is\n"
        "  error = ExecuteCLI(line);\n"
        "  if error != null then SysLog(error); if Vars().executeCLIResult != null then SysLog(\"stale\"); end if;\n"
        "  elif Vars().executeCLIResult == null then SysLog(\"null\");\n"
        "  else SysLog(Vars().executeCLIResult); end if;\n"
        "end procedure;\n"
        "entry main is Void(AcceptCall());\n" + source + "\nend entry;",
        "", logs);
}

void TestRuntimeExamples::unlisted_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("logs");
    const auto row = [](const char *name, const char *source, const char *logs) {
        QTest::newRow(name) << QByteArray(source) << QString::fromUtf8(logs);
    };
    row("duration", "SysLog(GetPlayDuration(\"w2\")); SysLog(GetPlayDuration(ReadEnvirFile(\"short.wav\")));"
                    " SysLog(GetPlayDuration(\"nosuch\")); SysLog(GetPlayDuration(\"damaged\")); SysLog(GetPlayDuration(null));",
        "#2000|#400|#null#|#null#|#null#");
    row("signal options", "SetBridgeBreakMode(\"keep\"); SysLog(SignalOption(\"bridgeBreak\",null)); SetReferMode(\"peer\");"
                          " SysLog(SignalOption(\"refer\",null)); Void(SetTransferReportMode(\"YES\"));"
                          " SysLog(SignalOption(\"transferReport\",null));", "keep|peer|YES");
}

void TestRuntimeExamples::unlisted()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, logs);
    run(source, "", logs);
}

void TestRuntimeExamples::examples_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("logs");
    const auto row = [](const char *name, const char *source, const char *script, const char *logs) {
        QTest::newRow(name) << QByteArray(source) << QByteArray(script) << QString::fromUtf8(logs);
    };
    row("typed ahead", "PlayFile(\"w\"); PlayFile(\"w\"); SysLog(DTMF()); SysLog(ReadInput(0)); SysLog(DTMF());", "~1",
        "1|1|");
    row("key before event", "Void(SetInterruptOnDTMF(null)); PlayFile(\"w\"); Void(SendEvent(ThisTask(),\"mine\"));"
                            " SysLog(ReadInput(0)); e = ReadInput(0); SysLog(e.what); SysLog(ReadInput(0));", "~5",
        "5|mine|#null#");
    row("hang-up", "e = ReadInput(5); SysLog(IsDisconnectEvent(e)); SysLog(e.sender); SysLog(ReadInput(5));", "!",
        "YES|#null#|#null#");
    row("position at a key", "PlayFile(\"w\"); SysLog(GetPlayPosition()); SysLog(IsPlayCompleted()); SysLog(ReadInput(0));", "~4",
        "#1000|#null#|4");
    row("not played, a key waits", "PlayFile(\"w\"); PlayFile(\"w2\"); SysLog(GetPlayPosition()); SysLog(IsPlayCompleted());", "~4",
        "#0|#null#");
    row("not played, an event waits",
        "Void(SendEvent(ThisTask(),\"mine\")); ClearDTMF(); PlayFile(\"w\"); SysLog(GetPlayPosition());", "", "#0");
    row("interruption off", "Void(SetInterruptOnDTMF(null)); PlayFile(\"w\"); SysLog(GetPlayPosition()); SysLog(ReadInput(0));",
        "~4", "#3000|4");
    row("start inside", "SetPlayPosition(1000); PlayFile(\"w\"); SysLog(GetPlayPosition()); PlayFile(\"w\"); SysLog(GetPlayPosition());",
        "", "#3000|#3000");
    row("recording", "r = Record(10); SysLog(IsData(r)); SysLog(ReadInput(0)); SysLog(GetPlayDuration(r));", "#", "YES|#|#3000");
    row("priority", "Void(Enqueue(\"q\",\"a\",\"1.0\")); r = Enqueue(\"q\",\"b\",\"2.0\"); SysLog(r.position); SysLog(r.length);", "",
        "#0|#1");
    row("refused with a text", "entry main is RejectCall(\"500-No settings\"); SysLog(IsHalfConnected()); end entry;", "", "#null#");
    row("early media heard", "entry main is Void(ProvisionCall(true,null)); PlayFile(\"w\"); SysLog(GetPlayPosition());"
                             " SysLog(AcceptCall()); end entry;", "", "#3000|#null#");
}

void TestRuntimeExamples::examples()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, script);
    QFETCH(QString, logs);
    run(source, script.constData(), logs);
}

void TestRuntimeExamples::atAnInstant_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("at");
    QTest::addColumn<char>("key");
    QTest::addColumn<QString>("logs");
    const auto row = [](const char *name, const char *source, int at, char key, const char *logs) {
        QTest::newRow(name) << QByteArray(source) << at << key << QString::fromUtf8(logs);
    };
    const char *const two = "PlayFile(\"w\"); SysLog(GetPlayPosition()); SysLog(IsPlayCompleted()); PlayFile(\"w2\");"
                            " SysLog(GetPlayPosition()); SysLog(ReadInput(0));";
    row("key in a prompt", two, 1500, '5', "#1500|#null#|#0|5");
    row("key at the very end", two, 3000, '5', "#3000|YES|#0|5");
    row("key in the second", two, 3001, '5', "#3000|YES|#1|5");
    row("hang-up in a prompt", "PlayFile(\"w\"); SysLog(GetPlayPosition()); SysLog(IsPlayCompleted()); SysLog(IsConnected());"
                               " SysLog(IsDisconnectEvent(ReadInput(0)));", 1500, '!', "#1500|#null#|#null#|YES");
    row("endless prompt", "PlayFile(\"w\",-1); SysLog(GetPlayPosition()); SysLog(IsPlayCompleted());", 8500, '5', "#2500|#null#");
    row("prompt of 9000 ms", "PlayFile(\"w\",9000); SysLog(GetPlayPosition());", 8500, '5', "#2500");
    row("key exactly at the time-out", "SysLog(ReadInput(5)); SysLog(ReadInput(0));", 5000, '5', "5|#null#");
    row("key after the time-out", "SysLog(ReadInput(5)); SysLog(ReadInput(1));", 5001, '5', "#null#|5");
    row("missing prompt", "PlayFile(\"no-such\"); SysLog(GetPlayPosition()); SysLog(ReadInput(5));", 1000, '5', "#0|5");
    row("upper case name", "PlayFile(\"ShOrT\"); SysLog(GetPlayPosition());", 9000, '5', "#400");
    row("language folder first, top otherwise",
        "PlayFile(\"CallbackBusy\"); SysLog(GetPlayPosition()); PlayFile(\"short\"); SysLog(GetPlayPosition());"
        " SetLanguage(null); PlayFile(\"CallbackBusy\"); SysLog(GetPlayPosition());", 9000, '5', "#1000|#400|#0");
    row("unread key over a menu", "PlayFile(\"w\"); PlayFile(\"w\"); PlayFile(\"w\"); SysLog(ReadInput(0)); PlayFile(\"short\");"
                                  " SysLog(GetPlayPosition());", 100, '1', "1|#400");
}

void TestRuntimeExamples::atAnInstant()
{
    QFETCH(QByteArray, source);
    QFETCH(int, at);
    QFETCH(char, key);
    QFETCH(QString, logs);
    const QByteArray name = "instant" + QByteArray::number(++m_number);
    m_desk.program("entry main is Void(AcceptCall());\n" + source + "\nend entry;", name.constData());
    DialRequest request;
    request.address = (name + "#ivanov").toStdString();
    request.timedKeys = {{at, key}};
    m_desk.call(request);
    QVERIFY(!m_desk.simulation().error());
    QCOMPARE(m_desk.logs().join(QLatin1Char('|')), logs);
}

void TestRuntimeExamples::addresses_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QString>("logs");
    const auto row = [](const char *address, const char *logs) {
        QTest::newRow(address) << QByteArray(address) << QString::fromUtf8(logs);
    };
    row("shows#ivanov", "ivanov@d.example|none");
    row("shows#201", "ivanov@d.example|none");
    row("shows#ivanov@d.example", "ivanov@d.example|none");
    row("shows#conference@d.example", "pbx@d.example|none");
    row("shows{main}#ivanov", "ivanov@d.example|(main)");
    row("shows{a, b}#ivanov", "ivanov@d.example|(a,b)");
    row("shows{}#ivanov", "ivanov@d.example|none");
    row("shows{1}#petrov", "petrov@d.example|(\"1\")");
}

void TestRuntimeExamples::addresses()
{
    QFETCH(QByteArray, address);
    QFETCH(QString, logs);
    m_desk.program("var startParameter;\nentry main is\n  Void(AcceptCall()); SysLog(MyEmail());\n"
                   "  SysLog(startParameter == null ? \"none\" : ObjectToString(startParameter));\n"
                   "  if ObjectToString(startParameter) != ObjectToString(Vars().startParameter) then SysLog(\"differ\"); end if;\n"
                   "end entry;", "shows");
    DialRequest request;
    request.address = address.toStdString();
    m_desk.call(request);
    QVERIFY(!m_desk.simulation().error());
    QString said = m_desk.logs().join(QLatin1Char('|'));
    QCOMPARE(said.remove(QLatin1Char('"')), QString(logs).remove(QLatin1Char('"')));
}

/// 8.2: whoever is entered late may have a stage whose moment has passed.
void TestRuntimeExamples::lateStageActsAtOnce()
{
    m_desk.write("domains/d.example/accounts/first.settings",
                 "{ SignalRules = ((98006,\"#20s\",(),((\"Redirect to\",second)))); }");
    m_desk.write("domains/d.example/accounts/second.settings",
                 "{ SignalRules = ((99006,\"#10s\",(),((\"Redirect to\",third))),(97006,\"#30s\",(),((\"Redirect to\",petrov)))); }");
    m_desk.write("domains/d.example/accounts/third.settings", "{}");
    DialRequest request;
    request.address = "first";
    for (const char *account : {"first@d.example", "second@d.example", "third@d.example"})
        request.phones[account].state = accounts::PhoneState::NoAnswer;
    m_desk.call(request);
    QStringList rings;
    for (const Event &event : m_desk.simulation().trace().events()) {
        if (event.kind == "ring")
            rings << QStringLiteral("%1@%2").arg(QString::fromStdString(event.member("account").toStdString())).arg(event.time);
    }
    QCOMPARE(rings.join(QLatin1Char(' ')), QStringLiteral("first@d.example@0 second@d.example@20000 third@d.example@20000"
                                                          " petrov@d.example@30000"));
}

void TestRuntimeExamples::rulesAskedInVainAreTold()
{
    m_desk.write("domains/d.example/accounts/choosy.settings",
                 "{ SignalRules = ((506,never,((From,is,\"nobody@d.example\")),((\"Redirect to\",petrov)))); }");
    DialRequest request;
    request.address = "choosy";
    request.phones["choosy@d.example"].state = accounts::PhoneState::NoAnswer;
    m_desk.call(request);
    const Event *route = m_desk.last("route");
    QVERIFY(route);
    QCOMPARE(route->time, std::int64_t(60'000));
    QCOMPARE(text(route->member("result")), QStringLiteral("\"the failure stands\""));
    QVERIFY2(text(route->member("others")).contains(QStringLiteral("choosy@d.example: never: From is")),
             qPrintable(text(route->member("others"))));
    QCOMPARE(m_desk.last("reject")->member("code").toNumber(), 408);
}

QTEST_GUILESS_MAIN(TestRuntimeExamples)
#include "tst_runtime_examples.moc"
