// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock_test.h"

#include "environment/audio/sound_file.h"
#include "environment/files/prompt_texts.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

// What the stock environment says: its prompts, and the words of numbers, dates and times in both languages.

using namespace pbx;
using namespace Qt::StringLiterals;
using namespace pbx::stocktest;

namespace {

files::PromptTexts textsOf(const QString &language)
{
    QFile file(QStringLiteral(PBX_SOURCE_DIR "/resources/prompts/") + language + QStringLiteral(".txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no texts of %s", qPrintable(language));
    return files::PromptTexts::fromBytes(file.readAll());
}

/// The stock one is the default language: its prompts lie at the top.
QString promptFile(const QString &language, const QString &name)
{
    return stockFolder() + (language == u"english"_s ? QString() : u'/' + language) + u'/' + name + u".wav"_s;
}

QStringList names(const files::PromptTexts &texts)
{
    QStringList list;
    for (const std::string &name : texts.names())
        list << QString::fromStdString(name);
    return list;
}

} // namespace

class TestStockSpeech : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void check();
    void everyPromptIsThere();
    void textsAndFiles_data();
    void textsAndFiles();
    void sounds();
    void words_data();
    void words();
    void sweep_data();
    void sweep();

private:
    /// Logs of an entry with this body, which may call the module words. One list of prompt names a line.
    QList<QStringList> spoken(const QString &language, const QString &body);
    /// What a caller hears: the texts of the prompts. A prompt without a text or a file becomes "?NAME".
    QString sentence(const QString &language, const QStringList &prompts);

    QTemporaryDir m_folder;
    QHash<QString, QHash<QString, QString>> m_texts; ///< by language and name
};

void TestStockSpeech::check()
{
    const Result result = run({QStringLiteral("check"), stockFolder()});
    QCOMPARE(result.output, QByteArray());
    QCOMPARE(result.status, 0);
}

/// Every prompt a program names is there in both languages.
void TestStockSpeech::everyPromptIsThere()
{
    static const QRegularExpression plays(QStringLiteral("PlayFile\\([^;]*;"));
    static const QRegularExpression literal(QStringLiteral("\"([a-z0-9-]+)\""));
    // The two spellings a domain of its own may have beside the stock one, and what no prompt is named by.
    const QSet<QString> others{QStringLiteral("tospeakopertator"), QStringLiteral("foroperator")};
    int found = 0;
    QDirIterator programs(stockFolder(), {QStringLiteral("*.spp?")}, QDir::Files);
    while (programs.hasNext()) {
        QFile file(programs.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString code = QString::fromUtf8(file.readAll());
        auto play = plays.globalMatch(code);
        while (play.hasNext()) {
            const QString statement = play.next().captured();
            auto name = literal.globalMatch(statement);
            while (name.hasNext()) {
                const QString prompt = name.next().captured(1);
                if (prompt == u"0"_s || others.contains(prompt))
                    continue;
                ++found;
                // Music has no language.
                for (const char *language : {"english", "russian"})
                    QVERIFY2(prompt == u"holdmusic"_s || QFile::exists(promptFile(QString::fromUtf8(language), prompt)),
                             qPrintable(file.fileName() + u": "_s + prompt + u", "_s + QString::fromUtf8(language)));
            }
        }
    }
    QVERIFY(found > 50);
}

void TestStockSpeech::textsAndFiles_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("english") << QStringLiteral("english");
    QTest::newRow("russian") << QStringLiteral("russian");
}

/// A text for every file and a file for every text.
void TestStockSpeech::textsAndFiles()
{
    QFETCH(QString, language);
    const auto texts = textsOf(language);
    QVERIFY(texts.problems().empty());
    QSet<QString> named;
    for (const QString &name : names(texts)) {
        QVERIFY2(!named.contains(name), qPrintable(name));
        named << name;
        QCOMPARE(name, name.toLower());
        QVERIFY2(QFile::exists(promptFile(language, name)), qPrintable(name));
    }
    QDirIterator sounds(QFileInfo(promptFile(language, QStringLiteral("x"))).path(), {QStringLiteral("*.wav")}, QDir::Files);
    while (sounds.hasNext()) {
        const QString name = QFileInfo(sounds.next()).completeBaseName();
        QVERIFY2(named.contains(name) || name == u"holdmusic"_s, qPrintable(name));
    }
}

