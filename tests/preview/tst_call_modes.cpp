// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/preview/desk.h"

#include <algorithm>

using namespace pbx;
using namespace pbx::test;

/// The table of pbx-runtime 2: what each built-in gives and leaves behind in each mode. One row of the test a cell.
class TestCallModes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void bridgedAndHost_data();
    void bridgedAndHost();
    void aspects_data();
    void aspects();
    void changesNobodyAsksFor_data();
    void changesNobodyAsksFor();
};

namespace {

enum ModeName { Disconnected, Calling, Incoming, Provisioned, Connected };
constexpr const char *modeNames[] = {"disconnected", "calling", "incoming", "provisioned", "connected"};

/// How a task gets there. The task logs what the built-in gave and the mode it left.
QByteArray programFor(ModeName mode, const QByteArray &statement)
{
    const QByteArray body = statement
        + "\n  SysLog(IsConnected() ? \"connected\" : IsHalfConnected() ? \"provisioned\" : RemoteURI() != null ? "
          "\"pending\" : \"disconnected\");\n";
    const QByteArray modules = "entry partner is Void(ReadInput(100)); end entry;\n";
    switch (mode) {
    case Disconnected:
        return modules + "entry task is\n  other = spawn partner;\n  event = NewDictionary();\n" + body
            + "end entry;\nentry main is Void(AcceptCall()); spawn task; Void(ReadInput(100)); end entry;";
    case Calling:
        return modules + "entry task is\n  other = spawn partner;\n  event = NewDictionary();\n  Void(StartCall(\"petrov@d.example\"));\n"
            + body + "end entry;\nentry main is Void(AcceptCall()); spawn task; Void(ReadInput(100)); end entry;";
    case Incoming:
        return modules + "entry main is\n  other = spawn partner;\n  event = NewDictionary();\n" + body + "end entry;";
    case Provisioned:
        return modules + "entry main is\n  other = spawn partner;\n  event = NewDictionary();\n  Void(ProvisionCall(true, null));\n" + body
            + "end entry;";
    case Connected:
        return modules + "entry main is\n  other = spawn partner;\n  event = NewDictionary();\n  Void(AcceptCall());\n" + body + "end entry;";
    }
    return {};
}

struct Row {
    const char *name;
    const char *statement; ///< logs the result; several lines are joined by |
    const char *results[5]; ///< disconnected … connected
};

// "pending" is a call that is being set up, or waits unanswered.
const Row rows[] = {
    {"AcceptCall", "SysLog(AcceptCall());",
     {"481-No incoming call|disconnected", "481-No incoming call|pending", "#null#|connected", "#null#|connected",
      "491-Call is already accepted|connected"}},
    {"ProvisionCall without media", "SysLog(ProvisionCall(null, null));",
     {"481-No incoming call|disconnected", "481-No incoming call|pending", "#null#|pending", "#null#|provisioned",
      "481-No incoming call|connected"}},
    {"ProvisionCall with media", "SysLog(ProvisionCall(true, null));",
     {"481-No incoming call|disconnected", "481-No incoming call|pending", "#null#|provisioned", "#null#|provisioned",
      "481-No incoming call|connected"}},
    {"ForkCall", "ForkCall(\"ivanov@d.example\");",
     {"ForkCall: no call waits, or the address is of no use|disconnected", "ForkCall: no call waits, or the address is of no use|pending",
      "pending", "provisioned", "ForkCall: no call waits, or the address is of no use|connected"}},
    {"RejectCall", "RejectCall(486);",
     {"RejectCall: there is no call to refuse|disconnected", "RejectCall: there is no call to refuse|pending", "disconnected",
      "disconnected", "RejectCall: there is no call to refuse|connected"}},
    {"RedirectCall", "RedirectCall(\"ivanov@d.example\");",
     {"RedirectCall: no call waits, or the address is of no use|disconnected",
      "RedirectCall: no call waits, or the address is of no use|pending", "disconnected", "disconnected",
      "RedirectCall: no call waits, or the address is of no use|connected"}},
    {"StartCall", "SysLog(StartCall(\"petrov@d.example\"));",
     {"#null#|pending", "491-Call already in progress|pending", "491-Call already in progress|pending",
      "491-Call already in progress|provisioned", "491-Call already in progress|connected"}},
    {"StartBridgedCall", "SysLog(StartBridgedCall(\"ivanov@d.example\", event));",
     {"481-Request is gone|disconnected", "491-Call already in progress|pending", "491-Call already in progress|pending",
      "491-Call already in progress|provisioned", "491-Call already in progress|connected"}},
    {"CancelCall", "CancelCall();", {"disconnected", "disconnected", "pending", "provisioned", "connected"}},
    {"Disconnect", "Disconnect();", {"disconnected", "disconnected", "disconnected", "disconnected", "disconnected"}},
    {"PlayFile", "PlayFile(\"short\"); SysLog(IsPlayCompleted());",
     {"#null#|disconnected", "#null#|pending", "#null#|pending", "YES|provisioned", "YES|connected"}},
    {"PlayTone", "PlayTone(440,100); SysLog(IsPlayCompleted());",
     {"#null#|disconnected", "#null#|pending", "#null#|pending", "YES|provisioned", "YES|connected"}},
    {"Record", "SysLog(IsData(Record(1)));",
     {"#null#|disconnected", "#null#|pending", "#null#|pending", "#null#|provisioned", "YES|connected"}},
    {"SendDTMF", "SysLog(SendDTMF(\"5\"));",
     {"481-Task is not connected|disconnected", "481-Task is not connected|pending", "481-Task is not connected|pending",
      "#null#|provisioned", "#null#|connected"}},
    {"SendDTMF of two keys", "SysLog(IsString(SendDTMF(\"55\")));",
     {"YES|disconnected", "YES|pending", "YES|pending", "YES|provisioned", "YES|connected"}},
    {"StartBridge with nobody", "SysLog(StartBridge(null));",
     {"481-Task is not connected|disconnected", "481-Task is not connected|pending", "481-No such task|pending",
      "481-No such task|provisioned", "481-No such task|connected"}},
    {"AcceptBridge of no request", "SysLog(AcceptBridge(event));",
     {"481-Task is not connected|disconnected", "481-Task is not connected|pending", "481-Task is not connected|pending",
      "481-Task is not connected|provisioned", "481-Request is gone|connected"}},
    {"AttachMixer of no request", "SysLog(AttachMixer(event));",
     {"481-Request is gone|disconnected", "481-Request is gone|pending", "481-Task is not connected|pending",
      "481-Task is not connected|provisioned", "481-Request is gone|connected"}},
    {"BreakBridge", "SysLog(BreakBridge());",
     {"481-Not bridged|disconnected", "481-Not bridged|pending", "481-Not bridged|pending", "481-Not bridged|provisioned",
      "481-Not bridged|connected"}},
    {"DetachMixer", "SysLog(DetachMixer(other));",
     {"481-Not attached|disconnected", "481-Not attached|pending", "481-Not attached|pending", "481-Not attached|provisioned",
      "481-Not attached|connected"}},
    {"TransferCall", "SysLog(TransferCall(\"sip:ivanov@d.example\"));",
     {"481-Task is not connected|disconnected", "481-Task is not connected|pending", "481-Task is not connected|pending",
      "481-Task is not connected|provisioned", "#null#|connected"}},
    {"StartTransfer", "SysLog(StartTransfer(null));",
     {"481-Task is not connected|disconnected", "481-Task is not connected|pending", "481-Task is not connected|pending",
      "481-Task is not connected|provisioned", "481-No such task|connected"}},
    {"AcceptTransfer", "SysLog(AcceptTransfer(event));",
     {"481-Task is not connected|disconnected", "481-Task is not connected|pending", "481-Task is not connected|pending",
      "481-Task is not connected|provisioned", "481-Request is gone|connected"}},
    {"SendCallNotify", "event.(\"\") = \"a@b\"; event.Event = \"x\"; SysLog(SendCallNotify(event));",
     {"NOTIFY: {\"\"=a@b;Event=x;}|#null#|disconnected", "491-Call already in progress|pending", "491-Call already in progress|pending",
      "491-Call already in progress|provisioned", "491-Call already in progress|connected"}},
    {"SendCallRegister", "event.(\"\") = \"a@b\"; SysLog(IsDate(SendCallRegister(event)));",
     {"REGISTER: {\"\"=a@b;}|YES|disconnected", "#null#|pending", "#null#|pending", "#null#|provisioned", "#null#|connected"}},
    {"SetLocalHold", "SetLocalHold(true);",
     {"SetLocalHold: there is no call to hold|disconnected", "SetLocalHold: there is no call to hold|pending",
      "SetLocalHold: there is no call to hold|pending", "SetLocalHold: there is no call to hold|provisioned", "connected"}},
    {"ReleaseMediaChannel", "ReleaseMediaChannel();",
     {"disconnected", "pending", "ReleaseMediaChannel: the channel is in use|pending",
      "ReleaseMediaChannel: the channel is in use|provisioned", "ReleaseMediaChannel: the channel is in use|connected"}},
    {"RemoteURI", "SysLog(RemoteURI());",
     {"#null#|disconnected", "sip:petrov@d.example|pending", "sip:caller@example.net|pending", "sip:caller@example.net|provisioned",
      "sip:caller@example.net|connected"}},
    {"PendingRequestData", "SysLog(IsString(PendingRequestData(\"Call-ID\")));",
     {"#null#|disconnected", "#null#|pending", "YES|pending", "YES|provisioned", "#null#|connected"}},
    {"IncomingRequestURI", "SysLog(IncomingRequestURI());",
     {"#null#|disconnected", "#null#|pending", "sip:ivanov@d.example|pending", "sip:ivanov@d.example|provisioned", "#null#|connected"}},
    {"MixerAttached", "SysLog(MixerAttached());",
     {"#null#|disconnected", "#null#|pending", "#null#|pending", "#null#|provisioned", "#null#|connected"}},
};

/// In words, where the program stands.
const char *const stateSource =
    "function State() is\n"
    "  word = \"disconnected\";\n"
    "  if IsConnected() != null then\n"
    "    word = IsHalfConnected() != null ? \"connected\" : \"impossible\";\n"
    "  elif IsHalfConnected() != null then word = \"provisioned\";\n"
    "  elif IncomingRequestURI() != null then word = \"incoming\";\n"
    "  elif RemoteURI() != null then word = \"calling\"; end if;\n"
    "  if IsBridged() != null then word = word + \" bridged\"; end if;\n"
    "  if MixerAttached() != null then word = word + \" host\"; end if;\n"
    "  return word;\n"
    "end function;\n"
    "procedure Result(x) is SysLog(x == null ? \"null\" : IsString(x) or IsNumber(x) ? x : \"value\"); end procedure;\n"
    // Others: each has a phone of its own at its other end.
    "entry asksForBridge is Void(StartCall(\"quick@x.example\")); loop e = ReadInput(60); exitif IsCallCompletedEvent(e);"
    " end loop; Void(StartBridge(Vars().startParameter)); Void(ReadInput(60)); end entry;\n"
    "entry asksToo is Void(StartCall(\"second@x.example\")); loop e = ReadInput(60); exitif IsCallCompletedEvent(e);"
    " end loop; Void(StartBridge(Vars().startParameter)); Void(ReadInput(60)); end entry;\n"
    "entry asksForTransfer is Void(StartCall(\"quick@x.example\")); loop e = ReadInput(60); exitif IsCallCompletedEvent(e);"
    " end loop; Void(StartTransfer(Vars().startParameter)); Void(ReadInput(60)); end entry;\n"
    "entry accepts is\n"
    "  Void(StartCall(\"quick@x.example\")); request = null;\n"
    "  loop\n"
    "    e = ReadInput(60); exitif e == null;\n"
    "    if IsStartBridgeEvent(e) or IsStartTransferEvent(e) then request = e; end if;\n"
    "    if IsConnected() != null and IsStartBridgeEvent(request) then Void(AcceptBridge(request)); request = null; end if;\n"
    "    if IsConnected() != null and IsStartTransferEvent(request) then Void(AcceptTransfer(request)); request = null; end if;\n"
    "  end loop;\n"
    "end entry;\n"
    "function RequestFrom(other) is\n"
    "  loop e = ReadInput(60); exitif e == null or IsStartBridgeEvent(e) or IsStartTransferEvent(e); end loop;\n"
    "  return e;\n"
    "end function;\n";

struct Aspect {
    const char *name;
    const char *bring; ///< statements that bring a task into it
    bool ownTask; ///< not the task of the incoming call
};

constexpr Aspect aspectModes[] = {
    {"bridged", "Void(AcceptCall()); Void(StartBridge(spawn accepts));", false},
    {"host", "Void(AcceptCall()); Void(spawn asksForBridge(ThisTask())); Void(AttachMixer(RequestFrom(0)));", false},
    {"host alone", "Void(spawn asksForBridge(ThisTask())); Void(AttachMixer(RequestFrom(0)));", true},
};

struct Cell {
    const char *result; ///< of the call; "done": a procedure
    const char *next; ///< State() afterwards
    const char *seen = ""; ///< what has happened in the call meanwhile
};

struct AspectRow {
    const char *mode;
    const char *before;
    const char *call;
    Cell cell;
};

/// Bridged: the peer hears somebody else. Host: others hear what the task plays.
const AspectRow aspectRows[] = {
    {"bridged", "", "PlayFile(\"short\");", {"done", "connected bridged"}},
    {"bridged", "", "PlayTone(440,250);", {"done", "connected bridged"}},
    {"bridged", "", "Record(1)", {"null", "connected bridged"}},
    {"bridged", "", "BreakBridge()", {"null", "connected", "unbridge"}},
    {"bridged", "Void(BreakBridge());", "BreakBridge()", {"481-Not bridged", "connected", ""}},
    {"bridged", "Void(BreakBridge());", "PlayFile(\"short\");", {"done", "connected", "play 400"}},
    {"bridged", "", "StartBridge(spawn accepts)", {"491-Call already in progress", "connected bridged"}},
    {"bridged", "Void(spawn asksToo(ThisTask())); q = RequestFrom(0);", "AcceptBridge(q)", {"491-Call already in progress", "connected bridged"}},
    {"bridged", "", "AcceptCall()", {"491-Call is already accepted", "connected bridged"}},
    {"bridged", "", "StartCall(\"slow@x.example\")", {"491-Call already in progress", "connected bridged"}},
    {"bridged", "", "Disconnect();", {"done", "disconnected", "unbridge"}},
    {"bridged", "", "TransferCall(\"slow@x.example\")", {"null", "connected", "redirect unbridge ring"}},
    {"bridged", "ReleaseMediaChannel();", "MediaOption(\"preplay\")", {"null", "connected bridged"}},
    {"bridged", "", "IsConnected()", {"YES", "connected bridged"}},
    {"bridged", "", "RemoteURI()", {"sip:caller@example.net", "connected bridged"}},
    {"host", "", "PlayFile(\"short\");", {"done", "connected host", "play 400"}},
    {"host", "", "StartBridge(spawn accepts)", {"491-Mixer in use", "connected host"}},
    {"host", "Void(spawn asksToo(ThisTask())); q = RequestFrom(0);", "AcceptBridge(q)",
     {"491-Mixer in use", "connected host"}},
    {"host", "Void(spawn asksToo(ThisTask())); q = RequestFrom(0);", "AttachMixer(q)",
     {"null", "connected host", "bridge bridge"}},
    {"host", "Void(spawn asksToo(ThisTask())); Void(AttachMixer(RequestFrom(0)));", "BreakBridge()",
     {"481-Not bridged", "connected host"}},
    {"host", "", "BreakBridge()", {"null", "connected", "unbridge"}},
    {"host", "", "DetachMixer(ThisTask())", {"481-Not attached", "connected host"}},
    {"host", "", "DetachMixer(null)", {"null", "connected", "unbridge"}},
    {"host", "", "Record(1)", {"value", "connected host", "record 1000"}},
    {"host", "", "Disconnect();", {"done", "disconnected", "unbridge"}},
    {"host alone", "", "PlayFile(\"short\");", {"done", "disconnected host", "play 400"}},
    {"host alone", "", "PlayTone(440,250);", {"done", "disconnected host", "play 250"}},
    {"host alone", "", "StartBridge(spawn accepts)", {"481-Task is not connected", "disconnected host"}},
    {"host alone", "", "IsHalfConnected()", {"null", "disconnected host"}},
    {"host alone", "", "AcceptCall()", {"481-No incoming call", "disconnected host"}},
    {"host alone", "", "StartCall(\"slow@x.example\")", {"null", "calling host", "dial ring"}},
    {"host alone", "", "DetachMixer(null)", {"null", "disconnected", "unbridge"}},
};

QByteArray aspectProgram(const AspectRow &row)
{
    const auto mode = std::ranges::find(aspectModes, std::string_view(row.mode), &Aspect::name);
    Q_ASSERT(mode != std::end(aspectModes));
    const QByteArray call(row.call);
    const QByteArray tried = call.endsWith(';') ? call + " Result(\"done\");" : "Result(" + call + ");";
    const QByteArray place = QByteArray("  ") + mode->bring + "\n  " + row.before + "\n  SysLog(\"begin\");\n  " + tried
        + "\n  SysLog(\"end\"); SysLog(State());\n";
    if (mode->ownTask)
        return stateSource + ("entry place is\n" + place + "end entry;\nentry main is Void(AcceptCall()); Void(spawn place);"
                              " Void(ReadInput(300)); end entry;\n");
    return stateSource + ("entry main is\n" + place + "end entry;\n");
}

/// What has happened between the marks of the program, as far as people notice it.
QString between(const std::vector<Event> &events, QString &result, QString &state)
{
    QStringList seen;
    QStringList results;
    int part = 0;
    for (const Event &event : events) {
        const QString kind = QString::fromUtf8(event.kind.data(), qsizetype(event.kind.size()));
        if (kind == QStringLiteral("log") && event.member("severity").isNull()) {
            const QString line = QString::fromStdString(event.member("text").toStdString());
            if (part == 2) {
                state = line;
                break;
            }
            if (line == QStringLiteral("begin") || line == QStringLiteral("end"))
                ++part;
            else if (part == 1)
                results << line;
        }
        if (part != 1)
            continue;
        if (kind == QStringLiteral("play") || kind == QStringLiteral("record"))
            seen << QStringLiteral("%1 %2").arg(kind).arg(event.member("duration").toNumber());
        else if (kind == QStringLiteral("reject"))
            seen << QStringLiteral("reject %1").arg(event.member("code").toNumber());
        else if (QStringLiteral("answer redirect ring dial bridge unbridge key").split(QLatin1Char(' ')).contains(kind))
            seen << kind;
    }
    result = results.join(QLatin1Char(' '));
    return seen.join(QLatin1Char(' '));
}

} // namespace

