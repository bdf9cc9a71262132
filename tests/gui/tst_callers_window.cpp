// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "app/shell/scenarios_panel.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>

using namespace pbx;
using namespace pbx::test;
using app::ScenariosPanel;

/// Several callers in one call, the last number and the last keys again, what else may fail.
class TestCallersWindow : public WindowTest {
    Q_OBJECT

    QTabBar *tabs() const { return find<QTabBar>("callerTabs"); }
    QToolButton *button(const char *name) const { return find<QToolButton>(name); }
    void chooseTab(int index)
    {
        QTest::mouseClick(tabs(), Qt::LeftButton, {}, tabs()->tabRect(index).center());
        QCOMPARE(tabs()->currentIndex(), index);
    }
    void setMoment(const QString &moment)
    {
        find<QCheckBox>("momentCheck")->setChecked(true);
        find<QDateTimeEdit>("momentEdit")->setDateTime(QDateTime::fromString(moment, Qt::ISODate));
    }
    QStringList lines() const
    {
        QStringList list;
        for (int row = 0; row < transcript()->rowCount(); ++row)
            list << transcript()->index(row, TranscriptModel::What).data().toString();
        return list;
    }
    void openSmall()
    {
        openExample();
        m_window->setGeometry(0, 0, 1366, 768);
    }

private Q_SLOTS:
    void theSecondCallerFindsThePhoneBusy()
    {
        openSmall();
        setMoment(QStringLiteral("2026-11-25T12:00:00"));
        call::PhonePlan plan;
        plan.answersAfter = 200;
        plan.talksFor = -1;
        controller()->setPhonePlan(QStringLiteral("ivanov@specialists.example"), plan);
        QCOMPARE(tabs()->count(), 1);
        QVERIFY(!button("addCallerButton")->isEnabled());
        dial(QStringLiteral("201"));
        QTRY_VERIFY2(displayText().contains(QStringLiteral("Talking with ivanov")), qPrintable(displayText()));

        QTest::mouseClick(button("addCallerButton"), Qt::LeftButton);
        QCOMPARE(tabs()->count(), 2);
        QCOMPARE(tabs()->currentIndex(), 1);
        QVERIFY(!button("addCallerButton")->isEnabled());
        QVERIFY2(displayText().contains(QStringLiteral("Ready")), qPrintable(displayText()));
        QVERIFY(!m_window->phone()->keypad()->isEnabled());
        QVERIFY(find<QPushButton>("callButton")->isEnabled());
        dial(QStringLiteral("201"));
        QTRY_COMPARE(controller()->callers(), 2);
        QTRY_VERIFY(!controller()->callerRuns(1));
        QVERIFY(controller()->callerRuns(0));
        QVERIFY2(tabs()->tabToolTip(0).contains(QStringLiteral("Connected")), qPrintable(tabs()->tabToolTip(0)));
        QVERIFY2(tabs()->tabToolTip(1).contains(QStringLiteral("Call ended")), qPrintable(tabs()->tabToolTip(1)));
        QVERIFY2(displayText().contains(QStringLiteral("Call ended")), qPrintable(displayText()));
        QVERIFY(!find<QPushButton>("hangUpButton")->isEnabled());
        QVERIFY2(lines().contains(QStringLiteral("Caller 1: caller@example.net calls 201@specialists.example")), qPrintable(lines().join(u'\n')));
        QVERIFY2(lines().contains(QStringLiteral("Caller 2: caller2@example.net calls 201@specialists.example")), qPrintable(lines().join(u'\n')));
        picture("two-callers");

        chooseTab(0);
        QTRY_VERIFY2(displayText().contains(QStringLiteral("Talking with ivanov")), qPrintable(displayText()));
        QCOMPARE(m_window->phone()->address(), QStringLiteral("201"));
        QTest::mouseClick(find<QPushButton>("hangUpButton"), Qt::LeftButton);
        QTRY_VERIFY(!controller()->running());

        m_dialogs->scenario = QStringLiteral("Busy for the second");
        action(Command::SaveScenario)->trigger();
        auto *list = find<QTreeWidget>("scenariosList");
        const auto saved = list->findItems(QStringLiteral("Busy for the second"), Qt::MatchExactly, ScenariosPanel::Title);
        QCOMPARE(saved.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!saved.front()->text(ScenariosPanel::Length).isEmpty(), 10'000);
        QVERIFY2(saved.front()->text(ScenariosPanel::State) == u"passed", qPrintable(saved.front()->text(ScenariosPanel::Message)));
    }

    void keysAreTheChosenCallers()
    {
        openSmall();
        setMoment(QStringLiteral("2026-11-25T20:15:00"));
        setSpeed(CallController::Speed::Instant);
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(waitsForKey());
        click('1');
        action(Command::AddCaller)->trigger();
        QVERIFY(find<QComboBox>("addressBox")->hasFocus() || find<QComboBox>("addressBox")->lineEdit()->hasFocus());
        dial(QStringLiteral("callback#petrov"));
        QTRY_COMPARE(tabs()->currentIndex(), 1);
        QTRY_VERIFY(controller()->callerView(1).state == call::CallView::State::Connected);
        click('2');
        QCOMPARE(controller()->pressedKeys(), QStringLiteral("2"));
        chooseTab(0);
        QCOMPARE(controller()->pressedKeys(), QStringLiteral("1"));
        QVERIFY(displayText().contains(QStringLiteral("ivanov")));
        click('3');
        QCOMPARE(controller()->pressedKeys(), QStringLiteral("13"));
        // Off the display, not out of the call.
        QTest::mouseClick(button("clearKeysButton"), Qt::LeftButton);
        QCOMPARE(controller()->pressedKeys(), QString());
        QVERIFY(!button("clearKeysButton")->isEnabled());
        click('#');
        QTRY_COMPARE(find<phone::MailPanel>("mailPanel")->count(), 1);
        QVERIFY(find<QLabel>("mailSubjectLabel")->text().endsWith(QStringLiteral("13")));
        QTRY_VERIFY(!controller()->callerRuns(0) || waitsForKey());
        chooseTab(1);
        QVERIFY(displayText().contains(QStringLiteral("petrov")));
        QTest::keyClick(m_window, Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!controller()->callerRuns(1), 60'000);
    }

    void redialAndLastKeys()
    {
        openSmall();
        QVERIFY(!button("redialButton")->isEnabled());
        setMoment(QStringLiteral("2026-11-25T20:15:00"));
        setSpeed(CallController::Speed::Instant);
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(waitsForKey());
        QVERIFY(!button("lastKeysButton")->isEnabled());
        for (const char key : QByteArray("12*"))
            click(key);
        QTRY_VERIFY(waitsForKey());
        for (const char key : QByteArray("345#"))
            click(key);
        QTRY_VERIFY(!controller()->running());

        find<QCheckBox>("momentCheck")->setChecked(false);
        m_window->phone()->setAddress(QStringLiteral("something else"));
        QVERIFY(button("redialButton")->isEnabled());
        QTest::mouseClick(button("redialButton"), Qt::LeftButton);
        QTRY_VERIFY(controller()->running());
        QCOMPARE(m_window->phone()->address(), QStringLiteral("callback#ivanov"));
        QVERIFY(find<QCheckBox>("momentCheck")->isChecked());
        QVERIFY(button("lastKeysButton")->isEnabled());
        QTRY_VERIFY(waitsForKey());
        picture("redialled");
        QTest::mouseClick(button("lastKeysButton"), Qt::LeftButton);
        QTRY_VERIFY(!controller()->running());
        QCOMPARE(controller()->pressedKeys(), QStringLiteral("12*345#"));
        QCOMPARE(find<phone::MailPanel>("mailPanel")->count(), 1);
        QVERIFY(find<QLabel>("mailSubjectLabel")->text().endsWith(QStringLiteral("345")));
    }

    void aKeyByHandEndsTheLastKeys()
    {
        openSmall();
        setMoment(QStringLiteral("2026-11-25T20:15:00"));
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(!controller()->view().prompt.empty());
        for (const char key : QByteArray("12"))
            click(key);
        QTest::mouseClick(find<QPushButton>("hangUpButton"), Qt::LeftButton);
        QTRY_VERIFY(!controller()->running());
        QTest::keyClick(m_window, Qt::Key_F5, Qt::ControlModifier);
        QTRY_VERIFY(!controller()->view().prompt.empty()); // in its prompts: the keys wait
        action(Command::LastKeys)->trigger();
        QTRY_VERIFY2(displayText().contains(QStringLiteral("(12 to come)")), qPrintable(displayText()));
        picture("keys-to-come");
        click('7');
        QCOMPARE(controller()->keysToCome(), QString());
        QCOMPARE(controller()->pressedKeys(), QStringLiteral("7"));
    }

    void everyControlHasANameAndDarkIsFine()
    {
        openSmall();
        m_studio->appearance().setColourScheme(QStringLiteral("dark"));
        m_window->docks()->show(app::Docks::Scenarios);
        for (const char *name : {"callerTabs", "addCallerButton", "redialButton", "lastKeysButton", "clearKeysButton", "messagesFailCheck",
                                 "saveScenarioButton", "runAllButton", "runSelectedButton", "stopScenariosButton", "scenariosFilter",
                                 "scenariosList", "runOnChangeCheck"}) {
            QWidget *control = find<QWidget>(name);
            QVERIFY2(control, name);
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(control);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), name);
            QVERIFY2(control->focusPolicy() & Qt::TabFocus, name);
        }
        QTest::mouseClick(find<QWidget>("messagesFailCheck"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(m_window->phone()->options()->failures().contains("messages"));
        action(Command::RunScenarios)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!find<ScenariosPanel>("scenariosPanel")->running(), 60'000);
        picture("dark");
    }
};

QTEST_MAIN(TestCallersWindow)
#include "tst_callers_window.moc"
