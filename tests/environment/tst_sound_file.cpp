// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/convert.h"
#include "environment/audio/resampler.h"
#include "environment/audio/sound.h"
#include "environment/audio/sound_file.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/stat.h>

#include <cmath>
#include <numbers>

using namespace pbx::audio;

namespace {

template<typename Number>
QByteArray little(Number value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

template<typename Number>
QByteArray big(Number value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

struct WavHeader {
    quint16 format = 1;
    quint16 channels = 1;
    quint32 rate = 8000;
    quint16 blockAlign = 2;
    quint16 bits = 16;
    quint32 byteRate = 16000;
    QByteArray extra = {}; ///< behind the bits: size and what the format needs
    QByteArray before = {}; ///< chunks in front of the data
    qint64 claimedData = -1; ///< what the data chunk says it holds; -1: the truth
};

QByteArray wav(const WavHeader &header, const QByteArray &data)
{
    const QByteArray fmt = little(header.format) + little(header.channels) + little(header.rate)
        + little(header.byteRate) + little(header.blockAlign) + little(header.bits) + header.extra;
    const auto claimed = static_cast<quint32>(header.claimedData < 0 ? data.size() : header.claimedData);
    const QByteArray body =
        "WAVEfmt " + little(quint32(fmt.size())) + fmt + header.before + "data" + little(claimed) + data;
    return "RIFF" + little(quint32(body.size())) + body;
}

QByteArray riff(const QByteArray &chunks)
{
    return "RIFF" + little(quint32(chunks.size() + 4)) + "WAVE" + chunks;
}

QByteArray plainFormat(quint16 channels = 1, quint32 rate = 8000)
{
    return wav({.channels = channels, .rate = rate, .blockAlign = quint16(2 * channels), .byteRate = rate * 2 * channels}, {})
        .mid(12, 24);
}

WavHeader gsmHeader()
{
    WavHeader header;
    header.format = 0x31;
    header.blockAlign = 65;
    header.bits = 0;
    header.byteRate = 1625;
    header.extra = little(quint16(2)) + little(quint16(320));
    return header;
}

QByteArray au(quint32 encoding, quint32 rate, quint32 channels, const QByteArray &data)
{
    return ".snd" + big(quint32(24)) + big(quint32(data.size())) + big(encoding) + big(rate) + big(channels) + data;
}

// How strong a sine of that frequency is in the middle of the sound, in dBFS of its peak.
double strength(const Sound &sound, double frequency)
{
    const std::size_t margin = sound.samples.size() / 10;
    double real = 0.0;
    double imaginary = 0.0;
    double weights = 0.0;
    for (std::size_t i = margin; i < sound.samples.size() - margin; ++i) {
        const double part = static_cast<double>(i - margin) / static_cast<double>(sound.samples.size() - 2 * margin);
        const double turn = 2 * std::numbers::pi * part;
        const double window = 0.42 - 0.5 * std::cos(turn) + 0.08 * std::cos(2 * turn); // Blackman
        const double angle = 2 * std::numbers::pi * frequency * static_cast<double>(i) / sound.sampleRate;
        real += window * sound.samples[i] * std::cos(angle);
        imaginary += window * sound.samples[i] * std::sin(angle);
        weights += window;
    }
    return 20 * std::log10(2 * std::hypot(real, imaginary) / weights / 32768.0);
}

QByteArray sine16(double frequency, int rate, int milliseconds, int channels = 1)
{
    QByteArray data;
    for (int i = 0; i < rate * milliseconds / 1000; ++i) {
        const auto value = qint16(std::lround(8192 * std::sin(2 * std::numbers::pi * frequency * i / rate)));
        for (int channel = 0; channel < channels; ++channel)
            data += little(value);
    }
    return data;
}

} // namespace

class TestSoundFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void formats_data();
    void formats();
    void codes();
    void namesAmongSamples();
    void bareGsm();
    void durations_data();
    void durations();
    void channelsAreMixed();
    void resamplingKeepsTheVoice_data();
    void resamplingKeepsTheVoice();
    void resamplingDropsWhatFoldsOver();
    void resamplingInPiecesIsTheSame();
    void lies_data();
    void lies();
    void anyFormat();
    void refusals_data();
    void refusals();
    void cutAnywhere_data();
    void cutAnywhere();
    void everyByteChanged();
    void mutations();
    void hostilePaths();
    void tooLong();
    void writeKeepsWhatWasThere();
    void tones();
    void keys();
    void levelsOfSounds();
    void shippedPrompts();

private:
    QTemporaryDir m_folder;
};

void TestSoundFile::roundTrip()
{
    Sound sound;
    for (int i = -32768; i <= 32767; i += 13)
        sound.samples.push_back(static_cast<std::int16_t>(i));
    const QString path = m_folder.filePath(QStringLiteral("Привет, мир.wav"));
    QVERIFY(write(path, sound));
    const auto again = read(path);
    QVERIFY2(again, qPrintable(again ? QString() : again.error()));
    QCOMPARE(again->samples, sound.samples);
    QCOMPARE(again->sampleRate, 8000);

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QCOMPARE(bytes, toWav(sound));
    const WavHeader plain;
    QCOMPARE(bytes, wav(plain, bytes.mid(44)));

    QCOMPARE(readData(toWav(Sound{}))->samples.size(), std::size_t(0));
}

void TestSoundFile::formats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("channels");
    QTest::addColumn<qint64>("frames");

