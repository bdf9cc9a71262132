// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/desk/desk.h"
#include "editor/tree/tree_panel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
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
        panel.findChild<QCheckBox *>(QStringLiteral("ownFilesCheck"))->setChecked(false);
        QVERIFY(child(*shown, QStringLiteral("holdmusic.wav"), domain).isValid());
        panel.findChild<QLineEdit *>(QStringLiteral("treeFilterEdit"))->setText(QStringLiteral("CALLBACKB"));
        QVERIFY(!child(*shown, QStringLiteral("callback.sppr"), domain).isValid());
        const QModelIndex russian = child(*shown, QStringLiteral("russian"), domain);
        QCOMPARE(shown->rowCount(russian), 1);
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
