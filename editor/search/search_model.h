// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/search/search_job.h"

#include <QAbstractItemModel>

namespace pbx::editor {

/// What was found: files, and below each its places.
class SearchModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { BeginRole = Qt::UserRole, LengthRole };

    using QAbstractItemModel::QAbstractItemModel;

    void clear();
    void append(const QList<SearchedFile> &files);
    bool isFile(const QModelIndex &index) const { return index.isValid() && index.internalId() == fileId; }
    const SearchedFile &file(const QModelIndex &index) const;
    /// Of a file, its first.
    const SearchMatch &match(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    static constexpr quintptr fileId = quintptr(-1); ///< a place has the row of its file

    QList<SearchedFile> m_files;
};

} // namespace pbx::editor
