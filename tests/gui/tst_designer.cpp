// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "editor/accounts/accounts_panel.h"
#include "editor/accounts/hours_grid.h"
#include "editor/accounts/week_map.h"
#include "editor/attendant/attendant_panel.h"
#include "editor/attendant/key_map.h"
#include "editor/prompts/prompt_model.h"
#include "editor/prompts/recording_session.h"
#include "editor/tree/tree_panel.h"
#include "environment/audio/loudness.h"
#include "environment/audio/sound_file.h"
#include "environment/files/atomic_file.h"
#include "preview/phone/player.h"

#include <QCheckBox>
#include <QTableView>
#include <QTimeEdit>
#include <QToolBar>
#include <QTreeWidget>

using namespace pbx;
using namespace pbx::test;

/// The designer's panels in the window, used as an administrator would.
class TestDesigner : public WindowTest {
    Q_OBJECT

    QByteArray settingsOf(const char *account)
    {
        return files::readFile(workspace() + QStringLiteral("/domains/specialists.example/accounts/%1.settings").arg(QLatin1StringView(account))).value_or(QByteArray());
    }
    void openWide(int width = 1680, int height = 1000)
    {
        openExample();
        m_window->setGeometry(0, 0, width, height);
        QTest::qWait(50);
    }
    void trigger(const char *name)
    {
        auto *action = find<QAction>(name);
        QVERIFY2(action->isEnabled(), name);
        action->trigger();
    }
    QStringList departments()
    {
        QStringList list;
        const auto *tree = find<QTreeWidget>("departmentList");
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            list << tree->topLevelItem(i)->text(0) + u' ' + tree->topLevelItem(i)->text(1);
        return list;
    }

    void choose(QTableView *view, const QString &prompt, const QString &language)
    {
        int column = -1;
        for (int i = 0; i < view->model()->columnCount(); ++i) {
            if (view->model()->headerData(i, Qt::Horizontal).toString() == language)
                column = i;
        }
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 0).data().toString() == prompt)
                view->setCurrentIndex(view->model()->index(row, column));
        }
    }
    /// What is played to the sink `voice` comes out of the microphone (resources/build/desktop.sh).
    void speakIntoMicrophone(const audio::Sound &sound)
    {
        const QString path = m_folder->filePath(QStringLiteral("spoken.wav"));
        QVERIFY(audio::write(path, sound));
        QProcess player;
        player.start(QStringLiteral("paplay"), {QStringLiteral("--device=voice"), path});
        QVERIFY(player.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), QProcess::NotRunning, 10'000);
    }
    QString cell(QTableView *view) { return view->currentIndex().data().toString(); }

