// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/archive/archive.h"
#include "environment/files/atomic_file.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace pbx;
using archive::PlannedFile;
using State = archive::PlannedFile::State;

namespace {

/// A ustar header and content, as hostile as wanted.
QByteArray entry(const QByteArray &name, const QByteArray &content = "x", char type = '0', qint64 size = -1)
{
    QByteArray block(512, '\0');
    const auto put = [&](int at, const QByteArray &text) { block.replace(at, text.size(), text); };
    put(0, name.left(100));
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, QByteArray::number(size < 0 ? content.size() : size, 8).rightJustified(11, '0'));
    put(136, "00000000000");
    put(148, "        ");
    block[156] = type;
    put(257, QByteArray("ustar\0" "00", 8));
    int sum = 0;
    for (const char c : block)
        sum += static_cast<unsigned char>(c);
    put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0' + ' ');
    QByteArray out = block + content;
    out.resize((out.size() + 511) / 512 * 512, '\0');
    return out;
}

QByteArray end()
{
    return QByteArray(1024, '\0');
}

/// Every file below a folder with its content.
QMap<QString, QByteArray> tree(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator iterator(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QString path = iterator.next();
        files.insert(QDir(folder).relativeFilePath(path), files::readFile(path).value_or(QByteArray("?")));
    }
    return files;
}

QString states(const archive::ImportPlan &plan)
{
    static const char *const words[] = {"new", "changed", "same", "refused"};
    QStringList list;
    for (const PlannedFile &file : plan.files)
        list << QStringLiteral("%1 %2").arg(QLatin1StringView(words[int(file.state)]), QString::fromStdString(file.name));
    return list.join(u", ");
}

} // namespace

class TestArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void packIsReadByTar();
    void sameBytes();
    void roundTrip();
    void archiveOfTar();
    void refused_data();
    void refused();
    void cutOffAnywhere();
    void damagedAnywhere();
    void limits();
    void wrongPlaces_data();
    void wrongPlaces();
    void chosenFiles();
    void contentsBefore();
    void otherLetterCaseOnDisk();
    void changedMeanwhile();
    void undoneWhenAFileCanNotBeReplaced();
    void cancelled();
    void exportPlan();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    std::expected<archive::ImportPlan, QString> unpackBytes(const QByteArray &bytes)
    {
        write(QStringLiteral("in.tar"), bytes);
        return archive::unpack(path(QStringLiteral("in.tar")), path(QStringLiteral("room/environment")));
    }
    int packLayer(const QString &folder, const QString &target, const std::optional<std::string> &language = {})
    {
        const auto layer = files::LayerIndex::scan(path(folder), files::Layer::Domain, "environment");
        const auto count = archive::writeExport(archive::planExport(*layer, language), path(target));
        if (!count)
            qWarning() << count.error();
        return count.value_or(-1);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestArchive::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("env/callback.sppr"), "entry main is end entry;");
    write(QStringLiteral("env/welcome.wav"), QByteArray(1000, 'w'));
    write(QStringLiteral("env/russian/welcome.wav"), QByteArray(70'001, 'r'));
    write(QStringLiteral("env/russian/empty.wav"), "");
}

void TestArchive::packIsReadByTar()
{
    QCOMPARE(packLayer(QStringLiteral("env"), QStringLiteral("out.tar")), 4);
    QProcess tar;
    tar.start(QStringLiteral("tar"), {QStringLiteral("-tvf"), path(QStringLiteral("out.tar"))});
    QVERIFY(tar.waitForFinished() && tar.exitCode() == 0);
    const QList<QByteArray> lines = tar.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[0].startsWith("-rw-r--r-- 501/100 "), lines[0].constData());
    QVERIFY(lines[0].endsWith(" callback.sppr"));
    QVERIFY(lines[1].endsWith(" welcome.wav"));
    QVERIFY(lines[2].endsWith(" russian/empty.wav"));
    QVERIFY(lines[3].endsWith(" russian/welcome.wav") && lines[3].contains(" 70001 "));

    QCOMPARE(packLayer(QStringLiteral("env"), QStringLiteral("flat.tar"), "russian"), 2);
    tar.start(QStringLiteral("tar"), {QStringLiteral("-tf"), path(QStringLiteral("flat.tar"))});
    QVERIFY(tar.waitForFinished());
    QCOMPARE(tar.readAllStandardOutput(), QByteArray("empty.wav\nwelcome.wav\n"));
}

