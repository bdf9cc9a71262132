// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "app/shell/scenarios_panel.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QToolButton>
#include <QTreeWidget>

using namespace pbx;
using namespace pbx::test;
using app::ScenariosPanel;

/// Scenarios in the window: run, failures found, a call saved as one.
class TestScenariosWindow : public WindowTest {
    Q_OBJECT

    QTreeWidget *list() const { return find<QTreeWidget>("scenariosList"); }
    QTreeWidgetItem *item(const QString &file) const
    {
        for (int row = 0; row < list()->topLevelItemCount(); ++row) {
            if (list()->topLevelItem(row)->text(ScenariosPanel::File).endsWith(file))
                return list()->topLevelItem(row);
        }
        return nullptr;
    }
    ScenariosPanel *panel() const { return find<ScenariosPanel>("scenariosPanel"); }
    QString summary() const { return find<QLabel>("scenariosSummary")->text(); }
    QString state(const QString &file) const { return item(file) ? item(file)->text(ScenariosPanel::State) : QString(); }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(workspace() + QStringLiteral("/scenarios/") + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void setMoment(const QString &moment)
    {
        auto *at = find<QCheckBox>("momentCheck");
        at->setChecked(true);
        find<QDateTimeEdit>("momentEdit")->setDateTime(QDateTime::fromString(moment, Qt::ISODate));
    }

private Q_SLOTS:
    void allOfTheExamplePass()
    {
        openExample();
        m_window->setGeometry(0, 0, 1366, 768);
        const int count = list()->topLevelItemCount();
        QVERIFY(count >= 10);
        QVERIFY2(summary().startsWith(QString::number(count)) && summary().endsWith(u"not run yet"), qPrintable(summary()));
        QCOMPARE(state(QStringLiteral("busy.scenario")), QStringLiteral("not run"));
        QTest::keyClick(m_window, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(list()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->running(), 60'000);
        QVERIFY2(summary().startsWith(QString::number(count)) && summary().endsWith(u"passed"), qPrintable(summary()));
        QCOMPARE(state(QStringLiteral("busy.scenario")), QStringLiteral("passed"));
        QVERIFY(!item(QStringLiteral("busy.scenario"))->text(ScenariosPanel::Length).isEmpty());
        picture("scenarios-passed");
    }

    void failuresLeadToTheirLine()
    {
        write(QStringLiteral("busy.scenario"), "scenario A busy phone\nat 2026-11-25T12:00\nphone ivanov busy\n\ncall 200\n"
                                               "  press 1\n  rings ivanov busy\n  hears nosuchprompt\n");
        write(QStringLiteral("broken.scenario"), "scenario Broken\n\ncall 200\n  prss 1\n");
        openExample();
        m_window->setGeometry(0, 0, 1366, 768);
        m_window->docks()->show(app::Docks::Scenarios);
        list()->clearSelection();
        QVERIFY(!find<QToolButton>("runSelectedButton")->isEnabled());
        for (const char *name : {"busy.scenario", "broken.scenario"})
            item(QLatin1StringView(name))->setSelected(true);
        QTest::mouseClick(find<QToolButton>("runSelectedButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->running() && state(QStringLiteral("broken.scenario")) == u"can't be run", 30'000);
        QTreeWidgetItem *busy = item(QStringLiteral("busy.scenario"));
        QCOMPARE(busy->text(ScenariosPanel::State), QStringLiteral("failed"));
        QVERIFY2(busy->text(ScenariosPanel::Message).contains(QStringLiteral("nosuchprompt")), qPrintable(busy->text(ScenariosPanel::Message)));
        QVERIFY(busy->childCount() > 3); // expected and happened, side by side
        QVERIFY2(summary().startsWith(QStringLiteral("1 failed, 1 can't be run, ")), qPrintable(summary()));
        busy->setExpanded(true);
        picture("scenarios-failed");

        list()->setCurrentItem(busy);
        list()->scrollToItem(busy);
        const QPoint place = list()->visualItemRect(busy).center();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, place);
        QTRY_VERIFY(m_window->editors()->currentPage()->document()->path().endsWith(u"busy.scenario"));
        QCOMPARE(m_window->editors()->currentPage()->caretLine(), 8);
        // By keyboard.
        list()->setCurrentItem(item(QStringLiteral("broken.scenario")));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_VERIFY(m_window->editors()->currentPage()->document()->path().endsWith(u"broken.scenario"));
        QCOMPARE(m_window->editors()->currentPage()->caretLine(), 4);
    }

    void filterShowsSome()
    {
        openExample();
        m_window->docks()->show(app::Docks::Scenarios);
        QTest::keyClicks(find<QLineEdit>("scenariosFilter"), QStringLiteral("BUSY"));
        QVERIFY(!item(QStringLiteral("busy.scenario"))->isHidden());
        QVERIFY(item(QStringLiteral("weekend.scenario"))->isHidden());
        find<QLineEdit>("scenariosFilter")->clear();
        QVERIFY(!item(QStringLiteral("weekend.scenario"))->isHidden());
    }

    void runAgainWhenFilesChange()
    {
        openExample();
        m_window->docks()->show(app::Docks::Scenarios);
        auto *check = find<QCheckBox>("runOnChangeCheck");
        QVERIFY(!check->isChecked());
        QTest::mouseClick(check, Qt::LeftButton, {}, QPoint(8, check->height() / 2));
        write(QStringLiteral("new.scenario"), "scenario New\nat 2026-11-25T12:00\n\ncall 200\n  press 1\n  rings ivanov answer\n");
        QTRY_COMPARE_WITH_TIMEOUT(state(QStringLiteral("new.scenario")), QStringLiteral("passed"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->running(), 30'000);
        write(QStringLiteral("new.scenario"), "scenario New\nat 2026-11-25T12:00\n\ncall 200\n  press 1\n  rings ivanov busy\n");
        QTRY_COMPARE_WITH_TIMEOUT(state(QStringLiteral("new.scenario")), QStringLiteral("failed"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->running(), 30'000);
        // Without it the results stay and are called old.
        QTest::mouseClick(check, Qt::LeftButton, {}, QPoint(8, check->height() / 2));
        write(QStringLiteral("new.scenario"), "scenario New\nat 2026-11-25T12:00\n\ncall 200\n  press 1\n  rings ivanov answer\n");
        QTRY_VERIFY2_WITH_TIMEOUT(summary().contains(QStringLiteral("before the last change")), qPrintable(summary()), 10'000);
        QCOMPARE(state(QStringLiteral("new.scenario")), QStringLiteral("failed"));
    }

    void aCallSavedPasses()
    {
        openExample();
        m_window->setGeometry(0, 0, 1366, 768);
        QVERIFY(!action(Command::SaveScenario)->isEnabled());
        setMoment(QStringLiteral("2026-11-25T20:15:00"));
        setSpeed(CallController::Speed::Instant);
        dial(QStringLiteral("callback#ivanov"));
        QTRY_VERIFY(waitsForKey());
        QTest::qWait(300); // thinks
        for (const char key : QByteArray("12*"))
            click(key);
        QTRY_VERIFY(waitsForKey());
        for (const char key : QByteArray("345#"))
            click(key);
        QVERIFY(!action(Command::SaveScenario)->isEnabled()); // goes on
        QTRY_VERIFY(!controller()->running());
        auto *save = find<QPushButton>("saveScenarioButton");
        QTRY_VERIFY(save->isVisible());
        picture("call-to-save");
        m_dialogs->scenario = QStringLiteral("Call-back: number begun twice!");
        QTest::mouseClick(save, Qt::LeftButton);
        const QString name = QStringLiteral("call-back-number-begun-twice.scenario");
        QVERIFY(QFileInfo::exists(workspace() + QStringLiteral("/scenarios/") + name));
        QTRY_COMPARE_WITH_TIMEOUT(state(name), QStringLiteral("passed"), 10'000);
        QCOMPARE(item(name)->text(ScenariosPanel::Title), QStringLiteral("Call-back: number begun twice!"));
        QVERIFY(list()->isVisible());
        QVERIFY(item(name)->isSelected());
        picture("call-saved");
    }

    void aPhoneAnsweredByHandIsSavedWithItsTimes()
    {
        openExample();
        setMoment(QStringLiteral("2026-11-25T12:00:00"));
        call::PhonePlan plan;
        plan.answersAfter = 24LL * 3600 * 1000;
        plan.talksFor = -1;
        controller()->setPhonePlan(QStringLiteral("ivanov@specialists.example"), plan);
        dial(QStringLiteral("201"));
        QTRY_VERIFY(!controller()->phones().empty());
        QTest::qWait(700);
        controller()->answerPhone(QStringLiteral("ivanov@specialists.example"));
        QTRY_VERIFY(controller()->view().state == call::CallView::State::Connected);
        QTest::qWait(500);
        controller()->hangUpPhone(QStringLiteral("ivanov@specialists.example"));
        QTRY_VERIFY(!controller()->running());
        m_dialogs->scenario = QStringLiteral("By hand");
        action(Command::SaveScenario)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(state(QStringLiteral("by-hand.scenario")), QStringLiteral("passed"), 10'000);
        const QString length = item(QStringLiteral("by-hand.scenario"))->text(ScenariosPanel::Length);
        QVERIFY2(length.startsWith(QStringLiteral("0:01.")) || length.startsWith(QStringLiteral("0:02.")), qPrintable(length));
    }
};

QTEST_MAIN(TestScenariosWindow)
#include "tst_scenarios_window.moc"
