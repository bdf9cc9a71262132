// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/code_editor.h"
#include "editor/code/editor_page.h"
#include "editor/code/recovery.h"
#include "environment/files/atomic_file.h"

#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace pbx;
using namespace pbx::editor;

/// What comes back of a text that was not saved when its program ended, and what does not.
class TestRecovery : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Recovery> m_recovery;
    std::unique_ptr<EditorPage> m_page;

    QString path() const { return m_folder->filePath(QStringLiteral("Главное меню.sppr")); }
    QString store() const { return m_folder->filePath(QStringLiteral("recovery")); }
    QStringList kept() const { return QDir(store()).entryList({QStringLiteral("*.recovery")}); }
    CodeEditor *text() const { return m_page->findChild<CodeEditor *>(); }
    QWidget *bar() const { return m_page->findChild<QWidget *>(QStringLiteral("recoveredBar")); }
    void press(const QString &button) const { m_page->findChild<QPushButton *>(button)->click(); }
    QByteArray disk() const { return files::readFile(path()).value_or("(none)"); }

    /// Another run of the program, after the one before has come to no proper end.
    void run()
    {
        m_page.reset();
        m_recovery = std::make_unique<Recovery>(store());
        m_page = std::make_unique<EditorPage>();
        m_page->document()->setRecovery(m_recovery.get());
        const auto loaded = m_page->load(path());
        QVERIFY2(loaded, qPrintable(loaded.error_or(QString())));
        m_page->show();
    }
    /// As far as the text being kept; then the program is gone.
    void runTypeAndDie()
    {
        run();
        m_page->goTo(2, 1);
        QTest::keyClicks(text(), QStringLiteral("new "));
        QTRY_COMPARE(kept().size(), 1);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(files::saveFile(path(), "one\r\ntwo\r\n"));
    }
    void cleanup()
    {
        m_page.reset();
        m_recovery.reset();
        m_folder.reset();
    }

    void comesBackAsAChange()
    {
        runTypeAndDie();
        run();
        QCOMPARE(text()->bytes(), "one\r\nnew two\r\n");
        QCOMPARE(m_page->caretLine(), 2);
        QCOMPARE(m_page->caretColumn(), 5);
        QVERIFY(m_page->document()->isModified());
        QVERIFY(bar()->isVisible());
        QCOMPARE(disk(), "one\r\ntwo\r\n");
        m_page->undo();
        QCOMPARE(text()->bytes(), "one\r\ntwo\r\n");
        QVERIFY(!bar()->isVisible());
    }
    void keeping()
    {
        runTypeAndDie();
        run();
        press(QStringLiteral("keepRecoveredButton"));
        QVERIFY(!bar()->isVisible());
        QVERIFY(m_page->document()->isModified());
        QCOMPARE(kept().size(), 1); // not saved yet
        QVERIFY(m_page->document()->save());
        QCOMPARE(disk(), "one\r\nnew two\r\n");
        QVERIFY(kept().isEmpty());
    }
    void discardingCanBeUndone()
    {
        runTypeAndDie();
        run();
        press(QStringLiteral("discardRecoveredButton"));
        QVERIFY(!bar()->isVisible());
        QVERIFY(!m_page->document()->isModified());
        QVERIFY(kept().isEmpty());
        QCOMPARE(text()->bytes(), "one\r\ntwo\r\n");
        m_page->undo();
        QCOMPARE(text()->bytes(), "one\r\nnew two\r\n");
        QVERIFY(m_page->document()->isModified());
    }
    void difference()
    {
        runTypeAndDie();
        run();
        press(QStringLiteral("recoveredDifferenceButton"));
        const auto *dialog = m_page->findChild<QWidget *>(QStringLiteral("differenceDialog"));
        QVERIFY(dialog);
        const QString shown = dialog->findChild<QsciScintilla *>()->text();
        QVERIFY2(shown.contains(QStringLiteral("- new two")), qPrintable(shown));
        QVERIFY2(shown.contains(QStringLiteral("+ two")), qPrintable(shown));
    }
    void givenUpStaysAway()
    {
        runTypeAndDie();
        m_page->document()->close();
        QVERIFY(kept().isEmpty());
        run();
        QVERIFY(!m_page->document()->isModified());
        QVERIFY(!bar()->isVisible());
    }
    void undoneStaysAway()
    {
        runTypeAndDie();
        while (m_page->canUndo())
            m_page->undo();
        QVERIFY(kept().isEmpty());
    }
    void savedButNotForgotten()
    {
        runTypeAndDie();
        QVERIFY(files::saveFile(path(), text()->bytes()));
        run();
        QVERIFY(!m_page->document()->isModified());
        QVERIFY(!bar()->isVisible());
        QVERIFY(kept().isEmpty());
    }
    void fileHasChangedMeanwhile()
    {
        runTypeAndDie();
        QVERIFY(files::saveFile(path(), "three\r\n"));
        run();
        QCOMPARE(text()->bytes(), "one\r\nnew two\r\n");
        QCOMPARE(m_page->document()->disk(), Document::Disk::Changed);
        QVERIFY(!m_page->document()->save()); // neither text goes without a word
        QCOMPARE(disk(), "three\r\n");
        m_page->document()->checkDisk();
        QCOMPARE(m_page->document()->disk(), Document::Disk::Changed);
        press(QStringLiteral("discardRecoveredButton"));
        QCOMPARE(text()->bytes(), "three\r\n");
        QVERIFY(!m_page->document()->isModified());
    }
    void fileIsGone()
    {
        runTypeAndDie();
        QVERIFY(QFile::remove(path()));
        run();
        QCOMPARE(text()->bytes(), "one\r\nnew two\r\n");
        QCOMPARE(m_page->document()->disk(), Document::Disk::Removed);
        QVERIFY(m_page->document()->save());
        QCOMPARE(disk(), "one\r\nnew two\r\n");
    }
    void listsWhatIsLeft()
    {
        runTypeAndDie();
        QVERIFY(m_recovery->leftBelow(m_folder->path()).isEmpty()); // that program is still there
        m_page.reset();
        m_recovery.reset();
        const Recovery next(store());
        QCOMPARE(next.leftBelow(m_folder->path()), QStringList{path()});
        QVERIFY(next.leftBelow(m_folder->path() + u'2').isEmpty());
    }
    void anotherProgramsTextIsLeftAlone()
    {
        runTypeAndDie();
        Recovery other(store());
        QVERIFY(!other.find(path()));
        Recovery::Kept mine;
        mine.path = path();
        mine.text = "mine";
        other.keep(mine);
        other.finish();
        QCOMPARE(kept().size(), 2);
        other.forget(path());
        QCOMPARE(kept().size(), 1);
    }
    void readableByItsOwnerOnly()
    {
        runTypeAndDie();
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(store() + u'/' + kept().first()) & others));
        QVERIFY(!(QFile::permissions(store()) & others));
    }
    void saysWhenItCannotKeep()
    {
        QVERIFY(files::saveFile(store(), "a file where the folder should be"));
        run();
        Listener said(m_recovery.get());
        QTest::keyClicks(text(), QStringLiteral("a"));
        QTRY_COMPARE(said.texts.size(), 1);
        QVERIFY2(said.texts.first().contains(store()), qPrintable(said.texts.first()));
        QTest::keyClicks(text(), QStringLiteral("b"));
        QTest::qWait(1200);
        QCOMPARE(said.texts.size(), 1); // once is enough
        QVERIFY(m_page->document()->save());
    }

    /// Cut off anywhere, it is no recovery file; whole, it holds any bytes.
    void wholeOrNothing()
    {
        Recovery::Kept kept;
        kept.path = QStringLiteral("/srv/двор/a: b\nc%41.sppr");
        kept.baseHash = Recovery::hashOf("x");
        kept.baseTime = QDateTime::fromMSecsSinceEpoch(1700000000123, QTimeZone::UTC);
        kept.written = kept.baseTime.addMSecs(77);
        kept.line = 3;
        kept.column = 14;
        kept.text = QByteArray("a\0b\n\nsize: 2\n\xff", 14);
        const QByteArray bytes = Recovery::toBytes(kept);
        const auto back = Recovery::fromBytes(bytes);
        QVERIFY(back);
        QCOMPARE(back->path, kept.path);
        QCOMPARE(back->baseHash, kept.baseHash);
        QCOMPARE(back->baseTime, kept.baseTime);
        QCOMPARE(back->written, kept.written);
        QCOMPARE(back->line, 3);
        QCOMPARE(back->column, 14);
        QCOMPARE(back->text, kept.text);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!Recovery::fromBytes(bytes.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!Recovery::fromBytes(bytes + 'x'));
    }

private:
    /// The texts of failed().
    struct Listener {
        explicit Listener(Recovery *recovery)
        {
            connection = QObject::connect(recovery, &Recovery::failed, recovery, [this](const QString &text) { texts += text; });
        }
        ~Listener() { QObject::disconnect(connection); }
        QMetaObject::Connection connection;
        QStringList texts;
    };
};

QTEST_MAIN(TestRecovery)
#include "tst_recovery.moc"
