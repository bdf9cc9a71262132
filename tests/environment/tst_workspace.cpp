// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/data/notation.h"
#include "environment/data/objects.h"
#include "environment/files/atomic_file.h"
#include "environment/files/installed.h"
#include "environment/files/workspace.h"
#include "environment/files/workspace_watcher.h"
#include "tests/environment/marked_texts.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pbx;
using namespace pbx::files;
using namespace Qt::StringLiterals;

class TestWorkspace : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString &name) const { return m_dir->filePath(name); }
    void put(const QString &name, const QByteArray &content)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).absolutePath()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    Workspace::Options options() const { return {path(u"stock"_s), LookupOrder::LanguagesFirst}; }
    void putSmallWorkspace()
    {
        put(u"stock/welcome.wav"_s, "12");
        put(u"w/workspace.settings"_s,
            "{ DefaultDomain = \"a.example\"; Name = \"Пример\"; TimeZone = \"Europe/Moscow\"; }\n");
        put(u"w/server/russian/press.wav"_s, "123");
        put(u"w/domains/A.example/environment/hello.sppr"_s, "entry main is stop; end entry;");
        put(u"w/domains/A.example/accounts/ivanov.settings"_s, "{ Aliases = (201); Future = { x = #1; }; }");
        put(u"w/domains/A.example/domain.settings"_s, "{ Forwarders = { sales = ivanov; }; }");
        put(u"w/domains/A.example/prompts/russian.txt"_s, "welcome = Привет\r\n");
        put(u"w/scenarios/deep/one.scenario"_s, "");
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void opens()
    {
        putSmallWorkspace();
        const auto workspace = Workspace::open(path(u"w"_s), options());
        QVERIFY(workspace);
        QCOMPARE(workspace->name(), u"Пример"_s);
        QCOMPARE(workspace->defaultDomain(), std::string("a.example"));
        QCOMPARE(workspace->timeZone(), std::string("Europe/Moscow"));
        QCOMPARE(workspace->domains().size(), std::size_t(1));
        QVERIFY(workspace->account("A.EXAMPLE", "Ivanov"));
        QCOMPARE(workspace->scenarios().size(), 1);
        QVERIFY2(workspace->problems().empty(),
                 workspace->problems().empty() ? "" : workspace->problems().front().message.c_str());
        const auto environment = workspace->environment("a.example");
        QCOMPARE(environment->findMedia("Press", "Russian")->workspacePath, std::string("server/russian/press.wav"));
        QCOMPARE(environment->findMedia("welcome", "russian")->workspacePath, std::string("stock/welcome.wav"));
        QCOMPARE(environment->findFile("hello.sppr", "")->workspacePath,
                 std::string("domains/A.example/environment/hello.sppr"));
        QVERIFY(!workspace->environment("")->findFile("hello.sppr", ""));
        QCOMPARE(*workspace->prompts("a.example", "Russian")->text("WELCOME"), std::string("Привет"));
        QVERIFY(workspace->prompts("a.example", "french")->names().empty());
        QVERIFY(!workspace->prompts("a.example", "../../x"));
        const auto directory = loadDirectory(*workspace);
        QVERIFY(directory.find("SALES", "a.example").forwarder);
        QCOMPARE(directory.account("201")->timeZone(), std::string("Europe/Moscow"));
        // By its settings file as well.
        QVERIFY(Workspace::open(path(u"w/workspace.settings"_s), options()));
    }

    void refusesWhatIsNone()
    {
        QVERIFY(!Workspace::open(path(u"missing"_s), options()));
        put(u"file"_s, "x");
        QVERIFY(!Workspace::open(path(u"file"_s), options()));
        QVERIFY(QDir().mkpath(path(u"empty"_s)));
        QVERIFY(!Workspace::open(path(u"empty"_s), options()));
    }

    void brokenFilesAreProblems()
    {
        putSmallWorkspace();
        put(u"w/domains/A.example/accounts/ivanov.settings"_s, "{\n Aliases = (201;\n}");
        put(u"w/domains/A.example/accounts/petrov.settings"_s, "(1,2)");
        put(u"w/domains/A.example/accounts/sidorov.settings"_s, "{ Aliases = (205); }");
        const auto workspace = Workspace::open(path(u"w"_s), options());
        QVERIFY(workspace);
        QCOMPARE(workspace->problems().size(), std::size_t(2));
        QVERIFY(workspace->problems()[0].error);
        QVERIFY(workspace->problems()[0].path.endsWith(u"ivanov.settings"_s));
        QCOMPARE(workspace->problems()[0].line, 2);
        QVERIFY(workspace->account("a.example", "ivanov")->dictionary.isNull());
        const auto directory = loadDirectory(*workspace);
        QVERIFY(directory.account("ivanov")); // it exists, with nothing but defaults
        QVERIFY(directory.account("205"));
    }

    void workspaceWithoutSettingsOpens()
    {
        put(u"w/domains/b.example/environment/x.wav"_s, "");
        const auto workspace = Workspace::open(path(u"w"_s), options());
        QVERIFY(workspace);
        QCOMPARE(workspace->defaultDomain(), std::string("b.example"));
        QCOMPARE(workspace->name(), u"w"_s);
        QCOMPARE(workspace->problems().size(), std::size_t(1));
    }

    void creates()
    {
        const auto workspace = Workspace::create(
            path(u"new"_s), {u"Контора"_s, u"Office.Example"_s, u"Europe/Moscow"_s, u"Russian"_s}, options());
        QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error()));
        QVERIFY(workspace->problems().empty());
        QCOMPARE(workspace->defaultDomain(), std::string("office.example"));
        QVERIFY(workspace->environment("office.example")->findFile("hello.sppr", ""));
        const auto directory = loadDirectory(*workspace);
        QCOMPARE(directory.account("200")->language(), std::string("Russian"));
        QCOMPARE(directory.account("200")->receptMenu(), std::vector<std::string>{"operator"});
        QVERIFY(directory.problems().empty());
        QVERIFY(QFileInfo(path(u"new/domains/office.example/prompts/russian.txt"_s)).isFile());
        QVERIFY(QFileInfo(path(u"new/scenarios"_s)).isDir());
        // Never over something.
        QVERIFY(!Workspace::create(path(u"new"_s), {u"x"_s, u"x.example"_s, u""_s, u""_s}, options()));
        QVERIFY(!Workspace::create(path(u"bad1"_s), {u"x"_s, u"../x"_s, u""_s, u""_s}, options()));
        QVERIFY(!Workspace::create(path(u"bad2"_s), {u"x"_s, u""_s, u""_s, u""_s}, options()));
        QVERIFY(!Workspace::create(path(u"bad3"_s), {u"x"_s, u"x.example"_s, u""_s, u"a/b"_s}, options()));
        QVERIFY(!QFileInfo::exists(path(u"bad1"_s)));
    }

    void savesSettingsKeepingUnknownKeys()
    {
        putSmallWorkspace();
        auto workspace = Workspace::open(path(u"w"_s), options());
        QVERIFY(workspace);
        data::Value copy;
        QVERIFY(data::deepCopy(workspace->account("a.example", "ivanov")->dictionary, copy));
        auto aliases = data::Value::newArray();
        aliases.array().append(data::Value::string("299"));
        copy.dictionary().set("Aliases", aliases);
        QVERIFY(workspace->saveAccount("a.example", "IVANOV", copy));
        QVERIFY(!QFileInfo::exists(path(u"w/domains/A.example/accounts/IVANOV.settings"_s)));
        const auto again = Workspace::open(path(u"w"_s), options());
        QVERIFY(loadDirectory(*again).account("299"));
        QVERIFY(again->account("a.example", "ivanov")->dictionary.dictionary().get("Future").isDictionary());
        QVERIFY(!workspace->saveAccount("a.example", "../../evil", copy));
        QVERIFY(!workspace->saveAccount("a.example", "x", data::Value::string("no dictionary")));
    }

    void pathsOfEvents()
    {
        putSmallWorkspace();
        const auto workspace = Workspace::open(path(u"w"_s), options());
        QCOMPARE(workspace->workspacePath(path(u"w/server/russian/press.wav"_s)), u"server/russian/press.wav"_s);
        QCOMPARE(workspace->workspacePath(path(u"stock/welcome.wav"_s)), u"stock/welcome.wav"_s);
        QCOMPARE(workspace->workspacePath(u"/elsewhere/x"_s), u"/elsewhere/x"_s);
        QCOMPARE(workspace->absolutePath(u"stock/welcome.wav"_s), path(u"stock/welcome.wav"_s));
        QCOMPARE(workspace->absolutePath(u"server/russian/press.wav"_s), path(u"w/server/russian/press.wav"_s));
        for (const char *bad : {"", "..", "../x", "server/../../x", "/etc/passwd"})
            QVERIFY2(workspace->absolutePath(QString::fromLatin1(bad)).isEmpty(), bad);
    }

    void refreshTellsWhatChanged()
    {
        putSmallWorkspace();
        auto workspace = Workspace::open(path(u"w"_s), options());
        const auto before = workspace->environment("a.example");
        QVERIFY(workspace->refresh().isEmpty());
        QCOMPARE(workspace->environment("a.example"), before); // unchanged files, the same view
        put(u"w/domains/A.example/environment/russian/welcome.wav"_s, "new");
        put(u"w/server/russian/press.wav"_s, "longer than before");
        QVERIFY(QFile::remove(path(u"w/domains/A.example/accounts/ivanov.settings"_s)));
        const auto changes = workspace->refresh();
        QCOMPARE(changes.added, (QStringList{path(u"w/domains/A.example/environment/russian"_s),
                                             path(u"w/domains/A.example/environment/russian/welcome.wav"_s)}));
        QCOMPARE(changes.changed, QStringList{path(u"w/server/russian/press.wav"_s)});
        QCOMPARE(changes.removed, QStringList{path(u"w/domains/A.example/accounts/ivanov.settings"_s)});
        QCOMPARE(before->findMedia("welcome", "russian")->layer, Layer::Stock); // the old view stays
        QCOMPARE(workspace->environment("a.example")->findMedia("welcome", "russian")->layer, Layer::Domain);
        QVERIFY(!workspace->account("a.example", "ivanov"));
    }

    void watcherNotices()
    {
        putSmallWorkspace();
        auto workspace = Workspace::open(path(u"w"_s), options());
        WorkspaceWatcher watcher(&*workspace);
        watcher.setDelay(50);
        QVERIFY(watcher.isComplete());
        QSignalSpy spy(&watcher, &WorkspaceWatcher::changed);
        put(u"w/domains/A.example/environment/hello.sppr"_s, "entry main is end entry;");
        QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 5000);
        auto changes = spy.takeFirst().first().value<FileChanges>();
        QCOMPARE(changes.changed, QStringList{path(u"w/domains/A.example/environment/hello.sppr"_s)});
        // After an atomic save, and in a folder that was not there.
        QVERIFY(saveFile(path(u"w/domains/A.example/environment/hello.sppr"_s), "entry main is null; end;"));
        QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 5000);
        spy.clear();
        put(u"w/domains/A.example/environment/german/a.wav"_s, "x");
        QTRY_VERIFY_WITH_TIMEOUT(workspace->environment("a.example")->findMedia("a", "german"), 5000);
        spy.clear();
        put(u"w/domains/A.example/environment/german/b.wav"_s, "x");
        QTRY_VERIFY_WITH_TIMEOUT(workspace->environment("a.example")->findMedia("b", "german"), 5000);
    }

    void savesAtomically()
    {
        const auto file = path(u"deep/er/file.txt"_s);
        QVERIFY(saveFile(file, "one"));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const auto before = QFile::permissions(file);
        QVERIFY(saveFile(file, "two"));
        QCOMPARE(*readFile(file), QByteArray("two"));
        QCOMPARE(QFile::permissions(file), before);
        // A link stays a link.
        QVERIFY(QFile::link(file, path(u"link.txt"_s)));
        QVERIFY(saveFile(path(u"link.txt"_s), "three"));
        QVERIFY(QFileInfo(path(u"link.txt"_s)).isSymLink());
        QCOMPARE(*readFile(file), QByteArray("three"));
        // No left-overs.
        QCOMPARE(QDir(path(u"deep/er"_s)).entryList(QDir::Files | QDir::Hidden).size(), 1);
        const auto failed = saveFile(path(u"deep/er"_s), "x");
        QVERIFY(!failed);
        QVERIFY(failed.error().contains(u"choose another name"_s));
        QVERIFY(QFileInfo(path(u"deep/er"_s)).isDir());
        QVERIFY(!readFile(path(u"nothing"_s)));
        QVERIFY(!readFile(path(u"deep"_s)));
        QVERIFY(!readFile(file, 4));
        QVERIFY(readFile(file, 5));
    }

    void ownCopiesAreMadeOnce()
    {
        put(u"given/a/b.txt"_s, "one");
        QVERIFY(QFile::setPermissions(path(u"given/a/b.txt"_s), QFile::ReadOwner | QFile::ReadGroup));
        QVERIFY(QFile::setPermissions(path(u"given/a"_s), QFile::ReadOwner | QFile::ExeOwner));
        const auto own = path(u"user/deep/own"_s);
        QCOMPARE(ownCopy(path(u"given"_s), own).value_or(QString()), own);
        QVERIFY(QFile::permissions(own + u"/a/b.txt"_s) & QFile::WriteOwner);
        QVERIFY(QFile::permissions(own + u"/a"_s) & QFile::WriteOwner);
        QVERIFY(saveFile(own + u"/a/b.txt"_s, "changed by the user"));
        QVERIFY(ownCopy(path(u"given"_s), own));
        QCOMPARE(*readFile(own + u"/a/b.txt"_s), QByteArray("changed by the user"));
        QVERIFY(!ownCopy(path(u"nothing"_s), path(u"user/deep/other"_s)));
        const auto left = QDir(path(u"user/deep"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QCOMPARE(left, QStringList{u"own"_s});
        // The test stands in the build tree, with nothing installed beside it.
        QCOMPARE(installedFolder(u"stock"_s), QString());
        QVERIFY(QFile::setPermissions(path(u"given/a"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void promptTextsKeepLines()
    {
        const QByteArray source =
            "# heading\r\nwelcome   =  Добрый день!\r\n\r\nodd line\r\nblank =\r\nWelcome = twice";
        auto texts = PromptTexts::fromBytes(source);
        QCOMPARE(texts.toBytes(), source);
        QCOMPARE(texts.problems().size(), std::size_t(2));
        QCOMPARE(texts.problems()[0].line, 4);
        QCOMPARE(texts.problems()[1].line, 6);
        QCOMPARE(*texts.text("WELCOME"), std::string("Добрый день!"));
        QCOMPARE(*texts.text("blank"), std::string());
        QVERIFY(!texts.text("press"));
        texts.setText("welcome", "Здравствуйте!\nСнова");
        texts.setText("press", "нажмите");
        QCOMPARE(texts.toBytes(), QByteArray("# heading\r\nwelcome   = Здравствуйте! Снова\r\n\r\nodd line\r\nblank "
                                             "=\r\nWelcome = twice\r\npress = нажмите\r\n"));
        QVERIFY(texts.remove("Blank"));
        QVERIFY(!texts.remove("Blank"));
        QCOMPARE(texts.names(), (std::vector<std::string>{"welcome", "press"}));
    }

    void problemsAreTranslated()
    {
        put(u"w/domains/A.example/domain.settings/x"_s, ""); // a folder
        put(u"w/domains/a.example/domain.settings"_s, "{}");
        put(u"w/domains/A.example/accounts/ivanov.settings"_s, "{}");
        put(u"w/domains/A.example/accounts/Ivanov.settings"_s, "{}");
        put(u"w/domains/A.example/accounts/petrov.settings"_s, "(1,2)");
        put(u"w/domains/A.example/environment/Hello.sppr"_s, "");
        put(u"v/workspace.settings"_s, "{ DefaultDomain = nowhere; }");
        const MarkedTexts marks;
        const auto without = Workspace::open(path(u"w"_s), options());
        const auto with = Workspace::open(path(u"v"_s), options());
        QVERIFY(without && with);
        QCOMPARE(without->problems().size(), std::size_t(6));
        QCOMPARE(with->problems().size(), std::size_t(1));
        for (const auto *workspace : {&*without, &*with}) {
            for (const auto &problem : workspace->problems())
                QVERIFY2(MarkedTexts::isMarked(problem.message), problem.message.c_str());
        }
        const auto texts = PromptTexts::fromBytes("odd line\nwelcome = x\nWelcome = y\nbad = \xff\n");
        QCOMPARE(texts.problems().size(), std::size_t(3));
        for (const auto &problem : texts.problems())
            QVERIFY2(MarkedTexts::isMarked(problem.message), problem.message.c_str());
    }

    /// Why something could not be read or written.
    void refusalsAreTranslated()
    {
        putSmallWorkspace();
        put(u"file"_s, "12345");
        QVERIFY(QDir().mkpath(path(u"empty"_s)));
        const MarkedTexts marks;
        auto workspace = Workspace::open(path(u"w"_s), options());
        QVERIFY(workspace);
        const auto settings = data::Value::newDictionary();
        const auto create = [this](const QString &folder, const QString &domain, const QString &language = {}) {
            return Workspace::create(path(folder), {.name = {}, .domain = domain, .timeZone = {}, .language = language}, options()).error();
        };
        const QStringList refusals{
            Workspace::open(path(u"missing"_s), options()).error(),
            Workspace::open(path(u"file"_s), options()).error(),
            Workspace::open(path(u"empty"_s), options()).error(),
            create(u"file"_s, u"a.example"_s),
            create(u"w"_s, u"a.example"_s),
            create(u"new"_s, u"a/b"_s),
            create(u"new"_s, u"a b"_s),
            create(u"new"_s, u"a.example"_s, u"a/b"_s),
            create(u"file/new"_s, u"a.example"_s),
            workspace->prompts("a.example", "../../x").error(),
            workspace->saveSettings(data::Value::newArray()).error(),
            workspace->saveDomainSettings("a/b", settings).error(),
            workspace->saveAccount("a.example", "a/b", settings).error(),
            saveFile(path(u"empty"_s), "x").error(),
            saveFile(path(u"file/x"_s), "x").error(),
            readFile(path(u"missing"_s)).error(),
            readFile(path(u"empty"_s)).error(),
            readFile(path(u"file"_s), 4).error(),
        };
        for (const auto &refusal : refusals)
            QVERIFY2(MarkedTexts::isMarked(refusal.toStdString()), qPrintable(refusal));
    }

    void opensTheExample()
    {
        const auto workspace =
            Workspace::open(QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists"),
                            {QStringLiteral(PBX_SOURCE_DIR "/resources/stock"), LookupOrder::LanguagesFirst});
        QVERIFY(workspace);
        for (const auto &problem : workspace->problems())
            qWarning("%s: %s", qPrintable(problem.path), problem.message.c_str());
        QVERIFY(workspace->problems().empty());
        QVERIFY(loadDirectory(*workspace).problems().empty());
        const auto environment = workspace->environment(workspace->defaultDomain());
        QVERIFY(environment->findFile("callback.sppr", "Russian"));
        QCOMPARE(environment->findMedia("CallbackBusy", "Russian")->workspacePath,
                 std::string("domains/specialists.example/environment/russian/callbackbusy.wav"));
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
