// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/accounts/account_form.h"

#include "environment/accounts/hours.h"
#include "environment/accounts/time_zones.h"
#include "environment/data/objects.h"
#include "environment/files/name_rules.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QTimeEdit>

namespace pbx::editor {

namespace {

enum Line { RealName, Email, Aliases, Language, Zone, Hours };

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

QTime timeOf(int seconds)
{
    return seconds >= 86400 ? QTime(0, 0) : QTime(0, 0).addSecs(seconds); // 24:00 is shown as midnight
}

} // namespace

AccountForm::AccountForm(QWidget *parent) : QWidget(parent)
{
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_realName = new QLineEdit(this);
    m_realName->setObjectName(QStringLiteral("realNameEdit"));
    m_email = new QLabel(this);
    m_email->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_aliases = new QLineEdit(this);
    m_aliases->setObjectName(QStringLiteral("aliasesEdit"));
    m_language = new QComboBox(this);
    m_language->setObjectName(QStringLiteral("accountLanguageBox"));
    m_zone = new QComboBox(this);
    m_zone->setObjectName(QStringLiteral("timeZoneBox"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    for (const accounts::ZoneName &zone : accounts::zoneNames())
        m_zone->addItem(text(zone.server));
    buildHours();
    QWidget *fields[] = {m_realName, m_email, m_aliases, m_language, m_zone, m_times};
    for (int line = 0; line < int(std::size(fields)); ++line) {
        m_labels[line] = new QLabel(this);
        if (line != Email)
            m_labels[line]->setBuddy(line == Hours ? m_start : fields[line]);
        m_form->addRow(m_labels[line], fields[line]);
    }
    m_form->addRow(m_grid);
    m_form->addRow(m_hint);
    connectAll();
    retranslate();
}

void AccountForm::buildHours()
{
    m_times = new QWidget(this);
    m_from = new QLabel(m_times);
    m_start = new QTimeEdit(m_times);
    m_start->setObjectName(QStringLiteral("workStartEdit"));
    m_till = new QLabel(m_times);
    m_end = new QTimeEdit(m_times);
    m_end->setObjectName(QStringLiteral("workEndEdit"));
    for (QTimeEdit *edit : {m_start, m_end}) {
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
        edit->setKeyboardTracking(false);
    }
    m_till->setBuddy(m_end);
    auto *row = new QHBoxLayout(m_times);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_from);
    row->addWidget(m_start);
    row->addWidget(m_till);
    row->addWidget(m_end);
    row->addStretch(1);
    m_grid = new HoursGrid(this);
    m_hint = new QLabel(this);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
}

void AccountForm::connectAll()
{
    connect(m_realName, &QLineEdit::editingFinished, this, [this] {
        if (m_realName->isModified())
            Q_EMIT realNameChosen(m_realName->text().trimmed());
    });
    connect(m_aliases, &QLineEdit::editingFinished, this, [this] {
        if (m_aliases->isModified())
            Q_EMIT aliasesChosen(m_aliases->text().split(QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts));
    });
    connect(m_language, &QComboBox::activated, this, [this] { Q_EMIT languageChosen(m_language->currentData().toString()); });
    connect(m_zone, &QComboBox::activated, this, [this] { Q_EMIT timeZoneChosen(m_zone->currentText()); });
    connect(m_zone->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_zone->lineEdit()->isModified())
            Q_EMIT timeZoneChosen(m_zone->currentText().trimmed());
    });
    connect(m_start, &QTimeEdit::timeChanged, this, &AccountForm::timesEdited);
    connect(m_end, &QTimeEdit::timeChanged, this, &AccountForm::timesEdited);
    connect(m_grid, &HoursGrid::hoursChosen, this, &AccountForm::hoursChosen);
}

void AccountForm::timesEdited()
{
    if (m_filling)
        return;
    HoursGrid::Hours hours = m_grid->hours();
    hours.start = QTime(0, 0).secsTo(m_start->time());
    hours.end = QTime(0, 0).secsTo(m_end->time());
    if (hours.end == 0)
        hours.end = 86400;
    Q_EMIT hoursChosen(hours);
}

void AccountForm::fillLanguages(const Desk &desk, const accounts::Account &account)
{
    m_language->clear();
    m_language->addItem(tr("Default"), QString());
    const std::string own = files::languageFolder(account.language());
    std::vector<std::string> folders = desk.workspace().environment(account.domain)->languages();
    if (!own.empty() && std::ranges::find(folders, own) == folders.end())
        folders.push_back(own);
    for (const std::string &folder : folders) {
        QString name = text(folder);
        name[0] = name[0].toUpper();
        m_language->addItem(name, name);
        if (folder == own)
            m_language->setCurrentIndex(m_language->count() - 1);
    }
}

void AccountForm::show(const Desk &desk, const accounts::Account &account)
{
    const QScopedValueRollback filling(m_filling, true);
    const auto put = [](QLineEdit *edit, const QString &value) {
        if (edit->text() != value)
            edit->setText(value);
        edit->setModified(false);
    };
    const data::Value *realName = account.settings.isDictionary() ? account.settings.dictionary().find("RealName") : nullptr;
    put(m_realName, realName ? text(account.realName()) : QString());
    m_email->setText(text(account.email()));
    QStringList aliases;
    for (const std::string &alias : account.aliases)
        aliases += text(alias);
    put(m_aliases, aliases.join(QStringLiteral(", ")));
    fillLanguages(desk, account);
    m_zone->setEditText(text(account.effectiveText("TimeZone")));
    m_zone->lineEdit()->setModified(false);
    HoursGrid::Hours hours;
    for (const std::string &day : account.workDays()) {
        if (const int number = accounts::readWeekday(day); number >= 0)
            hours.days[size_t(number)] = true;
    }
    hours.start = int(account.workDayStart());
    hours.end = int(account.workDayEnd());
    m_grid->setHours(hours);
    m_start->setTime(timeOf(hours.start));
    m_end->setTime(timeOf(hours.end));
}

void AccountForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AccountForm::retranslate()
{
    m_labels[RealName]->setText(tr("&Name:"));
    m_labels[Email]->setText(tr("E-mail:"));
    m_labels[Aliases]->setText(tr("Al&iases:"));
    m_aliases->setToolTip(tr("Other names and numbers of the account, with commas between them"));
    m_labels[Language]->setText(tr("&Language:"));
    m_labels[Zone]->setText(tr("&Time zone:"));
    m_zone->lineEdit()->setAccessibleName(m_labels[Zone]->text().remove(u'&'));
    m_labels[Hours]->setText(tr("Working ho&urs:"));
    m_from->setText(tr("from"));
    m_start->setAccessibleName(tr("Working day begins"));
    m_till->setText(tr("to"));
    m_end->setAccessibleName(tr("Working day ends"));
    m_grid->setAccessibleName(tr("Working hours of the week"));
    m_hint->setText(tr("Draw over the hours, click a day to turn it on or off. Keyboard: arrows, Shift to draw, Enter to take; Space turns the day."));
}

} // namespace pbx::editor
