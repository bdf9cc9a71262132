// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/dialog_service.h"

#include "app/shell/dialogs.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFontDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace pbx::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

QString saveQuestion(const QStringList &names)
{
    if (names.size() == 1)
        return Text::tr("“%1” has changes that are not saved.").arg(names.first());
    return Text::tr("%n file(s) have changes that are not saved:", nullptr, int(names.size())) + u'\n'
        + names.join(u'\n');
}

} // namespace

DialogService::Answer DesktopDialogs::askToSave(QWidget *parent, const QStringList &fileNames)
{
    QMessageBox box(QMessageBox::Question, Text::tr("Save changes"), saveQuestion(fileNames), QMessageBox::NoButton, parent);
    box.setInformativeText(Text::tr("What is not saved will be lost."));
    QPushButton *save = box.addButton(fileNames.size() > 1 ? Text::tr("&Save All") : Text::tr("&Save"), QMessageBox::AcceptRole);
    QPushButton *discard = box.addButton(Text::tr("&Discard"), QMessageBox::DestructiveRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(save);
    box.exec();
    return box.clickedButton() == save ? Answer::Save : box.clickedButton() == discard ? Answer::Discard : Answer::Cancel;
}

DialogService::Answer DesktopDialogs::askToSaveBeforeCall(QWidget *parent, const QStringList &fileNames, bool &always)
{
    QMessageBox box(QMessageBox::Question, Text::tr("Call"), saveQuestion(fileNames), QMessageBox::NoButton, parent);
    box.setInformativeText(Text::tr("A call runs what is saved."));
    auto *remember = new QCheckBox(Text::tr("&Always save before a call"), &box);
    box.setCheckBox(remember);
    QPushButton *save = box.addButton(Text::tr("&Save and Call"), QMessageBox::AcceptRole);
    QPushButton *old = box.addButton(Text::tr("Call &Without Saving"), QMessageBox::DestructiveRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(save);
    box.exec();
    always = box.clickedButton() == save && remember->isChecked();
    return box.clickedButton() == save ? Answer::Save : box.clickedButton() == old ? Answer::Discard : Answer::Cancel;
}

bool DesktopDialogs::confirm(QWidget *parent, const QString &title, const QString &text, const QString &action)
{
    QMessageBox box(QMessageBox::Question, title, text, QMessageBox::NoButton, parent);
    QPushButton *yes = box.addButton(action, QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == yes;
}

void DesktopDialogs::showError(QWidget *parent, const QString &text)
{
    QMessageBox::warning(parent, QCoreApplication::applicationName(), text);
}

QString DesktopDialogs::chooseWorkspace(QWidget *parent, const QString &start)
{
    return QFileDialog::getExistingDirectory(parent, Text::tr("Open Workspace"), start);
}

QString DesktopDialogs::chooseSavePath(QWidget *parent, const QString &start)
{
    return QFileDialog::getSaveFileName(parent, Text::tr("Save As"), start,
                                        Text::tr("CG/PL programs (*.sppr *.sppi);;All files (*)"));
}

std::optional<DialogService::NewWorkspaceAnswer> DesktopDialogs::askForWorkspace(QWidget *parent)
{
    NewWorkspaceDialog dialog(parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return NewWorkspaceAnswer{dialog.folder(), dialog.what()};
}

std::optional<DialogService::NewProgramAnswer> DesktopDialogs::askForProgram(QWidget *parent, const QStringList &domains,
                                                                             const QString &domain, const QString &name)
{
    NewProgramDialog dialog(domains, domain, name, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return NewProgramAnswer{dialog.fileName(), dialog.domain(), dialog.pattern()};
}

QString DesktopDialogs::askForLanguage(QWidget *parent, const QStringList &names)
{
    bool accepted = false;
    const QString name = QInputDialog::getItem(parent, Text::tr("New Language"), Text::tr("&Language of the prompts:"), names, 0, true, &accepted);
    return accepted ? name : QString();
}

void DesktopDialogs::showText(QWidget *parent, const QString &title, const QString &text)
{
    QMessageBox box(QMessageBox::Information, title, text, QMessageBox::Close, parent);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.exec();
}

QString DesktopDialogs::chooseArchive(QWidget *parent, const QString &start)
{
    return QFileDialog::getOpenFileName(parent, Text::tr("Import Archive"), start, Text::tr("Archives (*.tar);;All files (*)"));
}

std::optional<QString> DesktopDialogs::askForScenario(QWidget *parent, const QString &proposed)
{
    bool accepted = false;
    const QString title = QInputDialog::getText(parent, Text::tr("Save the Call as a Scenario"),
                                                Text::tr("&What the call shows:"), QLineEdit::Normal, proposed, &accepted);
    return accepted && !title.trimmed().isEmpty() ? std::optional(title.trimmed()) : std::nullopt;
}

std::optional<int> DesktopDialogs::askForLine(QWidget *parent, int current, int last)
{
    bool accepted = false;
    const int line = QInputDialog::getInt(parent, Text::tr("Go to Line"), Text::tr("&Line (1 to %1):").arg(last), current, 1,
                                          last, 1, &accepted);
    return accepted ? std::optional(line) : std::nullopt;
}

std::optional<QFont> DesktopDialogs::askForFont(QWidget *parent, const QFont &current)
{
    bool accepted = false;
    const QFont font = QFontDialog::getFont(&accepted, current, parent, Text::tr("Editor Font"), QFontDialog::MonospacedFonts);
    return accepted ? std::optional(font) : std::nullopt;
}

void DesktopDialogs::showAbout(QWidget *parent)
{
    QMessageBox::about(parent, Text::tr("About PBX Studio"),
                       Text::tr("<h3>PBX Studio %1</h3>"
                                "<p>Write, hear and test telephone programs for CommuniGate Pro at your desk.</p>"
                                "<p>Qt %2 · %3</p>"
                                "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                           .arg(QStringLiteral(PBX_VERSION), QString::fromLatin1(qVersion()), QSysInfo::prettyProductName()));
}

} // namespace pbx::app
