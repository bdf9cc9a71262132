// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/appearance.h"
#include "app/shell/dialog_service.h"
#include "app/shell/settings.h"
#include "editor/code/recovery.h"
#include "editor/deploy/practice_host.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>

namespace pbx::app {

class MainWindow;

/// The running program: settings, appearance, dialogs, and a window for each open workspace.
class Studio : public QObject {
    Q_OBJECT
public:
    /// A file and where in it: PATH, PATH:LINE or PATH:LINE:COLUMN.
    struct Place {
        QString path;
        int line = 0;
        int column = 1;
        static Place parse(const QString &text);
    };

    /// Tests hand over their own settings file and dialogs.
    explicit Studio(const QString &settingsFile = {}, std::unique_ptr<DialogService> dialogs = {});
    ~Studio() override;

    Settings &settings() { return m_settings; }
    Appearance &appearance() { return m_appearance; }
    /// Shows a window, empty at first, and fills it once it is on the screen.
    MainWindow *start(const QString &workspace, const QList<Place> &files);
    /// In its own window; an empty window is used first.
    MainWindow *openWorkspace(const QString &folder);
    QList<MainWindow *> windows() const;
    editor::ServerBook &servers() { return m_servers; }
    editor::PracticeHost &practice() { return m_practice; }

private:
    MainWindow *makeWindow();

    Settings m_settings;
    Appearance m_appearance;
    editor::Recovery m_recovery;
    editor::ServerBook m_servers;
    editor::PracticeHost m_practice;
    std::unique_ptr<DialogService> m_dialogs;
    QList<QPointer<MainWindow>> m_windows;
};

/// Name, icon and icon theme of the application; before the first window.
void prepareApplication();
/// The folder of the workspace a file lies in; empty: in none.
QString workspaceOf(const QString &path);

} // namespace pbx::app
