// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/appearance.h"

#include "app/shell/settings.h"
#include "environment/accounts/words.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStyleHints>

namespace pbx::app {

namespace {

QPalette paletteOf(QRgb window, QRgb text, QRgb base, QRgb alternate, QRgb button, QRgb accent, QRgb faint, QRgb link)
{
    const QColor w(window);
    QPalette palette{QColor(button), w};
    palette.setColor(QPalette::WindowText, QColor(text));
    palette.setColor(QPalette::Text, QColor(text));
    palette.setColor(QPalette::ButtonText, QColor(text));
    palette.setColor(QPalette::Base, QColor(base));
    palette.setColor(QPalette::AlternateBase, QColor(alternate));
    palette.setColor(QPalette::ToolTipBase, QColor(alternate));
    palette.setColor(QPalette::ToolTipText, QColor(text));
    palette.setColor(QPalette::PlaceholderText, QColor(faint));
    palette.setColor(QPalette::Highlight, QColor(accent));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Accent, QColor(accent));
    palette.setColor(QPalette::Link, QColor(link));
    palette.setColor(QPalette::LinkVisited, QColor(link));
    QColor off(text);
    off.setAlphaF(0.4F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, off);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(faint));
    return palette;
}

} // namespace

Appearance::Appearance(Settings *settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_system(QApplication::palette())
{
}

QPalette Appearance::lightPalette()
{
    return paletteOf(0xfff3f4f6, 0xff1c2128, 0xffffffff, 0xfff7f8fa, 0xfff0f1f3, 0xff2469c4, 0xff667079, 0xff1f5fb0);
}

QPalette Appearance::darkPalette()
{
    return paletteOf(0xff24272c, 0xffe6e8eb, 0xff1b1d21, 0xff212429, 0xff31353b, 0xff2d6fc9, 0xff9aa3ad, 0xff74b0f5);
}

void Appearance::apply()
{
    applyLanguage();
    applyColours();
}

void Appearance::setLanguage(const QString &language)
{
    m_settings->setValue(Setting::Language, language);
    applyLanguage();
}

void Appearance::setColourScheme(const QString &scheme)
{
    m_settings->setValue(Setting::ColourScheme, scheme);
    applyColours();
}

void Appearance::applyLanguage()
{
    const QString wanted = m_settings->text(Setting::Language);
    const QLocale locale = wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
    QLocale::setDefault(locale);
    // A language without a file of ours still has plural forms to get right: those of English.
    const QString code = locale.language() == QLocale::Russian ? QStringLiteral("ru") : QStringLiteral("en");
    qApp->removeTranslator(&m_own);
    qApp->removeTranslator(&m_qt);
    if (m_qt.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        qApp->installTranslator(&m_qt);
    if (m_own.load(QStringLiteral("pbx_") + code, QStringLiteral(":/i18n")))
        qApp->installTranslator(&m_own);
    accounts::setTranslator([](const char *source) {
        // What the language says of a program reaches the check of a workspace too.
        for (const char *context : {"Words", "language"}) {
            const QString words = QCoreApplication::translate(context, source);
            if (words != QLatin1StringView(source))
                return words.toStdString();
        }
        return std::string(source);
    });
}

void Appearance::applyColours()
{
    const QString wanted = m_settings->text(Setting::ColourScheme);
    const auto scheme = wanted == u"dark" ? Qt::ColorScheme::Dark
        : wanted == u"light"              ? Qt::ColorScheme::Light
                                          : Qt::ColorScheme::Unknown;
    QGuiApplication::styleHints()->setColorScheme(scheme);
    // Not every desktop lets a program choose; the palette then does it alone.
    if (scheme == Qt::ColorScheme::Unknown) {
        if (m_changedPalette)
            QApplication::setPalette(m_system);
        m_changedPalette = false;
    } else {
        QApplication::setPalette(scheme == Qt::ColorScheme::Dark ? darkPalette() : lightPalette());
        m_changedPalette = true;
    }
}

} // namespace pbx::app
