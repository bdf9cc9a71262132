// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/preview/desk.h"

#include <QFile>

using namespace pbx;
using namespace pbx::test;

/// Programs that mean no good, or that somebody has got very wrong: each ends with a message or an outcome, without
/// taking the machine's memory. `Accepted` stands for a call that has been accepted.
namespace {

constexpr qint64 mostMegabytes = 2'500; ///< the process, at its largest

qint64 largestMegabytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong() / 1024;
    }
    return 0;
}

struct Row {
    const char *name;
    const char *source; ///< a program, or statements after AcceptCall
    const char *expected; ///< in the messages of errors, in a log line, or in what the caller is left with
    const char *keys = "";
};

/// Who starts without end.
const Row starts[] = {
    {"spawns itself", "entry main is Void(spawn main); end entry;", "Too many tasks"},
    {"spawns itself and stays", "entry main is Void(spawn main); Void(ReadInput(60)); end entry;", "Too many tasks"},
    {"spawns without end", "Accepted loop Void(spawn child); end loop; end entry; entry child is Void(ReadInput(60));", "Too many tasks"},
    {"spawns each second", "Accepted loop Void(spawn child); Void(ReadInput(1)); end loop; end entry; entry child is loop Void(ReadInput(1)); end loop;",
     "The call makes more than"},
    {"calls itself unanswered", "entry main is SysLog(StartCall(\"hostile#petrov\")); Void(ReadInput(60)); end entry;", "491-Call already in progress"},
    {"calls itself by a leg", "entry main is Void(spawn leg); Void(ReadInput(60)); end entry; entry leg is Void(StartCall(\"hostile#petrov\")); Void(ReadInput(60));", "Too many tasks"},
    {"calls itself and ends", "entry main is Void(StartCall(\"hostile#petrov\")); end entry;", "480-Temporarily Unavailable"},
    {"accepts, then calls itself", "Accepted Disconnect(); Void(StartCall(\"hostile#petrov\")); Void(ReadInput(60));", "Too many tasks|Too many calls|The call makes more than"},
    {"calls in turns", "Accepted loop Void(StartCall(\"hostile#petrov\")); Void(ReadInput(1)); Disconnect(); end loop;", "Too many calls|Too many tasks|The call makes more than|without end"},
    {"forks to itself", "entry main is ForkCall(\"hostile#petrov\"); Void(ReadInput(60)); end entry;", "480-Temporarily Unavailable"},
    {"forks to itself twice", "entry main is ForkCall(ToObject(\"(\\\"hostile#petrov\\\",\\\"hostile#ivanov\\\")\")); Void(ReadInput(60)); end entry;",
     "483-Too Many Hops"},
    {"forks in a loop", "entry main is loop ForkCall(\"petrov@d.example\"); end loop; end entry;", "an endless loop"},
    {"forks to a million", "entry main is a = NewArray(); i = 0; loop AddElement(a,\"petrov\"); i = i + 1; exitif i >= 900000; end loop;"
                           " ForkCall(a); end entry;", "A call rings at 1000 places at most"},
    {"redirects to itself", "entry main is RedirectCall(\"hostile#ivanov\"); end entry;", "483-Too Many Hops"},
    {"redirects to itself twice", "entry main is RedirectCall(ToObject(\"(\\\"hostile#petrov\\\",\\\"hostile#ivanov\\\")\")); end entry;",
     "483-Too Many Hops"},
    {"redirects in a circle", "entry main is RedirectCall(\"hostile2#ivanov\"); end entry;", "483-Too Many Hops"},
    {"starts itself", "entry main is Void(StartPBXTask(\"ivanov\",\"hostile\",null)); end entry;", "Too many tasks"},
    {"starts itself by command", "entry main is Void(ExecuteCLI(\"STARTPBXTASK ivanov PROGRAM hostile\")); Void(ReadInput(60)); end entry;",
     "Too many tasks"},
    {"transfers to itself", "Accepted Void(TransferCall(\"hostile#ivanov\")); Void(ReadInput(60));", "Too many tasks|Too many calls"},
    {"transfers who has left", "Accepted SysLog(TransferCall(\"petrov@d.example\")); SysLog(TransferCall(\"ivanov@d.example\"));",
     "481-Task is not connected"},
    {"calls and hangs up without end", "Accepted Disconnect(); loop Void(StartCall(\"silent@x.example\")); CancelCall(); end loop;",
     "Too many calls: the programs may place"},
    {"transfers the far end", "entry main is if RemoteURI() == \"sip:ivanov@d.example\" then Void(AcceptCall()); Void(TransferCall(\"hostile#petrov\"));"
                              " stop; end if; Void(AcceptCall()); Void(spawn leg); Void(ReadInput(60)); end entry;"
                              " entry leg is Void(StartCall(\"hostile#petrov\")); loop exitif ReadInput(60) == null; end loop;", "Too many tasks|Too many calls|The call makes more than"},
    {"kills itself", "Accepted Void(ExecuteCLI(\"KILLNODE 1\")); PlayFile(\"w\");", "silence"},
    {"kills whom it starts", "Accepted loop Void(ExecuteCLI(\"STARTPBXTASK ivanov PROGRAM idle\"));"
                             " Void(ExecuteCLI(\"KILLNODE \" + Vars().executeCLIResult)); end loop;", "Too many tasks"},
};

