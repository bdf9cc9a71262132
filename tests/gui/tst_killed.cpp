// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/recovery.h"
#include "environment/files/atomic_file.h"
#include "tests/gui/window_test.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <chrono>
#include <unistd.h>

using namespace pbx;
using namespace pbx::test;

namespace {

constexpr char typistArgument[] = "--typist";
constexpr int typeEveryMs = 20;
constexpr qint64 mayBeLostMs = 2000;

/// The same clock in every process.
qint64 now()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// The text is `head` and then the lines //1, //2, … up to what is returned; -1: it is anything else.
int lastNumber(const QByteArray &text, const QByteArray &head)
{
    if (!text.startsWith(head))
        return -1;
    int number = 0;
    for (const QByteArray &line : text.sliced(head.size()).split('\n')) {
        if (line.isEmpty())
            continue;
        if (line != "//" + QByteArray::number(number + 1))
            return -1;
        ++number;
    }
    return number;
}

/// Past stdio, so that it has left the process when the next thing happens.
void tell(const QByteArray &line)
{
    const QByteArray bytes = line + '\n';
    if (::write(STDOUT_FILENO, bytes.constData(), size_t(bytes.size())) != bytes.size())
        ::_exit(3);
}

/// The program with somebody at it who types one numbered line after the other and saves now and then, until it is killed.
class Typist : public QObject {
public:
    Typist(Studio &studio, TestDialogs *dialogs, const QString &workspace, const QString &file, const QByteArray &head)
        : m_dialogs(dialogs), m_window(studio.start(workspace, {{file}})), m_file(file), m_head(head)
    {
        m_timer.setInterval(typeEveryMs);
        connect(&m_timer, &QTimer::timeout, this, &Typist::step);
        m_timer.start();
    }

private:
    void step()
    {
        m_timer.stop();
        if (!m_page)
            begin();
        else
            typeLine();
        if (!m_dialogs->errors.isEmpty()) {
            tell("error " + m_dialogs->errors.join(u' ').toUtf8());
            ::_exit(4);
        }
        m_timer.start();
    }
    void begin()
    {
        editor::EditorPage *page = m_window->editors()->currentPage();
        if (!page || page->document()->path() != m_file)
            return;
        m_page = page;
        m_editor = page->findChild<editor::CodeEditor *>();
        const bool recovered = page->document()->recoveredFrom().isValid();
        if (recovered && page->document()->disk() != editor::Document::Disk::Same) {
            page->findChild<QPushButton *>(QStringLiteral("discardRecoveredButton"))->click(); // killed just after saving
        } else if (recovered) {
            if (!page->document()->isModified() || !page->findChild<QWidget *>(QStringLiteral("recoveredBar"))->isVisible())
                tell("error: the recovered text counts as saved, or nothing is said of it");
            page->findChild<QPushButton *>(QStringLiteral("keepRecoveredButton"))->click();
        }
        m_number = lastNumber(m_editor->bytes(), m_head);
        page->goTo(page->lineCount());
        m_editor->setFocus();
        tell((recovered ? "recovered " : "opened ") + QByteArray::number(m_number));
    }
    void typeLine()
    {
        ++m_number;
        QTest::keyClicks(m_editor, QStringLiteral("//%1").arg(m_number));
        QTest::keyClick(m_editor, Qt::Key_Return);
        tell("typed " + QByteArray::number(m_number) + ' ' + QByteArray::number(now()));
        if (QRandomGenerator::global()->bounded(60) == 0) {
            tell("saving " + QByteArray::number(m_number));
            (*m_window->actions())[Command::Save]->trigger();
            tell("saved " + QByteArray::number(m_number));
        }
    }

    TestDialogs *m_dialogs;
    MainWindow *m_window;
    QString m_file;
    QByteArray m_head;
    QTimer m_timer;
    editor::EditorPage *m_page = nullptr;
    editor::CodeEditor *m_editor = nullptr;
    int m_number = 0;
};

int runTypist(int argc, char **argv)
{
    QApplication application(argc, argv);
    app::prepareApplication();
    const QStringList arguments = QApplication::arguments();
    auto dialogs = std::make_unique<TestDialogs>();
    TestDialogs *asked = dialogs.get();
    Studio studio(arguments[2], std::move(dialogs));
    const Typist typist(studio, asked, arguments[3], arguments[4], arguments[5].toUtf8());
    return QApplication::exec();
}

/// One program after the other on a file of its own, each killed and looked at what it leaves.
class Victim : public QObject {
    Q_OBJECT
public:
    Victim(const QString &workspace, const QString &folder, const QString &file, const QByteArray &head, QRandomGenerator *random)
        : m_workspace(workspace), m_folder(folder), m_file(file), m_head(head), m_random(random)
    {
        connect(&m_process, &QProcess::finished, this, &Victim::look);
        connect(&m_process, &QProcess::readyReadStandardOutput, this, &Victim::hear);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_kill.setSingleShot(true);
        m_kill.setTimerType(Qt::PreciseTimer);
        connect(&m_kill, &QTimer::timeout, this, [this] {
            m_process.kill();
            m_killed = now();
        });
    }
    void start()
    {
        m_open = false;
        m_heard.clear();
        m_process.start(QCoreApplication::applicationFilePath(),
                        {QLatin1StringView(typistArgument), m_folder + QStringLiteral("/settings.ini"), m_workspace, m_file,
                         QString::fromUtf8(m_head)});
        // One in eight dies while it starts.
        if (m_random->bounded(8) == 0)
            m_kill.start(m_random->bounded(400));
    }
    qint64 worstLoss() const { return m_worstLoss; }
    int recoveries() const { return m_recoveries; }

Q_SIGNALS:
    void died(const QString &fault);

private:
    void hear()
    {
        m_heard += m_process.readAllStandardOutput();
        if (m_open || (!m_heard.startsWith("opened ") && !m_heard.startsWith("recovered ")))
            return;
        m_open = true;
        if (!m_kill.isActive())
            m_kill.start(m_random->bounded(2400));
    }

