// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/studio.h"

#include "app/shell/main_window.h"
#include "app/shell/studio_style.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QRegularExpression>

static void initShellResources()
{
    Q_INIT_RESOURCE(shell_icons);
}

namespace pbx::app {

void prepareApplication()
{
    initShellResources();
    QApplication::setApplicationName(QStringLiteral("PBX Studio"));
    QApplication::setApplicationVersion(QStringLiteral(PBX_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("pbx-studio"));
    // A desktop without an icon theme has the bare hicolor alone: every name would be looked for in vain in each of its
    // hundreds of folders, which takes longer than all else at the start.
    if (QIcon::themeName().isEmpty() || QIcon::themeName() == u"hicolor")
        QIcon::setThemeSearchPaths({QStringLiteral(":/icons")});
    // The desktop's own icons first, ours where it has none.
    QIcon::setFallbackSearchPaths(QIcon::fallbackSearchPaths() << QStringLiteral(":/pbx-icons"));
    QApplication::setStyle(new StudioStyle); // the application owns it
    QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("pbx-studio")));
}

QString workspaceOf(const QString &path)
{
    QDir folder = QFileInfo(path).absoluteDir();
    do {
        if (folder.exists(QStringLiteral("workspace.settings")))
            return folder.absolutePath();
    } while (folder.cdUp());
    return {};
}

Studio::Place Studio::Place::parse(const QString &text)
{
    // A file may be called a:1; what exists is taken as it is.
    if (QFileInfo::exists(text))
        return {text};
    static const QRegularExpression pattern(QStringLiteral("^(.+?):(\\d{1,9})(?::(\\d{1,9}))?$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {text};
    return {match.captured(1), match.captured(2).toInt(), qMax(1, match.captured(3).toInt())};
}

Studio::Studio(const QString &settingsFile, std::unique_ptr<DialogService> dialogs)
    : m_settings(settingsFile), m_appearance(&m_settings), m_recovery(m_settings.recoveryFolder()),
      m_practice(&m_servers), m_dialogs(dialogs ? std::move(dialogs) : std::make_unique<DesktopDialogs>())
{
    m_appearance.apply();
    m_servers.setText(m_settings.value(Setting::Servers).toByteArray());
    connect(&m_servers, &editor::ServerBook::changed, this, [this] { m_settings.setValue(Setting::Servers, m_servers.text()); });
}

Studio::~Studio()
{
    for (const QPointer<MainWindow> &window : std::as_const(m_windows))
        delete window;
}

QList<MainWindow *> Studio::windows() const
{
    QList<MainWindow *> alive;
    for (const QPointer<MainWindow> &window : m_windows) {
        if (window)
            alive += window;
    }
    return alive;
}

MainWindow *Studio::makeWindow()
{
    auto *window = new MainWindow({&m_settings, &m_appearance, m_dialogs.get(), &m_recovery, &m_servers, &m_practice});
    window->setAttribute(Qt::WA_DeleteOnClose);
    m_windows += window;
    connect(window, &MainWindow::workspaceRequested, this, &Studio::openWorkspace);
    return window;
}

MainWindow *Studio::start(const QString &workspace, const QList<Place> &files)
{
    MainWindow *window = makeWindow();
    QString folder = workspace;
    if (folder.isEmpty() && !files.isEmpty())
        folder = workspaceOf(files.first().path);
    if (!folder.isEmpty())
        window->expectWorkspace();
    window->show();
    // The window is painted first; reading the workspace comes after.
    QTimer::singleShot(0, window, [window, folder, files] {
        if (!folder.isEmpty())
            window->openWorkspace(folder);
        for (const Place &file : files)
            window->openFile(file.path, file.line, file.column);
    });
    return window;
}

MainWindow *Studio::openWorkspace(const QString &folder)
{
    const QString wanted = QFileInfo(folder).canonicalFilePath();
    MainWindow *empty = nullptr;
    for (MainWindow *window : windows()) {
        if (!window->folder().isEmpty() && QFileInfo(window->folder()).canonicalFilePath() == wanted) {
            window->raise();
            window->activateWindow();
            return window;
        }
        if (window->folder().isEmpty())
            empty = window;
    }
    MainWindow *window = empty ? empty : makeWindow();
    if (!window->openWorkspace(folder)) {
        if (!empty)
            delete window;
        return nullptr;
    }
    window->show();
    window->raise();
    window->activateWindow();
    return window;
}

} // namespace pbx::app
