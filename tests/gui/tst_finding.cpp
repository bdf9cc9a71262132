// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "app/shell/settings.h"
#include "app/shell/shortcuts_dialog.h"
#include "editor/locator/locator.h"
#include "editor/locator/locator_model.h"
#include "editor/search/search_model.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QKeySequenceEdit>
#include <QTreeWidget>

using namespace pbx;
using namespace pbx::test;
using editor::LocatorModel;
using editor::Place;
using editor::SearchModel;

/// Going anywhere by name, searching the workspace, and changing the keys, with the keyboard alone.
class TestFinding : public WindowTest {
    Q_OBJECT

    editor::Locator *m_locator = nullptr;

    void openLocator()
    {
        m_window->activateWindow(); // no window manager gives it back
        QTRY_VERIFY(m_window->isActiveWindow());
        type(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<editor::Locator *>());
        m_locator = m_window->findChild<editor::Locator *>();
        QTRY_VERIFY(m_locator->isVisible());
    }
    QTreeView *list() const { return m_locator->findChild<QTreeView *>(); }
    QLineEdit *field() const { return m_locator->findChild<QLineEdit *>(QStringLiteral("locatorEdit")); }
    QString cell(int column) const
    {
        return list()->currentIndex().siblingAtColumn(column).data().toString();
    }
    void closed()
    {
        QPointer<editor::Locator> locator = m_locator;
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(!locator);
    }
    QTreeView *places() const { return find<QTreeView>("searchView"); }
    QString status() const { return find<QLabel>("searchStatusLabel")->text(); }
    void search(const QString &text)
    {
        auto *edit = find<QLineEdit>("searchEdit");
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(find<QPushButton>("searchButton")->text(), QStringLiteral("Sea&rch"));
    }

private Q_SLOTS:
    void goesToFilesSectionsAccountsAndCommands()
    {
        openExample();
        openLocator();
        QTest::keyClicks(field(), QStringLiteral("callback.s"));
        QCOMPARE(cell(LocatorModel::Name), QStringLiteral("callback.sppr"));
        QCOMPARE(cell(LocatorModel::Kind), QStringLiteral("Program"));
        QVERIFY(field()->accessibleDescription().contains(QStringLiteral("Program")));
        picture("finding-locator");
        picture(QStringLiteral("finding-locator-dialog"), m_locator);
        closed();
        QCOMPARE(m_window->editors()->currentPage()->document()->path(), programPath());

        openLocator();
        QTest::keyClicks(field(), QStringLiteral("main callback section"));
        QTRY_COMPARE(cell(LocatorModel::Kind), QStringLiteral("Section"));
        QCOMPARE(cell(LocatorModel::Name).toLower(), QStringLiteral("main"));
        const int line = cell(LocatorModel::Where).section(u':', -1).toInt();
        QVERIFY(line > 0);
        closed();
        QCOMPARE(m_window->editors()->currentPage()->caretLine(), line);

        openLocator();
        QTest::keyClicks(field(), QStringLiteral("ivanov@"));
        QCOMPARE(cell(LocatorModel::Kind), QStringLiteral("Account"));
        closed();
        QVERIFY(m_window->editors()->currentPanel());
        QCOMPARE(m_window->editors()->currentPanel()->objectName(), QStringLiteral("accountsPanel"));

        openLocator();
        QTest::keyClicks(field(), QStringLiteral("for calling"));
        QCOMPARE(cell(LocatorModel::Kind), QStringLiteral("Command"));
        closed();
        QVERIFY(action(Command::LayoutCalling)->isChecked());
    }

    void arrowsMoveAndEscapeLeaves()
    {
        openExample();
        openLocator();
        QTest::keyClick(field(), Qt::Key_Down);
        QTest::keyClick(field(), Qt::Key_Down);
        QCOMPARE(list()->currentIndex().row(), 2);
        QTest::keyClicks(field(), QStringLiteral("no such thing anywhere"));
        QCOMPARE(list()->model()->rowCount(), 0);
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(m_locator->isVisible());
        QPointer<editor::Locator> locator = m_locator;
        QTest::keyClick(field(), Qt::Key_Escape);
        QTRY_VERIFY(!locator);
    }

