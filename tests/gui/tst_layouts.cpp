// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

using namespace pbx;
using namespace pbx::test;
using app::Docks;

/// Panels for editing and for calling, each as its user has left it.
class TestLayouts : public WindowTest {
    Q_OBJECT

    QDockWidget *dock(Docks::Id id) const { return m_window->docks()->dock(id); }
    /// Not behind another tab either.
    bool inView(Docks::Id id) const { return !dock(id)->visibleRegion().isEmpty(); }
    void picture(const char *name) const
    {
        if (const QString folder = qEnvironmentVariable("PBX_SCREENSHOTS"); !folder.isEmpty()) {
            QTest::qWait(300);
            m_window->grab().save(QStringLiteral("%1/layout-%2.png").arg(folder, QLatin1StringView(name)));
        }
    }
    void closeAndOpen()
    {
        QPointer<MainWindow> window = m_window;
        QVERIFY(m_window->close());
        QTRY_VERIFY(!window);
        openExample();
    }

private Q_SLOTS:
    void eachKeepsItsPanels()
    {
        openExample();
        m_window->resize(1366, 768);
        QVERIFY(action(Command::LayoutEditing)->isChecked());
        QTRY_VERIFY(inView(Docks::Tree) && inView(Docks::Mail) && !inView(Docks::Phones));
        dock(Docks::Problems)->hide();

        action(Command::LayoutCalling)->trigger();
        QTRY_VERIFY(inView(Docks::Phones) && inView(Docks::Phone) && inView(Docks::Transcript) && !inView(Docks::Tree));
        picture("calling");
        const phone::Keypad *keypad = m_window->phone()->keypad();
        QCOMPARE(keypad->visibleRegion().boundingRect(), keypad->rect());
        dock(Docks::Mail)->hide();

        action(Command::LayoutEditing)->trigger();
        QTRY_VERIFY(inView(Docks::Tree) && inView(Docks::Mail));
        QVERIFY(dock(Docks::Problems)->isHidden());
        picture("editing");

        action(Command::LayoutCalling)->trigger();
        QTRY_VERIFY(inView(Docks::Phones));
        QVERIFY(dock(Docks::Mail)->isHidden());
    }

    void resetIsForTheOneInView()
    {
        openExample();
        dock(Docks::Tree)->hide();
        action(Command::LayoutCalling)->trigger();
        dock(Docks::Phone)->hide();
        action(Command::ResetLayout)->trigger();
        QTRY_VERIFY(inView(Docks::Phone) && inView(Docks::Phones));
        action(Command::LayoutEditing)->trigger();
        QVERIFY(dock(Docks::Tree)->isHidden()); // that one was not reset
        action(Command::ResetLayout)->trigger();
        QTRY_VERIFY(inView(Docks::Tree));
    }

    void comesBackAfterTheEnd()
    {
        openExample();
        dock(Docks::Reference)->show();
        action(Command::LayoutCalling)->trigger();
        dock(Docks::Mail)->hide();
        closeAndOpen();
        QVERIFY(action(Command::LayoutCalling)->isChecked());
        QTRY_VERIFY(inView(Docks::Phones));
        QVERIFY(dock(Docks::Mail)->isHidden());
        action(Command::LayoutEditing)->trigger();
        QVERIFY(!dock(Docks::Reference)->isHidden());
        QTRY_VERIFY(inView(Docks::Tree));
    }
};

QTEST_MAIN(TestLayouts)
#include "tst_layouts.moc"
