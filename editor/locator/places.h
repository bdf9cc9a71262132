// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/workspace.h"

#include <QAction>
#include <QList>
#include <QPointer>

class QMenuBar;

namespace pbx::editor {

/// Something to go to.
struct Place {
    enum class Kind { Program, Prompt, File, Section, Account, Scenario, Action, Panel };

    Kind kind = Kind::File;
    QString name;  ///< what people look for
    QString where; ///< the file in the workspace, the domain, or the menu
    QString keys;  ///< of an action, in the user's words
    QString path;  ///< of a file, absolute
    int line = 0;  ///< of a section
    QPointer<QAction> action;
};

/// In the user's language.
QString kindName(Place::Kind kind);

/// Files of all environments, accounts and scenarios; files that come with the server only where nobody overrides them.
QList<Place> placesOf(const files::Workspace &workspace);

/// What the menus can do, now or at other times, with the path of menus that leads there. Ticks for panels below `panels` are the panels.
QList<Place> placesOf(const QMenuBar &bar, const QMenu *panels);

/// The text of a menu without mnemonic and dots.
QString plainText(const QString &menuText);

} // namespace pbx::editor
