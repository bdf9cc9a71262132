// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/locator/places.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

namespace pbx::editor {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

Place::Kind kindOf(const std::string &fileName)
{
    for (const char *suffix : {".sppr", ".sppi"}) {
        if (fileName.ends_with(suffix))
            return Place::Kind::Program;
    }
    for (const char *suffix : {".wav", ".au", ".gsm"}) {
        if (fileName.ends_with(suffix))
            return Place::Kind::Prompt;
    }
    return Place::Kind::File;
}

void addFiles(QList<Place> &places, const files::Environment &environment, files::Layer layer)
{
    const files::LayerIndex *index = environment.layer(layer);
    if (!index)
        return;
    for (const files::FileEntry &file : index->files()) {
        if (layer == files::Layer::Stock) {
            // What the server's own files hide, nobody looks for.
            const files::FileEntry *seen = environment.findFile(file.name, file.language);
            if (seen && seen->layer != layer)
                continue;
        }
        places += Place{kindOf(file.name), text(file.name), text(file.workspacePath), {}, file.path, 0, {}};
    }
}

void addMenu(QList<Place> &places, const QMenu &menu, const QString &path, const QMenu *panels)
{
    for (QAction *action : menu.actions()) {
        const QString name = plainText(action->text());
        if (action->menu()) {
            addMenu(places, *action->menu(), path + QStringLiteral(" › ") + name, panels);
        } else if (!action->isSeparator() && !name.isEmpty()) {
            const auto kind = &menu == panels ? Place::Kind::Panel : Place::Kind::Action;
            places += Place{kind, name, path, action->shortcut().toString(QKeySequence::NativeText), {}, 0, action};
        }
    }
}

} // namespace

QString kindName(Place::Kind kind)
{
    switch (kind) {
    case Place::Kind::Program: return QCoreApplication::translate("Locator", "Program");
    case Place::Kind::Prompt: return QCoreApplication::translate("Locator", "Prompt");
    case Place::Kind::File: return QCoreApplication::translate("Locator", "File");
    case Place::Kind::Section: return QCoreApplication::translate("Locator", "Section");
    case Place::Kind::Account: return QCoreApplication::translate("Locator", "Account");
    case Place::Kind::Scenario: return QCoreApplication::translate("Locator", "Scenario");
    case Place::Kind::Action: return QCoreApplication::translate("Locator", "Command");
    case Place::Kind::Panel: return QCoreApplication::translate("Locator", "Panel");
    }
    return {};
}

QList<Place> placesOf(const files::Workspace &workspace)
{
    QList<Place> places;
    const auto server = workspace.environment({});
    addFiles(places, *server, files::Layer::Server);
    addFiles(places, *server, files::Layer::Stock);
    for (const files::DomainFolder &domain : workspace.domains()) {
        addFiles(places, *workspace.environment(domain.name), files::Layer::Domain);
        for (const files::SettingsFile &account : domain.accounts)
            places += Place{Place::Kind::Account, text(account.name + "@" + domain.name), workspace.workspacePath(account.path), {}, account.path, 0, {}};
        if (domain.settings.exists)
            places += Place{Place::Kind::File, QStringLiteral("domain.settings"), workspace.workspacePath(domain.settings.path), {}, domain.settings.path, 0, {}};
        for (const QString &file : domain.promptFiles)
            places += Place{Place::Kind::File, QFileInfo(file).fileName(), workspace.workspacePath(file), {}, file, 0, {}};
    }
    const files::SettingsFile &own = workspace.settings();
    if (own.exists)
        places += Place{Place::Kind::File, QStringLiteral("workspace.settings"), workspace.workspacePath(own.path), {}, own.path, 0, {}};
    for (const QString &file : workspace.scenarios())
        places += Place{Place::Kind::Scenario, QFileInfo(file).completeBaseName(), workspace.workspacePath(file), {}, file, 0, {}};
    return places;
}

QList<Place> placesOf(const QMenuBar &bar, const QMenu *panels)
{
    QList<Place> places;
    for (const QAction *action : bar.actions()) {
        if (action->menu())
            addMenu(places, *action->menu(), plainText(action->text()), panels);
    }
    return places;
}

QString plainText(const QString &menuText)
{
    QString plain;
    for (qsizetype i = 0; i < menuText.size(); ++i) {
        if (menuText[i] == u'&' && i + 1 < menuText.size())
            ++i; // the letter, or the second of two, stays
        plain += menuText[i];
    }
    while (plain.endsWith(u'…'))
        plain.chop(1);
    return plain;
}

} // namespace pbx::editor
