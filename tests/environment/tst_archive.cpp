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

QString states(const archive::UnpackPlan &plan)
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
    void undoneWhenAFileCanNotBeReplaced();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    std::expected<archive::UnpackPlan, QString> unpackBytes(const QByteArray &bytes)
    {
        write(QStringLiteral("in.tar"), bytes);
        return archive::unpack(path(QStringLiteral("in.tar")), path(QStringLiteral("room/environment")));
    }
    int packLayer(const QString &folder, const QString &target, const std::optional<std::string> &language = {})
    {
        const auto layer = files::LayerIndex::scan(path(folder), files::Layer::Domain, "environment");
        const auto count = archive::pack(*layer, path(target), language);
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
    auto plan = archive::planUnpack(path(QStringLiteral("out.tar")), target);
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
        QVERIFY2(QString::fromStdString(bad->reason).contains(reason, Qt::CaseInsensitive), bad->reason.c_str());
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
    auto plan = archive::planUnpack(path(QStringLiteral("big.tar")), path(QStringLiteral("room")));
    QVERIFY(!plan && plan.error().contains(QStringLiteral("cut off")));
    QByteArray many;
    for (int i = 0; i < 30; ++i)
        many += entry("f" + QByteArray::number(i), QByteArray(1000, 'x'));
    write(QStringLiteral("many.tar"), many + end());
    plan = archive::planUnpack(path(QStringLiteral("many.tar")), path(QStringLiteral("room")), {.entries = 10});
    QVERIFY(!plan && plan.error().contains(QStringLiteral("more than 10 entries")));
    plan = archive::planUnpack(path(QStringLiteral("many.tar")), path(QStringLiteral("room")), {.allBytes = 10'000});
    QVERIFY(!plan && plan.error().contains(QStringLiteral("MB")));
    plan = archive::planUnpack(path(QStringLiteral("many.tar")), path(QStringLiteral("room")), {.fileBytes = 999});
    QVERIFY(plan && plan->count(State::Refused) == 30);
    write(QStringLiteral("no.tar"), "this is a text and no archive at all, which is longer than one would think" + QByteArray(600, '.'));
    plan = archive::planUnpack(path(QStringLiteral("no.tar")), path(QStringLiteral("room")));
    QVERIFY(!plan && plan.error().contains(QStringLiteral("no tar archive")));
    plan = archive::planUnpack(path(QStringLiteral("missing.tar")), path(QStringLiteral("room")));
    QVERIFY(!plan);
}

void TestArchive::undoneWhenAFileCanNotBeReplaced()
{
    // A folder stands where the second file has to go.
    write(QStringLiteral("room/environment/a.wav"), "before");
    write(QStringLiteral("room/environment/b.wav/inside"), "x");
    ::chmod(path(QStringLiteral("room/environment")).toLocal8Bit().constData(), 0755);
    const auto before = tree(path(QStringLiteral("room")));
    const auto plan = unpackBytes(entry("a.wav", "after") + entry("b.wav", "y") + end());
    if (plan) // a folder can be moved away as well: then all is there
        QCOMPARE(tree(path(QStringLiteral("room"))).size(), 2);
    else
        QCOMPARE(tree(path(QStringLiteral("room"))), before);
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