void TestArchive::sameBytes()
{
    packLayer(QStringLiteral("env"), QStringLiteral("one.tar"));
    QTest::qWait(1100); // another second on the clock
    packLayer(QStringLiteral("env"), QStringLiteral("two.tar"));
    QCOMPARE(files::readFile(path(QStringLiteral("one.tar"))), files::readFile(path(QStringLiteral("two.tar"))));
}

void TestArchive::roundTrip()
{
    packLayer(QStringLiteral("env"), QStringLiteral("out.tar"));
    const QString target = path(QStringLiteral("room/environment"));
    auto plan = archive::planImport(path(QStringLiteral("out.tar")), target);
    QVERIFY(plan && plan->count(State::New) == 4);
    QVERIFY(!QFileInfo::exists(target));
    QVERIFY(archive::unpack(path(QStringLiteral("out.tar")), target));
    QCOMPARE(tree(target), tree(path(QStringLiteral("env"))));
    QCOMPARE(tree(path(QStringLiteral("room"))).size(), 4); // no waiting room is left

    write(QStringLiteral("room/environment/callback.sppr"), "another");
    QFile::remove(target + QStringLiteral("/russian/empty.wav"));
    write(QStringLiteral("room/environment/own.sppr"), "stays");
    plan = archive::unpack(path(QStringLiteral("out.tar")), target);
    QVERIFY(plan);
    QCOMPARE(states(*plan), QStringLiteral("changed callback.sppr, same welcome.wav, new russian/empty.wav, same russian/welcome.wav"));
    QCOMPARE(tree(target).size(), 5);
    QCOMPARE(tree(target)[QStringLiteral("callback.sppr")], QByteArray("entry main is end entry;"));
}

void TestArchive::archiveOfTar()
{
    for (const char *format : {"ustar", "gnu", "posix", "v7"}) {
        QProcess tar;
        tar.start(QStringLiteral("tar"), {QStringLiteral("--format=") + QLatin1StringView(format), QStringLiteral("-C"),
                                          path(QStringLiteral("env")), QStringLiteral("-cf"), path(QStringLiteral("gnu.tar")),
                                          QStringLiteral(".")});
        QVERIFY(tar.waitForFinished() && tar.exitCode() == 0);
        const QString target = path(QLatin1StringView(format) + QStringLiteral("/environment"));
        const auto plan = archive::unpack(path(QStringLiteral("gnu.tar")), target);
        QVERIFY2(plan && !plan->refused(), plan ? qPrintable(states(*plan)) : qPrintable(plan.error()));
        QCOMPARE(tree(target), tree(path(QStringLiteral("env"))));
    }
}

void TestArchive::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &bytes, const char *reason) {
        QTest::newRow(name) << QByteArray(entry("good.wav") + bytes + end()) << QString::fromUtf8(reason);
    };
    row("absolute", entry("/etc/passwd"), "slash");
    row("parent", entry("../passwd"), "..");
    row("parent inside", entry("russian/../../x"), "");
    row("parent folder", entry("..", "", '5'), "..");
    row("two levels", entry("russian/old/welcome.wav"), "level");
    row("two levels of folders", entry("russian/old/", "", '5'), "level");
    row("backslash", entry("russian\\welcome.wav"), "backslash");
    row("control character", entry("wel\ncome.wav"), "control");
    row("not UTF-8", entry("\xff\xfe.wav"), "UTF-8");
    row("hard link", entry("link.wav", "", '1'), "hard link");
    row("symbolic link", entry("link.wav", "", '2'), "symbolic link");
    row("character device", entry("null", "", '3'), "device");
    row("block device", entry("disk", "", '4'), "device");
    row("pipe", entry("pipe", "", '6'), "pipe");
    row("unknown kind", entry("odd", "", 'Z'), "unknown kind");
    row("twice", entry("good.wav", "y"), "twice");
    row("letter case", entry("GOOD.WAV", "y"), "twice");
    row("too long", entry(QByteArray(99, 'a') + "b") + entry("b"), "");
    row("no name", entry(""), "");
}

