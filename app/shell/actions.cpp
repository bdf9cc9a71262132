// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QIcon>
#include <QKeySequence>

namespace pbx::app {

namespace {

struct Definition {
    Command command;
    const char *name;
    const char *text;
    const char *icon;
    QList<QKeySequence> (*keys)();
    bool checkable = false;
};

using Keys = QList<QKeySequence>;
Keys none()
{
    return {};
}
template<QKeySequence::StandardKey key>
Keys standard()
{
    return QKeySequence::keyBindings(key);
}
template<int key>
Keys plain()
{
    return {QKeySequence(key)};
}
template<QKeySequence::StandardKey key, int otherwise>
Keys either()
{
    const Keys keys = QKeySequence::keyBindings(key);
    return keys.isEmpty() ? Keys{QKeySequence(otherwise)} : keys;
}
template<int key, int other>
Keys two()
{
    return {QKeySequence(key), QKeySequence(other)};
}
constexpr int ctrl = int(Qt::CTRL);
constexpr int shift = int(Qt::SHIFT);

const Definition definitions[] = {
    {Command::NewProgram, "newProgramAction", QT_TRANSLATE_NOOP("Actions", "&New Program…"),
     "document-new", standard<QKeySequence::New>},
    {Command::NewWorkspace, "newWorkspaceAction", QT_TRANSLATE_NOOP("Actions", "New &Workspace…"),
     "folder-new", plain<ctrl | shift | Qt::Key_N>},
    {Command::OpenWorkspace, "openWorkspaceAction", QT_TRANSLATE_NOOP("Actions", "&Open Workspace…"),
     "folder-open", standard<QKeySequence::Open>},
    {Command::OpenExample, "openExampleAction", QT_TRANSLATE_NOOP("Actions", "Open &Example"), "", none},
    {Command::Save, "saveAction", QT_TRANSLATE_NOOP("Actions", "&Save"), "document-save", standard<QKeySequence::Save>},
    {Command::SaveAs, "saveAsAction", QT_TRANSLATE_NOOP("Actions", "Save &As…"), "document-save-as", none},
    {Command::SaveAll, "saveAllAction", QT_TRANSLATE_NOOP("Actions", "Save A&ll"),
     "document-save-all", plain<ctrl | shift | Qt::Key_S>},
    {Command::CloseFile, "closeFileAction", QT_TRANSLATE_NOOP("Actions", "&Close"),
     "window-close", plain<ctrl | Qt::Key_W>},
    {Command::Quit, "quitAction", QT_TRANSLATE_NOOP("Actions", "&Quit"),
     "application-exit", either<QKeySequence::Quit, ctrl | Qt::Key_Q>},

    {Command::Undo, "undoAction", QT_TRANSLATE_NOOP("Actions", "&Undo"), "edit-undo", standard<QKeySequence::Undo>},
    {Command::Redo, "redoAction", QT_TRANSLATE_NOOP("Actions", "&Redo"), "edit-redo", standard<QKeySequence::Redo>},
    {Command::Cut, "cutAction", QT_TRANSLATE_NOOP("Actions", "Cu&t"), "edit-cut", standard<QKeySequence::Cut>},
    {Command::Copy, "copyAction", QT_TRANSLATE_NOOP("Actions", "&Copy"), "edit-copy", standard<QKeySequence::Copy>},
    {Command::Paste, "pasteAction", QT_TRANSLATE_NOOP("Actions", "&Paste"),
     "edit-paste", standard<QKeySequence::Paste>},
    {Command::SelectAll, "selectAllAction", QT_TRANSLATE_NOOP("Actions", "Select &All"),
     "edit-select-all", standard<QKeySequence::SelectAll>},
    {Command::Find, "findAction", QT_TRANSLATE_NOOP("Actions", "&Find…"), "edit-find", standard<QKeySequence::Find>},
    {Command::FindNext, "findNextAction", QT_TRANSLATE_NOOP("Actions", "Find &Next"), "", plain<Qt::Key_F3>},
    {Command::FindPrevious, "findPreviousAction", QT_TRANSLATE_NOOP("Actions", "Find Pre&vious"),
     "", plain<shift | Qt::Key_F3>},
    {Command::Replace, "replaceAction", QT_TRANSLATE_NOOP("Actions", "R&eplace…"),
     "edit-find-replace", two<ctrl | Qt::Key_H, ctrl | Qt::Key_R>},
    {Command::GoToLine, "goToLineAction", QT_TRANSLATE_NOOP("Actions", "&Go to Line…"),
     "go-jump", plain<ctrl | Qt::Key_G>},
    {Command::GoAnywhere, "goAnywhereAction", QT_TRANSLATE_NOOP("Actions", "Go to An&ything…"),
     "go-jump", plain<ctrl | Qt::Key_K>},
    {Command::SearchWorkspace, "searchWorkspaceAction", QT_TRANSLATE_NOOP("Actions", "Search the &Workspace…"),
     "edit-find", plain<ctrl | shift | Qt::Key_F>},
    {Command::ToggleComment, "toggleCommentAction", QT_TRANSLATE_NOOP("Actions", "Toggle Co&mment"),
     "", plain<ctrl | Qt::Key_Slash>},
    {Command::Complete, "completeAction", QT_TRANSLATE_NOOP("Actions", "C&omplete the Word"),
     "", plain<ctrl | Qt::Key_Space>},
    {Command::AutomaticCompletion, "automaticCompletionAction", QT_TRANSLATE_NOOP("Actions", "Complete Wh&ile Typing"),
     "", none, true},

    {Command::ZoomIn, "zoomInAction", QT_TRANSLATE_NOOP("Actions", "Zoom &In"),
     "zoom-in", standard<QKeySequence::ZoomIn>},
    {Command::ZoomOut, "zoomOutAction", QT_TRANSLATE_NOOP("Actions", "Zoom &Out"),
     "zoom-out", standard<QKeySequence::ZoomOut>},
    {Command::ZoomReset, "zoomResetAction", QT_TRANSLATE_NOOP("Actions", "&Normal Size"),
     "zoom-original", plain<ctrl | Qt::Key_0>},
    {Command::NextPane, "nextPaneAction", QT_TRANSLATE_NOOP("Actions", "Ne&xt Pane"), "", plain<Qt::Key_F6>},
    {Command::PreviousPane, "previousPaneAction", QT_TRANSLATE_NOOP("Actions", "&Previous Pane"),
     "", plain<shift | Qt::Key_F6>},
    {Command::LayoutEditing, "layoutEditingAction", QT_TRANSLATE_NOOP("Actions", "For &Editing"), "", none, true},
    {Command::LayoutCalling, "layoutCallingAction", QT_TRANSLATE_NOOP("Actions", "For &Calling"), "", none, true},
    {Command::ResetLayout, "resetLayoutAction", QT_TRANSLATE_NOOP("Actions", "&Reset Layout"), "", none},

    {Command::ShowAttendant, "showAttendantAction", QT_TRANSLATE_NOOP("Actions", "&Attendant"),
     "input-dialpad", plain<ctrl | shift | Qt::Key_1>},
    {Command::ShowAccounts, "showAccountsAction", QT_TRANSLATE_NOOP("Actions", "A&ccounts"),
     "avatar-default", plain<ctrl | shift | Qt::Key_2>},
    {Command::ShowPrompts, "showPromptsAction", QT_TRANSLATE_NOOP("Actions", "&Prompts"),
     "audio-x-generic", plain<ctrl | shift | Qt::Key_3>},
    {Command::ShowDeploy, "showDeployAction", QT_TRANSLATE_NOOP("Actions", "&Deploy"),
     "network-server", plain<ctrl | shift | Qt::Key_4>},
    {Command::RecordPrompts, "recordPromptsAction", QT_TRANSLATE_NOOP("Actions", "&Record Missing Prompts…"),
     "media-record", plain<ctrl | shift | Qt::Key_R>},
    {Command::SpeakPrompts, "speakPromptsAction", QT_TRANSLATE_NOOP("Actions", "&Speak Missing Prompts"), "", none},

    {Command::Call, "callAction", QT_TRANSLATE_NOOP("Actions", "&Call"), "call-start", plain<Qt::Key_F5>},
    {Command::HangUp, "hangUpAction", QT_TRANSLATE_NOOP("Actions", "&Hang Up"), "call-stop", plain<shift | Qt::Key_F5>},
    {Command::Redial, "redialAction", QT_TRANSLATE_NOOP("Actions", "&Redial"), "call-start", plain<ctrl | Qt::Key_F5>},
    {Command::LastKeys, "lastKeysAction", QT_TRANSLATE_NOOP("Actions", "Press the &Last Keys"),
     "", plain<ctrl | shift | Qt::Key_K>},
    {Command::AddCaller, "addCallerAction", QT_TRANSLATE_NOOP("Actions", "A&nother Caller"),
     "", plain<ctrl | shift | Qt::Key_D>},
    {Command::SaveScenario, "saveScenarioAction", QT_TRANSLATE_NOOP("Actions", "Save the Call as a Sce&nario…"),
     "document-save-as", none},
    {Command::RunScenarios, "runScenariosAction", QT_TRANSLATE_NOOP("Actions", "Run the &Scenarios"),
     "media-playback-start", plain<ctrl | shift | Qt::Key_T>},
    {Command::FocusKeypad, "focusKeypadAction", QT_TRANSLATE_NOOP("Actions", "&Keypad"),
     "input-dialpad", plain<ctrl | shift | Qt::Key_P>},
    {Command::FocusAddress, "focusAddressAction", QT_TRANSLATE_NOOP("Actions", "&Address to Dial"),
     "", plain<ctrl | Qt::Key_D>},
    {Command::SpeedNormal, "speedNormalAction", QT_TRANSLATE_NOOP("Actions", "Speed &1×"), "", none, true},
    {Command::SpeedQuadruple, "speedQuadrupleAction", QT_TRANSLATE_NOOP("Actions", "Speed &4×"), "", none, true},
    {Command::SpeedInstant, "speedInstantAction", QT_TRANSLATE_NOOP("Actions", "&Instant"), "", none, true},
    {Command::Mute, "muteAction", QT_TRANSLATE_NOOP("Actions", "&Mute"),
     "audio-volume-muted", plain<ctrl | Qt::Key_M>, true},

    {Command::Servers, "serversAction", QT_TRANSLATE_NOOP("Actions", "&Servers…"), "network-server", none},
    {Command::PracticeServer, "practiceServerAction", QT_TRANSLATE_NOOP("Actions", "P&ractice Server…"), "", none},
    {Command::OwnServer, "ownServerAction", QT_TRANSLATE_NOOP("Actions", "&Make It the Workspace's Server"), "", none},
    {Command::PullNew, "pullNewAction", QT_TRANSLATE_NOOP("Actions", "New Workspace &from a Server…"), "", none},
    {Command::Compare, "compareAction", QT_TRANSLATE_NOOP("Actions", "&Compare"),
     "edit-find", plain<ctrl | shift | Qt::Key_C>},
    {Command::Pull, "pullAction", QT_TRANSLATE_NOOP("Actions", "&Pull"), "go-down", none},
    {Command::Push, "pushAction", QT_TRANSLATE_NOOP("Actions", "P&ush…"), "go-up", plain<ctrl | shift | Qt::Key_U>},
    {Command::PushHistory, "pushHistoryAction", QT_TRANSLATE_NOOP("Actions", "&History"), "", none},
    {Command::WebAdmin, "webAdminAction", QT_TRANSLATE_NOOP("Actions", "Through &WebAdmin's Page…"), "document-export", none},

    {Command::LanguageSystem, "languageSystemAction", QT_TRANSLATE_NOOP("Actions", "&As the Desktop"), "", none, true},
    {Command::LanguageEnglish, "languageEnglishAction", "English", "", none, true},
    {Command::LanguageRussian, "languageRussianAction", "Русский", "", none, true},
    {Command::SchemeSystem, "schemeSystemAction", QT_TRANSLATE_NOOP("Actions", "&As the Desktop"), "", none, true},
    {Command::SchemeLight, "schemeLightAction", QT_TRANSLATE_NOOP("Actions", "&Light"), "", none, true},
    {Command::SchemeDark, "schemeDarkAction", QT_TRANSLATE_NOOP("Actions", "&Dark"), "", none, true},
    {Command::EditorFont, "editorFontAction", QT_TRANSLATE_NOOP("Actions", "Editor &Font…"),
     "preferences-desktop-font", none},
    {Command::Shortcuts, "shortcutsAction", QT_TRANSLATE_NOOP("Actions", "Keyboard &Shortcuts…"), "", none},

    {Command::HelpOnWord, "helpOnWordAction", QT_TRANSLATE_NOOP("Actions", "Help on the &Word"),
     "help-contents", standard<QKeySequence::HelpContents>},
    {Command::WhatsThis, "whatsThisAction", QT_TRANSLATE_NOOP("Actions", "What's &This?"), "help-whatsthis",
     standard<QKeySequence::WhatsThis>},
    {Command::Reference, "referenceAction", QT_TRANSLATE_NOOP("Actions", "&Built-in Reference"),
     "", plain<ctrl | Qt::Key_F1>},
    {Command::About, "aboutAction", QT_TRANSLATE_NOOP("Actions", "&About PBX Studio"), "help-about", none},
    {Command::AboutQt, "aboutQtAction", QT_TRANSLATE_NOOP("Actions", "About &Qt"), "", none},
};

} // namespace

Actions::Actions(QObject *parent) : QObject(parent)
{
    for (const Definition &definition : definitions) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1StringView(definition.name));
        if (*definition.icon)
            action->setIcon(QIcon::fromTheme(QLatin1StringView(definition.icon)));
        m_standardKeys[action] = definition.keys();
        action->setShortcuts(definition.keys());
        action->setCheckable(definition.checkable);
        m_actions[definition.command] = action;
    }
    for (const auto &group : {std::vector{Command::SpeedNormal, Command::SpeedQuadruple, Command::SpeedInstant},
                              std::vector{Command::LayoutEditing, Command::LayoutCalling},
                              std::vector{Command::LanguageSystem, Command::LanguageEnglish, Command::LanguageRussian},
                              std::vector{Command::SchemeSystem, Command::SchemeLight, Command::SchemeDark}}) {
        auto *exclusive = new QActionGroup(this);
        for (const Command command : group)
            exclusive->addAction(m_actions[command]);
    }
    m_actions[Command::Quit]->setMenuRole(QAction::QuitRole);
    m_actions[Command::About]->setMenuRole(QAction::AboutRole);
    retranslate();
}

QList<QAction *> Actions::all() const
{
    QList<QAction *> list;
    for (const auto &[command, action] : m_actions)
        list += action;
    return list;
}

void Actions::setOwnKeys(const QStringList &own)
{
    QHash<QString, QString> keysByName;
    for (const QString &line : own) {
        if (const qsizetype sign = line.indexOf(u'='); sign > 0)
            keysByName[line.first(sign)] = line.sliced(sign + 1);
    }
    for (const auto &[command, action] : m_actions) {
        QList<QKeySequence> keys = standardKeys(action);
        if (const auto changed = keysByName.constFind(action->objectName()); changed != keysByName.cend()) {
            keys = QKeySequence::listFromString(*changed, QKeySequence::PortableText);
            const auto unreadable = [](const QKeySequence &sequence) { return sequence.isEmpty() || sequence[0].key() == Qt::Key_unknown; };
            keys.removeIf(unreadable);
        }
        action->setShortcuts(keys);
    }
}

void Actions::retranslate()
{
    for (const Definition &definition : definitions)
        m_actions[definition.command]->setText(QCoreApplication::translate("Actions", definition.text));
}

} // namespace pbx::app
