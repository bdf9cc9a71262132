// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/deploy_model.h"
#include "editor/deploy/remote_job.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace pbx;
using editor::DeployFilter;
using editor::DeployModel;
using editor::RemoteJob;
using editor::ServerBook;

namespace {

deploy::Item item(const char *name, deploy::ItemState state, const char *base, const char *here, const char *there,
                  deploy::Side side = deploy::Side::Here)
{
    deploy::Item made;
    made.name = name;
    made.path = std::string("domains/d.example/environment/") + name;
    made.state = state;
    made.side = side;
    made.base = base;
    made.here = here;
    made.there = there;
    made.sizeHere = *here ? 100 : 0;
    made.sizeThere = *there ? 200 : 0;
    return made;
}

/// One entry of each state.
deploy::Comparison comparison()
{
    using deploy::ItemState;
    deploy::Comparison all;
    all.scope = {"d.example"};
    all.baseline = true;
    all.items = {
        item("both.sppr", ItemState::Conflict, "0", "1", "2"),
        item("gone-here.sppr", ItemState::RemovedHere, "0", "", "0"),
        item("gone-there.sppr", ItemState::RemovedThere, "0", "0", ""),
        item("here.sppr", ItemState::ChangedHere, "0", "1", "0"),
        item("new.sppr", ItemState::Added, "", "1", ""),
        item("newthere.sppr", ItemState::Added, "", "", "1", deploy::Side::There),
        item("russian/welcome.wav", ItemState::Added, "", "1", ""),
        item("same.sppr", ItemState::Same, "0", "0", "0"),
        item("there.wav", ItemState::ChangedThere, "0", "0", "1"),
    };
    all.languagesHere = {"russian"};
    return all;
}

QString path(const char *name)
{
    return QStringLiteral("domains/d.example/environment/") + QLatin1StringView(name);
}

} // namespace

/// The deploy panel's model, the book of servers, and jobs, without any server.
class TestDeployModel : public QObject {
    Q_OBJECT

    static QModelIndex group(const DeployModel &model, const QString &name)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data().toString() == name)
                return model.index(row, 0);
        }
        return {};
    }
    static QVariant box(const DeployModel &model, const char *name)
    {
        return model.indexOf(path(name)).data(Qt::CheckStateRole);
    }