void TestArchive::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    write(QStringLiteral("room/environment/there.wav"), "there");
    const auto before = tree(m_folder->path());
    const auto plan = unpackBytes(bytes);
    if (QByteArray(QTest::currentDataTag()) == "too long") { // a hundred bytes is the longest name
        QVERIFY(plan && !plan->refused());
        return;
    }
    if (plan) {
        QVERIFY2(plan->refused(), qPrintable(states(*plan)));
        const auto bad = std::ranges::find(plan->files, State::Refused, &PlannedFile::state);
        QVERIFY2(bad->reason.contains(reason, Qt::CaseInsensitive), qPrintable(bad->reason));
    }
    auto after = tree(m_folder->path());
    after.remove(QStringLiteral("in.tar"));
    QCOMPARE(after, before);
}

/// Whatever byte the archive ends at: all of it or nothing.
void TestArchive::cutOffAnywhere()
{
    const QByteArray whole = entry("a.wav", "aaaa") + entry("russian/b.wav", QByteArray(700, 'b')) + end();
    const QByteArray content = whole.chopped(1024);
    int good = 0;
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const auto plan = unpackBytes(whole.left(size));
        const auto files = tree(path(QStringLiteral("room/environment")));
        if (plan && !plan->refused()) {
            ++good;
            if (size >= content.size() - 324) { // padding of the last file may be missing
                QCOMPARE(files.size(), 2);
            } else {
                QVERIFY2(files.size() == 1 && size >= 512 + 4 && size <= 1024, qPrintable(QString::number(size)));
            }
            QDir(path(QStringLiteral("room"))).removeRecursively();
        } else {
            QVERIFY2(files.isEmpty(), qPrintable(QString::number(size)));
            if (!plan)
                QVERIFY(plan.error().contains(QStringLiteral("in.tar: ")));
        }
    }
    QVERIFY(good > 0);
}

void TestArchive::damagedAnywhere()
{
    const QByteArray whole = entry("a.wav", "aaaa") + entry("russian/b.wav", QByteArray(700, 'b')) + end();
    for (qsizetype at = 0; at < 1536; at += 3) {
        QByteArray bytes = whole;
        bytes[at] = char(bytes[at] ^ 0x41);
        (void)unpackBytes(bytes);
        for (const QString &file : tree(path(QStringLiteral("room"))).keys())
            QVERIFY2(file == u"environment/a.wav" || file == u"environment/russian/b.wav", qPrintable(file));
        QDir(path(QStringLiteral("room"))).removeRecursively();
    }
}

