// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/docks.h"
#include "app/shell/editor_area.h"
#include "app/shell/main_window.h"
#include "app/shell/problems_model.h"
#include "app/shell/studio.h"
#include "editor/code/code_editor.h"
#include "preview/phone/call_options.h"
#include "preview/phone/keypad.h"
#include "preview/phone/mail_panel.h"
#include "preview/phone/phone_display.h"
#include "preview/phone/phone_panel.h"
#include "preview/phone/transcript_panel.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <cmath>

/// What the tests of the window share.
namespace pbx::test {

using app::Command;
using app::MainWindow;
using app::Studio;
using phone::CallController;
using phone::TranscriptModel;

/// Answers at once and remembers what was asked.
class TestDialogs : public app::DialogService {
public:
    Answer saveAnswer = Answer::Cancel;
    Answer callAnswer = Answer::Cancel;
    std::optional<NewProgramAnswer> program;
    std::optional<NewWorkspaceAnswer> workspace;
    std::optional<QString> scenario;
    std::optional<int> line;
    QString language;
    QString archive;
    QString proposed; ///< the name of a new program
    QStringList shown;
    QStringList asked;
    QStringList errors;

    Answer askToSave(QWidget *, const QStringList &names) override
    {
        asked += names;
        return saveAnswer;
    }
    Answer askToSaveBeforeCall(QWidget *, const QStringList &names, bool &) override
    {
        asked += names;
        return callAnswer;
    }
    bool confirm(QWidget *, const QString &, const QString &, const QString &) override { return true; }
    void showError(QWidget *, const QString &text) override { errors += text; }
    QString chooseWorkspace(QWidget *, const QString &) override { return {}; }
    QString chooseSavePath(QWidget *, const QString &) override { return {}; }
    std::optional<NewWorkspaceAnswer> askForWorkspace(QWidget *) override { return workspace; }
    std::optional<NewProgramAnswer> askForProgram(QWidget *, const QStringList &, const QString &, const QString &name) override
    {
        proposed = name;
        return program;
    }
    QString askForLanguage(QWidget *, const QStringList &) override { return language; }
    void showText(QWidget *, const QString &, const QString &text) override { shown += text; }
    QString chooseArchive(QWidget *, const QString &) override { return archive; }
    std::optional<QString> askForScenario(QWidget *, const QString &) override { return scenario; }
    std::optional<int> askForLine(QWidget *, int, int) override { return line; }
    std::optional<QFont> askForFont(QWidget *, const QFont &) override { return std::nullopt; }
    void showAbout(QWidget *) override {}
};

/// Hears what comes out of the default sink of the sound server.
class Ear {
public:
    bool listen()
    {
        const QString parec = QStandardPaths::findExecutable(QStringLiteral("parec"));
        if (parec.isEmpty() || qEnvironmentVariableIsEmpty("PULSE_SERVER"))
            return false;
        m_process.start(parec, {QStringLiteral("-d"), QStringLiteral("@DEFAULT_MONITOR@"), QStringLiteral("--raw"),
                                QStringLiteral("--format=s16le"), QStringLiteral("--rate=8000"), QStringLiteral("--channels=1"),
                                QStringLiteral("--latency-msec=50")});
        return m_process.waitForStarted();
    }
    /// Seconds in which something was heard that is louder than -45 dB below full scale.
    double heardSeconds()
    {
        m_heard += m_process.readAllStandardOutput();
        constexpr qsizetype block = 80; // samples, 10 ms
        qsizetype loud = 0;
        for (qsizetype at = 0; at + 2 * block <= m_heard.size(); at += 2 * block) {
            double sum = 0;
            for (qsizetype i = 0; i < block; ++i) {
                std::int16_t sample = 0;
                std::memcpy(&sample, m_heard.constData() + at + 2 * i, 2);
                sum += double(sample) * sample;
            }
            loud += 10 * std::log10(sum / block / (32768.0 * 32768.0) + 1e-12) > -45;
        }
        return double(loud) / 100;
    }
    ~Ear()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    QByteArray m_heard;
};

inline void copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = files.next();
        const QString target = to + source.sliced(from.size());
        QDir().mkpath(QFileInfo(target).absolutePath());
        QFile::copy(source, target);
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    }
}

