// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

#include <map>

namespace pbx::app {

/// Everything the menus can do.
enum class Command {
    NewProgram, NewWorkspace, OpenWorkspace, OpenExample, Save, SaveAs, SaveAll, CloseFile, Quit,
    Undo, Redo, Cut, Copy, Paste, SelectAll, Find, FindNext, FindPrevious, Replace, GoToLine, GoAnywhere, SearchWorkspace, ToggleComment, Complete,
    AutomaticCompletion,
    ZoomIn, ZoomOut, ZoomReset, NextPane, PreviousPane, LayoutEditing, LayoutCalling, ResetLayout,
    ShowAttendant, ShowAccounts, ShowPrompts, ShowDeploy, RecordPrompts, SpeakPrompts,
    Call, HangUp, Redial, LastKeys, AddCaller, SaveScenario, RunScenarios, FocusKeypad, FocusAddress, SpeedNormal, SpeedQuadruple, SpeedInstant, Mute,
    Servers, PracticeServer, OwnServer, PullNew, Compare, Pull, Push, PushHistory, WebAdmin,
    LanguageSystem, LanguageEnglish, LanguageRussian, SchemeSystem, SchemeLight, SchemeDark, EditorFont, Shortcuts,
    HelpOnWord, WhatsThis, Reference, About, AboutQt,
};

/// The actions behind the commands, with names, icons and keys in one table.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QObject *parent = nullptr);
    QAction *operator[](Command command) const { return m_actions.at(command); }
    QList<QAction *> all() const;
    void retranslate();

    /// The keys of a new installation.
    QList<QKeySequence> standardKeys(const QAction *action) const { return m_standardKeys.value(action); }
    /// What the user has changed: "saveAction=Ctrl+S; F2", the name of an action and its keys in portable text, none after
    /// the sign: no key. All other actions have their standard keys; what can't be read is left out.
    void setOwnKeys(const QStringList &own);

private:
    std::map<Command, QAction *> m_actions;
    QHash<const QAction *, QList<QKeySequence>> m_standardKeys;
};

} // namespace pbx::app