void TestArchive::limits()
{
    write(QStringLiteral("big.tar"), entry("bomb.wav", "x", '0', 07777777777LL) + end());
    auto plan = archive::planImport(path(QStringLiteral("big.tar")), path(QStringLiteral("room")));
    QVERIFY(!plan && plan.error().contains(QStringLiteral("cut off")));
    QByteArray many;
    for (int i = 0; i < 30; ++i)
        many += entry("f" + QByteArray::number(i), QByteArray(1000, 'x'));
    write(QStringLiteral("many.tar"), many + end());
    plan = archive::planImport(path(QStringLiteral("many.tar")), path(QStringLiteral("room")), {.entries = 10});
    QVERIFY(!plan && plan.error().contains(QStringLiteral("more than 10 entries")));
    plan = archive::planImport(path(QStringLiteral("many.tar")), path(QStringLiteral("room")), {.allBytes = 10'000});
    QVERIFY(!plan && plan.error().contains(QStringLiteral("MB")));
    plan = archive::planImport(path(QStringLiteral("many.tar")), path(QStringLiteral("room")), {.fileBytes = 999});
    QVERIFY(plan && plan->count(State::Refused) == 30);
    write(QStringLiteral("no.tar"), "this is a text and no archive at all, which is longer than one would think" + QByteArray(600, '.'));
    plan = archive::planImport(path(QStringLiteral("no.tar")), path(QStringLiteral("room")));
    QVERIFY(!plan && plan.error().contains(QStringLiteral("no tar archive")));
    plan = archive::planImport(path(QStringLiteral("missing.tar")), path(QStringLiteral("room")));
    QVERIFY(!plan);
}

/// What stands in the environment where a file or a folder of the archive would have to be.
void TestArchive::wrongPlaces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a folder for the file") << entry("russian", "y") << "folder of this name";
    QTest::newRow("a file for the folder") << entry("there.wav/x.wav", "y") << "has a file \"there.wav\"";
    QTest::newRow("a linked folder") << entry("linked/x.wav", "y") << "is a link";
    QTest::newRow("a pipe") << entry("pipe.wav", "y") << "no file";
    QTest::newRow("a link to nothing") << entry("lost.wav", "y") << "no file";
    QTest::newRow("file and folder in the archive") << QByteArray(entry("both", "y") + entry("both/x.wav", "y")) << "both as a file";
    QTest::newRow("folder and file in the archive") << QByteArray(entry("Both/x.wav", "y") + entry("both", "y")) << "both as a file";
}

void TestArchive::wrongPlaces()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    write(QStringLiteral("room/environment/there.wav"), "there");
    write(QStringLiteral("room/environment/russian/there.wav"), "there");
    write(QStringLiteral("outside/x.wav"), "outside");
    QVERIFY(QFile::link(path(QStringLiteral("outside")), path(QStringLiteral("room/environment/linked"))));
    QVERIFY(QFile::link(path(QStringLiteral("nowhere")), path(QStringLiteral("room/environment/lost.wav"))));
    QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("room/environment/pipe.wav"))).constData(), 0600), 0);
    const auto before = tree(path(QStringLiteral("room")));
    const auto plan = unpackBytes(entry("good.wav") + bytes + end());
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error()));
    QCOMPARE(plan->count(State::Refused), 1);
    const auto bad = std::ranges::find(plan->files, State::Refused, &PlannedFile::state);
    QVERIFY2(bad->reason.contains(reason), qPrintable(bad->reason));
    QCOMPARE(tree(path(QStringLiteral("room"))), before);
    QCOMPARE(tree(path(QStringLiteral("outside"))).value(QStringLiteral("x.wav")), QByteArray("outside"));
    QVERIFY(!archive::applyImport(*plan, std::vector<std::string>{"good.wav"})); // not even the good one alone
    QCOMPARE(tree(path(QStringLiteral("room"))), before);
}

void TestArchive::chosenFiles()
{
    write(QStringLiteral("room/environment/same.wav"), "same");
    write(QStringLiteral("room/environment/other.wav"), "before");
    write(QStringLiteral("in.tar"), entry("same.wav", "same") + entry("other.wav", "after!") + entry("russian/a.wav", "a")
                                        + entry("russian/b.wav", "bb") + end());
    const QString folder = path(QStringLiteral("room/environment"));
    const auto plan = archive::planImport(path(QStringLiteral("in.tar")), folder);
    QVERIFY(plan);
    QCOMPARE(states(*plan), QStringLiteral("same same.wav, changed other.wav, new russian/a.wav, new russian/b.wav"));
    QCOMPARE(plan->bytes, 13);
    QVERIFY(archive::applyImport(*plan, std::vector<std::string>{"russian/b.wav", "same.wav", "no such name"}));
    auto files = tree(folder);
    QCOMPARE(files.size(), 3);
    QCOMPARE(files[QStringLiteral("russian/b.wav")], QByteArray("bb"));
    QCOMPARE(files[QStringLiteral("other.wav")], QByteArray("before"));
    QVERIFY(archive::applyImport(*plan, std::vector<std::string>{"other.wav", "russian/a.wav"}));
    files = tree(folder);
    QCOMPARE(files.size(), 4);
    QCOMPARE(files[QStringLiteral("other.wav")], QByteArray("after!"));
    QVERIFY(archive::applyImport(*plan, std::vector<std::string>()));
    QCOMPARE(tree(path(QStringLiteral("room"))).size(), 4);
}

