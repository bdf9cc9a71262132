// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pbx::app {

/// What the panels below `top` and their drawn parts are for, in the user's language, for Help → What's This? and F1.
void explainParts(QWidget *top);
/// Shows what the nearest part around `widget` is for. False: nothing around it is explained.
bool showWhatsThis(QWidget *widget);

} // namespace pbx::app
