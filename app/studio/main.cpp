// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/handover.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

int main(int argc, char *argv[])
{
    using pbx::app::Studio;
    QApplication application(argc, argv);
    pbx::app::prepareApplication();
    Studio studio;

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Write, hear and test telephone programs for CommuniGate Pro."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("workspace"),
                                 QCoreApplication::translate("main", "Folder of a workspace to open"),
                                 QStringLiteral("[WORKSPACE]"));
    parser.addPositionalArgument(QStringLiteral("file"),
                                 QCoreApplication::translate("main", "Files to open, with a line to go to if wanted"),
                                 QStringLiteral("[FILE[:LINE[:COLUMN]]…]"));
    const QCommandLineOption newWindow(QStringLiteral("new-window"),
                                       QCoreApplication::translate("main", "Open files in a window of its own, not in a running program."));
    parser.addOption(newWindow);
    parser.process(application);

    QString workspace;
    QList<Studio::Place> files;
    for (const QString &argument : parser.positionalArguments()) {
        if (workspace.isEmpty() && files.isEmpty() && QFileInfo(argument).isDir())
            workspace = argument;
        else
            files += Studio::Place::parse(argument);
    }
    if (workspace.isEmpty() && !parser.isSet(newWindow) && pbx::app::Handover::toRunning(files))
        return 0;
    studio.start(workspace, files);
    const pbx::app::Handover handover(&studio);
    return QApplication::exec();
}
