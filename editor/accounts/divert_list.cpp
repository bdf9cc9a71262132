// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/accounts/divert_list.h"

#include "environment/accounts/routing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace pbx::editor {

using accounts::DivertWhen;

DivertList::DivertList(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    int line = 0;
    for (const DivertWhen when : {DivertWhen::Always, DivertWhen::AfterHours, DivertWhen::Busy, DivertWhen::NoAnswer}) {
        Row row{when, new QCheckBox(this), new QComboBox(this), new QLabel(this)};
        const QString name = QString::fromUtf8(accounts::divertName(when).data());
        row.on->setObjectName(QStringLiteral("divertCheck_%1").arg(name));
        row.target->setObjectName(QStringLiteral("divertTarget_%1").arg(name));
        row.target->setEditable(true);
        row.target->setInsertPolicy(QComboBox::NoInsert);
        row.target->setMinimumContentsLength(18);
        row.state->setWordWrap(true);
        grid->addWidget(row.on, line, 0);
        grid->addWidget(row.target, line, 1);
        grid->addWidget(row.state, line, 2);
        m_rows.push_back(row);
        const auto taken = [this, row] {
            if (!m_filling)
                choose(row);
        };
        connect(row.on, &QCheckBox::toggled, this, taken);
        connect(row.target, &QComboBox::activated, this, taken);
        connect(row.target->lineEdit(), &QLineEdit::editingFinished, this, taken);
        ++line;
    }
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    grid->addWidget(m_note, line, 0, 1, 3);
    grid->setColumnStretch(2, 1);
    retranslate();
}

void DivertList::choose(const Row &row)
{
    QString target = row.target->currentText().trimmed();
    if (row.on->isChecked() && target.isEmpty()) {
        row.target->setFocus(); // switched on, and now: where to?
        return;
    }
    if (!row.on->isChecked())
        target.clear();
    if (target != row.target->property("saved").toString())
        Q_EMIT divertChosen(row.when, target);
}

void DivertList::fillTargets(const Desk &desk, const accounts::Account &account)
{
    QStringList targets;
    for (const files::ListedFile &listed : desk.workspace().environment(account.domain)->list()) {
        const QString name = QString::fromStdString(listed.file.name);
        if (listed.file.language.empty() && name.endsWith(u".sppr") && !listed.hiddenBy)
            targets += u'#' + name.chopped(5);
    }
    targets.removeDuplicates();
    const accounts::Domain *domain = desk.directory().domain(account.domain);
    for (std::size_t i = 0; domain && i < domain->accounts.size(); ++i) {
        if (domain->accounts[i].name != account.name)
            targets += QString::fromStdString(domain->accounts[i].name);
    }
    for (const Row &row : m_rows) {
        row.target->clear();
        row.target->addItems(targets);
    }
}

QString DivertList::stateOf(const Desk &desk, const accounts::Account &account, const std::string &target, bool &good)
{
    accounts::Address address;
    good = accounts::readAddress(target, address);
    if (!good)
        return tr("not an address: name an account, a number or #program");
    accounts::RouteOptions options;
    options.domain = account.domain;
    const accounts::RouteResult result = accounts::route(desk.directory(), target, options);
    const std::string domain = address.domain.empty() ? account.domain : address.domain;
    if (address.hasProgram) {
        good = desk.workspace().environment(domain)->findFile(address.program + ".sppr", {}) != nullptr;
        return good ? tr("the program %1 runs as %2").arg(QString::fromStdString(address.program), QString::fromStdString(
                                                              address.local.empty() ? account.name : address.local))
                    : tr("there is no program %1.sppr").arg(QString::fromStdString(address.program));
    }
    good = result.as<accounts::RejectTarget>() == nullptr;
    return good ? tr("goes to %1").arg(QString::fromStdString(accounts::describe(result.target())))
                : tr("nobody answers there: %1").arg(QString::fromStdString(accounts::describe(result.target())));
}

void DivertList::show(const Desk &desk, const accounts::Account &account)
{
    const QScopedValueRollback filling(m_filling, true);
    fillTargets(desk, account);
    const std::vector<accounts::Divert> diverts = accounts::readDiverts(account);
    bool foreign = false;
    for (const Row &row : m_rows) {
        const auto found = std::ranges::find(diverts, row.when, &accounts::Divert::when);
        const std::string target = found == diverts.end() ? std::string() : found->target;
        foreign = foreign || (found != diverts.end() && !found->ours);
        row.on->setChecked(!target.empty());
        row.target->setEditText(QString::fromStdString(target));
        row.target->setProperty("saved", QString::fromStdString(target));
        bool good = true;
        const QString state = target.empty() ? QString() : stateOf(desk, account, target, good);
        row.state->setText(good ? state : QStringLiteral("⚠ ") + state);
    }
    m_note->setVisible(foreign || !m_rows[1].target->property("saved").toString().isEmpty());
    m_note->setText(foreign ? tr("Some of these were made on the server's own page; changing one here switches its rule off and writes a new one.")
                            : tr("After hours copies the working hours above into two rules; they are rewritten when the hours change."));
}

void DivertList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DivertList::retranslate()
{
    const QString names[] = {tr("Always"), tr("After hours"), tr("When busy"), tr("When nobody answers")};
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].on->setText(names[i]);
        m_rows[i].target->setAccessibleName(tr("Divert to, %1").arg(QString(names[i]).remove(u'&')));
        m_rows[i].target->lineEdit()->setAccessibleName(m_rows[i].target->accessibleName());
        m_rows[i].target->lineEdit()->setPlaceholderText(tr("account, number or #program"));
    }
}

} // namespace pbx::editor
