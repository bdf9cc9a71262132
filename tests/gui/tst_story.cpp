// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "editor/accounts/hours_grid.h"
#include "editor/archive/export_dialog.h"
#include "environment/archive/archive.h"
#include "environment/audio/sound_file.h"
#include "environment/files/atomic_file.h"
#include "preview/phone/event_text.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QMenu>
#include <QSpinBox>
#include <QTableView>
#include <QTimeEdit>
#include <QTreeWidget>

using namespace pbx;
using namespace pbx::test;

/// The administrator's whole day from an empty domain, in the window alone: once with the mouse, once by the keyboard.
class TestStory : public WindowTest {
    Q_OBJECT

    bool m_mouse = true;

    QString domainFolder() const { return workspace() + QStringLiteral("/domains/office.example"); }
    QString environment() const { return domainFolder() + QStringLiteral("/environment"); }

    /// An empty domain: a folder for it, and nothing in it.
    void makeEmptyDomain()
    {
        QDir(workspace()).removeRecursively();
        QVERIFY(files::saveFile(workspace() + QStringLiteral("/workspace.settings"),
                                "{\n DefaultDomain = \"office.example\";\n Name = Office;\n TimeZone = \"Europe/Moscow\";\n}\n"));
        QVERIFY(QDir().mkpath(domainFolder()));
    }

    // What a hand does.

