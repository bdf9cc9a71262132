// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/docks.h"
#include "app/shell/editor_area.h"
#include "app/shell/main_window.h"
#include "app/shell/problems_model.h"
#include "app/shell/studio.h"
#include "editor/code/code_editor.h"
#include "preview/phone/call_options.h"
#include "preview/phone/keypad.h"
#include "preview/phone/mail_panel.h"
#include "preview/phone/phone_display.h"
#include "preview/phone/phone_panel.h"
#include "preview/phone/transcript_panel.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <cmath>

using namespace pbx;
using app::Command;
using app::MainWindow;
using app::Studio;
using phone::CallController;
using phone::TranscriptModel;

namespace {

/// Answers at once and remembers what was asked.
class TestDialogs : public app::DialogService {
public:
    Answer saveAnswer = Answer::Cancel;
    Answer callAnswer = Answer::Cancel;
    std::optional<NewProgramAnswer> program;
    std::optional<NewWorkspaceAnswer> workspace;
    std::optional<int> line;
    QStringList asked;
    QStringList errors;

    Answer askToSave(QWidget *, const QStringList &names) override
    {
        asked += names;
        return saveAnswer;
    }
    Answer askToSaveBeforeCall(QWidget *, const QStringList &names, bool &) override
    {
        asked += names;
        return callAnswer;
    }
    bool confirm(QWidget *, const QString &, const QString &, const QString &) override { return true; }
    void showError(QWidget *, const QString &text) override { errors += text; }
    QString chooseWorkspace(QWidget *, const QString &) override { return {}; }
    QString chooseSavePath(QWidget *, const QString &) override { return {}; }
    std::optional<NewWorkspaceAnswer> askForWorkspace(QWidget *) override { return workspace; }
    std::optional<NewProgramAnswer> askForProgram(QWidget *, const QStringList &, const QString &) override { return program; }
    std::optional<int> askForLine(QWidget *, int, int) override { return line; }
    std::optional<QFont> askForFont(QWidget *, const QFont &) override { return std::nullopt; }
    void showAbout(QWidget *) override {}
};

/// Hears what comes out of the default sink of the sound server.
class Ear {
public:
    bool listen()
    {
        const QString parec = QStandardPaths::findExecutable(QStringLiteral("parec"));
        if (parec.isEmpty() || qEnvironmentVariableIsEmpty("PULSE_SERVER"))
            return false;
        m_process.start(parec, {QStringLiteral("-d"), QStringLiteral("@DEFAULT_MONITOR@"), QStringLiteral("--raw"),
                                QStringLiteral("--format=s16le"), QStringLiteral("--rate=8000"), QStringLiteral("--channels=1"),
                                QStringLiteral("--latency-msec=50")});
        return m_process.waitForStarted();
    }
    /// Seconds in which something was heard that is louder than -45 dB below full scale.
    double heardSeconds()
    {
        m_heard += m_process.readAllStandardOutput();
        constexpr qsizetype block = 80; // samples, 10 ms
        qsizetype loud = 0;
        for (qsizetype at = 0; at + 2 * block <= m_heard.size(); at += 2 * block) {
            double sum = 0;
            for (qsizetype i = 0; i < block; ++i) {
                std::int16_t sample = 0;
                std::memcpy(&sample, m_heard.constData() + at + 2 * i, 2);
                sum += double(sample) * sample;
            }
            loud += 10 * std::log10(sum / block / (32768.0 * 32768.0) + 1e-12) > -45;
        }
        return double(loud) / 100;
    }
    ~Ear()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    QByteArray m_heard;
};

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = files.next();
        const QString target = to + source.sliced(from.size());
        QDir().mkpath(QFileInfo(target).absolutePath());
        QFile::copy(source, target);
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    }
}

} // namespace