/// Who never lets time pass, or computes for ever.
const Row loops[] = {
    {"polls the keys", "Accepted loop exitif DTMF() == \"1\"; end loop;", "an endless loop"},
    {"plays damaged sounds", "Accepted loop PlayFile(\"damaged\"); end loop;", "an endless loop"},
    {"plays for 0 ms", "Accepted loop PlayFile(\"w\",0); end loop;", "an endless loop"},
    {"plays behind the end", "Accepted loop SetPlayPosition(99999); PlayFile(\"w\"); end loop;", "an endless loop"},
    {"plays after the hang-up", "Accepted loop PlayFile(\"w\"); end loop;", "an endless loop", "~!"},
    {"event to itself", "Accepted loop Void(SendEvent(ThisTask(),\"again\")); Void(ReadInput(1)); end loop;", "The call makes more than|endless"},
    {"ping-pong of many", "Accepted a = spawn partner; i = 0; loop b = spawn partner; Void(SendEvent(b,\"x\",a)); a = b; i = i + 1;"
                          " exitif i > 500; end loop; Void(ReadInput(5)); end entry;"
                          " entry partner is next = null; loop e = ReadInput(60); exitif e == null; if IsTask(e.parameter) != null then next = e.parameter; end if;"
                          " if next != null then Void(SendEvent(next,\"y\")); end if; Void(SendEvent(e.sender,\"z\")); end loop;",
     "without end|The call makes more than"},
    {"a module that calls itself", "procedure own() external; Accepted own();", "too many nested calls"},
    {"a program that is damaged", "entry main is Void(AcceptCall(); end entry;", "Failed to load PBX application code"},
    {"an empty program", " ", "Failed to load PBX application code"},
    {"an entry for itself", "entry other is end entry;", "no entry main"},
};

/// Who wants all the memory.
const Row memory[] = {
    {"strings in an array", "Accepted s = \"0123456789\"; i = 0; loop s = s + s; i = i + 1; exitif i >= 20; end loop;"
                            " a = NewArray(); loop AddElement(a, s + \"x\"); end loop;", "out of memory"},
    {"an array without end", "Accepted a = NewArray(); loop AddElement(a,1); end loop;", "array|elements|1000000"},
    {"arrays in arrays", "Accepted a = NewArray(); loop b = NewArray(); AddElement(b,a); a = b; end loop;", "an endless loop|out of memory"},
    {"giant logs", "Accepted s = \"0123456789\"; i = 0; loop s = s + s; i = i + 1; exitif i >= 20; end loop;"
                   " loop SysLog(s); end loop;", "out of memory"},
    {"a million events", "Accepted i = 0; loop r = SendEvent(ThisTask(),\"e\",i); exitif r != null; i = i + 1; exitif i > 1000000; end loop;"
                         " SysLog(r); SysLog(i);", "503-Too many events wait"},
    {"queue flood", "Accepted i = 0; loop Void(Enqueue(\"q\" + String(i),\"x\")); i = i + 1; end loop;", "an endless loop|Enqueue: the queues are full"},
    {"queue flood of giants", "Accepted s = \"0123456789\"; i = 0; loop s = s + s; i = i + 1; exitif i >= 16; end loop; i = 0;"
                              " loop r = Enqueue(\"q\" + String(i),s); exitif r == null; i = i + 1; end loop; SysLog(\"full\");",
     "Enqueue: the queues are full"},
    {"queue names of giants", "Accepted s = \"0123456789\"; i = 0; loop s = s + s; i = i + 1; exitif i >= 16; end loop; i = 0;"
                              " loop r = Enqueue(s + String(i)); exitif r == null; i = i + 1; end loop; SysLog(\"full\");",
     "Enqueue: the queues are full"},
    {"a queue by a giant's name", "Accepted s = \"0123456789\"; i = 0; loop s = s + s; i = i + 1; exitif i >= 17; end loop;"
                                  " SysLog(Enqueue(s)); SysLog(Enqueue(\"q\",s)); SysLog(CreateMeeting(s,\"k\"));"
                                  " SysLog(CreateMeeting(null,s)); SysLog(CreateMeeting(null,\"k\",s));",
     "Enqueue: the name or the parameter can't be kept"},
    {"meeting flood", "Accepted i = 0; loop r = CreateMeeting(null,String(i)); exitif r != null; i = i + 1; end loop; SysLog(r);",
     "an endless loop|503-Too many meetings"},
    {"mail in a circle", "Accepted d = NewDictionary(); d.body = d; SysLog(SendEMail(null,\"S\",\"a@b.example\",null,d)); SysLog(\"sent\");", "sent"},
    {"mail of arrays in a circle", "Accepted a = NewArray(); AddElement(a,a); SysLog(SendEMail(null,\"S\",\"a@b.example\",null,a)); SysLog(\"sent\");",
     "sent"},
    {"headers in a circle", "Accepted d = NewDictionary(); d.To = \"a@b.example\"; d.Subject = d; SysLog(SubmitEMail(d,d)); SysLog(\"sent\");", "sent"},
    {"log of a circle", "Accepted a = NewArray(); AddElement(a,a); SysLog(a); SysLog(\"done\");", "done|circle"},
    {"event of a circle", "Accepted d = NewDictionary(); d.me = d; SysLog(SendEvent(ThisTask(),\"e\",d));", "400-Bad event"},
    {"parameter in a circle", "Accepted d = NewDictionary(); d.me = d; SysLog(IsTask(spawn child(d))); end entry; entry child is SysLog(\"child\");",
     "spawn: the parameter is nested too deeply"},
    {"call in a circle", "Accepted Disconnect(); d = NewDictionary(); d.(\"\") = d; SysLog(StartCall(d)); SetCallParameters(d);", "400-Bad address"},
    {"command of a giant", "Accepted s = \"(\"; i = 0; loop s = s + s; i = i + 1; exitif i >= 20; end loop; SysLog(ExecuteCLI(\"ECHO \" + s));",
     "500-bad parameters"},
};

