// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/scenario/push_gate.h"

#include "environment/check/checker.h"
#include "preview/scenario/runner.h"

#include <QCoreApplication>

#include <algorithm>

namespace pbx::scenario {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PushGate)
};

QString place(const QString &file, int line, int column)
{
    return QStringLiteral("%1:%2:%3: error: ").arg(file).arg(std::max(line, 1)).arg(std::max(column, 1));
}

} // namespace

QStringList pushGate(const QString &folder, const std::stop_token &stop)
{
    const auto workspace = files::Workspace::open(folder);
    if (!workspace)
        return {workspace.error()};
    QStringList problems;
    check::Checker checker;
    checker.checkWorkspace(*workspace);
    for (const auto &finding : checker.takeFindings()) {
        if (finding.severity == "error")
            problems << place(QString::fromStdString(finding.file), finding.line, finding.column)
                            + QString::fromStdString(finding.message);
    }
    Runner runner;
    for (const auto &file : workspace->scenarios()) {
        if (stop.stop_requested())
            break;
        const auto outcome = runner.run(file);
        if (!outcome.problem.empty())
            problems << QString::fromStdString(outcome.problem);
        else if (!outcome.result.passed)
            problems << place(workspace->workspacePath(file), outcome.result.line, 1)
                            + Text::tr("the scenario “%1” fails: %2")
                                  .arg(QString::fromStdString(outcome.title), QString::fromStdString(outcome.result.message));
    }
    return problems;
}

} // namespace pbx::scenario