    const QByteArray data(1600, '\x55');
    QTest::newRow("PCM 16") << wav({}, data) << "PCM 16 bit" << 8000 << 1 << qint64(800);
    QTest::newRow("PCM 8") << wav({.blockAlign = 1, .bits = 8, .byteRate = 8000}, data) << "PCM 8 bit" << 8000 << 1
                           << qint64(1600);
    QTest::newRow("stereo") << wav({.channels = 2, .rate = 44100, .blockAlign = 4, .byteRate = 176400}, data)
                            << "PCM 16 bit" << 44100 << 2 << qint64(400);
    QTest::newRow("A-law") << wav({.format = 6, .blockAlign = 1, .bits = 8, .byteRate = 8000}, data) << "A-law" << 8000
                           << 1 << qint64(1600);
    QTest::newRow("mu-law") << wav({.format = 7, .blockAlign = 1, .bits = 8, .byteRate = 8000}, data)
                            << QStringLiteral("µ-law") << 8000 << 1 << qint64(1600);
    QTest::newRow("GSM") << wav(gsmHeader(), QByteArray(650, '\0')) << "GSM 6.10" << 8000 << 1 << qint64(3200);
    QTest::newRow("au mu-law") << au(1, 8000, 1, data) << QStringLiteral("µ-law") << 8000 << 1 << qint64(1600);
    QTest::newRow("au A-law") << au(27, 8000, 1, data) << "A-law" << 8000 << 1 << qint64(1600);
    QTest::newRow("au PCM 8") << au(2, 11025, 1, data) << "PCM 8 bit" << 11025 << 1 << qint64(1600);
    QTest::newRow("au PCM 16") << au(3, 22050, 2, data) << "PCM 16 bit" << 22050 << 2 << qint64(400);
    const QByteArray list = "LIST" + little(quint32(16)) + "INFOISFT" + little(quint32(4)) + QByteArray("abc\0", 4)
        + "junk" + little(quint32(2)) + "xy";
    QTest::newRow("chunks in front") << wav({.before = list}, data) << "PCM 16 bit" << 8000 << 1 << qint64(800);
}

