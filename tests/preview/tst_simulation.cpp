// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/call/schedule.h"
#include "tests/preview/desk.h"

using namespace pbx;
using namespace pbx::test;

class TestSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtins_data();
    void builtins();
    void plays_data();
    void plays();
    void refusal_data();
    void refusal();
    void orderAtOneInstant();
    void rulesOfTheClock();
    void missingAndDamagedPrompts();
    void missingProgram();
    void faultyProgram();
    void runTimeError();
    void endlessLoop();
    void hugeValues();
    void hangUpInAPrompt();
    void mail();
    void startParameter();
    void sameBytes();
    void interactive();
    void phones_data();
    void phones();
    void bridge();
    void spawnAndEvents();
    void limit();
    void json();
};

void TestSimulation::builtins_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("logs");

    const auto row = [](const char *name, const char *body, const char *script, const char *logs) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(script) << QString::fromUtf8(logs);
    };
    row("accept", "SysLog(IsConnected()); SysLog(AcceptCall());", "", "YES|491-Call is already accepted");
    row("half connected", "SysLog(IsHalfConnected()); Disconnect(); SysLog(IsHalfConnected());", "", "YES|#null#");
    row("key", "SysLog(ReadInput(20));", "5", "5");
    row("time-out", "SysLog(ReadInput(20)); SysLog(ReadInput(0));", ",", "#null#|#null#");
    row("typed ahead", "PlayFile(\"w\"); SysLog(DTMF()); SysLog(ReadInput(0)); SysLog(DTMF());", "~1", "1|1|");
    row("collected",
        "Void(SetInterruptOnDTMF(null)); PlayFile(\"w\"); PlayFile(\"w\"); SysLog(DTMF()); SysLog(ReadInput(0));"
        "SysLog(DTMF());", "~1~2", "12|1|2");
    row("key before event", "Void(SetInterruptOnDTMF(null)); PlayFile(\"w\"); Void(SendEvent(ThisTask(),\"e\"));"
                            "SysLog(ReadInput(0)); SysLog(ReadInput(0).what);", "~7", "7|e");
    row("hang-up", "e = ReadInput(5); SysLog(IsDisconnectEvent(e)); SysLog(e.sender); SysLog(IsConnected());"
                   "SysLog(ReadInput(5)); SysLog(RemoteURI());", "!", "YES|#null#|#null#|#null#|#null#");
    row("look-alike", "d = NewDictionary(); d.what = \"_disconnect\"; SysLog(IsDisconnectEvent(d));"
                      "SysLog(IsDisconnectEvent(\"5\")); SysLog(SendEvent(ThisTask(),\"_disconnect\"));", "",
        "#null#|#null#|400-Bad event");
    row("interrupted", "PlayFile(\"w\"); SysLog(GetPlayPosition()); SysLog(IsPlayCompleted()); SysLog(ReadInput(0));",
        "~4", "#1000|#null#|4");
    row("completed", "PlayFile(\"w\"); SysLog(GetPlayPosition()); SysLog(IsPlayCompleted());", "", "#3000|YES");
    row("not interrupting", "SysLog(SetInterruptOnDTMF(null)); PlayFile(\"w\"); SysLog(GetPlayPosition());"
                            "SysLog(IsPlayCompleted()); SysLog(ReadInput(0)); SysLog(SetInterruptOnDTMF(\"x\"));",
        "~4", "YES|#3000|YES|4|#null#");
    row("suppressed by key", "Void(SetInterruptOnDTMF(null)); PlayFile(\"w\"); Void(SetInterruptOnDTMF(1));"
                             "PlayFile(\"w\"); SysLog(GetPlayPosition()); SysLog(IsPlayCompleted()); ClearDTMF();"
                             "PlayFile(\"w\"); SysLog(IsPlayCompleted());", "~4", "#0|#null#|YES");
    row("suppressed by event", "Void(SendEvent(ThisTask(),\"wake\",7)); ClearDTMF(); PlayFile(\"w\");"
                               "SysLog(GetPlayPosition()); SysLog(ReadInput(0).parameter);", "", "#0|#7");
    row("loop", "PlayFile(\"w2\",-1); SysLog(GetPlayPosition());", "~4", "#1000");
    row("timed", "PlayFile(\"w2\",5500); SysLog(GetPlayPosition()); SysLog(IsPlayCompleted());", "", "#1500|YES");
    row("whole rounds", "PlayFile(\"w2\",4000); SysLog(GetPlayPosition());", "", "#2000");
    row("nothing", "PlayFile(\"w\",0); SysLog(GetPlayPosition());", "", "#0");
    row("skip", "SetPlayPosition(1000); PlayFile(\"w\"); SysLog(GetPlayPosition()); PlayFile(\"w\");"
                "SysLog(GetPlayPosition());", "", "#3000|#3000");
    row("skip is used up", "SetPlayPosition(1000); PlayFile(\"w\"); SysLog(GetPlayPosition());", "~1", "#2000");
    row("past the end", "SetPlayPosition(9000); PlayFile(\"w\"); SysLog(IsPlayCompleted());", "", "YES");
    row("tone", "PlayTone(425,700); SysLog(GetPlayPosition()); PlayTone(-1,700); SysLog(IsPlayCompleted());", "",
        "#700|PlayTone: a frequency, length or ratio is of no use|YES");
    row("name in any case", "PlayFile(\"CallbackBusy\"); SysLog(IsPlayCompleted());", "", "YES");
    row("record by key", "r = Record(10); SysLog(Length(r)); SysLog(ReadInput(0));", "#", "#48044|#");
    row("record by time", "r = Record(2); SysLog(Length(r)); SysLog(Record(0));", "", "#32044|#null#");
    row("play data", "Play(Record(2)); SysLog(GetPlayPosition()); Play(null); SysLog(IsPlayCompleted());", "",
        "#2000|#null#");
    row("wrong name", "PlayFile(5); SysLog(IsPlayCompleted());", "", "PlayFile: the name is no string|#null#");
    row("languages", "SysLog(GetLanguage()); SetLanguage(null); SysLog(GetLanguage()); SetLanguage(\"French\");"
                     "SysLog(GetLanguage());", "", "russian|english|french");
    row("zones", "SysLog(GetTimeZoneName()); SetTimeZone(null); SysLog(GetTimeZoneName()); SetTimeZone(\"GMT (+0000)\");"
                 "SysLog(GetTimeZoneName());", "", "Europe/Moscow|#null#|GMT (+0000)");
    row("who", "SysLog(MyEmail()); SysLog(MyDomain()); SysLog(LocalURI()); SysLog(RemoteURI());"
               "SysLog(RemoteAuthentication());", "",
        "ivanov@d.example|d.example|sip:ivanov@d.example|sip:caller@example.net|#null#");
    row("accounts", "SysLog(GetAccountPreferences(\"Language\")); SysLog(GetAccountPreferences(\"WorkDayStart\"));"
                    "SysLog(ReadTelnums(null)); SysLog(ReadGroupMembers(\"sales\")); SysLog(ReadGroupMembers(\"x\"));"
                    "SysLog(RouteLocalURI(\"sip:203@d.example\")); SysLog(RouteLocalURI(\"sip:x@y.z\"));", "",
        "Russian|28800|(\"+74951234567\")|(ivanov,petrov)|#null#|petrov@d.example|#null#");
    row("impersonate refused", "SysLog(Impersonate(\"petrov@d.example\")); SysLog(MyEmail());"
                               "SysLog(Impersonate(\"ivanov@d.example\")); SysLog(Impersonate(\"a@elsewhere.example\"));"
                               "SysLog(MyEmail());", "",
        "access rights insufficient|ivanov@d.example|#null#|#null#|#null#");
    row("pending", "SysLog(PendingRequestData(\"Call-ID\")); SysLog(IncomingRequestURI());", "", "#null#|#null#");
    row("options", "SysLog(SignalOption(\"bridgeBreak\",\"keep\")); SysLog(SignalOption(\"bridgeBreak\",null));"
                   "SysLog(SignalOption(\"x\",null)); SysLog(MediaOption(\"skipSilence\",500));"
                   "SysLog(MediaOption(\"skipSilence\"));", "", "default|keep|#null#|#0|#500");
    row("send key", "SysLog(SendDTMF(\"5\")); SysLog(SendDTMF(\"55\")); Disconnect(); SysLog(SendDTMF(\"5\"));", "",
        "#null#|400-Bad request|481-Task is not connected");
    row("tasks", "SysLog(IsTask(ThisTask())); SysLog(IsTask(null)); SysLog(SendEvent(ThisTask(),\"7up\"));"
                 "SysLog(SendEvent(null,\"a\")); SysLog(SendEvent(ThisTask(),\"a\",NewXML(\"x\")));"
                 "SysLog(ThisTask() == ThisTask());", "",
        "YES|#null#|400-Bad event|400-Bad event|400-Bad event|YES");
    row("queues", "SysLog(CheckQueue(\"q\")); SysLog(Enqueue(\"q\",\"x\")); SysLog(CheckQueue(\"q\"));"
                  "r = ReadQueue(\"q\"); SysLog(r.parameter); SysLog(IsTask(r.id)); SysLog(CheckQueue(\"q\"));"
                  "SysLog(ReadQueue(\"q\"));", "",
        "{length=#0;}|{length=#1;position=#0;}|{length=#1;position=#0;}|x|YES|{length=#0;}|#null#");
    row("meetings", "SysLog(CreateMeeting(null,\"47\",5)); SysLog(CreateMeeting(\"\",\"47\"));"
                    "SysLog(FindMeeting(null,\"47\").id); SysLog(ActivateMeeting(null,\"47\"));"
                    "SysLog(IsTask(FindMeeting(null,\"47\").id)); SysLog(FindMeeting(null,\"47\").parameter);"
                    "SysLog(RemoveMeeting(null,\"47\")); SysLog(FindMeeting(null,\"47\"));"
                    "SysLog(RemoveMeeting(null,\"no\"));", "",
        "#null#|409-Meeting exists|#null#|#null#|YES|#5|#null#|#null#|#null#");
    row("files", "SysLog(ReadEnvirFile(\"nosuch.txt\")); SysLog(Length(ReadEnvirFile(\"W.wav\")));", "",
        "#null#|#48044");
    row("records", "StoreCDR(\"x 1\"); SetApplicationStatus(5); SysLog(GetApplicationStatus(ThisTask()));", "",
        "APP x 1|#5");
    row("cli", "SysLog(ExecuteCLI(\"ECHO (a,b)\")); SysLog(Vars().executeCLIResult[1]);"
               "SysLog(ExecuteCLI(\"NOSUCH\"));", "", "#null#|b|500-unknown command");
    row("not connected", "SysLog(BreakBridge()); SysLog(StartBridge(null)); SysLog(StartCall(\"petrov\"));"
                         "SysLog(MixerAttached());", "",
        "481-Not bridged|481-No such task|491-Call already in progress|#null#");
}

