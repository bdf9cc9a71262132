// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/phone/transcript_model.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace pbx::phone {

/// The list of what happened in the call, with its actions: go to the line, play a prompt again, copy.
class TranscriptPanel : public QWidget {
    Q_OBJECT
public:
    explicit TranscriptPanel(QWidget *parent = nullptr);
    /// There is a call that can be saved.
    void setSavable(bool savable);
    TranscriptModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }

Q_SIGNALS:
    /// A line was chosen that a statement caused.
    void placeActivated(const QString &file, int line);
    /// The call is to become a scenario.
    void saveRequested();
    void replayRequested(const QString &promptPath);
    /// The mail of the call with that number, from 0, was chosen.
    void mailActivated(int index);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void currentChanged();
    void showEmpty();
    void followCurrent();
    void replay();
    void copy();
    bool atEnd() const;

    TranscriptModel *m_model;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    QTreeView *m_view;
    QWidget *m_foot;
    QPushButton *m_save;
    QAction *m_goTo;
    QAction *m_replay;
    QAction *m_copy;
    bool m_follow = true;
};

} // namespace pbx::phone
