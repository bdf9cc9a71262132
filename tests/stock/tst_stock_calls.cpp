// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock_test.h"

#include "environment/accounts/menu.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

// Calls to the programs of the stock environment, each with what the caller hears (pbx-runtime 8.4, 9 and 10).

using namespace pbx;
using namespace Qt::StringLiterals;
using namespace pbx::stocktest;

class TestStockCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void calls_data();
    void calls();
    void language();
    void voicemail_data();
    void voicemail();
    void together_data();
    void together();
    void departments();

private:
    /// Options are split at blanks.
    Result call(const QString &address, const QString &options)
    {
        QStringList arguments{QStringLiteral("call"), QStringLiteral("--format"), QStringLiteral("json"),
                              QStringLiteral("--at"), QStringLiteral("2026-11-25T12:00")};
        arguments << options.split(QLatin1Char(' '), Qt::SkipEmptyParts) << m_folder.path() << address;
        return run(arguments);
    }
    void account(const char *name, const QByteArray &settings)
    {
        writeFile(m_folder.filePath(QStringLiteral("domains/a.example/accounts/%1.settings").arg(QString::fromUtf8(name))),
                  settings);
    }

    QTemporaryDir m_folder;
};

void TestStockCalls::initTestCase()
{
    writeFile(m_folder.filePath(QStringLiteral("workspace.settings")),
              "{DefaultDomain=\"a.example\"; Name=Stock; TimeZone=\"Europe/Moscow\";}");
    writeFile(m_folder.filePath(QStringLiteral("domains/a.example/domain.settings")),
              "{Groups={agents={Members=(anna,boris);}; ExternalGateways={Members=(gate);};};"
              " Forwarders={line=\"activequeue{agents,sales,10}#pbx\"; out=\"gatewaycaller{5551234}#pbx\";"
              "  in=\"gatewayincoming{anna}#pbx\"; lines=\"activequeue{nobody,sales}#pbx\";};}");
    account("pbx", "{Aliases=(200,conference); Preferences={ReceptMenu=(sales,helpdesk,operator); ReceptDirPrefix=2;};}");
    // Its own attendant: no operator, two languages, extensions of four digits beginning with 7 or 8.
    account("desk", "{SignalRules=((100005,Desk,((Method,is,INVITE)),((\"Redirect to\",\"#pbx\"))));"
                    " Preferences={LanguageMenu=(Russian,English,russian); ReceptMenu=(sales,helpdesk);"
                    " ReceptDirPrefix=\"78\"; ReceptDirDigits=4;};}");
    account("anna", "{Aliases=(201,7001); Preferences={AccessPIN=1234; HomePhone=\"5551212\"; AlternativePhone=boris;"
                    " PSTNGateway=\"gw.example.net\"; PSTNNumber=499;};}");
    account("boris", "{Aliases=(sales);}");
    account("carl", "{Aliases=(helpdesk); SignalRules=((100005,Away,((Method,is,INVITE)),((\"Redirect to\",\"#missing\"))));}");
    account("operator", "{}");
    account("gate", "{}");
}