void TestSimulation::builtins()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, script);
    QFETCH(QString, logs);
    Desk desk;
    desk.program("entry main is if AcceptCall() != null then stop; end if;\n" + body + "\nend entry;");
    desk.call(keys(script.constData()));
    if (const auto *error = desk.simulation().error())
        QFAIL(error->text().c_str());
    QVERIFY(!desk.simulation().failed());
    QCOMPARE(desk.logs().join(QLatin1Char('|')), logs);
}

void TestSimulation::plays_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<bool>("interrupt");
    QTest::addColumn<QString>("order");
    QTest::addColumn<qint64>("duration"); // of the first prompt

    // pbx-runtime 3.3: two prompts of 3000 ms, then input for 5 s, twice
    QTest::newRow("silent") << QByteArray(",,") << true << QStringLiteral("play@0 play@3000 read@11000 read@16000") << 3000LL;
    QTest::newRow("key cuts both") << QByteArray("~1") << true << QStringLiteral("play@0 key@1000 read@1000 read@6000") << 1000LL;
    QTest::newRow("key collects") << QByteArray("~1") << false << QStringLiteral("play@0 key@1000 play@3000 read@6000 read@11000")
                                  << 3000LL;
    QTest::newRow("hang-up") << QByteArray("~!") << false << QStringLiteral("play@0 read@1000 read@6000") << 1000LL;
    QTest::newRow("in the second") << QByteArray("~1 ~2") << false
                                   << QStringLiteral("play@0 key@1000 play@3000 key@4000 read@6000 read@6000") << 3000LL;
}

