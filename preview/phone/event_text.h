// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/call/event.h"

#include <QString>

/// Events of a call in the words of the window. pbx::call::toText has the plain English ones of the command line.
namespace pbx::phone {

/// One line, in the user's language. `spoken` is what the prompt of a play event says; empty: not known.
QString eventText(const call::Event &event, const QString &spoken = {});
/// Name of an icon of the theme.
QString eventIcon(const call::Event &event);
/// The kind in one or two words, for screen readers and tool tips.
QString eventKind(const call::Event &event);
/// Several lines: the event, and of a routing step why it was taken and other rules were not. `text` as of eventText().
QString eventToolTip(const call::Event &event, const QString &text);

/// "0:07.500" of milliseconds, hours only where there are some.
QString timeText(std::int64_t ms);
/// "0:07", for a display that counts.
QString clockText(std::int64_t ms);
/// "3.4 s" in the user's own figures.
QString secondsText(double seconds);

QString memberText(const call::Event &event, std::string_view name);

} // namespace pbx::phone
