// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/analysis.h"
#include "editor/code/builtin_help.h"
#include "editor/code/code_editor.h"
#include "editor/code/code_indent.h"
#include "editor/code/code_lexer.h"
#include "editor/code/document.h"
#include "editor/code/editor_page.h"
#include "editor/code/find_bar.h"
#include "editor/code/line_difference.h"
#include "editor/code/notice_bar.h"
#include "editor/code/text_search.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pbx;
using editor::CodeEditor;
using editor::CodeLexer;
using editor::Document;
using Base = QsciScintillaBase;

/// The code editor as a user and the window meet it: bytes kept, colours by token, folds, indentation, search, remarks,
/// files changed by others.
class TestCodeEditor : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return path;
    }
    static QByteArray readBack(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static int styleAt(CodeEditor &editor, const QByteArray &needle)
    {
        const qsizetype at = editor.bytes().indexOf(needle);
        editor.SendScintilla(Base::SCI_COLOURISE, 0UL, -1L);
        return at < 0 ? -1 : int(editor.SendScintilla(Base::SCI_GETSTYLEAT, long(at)));
    }
    static bool isHeader(CodeEditor &editor, int line)
    {
        return editor.SendScintilla(Base::SCI_GETFOLDLEVEL, line - 1) & Base::SC_FOLDLEVELHEADERFLAG;
    }
    static int level(CodeEditor &editor, int line)
    {
        return int(editor.SendScintilla(Base::SCI_GETFOLDLEVEL, line - 1) & Base::SC_FOLDLEVELNUMBERMASK)
            - int(Base::SC_FOLDLEVELBASE);
    }

private Q_SLOTS:
    void keepsEveryByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("crlf") << QByteArray("entry Main is\r\nend entry;\r\n");
        QTest::newRow("cr") << QByteArray("entry Main is\rend entry;\r");
        QTest::newRow("mixed") << QByteArray("a\r\nb\nc\rd");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf// x\n");
        QTest::newRow("not utf-8") << QByteArray("// \xcf\xf0\xe8\xe2\xe5\xf2\n");
        QTest::newRow("zero byte") << QByteArray("a\0b\n", 4);
        QTest::newRow("cyrillic") << QByteArray("// Просьба\n\tx = \"Ещё\";\n");
    }
    void keepsEveryByte()
    {
        QFETCH(QByteArray, bytes);
        const QString path = write(QStringLiteral("kept.sppr"), bytes);
        editor::EditorPage page;
        QVERIFY(page.load(path).has_value());
        QVERIFY(!page.document()->isModified());
        QVERIFY(page.document()->save().has_value());
        QCOMPARE(readBack(path), bytes);
    }

    void tellsTheFormat()
    {
        using editor::Encoding;
        using editor::LineEnds;
        using editor::TextFormat;
        QCOMPARE(TextFormat::of("a\r\nb\r\n").lineEnds, LineEnds::CrLf);
        QCOMPARE(TextFormat::of("a\rb").lineEnds, LineEnds::Cr);
        QCOMPARE(TextFormat::of("a\r\nb\n").lineEnds, LineEnds::Mixed);
        QCOMPARE(TextFormat::of("\xef\xbb\xbfx").encoding, Encoding::Utf8WithMark);
        QCOMPARE(TextFormat::of("\xcf\xf0").encoding, Encoding::NotUtf8);
        QVERIFY(TextFormat::of("a\n\tb\n\tc\n").tabs);
        QCOMPARE(TextFormat::of("a\n    b\n        c\n").indent, 4);
    }

    void coloursByToken()
    {
        CodeEditor editor;
        editor.setProgram(true);
        editor.setBytes("procedure ask(x) is // Вопрос\n"
                        "  PlayFile(\"welcome\"); /* long\n comment */ y = d.loop + 15 $ z;\n"
                        "end procedure;\n");
        QCOMPARE(styleAt(editor, "procedure ask"), int(CodeLexer::Keyword));
        QCOMPARE(styleAt(editor, "ask"), int(CodeLexer::Section));
        QCOMPARE(styleAt(editor, "// Вопрос"), int(CodeLexer::Comment));
        QCOMPARE(styleAt(editor, "PlayFile"), int(CodeLexer::Builtin));
        QCOMPARE(styleAt(editor, "\"welcome\""), int(CodeLexer::String));
        QCOMPARE(styleAt(editor, " comment"), int(CodeLexer::Comment));
        QCOMPARE(styleAt(editor, "loop"), int(CodeLexer::Key));
        QCOMPARE(styleAt(editor, "15"), int(CodeLexer::Number));
        QCOMPARE(styleAt(editor, "$"), int(CodeLexer::Mistake));
        QCOMPARE(styleAt(editor, "z;"), int(CodeLexer::Name));
        // An edit inside the comment is coloured from where the comment begins.
        editor.replace({{{std::uint32_t(editor.bytes().indexOf(" comment")), std::uint32_t(editor.bytes().indexOf(" comment"))}, "if"}});
        QCOMPARE(styleAt(editor, "if comment"), int(CodeLexer::Comment));
    }

    void foldsBothNotations()
    {
        CodeEditor basic;
        basic.setProgram(true);
        basic.setBytes("entry Main is\n if a and then b then\n  x();\n elif c then\n  y();\n else\n  loop\n   z();\n  end loop;\n end if;\nend;\n");
        styleAt(basic, "entry");
        for (const int line : {1, 2, 4, 6, 7})
            QVERIFY2(isHeader(basic, line), qPrintable(QString::number(line)));
        for (const int line : {3, 5, 8, 9, 10, 11})
            QVERIFY2(!isHeader(basic, line), qPrintable(QString::number(line)));
        QCOMPARE(level(basic, 8), 3);
        QCOMPARE(level(basic, 11), 0);

        CodeEditor braces;
        braces.setProgram(true);
        braces.setBytes("entry Main {\n if(a) {\n  x();\n } else {\n  loop {\n   z();\n  }\n }\n}\n");
        styleAt(braces, "entry");
        for (const int line : {1, 2, 4, 5})
            QVERIFY2(isHeader(braces, line), qPrintable(QString::number(line)));
        QCOMPARE(level(braces, 6), 3);
        QCOMPARE(level(braces, 9), 0);
    }

    void indentsWhileTyping()
    {
        CodeEditor editor;
        editor.setProgram(true);
        editor.setFormat({});
        editor.setAutomaticCompletion(false);
        editor.show();
        editor.setFocus();
        for (const char *line : {"entry Main is", "if x then", "y();", "end if;", "end entry;"}) {
            QTest::keyClicks(&editor, QString::fromLatin1(line));
            QTest::keyClick(&editor, Qt::Key_Return);
        }
        QCOMPARE(editor.bytes(), QByteArray("entry Main is\n  if x then\n    y();\n  end if;\nend entry;\n"));
    }

    void indentSteps()
    {
        QCOMPARE(editor::indentStep("if(a) {").next, 1);
        QCOMPARE(editor::indentStep("} else {").next, 1);
        QVERIFY(editor::indentStep("} else {").closes);
        QCOMPARE(editor::indentStep("x = a and then b;").next, 0);
        QCOMPARE(editor::indentStep("while a loop b(); end loop;").next, 0);
    }

    void undoesAndRedoes()
    {
        CodeEditor editor;
        editor.setProgram(true);
        editor.setBytes("one\ntwo\n");
        editor.select({0, 7});
        editor.toggleComment();
        QCOMPARE(editor.bytes(), QByteArray("// one\n// two\n"));
        QVERIFY(editor.isModified());
        editor.undo();
        QCOMPARE(editor.bytes(), QByteArray("one\ntwo\n"));
        QVERIFY(!editor.isModified());
        editor.redo();
        QCOMPARE(editor.bytes(), QByteArray("// one\n// two\n"));
        editor.select({0, 13});
        editor.toggleComment();
        QCOMPARE(editor.bytes(), QByteArray("one\ntwo\n"));
    }

    void searchesCyrillic()
    {
        const QByteArray text = "Ёлка ёлка Ель\nёлка\n";
        editor::SearchOptions options{QStringLiteral("ёлка")};
        auto places = editor::findAll(text, options);
        QVERIFY(places.has_value());
        QCOMPARE(places->size(), std::size_t(3));
        QCOMPARE(text.sliced((*places)[2].begin, (*places)[2].end - (*places)[2].begin), QByteArray("ёлка"));
        options.caseSensitive = true;
        QCOMPARE(editor::findAll(text, options)->size(), std::size_t(2));
        options = {QStringLiteral("(\\w)л(\\w+)"), false, false, true};
        places = editor::findAll(text, options);
        QCOMPARE(editor::replacementFor(text, places->front(), options, QStringLiteral("\\2-\\1")), QByteArray("ка-Ё"));
        options.pattern = QStringLiteral("(");
        QVERIFY(!editor::findAll(text, options).has_value());
    }

    void findBarReplacesAll()
    {
        editor::EditorPage page;
        QVERIFY(page.load(write(QStringLiteral("find.sppr"), "номер = номер + 1;\n")).has_value());
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.replace();
        auto *find = page.findChild<QLineEdit *>(QStringLiteral("findEdit"));
        QTRY_VERIFY(find->hasFocus());
        find->clear();
        for (const QChar letter : QStringLiteral("номер")) {
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, letter);
            QApplication::sendEvent(find, &press);
        }
        QTRY_VERIFY(page.findChild<QLabel *>(QStringLiteral("findStatusLabel"))->text().contains(u'2'));
        page.findChild<QLineEdit *>(QStringLiteral("replaceEdit"))->setText(QStringLiteral("n"));
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("replaceAllButton")), Qt::LeftButton);
        QCOMPARE(page.findChild<CodeEditor *>()->bytes(), QByteArray("n = n + 1;\n"));
        page.undo();
        QCOMPARE(page.findChild<CodeEditor *>()->bytes(), QByteArray("номер = номер + 1;\n"));
    }

    void remarksComeAndGo()
    {
        editor::EditorPage page;
        QSignalSpy changed(&page, &editor::EditorPage::remarksChanged);
        QVERIFY(page.load(write(QStringLiteral("faulty.sppr"), "entry Main is\n  x = ;\nend entry;\n")).has_value());
        QTRY_VERIFY(!page.remarks().isEmpty());
        QCOMPARE(page.remarks().first().line, 2);
        QVERIFY(!page.remarks().first().message().isEmpty());
        QVERIFY(!page.remarks().first().message().contains(QStringLiteral("%1")));
        auto *editor = page.findChild<CodeEditor *>();
        editor->replaceBytes("entry Main is\n  x = 1;\n  SysLog(x);\nend entry;\n");
        QTRY_VERIFY(page.remarks().isEmpty());
    }

    void marksTheRunningLineThroughEdits()
    {
        CodeEditor editor;
        editor.setProgram(true);
        editor.setBytes("a\nb\nc\n");
        editor.setRunningLine(2);
        QCOMPARE(editor.runningLine(), 2);
        editor.replace({{{0, 0}, "new\n"}});
        QCOMPARE(editor.runningLine(), 3);
        editor.setRunningLine(0);
        QCOMPARE(editor.runningLine(), 0);
    }

    void noticesChangesByOthers()
    {
        const QString path = write(QStringLiteral("shared.sppr"), "// one\n");
        editor::EditorPage page;
        QVERIFY(page.load(path).has_value());
        page.show();
        auto *bar = page.findChild<editor::NoticeBar *>(QStringLiteral("diskChangeBar"));
        auto *text = page.findChild<CodeEditor *>();
        text->replace({{{0, 0}, "// mine\n"}});
        write(QStringLiteral("shared.sppr"), "// theirs, longer\n");
        page.document()->checkDisk();
        QVERIFY(bar->isVisible());
        // Never silently over somebody else's text.
        QVERIFY(!page.document()->save().has_value());
        QCOMPARE(readBack(path), QByteArray("// theirs, longer\n"));

        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("reloadButton")), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
        QCOMPARE(text->bytes(), QByteArray("// theirs, longer\n"));
        page.undo();
        QCOMPARE(text->bytes(), QByteArray("// mine\n// one\n"));

        QVERIFY(QFile::remove(path));
        page.document()->checkDisk();
        QVERIFY(bar->isVisible());
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("ignoreDiskButton")), Qt::LeftButton);
        QVERIFY(page.document()->isModified());
        QVERIFY(page.document()->save(true).has_value());
        QCOMPARE(readBack(path), QByteArray("// mine\n// one\n"));
        QVERIFY(!page.document()->isModified());
    }

    void showsTheShortestDifference()
    {
        using Kind = editor::DifferenceLine::Kind;
        const auto lines = editor::lineDifference("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n");
        QByteArray shape;
        for (const auto &line : lines)
            shape += (line.kind == Kind::Same ? " " : line.kind == Kind::Added ? "+" : "-") + line.text;
        QCOMPARE(shape, QByteArray(" a-b+x c d+e"));
        QVERIFY(editor::lineDifference("same\n", "same\n").size() == 1);
        QVERIFY(editor::lineDifference("", "").isEmpty());
    }

    void everyBuiltinHasHelp()
    {
        for (const language::Builtin &builtin : language::builtins()) {
            const QString help = editor::fullHelp(builtin);
            QVERIFY2(help.contains(QString::fromUtf8(builtin.name.data(), qsizetype(builtin.name.size()))), builtin.name.data());
        }
        QVERIFY(editor::helpFor(QStringLiteral("playfile")).contains(QStringLiteral("PlayFile")));
        QVERIFY(editor::helpFor(QStringLiteral("noSuchThing")).isEmpty());
    }

    void coloursCanBeReadOnLightAndDark_data()
    {
        QTest::addColumn<QColor>("base");
        QTest::addColumn<QColor>("text");
        QTest::newRow("light") << QColor(Qt::white) << QColor(Qt::black);
        QTest::newRow("dark") << QColor(0x1b1d21) << QColor(0xe6e8eb);
        QTest::newRow("yellow") << QColor(0xfdf6e3) << QColor(0x333333);
    }
    void coloursCanBeReadOnLightAndDark()
    {
        QFETCH(QColor, base);
        QFETCH(QColor, text);
        QPalette palette;
        palette.setColor(QPalette::Base, base);
        palette.setColor(QPalette::Text, text);
        const auto colours = editor::EditorColours::of(palette);
        for (const QColor &colour : {colours.keyword, colours.builtin, colours.section, colours.string, colours.number,
                                     colours.comment, colours.key, colours.mistake})
            QVERIFY2(editor::contrast(colour, base) >= 4.5, qPrintable(colour.name()));
    }
};

QTEST_MAIN(TestCodeEditor)
#include "tst_code_editor.moc"
