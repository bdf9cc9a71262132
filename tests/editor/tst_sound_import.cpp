// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/prompts/prompts_panel.h"
#include "editor/sounds/sound_job.h"
#include "editor/tree/file_edits.h"
#include "environment/audio/convert.h"
#include "environment/audio/loudness.h"
#include "environment/files/atomic_file.h"
#include "tests/editor/example_desk.h"

#include <QApplication>
#include <QFileDialog>
#include <QImage>
#include <QLineEdit>
#include <QProcess>
#include <QProgressDialog>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTableView>
#include <QTcpServer>

#include <sys/stat.h>

using namespace pbx;
using namespace pbx::test;

/// Sounds of formats that a telephone has never heard of, brought into the environment. tests/editor/sounds holds a second of a tone of
/// 440 Hz, once as AAC in MP4 (44.1 kHz, stereo) and once as WMA (44.1 kHz, mono): libsndfile knows neither.
class TestSoundImport : public QObject {
    Q_OBJECT

    std::unique_ptr<ExampleDesk> m_desk;
    std::unique_ptr<QWidget> m_window;

    QString tone(const char *ending) const { return QStringLiteral(PBX_SOURCE_DIR "/tests/editor/sounds/tone.") + QLatin1StringView(ending); }
    QString path(const QString &name) const { return m_desk->path(name); }
    QString environment(const char *name) const { return m_desk->environment(name); }
    QByteArray content(const QString &path) const { return files::readFile(path).value_or("absent"); }

