// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/desk/history.h"
#include "editor/desk/settings_edits.h"
#include "editor/tree/file_edits.h"
#include "environment/files/atomic_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pbx;
using editor::FileState;
using editor::History;

/// Changes of files with undo, and those of the environment tree made of them.
class TestHistory : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QLatin1StringView(name)); }
    QByteArray content(const char *name) const
    {
        return QFileInfo::exists(path(name)) ? files::readFile(path(name)).value_or("unreadable") : QByteArray("absent");
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void writtenRemovedAndTakenBack()
    {
        QVERIFY(files::saveFile(path("a"), "1"));
        History history;
        QVERIFY(history.apply(QStringLiteral("two files"), {{path("a"), QByteArray("2")}, {path("new/b"), QByteArray("b")}}));
        QCOMPARE(content("a"), "2");
        QCOMPARE(content("new/b"), "b");
        QVERIFY(history.apply(QStringLiteral("gone"), {{path("a"), std::nullopt}}));
        QCOMPARE(content("a"), "absent");
        QCOMPARE(history.undoName(), QStringLiteral("gone"));
        history.undo();
        QCOMPARE(content("a"), "2");
        history.undo();
        QCOMPARE(content("a"), "1");
        QCOMPARE(content("new/b"), "absent");
        QVERIFY(!history.canUndo());
        history.redo();
        history.redo();
        QCOMPARE(content("a"), "absent");
        QCOMPARE(content("new/b"), "b");
        QVERIFY(!history.canRedo());
    }

    void typingIsOneChange()
    {
        History history;
        for (const char *text : {"p", "pb", "pbx"})
            QVERIFY(history.apply(QStringLiteral("name"), {{path("a"), QByteArray(text)}}, QStringLiteral("field")));
        history.closeChange();
        QVERIFY(history.apply(QStringLiteral("name"), {{path("a"), QByteArray("later")}}, QStringLiteral("field")));
        history.undo();
        QCOMPARE(content("a"), "pbx");
        history.undo();
        QCOMPARE(content("a"), "absent");
        QVERIFY(!history.canUndo());
    }

    void nothingToDoIsNoChange()
    {
        QVERIFY(files::saveFile(path("a"), "1"));
        History history;
        QVERIFY(history.apply(QStringLiteral("same"), {{path("a"), QByteArray("1")}, {path("b"), std::nullopt}}));
        QVERIFY(!history.canUndo());
    }

    void allOrNothing()
    {
        QVERIFY(files::saveFile(path("a"), "1"));
        QVERIFY(files::saveFile(path("file"), "x"));
        History history;
        // "file" is no folder, so nothing can be written below it.
        QVERIFY(!history.apply(QStringLiteral("fails"), {{path("a"), QByteArray("2")}, {path("file/b"), QByteArray("b")}}));
        QCOMPARE(content("a"), "1");
        QVERIFY(!history.canUndo());
    }

    void othersWorkIsKept()
    {
        QVERIFY(files::saveFile(path("a"), "1"));
        History history;
        QSignalSpy refused(&history, &History::refused);
        QVERIFY(history.apply(QStringLiteral("mine"), {{path("a"), QByteArray("2")}, {path("b"), QByteArray("b")}}));
        QVERIFY(files::saveFile(path("a"), "theirs"));
        history.undo();
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused[0][0].toString().contains(QStringLiteral("mine")));
        QCOMPARE(content("a"), "theirs");
        QCOMPARE(content("b"), "b");
        QVERIFY(history.canUndo());
    }

    void emptyFoldersComeAndGo()
    {
        History history;
        QVERIFY(history.apply(QStringLiteral("folder"), {{path("russian/"), QByteArray()}}));
        QVERIFY(QFileInfo(path("russian")).isDir());
        QVERIFY(files::saveFile(path("russian/x"), "x"));
        history.undo(); // it is not empty any more
        QVERIFY(QFileInfo(path("russian/x")).exists());
        QVERIFY(QFile::remove(path("russian/x")));
        history.undo();
        QVERIFY(!QFileInfo::exists(path("russian")));
    }

    /// Renaming a prompt takes its text along; hostile names end in words.
    void treeEdits()
    {
        QVERIFY(files::saveFile(path("workspace.settings"), "{\n DefaultDomain = d.example;\n}\n"));
        QVERIFY(files::saveFile(path("domains/d.example/environment/russian/old.wav"), "RIFF"));
        QVERIFY(files::saveFile(path("domains/d.example/environment/russian/taken.wav"), "RIFF"));
        QVERIFY(files::saveFile(path("domains/d.example/prompts/russian.txt"), "old = текст\nother = x\n"));
        auto workspace = files::Workspace::open(m_folder->path());
        QVERIFY(workspace);
        editor::Desk desk;
        desk.setWorkspace(&*workspace);
        QSignalSpy failed(&desk, &editor::Desk::failed);
        const QString old = QFileInfo(path("domains/d.example/environment/russian/old.wav")).canonicalFilePath();
        for (const char *name : {"taken.wav", "../up.wav", "a/b.wav", "", ".."}) {
            QVERIFY2(!editor::renameFile(desk, old, QLatin1StringView(name)), name);
            QCOMPARE(content("domains/d.example/environment/russian/old.wav"), "RIFF");
        }
        QVERIFY(failed.size() >= 4);
        QVERIFY(editor::renameFile(desk, old, QStringLiteral("New.wav")));
        QCOMPARE(content("domains/d.example/environment/russian/new.wav"), "RIFF");
        const QByteArray texts = content("domains/d.example/prompts/russian.txt");
        QVERIFY2(texts.contains("new = текст") && !texts.contains("old ="), texts);
        desk.changes().undo();
        QCOMPARE(content("domains/d.example/prompts/russian.txt"), "old = текст\nother = x\n");
        workspace->refresh();

        QVERIFY(!editor::addLanguage(desk, "d.example", QStringLiteral("English")));
        QVERIFY(!editor::addLanguage(desk, "d.example", QStringLiteral("../../x")));
        QVERIFY(!editor::addLanguage(desk, "d.example", QStringLiteral("Russian")));
        QVERIFY(editor::addLanguage(desk, "d.example", QStringLiteral("German")));
        QVERIFY(QFileInfo(path("domains/d.example/environment/german")).isDir());
        QVERIFY(editor::moveFiles(desk, {old}, {"d.example", "german"}));
        QCOMPARE(content("domains/d.example/environment/german/old.wav"), "RIFF");
        QVERIFY(content("domains/d.example/prompts/german.txt").contains("old = текст"));
        // What claims to be a sound and is none does not come in.
        QVERIFY(files::saveFile(path("outside.wav"), "RIFFnothing"));
        QCOMPARE(editor::foreignSounds({path("outside.wav")}), QStringList{path("outside.wav")});
        QVERIFY(!editor::copyIn(desk, {path("outside.wav")}, {"d.example", {}}, {{path("outside.wav"), std::unexpected(QStringLiteral("no sound"))}}));
        QCOMPARE(content("domains/d.example/environment/outside.wav"), "absent");
    }

    void unknownKeysOfSettingsStay()
    {
        QVERIFY(files::saveFile(path("workspace.settings"), "{\n DefaultDomain = d.example;\n}\n"));
        QVERIFY(files::saveFile(path("domains/d.example/accounts/a.settings"), "{\n Zz = (1,{k = \"v\";});\n Preferences = {\n  Mystery = 7;\n };\n}\n"));
        auto workspace = files::Workspace::open(m_folder->path());
        editor::Desk desk;
        desk.setWorkspace(&*workspace);
        QVERIFY(editor::setPreference(desk, "d.example", "a", "Language", data::Value::string("Russian"), QStringLiteral("Language")));
        const QByteArray text = content("domains/d.example/accounts/a.settings");
        QVERIFY2(text.contains("Mystery = 7") && text.contains("Zz = (") && text.contains("Language = Russian"), text);
        QVERIFY(files::saveFile(path("domains/d.example/accounts/b.settings"), "{ broken"));
        workspace->refresh();
        QSignalSpy failed(&desk, &editor::Desk::failed);
        QVERIFY(!editor::setPreference(desk, "d.example", "b", "Language", data::Value::string("Russian"), QStringLiteral("Language")));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(content("domains/d.example/accounts/b.settings"), "{ broken");
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
