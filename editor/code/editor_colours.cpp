// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/editor_colours.h"

#include <QPalette>

#include <cmath>

namespace pbx::editor {

namespace {

constexpr double readable = 4.5; ///< WCAG AA for text

double luminance(const QColor &colour)
{
    const auto linear = [](float part) {
        return part <= 0.04045F ? double(part) / 12.92 : std::pow((double(part) + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor mix(const QColor &a, const QColor &b, float part)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * part, a.greenF() + (b.greenF() - a.greenF()) * part,
                            a.blueF() + (b.blueF() - a.blueF()) * part);
}

/// The hue as strong as the paper bears it: moved towards the text colour until it can be read.
QColor onPaper(const QColor &wish, const QColor &paper, const QColor &text)
{
    QColor colour = wish;
    for (float part = 0.1F; contrast(colour, paper) < readable && part < 1.0F; part += 0.1F)
        colour = mix(wish, text, part);
    return colour;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

EditorColours EditorColours::of(const QPalette &palette)
{
    EditorColours c;
    c.paper = palette.color(QPalette::Active, QPalette::Base);
    c.text = palette.color(QPalette::Active, QPalette::Text);
    c.dark = luminance(c.paper) < luminance(c.text);
    const auto pick = [&c](QRgb light, QRgb dark) { return onPaper(QColor(c.dark ? dark : light), c.paper, c.text); };
    c.keyword = pick(0xff0b5cad, 0xff7ab8ff);
    c.builtin = pick(0xff7a3e9d, 0xffd2a8ff);
    c.section = pick(0xff8a4b00, 0xffffc66d);
    c.string = pick(0xff1a7f37, 0xff8fd694);
    c.number = pick(0xffb5480a, 0xffffab70);
    c.comment = pick(0xff68707a, 0xff939da8);
    c.key = pick(0xff1b6f84, 0xff79d0e0);
    c.mistake = pick(0xffc0202f, 0xffff8080);
    c.error = QColor(c.dark ? 0xffff6b6b : 0xffd1242f);
    c.warning = QColor(c.dark ? 0xffe3b341 : 0xffb77400);
    c.note = QColor(c.dark ? 0xff6cb6ff : 0xff2f6fbf);
    c.currentLine = mix(c.paper, c.text, 0.05F);
    c.margin = mix(c.paper, c.text, 0.035F);
    c.marginText = mix(c.paper, c.text, 0.55F);
    c.selection = palette.color(QPalette::Active, QPalette::Highlight);
    c.selectedText = palette.color(QPalette::Active, QPalette::HighlightedText);
    c.braceMatch = mix(c.paper, c.selection, 0.35F);
    c.found = c.dark ? QColor(0xff6b5a1e) : QColor(0xffffe08a);
    c.runningLine = c.dark ? QColor(0xff24402b) : QColor(0xffd6f3dc);
    c.runningArrow = QColor(c.dark ? 0xff56d364 : 0xff1a9a3f);
    c.added = c.dark ? QColor(0xff1f3d27) : QColor(0xffdaf5e0);
    c.removed = c.dark ? QColor(0xff4a2529) : QColor(0xffffe0e0);
    return c;
}

} // namespace pbx::editor
