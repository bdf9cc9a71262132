// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/deploy/deploy_model.h"

#include "editor/desk/size_text.h"

#include <QFont>
#include <QIcon>

#include <algorithm>

namespace pbx::editor {

using deploy::Action;
using deploy::Item;
using deploy::ItemKind;
using deploy::ItemState;
using deploy::Side;

namespace {

constexpr quintptr noParent = ~quintptr(0);

DeployModel::Group groupOf(const Item &item)
{
    switch (item.state) {
    case ItemState::Same: return DeployModel::Same;
    case ItemState::Conflict: return DeployModel::Conflicts;
    case ItemState::ChangedThere:
    case ItemState::RemovedThere: return DeployModel::Take;
    case ItemState::Added: return item.side == Side::Here ? DeployModel::Upload : DeployModel::Take;
    case ItemState::ChangedHere:
    case ItemState::RemovedHere: return DeployModel::Upload;
    }
    return DeployModel::Same;
}

bool isFolderAction(const Action &action)
{
    return action.kind == Action::Kind::CreateEnvironment || action.kind == Action::Kind::CreateLanguage
        || action.kind == Action::Kind::RemoveLanguage;
}

const char *kindIcon(const Item &item)
{
    switch (item.kind) {
    case ItemKind::File: return DeployModel::isSound(item) ? "audio-x-generic" : "text-x-script";
    case ItemKind::Account: return "avatar-default";
    case ItemKind::DomainSettings: return "network-workgroup";
    }
    return "";
}

} // namespace

DeployModel::DeployModel(QObject *parent) : QAbstractItemModel(parent) {}

bool DeployModel::isSound(const Item &item)
{
    return item.kind == ItemKind::File
        && (item.name.ends_with(".wav") || item.name.ends_with(".au") || item.name.ends_with(".gsm"));
}

QString DeployModel::nameOf(const Item &item)
{
    return item.kind == ItemKind::DomainSettings ? tr("Settings of the domain") : QString::fromStdString(item.name);
}

void DeployModel::setComparison(const deploy::Comparison &comparison)
{
    beginResetModel();
    m_comparison = comparison;
    m_plan = deploy::planPush(comparison);
    fill();
    endResetModel();
    Q_EMIT chosenChanged();
}

void DeployModel::clear()
{
    beginResetModel();
    m_comparison.reset();
    m_plan = {};
    m_groups.clear();
    for (auto &entries : m_entries)
        entries.clear();
    endResetModel();
    Q_EMIT chosenChanged();
}

void DeployModel::fill()
{
    m_groups.clear();
    for (auto &entries : m_entries)
        entries.clear();
    for (deploy::Action &action : m_plan.actions) {
        if (const auto left = m_leftOut.find(action.path); left != m_leftOut.end() && left->second == action.wanted)
            action.chosen = false;
    }
    std::map<std::string, std::size_t> actions;
    for (std::size_t i = 0; i < m_plan.actions.size(); ++i) {
        if (!isFolderAction(m_plan.actions[i]))
            actions.emplace(m_plan.actions[i].path, i);
    }
    addFolders(); // as they come first in a push
    for (std::size_t i = 0; i < m_comparison->items.size(); ++i) {
        const Item &item = m_comparison->items[i];
        Entry entry{i, std::nullopt, nameOf(item)};
        if (const auto found = actions.find(item.path); found != actions.end()) {
            entry.action = found->second;
            applyDecision(i, found->second);
        }
        m_entries[groupOf(item)].push_back(entry);
    }
    for (int group = 0; group < GroupCount; ++group) {
        if (!m_entries[group].empty())
            m_groups.push_back(Group(group));
    }
}

void DeployModel::addFolders()
{
    for (std::size_t i = 0; i < m_plan.actions.size(); ++i) {
        const Action &action = m_plan.actions[i];
        if (!isFolderAction(action))
            continue;
        const QString name = action.kind == Action::Kind::CreateEnvironment ? tr("The environment itself")
                                                                            : QString::fromStdString(action.name);
        m_entries[Upload].push_back({std::nullopt, i, name});
    }
}

void DeployModel::applyDecision(std::size_t item, std::size_t action)
{
    const Item &compared = m_comparison->items[item];
    if (compared.state != ItemState::Conflict)
        return;
    const Decision decided = decision(QString::fromStdString(compared.path));
    m_plan.actions[action].chosen = decided == Decision::Ours || decided == Decision::Merged;
}

void DeployModel::decide(const QString &path, Decision decision)
{
    const Item *decided = item(path);
    if (!decided)
        return;
    m_decisions[path] = {decision, decided->here, decided->there};
    for (std::size_t i = 0; i < m_plan.actions.size(); ++i) {
        if (m_plan.actions[i].path == decided->path && !isFolderAction(m_plan.actions[i]))
            choose(i, decision == Decision::Ours || decision == Decision::Merged);
    }
    tellAll();
}

DeployModel::Decision DeployModel::decision(const QString &path) const
{
    const auto found = m_decisions.constFind(path);
    const Item *about = item(path);
    if (found == m_decisions.cend() || !about || about->there != found->there)
        return Decision::None;
    // A merge that was undone would otherwise go over what it had taken in.
    return found->decision == Decision::Merged && about->here != found->here ? Decision::None : found->decision;
}

const DeployModel::Entry *DeployModel::entry(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == noParent)
        return nullptr;
    return &m_entries[m_groups[index.internalId()]][size_t(index.row())];
}