/// What comes back is enough to undo the import.
void TestArchive::contentsBefore()
{
    write(QStringLiteral("room/environment/other.wav"), "before");
    write(QStringLiteral("room/environment/empty.wav"), "");
    write(QStringLiteral("in.tar"), entry("other.wav", "after") + entry("empty.wav", "now") + entry("russian/a.wav", "a") + end());
    const auto before = tree(path(QStringLiteral("room")));
    const auto plan = archive::planImport(path(QStringLiteral("in.tar")), path(QStringLiteral("room/environment")));
    QVERIFY(plan);
    const auto result = archive::applyImport(*plan, std::nullopt, archive::KeepBefore::Yes);
    QVERIFY(result);
    QCOMPARE(result->files.size(), std::size_t(3));
    for (const archive::WrittenFile &file : result->files) {
        QVERIFY(QFileInfo::exists(file.path));
        if (file.before)
            QVERIFY(files::saveFile(file.path, *file.before));
        else
            QVERIFY(QFile::remove(file.path));
    }
    QCOMPARE(tree(path(QStringLiteral("room"))), before);
}

/// One name for the server, so the file on disk is the one that is replaced.
void TestArchive::otherLetterCaseOnDisk()
{
    write(QStringLiteral("room/environment/Welcome.WAV"), "before");
    write(QStringLiteral("room/environment/Russian/Menu.wav"), "same");
    const auto plan = unpackBytes(entry("welcome.wav", "after") + entry("russian/menu.wav", "same")
                                  + entry("RUSSIAN/new.wav", "new") + end());
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error()));
    QCOMPARE(states(*plan), QStringLiteral("changed welcome.wav, same russian/menu.wav, new russian/new.wav"));
    const auto files = tree(path(QStringLiteral("room/environment")));
    QCOMPARE(files.keys(), QStringList({QStringLiteral("Russian/Menu.wav"), QStringLiteral("Russian/new.wav"),
                                        QStringLiteral("Welcome.WAV")}));
    QCOMPARE(files[QStringLiteral("Welcome.WAV")], QByteArray("after"));
}

/// Nobody's work is overwritten unseen between the preview and the button.
void TestArchive::changedMeanwhile()
{
    const QString tar = path(QStringLiteral("in.tar"));
    const QString folder = path(QStringLiteral("room/environment"));
    write(QStringLiteral("room/environment/a.wav"), "before");
    write(QStringLiteral("in.tar"), entry("a.wav", "after") + entry("b.wav", "b") + end());
    auto plan = archive::planImport(tar, folder);
    write(QStringLiteral("room/environment/b.wav"), "mine");
    auto result = archive::applyImport(*plan, std::nullopt);
    QVERIFY(!result);
    QVERIFY2(result.error().contains(QStringLiteral("b.wav")) && result.error().contains(QStringLiteral("changed")),
             qPrintable(result.error()));
    QCOMPARE(tree(folder)[QStringLiteral("a.wav")], QByteArray("before"));
    QCOMPARE(tree(folder)[QStringLiteral("b.wav")], QByteArray("mine"));

    plan = archive::planImport(tar, folder);
    write(QStringLiteral("room/environment/a.wav"), "longer than before");
    QVERIFY(!archive::applyImport(*plan, std::nullopt));
    plan = archive::planImport(tar, folder);
    write(QStringLiteral("in.tar"), entry("c.wav", "after") + end());
    result = archive::applyImport(*plan, std::nullopt);
    QVERIFY(!result && result.error().contains(QStringLiteral("Read it again")));
    QCOMPARE(tree(path(QStringLiteral("room"))).size(), 2);
}

