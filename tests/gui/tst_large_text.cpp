// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

using namespace pbx;
using namespace pbx::test;

/// Text twice as large as usual, on a screen of 1920 by 1080: what a call needs is there, and no word is cut off.
class TestLargeText : public WindowTest {
    Q_OBJECT

    /// The whole of it can be seen.
    static bool inView(const QWidget *widget)
    {
        return widget && !widget->visibleRegion().isEmpty() && widget->visibleRegion().boundingRect() == widget->rect();
    }

private Q_SLOTS:
    void callsCanBePlaced_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("ru") << QStringLiteral("ru");
    }
    void callsCanBePlaced()
    {
        QFETCH(QString, language);
        QVERIFY2(QFontMetrics(qApp->font()).height() > 25, qPrintable(QString::number(QFontMetrics(qApp->font()).height())));
        openExample();
        m_window->setGeometry(0, 0, 1920, 1080);
        m_studio->appearance().setLanguage(language);
        action(Command::LayoutCalling)->trigger();
        QTest::qWait(200);
        picture(QStringLiteral("large-calling-") + language);
        QVERIFY2(m_window->width() <= 1920 && m_window->height() <= 1080,
                 qPrintable(QStringLiteral("%1 x %2").arg(m_window->width()).arg(m_window->height())));
        setSpeed(CallController::Speed::Instant);
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(waitsForKey());
        QTest::qWait(200);
        picture(QStringLiteral("large-call-") + language);
        for (const char key : std::string_view("123456789*0#"))
            QVERIFY2(inView(m_window->phone()->keypad()->button(key)), std::string(1, key).c_str());
        for (const char *name : {"callButton", "hangUpButton"})
            QVERIFY2(inView(find<QPushButton>(name)), name);
        QVERIFY(inView(find<QComboBox>("addressBox")));
        QVERIFY(inView(find<phone::PhoneDisplay>("phoneDisplay")));
        checkLabels(m_window);
        action(Command::HangUp)->trigger();
        QTRY_VERIFY(!controller()->running());
    }

    void panelsKeepTheirWords_data() { callsCanBePlaced_data(); }
    void panelsKeepTheirWords()
    {
        QFETCH(QString, language);
        openExample();
        m_window->setGeometry(0, 0, 1920, 1080);
        m_studio->appearance().setLanguage(language);
        for (const Command command : {Command::ShowAttendant, Command::ShowAccounts, Command::ShowPrompts, Command::ShowDeploy}) {
            action(command)->trigger();
            QTest::qWait(200);
            picture(QStringLiteral("large-%1-%2").arg(int(command)).arg(language));
            checkLabels(m_window);
        }
    }
};

int main(int argc, char **argv)
{
    // Twice the usual 96, for the text alone. Read once, when the application begins.
    qputenv("QT_FONT_DPI", "192");
    qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
    QApplication application(argc, argv);
    TestLargeText test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_large_text.moc"
