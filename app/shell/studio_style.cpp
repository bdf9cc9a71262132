// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/studio_style.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>

namespace pbx::app {

namespace {

constexpr double faint = 0.35;

QPixmap blank(const QPixmap &like)
{
    QPixmap pixmap(like.size());
    pixmap.setDevicePixelRatio(like.devicePixelRatio());
    pixmap.fill(Qt::transparent);
    return pixmap;
}

void drawCross(const QStyleOption *option, QPainter *painter)
{
    const bool over = option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled;
    QColor colour = option->palette.color(QPalette::WindowText);
    const double size = std::min(option->rect.width(), option->rect.height());
    const QRectF square(option->rect.center().x() + 0.5 - size / 2, option->rect.center().y() + 0.5 - size / 2, size, size);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (over) {
        QColor ground = colour;
        ground.setAlphaF(0.15F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(square, 3, 3);
    }
    colour.setAlphaF(over ? 1.0F : 0.6F);
    painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap));
    const QRectF cross = square.adjusted(size * 0.3, size * 0.3, -size * 0.3, -size * 0.3);
    painter->drawLine(cross.topLeft(), cross.bottomRight());
    painter->drawLine(cross.topRight(), cross.bottomLeft());
    painter->restore();
}

/// The base style's box is hardly seen on a dark ground.
void drawBoxOutline(const QStyleOption *option, QPainter *painter)
{
    if (option->palette.color(QPalette::Window).lightness() > 127)
        return;
    const bool selected = option->state & QStyle::State_Selected;
    QColor colour = option->palette.color(selected ? QPalette::HighlightedText : QPalette::WindowText);
    colour.setAlphaF(option->state & QStyle::State_Enabled ? 0.55F : 0.25F);
    painter->save();
    painter->setPen(colour);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

} // namespace

int StudioStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize: return std::max(usual, QFontMetrics(QApplication::font()).height());
    default: return usual;
    }
}

QPixmap StudioStyle::generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap, const QStyleOption *option) const
{
    if (pixmap.isNull() || (mode != QIcon::Disabled && mode != QIcon::Selected))
        return QProxyStyle::generatedIconPixmap(mode, pixmap, option);
    QPixmap changed = blank(pixmap);
    QPainter painter(&changed);
    if (mode == QIcon::Disabled)
        painter.setOpacity(faint);
    painter.drawPixmap(0, 0, pixmap);
    if (mode == QIcon::Selected && option) {
        painter.setCompositionMode(QPainter::CompositionMode_SourceAtop);
        painter.fillRect(changed.rect(), option->palette.color(QPalette::HighlightedText));
    }
    return changed;
}

void StudioStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    if (element == PE_IndicatorTabClose && baseStyle()->name() == u"fusion")
        drawCross(option, painter);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    if ((element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) && baseStyle()->name() == u"fusion")
        drawBoxOutline(option, painter);
}

} // namespace pbx::app
