// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/code/analysis.h"
#include "environment/check/finding.h"

#include <QAbstractTableModel>

namespace pbx::app {

/// A remark with its file.
struct Problem {
    QString path; ///< on disk; empty: of the whole workspace
    QString shown; ///< how the file is called
    editor::Remark remark;
    QString text; ///< of problems that are no remarks on a source; empty: remark.message()
    check::Remedy remedy = {};

    bool canBeMended() const { return remark.hasFix || remedy.kind != check::Remedy::Kind::None; }
    QString message() const { return text.isEmpty() ? remark.message() : text; }
};

class ProblemsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Message, Fix, File, Line, ColumnCount };

    explicit ProblemsModel(QObject *parent = nullptr);
    /// Replaces what is known of a source (a file's path, or a name of its own).
    void setProblems(const QString &source, const QList<Problem> &problems);
    void clear();
    const Problem *problem(int row) const;
    /// What mending the problem does: "Create account anna"; empty: nothing can be done from here.
    static QString fixText(const Problem &problem);
    int errorCount() const;
    int warningCount() const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int count(language::Severity severity) const;

    QList<std::pair<QString, QList<Problem>>> m_sources;
    QList<Problem> m_all;
};

} // namespace pbx::app
