// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "preview/phone/event_text.h"
#include "preview/phone/phones_panel.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QTreeWidget>

using namespace pbx;
using namespace pbx::test;

/// The example's story in the window: 200 is dialled by day and after hours.
class TestDomainCall : public WindowTest {
    Q_OBJECT

    void setMoment(const QString &moment)
    {
        auto *at = find<QCheckBox>("momentCheck");
        if (!at->isChecked())
            QTest::mouseClick(at, Qt::LeftButton, {}, QPoint(8, at->height() / 2));
        QVERIFY(at->isChecked());
        find<QDateTimeEdit>("momentEdit")->setDateTime(QDateTime::fromString(moment, Qt::ISODate));
    }
    QStringList played() const
    {
        QStringList names;
        for (const call::Event &event : controller()->events()) {
            if (event.kind == "play")
                names << phone::memberText(event, "name");
        }
        return names;
    }
    /// Kind and words of every line of the transcript, as the user reads them.
    QStringList transcriptLines() const
    {
        QStringList lines;
        for (int row = 0; row < transcript()->rowCount(); ++row)
            lines << transcript()->index(row, TranscriptModel::What).data().toString();
        return lines;
    }
    void openWide()
    {
        openExample();
        m_window->setGeometry(0, 0, 1920, 1080);
    }

private Q_SLOTS:
    void byDay()
    {
        openWide();
        setMoment(QStringLiteral("2026-11-25T12:00:00"));
        setSpeed(CallController::Speed::Instant);
        dial(QStringLiteral("200"));
        QTRY_VERIFY(waitsForKey());
        QCOMPARE(played(), QStringLiteral("welcome dialknownextension forivanov press 1 forpetrov press 3 tospeakoperator press 0")
                               .split(u' '));
        click('1');
        QTRY_VERIFY2(displayText().contains(QStringLiteral("Talking with ivanov@specialists.example")), qPrintable(displayText()));
        picture("day-talking");
        QTRY_VERIFY_WITH_TIMEOUT(!controller()->running(), 40'000);
        QVERIFY2(transcriptLines().contains(QStringLiteral("The phone of ivanov@specialists.example rings and is answered")),
                 qPrintable(transcriptLines().join(u'\n')));
    }

    void afterHours()
    {
        openWide();
        setMoment(QStringLiteral("2026-11-25T20:15:00"));
        setSpeed(CallController::Speed::Instant);
        dial(QStringLiteral("200"));
        QTRY_VERIFY(waitsForKey());
        click('1');
        QTRY_VERIFY(played().contains(QStringLiteral("callbackclearnumber")) && waitsForKey());
        QVERIFY2(displayText().contains(QStringLiteral("callback")), qPrintable(displayText()));
        for (const char key : QByteArray("12*"))
            click(key);
        QTRY_VERIFY(played().count(QStringLiteral("callbackclearnumber")) == 2 && waitsForKey());
        for (const char key : QByteArray("345#"))
            click(key);
        QTRY_COMPARE(find<phone::MailPanel>("mailPanel")->count(), 1);
        QVERIFY(find<QLabel>("mailSubjectLabel")->text().contains(QStringLiteral("345")));
        QTRY_VERIFY(!controller()->running());
        QCOMPARE(played().mid(played().indexOf(QStringLiteral("tryingextension"))),
                 QStringLiteral("tryingextension callbackbusy callbacklater callbacknumber callbackclearnumber callbacknumber "
                                "callbackclearnumber callbacktrailer goodbye").split(u' '));
        picture("after-hours");
    }

    void phoneAnsweredByHand()
    {
        openWide();
        setMoment(QStringLiteral("2026-11-25T12:00:00"));
        m_window->docks()->show(app::Docks::Phones);
        auto *list = find<QTreeWidget>("phonesList");
        QTRY_VERIFY(list->isVisible());
        const auto items = list->findItems(QStringLiteral("ivanov@specialists.example"), Qt::MatchExactly);
        QCOMPARE(items.size(), 1);
        list->setCurrentItem(items.front());
        auto *plan = find<QComboBox>("phonePlanBox");
        plan->setFocus();
        QTest::keyClick(plan, Qt::Key_Down); // rings until you answer
        QTest::keyClick(plan, Qt::Key_Return);
        QCOMPARE(items.front()->text(1), QStringLiteral("rings until you answer"));

        m_window->docks()->show(app::Docks::Mail);
        dial(QStringLiteral("201"));
        auto *answer = find<QPushButton>("answerPhoneButton");
        QTRY_VERIFY(answer->isEnabled() && answer->isVisible()); // the panel comes forward by itself
        QCOMPARE(list->currentItem(), items.front());
        picture("phone-rings");
        QTest::qWait(400);
        QVERIFY(controller()->view().state == call::CallView::State::Ringing);
        QTest::mouseClick(answer, Qt::LeftButton);
        QTRY_VERIFY(controller()->view().state == call::CallView::State::Connected);
        QTRY_VERIFY(displayText().contains(QStringLiteral("Talking with ivanov")));
        picture("phone-talks");
        QTest::mouseClick(find<QPushButton>("hangUpPhoneButton"), Qt::LeftButton);
        QTRY_VERIFY(!controller()->running());

        dial(QStringLiteral("201"));
        QTRY_VERIFY(answer->isEnabled());
        QTest::mouseClick(find<QPushButton>("refusePhoneButton"), Qt::LeftButton);
        QTRY_VERIFY(!controller()->running());
        QVERIFY(transcriptLines().contains(QStringLiteral("The phone of ivanov@specialists.example is busy")));
    }

    void problemsOfTheWholeWorkspace()
    {
        openWide();
        auto *view = find<QTreeView>("problemsView");
        QTest::qWait(1000);
        QCOMPARE(view->model()->rowCount(), 0); // the example has none
        const QString path = workspace() + QStringLiteral("/domains/specialists.example/accounts/petrov.settings");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        QVERIFY(text.contains("#callback"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.replace("#callback", "#nosuchprogram"));
        file.close();
        QTRY_VERIFY_WITH_TIMEOUT(view->model()->rowCount() > 0, 10'000);
        const QModelIndex first = view->model()->index(0, app::ProblemsModel::Message);
        QVERIFY2(first.data().toString().contains(QStringLiteral("nosuchprogram")), qPrintable(first.data().toString()));
        m_window->docks()->show(app::Docks::Problems);
        QTRY_VERIFY(view->isVisible());
        picture("problems");
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(first).center());
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(first).center());
        QTRY_VERIFY(m_window->editors()->currentPage()->document()->path().endsWith(u"petrov.settings"));
        QVERIFY(m_window->editors()->currentPage()->caretLine() > 1);
    }

    /// The same happens in real time as in virtual time, in the same order.
    void sameOrderInRealTime()
    {
        openExample();
        setMoment(QStringLiteral("2026-11-25T20:15:00"));
        const auto kinds = [this] {
            QStringList list;
            for (const call::Event &event : controller()->events()) {
                if (event.kind != "key")
                    list << QString::fromUtf8(event.kind.data(), qsizetype(event.kind.size())) + u' '
                            + phone::memberText(event, "name");
            }
            return list;
        };
        QStringList orders[2];
        for (int round = 0; round < 2; ++round) {
            setSpeed(round == 0 ? CallController::Speed::Instant : CallController::Speed::Normal);
            dial(QStringLiteral("callback#ivanov"));
            QTRY_VERIFY_WITH_TIMEOUT(waitsForKey(), 20'000);
            click('7');
            click('#');
            QTRY_VERIFY_WITH_TIMEOUT(!controller()->running(), 10'000);
            orders[round] = kinds();
        }
        QCOMPARE(orders[1], orders[0]);
    }
};

QTEST_MAIN(TestDomainCall)
#include "tst_domain_call.moc"
