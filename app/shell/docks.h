// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QObject>

class QMainWindow;
class QMenu;

namespace pbx::app {

/// The panels around the editors and how they stand at first, in each of the layouts.
class Docks : public QObject {
    Q_OBJECT
public:
    enum Id { Tree, Phone, Phones, Transcript, Mail, Problems, Scenarios, Reference, Search, Count };

    /// What somebody is at: writing programs, or calling them.
    enum Layout { Editing, Calling };

    explicit Docks(QMainWindow *window);
    void setPanel(Id id, QWidget *panel);
    QDockWidget *dock(Id id) const { return m_docks[id]; }
    void show(Id id);
    Layout layout() const { return m_layout; }
    /// Another layout, as in a new installation.
    void setLayout(Layout layout);
    /// The layout as in a new installation.
    void reset();
    /// Widths and heights as at first; only once the window has its size.
    void spread();
    void fillMenu(QMenu *menu) const;
    /// Docks with something to call about are hidden while there is no workspace.
    void setVisible(bool visible);
    void retranslate();

private:
    QMainWindow *m_window;
    QDockWidget *m_docks[Count];
    Layout m_layout = Editing;
};

} // namespace pbx::app