void TestCallModes::cells_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("expected");
    for (const Row &row : rows) {
        for (int mode = 0; mode < 5; ++mode)
            QTest::addRow("%s, %s", row.name, modeNames[mode])
                << programFor(ModeName(mode), row.statement) << QString::fromUtf8(row.results[mode]);
    }
}

void TestCallModes::cells()
{
    QFETCH(QByteArray, program);
    QFETCH(QString, expected);
    Desk desk;
    desk.program(program);
    desk.call();
    QVERIFY2(!desk.simulation().failed(), qPrintable(desk.logs().join(u'|')));
    QCOMPARE(desk.logs().join(u'|'), expected);
}

void TestCallModes::bridgedAndHost_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<bool>("host");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, bool host, const QByteArray &statement, const char *expected) {
        QTest::newRow(name) << statement << host << QString::fromUtf8(expected);
    };
    row("a bridged task plays nothing", false, "PlayFile(\"short\"); SysLog(IsPlayCompleted());", "#null#");
    row("a bridged task records nothing", false, "SysLog(Record(1));", "#null#");
    row("a bridged task can't bridge again", false, "SysLog(StartBridge(spawn third));", "491-Call already in progress");
    row("a bridged task releases its channel", false, "ReleaseMediaChannel(); SysLog(MediaOption(\"preplay\"));", "#null#");
    row("a bridged task is not held", false, "SetLocalHold(true);", "SetLocalHold: there is no call to hold");
    row("a bridged task breaks once", false, "SysLog(IsBridged()); SysLog(BreakBridge()); SysLog(BreakBridge());",
        "YES|#null#|481-Not bridged");
    row("after the break it plays again", false, "Void(BreakBridge()); PlayFile(\"short\"); SysLog(IsPlayCompleted());", "YES");
    row("a host plays to its members", true, "PlayFile(\"short\"); SysLog(IsPlayCompleted());", "YES");
    row("a host can't start a bridge", true, "SysLog(StartBridge(spawn third));", "491-Mixer in use");
    row("a host breaks with one member", true, "SysLog(BreakBridge()); SysLog(MixerAttached());", "#null#|#null#");
    row("a host detaches", true, "SysLog(DetachMixer(other)); SysLog(DetachMixer(other));", "#null#|481-Not attached");
    row("a host detaches everybody", true, "SysLog(DetachMixer(null)); SysLog(DetachMixer(null));", "#null#|#null#");
    row("a host mutes", true, "MuteMixer(other,true); MuteMixer(null,\"hearsMute\"); MuteMixer(spawn third,true);",
        "MuteMixer: the task is not attached");
}