    void manyPlacesFilter()
    {
        QList<Place> many;
        for (int i = 0; i < 10'000; ++i)
            many += Place{Place::Kind::Prompt, QStringLiteral("prompt%1.wav").arg(i), QStringLiteral("server/russian/prompt%1.wav").arg(i), {}, {}, 0, {}};
        LocatorModel model;
        model.setPlaces(many);
        QElapsedTimer timer;
        timer.start();
        model.setFilter(QStringLiteral("russian 99"));
        qInfo("10,000 places filtered in %.2f ms", double(timer.nsecsElapsed()) / 1e6);
        QVERIFY(model.fitting() > 100);
        QCOMPARE(model.rowCount(), qMin(model.fitting(), LocatorModel::mostShown));
        model.setFilter(QStringLiteral("prompt77.wav"));
        QCOMPARE(model.place(0).name, QStringLiteral("prompt77.wav"));
        model.setFilter(QString());
        QCOMPARE(model.fitting(), 10'000);
    }

    void searchesTheWorkspaceAndTheScreen()
    {
        openExample();
        type(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(find<QLineEdit>("searchEdit")->hasFocus());
        search(QStringLiteral("ivanov"));
        QVERIFY(places()->model()->rowCount() > 1);
        QVERIFY2(status().contains(QStringLiteral(" in ")), qPrintable(status()));
        picture("finding-search");

        // Whole words find fewer places, the wrong case none.
        search(QStringLiteral("IVANOV"));
        const int files = places()->model()->rowCount();
        find<QCheckBox>("searchCaseBox")->setChecked(true);
        search(QStringLiteral("IVANOV"));
        QVERIFY(places()->model()->rowCount() < files);
        find<QCheckBox>("searchCaseBox")->setChecked(false);
        find<QCheckBox>("searchExpressionBox")->setChecked(true);
        search(QStringLiteral("(unclosed"));
        QVERIFY2(status().contains(QStringLiteral("wrong")), qPrintable(status()));
        QCOMPARE(places()->model()->rowCount(), 0);
        find<QCheckBox>("searchExpressionBox")->setChecked(false);

        // What stands on the screen, not what the disk has.
        search(QStringLiteral("unsavedword"));
        QCOMPARE(places()->model()->rowCount(), 0);
        m_window->openFile(programPath(), 3, 1);
        QTest::keyClicks(m_window->focusWidget(), QStringLiteral("unsavedword"));
        search(QStringLiteral("unsavedword"));
        QTRY_COMPARE(places()->model()->rowCount(), 1);
        m_window->editors()->currentPage()->goTo(1);
        places()->setFocus();
        places()->setCurrentIndex(places()->model()->index(0, 0, places()->model()->index(0, 0)));
        QTest::keyClick(places(), Qt::Key_Return);
        QCOMPARE(m_window->editors()->currentPage()->caretLine(), 3);
        m_dialogs->saveAnswer = app::DialogService::Answer::Discard;
    }

    void keysAreChangedKeptAndReset()
    {
        openExample();
        action(Command::Shortcuts)->trigger();
        auto *dialog = m_window->findChild<app::ShortcutsDialog *>();
        QVERIFY(dialog);
        auto *searchEdit = dialog->findChild<QLineEdit *>(QStringLiteral("shortcutsSearchEdit"));
        QTest::keyClicks(searchEdit, QStringLiteral("Go to Line"));
        auto *edit = dialog->findChild<QKeySequenceEdit *>();
        auto *assign = dialog->findChild<QPushButton *>(QStringLiteral("shortcutAssignButton"));
        auto *conflict = dialog->findChild<QLabel *>(QStringLiteral("shortcutConflictLabel"));
        QTRY_VERIFY(edit->isEnabled());
        QVERIFY(!assign->isEnabled());
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY2(conflict->text().contains(QStringLiteral("Save")), qPrintable(conflict->text()));
        picture(QStringLiteral("finding-shortcuts"), dialog);
        QTest::mouseClick(assign, Qt::LeftButton);
        QCOMPARE(action(Command::GoToLine)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_G)); // not before OK
        dialog->accept();
        QCOMPARE(action(Command::GoToLine)->shortcuts(), QList{QKeySequence(Qt::CTRL | Qt::Key_S)});
        QVERIFY(action(Command::Save)->shortcuts().isEmpty());

        // Another start of the program has them too.
        QPointer<MainWindow> window = m_window;
        QVERIFY(m_window->close());
        QTRY_VERIFY(!window);
        openExample();
        QCOMPARE(action(Command::GoToLine)->shortcuts(), QList{QKeySequence(Qt::CTRL | Qt::Key_S)});

        action(Command::Shortcuts)->trigger();
        dialog = m_window->findChild<app::ShortcutsDialog *>();
        QVERIFY(dialog);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("shortcutsResetAllButton")), Qt::LeftButton);
        dialog->accept();
        QCOMPARE(action(Command::GoToLine)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_G));
        QCOMPARE(action(Command::Save)->shortcuts(), m_window->actions()->standardKeys(action(Command::Save)));
    }

    void brokenKeysInTheSettingsAreLeftOut()
    {
        app::Actions actions;
        actions.setOwnKeys({QStringLiteral("saveAction=Ctrl+Nonsense"), QStringLiteral("="), QStringLiteral("no such action=F9"),
                            QStringLiteral("quitAction="), QStringLiteral("callAction=F9")});
        QVERIFY(actions[Command::Save]->shortcuts().isEmpty());
        QVERIFY(actions[Command::Quit]->shortcuts().isEmpty());
        QCOMPARE(actions[Command::Call]->shortcut(), QKeySequence(Qt::Key_F9));
        actions.setOwnKeys({});
        QCOMPARE(actions[Command::Call]->shortcut(), QKeySequence(Qt::Key_F5));
    }
};

QTEST_MAIN(TestFinding)
#include "tst_finding.moc"