/// The first call in the window, through the widgets a user touches.
class TestFirstCall : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Studio> m_studio;
    TestDialogs *m_dialogs = nullptr;
    MainWindow *m_window = nullptr;

    QString workspace() const { return m_folder->filePath(QStringLiteral("specialists")); }
    QString programPath() const
    {
        return QFileInfo(workspace() + QStringLiteral("/domains/specialists.example/environment/callback.sppr")).canonicalFilePath();
    }
    template<typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1StringView(name));
    }
    QAction *action(Command command) const { return (*m_window->actions())[command]; }
    CallController *controller() const { return m_window->phone()->controller(); }
    TranscriptModel *transcript() const { return m_window->findChild<phone::TranscriptPanel *>()->model(); }
    int rowOf(const QString &kind, int from = 0) const
    {
        for (int row = from; row < transcript()->rowCount(); ++row) {
            if (transcript()->index(row, 0).data(TranscriptModel::KindRole).toString() == kind)
                return row;
        }
        return -1;
    }
    QString displayText() const { return find<phone::PhoneDisplay>("phoneDisplay")->text(); }
    bool waitsForKey() const { return controller()->view().waiting == call::CallView::Waiting::Key; }

    void dial(const QString &address)
    {
        auto *box = find<QComboBox>("addressBox");
        box->lineEdit()->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), address);
        QTest::mouseClick(find<QPushButton>("callButton"), Qt::LeftButton);
    }
    void click(char key)
    {
        QTest::mouseClick(m_window->phone()->keypad()->button(key), Qt::LeftButton);
    }
    /// What a keyboard sends, to whatever has the focus.
    void type(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = m_window->focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, key, modifiers);
    }
    void setSpeed(CallController::Speed speed) { m_window->phone()->options()->setSpeed(speed); }
    void openExample()
    {
        m_window = m_studio->start(workspace(), {});
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window)); // keys of the menus work in the active window only
        QTRY_VERIFY(!m_window->folder().isEmpty());
        QTRY_VERIFY(m_window->editors()->currentPage());
    }