void TestSimulation::plays()
{
    QFETCH(QByteArray, script);
    QFETCH(bool, interrupt);
    QFETCH(QString, order);
    QFETCH(qint64, duration);
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); Void(SetInterruptOnDTMF(" + QByteArray(interrupt ? "1" : "null")
                 + ")); PlayFile(\"w\"); PlayFile(\"w\"); Void(ReadInput(5)); Void(ReadInput(5)); end entry;");
    desk.call(keys(script.constData()));
    QCOMPARE(desk.order({QStringLiteral("play"), QStringLiteral("key"), QStringLiteral("read")}).join(QLatin1Char(' ')),
             order);
    for (const Event &event : desk.simulation().trace().events()) {
        if (event.kind != "play")
            continue;
        QCOMPARE(event.member("duration").toNumber(), duration);
        QCOMPARE(event.member("interrupted").isTrue(), duration != 3000);
        QCOMPARE(event.file, std::string("domains/d.example/environment/test.sppr"));
        QCOMPARE(event.line, 1);
        QCOMPARE(event.member("layer").bytes(), std::string_view("domain"));
        break;
    }
}

void TestSimulation::refusal_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("by");
    QTest::addColumn<bool>("failed");

    QTest::newRow("486") << QByteArray("RejectCall(486); SysLog(IsHalfConnected()); SysLog(AcceptCall());")
                         << QStringLiteral("486-Busy Here") << QStringLiteral("program") << false;
    QTest::newRow("text") << QByteArray("RejectCall(\"500-No settings\");") << QStringLiteral("500-No settings")
                          << QStringLiteral("program") << false;
    QTest::newRow("out of range") << QByteArray("RejectCall(200);") << QStringLiteral("500-Server Internal Error")
                                  << QStringLiteral("program") << false;
    QTest::newRow("words only") << QByteArray("RejectCall(\"sorry\");") << QStringLiteral("500-sorry")
                                << QStringLiteral("program") << false;
    QTest::newRow("unanswered") << QByteArray("stop;") << QStringLiteral("480-Temporarily Unavailable")
                                << QStringLiteral("program") << false;
    QTest::newRow("exception") << QByteArray("a = 1 / Number(\"0\");") << QStringLiteral("500-Server Internal Error")
                               << QStringLiteral("error") << true;
    QTest::newRow("disconnect") << QByteArray("Disconnect();") << QStringLiteral("603-Decline")
                                << QStringLiteral("program") << false;
    QTest::newRow("early media") << QByteArray("Void(ProvisionCall(true,null)); PlayFile(\"w\"); Void(AcceptCall());")
                                 << QStringLiteral("w") << QStringLiteral("program") << false;
    QTest::newRow("skipped before the answer") << QByteArray("PlayFile(\"w\"); Void(AcceptCall());")
                                               << QStringLiteral("silence") << QStringLiteral("program") << false;
    QTest::newRow("caller gives up") << QByteArray("e = ReadInput(60); SysLog(IsDisconnectEvent(e)); SysLog(AcceptCall());")
                                     << QStringLiteral("silence") << QStringLiteral("caller") << false;
    QTest::newRow("redirected") << QByteArray("RedirectCall(\"petrov\");")
                                << QStringLiteral("conversation with petrov@d.example") << QStringLiteral("callee") << false;
}

