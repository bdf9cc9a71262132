// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/preview/desk.h"

#include <QElapsedTimer>
#include <QSet>

using namespace pbx;
using namespace pbx::test;

/// Settings, rules and programs that mean harm, or were written by somebody tired: each call ends, soon, with a message or an
/// outcome that says what was wrong.
class TestHostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void programs_data();
    void programs();
    void settings_data();
    void settings();
    void circles_data();
    void circles();

private:
    /// All that is told about a call: errors, refusals, logs, the end.
    static QString told(Desk &desk)
    {
        QSet<QString> seen;
        for (const Event &event : desk.simulation().trace().events()) {
            for (const char *member : {"message", "text", "outcome"}) {
                if (const Value value = event.member(member); value.isString())
                    seen.insert(QString::fromStdString(value.toStdString()).left(500));
            }
        }
        return QStringList(seen.values()).join(u'|');
    }
    static void callAndExpect(Desk &desk, const DialRequest &request, const QString &message)
    {
        QElapsedTimer timer;
        timer.start();
        desk.call(request);
        QVERIFY(desk.simulation().ended());
        QCOMPARE(desk.simulation().trace().events().back().kind, std::string_view("end"));
        QVERIFY2(timer.elapsed() < 120'000, "it should end soon");
        QVERIFY2(told(desk).contains(message), qPrintable(told(desk).left(3000)));
    }
};