void TestArchive::undoneWhenAFileCanNotBeReplaced()
{
    write(QStringLiteral("room/environment/a.wav"), "before");
    write(QStringLiteral("in.tar"), entry("a.wav", "after") + entry("russian/b.wav", "y") + entry("z.wav", "z") + end());
    const auto plan = archive::planImport(path(QStringLiteral("in.tar")), path(QStringLiteral("room/environment")));
    // All but the moving is done when a folder comes in the way of the last file.
    const auto result = archive::applyImport(*plan, std::nullopt, archive::KeepBefore::No, [this](qint64 done, qint64 all) {
        if (done == all)
            QDir().mkpath(path(QStringLiteral("room/environment/z.wav")));
        return true;
    });
    QVERIFY(!result);
    QVERIFY2(result.error().startsWith(QStringLiteral("z.wav can't be written")), qPrintable(result.error()));
    const auto files = tree(path(QStringLiteral("room")));
    QCOMPARE(files.keys(), QStringList{QStringLiteral("environment/a.wav")});
    QCOMPARE(files.first(), QByteArray("before"));
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("room/environment/russian"))));
}

void TestArchive::cancelled()
{
    write(QStringLiteral("in.tar"), entry("a.wav", "after") + entry("b.wav", "y") + end());
    const QString folder = path(QStringLiteral("room/environment"));
    QList<std::pair<qint64, qint64>> told;
    const auto stop = [&told](qint64 done, qint64 all) {
        told.append({done, all});
        return told.size() < 2;
    };
    const auto none = archive::planImport(path(QStringLiteral("in.tar")), folder, {}, stop);
    QVERIFY(!none && none.error().contains(QStringLiteral("Cancelled")));
    QCOMPARE(told, (QList<std::pair<qint64, qint64>>{{5, 6}, {6, 6}}));
    const auto plan = archive::planImport(path(QStringLiteral("in.tar")), folder);
    QVERIFY(!archive::applyImport(*plan, std::nullopt, archive::KeepBefore::No, [](qint64, qint64) { return false; }));
    QVERIFY(tree(path(QStringLiteral("room"))).isEmpty());

    const auto stopped = [&](const QString &target) {
        const auto layer = files::LayerIndex::scan(path(QStringLiteral("env")), files::Layer::Domain, "environment");
        return !archive::writeExport(archive::planExport(*layer), path(target), [](qint64, qint64) { return false; });
    };
    const auto before = tree(m_folder->path());
    QVERIFY(stopped(QStringLiteral("fresh.tar")));
    QCOMPARE(tree(m_folder->path()), before);
    write(QStringLiteral("out.tar"), "an older one");
    QVERIFY(stopped(QStringLiteral("out.tar")));
    QCOMPARE(files::readFile(path(QStringLiteral("out.tar"))), QByteArray("an older one"));
}

void TestArchive::exportPlan()
{
    write(QStringLiteral("env/Loud.wav"), "loud");
    write(QStringLiteral("env/russian/deep/x.wav"), "x");
    const auto layer = files::LayerIndex::scan(path(QStringLiteral("env")), files::Layer::Domain, "environment");
    const auto shown = [](const archive::ExportPlan &plan) {
        QStringList list;
        for (const archive::ExportFile &file : plan.files)
            list << QStringLiteral("%1 %2 %3").arg(file.included ? QStringLiteral("+") : QStringLiteral("-"),
                                                   QString::fromStdString(file.name)).arg(file.size);
        return list.join(u", ");
    };
    const auto plan = archive::planExport(*layer);
    QCOMPARE(shown(plan), QStringLiteral("+ callback.sppr 24, + loud.wav 4, + welcome.wav 1000, + russian/empty.wav 0, "
                                         "+ russian/welcome.wav 70001, - russian/deep 0"));
    QCOMPARE(plan.bytes, 24 + 4 + 1000 + 70001);
    QCOMPARE(plan.count(), 5);
    QVERIFY(plan.files[1].reason.contains(QStringLiteral("lower case")));
    QVERIFY(plan.files.back().reason.contains(QStringLiteral("one level deep")));
    QCOMPARE(shown(archive::planExport(*layer, "russian")), QStringLiteral("+ empty.wav 0, + welcome.wav 70001, - deep 0"));
    QCOMPARE(shown(archive::planExport(*layer, "german")), QString());
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
