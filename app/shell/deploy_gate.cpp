// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/deploy_gate.h"

#include "environment/check/checker.h"
#include "preview/scenario/runner.h"

#include <QCoreApplication>

namespace pbx::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PushGate)
};

} // namespace

QStringList pushGate(const QString &folder, const std::stop_token &stop)
{
    const auto workspace = files::Workspace::open(folder);
    if (!workspace)
        return {workspace.error()};
    QStringList problems;
    check::Checker checker;
    checker.checkWorkspace(*workspace);
    for (const check::Finding &finding : checker.takeFindings()) {
        if (finding.severity == "error")
            problems += QStringLiteral("%1:%2: %3").arg(QString::fromStdString(finding.file)).arg(finding.line).arg(QString::fromStdString(finding.message));
    }
    scenario::Runner runner;
    for (const QString &file : workspace->scenarios()) {
        if (stop.stop_requested())
            break;
        const auto outcome = runner.run(file);
        const QString name = workspace->workspacePath(file);
        if (!outcome.problem.empty())
            problems += QString::fromStdString(outcome.problem);
        else if (!outcome.result.passed)
            problems += Text::tr("%1:%2: the scenario “%3” fails: %4").arg(name).arg(outcome.result.line)
                            .arg(QString::fromStdString(outcome.title), QString::fromStdString(outcome.result.message));
    }
    return problems;
}

} // namespace pbx::app
