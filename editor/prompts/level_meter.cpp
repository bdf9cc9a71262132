// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/prompts/level_meter.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pbx::editor {

namespace {

constexpr double lowest = -60;
constexpr double loud = -9;
constexpr double clipping = -0.3;
constexpr int holdMs = 1000;

} // namespace

LevelMeter::LevelMeter(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("levelMeter"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    reset();
}

QSize LevelMeter::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() + 8};
}

void LevelMeter::reset()
{
    m_level = m_held = -std::numeric_limits<double>::infinity();
    m_since.start();
    setAccessibleDescription(tr("silence"));
    update();
}

void LevelMeter::setLevel(double peak)
{
    m_level = peak;
    if (peak >= m_held || m_since.elapsed() > holdMs) {
        m_held = peak;
        m_since.restart();
    }
    setAccessibleDescription(m_held <= lowest ? tr("silence") : tr("%1 dB").arg(QLocale().toString(m_held, 'f', 0)));
    update();
}

void LevelMeter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int words = fontMetrics().horizontalAdvance(QStringLiteral("-88 dB  ")) + fontMetrics().horizontalAdvance(tr("clipping"));
    const QRect bar = rect().adjusted(0, 2, -words, -2);
    painter.fillRect(bar, palette().color(QPalette::Base));
    const auto at = [&](double level) { return bar.left() + int(std::clamp((level - lowest) / -lowest, 0.0, 1.0) * bar.width()); };
    const QColor colours[] = {QColor(0x3f, 0x9e, 0x5f), QColor(0xd9, 0x9b, 0x2b), QColor(0xc9, 0x3c, 0x2e)};
    const double ends[] = {loud, -3, 0};
    int from = bar.left();
    for (int i = 0; i < 3; ++i) {
        const int to = std::min(at(m_level), at(ends[i]));
        if (to > from)
            painter.fillRect(QRect(from, bar.top(), to - from, bar.height()), colours[i]);
        from = std::max(from, at(ends[i]));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    if (m_held > lowest)
        painter.drawLine(at(m_held), bar.top(), at(m_held), bar.bottom());
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    painter.setPen(palette().color(QPalette::WindowText));
    const QString text = m_held >= clipping ? tr("clipping") : accessibleDescription();
    painter.drawText(QRect(bar.right() + 8, 0, words, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace pbx::editor
