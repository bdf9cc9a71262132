// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/prompts/prompt_model.h"

#include <QFont>
#include <QIcon>

#include <algorithm>

namespace pbx::editor {

using prompts::State;

namespace {

const char *iconOf(State state)
{
    switch (state) {
    case State::Missing: return "dialog-error";
    case State::Fallback:
    case State::Inherited: return "document-import";
    case State::Own: return "audio-x-generic";
    case State::Placeholder: return "media-record";
    case State::Stale:
    case State::WrongFormat: return "dialog-warning";
    }
    return "";
}

} // namespace

void PromptModel::setMatrix(prompts::Matrix matrix)
{
    const bool same = matrix.languages == m_matrix.languages && matrix.rows.size() == m_matrix.rows.size()
        && std::ranges::equal(matrix.rows, m_matrix.rows, {}, &prompts::Row::name, &prompts::Row::name);
    if (same) {
        // Selection and place stay where only states have changed.
        m_matrix = std::move(matrix);
        if (!m_matrix.rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_matrix = std::move(matrix);
    endResetModel();
}

const prompts::Row *PromptModel::row(const QModelIndex &index) const
{
    return index.isValid() ? &m_matrix.rows[size_t(index.row())] : nullptr;
}

std::optional<std::string> PromptModel::language(int column) const
{
    if (column < 1 || column > int(m_matrix.languages.size()))
        return std::nullopt;
    return m_matrix.languages[size_t(column - 1)];
}

const prompts::Cell *PromptModel::cell(const QModelIndex &index) const
{
    if (!index.isValid() || !language(index.column()))
        return nullptr;
    return &m_matrix.rows[size_t(index.row())].cells[size_t(index.column() - 1)];
}

QString PromptModel::stateText(State state)
{
    switch (state) {
    case State::Missing: return tr("missing");
    case State::Fallback: return tr("default language");
    case State::Inherited: return tr("inherited");
    case State::Own: return tr("own");
    case State::Placeholder: return tr("spoken by computer");
    case State::Stale: return tr("text changed");
    case State::WrongFormat: return tr("wrong format");
    }
    return {};
}

QString PromptModel::languageText(const std::string &language)
{
    if (language.empty())
        return tr("Default");
    QString name = QString::fromStdString(language);
    name[0] = name[0].toUpper();
    return name;
}

bool PromptModel::wanting(State state)
{
    return state == State::Missing || state == State::Fallback || state == State::Placeholder || state == State::Stale;
}

int PromptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matrix.rows.size());
}

int PromptModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matrix.languages.size()) + 2;
}

QVariant PromptModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const prompts::Row &shown = m_matrix.rows[size_t(index.row())];
    const prompts::Cell *found = cell(index);
    if (!found) {
        QStringList users;
        for (const std::string &user : shown.users)
            users += QString::fromStdString(user).section(u'/', -1);
        const QString text = index.column() == 0 ? QString::fromStdString(shown.name)
            : users.isEmpty()                    ? tr("nobody")
                                                 : users.join(QStringLiteral(", "));
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(text) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole: return stateText(found->state);
    case Qt::DecorationRole: return QIcon::fromTheme(QLatin1StringView(iconOf(found->state)));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3").arg(QString::fromStdString(shown.name), languageText(*language(index.column())), stateText(found->state));
    case Qt::ToolTipRole: {
        QStringList lines{stateText(found->state)};
        if (found->file)
            lines += QString::fromStdString(found->file->workspacePath);
        if (!found->note.empty())
            lines += QString::fromStdString(found->note);
        return lines.join(u'\n');
    }
    case Qt::FontRole: {
        QFont font;
        font.setItalic(found->state == State::Inherited || found->state == State::Fallback);
        font.setBold(found->state == State::Missing || found->state == State::WrongFormat);
        return font;
    }
    default: return {};
    }
}

QVariant PromptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Prompt");
    const auto folder = language(section);
    return folder ? languageText(*folder) : tr("Used by");
}

void PromptFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void PromptFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

bool PromptFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const prompts::Row &candidate = static_cast<const PromptModel *>(sourceModel())->matrix().rows[size_t(row)];
    if (!m_text.isEmpty() && !QString::fromStdString(candidate.name).contains(m_text, Qt::CaseInsensitive))
        return false;
    const auto any = [&](auto wanted) { return std::ranges::any_of(candidate.cells, wanted, &prompts::Cell::state); };
    switch (m_show) {
    case Show::All: return true;
    case Show::Wanting: return any(&PromptModel::wanting);
    case Show::Own: return any([](State state) { return state != State::Missing && state != State::Fallback && state != State::Inherited; });
    case Show::Unused: return candidate.users.empty();
    }
    return true;
}

} // namespace pbx::editor
