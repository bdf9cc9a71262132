// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/accounts/accounts_panel.h"

#include "editor/accounts/account_form.h"
#include "editor/accounts/divert_list.h"
#include "editor/accounts/rule_list.h"
#include "editor/accounts/rule_order.h"
#include "editor/accounts/week_map.h"
#include "editor/desk/settings_edits.h"
#include "environment/accounts/hours.h"
#include "environment/files/name_rules.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTreeWidget>

namespace pbx::editor {

namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

QLabel *titleLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

AccountsPanel::AccountsPanel(Desk *desk, QWidget *parent) : Panel(desk, parent)
{
    setObjectName(QStringLiteral("accountsPanel"));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    splitter->addWidget(buildDetails());
    splitter->setSizes({260, 640});
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addWidget(splitter);
    connectAll();
    retranslate();
}

QWidget *AccountsPanel::buildList()
{
    auto *part = new QWidget(this);
    m_list = new QTreeWidget(part);
    m_list->setObjectName(QStringLiteral("accountList"));
    m_list->setColumnCount(3);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_newName = new QLineEdit(part);
    m_newName->setObjectName(QStringLiteral("newAccountEdit"));
    m_add = new QPushButton(QIcon::fromTheme(QStringLiteral("list-add")), QString(), part);
    m_add->setObjectName(QStringLiteral("addAccountButton"));
    m_remove = new QPushButton(QIcon::fromTheme(QStringLiteral("edit-delete")), QString(), part);
    m_remove->setObjectName(QStringLiteral("removeAccountButton"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_newName, 1);
    row->addWidget(m_add);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 6, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addWidget(m_remove);
    return part;
}

QWidget *AccountsPanel::buildDetails()
{
    m_details = new QScrollArea(this);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setWidgetResizable(true);
    m_details->setFocusPolicy(Qt::NoFocus);
    auto *part = new QWidget(m_details);
    m_form = new AccountForm(part);
    m_divertTitle = titleLabel(part);
    m_diverts = new DivertList(part);
    m_weekTitle = titleLabel(part);
    m_week = new QDateEdit(QDate::currentDate(), part);
    m_week->setObjectName(QStringLiteral("weekEdit"));
    m_week->setCalendarPopup(true);
    m_weekTitle->setBuddy(m_week);
    m_map = new WeekMap(part);
    m_cell = new QLabel(part);
    m_cell->setWordWrap(true);
    m_callCell = new QPushButton(QIcon::fromTheme(QStringLiteral("call-start")), QString(), part);
    m_callCell->setObjectName(QStringLiteral("callThenButton"));
    m_spans = new QTreeWidget(part);
    m_spans->setObjectName(QStringLiteral("weekSpans"));
    m_spans->setColumnCount(3);
    m_spans->setRootIsDecorated(false);
    m_spans->setMaximumHeight(fontMetrics().lineSpacing() * 8);
    m_spans->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ruleTitle = titleLabel(part);
    m_rules = new RuleList(part);
    m_rules->setMaximumHeight(fontMetrics().lineSpacing() * 8);
    m_ruleTitle->setBuddy(m_rules);
    m_ruleUp = new QPushButton(QIcon::fromTheme(QStringLiteral("go-up")), QString(), part);
    m_ruleUp->setObjectName(QStringLiteral("ruleUpButton"));
    m_ruleDown = new QPushButton(QIcon::fromTheme(QStringLiteral("go-down")), QString(), part);
    m_ruleDown->setObjectName(QStringLiteral("ruleDownButton"));
    m_asText = new QPushButton(QIcon::fromTheme(QStringLiteral("text-x-generic")), QString(), part);
    auto *weekRow = new QHBoxLayout;
    weekRow->addWidget(m_weekTitle);
    weekRow->addWidget(m_week);
    weekRow->addStretch(1);
    auto *cellRow = new QHBoxLayout;
    cellRow->addWidget(m_cell, 1);
    cellRow->addWidget(m_callCell);
    auto *ruleRow = new QHBoxLayout;
    ruleRow->addWidget(m_ruleUp);
    ruleRow->addWidget(m_ruleDown);
    ruleRow->addStretch(1);
    ruleRow->addWidget(m_asText);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->addWidget(m_form);
    layout->addSpacing(10);
    layout->addWidget(m_divertTitle);
    layout->addWidget(m_diverts);
    layout->addSpacing(10);
    layout->addLayout(weekRow);
    layout->addWidget(m_map);
    layout->addLayout(cellRow);
    layout->addWidget(m_spans);
    layout->addSpacing(10);
    layout->addWidget(m_ruleTitle);
    layout->addWidget(m_rules);
    layout->addLayout(ruleRow);
    layout->addStretch(1);
    m_details->setWidget(part);
    return m_details;
}

void AccountsPanel::connectAll()
{
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            refresh();
    });
    connect(m_add, &QPushButton::clicked, this, &AccountsPanel::addAccount);
    connect(m_newName, &QLineEdit::returnPressed, this, &AccountsPanel::addAccount);
    connect(m_newName, &QLineEdit::textChanged, m_add, [this](const QString &name) { m_add->setEnabled(!name.trimmed().isEmpty()); });
    connect(m_remove, &QPushButton::clicked, this, &AccountsPanel::removeAccount);
    connect(new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            &AccountsPanel::removeAccount);
    connect(m_form, &AccountForm::realNameChosen, this, [this](const QString &name) {
        change(tr("Name of %1").arg(account()), {}, [&](data::DictionaryObject &settings) {
            section(settings, "Settings").set("RealName", name.isEmpty() ? data::Value() : data::Value::string(name.toStdString()));
        });
    });
    connect(m_form, &AccountForm::aliasesChosen, this, [this](const QStringList &aliases) {
        std::vector<std::string> list;
        for (const QString &alias : aliases)
            list.push_back(alias.toStdString());
        change(tr("Aliases of %1").arg(account()), {}, [&](data::DictionaryObject &settings) { settings.set("Aliases", textList(list)); });
    });
    connect(m_form, &AccountForm::languageChosen, this, [this](const QString &language) {
        setPreferenceOf("Language", data::Value::string(language.toStdString()), tr("Language of %1").arg(account()));
    });
    connect(m_form, &AccountForm::timeZoneChosen, this, [this](const QString &zone) {
        setPreferenceOf("TimeZone", data::Value::string(zone.toStdString()), tr("Time zone of %1").arg(account()));
    });
    connect(m_form, &AccountForm::hoursChosen, this, &AccountsPanel::setHours);
    connect(m_diverts, &DivertList::divertChosen, this, &AccountsPanel::setDivert);
    connect(m_week, &QDateEdit::dateChanged, this, &AccountsPanel::fillWeek);
    connect(m_map, &WeekMap::cursorMoved, this, [this] { m_cell->setText(m_map->accessibleDescription()); });
    const auto callAt = [this](int day, int slot) {
        if (const accounts::Account *account = current())
            Q_EMIT callRequested(text(account->address()), m_map->moment(day, slot));
    };
    connect(m_map, &WeekMap::activated, this, callAt);
    connect(m_callCell, &QPushButton::clicked, this, [this, callAt] { callAt(m_map->day(), m_map->slot()); });
    connect(m_rules, &RuleList::switched, this, &AccountsPanel::switchRule);
    connect(m_rules, &RuleList::moved, this, &AccountsPanel::moveRule);
    connect(m_rules, &QTreeWidget::currentItemChanged, this, &AccountsPanel::updateRuleButtons);
    connect(m_ruleUp, &QPushButton::clicked, this, [this] { m_rules->moveCurrent(-1); });
    connect(m_ruleDown, &QPushButton::clicked, this, [this] { m_rules->moveCurrent(1); });
    connect(m_asText, &QPushButton::clicked, this, [this] {
        if (const accounts::Account *account = current())
            Q_EMIT openRequested(desk().workspace().accountFile(account->domain, account->name));
    });
}