void TestHostile::programs_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &body, const char *message) {
        const QByteArray source = body.startsWith("entry") || body.startsWith("function") || body.startsWith("procedure")
            ? body : "entry main is\n  Void(AcceptCall());\n  " + body + "\nend entry;\n";
        QTest::newRow(name) << source << QString::fromUtf8(message);
    };
    // for ever
    row("endless loop", "loop x = 1; end loop;", "without waiting");
    row("endless loop that polls", "loop Void(ReadInput(0)); end loop;", "without waiting");
    row("endless loop of sounds of no length", "loop PlayFile(\"empty\"); end loop;", "without waiting");
    row("endless loop of missing prompts", "loop PlayFile(\"nosuch\"); end loop;", "without waiting");
    row("endless loop of log lines", "loop SysLog(\"x\"); end loop;", "without waiting");
    row("log lines now and then", "loop SysLog(\"x\"); Void(ReadInput(1)); i = 0; while i < 1000 loop SysLog(i); i += 1; end loop; end loop;", "events");
    row("plays for ever", "PlayFile(\"w\", -1);", "w");
    row("tone for ever", "PlayTone(440, -1);", "tone");
    row("waits for ever", "loop Void(ReadInput(100000)); end loop;", "silence");
    row("records a year", "Void(Record(31536000));", "silence");
    row("calls itself for ever", "function f(x) is return f(x + 1); end function;\nentry main is Void(f(1)); end entry;", "too many nested calls");
    row("two call each other", "function g(x) forward;\nfunction f(x) is return g(x); end function;\n"
                               "function g(x) is return f(x); end function;\nentry main is Void(f(1)); end entry;", "too many nested calls");
    // forks
    row("spawns itself for ever", "entry child is spawn child; spawn child; Void(ReadInput(1)); end entry;\nentry main is spawn child; end entry;", "");
    row("spawns in a loop", "entry child is Void(ReadInput(1000)); end entry;\nentry main is loop spawn child; end loop; end entry;", "without waiting");
    row("tasks that wake each other", "entry child is\n  loop e = ReadInput(100); exitif e == null; Void(SendEvent(e.sender, \"ping\")); end loop;\nend entry;\n"
                                      "entry main is other = spawn child; Void(SendEvent(other, \"ping\"));\n  loop e = ReadInput(100); exitif e == null; "
                                      "Void(SendEvent(other, \"ping\")); end loop;\nend entry;", "time stands still");
    row("a flood of events", "me = ThisTask(); i = 0; while i < 1000000 loop Void(SendEvent(me, \"e\", i)); i += 1; end loop;", "silence");
    row("a flood of events to a sleeper", "entry child is Void(ReadInput(10)); Void(StartBridge(null)); end entry;\n"
                                          "entry main is other = spawn child; i = 0; while i < 50000 loop Void(SendEvent(other, \"e\")); i += 1; end loop; end entry;", "480-Temporarily Unavailable");
    // calls
    row("calls itself by telephone", "entry child is Void(StartCall(\"test#petrov\")); Void(ReadInput(5)); end entry;\n"
                                     "entry main is Void(AcceptCall()); spawn child; spawn child; Void(ReadInput(100)); end entry;", "Too many tasks");
    row("forks to itself", "entry main is ForkCall(\"test#ivanov\"); Void(ReadInput(100)); end entry;", "");
    row("redirects to itself", "entry main is RedirectCall(\"test#ivanov\"); end entry;", "483-Too Many Hops");
    row("transfers to itself", "Void(TransferCall(\"sip:test#ivanov@d.example\"));", "");
    row("starts itself for ever", "entry main is Void(StartPBXTask(\"ivanov@d.example\", \"test\", null)); end entry;", "");
    row("bridges to itself", "SysLog(StartBridge(ThisTask()));", "481-No such task");
    row("two ask each other", "entry child is Void(StartCall(\"petrov\")); loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;\n"
                              "  SysLog(StartBridge(Vars().startParameter)); end entry;\n"
                              "entry main is Void(AcceptCall()); other = spawn child(ThisTask()); SysLog(StartBridge(other)); end entry;", "silence");
    row("a bad address", "entry main is RejectCall(486); SysLog(StartCall(\"\")); SysLog(StartCall(17)); SysLog(StartCall(null)); SysLog(StartCall(\"@@@\")); end entry;", "400-Bad address");
    row("a very long address", "s = \"a\"; i = 0; while i < 16 loop s = s + s; i += 1; end loop; SysLog(IsString(StartCall(s)) ? \"refused\" : \"started\"); Void(ReadInput(100));", "");
    row("reject with nonsense", "entry main is RejectCall(\"\\0\"); end entry;", "");
    row("reject code out of range", "entry main is RejectCall(99999999999); end entry;", "500");
    row("event look-alike", "d = NewDictionary(); d.what = \"_startbridge\"; d.sender = ThisTask(); SysLog(AcceptBridge(d));", "481-Request is gone");
    row("old event kept", "entry child is Void(StartCall(\"petrov\")); loop e = ReadInput(60); exitif IsCallCompletedEvent(e); end loop;\n"
                          "  e = ReadInput(60); RejectBridge(e, \"486-x\"); SysLog(AcceptBridge(e)); RejectBridge(e, \"486-y\"); end entry;\n"
                          "entry main is Void(AcceptCall()); other = spawn child; Void(ReadInput(20)); SysLog(StartBridge(other)); Void(ReadInput(5)); end entry;", "481-Request is gone");
    // sizes
    row("a string that doubles", "s = \"x\"; loop s = s + s; end loop;", "");
    row("an array without end", "a = NewArray(); loop AddElement(a, a); end loop;", "");
    row("a dictionary without end", "d = NewDictionary(); i = 0; loop d.(String(i)) = i; i += 1; end loop;", "");
    row("deep data", "a = NewArray(); i = 0; while i < 200000 loop b = NewArray(); AddElement(b, a); a = b; i += 1; end loop; SysLog(ObjectToString(a));", "");
    row("data that contains itself", "a = NewArray(); AddElement(a, a); SysLog(ObjectToString(a)); SysLog(a == a); SysLog(Copy(a) == a);", "");
    row("mail with data that contains itself", "a = NewArray(); AddElement(a, a); SysLog(IsString(SendEMail(null, \"x\", \"a@b\", null, a)));", "");
    row("event with data that contains itself", "a = NewArray(); AddElement(a, a); SysLog(SendEvent(ThisTask(), \"x\", a));", "400-Bad event");
    row("queue parameter that contains itself", "a = NewArray(); AddElement(a, a); SysLog(Enqueue(\"q\", a) == null ? \"none\" : \"queued\");", "");
    row("meeting parameter that contains itself", "a = NewArray(); AddElement(a, a); SysLog(CreateMeeting(null, \"k\", a) == null ? \"made\" : \"refused\");", "");
    row("a huge mail", "s = \"x\"; i = 0; while i < 20 loop s = s + s; i += 1; end loop; SysLog(SendEMail(null, s, s, null, s)); SysLog(\"sent\");", "sent");
    row("a million keys", "i = 0; while i < 100000 loop Void(SendDTMF(\"5\")); i += 1; end loop; SysLog(\"done\");", "done");
    row("an expression that explodes", "SysLog(FindRegEx(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+(a+)+(a+)+$\") == null ? \"none\" : \"some\");", "none");
    // sounds
    row("times out of range", "PlayFile(\"short\", 9223372036854775807); SysLog(\"after\");", "");
    row("negative position", "SetPlayPosition(-5); PlayFile(\"short\"); SetPlayPosition(99999999); PlayFile(\"short\"); SysLog(\"after\");", "after");
    row("tones out of range", "PlayTone(-1, 100); PlayTone(99999999, 100); PlayTone(440, 100, 1, -7); PlayTone(0, 100); SysLog(\"after\");", "after");
    row("sound of nonsense", "Play(Base64Decode(\"AAAA\")); Play(null); Play(\"x\"); SysLog(\"after\");", "after");
    row("prompt with a path", "PlayFile(\"../../../../etc/passwd\"); PlayFile(\"/etc/passwd\"); PlayFile(\"a\\\\b\"); SysLog(\"after\");", "after");
    row("file with a path", "SysLog(ReadEnvirFile(\"../callback.sppr\") == null ? \"none\" : \"read\");", "none");
    row("storage with a path", "SysLog(WriteStorageFile(\"../x\", \"y\")); SysLog(ReadStorageFile(\"~nobody/x\") == null ? \"none\" : \"read\");", "none");
    row("records nothing", "SysLog(Record(-5) == null ? \"none\" : \"some\"); SysLog(Record(\"x\") == null ? \"none\" : \"some\");", "none");
    row("reads for a negative time", "SysLog(ReadInput(-5) == null ? \"none\" : \"some\"); SysLog(ReadInput(\"x\") == null ? \"none\" : \"some\");", "none");
    row("waits past the limit", "Void(ReadInput(9223372036854775)); SysLog(\"never\");", "silence");
    // languages, accounts
    row("a language of nonsense", "SetLanguage(\"../../etc\"); PlayFile(\"short\"); SetLanguage(17); SysLog(GetLanguage());", "");
    row("a zone of nonsense", "SetTimeZone(\"Nowhere/Atall\"); SysLog(IsDate(LocalTime()) ? \"date\" : \"none\");", "date");
    row("impersonates nobody", "SysLog(Impersonate(\"nobody@d.example\")); SysLog(MyEmail());", "");
    row("preferences of nobody", "SysLog(SetAccountPreferences(\"x\", \"~nobody/y\"));", "unknown user account");
    row("commands of nonsense", "SysLog(ExecuteCLI(\"\")); SysLog(ExecuteCLI(\"SETGROUP\")); SysLog(ExecuteCLI(\"GETGROUP {{{{\")); SysLog(ExecuteCLI(17));", "500-");
    // modules
    row("a module that is not there", "function f(x) external;\nentry main is Void(f(1)); end entry;", "f.sppi");
    row("modules that need each other", "function pingpong(x) external;\nentry main is Void(pingpong(1)); end entry;", "too many nested calls");
    row("a module of nonsense", "function broken(x) external;\nentry main is Void(broken(1)); end entry;", "broken.sppi");
    row("a section by a wrong name", "Void(FuncCall(\"nowhere::nothing\", 1));", "nowhere");
    row("a section by nonsense", "Void(FuncCall(17, 1));", "FuncCall");
    // texts
    row("no program at all", "", "");
    row("a text", "entry is this a program", "Failed to load PBX application code");
    row("bytes", QByteArray("entry main is \xff\xfe\x00 end entry;", 31), "");
    row("ten thousand brackets", "entry main is x = " + QByteArray(10'000, '(') + "1" + QByteArray(10'000, ')') + "; end entry;", "Failed to load PBX application code");
    row("ten thousand ifs", "entry main is " + QByteArray("if 1 then ").repeated(10'000) + QByteArray("end if; ").repeated(10'000) + " end entry;", "Failed to load PBX application code");
}

