// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/locator/places.h"

#include <QAbstractTableModel>

namespace pbx::editor {

/// The places that fit what was typed, the likeliest first.
class LocatorModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Kind, Where, Keys, ColumnCount };
    static constexpr int mostShown = 300;

    using QAbstractTableModel::QAbstractTableModel;

    void setPlaces(const QList<Place> &places);
    /// Words separated by blanks, each of which must be in the name, the kind or the place.
    void setFilter(const QString &text);
    const Place &place(int row) const { return m_places[qsizetype(m_rows[std::size_t(row)].place)]; }
    /// How many fit, also beyond those shown.
    int fitting() const { return m_fitting; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Folded {
        QString name;
        QString other; ///< kind and place
    };
    struct Row {
        int rank;
        int place;
    };
    static int rankOf(const Folded &folded, const QStringList &words);
    void filter();

    QList<Place> m_places;
    std::vector<Folded> m_folded;
    std::vector<Row> m_rows;
    QStringList m_words;
    int m_fitting = 0;
};

} // namespace pbx::editor
