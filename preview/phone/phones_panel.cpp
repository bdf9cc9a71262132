// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/phones_panel.h"

#include "preview/phone/event_text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

namespace pbx::phone {

namespace {

enum Column { Account, Plan, State };

enum PlanChoice { AnswersItself, ByHand, Busy, NoAnswer, Offline };

/// Longer than any caller waits.
constexpr std::int64_t untilSomebodyAnswers = 24LL * 3600 * 1000;

call::PhonePlan planOf(int choice)
{
    call::PhonePlan plan;
    switch (choice) {
    case ByHand:
        plan.answersAfter = untilSomebodyAnswers;
        plan.talksFor = -1;
        break;
    case Busy: plan.state = accounts::PhoneState::Busy; break;
    case NoAnswer: plan.state = accounts::PhoneState::NoAnswer; break;
    case Offline: plan.state = accounts::PhoneState::Offline; break;
    default: break;
    }
    return plan;
}

int choiceOf(const call::PhonePlan &plan)
{
    switch (plan.state) {
    case accounts::PhoneState::Busy: return Busy;
    case accounts::PhoneState::NoAnswer: return NoAnswer;
    case accounts::PhoneState::Offline: return Offline;
    case accounts::PhoneState::Answers: break;
    }
    return plan.answersAfter == untilSomebodyAnswers ? ByHand : AnswersItself;
}

} // namespace

PhonesPanel::PhonesPanel(CallController *controller, QWidget *parent) : QWidget(parent), m_controller(controller)
{
    setObjectName(QStringLiteral("phonesPanel"));
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("phonesList"));
    m_list->setColumnCount(3);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(Account, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Plan, QHeaderView::ResizeToContents);
    m_planLabel = new QLabel(this);
    m_plan = new QComboBox(this);
    m_plan->setObjectName(QStringLiteral("phonePlanBox"));
    m_plan->addItems(QStringList(5));
    m_planLabel->setBuddy(m_plan);
    m_answer = new QPushButton(QIcon::fromTheme(QStringLiteral("call-start")), {}, this);
    m_answer->setObjectName(QStringLiteral("answerPhoneButton"));
    m_refuse = new QPushButton(this);
    m_refuse->setObjectName(QStringLiteral("refusePhoneButton"));
    m_hangUp = new QPushButton(QIcon::fromTheme(QStringLiteral("call-stop")), {}, this);
    m_hangUp->setObjectName(QStringLiteral("hangUpPhoneButton"));

    auto *plan = new QHBoxLayout;
    plan->addWidget(m_planLabel);
    plan->addWidget(m_plan, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_answer);
    buttons->addWidget(m_refuse);
    buttons->addWidget(m_hangUp);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_list, 1);
    layout->addLayout(plan);
    layout->addLayout(buttons);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &PhonesPanel::showSelected);
    connect(m_plan, &QComboBox::activated, this, &PhonesPanel::planChosen);
    connect(m_answer, &QPushButton::clicked, this, [this] { m_controller->answerPhone(selected()); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { m_controller->refusePhone(selected()); });
    connect(m_hangUp, &QPushButton::clicked, this, [this] { m_controller->hangUpPhone(selected()); });
    connect(m_controller, &CallController::stateChanged, this, &PhonesPanel::refresh);
    retranslate();
    refresh();
}

void PhonesPanel::setAccounts(const QList<std::pair<QString, QString>> &accounts)
{
    if (accounts == m_accounts && m_list->topLevelItemCount() > 0)
        return;
    m_accounts = accounts;
    const QString before = selected();
    m_list->clear();
    for (const auto &[address, name] : accounts) {
        auto *item = new QTreeWidgetItem(m_list, {address});
        item->setToolTip(Account, name);
        if (address == before)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    refresh();
    showSelected();
}

QString PhonesPanel::selected() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->text(Account) : QString();
}

QTreeWidgetItem *PhonesPanel::itemOf(const QString &account)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->text(Account).compare(account, Qt::CaseInsensitive) == 0)
            return m_list->topLevelItem(row);
    }
    // Outside of the workspace: a phone all the same, as long as it is in a call.
    return new QTreeWidgetItem(m_list, {account});
}

/// What each phone does now; one that begins to ring is selected, so that Answer is at hand.
void PhonesPanel::refresh()
{
    QStringList ringing;
    QHash<QTreeWidgetItem *, QString> states;
    QTreeWidgetItem *fresh = nullptr;
    for (const call::PhoneView &phone : m_controller->phones()) {
        const QString account = QString::fromStdString(phone.account);
        QTreeWidgetItem *item = itemOf(account);
        const QString with = QString::fromStdString(phone.with);
        if (phone.talking) {
            states.insert(item, with.isEmpty() ? tr("Talking") : tr("Talking, %1").arg(with));
            continue;
        }
        states.insert(item, tr("Ringing: %1").arg(with));
        ringing << account;
        if (!m_ringing.contains(account))
            fresh = item;
    }
    for (int row = m_list->topLevelItemCount() - 1; row >= 0; --row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        const QString state = states.value(item);
        if (state.isEmpty() && row >= m_accounts.size()) {
            delete item;
            continue;
        }
        if (item->text(State) != state) {
            item->setText(State, state);
            QFont font = item->font(Account);
            font.setBold(!state.isEmpty());
            item->setFont(Account, font);
            item->setFont(State, font);
        }
        const QString plan = m_plan->itemText(choiceOf(m_controller->phonePlan(item->text(Account))));
        if (item->text(Plan) != plan)
            item->setText(Plan, plan);
    }
    m_ringing = ringing;
    if (fresh) {
        m_list->setCurrentItem(fresh);
        if (choiceOf(m_controller->phonePlan(fresh->text(Account))) == ByHand)
            Q_EMIT wanted();
    }
    showSelected();
}

void PhonesPanel::showSelected()
{
    const QString account = selected();
    bool rings = false;
    bool talks = false;
    for (const call::PhoneView &phone : m_controller->phones()) {
        if (QString::fromStdString(phone.account).compare(account, Qt::CaseInsensitive) == 0)
            (phone.talking ? talks : rings) = true;
    }
    m_plan->setEnabled(!account.isEmpty());
    m_plan->setCurrentIndex(account.isEmpty() ? -1 : choiceOf(m_controller->phonePlan(account)));
    m_answer->setEnabled(rings);
    m_refuse->setEnabled(rings);
    m_hangUp->setEnabled(talks);
}

void PhonesPanel::planChosen(int choice)
{
    if (!selected().isEmpty())
        m_controller->setPhonePlan(selected(), planOf(choice));
    refresh();
}

void PhonesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void PhonesPanel::retranslate()
{
    m_list->setHeaderLabels({tr("Phone of"), tr("When it is called"), tr("Now")});
    m_list->setAccessibleName(tr("Phones of the accounts"));
    m_planLabel->setText(tr("When calle&d:"));
    const QStringList plans{tr("answers after 6 s, talks for 30 s"), tr("rings until you answer"), tr("is busy"),
                            tr("rings and is not answered"), tr("is switched off")};
    for (int i = 0; i < plans.size(); ++i)
        m_plan->setItemText(i, plans[i]);
    m_plan->setToolTip(tr("Holds from the next call on."));
    m_answer->setText(tr("&Answer"));
    m_refuse->setText(tr("&Refuse"));
    m_hangUp->setText(tr("Hang &up"));
}

} // namespace pbx::phone