void TestSoundFile::formats()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QFETCH(int, rate);
    QFETCH(int, channels);
    QFETCH(qint64, frames);

    const auto info = probeData(bytes);
    QVERIFY2(info, qPrintable(info ? QString() : info.error()));
    QCOMPARE(info->format, format);
    QCOMPARE(info->sampleRate, rate);
    QCOMPARE(info->channels, channels);
    QCOMPARE(info->frames, frames);
    QCOMPARE(info->durationMs, frames * 1000 / rate);

    const QString path = m_folder.filePath(QStringLiteral("sound.bin"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QVERIFY(probe(path) == *info);

    const auto sound = read(path);
    QVERIFY2(sound, qPrintable(sound ? QString() : sound.error()));
    QCOMPARE(qint64(sound->samples.size()), (frames * 8000 + rate / 2) / rate);
    const auto atOwnRate = read(path, rate);
    QVERIFY(atOwnRate);
    QCOMPARE(qint64(atOwnRate->samples.size()), frames);
}

void TestSoundFile::codes()
{
    // Values of ITU-T G.711 and of offset binary.
    const auto samplesOf = [](quint16 format, const QByteArray &codes) {
        const auto sound = readData(wav({.format = format, .blockAlign = 1, .bits = 8, .byteRate = 8000}, codes));
        return sound ? sound->samples : std::vector<std::int16_t>();
    };
    QCOMPARE(samplesOf(1, QByteArray("\x80\x00\xff", 3)), (std::vector<std::int16_t>{0, -32768, 32512}));
    QCOMPARE(samplesOf(7, QByteArray("\xff\x7f\x80\x00", 4)), (std::vector<std::int16_t>{0, 0, 32124, -32124}));
    QCOMPARE(samplesOf(6, QByteArray("\xd5\x55\xaa\x2a", 4)), (std::vector<std::int16_t>{8, -8, 32256, -32256}));
}

/// A name of a chunk among the samples is sound like any other.
void TestSoundFile::namesAmongSamples()
{
    const QByteArray data = QByteArray("LISTLISTdataLISTjunk").repeated(300);
    const auto sound = readData(wav({}, data));
    QVERIFY(sound);
    QCOMPARE(sound->samples.size(), std::size_t(data.size() / 2));
    for (std::size_t i = 0; i < sound->samples.size(); ++i)
        QCOMPARE(sound->samples[i], qFromLittleEndian<qint16>(data.constData() + 2 * i));
}

void TestSoundFile::bareGsm()
{
    QByteArray frame(33, '\0');
    frame[0] = '\xd0';
    const auto info = probeData(frame.repeated(50));
    QVERIFY2(info, qPrintable(info ? QString() : info.error()));
    QCOMPARE(info->format, QStringLiteral("GSM 6.10"));
    QCOMPARE(info->durationMs, 1000);
    QCOMPARE(readData(frame.repeated(50))->samples.size(), std::size_t(8000));

    frame[0] = 'x';
    QVERIFY(!probeData(frame.repeated(50)));
}

void TestSoundFile::durations_data()
{
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<qint64>("milliseconds");

    // 16 bits mono: bytes × 1000 / (2 × rate), rounded down.
    QTest::newRow("nothing") << 8000 << 0 << qint64(0);
    QTest::newRow("below one") << 8000 << 14 << qint64(0);
    QTest::newRow("one") << 8000 << 16 << qint64(1);
    QTest::newRow("nearly two") << 8000 << 30 << qint64(1);
    QTest::newRow("three seconds") << 8000 << 48000 << qint64(3000);
    QTest::newRow("11025") << 11025 << 22048 << qint64(999);
    QTest::newRow("44100") << 44100 << 88202 << qint64(1000);
}

void TestSoundFile::durations()
{
    QFETCH(int, rate);
    QFETCH(int, bytes);
    QFETCH(qint64, milliseconds);
    const auto info =
        probeData(wav({.rate = quint32(rate), .byteRate = quint32(rate) * 2}, QByteArray(bytes, '\0')));
    QVERIFY2(info, qPrintable(info ? QString() : info.error()));
    QCOMPARE(info->durationMs, milliseconds);
}

void TestSoundFile::channelsAreMixed()
{
    QByteArray data;
    for (int i = 0; i < 100; ++i)
        data += little(qint16(1000)) + little(qint16(-3000));
    const auto sound = readData(wav({.channels = 2, .blockAlign = 4, .byteRate = 32000}, data));
    QVERIFY(sound);
    QCOMPARE(sound->samples, std::vector<std::int16_t>(100, -1000));
}

void TestSoundFile::resamplingKeepsTheVoice_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    for (const int from : {4000, 6000, 11025, 16000, 22050, 44100, 48000, 96000, 7919}) {
        QTest::addRow("%d to 8000", from) << from << 8000;
        QTest::addRow("8000 to %d", from) << 8000 << from;
    }
}

void TestSoundFile::resamplingKeepsTheVoice()
{
    QFETCH(int, from);
    QFETCH(int, to);
    const double highest = std::min(from, to) * 0.4;
    for (const double frequency : {300.0, 1000.0, highest}) {
        const auto sound = readData(
            wav({.rate = quint32(from), .byteRate = quint32(from) * 2}, sine16(frequency, from, 500)), to);
        QVERIFY(sound);
        QCOMPARE(sound->sampleRate, to);
        QVERIFY(std::abs(sound->durationMs() - 500) <= 1);
        const double level = strength(*sound, frequency);
        QVERIFY2(std::abs(level + 12.04) < 0.1, qPrintable(QStringLiteral("%1 Hz: %2").arg(frequency).arg(level)));
        // Nothing beside the tone: what remains when it is taken away is noise of 16 bits.
        const double total = levels(*sound).rms;
        QVERIFY2(std::abs(total + 15.05) < 0.2, qPrintable(QString::number(total)));
    }
}

void TestSoundFile::resamplingDropsWhatFoldsOver()
{
    // 5 kHz would come back as 3 kHz, 7 kHz as 1 kHz.
    for (const double frequency : {4100.0, 5000.0, 7000.0}) {
        const auto sound = readData(wav({.rate = 44100, .byteRate = 88200}, sine16(frequency, 44100, 500)));
        QVERIFY(sound);
        const double level = strength(*sound, 8000 - frequency);
        QVERIFY2(level < -85, qPrintable(QStringLiteral("%1 Hz: %2").arg(frequency).arg(level)));
    }
}

