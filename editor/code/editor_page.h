// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/code/analysis.h"
#include "editor/code/document.h"

#include <QUrl>
#include <QWidget>

class QPushButton;

namespace pbx::editor {

class CodeEditor;
class FindBar;
class NoticeBar;

/// One open file: notice of changes by others, text, find bar, and the analysis that keeps running over it.
class EditorPage : public QWidget {
    Q_OBJECT
public:
    explicit EditorPage(QWidget *parent = nullptr);
    ~EditorPage() override;

    Document *document() const { return m_document; }
    [[nodiscard]] std::expected<void, QString> load(const QString &path);
    const QList<Remark> &remarks() const;
    /// As it stands on the screen, in UTF-8.
    QByteArray text() const;

    // What the window's menus do to the text.
    void undo();
    void redo();
    void cut();
    void copy();
    void paste();
    void selectAll();
    void find();
    void replace();
    void findNext();
    void findPrevious();
    void goTo(int line, int column = 1);
    void toggleComment();
    void complete();
    void zoom(int steps); ///< 0: back to normal
    void applyFix(const Remark &remark);

    bool canUndo() const;
    bool canRedo() const;
    bool hasSelection() const;
    int caretLine() const;
    int caretColumn() const;
    int lineCount() const;
    QString wordAtCaret() const;
    void setRunningLine(int line);
    int runningLine() const;
    void setTextFont(const QFont &font);
    void setAutomaticCompletion(bool on);
    /// The file comes with the server and can only be read; an own copy can be made of it.
    void setStock(bool stock);
    bool isStock() const;

Q_SIGNALS:
    void caretMoved();
    void remarksChanged();
    /// The person asked for the disk's text to be overwritten by what stands here.
    void overwriteRequested();
    void ownCopyRequested();
    void errorOccurred(const QString &text);
    /// A file was dropped on the text.
    void fileDropped(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showDisk();
    void showRecovered();
    void showDifference();

    CodeEditor *m_editor;
    Document *m_document;
    Analyser *m_analyser;
    FindBar *m_findBar;
    NoticeBar *m_notice;
    NoticeBar *m_recovered;
    NoticeBar *m_stock;
    QPushButton *m_difference;
    QPushButton *m_reload;
    QPushButton *m_overwrite;
    QPushButton *m_ignore;
    QPushButton *m_ownCopy;
    QPushButton *m_keepRecovered;
    QPushButton *m_discardRecovered;
    QPushButton *m_recoveredDifference;
};

} // namespace pbx::editor