/// Who asks for what can't be.
const Row extremes[] = {
    {"records a year", "Accepted r = Record(31536000); SysLog(Length(r));", "limit|#57600044"},
    {"records less than nothing", "Accepted SysLog(Record(-1)); SysLog(Record(0)); SysLog(Record(\"x\"));", "#null#"},
    {"skips silence for ever", "Accepted Void(MediaOption(\"skipSilence\",9223372036854775807)); SysLog(Length(Record(1)));", "#16044"},
    {"skips less than silence", "Accepted Void(MediaOption(\"skipSilence\",-9223372036854775807)); SysLog(Length(Record(1)));", "#16044"},
    {"plays for ever", "Accepted Void(ReadInput(2)); PlayFile(\"w\",9223372036854775807); SysLog(\"after\");", "limit"},
    {"plays for less than ever", "Accepted PlayFile(\"w\",-9223372036854775807); SysLog(\"after\");", "limit"},
    {"a tone for ever", "Accepted Void(ReadInput(2)); PlayTone(440,9223372036854775807); SysLog(\"after\");", "limit"},
    {"a tone beyond hearing", "Accepted PlayTone(9223372036854775807,100,9223372036854775807,100); SysLog(\"after\");", "after"},
    {"a tone below hearing", "Accepted PlayTone(-1,100); PlayTone(440,100,-5,0); PlayTone(440,\"x\"); SysLog(\"after\");", "after"},
    {"a ratio of nothing", "Accepted PlayTone(440,100,500,0); PlayTone(440,100,500,9223372036854775807); SysLog(\"after\");", "after"},
    {"skips for ever", "Accepted SetPlayPosition(9223372036854775807); PlayFile(\"empty\",5000); SysLog(GetPlayPosition());", "#1000000000"},
    {"waits for ever", "Accepted Void(ReadInput(2)); Void(ReadInput(9223372036854775807)); SysLog(\"after\");", "limit"},
    {"waits less than nothing", "Accepted SysLog(ReadInput(-9223372036854775807)); SysLog(ReadInput(\"x\"));", "#null#"},
    {"rings for ever", "Accepted Disconnect(); d = NewDictionary(); d.(\"\") = \"silent@x.example\"; d.Expires = 9223372036854775807;"
                       " Void(StartCall(d)); loop e = ReadInput(90000); exitif e == null or IsCallCompletedEvent(e); end loop; SysLog(\"rung\");",
     "rung|limit"},
    {"transfers to itself, attended", "Accepted SysLog(StartTransfer(ThisTask()));", "481-No such task"},
    {"bridges to each other", "Accepted other = spawn partner(ThisTask()); SysLog(StartBridge(other)); SysLog(\"after\"); end entry;"
                              " entry partner is Void(StartCall(\"petrov@d.example\")); loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;"
                              " SysLog(StartBridge(Vars().startParameter));", "487-Request Terminated|limit|481"},
    {"mixers in a circle", "Accepted other = spawn partner(ThisTask()); e = ReadInput(60); SysLog(AttachMixer(e)); SysLog(StartBridge(other));"
                           " PlayFile(\"w\"); end entry;"
                           " entry partner is Void(StartCall(\"petrov@d.example\")); loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;"
                           " SysLog(StartBridge(Vars().startParameter)); e = ReadInput(20);"
                           " if IsStartBridgeEvent(e) then SysLog(AttachMixer(e)); end if; PlayFile(\"w\");", "491-Mixer in use"},
    {"host of a host", "Accepted Void(spawn partner(ThisTask())); e = ReadInput(60); SysLog(AttachMixer(e)); SysLog(AttachMixer(e)); end entry;"
                       " entry partner is Void(spawn third(ThisTask())); Void(StartCall(\"petrov@d.example\"));"
                       " loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop; SysLog(StartBridge(Vars().startParameter));"
                       " loop e = ReadInput(9); exitif e == null; if IsStartBridgeEvent(e) then SysLog(AttachMixer(e)); end if; end loop; end entry;"
                       " entry third is Void(StartCall(\"a@x.example\")); loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;"
                       " Void(ReadInput(1)); SysLog(StartBridge(Vars().startParameter));", "481-Request is gone"},
    {"refuses with nonsense", "entry main is RejectCall(-5); end entry;", "500"},
    {"look-alike events", "Accepted d = NewDictionary(); d.what = \"_startbridge\"; d.sender = ThisTask(); SysLog(AcceptBridge(d));"
                          " SysLog(AttachMixer(d)); RejectBridge(d,-1); SysLog(AcceptTransfer(d)); SysLog(IsStartBridgeEvent(d));", "481-Request is gone"},
    {"addresses of nonsense", "Accepted SysLog(TransferCall(\"\")); SysLog(TransferCall(\"@@@<<>>\")); Disconnect(); SysLog(StartCall(\"\"));"
                              " SysLog(StartCall(null)); SysLog(StartCall(\"#\")); SysLog(StartCall(\"{#@\")); SysLog(\"after\");", "after"},
    {"names of nonsense", "Accepted PlayFile(\"../../../../etc/passwd\"); PlayFile(\"\"); PlayFile(\"/\"); SysLog(ReadEnvirFile(\"../workspace.settings\"));"
                          " SysLog(ReadEnvirFile(\"russian/../../accounts/ivanov.settings\"));", "#null#"},
};

} // namespace

class TestHostilePrograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ends_data();
    void ends();
    void errorsTellThePlace_data();
    void errorsTellThePlace();
    void heardByEverybody();

private:
    Desk m_desk;
};

void TestHostilePrograms::initTestCase()
{
    m_desk.program("entry main is RedirectCall(\"hostile#ivanov\"); end entry;", "hostile2");
    m_desk.program("entry main is Void(ReadInput(3600)); end entry;", "idle");
    m_desk.write("domains/d.example/environment/ring.sppi", "procedure ring2() external; procedure ring() is ring2(); end procedure;");
    m_desk.write("domains/d.example/environment/ring2.sppi", "procedure ring() external; procedure ring2() is ring(); end procedure;");
    m_desk.write("domains/d.example/environment/own.sppi", "procedure own() is own(); end procedure;");
    m_desk.write("domains/d.example/environment/broken.sppi", "procedure broken( is");
}

void TestHostilePrograms::ends_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("script");
    const auto add = [](const auto &rows) {
        for (const Row &row : rows)
            QTest::newRow(row.name) << QByteArray(row.source) << QByteArray(row.expected) << QByteArray(row.keys);
    };
    add(starts);
    add(loops);
    add(memory);
    add(extremes);
}

void TestHostilePrograms::ends()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, script);
    if (const auto at = source.indexOf("Accepted"); at >= 0) {
        source.replace("Accepted", "entry main is Void(AcceptCall());");
        source += "\nend entry;";
    } else if (!source.trimmed().endsWith("end entry;") && source.trimmed().size() > 0) {
        source += "\nend entry;";
    }
    m_desk.program(source, "hostile");
    DialRequest request = keys(script.constData());
    request.address = "hostile#ivanov";
    request.phones["silent@x.example"].state = accounts::PhoneState::NoAnswer;
    if (QFile peak(QStringLiteral("/proc/self/clear_refs")); peak.open(QIODevice::WriteOnly))
        peak.write("5"); // the largest size is measured from here
    const auto &events = m_desk.call(request);
    QVERIFY2(m_desk.simulation().ended(), "the call goes on");
    QVERIFY2(largestMegabytes() < mostMegabytes, qPrintable(QStringLiteral("%1 MB").arg(largestMegabytes())));

    QStringList said; // what people get to know
    for (const Event &event : events) {
        std::string text;
        if (event.kind == "error")
            text = event.member("message").toStdString();
        else if (event.kind == "log" || event.kind == "reject")
            text = event.member("text").toStdString();
        else if (event.kind == "end")
            text = event.member("by").toStdString() + ' ' + event.member("outcome").toStdString();
        if (!text.empty() && (said.isEmpty() || said.last() != QString::fromStdString(text.substr(0, 200))))
            said << QString::fromStdString(text.substr(0, 200));
    }
    bool found = false;
    for (const QByteArray &word : expected.split('|'))
        found = found || said.join(QLatin1Char('\n')).contains(QString::fromUtf8(word));
    said.removeDuplicates();
    QVERIFY2(found, qPrintable(said.mid(0, 12).join(QStringLiteral(" / ")) + QStringLiteral(" … ")
                               + (said.isEmpty() ? QString() : said.last())));
}

