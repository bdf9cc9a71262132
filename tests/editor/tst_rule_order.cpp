// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/accounts/rule_list.h"
#include "editor/accounts/rule_order.h"
#include "environment/data/notation.h"

#include <QSignalSpy>
#include <QTest>

using namespace pbx;

/// Rules change places: which may, what becomes of their priorities, and how the list asks for it.
class TestRuleOrder : public QObject {
    Q_OBJECT

    accounts::Account m_account;

    static accounts::Account read(std::string_view rules)
    {
        const auto document = data::readNotation("{ SignalRules = " + std::string(rules) + "; }");
        if (!document)
            qFatal("%s", document.error().message.c_str());
        return accounts::readAccount("anna", "d.example", document->value, {});
    }
    /// "NAME priority" in the order in which they are asked.
    static QString asked(const accounts::Account &account)
    {
        QStringList words;
        for (const std::size_t place : editor::rulesAsAsked(account)) {
            const accounts::Rule &rule = *std::ranges::find(account.rules, place, &accounts::Rule::index);
            words << QString::fromStdString(rule.name + ' ' + rule.priority);
        }
        return words.join(QStringLiteral(", "));
    }
    QString moved(std::size_t index, std::size_t beside, bool behind)
    {
        const auto result = editor::withRuleBeside(m_account, index, beside, behind);
        if (!result)
            return {};
        const auto text = data::printText(result->rules);
        const accounts::Account changed = read(*text);
        if (changed.rules.at(result->index).name != m_account.rules.at(index).name)
            return QStringLiteral("another rule is at the place told");
        return asked(changed);
    }

private Q_SLOTS:
    void init()
    {
        m_account = read("((100003,low,(),()),(100005,first,(),()),(100005,second,(),()),(98505,late,(),()),(100000,off,(),()))");
        QCOMPARE(asked(m_account), QStringLiteral("first 100005, second 100005, low 100003, off 100000, late 98505"));
    }

    void movesAmongEquals()
    {
        QCOMPARE(moved(1, 2, true), QStringLiteral("second 100005, first 100005, low 100003, off 100000, late 98505"));
        QCOMPARE(moved(2, 1, false), QStringLiteral("second 100005, first 100005, low 100003, off 100000, late 98505"));
    }

    void takesThePriorityOfTheOther()
    {
        QCOMPARE(moved(0, 1, false), QStringLiteral("low 100005, first 100005, second 100005, off 100000, late 98505"));
        QCOMPARE(moved(1, 0, true), QStringLiteral("second 100005, low 100003, first 100003, off 100000, late 98505"));
    }

    void staysWhereNoOrderIsToBeHad()
    {
        QVERIFY(moved(2, 3, true).isEmpty()); // another stage
        QVERIFY(moved(0, 4, true).isEmpty()); // switched off
        QVERIFY(moved(1, 1, true).isEmpty());
        QVERIFY(moved(1, 9, true).isEmpty());
        const accounts::Account preinstalled = accounts::readAccount("pbx", "d.example", {}, {});
        QCOMPARE(preinstalled.rules.size(), std::size_t(1));
        QVERIFY(!editor::withRuleBeside(preinstalled, 0, 0, true));
    }

    void listAsksByKeyboard()
    {
        editor::RuleList list;
        list.show(m_account);
        static_cast<QWidget &>(list).show();
        list.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        list.setCurrentItem(list.topLevelItem(0));
        QVERIFY(!list.canMove(-1) && list.canMove(1));
        QSignalSpy asked(&list, &editor::RuleList::moved);
        QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(asked.count(), 0);
        QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front(), QVariantList({1, 2, true}));
        list.setCurrentItem(list.topLevelItem(2));
        QVERIFY(list.canMove(-1) && !list.canMove(1)); // below it stands one that is switched off
        list.setCurrentRule(3);
        QCOMPARE(list.currentItem()->text(0), QStringLiteral("late"));
    }
};

QTEST_MAIN(TestRuleOrder)
#include "tst_rule_order.moc"
