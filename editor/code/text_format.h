// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pbx::editor {

enum class LineEnds { Lf, CrLf, Cr, Mixed };
enum class Encoding { Utf8, Utf8WithMark, NotUtf8 };

/// What a file's bytes say about themselves. The editor keeps bytes as they are and only tells.
struct TextFormat {
    LineEnds lineEnds = LineEnds::Lf; ///< of a text without line ends: Lf
    Encoding encoding = Encoding::Utf8;
    bool tabs = false; ///< lines are indented with tabs
    int indent = 2; ///< columns of one step; with tabs 8 are shown as one

    static TextFormat of(const QByteArray &bytes);
};

/// "LF", "CRLF", "CR", and a word for mixed ones.
QString lineEndsText(LineEnds ends);
QString encodingText(Encoding encoding);

} // namespace pbx::editor
