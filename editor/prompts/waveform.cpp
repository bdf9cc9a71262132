// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/prompts/waveform.h"

#include "environment/audio/loudness.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pbx::editor {

Waveform::Waveform(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("waveform"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

QSize Waveform::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().lineSpacing() * 5};
}

void Waveform::setSound(const audio::Sound &sound)
{
    m_sound = sound;
    m_anchor = m_cursor = 0;
    describe();
    update();
    Q_EMIT selectionChanged();
}

void Waveform::describe()
{
    setAccessibleName(tr("Waveform"));
    if (m_sound.samples.empty()) {
        m_words = tr("no sound");
    } else {
        const audio::Measure measure = audio::measure(m_sound);
        const QLocale locale;
        QStringList parts{tr("%1 s").arg(locale.toString(double(m_sound.durationMs()) / 1000, 'f', 2))};
        parts += std::isfinite(measure.loudness) ? tr("loudness %1 LUFS").arg(locale.toString(measure.loudness, 'f', 1)) : tr("silent");
        if (std::isfinite(measure.peak))
            parts += tr("peak %1 dB").arg(locale.toString(measure.peak, 'f', 1));
        if (measure.clipped > 0)
            parts += tr("clipped");
        parts += tr("silence %1 s before, %2 s after").arg(locale.toString(measure.leadingMs / 1000.0, 'f', 2), locale.toString(measure.trailingMs / 1000.0, 'f', 2));
        m_words = parts.join(QStringLiteral(" · "));
    }
    setAccessibleDescription(m_words);
    setToolTip(m_words);
}

std::pair<std::size_t, std::size_t> Waveform::selection() const
{
    const auto [from, to] = std::minmax({m_anchor, m_cursor});
    const double count = double(m_sound.samples.size());
    return {std::size_t(from * count), std::size_t(to * count)};
}

void Waveform::clearSelection()
{
    choose(0, 0);
}

void Waveform::choose(double anchor, double cursor)
{
    m_anchor = std::clamp(anchor, 0.0, 1.0);
    m_cursor = std::clamp(cursor, 0.0, 1.0);
    update();
    Q_EMIT selectionChanged();
}

void Waveform::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    const double middle = height() / 2.0;
    const auto [from, to] = std::minmax({m_anchor, m_cursor});
    if (to > from) {
        QColor ground = palette().color(QPalette::Highlight);
        ground.setAlphaF(0.3F);
        painter.fillRect(QRectF(from * width(), 0, (to - from) * width(), height()), ground);
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(QPointF(0, middle), QPointF(width(), middle));
    painter.setPen(palette().color(QPalette::Highlight));
    int x = 0;
    for (const auto &[low, high] : audio::outline(m_sound, width())) {
        painter.drawLine(QPointF(x, middle - high * middle / 32768), QPointF(x, middle - low * middle / 32768));
        ++x;
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawLine(QPointF(m_cursor * width(), 0), QPointF(m_cursor * width(), height()));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

double Waveform::partAt(const QPointF &point) const
{
    return point.x() / std::max(width(), 1);
}

void Waveform::mousePressEvent(QMouseEvent *event)
{
    choose(partAt(event->position()), partAt(event->position()));
}

void Waveform::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        choose(m_anchor, partAt(event->position()));
}

void Waveform::keyPressEvent(QKeyEvent *event)
{
    const double step = m_sound.samples.empty() ? 0 : 0.05 * m_sound.sampleRate / double(m_sound.samples.size());
    double cursor = m_cursor;
    switch (event->key()) {
    case Qt::Key_Left: cursor -= step; break;
    case Qt::Key_Right: cursor += step; break;
    case Qt::Key_Home: cursor = 0; break;
    case Qt::Key_End: cursor = 1; break;
    default: QWidget::keyPressEvent(event); return;
    }
    cursor = std::clamp(cursor, 0.0, 1.0);
    choose(event->modifiers() & Qt::ShiftModifier ? m_anchor : cursor, cursor);
}

void Waveform::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

} // namespace pbx::editor
