// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>
#include <QTranslator>

namespace pbx::app {

class Settings;

/// Language and colours of the whole program, switchable while it runs.
class Appearance : public QObject {
    Q_OBJECT
public:
    explicit Appearance(Settings *settings, QObject *parent = nullptr);
    /// Puts in force what the settings say.
    void apply();
    /// "" for the desktop's, else "en" or "ru".
    void setLanguage(const QString &language);
    /// "" for the desktop's, else "light" or "dark".
    void setColourScheme(const QString &scheme);

    static QPalette lightPalette();
    static QPalette darkPalette();

private:
    void applyLanguage();
    void applyColours();

    Settings *m_settings;
    QTranslator m_own;
    QTranslator m_qt;
    QPalette m_system; ///< as the desktop gave it
    bool m_changedPalette = false;
};

} // namespace pbx::app
