// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

using namespace pbx;
using namespace pbx::test;

/// The first call in the window, through the widgets a user touches.
class TestFirstCall : public WindowTest {
    Q_OBJECT

private Q_SLOTS:
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
        QVERIFY(m_window->phone()->options()->failures().contains("mail"));
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
        QCOMPARE(find<QPushButton>("callButton")->text(), QStringLiteral("Call"));
        action(Command::LanguageRussian)->trigger();
        QTRY_VERIFY(find<QPushButton>("callButton")->text() != QStringLiteral("Call"));
        action(Command::LanguageEnglish)->trigger();
        QTRY_COMPARE(find<QPushButton>("callButton")->text(), QStringLiteral("Call"));
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