private Q_SLOTS:
    void initTestCase()
    {
        app::prepareApplication();
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        copyFolder(QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists"), workspace());
        auto dialogs = std::make_unique<TestDialogs>();
        m_dialogs = dialogs.get();
        m_studio = std::make_unique<Studio>(m_folder->filePath(QStringLiteral("settings.ini")), std::move(dialogs));
        m_studio->appearance().setLanguage(QStringLiteral("en"));
    }

    void cleanup()
    {
        m_studio.reset();
        m_window = nullptr;
        m_folder.reset();
    }

    void startPageOffersTheExample()
    {
        m_window = m_studio->start({}, {});
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        QVERIFY(find<QWidget>("startPage")->isVisible());
        QVERIFY(!action(Command::Call)->isEnabled());
        QTest::mouseClick(find<QPushButton>("openExampleButton"), Qt::LeftButton);
        QTRY_VERIFY(m_window->folder().endsWith(u"specialists"));
        QVERIFY(!find<QWidget>("startPage")->isVisible());
        QVERIFY(m_window->editors()->currentPage());
    }

    void callbackByMouseAndKeyboard()
    {
        openExample();
        QCOMPARE(m_window->editors()->currentPage()->document()->path(), programPath());
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("Специалисты")));
        QVERIFY(find<QTreeView>("environmentTree")->model()->rowCount() >= 2);

        Ear ear;
        const bool hears = ear.listen();
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(controller()->running());
        QVERIFY(!find<QPushButton>("callButton")->isEnabled());
        QVERIFY(find<QPushButton>("hangUpButton")->isEnabled());
        // The focus has gone to the keypad, so that keys may be typed at once.
        QTRY_VERIFY(m_window->phone()->keypad()->isAncestorOf(m_window->focusWidget()));
        QTRY_VERIFY(rowOf(QStringLiteral("play")) >= 0);
        QVERIFY2(displayText().contains(QStringLiteral("callback")), qPrintable(displayText()));
        QTRY_VERIFY(m_window->editors()->currentPage()->runningLine() > 0);
        const int firstLine = m_window->editors()->currentPage()->runningLine();
        // What comes out of the loudspeaker, not what the program believes to play.
        if (hears)
            QTRY_VERIFY_WITH_TIMEOUT(ear.heardSeconds() > 1, 10000);

        click('4'); // by mouse; interrupts the prompts
        QTRY_COMPARE(controller()->pressedKeys(), QStringLiteral("4"));
        QTRY_VERIFY(waitsForKey());
        QVERIFY(m_window->editors()->currentPage()->runningLine() != firstLine);
        QTRY_VERIFY2(displayText().contains(QStringLiteral("Waiting for a key")), qPrintable(displayText()));
        m_window->phone()->focusKeypad();
        type(Qt::Key_9); // top row
        type(Qt::Key_5, Qt::KeypadModifier); // number pad
        type(Qt::Key_Asterisk, Qt::ShiftModifier); // clears
        QTRY_VERIFY(waitsForKey() || !controller()->view().prompt.empty());
        for (const char digit : QByteArray("495123"))
            type(Qt::Key(Qt::Key_0 + digit - '0'));
        for (const char digit : QByteArray("45"))
            click(digit);
        type(Qt::Key_6);
        type(Qt::Key_7, Qt::KeypadModifier);
        QCOMPARE(controller()->pressedKeys(), QStringLiteral("495*4951234567"));
        type(Qt::Key_NumberSign, Qt::ShiftModifier);

        auto *mail = find<phone::MailPanel>("mailPanel");
        QTRY_COMPARE(mail->count(), 1);
        QVERIFY(find<QLabel>("mailSubjectLabel")->text().contains(QStringLiteral("4951234567")));
        QVERIFY(find<QLabel>("mailToLabel")->text().contains(QStringLiteral("ivanov@specialists.example")));
        QVERIFY(find<QPlainTextEdit>("mailBodyView")->toPlainText().contains(QStringLiteral("4951234567")));
        QVERIFY(mail->isVisible());

        QTest::mouseClick(find<QPushButton>("hangUpButton"), Qt::LeftButton);
        QTRY_VERIFY(!controller()->running());
        const int end = rowOf(QStringLiteral("end"));
        QVERIFY(end >= 0);
        QVERIFY(find<QPushButton>("callButton")->isEnabled());
        QCOMPARE(m_window->editors()->currentPage()->runningLine(), 0);

        // A click on a line of the transcript goes to the line of the program.
        const int read = rowOf(QStringLiteral("read"));
        QVERIFY(read >= 0);
        auto *view = find<QTreeView>("transcriptView");
        const QModelIndex index = transcript()->index(read, TranscriptModel::What);
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
        QCOMPARE(m_window->editors()->currentPage()->caretLine(), index.data(TranscriptModel::LineRole).toInt());
        QVERIFY(m_dialogs->errors.isEmpty());
    }

    void instantStopsForKeys()
    {
        openExample();
        setSpeed(CallController::Speed::Instant);
        m_window->phone()->setAddress(QStringLiteral("callback#ivanov"));
        QTest::keyClick(m_window, Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(waitsForKey(), 2000);
        QVERIFY(controller()->now() > 5000); // the prompts have passed, in the time of the call
        for (const char key : QByteArray("112#"))
            click(key);
        QTRY_VERIFY_WITH_TIMEOUT(!controller()->running(), 2000);
        QCOMPARE(find<phone::MailPanel>("mailPanel")->count(), 1);
    }

    void failingMailIsShown()
    {
        openExample();
        setSpeed(CallController::Speed::Instant);
        QTest::mouseClick(find<QWidget>("mailFailsCheck"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(m_window->phone()->options()->mailFails());
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(waitsForKey());
        for (const char key : QByteArray("112#"))
            click(key);
        QTRY_VERIFY(!controller()->running());
        QVERIFY(find<QLabel>("mailErrorLabel")->isVisible());
    }

    void theWaitingTimeCountsDown()
    {
        openExample();
        setSpeed(CallController::Speed::Instant);
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(waitsForKey());
        QTRY_VERIFY(displayText().contains(QStringLiteral("20 s")) || displayText().contains(QStringLiteral("19 s")));
        QTRY_VERIFY_WITH_TIMEOUT(displayText().contains(QStringLiteral("18 s")), 3000);
    }

    void hangUpInAPrompt()
    {
        openExample();
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(!controller()->view().prompt.empty());
        QTest::keyClick(m_window, Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY(!controller()->running());
        QVERIFY(rowOf(QStringLiteral("end")) >= 0);
        QCOMPARE(find<phone::MailPanel>("mailPanel")->count(), 0);
    }

    void unknownAddressSaysSo()
    {
        openExample();
        dial(QStringLiteral("nobody"));
        QTRY_VERIFY(controller()->hasCall() && !controller()->running());
        QVERIFY(rowOf(QStringLiteral("end")) >= 0);
        QVERIFY(!displayText().isEmpty());
    }

    void editSaveAndCallAgain()
    {
        openExample();
        editor::EditorPage *page = m_window->editors()->currentPage();
        auto *text = page->findChild<editor::CodeEditor *>();
        text->setFocus();
        page->goTo(1);
        QTest::keyClicks(text, QStringLiteral("// first line"));
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(page->document()->isModified());
        QVERIFY(m_window->isWindowModified());
        QVERIFY(m_window->editors()->tabText(0).contains(QStringLiteral("●")));

        // A call would run what is on the disk: the user is asked.
        m_dialogs->callAnswer = app::DialogService::Answer::Save;
        setSpeed(CallController::Speed::Instant);
        dial(QStringLiteral("callback#ivanov"));
        QCOMPARE(m_dialogs->asked, QStringList{QStringLiteral("callback.sppr")});
        QVERIFY(!page->document()->isModified());
        QTRY_VERIFY(waitsForKey());
        QFile saved(programPath());
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().startsWith("// first line\n"));
    }

    void closingAsksOnce()
    {
        openExample();
        auto *text = m_window->editors()->currentPage()->findChild<editor::CodeEditor *>();
        text->replace({{{0, 0}, "// x\n"}});
        m_dialogs->saveAnswer = app::DialogService::Answer::Cancel;
        QVERIFY(!m_window->close());
        QCOMPARE(m_dialogs->asked.size(), 1);
        m_dialogs->saveAnswer = app::DialogService::Answer::Discard;
        QPointer<MainWindow> window = m_window;
        QVERIFY(m_window->close());
        QTRY_VERIFY(!window);
    }

    void problemsLeadToTheFault()
    {
        openExample();
        auto *text = m_window->editors()->currentPage()->findChild<editor::CodeEditor *>();
        const auto at = std::uint32_t(text->bytes().indexOf("PlayFile(\"callbacknumber\")"));
        text->replace({{{at, at + 8}, "PlayFlie"}});
        auto *view = find<QTreeView>("problemsView");
        QTRY_VERIFY(view->model()->rowCount() > 0);
        m_window->docks()->show(app::Docks::Problems);
        QTRY_VERIFY(view->isVisible());
        const QModelIndex first = view->model()->index(0, app::ProblemsModel::Message);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(first).center());
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(first).center());
        QCOMPARE(m_window->editors()->currentPage()->caretLine(),
                 view->model()->index(0, app::ProblemsModel::Line).data().toInt());
    }

    void newProgramRuns()
    {
        openExample();
        m_dialogs->program = {QStringLiteral("hello.sppr"), QStringLiteral("specialists.example")};
        action(Command::NewProgram)->trigger();
        QCOMPARE(m_window->editors()->currentPage()->document()->fileName(), QStringLiteral("hello.sppr"));
        QTRY_VERIFY(m_window->editors()->currentPage()->remarks().isEmpty());
        setSpeed(CallController::Speed::Instant);
        dial(QStringLiteral("hello#ivanov"));
        QTRY_VERIFY(waitsForKey());
        QVERIFY(rowOf(QStringLiteral("play")) >= 0);
    }

    void newWorkspaceOpens()
    {
        m_window = m_studio->start({}, {});
        const QString folder = m_folder->filePath(QStringLiteral("fresh"));
        m_dialogs->workspace = {folder, {QStringLiteral("Fresh"), QStringLiteral("fresh.example"), {}, {}}};
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        QTest::mouseClick(find<QPushButton>("newWorkspaceButton"), Qt::LeftButton);
        QTRY_COMPARE(QFileInfo(m_window->folder()).canonicalFilePath(), QFileInfo(folder).canonicalFilePath());
        QVERIFY2(m_dialogs->errors.isEmpty(), qPrintable(m_dialogs->errors.join(u'\n')));
    }

    void sessionComesBack()
    {
        openExample();
        m_window->editors()->currentPage()->goTo(25, 3);
        m_window->phone()->setAddress(QStringLiteral("200"));
        QPointer<MainWindow> window = m_window;
        QVERIFY(m_window->close());
        QTRY_VERIFY(!window);
        openExample();
        QCOMPARE(m_window->editors()->currentPage()->caretLine(), 25);
        QCOMPARE(m_window->editors()->currentPage()->caretColumn(), 3);
        QCOMPARE(m_window->phone()->address(), QStringLiteral("200"));
    }

    void opensAtALine()
    {
        const auto place = Studio::Place::parse(programPath() + QStringLiteral(":12:3"));
        QCOMPARE(place.path, programPath());
        QCOMPARE(place.line, 12);
        m_window = m_studio->start({}, {place});
        QTRY_VERIFY(m_window->editors()->currentPage());
        QTRY_COMPARE(m_window->editors()->currentPage()->caretLine(), 12);
        QCOMPARE(QFileInfo(m_window->folder()).canonicalFilePath(), QFileInfo(workspace()).canonicalFilePath());
    }

    void languageSwitchesWhileRunning()
    {
        openExample();
        QCOMPARE(find<QPushButton>("callButton")->text(), QStringLiteral("&Call"));
        action(Command::LanguageRussian)->trigger();
        QTRY_VERIFY(find<QPushButton>("callButton")->text() != QStringLiteral("&Call"));
        action(Command::LanguageEnglish)->trigger();
        QTRY_COMPARE(find<QPushButton>("callButton")->text(), QStringLiteral("&Call"));
    }

    void everythingHasAName()
    {
        openExample();
        QStringList nameless;
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const auto *interactive = qobject_cast<const QAbstractButton *>(widget);
            if ((!interactive && !qobject_cast<const QLineEdit *>(widget) && !qobject_cast<const QAbstractItemView *>(widget))
                || !widget->isVisible() || widget->objectName().startsWith(u"qt_"))
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            // Parts of a larger control are named by it.
            if (qobject_cast<const QComboBox *>(widget->parentWidget()) || widget->parentWidget()->inherits("QAbstractSpinBox")
                || widget->parentWidget()->inherits("QLineEdit") || widget->parentWidget()->inherits("QTabBar")
                || widget->parentWidget()->inherits("QDockWidget") || widget->inherits("QHeaderView"))
                continue;
            if (!accessible || accessible->text(QAccessible::Name).isEmpty())
                nameless += QStringLiteral("%1 %2").arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName());
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        for (QAction *each : m_window->actions()->all())
            QVERIFY2(!each->text().isEmpty(), qPrintable(each->objectName()));
    }

    /// The keys a caller needs are in view, in both languages and colour schemes. PBX_SCREENSHOTS names a folder for the
    /// pictures.
    void keypadInView_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("language");
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
            for (const char *scheme : {"light", "dark"}) {
                for (const char *language : {"en", "ru"})
                    QTest::addRow("%dx%d-%s-%s", size.width(), size.height(), scheme, language)
                        << size << QString::fromLatin1(scheme) << QString::fromLatin1(language);
            }
        }
    }
    void keypadInView()
    {
        QFETCH(QSize, size);
        QFETCH(QString, scheme);
        QFETCH(QString, language);
        const QString pictures = qEnvironmentVariable("PBX_SCREENSHOTS");
        const auto picture = [&](const char *what) {
            if (pictures.isEmpty())
                return;
            QTest::qWait(300);
            m_window->grab().save(QStringLiteral("%1/%2-%3.png").arg(pictures, QLatin1StringView(what),
                                                                     QLatin1StringView(QTest::currentDataTag())));
        };
        m_studio->appearance().setColourScheme(scheme);
        m_studio->appearance().setLanguage(language);
        m_studio->settings().setValue(app::Setting::WindowGeometry, QByteArray());
        m_window = m_studio->start(workspace(), {});
        m_window->setGeometry(0, 0, size.width(), size.height());
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        QTRY_VERIFY(m_window->editors()->currentPage());
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(!controller()->view().prompt.empty());
        picture("prompt");
        for (const char key : QByteArray("49512345"))
            click(key);
        QTRY_VERIFY(waitsForKey());
        for (const char key : QByteArray("*0123456789#")) {
            if (key == 0)
                continue;
            const QWidget *button = m_window->phone()->keypad()->button(key);
            QVERIFY2(button->visibleRegion().boundingRect() == button->rect(), qPrintable(QString(QLatin1Char(key))));
        }
        picture("waiting");
        for (const char key : QByteArray("67#"))
            click(key);
        QTRY_COMPARE(find<phone::MailPanel>("mailPanel")->count(), 1);
        picture("mail");
        m_window->phone()->hangUp();
    }

    /// At twice the size of text there is too little room for everything; the keys have to be there all the same.
    void keypadInViewWithLargeText()
    {
        const QFont normal = QApplication::font();
        QFont large = normal;
        large.setPointSizeF(normal.pointSizeF() * 2);
        QApplication::setFont(large);
        const auto restore = qScopeGuard([&] { QApplication::setFont(normal); });
        m_window = m_studio->start(workspace(), {});
        m_window->setGeometry(0, 0, 1366, 768);
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        QTRY_VERIFY(m_window->editors()->currentPage());
        QCOMPARE(m_window->height(), 768);
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(controller()->running());
        const phone::Keypad *keypad = m_window->phone()->keypad();
        const auto shown = [&] { return keypad->visibleRegion().boundingRect().height(); };
        if (const QString pictures = qEnvironmentVariable("PBX_SCREENSHOTS"); !pictures.isEmpty())
            m_window->grab().save(pictures + QStringLiteral("/large-text.png"));
        QTRY_VERIFY2(shown() == keypad->height(), qPrintable(QStringLiteral("%1 of %2").arg(shown()).arg(keypad->height())));
        QVERIFY(find<QPushButton>("hangUpButton")->visibleRegion().boundingRect().height() > 0);
    }
};

QTEST_MAIN(TestFirstCall)
#include "tst_first_call.moc"