void TestSoundFile::resamplingInPiecesIsTheSame()
{
    std::vector<float> input;
    for (int i = 0; i < 3000; ++i)
        input.push_back(static_cast<float>((i * 7919 % 2001) - 1000) / 1000.0F);
    for (const auto &[from, to] : {std::pair{44100, 8000}, {8000, 44100}, {11025, 8000}, {8000, 8000}}) {
        std::vector<float> whole;
        Resampler atOnce(from, to);
        atOnce.push(input, whole);
        atOnce.finish(whole);
        std::vector<float> pieces;
        Resampler inPieces(from, to);
        for (std::size_t at = 0; at < input.size(); at += 7)
            inPieces.push(std::span(input).subspan(at, std::min<std::size_t>(7, input.size() - at)), pieces);
        inPieces.finish(pieces);
        QCOMPARE(pieces, whole);
    }
}

void TestSoundFile::lies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("frames"); // -1: an error

    const QByteArray data(1600, '\x11');
    QTest::newRow("data longer than the file") << wav({.claimedData = 0x7ffffff0}, data) << qint64(800);
    QTest::newRow("data of 4 GB") << wav({.claimedData = 0xffffffff}, data) << qint64(800);
    QTest::newRow("rate 0") << wav({.rate = 0, .byteRate = 0}, data) << qint64(-1);
    QTest::newRow("rate 4 GHz") << wav({.rate = 0xffffffff}, data) << qint64(-1);
    QTest::newRow("rate 7") << wav({.rate = 7, .byteRate = 14}, data) << qint64(-1);
    QTest::newRow("no channels") << wav({.channels = 0}, data) << qint64(-1);
    QTest::newRow("65535 channels") << wav({.channels = 65535, .blockAlign = 65534}, data) << qint64(-1);
    QTest::newRow("900 channels") << wav({.channels = 900, .blockAlign = 1800}, data) << qint64(-1);
    QTest::newRow("block of 0") << wav({.blockAlign = 0}, data) << qint64(-2);
    QTest::newRow("GSM, wrong block") << wav({.format = 0x31, .blockAlign = 7, .bits = 0}, data) << qint64(-2);
    QTest::newRow("block of 65535") << wav({.blockAlign = 65535}, data) << qint64(-2);
    QTest::newRow("block of 1 for 16 bits") << wav({.blockAlign = 1}, data) << qint64(-2);
    QTest::newRow("0 bits") << wav({.bits = 0}, data) << qint64(-2);
    QTest::newRow("65535 bits") << wav({.bits = 65535}, data) << qint64(-2);
    QTest::newRow("byte rate 0") << wav({.byteRate = 0}, data) << qint64(800);
    QTest::newRow("1000 channels") << wav({.channels = 1000, .blockAlign = 2000}, data) << qint64(-1);
    QTest::newRow("fmt of 0 bytes") << riff("fmt " + little(quint32(0)) + "data" + little(quint32(1600)) + data) << qint64(-2);
    QTest::newRow("fmt of 4 GB") << riff("fmt " + little(0xfffffff0U) + QByteArray(16, '\1') + data) << qint64(-2);
    QTest::newRow("fmt behind the data") << riff("data" + little(quint32(1600)) + data + plainFormat()) << qint64(-2);
    QTest::newRow("two fmt that differ")
        << riff(plainFormat() + plainFormat(2, 44100) + "data" + little(quint32(1600)) + data) << qint64(-2);
    QTest::newRow("two data") << riff(plainFormat() + QByteArray("data" + little(quint32(1600)) + data).repeated(2)) << qint64(-2);
    QTest::newRow("no fmt") << riff("data" + little(quint32(1600)) + data) << qint64(-2);
    QTest::newRow("no data") << riff(plainFormat()) << qint64(-2);
    QTest::newRow("a chunk of 4 GB in front")
        << riff(plainFormat() + "LIST" + little(0xffffffffU) + "data" + little(quint32(1600)) + data) << qint64(-2);
    QTest::newRow("a chunk that ends in itself")
        << riff(plainFormat() + "LIST" + little(0xfffffff8U) + "LIST" + little(0xfffffff8U)) << qint64(-2);
    QTest::newRow("a note that ends before itself")
        << riff(plainFormat() + "LIST" + little(quint32(36)) + "INFOIXXX" + little(0xfffffff8U) + QByteArray(24, '\0') + "data"
                + little(quint32(1600)) + data)
        << qint64(800);
    QTest::newRow("a note that ends before itself, behind a tag of another kind")
        << "ID3" + QByteArray("\x03\0\0\0\0\0\0", 7) + riff(plainFormat() + "LIST" + little(quint32(36)) + "INFOIXXX" + little(0xfffffff8U) + QByteArray(24, '\0'))
        << qint64(-2);
    QTest::newRow("a chunk of odd length") << riff(plainFormat() + "junk" + little(quint32(3)) + QByteArray("abc\0", 4) + "data"
                                                   + little(quint32(1600)) + data)
                                           << qint64(800);
    QTest::newRow("50,000 empty chunks") << riff(plainFormat() + QByteArray("junk" + little(quint32(0))).repeated(50'000) + "data"
                                                 + little(quint32(1600)) + data)
                                         << qint64(-2);
    QTest::newRow("lists in lists") << riff(plainFormat() + QByteArray("LIST" + little(quint32(1)) + "INFO").repeated(20'000)) << qint64(-2);
    QTest::newRow("RIFF of 0 bytes") << QByteArray("RIFF" + little(quint32(0)) + wav({}, data).mid(8)) << qint64(-2);
    QTest::newRow("RIFF of 4 GB") << QByteArray("RIFF" + little(0xffffffffU) + wav({}, data).mid(8)) << qint64(800);
    QTest::newRow("RIFF in RIFF") << riff(riff(riff(wav({}, data)))) << qint64(-2);
    QTest::newRow("RF64 of 8 EB") << QByteArray("RF64" + little(0xffffffffU) + "WAVEds64" + little(quint32(28))
                                                + little(quint64(1) << 62) + little(quint64(1) << 62) + little(quint64(1) << 61)
                                                + little(quint32(0)) + plainFormat() + "data" + little(0xffffffffU) + data)
                                  << qint64(-2);
    QTest::newRow("au, header of 0 bytes") << QByteArray(au(3, 8000, 1, data).replace(4, 4, big(quint32(0)))) << qint64(-2);
    QTest::newRow("au, 1000 channels") << au(3, 8000, 1000, data) << qint64(-1);
    QTest::newRow("au, no channels") << au(3, 8000, 0, data) << qint64(-1);
    QTest::newRow("au, rate 4 GHz") << au(3, 0xffffffff, 1, data) << qint64(-1);
    QTest::newRow("au without length") << QByteArray(".snd" + big(quint32(24)) + big(0xffffffffU) + big(quint32(3))
                                                     + big(quint32(8000)) + big(quint32(1)) + data)
                                       << qint64(800);
    QTest::newRow("au, data behind the end") << QByteArray(".snd" + big(quint32(0x7fffffff)) + big(quint32(10))
                                                           + big(quint32(3)) + big(quint32(8000)) + big(quint32(1)))
                                             << qint64(-2);
}

void TestSoundFile::lies()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, frames);
    const auto info = probeData(bytes);
    const auto sound = readData(bytes);
    // The reader of any format sees the same bytes: it comes back as well, and with no more than went in.
    const QString path = m_folder.filePath(QStringLiteral("lie.bin"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto any = readAny(path);
    QVERIFY2(any ? any->samples.size() <= std::size_t(bytes.size()) * 5 : !any.error().isEmpty(), QTest::currentDataTag());
    if (frames == -1) {
        QVERIFY(!info);
        QVERIFY(!sound);
        QCOMPARE(sound.error(), info.error());
        QVERIFY2(info.error().contains(QStringLiteral("8 kHz")), qPrintable(info.error()));
        QVERIFY2(info.error().endsWith(QLatin1Char('.')), qPrintable(info.error()));
    } else if (frames == -2) {
        // Either way will do, as long as no more comes out than went in.
        QVERIFY(!sound || sound->samples.size() <= std::size_t(bytes.size()) * 5);
    } else {
        QVERIFY2(info, qPrintable(info ? QString() : info.error()));
        QCOMPARE(info->frames, frames);
        QCOMPARE(qint64(sound->samples.size()), frames);
    }
}

void TestSoundFile::anyFormat()
{
    const auto save = [this](const QByteArray &bytes) {
        QFile file(m_folder.filePath(QStringLiteral("any.bin")));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    };
    const QByteArray data = sine16(440, 8000, 100);
    auto sound = readAny(save(wav({}, data)));
    QVERIFY(sound && sound->samples.size() == std::size_t(data.size() / 2));
    QByteArray frame(33, '\0');
    frame[0] = '\xd0';
    sound = readAny(save(frame.repeated(50)));
    QVERIFY2(sound && sound->durationMs() == 1000, qPrintable(sound ? QString() : sound.error()));
    QVERIFY(knowsFormat(save(frame.repeated(50))));
    QVERIFY(!knowsFormat(save("no sound, whatever it is")));
    QVERIFY(!knowsFormat(m_folder.path()));
    // Given up in the middle.
    const QString path = save(wav({}, sine16(440, 8000, 60'000)));
    double part = 0;
    sound = readAny(path, [&](double now) { return (part = now) < 0.5; });
    QVERIFY(!sound && sound.error().isEmpty());
    QVERIFY(part >= 0.5 && part < 0.6);
}

void TestSoundFile::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");

    const QByteArray data(4800, '\x11');
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("text") << QByteArray("This is no sound at all, only a text that somebody renamed.") << "not a sound";
    QTest::newRow("one byte") << QByteArray("R") << "not a sound";
    QTest::newRow("24 bit") << wav({.blockAlign = 3, .bits = 24, .byteRate = 24000}, data) << "24 bit";
    QTest::newRow("float") << wav({.format = 3, .blockAlign = 4, .bits = 32, .byteRate = 32000}, data) << "float";
    QTest::newRow("AIFF") << QByteArray("FORM" + big(quint32(4 + 26 + 16 + 8)) + "AIFFCOMM" + big(quint32(18))
                                        + big(quint16(1)) + big(quint32(4)) + big(quint16(16))
                                        + QByteArray("\x40\x0b\xfa\x00\x00\x00\x00\x00\x00\x00", 10) + "SSND"
                                        + big(quint32(16)) + big(quint32(0)) + big(quint32(0)) + QByteArray(8, '\1'))
                          << "AIFF";
}

void TestSoundFile::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const auto info = probeData(bytes);
    QVERIFY(!info);
    QVERIFY2(info.error().contains(word), qPrintable(info.error()));
    QVERIFY2(info.error().contains(QStringLiteral("8 kHz 16-bit mono PCM")), qPrintable(info.error()));
    QVERIFY(!readData(bytes));
}

void TestSoundFile::cutAnywhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray data = sine16(440, 8000, 20);
    QTest::newRow("PCM") << wav({}, data);
    QTest::newRow("mu-law") << wav({.format = 7, .blockAlign = 1, .bits = 8, .byteRate = 8000}, data);
    QTest::newRow("GSM") << wav(gsmHeader(), QByteArray(195, '\x5a'));
    QTest::newRow("au") << au(3, 8000, 1, data);
    QTest::newRow("bare GSM") << QByteArray("\xd2" + QByteArray(32, '\x3c')).repeated(4);
}

void TestSoundFile::cutAnywhere()
{
    QFETCH(QByteArray, bytes);
    const auto whole = readData(bytes);
    QVERIFY2(whole, qPrintable(whole ? QString() : whole.error()));
    std::size_t longest = 0;
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        // A copy of the very size, so that a memory checker sees a read behind it.
        const QByteArray start(bytes.constData(), length);
        const auto sound = readData(start);
        const auto info = probeData(start);
        QCOMPARE(bool(sound), bool(info));
        if (!sound) {
            QVERIFY(!sound.error().isEmpty());
            continue;
        }
        QVERIFY(sound->samples.size() <= whole->samples.size());
        QVERIFY(sound->samples.size() >= longest);
        longest = sound->samples.size();
    }
    QVERIFY(longest > 0);
}

void TestSoundFile::everyByteChanged()
{
    // Any single wrong byte in any header ends in an error or in a sound no longer than the bytes can hold.
    const QByteArray data = sine16(440, 8000, 20);
    const QList<QByteArray> files = {wav({}, data), wav(gsmHeader(), QByteArray(195, '\x5a')), au(3, 8000, 1, data)};
    for (const QByteArray &file : files) {
        for (qsizetype at = 0; at < std::min<qsizetype>(file.size(), 64); ++at) {
            for (const char value : {'\x00', '\x01', '\x7f', '\x80', '\xff'}) {
                QByteArray changed = file;
                changed[at] = value;
                const auto info = probeData(changed);
                QVERIFY(info || !info.error().isEmpty());
                QVERIFY2(!info || info->frames <= file.size() * 5 + 320, // a started GSM block counts
                         qPrintable(QStringLiteral("%1 at %2").arg(info ? info->frames : 0).arg(at)));
                const auto sound = readData(changed);
                QVERIFY(sound || !sound.error().isEmpty());
                // 8000 / 1000 Hz is the most that a changed rate can stretch it.
                QVERIFY(!sound || qint64(sound->samples.size()) <= (file.size() * 5 + 320) * 8);
            }
        }
    }
}

/// Seeds are fixed, so that a failure comes again.
void TestSoundFile::mutations()
{
    const QByteArray data = sine16(440, 8000, 20);
    const QByteArray list = "LIST" + little(quint32(16)) + "INFOISFT" + little(quint32(4)) + QByteArray("abc\0", 4);
    const QList<QByteArray> files = {wav({.before = list}, data), wav({.before = list}, data), wav(gsmHeader(), QByteArray(195, '\x5a')),
                                     au(3, 8000, 1, data)};
    int sounds = 0;
    int errors = 0;
    for (quint32 seed = 0; seed < 10'000; ++seed) {
        QRandomGenerator random(seed);
        QByteArray bytes = files[qsizetype(seed % 4)];
        for (int count = random.bounded(1, 6); count > 0 && !bytes.isEmpty(); --count) {
            // Headers are worth more than samples.
            const int at = random.bounded(std::min(int(bytes.size()), random.bounded(4) == 0 ? 100'000 : 80));
            switch (random.bounded(6)) {
            case 0: bytes[at] = char(random.generate()); break;
            case 1: bytes[at] = char(bytes[at] ^ (1 << random.bounded(8))); break;
            case 2: bytes.remove(at, random.bounded(1, 20)); break;
            case 3: bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), 24)); break;
            case 4: bytes.replace(at, 4, random.bounded(2) == 0 ? little(0xffffffffU) : little(quint32(0))); break;
            default:
                if (random.bounded(8) == 0)
                    bytes.truncate(at);
            }
        }
        bytes.squeeze(); // so that a memory checker sees a read behind the end
        const auto info = probeData(bytes);
        const auto sound = readData(bytes);
        QVERIFY2(bool(info) == bool(sound) || info->durationMs > LongestSound.count(), qPrintable(QString::number(seed)));
        if (sound) {
            ++sounds;
            // A GSM block of 65 bytes holds 320 samples; 1000 Hz is the lowest rate.
            QVERIFY2(qint64(sound->samples.size()) <= (bytes.size() * 5 + 320) * 8, qPrintable(QString::number(seed)));
        } else {
            ++errors;
            QVERIFY2(sound.error().endsWith(QLatin1Char('.')), qPrintable(sound.error()));
        }
    }
    QVERIFY2(sounds > 1000 && errors > 1000, qPrintable(QStringLiteral("%1 sounds, %2 errors").arg(sounds).arg(errors)));
}

