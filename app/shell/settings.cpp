// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/settings.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace pbx::app {

namespace {

constexpr int recentCount = 10;

struct Definition {
    Setting setting;
    const char *key;
    QVariant (*standard)();
};

const Definition definitions[] = {
    {Setting::Language, "Appearance/Language", [] { return QVariant(QString()); }},
    {Setting::ColourScheme, "Appearance/ColourScheme", [] { return QVariant(QString()); }},
    {Setting::EditorFont, "Editor/Font", [] { return QVariant(QString()); }},
    {Setting::AutomaticCompletion, "Editor/AutomaticCompletion", [] { return QVariant(true); }},
    {Setting::Shortcuts, "Keyboard/Shortcuts", [] { return QVariant(QStringList()); }},
    {Setting::SaveBeforeCall, "Call/SaveFirst", [] { return QVariant(false); }},
    {Setting::RecentWorkspaces, "Workspaces/Recent", [] { return QVariant(QStringList()); }},
    {Setting::DialledAddresses, "Call/Dialled", [] { return QVariant(QStringList{QStringLiteral("callback#ivanov")}); }},
    {Setting::Volume, "Call/Volume", [] { return QVariant(80); }},
    {Setting::Muted, "Call/Muted", [] { return QVariant(false); }},
    {Setting::RunScenariosOnChange, "Scenarios/RunOnChange", [] { return QVariant(false); }},
    {Setting::CallSpeed, "Call/Speed", [] { return QVariant(0); }},
    {Setting::Servers, "Servers/List", [] { return QVariant(QByteArray()); }},
    {Setting::WindowGeometry, "Window/Geometry", [] { return QVariant(QByteArray()); }},
    {Setting::Layout, "Window/Layout", [] { return QVariant(0); }},
    {Setting::WindowState, "Window/State", [] { return QVariant(QByteArray()); }},
    {Setting::CallingState, "Window/CallingState", [] { return QVariant(QByteArray()); }},
};

const Definition &definitionOf(Setting setting)
{
    for (const Definition &definition : definitions) {
        if (definition.setting == setting)
            return definition;
    }
    Q_UNREACHABLE();
}

QString workspaceKey(const QString &folder, const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha1).toHex().first(16);
    return QStringLiteral("Workspace-%1/%2").arg(QString::fromLatin1(hash), name);
}

} // namespace

Settings::Settings(const QString &file)
    : m_store(file.isEmpty() ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                           QStringLiteral("pbx-studio"), QStringLiteral("pbx-studio"))
                             : std::make_unique<QSettings>(file, QSettings::IniFormat)),
      m_dataFolder(file.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                  : QFileInfo(file).absolutePath())
{
}

Settings::~Settings() = default;

QString Settings::recoveryFolder() const
{
    return m_dataFolder + QStringLiteral("/recovery");
}

QVariant Settings::value(Setting setting) const
{
    const Definition &definition = definitionOf(setting);
    const QVariant standard = definition.standard();
    QVariant value = m_store->value(QLatin1StringView(definition.key), standard);
    // A file edited by hand may hold anything.
    return value.convert(standard.metaType()) ? value : standard;
}

void Settings::setValue(Setting setting, const QVariant &value)
{
    m_store->setValue(QLatin1StringView(definitionOf(setting).key), value);
}

QVariant Settings::workspaceValue(const QString &folder, const QString &name) const
{
    return m_store->value(workspaceKey(folder, name));
}

void Settings::setWorkspaceValue(const QString &folder, const QString &name, const QVariant &value)
{
    m_store->setValue(workspaceKey(folder, name), value);
}

void Settings::rememberWorkspace(const QString &folder)
{
    QStringList recent = list(Setting::RecentWorkspaces);
    recent.removeAll(folder);
    recent.prepend(folder);
    setValue(Setting::RecentWorkspaces, recent.first(qMin<qsizetype>(recent.size(), recentCount)));
}

void Settings::forgetWorkspace(const QString &folder)
{
    QStringList recent = list(Setting::RecentWorkspaces);
    recent.removeAll(folder);
    setValue(Setting::RecentWorkspaces, recent);
}

} // namespace pbx::app
