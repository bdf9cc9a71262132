// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/audio/sound.h"

#include <QWidget>

namespace pbx::editor {

/// A prompt as a curve, with what its figures say in words beneath. A part can be chosen with the mouse, or with
/// Shift and the arrows.
class Waveform : public QWidget {
    Q_OBJECT
public:
    explicit Waveform(QWidget *parent = nullptr);
    void setSound(const audio::Sound &sound);
    const audio::Sound &sound() const { return m_sound; }
    /// Samples; equal: nothing is chosen.
    std::pair<std::size_t, std::size_t> selection() const;
    void clearSelection();
    QString words() const { return m_words; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    double partAt(const QPointF &point) const;
    void choose(double anchor, double cursor);

    audio::Sound m_sound;
    QString m_words;
    double m_anchor = 0; ///< parts of the whole
    double m_cursor = 0;
};

} // namespace pbx::editor
