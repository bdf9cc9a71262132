// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/convert.h"
#include "environment/audio/loudness.h"
#include "environment/audio/speech.h"
#include "environment/data/objects.h"
#include "environment/files/atomic_file.h"
#include "environment/prompts/prompt_matrix.h"
#include "environment/prompts/voice_script.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace pbx;
using prompts::State;

namespace {

audio::Sound joined(std::initializer_list<audio::Sound> parts)
{
    audio::Sound all;
    for (const audio::Sound &part : parts)
        all.samples.insert(all.samples.end(), part.samples.begin(), part.samples.end());
    return all;
}

/// Talk-like: tone bursts with pauses of a tenth of a second.
audio::Sound bursts(double level)
{
    audio::Sound all;
    for (int i = 0; i < 6; ++i) {
        const auto burst = audio::tone(300 + 120 * i, 180, level);
        all.samples.insert(all.samples.end(), burst.samples.begin(), burst.samples.end());
        const auto pause = audio::silence(100);
        all.samples.insert(all.samples.end(), pause.samples.begin(), pause.samples.end());
    }
    return all;
}

} // namespace

/// Prompts made alike, spoken by the computer, and what is known of them.
class TestPrompts : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        [&] { QVERIFY(files::saveFile(path, bytes)); }();
        return path;
    }
    files::Workspace workspace()
    {
        files::Workspace::Options options;
        options.stock = m_folder.filePath(QStringLiteral("stock"));
        return std::move(*files::Workspace::open(m_folder.filePath(QStringLiteral("w")), options));
    }

