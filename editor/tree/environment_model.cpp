// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/tree/environment_model.h"

#include "editor/desk/size_text.h"
#include "environment/prompts/prompt_matrix.h"

#include <QFont>
#include <QIcon>
#include <QMimeData>
#include <QUrl>

#include <functional>
#include <map>
#include <unordered_map>

namespace pbx::editor {

using files::Layer;

struct EnvironmentModel::Node {
    enum class Kind { Root, Server, Domain, Language, File };
    Kind kind = Kind::Root;
    QString name;
    std::string domain;
    files::ListedFile file; ///< of a file
    bool own = false;
    bool exists = true; ///< of a domain: it has an environment
    bool missing = false;
    bool unused = false;
    QString key;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    Node *add(Kind childKind, const QString &childName)
    {
        auto child = std::make_unique<Node>();
        child->kind = childKind;
        child->name = childName;
        child->domain = domain;
        child->parent = this;
        child->row = int(children.size());
        child->key = key + u'/' + childName;
        children.push_back(std::move(child));
        return children.back().get();
    }
};

EnvironmentModel::EnvironmentModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}

EnvironmentModel::~EnvironmentModel() = default;

void EnvironmentModel::setWorkspace(const files::Workspace *workspace, const accounts::Directory *directory)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    if (workspace) {
        for (const files::DomainFolder &domain : workspace->domains()) {
            Node *scope = addScope(*workspace, domain.name);
            if (directory)
                addUse(*scope, *workspace, *directory);
        }
        addScope(*workspace, {});
    }
    endResetModel();
}

EnvironmentModel::Node *EnvironmentModel::addScope(const files::Workspace &workspace, const std::string &domain)
{
    const bool server = domain.empty();
    Node *scope = m_root->add(server ? Node::Kind::Server : Node::Kind::Domain, QString::fromStdString(domain));
    scope->domain = domain;
    scope->key = server ? QStringLiteral("server") : QStringLiteral("domain:") + scope->name;
    const auto environment = workspace.environment(domain);
    if (const files::LayerIndex *layer = environment->layer(server ? Layer::Server : Layer::Domain))
        scope->exists = layer->exists();
    std::map<std::string, Node *> languages;
    // Folders stand before the files of the top, and also show when they are empty.
    for (const std::string &language : environment->languages())
        languages[language] = scope->add(Node::Kind::Language, QString::fromStdString(language));
    for (files::ListedFile &listed : environment->list()) {
        if (listed.hiddenBy)
            continue; // what a program finds; the winner tells what it hides
        Node *folder = scope;
        if (!listed.file.language.empty()) {
            Node *&found = languages[listed.file.language];
            if (!found)
                found = scope->add(Node::Kind::Language, QString::fromStdString(listed.file.language));
            folder = found;
        }
        Node *node = folder->add(Node::Kind::File, QString::fromStdString(listed.file.name));
        node->own = listed.file.layer == (server ? Layer::Server : Layer::Domain);
        for (Node *above = folder; node->own && above; above = above->parent)
            above->own = true;
        node->file = std::move(listed);
    }
    return scope;
}

void EnvironmentModel::addUse(Node &scope, const files::Workspace &workspace, const accounts::Directory &directory)
{
    const prompts::Matrix matrix = prompts::promptMatrix(workspace, directory, scope.domain, false);
    std::map<std::string, Node *> folders{{std::string(), &scope}};
    std::unordered_map<QString, Node *> own; // by path
    const std::function<void(Node &)> collect = [&](Node &above) {
        for (const auto &child : above.children) {
            if (child->kind == Node::Kind::Language)
                folders[child->name.toStdString()] = child.get();
            else if (child->own)
                own[child->file.file.path] = child.get();
            collect(*child);
        }
    };
    collect(scope);
    for (const prompts::Row &row : matrix.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const prompts::Cell &cell = row.cells[i];
            if (cell.state == prompts::State::Missing) {
                Node *&folder = folders[matrix.languages[i]];
                if (!folder)
                    folder = scope.add(Node::Kind::Language, QString::fromStdString(matrix.languages[i]));
                folder->add(Node::Kind::File, QString::fromStdString(row.name) + QStringLiteral(".wav"))->missing = true;
            } else if (const auto found = row.users.empty() && cell.file ? own.find(cell.file->path) : own.end(); found != own.end()) {
                found->second->unused = true;
            }
        }
    }
}

const EnvironmentModel::Node *EnvironmentModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex EnvironmentModel::indexOf(const Node *node, int column) const
{
    return node && node->parent ? createIndex(node->row, column, node) : QModelIndex();
}

template<typename Wanted>
const EnvironmentModel::Node *EnvironmentModel::search(const Node &from, Wanted wanted) const
{
    for (const auto &child : from.children) {
        if (wanted(*child))
            return child.get();
        if (const Node *found = search(*child, wanted))
            return found;
    }
    return nullptr;
}

QModelIndex EnvironmentModel::indexOfPath(const QString &path) const
{
    const auto own = [&](const Node &n) { return n.kind == Node::Kind::File && n.own && n.file.file.path == path; };
    const auto any = [&](const Node &n) { return n.kind == Node::Kind::File && n.file.file.path == path; };
    const Node *found = search(*m_root, own);
    return indexOf(found ? found : search(*m_root, any));
}

QModelIndex EnvironmentModel::indexOfKey(const QString &key) const
{
    return indexOf(search(*m_root, [&](const Node &n) { return n.key == key; }));
}

QModelIndex EnvironmentModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *above = node(parent);
    if (row < 0 || row >= int(above->children.size()) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, above->children[size_t(row)].get());
}

