// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "app/shell/appearance.h"
#include "editor/prompts/recording_session.h"

#include <QScrollArea>
#include <QTableView>
#include <QTreeWidget>

using namespace pbx;
using namespace pbx::test;

/// Every panel in use, in both languages and both colour schemes, switched while the program runs. The pictures go to
/// PBX_SCREENSHOTS; what a machine can judge is judged here: texts follow the language, no label is cut off.
class TestPictures : public WindowTest {
    Q_OBJECT

    QString m_prefix;

    void look(const char *name, QWidget *widget = nullptr)
    {
        QVERIFY2(m_window->minimumSizeHint().width() <= 1366, qPrintable(m_prefix + u' ' + QLatin1StringView(name) + u' ' + QString::number(m_window->minimumSizeHint().width())));
        QTest::qWait(50); // layouts follow their texts
        const auto *keypad = m_window->phone()->keypad();
        QTRY_VERIFY2(keypad->visibleRegion().isEmpty() || keypad->visibleRegion().boundingRect().width() == keypad->width(), qPrintable(m_prefix));
        checkLabels(widget ? widget : m_window, m_prefix);
        picture(QLatin1StringView(name) + u'-' + m_prefix, widget);
    }

private Q_SLOTS:
    void panels_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("scheme");
        for (const char *language : {"en", "ru"}) {
            for (const char *scheme : {"light", "dark"})
                QTest::addRow("%s-%s", language, scheme) << QString::fromLatin1(language) << QString::fromLatin1(scheme);
        }
    }
    void panels()
    {
        QFETCH(QString, language);
        QFETCH(QString, scheme);
        m_prefix = language + u'-' + scheme;
        openExample();
        m_window->setGeometry(0, 0, 1366, 768);
        m_studio->appearance().setLanguage(language);
        m_studio->appearance().setColourScheme(scheme);
        QTest::qWait(100);
        const bool russian = language == u"ru";
        QCOMPARE(action(Command::ShowPrompts)->text().remove(u'&'), russian ? QStringLiteral("Подсказки") : QStringLiteral("Prompts"));
        QCOMPARE(m_window->palette().color(QPalette::Window).lightness() < 128, scheme == u"dark");

        action(Command::ShowAttendant)->trigger();
        look("attendant");
        action(Command::ShowAccounts)->trigger();
        auto *accounts = find<QTreeWidget>("accountList");
        accounts->setCurrentItem(accounts->findItems(QStringLiteral("ivanov"), Qt::MatchExactly).front());
        look("accounts");
        auto *area = m_window->findChild<QWidget *>(QStringLiteral("accountsPanel"))->findChild<QScrollArea *>();
        area->ensureWidgetVisible(find<QTreeWidget>("ruleList"));
        look("week");
        action(Command::ShowPrompts)->trigger();
        auto *matrix = find<QTableView>("promptMatrix");
        matrix->setCurrentIndex(matrix->model()->index(8, 2));
        look("prompts");
        QTest::mouseClick(find<QPushButton>("promptRecordButton"), Qt::LeftButton);
        auto *session = m_window->findChild<editor::RecordingSession *>();
        QVERIFY(session);
        look("recording", session);
        session->close();
        setSpeed(CallController::Speed::Instant);
        dial(QStringLiteral("200"));
        QTRY_VERIFY_WITH_TIMEOUT(waitsForKey(), 20'000);
        look("call");
        action(Command::HangUp)->trigger();
        QTRY_VERIFY(!controller()->running());
        for (const app::Docks::Id id : {app::Docks::Problems, app::Docks::Phones, app::Docks::Reference, app::Docks::Scenarios})
            m_window->docks()->show(id);
        action(Command::RunScenarios)->trigger();
        QTest::qWait(1500);
        look("docks");
    }
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