QIcon AccountsPanel::icon() const
{
    return QIcon::fromTheme(QStringLiteral("avatar-default"));
}

QString AccountsPanel::account() const
{
    return m_list->currentItem() ? m_list->currentItem()->text(0) : QString();
}

void AccountsPanel::showAccount(const QString &name)
{
    m_shown = name;
    refresh();
    const auto found = m_list->findItems(name, Qt::MatchFixedString);
    if (!found.isEmpty())
        m_list->setCurrentItem(found.front());
}

const accounts::Account *AccountsPanel::current() const
{
    if (!desk().isOpen() || account().isEmpty())
        return nullptr;
    return desk().directory().account(account().toStdString() + '@' + desk().domain());
}

void AccountsPanel::refresh()
{
    {
        const QScopedValueRollback filling(m_filling, true);
        fillList();
    }
    const accounts::Account *account = current();
    m_details->setEnabled(account != nullptr);
    m_remove->setEnabled(account != nullptr);
    m_add->setEnabled(!m_newName->text().trimmed().isEmpty());
    if (!account) {
        m_map->clear();
        m_spans->clear();
        m_rules->clear();
        updateRuleButtons();
        return;
    }
    m_form->show(desk(), *account);
    m_diverts->show(desk(), *account);
    m_rules->show(*account);
    updateRuleButtons();
    fillWeek();
}

