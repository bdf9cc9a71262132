// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/preview/desk.h"

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

QTEST_GUILESS_MAIN(TestCallModes)
#include "tst_call_modes.moc"
