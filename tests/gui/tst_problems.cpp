// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "app/shell/problems_panel.h"
#include "editor/prompts/recording_session.h"

using namespace pbx;
using namespace pbx::test;

/// The Problems panel mends what it can: accounts, programs and prompts that are missing, slips in programs.
class TestProblems : public WindowTest {
    Q_OBJECT

    QString m_domain = QStringLiteral("/domains/specialists.example/");

    QTreeView *view() const { return find<QTreeView>("problemsView"); }

    void change(const QString &file, const QByteArray &from, const QByteArray &to)
    {
        QFile settings(workspace() + m_domain + file);
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QByteArray text = settings.readAll();
        settings.close();
        QVERIFY2(text.contains(from), text.constData());
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write(text.replace(from, to));
    }
    /// Row of the first problem whose text holds `part`; -1: there is none.
    int rowOfProblem(const QString &part) const
    {
        for (int row = 0; row < view()->model()->rowCount(); ++row) {
            if (view()->model()->index(row, app::ProblemsModel::Message).data().toString().contains(part))
                return row;
        }
        return -1;
    }
    QString fixOf(int row) const { return view()->model()->index(row, app::ProblemsModel::Fix).data().toString(); }
    void openProblems(const QString &part)
    {
        openExample();
        m_window->docks()->show(app::Docks::Problems);
        QTRY_VERIFY_WITH_TIMEOUT(rowOfProblem(part) >= 0, 10'000);
        QTRY_VERIFY(view()->isVisible());
    }
    void clickFix(int row)
    {
        const QModelIndex cell = view()->model()->index(row, app::ProblemsModel::Fix);
        view()->scrollTo(cell);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(cell).center());
    }

private Q_SLOTS:
    void missingAccountIsCreated()
    {
        change(QStringLiteral("accounts/pbx.settings"), "petrov", "sidorov");
        openProblems(QStringLiteral("sidorov"));
        const int row = rowOfProblem(QStringLiteral("alias, group or forwarder sidorov"));
        QVERIFY(row >= 0);
        QCOMPARE(fixOf(row), QStringLiteral("Create account sidorov"));
        picture("problems-remedies");
        clickFix(row);
        QVERIFY(QFile::exists(workspace() + m_domain + QStringLiteral("accounts/sidorov.settings")));
        QTRY_COMPARE_WITH_TIMEOUT(rowOfProblem(QStringLiteral("alias, group or forwarder sidorov")), -1, 10'000);
        QTRY_VERIFY(find<QWidget>("accountsPanel") && find<QWidget>("accountsPanel")->isVisible());
        // And back.
        action(Command::Undo)->trigger();
        QVERIFY(!QFile::exists(workspace() + m_domain + QStringLiteral("accounts/sidorov.settings")));
    }

    void missingProgramIsWritten()
    {
        change(QStringLiteral("accounts/petrov.settings"), "#callback", "#night");
        openProblems(QStringLiteral("night.sppr"));
        const int row = rowOfProblem(QStringLiteral("night.sppr"));
        QCOMPARE(fixOf(row), QStringLiteral("Create night.sppr…"));
        m_dialogs->program = {QStringLiteral("night.sppr"), QStringLiteral("specialists.example")};
        view()->setCurrentIndex(view()->model()->index(row, 0));
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(m_dialogs->proposed, QStringLiteral("night.sppr"));
        QTRY_COMPARE(m_window->editors()->currentPage()->document()->fileName(), QStringLiteral("night.sppr"));
        QTRY_COMPARE_WITH_TIMEOUT(rowOfProblem(QStringLiteral("no layer of the environment has night.sppr")), -1, 10'000);
    }

    void missingPromptIsRecordedOrSpoken()
    {
        QVERIFY(QFile::remove(workspace() + m_domain + QStringLiteral("environment/russian/forivanov.wav")));
        openProblems(QStringLiteral("forivanov"));
        const int row = rowOfProblem(QStringLiteral("forivanov"));
        QCOMPARE(fixOf(row), QStringLiteral("Record 1 prompt…"));
        clickFix(row);
        editor::RecordingSession *session = nullptr;
        QTRY_VERIFY((session = m_window->findChild<editor::RecordingSession *>()));
        session->reject();
        QTRY_VERIFY(!m_window->findChild<editor::RecordingSession *>() || !session->isVisible());
        view()->setCurrentIndex(view()->model()->index(rowOfProblem(QStringLiteral("forivanov")), 0));
        QAction *speak = nullptr;
        for (QAction *action : view()->actions()) {
            if (action->text().remove(u'&').startsWith(QStringLiteral("Speak")))
                speak = action;
        }
        QVERIFY(speak && speak->isVisible());
        speak->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(workspace() + m_domain + QStringLiteral("environment/russian/forivanov.wav")), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(rowOfProblem(QStringLiteral("forivanov")), -1, 10'000);
    }

    void slipInAProgramIsReplaced()
    {
        openExample();
        auto *text = m_window->editors()->currentPage()->findChild<editor::CodeEditor *>();
        const auto at = std::uint32_t(text->bytes().indexOf("PlayFile(\"callbacknumber\")"));
        text->replace({{{at, at + 8}, "PlayFlie"}});
        m_window->docks()->show(app::Docks::Problems);
        QTRY_VERIFY(rowOfProblem(QStringLiteral("PlayFlie")) >= 0);
        const int row = rowOfProblem(QStringLiteral("PlayFlie"));
        QCOMPARE(fixOf(row), QStringLiteral("Write PlayFile"));
        QTRY_VERIFY(view()->isVisible());
        clickFix(row);
        QVERIFY(!text->bytes().contains("PlayFlie"));
        QTRY_COMPARE(rowOfProblem(QStringLiteral("PlayFlie")), -1);
    }

    /// Findings follow the language of the window.
    void inRussian()
    {
        change(QStringLiteral("accounts/petrov.settings"), "#callback", "#night");
        openProblems(QStringLiteral("night.sppr"));
        m_studio->appearance().setLanguage(QStringLiteral("ru"));
        QTRY_VERIFY_WITH_TIMEOUT(rowOfProblem(QStringLiteral("ни в одном слое")) >= 0, 10'000);
        QCOMPARE(fixOf(rowOfProblem(QStringLiteral("ни в одном слое"))), QStringLiteral("Создать night.sppr…"));
        picture("problems-remedies-ru");
    }
};

QTEST_MAIN(TestProblems)
#include "tst_problems.moc"