const Item *DeployModel::item(const QModelIndex &index) const
{
    const Entry *found = entry(index);
    return found && found->item ? &m_comparison->items[*found->item] : nullptr;
}

const Item *DeployModel::item(const QString &path) const
{
    if (!m_comparison)
        return nullptr;
    const auto found = std::ranges::find(m_comparison->items, path.toStdString(), &Item::path);
    return found == m_comparison->items.end() ? nullptr : &*found;
}

QModelIndex DeployModel::indexOf(const QString &path) const
{
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        for (int row = 0; row < rowCount(parent); ++row) {
            if (const QModelIndex found = index(row, 0, parent); found.data(PathRole).toString() == path)
                return found;
        }
    }
    return {};
}

int DeployModel::chosenCount() const
{
    return int(std::ranges::count(m_plan.actions, true, &Action::chosen));
}

std::int64_t DeployModel::chosenBytes() const
{
    std::int64_t bytes = 0;
    for (const Action &action : m_plan.actions)
        bytes += action.chosen ? action.size : 0;
    return bytes;
}

int DeployModel::chosenConflicts() const
{
    return int(std::ranges::count_if(m_plan.actions, [](const Action &action) { return action.chosen && action.conflict; }));
}

int DeployModel::openConflicts() const
{
    if (!m_comparison)
        return 0;
    return int(std::ranges::count_if(m_comparison->items, [this](const Item &item) {
        return item.state == ItemState::Conflict && decision(QString::fromStdString(item.path)) == Decision::None;
    }));
}

int DeployModel::changedThere() const
{
    if (!m_comparison)
        return 0;
    return int(std::ranges::count_if(m_comparison->items, [](const Item &item) {
        return item.state == ItemState::ChangedThere || item.state == ItemState::RemovedThere
            || (item.state == ItemState::Added && item.side == Side::There);
    }));
}

std::vector<std::string> DeployModel::theirs() const
{
    std::vector<std::string> paths;
    for (const Item &item : m_comparison ? m_comparison->items : std::vector<Item>()) {
        if (item.state == ItemState::Conflict && decision(QString::fromStdString(item.path)) == Decision::Theirs)
            paths.push_back(item.path);
    }
    return paths;
}

QModelIndex DeployModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : noParent);
}

QModelIndex DeployModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == noParent)
        return {};
    return createIndex(int(index.internalId()), 0, noParent);
}

int DeployModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == noParent && parent.column() == 0 ? int(m_entries[m_groups[size_t(parent.row())]].size()) : 0;
}

