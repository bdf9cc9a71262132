// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/attendant/attendant_panel.h"

#include "editor/attendant/fault_list.h"
#include "editor/attendant/key_map.h"
#include "editor/desk/settings_edits.h"
#include "environment/accounts/menu.h"
#include "environment/check/prompt_use.h"
#include "environment/files/name_rules.h"

#include <QAbstractItemModel>
#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QTimer>
#include <QTreeWidget>

#include <algorithm>

namespace pbx::editor {

namespace {

enum Column { Key, Name, Calls, Prompt, State, ColumnCount };

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

QString languageName(const std::string &language)
{
    if (language.empty())
        return AttendantPanel::tr("default language");
    QString name = text(language);
    name[0] = name[0].toUpper();
    return name;
}

/// Department::reason in the user's language.
QString whyThisKey(const accounts::Department &department, const accounts::DepartmentMenu &menu)
{
    if (accounts::sameText(department.name, "operator"))
        return AttendantPanel::tr("always last, and on 0");
    if (!department.digit)
        return AttendantPanel::tr("no key is left");
    return menu.reservedDigits.empty() ? AttendantPanel::tr("the next free key")
                                       : AttendantPanel::tr("the next free key; %1 is kept for extensions").arg(text(menu.reservedDigits));
}

QLabel *titleLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QPushButton *button(const char *name, const char *icon, QWidget *parent)
{
    auto *made = new QPushButton(QIcon::fromTheme(QLatin1StringView(icon)), QString(), parent);
    made->setObjectName(QLatin1StringView(name));
    made->setAutoDefault(false);
    return made;
}

} // namespace

AttendantPanel::AttendantPanel(Desk *desk, QWidget *parent) : Panel(desk, parent)
{
    setObjectName(QStringLiteral("attendantPanel"));
    m_accountLabel = new QLabel(this);
    m_account = new QComboBox(this);
    m_account->setObjectName(QStringLiteral("attendantAccountBox"));
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_accountLabel->setBuddy(m_account);
    m_speaks = new QLabel(this);
    m_listen = button("attendantListenButton", "media-playback-start", this);
    m_call = button("attendantCallButton", "call-start", this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_accountLabel);
    top->addWidget(m_account);
    top->addWidget(m_speaks, 1);
    top->addWidget(m_listen);
    top->addWidget(m_call);

    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 6, 0);
    leftLayout->addWidget(buildMenu(), 1);
    leftLayout->addWidget(buildSettings());
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(buildSide());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addLayout(top);
    layout->addWidget(splitter, 1);
    connectAll();
    retranslate();
}

QWidget *AttendantPanel::buildMenu()
{
    auto *part = new QWidget(this);
    m_menuTitle = titleLabel(part);
    m_departments = new QTreeWidget(part);
    m_departments->setObjectName(QStringLiteral("departmentList"));
    m_departments->setColumnCount(ColumnCount);
    m_departments->setRootIsDecorated(false);
    m_departments->setUniformRowHeights(true);
    m_departments->setAllColumnsShowFocus(true);
    m_departments->setDragDropMode(QAbstractItemView::InternalMove);
    m_departments->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_departments->header()->setStretchLastSection(true);
    m_menuTitle->setBuddy(m_departments);
    m_state = new QLabel(part);
    m_state->setObjectName(QStringLiteral("departmentStateLabel"));
    m_state->setWordWrap(true);
    m_up = button("departmentUpButton", "go-up", part);
    m_down = button("departmentDownButton", "go-down", part);
    m_remove = button("departmentRemoveButton", "edit-delete", part);
    m_newLabel = new QLabel(part);
    m_new = new QComboBox(part);
    m_new->setObjectName(QStringLiteral("newDepartmentBox"));
    m_new->setEditable(true);
    m_new->setInsertPolicy(QComboBox::NoInsert);
    m_new->setMinimumContentsLength(14);
    m_newLabel->setBuddy(m_new);
    m_add = button("departmentAddButton", "list-add", part);
    auto *order = new QHBoxLayout;
    order->addWidget(m_up);
    order->addWidget(m_down);
    order->addWidget(m_remove);
    order->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_newLabel);
    row->addWidget(m_new, 1);
    row->addWidget(m_add);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_menuTitle);
    layout->addWidget(m_departments, 1);
    layout->addWidget(m_state);
    layout->addLayout(order);
    layout->addLayout(row);
    return part;
}