private Q_SLOTS:
    /// A sine of -23 dBFS (its peak) is -23 LUFS less 3.01 dB and K-weighting: R 128 gives 1 kHz at -20 dBFS rms as -20 LUFS ± 0.7.
    void loudnessOfASine()
    {
        const audio::Measure measure = audio::measure(audio::tone(997, 5000, -17));
        QVERIFY2(std::abs(measure.loudness - -20) < 0.8, qPrintable(QString::number(measure.loudness)));
        QVERIFY(std::abs(measure.peak - -17) < 0.2);
        QCOMPARE(measure.clipped, 0);
        QVERIFY(!std::isfinite(audio::measure(audio::silence(3000)).loudness));
        QVERIFY(!std::isfinite(audio::measure({}).loudness));
    }

    void levelled_data()
    {
        QTest::addColumn<double>("level");
        for (const double level : {-1.0, -6.0, -20.0, -35.0, -50.0})
            QTest::addRow("%g dB", level) << level;
    }
    void levelled()
    {
        QFETCH(double, level);
        const audio::Measure measure = audio::measure(audio::levelled(bursts(level)));
        QVERIFY2(std::abs(measure.loudness - audio::PromptLoudness) < 1.0, qPrintable(QString::number(measure.loudness)));
        QVERIFY(measure.peak <= audio::PromptCeiling + 0.1);
    }
    void levellingSilenceAndClicksIsHarmless()
    {
        QCOMPARE(audio::levelled(audio::silence(500)), audio::silence(500));
        QCOMPARE(audio::levelled({}), audio::Sound());
        audio::Sound click = audio::silence(1000);
        click.samples[4000] = 32767;
        for (const std::int16_t sample : audio::levelled(click).samples)
            QVERIFY(std::abs(int(sample)) <= 32767);
        QCOMPARE(audio::levelled(click).samples.size(), click.samples.size());
    }

    void trimmedKeepsTheSpeech()
    {
        const audio::Sound speech = bursts(-12);
        const audio::Sound sound = joined({audio::silence(900), speech, audio::silence(1500)});
        const audio::Measure before = audio::measure(sound);
        QVERIFY(std::abs(before.leadingMs - 900) <= 10);
        QVERIFY(std::abs(before.trailingMs - 1600) <= 10); // the last pause is silence too
        const auto cut = audio::trimmed(sound);
        const auto wanted = speech.durationMs() - 100 + 60 + 120;
        QVERIFY2(std::abs(cut.durationMs() - wanted) <= 20, qPrintable(QString::number(cut.durationMs())));
        QCOMPARE(audio::trimmed(audio::silence(700)), audio::silence(700));
        QCOMPARE(audio::trimmed({}), audio::Sound());
        QCOMPARE(audio::trimmed(cut).durationMs(), cut.durationMs()); // twice is once
    }
    void noiseOfTheRoomIsNoSpeech()
    {
        audio::Sound sound = joined({audio::silence(800), bursts(-15), audio::silence(800)});
        unsigned seed = 7;
        for (std::int16_t &sample : sound.samples) {
            seed = seed * 1664525 + 1013904223;
            sample = std::int16_t(std::clamp(int(sample) + int(seed >> 24) - 128, -32768, 32767)); // about -48 dBFS
        }
        const audio::Measure measure = audio::measure(sound);
        QVERIFY2(std::abs(measure.leadingMs - 800) <= 20, qPrintable(QString::number(measure.leadingMs)));
    }

    void clippingIsSeen()
    {
        audio::Sound sound = audio::tone(200, 1000, 0);
        for (std::int16_t &sample : sound.samples)
            sample = std::int16_t(std::clamp(int(sample) * 3, -32768, 32767));
        QVERIFY(audio::measure(sound).clipped > 1000);
    }

    void encodings_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QString>("format");
        QTest::addRow("pcm") << int(audio::Encoding::Pcm16) << QStringLiteral("PCM 16 bit");
        QTest::addRow("alaw") << int(audio::Encoding::ALaw) << QStringLiteral("A-law");
        QTest::addRow("mulaw") << int(audio::Encoding::MuLaw) << QStringLiteral("µ-law");
    }
    void encodings()
    {
        QFETCH(int, encoding);
        QFETCH(QString, format);
        const audio::Sound sound = bursts(-12);
        const QByteArray bytes = audio::toFile(sound, audio::Encoding(encoding));
        const auto info = audio::probeData(bytes);
        QVERIFY(info);
        QCOMPARE(info->format, format);
        QCOMPARE(info->sampleRate, 8000);
        QCOMPARE(info->channels, 1);
        QCOMPARE(info->durationMs, sound.durationMs());
        const auto back = audio::readAny(write(QStringLiteral("back.wav"), bytes));
        QVERIFY(back);
        QVERIFY(std::abs(audio::measure(*back).loudness - audio::measure(sound).loudness) < 0.3);
    }
    void whatIsNoSoundIsRefused()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("RIFF"), QByteArray(100'000, 'x'), QByteArray("<html></html>")}) {
            const auto read = audio::readAny(write(QStringLiteral("no.wav"), bytes));
            QVERIFY(!read);
            QVERIFY(!read.error().isEmpty());
        }
        QVERIFY(!audio::readAny(m_folder.filePath(QStringLiteral("nowhere.wav"))));
        const QByteArray good = audio::toWav(bursts(-12));
        for (int length = 0; length < 200; ++length)
            (void)audio::readAny(write(QStringLiteral("cut.wav"), good.left(length)));
    }

    void theComputerSpeaks()
    {
        QCOMPARE(audio::voiceFor("russian"), QStringLiteral("ru"));
        QCOMPARE(audio::voiceFor(""), QStringLiteral("en"));
        QVERIFY(audio::voiceFor("klingon").isEmpty());
        const auto russian = audio::speak(QStringLiteral("Здравствуйте! Вы позвонили в компанию."), audio::voiceFor("russian"));
        QVERIFY2(russian, qPrintable(russian ? QString() : russian.error()));
        QVERIFY(russian->durationMs() > 1200 && russian->durationMs() < 6000);
        QCOMPARE(russian->sampleRate, 8000);
        QVERIFY(std::abs(audio::measure(*russian).loudness - audio::PromptLoudness) < 1.0);
        // The voice breathes a little differently each time, but it takes no longer.
        QVERIFY(std::abs(audio::speak(QStringLiteral("Здравствуйте! Вы позвонили в компанию."), QStringLiteral("ru"))->durationMs() - russian->durationMs()) < 100);
        QCOMPARE(audio::speak({}, QStringLiteral("ru"))->durationMs(), 500);
        QVERIFY(!audio::speak(QStringLiteral("a"), {}));
        QVERIFY(!audio::speak(QStringLiteral("a"), QStringLiteral("no-such-voice")));
        QVERIFY(!audio::speak(QString(20'000, u'a'), QStringLiteral("en")));
    }

    void matrix()
    {
        const QByteArray wav = audio::toWav(bursts(-12));
        write(QStringLiteral("w/workspace.settings"), "{\n DefaultDomain = d.example;\n}\n");
        write(QStringLiteral("w/domains/d.example/accounts/a.settings"), "{\n Preferences = {Language = Russian;};\n}\n");
        write(QStringLiteral("w/domains/d.example/environment/p.sppr"),
              "entry Main is\n  PlayFile(\"one\");\n  PlayFile(\"two\");\n  PlayFile(\"three\");\n  PlayFile(\"four\");\n  PlayFile(\"five\");\nend entry;\n");
        write(QStringLiteral("stock/one.wav"), wav);
        write(QStringLiteral("stock/russian/two.wav"), wav);
        write(QStringLiteral("w/domains/d.example/environment/russian/three.wav"), wav);
        write(QStringLiteral("w/domains/d.example/environment/russian/four.wav"), wav);
        write(QStringLiteral("w/domains/d.example/environment/russian/spare.wav"), wav);
        write(QStringLiteral("w/domains/d.example/environment/russian/broken.wav"), "RIFFnothing");
        write(QStringLiteral("w/domains/d.example/prompts/russian.txt"), "three = три\nfour = четыре\n");
        {
            files::Workspace open = workspace();
            prompts::Recordings known = prompts::Recordings::read(open, "d.example", "russian");
            known.set("three", {prompts::Origin::Speech, "три", prompts::digestOf(wav)});
            known.set("FOUR", {prompts::Origin::Recorded, "четвёртый", prompts::digestOf(wav)});
            known.set("spare", {prompts::Origin::Speech, "", "of another file"});
            QVERIFY(files::saveFile(prompts::Recordings::file(open, "d.example", "russian"), known.toBytes()));
        }
        const files::Workspace open = workspace();
        QVERIFY(open.problems().empty());
        const accounts::Directory directory = files::loadDirectory(open);
        const prompts::Matrix matrix = prompts::promptMatrix(open, directory, "d.example");
        QCOMPARE(matrix.languages, (std::vector<std::string>{"", "russian"}));
        const auto state = [&](const char *name, int column) {
            const auto row = std::ranges::find(matrix.rows, std::string(name), &prompts::Row::name);
            return row == matrix.rows.end() ? std::string("no row") : std::string(prompts::stateName(row->cells[size_t(column)].state));
        };
        QCOMPARE(state("one", 0), "inherited");
        QCOMPARE(state("one", 1), "fallback");
        QCOMPARE(state("two", 0), "missing");
        QCOMPARE(state("two", 1), "inherited");
        QCOMPARE(state("three", 1), "placeholder");
        QCOMPARE(state("four", 1), "stale");
        QCOMPARE(state("five", 1), "missing");
        QCOMPARE(state("spare", 1), "own"); // exchanged since: nobody's stand-in
        QCOMPARE(state("broken", 1), "wrong-format");
        const auto spare = std::ranges::find(matrix.rows, std::string("spare"), &prompts::Row::name);
        QVERIFY(spare->users.empty());

        files::PromptTexts texts = *open.prompts("d.example", "russian");
        texts.setText("five", "пять, \"сразу\"");
        const QByteArray script = prompts::voiceScript(matrix, "russian", {"five", "four"}, texts);
        QVERIFY(script.startsWith("\xef\xbb\xbf"));
        QVERIFY(script.contains("1,\"russian/five.wav\",\"пять, \"\"сразу\"\"\",\"domains/d.example/environment/p.sppr\""));
        QVERIFY(script.contains("2,\"russian/four.wav\",\"четыре\""));
    }

    /// A broken file is told, and not written over.
    void brokenRecordings()
    {
        write(QStringLiteral("w/domains/d.example/prompts/russian.recordings"), "{ three = ");
        QVERIFY(prompts::Recordings::read(workspace(), "d.example", "russian").broken());
    }
};

QTEST_GUILESS_MAIN(TestPrompts)
#include "tst_prompts.moc"
