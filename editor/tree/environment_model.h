// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/accounts/directory.h"
#include "environment/files/workspace.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace pbx::editor {

/// Server and domains, below them languages as folders, below those the files a program finds there: its own and those
/// of its parents. A snapshot of the workspace, made anew by setWorkspace().
class EnvironmentModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, OriginColumn, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole, ///< on disk; empty: not a file
        OwnRole, ///< the file belongs to this domain (or server), not to a parent; folders: one of their files does
        DomainRole, ///< name; empty: server
        KeyRole, ///< stays the same when the model is made anew
        FileRole, ///< bool: a file
        LanguageRole, ///< folder of the line's language; empty: the top
        HidesRole, ///< bool: an own file that hides one of a parent
        ExistsRole, ///< bool: the domain has an environment of its own
        MissingRole, ///< bool: no file, but a prompt that is played and that nobody provides
        UnusedRole, ///< bool: an own prompt that no program and no menu is known to play
    };

    explicit EnvironmentModel(QObject *parent = nullptr);
    ~EnvironmentModel() override;

    /// With `directory` also who uses the prompts is looked up, for MissingRole and UnusedRole: that takes reading the
    /// programs.
    void setWorkspace(const files::Workspace *workspace, const accounts::Directory *directory = nullptr);
    QModelIndex indexOfPath(const QString &path) const;
    QModelIndex indexOfKey(const QString &key) const;
    void retranslate();

Q_SIGNALS:
    /// Files were dropped on a place; `move`: they are of this tree and are to leave their old place.
    void filesDropped(const QString &domain, const QString &language, const QStringList &paths, bool move);
    void renamed(const QString &path, const QString &name);

public:
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    QStringList mimeTypes() const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction | Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    struct Node;
    const Node *node(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node, int column = 0) const;
    Node *addScope(const files::Workspace &workspace, const std::string &domain);
    void addUse(Node &scope, const files::Workspace &workspace, const accounts::Directory &directory);
    QString origin(const Node &node) const;
    QString toolTip(const Node &node) const;
    QIcon icon(const Node &node) const;
    template<typename Wanted>
    const Node *search(const Node &from, Wanted wanted) const;

    std::unique_ptr<Node> m_root;
};

} // namespace pbx::editor
