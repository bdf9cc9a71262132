// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcuts_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

#include <algorithm>

namespace pbx::app {

namespace {

enum Column { Name, Menu, Keys };

QString shown(const QList<QKeySequence> &keys)
{
    QStringList parts;
    for (const QKeySequence &sequence : keys)
        parts += sequence.toString(QKeySequence::NativeText);
    return parts.join(QStringLiteral(", "));
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const Actions &actions, const QList<editor::Place> &places, QWidget *parent)
    : QDialog(parent), m_actions(actions)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard Shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    buildLayout();
    fill(places);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutsDialog::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, m_edit, [this] { m_edit->setFocus(Qt::OtherFocusReason); });
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, [this](const QKeySequence &keys) {
        // One press of keys; what follows within the second would be a second one.
        if (keys.count() > 1) {
            const QSignalBlocker quiet(m_edit);
            m_edit->setKeySequence(QKeySequence(keys[keys.count() - 1]));
        }
        showConflict();
    });
    connect(m_assign, &QPushButton::clicked, this, &ShortcutsDialog::assign);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        if (Row *row = current())
            setKeys(*row, {});
        showCurrent();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        Row *row = current();
        if (!row)
            return;
        const QList<QKeySequence> standard = m_actions.standardKeys(row->action);
        for (const QKeySequence &keys : standard) {
            if (Row *other = owner(keys); other && !other->fixed)
                takeAway(*other, keys);
        }
        setKeys(*row, standard);
        showCurrent();
    });
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_search->setFocus();
}

void ShortcutsDialog::buildLayout()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("shortcutsSearchEdit"));
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Find a command or its keys"));
    m_search->setAccessibleName(tr("Find a command or its keys"));
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("shortcutsList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setHeaderLabels({tr("Command"), tr("Menu"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_editLabel = new QLabel(tr("&New keys:"), this);
    m_edit = new QKeySequenceEdit(this);
    m_edit->setObjectName(QStringLiteral("shortcutEdit"));
    m_edit->setAccessibleName(tr("New keys"));
    if (auto *line = m_edit->findChild<QLineEdit *>()) // has the focus in its stead
        line->setAccessibleName(m_edit->accessibleName());
    m_editLabel->setBuddy(m_edit);
    m_assign = new QPushButton(tr("&Assign"), this);
    m_assign->setObjectName(QStringLiteral("shortcutAssignButton"));
    m_clear = new QPushButton(tr("N&o Keys"), this);
    m_clear->setObjectName(QStringLiteral("shortcutClearButton"));
    m_reset = new QPushButton(tr("&Reset"), this);
    m_reset->setObjectName(QStringLiteral("shortcutResetButton"));
    m_conflict = new QLabel(this);
    m_conflict->setObjectName(QStringLiteral("shortcutConflictLabel"));
    m_conflict->setWordWrap(true);
    m_conflict->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *all = buttons->addButton(tr("Reset A&ll"), QDialogButtonBox::ResetRole);
    all->setObjectName(QStringLiteral("shortcutsResetAllButton"));
    for (QPushButton *button : {m_assign, m_clear, m_reset, all})
        button->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_editLabel);
    line->addWidget(m_edit, 1);
    line->addWidget(m_assign);
    line->addWidget(m_clear);
    line->addWidget(m_reset);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(line);
    layout->addWidget(m_conflict);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(all, &QPushButton::clicked, this, &ShortcutsDialog::resetAll);
    resize(fontMetrics().averageCharWidth() * 105, fontMetrics().height() * 32);
}

void ShortcutsDialog::fill(const QList<editor::Place> &places)
{
    const QList<QAction *> own = m_actions.all();
    for (const editor::Place &place : places) {
        const bool fixed = !own.contains(place.action.data());
        if (fixed && place.action->shortcuts().isEmpty())
            continue;
        auto *item = new QTreeWidgetItem(m_list, {place.name, place.where});
        if (fixed)
            item->setToolTip(Keys, tr("These keys belong to a panel and stay."));
        m_rows.push_back({place.action, {}, item, fixed});
        setKeys(m_rows.back(), place.action->shortcuts());
    }
    m_list->header()->setStretchLastSection(true);
    for (const Column column : {Name, Menu})
        m_list->resizeColumnToContents(column);
}