QWidget *AttendantPanel::buildSettings()
{
    auto *part = new QWidget(this);
    m_prefixLabel = new QLabel(part);
    m_prefix = new QLineEdit(part);
    m_prefix->setObjectName(QStringLiteral("directoryPrefixEdit"));
    m_prefix->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,10}")), m_prefix));
    m_prefix->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    m_prefixLabel->setBuddy(m_prefix);
    m_digitsLabel = new QLabel(part);
    m_digits = new QSpinBox(part);
    m_digits->setObjectName(QStringLiteral("directoryDigitsSpin"));
    m_digits->setRange(1, 20);
    m_digits->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    m_digitsLabel->setBuddy(m_digits);
    m_languagesLabel = new QLabel(part);
    m_languages = new QListWidget(part);
    m_languages->setObjectName(QStringLiteral("languageMenuList"));
    m_languages->setFlow(QListView::LeftToRight);
    m_languages->setWrapping(true);
    m_languages->setResizeMode(QListView::Adjust);
    m_languages->setSpacing(2);
    m_languages->setMaximumHeight(fontMetrics().lineSpacing() * 4);
    m_languagesLabel->setBuddy(m_languages);
    auto *form = new QFormLayout(part);
    form->setContentsMargins(0, 4, 0, 0);
    form->addRow(m_prefixLabel, m_prefix);
    form->addRow(m_digitsLabel, m_digits);
    form->addRow(m_languagesLabel, m_languages);
    return part;
}

QWidget *AttendantPanel::buildSide()
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *part = new QWidget(area);
    m_keysTitle = titleLabel(part);
    m_keys = new KeyMap(part);
    m_faultsTitle = titleLabel(part);
    m_faults = new FaultList(part);
    m_faults->setObjectName(QStringLiteral("attendantFaults"));
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->addWidget(m_keysTitle);
    layout->addWidget(m_keys);
    layout->addSpacing(8);
    layout->addWidget(m_faultsTitle);
    layout->addWidget(m_faults);
    layout->addStretch(1);
    area->setWidget(part);
    return area;
}

void AttendantPanel::connectAll()
{
    connect(m_account, &QComboBox::activated, this, [this] { refresh(); });
    connect(m_listen, &QPushButton::clicked, this, [this] { Q_EMIT playRequested(sentence()); });
    connect(m_call, &QPushButton::clicked, this, [this] { Q_EMIT callRequested(text(dialled()), 0); });
    connect(m_add, &QPushButton::clicked, this, &AttendantPanel::addDepartment);
    connect(m_new->lineEdit(), &QLineEdit::returnPressed, this, &AttendantPanel::addDepartment);
    connect(m_new->lineEdit(), &QLineEdit::textChanged, this, &AttendantPanel::updateButtons);
    connect(m_remove, &QPushButton::clicked, this, &AttendantPanel::removeDepartment);
    connect(m_up, &QPushButton::clicked, this, [this] { moveDepartment(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveDepartment(1); });
    connect(m_departments, &QTreeWidget::currentItemChanged, this, &AttendantPanel::updateButtons);
    connect(m_departments, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        if (const QString address = item->data(Calls, Qt::UserRole).toString(); !address.isEmpty())
            Q_EMIT accountRequested(address);
    });
    // The order is taken once the view has finished moving the row.
    connect(m_departments->model(), &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_filling)
            QTimer::singleShot(0, this, &AttendantPanel::takeOrder);
    });
    const auto shortcut = [this](QKeySequence keys, auto action) {
        connect(new QShortcut(keys, m_departments, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, action);
    };
    shortcut(Qt::ALT | Qt::Key_Up, [this] { moveDepartment(-1); });
    shortcut(Qt::ALT | Qt::Key_Down, [this] { moveDepartment(1); });
    shortcut(QKeySequence::Delete, [this] { removeDepartment(); });
    connect(m_prefix, &QLineEdit::textEdited, this, [this](const QString &prefix) {
        if (current())
            setPreference(desk(), current()->domain, current()->name, "ReceptDirPrefix",
                          data::Value::string(prefix.toStdString()), tr("Directory prefix"));
    });
    connect(m_digits, &QSpinBox::valueChanged, this, [this](int digits) {
        if (current() && !m_filling)
            setPreference(desk(), current()->domain, current()->name, "ReceptDirDigits",
                          data::Value::string(std::to_string(digits)), tr("Directory digits"));
    });
    connect(m_languages, &QListWidget::itemChanged, this, [this] {
        if (!m_filling)
            takeLanguages();
    });
}

