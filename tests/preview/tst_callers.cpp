// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/preview/desk.h"

using namespace pbx;
using namespace pbx::test;

namespace {

/// What each person hears, as "kind@ms" with the names of prompts.
class Ear : public call::MediaPort {
public:
    void hear(std::uint32_t person, std::int64_t now, const std::vector<call::Voice> &voices) override
    {
        QStringList list;
        for (const call::Voice &voice : voices)
            list << name(voice);
        changes << QStringLiteral("%1@%2 %3").arg(person).arg(now).arg(list.join(QLatin1Char('+')));
    }
    QStringList of(int person) const { return changes.filter(QRegularExpression(QStringLiteral("^%1@").arg(person))); }
    QStringList changes;

private:
    static QString name(const call::Voice &voice)
    {
        switch (voice.kind) {
        case call::Voice::Kind::File: return QFileInfo(QString::fromStdString(voice.path)).baseName();
        case call::Voice::Kind::Data: return QStringLiteral("data");
        case call::Voice::Kind::Tone: return QStringLiteral("tone%1").arg(voice.frequency);
        case call::Voice::Kind::Key: return QStringLiteral("key%1").arg(QLatin1Char(voice.key));
        case call::Voice::Kind::Ringing: return QStringLiteral("ringing");
        case call::Voice::Kind::Busy: return QStringLiteral("busy");
        case call::Voice::Kind::Speech: return QStringLiteral("person%1").arg(voice.person);
        }
        return {};
    }
};

QString joined(const Desk &desk)
{
    return desk.logs().join(QLatin1Char('|'));
}

call::CallerRequest caller(const char *address, const char *from, const char *script, std::int64_t at = 0)
{
    call::CallerRequest request;
    request.address = address;
    request.from = from;
    request.keys = script;
    request.dialsAt = at;
    return request;
}

std::vector<const Event *> all(Desk &desk, std::string_view kind)
{
    std::vector<const Event *> list;
    for (const Event &event : desk.simulation().trace().events()) {
        if (event.kind == kind)
            list.push_back(&event);
    }
    return list;
}

/// A leg that calls `address` for its parameter, the asking task.
QByteArray leg(const char *address)
{
    return "entry leg is\n"
           "  request = ReadInput(30);\n  Void(StartBridgedCall(\""
        + QByteArray(address)
        + "\", request));\n"
          "  loop\n    e = ReadInput(3600);\n    exitif IsDisconnectEvent(e) or IsBreakBridgeEvent(e);\n"
          "    if IsCallCompletedEvent(e) and e.parameter != null then RejectBridge(request, e.parameter); stop; end if;\n"
          "  end loop;\n"
          "end entry;\n";
}

} // namespace

class TestCallers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysReachTheFarProgram();
    void queue();
    void conference();
    void forkAnsweredByABranch();
    void forkAnsweredByTheTask();
    void redirect();
    void blindTransfer();
    void blindTransferOfAProgram();
    void attendedTransfer();
    void phoneInTheHand();
    void phoneWithAScript();
    void phoneBusyWhileItTalks();
    void whoGivesUpWhileItRings();
    void endOfEachCaller();
    void ears();
    void recordingOfAVoice();
    void storage();
    void memberLeavesTheMixer();
    void stockHelperWithFewerArguments();
    void numberOfTheDomain();
    void groupsAreChanged();
};

void TestCallers::keysReachTheFarProgram()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); PlayFile(\"w2\"); SysLog(\"read \" + ReadInput(20)); "
                 "SysLog(\"read \" + ReadInput(20)); end entry;", "far");
    desk.program(leg("far#petrov")
                 + "entry main is\n  Void(AcceptCall());\n  SysLog(StartBridge(spawn leg));\n"
                   "  loop e = ReadInput(3600); SysLog(IsString(e) ? e : \"event\"); exitif !IsString(e); end loop;\n"
                   "end entry;");
    desk.call(keys("~57!"));
    // The key over the prompt cuts it; the bridged caller's own program gets both keys as well.
    QCOMPARE(desk.last("play")->member("duration").toNumber(), 1000);
    QVERIFY2(joined(desk).contains(QStringLiteral("read 5")) && joined(desk).contains(QStringLiteral("read 7")),
             qPrintable(joined(desk)));
    QCOMPARE(desk.logs().filter(QRegularExpression(QStringLiteral("^[57]$"))).join(QString()), QStringLiteral("57"));
}