    void press(QAbstractButton *button)
    {
        QVERIFY(button);
        QTRY_VERIFY2(button->isEnabled() && button->isVisible(), qPrintable(button->objectName()));
        if (m_mouse) {
            QTest::mouseClick(button, Qt::LeftButton, {}, button->inherits("QCheckBox") ? QPoint(9, button->height() / 2) : QPoint());
            return;
        }
        button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
    }
    void enterText(QLineEdit *edit, const QString &text, Qt::Key end = Qt::Key_Return)
    {
        QVERIFY(edit);
        if (m_mouse)
            QTest::mouseClick(edit, Qt::LeftButton);
        else
            edit->setFocus(Qt::TabFocusReason);
        edit->selectAll();
        edit->insert(text); // what an input method delivers: keys of a test know Latin letters only
        edit->setModified(true);
        Q_EMIT edit->textEdited(text);
        QTest::keyClick(edit, end);
    }
    /// A menu's entry, by pointing or by its keys.
    void pick(const QList<QAction *> &path)
    {
        QMenu *menu = path.front()->menu();
        QVERIFY(menu);
        if (m_mouse) {
            const QPoint at = m_window->menuBar()->mapTo(m_window, m_window->menuBar()->actionGeometry(path.front()).center());
            QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, at);
        } else {
            const QString title = path.front()->text();
            const QChar letter = title.at(title.indexOf(u'&') + 1);
            QTest::keyClick(m_window->windowHandle(), Qt::Key(letter.toUpper().unicode()), Qt::AltModifier);
        }
        QTRY_VERIFY(menu->isVisible());
        for (qsizetype i = 1; i < path.size(); ++i) {
            QVERIFY2(path[i]->isEnabled(), qPrintable(path[i]->text()));
            if (m_mouse) {
                const QPoint at = menu->actionGeometry(path[i]).center();
                QTest::mouseMove(menu->windowHandle(), at);
                if (path[i]->menu()) {
                    QTRY_VERIFY(path[i]->menu()->isVisible()); // a submenu opens by itself
                    menu = path[i]->menu();
                    continue;
                }
                QTest::mouseClick(menu->windowHandle(), Qt::LeftButton, {}, at);
            } else {
                for (int step = 0; step < 40 && menu->activeAction() != path[i]; ++step)
                    QTest::keyClick(menu, Qt::Key_Down);
                QCOMPARE(menu->activeAction(), path[i]);
                QTest::keyClick(menu, path[i]->menu() ? Qt::Key_Right : Qt::Key_Return);
            }
            if (path[i]->menu()) {
                menu = path[i]->menu();
                QTRY_VERIFY(menu->isVisible());
            }
        }
    }
    QAction *menuAction(Command command) const { return action(command); }
    QAction *topMenu(const char *title) const
    {
        for (QAction *entry : m_window->menuBar()->actions()) {
            if (QString(entry->text()).remove(u'&') == QLatin1StringView(title))
                return entry;
        }
        return nullptr;
    }
    void workspaceMenu(QAction *entry) { pick({topMenu("Workspace"), entry}); }
    void environmentMenu(const char *name)
    {
        pick({topMenu("Workspace"), find<QMenu>("environmentMenu")->menuAction(), find<QAction>(name)});
    }
    void chooseLine(QTreeView *tree, const QString &text)
    {
        const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchStartsWith | Qt::MatchRecursive);
        QVERIFY2(!found.isEmpty(), qPrintable(text));
        if (m_mouse) {
            tree->scrollTo(found.front());
            QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(found.front()).center());
        } else {
            tree->setFocus(Qt::TabFocusReason);
            QTest::keyClick(tree, Qt::Key_Home);
            for (int i = 0; i < 60 && !tree->currentIndex().siblingAtColumn(0).data().toString().startsWith(text); ++i)
                QTest::keyClick(tree, Qt::Key_Down);
        }
        QVERIFY2(tree->currentIndex().siblingAtColumn(0).data().toString().startsWith(text), qPrintable(text));
    }
    void createAccount(const QString &name, const QString &realName, const QString &aliases)
    {
        enterText(find<QLineEdit>("newAccountEdit"), name);
        QTRY_VERIFY(QFileInfo::exists(domainFolder() + QStringLiteral("/accounts/%1.settings").arg(name)));
        chooseLine(find<QTreeWidget>("accountList"), name);
        enterText(find<QLineEdit>("realNameEdit"), realName);
        enterText(find<QLineEdit>("aliasesEdit"), aliases);
        auto *language = find<QComboBox>("accountLanguageBox");
        language->setFocus();
        QTest::keyClick(language, Qt::Key_End);
        QTest::keyClick(language, Qt::Key_Down);
        Q_EMIT language->activated(language->currentIndex());
        QVERIFY2(settings(name).contains("Language = Russian"), settings(name));
    }
    QByteArray settings(const QString &account) const
    {
        return files::readFile(domainFolder() + QStringLiteral("/accounts/%1.settings").arg(account)).value_or(QByteArray());
    }
    void setHoursAndDivert(const QString &account)
    {
        chooseLine(find<QTreeWidget>("accountList"), account);
        auto *grid = find<editor::HoursGrid>("hoursGrid");
        if (m_mouse) {
            // From Monday 09:00 to Friday 18:00, drawn.
            const QSize size = grid->size();
            const int head = grid->fontMetrics().height() + 4;
            int names = 0;
            for (int day = 0; day < 7; ++day)
                names = std::max(names, grid->fontMetrics().horizontalAdvance(editor::WeekGrid::dayName(day)) + 12);
            const auto at = [&](int row, double slot) {
                return QPoint(names + int((size.width() - names) * slot / 48), head + (size.height() - head) * (2 * row + 1) / 14);
            };
            QTest::mousePress(grid, Qt::LeftButton, {}, at(1, 18.5));
            QTest::mouseMove(grid, at(5, 35.5));
            QTest::mouseRelease(grid, Qt::LeftButton, {}, at(5, 35.5));
        } else {
            grid->setFocus(Qt::TabFocusReason);
            grid->setCursor(1, 18);
            for (int i = 0; i < 17; ++i)
                QTest::keyClick(grid, Qt::Key_Right, Qt::ShiftModifier);
            for (int i = 0; i < 4; ++i)
                QTest::keyClick(grid, Qt::Key_Down, Qt::ShiftModifier);
            QTest::keyClick(grid, Qt::Key_Return);
        }
        QVERIFY2(settings(account).contains("WorkDayStart = 32400") && settings(account).contains("WorkDayEnd = 64800"), settings(account));
        press(find<QCheckBox>("divertCheck_afterhours"));
        enterText(find<QComboBox>("divertTarget_afterhours")->lineEdit(), QStringLiteral("#callback"));
        QVERIFY2(settings(account).contains("pbx divert afterhours"), settings(account));
    }
    void writeText(const QString &prompt, const QString &text)
    {
        auto *view = find<QTableView>("promptMatrix");
        int column = 0;
        while (view->model()->headerData(column, Qt::Horizontal).toString() != u"Russian")
            ++column;
        const QModelIndexList found = view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, prompt, 1, Qt::MatchFixedString);
        QVERIFY2(!found.isEmpty(), qPrintable(prompt));
        const QModelIndex wanted = found.front().siblingAtColumn(column);
        if (m_mouse) {
            view->scrollTo(wanted);
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(wanted).center());
        } else {
            view->setFocus(Qt::TabFocusReason);
            QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
            for (int i = 0; i < column; ++i)
                QTest::keyClick(view, Qt::Key_Right);
            for (int i = 0; i < 400 && view->currentIndex() != wanted; ++i)
                QTest::keyClick(view, Qt::Key_Down);
        }
        QCOMPARE(view->currentIndex(), wanted);
        auto *edit = find<QPlainTextEdit>("promptTextEdit");
        if (m_mouse)
            QTest::mouseClick(edit->viewport(), Qt::LeftButton);
        else
            edit->setFocus(Qt::TabFocusReason);
        edit->selectAll();
        edit->insertPlainText(text);
    }
    void callAt(const QString &moment)
    {
        auto *at = find<QCheckBox>("momentCheck");
        if (!at->isChecked())
            press(at);
        find<QDateTimeEdit>("momentEdit")->setDateTime(QDateTime::fromString(moment, Qt::ISODate));
        setSpeed(CallController::Speed::Instant);
        auto *box = find<QComboBox>("addressBox");
        enterText(box->lineEdit(), QStringLiteral("200"), m_mouse ? Qt::Key_Tab : Qt::Key_Return);
        if (m_mouse)
            press(find<QPushButton>("callButton"));
    }
    QStringList played() const
    {
        QStringList names;
        for (const call::Event &event : controller()->events()) {
            if (event.kind == "play" || event.kind == "missing")
                names << (event.kind == "missing" ? QStringLiteral("!") : QString()) + phone::memberText(event, "name");
        }
        return names;
    }

