// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/studio.h"

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
    parser.process(application);

    QString workspace;
    QList<Studio::Place> files;
    for (const QString &argument : parser.positionalArguments()) {
        if (workspace.isEmpty() && files.isEmpty() && QFileInfo(argument).isDir())
            workspace = argument;
        else
            files += Studio::Place::parse(argument);
    }
    studio.start(workspace, files);
    return QApplication::exec();
}