void TestSimulation::refusal()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, outcome);
    QFETCH(QString, by);
    QFETCH(bool, failed);
    Desk desk;
    desk.program("entry main is " + body + " end entry;");
    desk.call(keys(QByteArray(QTest::currentDataTag()) == "caller gives up" ? "!" : ""));
    const Event *end = desk.last("end");
    QVERIFY(end);
    QCOMPARE(QString::fromStdString(end->member("outcome").toStdString()), outcome);
    QCOMPARE(QString::fromStdString(end->member("by").toStdString()), by);
    QCOMPARE(desk.simulation().failed(), failed);
    if (by == QStringLiteral("caller"))
        QCOMPARE(desk.logs(), QStringList({QStringLiteral("YES"), QStringLiteral("487-Request Terminated")}));
}

/// 3.3, 2: sounds that end, happenings outside in order of planning, time-outs.
void TestSimulation::orderAtOneInstant()
{
    using Kind = call::HappeningKind;
    call::Schedule schedule;
    schedule.plan(3000, Kind::InputTimeOut, 1, 0);
    schedule.plan(3000, Kind::Key, 2, 0);
    schedule.plan(4000, Kind::SoundEnd, 3, 0);
    schedule.plan(3000, Kind::HangUp, 4, 0);
    schedule.plan(3000, Kind::SoundEnd, 5, 0);
    schedule.plan(2000, Kind::RingTimeOut, 6, 0);
    QList<quint64> order;
    while (!schedule.empty()) {
        order << schedule.next().subject;
        schedule.pop();
    }
    QCOMPARE(order, QList<quint64>({6, 5, 2, 4, 1, 3}));
}