/// A window on a copy of the example, and what a user does to it.
class WindowTest : public QObject {
    Q_OBJECT

protected:

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Studio> m_studio;
    TestDialogs *m_dialogs = nullptr;
    MainWindow *m_window = nullptr;

    QString workspace() const { return m_folder->filePath(QStringLiteral("specialists")); }
    QString programPath() const
    {
        return QFileInfo(workspace() + QStringLiteral("/domains/specialists.example/environment/callback.sppr")).canonicalFilePath();
    }
    template<typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1StringView(name));
    }
    QAction *action(Command command) const { return (*m_window->actions())[command]; }
    CallController *controller() const { return m_window->phone()->controller(); }
    TranscriptModel *transcript() const { return m_window->findChild<phone::TranscriptPanel *>()->model(); }
    int rowOf(const QString &kind, int from = 0) const
    {
        for (int row = from; row < transcript()->rowCount(); ++row) {
            if (transcript()->index(row, 0).data(TranscriptModel::KindRole).toString() == kind)
                return row;
        }
        return -1;
    }
    QString displayText() const { return find<phone::PhoneDisplay>("phoneDisplay")->text(); }
    bool waitsForKey() const { return controller()->view().waiting == call::CallView::Waiting::Key; }

    void dial(const QString &address)
    {
        auto *box = find<QComboBox>("addressBox");
        box->lineEdit()->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), address);
        QTest::mouseClick(find<QPushButton>("callButton"), Qt::LeftButton);
    }
    void click(char key)
    {
        QTest::mouseClick(m_window->phone()->keypad()->button(key), Qt::LeftButton);
    }
    /// What a keyboard sends, to whatever has the focus.
    void type(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = m_window->focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, key, modifiers);
    }
    /// A picture of the window, or of one of its dialogs, for people to look at: only where PBX_SCREENSHOTS names a folder.
    void picture(const QString &name, QWidget *widget = nullptr)
    {
        const QString folder = qEnvironmentVariable("PBX_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(300);
        (widget ? widget : m_window)->grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
    }
    void picture(const char *name) { picture(QLatin1StringView(name)); }
    /// Buttons and one-line labels have room for their words.
    static void checkLabels(QWidget *inside, const QString &where = {})
    {
        for (QLabel *label : inside->findChildren<QLabel *>()) {
            if (label->visibleRegion().isEmpty() || label->wordWrap() || label->text().isEmpty() || !label->pixmap().isNull())
                continue;
            QVERIFY2(label->width() + 2 >= label->minimumSizeHint().width() || label->minimumWidth() == label->maximumWidth(),
                     qPrintable(where + QStringLiteral(": cut off: ") + label->text()));
        }
        for (QPushButton *button : inside->findChildren<QPushButton *>()) {
            if (!button->visibleRegion().isEmpty())
                QVERIFY2(button->width() + 2 >= std::min(button->minimumSizeHint().width(), button->fontMetrics().horizontalAdvance(button->text())),
                         qPrintable(where + QStringLiteral(": cut off: ") + button->text()));
        }
    }
    void setSpeed(CallController::Speed speed) { m_window->phone()->options()->setSpeed(speed); }
    void openExample()
    {
        m_window = m_studio->start(workspace(), {});
        QVERIFY(QTest::qWaitForWindowExposed(m_window));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window)); // keys of the menus work in the active window only
        QTRY_VERIFY(!m_window->folder().isEmpty());
        QTRY_VERIFY(m_window->editors()->currentPage());
    }

private Q_SLOTS:
    void initTestCase() { app::prepareApplication(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        copyFolder(QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists"), workspace());
        auto dialogs = std::make_unique<TestDialogs>();
        m_dialogs = dialogs.get();
        m_studio = std::make_unique<Studio>(m_folder->filePath(QStringLiteral("settings.ini")), std::move(dialogs));
        m_studio->appearance().setLanguage(QStringLiteral("en"));
    }

    void cleanup()
    {
        m_studio.reset();
        m_window = nullptr;
        m_folder.reset();
    }
};

} // namespace pbx::test
