// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/prompts/prompt_matrix.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace pbx::editor {

/// Prompts as rows, languages as columns, who uses them last.
class PromptModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setMatrix(prompts::Matrix matrix);
    const prompts::Matrix &matrix() const { return m_matrix; }
    /// Null in the columns of the name and the users.
    const prompts::Cell *cell(const QModelIndex &index) const;
    const prompts::Row *row(const QModelIndex &index) const;
    /// Folder of the column's language; nullopt for the others.
    std::optional<std::string> language(int column) const;
    static QString stateText(prompts::State state);
    static QString languageText(const std::string &language);
    /// To be recorded in some language: missing, a stand-in, stale.
    static bool wanting(prompts::State state);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    prompts::Matrix m_matrix;
};

/// By part of the name, and by what is the matter with a prompt.
class PromptFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Show { All, Wanting, Own, Unused };

    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setText(const QString &text);
    void setShow(Show show);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    Show m_show = Show::All;
};

} // namespace pbx::editor