void TestHostile::programs()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, message);
    Desk desk;
    desk.write("domains/d.example/environment/pingpong.sppi", "function pongping(x) external;\nfunction pingpong(x) is return pongping(x); end function;");
    desk.write("domains/d.example/environment/pongping.sppi", "function pingpong(x) external;\nfunction pongping(x) is return pingpong(x); end function;");
    desk.write("domains/d.example/environment/broken.sppi", "function broken(x) is return (((; end function;");
    desk.program(source);
    DialRequest request;
    request.limitMs = 600'000;
    callAndExpect(desk, request, message);
}

void TestHostile::settings_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &settings, const char *message) {
        QTest::newRow(name) << settings << QString::fromUtf8(message);
    };
    const auto rule = [](const QByteArray &rest) { return "{ SignalRules = (" + rest + "); }"; };
    // files
    row("empty file", "", "conversation");
    row("no dictionary", "(1,2,3)", "conversation");
    row("cut off", "{ Aliases = (20", "conversation");
    row("bytes", QByteArray("{ A\xff\xfe\x01 = 5; }"), "conversation");
    row("deep", "{ A = " + QByteArray(5000, '(') + QByteArray(5000, ')') + "; }", "conversation");
    row("giant text", "{ Settings = { RealName = \"" + QByteArray(1'000'000, 'x') + "\"; }; }", "conversation");
    row("numbers past 64 bits", "{ Preferences = { WorkDayStart = 99999999999999999999999; }; }", "conversation");
    row("keys twice", "{ Aliases = (1); Aliases = (2); }", "conversation");
    // types
    row("aliases as a number", "{ Aliases = 5; }", "conversation");
    row("aliases as a dictionary", "{ Aliases = { a = b; }; }", "conversation");
    row("aliases of nothing", "{ Aliases = (\"\", (), {}); }", "conversation");
    row("alias of itself", "{ Aliases = (victim); }", "conversation");
    row("preferences as text", "{ Preferences = nonsense; }", "conversation");
    row("rules as text", "{ SignalRules = nonsense; }", "conversation");
    row("rules of numbers", "{ SignalRules = (1,2,3); }", "conversation");
    row("rules of empty lists", "{ SignalRules = ((),(),((),())); }", "conversation");
    row("a rule of texts", rule("(a,b,c,d)"), "conversation");
    row("a rule without actions", rule("(100006,x,(),())"), "conversation");
    row("a rule with a text priority", rule("(high,x,(),((\"Reject with\",486)))"), "");
    row("a rule with a negative priority", rule("(-5,x,(),((\"Reject with\",486)))"), "");
    row("a rule with a huge priority", rule("(99999999999999999999,x,(),((\"Reject with\",486)))"), "");
    row("unknown action", rule("(100006,x,(),((\"Make tea\",now)))"), "conversation");
    row("action without target", rule("(100006,x,(),((\"Redirect to\")))"), "");
    row("action with an empty target", rule("(100006,x,(),((\"Redirect to\",\"\")))"), "");
    row("action with a list as target", rule("(100006,x,(),((\"Redirect to\",(a,b))))"), "");
    row("reject without code", rule("(100006,x,(),((\"Reject with\")))"), "");
    row("reject with nonsense", rule("(100006,x,(),((\"Reject with\",banana)))"), "");
    row("unknown condition", rule("(100006,x,((Moonphase,is,full)),((\"Reject with\",486)))"), "can't be judged here");
    row("condition without value", rule("(100006,x,((From)),((\"Reject with\",486)))"), "");
    row("condition of lists", rule("(100006,x,((),((),())),((\"Reject with\",486)))"), "");
    row("time of nonsense", rule("(100006,x,((\"Time Of Day\",in,\"25:99-banana\")),((\"Reject with\",486)))"), "can't be judged here");
    row("day of nonsense", rule("(100006,x,((\"Current Day\",in,\"Caturday\")),((\"Reject with\",486)))"), "can't be judged here");
    row("a thousand rules", rule(QByteArray("(6,x,((From,is,\"nobody@x\")),((\"Reject with\",486))),").repeated(1000) + "(6,y,(),())"), "conversation");
    row("ten thousand targets", rule("(100006,x,(),((\"Redirect to\",\"" + QByteArray("petrov,").repeated(10'000) + "petrov\")))"), "");
    row("target of nonsense", rule("(100006,x,(),((\"Redirect to\",\"<<<>>>@@@\")))"), "");
    row("target of a missing program", rule("(100006,x,(),((\"Redirect to\",\"#nosuch\")))"), "Failed to load PBX application code");
    row("target of a program with a path", rule("(100006,x,(),((\"Redirect to\",\"#../../etc/passwd\")))"), "");
    row("target of a program without a name", rule("(100006,x,(),((\"Redirect to\",\"#\")))"), "");
    row("target with open braces", rule("(100006,x,(),((\"Redirect to\",\"test{{{#ivanov\")))"), "");
    row("target of a missing account", rule("(100006,x,(),((\"Redirect to\",nobody)))"), "404-Not Found");
    row("target of a missing domain", rule("(100006,x,(),((\"Redirect to\",\"a@nowhere.example\")))"), "conversation");
    // hours
    const auto hours = [](const QByteArray &start, const QByteArray &end, const QByteArray &days) {
        return "{ Preferences = { WorkDayStart = " + start + "; WorkDayEnd = " + end + "; WorkDays = " + days
            + "; }; SignalRules = ((100006,\"#AfterHours\",((FreeBusy,is,Unavailable)),((\"Redirect to\",petrov),(\"Stop Processing\")))); }";
    };
    row("hours that never end", hours("0", "86400", "(Sun,Mon,Tue,Wed,Thu,Fri,Sat)"), "conversation with victim");
    row("hours that end before they begin", hours("64800", "32400", "(Mon)"), "conversation with petrov");
    row("hours of no length", hours("32400", "32400", "(Sun,Mon,Tue,Wed,Thu,Fri,Sat)"), "conversation with petrov");
    row("negative hours", hours("-5", "-1", "(Mon)"), "conversation with petrov");
    row("huge hours", hours("99999999", "999999999", "(Mon)"), "conversation with petrov");
    row("hours as text", hours("morning", "evening", "(Mon)"), "");
    row("no work days", hours("32400", "64800", "()"), "conversation with petrov");
    row("work days of nonsense", hours("32400", "64800", "(Caturday)"), "conversation with petrov");
    row("work days as text", hours("32400", "64800", "Mon"), "");
    row("a zone that does not exist", "{ Preferences = { TimeZone = \"Nowhere/Atall\"; }; }", "conversation");
    row("a zone as a list", "{ Preferences = { TimeZone = (a,b); }; }", "conversation");
    row("a language that does not exist", "{ Preferences = { Language = \"../../klingon\"; }; SignalRules = ((100006,x,(),((\"Redirect to\",\"#test\")))); }", "short");
    row("a language as a list", "{ Preferences = { Language = (a,b); }; SignalRules = ((100006,x,(),((\"Redirect to\",\"#test\")))); }", "short");
    // menus, through the stock attendant
    const auto menu = [](const QByteArray &preferences) {
        return "{ Preferences = { " + preferences + " }; SignalRules = ((100006,x,(),((\"Redirect to\",\"pbx#victim\")))); }";
    };
    row("no menu", menu(""), "goodbye");
    row("an empty menu", menu("ReceptMenu = ();"), "goodbye");
    row("a menu as text", menu("ReceptMenu = petrov;"), "goodbye");
    row("a menu as a dictionary", menu("ReceptMenu = { a = b; };"), "goodbye");
    row("a menu of lists", menu("ReceptMenu = ((),{},(petrov));"), "goodbye");
    row("a menu of nobody", menu("ReceptMenu = (nobody,noone);"), "goodbye");
    row("a thousand departments", menu("ReceptMenu = (" + QByteArray("petrov,").repeated(1000) + "petrov);"), "goodbye");
    row("different departments without end", [] {
        QByteArray list;
        for (int i = 0; i < 1000; ++i)
            list += "d" + QByteArray::number(i) + ",";
        return "{ Preferences = { ReceptMenu = (" + list + "petrov); }; SignalRules = ((100006,x,(),((\"Redirect to\",\"pbx#victim\")))); }";
    }(), "goodbye");
    row("a prefix of all digits", menu("ReceptMenu = (petrov); ReceptDirPrefix = 123456789;"), "goodbye");
    row("a prefix of letters", menu("ReceptMenu = (petrov); ReceptDirPrefix = abc;"), "goodbye");
    row("a giant prefix", menu("ReceptMenu = (petrov); ReceptDirPrefix = \"" + QByteArray(10'000, '2') + "\";"), "goodbye");
    row("a negative length of extensions", menu("ReceptMenu = (petrov); ReceptDirDigits = -5;"), "goodbye");
    row("a huge length of extensions", menu("ReceptMenu = (petrov); ReceptDirDigits = 999999999;"), "goodbye");
    row("a language menu of nonsense", menu("LanguageMenu = (\"../x\",(),klingon); ReceptMenu = (petrov);"), "goodbye");
    row("a language menu without end", menu("LanguageMenu = (" + QByteArray("russian,").repeated(500) + "english); ReceptMenu = (petrov);"), "goodbye");
    row("names like paths", menu("ReceptMenu = (\"../../etc/passwd\",\"a b\",\"#x\",\"a{b}#c\");"), "goodbye");
    row("names of bytes", menu("ReceptMenu = (\"\xff\xfe\");"), "");
}

void TestHostile::settings()
{
    QFETCH(QByteArray, settings);
    QFETCH(QString, message);
    Desk desk;
    desk.program("entry main is Void(AcceptCall()); PlayFile(\"short\"); end entry;");
    desk.write("domains/d.example/accounts/victim.settings", settings);
    DialRequest request;
    request.address = "victim";
    request.startTime = 1'795'500'000; // Tuesday afternoon
    request.limitMs = 3'600'000;
    callAndExpect(desk, request, message);
}

void TestHostile::circles_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"rules", "forwarders", "groups", "programs"}) {
        for (const int length : {1, 2, 3, 5, 8, 12})
            QTest::addRow("%s, %d", kind, length) << length << QByteArray(kind);
    }
}

void TestHostile::circles()
{
    QFETCH(int, length);
    QFETCH(QByteArray, kind);
    Desk desk;
    QByteArray forwarders;
    QByteArray groups;
    for (int i = 0; i < length; ++i) {
        const QByteArray here = "c" + QByteArray::number(i);
        const QByteArray next = "c" + QByteArray::number((i + 1) % length);
        if (kind == "rules")
            desk.write(("domains/d.example/accounts/" + here + ".settings").constData(),
                       "{ SignalRules = ((100006,\"#Always\",(),((\"Redirect to\"," + next + "),(\"Stop Processing\")))); }");
        else if (kind == "programs")
            desk.write(("domains/d.example/environment/" + here + ".sppr").constData(),
                       "entry main is RedirectCall(\"" + next + "#ivanov\"); end entry;");
        forwarders += here + " = " + next + "; ";
        groups += here + " = { Members = (" + next + "); }; ";
    }
    if (kind == "forwarders")
        desk.write("domains/d.example/domain.settings", "{ Forwarders = { " + forwarders + "}; }");
    else if (kind == "groups")
        desk.write("domains/d.example/domain.settings", "{ Groups = { " + groups + "}; }");
    DialRequest request;
    request.address = kind == "programs" ? "c0#ivanov" : "c0";
    desk.call(request);
    QVERIFY(desk.simulation().ended());
    const QString all = told(desk);
    QVERIFY2(all.contains(QStringLiteral("482-Loop Detected")) || all.contains(QStringLiteral("483-Too Many Hops"))
                 || (kind == "groups" && all.contains(QStringLiteral("4"))),
             qPrintable(all.left(2000)));
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
