// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/files/workspace.h"

#include <QFont>
#include <QStringList>

#include <optional>

class QWidget;

namespace pbx::app {

/// Every question the window asks. The real one opens dialogs; a test answers at once.
class DialogService {
public:
    enum class Answer { Save, Discard, Cancel };
    struct NewWorkspaceAnswer {
        QString folder;
        files::Workspace::NewWorkspace what;
    };
    struct NewProgramAnswer {
        QString name; ///< with its suffix
        QString domain; ///< empty: the server's environment
        QString pattern = QStringLiteral("simple"); ///< of resources/templates; modules have one of their own
    };

    virtual ~DialogService() = default;
    /// Once for all files.
    virtual Answer askToSave(QWidget *parent, const QStringList &fileNames) = 0;
    /// Save and call; Discard: call what the disk has. `always`: never ask again.
    virtual Answer askToSaveBeforeCall(QWidget *parent, const QStringList &fileNames, bool &always) = 0;
    virtual bool confirm(QWidget *parent, const QString &title, const QString &text, const QString &action) = 0;
    virtual void showError(QWidget *parent, const QString &text) = 0;
    virtual QString chooseWorkspace(QWidget *parent, const QString &start) = 0;
    virtual QString chooseSavePath(QWidget *parent, const QString &start) = 0;
    virtual std::optional<NewWorkspaceAnswer> askForWorkspace(QWidget *parent) = 0;
    /// `name`: proposed, may be empty.
    virtual std::optional<NewProgramAnswer> askForProgram(QWidget *parent, const QStringList &domains, const QString &domain,
                                                          const QString &name) = 0;
    /// One of the server's names or another; empty: cancelled.
    virtual QString askForLanguage(QWidget *parent, const QStringList &names) = 0;
    virtual void showText(QWidget *parent, const QString &title, const QString &text) = 0;
    virtual QString chooseArchive(QWidget *parent, const QString &start) = 0;
    /// The title of a new scenario.
    virtual std::optional<QString> askForScenario(QWidget *parent, const QString &proposed) = 0;
    virtual std::optional<int> askForLine(QWidget *parent, int current, int last) = 0;
    virtual std::optional<QFont> askForFont(QWidget *parent, const QFont &current) = 0;
    virtual void showAbout(QWidget *parent) = 0;
};

/// With dialogs on the screen.
class DesktopDialogs : public DialogService {
public:
    Answer askToSave(QWidget *parent, const QStringList &fileNames) override;
    Answer askToSaveBeforeCall(QWidget *parent, const QStringList &fileNames, bool &always) override;
    bool confirm(QWidget *parent, const QString &title, const QString &text, const QString &action) override;
    void showError(QWidget *parent, const QString &text) override;
    QString chooseWorkspace(QWidget *parent, const QString &start) override;
    QString chooseSavePath(QWidget *parent, const QString &start) override;
    std::optional<NewWorkspaceAnswer> askForWorkspace(QWidget *parent) override;
    std::optional<NewProgramAnswer> askForProgram(QWidget *parent, const QStringList &domains, const QString &domain,
                                                  const QString &name) override;
    QString askForLanguage(QWidget *parent, const QStringList &names) override;
    void showText(QWidget *parent, const QString &title, const QString &text) override;
    QString chooseArchive(QWidget *parent, const QString &start) override;
    std::optional<QString> askForScenario(QWidget *parent, const QString &proposed) override;
    std::optional<int> askForLine(QWidget *parent, int current, int last) override;
    std::optional<QFont> askForFont(QWidget *parent, const QFont &current) override;
    void showAbout(QWidget *parent) override;
};

} // namespace pbx::app
