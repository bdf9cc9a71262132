// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "editor/deploy/connection_test.h"
#include "editor/deploy/deploy_model.h"
#include "editor/deploy/deploy_panel.h"
#include "editor/deploy/item_view.h"
#include "editor/deploy/practice_dialog.h"
#include "editor/deploy/practice_host.h"
#include "editor/deploy/probe_dialog.h"
#include "editor/deploy/pull_new_dialog.h"
#include "editor/deploy/push_dialog.h"
#include "editor/deploy/server_access.h"
#include "editor/deploy/servers_dialog.h"
#include "editor/deploy/webadmin_dialog.h"
#include "environment/practice/practice_server.h"

#include <QCheckBox>
#include <QProcess>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeWidget>

using namespace pbx;
using namespace pbx::test;
using editor::DeployModel;
using editor::DeployPanel;
using editor::PushDialog;
using editor::ServersDialog;

/// A user, a workspace and a server: what the window shows of it, and what becomes of both.
class TestDeployWindow : public WindowTest {
    Q_OBJECT

    static constexpr int patience = 30'000;
    const QString environment = QStringLiteral("domains/specialists.example/environment/");

    DeployPanel *panel() const { return m_window->findChild<DeployPanel *>(); }
    DeployModel *model() const { return panel()->model(); }
    QString served(const QString &name) const { return m_folder->filePath(QStringLiteral("served/") + name); }
    QTreeView *list() const { return find<QTreeView>("deployList"); }
    QString notice() const { return find<QLabel>("deployNotice")->text(); }

    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    static void press(QWidget *parent, const char *name)
    {
        auto *button = parent->findChild<QPushButton *>(QLatin1StringView(name));
        QVERIFY2(button, name);
        QTRY_VERIFY2(button->isEnabled() && button->isVisible(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void press(const char *name) { press(m_window, name); }
    template<typename Dialog>
    Dialog *dialog() const
    {
        const auto all = m_window->findChildren<Dialog *>();
        for (Dialog *one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    deploy::ItemState state(const QString &path) const
    {
        const deploy::Item *item = model()->item(path);
        return item ? item->state : deploy::ItemState::Same;
    }
    int differing() const
    {
        int count = 0;
        for (const deploy::Item &item : model()->comparison().items)
            count += item.state != deploy::ItemState::Same;
        return count;
    }
    void choose(const QString &path)
    {
        const auto *filter = qobject_cast<QSortFilterProxyModel *>(list()->model());
        const QModelIndex index = filter->mapFromSource(model()->indexOf(path));
        QVERIFY2(index.isValid(), qPrintable(path));
        list()->setCurrentIndex(index);
    }
    void compare()
    {
        action(Command::Compare)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(panel() && !panel()->busy(), patience);
        QVERIFY2(model()->isCompared(), qPrintable(notice()));
    }
    /// The plan is there to be read; pushes it.
    void push()
    {
        action(Command::Push)->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(dialog<PushDialog>(), qPrintable(notice()), patience);
        finishPush();
    }
    void finishPush(deploy::PushResult::End end = deploy::PushResult::End::Done)
    {
        auto *push = dialog<PushDialog>();
        auto *go = push->findChild<QPushButton *>(QStringLiteral("pushButton"));
        QTRY_VERIFY2_WITH_TIMEOUT(go->isEnabled(), qPrintable(push->findChild<QLabel *>(QStringLiteral("pushGate"))->text()), patience);
        picture(QStringLiteral("push-plan"), push);
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(push->outcome(), qPrintable(push->findChild<QLabel *>(QStringLiteral("pushNotice"))->text()), patience);
        picture(QStringLiteral("push-end"), push);
        QCOMPARE(push->outcome()->end, end);
        press(push, "pushCancelButton");
        QTRY_VERIFY_WITH_TIMEOUT(!dialog<PushDialog>() && !panel()->busy(), patience);
    }
    /// Over a folder that stays, with accounts but without an environment.
    void startPractice()
    {
        copyFolder(workspace(), m_folder->filePath(QStringLiteral("served")));
        QVERIFY(QDir(served(environment)).removeRecursively());
        action(Command::PracticeServer)->trigger();
        auto *practice = dialog<editor::PracticeDialog>();
        QVERIFY(practice);
        practice->findChild<QRadioButton *>(QStringLiteral("practiceFolderButton"))->setChecked(true);
        practice->findChild<QLineEdit *>(QStringLiteral("practiceFolderEdit"))->setText(m_folder->filePath(QStringLiteral("served")));
        press(practice, "practiceStartButton");
        QTRY_VERIFY_WITH_TIMEOUT(m_studio->practice().running(), patience);
        QVERIFY(!practice->findChild<QLineEdit *>(QStringLiteral("practicePasswordEdit"))->text().isEmpty());
        picture(QStringLiteral("practice"), practice);
        practice->reject();
        QTRY_VERIFY(panel());
        QCOMPARE(panel()->server(), m_studio->practice().settings().url());
    }
    /// A server in the window's own thread, for what the practice dialog does not offer.
    std::unique_ptr<practice::PracticeServer> serve(practice::PracticeServer::Options options)
    {
        if (!QDir(m_folder->filePath(QStringLiteral("served"))).exists()) // it may come back after it was gone
            copyFolder(workspace(), m_folder->filePath(QStringLiteral("served")));
        const auto store = practice::openStore(m_folder->filePath(QStringLiteral("served")));
        if (!store)
            return nullptr;
        options.users.push_back({"postmaster", "right-word", {}});
        auto server = std::make_unique<practice::PracticeServer>(*store, options);
        return server->listen() ? std::move(server) : nullptr;
    }
    server::ServerSettings settingsOf(const practice::PracticeServer &server, server::Transport transport = server::Transport::Clear) const
    {
        server::ServerSettings settings;
        settings.name = QStringLiteral("Office");
        settings.transport = transport;
        settings.host = QStringLiteral("127.0.0.1");
        settings.port = server.port();
        settings.user = QStringLiteral("postmaster");
        return settings;
    }
    void useServer(const server::ServerSettings &settings)
    {
        m_studio->servers().putForNow(settings, QStringLiteral("right-word"));
        action(Command::ShowDeploy)->trigger();
        panel()->setServer(settings.url());
    }

private Q_SLOTS:
    /// The example goes to a practice server, somebody else changes it there, it is compared, merged, pushed, rolled back.
    void story()
    {
        openExample();
        m_window->setGeometry(0, 0, 1366, 768);
        startPractice();
        compare();
        QVERIFY(!model()->comparison().environmentThere);
        QCOMPARE(state(environment + QStringLiteral("callback.sppr")), deploy::ItemState::Added);
        picture("deploy-first");
        push();
        QCOMPARE(bytes(served(environment + QStringLiteral("callback.sppr"))), bytes(programPath()));
        QTRY_COMPARE(differing(), 0);

        // Somebody else, on the server; and meanwhile here.
        const QByteArray original = bytes(programPath());
        const QByteArray theirs = original + "\n// theirs: asked for by the front desk\n";
        const QByteArray ours = "// ours: greets by name\n" + original;
        write(served(environment + QStringLiteral("callback.sppr")), theirs);
        write(served(environment + QStringLiteral("notes.sppi")), "function theirs(x) is\n  return x;\nend function;\n");
        write(programPath(), ours);
        compare();
        QCOMPARE(state(environment + QStringLiteral("callback.sppr")), deploy::ItemState::Conflict);
        QCOMPARE(model()->changedThere(), 1);
        QCOMPARE(model()->openConflicts(), 1);
        choose(environment + QStringLiteral("callback.sppr"));
        auto *view = m_window->findChild<editor::ItemView *>();
        QTRY_VERIFY_WITH_TIMEOUT(view->text().contains(u"- // ours") && view->text().contains(u"+ // theirs"), patience);
        picture("deploy-conflict");

        press("mergeButton");
        QTRY_VERIFY2_WITH_TIMEOUT(bytes(programPath()).contains("// theirs") && !panel()->busy(), qPrintable(notice()), patience);
        QCOMPARE(bytes(programPath()), "// ours: greets by name\n" + theirs);
        QCOMPARE(model()->decision(environment + QStringLiteral("callback.sppr")), DeployModel::Decision::Merged);
        QCOMPARE(m_window->editors()->currentPage()->document()->path(), programPath());
        QVERIFY(!m_window->editors()->currentPage()->document()->isModified());

        action(Command::Pull)->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(QFileInfo::exists(workspace() + u'/' + environment + QStringLiteral("notes.sppi")) && !panel()->busy(), qPrintable(notice()), patience);
        QCOMPARE(bytes(programPath()), "// ours: greets by name\n" + theirs); // kept
        push();
        QCOMPARE(bytes(served(environment + QStringLiteral("callback.sppr"))), "// ours: greets by name\n" + theirs);
        QTRY_COMPARE(differing(), 0);

        action(Command::PushHistory)->trigger();
        auto *history = find<QTreeWidget>("pushHistory");
        QTRY_COMPARE(history->topLevelItemCount(), 2);
        picture("deploy-history");
        history->setCurrentItem(history->topLevelItem(0));
        press("rollbackButton");
        QTRY_VERIFY2_WITH_TIMEOUT(dialog<PushDialog>(), qPrintable(notice()), patience);
        finishPush();
        QCOMPARE(bytes(served(environment + QStringLiteral("callback.sppr"))), theirs);
        QTRY_COMPARE(history->topLevelItemCount(), 3);
        QVERIFY(m_dialogs->errors.isEmpty());
    }

    /// A merge that is undone no longer goes over what it had taken in.
    void undoneMergeIsAConflictAgain()
    {
        const auto server = serve({});
        QVERIFY(server);
        openExample();
        useServer(settingsOf(*server));
        const QString path = environment + QStringLiteral("callback.sppr");
        const QByteArray original = bytes(programPath());
        write(programPath(), "// first\n" + original);
        compare();
        choose(path); // nobody knows yet who changed it
        press("oursButton");
        push();
        QCOMPARE(bytes(served(path)), "// first\n" + original);
        write(programPath(), "// ours\n" + original);
        write(served(path), "// first\n" + original + "// theirs\n");
        compare();
        QCOMPARE(state(path), deploy::ItemState::Conflict);
        choose(path);
        press("mergeButton");
        QTRY_COMPARE_WITH_TIMEOUT(model()->decision(path), DeployModel::Decision::Merged, patience);
        QCOMPARE(bytes(programPath()), "// ours\n" + original + "// theirs\n");
        QCOMPARE(model()->chosenCount(), 1);
        action(Command::ShowDeploy)->trigger();
        QTRY_VERIFY(action(Command::Undo)->text().contains(u"Merge"));
        action(Command::Undo)->trigger();
        QCOMPARE(bytes(programPath()), "// ours\n" + original);
        compare();
        QCOMPARE(model()->decision(path), DeployModel::Decision::None);
        QCOMPARE(model()->openConflicts(), 1);
        QCOMPARE(model()->chosenCount(), 0);
        // Both sides on one line: that is for people.
        write(served(path), "// theirs at the top\n" + original);
        compare();
        press("mergeButton");
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->busy() && notice().contains(u"same lines"), patience);
        QCOMPARE(bytes(programPath()), "// ours\n" + original);
    }

    /// Taking the server's side of a conflict is one change, and undone like any other.
    void theirsAreTakenAndGivenBack()
    {
        const auto server = serve({});
        QVERIFY(server);
        openExample();
        useServer(settingsOf(*server));
        const QByteArray ours = bytes(programPath());
        const QByteArray theirs = ours + "// theirs\n";
        write(served(environment + QStringLiteral("callback.sppr")), theirs);
        compare();
        QCOMPARE(differing(), 1);
        choose(environment + QStringLiteral("callback.sppr"));
        press("theirsButton");
        QCOMPARE(model()->theirs().size(), 1U);
        action(Command::Pull)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(bytes(programPath()), theirs, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->busy(), patience);
        QCOMPARE(differing(), 0);
        QVERIFY(action(Command::Undo)->isEnabled());
        action(Command::Undo)->trigger();
        QCOMPARE(bytes(programPath()), ours);
        compare();
        QCOMPARE(state(environment + QStringLiteral("callback.sppr")), deploy::ItemState::ChangedHere);
        QVERIFY(m_dialogs->errors.isEmpty());
    }

    /// Each step is shown; a certificate nobody vouches for is shown, and trusted when the user says so.
    void connectionIsTested()
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                                                  QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                                                  QStringLiteral("/CN=mail.example.com"), QStringLiteral("-keyout"), m_folder->filePath(QStringLiteral("key.pem")),
                                                  QStringLiteral("-out"), m_folder->filePath(QStringLiteral("certificate.pem"))});
        QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
        practice::PracticeServer::Options options;
        options.certificate = m_folder->filePath(QStringLiteral("certificate.pem"));
        options.key = m_folder->filePath(QStringLiteral("key.pem"));
        const auto server = serve(options);
        QVERIFY(server);
        openExample();
        action(Command::Servers)->trigger();
        auto *servers = dialog<ServersDialog>();
        QVERIFY(servers);
        press(servers, "addServerButton");
        const auto edit = [servers](const char *name) { return servers->findChild<QLineEdit *>(QLatin1StringView(name)); };
        edit("serverHostEdit")->setText(QStringLiteral("127.0.0.1"));
        servers->findChild<QSpinBox *>(QStringLiteral("serverPortBox"))->setValue(server->port());
        edit("serverUserEdit")->setText(QStringLiteral("postmaster"));
        edit("serverPasswordEdit")->setText(QStringLiteral("right-word"));
        auto *test = servers->findChild<editor::ConnectionTest *>();
        QSignalSpy finished(test, &editor::ConnectionTest::finished);
        press(servers, "testServerButton");
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QVERIFY(!finished.takeFirst().front().toBool());
        const auto *steps = servers->findChild<QTreeWidget *>(QStringLiteral("testSteps"));
        QVERIFY(steps->topLevelItem(1)->text(1).contains(u'✓'));
        QVERIFY(steps->topLevelItem(2)->text(1).contains(u'✗'));
        QVERIFY(servers->findChild<QLabel *>(QStringLiteral("certificateText"))->text().contains(u"mail.example.com"));
        picture(QStringLiteral("servers-certificate"), servers);
        press(servers, "trustButton");
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QVERIFY2(finished.takeFirst().front().toBool(), qPrintable(servers->findChild<QLabel *>(QStringLiteral("testNotice"))->text()));
        for (int row = 0; row < steps->topLevelItemCount(); ++row)
            QVERIFY2(!steps->topLevelItem(row)->text(1).isEmpty() && !steps->topLevelItem(row)->text(1).contains(u'✗'), qPrintable(steps->topLevelItem(row)->text(0)));
        picture(QStringLiteral("servers-tested"), servers);
        servers->accept();
        QTRY_VERIFY(!dialog<ServersDialog>());
        QCOMPARE(m_studio->servers().servers().size(), 1U);
        QCOMPARE(m_studio->servers().servers().front().pinned.size(), 32);
        // What is remembered never holds the password.
        const QByteArray remembered = m_studio->settings().value(app::Setting::Servers).toByteArray();
        QVERIFY(remembered.contains("127.0.0.1") && !remembered.contains("right-word"));
    }

    void wrongPasswordIsAskedForAgain()
    {
        const auto server = serve({});
        QVERIFY(server);
        openExample();
        const server::ServerSettings settings = settingsOf(*server);
        m_studio->servers().put(settings.url(), settings);
        action(Command::ShowDeploy)->trigger();
        panel()->setServer(settings.url());
        for (const char *word : {"wrong-word", "right-word"}) {
            press("compareButton");
            QTRY_VERIFY_WITH_TIMEOUT(dialog<editor::PasswordDialog>(), patience);
            auto *asked = dialog<editor::PasswordDialog>();
            picture(QStringLiteral("password"), asked);
            asked->findChild<QLineEdit *>(QStringLiteral("passwordEdit"))->setText(QLatin1StringView(word));
            asked->accept();
            QTRY_VERIFY_WITH_TIMEOUT(!panel()->busy() && (model()->isCompared() || !notice().isEmpty()), patience);
            if (!model()->isCompared())
                QVERIFY(!m_studio->servers().password(settings.url()));
        }
        QVERIFY2(model()->isCompared(), qPrintable(notice()));
        QCOMPARE(differing(), 0);
    }

    /// The check stops a push that callers would regret; by force it goes on, and the server's own complaint leads to the line.
    void complaintLeadsToTheLine()
    {
        const auto server = serve({});
        QVERIFY(server);
        openExample();
        server::ServerSettings settings = settingsOf(*server);
        settings.dialect.tryCompile = server::TryCompile::StoresNothing;
        useServer(settings);
        write(workspace() + u'/' + environment + QStringLiteral("broken.sppr"), "entry main is\n  x = ;\nend entry;\n");
        action(Command::Push)->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(dialog<PushDialog>(), qPrintable(notice()), patience);
        auto *push = dialog<PushDialog>();
        auto *force = push->findChild<QCheckBox *>(QStringLiteral("pushForceBox"));
        auto *go = push->findChild<QPushButton *>(QStringLiteral("pushButton"));
        QTRY_VERIFY_WITH_TIMEOUT(force->isVisible(), patience);
        QVERIFY(push->findChild<QLabel *>(QStringLiteral("pushGate"))->text().contains(u"broken.sppr:2"));
        picture(QStringLiteral("push-refused"), push);
        QVERIFY(!go->isEnabled());
        force->setChecked(true);
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(push->outcome() && !push->running(), patience);
        QCOMPARE(push->outcome()->end, deploy::PushResult::End::Undone);
        QVERIFY(!QFileInfo::exists(served(environment + QStringLiteral("broken.sppr"))));
        picture(QStringLiteral("push-complaint"), push);
        auto *actions = push->findChild<QTreeWidget *>(QStringLiteral("pushActions"));
        QVERIFY(actions->currentItem() && actions->currentItem()->text(3).contains(u'✗'));
        actions->setFocus();
        QTest::keyClick(actions, Qt::Key_Return);
        QTRY_VERIFY(!dialog<PushDialog>());
        QTRY_VERIFY_WITH_TIMEOUT(!panel()->busy(), patience);
        QCOMPARE(m_window->editors()->currentPage()->document()->fileName(), QStringLiteral("broken.sppr"));
        QCOMPARE(m_window->editors()->currentPage()->caretLine(), 2);
    }

    /// Stopped in the middle the server is as it was; the window answers all the while.
    void pushIsStopped()
    {
        const auto server = serve({});
        QVERIFY(server);
        openExample();
        useServer(settingsOf(*server));
        const QByteArray before = bytes(programPath());
        for (int i = 0; i < 20; ++i)
            write(workspace() + u'/' + environment + QStringLiteral("extra%1.sppi").arg(i), "function extra(x) is\n  return x;\nend function;\n");
        action(Command::Push)->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(dialog<PushDialog>(), qPrintable(notice()), patience);
        auto *push = dialog<PushDialog>();
        auto *go = push->findChild<QPushButton *>(QStringLiteral("pushButton"));
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), patience);
        server->setFaults({{practice::Fault::Kind::Delay, 60, false}});
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(served(environment + QStringLiteral("extra3.sppi"))) || push->outcome(), patience);
        QVERIFY(push->running());
        m_window->close(); // not before the work has ended, and only as the user agrees
        QVERIFY(m_window->isVisible());
        QPointer<MainWindow> window(m_window);
        QTRY_VERIFY_WITH_TIMEOUT(!window || !window->isVisible(), patience);
        QVERIFY(QDir(served(environment)).entryList({QStringLiteral("extra*")}, QDir::Files).isEmpty());
        QCOMPARE(bytes(served(environment + QStringLiteral("callback.sppr"))), before);
    }

    /// The server dies in the middle of a push. When it is back, the window offers to finish or to take back.
    void unfinishedPushIsEnded_data()
    {
        QTest::addColumn<bool>("forward");
        QTest::addRow("finished") << true;
        QTest::addRow("taken back") << false;
    }
    void unfinishedPushIsEnded()
    {
        QFETCH(bool, forward);
        auto server = serve({});
        QVERIFY(server);
        openExample();
        const server::ServerSettings settings = settingsOf(*server);
        useServer(settings);
        for (int i = 0; i < 20; ++i)
            write(workspace() + u'/' + environment + QStringLiteral("extra%1.sppi").arg(i), "function extra(x) is\n  return x;\nend function;\n");
        action(Command::Push)->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(dialog<PushDialog>(), qPrintable(notice()), patience);
        auto *push = dialog<PushDialog>();
        auto *go = push->findChild<QPushButton *>(QStringLiteral("pushButton"));
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), patience);
        server->setFaults({{practice::Fault::Kind::Delay, 60, false}});
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(served(environment + QStringLiteral("extra3.sppi"))) || push->outcome(), patience);
        server.reset();
        QTRY_VERIFY_WITH_TIMEOUT(push->outcome() && !push->running(), patience);
        QCOMPARE(push->outcome()->end, deploy::PushResult::End::Unfinished);
        picture(QStringLiteral("push-unfinished"), push);
        press(push, "pushCancelButton");
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("unfinishedBar")->isVisible() && !panel()->busy(), patience);
        QVERIFY(!action(Command::Push)->isEnabled() || !find<QPushButton>("pushPlanButton")->isEnabled());
        picture("deploy-unfinished");

        practice::PracticeServer::Options options;
        options.port = settings.port;
        server = serve(options);
        QVERIFY(server);
        press(forward ? "resumeButton" : "rollbackUnfinishedButton");
        QTRY_VERIFY2_WITH_TIMEOUT(dialog<PushDialog>(), qPrintable(notice()), patience);
        finishPush(forward ? deploy::PushResult::End::Done : deploy::PushResult::End::Undone);
        QCOMPARE(QDir(served(environment)).entryList({QStringLiteral("extra*")}, QDir::Files).size(), forward ? 20 : 0);
        QTRY_VERIFY_WITH_TIMEOUT(!find<QWidget>("unfinishedBar")->isVisible(), patience);
    }

    void workspaceIsMadeFromAServer()
    {
        const auto server = serve({});
        QVERIFY(server);
        openExample();
        useServer(settingsOf(*server));
        action(Command::PullNew)->trigger();
        auto *made = dialog<editor::PullNewDialog>();
        QVERIFY(made);
        press(made, "pullNewListButton");
        auto *domains = made->findChild<QComboBox *>(QStringLiteral("pullNewDomainBox"));
        QTRY_VERIFY_WITH_TIMEOUT(domains->findText(QStringLiteral("specialists.example")) >= 0, patience);
        domains->setCurrentText(QStringLiteral("specialists.example"));
        const QString folder = m_folder->filePath(QStringLiteral("made"));
        made->findChild<QLineEdit *>(QStringLiteral("pullNewFolderEdit"))->setText(folder);
        picture(QStringLiteral("pull-new"), made);
        press(made, "pullNewButton");
        QTRY_VERIFY_WITH_TIMEOUT(!dialog<editor::PullNewDialog>(), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(m_studio->windows().size() == 2, qPrintable(m_dialogs->errors.join(u'\n')), patience);
        QCOMPARE(bytes(folder + u'/' + environment + QStringLiteral("callback.sppr")), bytes(programPath()));
        QVERIFY(QFileInfo::exists(folder + QStringLiteral("/domains/specialists.example/accounts/ivanov.settings")));
    }

    /// Where there is no command port: the page takes the archive, and comparing tells what came of it.
    void archiveGoesThroughThePage()
    {
        openExample();
        startPractice();
        QDir().mkpath(served(environment));
        action(Command::WebAdmin)->trigger();
        auto *page = dialog<editor::WebAdminDialog>();
        QVERIFY(page);
        press(page, "webAdminSendButton");
        auto *compareButton = page->findChild<QPushButton *>(QStringLiteral("webAdminCompareButton"));
        QTRY_VERIFY2_WITH_TIMEOUT(compareButton->isVisible(), qPrintable(page->findChild<QLabel *>(QStringLiteral("webAdminNotice"))->text()), patience);
        picture(QStringLiteral("webadmin-sent"), page);
        QTest::mouseClick(compareButton, Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(!panel()->busy() && model()->isCompared(), qPrintable(notice()), patience);
        QCOMPARE(differing(), 0);
        QCOMPARE(bytes(served(environment + QStringLiteral("callback.sppr"))), bytes(programPath()));
    }

    void serverIsProbed()
    {
        const auto server = serve({});
        QVERIFY(server);
        openExample();
        useServer(settingsOf(*server));
        action(Command::Servers)->trigger();
        auto *servers = dialog<ServersDialog>();
        QVERIFY(servers);
        press(servers, "probeServerButton");
        QTRY_VERIFY(servers->findChild<editor::ProbeDialog *>());
        auto *probe = servers->findChild<editor::ProbeDialog *>();
        auto *keep = probe->findChild<QPushButton *>(QStringLiteral("probeKeepButton"));
        QVERIFY(!keep->isEnabled());
        press(probe, "probeStartButton");
        QTRY_VERIFY2_WITH_TIMEOUT(keep->isEnabled(), qPrintable(probe->findChild<QLabel *>(QStringLiteral("probeNotice"))->text()), patience);
        QVERIFY(probe->findChild<QTreeWidget *>(QStringLiteral("probeAnswers"))->topLevelItemCount() > 3);
        picture(QStringLiteral("probe"), probe);
        QTest::mouseClick(keep, Qt::LeftButton);
        servers->accept();
        QVERIFY(!m_studio->servers().find(settingsOf(*server).url())->dialect.askedAt.isEmpty());
        QVERIFY(QDir(served(environment)).entryList({QStringLiteral("pbx-probe*")}).isEmpty());
    }
};

QTEST_MAIN(TestDeployWindow)
#include "tst_deploy_window.moc"