void TestSimulation::rulesOfTheClock()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); PlayFile(\"w\"); SysLog(IsPlayCompleted()); PlayFile(\"w\");"
                 "SysLog(IsPlayCompleted()); SysLog(ReadInput(5)); SysLog(ReadInput(3)); end entry;");
    auto &simulation = desk.begin();
    simulation.advanceTo(2999);
    QCOMPARE(simulation.nextInstant(), std::optional<std::int64_t>(3000));
    simulation.advanceTo(3000);
    QCOMPARE(desk.logs(), QStringList{QStringLiteral("YES")});
    simulation.press('7');
    simulation.runToEnd();
    // Who presses now finds the second prompt begun and cuts it at once.
    QCOMPARE(desk.logs(), QStringList({QStringLiteral("YES"), QStringLiteral("#null#"), QStringLiteral("7"),
                                       QStringLiteral("#null#")}));
    QCOMPARE(desk.last("end")->time, 6000);
}

void TestSimulation::missingAndDamagedPrompts()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); PlayFile(\"no-such\"); PlayFile(\"damaged\"); PlayFile(\"empty\");"
                 "SysLog(\"on\"); end entry;");
    desk.call();
    QCOMPARE(desk.order({QStringLiteral("missing"), QStringLiteral("play"), QStringLiteral("log")}),
             QStringList({QStringLiteral("missing@0"), QStringLiteral("missing@0"), QStringLiteral("play@0"),
                          QStringLiteral("log@0")}));
    const Event *damaged = desk.last("missing");
    QCOMPARE(damaged->member("name").bytes(), std::string_view("damaged"));
    QVERIFY(!damaged->member("reason").isNull());
    QVERIFY(!desk.simulation().failed());
}

void TestSimulation::missingProgram()
{
    Desk desk;
    DialRequest request;
    request.address = "missing#ivanov";
    desk.call(request);
    QVERIFY(desk.simulation().failed());
    QCOMPARE(desk.last("end")->member("outcome").bytes(), std::string_view("Failed to load PBX application code"));
    QCOMPARE(desk.last("reject")->member("code").toNumber(), 500);
}

void TestSimulation::faultyProgram()
{
    Desk desk;
    desk.program("entry main is\n  if then;\nend entry;");
    desk.call();
    QVERIFY(desk.simulation().failed());
    QCOMPARE(desk.last("end")->member("outcome").bytes(), std::string_view("Failed to load PBX application code"));
    QVERIFY(desk.last("error")->member("message").bytes().find("test.sppr:2:") != std::string_view::npos);
    desk.program("entry other is stop; end entry;");
    desk.call();
    QVERIFY(desk.last("error")->member("message").bytes().find("no entry main") != std::string_view::npos);
}

void TestSimulation::runTimeError()
{
    Desk desk;
    desk.program("procedure inner(x) is\n  AddElement(x, 1);\nend procedure;\nentry main is\n  Void(AcceptCall());\n"
                 "  inner(5);\nend entry;");
    desk.call();
    QVERIFY(desk.simulation().failed());
    const Event *error = desk.last("error");
    QVERIFY(error);
    QCOMPARE(error->line, 2);
    QCOMPARE(error->member("stack").array().size(), std::size_t(2));
    QCOMPARE(error->member("stack").array().items[1].dictionary().get("line").toNumber(), 6);
    QCOMPARE(desk.last("end")->member("by").bytes(), std::string_view("error"));
}

