// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/phone/transcript_model.h"

#include "preview/phone/event_text.h"

#include <QFont>
#include <QIcon>

namespace pbx::phone {

TranscriptModel::TranscriptModel(QObject *parent) : QAbstractTableModel(parent) {}

void TranscriptModel::setEvents(const std::vector<call::Event> *events)
{
    beginResetModel();
    m_events = events;
    m_rows = events ? int(events->size()) : 0;
    endResetModel();
}

const call::Event *TranscriptModel::event(int row) const
{
    return m_events && row >= 0 && row < m_rows ? &(*m_events)[size_t(row)] : nullptr;
}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int TranscriptModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TranscriptModel::text(const call::Event &event) const
{
    // A program may log or mail line ends; here a line is a line.
    const QString line = eventText(event, event.kind == "play" && m_speech ? m_speech(event) : QString()).simplified();
    const QString who = m_who ? m_who(event) : QString();
    return who.isEmpty() ? line : tr("%1: %2", "callers: what happens to them").arg(who, line);
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    const call::Event *event = this->event(index.row());
    if (!event || index.column() >= ColumnCount)
        return {};
    const QString file = QString::fromStdString(event->file);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Time)
            return timeText(event->time);
        if (index.column() == What)
            return text(*event);
        return file.isEmpty() ? QString() : QStringLiteral("%1:%2").arg(file.section(u'/', -1)).arg(event->line);
    case Qt::DecorationRole:
        return index.column() == What ? QVariant(QIcon::fromTheme(eventIcon(*event))) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Place)
            return file.isEmpty() ? QString() : QStringLiteral("%1:%2").arg(file).arg(event->line);
        return eventToolTip(*event, text(*event));
    case Qt::AccessibleTextRole:
        return index.column() == What ? QVariant(QStringLiteral("%1: %2").arg(eventKind(*event), text(*event)))
                                      : data(index, Qt::DisplayRole);
    case Qt::TextAlignmentRole:
        return index.column() == Time ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case KindRole: return QString::fromUtf8(event->kind.data(), qsizetype(event->kind.size()));
    case FileRole: return file;
    case LineRole: return event->line;
    case PromptRole: return event->kind == "play" ? memberText(*event, "path") : QString();
    default: return {};
    }
}

QVariant TranscriptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case What: return tr("What happens");
    case Place: return tr("Line");
    default: return {};
    }
}

QString TranscriptModel::toPlainText() const
{
    QString all;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < ColumnCount; ++column) {
            all += data(index(row, column), Qt::DisplayRole).toString();
            all += column + 1 < ColumnCount ? u'\t' : u'\n';
        }
    }
    return all;
}

void TranscriptModel::retranslate()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void TranscriptModel::eventAppended(int row)
{
    if (!m_events || row < m_rows)
        return;
    beginInsertRows({}, m_rows, row);
    m_rows = row + 1;
    endInsertRows();
}

void TranscriptModel::eventFinished(int row)
{
    if (row < m_rows)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

} // namespace pbx::phone
