// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/accounts/rule_list.h"

#include "editor/accounts/rule_order.h"

#include <QDropEvent>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QShortcut>

#include <algorithm>

namespace pbx::editor {

namespace {

enum Column { Name, When, If, Then, ColumnCount };

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

QString stageText(const accounts::Stage &stage)
{
    switch (stage.kind) {
    case accounts::StageKind::Immediate: return RuleList::tr("at once");
    case accounts::StageKind::Seconds: return RuleList::tr("after %n second(s)", nullptr, stage.seconds);
    case accounts::StageKind::NoAnswer: return RuleList::tr("no answer");
    case accounts::StageKind::Busy: return RuleList::tr("busy");
    case accounts::StageKind::Error: return RuleList::tr("other failure");
    }
    return {};
}

} // namespace

RuleList::RuleList(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("ruleList"));
    setColumnCount(ColumnCount);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setDragDropMode(QAbstractItemView::InternalMove);
    connect(new QShortcut(Qt::ALT | Qt::Key_Up, this, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, [this] { moveCurrent(-1); });
    connect(new QShortcut(Qt::ALT | Qt::Key_Down, this, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, [this] { moveCurrent(1); });
    connect(this, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item) {
        if (!m_filling)
            Q_EMIT switched(item->data(Name, Qt::UserRole).toInt(), item->checkState(Name) == Qt::Checked);
    });
    retranslate();
}

int RuleList::currentRule() const
{
    return currentItem() ? currentItem()->data(Name, Qt::UserRole).toInt() : -1;
}

void RuleList::setCurrentRule(int rule)
{
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (topLevelItem(i)->data(Name, Qt::UserRole).toInt() == rule)
            setCurrentItem(topLevelItem(i));
    }
}

bool RuleList::canMove(int by) const
{
    const QTreeWidgetItem *beside = currentItem() ? topLevelItem(indexOfTopLevelItem(currentItem()) + by) : nullptr;
    return beside && withRuleBeside(m_account, size_t(currentRule()), size_t(beside->data(Name, Qt::UserRole).toInt()), by > 0);
}

void RuleList::moveCurrent(int by)
{
    if (canMove(by))
        Q_EMIT moved(currentRule(), topLevelItem(indexOfTopLevelItem(currentItem()) + by)->data(Name, Qt::UserRole).toInt(), by > 0);
}

void RuleList::dropEvent(QDropEvent *event)
{
    const QTreeWidgetItem *beside = itemAt(event->position().toPoint());
    const bool behind = !beside || dropIndicatorPosition() == QAbstractItemView::BelowItem;
    if (!beside)
        beside = topLevelItem(topLevelItemCount() - 1);
    const int rule = currentRule();
    if (event->source() != this || !beside || rule < 0)
        return event->ignore();
    // The view keeps its rows: they are made anew from the changed account once the drag has ended.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    QMetaObject::invokeMethod(this, [this, rule, behind, other = beside->data(Name, Qt::UserRole).toInt()] {
        Q_EMIT moved(rule, other, behind);
    }, Qt::QueuedConnection);
}

void RuleList::show(const accounts::Account &account)
{
    const QScopedValueRollback filling(m_filling, true);
    const int before = currentRule();
    clear();
    m_account = account;
    const bool stored = account.signalRules.isArray();
    for (const std::size_t place : rulesAsAsked(account)) {
        const accounts::Rule *rule = &*std::ranges::find(account.rules, place, &accounts::Rule::index);
        auto *item = new QTreeWidgetItem(this);
        item->setFlags((item->flags() | Qt::ItemIsDragEnabled) & ~Qt::ItemIsDropEnabled);
        item->setText(Name, text(rule->name));
        item->setData(Name, Qt::UserRole, int(rule->index));
        if (stored)
            item->setCheckState(Name, rule->active ? Qt::Checked : Qt::Unchecked);
        else
            item->setToolTip(Name, tr("Preinstalled: the account has no rules of its own"));
        item->setText(When, stageText(rule->stage));
        QStringList conditions;
        for (const accounts::Condition &condition : rule->conditions)
            conditions += QStringLiteral("%1 %2 %3").arg(text(condition.code), text(condition.test), text(condition.value)).trimmed();
        item->setText(If, conditions.join(QStringLiteral("; ")));
        QStringList actions;
        for (const accounts::Action &action : rule->actions)
            actions += QStringLiteral("%1 %2").arg(text(action.name), text(action.value)).trimmed();
        item->setText(Then, actions.join(QStringLiteral("; ")));
        if (int(rule->index) == before)
            setCurrentItem(item);
    }
}

void RuleList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeWidget::changeEvent(event);
}

void RuleList::retranslate()
{
    setHeaderLabels({tr("Rule"), tr("When"), tr("If"), tr("Then")});
    setAccessibleName(tr("Call rules in the order in which they are asked"));
}

} // namespace pbx::editor