QStringList ShortcutsDialog::ownKeys() const
{
    QStringList own;
    for (const Row &row : m_rows) {
        if (!row.fixed && row.keys != m_actions.standardKeys(row.action))
            own += row.action->objectName() + u'=' + QKeySequence::listToString(row.keys, QKeySequence::PortableText);
    }
    return own;
}

ShortcutsDialog::Row *ShortcutsDialog::current()
{
    const auto found = std::ranges::find(m_rows, m_list->currentItem(), &Row::item);
    return found == m_rows.end() || found->item->isHidden() ? nullptr : &*found;
}

ShortcutsDialog::Row *ShortcutsDialog::owner(const QKeySequence &keys)
{
    const QTreeWidgetItem *chosen = m_list->currentItem();
    const auto found = std::ranges::find_if(m_rows, [&](const Row &row) { return row.item != chosen && row.keys.contains(keys); });
    return keys.isEmpty() || found == m_rows.end() ? nullptr : &*found;
}

void ShortcutsDialog::setKeys(Row &row, const QList<QKeySequence> &keys)
{
    row.keys = keys;
    row.item->setText(Keys, shown(keys));
    QFont font = m_list->font();
    font.setBold(!row.fixed && keys != m_actions.standardKeys(row.action));
    row.item->setFont(Keys, font);
}

void ShortcutsDialog::takeAway(Row &row, const QKeySequence &keys)
{
    QList<QKeySequence> left = row.keys;
    left.removeAll(keys);
    setKeys(row, left);
}

void ShortcutsDialog::filter(const QString &text)
{
    QTreeWidgetItem *first = nullptr;
    for (const Row &row : m_rows) {
        const QString all = row.item->text(Name) + u'\n' + row.item->text(Menu) + u'\n' + row.item->text(Keys);
        row.item->setHidden(!all.contains(text, Qt::CaseInsensitive));
        if (!first && !row.item->isHidden())
            first = row.item;
    }
    if (first && m_list->currentItem() && m_list->currentItem()->isHidden())
        m_list->setCurrentItem(first);
    showCurrent();
}

void ShortcutsDialog::assign()
{
    Row *row = current();
    const QKeySequence keys = m_edit->keySequence();
    if (!row || row->fixed || keys.isEmpty())
        return;
    if (Row *other = owner(keys)) {
        if (other->fixed)
            return;
        takeAway(*other, keys);
    }
    setKeys(*row, {keys});
    showCurrent();
}

void ShortcutsDialog::resetAll()
{
    for (Row &row : m_rows) {
        if (!row.fixed)
            setKeys(row, m_actions.standardKeys(row.action));
    }
    showCurrent();
}

void ShortcutsDialog::showCurrent()
{
    const QSignalBlocker quiet(m_edit);
    m_edit->clear();
    const Row *row = current();
    const bool may = row && !row->fixed;
    m_edit->setEnabled(may);
    m_clear->setEnabled(may && !row->keys.isEmpty());
    m_reset->setEnabled(may && row->keys != m_actions.standardKeys(row->action));
    showConflict();
    if (row && row->fixed)
        m_conflict->setText(tr("These keys belong to a panel and stay."));
}

void ShortcutsDialog::showConflict()
{
    const Row *row = current();
    const QKeySequence keys = m_edit->keySequence();
    const Row *other = owner(keys);
    m_assign->setEnabled(row && !row->fixed && !keys.isEmpty() && !(other && other->fixed));
    const QString name = other ? other->item->text(Name) : QString();
    const QString key = keys.toString(QKeySequence::NativeText);
    m_conflict->setText(!other          ? QString()
                        : other->fixed ? tr("%1 is “%2” and belongs to a panel. Choose other keys.").arg(key, name)
                                       : tr("%1 is “%2” now. Assign takes the keys away from it.").arg(key, name));
}

} // namespace pbx::app