QIcon AttendantPanel::icon() const
{
    return QIcon::fromTheme(QStringLiteral("input-dialpad"));
}

QString AttendantPanel::account() const
{
    return m_account->currentData().toString();
}

void AttendantPanel::showAccount(const QString &name)
{
    if (const int at = m_account->findData(name); at >= 0)
        m_account->setCurrentIndex(at);
    refresh();
}

const accounts::Account *AttendantPanel::current() const
{
    if (!desk().isOpen() || account().isEmpty())
        return nullptr;
    return desk().directory().account(account().toStdString() + '@' + desk().domain());
}

std::vector<std::string> AttendantPanel::menu() const
{
    const accounts::Account *account = current();
    return account ? account->receptMenu() : std::vector<std::string>();
}

void AttendantPanel::refresh()
{
    const QScopedValueRollback filling(m_filling, true);
    fillAccounts();
    const accounts::Account *account = current();
    fillDepartments();
    fillKeys();
    fillLanguages();
    fillFaults();
    fillNew();
    if (account && m_prefix->text() != text(account->receptDirPrefix()))
        m_prefix->setText(text(account->receptDirPrefix()));
    if (account)
        m_digits->setValue(int(account->receptDirDigits()));
    m_speaks->setText(account ? tr("speaks %1").arg(languageName(files::languageFolder(account->language()))) : QString());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_departments, m_new, m_prefix, m_digits, m_languages, m_listen})
        widget->setEnabled(account != nullptr);
    updateButtons();
}

void AttendantPanel::fillAccounts()
{
    const QString before = account();
    m_account->clear();
    const accounts::Domain *domain = desk().isOpen() ? desk().directory().domain(desk().domain()) : nullptr;
    int best = -1;
    for (std::size_t i = 0; domain && i < domain->accounts.size(); ++i) {
        const accounts::Account &account = domain->accounts[i];
        const bool attendant = account.name == "pbx" || !account.receptMenu().empty();
        m_account->addItem(attendant ? tr("%1 (attendant)").arg(text(account.name)) : text(account.name), text(account.name));
        if (text(account.name) == before || (best < 0 && before.isEmpty() && attendant))
            best = int(i);
    }
    m_account->setCurrentIndex(best < 0 && m_account->count() > 0 ? 0 : best);
}

void AttendantPanel::fillDepartments()
{
    const QString selected = m_departments->currentItem() ? m_departments->currentItem()->text(Name) : QString();
    m_departments->clear();
    const accounts::Account *account = current();
    if (!account)
        return;
    const auto environment = desk().workspace().environment(account->domain);
    const accounts::DepartmentMenu menu = check::spokenMenu(*account, desk().directory(), *environment);
    const std::string language = files::languageFolder(account->language());
    for (const accounts::Department &department : menu.departments) {
        auto *item = new QTreeWidgetItem(m_departments);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
        item->setText(Key, department.digit ? QString(QLatin1Char(department.digit)) : tr("none"));
        item->setToolTip(Key, whyThisKey(department, menu));
        item->setText(Name, text(department.name));
        // The domain is that of the panel; its name would push the state out of sight.
        const std::string shown = department.account.substr(0, department.account.rfind('@' + account->domain));
        item->setText(Calls, department.account.empty() ? tr("nobody") : text(shown));
        item->setToolTip(Calls, text(department.account));
        item->setData(Calls, Qt::UserRole, text(department.account));
        const std::string prompt = department.prompts.empty() ? std::string() : department.prompts.front();
        const files::FileEntry *file = environment->findMedia(prompt, language);
        item->setText(Prompt, text(prompt));
        item->setToolTip(Prompt, file ? text(file->workspacePath) : tr("No file in %1").arg(languageName(language)));
        QStringList state;
        if (!department.digit)
            state += tr("no key is left");
        if (department.account.empty())
            state += tr("no account of that name");
        if (!file && department.digit)
            state += tr("prompt missing");
        item->setText(State, state.isEmpty() ? whyThisKey(department, menu) : state.join(QStringLiteral(", ")));
        item->setToolTip(State, item->text(State));
        item->setIcon(State, QIcon::fromTheme(state.isEmpty() ? QStringLiteral("emblem-ok") : QStringLiteral("dialog-warning")));
        if (item->text(Name) == selected)
            m_departments->setCurrentItem(item);
    }
    if (!m_departments->currentItem())
        m_departments->setCurrentItem(m_departments->topLevelItem(0));
}