private Q_SLOTS:
    void groups()
    {
        DeployModel model;
        const QAbstractItemModelTester tester(&model);
        model.setComparison(comparison());
        QCOMPARE(model.rowCount(group(model, QStringLiteral("Conflicts"))), 1);
        // gone-here, here, new, welcome, and the folder of the language
        QCOMPARE(model.rowCount(group(model, QStringLiteral("To upload"))), 5);
        QCOMPARE(model.rowCount(group(model, QStringLiteral("To take"))), 3);
        QCOMPARE(model.rowCount(group(model, QStringLiteral("The same"))), 1);
        QCOMPARE(model.changedThere(), 3);
        QCOMPARE(model.openConflicts(), 1);
        QVERIFY(!model.plan().isEmpty());
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isCompared());
    }

    void boxes()
    {
        DeployModel model;
        model.setComparison(comparison());
        QCOMPARE(box(model, "here.sppr"), QVariant(Qt::Checked));
        QVERIFY(!box(model, "same.sppr").isValid());
        QVERIFY(!box(model, "there.wav").isValid());
        QCOMPARE(box(model, "both.sppr"), QVariant(Qt::Unchecked)); // nobody has decided
        const int chosen = model.chosenCount();
        QVERIFY(model.setData(model.indexOf(path("here.sppr")), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.chosenCount(), chosen - 1);
        // The next comparison leaves it out too, until it is another change.
        model.setComparison(comparison());
        QCOMPARE(box(model, "here.sppr"), QVariant(Qt::Unchecked));
        deploy::Comparison later = comparison();
        later.items[3].here = "7";
        model.setComparison(later);
        QCOMPARE(box(model, "here.sppr"), QVariant(Qt::Checked));
    }

    void foldersGoWithTheirFiles()
    {
        DeployModel model;
        model.setComparison(comparison());
        const QModelIndex upload = group(model, QStringLiteral("To upload"));
        QModelIndex folder;
        for (int row = 0; row < model.rowCount(upload); ++row) {
            if (model.index(row, 0, upload).data().toString() == u"russian")
                folder = model.index(row, 0, upload);
        }
        QVERIFY(folder.isValid());
        QVERIFY(model.setData(folder, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(box(model, "russian/welcome.wav"), QVariant(Qt::Unchecked));
        QVERIFY(model.setData(model.indexOf(path("russian/welcome.wav")), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(folder.data(Qt::CheckStateRole), QVariant(Qt::Checked));
    }

    void decisions()
    {
        DeployModel model;
        model.setComparison(comparison());
        const QString both = path("both.sppr");
        model.decide(both, DeployModel::Decision::Theirs);
        QCOMPARE(model.theirs(), std::vector{both.toStdString()});
        QCOMPARE(box(model, "both.sppr"), QVariant(Qt::Unchecked));
        QCOMPARE(model.openConflicts(), 0);
        model.decide(both, DeployModel::Decision::Ours);
        QVERIFY(model.theirs().empty());
        QCOMPARE(model.chosenConflicts(), 1);
        // It holds for what was seen: the same content there, not another.
        model.setComparison(comparison());
        QCOMPARE(model.decision(both), DeployModel::Decision::Ours);
        deploy::Comparison later = comparison();
        later.items[0].there = "9";
        model.setComparison(later);
        QCOMPARE(model.decision(both), DeployModel::Decision::None);
        QCOMPARE(model.chosenConflicts(), 0);
        QCOMPARE(model.openConflicts(), 1);
    }

    void filter()
    {
        DeployModel model;
        DeployFilter filter;
        filter.setSourceModel(&model);
        model.setComparison(comparison());
        QCOMPARE(filter.rowCount(), 3); // without what is the same
        filter.setShowSame(true);
        QCOMPARE(filter.rowCount(), 4);
        filter.setConflictsOnly(true);
        QCOMPARE(filter.rowCount(), 1);
        filter.setConflictsOnly(false);
        filter.setText(QStringLiteral("WELCOME"));
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.rowCount(filter.index(0, 0)), 1);
    }

    void book()
    {
        ServerBook book;
        server::ServerSettings one;
        one.host = QStringLiteral("mail.example.com");
        one.user = QStringLiteral("postmaster");
        one.transport = server::Transport::Tls;
        one.pinned = QByteArray(32, 'x');
        one.connections = 5;
        QVERIFY(book.put(one.url(), one));
        book.setPassword(one.url(), QStringLiteral("secret-word"));
        server::ServerSettings practice;
        practice.host = QStringLiteral("127.0.0.1");
        practice.port = 4711;
        practice.user = QStringLiteral("postmaster");
        book.putForNow(practice, QStringLiteral("other-word"));
        QCOMPARE(book.servers().size(), 2U);
        const QByteArray text = book.text();
        QVERIFY(!text.contains("secret-word") && !text.contains("other-word") && !text.contains("4711"));
        ServerBook again;
        again.setText(text);
        QCOMPARE(again.servers().size(), 1U);
        QCOMPARE(again.servers().front(), one);
        again.setText("{ no list");
        QVERIFY(again.servers().empty());
        // Another address is another server: the password is not taken along.
        server::ServerSettings moved = one;
        moved.host = QStringLiteral("other.example.com");
        QVERIFY(book.put(one.url(), moved));
        QVERIFY(!book.find(one.url()));
        QVERIFY(!book.password(moved.url()));
        QVERIFY(!book.put(moved.url(), practice)); // that url is taken
        book.remove(practice.url());
        QVERIFY(!book.password(practice.url()));
    }

    void adoptedServersAreNotTrusted()
    {
        ServerBook book;
        server::ServerSettings own;
        own.host = QStringLiteral("evil.example.com");
        own.user = QStringLiteral("postmaster");
        own.clearPasswordAllowed = true;
        own.pinned = QByteArray(32, 'x');
        own.authorities = QStringLiteral("/tmp/mine.pem");
        const QString url = book.adopt(own);
        const server::ServerSettings *adopted = book.find(url);
        QVERIFY(adopted);
        QVERIFY(!adopted->clearPasswordAllowed);
        QVERIFY(adopted->pinned.isEmpty() && adopted->authorities.isEmpty());
        QCOMPARE(book.adopt(own), url);
        QCOMPARE(book.servers().size(), 1U);
    }

    void jobs()
    {
        RemoteJob job;
        QSignalSpy told(&job, &RemoteJob::progressed);
        QThread *const here = QThread::currentThread();
        QThread *there = nullptr;
        bool done = false;
        job.start(
            [&](const std::stop_token &stop) {
                there = QThread::currentThread();
                const deploy::Job tools = job.job({}, stop);
                for (int i = 1; i <= 10'000; ++i) {
                    deploy::Progress progress;
                    progress.done = i;
                    tools.told(progress);
                }
            },
            [&] { done = true; });
        QVERIFY(job.running());
        QTRY_VERIFY(done);
        QVERIFY(there != here);
        QVERIFY(!job.running());
        QVERIFY(told.count() < 10'000); // the window is not flooded
        // Stopped work comes to its end all the same.
        done = false;
        job.start(
            [](const std::stop_token &stop) {
                while (!stop.stop_requested())
                    std::this_thread::yield();
            },
            [&] { done = true; });
        job.stop();
        QTRY_VERIFY(done);
        QVERIFY(job.stopped());
    }
};

QTEST_MAIN(TestDeployModel)
#include "tst_deploy_model.moc"
