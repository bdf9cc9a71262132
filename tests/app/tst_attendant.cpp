// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/sound_file.h"
#include "environment/files/atomic_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace pbx;

/// pbx attendant WORKSPACE ACCOUNT as an administrator runs it (command-line.md; server-interfaces 4.4; pbx-runtime 9.2).
class TestAttendant : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void digitsAndReasons();
    void theSentence();
    void menusAreJudged_data();
    void menusAreJudged();
    void languageMenuIsRecorded();
    void missingPromptsAreLeftOut();
    void nothingIsHalfWritten();

private:
    struct Result {
        int status = -1;
        QByteArray output;
        QByteArray errors;
    };
    Result attendant(QStringList arguments)
    {
        QProcess process;
        arguments.prepend(QStringLiteral("attendant"));
        process.start(QStringLiteral(PBX_PROGRAM), arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QList<QJsonObject> objects(const Result &result)
    {
        QList<QJsonObject> list;
        for (const QByteArray &line : result.output.split('\n')) {
            if (!line.isEmpty())
                list.append(QJsonDocument::fromJson(line).object());
        }
        return list;
    }
    void write(const QTemporaryDir &folder, const char *name, const QByteArray &content)
    {
        QVERIFY(files::saveFile(folder.filePath(QString::fromUtf8(name)), content));
    }
    /// Tone of so many milliseconds.
    static void record(const QTemporaryDir &folder, const char *name, int ms)
    {
        QVERIFY(files::saveFile(folder.filePath(QString::fromUtf8(name)), audio::toWav(audio::tone(440, ms))));
    }
    void makeWorkspace(const QTemporaryDir &folder, const QByteArray &preferences)
    {
        write(folder, "workspace.settings", "{ DefaultDomain = \"d.example\"; }");
        write(folder, "domains/d.example/domain.settings",
              "{ Forwarders = { sales = \"x@elsewhere.example\"; }; Groups = { helpdesk = { Members = (ivanov); }; }; }");
        write(folder, "domains/d.example/accounts/ivanov.settings", "{ Aliases = (chief); }");
        write(folder, "domains/d.example/accounts/operator.settings", "{}");
        write(folder, "domains/d.example/accounts/pbx.settings",
              "{\n Aliases = (200);\n Preferences = {\n" + preferences + " };\n}\n");
    }
    QString m_example = QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists");
};

void TestAttendant::initTestCase()
{
    QCOMPARE(attendant({QStringLiteral("--help")}).status, 0);
}

void TestAttendant::digitsAndReasons()
{
    // By alias, by name, with domain: the same menu.
    const auto byAlias = attendant({QStringLiteral("--format=json"), m_example, QStringLiteral("200")});
    QCOMPARE(byAlias.status, 0);
    QCOMPARE(byAlias.errors, QByteArray());
    for (const char *name : {"pbx", "PBX", "pbx@specialists.example", "200@specialists.example"})
        QCOMPARE(attendant({QStringLiteral("--format=json"), m_example, QString::fromLatin1(name)}).output, byAlias.output);

    const auto departments = objects(byAlias);
    QCOMPARE(departments.size(), 3);
    QCOMPARE(departments[1], (QJsonObject{{QStringLiteral("digit"), QStringLiteral("3")},
                                          {QStringLiteral("department"), QStringLiteral("petrov")},
                                          {QStringLiteral("account"), QStringLiteral("petrov@specialists.example")},
                                          {QStringLiteral("prompts"), QJsonArray{QStringLiteral("forpetrov"), QStringLiteral("press"), QStringLiteral("3")}},
                                          {QStringLiteral("missing"), QJsonArray{}},
                                          {QStringLiteral("reason"), QStringLiteral("the next free key is 3; 2 is kept for extensions")},
                                          {QStringLiteral("text"), QStringLiteral("Чтобы поговорить с Петровым, нажмите три")}}));
    QCOMPARE(departments[2][QStringLiteral("reason")].toString(), QStringLiteral("the operator is always last and has 0"));
}

void TestAttendant::theSentence()
{
    const auto result = attendant({m_example, QStringLiteral("200")});
    QCOMPARE(result.status, 0);
    const QString text = QString::fromUtf8(result.output);
    const QStringList inOrder{QStringLiteral("Здравствуйте!"), QStringLiteral("добавочный номер"), QStringLiteral("с Ивановым, нажмите один"),
                              QStringLiteral("2 is kept for extensions"), QStringLiteral("с Петровым, нажмите три"),
                              QStringLiteral("с оператором, нажмите ноль")};
    qsizetype at = 0;
    for (const QString &part : inOrder) {
        at = text.indexOf(part, at);
        QVERIFY2(at >= 0, qPrintable(part + QStringLiteral(" in ") + text));
    }
}

void TestAttendant::menusAreJudged_data()
{
    QTest::addColumn<QByteArray>("preferences"); ///< from line 4 on
    QTest::addColumn<QString>("account");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("error"); ///< empty: nothing is told
    QTest::addColumn<QByteArray>("digits");
    const auto row = [](const char *name, const QByteArray &preferences, int status, const QByteArray &error, const QByteArray &digits,
                        const char *account = "200") {
        QTest::newRow(name) << preferences << QString::fromLatin1(account) << status << error << digits;
    };
    row("forwarder, group, alias", "  ReceptMenu = (\n   sales,\n   helpdesk\n  );\n", 0, "", "13");
    row("a text of commas", "  ReceptMenu = \"helpdesk, sales\";\n", 0, "", "13");
    row("more than keys", "  ReceptDirPrefix = 2345678;\n  ReceptMenu = (\n   sales,\n   helpdesk,\n   ivanov\n  );\n", 1,
        "pbx.settings:8:4: error: no key is left for the department ivanov: it is neither spoken nor reachable.", "19-");
    row("no key at all", "  ReceptMenu = (sales);\n  ReceptDirPrefix = 123456789;\n", 1,
        "pbx.settings:5:21: error: the directory prefix 123456789 keeps every key from 1 to 9 for extensions", "-");
    row("department of nobody", "  ReceptMenu = (\n   sales,\n   marketing\n  );\n", 1,
        "pbx.settings:6:4: error: d.example has no account, alias, group or forwarder marketing", "13");
    row("missing prompt", "  ReceptMenu = (\n   sales,\n   chief\n  );\n", 1,
        "pbx.settings:6:4: error: the department chief needs the prompt forchief in the default language: record it as forchief.wav", "13");
    row("missing prompt of a language", "  Language = Finnish;\n  ReceptMenu = (\n   chief\n  );\n", 1,
        "pbx.settings:6:4: error: the department chief needs the prompt forchief in finnish: record it as finnish/forchief.wav", "1");
    row("no menu", "", 1, "pbx.settings:3:2: error: pbx@d.example has no department menu: list departments in its preference ReceptMenu", "");
    row("an empty menu", "  ReceptMenu = ();\n", 1, "pbx.settings:4:16: error: pbx@d.example has no department menu", "");
    row("repeated", "  ReceptMenu = (sales,Sales);\n", 0, "pbx.settings:4:16: warning: The department menu names \"Sales\" twice.", "1");
    row("letters in the prefix", "  ReceptMenu = (sales);\n  ReceptDirPrefix = x;\n", 0, "pbx.settings:5:21: warning: The directory prefix holds something that is no digit.", "1");
    row("nobody", "", 2, "pbx: there is no account nobody@d.example in the workspace", "", "nobody");
    row("a group", "", 2, "pbx: helpdesk@d.example is a group; only an account has a menu", "", "helpdesk");
    row("a forwarder", "", 2, "pbx: sales@d.example is a forwarder; only an account has a menu", "", "sales");
}

void TestAttendant::menusAreJudged()
{
    QFETCH(QByteArray, preferences);
    QFETCH(QString, account);
    QFETCH(int, status);
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, digits);
    QTemporaryDir folder;
    makeWorkspace(folder, preferences);
    const auto result = attendant({QStringLiteral("--format=json"), folder.path(), account});
    QVERIFY2(error.isEmpty() ? result.errors.isEmpty() : result.errors.contains(error), result.errors.constData());
    QCOMPARE(result.status, status);
    QByteArray got;
    for (const QJsonObject &department : objects(result)) {
        const auto digit = department[QStringLiteral("digit")];
        got += digit.isNull() ? QByteArray("-") : digit.toString().toLatin1();
    }
    QCOMPARE(got, digits);
}

