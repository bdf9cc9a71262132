// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/audio/sound_file.h"
#include "environment/files/atomic_file.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace pbx;

namespace {

/// A sink of the sound server for this test alone.
class Sink {
public:
    explicit Sink(const QString &name)
    {
        QProcess process;
        process.start(QStringLiteral("pactl"), {QStringLiteral("load-module"), QStringLiteral("module-null-sink"),
                                                QStringLiteral("sink_name=") + name});
        if (process.waitForFinished(10'000) && process.exitCode() == 0)
            m_module = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    ~Sink()
    {
        if (ok())
            QProcess::execute(QStringLiteral("pactl"), {QStringLiteral("unload-module"), m_module});
    }
    bool ok() const { return !m_module.isEmpty(); }

private:
    QString m_module;
};

audio::Sound part(const audio::Sound &whole, int fromMs, int toMs)
{
    const auto at = [&](int ms) { return std::min(std::size_t(ms) * 8, whole.samples.size()); };
    audio::Sound sound;
    sound.samples.assign(whole.samples.begin() + qsizetype(at(fromMs)), whole.samples.begin() + qsizetype(at(toMs)));
    return sound;
}

/// Of a pure tone, in Hz.
double pitch(const audio::Sound &sound)
{
    int crossings = 0;
    for (std::size_t i = 1; i < sound.samples.size(); ++i)
        crossings += (sound.samples[i - 1] < 0) != (sound.samples[i] < 0);
    return sound.samples.empty() ? 0 : crossings * 4000.0 / double(sound.samples.size());
}

} // namespace

/// `pbx call --sound`: the loudspeaker, the microphone and --record together, on a real sound server.
class TestCallSound : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void microphoneIsRecordedAndPlayedBack();
    void recordInVirtualTime();
    void withoutASoundServer();

private:
    QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QTemporaryDir m_folder;
};

void TestCallSound::initTestCase()
{
    QVERIFY(files::saveFile(file("workspace.settings"), "{ DefaultDomain = \"d.example\"; }"));
    QVERIFY(files::saveFile(file("domains/d.example/accounts/ivanov.settings"), "{}"));
    QVERIFY(files::saveFile(file("domains/d.example/environment/echo.sppr"),
                            "entry main is\n  Void(AcceptCall());\n  PlayTone(500, 1000);\n  voice = Record(2);\n"
                            "  Play(voice);\nend entry;\n"));
}

void TestCallSound::microphoneIsRecordedAndPlayedBack()
{
    if (qEnvironmentVariableIsEmpty("PULSE_SERVER"))
        QSKIP("needs the private sound server of tests/run");
    const Sink speaker(QStringLiteral("call_speaker"));
    const Sink mouth(QStringLiteral("call_mouth"));
    QVERIFY(speaker.ok() && mouth.ok());
    QVERIFY(audio::write(file("say.wav"), audio::tone(700, 15'000, -6.0)).has_value());

    QProcess voice;
    voice.start(QStringLiteral("paplay"), {QStringLiteral("--latency-msec=20"), QStringLiteral("-d"),
                                           QStringLiteral("call_mouth"), file("say.wav")});
    QProcess ear;
    ear.setStandardOutputFile(file("heard.raw"));
    ear.start(QStringLiteral("parec"), {QStringLiteral("-d"), QStringLiteral("call_speaker.monitor"), QStringLiteral("--raw"),
                                        QStringLiteral("--format=s16le"), QStringLiteral("--rate=8000"),
                                        QStringLiteral("--channels=1"), QStringLiteral("--latency-msec=20")});
    QVERIFY(voice.waitForStarted() && ear.waitForStarted());

    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PULSE_SINK"), QStringLiteral("call_speaker"));
    environment.insert(QStringLiteral("PULSE_SOURCE"), QStringLiteral("call_mouth.monitor"));
    QProcess call;
    call.setProcessEnvironment(environment);
    call.start(QStringLiteral(PBX_PROGRAM), {QStringLiteral("call"), QStringLiteral("--sound"), QStringLiteral("--record"),
                                             file("heard.wav"), m_folder.path(), QStringLiteral("echo#ivanov")});
    QVERIFY(call.waitForFinished(30'000));
    QCOMPARE(call.readAllStandardError(), QByteArray());
    QCOMPARE(call.exitCode(), 0);
    ear.kill();
    ear.waitForFinished();
    voice.kill();
    voice.waitForFinished();

    const auto heard = audio::read(file("heard.wav"));
    QVERIFY2(heard.has_value(), "no recording");
    QVERIFY(std::abs(pitch(part(*heard, 100, 900)) - 500) < 10);
    QVERIFY(audio::levels(part(*heard, 1'100, 2'900)).rms < -60);
    // What the microphone gave is played back; it begins as late as the device did.
    QVERIFY2(std::abs(pitch(part(*heard, 3'500, 4'500)) - 700) < 15, qPrintable(QString::number(pitch(part(*heard, 3'500, 4'500)))));
    QVERIFY(audio::levels(part(*heard, 3'500, 4'500)).rms > -20);
    QCOMPARE(heard->durationMs(), 5'000 + 2'000); // the tone of a call that is over behind it

    // The loudspeaker had the same: a second of 500 Hz, two of silence, about two of 700 Hz.
    audio::Sound out;
    QFile stream(file("heard.raw"));
    QVERIFY(stream.open(QIODevice::ReadOnly));
    const QByteArray raw = stream.readAll();
    out.samples.resize(std::size_t(raw.size()) / 2);
    std::memcpy(out.samples.data(), raw.constData(), out.samples.size() * 2);
    int low = 0;
    int high = 0;
    for (int ms = 0; ms + 50 <= out.durationMs(); ms += 50) {
        const auto block = part(out, ms, ms + 50);
        if (audio::levels(block).rms < -40)
            continue;
        low += std::abs(pitch(block) - 500) < 25;
        high += std::abs(pitch(block) - 700) < 25;
    }
    QVERIFY2(low >= 17 && low <= 22, qPrintable(QString::number(low)));
    QVERIFY2(high >= 30 && high <= 41, qPrintable(QString::number(high)));
}

void TestCallSound::recordInVirtualTime()
{
    QVERIFY(audio::write(file("voice.wav"), audio::tone(900, 1'200, -12.0)).has_value());
    QProcess call;
    call.start(QStringLiteral(PBX_PROGRAM), {QStringLiteral("call"), QStringLiteral("--record"), file("virtual.wav"),
                                             QStringLiteral("--voice"), file("voice.wav"), m_folder.path(),
                                             QStringLiteral("echo#ivanov")});
    QVERIFY(call.waitForFinished(30'000));
    QCOMPARE(call.exitCode(), 0);
    const auto heard = audio::read(file("virtual.wav"));
    QVERIFY2(heard.has_value(), "no recording");
    QVERIFY(std::abs(pitch(part(*heard, 100, 900)) - 500) < 10);
    QVERIFY(audio::levels(part(*heard, 1'010, 2'990)).rms < -90);
    QVERIFY(std::abs(pitch(part(*heard, 3'050, 4'150)) - 900) < 10);
    QVERIFY(std::abs(audio::levels(part(*heard, 3'050, 4'150)).peak + 12.0) < 0.5);
    QVERIFY(audio::levels(part(*heard, 4'250, 4'990)).rms < -90);

    call.start(QStringLiteral(PBX_PROGRAM), {QStringLiteral("call"), QStringLiteral("--record"),
                                             file("no/such/folder.wav"), m_folder.path(), QStringLiteral("echo#ivanov")});
    QVERIFY(call.waitForFinished(30'000));
    QCOMPARE(call.exitCode(), 2);
    QVERIFY(call.readAllStandardError().contains("--record: "));
}

void TestCallSound::withoutASoundServer()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PULSE_SERVER"), QStringLiteral("unix:/nowhere"));
    environment.insert(QStringLiteral("PULSE_CLIENTCONFIG"), QStringLiteral("/dev/null"));
    QProcess call;
    call.setProcessEnvironment(environment);
    call.start(QStringLiteral(PBX_PROGRAM), {QStringLiteral("call"), QStringLiteral("--sound"), QStringLiteral("--limit"),
                                             QStringLiteral("1"), m_folder.path(), QStringLiteral("echo#ivanov")});
    QVERIFY(call.waitForFinished(30'000));
    QCOMPARE(call.exitCode(), 0);
    QVERIFY(call.readAllStandardError().contains("the call goes on silently"));
}

QTEST_GUILESS_MAIN(TestCallSound)
#include "tst_call_sound.moc"