void TestSimulation::endlessLoop()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); while IsConnected() loop Void(ReadInput(0)); end loop; end entry;");
    desk.call();
    QVERIFY(desk.simulation().failed());
    QCOMPARE(desk.last("end")->time, 0);
    desk.program("entry main is me = ThisTask(); loop Void(SendEvent(me,\"again\")); Void(ReadInput(1)); end loop; end entry;");
    desk.call();
    QVERIFY(desk.simulation().failed());
    QVERIFY(desk.simulation().trace().events().size() < 300'000);
    QCOMPARE(desk.last("end")->member("by").bytes(), std::string_view("error"));
}

/// Values that share parts are small in memory and endless on paper.
void TestSimulation::hugeValues()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); a = NewArray(); i = 0; AddElement(a,1);"
                 "loop b = NewArray(); AddElement(b,a); AddElement(b,a); a = b; i = i + 1; exitif i >= 60; end loop;"
                 "SysLog(SendEvent(ThisTask(),\"e\",a)); SysLog(Enqueue(\"q\",a));"
                 "SysLog(SendEMail(null,\"S\",\"a@b.example\",null,a)); SetApplicationStatus(a);"
                 "SysLog(GetApplicationStatus(ThisTask())); c = NewArray(); AddElement(c,c);"
                 "SysLog(SendEvent(ThisTask(),\"e\",c)); end entry;");
    desk.call();
    QVERIFY(!desk.simulation().failed());
    QCOMPARE(desk.logs().join(QLatin1Char('|')),
             QStringLiteral("400-Bad event|Enqueue: the name or the parameter can't be kept, or there is no account"
                            "|#null#|#null#|#null#|400-Bad event"));
}

void TestSimulation::hangUpInAPrompt()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); PlayFile(\"w\"); SysLog(IsConnected()); PlayFile(\"w\");"
                 "SysLog(IsDisconnectEvent(ReadInput(0))); SysLog(ReadInput(2)); end entry;");
    desk.call(keys("~!"));
    QCOMPARE(desk.logs(), QStringList({QStringLiteral("#null#"), QStringLiteral("YES"), QStringLiteral("#null#")}));
    QCOMPARE(desk.order({QStringLiteral("play")}), QStringList{QStringLiteral("play@0")});
    QCOMPARE(desk.last("end")->member("by").bytes(), std::string_view("caller"));
    QCOMPARE(desk.last("end")->time, 3000);
}

void TestSimulation::mail()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall());"
                 "SysLog(SendEMail(null,\"S\",\"petrov@d.example\",null,\"line\\eend\"));"
                 "SysLog(SendEMail(null,\"S\",null,null,\"x\"));"
                 "h = NewDictionary(); h.To = \"a@b.example\"; h.Subject = \"T\"; SysLog(SubmitEMail(h,Record(1)));"
                 "end entry;");
    desk.call();
    QCOMPARE(desk.logs(), QStringList({QStringLiteral("#null#"), QStringLiteral("500-No recipients"), QStringLiteral("#null#")}));
    const Event *mail = desk.last("mail");
    QCOMPARE(mail->member("from").bytes(), std::string_view("ivanov@d.example"));
    QCOMPARE(mail->member("subject").bytes(), std::string_view("T"));
    QCOMPARE(mail->member("body").bytes(), std::string_view("[application/octet-stream, 16044 bytes]"));
    DialRequest request;
    request.failures.insert("mail");
    desk.call(request);
    QCOMPARE(desk.logs().first(), QStringLiteral("500-Mail service is not available"));
    QCOMPARE(desk.last("mail")->member("error").bytes(), std::string_view("500-Mail service is not available"));
}

void TestSimulation::startParameter()
{
    Desk desk;
    desk.program("var startParameter; entry main is SysLog(startParameter); SysLog(Vars().startParameter[0]); end entry;");
    DialRequest request;
    request.address = "test{ a , b }#201";
    desk.call(request);
    QCOMPARE(desk.logs(), QStringList({QStringLiteral("(a,b)"), QStringLiteral("a")}));
}