void TestHostilePrograms::errorsTellThePlace_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("calls") << QByteArray("entry main is\n  loop\n    Void(StartCall(\"silent@x.example\"));\n    CancelCall();\n  end loop;\nend entry;")
                           << QByteArray("Too many calls");
    QTest::newRow("transfers") << QByteArray("entry main is Void(AcceptCall());\n\n  Void(TransferCall(\"place#ivanov\"));\nend entry;")
                               << QByteArray("Too many");
    QTest::newRow("tasks") << QByteArray("entry main is\n  i = 0; loop\n    Void(spawn child);\n    i = i + 1; exitif i > 20000; end loop;\nend entry;\n"
                                         "entry child is Void(ReadInput(60)); end entry;")
                           << QByteArray("Too many tasks");
}

void TestHostilePrograms::errorsTellThePlace()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, message);
    m_desk.program(source, "place");
    if (source.contains("StartCall")) // not with a call of its own
        m_desk.program("entry main is Void(AcceptCall()); Void(StartPBXTask(\"ivanov\",\"place\",null)); Void(ReadInput(9)); end entry;", "outer");
    DialRequest request;
    request.address = source.contains("StartCall") ? "outer#ivanov" : "place#ivanov";
    request.phones["silent@x.example"].state = accounts::PhoneState::NoAnswer;
    m_desk.call(request);
    const Event *error = m_desk.last("error");
    QVERIFY(error);
    QVERIFY2(text(error->member("message")).contains(QString::fromUtf8(message)), qPrintable(text(error->member("message"))));
    QVERIFY2(QString::fromStdString(error->file).contains(QStringLiteral("place.sppr")), error->file.c_str());
    QCOMPARE(error->line, 3);
}

/// The same circles with somebody listening: what each hears stays bounded too.
void TestHostilePrograms::heardByEverybody()
{
    class Ear : public call::MediaPort {
    public:
        void hear(std::uint32_t, std::int64_t, const std::vector<call::Voice> &voices) override
        {
            most = std::max(most, voices.size());
        }
        std::size_t most = 0;
    };
    m_desk.program("entry main is Void(AcceptCall()); i = 0;\n"
                   "  loop Void(spawn member(ThisTask())); i = i + 1; exitif i >= 60; end loop;\n"
                   "  loop e = ReadInput(20); exitif e == null; if IsStartBridgeEvent(e) then Void(AttachMixer(e)); end if; end loop;\n"
                   "  PlayTone(440,60000);\nend entry;\n"
                   "entry member is Void(StartCall(\"idle2#petrov\"));\n"
                   "  loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;\n"
                   "  Void(StartBridge(Vars().startParameter)); Void(ReadInput(100));\nend entry;", "crowd");
    m_desk.program("entry main is Void(AcceptCall()); PlayTone(300,50000); end entry;", "idle2");
    DialRequest request;
    request.address = "crowd#ivanov";
    Ear ear;
    m_desk.begin(request, &ear).runToEnd();
    QVERIFY(m_desk.simulation().ended());
    QVERIFY(ear.most > 1);
    QVERIFY2(ear.most < 500, qPrintable(QString::number(ear.most)));
}

QTEST_GUILESS_MAIN(TestHostilePrograms)
#include "tst_hostile_programs.moc"