void TestCallers::queue()
{
    Desk desk;
    desk.program("entry main is\n"
                 "  if RemoteURI() == \"sip:petrov@d.example\" then\n"
                 "    Void(AcceptCall());\n"
                 "    loop\n"
                 "      first = ReadQueue(\"q\");\n      exitif first == null;\n"
                 "      SysLog(\"takes \" + first.parameter);\n      SysLog(StartBridge(first.id));\n"
                 "      e = ReadInput(100); SysLog(IsString(e) ? e : \"event\"); Void(BreakBridge());\n"
                 "    end loop;\n"
                 "    stop;\n  end if;\n"
                 "  Void(AcceptCall());\n"
                 "  place = Enqueue(\"q\", RemoteURI());\n"
                 "  SysLog(RemoteURI() + \" is \" + String(place.position) + \" of \" + String(place.length));\n"
                 "  loop\n"
                 "    PlayFile(\"w\", -1);\n    e = ReadInput(0);\n"
                 "    if IsStartBridgeEvent(e) then SysLog(AcceptBridge(e)); e = ReadInput(100);"
                 " SysLog(IsBreakBridgeEvent(e)); stop; end if;\n"
                 "    exitif IsDisconnectEvent(e);\n"
                 "  end loop;\n"
                 "end entry;");
    DialRequest first;
    first.from = "a@x.example";
    call::Simulation &simulation = desk.begin(first);
    simulation.addCaller(caller("test#ivanov", "b@x.example", "", 1'000));
    simulation.addCaller(caller("test#ivanov", "petrov@d.example", "##!", 5'000));
    simulation.runToEnd();
    QCOMPARE(joined(desk),
             QStringLiteral("sip:a@x.example is 0 of 1|sip:b@x.example is 1 of 2|takes sip:a@x.example|#null#|#null#|#|"
                            "takes sip:b@x.example|YES|#null#|#null#|#|YES"));
    const auto ends = all(desk, "end");
    QCOMPARE(ends.size(), std::size_t(3));
    QCOMPARE(text(ends.front()->member("people")), QStringLiteral("[\"a@x.example\"]"));
}

void TestCallers::conference()
{
    Desk desk;
    // The first caller opens the room, the others join it.
    desk.program("entry main is\n"
                 "  Void(AcceptCall());\n"
                 "  room = FindMeeting(null, \"1\");\n"
                 "  if room != null then\n"
                 "    SysLog(StartBridge(room.id));\n    e = ReadInput(600);\n    SysLog(IsBreakBridgeEvent(e));\n    PlayFile(\"short\");\n    stop;\n"
                 "  end if;\n"
                 "  Void(CreateMeeting(null, \"1\")); Void(ActivateMeeting(null, \"1\"));\n"
                 "  loop\n"
                 "    e = ReadInput(600);\n"
                 "    if IsStartBridgeEvent(e) then\n      SysLog(AttachMixer(e)); SysLog(Length(MixerAttached()));\n"
                 "      if Length(MixerAttached()) == 2 then PlayFile(\"w2\"); end if;\n"
                 "    elif e == \"5\" then SysLog(DetachMixer(MixerAttached()[0]));\n"
                 "    elif e == \"6\" then SysLog(DetachMixer(null)); SysLog(MixerAttached());\n"
                 "    elif IsDisconnectEvent(e) then stop; end if;\n"
                 "  end loop;\n"
                 "end entry;");
    DialRequest first;
    first.from = "host@x.example";
    first.timedKeys = {{10'000, '5'}, {20'000, '6'}, {30'000, '!'}};
    call::Simulation &simulation = desk.begin(first);
    const auto two = simulation.addCaller(caller("test#ivanov", "b@x.example", "", 1'000));
    const auto three = simulation.addCaller(caller("test#ivanov", "c@x.example", "", 2'000));
    simulation.runToEnd();
    QCOMPARE(joined(desk), QStringLiteral("#null#|#1|#null#|#null#|#2|#null#|#null#|YES|#null#|#null#|YES"));
    // What the host's program plays is heard by all three.
    const Event *announcement = all(desk, "play").front();
    QCOMPARE(announcement->people, (std::vector<std::uint32_t>{1, two, three}));
    QCOMPARE(announcement->time, 2'000);
}

void TestCallers::forkAnsweredByABranch()
{
    Desk desk;
    desk.program("entry main is\n  ForkCall(\"petrov@d.example\");\n  e = ReadInput(30);\n  SysLog(IsDisconnectEvent(e));\n"
                 "  SysLog(AcceptCall());\nend entry;");
    desk.call();
    QCOMPARE(joined(desk), QStringLiteral("YES|487-Request Terminated"));
    QCOMPARE(desk.last("end")->member("outcome").bytes(), std::string_view("conversation with petrov@d.example"));
    QCOMPARE(desk.last("ring")->member("outcome").bytes(), std::string_view("answer"));
}

void TestCallers::forkAnsweredByTheTask()
{
    Desk desk;
    desk.program("entry main is\n  ForkCall(ToObject(\"(\\\"petrov@d.example\\\",\\\"ivanov@d.example\\\")\"));\n  Void(ReadInput(2));\n"
                 "  SysLog(AcceptCall());\n  PlayFile(\"short\");\nend entry;");
    desk.call();
    QCOMPARE(joined(desk), QStringLiteral("#null#"));
    const auto rings = all(desk, "ring");
    QCOMPARE(rings.size(), std::size_t(2));
    for (const Event *ring : rings)
        QCOMPARE(ring->member("outcome").bytes(), std::string_view("cancelled"));
    QCOMPARE(desk.last("end")->member("outcome").bytes(), std::string_view("short"));
}

void TestCallers::redirect()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); PlayFile(\"short\"); end entry;", "other");
    desk.program("entry main is RedirectCall(ToObject(\"(\\\"petrov@d.example\\\",\\\"other#ivanov\\\")\")); SysLog(IsHalfConnected()); "
                 "SysLog(ReadInput(5)); end entry;");
    desk.call();
    QCOMPARE(joined(desk), QStringLiteral("#null#|#null#"));
    QCOMPARE(desk.last("end")->member("outcome").bytes(), std::string_view("short"));

    // Everybody refuses: the best failure comes back to the caller.
    desk.program("entry main is RedirectCall(ToObject(\"(\\\"petrov@d.example\\\",\\\"nobody@d.example\\\")\")); end entry;");
    DialRequest request;
    request.phones["petrov"].state = accounts::PhoneState::Busy;
    desk.call(request);
    QCOMPARE(desk.last("reject")->member("code").toNumber(), 404);
}

void TestCallers::blindTransfer()
{
    Desk desk;
    desk.program("entry main is\n  Void(AcceptCall()); PlayFile(\"short\");\n  SysLog(TransferCall(\"sip:nobody@d.example\"));\n"
                 "  SysLog(TransferCall(\"sip:203@d.example\"));\n  SysLog(IsDisconnectEvent(ReadInput(5)));\nend entry;");
    desk.call();
    QCOMPARE(joined(desk), QStringLiteral("404-Not Found|#null#|YES"));
    QCOMPARE(desk.last("end")->member("outcome").bytes(), std::string_view("conversation with petrov@d.example"));
}

void TestCallers::blindTransferOfAProgram()
{
    Desk desk;
    // far talks to leg's call and sends it on; leg stays connected, to petrov then.
    desk.program("entry main is Void(AcceptCall()); SysLog(TransferCall(\"sip:petrov@d.example\")); "
                 "SysLog(IsDisconnectEvent(ReadInput(5))); end entry;", "far");
    desk.program("entry leg is\n  Void(SignalOption(\"transferReport\", true));\n  Void(StartCall(\"far#petrov\"));\n"
                 "  loop\n    e = ReadInput(60);\n    exitif IsDisconnectEvent(e);\n"
                 "    if IsCallCompletedEvent(e) then SysLog(\"connected\"); end if;\n"
                 "    if IsCallTransferredEvent(e) then SysLog(RemoteURI()); Disconnect(); stop; end if;\n  end loop;\n"
                 "  SysLog(\"gone\");\nend entry;\n"
                 "entry main is Void(AcceptCall()); spawn leg; Void(ReadInput(60)); end entry;");
    desk.call();
    QVERIFY2(joined(desk).contains(QStringLiteral("sip:petrov@d.example")), qPrintable(joined(desk)));
    QVERIFY(!joined(desk).contains(QStringLiteral("gone")));
}

void TestCallers::attendedTransfer()
{
    const char *main = "entry leg is\n"
                       "  Void(StartCall(\"petrov@d.example\"));\n"
                       "  loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;\n"
                       "  Void(SendEvent(Vars().startParameter, \"ready\"));\n"
                       "  e = ReadInput(60);\n  SysLog(IsStartTransferEvent(e));\n  %1\n"
                       "  SysLog(IsDisconnectEvent(ReadInput(60)));\n"
                       "end entry;\n"
                       "entry main is\n  Void(AcceptCall());\n  other = spawn leg(ThisTask());\n"
                       "  loop e = ReadInput(60); exitif IsDictionary(e) and e.what == \"ready\"; end loop;\n"
                       "  SysLog(StartTransfer(other));\n  SysLog(IsConnected());\n  Void(ReadInput(1)); SysLog(IsConnected());\n"
                       "end entry;";
    Desk desk;
    desk.program(QString::fromUtf8(main).arg(QStringLiteral("SysLog(AcceptTransfer(e));")).toUtf8());
    desk.call();
    QCOMPARE(joined(desk), QStringLiteral("YES|#null#|#null#|YES|#null#|YES"));
    QCOMPARE(desk.last("end")->member("outcome").bytes(), std::string_view("conversation with petrov@d.example"));
    QCOMPARE(desk.last("end")->time, 36'000);

    desk.program(QString::fromUtf8(main).arg(QStringLiteral("RejectTransfer(e, \"603-Decline\");")).toUtf8());
    desk.call();
    QVERIFY2(joined(desk).startsWith(QStringLiteral("YES|603-Decline|YES|YES")), qPrintable(joined(desk)));
}

void TestCallers::phoneInTheHand()
{
    Desk desk;
    desk.program(leg("petrov@d.example")
                 + "entry main is\n  SysLog(StartBridge(spawn leg));\n  SysLog(ReadInput(100));\nend entry;");
    DialRequest request;
    request.phones["petrov"].answersAfter = 60'000;
    call::Simulation &simulation = desk.begin(request);
    simulation.advanceTo(2'000);
    QCOMPARE(simulation.phones().size(), std::size_t(1));
    QVERIFY(!simulation.phones().front().talking);
    QVERIFY(!simulation.pressPhone("petrov", '1'));
    QVERIFY(simulation.answerPhone("petrov"));
    QVERIFY(!simulation.answerPhone("petrov"));
    QVERIFY(simulation.phones().front().talking);
    QCOMPARE(simulation.view().with, std::string("petrov@d.example"));
    simulation.advanceTo(5'000);
    QVERIFY(simulation.hangUpPhone("petrov"));
    simulation.runToEnd();
    QCOMPARE(desk.order({QStringLiteral("answer"), QStringLiteral("unbridge")}),
             QStringList({QStringLiteral("answer@2000"), QStringLiteral("unbridge@5000")}));

    call::Simulation &refused = desk.begin(request);
    QVERIFY(refused.refusePhone("petrov@d.example"));
    refused.runToEnd();
    QCOMPARE(desk.logs().front(), QStringLiteral("486-Busy Here"));
}

void TestCallers::phoneWithAScript()
{
    Desk desk;
    // The called person's keys reach the leg, which is their task.
    desk.program("entry leg is\n  Void(StartCall(\"petrov@d.example\"));\n"
                 "  loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;\n"
                 "  PlayFile(\"short\"); SysLog(ReadInput(5)); SysLog(ReadInput(5)); SysLog(IsDisconnectEvent(ReadInput(50)));\nend entry;\n"
                 "entry main is Void(AcceptCall()); spawn leg; Void(ReadInput(60)); end entry;");
    DialRequest request;
    request.phones["petrov"].answersAfter = 3'000;
    request.phones["petrov"].keys = "1,";
    request.phones["petrov"].timedKeys = {{2'000, '*'}};
    request.phones["petrov"].talksFor = 20'000;
    desk.call(request);
    QCOMPARE(joined(desk), QStringLiteral("1|*|YES"));
    const Event *played = desk.last("play");
    QCOMPARE(played->people.size(), std::size_t(1));
    QCOMPARE(desk.simulation().person(played->people.front()).address, std::string("petrov@d.example"));
}

void TestCallers::phoneBusyWhileItTalks()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall());\n  info = ReadCallInfo(\"petrov\");\n  SysLog(Length(info));\n"
                 "  if Length(info) > 0 then SysLog(IsDate(info.(info[0]).(\"\").connected)); end if;\nend entry;");
    DialRequest first;
    first.address = "203";
    call::Simulation &simulation = desk.begin(first);
    simulation.addCaller(caller("203", "b@x.example", "", 10'000));
    simulation.addCaller(caller("test#ivanov", "c@x.example", "", 12'000));
    simulation.addCaller(caller("test#ivanov", "c@x.example", "", 50'000));
    simulation.runToEnd();
    const auto rings = all(desk, "ring");
    QCOMPARE(rings.size(), std::size_t(2));
    QCOMPARE(rings.back()->member("outcome").bytes(), std::string_view("busy"));
    QCOMPARE(joined(desk), QStringLiteral("#1|YES|#0"));
}

void TestCallers::whoGivesUpWhileItRings()
{
    Desk desk;
    desk.program("entry leg is\n  request = ReadInput(30);\n  Void(StartBridgedCall(\"petrov@d.example\", request));\n"
                 "  loop e = ReadInput(60); exitif !IsCallProvisionEvent(e); end loop;\n"
                 "  SysLog(IsBreakBridgeEvent(e));\n  SysLog(ReadInput(100));\nend entry;\n"
                 "entry main is SysLog(StartBridge(spawn leg)); SysLog(IsDisconnectEvent(ReadInput(0))); end entry;");
    DialRequest request;
    request.timedKeys = {{3'000, '!'}};
    desk.call(request);
    QCOMPARE(joined(desk), QStringLiteral("YES|487-Request Terminated|YES|#null#"));
    QCOMPARE(desk.last("ring")->member("outcome").bytes(), std::string_view("cancelled"));
    QCOMPARE(desk.last("end")->member("by").bytes(), std::string_view("caller"));
}

void TestCallers::endOfEachCaller()
{
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); PlayFile(\"w\"); end entry;");
    call::Simulation &simulation = desk.begin();
    simulation.addCaller(caller("nobody", "b@x.example", "", 1'000));
    simulation.addCaller(caller("test#ivanov", "c@x.example", "~!", 5'000));
    simulation.runToEnd();
    QStringList list;
    for (const Event *end : all(desk, "end"))
        list << QStringLiteral("%1 %2 %3 %4").arg(end->time).arg(text(end->member("people")), text(end->member("by")),
                                                                    text(end->member("outcome")));
    QCOMPARE(list, QStringList({QStringLiteral("1000 [\"b@x.example\"] \"callee\" \"404-Not Found\""),
                                QStringLiteral("3000 [\"caller@example.net\"] \"program\" \"w\""),
                                QStringLiteral("6000 [\"c@x.example\"] \"caller\" \"w\"")}));
}

void TestCallers::ears()
{
    Desk desk;
    desk.program(leg("petrov@d.example")
                 + "entry main is\n  Void(AcceptCall()); PlayFile(\"w2\");\n  Void(StartBridge(spawn leg));\n"
                   "  e = ReadInput(100);\n  PlayTone(440, 500);\nend entry;");
    DialRequest request;
    request.phones["petrov"].talksFor = 5'000;
    request.phones["petrov"].timedKeys = {{1'000, '7'}};
    Ear ear;
    desk.begin(request, &ear).runToEnd();
    QCOMPARE(ear.of(1), QStringList({QStringLiteral("1@0 w2"), QStringLiteral("1@2000 ringing"),
                                     QStringLiteral("1@8000 person2"), QStringLiteral("1@9000 person2+key7"),
                                     QStringLiteral("1@13000 tone440"), QStringLiteral("1@13500 busy")}));
}

void TestCallers::recordingOfAVoice()
{
    Desk desk;
    desk.sound("spoken", 1'500);
    desk.program("entry main is Void(AcceptCall()); PlayFile(\"short\"); x = Record(10); "
                 "Void(SendEMail(null, \"voice\", \"a@b\", null, x)); Play(x); end entry;");
    DialRequest request = keys("#");
    request.voice = desk.path("domains/d.example/environment/spoken.wav");
    desk.call(request);
    QCOMPARE(desk.last("record")->member("duration").toNumber(), 3'000);
    // The key that ended the recording keeps the last prompt from being heard.
    QCOMPARE(all(desk, "play").size(), std::size_t(1));
}

void TestCallers::storage()
{
    Desk desk;
    desk.program("entry main is\n"
                 "  SysLog(ReadStorageFile(\"a\")); SysLog(WriteStorageFile(\"a\", \"one\"));\n"
                 "  SysLog(AppendStorageFile(\"a\", \"two\")); SysLog(Length(ReadStorageFile(\"a\")));\n"
                 "  d = NewDictionary(); d.fileName = \"a\"; d.position = \"new\"; SysLog(WriteStorageFile(d, \"x\"));\n"
                 "  SysLog(RenameStorageFile(\"a\", \"b/c\")); SysLog(Length(ListStorageFiles(\"b\")));\n"
                 "  SysLog(ReadStorageFile(\"~ivanov/b/c\") != null); SysLog(ReadStorageFile(\"../x\"));\n"
                 "  SysLog(DeleteStorageFile(\"b/c\")); SysLog(DeleteStorageFile(\"b/c\"));\n"
                 "end entry;");
    desk.call();
    QStringList logs = desk.logs();
    logs.removeIf([](const QString &line) { return line.startsWith(QStringLiteral("File ")); });
    QCOMPARE(logs.join(QLatin1Char('|')),
             QStringLiteral("#null#|#null#|#null#|#6|file already exists|#null#|#1|YES|#null#|#null#|file is not found"));
}

void TestCallers::memberLeavesTheMixer()
{
    Desk desk;
    desk.program("entry host is\n  loop\n    e = ReadInput(10);\n    if IsStartBridgeEvent(e) then SysLog(AttachMixer(e)); end if;\n"
                 "    if IsBreakBridgeEvent(e) then SysLog(\"left\"); end if;\n    exitif e == null;\n  end loop;\nend entry;\n"
                 "entry main is\n  Void(AcceptCall()); task = spawn host;\n  SysLog(StartBridge(task)); SysLog(IsBridged());\n"
                 "  SysLog(BreakBridge()); SysLog(BreakBridge()); PlayFile(\"short\");\nend entry;");
    desk.call();
    QCOMPARE(joined(desk), QStringLiteral("#null#|#null#|YES|#null#|481-Not bridged|left"));
    QCOMPARE(desk.last("play")->people, std::vector<std::uint32_t>{1});
}

void TestCallers::stockHelperWithFewerArguments()
{
    Desk desk;
    desk.write("domains/d.example/environment/bridgedloophash.sppi",
               "function bridgedLoopHash(peer, finish) is\n  var other;\n  SysLog(finish);\n  SysLog(other);\n  return peer;\nend function;");
    desk.write("domains/d.example/environment/own.sppi", "function own(a, b) is return a; end function;");
    desk.program("function bridgedLoopHash(peerLeg) external;\nfunction own(a) external;\n"
                 "entry main is SysLog(bridgedLoopHash(\"x\")); SysLog(own(1)); end entry;");
    desk.call();
    QCOMPARE(joined(desk), QStringLiteral("#null#|#null#|x"));
    QVERIFY(desk.simulation().failed()); // of the program's own module the number has to be right
}

void TestCallers::numberOfTheDomain()
{
    Desk desk;
    desk.program("entry main is SysLog(PhoneNumberToSIPURI(\"+7 (495) 1\")); SysLog(SystemInfo(\"MainDomainName\")); end entry;");
    desk.call();
    QCOMPARE(joined(desk), QStringLiteral("sip:+74951@d.example|d.example"));
}

void TestCallers::groupsAreChanged()
{
    Desk desk;
    desk.program("entry main is\n  SysLog(ExecuteCLI(\"GETGROUP sales\")); g = Vars().executeCLIResult;\n  SysLog(g.Members);\n"
                 "  RemoveElement(g.Members, 0); AddElement(g.Members, \"x y\");\n"
                 "  SysLog(ExecuteCLI(\"SETGROUP \\\"sales@d.example\\\" \" + ObjectToString(g)));\n  SysLog(ReadGroupMembers(\"sales\"));\n"
                 "  SysLog(ExecuteCLI(\"GETGROUP nosuch\")); SysLog(ExecuteCLI(\"SETGROUP sales (\")); SysLog(ExecuteCLI(\"MAKETEA\"));\n"
                 "  SysLog(ExecuteCLI(\"UPDATEACCOUNTPREFS ivanov {Note=5;}\")); SysLog(GetAccountPreferences(\"Note\"));\n"
                 "  SysLog(ExecuteCLI(\"GETACCOUNTALIASES petrov\")); SysLog(Vars().executeCLIResult);\nend entry;");
    desk.call();
    QCOMPARE(joined(desk), QStringLiteral("#null#|(ivanov,petrov)|#null#|(petrov,\"x y\")|513-unknown group|500-bad parameters|"
                                          "500-unknown command|#null#|5|#null#|(203)"));
}

QTEST_GUILESS_MAIN(TestCallers)
#include "tst_callers.moc"