private Q_SLOTS:
    /// Thousands of files are looked into beside the window; what is wrong with one appears when it is found.
    void manyPromptsAreLookedIntoLater()
    {
        const QString folder = workspace() + QStringLiteral("/domains/specialists.example/environment/russian/");
        audio::Sound sound{audio::TelephoneRate, std::vector<std::int16_t>(800)};
        for (int i = 0; i < 400; ++i)
            QVERIFY(audio::write(folder + QStringLiteral("many%1.wav").arg(i), sound));
        sound.sampleRate = 44'100;
        QVERIFY(audio::write(folder + QStringLiteral("many399.wav"), sound));
        openWide();
        action(Command::ShowPrompts)->trigger();
        auto *view = find<QTableView>("promptMatrix");
        const auto state = [&](const char *name) {
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                if (view->model()->index(row, 0).data().toString() == QLatin1StringView(name))
                    return view->model()->index(row, 2).data().toString();
            }
            return QString();
        };
        QVERIFY(!state("many398").isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(state("many399"), editor::PromptModel::stateText(prompts::State::WrongFormat), 20'000);
        QCOMPARE(state("many398"), editor::PromptModel::stateText(prompts::State::Own));
    }

    void rulesAreReordered()
    {
        openWide();
        action(Command::ShowAccounts)->trigger();
        auto *accounts = find<QTreeWidget>("accountList");
        accounts->setCurrentItem(accounts->findItems(QStringLiteral("ivanov"), Qt::MatchExactly).front());
        auto *rules = find<QTreeWidget>("ruleList");
        QCOMPARE(rules->topLevelItemCount(), 2);
        const QString first = rules->topLevelItem(0)->text(0);
        const QString second = rules->topLevelItem(1)->text(0);
        const QByteArray before = settingsOf("ivanov");
        QVERIFY(before.indexOf(first.toUtf8()) < before.indexOf(second.toUtf8()));
        rules->setCurrentItem(rules->topLevelItem(0));
        rules->setFocus();
        QTest::keyClick(rules, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(rules->topLevelItem(0)->text(0), second);
        QCOMPARE(rules->currentItem()->text(0), first); // the choice goes along
        QVERIFY(settingsOf("ivanov").indexOf(second.toUtf8()) < settingsOf("ivanov").indexOf(first.toUtf8()));
        QTest::keyClick(rules, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(rules->topLevelItem(0)->text(0), first);
        action(Command::Undo)->trigger();
        QTRY_COMPARE(rules->topLevelItem(0)->text(0), second);
        action(Command::Undo)->trigger();
        QTRY_COMPARE(rules->topLevelItem(0)->text(0), first);
        QCOMPARE(settingsOf("ivanov"), before);
    }

    /// A program of the server can be read; what is typed goes into a copy of one's own.
    void stockProgramsCanOnlyBeRead()
    {
        openWide();
        const QString stock = files::stockFolder() + QStringLiteral("/pbx.sppr");
        QFile file(stock);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        QVERIFY(m_window->openFile(stock, 3));
        editor::EditorPage *page = m_window->editors()->currentPage();
        auto *text = page->findChild<editor::CodeEditor *>();
        QTest::keyClicks(text, QStringLiteral("abc"));
        QTest::keyClick(text, Qt::Key_Return);
        action(Command::ToggleComment)->trigger();
        QCOMPARE(text->bytes(), before);
        QVERIFY(!page->document()->isModified());
        picture("stock-program");
        QTest::mouseClick(page->findChild<QPushButton *>(QStringLiteral("ownCopyButton")), Qt::LeftButton);
        QTRY_COMPARE(QFileInfo(m_window->editors()->currentPage()->document()->path()).absolutePath(),
                     QFileInfo(programPath()).absolutePath());
        page = m_window->editors()->currentPage();
        QVERIFY(!page->isStock());
        QCOMPARE(page->caretLine(), 3);
        text = page->findChild<editor::CodeEditor *>();
        QTest::keyClicks(text, QStringLiteral("abc"));
        QVERIFY(page->document()->isModified());
        QVERIFY(page->document()->save());
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), before);
    }

    void menuShowsKeysAndMoves()
    {
        openWide();
        action(Command::ShowAttendant)->trigger();
        QCOMPARE(departments(), QStringList({QStringLiteral("1 ivanov"), QStringLiteral("3 petrov"), QStringLiteral("0 operator")}));
        auto *keys = m_window->findChild<editor::KeyMap *>();
        QVERIFY(keys->meaning('1').contains(QStringLiteral("ivanov")));
        QVERIFY(keys->meaning('2').contains(QStringLiteral("extension")));
        picture("attendant");
        auto *tree = find<QTreeWidget>("departmentList");
        tree->setFocus();
        tree->setCurrentItem(tree->topLevelItem(0));
        QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(departments(), QStringList({QStringLiteral("1 petrov"), QStringLiteral("3 ivanov"), QStringLiteral("0 operator")}));
        QVERIFY(settingsOf("pbx").contains("(petrov,ivanov,operator)"));
        QVERIFY(action(Command::Undo)->text().contains(QStringLiteral("ivanov")));
        action(Command::Undo)->trigger();
        QVERIFY(settingsOf("pbx").contains("(ivanov,petrov,operator)"));
        QCOMPARE(departments().front(), QStringLiteral("1 ivanov"));
        action(Command::Redo)->trigger();
        QCOMPARE(departments().front(), QStringLiteral("1 petrov"));
        action(Command::Undo)->trigger();
    }

    void newDepartmentIsMended()
    {
        openWide();
        action(Command::ShowAttendant)->trigger();
        auto *box = find<QComboBox>("newDepartmentBox");
        box->setFocus();
        QTest::keyClicks(box->lineEdit(), QStringLiteral("lawyers"));
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        QCOMPARE(departments().at(2), QStringLiteral("4 lawyers"));
        QVERIFY(settingsOf("pbx").contains("(ivanov,petrov,lawyers,operator)"));
        QPushButton *create = nullptr;
        for (QPushButton *button : find<QWidget>("attendantFaults")->findChildren<QPushButton *>()) {
            if (button->text().contains(QStringLiteral("lawyers")))
                create = button;
        }
        QVERIFY(create);
        picture("attendant-faults");
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY(!settingsOf("lawyers").isEmpty());
        const auto *tree = find<QTreeWidget>("departmentList");
        QTRY_COMPARE(tree->topLevelItem(2)->text(2), QStringLiteral("lawyers"));
        QVERIFY(tree->topLevelItem(2)->text(4).contains(QStringLiteral("prompt missing")));
    }

    void prefixMovesKeys()
    {
        openWide();
        action(Command::ShowAttendant)->trigger();
        auto *prefix = find<QLineEdit>("directoryPrefixEdit");
        prefix->setFocus();
        prefix->selectAll();
        QTest::keyClicks(prefix, QStringLiteral("12"));
        QCOMPARE(departments(), QStringList({QStringLiteral("3 ivanov"), QStringLiteral("4 petrov"), QStringLiteral("0 operator")}));
        action(Command::Undo)->trigger(); // typing is one change
        QCOMPARE(departments().front(), QStringLiteral("1 ivanov"));
        QCOMPARE(prefix->text(), QStringLiteral("2"));
    }

    void hoursAndDiverts()
    {
        openWide(1680, 1600);
        action(Command::ShowAccounts)->trigger();
        auto *list = find<QTreeWidget>("accountList");
        list->setCurrentItem(list->findItems(QStringLiteral("ivanov"), Qt::MatchExactly).front());
        picture("accounts");
        auto *map = m_window->findChild<editor::WeekMap *>();
        auto spans = map->spans();
        QVERIFY(!spans.empty());
        QStringList words;
        for (const auto &span : spans)
            words << span.when + u' ' + span.what;
        QVERIFY2(words.contains(QStringLiteral("Mon–Fri 09:00–18:00 rings ivanov@specialists.example")), qPrintable(words.join(u'\n')));

        auto *end = find<QTimeEdit>("workEndEdit");
        end->setTime(QTime(19, 30));
        QVERIFY(settingsOf("ivanov").contains("WorkDayEnd = 70200"));
        QVERIFY2(settingsOf("ivanov").contains("09:00-19:30"), settingsOf("ivanov")); // the divert follows
        auto *saturday = find<editor::HoursGrid>("hoursGrid");
        saturday->setFocus();
        saturday->setCursor(6, 20);
        QTest::keyClick(saturday, Qt::Key_Space);
        QVERIFY2(settingsOf("ivanov").contains("Sat"), settingsOf("ivanov"));
        words.clear();
        for (const auto &span : map->spans())
            words << span.when + u' ' + span.what;
        QVERIFY2(words.contains(QStringLiteral("Mon–Sat 09:00–19:30 rings ivanov@specialists.example")), qPrintable(words.join(u'\n')));

        auto *busy = find<QCheckBox>("divertCheck_busy");
        QTest::mouseClick(busy, Qt::LeftButton, {}, QPoint(8, busy->height() / 2));
        auto *target = find<QComboBox>("divertTarget_busy");
        target->lineEdit()->setFocus();
        QTest::keyClicks(target->lineEdit(), QStringLiteral("petrov"));
        QTest::keyClick(target->lineEdit(), Qt::Key_Return);
        QVERIFY2(settingsOf("ivanov").contains("pbx divert busy"), settingsOf("ivanov"));
        picture("accounts-changed");
        while (action(Command::Undo)->isEnabled())
            action(Command::Undo)->trigger();
        QVERIFY(settingsOf("ivanov").contains("WorkDayEnd = 64800"));
        QVERIFY(!settingsOf("ivanov").contains("pbx divert busy"));
    }

    void promptsAreSpokenAndTheirTextsFollowed()
    {
        openWide();
        action(Command::ShowPrompts)->trigger();
        auto *view = find<QTableView>("promptMatrix");
        QVERIFY(view->model()->rowCount() > 20);
        choose(view, QStringLiteral("forivanov"), QStringLiteral("Russian"));
        QCOMPARE(cell(view), QStringLiteral("own"));
        QVERIFY(find<QPlainTextEdit>("promptTextEdit")->toPlainText().contains(QStringLiteral("Ивановым")));
        picture("prompts");

        // A new department's prompt: its text is written, the computer speaks it.
        action(Command::ShowAttendant)->trigger();
        auto *box = find<QComboBox>("newDepartmentBox");
        box->setFocus();
        QTest::keyClicks(box->lineEdit(), QStringLiteral("lawyers"));
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        action(Command::ShowPrompts)->trigger();
        choose(view, QStringLiteral("forlawyers"), QStringLiteral("Russian"));
        QCOMPARE(cell(view), QStringLiteral("missing"));
        auto *text = find<QPlainTextEdit>("promptTextEdit");
        text->setFocus();
        text->insertPlainText(QStringLiteral("Чтобы поговорить с юристами,"));
        QTest::mouseClick(find<QPushButton>("promptSpeakButton"), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(cell(view) == QStringLiteral("spoken by computer"), qPrintable(m_dialogs->errors.join(u'\n')), 20'000);
        const QString path = workspace() + QStringLiteral("/domains/specialists.example/environment/russian/forlawyers.wav");
        const auto sound = audio::read(path);
        QVERIFY(sound);
        QVERIFY(sound->durationMs() > 700 && sound->durationMs() < 5000);
        QVERIFY(std::abs(audio::measure(*sound).loudness - audio::PromptLoudness) < 1.5);
        picture("prompts-spoken");
        text->setFocus();
        text->moveCursor(QTextCursor::End);
        text->insertPlainText(QStringLiteral(" нажмите"));
        QCOMPARE(cell(view), QStringLiteral("text changed"));
        action(Command::Undo)->trigger();
        QCOMPARE(cell(view), QStringLiteral("spoken by computer"));
        action(Command::Undo)->trigger();
        QCOMPARE(cell(view), QStringLiteral("missing"));
        QVERIFY(!QFileInfo::exists(path));
    }

    void recordingSessionRecordsWhatIsHeard()
    {
        openWide();
        action(Command::ShowPrompts)->trigger();
        auto *view = find<QTableView>("promptMatrix");
        choose(view, QStringLiteral("forivanov"), QStringLiteral("Russian"));
        QTest::mouseClick(find<QPushButton>("promptRecordButton"), Qt::LeftButton);
        auto *session = m_window->findChild<editor::RecordingSession *>();
        QVERIFY(session);
        QVERIFY(QTest::qWaitForWindowExposed(session));
        QCOMPARE(session->currentPrompt(), QStringLiteral("forivanov"));
        QVERIFY(session->findChild<QLabel *>(QStringLiteral("promptTextLabel"))->text().contains(QStringLiteral("Ивановым")));
        QVERIFY2(session->capture()->problem().isEmpty(), qPrintable(session->capture()->problem()));
        QTest::qWait(400); // the device's own start
        QTest::keyClick(session->focusWidget(), Qt::Key_Space);
        QVERIFY(session->capture()->recording());
        QTest::qWait(300);
        speakIntoMicrophone(audio::tone(440, 800, -12));
        QTest::qWait(400);
        QTest::keyClick(session->focusWidget(), Qt::Key_Space);
        const QString words = session->findChild<QLabel *>(QStringLiteral("takeLabel"))->text();
        QVERIFY2(words.startsWith(QStringLiteral("Good")), qPrintable(words));
        const QString folder = qEnvironmentVariable("PBX_SCREENSHOTS");
        if (!folder.isEmpty())
            session->grab().save(folder + QStringLiteral("/recording.png"));
        const QString path = workspace() + QStringLiteral("/domains/specialists.example/environment/russian/forivanov.wav");
        const auto before = files::readFile(path);
        QTest::keyClick(session->focusWidget(), Qt::Key_Return);
        const auto sound = audio::read(path);
        QVERIFY(sound);
        QVERIFY(*before != *files::readFile(path));
        QVERIFY2(sound->durationMs() > 800 && sound->durationMs() < 1300, qPrintable(QString::number(sound->durationMs())));
        QVERIFY(std::abs(audio::measure(*sound).loudness - audio::PromptLoudness) < 1.5);
        session->close();
        action(Command::Undo)->trigger();
        QCOMPARE(*files::readFile(path), *before);
    }

    void environmentFromNothing()
    {
        openWide();
        // A second domain without environment.
        QVERIFY(QDir().mkpath(workspace() + QStringLiteral("/domains/empty.example/accounts")));
        QVERIFY(files::saveFile(workspace() + QStringLiteral("/domains/empty.example/accounts/pbx.settings"), "{\n Aliases = (200);\n}\n"));
        auto *tree = find<QTreeView>("environmentTree");
        const auto line = [&](const QString &text, const QModelIndex &above = {}) {
            for (int row = 0; row < tree->model()->rowCount(above); ++row) {
                const QModelIndex index = tree->model()->index(row, 0, above);
                if (index.data().toString() == text)
                    return index;
            }
            return QModelIndex();
        };
        const QString environment = workspace() + QStringLiteral("/domains/empty.example/environment");
        QTRY_VERIFY(line(QStringLiteral("empty.example (no environment yet)")).isValid());
        tree->setCurrentIndex(line(QStringLiteral("empty.example (no environment yet)")));
        trigger("createEnvironmentAction");
        QVERIFY(QFileInfo(environment).isDir());
        tree->setCurrentIndex(line(QStringLiteral("empty.example")));
        m_dialogs->language = QStringLiteral("Russian");
        trigger("newLanguageAction");
        QVERIFY(QFileInfo(environment + QStringLiteral("/russian")).isDir());

        m_dialogs->program = app::DialogService::NewProgramAnswer{QStringLiteral("callback.sppr"), QStringLiteral("empty.example"), QStringLiteral("callback")};
        trigger("treeNewProgramAction");
        QVERIFY(QFileInfo::exists(environment + QStringLiteral("/callback.sppr")));
        QVERIFY(m_window->editors()->currentPage()->document()->path().endsWith(u"empty.example/environment/callback.sppr"));
        picture("tree-new-program");

        // The stock's welcome becomes an own one, is renamed, and all of it is taken back.
        find<QComboBox>("treeShowBox")->setCurrentIndex(int(editor::EnvironmentFilter::Show::All));
        tree->setCurrentIndex(line(QStringLiteral("welcome.wav"), line(QStringLiteral("empty.example"))));
        QVERIFY(tree->currentIndex().isValid());
        trigger("whyThisFileAction");
        QVERIFY(m_dialogs->shown.value(0).contains(QStringLiteral("domain: welcome.wav not there")));
        trigger("overrideAction");
        QVERIFY(QFileInfo::exists(environment + QStringLiteral("/welcome.wav")));
        QCOMPARE(tree->currentIndex().siblingAtColumn(1).data().toString(), QStringLiteral("own"));
        tree->edit(tree->currentIndex().siblingAtColumn(0));
        auto *name = tree->findChild<QLineEdit *>();
        QVERIFY(name);
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("hello.wav"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(QFileInfo::exists(environment + QStringLiteral("/hello.wav")));
        QVERIFY(!QFileInfo::exists(environment + QStringLiteral("/welcome.wav")));
        picture("tree");
        action(Command::ShowAttendant)->trigger(); // a panel in front: Undo is that of the workspace
        while (action(Command::Undo)->isEnabled())
            action(Command::Undo)->trigger();
        QVERIFY(!QFileInfo::exists(environment));
        QVERIFY2(m_dialogs->errors.isEmpty(), qPrintable(m_dialogs->errors.join(u'\n')));
    }

    void foreignChangesAreNotWrittenOver()
    {
        openWide();
        action(Command::ShowAttendant)->trigger();
        auto *tree = find<QTreeWidget>("departmentList");
        tree->setFocus();
        tree->setCurrentItem(tree->topLevelItem(0));
        QTest::keyClick(tree, Qt::Key_Delete);
        const QString path = workspace() + QStringLiteral("/domains/specialists.example/accounts/pbx.settings");
        QVERIFY(files::saveFile(path, settingsOf("pbx") + "\n"));
        const QByteArray theirs = settingsOf("pbx");
        action(Command::Undo)->trigger();
        QCOMPARE(m_dialogs->errors.size(), 1);
        QVERIFY(m_dialogs->errors.front().contains(QStringLiteral("another program")));
        QCOMPARE(settingsOf("pbx"), theirs);
    }

    void weekMapPlacesTheCall()
    {
        openWide();
        setSpeed(CallController::Speed::Instant);
        action(Command::ShowAccounts)->trigger();
        auto *list = find<QTreeWidget>("accountList");
        list->setCurrentItem(list->findItems(QStringLiteral("petrov"), Qt::MatchExactly).front());
        auto *map = m_window->findChild<editor::WeekMap *>();
        map->setFocus();
        map->setCursor(0, 30); // Sunday 15:00
        QTest::keyClick(map, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(waitsForKey(), 10'000);
        QVERIFY2(displayText().contains(QStringLiteral("callback")), qPrintable(displayText()));
    }
};

QTEST_MAIN(TestDesigner)
#include "tst_designer.moc"