QModelIndex EnvironmentModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(node(child)->parent) : QModelIndex();
}

int EnvironmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

int EnvironmentModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString EnvironmentModel::origin(const Node &node) const
{
    if (node.kind != Node::Kind::File)
        return {};
    if (node.missing)
        return tr("missing");
    if (node.own)
        return tr("own");
    return node.file.file.layer == Layer::Server ? tr("parent: server") : tr("parent: stock");
}

QString EnvironmentModel::toolTip(const Node &node) const
{
    if (node.kind != Node::Kind::File)
        return {};
    if (node.missing)
        return tr("A program or a menu plays it, and nobody provides it");
    QStringList lines{QString::fromStdString(node.file.file.workspacePath), origin(node),
                      sizeText(node.file.file.size)};
    QStringList hidden;
    for (const Layer layer : node.file.hides)
        hidden += layer == Layer::Server ? tr("server") : tr("stock");
    if (!hidden.isEmpty())
        lines += tr("Hides the file of the same name of: %1").arg(hidden.join(QStringLiteral(", ")));
    return lines.join(u'\n');
}

QIcon EnvironmentModel::icon(const Node &node) const
{
    switch (node.kind) {
    case Node::Kind::Root: return {};
    case Node::Kind::Server: return QIcon::fromTheme(QStringLiteral("network-server"));
    case Node::Kind::Domain: return QIcon::fromTheme(QStringLiteral("network-workgroup"));
    case Node::Kind::Language: return QIcon::fromTheme(QStringLiteral("folder"));
    case Node::Kind::File: break;
    }
    if (node.missing)
        return QIcon::fromTheme(QStringLiteral("dialog-error"));
    if (node.name.endsWith(u".sppr") || node.name.endsWith(u".sppi"))
        return QIcon::fromTheme(QStringLiteral("text-x-script"));
    if (node.name.endsWith(u".wav") || node.name.endsWith(u".au") || node.name.endsWith(u".gsm"))
        return QIcon::fromTheme(QStringLiteral("audio-x-generic"));
    return QIcon::fromTheme(QStringLiteral("text-x-generic"));
}

QVariant EnvironmentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &n = *node(index);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == OriginColumn)
            return origin(n);
        if (n.kind == Node::Kind::Domain && !n.exists)
            return tr("%1 (no environment yet)").arg(n.name);
        return n.kind == Node::Kind::Server ? tr("Server") : n.name;
    case Qt::DecorationRole: return index.column() == NameColumn ? QVariant(icon(n)) : QVariant();
    case Qt::ToolTipRole: return toolTip(n);
    case Qt::AccessibleTextRole:
        if (index.column() == NameColumn && n.kind == Node::Kind::File)
            return QStringLiteral("%1, %2").arg(n.name, origin(n));
        return data(index, Qt::DisplayRole);
    case Qt::FontRole:
        if (n.kind == Node::Kind::File && !n.own) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    case PathRole: return n.kind == Node::Kind::File ? n.file.file.path : QString();
    case OwnRole: return n.own;
    case DomainRole: return QString::fromStdString(n.domain);
    case KeyRole: return n.key;
    case LanguageRole: {
        const Node *folder = n.kind == Node::Kind::File ? n.parent : &n;
        return folder->kind == Node::Kind::Language ? folder->name : QString();
    }
    case HidesRole: return n.own && !n.file.hides.empty();
    case ExistsRole: return n.exists;
    case Qt::EditRole: return n.name;
    case MissingRole: return n.missing;
    case UnusedRole: return n.unused;
    case FileRole: return n.kind == Node::Kind::File;
    default: return {};
    }
}

QVariant EnvironmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("File") : tr("Origin");
}

Qt::ItemFlags EnvironmentModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid())
        return flags;
    flags |= Qt::ItemIsDropEnabled;
    if (node(index)->kind != Node::Kind::File)
        return flags;
    flags |= Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (node(index)->own && index.column() == NameColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QStringList EnvironmentModel::mimeTypes() const
{
    return {QStringLiteral("text/uri-list")};
}

QMimeData *EnvironmentModel::mimeData(const QModelIndexList &indexes) const
{
    QList<QUrl> urls;
    for (const QModelIndex &index : indexes) {
        const QString path = index.column() == 0 ? index.data(PathRole).toString() : QString();
        if (!path.isEmpty())
            urls += QUrl::fromLocalFile(path);
    }
    auto *mime = new QMimeData;
    mime->setUrls(urls);
    return mime;
}

bool EnvironmentModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    return data->hasUrls() && parent.isValid();
}

bool EnvironmentModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int, int, const QModelIndex &parent)
{
    if (!data->hasUrls() || !parent.isValid())
        return false;
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    Q_EMIT filesDropped(parent.data(DomainRole).toString(), parent.data(LanguageRole).toString(), paths, action == Qt::MoveAction);
    return false; // the model is made anew from the disk; nothing is to be removed from it
}

bool EnvironmentModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    // The editor of the view closes first; the model is made anew by the change.
    QMetaObject::invokeMethod(this, [this, path = index.data(PathRole).toString(), name = value.toString()] {
        Q_EMIT renamed(path, name);
    }, Qt::QueuedConnection);
    return true;
}

void EnvironmentModel::retranslate()
{
    const std::function<void(const QModelIndex &)> tell = [&](const QModelIndex &above) {
        const int rows = rowCount(above);
        if (rows == 0)
            return;
        Q_EMIT dataChanged(index(0, 0, above), index(rows - 1, ColumnCount - 1, above));
        for (int row = 0; row < rows; ++row)
            tell(index(row, 0, above));
    };
    tell({});
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace pbx::editor