void AttendantPanel::fillKeys()
{
    for (const char key : std::string_view("123456789*0#"))
        m_keys->setKey(key, tr("not used"), KeyMap::Use::Nothing);
    const accounts::Account *account = current();
    if (!account)
        return;
    const accounts::DepartmentMenu menu = accounts::departmentMenu(*account, &desk().directory());
    for (const char key : menu.reservedDigits)
        m_keys->setKey(key, tr("extension of %n digit(s)", nullptr, int(menu.extensionDigits)), KeyMap::Use::Extension);
    for (const accounts::Department &department : menu.departments) {
        if (!department.digit)
            continue;
        const accounts::Account *called = desk().directory().account(department.account);
        const QString name = called && called->realName() != called->name
            ? QStringLiteral("%1\n%2").arg(text(department.name), text(called->realName())) : text(department.name);
        m_keys->setKey(department.digit, name, department.account.empty() ? KeyMap::Use::Faulty : KeyMap::Use::Department);
    }
    m_keys->setKey('#', tr("hear the menu again"), KeyMap::Use::Service);
    m_keys->setKey('*', tr("services"), KeyMap::Use::Service);
}

void AttendantPanel::fillLanguages()
{
    m_languages->clear();
    const accounts::Account *account = current();
    if (!account)
        return;
    const std::string own = files::languageFolder(account->language());
    const std::vector<std::string> menu = account->languageMenu();
    std::vector<std::string> folders = desk().workspace().environment(account->domain)->languages();
    for (const std::string &chosen : menu) {
        if (std::ranges::find(folders, files::languageFolder(chosen)) == folders.end() && !files::isDefaultLanguage(chosen))
            folders.push_back(files::languageFolder(chosen));
    }
    folders.push_back({}); // the default one
    for (const std::string &folder : folders) {
        if (folder == own)
            continue;
        const bool chosen = std::ranges::any_of(menu, [&](const std::string &name) { return files::languageFolder(name) == folder; });
        auto *item = new QListWidgetItem(folder.empty() ? QStringLiteral("English") : languageName(folder), m_languages);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    }
}

void AttendantPanel::fillFaults()
{
    std::vector<Fault> faults;
    const accounts::Account *account = current();
    if (account) {
        const auto environment = desk().workspace().environment(account->domain);
        const accounts::DepartmentMenu menu = check::spokenMenu(*account, desk().directory(), *environment);
        std::vector<std::string> prompts = check::attendantPrompts(*account);
        for (const accounts::Department &department : menu.departments) {
            prompts.insert(prompts.end(), department.prompts.begin(), department.prompts.end());
            if (department.account.empty())
                faults.push_back({tr("Nobody in %1 is called %2.").arg(text(account->domain), text(department.name)),
                                  tr("Create Account %1").arg(text(department.name)),
                                  [this, name = department.name] { createAccount(name); }});
            if (!department.digit)
                faults.push_back({tr("%1 gets no key: the menu has more departments than free digits.").arg(text(department.name)), {}, {}});
        }
        std::map<std::string, QStringList> missing; // by language folder
        for (const std::string &prompt : check::missingPrompts(*account, prompts, *environment)) {
            const auto slash = prompt.find('/');
            const std::string language = slash == std::string::npos ? files::languageFolder(account->language()) : prompt.substr(0, slash);
            const QString name = text(slash == std::string::npos ? prompt : prompt.substr(slash + 1));
            if (!missing[language].contains(name))
                missing[language] += name;
        }
        for (const auto &[language, names] : missing) {
            faults.push_back({tr("%n prompt(s) missing in %1: %2", nullptr, int(names.size())).arg(languageName(language), names.join(QStringLiteral(", "))),
                              tr("Record…"), [this, language = text(language), names] { Q_EMIT recordRequested(language, names); }});
            faults.push_back({tr("Until they are recorded, the computer can speak them."), tr("Speak"),
                              [this, language = text(language), names] { Q_EMIT speakRequested(language, names); }});
        }
        for (const std::string &warning : menu.warnings)
            faults.push_back({text(warning), {}, {}});
        if (menu.departments.empty())
            faults.push_back({tr("The menu is empty: callers are only asked for an extension."), {}, {}});
    } else {
        faults.push_back({tr("The domain has no account yet."), tr("Create Account pbx"), [this] { createAccount("pbx"); }});
    }
    m_faultsTitle->setVisible(!faults.empty());
    m_faults->setFaults(faults);
}