void DeployModel::choose(std::size_t place, bool chosen)
{
    m_plan.actions[place].chosen = chosen;
    // A file goes only with its folder, and a folder is not kept from the files that go into it.
    const Action &changed = m_plan.actions[place];
    for (Action &other : m_plan.actions) {
        const bool inFolder = other.kind == Action::Kind::Store && other.name.starts_with(changed.name + '/');
        const bool holds = other.kind == Action::Kind::CreateLanguage && changed.name.starts_with(other.name + '/');
        if (!isFolderAction(changed) && !isFolderAction(other) && other.path == changed.path)
            other.chosen = chosen; // an account is made and set up, or neither
        else if (changed.kind == Action::Kind::CreateEnvironment && !chosen)
            other.chosen = false;
        else if (changed.kind == Action::Kind::CreateLanguage && !chosen && inFolder)
            other.chosen = false;
        else if (chosen && changed.kind == Action::Kind::Store && holds)
            other.chosen = true;
        else if (chosen && other.kind == Action::Kind::CreateEnvironment)
            other.chosen = true;
    }
}

bool DeployModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Entry *changed = entry(index);
    if (!changed || !changed->action || role != Qt::CheckStateRole || index.column() != NameColumn)
        return false;
    const bool chosen = value.toInt() == Qt::Checked;
    if (const Item *compared = item(index); compared && compared->state == ItemState::Conflict)
        m_decisions[QString::fromStdString(compared->path)] = {chosen ? Decision::Ours : Decision::None, compared->here, compared->there};
    choose(*changed->action, chosen);
    rememberLeftOut();
    tellAll();
    return true;
}

/// The next comparison leaves the same boxes empty.
void DeployModel::rememberLeftOut()
{
    m_leftOut.clear();
    for (const Action &action : m_plan.actions) {
        if (!action.chosen && !action.conflict)
            m_leftOut.emplace(action.path, action.wanted);
    }
}

/// A box may take others along; rows are few enough to paint them all.
void DeployModel::tellAll()
{
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, ColumnCount - 1, parent));
    }
    Q_EMIT chosenChanged();
}

Qt::ItemFlags DeployModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (const Entry *found = entry(index); found && found->action && index.column() == NameColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant DeployModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case StateColumn: return tr("State");
    case ActionColumn: return tr("What will be done");
    case SizeColumn: return tr("Size");
    default: return {};
    }
}

QString DeployModel::stateText(const Item &item)
{
    switch (item.state) {
    case ItemState::Same: return tr("the same");
    case ItemState::Added: return item.side == Side::Here ? tr("new here") : tr("new there");
    case ItemState::ChangedHere: return tr("changed here");
    case ItemState::ChangedThere: return tr("changed there");
    case ItemState::Conflict: return tr("conflict");
    case ItemState::RemovedHere: return tr("removed here");
    case ItemState::RemovedThere: return tr("removed there");
    }
    return {};
}

QString DeployModel::stateIcon(const Item &item)
{
    switch (item.state) {
    case ItemState::Same: return QStringLiteral("dialog-ok");
    case ItemState::Added: return item.side == Side::Here ? QStringLiteral("list-add") : QStringLiteral("go-down");
    case ItemState::ChangedHere: return QStringLiteral("go-up");
    case ItemState::ChangedThere: return QStringLiteral("go-down");
    case ItemState::Conflict: return QStringLiteral("dialog-warning");
    case ItemState::RemovedHere:
    case ItemState::RemovedThere: return QStringLiteral("edit-delete");
    }
    return {};
}

QString DeployModel::actionText(const Action &action)
{
    switch (action.kind) {
    case Action::Kind::CreateEnvironment: return tr("create the environment");
    case Action::Kind::CreateLanguage: return tr("create the language folder");
    case Action::Kind::Store: return action.expected.empty() ? tr("add") : tr("replace");
    case Action::Kind::Delete: return tr("delete");
    case Action::Kind::RemoveLanguage: return tr("remove the language folder");
    case Action::Kind::CreateAccount: return tr("create the account");
    case Action::Kind::UpdateAccount:
    case Action::Kind::UpdateDomain: return tr("change %n setting(s)", nullptr, int(action.keys.size()));
    }
    return {};
}