void TestStockCalls::calls_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("heard");
    const auto row = [](const char *name, const char *address, const char *options, const QString &heard) {
        QTest::newRow(name) << QString::fromUtf8(address) << QString::fromUtf8(options) << heard.simplified();
    };
    const QString greeting = QStringLiteral("welcome dialknownextension ");
    const QString menu = QStringLiteral("forsales press 1 forhelpdesk press 3 tospeakoperator press 0 ");
    const auto connected = [](const char *name) {
        return QStringLiteral("tryingextension ring:%1:answer goodbye end:program").arg(QString::fromUtf8(name));
    };

    row("attendant: the first department", "200", "--keys 1", greeting + menu + connected("boris"));
    row("attendant: operator by key", "200", "--keys 0", greeting + menu + connected("operator"));
    row("attendant: operator by silence", "200", "", greeting + menu + connected("operator"));
    row("attendant: a department's program is missing", "200", "--keys 3!",
        greeting + menu + u"tryingextension error:Failed to load PBX application code: no layer of the environment has "_s
                          "missing.sppr failure " + menu + u"end:caller"_s);
    row("attendant: an extension", "200", "--keys 201", greeting + menu + connected("anna"));
    row("attendant: extension, time-out", "200", "--keys 20,!", greeting + menu + u"invalidentry "_s + menu + u"end:caller"_s);
    row("attendant: extension given up", "200", "--keys 2*!", greeting + menu + u"invalidentry "_s + menu + u"end:caller"_s);
    row("attendant: unknown extension", "200", "--keys 299!", greeting + menu + u"tryingextension failure "_s + menu + u"end:caller"_s);
    row("attendant: a wrong key", "200", "--keys 9!", greeting + menu + u"invalidentry "_s + menu + u"end:caller"_s);
    row("attendant: the star key", "200", "--keys *!", greeting + menu + u"invalidentry "_s + menu + u"end:caller"_s);
    row("attendant: again, please", "200", "--keys #!", greeting + menu + menu + u"end:caller"_s);
    row("attendant: three rounds", "200", "--keys 4#5", greeting + menu + u"invalidentry "_s + menu + menu
            + u"invalidentry goodbye end:program"_s);
    row("attendant: a key over the greeting", "200", "--keys ~1", u"welcome "_s + connected("boris"));
    row("attendant: hang up in the greeting", "200", "--keys ~!", QStringLiteral("welcome end:caller"));
    row("attendant: busy", "200", "--keys 1! --phone boris=busy", greeting + menu + u"tryingextension ring:boris:busy failure "_s
            + menu + u"end:caller"_s);
    row("attendant: nobody answers", "200", "--keys 1! --phone boris=noanswer",
        greeting + menu + u"tryingextension ring:boris:noanswer failure "_s + menu + u"end:caller"_s);
    row("attendant: offline", "200", "--keys 1! --phone boris=offline",
        greeting + menu + u"tryingextension ring:boris:offline failure "_s + menu + u"end:caller"_s);
    row("attendant: hang up while talking", "200", "--keys 1!", greeting + menu + u"tryingextension ring:boris:answer end:caller"_s);
    row("attendant: a caller of the domain", "200", "--keys 1! --from anna@a.example",
        greeting + menu + u"tryingextension ring:boris:answer end:caller"_s);

    const QString languages = QStringLiteral("blank selectlanguage press 1 blank selectlanguage press 2 ");
    const QString desk = QStringLiteral("forsales press 1 forhelpdesk press 2 ");
    row("attendant: languages, silence is greeted again", "desk", "--keys ,,!", languages + greeting + desk + greeting + desk + u"end:caller"_s);
    row("attendant: a language, a department", "desk", "--keys 21", languages + greeting + desk + connected("boris"));
    row("attendant: no such language", "desk", "--keys 91", languages + greeting + desk + connected("boris"));
    row("attendant: 0 is no language", "desk", "--keys 01", languages + greeting + desk + connected("boris"));
    row("attendant: 0 without operator", "desk", "--keys ,0!", languages + greeting + desk + u"invalidentry "_s + desk + u"end:caller"_s);
    row("attendant: four digits", "desk", "--keys ,7001", languages + greeting + desk + connected("anna"));
    row("attendant: the second digit of the prefix", "desk", "--keys ,8,!", languages + greeting + desk + u"invalidentry "_s + desk + u"end:caller"_s);
    row("attendant: goodbye after silence", "desk", "", languages + greeting + desk + greeting + desk + greeting + desk + u"goodbye end:program"_s);

    row("centre: who are you?", "200", "--from stranger@a.example", QStringLiteral("reject:401 end:program"));
    row("centre: a gateway", "200", "--from gate@a.example --keys ~!", QStringLiteral("welcome end:caller"));
    row("centre: 700 is the attendant", "700", "--keys ~!", QStringLiteral("welcome end:caller"));
    row("centre: an unknown function", "777", "", QStringLiteral("notavailable end:program"));
    row("centre: a personal function, caller unknown", "752", "", QStringLiteral("notavailable end:program"));
    row("centre: a personal function", "753", "--from boris@a.example --keys ~!", QStringLiteral("conferenceopened end:caller"));

    row("service: own call", "boris", "--from boris@a.example --keys 99,,,",
        QStringLiteral("servicenumber notavailable servicenumber servicenumber servicenumber goodbye end:program"));
    row("service: *NN", "*77", "--from boris@a.example", QStringLiteral("notavailable end:program"));
    row("service: the inbox is not here", "*51", "--from boris@a.example", QStringLiteral("notavailable end:program"));
    row("service: half a number", "boris", "--from boris@a.example --keys 9#!", QStringLiteral("servicenumber invalidentry servicenumber end:caller"));
    row("service: not for others", "service#boris", "", QStringLiteral("reject:401 end:program"));
    row("service: from a rule", "service{77}#boris", "--from boris@a.example", QStringLiteral("notavailable end:program"));
    row("service: dialling out", "*56", "--from boris@a.example --keys 201#!",
        QStringLiteral("numbertodial tryingextension ring:anna:answer end:caller"));

    row("park: let go after ten minutes", "754", "", u"parkedat 1 "_s + QStringLiteral("holdmusic ").repeated(20) + u"goodbye end:program"_s);
    row("park: hang up", "754", "--keys ,!", QStringLiteral("parkedat 1 holdmusic holdmusic end:caller"));
    row("park: an empty place", "755", "--keys 4", QStringLiteral("parkplace nowaitingcalls end:program"));

    row("conference: not running, caller unknown", "conference", "--keys 12#,,",
        QStringLiteral("conferencenumber noconference conferencenumber invalidentry conferencenumber invalidentry goodbye end:program"));
    row("conference: alone, with music", "conference", "--from boris@a.example --keys 12#,!",
        QStringLiteral("conferencenumber conferenceopened 1 2 holdmusic holdmusic end:caller"));
    row("conference: keys of the host", "conference", "--from boris@a.example --keys 12#*8*9,,*5*7*1**!",
        QStringLiteral("conferencenumber conferenceopened 1 2 holdmusic (tone 440) (tone 440) 1 participant invalidentry "
                       "invalidentry end:caller"));

    row("queue: an agent's phone answers", "line", "--phone anna=busy", QStringLiteral("ring:anna:busy ring:boris:answer end:callee"));
    row("queue: hang up while it rings", "line", "--keys !", QStringLiteral("ring:anna:cancelled ring:boris:cancelled end:caller"));
    row("queue: waits, has enough", "line", "--phone anna=busy --phone boris=noanswer --keys ,,#",
        QStringLiteral("ring:anna:busy ring:boris:cancelled welcome queueposition 1 thankyouforwaiting holdmusic holdmusic goodbye end:program"));
    row("queue: other keys do nothing", "line", "--phone anna=busy --phone boris=busy --keys ,5!",
        QStringLiteral("ring:anna:busy ring:boris:busy welcome queueposition 1 thankyouforwaiting holdmusic holdmusic end:caller"));
    row("queue: no agents", "lines", "--keys ~!", QStringLiteral("welcome end:caller"));
    row("queue: an agent, nobody waits", "line", "--from boris@a.example --keys ,*#",
        QStringLiteral("nowaitingcalls nowaitingcalls nowaitingcalls nowaitingcalls goodbye end:program"));

    row("gateway: out", "out", "--from anna@a.example", QStringLiteral("ring:5551234:answer end:program"));
    row("gateway: nobody we know", "out", "", QStringLiteral("reject:401 end:program"));
    row("gateway: no gateway", "out", "--from boris@a.example", QStringLiteral("reject:404 end:program"));
    row("gateway: no number", "gatewaycaller#pbx", "--from anna@a.example", QStringLiteral("reject:404 end:program"));
    row("gateway: in", "in", "", QStringLiteral("ring:anna:answer end:program"));
    row("gateway: in, busy", "in", "--phone anna=busy", QStringLiteral("ring:anna:busy reject:486 end:program"));
    row("gateway: in, no answer", "in", "--phone anna=noanswer", QStringLiteral("ring:anna:noanswer reject:408 end:program"));
    row("gateway: in, no destination", "gatewayincoming#pbx", "", QStringLiteral("reject:404 end:program"));
}

