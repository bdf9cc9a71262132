// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

#include <memory>

class QSettings;

namespace pbx::app {

/// What the program remembers about its user. Every setting has a type and a default in settings.cpp.
enum class Setting {
    Language, ///< "", "en", "ru"; empty: the desktop's
    ColourScheme, ///< "", "light", "dark"; empty: the desktop's
    EditorFont, ///< QFont::toString(); empty: the desktop's fixed font
    AutomaticCompletion,
    Shortcuts, ///< as of Actions::setOwnKeys()
    SaveBeforeCall, ///< without asking
    RecentWorkspaces,
    DialledAddresses,
    Volume, ///< percent
    Muted,
    RunScenariosOnChange,
    CallSpeed, ///< number of CallController::Speed
    Servers, ///< text of the ServerBook; no passwords
    WindowGeometry,
    Layout, ///< number of Docks::Layout
    WindowState, ///< of the panels, laid out for editing
    CallingState, ///< for calling
};

class Settings {
public:
    /// The user's own file. Tests hand over the path of theirs.
    explicit Settings(const QString &file = {});
    ~Settings();

    /// Where unsaved text is kept for the case of a crash.
    QString recoveryFolder() const;

    QVariant value(Setting setting) const;
    void setValue(Setting setting, const QVariant &value);
    bool flag(Setting setting) const { return value(setting).toBool(); }
    QString text(Setting setting) const { return value(setting).toString(); }
    QStringList list(Setting setting) const { return value(setting).toStringList(); }
    int number(Setting setting) const { return value(setting).toInt(); }

    /// What belongs to one workspace, by its folder and a name.
    QVariant workspaceValue(const QString &folder, const QString &name) const;
    void setWorkspaceValue(const QString &folder, const QString &name, const QVariant &value);
    /// First of the recent ones; the list stays short.
    void rememberWorkspace(const QString &folder);
    void forgetWorkspace(const QString &folder);

private:
    std::unique_ptr<QSettings> m_store;
    QString m_dataFolder;
};

} // namespace pbx::app