/// What a telephone carries, at one level, and something to hear.
void TestStockSpeech::sounds()
{
    QDirIterator files(stockFolder(), {QStringLiteral("*.wav")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto info = audio::probe(path);
        QVERIFY2(info, qPrintable(path));
        QCOMPARE(info->format, QStringLiteral("PCM 16 bit"));
        QCOMPARE(info->sampleRate, audio::TelephoneRate);
        QCOMPARE(info->channels, 1);
        QVERIFY2(info->durationMs >= 200 && info->durationMs < 20'000, qPrintable(path));
        const auto levels = audio::levels(*audio::read(path));
        if (path.endsWith(u"/blank.wav"_s))
            QVERIFY2(std::isinf(levels.peak), qPrintable(path));
        else if (path.endsWith(u"/holdmusic.wav"_s))
            QVERIFY2(levels.rms < -22 && levels.rms > -30, qPrintable(path));
        else
            QVERIFY2(levels.peak < -3 && levels.rms > -23 && levels.rms < -18, qPrintable(path));
    }
}

QList<QStringList> TestStockSpeech::spoken(const QString &language, const QString &body)
{
    const QString file = m_folder.filePath(QStringLiteral("words.sppr"));
    writeFile(file, (u"function words::ofNumber(n) external;\nfunction words::ofCount(n, noun) external;\n"_s
                     "function words::ofDate(d) external;\nfunction words::ofTime(t) external;\n"
                     "function words::ofDigits(t) external;\nentry main is\n"
                     + body + u"\nend entry;\n"_s).toUtf8());
    const Result result = run({QStringLiteral("run"), QStringLiteral("--language"), language, file});
    if (result.status != 0)
        qWarning("%s", result.errors.constData());
    QList<QStringList> lists;
    for (QString line : result.lines()) {
        line = line.mid(1, line.size() - 2); // (20,1)
        lists << line.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    return lists;
}

QString TestStockSpeech::sentence(const QString &language, const QStringList &prompts)
{
    auto &texts = m_texts[language];
    if (texts.isEmpty()) {
        const auto read = textsOf(language);
        for (const std::string &name : read.names())
            texts[QString::fromStdString(name)] = QString::fromStdString(*read.text(name));
    }
    QStringList words;
    for (const QString &prompt : prompts)
        words << texts.value(prompt, u'?' + prompt);
    return words.join(QLatin1Char(' '));
}

void TestStockSpeech::words_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("heard");
    const auto rows = [](const char *language, std::initializer_list<std::pair<const char *, const char *>> list) {
        for (const auto &[expression, heard] : list)
            QTest::addRow("%s %s", language, expression) << QString::fromUtf8(language) << QString::fromUtf8(expression)
                                                         << QString::fromUtf8(heard);
    };
    rows("english", {
        {"words::ofNumber(0)", "zero"},
        {"words::ofNumber(7)", "seven"},
        {"words::ofNumber(10)", "ten"},
        {"words::ofNumber(19)", "nineteen"},
        {"words::ofNumber(20)", "twenty"},
        {"words::ofNumber(21)", "twenty one"},
        {"words::ofNumber(90)", "ninety"},
        {"words::ofNumber(99)", "ninety nine"},
        {"words::ofNumber(100)", "one hundred"},
        {"words::ofNumber(115)", "one hundred fifteen"},
        {"words::ofNumber(342)", "three hundred forty two"},
        {"words::ofNumber(1000)", "one thousand"},
        {"words::ofNumber(1001)", "one thousand one"},
        {"words::ofNumber(9999)", "nine thousand nine hundred ninety nine"},
        {"words::ofNumber(10000)", "ten thousand"},
        {"words::ofNumber(512000)", "five hundred twelve thousand"},
        {"words::ofNumber(2000003)", "two million three"},
        {"words::ofNumber(1000000000)", "one zero zero zero zero zero zero zero zero zero"},
        {"words::ofNumber(-1)", ""},
        {"words::ofNumber(\"5\")", ""},
        {"words::ofNumber(null)", ""},
        {"words::ofCount(0, \"call\")", "zero calls"},
        {"words::ofCount(1, \"caller\")", "one caller"},
        {"words::ofCount(2, \"minute\")", "two minutes"},
        {"words::ofCount(21, \"day\")", "twenty one days"},
        {"words::ofDate(DateByMonthDay(2026,11,21))", "November twenty first twenty twenty six"},
        {"words::ofDate(DateByMonthDay(2000,1,1))", "January first two thousand"},
        {"words::ofDate(DateByMonthDay(2005,3,2))", "March second two thousand five"},
        {"words::ofDate(DateByMonthDay(2005,2,30))", ""},
        {"words::ofDate(DateByMonthDay(2010,3,30))", "March thirtieth twenty ten"},
        {"words::ofDate(DateByMonthDay(1905,12,31))", "December thirty first nineteen oh five"},
        {"words::ofDate(DateByMonthDay(1900,8,12))", "August twelfth nineteen hundred"},
        {"words::ofDate(Date(0))", ""},
        {"words::ofDate(5)", ""},
        {"words::ofTime(0)", "twelve A M"},
        {"words::ofTime(9*3600+5*60)", "nine oh five A M"},
        {"words::ofTime(12*3600)", "twelve P M"},
        {"words::ofTime(18*3600+30*60)", "six thirty P M"},
        {"words::ofTime(DateByMonthDay(2026,11,21)+23*3600+59*60)", "eleven fifty nine P M"},
        {"words::ofTime(86400)", ""},
        {"words::ofDigits(\"8*0#\")", "eight star zero pound"},
    });
    rows("russian", {
        {"words::ofNumber(0)", "ноль"},
        {"words::ofNumber(1)", "один"},
        {"words::ofNumber(2)", "два"},
        {"words::ofNumber(21)", "двадцать один"},
        {"words::ofNumber(40)", "сорок"},
        {"words::ofNumber(100)", "сто"},
        {"words::ofNumber(212)", "двести двенадцать"},
        {"words::ofNumber(1000)", "одна тысяча"},
        {"words::ofNumber(2000)", "две тысячи"},
        {"words::ofNumber(5000)", "пять тысяч"},
        {"words::ofNumber(9999)", "девять тысяч девятьсот девяносто девять"},
        {"words::ofNumber(10000)", "десять тысяч"},
        {"words::ofNumber(11000)", "одиннадцать тысяч"},
        {"words::ofNumber(21000)", "двадцать одна тысяча"},
        {"words::ofNumber(152002)", "сто пятьдесят две тысячи два"},
        {"words::ofNumber(1000000)", "один миллион"},
        {"words::ofNumber(3004005)", "три миллиона четыре тысячи пять"},
        {"words::ofNumber(12000000)", "двенадцать миллионов"},
        {"words::ofCount(0, \"call\")", "ноль звонков"},
        {"words::ofCount(1, \"call\")", "один звонок"},
        {"words::ofCount(2, \"call\")", "два звонка"},
        {"words::ofCount(5, \"caller\")", "пять звонков"},
        {"words::ofCount(11, \"call\")", "одиннадцать звонков"},
        {"words::ofCount(14, \"call\")", "четырнадцать звонков"},
        {"words::ofCount(21, \"call\")", "двадцать один звонок"},
        {"words::ofCount(22, \"call\")", "двадцать два звонка"},
        {"words::ofCount(111, \"call\")", "сто одиннадцать звонков"},
        {"words::ofCount(1, \"minute\")", "одна минута"},
        {"words::ofCount(2, \"minute\")", "две минуты"},
        {"words::ofCount(12, \"second\")", "двенадцать секунд"},
        {"words::ofCount(31, \"minute\")", "тридцать одна минута"},
        {"words::ofCount(1, \"message\")", "одно сообщение"},
        {"words::ofCount(2, \"message\")", "два сообщения"},
        {"words::ofCount(101, \"message\")", "сто одно сообщение"},
        {"words::ofCount(3, \"participant\")", "три участника"},
        {"words::ofCount(4, \"day\")", "четыре дня"},
        {"words::ofDate(DateByMonthDay(2026,11,21))", "двадцать первое ноября две тысячи двадцать шестого года"},
        {"words::ofDate(DateByMonthDay(2000,1,1))", "первое января двухтысячного года"},
        {"words::ofDate(DateByMonthDay(2003,5,3))", "третье мая две тысячи третьего года"},
        {"words::ofDate(DateByMonthDay(2012,2,29))", "двадцать девятое февраля две тысячи двенадцатого года"},
        {"words::ofDate(DateByMonthDay(2020,6,20))", "двадцатое июня две тысячи двадцатого года"},
        {"words::ofDate(DateByMonthDay(2100,7,30))", "тридцатое июля две тысячи сотого года"},
        {"words::ofDate(DateByMonthDay(1900,3,31))", "тридцать первое марта тысяча девятисотого года"},
        {"words::ofDate(DateByMonthDay(1999,12,13))", "тринадцатое декабря тысяча девятьсот девяносто девятого года"},
        {"words::ofTime(0)", "ноль часов ровно"},
        {"words::ofTime(3600)", "один час ровно"},
        {"words::ofTime(3*3600+60)", "три часа одна минута"},
        {"words::ofTime(9*3600+5*60)", "девять часов пять минут"},
        {"words::ofTime(21*3600+22*60+59)", "двадцать один час двадцать две минуты"},
        {"words::ofTime(23*3600+11*60)", "двадцать три часа одиннадцать минут"},
        {"words::ofDigits(\"8*0#\")", "восемь звёздочку ноль решётку"},
    });
}

void TestStockSpeech::words()
{
    QFETCH(QString, language);
    QFETCH(QString, expression);
    QFETCH(QString, heard);
    const auto lists = spoken(language, u"  SysLog("_s + expression + u");"_s);
    QCOMPARE(lists.size(), 1);
    QCOMPARE(sentence(language, lists.first()), heard);
}

void TestStockSpeech::sweep_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("count");
    for (const char *language : {"english", "russian"}) {
        const auto row = [&](const char *what, const char *body, int count) {
            QTest::addRow("%s %s", language, what) << QString::fromUtf8(language) << QString::fromUtf8(body) << count;
        };
        row("numbers", "for i = 0 while i <= 10000 by i += 1 loop SysLog(words::ofNumber(i)); end loop;", 10'001);
        row("minutes", "for i = 0 while i <= 2000 by i += 1 loop SysLog(words::ofCount(i, \"minute\")); end loop;", 2001);
        row("messages", "for i = 0 while i <= 2000 by i += 1 loop SysLog(words::ofCount(i, \"message\")); end loop;", 2001);
        row("days of a leap year",
            "for i = 1 while i <= 366 by i += 1 loop SysLog(words::ofDate(DateByYearDay(2028, i))); end loop;", 366);
        row("years", "for i = 1000 while i <= 9998 by i += 1 loop SysLog(words::ofDate(DateByMonthDay(i, 1, 2))); end loop;",
            8999);
        row("minutes of a day", "for i = 0 while i < 1440 by i += 1 loop SysLog(words::ofTime(i * 60)); end loop;", 1440);
    }
}

/// Whatever is said has a text and a file, and no two numbers, dates or times sound the same.
void TestStockSpeech::sweep()
{
    QFETCH(QString, language);
    QFETCH(QString, body);
    QFETCH(int, count);
    const auto lists = spoken(language, body);
    QCOMPARE(lists.size(), count);
    QSet<QString> sentences;
    QSet<QString> prompts;
    for (const QStringList &list : lists) {
        prompts.unite(QSet<QString>(list.begin(), list.end()));
        const QString text = sentence(language, list);
        QVERIFY2(!text.isEmpty() && !text.contains(u'?'), qPrintable(text));
        QVERIFY2(!sentences.contains(text), qPrintable(text));
        sentences << text;
    }
    for (const QString &prompt : prompts)
        QVERIFY2(QFile::exists(promptFile(language, prompt)), qPrintable(prompt));
}

QTEST_GUILESS_MAIN(TestStockSpeech)
#include "tst_stock_speech.moc"
