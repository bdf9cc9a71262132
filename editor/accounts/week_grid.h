// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <vector>

namespace pbx::editor {

/// A week as seven rows of half hours, with a cursor. Runs of equal cells are drawn as one block that bears its name, so
/// that colour is not the only sign. Days count from Sunday, 0; rows begin with the day the user's week begins with.
class WeekGrid : public QWidget {
    Q_OBJECT
public:
    static constexpr int Slots = 48;
    static constexpr int SlotSeconds = 1800;

    struct Look {
        QColor ground;
        QString name; ///< written into the block; empty: nothing
    };

    explicit WeekGrid(QWidget *parent = nullptr);
    /// Numbers of looks by cell; -1: empty.
    void setCells(const std::array<std::array<int, Slots>, 7> &cells, const std::vector<Look> &looks);
    int day() const { return m_day; }
    int slot() const { return m_slot; }
    void setCursor(int day, int slot);
    static QString dayName(int day);
    static QString clock(int slot);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cursorMoved();
    /// Enter or a click: that cell is wanted.
    void activated(int day, int slot);

protected:
    /// What a screen reader says and a tool tip shows of a cell.
    virtual QString describe(int day, int slot) const = 0;
    /// A button went down and up again; the same cell: a click.
    virtual void selected(int fromDay, int fromSlot, int toDay, int toSlot);
    virtual void dayClicked(int) {}
    void tellCursor();

    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    int dayOfRow(int row) const;
    int rowOfDay(int day) const;
    int headWidth() const;
    int headHeight() const;
    QRect cellRect(int row, int slot, int slots = 1) const;
    /// False: beside the cells. A day's name gives slot -1.
    bool cellAt(const QPoint &point, int &day, int &slot) const;
    void paintHead(QPainter &painter);
    void paintRow(QPainter &painter, int row);
    void step(int days, int slots, bool extend);

    std::array<std::array<int, Slots>, 7> m_cells;
    std::vector<Look> m_looks;
    int m_day = 1;
    int m_slot = 18;
    int m_anchorDay = -1; ///< of a selection; -1: none
    int m_anchorSlot = 0;
    bool m_dragging = false;
};

} // namespace pbx::editor