void TestSimulation::sameBytes()
{
    Desk desk;
    desk.program("entry other is SysLog(Vars().startParameter); end entry;\n"
                 "entry main is Void(AcceptCall()); spawn other(5); SysLog(RandomNumber()); PlayFile(\"w\");"
                 "SysLog(ReadInput(3)); end entry;");
    QByteArray first;
    for (int i = 0; i < 20; ++i) {
        QByteArray all;
        for (const Event &event : desk.call(keys("~5")))
            all += QByteArray::fromStdString(call::toJson(event)) + '\n';
        if (i == 0)
            first = all;
        QCOMPARE(all, first);
    }
    QVERIFY(first.contains("\"interrupted\":true"));
}

/// The same call moved step by step, as a window does.
void TestSimulation::interactive()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); PlayFile(\"w\"); SysLog(ReadInput(20)); SysLog(ReadInput(5));"
                 "Void(ReadInput(5)); end entry;");
    auto &simulation = desk.begin();
    QCOMPARE(simulation.view().state, call::CallView::State::Connected);
    QCOMPARE(simulation.view().waiting, call::CallView::Waiting::PromptEnd);
    QCOMPARE(simulation.view().prompt, std::string("w"));
    QCOMPARE(simulation.view().promptLength, 3000);
    simulation.advanceTo(1234);
    simulation.press('9');
    QCOMPARE(desk.last("play")->member("duration").toNumber(), 1234);
    QCOMPARE(desk.logs(), QStringList{QStringLiteral("9")});
    QCOMPARE(simulation.view().waiting, call::CallView::Waiting::Key);
    QCOMPARE(simulation.view().waitEnds, 6234);
    QCOMPARE(simulation.view().line, 1);
    simulation.press('x'); // no key of a telephone
    simulation.advanceTo(7000);
    QCOMPARE(simulation.now(), 7000);
    QCOMPARE(desk.logs(), QStringList({QStringLiteral("9"), QStringLiteral("#null#")}));
    simulation.hangUp();
    QVERIFY(simulation.ended());
    QCOMPARE(simulation.view().state, call::CallView::State::Ended);
    QCOMPARE(desk.last("end")->time, 7000);
    QCOMPARE(desk.last("end")->member("by").bytes(), std::string_view("caller"));
    simulation.press('1');
    simulation.advanceTo(9000);
    QCOMPARE(desk.last("end")->time, 7000);
}

void TestSimulation::phones_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QString>("result");
    QTest::newRow("answer") << QByteArray("answer") << QStringLiteral("YES|#null#|YES");
    QTest::newRow("busy") << QByteArray("busy") << QStringLiteral("#null#|486-Busy Here|#null#");
    QTest::newRow("noanswer") << QByteArray("noanswer") << QStringLiteral("YES|408-No Answer|#null#");
    QTest::newRow("offline") << QByteArray("offline") << QStringLiteral("#null#|480-Temporarily Unavailable|#null#");
}

void TestSimulation::phones()
{
    QFETCH(QByteArray, state);
    QFETCH(QString, result);
    Desk desk;
    // A second task calls petrov's phone; the first only waits.
    desk.program("entry leg is\n"
                 "  if StartCall(\"petrov@d.example\") != null then SysLog(\"failed\"); stop; end if;\n"
                 "  rang = null;\n"
                 "  loop\n    e = ReadInput(100);\n    if IsCallProvisionEvent(e) then rang = true; end if;\n"
                 "    exitif IsCallCompletedEvent(e);\n  end loop;\n"
                 "  SysLog(rang); SysLog(e.parameter); SysLog(IsConnected());\nend entry;\n"
                 "entry main is Void(AcceptCall()); spawn leg; Void(ReadInput(90)); end entry;");
    DialRequest request;
    request.phones["petrov"].state = *call::phoneState(state.constData());
    desk.call(request);
    QCOMPARE(desk.logs().join(QLatin1Char('|')), result);
    const Event *ring = desk.last("ring");
    QVERIFY(ring && ring->complete);
    QCOMPARE(ring->member("outcome").bytes(), std::string_view(state.constData()));
    // The same phone called by the caller.
    request.address = "203";
    desk.call(request);
    QCOMPARE(desk.last("end")->member("by").bytes(), std::string_view("callee"));
    QCOMPARE(desk.last("answer") != nullptr, state == "answer");
}

