// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/search/search_model.h"

#include <QFont>
#include <QIcon>

namespace pbx::editor {

void SearchModel::clear()
{
    beginResetModel();
    m_files.clear();
    endResetModel();
}

void SearchModel::append(const QList<SearchedFile> &files)
{
    if (files.isEmpty())
        return;
    beginInsertRows({}, int(m_files.size()), int(m_files.size() + files.size()) - 1);
    m_files += files;
    endInsertRows();
}

const SearchedFile &SearchModel::file(const QModelIndex &index) const
{
    return m_files[isFile(index) ? index.row() : qsizetype(index.internalId())];
}

const SearchMatch &SearchModel::match(const QModelIndex &index) const
{
    return file(index).matches[isFile(index) ? 0 : index.row()];
}

QModelIndex SearchModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : fileId);
}

QModelIndex SearchModel::parent(const QModelIndex &index) const
{
    return !index.isValid() || isFile(index) ? QModelIndex() : createIndex(int(index.internalId()), 0, fileId);
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_files.size());
    return isFile(parent) && parent.column() == 0 ? int(file(parent).matches.size()) : 0;
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SearchedFile &found = file(index);
    if (isFile(index)) {
        switch (role) {
        case Qt::DisplayRole: return QStringLiteral("%1 (%2)").arg(found.shown).arg(found.matches.size());
        case Qt::AccessibleTextRole: return tr("%1, %n place(s)", nullptr, int(found.matches.size())).arg(found.shown);
        case Qt::ToolTipRole: return found.path;
        default: return {};
        }
    }
    const SearchMatch &place = match(index);
    const QString number = QString::number(place.line) + QStringLiteral(": ");
    switch (role) {
    case Qt::DisplayRole: return number + place.text;
    case Qt::AccessibleTextRole: return tr("Line %1: %2").arg(place.line).arg(place.text);
    case BeginRole: return number.size() + place.begin;
    case LengthRole: return place.length;
    default: return {};
    }
}

} // namespace pbx::editor