/// Half a second and the choice for each language, then the menu in the account's own.
void TestAttendant::languageMenuIsRecorded()
{
    QTemporaryDir folder;
    makeWorkspace(folder, "  Language = finnish;\n  LanguageMenu = (swedish,finnish);\n  ReceptMenu = (sales,operator);\n");
    const char *names[] = {"selectlanguage", "press", "0", "1", "2", "welcome", "dialknownextension", "forsales", "tospeakoperator"};
    int ms = 100;
    for (const char *name : names) {
        record(folder, ("domains/d.example/environment/finnish/" + QByteArray(name) + ".wav").constData(), ms);
        record(folder, ("domains/d.example/environment/swedish/" + QByteArray(name) + ".wav").constData(), 1000 + ms);
        ms += 10;
    }
    const QString wav = folder.filePath(QStringLiteral("menu.wav"));
    const auto result = attendant({QStringLiteral("--record"), wav, folder.path(), QStringLiteral("200")});
    QVERIFY2(result.errors.isEmpty(), result.errors.constData());
    QCOMPARE(result.status, 0);
    const auto info = audio::probe(wav);
    QVERIFY(info);
    QCOMPARE(info->sampleRate, 8000);
    QCOMPARE(info->channels, 1);
    const int own = 500 + 100 + 110 + 130;                                   // selectlanguage press 1
    const int other = 500 + 1100 + 1110 + 1140;                              // selectlanguage press 2
    const int menu = 150 + 160 + (170 + 110 + 130) + (180 + 110 + 120);      // welcome …, sales 1, operator 0
    QCOMPARE(info->durationMs, own + other + menu);
}

void TestAttendant::missingPromptsAreLeftOut()
{
    QTemporaryDir folder;
    makeWorkspace(folder, "  ReceptMenu = (sales,chief);\n");
    const QString wav = folder.filePath(QStringLiteral("menu.wav"));
    const auto result = attendant({QStringLiteral("--record"), wav, QStringLiteral("--format=json"), folder.path(), QStringLiteral("pbx")});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("--record: the prompt forchief is missing and left out"), result.errors.constData());
    QVERIFY(audio::probe(wav));
    const auto chief = objects(result)[1];
    QCOMPARE(chief[QStringLiteral("missing")].toArray(), QJsonArray{QStringLiteral("forchief")});
    QVERIFY(chief[QStringLiteral("text")].toString().startsWith(QStringLiteral("[forchief is missing] ")));
}

void TestAttendant::nothingIsHalfWritten()
{
    const auto result = attendant({QStringLiteral("--record"), QStringLiteral("/no/such/folder/menu.wav"), m_example, QStringLiteral("200")});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains("/no/such/folder/menu.wav"), result.errors.constData());
    QCOMPARE(attendant({m_example}).status, 2);
    QCOMPARE(attendant({QStringLiteral("/no/such/workspace"), QStringLiteral("200")}).status, 2);
}

QTEST_GUILESS_MAIN(TestAttendant)
#include "tst_attendant.moc"