    void look(int code, QProcess::ExitStatus status)
    {
        hear();
        Q_EMIT died(status == QProcess::CrashExit ? fault()
                                                  : QStringLiteral("ended by itself with %1: ").arg(code)
                            + QString::fromUtf8(m_heard));
    }

    QString fault()
    {
        struct Typed {
            int number;
            qint64 time;
        };
        QList<Typed> typed;
        int saving = -1;
        for (const QByteArray &line : m_heard.split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words[0].startsWith("error"))
                return QString::fromUtf8(line);
            if (words.size() < 2)
                continue;
            const int number = words[1].toInt();
            if ((words[0] == "opened" || words[0] == "recovered") && number != m_expected)
                return QStringLiteral("opened with %1, had left %2").arg(number).arg(m_expected);
            if (words[0] == "opened" && m_recoverable)
                return QStringLiteral("nothing was said of what was recovered");
            if (words[0] == "recovered")
                ++m_recoveries;
            if (words[0] == "typed")
                typed += {number, words[2].toLongLong()};
            if (words[0] == "saving")
                saving = number;
            if (words[0] == "saved") {
                m_saved = number;
                saving = -1;
            }
        }
        const auto onDisk = files::readFile(m_file);
        if (!onDisk)
            return onDisk.error();
        const int disk = lastNumber(*onDisk, m_head);
        if (disk < 0 || (disk != m_saved && disk != saving))
            return QStringLiteral("the file has %1, saved was %2, being saved %3").arg(disk).arg(m_saved).arg(saving);
        m_saved = disk;
        std::optional<editor::Recovery::Kept> kept;
        {
            editor::Recovery recovery(m_folder + QStringLiteral("/recovery"));
            kept = recovery.find(m_file);
        }
        const int left = kept ? lastNumber(kept->text, m_head) : -1;
        if (kept && left < 0 && typed.isEmpty())
            return QStringLiteral("the recovery file holds another text");
        // A line may have been half typed when it was kept.
        const int whole = kept ? lastNumber(kept->text.first(kept->text.lastIndexOf('\n') + 1), m_head) : -1;
        if (kept && whole < 0)
            return QStringLiteral("the recovery file holds another text");
        for (const Typed &line : typed) {
            if (line.number <= std::max(whole, disk))
                continue;
            m_worstLoss = std::max(m_worstLoss, m_killed - line.time);
            if (m_killed - line.time > mayBeLostMs)
                return QStringLiteral("line %1 was typed %2 ms before, and is lost").arg(line.number).arg(m_killed - line.time);
        }
        if (std::max(whole, disk) < m_expected)
            return QStringLiteral("line %1 was recovered before, and is lost").arg(m_expected);
        m_expected = std::max(left, disk);
        m_recoverable = left > disk;
        return {};
    }

    QString m_workspace;
    QString m_folder;
    QString m_file;
    QByteArray m_head;
    QRandomGenerator *m_random;
    QProcess m_process;
    QTimer m_kill;
    QByteArray m_heard;
    qint64 m_killed = 0;
    qint64 m_worstLoss = 0;
    int m_saved = 0;
    int m_expected = 0;
    int m_recoveries = 0;
    bool m_recoverable = false;
    bool m_open = false;
};

} // namespace

/// "Killed at any moment it loses at most two seconds of typing and no saved file."
class TestKilled : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoHundredTimes()
    {
        constexpr int kills = 200;
        constexpr int atOnce = 8; // they mostly wait
        const QByteArray head = "// typed by a test\n";
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        QElapsedTimer whole;
        whole.start();
        int started = 0;
        int dead = 0;
        QStringList faults;
        std::vector<std::unique_ptr<Victim>> victims;
        for (int i = 0; i < atOnce; ++i) {
            const QString own = folder.filePath(QString::number(i));
            const QString workspace = own + QStringLiteral("/specialists");
            copyFolder(QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists"), workspace);
            const QString file = QFileInfo(workspace).canonicalFilePath()
                + QStringLiteral("/domains/specialists.example/environment/typed.sppr");
            QVERIFY(files::saveFile(file, head));
            victims.push_back(std::make_unique<Victim>(workspace, own, file, head, &random));
            Victim *victim = victims.back().get();
            connect(victim, &Victim::died, this, [&, victim](const QString &fault) {
                ++dead;
                if (!fault.isEmpty())
                    faults += fault;
                if (started < kills && faults.isEmpty()) {
                    ++started;
                    victim->start();
                }
            });
        }
        for (const auto &victim : victims) {
            ++started;
            victim->start();
        }
        QTRY_VERIFY_WITH_TIMEOUT(dead == started, 170000);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QCOMPARE(dead, kills);
        qint64 worst = 0;
        int recoveries = 0;
        for (const auto &victim : victims) {
            worst = std::max(worst, victim->worstLoss());
            recoveries += victim->recoveries();
        }
        qInfo("%d killed in %lld s; %d times text was recovered, at most %lld ms of typing were lost", dead,
              (long long)whole.elapsed() / 1000, recoveries, (long long)worst);
        QVERIFY(recoveries > kills / 10);
    }
};

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], typistArgument) == 0)
        return runTypist(argc, argv);
    QApplication application(argc, argv);
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed.moc"