void TestSoundFile::hostilePaths()
{
    QVERIFY(probe(m_folder.filePath(QStringLiteral("absent.wav"))).error().contains(QStringLiteral("no such file")));
    QVERIFY(read(m_folder.path()).error().contains(QStringLiteral("folder")));
    const QString pipe = m_folder.filePath(QStringLiteral("pipe.wav"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(!read(pipe)); // must not wait for somebody who writes
    QVERIFY(!probe(QStringLiteral("/dev/zero")));
    QVERIFY(!read(QString()));
    QVERIFY(!readData(toWav(silence(10)), 0));
    QVERIFY(!readData(toWav(silence(10)), -8000));
    QVERIFY(!readData(toWav(silence(10)), 1'000'000'000));
}

void TestSoundFile::tooLong()
{
    const QString path = m_folder.filePath(QStringLiteral("long.wav"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const quint32 size = 16000U * 3600U + 1600U;
    file.write(wav({.claimedData = size}, {}));
    QVERIFY(file.resize(44 + qint64(size))); // sparse
    file.close();
    const auto info = probe(path);
    QVERIFY2(info, qPrintable(info ? QString() : info.error()));
    QCOMPARE(info->durationMs, 3600100);
    const auto sound = read(path);
    QVERIFY(!sound);
    QVERIFY2(sound.error().contains(QStringLiteral("61 minutes")), qPrintable(sound.error()));
    QVERIFY(file.resize(44 + qint64(size) - 1600));
    QCOMPARE(read(path)->durationMs(), 3600000);
}

void TestSoundFile::writeKeepsWhatWasThere()
{
    const auto failed = write(m_folder.filePath(QStringLiteral("no/such/folder.wav")), silence(10));
    QVERIFY(!failed);
    QVERIFY2(failed.error().contains(QStringLiteral("can't be saved")), qPrintable(failed.error()));

    const QString path = m_folder.filePath(QStringLiteral("twice.wav"));
    QVERIFY(write(path, silence(10)));
    QVERIFY(write(path, silence(20)));
    QCOMPARE(probe(path)->durationMs, 20);
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("twice.wav*")}).size(), 1);
}

void TestSoundFile::tones()
{
    const Sound beep = tone(425, 1000, -10);
    QCOMPARE(beep.durationMs(), 1000);
    QVERIFY(std::abs(strength(beep, 425) + 10) < 0.05);
    QVERIFY(strength(beep, 850) < -80);
    QVERIFY(std::abs(levels(beep).peak + 10) < 0.1);
    QCOMPARE(tone(1000, 0).samples.size(), std::size_t(0));
    QCOMPARE(tone(1000, -5).samples.size(), std::size_t(0));
    QCOMPARE(tone(0, 100), silence(100));
    QCOMPARE(tone(4000, 100), silence(100));
    QCOMPARE(tone(-300, 100), silence(100));
    QCOMPARE(tone(std::nan(""), 100, std::nan("")), silence(100));
    QCOMPARE(tone(300, 100, -10, 4000, 1), tone(300, 100, -10));
    const Sound two = tone(350, 1000, -10, 440, 0.5);
    QVERIFY(std::abs(strength(two, 350) - strength(two, 440) - 6.02) < 0.1);
    QVERIFY(levels(two).peak <= -9.9);
    // The ends are soft: no step from silence.
    QVERIFY(std::abs(beep.samples.front()) < 300 && std::abs(beep.samples.back()) < 300);
}

void TestSoundFile::keys()
{
    const double rows[] = {697, 770, 852, 941};
    const double columns[] = {1209, 1336, 1477, 1633};
    const char signs[] = "123A456B789C*0#D";
    for (int key = 0; key < 16; ++key) {
        const auto sound = dtmf(signs[key], 200);
        QVERIFY(sound);
        QCOMPARE(sound->durationMs(), 200);
        for (int i = 0; i < 4; ++i) {
            const double low = strength(*sound, rows[i]);
            const double high = strength(*sound, columns[i]);
            QVERIFY(i == key / 4 ? std::abs(low + 10) < 0.2 : low < -50);
            QVERIFY(i == key % 4 ? std::abs(high + 10) < 0.2 : high < -50);
        }
    }
    QCOMPARE(dtmf('a', 50), dtmf('A', 50));
    QVERIFY(!dtmf('e', 50));
    QVERIFY(!dtmf('\0', 50));
    QVERIFY(!dtmf(' ', 50));
}

void TestSoundFile::levelsOfSounds()
{
    QVERIFY(std::isinf(levels(Sound{}).rms) && levels(Sound{}).rms < 0);
    QVERIFY(std::isinf(levels(silence(10)).peak));
    const Sound loudest{.samples = std::vector<std::int16_t>(100, -32768)};
    QCOMPARE(levels(loudest).peak, 0.0);
    QCOMPARE(levels(loudest).rms, 0.0);
    const Sound half{.samples = std::vector<std::int16_t>(100, 16384)};
    QVERIFY(std::abs(levels(half).rms + 6.02) < 0.01);
}

void TestSoundFile::shippedPrompts()
{
    // What callers hear first is even in level, and every text has its sound.
    const QString resources = QStringLiteral(PBX_SOURCE_DIR "/resources/");
    const QString domain = resources + QStringLiteral("example/specialists/domains/specialists.example/");
    const QList<std::pair<QString, QString>> sets = {
        {domain + QStringLiteral("prompts/russian.txt"), domain + QStringLiteral("environment/russian/")},
        {resources + QStringLiteral("prompts/english.txt"), resources + QStringLiteral("stock/")},
        {resources + QStringLiteral("prompts/russian.txt"), resources + QStringLiteral("stock/russian/")},
    };
    for (const auto &[texts, sounds] : sets) {
        QFile file(texts);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(texts));
        int count = 0;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine());
            const QString name = line.section(QLatin1Char('='), 0, 0).trimmed();
            const QString path = sounds + name + QStringLiteral(".wav");
            const auto info = probe(path);
            QVERIFY2(info, qPrintable(path));
            QCOMPARE(info->format, QStringLiteral("PCM 16 bit"));
            QCOMPARE(info->sampleRate, 8000);
            QCOMPARE(info->channels, 1);
            QVERIFY2(info->durationMs >= 200 && info->durationMs < 20'000, qPrintable(path));
            if (!line.section(QLatin1Char('='), 1).trimmed().isEmpty()) {
                const Levels level = levels(*read(path));
                QVERIFY2(level.rms > -22.5 && level.rms < -18.0 && level.peak < -3.0, qPrintable(path));
            }
            ++count;
        }
        QVERIFY(count >= 28);
    }
}

QTEST_GUILESS_MAIN(TestSoundFile)
#include "tst_sound_file.moc"
