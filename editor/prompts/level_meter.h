// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

namespace pbx::editor {

/// How loud the microphone is, -60 to 0 dB below full scale, with the loudest of the last second and the figure as text.
class LevelMeter : public QWidget {
    Q_OBJECT
public:
    explicit LevelMeter(QWidget *parent = nullptr);
    /// dBFS of the piece that came in last; minus infinity is silence.
    void setLevel(double peak);
    void reset();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_level;
    double m_held;
    QElapsedTimer m_since; ///< the held one was reached
};

} // namespace pbx::editor
