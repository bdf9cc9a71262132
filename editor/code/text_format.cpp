// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code/text_format.h"

#include "environment/language/source.h"

#include <QCoreApplication>

namespace pbx::editor {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TextFormat)
};

LineEnds lineEndsOf(const QByteArray &bytes)
{
    qsizetype lf = 0;
    qsizetype crlf = 0;
    qsizetype cr = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\n') {
            ++lf;
        } else if (bytes[i] == '\r') {
            const bool pair = i + 1 < bytes.size() && bytes[i + 1] == '\n';
            ++(pair ? crlf : cr);
            i += pair;
        }
    }
    if ((lf > 0) + (crlf > 0) + (cr > 0) > 1)
        return LineEnds::Mixed;
    return crlf > 0 ? LineEnds::CrLf : cr > 0 ? LineEnds::Cr : LineEnds::Lf;
}

/// The narrowest indentation of a line is taken for the step.
void findIndent(const QByteArray &bytes, TextFormat &format)
{
    int tabbed = 0;
    int spaced = 0;
    int narrowest = 9;
    for (qsizetype i = 0; i < bytes.size();) {
        int spaces = 0;
        if (bytes[i] == '\t')
            ++tabbed;
        while (i + spaces < bytes.size() && bytes[i + spaces] == ' ')
            ++spaces;
        if (spaces > 1) {
            ++spaced;
            narrowest = std::min(narrowest, spaces);
        }
        while (i < bytes.size() && bytes[i] != '\n' && bytes[i] != '\r')
            ++i;
        while (i < bytes.size() && (bytes[i] == '\n' || bytes[i] == '\r'))
            ++i;
    }
    format.tabs = tabbed > spaced;
    format.indent = format.tabs ? 4 : narrowest <= 8 ? narrowest : 2;
}

} // namespace

TextFormat TextFormat::of(const QByteArray &bytes)
{
    TextFormat format;
    format.lineEnds = lineEndsOf(bytes);
    if (language::findInvalidUtf8({bytes.data(), size_t(bytes.size())}) != std::string_view::npos)
        format.encoding = Encoding::NotUtf8;
    else if (bytes.startsWith("\xef\xbb\xbf"))
        format.encoding = Encoding::Utf8WithMark;
    findIndent(bytes, format);
    return format;
}

QString lineEndsText(LineEnds ends)
{
    switch (ends) {
    case LineEnds::Lf: return QStringLiteral("LF");
    case LineEnds::CrLf: return QStringLiteral("CRLF");
    case LineEnds::Cr: return QStringLiteral("CR");
    case LineEnds::Mixed: return Text::tr("mixed line ends");
    }
    return {};
}

QString encodingText(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8: return QStringLiteral("UTF-8");
    case Encoding::Utf8WithMark: return Text::tr("UTF-8 with a byte order mark");
    case Encoding::NotUtf8: return Text::tr("not UTF-8");
    }
    return {};
}

} // namespace pbx::editor
