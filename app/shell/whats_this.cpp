// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/whats_this.h"

#include <QCoreApplication>
#include <QWhatsThis>
#include <QWidget>

namespace pbx::app {

namespace {

struct Part {
    const char *name; ///< of the widget
    const char *text;
};

constexpr Part parts[] = {
    {"treePanel", QT_TRANSLATE_NOOP("WhatsThis", "The environments of the server and of every domain. A file that a domain lacks comes from the server's "
     "environment, then from the stock one, and is marked with where it comes from. Languages are folders. The context menu overrides "
     "a file from above, reverts to it, and says why a call gets this file.")},
    {"editorPage", QT_TRANSLATE_NOOP("WhatsThis", "A program (.sppr) or module (.sppi) in CG/PL. What is wrong is underlined while you type; the light mends it "
     "where it can. F1 tells about the built-in under the cursor, Ctrl+Space completes.")},
    {"attendantPanel", QT_TRANSLATE_NOOP("WhatsThis", "The menu an auto-attendant speaks. Each department gets the next free digit in this order; digits of the directory "
     "prefix are left out, being the first digits of extensions; operator comes last and gets 0. Drag rows, or move them with "
     "Alt+Up and Alt+Down.")},
    {"keyMap", QT_TRANSLATE_NOOP("WhatsThis", "What each key of the caller's phone does in this menu.")},
    {"accountsPanel", QT_TRANSLATE_NOOP("WhatsThis", "The accounts of a domain: names they are called by, language, working hours, diverts and rules.")},
    {"hoursGrid", QT_TRANSLATE_NOOP("WhatsThis", "Working hours: the same on each working day. Drag over days and hours to set both; a click on a day makes it a working day or "
     "a day off. By keyboard: arrows move, Shift with arrows selects, Enter sets the hours, Space turns the day.")},
    {"weekMap", QT_TRANSLATE_NOOP("WhatsThis", "What a caller gets at each hour of the week, found by routing a call. Click an hour, or press Enter on it, to place that "
     "call as if it were then.")},
    {"promptsPanel", QT_TRANSLATE_NOOP("WhatsThis", "Every prompt in every language: present, inherited, missing, unused, out of date because its text was changed after it was "
     "recorded, or in a format the server does not play.")},
    {"waveform", QT_TRANSLATE_NOOP("WhatsThis", "The sound of the prompt. Drag to select, or use Shift with the arrow keys; the selection can be played and cut off.")},
    {"deployPanel", QT_TRANSLATE_NOOP("WhatsThis", "What differs between this workspace and the server, and what a push would do. Nothing is sent before you say so; everything a "
     "push replaces is kept and can be brought back from the history.")},
    {"searchPanel", QT_TRANSLATE_NOOP("WhatsThis", "Looks for a text in all programs, settings, prompt texts and scenarios of the workspace.")},
    {"phonePanel", QT_TRANSLATE_NOOP("WhatsThis", "A phone that calls your programs inside this window. Dial a number, an account, or program#account; keys of the keyboard "
     "work as well. Nothing leaves this computer.")},
    {"keypad", QT_TRANSLATE_NOOP("WhatsThis", "The keys of the caller's phone: click them, or type digits, * and #.")},
    {"transcriptPanel", QT_TRANSLATE_NOOP("WhatsThis", "What happened in the call, with its time. Enter goes to the line of the program that caused it; a prompt can be heard again. "
     "The call can be saved as a scenario, which tests it from then on.")},
    {"mailPanel", QT_TRANSLATE_NOOP("WhatsThis", "Mail the programs sent during the call. It is shown here and goes nowhere.")},
    {"phonesPanel", QT_TRANSLATE_NOOP("WhatsThis", "The phones of the accounts: let them answer, ring, be busy or be switched off when a call reaches them.")},
    {"problemsPanel", QT_TRANSLATE_NOOP("WhatsThis", "What is wrong in the open files and in the workspace. Enter goes there; where there is a remedy, Alt+Enter or a click on it "
     "mends the problem.")},
    {"scenariosPanel", QT_TRANSLATE_NOOP("WhatsThis", "Calls kept as tests. Running them says which still go as they should; Enter on a failure goes to the line that was not met.")},
    {"referencePanel", QT_TRANSLATE_NOOP("WhatsThis", "Every built-in procedure and function of CG/PL, also without a network.")},
};

} // namespace

void explainParts(QWidget *top)
{
    const auto explain = [](QWidget *widget, const Part &part) {
        widget->setWhatsThis(QCoreApplication::translate("WhatsThis", part.text));
    };
    for (const Part &part : parts) {
        const QLatin1StringView name(part.name);
        if (top->objectName() == name)
            explain(top, part);
        for (QWidget *widget : top->findChildren<QWidget *>(name))
            explain(widget, part);
    }
}

bool showWhatsThis(QWidget *widget)
{
    for (QWidget *part = widget; part; part = part->parentWidget()) {
        if (!part->whatsThis().isEmpty()) {
            QWhatsThis::showText(widget->mapToGlobal(QPoint(widget->width() / 2, 0)), part->whatsThis(), widget);
            return true;
        }
        if (part->isWindow())
            break;
    }
    return false;
}

} // namespace pbx::app