void AccountsPanel::fillList()
{
    const QString before = m_list->currentItem() ? account() : m_shown;
    m_list->clear();
    const accounts::Domain *domain = desk().isOpen() ? desk().directory().domain(desk().domain()) : nullptr;
    for (std::size_t i = 0; domain && i < domain->accounts.size(); ++i) {
        const accounts::Account &account = domain->accounts[i];
        QStringList aliases;
        for (const std::string &alias : account.aliases)
            aliases += text(alias);
        auto *item = new QTreeWidgetItem(m_list, {text(account.name), account.realName() == account.name ? QString() : text(account.realName()),
                                                  aliases.join(QStringLiteral(", "))});
        if (item->text(0) == before)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

void AccountsPanel::fillWeek()
{
    const accounts::Account *account = current();
    if (!account)
        return;
    m_map->show(desk(), *account, m_week->date());
    m_spans->clear();
    for (const WeekMap::Span &span : m_map->spans())
        new QTreeWidgetItem(m_spans, {span.when, span.what, span.why});
    m_cell->setText(m_map->accessibleDescription());
}

bool AccountsPanel::change(const QString &name, const QString &key, const std::function<void(data::DictionaryObject &)> &edit)
{
    const accounts::Account *account = current();
    if (!account)
        return false;
    if (key.isEmpty())
        desk().changes().closeChange();
    return editAccount(desk(), account->domain, account->name, name, edit, key);
}

void AccountsPanel::setPreferenceOf(const char *preference, const data::Value &value, const QString &name)
{
    change(name, {}, [&](data::DictionaryObject &settings) { section(settings, "Preferences").set(preference, value); });
}

void AccountsPanel::setHours(const HoursGrid::Hours &hours)
{
    const accounts::Account *account = current();
    if (!account)
        return;
    std::vector<std::string> days;
    for (int i = 1; i <= 7; ++i) {
        if (hours.days[size_t(i % 7)])
            days.emplace_back(accounts::weekdayName(i % 7));
    }
    const auto put = [&](data::DictionaryObject &settings) {
        data::DictionaryObject &preferences = section(settings, "Preferences");
        preferences.set("WorkDays", textList(days));
        preferences.set("WorkDayStart", data::Value::string(std::to_string(hours.start)));
        preferences.set("WorkDayEnd", data::Value::string(std::to_string(hours.end)));
    };
    change(tr("Working hours of %1").arg(this->account()), QStringLiteral("hours ") + this->account(), [&](data::DictionaryObject &settings) {
        put(settings);
        // The divert after hours has them in its rules.
        data::Value whole;
        if (!data::deepCopy(data::Value::share(data::Type::Dictionary, &settings), whole))
            return;
        const accounts::Account changed = accounts::readAccount(account->name, account->domain, whole, account->defaults);
        if (const data::Value rules = accounts::withCurrentHours(changed); !rules.isNull())
            settings.set("SignalRules", rules);
    });
}

void AccountsPanel::setDivert(accounts::DivertWhen when, const QString &target)
{
    const accounts::Account *account = current();
    if (!account)
        return;
    const data::Value rules = accounts::withDivert(*account, when, target.toStdString());
    change(target.isEmpty() ? tr("No divert of %1").arg(this->account()) : tr("Divert %1 to %2").arg(this->account(), target), {},
           [&](data::DictionaryObject &settings) { settings.set("SignalRules", rules); });
}

void AccountsPanel::switchRule(int rule, bool on)
{
    const accounts::Account *account = current();
    const auto found = account ? std::ranges::find(account->rules, std::size_t(rule), &accounts::Rule::index) : std::vector<accounts::Rule>::const_iterator();
    if (!account || found == account->rules.end() || !account->signalRules.isArray())
        return;
    accounts::Rule changed = *found;
    changed.level = on ? 5 : 0;
    changed.active = on;
    changed.priority = accounts::printPriority(changed.stage, changed.level);
    data::Value rules = data::Value::newArray();
    for (std::size_t i = 0; i < account->signalRules.array().size(); ++i)
        rules.array().append(i == std::size_t(rule) ? accounts::makeRule(changed) : account->signalRules.array().items[i]);
    change(on ? tr("Switch rule %1 on").arg(text(changed.name)) : tr("Switch rule %1 off").arg(text(changed.name)), {},
           [&](data::DictionaryObject &settings) { settings.set("SignalRules", rules); });
}

void AccountsPanel::moveRule(int rule, int beside, bool behind)
{
    const accounts::Account *account = current();
    const auto moved = account ? withRuleBeside(*account, size_t(rule), size_t(beside), behind) : std::nullopt;
    if (!moved) {
        Q_EMIT desk().failed(tr("A rule can only be moved among rules that act at the same time and are all switched on or all switched off."));
        return;
    }
    const auto found = std::ranges::find(account->rules, size_t(rule), &accounts::Rule::index);
    change(tr("Move rule %1").arg(text(found->name)), {},
           [&](data::DictionaryObject &settings) { settings.set("SignalRules", moved->rules); });
    m_rules->setCurrentRule(int(moved->index));
}

void AccountsPanel::updateRuleButtons()
{
    m_ruleUp->setEnabled(m_rules->canMove(-1));
    m_ruleDown->setEnabled(m_rules->canMove(1));
}

void AccountsPanel::addAccount()
{
    const QString name = m_newName->text().trimmed().toLower();
    if (name.isEmpty() || !desk().isOpen())
        return;
    const std::string wanted = name.toStdString();
    if (!files::checkName(wanted).accepted() || !files::isLookupName(wanted) || wanted.starts_with('.')) {
        Q_EMIT desk().failed(tr("“%1” can't be the name of an account. Use letters, digits, dots and hyphens.").arg(name));
        return;
    }
    if (const auto found = desk().directory().find(wanted, desk().domain()); found.kind != accounts::ObjectKind::None) {
        Q_EMIT desk().failed(tr("The domain has an account, alias, group or forwarder %1 already.").arg(name));
        return;
    }
    m_shown = name;
    m_newName->clear();
    m_list->setCurrentItem(nullptr);
    createAccount(desk(), desk().domain(), wanted);
    showAccount(name);
    m_list->setFocus();
}

void AccountsPanel::removeAccount()
{
    if (const accounts::Account *account = current())
        desk().apply(tr("Delete account %1").arg(this->account()),
                     {{desk().workspace().accountFile(account->domain, account->name), std::nullopt}});
}

void AccountsPanel::retranslate()
{
    m_list->setHeaderLabels({tr("Account"), tr("Name"), tr("Aliases")});
    m_list->setAccessibleName(tr("Accounts"));
    m_newName->setPlaceholderText(tr("New account"));
    m_newName->setAccessibleName(tr("Name of a new account"));
    m_add->setText(tr("Create"));
    m_remove->setText(tr("&Delete Account"));
    m_divertTitle->setText(tr("Divert calls"));
    m_weekTitle->setText(tr("What callers get in the week of"));
    m_map->setAccessibleName(tr("What callers get through the week"));
    m_map->setToolTip(tr("Click an hour to call then"));
    m_callCell->setText(tr("Call Then"));
    m_spans->setHeaderLabels({tr("Hours"), tr("Callers get"), tr("Because")});
    m_spans->setAccessibleName(tr("The week in words"));
    m_ruleTitle->setText(tr("&Rules in the order in which they are asked"));
    m_ruleUp->setText(tr("Move Up"));
    m_ruleUp->setToolTip(tr("Ask the chosen rule earlier (Alt+Up)"));
    m_ruleDown->setText(tr("Move Down"));
    m_ruleDown->setToolTip(tr("Ask the chosen rule later (Alt+Down)"));
    m_asText->setText(tr("Edit as Te&xt"));
}

} // namespace pbx::editor
