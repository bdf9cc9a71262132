// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/locator/locator_model.h"

#include <algorithm>

namespace pbx::editor {

namespace {

constexpr int noFit = -1;

/// 0: the whole name, then its beginning, the beginning of a word in it, inside a word.
int rankOfWord(const QString &name, const QString &word)
{
    if (name == word)
        return 0;
    int rank = noFit;
    for (qsizetype at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
        if (at == 0)
            return 1;
        if (!name[at - 1].isLetterOrNumber())
            return 2;
        rank = 3;
    }
    return rank;
}

} // namespace

void LocatorModel::setPlaces(const QList<Place> &places)
{
    m_places = places;
    m_folded.clear();
    m_folded.reserve(std::size_t(places.size()));
    for (const Place &place : places)
        m_folded.push_back({place.name.toCaseFolded(), (kindName(place.kind) + u' ' + place.where).toCaseFolded()});
    filter();
}

void LocatorModel::setFilter(const QString &text)
{
    m_words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    filter();
}

int LocatorModel::rankOf(const Folded &folded, const QStringList &words)
{
    int rank = 0;
    for (const QString &word : words) {
        int one = rankOfWord(folded.name, word);
        if (one == noFit)
            one = folded.other.contains(word) ? 8 : noFit;
        if (one == noFit)
            return noFit;
        rank += one;
    }
    return rank;
}

void LocatorModel::filter()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < m_folded.size(); ++i) {
        if (const int rank = rankOf(m_folded[i], m_words); rank != noFit)
            m_rows.push_back({rank, int(i)});
    }
    m_fitting = int(m_rows.size());
    const auto before = [this](const Row &a, const Row &b) {
        const qsizetype lengthA = m_folded[std::size_t(a.place)].name.size();
        const qsizetype lengthB = m_folded[std::size_t(b.place)].name.size();
        return std::tuple(a.rank, m_words.isEmpty() ? 0 : lengthA, a.place) < std::tuple(b.rank, m_words.isEmpty() ? 0 : lengthB, b.place);
    };
    const auto shown = m_rows.begin() + std::min(m_fitting, mostShown);
    std::ranges::partial_sort(m_rows, shown, before);
    m_rows.erase(shown, m_rows.end());
    endResetModel();
}

int LocatorModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LocatorModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LocatorModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Place &shown = place(index.row());
    if (role == Qt::AccessibleTextRole) {
        QStringList parts{shown.name, kindName(shown.kind), shown.where, shown.keys};
        parts.removeAll(QString());
        return index.column() == Name ? parts.join(QStringLiteral(", ")) : QVariant();
    }
    if (role == Qt::ToolTipRole)
        return shown.path.isEmpty() ? shown.where : shown.path;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return shown.name;
    case Kind: return kindName(shown.kind);
    case Where: return shown.where;
    case Keys: return shown.keys;
    }
    return {};
}

} // namespace pbx::editor
