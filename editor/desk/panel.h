// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/desk/desk.h"

#include <QWidget>

namespace pbx::editor {

/// A tab that shows and changes a part of the workspace. What it can't do itself it asks of the window.
class Panel : public QWidget {
    Q_OBJECT
public:
    Panel(Desk *desk, QWidget *parent = nullptr);

    virtual QString title() const = 0;
    virtual QIcon icon() const = 0;

Q_SIGNALS:
    /// A call as if it were that moment; GMT seconds, 0: now.
    void callRequested(const QString &address, qint64 moment);
    /// These sound files one after another.
    void playRequested(const QStringList &paths);
    void openRequested(const QString &path);
    /// To be recorded, or to be spoken by the computer for the time being.
    void recordRequested(const QString &language, const QStringList &prompts);
    void speakRequested(const QString &language, const QStringList &prompts);
    /// Another panel is to show that account.
    void accountRequested(const QString &address);

protected:
    Desk &desk() const { return *m_desk; }
    /// Shows what there is now. Only while the panel is seen; nothing else may keep the state of the workspace.
    virtual void refresh() = 0;
    virtual void retranslate() = 0;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshSoon();

    Desk *m_desk;
    bool m_stale = true;
};

} // namespace pbx::editor
