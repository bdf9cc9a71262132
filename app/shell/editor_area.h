// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/code/editor_page.h"
#include "editor/desk/panel.h"

#include <QTabWidget>
#include <QUrl>

namespace pbx::app {

/// The open files as tabs, one page for a file, and panels of the workspace between them.
class EditorArea : public QTabWidget {
    Q_OBJECT
public:
    explicit EditorArea(QWidget *parent = nullptr);

    /// The page of the file, opened if need be. Null: it can't be read, and errorOccurred() has said why.
    editor::EditorPage *open(const QString &path, bool makeCurrent = true);
    editor::EditorPage *page(int index) const;
    editor::EditorPage *currentPage() const { return page(currentIndex()); }
    editor::EditorPage *findPage(const QString &path) const;
    QList<editor::EditorPage *> pages() const;
    QList<editor::EditorPage *> modifiedPages() const;
    void closePage(editor::EditorPage *page);
    /// Opens the panel as a tab or brings it to the front. Closing only hides it; it stays its owner's.
    void showPanel(editor::Panel *panel);
    editor::Panel *currentPanel() const;
    void updatePanelTitles();
    void closeAll();
    /// Marks the line in that file and in no other; an empty path: none at all.
    void setRunningPlace(const QString &path, int line);
    void setTextFont(const QFont &font);
    void setAutomaticCompletion(bool on);
    void checkDisk();
    /// For pages opened from now on.
    void setRecovery(editor::Recovery *recovery) { m_recovery = recovery; }
    /// The window closes: nothing unsaved is to come back.
    void giveUpUnsaved();

Q_SIGNALS:
    /// Something of the current page has changed: caret, text, title.
    void currentPageChanged();
    void remarksChanged(pbx::editor::EditorPage *page);
    void pageClosed(const QString &path);
    void closeRequested(pbx::editor::EditorPage *page);
    void overwriteRequested(pbx::editor::EditorPage *page);
    void ownCopyRequested(pbx::editor::EditorPage *page);
    void errorOccurred(const QString &text);
    void fileDropped(const QUrl &url);

private:
    void connectPage(editor::EditorPage *page);
    void updateTitle(editor::EditorPage *page);

    editor::Recovery *m_recovery = nullptr;
    QFont m_font;
    bool m_automaticCompletion = true;
};

} // namespace pbx::app
