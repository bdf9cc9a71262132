// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/archive/import_model.h"

#include "editor/archive/pieces.h"
#include "editor/desk/size_text.h"

#include <QApplication>
#include <QIcon>
#include <QStyle>

#include <algorithm>

namespace pbx::editor {

namespace {

QIcon stateIcon(ImportModel::State state)
{
    using State = ImportModel::State;
    const QStyle *style = QApplication::style();
    switch (state) {
    case State::New: return themeIcon(QStringLiteral("document-new"), style);
    case State::Changed: return themeIcon(QStringLiteral("edit-find-replace"), style);
    case State::Same: return themeIcon(QStringLiteral("edit-copy"), style);
    case State::Refused: return themeIcon(QStringLiteral("dialog-error"), style);
    }
    return {};
}

} // namespace

QString ImportModel::stateWord(State state)
{
    switch (state) {
    case State::New: return tr("new");
    case State::Changed: return tr("changed");
    case State::Same: return tr("the same");
    case State::Refused: return tr("refused");
    }
    return {};
}

void ImportModel::setPlan(const archive::ImportPlan &plan)
{
    beginResetModel();
    m_refused = plan.refused();
    m_rows.clear();
    for (const archive::PlannedFile &file : plan.files)
        m_rows.push_back({file, !m_refused && (file.state == State::New || file.state == State::Changed)});
    std::ranges::stable_partition(m_rows, [](const Row &row) { return row.file.state == State::Refused; });
    endResetModel();
    Q_EMIT chosenChanged();
}

bool ImportModel::choosable(int row) const
{
    const State state = m_rows[size_t(row)].file.state;
    return !m_refused && (state == State::New || state == State::Changed);
}

void ImportModel::setChosen(const std::vector<int> &rows, bool chosen)
{
    if (rows.empty())
        return;
    for (const int row : rows) {
        if (choosable(row))
            m_rows[size_t(row)].chosen = chosen;
    }
    const auto [first, last] = std::ranges::minmax(rows);
    Q_EMIT dataChanged(index(first, NameColumn), index(last, ActionColumn));
    Q_EMIT chosenChanged();
}

int ImportModel::chosenCount() const
{
    return int(std::ranges::count(m_rows, true, &Row::chosen));
}

qint64 ImportModel::chosenBytes() const
{
    qint64 bytes = 0;
    for (const Row &row : m_rows)
        bytes += row.chosen ? row.file.size : 0;
    return bytes;
}

std::vector<std::string> ImportModel::chosenNames() const
{
    std::vector<std::string> names;
    for (const Row &row : m_rows) {
        if (row.chosen)
            names.push_back(row.file.name);
    }
    return names;
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ImportModel::action(const Row &row) const
{
    switch (row.file.state) {
    case State::Refused: return tr("Refused");
    case State::Same: return tr("Stays: it is the same");
    case State::New: return row.chosen ? tr("Is added") : m_refused ? tr("New") : tr("Left out: new");
    case State::Changed: return row.chosen ? tr("Replaces the file here") : m_refused ? tr("Changed") : tr("Left out: changed");
    }
    return {};
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case NameColumn: return filePart(row.file.name);
        case LanguageColumn: return languagePart(row.file.name);
        case ActionColumn: return action(row);
        case SizeColumn: return sizeText(row.file.size);
        case ReasonColumn: return row.file.reason;
        default: return {};
        }
    case Qt::CheckStateRole:
        // No box where there is nothing to choose.
        return column == NameColumn && choosable(index.row()) ? QVariant(row.chosen ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::DecorationRole: return column == ActionColumn ? QVariant(stateIcon(row.file.state)) : QVariant();
    case Qt::TextAlignmentRole:
        return column == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        return column == ReasonColumn && !row.file.reason.isEmpty() ? row.file.reason : QString::fromStdString(row.file.name);
    case StateRole: return int(row.file.state);
    case SortRole:
        if (column == SizeColumn)
            return qint64(row.file.size);
        return column == ActionColumn ? QVariant(int(row.file.state)) : data(index, Qt::DisplayRole);
    default: return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != NameColumn || !choosable(index.row()))
        return false;
    setChosen({index.row()}, value.toInt() == Qt::Checked);
    return true;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case LanguageColumn: return tr("Language");
    case ActionColumn: return tr("What will happen");
    case SizeColumn: return tr("Size");
    case ReasonColumn: return tr("Reason");
    default: return {};
    }
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == NameColumn && choosable(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

ImportFilter::ImportFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ImportModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void ImportFilter::setState(std::optional<ImportModel::State> state)
{
    m_state = state;
    invalidateFilter();
}

void ImportFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

bool ImportFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, ImportModel::NameColumn, parent);
    if (m_state && index.data(ImportModel::StateRole).toInt() != int(*m_state))
        return false;
    return m_text.isEmpty() || index.data(Qt::ToolTipRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace pbx::editor
