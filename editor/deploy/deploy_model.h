// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/deploy/deploy.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSortFilterProxyModel>

#include <map>
#include <optional>
#include <vector>

namespace pbx::editor {

/// What the two sides differ in, by what is to be done about it, with a box for each action of a push.
class DeployModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, StateColumn, ActionColumn, SizeColumn, ColumnCount };
    enum Group { Conflicts, Upload, Take, Same, GroupCount };
    enum Role {
        PathRole = Qt::UserRole, ///< in the workspace; empty for groups and folders
        StateRole, ///< int of deploy::ItemState
    };
    /// What the user has decided about a conflict: Theirs for the next pull, the others for the next push. It holds as long
    /// as the server has what it had then; Merged also as long as the result is here.
    enum class Decision { None, Ours, Theirs, Merged };

    explicit DeployModel(QObject *parent = nullptr);

    void setComparison(const deploy::Comparison &comparison);
    void clear();
    bool isCompared() const { return m_comparison.has_value(); }
    const deploy::Comparison &comparison() const { return *m_comparison; }
    /// Null: a group, a folder, or nothing.
    const deploy::Item *item(const QModelIndex &index) const;
    const deploy::Item *item(const QString &path) const;
    QModelIndex indexOf(const QString &path) const;
    void decide(const QString &path, Decision decision);
    Decision decision(const QString &path) const;

    /// The plan with the boxes as they are.
    deploy::Plan plan() const { return m_plan; }
    int chosenCount() const;
    std::int64_t chosenBytes() const;
    /// Conflicts among what is chosen: they go only because the user has decided.
    int chosenConflicts() const;
    int openConflicts() const;
    int changedThere() const;
    /// Paths of the conflicts in which the server is to have its way.
    std::vector<std::string> theirs() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    static QString stateText(const deploy::Item &item);
    static QString stateIcon(const deploy::Item &item);
    static bool isSound(const deploy::Item &item);
    static QString nameOf(const deploy::Item &item);
    /// "add it", "replace it", "delete it" …
    static QString actionText(const deploy::Action &action);

Q_SIGNALS:
    void chosenChanged();

private:
    struct Entry {
        std::optional<std::size_t> item;   ///< place in the comparison
        std::optional<std::size_t> action; ///< place in the plan
        QString name;
    };
    const Entry *entry(const QModelIndex &index) const;
    void fill();
    void addFolders();
    QString decidedText(const Entry &entry) const;
    void applyDecision(std::size_t item, std::size_t action);
    void choose(std::size_t action, bool chosen);
    void rememberLeftOut();
    QString groupText(Group group) const;
    QString actionOf(const Entry &entry) const;
    QVariant groupData(Group group, int column, int role) const;
    QVariant sizeOf(const Entry &entry) const;
    void tellAll();

    struct Decided {
        Decision decision;
        std::string here, there; ///< what the two sides had
    };
    std::optional<deploy::Comparison> m_comparison;
    deploy::Plan m_plan;
    std::vector<Entry> m_entries[GroupCount];
    std::vector<Group> m_groups; ///< those with entries, as shown
    QHash<QString, Decided> m_decisions; ///< by path
    std::map<std::string, std::string> m_leftOut; ///< path and wanted content of actions without their box
};

/// Leaves out what is the same, what a text is not in, or all but conflicts.
class DeployFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit DeployFilter(QObject *parent = nullptr);
    void setText(const QString &text);
    void setConflictsOnly(bool on);
    void setShowSame(bool on);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    bool m_conflictsOnly = false;
    bool m_showSame = false;
};

} // namespace pbx::editor