void AttendantPanel::setMenu(std::vector<std::string> menu, const QString &name, int select)
{
    const accounts::Account *account = current();
    if (!account)
        return;
    desk().changes().closeChange();
    setPreference(desk(), account->domain, account->name, "ReceptMenu", textList(menu), name);
    if (select >= 0 && select < m_departments->topLevelItemCount())
        m_departments->setCurrentItem(m_departments->topLevelItem(select));
}

void AttendantPanel::addDepartment()
{
    const std::string name = m_new->currentText().trimmed().toStdString();
    std::vector<std::string> list = menu();
    if (name.empty() || std::ranges::any_of(list, [&](const auto &other) { return accounts::sameText(other, name); }))
        return;
    // The operator is spoken last whatever the order; a list that shows it last has no surprises.
    const auto last = std::ranges::find_if(list, [](const auto &other) { return accounts::sameText(other, "operator"); });
    const auto place = list.insert(last, name);
    const int row = int(place - list.begin());
    m_new->clearEditText();
    setMenu(std::move(list), tr("Add department %1").arg(text(name)), row);
}

void AttendantPanel::removeDepartment()
{
    QTreeWidgetItem *item = m_departments->currentItem();
    if (!item)
        return;
    std::vector<std::string> list = menu();
    const int row = m_departments->indexOfTopLevelItem(item);
    const std::string name = item->text(Name).toStdString();
    std::erase_if(list, [&](const auto &other) { return accounts::sameText(other, name); });
    setMenu(std::move(list), tr("Remove department %1").arg(text(name)), std::min(row, m_departments->topLevelItemCount() - 2));
}

void AttendantPanel::moveDepartment(int by)
{
    QTreeWidgetItem *item = m_departments->currentItem();
    const int row = item ? m_departments->indexOfTopLevelItem(item) : -1;
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_departments->topLevelItemCount())
        return;
    std::vector<std::string> order;
    for (int i = 0; i < m_departments->topLevelItemCount(); ++i)
        order.push_back(m_departments->topLevelItem(i)->text(Name).toStdString());
    std::swap(order[size_t(row)], order[size_t(to)]);
    setMenu(std::move(order), tr("Move department %1").arg(item->text(Name)), to);
}

void AttendantPanel::takeOrder()
{
    std::vector<std::string> order;
    for (int i = 0; i < m_departments->topLevelItemCount(); ++i)
        order.push_back(m_departments->topLevelItem(i)->text(Name).toStdString());
    const int row = m_departments->currentItem() ? m_departments->indexOfTopLevelItem(m_departments->currentItem()) : -1;
    if (order != menu())
        setMenu(std::move(order), tr("Order of the departments"), row);
}

void AttendantPanel::takeLanguages()
{
    const accounts::Account *account = current();
    if (!account)
        return;
    std::vector<std::string> chosen;
    for (int i = 0; i < m_languages->count(); ++i) {
        if (m_languages->item(i)->checkState() == Qt::Checked)
            chosen.push_back(m_languages->item(i)->text().toStdString());
    }
    desk().changes().closeChange();
    setPreference(desk(), account->domain, account->name, "LanguageMenu", textList(chosen), tr("Language menu"));
}

