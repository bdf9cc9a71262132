// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/desk/desk.h"
#include "editor/tree/tree_panel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QProcess>
#include <QFile>
#include <QTest>
#include <QTreeView>

using namespace pbx;
using editor::EnvironmentModel;

class TestEnvironmentModel : public QObject {
    Q_OBJECT

    std::optional<files::Workspace> m_example;

    static QModelIndex child(const QAbstractItemModel &model, const QString &name, const QModelIndex &parent = {})
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (index.data().toString() == name)
                return index;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto opened = files::Workspace::open(QStringLiteral(PBX_SOURCE_DIR "/resources/example/specialists"));
        QVERIFY2(opened.has_value(), qPrintable(opened ? QString() : opened.error()));
        m_example.emplace(std::move(*opened));
    }

    void showsDomainsLanguagesAndOrigins()
    {
        EnvironmentModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWorkspace(&*m_example);
        const QModelIndex domain = child(model, QStringLiteral("specialists.example"));
        QVERIFY(domain.isValid());
        QVERIFY(child(model, QStringLiteral("Server")).isValid());

        const QModelIndex program = child(model, QStringLiteral("callback.sppr"), domain);
        QVERIFY(program.isValid());
        QCOMPARE(program.siblingAtColumn(EnvironmentModel::OriginColumn).data().toString(), QStringLiteral("own"));
        QVERIFY(program.data(EnvironmentModel::PathRole).toString().endsWith(u"environment/callback.sppr"));
        QCOMPARE(model.indexOfPath(program.data(EnvironmentModel::PathRole).toString()), program);

        const QModelIndex russian = child(model, QStringLiteral("russian"), domain);
        QVERIFY(child(model, QStringLiteral("callbackbusy.wav"), russian).isValid());
        const QModelIndex stock = child(model, QStringLiteral("holdmusic.wav"), domain);
        QVERIFY(stock.isValid());
        QCOMPARE(stock.siblingAtColumn(EnvironmentModel::OriginColumn).data().toString(), QStringLiteral("parent: stock"));
        QVERIFY(!stock.data(EnvironmentModel::OwnRole).toBool());
    }

    void filtersByOriginAndName()
    {
        editor::Desk desk;
        editor::TreePanel panel(&desk);
        panel.setWorkspace(&*m_example);
        QAbstractItemModel *shown = panel.view()->model();
        const QModelIndex domain = child(*shown, QStringLiteral("specialists.example"));
        QVERIFY(!child(*shown, QStringLiteral("holdmusic.wav"), domain).isValid());
        panel.findChild<QComboBox *>(QStringLiteral("treeShowBox"))->setCurrentIndex(int(editor::EnvironmentFilter::Show::All));
        QVERIFY(child(*shown, QStringLiteral("holdmusic.wav"), domain).isValid());
        panel.findChild<QLineEdit *>(QStringLiteral("treeFilterEdit"))->setText(QStringLiteral("CALLBACKB"));
        QVERIFY(!child(*shown, QStringLiteral("callback.sppr"), domain).isValid());
        const QModelIndex russian = child(*shown, QStringLiteral("russian"), domain);
        QCOMPARE(shown->rowCount(russian), 1);
    }

    /// What nobody plays and what nobody provides, each alone and with a part of the name.
    void filtersByUse()
    {
        const QTemporaryDir folder;
        const QString root = folder.path() + QStringLiteral("/w");
        QVERIFY(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-r"), m_example->folder(), root}) == 0);
        const QString own = root + QStringLiteral("/domains/specialists.example/environment/");
        QVERIFY(QFile::copy(own + QStringLiteral("russian/callbackbusy.wav"), own + QStringLiteral("nobodys.wav")));
        QVERIFY(QFile::remove(own + QStringLiteral("russian/callbackbusy.wav")));
        QFile::remove(own + QStringLiteral("callbackbusy.wav"));
        auto opened = files::Workspace::open(root);
        QVERIFY(opened.has_value());
        editor::Desk desk;
        desk.setWorkspace(&*opened);
        {
            editor::TreePanel panel(&desk);
            panel.setWorkspace(&*opened);
            QAbstractItemModel *shown = panel.view()->model();
            auto *show = panel.findChild<QComboBox *>(QStringLiteral("treeShowBox"));
            auto *search = panel.findChild<QLineEdit *>(QStringLiteral("treeFilterEdit"));
            const auto domain = [&] { return child(*shown, QStringLiteral("specialists.example")); };
            const auto russian = [&] { return child(*shown, QStringLiteral("russian"), domain()); };

            show->setCurrentIndex(int(editor::EnvironmentFilter::Show::Unused));
            QVERIFY(child(*shown, QStringLiteral("nobodys.wav"), domain()).isValid());
            QVERIFY(!child(*shown, QStringLiteral("callback.sppr"), domain()).isValid());
            search->setText(QStringLiteral("else"));
            QVERIFY(!domain().isValid());

            search->clear();
            show->setCurrentIndex(int(editor::EnvironmentFilter::Show::Missing));
            const QModelIndex missing = child(*shown, QStringLiteral("callbackbusy.wav"), russian());
            QVERIFY(missing.isValid());
            QCOMPARE(missing.siblingAtColumn(EnvironmentModel::OriginColumn).data().toString(), QStringLiteral("missing"));
            QVERIFY(missing.data(EnvironmentModel::PathRole).toString().isEmpty());
            QVERIFY(!child(*shown, QStringLiteral("nobodys.wav"), domain()).isValid());
            search->setText(QStringLiteral("BACKBUSY"));
            QVERIFY(child(*shown, QStringLiteral("callbackbusy.wav"), russian()).isValid());
            show->setCurrentIndex(int(editor::EnvironmentFilter::Show::All));
            QVERIFY(!child(*shown, QStringLiteral("callbackbusy.wav"), russian()).isValid());
        }
        desk.setWorkspace(nullptr);
    }

    void keepsWhatIsUnfolded()
    {
        editor::Desk desk;
        editor::TreePanel panel(&desk);
        panel.setWorkspace(&*m_example);
        QAbstractItemModel *shown = panel.view()->model();
        const auto russian = [&] {
            return child(*shown, QStringLiteral("russian"), child(*shown, QStringLiteral("specialists.example")));
        };
        QVERIFY(!panel.view()->isExpanded(russian()));
        panel.view()->expand(russian());
        panel.setWorkspace(&*m_example);
        QVERIFY(panel.view()->isExpanded(russian()));
    }

    void opensByKeyboard()
    {
        editor::Desk desk;
        editor::TreePanel panel(&desk);
        panel.setWorkspace(&*m_example);
        panel.show();
        QSignalSpy opened(&panel, &editor::TreePanel::fileActivated);
        const auto path = m_example->environmentFolder("specialists.example") + QStringLiteral("/callback.sppr");
        panel.showPath(path);
        QTest::keyClick(panel.view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), path);
    }
};

QTEST_MAIN(TestEnvironmentModel)
#include "tst_environment_model.moc"