void TestCallModes::bridgedAndHost()
{
    QFETCH(QByteArray, statement);
    QFETCH(bool, host);
    QFETCH(QString, expected);
    Desk desk;
    const QByteArray leg = "entry third is Void(ReadInput(50)); end entry;\n"
                           "entry leg is\n  Void(StartCall(\"petrov@d.example\"));\n"
                           "  loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;\n"
                           "  Void(SendEvent(Vars().startParameter, \"ready\"));\n";
    if (host) {
        desk.program(leg + "  Void(StartBridge(Vars().startParameter)); Void(ReadInput(60));\nend entry;\n"
                           "entry main is\n  Void(AcceptCall());\n  other = spawn leg(ThisTask());\n"
                           "  loop e = ReadInput(60); exitif IsStartBridgeEvent(e); end loop;\n  Void(AttachMixer(e));\n  " + statement
                     + "\nend entry;");
    } else {
        desk.program(leg + "  loop e = ReadInput(60); exitif IsStartBridgeEvent(e); end loop;\n  Void(AcceptBridge(e)); Void(ReadInput(60));\nend entry;\n"
                           "entry main is\n  Void(AcceptCall());\n  other = spawn leg(ThisTask());\n"
                           "  Void(ReadInput(60));\n  Void(StartBridge(other));\n  " + statement + "\nend entry;");
    }
    desk.call();
    QVERIFY2(!desk.simulation().failed(), qPrintable(desk.logs().join(u'|')));
    QCOMPARE(desk.logs().join(u'|'), expected);
}

