// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/appearance.h"
#include "app/shell/studio.h"
#include "editor/archive/export_dialog.h"
#include "editor/archive/import_dialog.h"
#include "editor/archive/import_model.h"
#include "environment/files/atomic_file.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace pbx;
using editor::ExportDialog;
using editor::ImportDialog;
using editor::ImportModel;

/// Archives in and out through their dialogs, as the user sees and presses it. PBX_SCREENSHOTS names a folder for pictures.
class TestArchiveDialogs : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString environment() const { return path(QStringLiteral("domain/environment")); }
    QString tar() const { return path(QStringLiteral("studio-of-may.tar")); }
    void write(const QString &name, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    std::shared_ptr<const files::LayerIndex> layer(const QString &name) const
    {
        return files::LayerIndex::scan(path(name), files::Layer::Domain, "environment");
    }
    /// The archive of a folder, by the library.
    void pack(const QString &folder)
    {
        const auto count = archive::writeExport(archive::planExport(*layer(folder)), tar());
        QVERIFY2(count, count ? "" : qPrintable(count.error()));
    }
    /// Puts an entry in front that no environment can have: a folder is made to look like a link.
    void addHostileEntry()
    {
        QByteArray bytes = *files::readFile(tar());
        QByteArray header = bytes.left(512);
        header.replace(0, 100, QByteArray("../passwd").leftJustified(100, '\0'));
        header.replace(124, 12, QByteArray("00000000000\0", 12));
        header.replace(148, 8, "        ");
        int sum = 0;
        for (const char c : header)
            sum += static_cast<unsigned char>(c);
        header.replace(148, 8, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
        write(QStringLiteral("studio-of-may.tar"), header + bytes);
    }
    QMap<QString, QByteArray> tree(const QString &folder) const
    {
        QMap<QString, QByteArray> found;
        QDirIterator iterator(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (iterator.hasNext()) {
            const QString file = iterator.next();
            found.insert(QDir(folder).relativeFilePath(file), files::readFile(file).value_or("?"));
        }
        return found;
    }
    static void picture(QWidget &window, const char *name)
    {
        const QString folder = qEnvironmentVariable("PBX_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(100);
        window.grab().save(QStringLiteral("%1/archive-%2.png").arg(folder, QLatin1StringView(name)));
    }
    template<typename Widget>
    static Widget *child(const QWidget &dialog, const char *name)
    {
        Widget *found = dialog.findChild<Widget *>(QLatin1StringView(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
    static QString text(const QWidget &dialog, const char *label) { return child<QLabel>(dialog, label)->text(); }
    /// The rows shown, with the state of the box: "+ welcome.wav | russian | Is added".
    static QStringList rows(const QTreeView &view)
    {
        QStringList lines;
        const QAbstractItemModel *model = view.model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex name = model->index(row, 0);
            const QString line = name.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStringLiteral("+ ") : QStringLiteral("- ");
            lines += line + name.data().toString() + u'|' + name.siblingAtColumn(1).data().toString() + u'|'
                + name.siblingAtColumn(2).data().toString();
        }
        return lines;
    }
    static void open(QDialog &dialog)
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    }
    static QStringList nameless(const QWidget &dialog)
    {
        QStringList found;
        for (QWidget *widget : dialog.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&dialog) || widget->objectName().startsWith(u"qt_"))
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible || accessible->text(QAccessible::Name).isEmpty())
                found += QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase() { app::prepareApplication(); }
    void init()
    {
        QApplication::setPalette(app::Appearance::lightPalette());
        m_folder = std::make_unique<QTemporaryDir>();
        write(QStringLiteral("domain/environment/callback.sppr"), "entry main is end entry;");
        write(QStringLiteral("domain/environment/welcome.wav"), QByteArray(8'000, 'w'));
        write(QStringLiteral("domain/environment/russian/welcome.wav"), QByteArray(16'000, 'r'));
        write(QStringLiteral("source/welcome.wav"), QByteArray(8'000, 'w'));
        write(QStringLiteral("source/callback.sppr"), "entry main is stop; end entry;");
        write(QStringLiteral("source/russian/welcome.wav"), QByteArray(48'000, 'R'));
        write(QStringLiteral("source/russian/goodbye.wav"), QByteArray(32'000, 'g'));
        write(QStringLiteral("source/russian/Menu.wav"), QByteArray(3'000, 'm'));
        pack(QStringLiteral("source"));
    }

    void importShowsWhatWillHappen_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void importShowsWhatWillHappen()
    {
        QFETCH(bool, dark);
        if (dark)
            QApplication::setPalette(app::Appearance::darkPalette());
        const auto before = tree(m_folder->path());
        ImportDialog dialog(tar(), environment());
        const QAbstractItemModelTester tester(dialog.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        open(dialog);
        QTRY_VERIFY(!dialog.busy());
        const auto *view = child<QTreeView>(dialog, "importList");
        QCOMPARE(rows(*view), QStringList({QStringLiteral("+ callback.sppr||Replaces the file here"),
                                           QStringLiteral("- welcome.wav||Stays: it is the same"),
                                           QStringLiteral("+ goodbye.wav|russian|Is added"), QStringLiteral("+ menu.wav|russian|Is added"),
                                           QStringLiteral("+ welcome.wav|russian|Replaces the file here")}));
        for (int row = 0; row < 5; ++row) // the words never stand alone, nor does the icon
            QVERIFY(!view->model()->index(row, 2).data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY2(text(dialog, "importCounts").startsWith(QStringLiteral("5 file(s) in the archive: 2 new, 2 changed, 1 the same.")),
                 qPrintable(text(dialog, "importCounts")));
        QCOMPARE(child<QPushButton>(dialog, "importButton")->text(), QStringLiteral("&Import 4 File(s)"));
        QVERIFY(text(dialog, "importNotice").isEmpty());
        QVERIFY2(nameless(dialog).isEmpty(), qPrintable(nameless(dialog).join(u'\n')));
        picture(dialog, dark ? "import-dark" : "import-light");
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible() && !dialog.result());
        QCOMPARE(tree(m_folder->path()), before);
    }

    void importByKeyboardAndBack()
    {
        const auto before = tree(environment());
        ImportDialog dialog(tar(), environment());
        open(dialog);
        QTRY_VERIFY(!dialog.busy());
        auto *view = child<QTreeView>(dialog, "importList");
        QCOMPARE(dialog.focusWidget(), view);
        QTest::keyClick(view, Qt::Key_Space); // callback.sppr stays as it is here
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Space); // the same already: no box to change
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_Space); // two rows at once, off
        QCOMPARE(child<QPushButton>(dialog, "importButton")->text(), QStringLiteral("&Import 1 File(s)"));
        QTest::keyClick(view, Qt::Key_Space); // and on again
        QCOMPARE(rows(*view).filter(QStringLiteral("+ ")).size(), 3);
        QVERIFY(rows(*view).contains(QStringLiteral("- callback.sppr||Left out: changed")));
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY(!dialog.isVisible());
        QVERIFY(dialog.result());

        auto files = tree(environment());
        QCOMPARE(files[QStringLiteral("callback.sppr")], before[QStringLiteral("callback.sppr")]);
        QCOMPARE(files[QStringLiteral("russian/welcome.wav")], QByteArray(48'000, 'R'));
        QCOMPARE(files.size(), 5);
        QCOMPARE(dialog.result()->files.size(), std::size_t(3));
        for (const archive::WrittenFile &file : dialog.result()->files) {
            if (file.before)
                QVERIFY(files::saveFile(file.path, *file.before));
            else
                QVERIFY(QFile::remove(file.path));
        }
        QCOMPARE(tree(environment()), before);
    }

    void importFilters()
    {
        ImportDialog dialog(tar(), environment());
        open(dialog);
        QTRY_VERIFY(!dialog.busy());
        const auto *view = child<QTreeView>(dialog, "importList");
        auto *states = child<QComboBox>(dialog, "importStateBox");
        const QList<int> sizes{5, 2, 2, 1, 0};
        for (int i = 0; i < states->count(); ++i) {
            states->setCurrentIndex(i);
            QCOMPARE(view->model()->rowCount(), sizes[i]);
        }
        states->setCurrentIndex(0);
        child<QLineEdit>(dialog, "importSearchEdit")->setText(QStringLiteral("RUSSIAN/w"));
        QCOMPARE(view->model()->rowCount(), 1);
        // The buttons mean what is shown.
        child<QPushButton>(dialog, "chooseNoneButton")->click();
        QCOMPARE(dialog.model()->chosenCount(), 3);
        child<QLineEdit>(dialog, "importSearchEdit")->clear();
        child<QPushButton>(dialog, "chooseNoneButton")->click();
        QCOMPARE(dialog.model()->chosenCount(), 0);
        QVERIFY(!child<QPushButton>(dialog, "importButton")->isEnabled());
        QVERIFY(text(dialog, "importNotice").contains(QStringLiteral("at least one")));
        child<QPushButton>(dialog, "chooseAllButton")->click();
        QCOMPARE(dialog.model()->chosenCount(), 4);
    }

    void refusedArchive()
    {
        addHostileEntry();
        const auto before = tree(m_folder->path());
        ImportDialog dialog(tar(), environment());
        open(dialog);
        QTRY_VERIFY(!dialog.busy());
        auto *view = child<QTreeView>(dialog, "importList");
        QCOMPARE(rows(*view).first(), QStringLiteral("- passwd|..|Refused"));
        QVERIFY(view->model()->index(0, 4).data().toString().contains(QStringLiteral("out of the environment")));
        QVERIFY(!child<QPushButton>(dialog, "importButton")->isEnabled());
        QVERIFY2(text(dialog, "importNotice").startsWith(QStringLiteral("Nothing of this archive can be taken, because 1 ")),
                 qPrintable(text(dialog, "importNotice")));
        picture(dialog, "import-refused");
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            view->setCurrentIndex(view->model()->index(row, 0));
            QTest::keyClick(view, Qt::Key_Space);
        }
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(dialog.model()->chosenCount(), 0);
        QVERIFY(dialog.isVisible() && !dialog.busy());
        QCOMPARE(tree(m_folder->path()), before);
    }

    void noArchiveAndReadAgain()
    {
        const QByteArray good = *files::readFile(tar());
        write(QStringLiteral("studio-of-may.tar"), QByteArray(2000, 'x'));
        ImportDialog dialog(tar(), environment());
        open(dialog);
        QTRY_VERIFY(!dialog.busy());
        QVERIFY(text(dialog, "importNotice").contains(QStringLiteral("no tar archive")));
        QVERIFY(!child<QPushButton>(dialog, "importButton")->isEnabled());
        picture(dialog, "import-none");
        write(QStringLiteral("studio-of-may.tar"), good);
        child<QPushButton>(dialog, "readAgainButton")->click();
        QTRY_COMPARE(dialog.model()->rowCount(), 5);
        QVERIFY(text(dialog, "importNotice").isEmpty());

        // A colleague saves the program meanwhile: it is not overwritten unseen.
        write(QStringLiteral("domain/environment/callback.sppr"), "entry main is Void(1); end entry;");
        child<QPushButton>(dialog, "importButton")->click();
        QTRY_VERIFY(!dialog.busy());
        QVERIFY(dialog.isVisible());
        QVERIFY2(text(dialog, "importNotice").contains(QStringLiteral("callback.sppr can't be written")),
                 qPrintable(text(dialog, "importNotice")));
        child<QPushButton>(dialog, "readAgainButton")->click();
        QTRY_VERIFY(!dialog.busy());
        child<QPushButton>(dialog, "importButton")->click();
        QTRY_VERIFY(dialog.result());
        QCOMPARE(dialog.result()->files.front().before, QByteArray("entry main is Void(1); end entry;"));
    }

    void stopsWhenAsked()
    {
        for (int i = 0; i < 400; ++i)
            write(QStringLiteral("many/p%1.wav").arg(i), QByteArray(100'000, char(i)));
        pack(QStringLiteral("many"));
        const auto before = tree(path(QStringLiteral("domain")));
        ImportDialog dialog(tar(), environment());
        open(dialog);
        QTRY_VERIFY(!dialog.busy());
        child<QPushButton>(dialog, "importButton")->click();
        QVERIFY(dialog.busy());
        dialog.reject();
        QTRY_VERIFY(!dialog.busy());
        QVERIFY(dialog.isVisible());
        QVERIFY(text(dialog, "importNotice").startsWith(QStringLiteral("Cancelled")));
        QCOMPARE(tree(path(QStringLiteral("domain"))), before);
        // Closed in the middle of reading, and destroyed in the middle of writing.
        {
            ImportDialog early(tar(), environment());
            open(early);
            QTRY_VERIFY(!early.busy());
            child<QPushButton>(early, "importButton")->click();
        }
        QCOMPARE(tree(path(QStringLiteral("domain"))), before);
        ImportDialog reading(tar(), environment());
        reading.show();
        reading.reject();
        QTRY_VERIFY(!reading.isVisible());
        QVERIFY(!reading.result());

        ExportDialog out(layer(QStringLiteral("many")), path(QStringLiteral("out.tar")));
        open(out);
        child<QPushButton>(out, "exportButton")->click();
        QVERIFY(out.busy());
        out.reject();
        QTRY_VERIFY(!out.busy());
        QVERIFY(out.isVisible() && !out.result());
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("out.tar"))));
        child<QPushButton>(out, "exportButton")->click();
        QTRY_VERIFY(out.result());
        QCOMPARE(out.result()->files, 400);
    }

    void exportsAndImportsTheSame()
    {
        write(QStringLiteral("source/russian/old/x.wav"), "x");
        ExportDialog dialog(layer(QStringLiteral("source")), path(QStringLiteral("specialists.tar")));
        open(dialog);
        const auto *view = child<QTreeView>(dialog, "exportList");
        QCOMPARE(view->model()->rowCount(), 6);
        QVERIFY2(text(dialog, "exportCounts").startsWith(QStringLiteral("5 file(s) go in, ")), qPrintable(text(dialog, "exportCounts")));
        QVERIFY(text(dialog, "exportCounts").endsWith(QStringLiteral("1 stay(s) out.")));
        QCOMPARE(view->model()->index(5, 2).data().toString(), QStringLiteral("Stays out"));
        QVERIFY(!view->model()->index(5, 2).data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY2(nameless(dialog).isEmpty(), qPrintable(nameless(dialog).join(u'\n')));
        picture(dialog, "export-light");
        QTest::keyClick(&dialog, Qt::Key_Return);
        QTRY_VERIFY(dialog.result());
        QCOMPARE(dialog.result()->files, 5);
        const auto plan = archive::planImport(path(QStringLiteral("specialists.tar")), path(QStringLiteral("source")));
        QVERIFY(plan);
        QCOMPARE(plan->count(archive::PlannedFile::State::Same), 5);
    }

    void exportOneLanguage()
    {
        ExportDialog dialog(layer(QStringLiteral("source")), path(QStringLiteral("russian")));
        open(dialog);
        child<QComboBox>(dialog, "exportWhatBox")->setCurrentIndex(1);
        QCOMPARE(child<QTreeView>(dialog, "exportList")->model()->rowCount(), 3);
        child<QPushButton>(dialog, "exportButton")->click();
        QTRY_VERIFY(dialog.result());
        QCOMPARE(dialog.result()->tarFile, path(QStringLiteral("russian.tar"))); // the ending is not asked for
        const auto plan = archive::planImport(dialog.result()->tarFile, path(QStringLiteral("source/russian")));
        QVERIFY(plan);
        QCOMPARE(plan->count(archive::PlannedFile::State::Same), 3);
    }

    void exportPaths()
    {
        QApplication::setPalette(app::Appearance::darkPalette());
        write(QStringLiteral("there.tar"), "old");
        ExportDialog dialog(layer(QStringLiteral("source")), path(QStringLiteral("there.tar")));
        open(dialog);
        auto *file = child<QLineEdit>(dialog, "exportPathEdit");
        auto *button = child<QPushButton>(dialog, "exportButton");
        QVERIFY(button->isEnabled());
        QCOMPARE(button->text(), QStringLiteral("&Replace the Archive"));
        QVERIFY(text(dialog, "exportNotice").contains(QStringLiteral("will be replaced")));
        picture(dialog, "export-dark");
        const std::pair<QString, const char *> bad[] = {
            {QString(), "full path"},
            {QStringLiteral("here.tar"), "full path"},
            {path(QStringLiteral("no/such/x.tar")), "no folder"},
            {path(QStringLiteral("source/x.tar")), "Inside the environment"},
        };
        for (const auto &[name, words] : bad) {
            file->setText(name);
            QVERIFY(!button->isEnabled());
            QVERIFY2(text(dialog, "exportNotice").contains(QLatin1StringView(words)), qPrintable(text(dialog, "exportNotice")));
        }
        QDir().mkpath(path(QStringLiteral("folder.tar")));
        file->setText(path(QStringLiteral("folder.tar")));
        QVERIFY(!button->isEnabled());
        file->setText(path(QStringLiteral("there.tar")));
        QTest::keyClick(file, Qt::Key_Return);
        QTRY_VERIFY(dialog.result());
        QVERIFY(*files::readFile(path(QStringLiteral("there.tar"))) != "old");
    }

    void emptyEnvironment()
    {
        ExportDialog dialog(layer(QStringLiteral("nowhere")), path(QStringLiteral("x.tar")));
        open(dialog);
        QVERIFY(!child<QPushButton>(dialog, "exportButton")->isEnabled());
        QVERIFY(text(dialog, "exportNotice").contains(QStringLiteral("no file to export")));
    }
};

QTEST_MAIN(TestArchiveDialogs)
#include "tst_archive_dialogs.moc"