QString DeployModel::decidedText(const Entry &shown) const
{
    const QString action = shown.action ? actionText(m_plan.actions[*shown.action]) : QString();
    switch (decision(QString::fromStdString(m_comparison->items[*shown.item].path))) {
    case Decision::None: return tr("nothing: decide first");
    case Decision::Ours: return tr("Push: %1, over their change").arg(action);
    case Decision::Theirs: return tr("Pull: take theirs, over yours");
    case Decision::Merged: return tr("Push: %1, merged").arg(action);
    }
    return {};
}

QString DeployModel::actionOf(const Entry &shown) const
{
    const Item *compared = shown.item ? &m_comparison->items[*shown.item] : nullptr;
    if (compared && compared->state == ItemState::Conflict)
        return decidedText(shown);
    if (!shown.action) {
        if (!compared || compared->state == ItemState::Same)
            return {};
        return compared->state == ItemState::RemovedThere ? tr("Pull: remove it here") : tr("Pull: take it");
    }
    const Action &action = m_plan.actions[*shown.action];
    return action.chosen ? tr("Push: %1").arg(actionText(action)) : tr("nothing: left out");
}

QString DeployModel::groupText(Group group) const
{
    switch (group) {
    case Conflicts: return tr("Conflicts");
    case Upload: return tr("To upload");
    case Take: return tr("To take");
    case Same: return tr("The same");
    case GroupCount: break;
    }
    return {};
}

QVariant DeployModel::groupData(Group group, int column, int role) const
{
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (column == NameColumn)
        return groupText(group);
    return column == StateColumn ? QVariant(tr("%n item(s)", nullptr, int(m_entries[group].size()))) : QVariant();
}

QVariant DeployModel::sizeOf(const Entry &shown) const
{
    if (!shown.item)
        return {};
    const Item &compared = m_comparison->items[*shown.item];
    if (compared.kind != ItemKind::File)
        return {};
    return sizeText(compared.here.empty() ? compared.sizeThere : compared.sizeHere);
}

QVariant DeployModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == noParent)
        return groupData(m_groups[size_t(index.row())], index.column(), role);
    const Entry &shown = *entry(index);
    const Item *compared = item(index);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case NameColumn: return shown.name;
        case StateColumn: return compared ? stateText(*compared) : tr("not there yet");
        case ActionColumn: return actionOf(shown);
        case SizeColumn: return sizeOf(shown);
        default: return {};
        }
    case Qt::CheckStateRole:
        if (index.column() != NameColumn || !shown.action)
            return {};
        return m_plan.actions[*shown.action].chosen ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
        if (index.column() == NameColumn)
            return QIcon::fromTheme(QLatin1StringView(compared ? kindIcon(*compared) : "folder"));
        if (index.column() != StateColumn)
            return {};
        return QIcon::fromTheme(compared ? stateIcon(*compared) : QStringLiteral("list-add"));
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole: return compared ? QString::fromStdString(compared->path) : shown.name;
    case PathRole: return compared ? QString::fromStdString(compared->path) : QString();
    case StateRole: return compared ? int(compared->state) : int(ItemState::Added);
    default: return {};
    }
}

DeployFilter::DeployFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void DeployFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void DeployFilter::setConflictsOnly(bool on)
{
    m_conflictsOnly = on;
    invalidateFilter();
}

void DeployFilter::setShowSame(bool on)
{
    m_showSame = on;
    invalidateFilter();
}

bool DeployFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!parent.isValid())
        return false; // groups come with what is in them
    const QModelIndex index = sourceModel()->index(row, DeployModel::NameColumn, parent);
    const auto state = ItemState(index.data(DeployModel::StateRole).toInt());
    if (m_conflictsOnly ? state != ItemState::Conflict : !m_showSame && state == ItemState::Same)
        return false;
    return m_text.isEmpty() || index.data(Qt::DisplayRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace pbx::editor