private Q_SLOTS:
    void wholeDay_data()
    {
        QTest::addColumn<bool>("mouse");
        QTest::addRow("mouse") << true;
        QTest::addRow("keyboard") << false;
    }
    void wholeDay()
    {
        QFETCH(bool, mouse);
        m_mouse = mouse;
        makeEmptyDomain();
        m_window = m_studio->start(workspace(), {});
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        m_window->setGeometry(0, 0, 1600, 1500);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        QTRY_VERIFY(!m_window->folder().isEmpty());

        // The environment and the language.
        auto *tree = find<QTreeView>("environmentTree");
        chooseLine(tree, QStringLiteral("office.example"));
        environmentMenu("createEnvironmentAction");
        QVERIFY(QFileInfo(environment()).isDir());
        chooseLine(tree, QStringLiteral("office.example"));
        m_dialogs->language = QStringLiteral("Russian");
        environmentMenu("newLanguageAction");
        QVERIFY(QFileInfo(environment() + QStringLiteral("/russian")).isDir());

        // The accounts.
        workspaceMenu(menuAction(Command::ShowAccounts));
        createAccount(QStringLiteral("ivanov"), QStringLiteral("Иван Иванов"), QStringLiteral("201"));
        createAccount(QStringLiteral("petrov"), QStringLiteral("Пётр Петров"), QStringLiteral("203"));
        createAccount(QStringLiteral("operator"), QStringLiteral("Оператор"), QStringLiteral("209"));
        createAccount(QStringLiteral("pbx"), QStringLiteral("Секретарь"), QStringLiteral("200, conference"));
        QVERIFY(!QTest::currentTestFailed());

        // The menu.
        workspaceMenu(menuAction(Command::ShowAttendant));
        for (const char *name : {"operator", "ivanov", "petrov"})
            enterText(find<QComboBox>("newDepartmentBox")->lineEdit(), QLatin1StringView(name));
        QVERIFY2(settings(QStringLiteral("pbx")).contains("(ivanov,petrov,operator)"), settings(QStringLiteral("pbx")));
        enterText(find<QLineEdit>("directoryPrefixEdit"), QStringLiteral("2"));

        // The program, from the template.
        m_dialogs->program = app::DialogService::NewProgramAnswer{QStringLiteral("callback.sppr"), QStringLiteral("office.example"), QStringLiteral("callback")};
        pick({topMenu("File"), menuAction(Command::NewProgram)});
        QVERIFY(QFileInfo::exists(environment() + QStringLiteral("/callback.sppr")));

        // Hours and diverts.
        workspaceMenu(menuAction(Command::ShowAccounts));
        setHoursAndDivert(QStringLiteral("ivanov"));
        setHoursAndDivert(QStringLiteral("petrov"));
        QVERIFY(!QTest::currentTestFailed());

        // Prompts: texts are written, the computer speaks them.
        workspaceMenu(menuAction(Command::ShowPrompts));
        writeText(QStringLiteral("forivanov"), QStringLiteral("Чтобы поговорить с Ивановым,"));
        writeText(QStringLiteral("forpetrov"), QStringLiteral("Чтобы поговорить с Петровым,"));
        writeText(QStringLiteral("callbackbusy"), QStringLiteral("Сейчас никого нет."));
        writeText(QStringLiteral("callbacklater"), QStringLiteral("Мы перезвоним вам позже."));
        writeText(QStringLiteral("callbacknumber"), QStringLiteral("Наберите номер и решётку."));
        writeText(QStringLiteral("callbackclearnumber"), QStringLiteral("Звёздочка стирает набранное."));
        writeText(QStringLiteral("callbacktrailer"), QStringLiteral("Спасибо."));
        writeText(QStringLiteral("callbacknotavailable"), QStringLiteral("К сожалению, не получилось."));
        QVERIFY(!QTest::currentTestFailed());
        workspaceMenu(menuAction(Command::SpeakPrompts));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(environment() + QStringLiteral("/russian/callbacktrailer.wav")), 60'000);
        QVERIFY(audio::read(environment() + QStringLiteral("/russian/forivanov.wav"))->durationMs() > 500);
        picture(mouse ? "story-prompts-mouse" : "story-prompts-keyboard");

        // By day and by night.
        callAt(QStringLiteral("2026-11-25T12:00:00"));
        QTRY_VERIFY_WITH_TIMEOUT(waitsForKey(), 20'000);
        QCOMPARE(played(), QStringLiteral("welcome dialknownextension forivanov press 1 forpetrov press 3 tospeakoperator press 0").split(u' '));
        dialKey('1');
        QTRY_VERIFY2_WITH_TIMEOUT(displayText().contains(QStringLiteral("Talking with ivanov")), qPrintable(displayText()), 20'000);
        picture(mouse ? "story-day-mouse" : "story-day-keyboard");
        action(Command::HangUp)->trigger();
        QTRY_VERIFY(!controller()->running());
        callAt(QStringLiteral("2026-11-25T20:15:00"));
        QTRY_VERIFY_WITH_TIMEOUT(waitsForKey(), 20'000);
        dialKey('1');
        QTRY_VERIFY_WITH_TIMEOUT(played().contains(QStringLiteral("callbackclearnumber")) && waitsForKey(), 20'000);
        for (const char key : QByteArray("555#"))
            dialKey(key);
        QTRY_COMPARE_WITH_TIMEOUT(find<phone::MailPanel>("mailPanel")->count(), 1, 20'000);
        QVERIFY(find<QLabel>("mailSubjectLabel")->text().contains(QStringLiteral("555")));
        QTRY_VERIFY_WITH_TIMEOUT(!controller()->running(), 20'000);
        QVERIFY2(played().filter(QStringLiteral("!")).isEmpty(), qPrintable(played().join(u' ')));
        QVERIFY2(m_dialogs->errors.isEmpty(), qPrintable(m_dialogs->errors.join(u'\n')));

        exportArchive();
    }

private:
    void dialKey(char key)
    {
        if (m_mouse)
            click(key);
        else
            QTest::keyClicks(m_window->phone()->keypad()->button('5'), QString(QLatin1Char(key)));
    }
    void exportArchive()
    {
        const QString tar = m_folder->filePath(QStringLiteral("office.tar"));
        auto *tree = find<QTreeView>("environmentTree");
        chooseLine(tree, QStringLiteral("office.example"));
        // The dialog has a loop of its own: its part is played when it stands.
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            auto *dialog = qobject_cast<editor::ExportDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            look.stop();
            QLineEdit *path = nullptr;
            for (QLineEdit *edit : dialog->findChildren<QLineEdit *>()) {
                if (edit->text().endsWith(u".tar"))
                    path = edit;
            }
            QVERIFY(path);
            path->setText(tar);
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (button->isDefault())
                    press(button);
            }
        });
        look.start(100);
        environmentMenu("exportArchiveAction");
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(tar), 20'000);
        QProcess list;
        list.start(QStringLiteral("tar"), {QStringLiteral("-tf"), tar});
        QVERIFY(list.waitForFinished());
        const QStringList names = QString::fromUtf8(list.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(names.contains(QStringLiteral("callback.sppr")) && names.contains(QStringLiteral("russian/forivanov.wav")), qPrintable(names.join(u' ')));
    }
};

QTEST_MAIN(TestStory)
#include "tst_story.moc"