void TestStockCalls::calls()
{
    QFETCH(QString, address);
    QFETCH(QString, options);
    QFETCH(QString, heard);
    const Result result = call(address, options);
    QCOMPARE(transcript(result.events()), heard);
}

/// The chosen language is that of the prompts; each language is offered in its own words.
void TestStockCalls::language()
{
    QStringList languages;
    for (const QJsonObject &event : call(QStringLiteral("desk"), QStringLiteral("--keys 2~!")).events()) {
        const QString name = event.value(u"name"_s).toString();
        if (name == u"selectlanguage"_s || name == u"welcome"_s)
            languages << name + u'/' + event.value(u"language"_s).toString();
    }
    QCOMPARE(languages, QStringList({QStringLiteral("selectlanguage/"), QStringLiteral("selectlanguage/russian"),
                                     QStringLiteral("welcome/russian")}));
}

void TestStockCalls::voicemail_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("heard");
    const auto row = [](const char *name, const char *address, const char *options, const char *heard) {
        QTest::newRow(name) << QString::fromUtf8(address) << QString::fromUtf8(options)
                            << QString::fromUtf8(heard).replace(QLatin1String("beep"), QLatin1String("(tone 800)"));
    };
    row("hang up sends", "voicemail#anna", "--keys !", "mailprompt beep record mail end:caller");
    row("silence sends", "voicemail#anna", "", "mailprompt beep record messagemenu mail messagesent goodbye end:program");
    row("pound sends", "voicemail#anna", "--keys ##", "mailprompt beep record messagemenu mail messagesent goodbye end:program");
    row("hear it, give it up", "voicemail#anna", "--keys #1*",
        "mailprompt beep record messagemenu (data) messagemenu messagecancelled goodbye end:program");
    row("again, urgent", "voicemail#anna", "--keys #2#3#",
        "mailprompt beep record messagemenu beep record messagemenu done messagemenu mail messagesent goodbye end:program");
    row("hang up in the menu sends", "voicemail#anna", "--keys #!", "mailprompt beep record messagemenu mail end:caller");
    row("hang up in the greeting sends nothing", "voicemail#anna", "--keys ~!", "mailprompt end:caller");
    row("straight to the tone", "voicemail#anna", "--keys ~##!", "mailprompt beep record messagemenu mail end:caller");
    row("keys over the tone", "voicemail#anna", "--keys ~1~2!", "mailprompt beep record mail end:caller");
    row("mail fails", "voicemail#anna", "--keys ## --fail mail",
        "mailprompt beep record messagemenu mail-failed failure goodbye end:program");
    row("by number", "*201", "--keys !", "mailprompt beep record mail end:caller");
    row("PIN and services", "voicemail#anna", "--keys ~**1234#!", "mailprompt enterpin servicenumber end:caller");
    row("wrong PIN", "voicemail#anna", "--keys ~**1#2#3#!",
        "mailprompt enterpin invalidentry enterpin invalidentry enterpin invalidentry beep record mail end:caller");
    row("no PIN, no services", "voicemail#boris", "--keys ~**!", "mailprompt beep record mail end:caller");
    row("announcement, none there", "voicemail#anna", "--keys ~61234#", "mailprompt enterpin notavailable goodbye end:program");
    row("personal conference", "voicemail#anna", "--keys ~71234#!", "mailprompt enterpin conferenceopened holdmusic end:caller");
    row("alternative number", "voicemail#anna", "--keys ~9!", "mailprompt tryingextension ring:boris:answer end:caller");
    row("alternative number, busy", "voicemail#anna", "--keys ~9! --phone boris=busy",
        "mailprompt tryingextension ring:boris:busy failure beep record mail end:caller");
    row("from home", "voicemail#anna", "--from +15551212@example.net --keys 1234#!", "enterpin servicenumber end:caller");
    row("the owner", "voicemail#anna", "--from anna@a.example --keys !", "servicenumber end:caller");
    row("a greeting of one's own", "*52", "--from anna@a.example --keys 12#13*",
        "greetingmenu mailprompt greetingmenu recordgreeting (tone 800) record done greetingmenu (data) greetingmenu done "
        "greetingmenu goodbye end:program");
    row("greeting, silence", "*52", "--from anna@a.example", "greetingmenu greetingmenu greetingmenu goodbye end:program");
    row("greeting, a wrong key", "*52", "--from anna@a.example --keys 7*", "greetingmenu invalidentry greetingmenu goodbye end:program");
}

