// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/accounts/rule_list.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

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

void RuleList::show(const accounts::Account &account)
{
    const QScopedValueRollback filling(m_filling, true);
    const int before = currentRule();
    clear();
    std::vector<const accounts::Rule *> order;
    for (const accounts::Rule &rule : account.rules)
        order.push_back(&rule);
    const auto rank = [](const accounts::Rule *rule) {
        const int stage = rule->stage.kind == accounts::StageKind::Seconds ? rule->stage.seconds
            : rule->stage.kind == accounts::StageKind::Immediate           ? 0
                                                                           : 100'000 + int(rule->stage.kind);
        return std::pair(stage, -rule->level);
    };
    std::ranges::stable_sort(order, {}, rank);
    const bool stored = account.signalRules.isArray();
    for (const accounts::Rule *rule : order) {
        auto *item = new QTreeWidgetItem(this);
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
