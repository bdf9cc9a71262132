// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/archive/archive.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace pbx::editor {

/// The files of an archive with what an import would do to each. Those that are refused come first.
class ImportModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, LanguageColumn, ActionColumn, SizeColumn, ReasonColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< int of archive::PlannedFile::State
        SortRole,
    };
    using State = archive::PlannedFile::State;

    explicit ImportModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// New and changed files are chosen, unless the archive is refused.
    void setPlan(const archive::ImportPlan &plan);
    void setChosen(const std::vector<int> &rows, bool chosen);
    /// Whether anything can be done with the row's box.
    bool choosable(int row) const;
    int chosenCount() const;
    qint64 chosenBytes() const;
    std::vector<std::string> chosenNames() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    static QString stateWord(State state);

Q_SIGNALS:
    void chosenChanged();

private:
    struct Row {
        archive::PlannedFile file;
        bool chosen = false;
    };
    QString action(const Row &row) const;

    std::vector<Row> m_rows;
    bool m_refused = false;
};

/// Shows the files of one state, and those whose name holds a text.
class ImportFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ImportFilter(QObject *parent = nullptr);
    void setState(std::optional<ImportModel::State> state);
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::optional<ImportModel::State> m_state;
    QString m_text;
};

} // namespace pbx::editor