void TestCallModes::aspects_data()
{
    QTest::addColumn<int>("row");
    for (int row = 0; row < int(std::size(aspectRows)); ++row)
        QTest::addRow("%s: %s %s", aspectRows[row].mode, aspectRows[row].before, aspectRows[row].call) << row;
}

void TestCallModes::aspects()
{
    QFETCH(int, row);
    const AspectRow &aspect = aspectRows[row];
    Desk desk;
    desk.program(aspectProgram(aspect));
    DialRequest request;
    request.phones["slow@x.example"].answersAfter = 50'000;
    request.phones["quick@x.example"].talksFor = -1;
    request.limitMs = 400'000;
    QString result;
    QString state;
    const QString seen = between(desk.call(request), result, state);
    QVERIFY2(!desk.simulation().failed(), qPrintable(desk.logs().join(u'|')));
    QCOMPARE(QStringLiteral("%1 -> %2 [%3]").arg(result, state, seen),
             QStringLiteral("%1 -> %2 [%3]").arg(QString::fromUtf8(aspect.cell.result), QString::fromUtf8(aspect.cell.next),
                                                QString::fromUtf8(aspect.cell.seen)));
}

void TestCallModes::changesNobodyAsksFor_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("logs");
    const auto row = [](const char *name, const char *script, const char *source, const char *logs) {
        QTest::newRow(name) << QString::fromUtf8(script) << QString::fromUtf8(source) << QString::fromUtf8(logs);
    };
    row("the caller cancels, incoming", "!",
        "SysLog(IsDisconnectEvent(ReadInput(9))); SysLog(State()); SysLog(AcceptCall()); SysLog(State());",
        "YES|disconnected|487-Request Terminated|disconnected");
    row("the caller cancels, provisioned", "!",
        "Void(ProvisionCall(true,null)); SysLog(IsDisconnectEvent(ReadInput(9))); SysLog(State()); SysLog(AcceptCall());",
        "YES|disconnected|487-Request Terminated");
    row("a branch answers", "",
        "ForkCall(\"ivanov@d.example\"); SysLog(IsDisconnectEvent(ReadInput(9))); SysLog(State()); SysLog(AcceptCall());",
        "YES|disconnected|487-Request Terminated");
    row("the peer hangs up", "!",
        "Void(AcceptCall()); SysLog(IsDisconnectEvent(ReadInput(9))); SysLog(State()); PlayFile(\"w\"); SysLog(AcceptCall());",
        "YES|disconnected|481-No incoming call");
    row("the outgoing call succeeds", "",
        "Disconnect(); Void(StartCall(\"ivanov@d.example\")); ReadUntilCompleted(); SysLog(State());", "none|connected");
    row("the outgoing call fails", "",
        "Disconnect(); Void(StartCall(\"petrov@d.example\")); ReadUntilCompleted(); SysLog(State());",
        "486-Busy Here|disconnected");
    row("a cancelled call tells nothing more", "",
        "Disconnect(); Void(StartCall(\"ivanov@d.example\")); CancelCall(); ClearEvents(); SysLog(ReadInput(60)); SysLog(State());",
        "#null#|disconnected");
    row("the bridge ends, disconnect", "",
        "Void(AcceptCall()); Void(SignalOption(\"bridgeBreak\",\"disconnect\")); Void(StartBridge(spawn breaks));"
        " SysLog(IsBreakBridgeEvent(ReadInput(9))); SysLog(State()); SysLog(ReadInput(0));",
        "YES|disconnected|#null#");
    row("the bridge ends, keep", "",
        "Void(SignalOption(\"bridgeBreak\",\"keep\")); Void(StartBridge(spawn breaks));"
        " SysLog(IsBreakBridgeEvent(ReadInput(9))); SysLog(State()); PlayFile(\"short\"); SysLog(GetPlayPosition());",
        "YES|connected|#400");
    row("the bridge ends, default, with a channel", "",
        "Void(AcceptCall()); Void(StartBridge(spawn breaks)); SysLog(IsBreakBridgeEvent(ReadInput(9))); SysLog(State());",
        "YES|connected");
    row("the bridge ends, default, channel released", "",
        "Void(AcceptCall()); Void(StartBridge(spawn breaks)); ReleaseMediaChannel();"
        " SysLog(IsBreakBridgeEvent(ReadInput(9))); SysLog(State());",
        "YES|disconnected");
}