void TestStockCalls::voicemail()
{
    QFETCH(QString, address);
    QFETCH(QString, options);
    QFETCH(QString, heard);
    const auto events = call(address, options).events();
    const QString found = transcript(events);
    if (found.contains(u"error:ReadStorageFile is known"_s))
        QSKIP("this engine has no file storage of accounts");
    QCOMPARE(found, heard);
    for (const QJsonObject &event : events) {
        if (event.value(u"event"_s).toString() != u"mail"_s)
            continue;
        QVERIFY(event.value(u"to"_s).toString() == event.value(u"from"_s).toString());
        QVERIFY(event.value(u"subject"_s).toString().endsWith(u"caller@example.net"_s));
        QVERIFY2(event.value(u"body"_s).toString().contains(u"[message.wav, audio/wav, "_s),
                 qPrintable(event.value(u"body"_s).toString()));
    }
}

void TestStockCalls::together_data()
{
    // Callers of their own, placed by a program: every entry is one of them.
    writeFile(m_folder.filePath(QStringLiteral("domains/a.example/environment/callers.sppr")), R"(
procedure pause(seconds) is
  until = GMTTime() + seconds;
  while GMTTime() < until loop
    if IsDisconnectEvent(ReadInput(until - GMTTime())) then stop; end if;
  end loop;
end procedure;
procedure press(keys) is
  for i = 0 while i < Length(keys) by i += 1 loop
    Void(SendDTMF(Substring(keys, i, 1)));
    pause(1);
  end loop;
end procedure;
procedure dial(name, from) is
  call = NewDictionary();
  call.("") = "sip:" + name + "@a.example";
  call.From = "sip:" + from;
  if StartCall(call) != null then stop; end if;
  loop
    input = ReadInput(100);
    exitif IsCallCompletedEvent(input);
  end loop;
  if input.parameter != null then stop; end if;
end procedure;
entry host is dial("conference", "boris@a.example"); press("12#"); pause(40); press("*5"); pause(30); Disconnect(); end entry;
entry guest is pause(5); dial("conference", "x@example.net"); press("12#"); pause(Vars().startParameter); Disconnect(); end entry;
entry waiting is dial("line", "x@example.net"); pause(Vars().startParameter); press("#"); pause(5); end entry;
entry agent is
  pause(15); dial("line", "boris@a.example"); pause(4); press("*"); pause(10);
  press(Vars().startParameter); pause(6); press("#"); pause(3);
end entry;
entry parked is dial("754", "x@example.net"); pause(100); end entry;
entry fetcher is pause(10); dial("755", "boris@a.example"); pause(3); press("1"); pause(10); Disconnect(); end entry;
entry talker is dial("legs{" + Vars().startParameter + "}#anna", "x@example.net"); pause(12); press("#"); pause(30); end entry;
entry main is
  which = Vars().startParameter[0];
  if which == "conference" then host_ = spawn host; one = spawn guest(20); two = spawn guest(200); end if;
  if which == "queue" then one = spawn waiting(100); two = spawn waiting(40); helper = spawn agent("#"); end if;
  if which == "agent" then one = spawn waiting(100); helper = spawn agent(""); end if;
  if which == "park" then one = spawn parked; helper = spawn fetcher; end if;
  if which == "legs" then one = spawn talker(Vars().startParameter[1]); end if;
  Void(AcceptCall());
  PlayFile("blank", 200000);
end entry;
)");
    writeFile(m_folder.filePath(QStringLiteral("domains/a.example/environment/legs.sppr")), R"(
function callerLeg(parameters, callPending) external;
function callerLegBridge(parameters, peerLeg) external;
function bridgedLoopHash(peerLeg, finishTime) external;
procedure playNumber(theNumber) external;
entry main is
  given = Vars().startParameter[0];
  call = NewDictionary();
  call.("") = "sip:boris@a.example";
  call.callBridged = given == "bridged";
  if given == "accepted" then Void(AcceptCall()); end if;
  leg = callerLeg(call, given == "accepted" ? null : true);
  finish = given == "limited" ? GMTTime() + 3 : null;
  while bridgedLoopHash(leg, finish) == "#" loop
    Void(BreakBridge());
    playNumber(42);
    Void(callerLegBridge(call, leg));
  end loop;
  PlayFile("goodbye");
end entry;
)");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("heard");
    QTest::newRow("a conference and its guests")
        << QStringLiteral("callers{conference}#anna")
        << QStringList{QStringLiteral("conferencenumber conferenceopened 1 2 holdmusic holdmusic (tone 440) 2 participant-pl (data)"),
                       QStringLiteral("conferencenumber sayyourname (tone 800)"),
                       QStringLiteral("conferencenumber sayyourname (tone 800) goodbye")};
    QTest::newRow("a queue, an agent ends the conversation")
        << QStringLiteral("callers{queue}#anna")
        << QStringList{QStringLiteral("welcome queueposition 1 thankyouforwaiting holdmusic connectingnow goodbye"),
                       QStringLiteral("welcome queueposition 2 thankyouforwaiting holdmusic queueposition 1 thankyouforwaiting holdmusic goodbye"),
                       QStringLiteral("2 caller-pl waitinginqueue connectingnow 1 caller waitsinqueue goodbye")};
    QTest::newRow("a queue, an agent hangs up")
        << QStringLiteral("callers{agent}#anna")
        << QStringList{QStringLiteral("welcome queueposition 1 thankyouforwaiting holdmusic connectingnow goodbye")};
    QTest::newRow("a parked call is fetched")
        << QStringLiteral("callers{park}#anna")
        << QStringList{QStringLiteral("parkedat 1 holdmusic goodbye"), QStringLiteral("parkplace")};
    for (const char *kind : {"bridged", "accepted", "pending"})
        QTest::addRow("a leg, left and taken up again: %s", kind)
            << QStringLiteral("callers{legs,%1}#anna").arg(QString::fromUtf8(kind)) << QStringList{QStringLiteral("40 2 goodbye")};
    QTest::newRow("a leg with a limit") << QStringLiteral("callers{legs,limited}#anna") << QStringList{QStringLiteral("goodbye")};
}

