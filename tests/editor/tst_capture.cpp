// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/prompts/capture.h"

#include <QProcess>
#include <QTest>

using namespace pbx;

/// A microphone that goes while it is listened to, and comes back.
class TestCapture : public QObject {
    Q_OBJECT

    QString m_module;

    static QString pactl(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("pactl"), arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    /// The desktop has `mic`; this one is another, of another rate, and the one in use.
    void plugIn()
    {
        m_module = pactl({QStringLiteral("load-module"), QStringLiteral("module-remap-source"), QStringLiteral("master=voice.monitor"),
                          QStringLiteral("source_name=headset"), QStringLiteral("rate=48000"), QStringLiteral("channels=1")});
        QVERIFY(m_module.toInt() > 0);
        pactl({QStringLiteral("set-default-source"), QStringLiteral("headset")});
    }
    void unplug()
    {
        pactl({QStringLiteral("unload-module"), m_module});
        m_module.clear();
        pactl({QStringLiteral("set-default-source"), QStringLiteral("mic")});
    }

private Q_SLOTS:
    void init() { plugIn(); }
    void cleanup()
    {
        if (!m_module.isEmpty())
            unplug();
    }

    void takeSurvivesItsMicrophone()
    {
        editor::Capture capture;
        QTRY_COMPARE(capture.device(), QByteArray("headset"));
        int levels = 0;
        connect(&capture, &editor::Capture::level, this, [&] { ++levels; });
        QTRY_VERIFY(levels > 0);
        capture.startRecording();
        QTest::qWait(800);
        unplug();
        QTRY_VERIFY_WITH_TIMEOUT(capture.device() != "headset", 10'000);
        QVERIFY(capture.recording()); // the person ends it, and hears what there is
        const audio::Sound take = capture.stopRecording();
        QCOMPARE(take.sampleRate, audio::TelephoneRate);
        QVERIFY2(take.durationMs() >= 300 && take.durationMs() < 12'000, qPrintable(QString::number(take.durationMs())));
    }

    void chosenOneIsReturnedTo()
    {
        editor::Capture capture;
        capture.choose("headset");
        QCOMPARE(capture.device(), QByteArray("headset"));
        unplug();
        QTRY_VERIFY_WITH_TIMEOUT(capture.device() != "headset", 10'000);
        QVERIFY(capture.problem().isEmpty()); // the default one has taken over
        plugIn();
        QTRY_COMPARE_WITH_TIMEOUT(capture.device(), QByteArray("headset"), 10'000);
    }
};

QTEST_MAIN(TestCapture)
#include "tst_capture.moc"