    editor::PromptsPanel *openPrompts()
    {
        auto *panel = open<editor::PromptsPanel>();
        auto *view = find<QTableView>("promptMatrix");
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            if (view->model()->headerData(column, Qt::Horizontal).toString() != QStringLiteral("Russian"))
                continue;
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                if (view->model()->index(row, 0).data().toString() == QStringLiteral("forivanov"))
                    view->setCurrentIndex(view->model()->index(row, column));
            }
        }
        return panel;
    }
    template<class Panel>
    Panel *open()
    {
        auto panel = std::make_unique<Panel>(&m_desk->desk);
        Panel *made = panel.get();
        m_window = std::move(panel);
        m_window->resize(1200, 800);
        m_window->show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(m_window.get())); }();
        return made;
    }
    template<class Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1StringView(name));
    }
    static QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        return process.waitForFinished(60'000) ? process.readAll().trimmed() : QByteArray("did not end");
    }
    /// What sox says of a file: the format, the length and the pitch.
    void verifyPrompt(const QString &path)
    {
        const auto soxi = [&](const char *what) { return run(QStringLiteral("soxi"), {QLatin1StringView(what), path}); };
        QCOMPARE(soxi("-r"), "8000");
        QCOMPARE(soxi("-c"), "1");
        QCOMPARE(soxi("-b"), "16");
        QCOMPARE(soxi("-e"), "Signed Integer PCM");
        const double seconds = soxi("-D").toDouble();
        QVERIFY2(seconds > 0.92 && seconds < 1.12, soxi("-D"));
        const QByteArray statistics = run(QStringLiteral("sox"), {path, QStringLiteral("-n"), QStringLiteral("stat")});
        const auto number = [&](const char *name) {
            const qsizetype at = statistics.indexOf(name);
            return at < 0 ? -1.0 : statistics.mid(statistics.indexOf(':', at) + 1).simplified().split(' ').front().toDouble();
        };
        QVERIFY2(std::abs(number("Rough   frequency") - 440) < 10, statistics);
        QVERIFY2(number("Maximum amplitude") < 0.95 && number("RMS     amplitude") > 0.02, statistics);
        const double loudness = audio::measure(*audio::read(path)).loudness;
        QVERIFY2(std::abs(loudness - audio::PromptLoudness) < 1.5, qPrintable(QString::number(loudness)));
    }
    editor::Sounds readAll(const QStringList &paths)
    {
        std::optional<editor::Sounds> result;
        editor::SoundJob::start(m_window.get(), paths, [&](const editor::Sounds &sounds) { result = sounds; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(result, 60'000); }();
        return result.value_or(editor::Sounds());
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ExampleDesk>();
        QVERIFY(m_desk->desk.isOpen());
        m_window = std::make_unique<QWidget>();
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void formats_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<double>("level"); // dBFS, as another program measured it
        QTest::newRow("AAC in MP4") << QStringLiteral("m4a") << -16.3;
        QTest::newRow("WMA") << QStringLiteral("wma") << -14.0;
    }
    void formats()
    {
        QFETCH(QString, ending);
        QFETCH(double, level);
        const QString sound = tone(qPrintable(ending));
        QVERIFY(!audio::knowsFormat(sound));
        openPrompts();
        const QByteArray before = content(environment("russian/forivanov.wav"));
        // The user's way: the button, and the file's name in the dialog.
        QString filter;
        QTimer::singleShot(0, this, [&] {
            auto *dialog = m_window->findChild<QFileDialog *>();
            if (!dialog)
                return;
            filter = dialog->nameFilters().value(0);
            dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(sound);
            QMetaObject::invokeMethod(dialog, "accept");
        });
        QTest::mouseClick(find<QPushButton>("promptImportButton"), Qt::LeftButton);
        QVERIFY2(filter.contains(QStringLiteral("*.%1 ").arg(ending)) || filter.contains(QStringLiteral("*.%1)").arg(ending)), qPrintable(filter));
        QTRY_VERIFY_WITH_TIMEOUT(content(environment("russian/forivanov.wav")) != before, 20'000);
        verifyPrompt(environment("russian/forivanov.wav"));
        QVERIFY2(m_desk->errors.isEmpty(), qPrintable(m_desk->errors.join(u'\n')));
        m_desk->desk.changes().undo();
        QCOMPARE(content(environment("russian/forivanov.wav")), before);

        // As loud as it was.
        const auto sounds = readAll({sound});
        QVERIFY(sounds.at(sound).has_value());
        const double peak = audio::levels(*sounds.at(sound)).peak;
        QVERIFY2(std::abs(peak - level) < 1, qPrintable(QString::number(peak)));
    }

    void studioFilesComeInTogetherOrNotAtAll()
    {
        auto *panel = openPrompts();
        QVERIFY(QFile::copy(tone("m4a"), path(QStringLiteral("Forivanov.M4A"))));
        QVERIFY(QFile::copy(tone("wma"), path(QStringLiteral("forpetrov.wma"))));
        QVERIFY(audio::write(path(QStringLiteral("welcome.wav")), audio::tone(440, 1000, -12)));
        QVERIFY(files::saveFile(path(QStringLiteral("operator.m4a")), content(tone("m4a")).first(2000)));
        const QByteArray before = content(environment("russian/forivanov.wav"));

        const QStringList good{path(QStringLiteral("Forivanov.M4A")), path(QStringLiteral("forpetrov.wma")), path(QStringLiteral("welcome.wav"))};
        panel->importFiles(QStringLiteral("russian"), good + QStringList{path(QStringLiteral("operator.m4a"))});
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->errors.size(), 1, 20'000);
        const QString error = m_desk->errors.takeFirst();
        QVERIFY2(error.startsWith(QStringLiteral("Nothing was imported:\noperator.m4a: It is no sound that can be read (")), qPrintable(error));
        QVERIFY2(error.contains(QStringLiteral("Save it as WAV, FLAC, Ogg or MP3.")), qPrintable(error));
        QCOMPARE(error.count(u'\n'), 1);
        QCOMPARE(content(environment("russian/forivanov.wav")), before);

        panel->importFiles(QStringLiteral("russian"), good);
        QTRY_VERIFY_WITH_TIMEOUT(content(environment("russian/forivanov.wav")) != before, 20'000);
        for (const char *name : {"russian/forivanov.wav", "russian/forpetrov.wav", "russian/welcome.wav"})
            verifyPrompt(environment(name));
        m_desk->desk.changes().undo(); // all of it is one change
        QCOMPARE(content(environment("russian/forivanov.wav")), before);
    }

    /// What the tree does with files dropped on it.
    void copiedIntoTheTree()
    {
        const QString notes = path(QStringLiteral("notes.txt"));
        const QString broken = path(QStringLiteral("broken.m4a"));
        QVERIFY(files::saveFile(notes, "sound of music\n"));
        QVERIFY(files::saveFile(broken, content(tone("m4a")).first(3000)));
        const editor::Place place{"specialists.example", {}};
        // What is no sound stays what it is.
        QCOMPARE(editor::foreignSounds({tone("m4a"), notes, environment("russian/forivanov.wav")}), QStringList{tone("m4a")});
        QVERIFY(editor::copyIn(m_desk->desk, {tone("m4a"), notes}, place, readAll({tone("m4a")})));
        QCOMPARE(run(QStringLiteral("soxi"), {QStringLiteral("-r"), environment("tone.wav")}), "8000");
        QVERIFY(!QFileInfo::exists(environment("tone.m4a")));
        QCOMPARE(content(environment("notes.txt")), "sound of music\n");
        QVERIFY2(m_desk->errors.isEmpty(), qPrintable(m_desk->errors.join(u'\n')));
        QVERIFY(!editor::copyIn(m_desk->desk, {broken}, place, readAll({broken})));
        QCOMPARE(m_desk->errors.size(), 1);
        QVERIFY2(m_desk->errors.front().startsWith(QStringLiteral("broken.m4a: ")), qPrintable(m_desk->errors.front()));
        QVERIFY(!QFileInfo::exists(environment("broken.m4a")) && !QFileInfo::exists(environment("broken.wav")));
    }

    void cutAnywhere_data() { formats_data(); }
    void cutAnywhere()
    {
        QFETCH(QString, ending);
        const QByteArray whole = content(tone(qPrintable(ending)));
        QStringList paths;
        for (qsizetype length = 0; length < whole.size(); length += 97) {
            paths += path(QStringLiteral("cut%1.%2").arg(length).arg(ending));
            QVERIFY(files::saveFile(paths.back(), whole.first(length)));
        }
        const auto sounds = readAll(paths);
        QCOMPARE(qsizetype(sounds.size()), paths.size());
        int messages = 0;
        for (const auto &[file, sound] : sounds) {
            messages += !sound;
            if (sound)
                QVERIFY2(sound->durationMs() <= 1100, qPrintable(file));
            else
                QVERIFY2(!sound.error().isEmpty(), qPrintable(file));
        }
        QVERIFY(messages > 0);
    }

    void damagedAnywhere_data() { formats_data(); }
    void damagedAnywhere()
    {
        QFETCH(QString, ending);
        const QByteArray whole = content(tone(qPrintable(ending)));
        QStringList paths;
        for (quint32 seed = 0; seed < 24; ++seed) {
            QRandomGenerator random(seed);
            QByteArray bytes = whole;
            for (int count = 0; count < 12; ++count)
                bytes[random.bounded(seed % 2 ? int(bytes.size()) : 1500)] = char(random.generate());
            paths += path(QStringLiteral("damaged%1.%2").arg(seed).arg(ending));
            QVERIFY(files::saveFile(paths.back(), bytes));
        }
        const auto sounds = readAll(paths);
        QCOMPARE(qsizetype(sounds.size()), paths.size());
        for (const auto &[file, sound] : sounds)
            QVERIFY2(sound ? !sound->samples.empty() : !sound.error().isEmpty(), qPrintable(file));
    }

    void noSoundAtAll()
    {
        QRandomGenerator random(7);
        QByteArray noise(50'000, Qt::Uninitialized);
        for (char &byte : noise)
            byte = char(random.generate());
        QVERIFY(files::saveFile(path(QStringLiteral("noise.m4a")), noise));
        QVERIFY(files::saveFile(path(QStringLiteral("empty.m4a")), {}));
        QVERIFY(files::saveFile(path(QStringLiteral("text.m4a")), QByteArray("This is a letter.\n").repeated(1000)));
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(path(QStringLiteral("picture.png"))));
        QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("pipe.m4a"))).constData(), 0600), 0);
        const QStringList paths{path(QStringLiteral("noise.m4a")), path(QStringLiteral("empty.m4a")), path(QStringLiteral("text.m4a")),
                                path(QStringLiteral("picture.png")), path(QStringLiteral("pipe.m4a")), path(QStringLiteral("nowhere.m4a")),
                                m_desk->folder(), QStringLiteral("/dev/zero")};
        const auto sounds = readAll(paths);
        QCOMPARE(qsizetype(sounds.size()), paths.size());
        for (const auto &[file, sound] : sounds)
            QVERIFY2(!sound && !sound.error().isEmpty(), qPrintable(file));
    }

    /// A list of what to play, or a film in pieces, may name any place in the world.
    void listsAreNotFollowed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray there = "http://127.0.0.1:" + QByteArray::number(server.serverPort()) + "/tone.ts";
        const QByteArray here = "file://" + tone("m4a").toUtf8();
        QStringList paths;
        const auto add = [&](const char *name, const QByteArray &bytes) {
            paths += path(QLatin1StringView(name));
            QVERIFY(files::saveFile(paths.back(), bytes));
        };
        for (const QByteArray &target : {there, here}) {
            const QByteArray number = QByteArray::number(paths.size());
            add(number + ".m3u8", "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + target + "\n#EXT-X-ENDLIST\n");
            add(number + "list.m4a", "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + target + "\n#EXT-X-ENDLIST\n");
            add(number + "concat.m4a", "ffconcat version 1.0\nfile '" + target + "'\n");
        }
        add("session.sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n");
        const auto sounds = readAll(paths);
        QCOMPARE(qsizetype(sounds.size()), paths.size());
        for (const auto &[file, sound] : sounds)
            QVERIFY2(!sound && !sound.error().isEmpty(), qPrintable(file));
        QVERIFY(!server.hasPendingConnections());
    }

    void longWorkCanBeCancelled()
    {
        auto *panel = openPrompts();
        const QString film = path(QStringLiteral("forivanov.flac"));
        QCOMPARE(run(QStringLiteral("sox"), {QStringLiteral("-n"), QStringLiteral("-r"), QStringLiteral("48000"), QStringLiteral("-c"), QStringLiteral("2"),
                                             film, QStringLiteral("synth"), QStringLiteral("1500"), QStringLiteral("sine"), QStringLiteral("440")}), QByteArray());
        const QByteArray before = content(environment("russian/forivanov.wav"));
        panel->importFiles(QStringLiteral("russian"), {film});
        QTRY_VERIFY_WITH_TIMEOUT(panel->findChild<QProgressDialog *>() && panel->findChild<QProgressDialog *>()->isVisible(), 10'000);
        QTest::mouseClick(panel->findChild<QProgressDialog *>()->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!panel->findChild<QProgressDialog *>() && !panel->findChild<editor::SoundJob *>(), 10'000);
        QCOMPARE(content(environment("russian/forivanov.wav")), before);
        QVERIFY2(m_desk->errors.isEmpty(), qPrintable(m_desk->errors.join(u'\n')));

        // Nor does the window wait for it when it is closed meanwhile.
        panel->importFiles(QStringLiteral("russian"), {film});
        m_window.reset();
        QCOMPARE(content(environment("russian/forivanov.wav")), before);
    }

    void longerThanAnHour()
    {
        const QString film = path(QStringLiteral("film.flac"));
        QCOMPARE(run(QStringLiteral("sox"), {QStringLiteral("-n"), QStringLiteral("-r"), QStringLiteral("1000"), QStringLiteral("-c"), QStringLiteral("1"),
                                             film, QStringLiteral("trim"), QStringLiteral("0"), QStringLiteral("3700")}), QByteArray());
        QCOMPARE(readAll({film}).at(film).error(), QStringLiteral("It is longer than an hour; that is no prompt."));
    }
};

QTEST_MAIN(TestSoundImport)
#include "tst_sound_import.moc"
