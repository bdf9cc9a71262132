// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "app/shell/appearance.h"
#include "editor/deploy/deploy_model.h"
#include "editor/deploy/deploy_panel.h"
#include "editor/deploy/practice_dialog.h"
#include "editor/deploy/practice_host.h"
#include "editor/deploy/push_dialog.h"
#include "editor/deploy/servers_dialog.h"
#include "editor/deploy/webadmin_dialog.h"

#include <QAbstractSpinBox>
#include <QGroupBox>
#include <QTreeWidget>

using namespace pbx;
using namespace pbx::test;

/// The panel and the dialogs of servers in both languages and both colour schemes. The pictures go to PBX_SCREENSHOTS; what a
/// machine can judge is judged here: nothing is cut off, everything has a name, all of it is reached by keys.
class TestDeployPictures : public WindowTest {
    Q_OBJECT

    static constexpr int patience = 20'000;
    QString m_prefix;

    template<typename Dialog>
    Dialog *dialog() const
    {
        for (Dialog *one : m_window->findChildren<Dialog *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    void look(const char *name, QWidget *widget)
    {
        QTest::qWait(50); // layouts follow their texts
        QVERIFY2(widget->minimumSizeHint().width() <= 1366 && widget->height() <= 768, name);
        for (QPushButton *button : widget->findChildren<QPushButton *>()) {
            if (!button->visibleRegion().isEmpty())
                QVERIFY2(button->width() + 2 >= std::min(button->minimumSizeHint().width(), button->fontMetrics().horizontalAdvance(button->text())),
                         qPrintable(m_prefix + QStringLiteral(": cut off: ") + button->text()));
        }
        checkNames(widget);
        picture(QLatin1StringView(name) + u'-' + m_prefix, widget);
    }
    /// Whatever takes the keyboard says what it is.
    void checkNames(QWidget *inside)
    {
        for (QWidget *widget : inside->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || qobject_cast<QLabel *>(widget)
                || widget->objectName().startsWith(u"qt_"))
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            const bool named = accessible && !accessible->text(QAccessible::Name).isEmpty();
            QVERIFY2(named, qPrintable(QStringLiteral("no name: %1 %2 in %3").arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName(), inside->objectName())));
        }
    }
    void compare()
    {
        action(Command::Compare)->trigger();
        auto *panel = m_window->findChild<editor::DeployPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(!panel->busy() && panel->model()->isCompared(), patience);
    }
    void choose(const QString &path)
    {
        auto *list = find<QTreeView>("deployList");
        const auto *filter = qobject_cast<QSortFilterProxyModel *>(list->model());
        const auto *model = m_window->findChild<editor::DeployPanel *>()->model();
        list->setCurrentIndex(filter->mapFromSource(model->indexOf(path)));
    }
    /// What somebody else did to a file there, and what was done here.
    void append(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(text);
    }

    void replace(const QString &path, const QByteArray &from, const QByteArray &to)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        QVERIFY(text.contains(from));
        text.replace(from, to);
        file.resize(0);
        file.write(text);
    }

private Q_SLOTS:
    void all_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("scheme");
        for (const char *language : {"en", "ru"}) {
            for (const char *scheme : {"light", "dark"})
                QTest::addRow("%s-%s", language, scheme) << QString::fromLatin1(language) << QString::fromLatin1(scheme);
        }
    }
    void all()
    {
        QFETCH(QString, language);
        QFETCH(QString, scheme);
        m_prefix = language + u'-' + scheme;
        openExample();
        m_window->setGeometry(0, 0, 1366, 768);
        m_studio->appearance().setLanguage(language);
        m_studio->appearance().setColourScheme(scheme);
        QTest::qWait(100);

        action(Command::ShowDeploy)->trigger();
        look("deploy-empty", m_window);
        action(Command::PracticeServer)->trigger();
        auto *practice = dialog<editor::PracticeDialog>();
        look("practice-before", practice);
        QTest::mouseClick(practice->findChild<QPushButton *>(QStringLiteral("practiceStartButton")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_studio->practice().running(), patience);
        look("practice-running", practice);
        practice->reject();

        const QString domain = QStringLiteral("/domains/specialists.example/");
        const QString environment = domain + QStringLiteral("environment/");
        const QString served = m_studio->practice().folder();
        append(served + environment + QStringLiteral("callback.sppr"), "// the night shift was here\n");
        append(programPath(), "// so was the day shift\n");
        append(workspace() + environment + QStringLiteral("night.sppi"), "function night(x) is\n  return x;\nend function;\n");
        append(served + environment + QStringLiteral("day.sppi"), "function day(x) is\n  return x;\nend function;\n");
        QVERIFY(QFile::remove(served + environment + QStringLiteral("russian/0.wav")));
        QVERIFY(QFile::copy(served + environment + QStringLiteral("russian/1.wav"), served + environment + QStringLiteral("russian/0.wav")));
        replace(served + domain + QStringLiteral("accounts/ivanov.settings"), "RealName = ", "CityName = Perm;\n RealName = ");
        compare();
        choose(QStringLiteral("domains/specialists.example/environment/callback.sppr"));
        QTest::qWait(1000);
        look("deploy-program", m_window);
        for (const deploy::Item &item : m_window->findChild<editor::DeployPanel *>()->model()->comparison().items) {
            if (item.state != deploy::ItemState::Same && editor::DeployModel::isSound(item)) {
                choose(QString::fromStdString(item.path));
                QTest::qWait(1000);
                look("deploy-prompt", m_window);
                break;
            }
        }
        for (const deploy::Item &item : m_window->findChild<editor::DeployPanel *>()->model()->comparison().items) {
            if (item.state != deploy::ItemState::Same && item.kind != deploy::ItemKind::File) {
                choose(QString::fromStdString(item.path));
                QTest::qWait(100);
                look("deploy-settings", m_window);
                break;
            }
        }
        action(Command::PushHistory)->trigger();
        QTest::qWait(300);
        look("deploy-history", m_window);
        action(Command::Servers)->trigger();
        look("servers", dialog<editor::ServersDialog>());
        dialog<editor::ServersDialog>()->reject();
        action(Command::WebAdmin)->trigger();
        look("webadmin", dialog<editor::WebAdminDialog>());
        dialog<editor::WebAdminDialog>()->reject();
        action(Command::Push)->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(dialog<editor::PushDialog>(), qPrintable(find<QLabel>("deployNotice")->text()), patience);
        look("push-checking", dialog<editor::PushDialog>());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog<editor::PushDialog>()->running(), patience);
        look("push-plan", dialog<editor::PushDialog>());
        dialog<editor::PushDialog>()->reject();
    }
};

QTEST_MAIN(TestDeployPictures)
#include "tst_deploy_pictures.moc"
