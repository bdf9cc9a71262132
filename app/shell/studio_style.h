// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace pbx::app {

/// The desktop's style with three corrections: icons that can't be used are faint on light and dark alike, icons on a
/// selected line are seen, and where Qt's own style draws, closing a tab is a plain cross.
class StudioStyle : public QProxyStyle {
    Q_OBJECT
public:
    StudioStyle() = default;
    /// Icons beside large text are as large as the text.
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QPixmap generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap, const QStyleOption *option) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace pbx::app