void TestSimulation::bridge()
{
    Desk desk;
    desk.program(
        "entry leg is\n"
        "  event = ReadInput(30);\n  SysLog(IsStartBridgeEvent(event));\n"
        "  SysLog(StartBridgedCall(\"petrov@d.example\", event));\n"
        "  loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;\n"
        "  SysLog(e.parameter);\n"
        "  e = ReadInput(60); SysLog(IsBreakBridgeEvent(e)); SysLog(IsConnected());\n"
        "end entry;\n"
        "entry main is\n"
        "  peer = spawn leg;\n  SysLog(StartBridge(peer));\n  SysLog(IsConnected());\n"
        "  e = ReadInput(60); SysLog(IsDisconnectEvent(e));\n"
        "end entry;");
    desk.call(keys("!"));
    QCOMPARE(desk.logs().join(QLatin1Char('|')),
             QStringLiteral("YES|#null#|#null#|YES|#null#|YES|#null#|YES"));
    QCOMPARE(desk.order({QStringLiteral("answer"), QStringLiteral("bridge")}),
             QStringList({QStringLiteral("answer@6000"), QStringLiteral("bridge@6000"), QStringLiteral("bridge@6000")}));

    desk.program("entry leg is e = ReadInput(30); RejectBridge(e,\"486-x\"); end entry;\n"
                 "entry main is Void(AcceptCall()); peer = spawn leg; SysLog(StartBridge(peer)); SysLog(StartBridge(peer)); end entry;");
    desk.call();
    QCOMPARE(desk.logs().join(QLatin1Char('|')), QStringLiteral("486-x|481-No such task"));
}

void TestSimulation::spawnAndEvents()
{
    Desk desk;
    desk.program("entry child is\n  p = Vars().startParameter;\n  SysLog(SendEvent(p, \"hello\", ThisTask()));\n"
                 "  e = ReadInput(10); SysLog(e.what + \" \" + String(e.parameter.n)); SysLog(MyEmail());\nend entry;\n"
                 "entry main is\n  Void(AcceptCall());\n  child1 = spawn child(ThisTask());\n  e = ReadInput(10);\n"
                 "  SysLog(e.what); SysLog(e.sender == child1); d = NewDictionary(); d.n = 7;\n"
                 "  SysLog(SendEvent(e.parameter, \"answer\", d)); Void(ReadInput(1));\n"
                 "  SysLog(SendEvent(child1, \"late\"));\nend entry;");
    desk.call();
    QCOMPARE(desk.logs().join(QLatin1Char('|')),
             QStringLiteral("#null#|hello|YES|#null#|answer 7|ivanov@d.example|481-No such task"));
}

void TestSimulation::limit()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); PlayFile(\"w\",-1); end entry;");
    DialRequest request;
    request.limitMs = 10'000;
    desk.call(request);
    QCOMPARE(desk.last("end")->member("by").bytes(), std::string_view("limit"));
    QCOMPARE(desk.last("end")->time, 10'000);
    QCOMPARE(desk.last("play")->member("duration").toNumber(), 10'000);
    QVERIFY(!desk.simulation().failed());
}

void TestSimulation::json()
{
    Event event;
    event.time = 1500;
    event.kind = "log";
    event.members = {{"text", Value::string("a\"\n\x01\xff\xd0\xb9")}, {"duration", Value::number(2005)},
                     {"interrupted", Value()}, {"value", Value()}};
    QCOMPARE(QString::fromStdString(call::toJson(event)),
             QStringLiteral("{\"time\":1.5,\"event\":\"log\",\"text\":\"a\\\"\\n\\u0001\\ufffdй\",\"duration\":2.005,"
                            "\"interrupted\":false,\"value\":null}"));
    QCOMPARE(text(Value::number(-3)), QStringLiteral("-3"));
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
