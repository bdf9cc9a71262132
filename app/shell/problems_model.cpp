// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/problems_model.h"

#include <QGuiApplication>
#include <QIcon>
#include <QPalette>

namespace pbx::app {

using language::Severity;

ProblemsModel::ProblemsModel(QObject *parent) : QAbstractTableModel(parent) {}

void ProblemsModel::setProblems(const QString &source, const QList<Problem> &problems)
{
    const auto known = std::find_if(m_sources.begin(), m_sources.end(), [&](const auto &s) { return s.first == source; });
    if (known == m_sources.end() && problems.isEmpty())
        return;
    beginResetModel();
    if (known == m_sources.end())
        m_sources.emplace_back(source, problems);
    else if (problems.isEmpty())
        m_sources.erase(known);
    else
        known->second = problems;
    m_all.clear();
    for (const auto &[name, list] : std::as_const(m_sources))
        m_all += list;
    // Errors first, then as the files have them.
    std::stable_sort(m_all.begin(), m_all.end(),
                     [](const Problem &a, const Problem &b) { return a.remark.severity < b.remark.severity; });
    endResetModel();
}

void ProblemsModel::clear()
{
    beginResetModel();
    m_sources.clear();
    m_all.clear();
    endResetModel();
}

const Problem *ProblemsModel::problem(int row) const
{
    return row >= 0 && row < m_all.size() ? &m_all[row] : nullptr;
}

QString ProblemsModel::fixText(const Problem &problem)
{
    const check::Remedy &remedy = problem.remedy;
    switch (remedy.kind) {
    case check::Remedy::Kind::None: break;
    case check::Remedy::Kind::CreateAccount: return tr("Create account %1").arg(QString::fromStdString(remedy.name));
    case check::Remedy::Kind::CreateProgram: return tr("Create %1.sppr…").arg(QString::fromStdString(remedy.name));
    case check::Remedy::Kind::AddPrompts: return tr("Record %n prompt(s)…", nullptr, int(remedy.prompts.size()));
    }
    if (!problem.remark.hasFix)
        return {};
    const QString replacement = QString::fromUtf8(problem.remark.replacement).simplified();
    return replacement.isEmpty() ? tr("Remove it") : tr("Write %1").arg(replacement);
}

int ProblemsModel::count(Severity severity) const
{
    return int(std::count_if(m_all.begin(), m_all.end(), [&](const Problem &p) { return p.remark.severity == severity; }));
}

int ProblemsModel::errorCount() const
{
    return count(Severity::Error);
}

int ProblemsModel::warningCount() const
{
    return count(Severity::Warning);
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_all.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    const Problem *problem = this->problem(index.row());
    if (!problem)
        return {};
    const Severity severity = problem->remark.severity;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Message)
            return problem->message();
        if (index.column() == Fix)
            return fixText(*problem);
        if (index.column() == File)
            return problem->shown;
        return problem->remark.line > 0 ? QVariant(problem->remark.line) : QVariant();
    case Qt::DecorationRole:
        if (index.column() != Message)
            return {};
        return QIcon::fromTheme(severity == Severity::Error         ? QStringLiteral("dialog-error")
                                    : severity == Severity::Warning ? QStringLiteral("dialog-warning")
                                                                    : QStringLiteral("dialog-information"));
    case Qt::AccessibleTextRole:
        if (index.column() != Message)
            return data(index, Qt::DisplayRole);
        return QStringLiteral("%1: %2").arg(severity == Severity::Error         ? tr("Error")
                                                : severity == Severity::Warning ? tr("Warning")
                                                                                : tr("Note"),
                                            problem->message());
    case Qt::ToolTipRole:
        return index.column() == File ? problem->path : index.column() == Fix ? fixText(*problem) : problem->message();
    case Qt::ForegroundRole:
        return index.column() == Fix ? QVariant(QGuiApplication::palette().brush(QPalette::Link)) : QVariant();
    case Qt::TextAlignmentRole: return index.column() == Line ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default: return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Message: return tr("Problem");
    case Fix: return tr("Remedy");
    case File: return tr("File");
    default: return tr("Line");
    }
}

void ProblemsModel::retranslate()
{
    if (!m_all.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_all.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace pbx::app
