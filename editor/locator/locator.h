// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/locator/places.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QTreeView;

namespace pbx::editor {

class LocatorModel;

/// One field to type into, and below it what fits. The arrows move through the list while the field keeps the keyboard.
class Locator : public QDialog {
    Q_OBJECT
public:
    explicit Locator(QWidget *parent = nullptr);

    /// What there is to go to; the line typed and, where it still fits, the chosen place stay.
    void setPlaces(const QList<Place> &places);
    /// The same, and what is known a moment later.
    void addPlaces(const QList<Place> &places) { setPlaces(m_all + places); }

Q_SIGNALS:
    /// After the dialog has closed.
    void chosen(const pbx::editor::Place &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void choose();
    void showCounts();

    QList<Place> m_all;
    LocatorModel *m_model;
    QLineEdit *m_field;
    QTreeView *m_list;
    QLabel *m_counts;
};

} // namespace pbx::editor
