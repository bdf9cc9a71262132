// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window_test.h"

#include "editor/prompts/recording_session.h"

#include <QGroupBox>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>
#include <QTranslator>

using namespace pbx;
using namespace pbx::test;

namespace {

/// A language whose words are marked, so that a text that is not translated can be told.
class Marker : public QTranslator {
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        // Texts that Qt takes for something else than words.
        if (std::string_view(context) == "QGuiApplication" || std::string_view(source) == "LTR")
            return {};
        return u'‹' + QString::fromUtf8(source) + u'›';
    }
};

bool hasWords(const QString &text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isLetter(); }) > 1;
}

} // namespace

/// No text of the window escapes the translators: menus, buttons, labels, heads of lists, what is read aloud.
class TestPseudoLocale : public WindowTest {
    Q_OBJECT

    /// What comes from the workspace or is a name in every language.
    QStringList m_data{QStringLiteral("PBX Studio"), QStringLiteral("English"), QStringLiteral("Русский"), QStringLiteral("callback"),
                       QStringLiteral("specialists"), QStringLiteral("ivanov"), QStringLiteral("petrov"), QStringLiteral("operator"),
                       QStringLiteral("pbx"), QStringLiteral("russian"), QStringLiteral("ABC"), QStringLiteral("UTF-8"), QStringLiteral("LF"), QStringLiteral("ноль")};
    QStringList m_bare;

    void note(const QObject *of, const QString &text, const char *what)
    {
        if (text.contains(u'‹') || !hasWords(text))
            return;
        // Qt gives its own buttons their words once, when they are made.
        if (of->inherits("QDockWidgetTitleButton") || of->inherits("CloseButton"))
            return;
        if (std::ranges::any_of(m_data, [&](const QString &data) { return text.contains(data, Qt::CaseInsensitive); }))
            return;
        m_bare += QStringLiteral("%1 %2 of %3: %4").arg(QLatin1StringView(of->metaObject()->className()), QLatin1StringView(what),
                                                        of->objectName(), text);
    }
    void noteHeader(const QHeaderView *header)
    {
        const QAbstractItemModel *model = header->model();
        for (int i = 0; model && !header->isHidden() && i < header->count(); ++i)
            note(header, model->headerData(i, header->orientation(), Qt::DisplayRole).toString(), "head");
    }
    void look(QWidget *inside)
    {
        for (const QWidget *widget : inside->findChildren<QWidget *>()) {
            if (widget->visibleRegion().isEmpty())
                continue;
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                note(button, button->text(), "text");
            else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
                note(label, label->text(), "text");
            else if (const auto *group = qobject_cast<const QGroupBox *>(widget))
                note(group, group->title(), "title");
            else if (const auto *header = qobject_cast<const QHeaderView *>(widget); header && header->orientation() == Qt::Horizontal)
                noteHeader(header);
            if (const auto *line = qobject_cast<const QLineEdit *>(widget))
                note(line, line->placeholderText(), "placeholder");
            note(widget, widget->toolTip(), "tool tip");
            note(widget, widget->accessibleName(), "name");
            note(widget, widget->whatsThis(), "explanation");
        }
        for (const QAction *action : inside->findChildren<QAction *>())
            note(action, action->text(), "action");
        for (const QMenu *menu : inside->findChildren<QMenu *>())
            note(menu, menu->title(), "menu");
    }

private Q_SLOTS:
    void everyTextIsTranslated()
    {
        Marker marker;
        openExample();
        m_window->setGeometry(0, 0, 1680, 1000);
        qApp->installTranslator(&marker);
        QTest::qWait(100);
        for (const Command command : {Command::ShowAttendant, Command::ShowAccounts, Command::ShowPrompts, Command::ShowDeploy}) {
            action(command)->trigger();
            QTest::qWait(50);
            look(m_window);
        }
        picture("pseudo");
        for (const app::Docks::Id id : {app::Docks::Problems, app::Docks::Phones, app::Docks::Reference, app::Docks::Scenarios, app::Docks::Mail}) {
            m_window->docks()->show(id);
            QTest::qWait(50);
            look(m_window);
        }
        action(Command::ShowPrompts)->trigger();
        QTest::mouseClick(find<QPushButton>("promptRecordButton"), Qt::LeftButton);
        auto *session = m_window->findChild<editor::RecordingSession *>();
        if (session) {
            look(session);
            session->close();
        }
        qApp->removeTranslator(&marker);
        m_bare.removeDuplicates();
        QVERIFY2(m_bare.isEmpty(), qPrintable(m_bare.join(u'\n')));
    }
};

QTEST_MAIN(TestPseudoLocale)
#include "tst_pseudo_locale.moc"