void TestCallModes::changesNobodyAsksFor()
{
    QFETCH(QString, keys);
    QFETCH(QString, source);
    QFETCH(QString, logs);
    Desk desk;
    desk.program(QByteArray(stateSource)
                 + "entry breaks is\n  request = null; Void(StartCall(\"ivanov@d.example\"));\n"
                   "  loop e = ReadInput(60); exitif IsCallCompletedEvent(e); if IsStartBridgeEvent(e) then request = e; end if;"
                   " end loop;\n  Void(AcceptBridge(request)); Void(ReadInput(2)); Void(ReadInput(2)); Void(BreakBridge());\n"
                   "end entry;\n"
                   "procedure ReadUntilCompleted() is\n"
                   "  loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;\n"
                   "  SysLog(e.parameter == null ? \"none\" : e.parameter);\nend procedure;\n"
                   "procedure ClearEvents() is loop exitif ReadInput(0) == null; end loop; end procedure;\n"
                   "entry main is " + source.toUtf8() + " end entry;");
    DialRequest request;
    request.keys = keys.toStdString();
    request.phones["petrov"].state = accounts::PhoneState::Busy;
    desk.call(request);
    QVERIFY2(!desk.simulation().error(),
             desk.simulation().error() ? desk.simulation().error()->message.c_str() : "");
    QStringList lines;
    for (const Event &event : desk.simulation().trace().events()) {
        if (event.kind == "log" && event.member("severity").isNull())
            lines << QString::fromStdString(event.member("text").toStdString());
    }
    QCOMPARE(lines.join(QLatin1Char('|')), logs);
}

QTEST_GUILESS_MAIN(TestCallModes)
#include "tst_call_modes.moc"