void AttendantPanel::createAccount(const std::string &name)
{
    const accounts::Account *attendant = current();
    editor::createAccount(desk(), desk().domain(), name, attendant ? attendant->language() : std::string());
}

/// The files of the sentence in playing order; what is missing is left out.
QStringList AttendantPanel::sentence() const
{
    QStringList paths;
    const accounts::Account *account = current();
    if (!account)
        return paths;
    const auto environment = desk().workspace().environment(account->domain);
    const std::string language = files::languageFolder(account->language());
    std::vector<std::string> names{"welcome", "dialknownextension"};
    for (const accounts::Department &department : check::spokenMenu(*account, desk().directory(), *environment).departments)
        names.insert(names.end(), department.prompts.begin(), department.prompts.end());
    for (const std::string &name : names) {
        if (const files::FileEntry *file = environment->findMedia(name, language))
            paths += file->path;
    }
    return paths;
}

/// What callers dial: the shortest number of the account, else its name.
std::string AttendantPanel::dialled() const
{
    const accounts::Account *account = current();
    if (!account)
        return {};
    std::string best;
    for (const std::string &alias : account->aliases) {
        if (std::ranges::all_of(alias, [](char c) { return c >= '0' && c <= '9'; }) && (best.empty() || alias.size() < best.size()))
            best = alias;
    }
    return (best.empty() ? account->name : best)
        + (account->domain == desk().workspace().defaultDomain() ? std::string() : '@' + account->domain);
}

void AttendantPanel::updateButtons()
{
    QTreeWidgetItem *item = m_departments->currentItem();
    const int row = item ? m_departments->indexOfTopLevelItem(item) : -1;
    m_state->setText(item ? tr("%1, key %2: %3").arg(item->text(Name), item->text(Key), item->text(State)) : QString());
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_departments->topLevelItemCount());
    m_add->setEnabled(current() && !m_new->currentText().trimmed().isEmpty());
    m_call->setEnabled(current() != nullptr);
    m_call->setText(current() ? tr("Call %1").arg(text(dialled())) : tr("Call"));
}

/// Who could become a department: all accounts that are none yet. What is being typed stays.
void AttendantPanel::fillNew()
{
    const QSignalBlocker blocker(m_new->lineEdit());
    const QString typed = m_new->currentText();
    m_new->clear();
    const accounts::Domain *domain = desk().isOpen() ? desk().directory().domain(desk().domain()) : nullptr;
    const std::vector<std::string> inMenu = menu();
    for (std::size_t i = 0; domain && i < domain->accounts.size(); ++i) {
        const std::string &name = domain->accounts[i].name;
        if (name != account().toStdString() && std::ranges::find(inMenu, name) == inMenu.end())
            m_new->addItem(text(name));
    }
    m_new->setEditText(typed);
}

void AttendantPanel::retranslate()
{
    m_accountLabel->setText(tr("&Account:"));
    m_listen->setText(tr("&Listen"));
    m_listen->setToolTip(tr("Play what callers hear, up to the first key"));
    m_menuTitle->setText(tr("&Department menu"));
    m_departments->setHeaderLabels({tr("Key"), tr("Department"), tr("Calls"), tr("Prompt"), tr("State")});
    m_departments->setAccessibleName(tr("Department menu"));
    m_newLabel->setText(tr("&New:"));
    m_new->lineEdit()->setPlaceholderText(tr("Account, alias, group or forwarder"));
    m_new->lineEdit()->setAccessibleName(tr("New department"));
    m_add->setText(tr("Add"));
    m_remove->setText(tr("&Remove"));
    m_up->setText(tr("Move Up"));
    m_down->setText(tr("Move Down"));
    m_prefixLabel->setText(tr("Directory &prefix:"));
    m_prefix->setToolTip(tr("First digits of extensions: no department gets one of them"));
    m_digitsLabel->setText(tr("Directory di&gits:"));
    m_digits->setToolTip(tr("How many digits an extension has"));
    m_languagesLabel->setText(tr("Languages to choose:"));
    m_languages->setAccessibleName(tr("Languages to choose from, besides the account's own"));
    m_keysTitle->setText(tr("What each key does"));
    m_faultsTitle->setText(tr("To be done"));
}

} // namespace pbx::editor