/// Several callers at once: somebody hears each of the expected sequences, and no task fails.
void TestStockCalls::together()
{
    QFETCH(QString, address);
    QFETCH(QStringList, heard);
    const bool queue = address.contains(u"queue"_s) || address.contains(u"agent"_s);
    const Result result = call(address, queue ? QStringLiteral("--phone anna=busy --phone boris=busy") : QString());
    const auto events = result.events();
    QVERIFY2(!transcript(events).contains(u"error:"_s), qPrintable(transcript(events)));
    const QStringList found = heardByTask(events);
    for (const QString &sequence : heard)
        QVERIFY2(found.contains(sequence), qPrintable(sequence + u" in "_s + found.join(QStringLiteral(" | "))));
}

/// The program gives every department the key that the settings' own table gives it.
void TestStockCalls::departments()
{
    const QStringList words{QStringLiteral("sales"), QStringLiteral("operator"), QStringLiteral(""), QStringLiteral("Sales"),
                            QStringLiteral(" helpdesk "), QStringLiteral("OPERATOR"), QStringLiteral("a"), QStringLiteral("b"),
                            QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e"), QStringLiteral("f"),
                            QStringLiteral("g"), QStringLiteral("h"), QStringLiteral("приёмная"), QStringLiteral("201")};
    quint32 seed = 1;
    const auto random = [&seed](qsizetype below) {
        seed = seed * 1664525 + 1013904223;
        return static_cast<qsizetype>((seed >> 8) % static_cast<quint32>(below));
    };
    QByteArray program = "function departmentMenu(names, prefix) external;\n"
                         "procedure show(names, prefix) is\n  menu = departmentMenu(names, prefix);\n  line = \"\";\n"
                         "  for i = 0 while i < Length(menu) by i += 1 loop\n"
                         "    line += menu[i].key + \"=\" + menu[i].name + \"/\" + menu[i].prompt + \" \";\n  end loop;\n"
                         "  SysLog(line);\nend procedure;\nentry main is\n";
    QStringList expected;
    for (int n = 0; n < 400; ++n) {
        std::vector<std::string> menu;
        std::string prefix;
        for (qsizetype i = random(14); i > 0; --i)
            menu.push_back(words[random(words.size())].toStdString());
        for (qsizetype i = random(4); i > 0; --i)
            prefix += static_cast<char>('0' + random(10));
        program += "  names = NewArray();\n";
        for (const auto &name : menu)
            program += "  AddElement(names, \"" + QByteArray::fromStdString(name) + "\");\n";
        program += "  show(names, \"" + QByteArray::fromStdString(prefix) + "\");\n";
        QString line;
        for (const auto &department : accounts::assignKeys(menu, prefix).departments) {
            if (department.digit != 0)
                line += QString(QLatin1Char(department.digit)) + u"="_s + QString::fromStdString(department.name) + u'/'
                    + QString::fromStdString(department.prompts.front()) + u' ';
        }
        expected << line;
    }
    const QString file = m_folder.filePath(QStringLiteral("departments.sppr"));
    writeFile(file, program + "end entry;\n");
    const Result result = run({QStringLiteral("run"), file});
    QCOMPARE(result.errors, QByteArray());
    QStringList found = result.lines();
    while (found.size() < expected.size())
        found << QString();
    for (qsizetype n = 0; n < expected.size(); ++n)
        QCOMPARE(found[n], expected[n]);
}

QTEST_GUILESS_MAIN(TestStockCalls)
#include "tst_stock_calls.moc"
